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
    /// Whether all entries are good.
    pub(super) is_whole: bool,
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
    let table = document.parse();
    if let Some(table) = &table {
        let fields = document.fields(table, "a ledger");
        for table in fields.tables("entry", "an entry") {
            let span = table.span("");
            if let Some(value) = entry(table, names) {
                entries.push(At { value, span: start + span.start..start + span.end });
            }
        }
        fields.close();
    }
    let is_whole = document.is_good();
    Part { entries, is_toml: table.is_some(), is_whole, problems: document.into_problems() }
}

fn entry(fields: Fields<'_, '_>, names: &Names<'_>) -> Option<LedgerEntry> {
    let event = fields.line("event").required();
    let id = fields.line("id").must(|it| it.parse().map_err(|it: NameError| Flaw::bad(it.to_string()))).required();
    let at = fields.time("at", &TimeZone::UTC).required();
    let event = match event.as_deref() {
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
        Some("corrected") => {
            let by = fields.line("by").must(|it| it.parse().map_err(|it: NameError| Flaw::bad(it.to_string())));
            let by = by.required();
            by.zip(fields.text("reason").required()).map(|(by, reason)| Event::Corrected { by, reason })
        }
        // Written by hand after the entry of the award, it needs no place of its own.
        Some("erased") if !fields.has("list") && !fields.has("index") => Some(Event::Erased { place: None }),
        Some("erased") => place(&fields).map(|place| Event::Erased { place: Some(place) }),
        Some(other) => {
            let known = ["awarded", "renewed", "corrected", "revoked", "reinstated", "erased"];
            fields.report("event", Flaw::not_listed("an event of a ledger", other, &known, false));
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

/// Puts the parts together, and holds the entries against each other.
fn gather(file: &Arc<SourceFile>, parts: Vec<Part>) -> Read {
    let mut read = Read { ledger: Ledger::default(), spans: Vec::new(), problems: Vec::new(), is_whole: true };
    let mut ids: HashMap<AssertionId, Range<usize>> = HashMap::new();
    let mut indexes: HashMap<(u32, u32), Range<usize>> = HashMap::new();
    for mut part in parts {
        read.problems.append(&mut part.problems);
        read.is_whole &= part.is_whole;
        for At { value: entry, span } in part.entries {
            match judge(file, &entry, &span, &mut ids, &mut indexes) {
                Some(problem) => {
                    read.problems.push(problem);
                    read.is_whole = false;
                }
                None => {
                    read.ledger.entries.push(entry);
                    read.spans.push(span);
                }
            }
        }
    }
    read
}

/// What is wrong with an entry, after those above it.
fn judge(
    file: &Arc<SourceFile>,
    entry: &LedgerEntry,
    span: &Range<usize>,
    ids: &mut HashMap<AssertionId, Range<usize>>,
    indexes: &mut HashMap<(u32, u32), Range<usize>>,
) -> Option<Diagnostic> {
    let id = entry.id;
    let problem = |message: String| Diagnostic::error(Code::BadLedger, message);
    let (Event::Awarded { list, index, .. } | Event::Erased { place: Some((list, index)) }) = &entry.event else {
        return (!ids.contains_key(&id)).then(|| {
            problem(format!("nothing above awards `{id}`"))
                .label(file, span.clone(), "this entry is about it")
                .help("a ledger is only ever appended to: restore what was taken out of it")
        });
    };
    if let Some(first) = ids.get(&id) {
        return Some(
            problem(format!("`{id}` is awarded twice"))
                .label(file, span.clone(), "again here")
                .label(file, first.clone(), "first here")
                .help("every assertion has an id of its own: keep the first of the two entries"),
        );
    }
    if let Some(first) = indexes.get(&(*list, *index)) {
        return Some(
            problem(format!("index {index} of list {list} is taken twice"))
                .label(file, span.clone(), "again here")
                .label(file, first.clone(), "first here")
                .help("an index is never used again: make the later award anew"),
        );
    }
    ids.insert(id, span.clone());
    indexes.insert((*list, *index), span.clone());
    None
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
