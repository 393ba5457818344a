//! `status/<issuer>/ledger.toml`: append-only, and the contract that links never die.

use super::{
    fields::{At, Document, Fields},
    flaw::Flaw,
    names::Names,
    values,
};
use crate::{
    diagnostic::{Code, Diagnostic, SourceFile},
    model::{AssertionId, Event, Ledger, LedgerEntry, NameError, Review},
    time::Timestamp,
    trust::status,
};
use jiff::tz::TimeZone;
use rayon::prelude::*;
use std::{collections::HashMap, ops::Range, sync::Arc};

/// A ledger as it was read.
pub(super) struct Read {
    /// The entries that are good.
    pub(super) ledger: Ledger,
    /// Where each of them stands in the file.
    pub(super) spans: Vec<Range<usize>>,
    /// What is wrong with the rest.
    pub(super) problems: Vec<Diagnostic>,
}

/// A ledger is read in parts of about this many bytes, on all cores: a hundred thousand awards make one of 13 MB.
const PART: usize = 64 << 10;

pub(super) fn read(file: &Arc<SourceFile>, names: &Names<'_>) -> Read {
    let parts: Vec<Part> = parts(&file.text).into_par_iter().map(|part| read_part(file, part, names)).collect();
    // A mistake such as a quote that is not closed may reach over the border of two parts, and is then
    // misunderstood by both. The whole is read in one piece to say it right.
    if parts.len() > 1 && parts.iter().any(|part| !part.is_toml) {
        return gather(file, vec![read_part(file, 0..file.text.len(), names)]);
    }
    gather(file, parts)
}

/// Ranges that begin with a line `[[entry]]` (but for the first) and together are the whole text.
fn parts(text: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    while text.len() - start > PART {
        let mut from = start + PART;
        while !text.is_char_boundary(from) {
            from += 1;
        }
        let Some(at) = text[from..].find("\n[[entry]]") else { break };
        parts.push(start..from + at + 1);
        start = from + at + 1;
    }
    parts.push(start..text.len());
    parts
}

struct Part {
    entries: Vec<At<LedgerEntry>>,
    problems: Vec<Diagnostic>,
    is_toml: bool,
    is_whole: bool,
}

fn read_part(file: &Arc<SourceFile>, part: Range<usize>, names: &Names<'_>) -> Part {
    let start = part.start;
    let document = Document::part(file, part);
    let mut entries = Vec::new();
    if let Some(table) = document.parse() {
        let fields = document.fields(&table, "a ledger");
        for table in fields.tables("entry", "an entry") {
            let span = table.span("");
            if let Some(value) = entry(table, names) {
                entries.push(At { value, span: start + span.start..start + span.end });
            }
        }
        fields.close();
    }
    let (is_toml, is_whole) = (document.is_toml(), document.is_good());
    if !is_toml {
        // Entries say what they do after those above them, which may be the broken ones.
        entries.clear();
    }
    Part { entries, is_toml, is_whole, problems: document.into_problems() }
}

/// What can happen, by the names that a ledger has for it.
const EVENTS: [&str; 7] = ["awarded", "renewed", "resealed", "corrected", "revoked", "reinstated", "erased"];

/// An entry says what happened in one table below the event's name, or in a ledger of old beside its name.
fn entry(fields: Fields<'_, '_>, names: &Names<'_>) -> Option<LedgerEntry> {
    let Some(event) = EVENTS.into_iter().find(|it| fields.is_table(it)) else {
        let event = fields.line("event").required();
        return happened(event.as_deref(), fields, names);
    };
    let inner = fields.table(event, "an entry")?;
    fields.close();
    happened(Some(event), inner, names)
}

fn happened(event: Option<&str>, fields: Fields<'_, '_>, names: &Names<'_>) -> Option<LedgerEntry> {
    let id = fields.line("id").must(|it| it.parse().map_err(|it: NameError| Flaw::bad(it.to_string()))).required();
    let at = fields.time("at", &TimeZone::UTC).required();
    let event = match event {
        Some("awarded") => {
            let badge = fields.line("badge").must(|it| match it.parse() {
                // The name that is known already is shared, not kept once more for each award.
                Ok(slug) => Ok(names.badges.get_key_value(&slug).map_or(slug, |(known, _)| known.clone())),
                Err(flaw) => Err(Flaw::bad(flaw.to_string())),
            });
            let badge = badge.required();
            let place = place(&fields);
            let consent = fields.line("consent").optional();
            let review = Review {
                nominator: fields.line("nominator").optional(),
                nominated: fields.time("nominated", &TimeZone::UTC).optional(),
                reviewers: fields.lines("reviewers").into_iter().map(|it| it.value).collect(),
                request: fields.line("request").must(values::url).optional(),
            };
            let review = review.told();
            badge.zip(place).map(|(badge, (list, index))| Event::Awarded { badge, list, index, consent, review })
        }
        Some("revoked") => fields.text("reason").required().map(|reason| Event::Revoked { reason }),
        Some("reinstated") => fields.text("reason").required().map(|reason| Event::Reinstated { reason }),
        Some("renewed") => {
            let from = fields.time("from", &TimeZone::UTC).required();
            let until = fields.time("until", &TimeZone::UTC).optional();
            from.map(|from| Event::Renewed { from, until })
        }
        Some("resealed") if !fields.has("list") && !fields.has("index") => Some(Event::Resealed { place: None }),
        Some("resealed") => place(&fields).map(|place| Event::Resealed { place: Some(place) }),
        Some("corrected") => {
            let by = fields.line("by").must(|it| it.parse().map_err(|it: NameError| Flaw::bad(it.to_string())));
            let by = by.required();
            by.zip(fields.text("reason").required()).map(|(by, reason)| Event::Corrected { by, reason })
        }
        // Written by hand after the entry of the award, it needs no place of its own.
        Some("erased") if !fields.has("list") && !fields.has("index") => Some(Event::Erased { place: None }),
        Some("erased") => place(&fields).map(|place| Event::Erased { place: Some(place) }),
        Some(other) => {
            fields.report("event", Flaw::not_listed("an event of a ledger", other, &EVENTS, false));
            return None;
        }
        None => return None,
    };
    fields.close();
    Some(LedgerEntry { id: id?, at: at?, event: event? })
}

/// A place in a status list: the number of the list, and the index in it.
fn place(fields: &Fields<'_, '_>) -> Option<(u32, u32)> {
    let list = fields.whole("list").must(|it| match u32::try_from(it) {
        Ok(list) if list > 0 => Ok(list),
        _ => Err(Flaw::error(Code::BadLedger, "status lists are numbered from 1")),
    });
    let list = list.required();
    let index = fields.whole("index").must(|it| match u32::try_from(it) {
        Ok(index) if index < status::LENGTH => Ok(index),
        _ => Err(Flaw::error(Code::BadLedger, format!("a status list has the indexes 0 to {}", status::LENGTH - 1))),
    });
    let index = index.required();
    list.zip(index)
}

/// What is known of an award after the entries so far.
struct Known {
    /// Where it is awarded.
    span: Range<usize>,
    at: Timestamp,
    /// Its place in a status list, and where that is given to it.
    place: (u32, u32),
    placed: Range<usize>,
    is_erased: bool,
}

/// Puts the parts together, and holds the entries against each other.
fn gather(file: &Arc<SourceFile>, parts: Vec<Part>) -> Read {
    let ledger = Ledger { entries: Vec::new(), is_whole: true };
    let mut read = Read { ledger, spans: Vec::new(), problems: Vec::new() };
    let mut known: HashMap<AssertionId, Known> = HashMap::new();
    for mut part in parts {
        read.problems.append(&mut part.problems);
        read.ledger.is_whole &= part.is_whole;
        for At { value: entry, span } in part.entries {
            match judge(file, &entry, &span, &mut known) {
                Some(problem) => {
                    read.problems.push(problem);
                    read.ledger.is_whole = false;
                }
                None => {
                    read.ledger.entries.push(entry);
                    read.spans.push(span);
                }
            }
        }
    }
    read.problems.extend(shared(file, &known));
    read
}

/// What is wrong with an entry, after those above it.
fn judge(
    file: &Arc<SourceFile>,
    entry: &LedgerEntry,
    span: &Range<usize>,
    known: &mut HashMap<AssertionId, Known>,
) -> Option<Diagnostic> {
    let id = entry.id;
    let problem = |message: String| Diagnostic::error(Code::BadLedger, message);
    let before = known.get_mut(&id);
    let (Event::Awarded { list, index, .. } | Event::Erased { place: Some((list, index)) }) = &entry.event else {
        let Some(before) = before else {
            return Some(
                problem(format!("nothing above awards `{id}`"))
                    .label(file, span.clone(), "this entry is about it")
                    .help("a ledger is only ever appended to: restore what was taken out of it"),
            );
        };
        match &entry.event {
            Event::Resealed { place: Some(place) } => (before.place, before.placed) = (*place, span.clone()),
            Event::Erased { .. } => before.is_erased = true,
            _ => {}
        }
        return None;
    };
    if let Some(first) = before {
        return Some(
            problem(format!("`{id}` is awarded twice"))
                .label(file, span.clone(), "again here")
                .label(file, first.span.clone(), "first here")
                .help("every assertion has an id of its own: keep the first of the two entries"),
        );
    }
    let is_erased = matches!(entry.event, Event::Erased { .. });
    let (span, placed) = (span.clone(), span.clone());
    known.insert(id, Known { span, at: entry.at, place: (*list, *index), placed, is_erased });
    None
}

/// Awards with one place in a status list, as two branches may give it: to revoke one would revoke both.
fn shared(file: &Arc<SourceFile>, known: &HashMap<AssertionId, Known>) -> Vec<Diagnostic> {
    let mut places: Vec<_> = known.iter().map(|(id, it)| (it.place, it.placed.start, id, it)).collect();
    places.sort_unstable_by_key(|(place, start, ..)| (*place, *start));
    let pairs = places.windows(2).filter(|it| it[0].0 == it[1].0 && !(it[0].3.is_erased && it[1].3.is_erased));
    pairs
        .map(|pair| {
            let ((place, _, _, first), (.., again)) = (&pair[0], &pair[1]);
            let standing = pair.iter().filter(|it| !it.3.is_erased);
            let (_, _, later, _) = standing.max_by_key(|(_, start, _, it)| (it.at, *start)).expect("one is not erased");
            let message = format!("index {} of list {} is taken twice", place.1, place.0);
            Diagnostic::error(Code::SharedIndex, message)
                .label(file, again.placed.clone(), "again here")
                .label(file, first.placed.clone(), "first here")
                .help(format!("`accolade reseal {later}` signs the later award anew, with an index of its own"))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_ledger_are_the_whole() {
        let text = "# ledger\n".to_owned() + &"[[entry]]\nevent = \"erased\"\nid = \"ü\"\n".repeat(9000);
        let parts = parts(&text);
        assert!(parts.len() > 2);
        assert_eq!(parts.iter().map(|part| &text[part.clone()]).collect::<String>(), text);
        assert!(parts[1..].iter().all(|part| text[part.clone()].starts_with("[[entry]]\n")));
    }
}
