//! How the ledger is written: tables at its end, and nothing before them touched.

use crate::{
    model::{Event, LedgerEntry, Review, Slug},
    time,
};
use std::fmt::Write;
use toml_edit::{Item, Table};

/// What a new ledger begins with.
const HEADER: &str = "\
# The ledger: every award ever made, and what became of it. `accolade award`, `sign`, `revoke` and `reinstate` add to
# its end; nobody edits what stands here, for published links and signed status lists depend on it.
";

/// Where an issuer's ledger is.
pub(super) fn path(issuer: &Slug) -> String {
    format!("status/{issuer}/ledger.toml")
}

/// The text to add for `entries`; with the header if the ledger is `new`.
pub(super) fn text(entries: &[LedgerEntry], new: bool) -> String {
    let mut text = if new { HEADER.to_owned() } else { String::new() };
    for entry in entries {
        write_entry(&mut text, entry).expect("writing to a String does not fail");
    }
    text
}

/// Git puts the entries of two branches one after another (`merge=union`), and lines that both have into one. So an entry
/// has two lines, and no other entry has either of them.
fn write_entry(text: &mut String, entry: &LedgerEntry) -> std::fmt::Result {
    let LedgerEntry { id, at, event } = entry;
    let (at, name) = (time::format(*at), name(event));
    write!(text, "\n[[entry]] # {name} {id} {at}\n{name} = {{ id = \"{id}\", at = {at}")?;
    match event {
        Event::Awarded { badge, list, index, consent, review } => {
            write!(text, ", badge = \"{badge}\", list = {list}, index = {index}")?;
            if let Some(consent) = consent {
                write!(text, ", consent = {}", quoted(consent))?;
            }
            if let Some(review) = review {
                write_review(text, review)?;
            }
        }
        Event::Revoked { reason } | Event::Reinstated { reason } => write!(text, ", reason = {}", quoted(reason))?,
        Event::Renewed { from, until } => {
            write!(text, ", from = {}", time::format(*from))?;
            if let Some(until) = until {
                write!(text, ", until = {}", time::format(*until))?;
            }
        }
        Event::Corrected { by, reason } => write!(text, ", by = \"{by}\", reason = {}", quoted(reason))?,
        Event::Resealed { place } | Event::Erased { place } => {
            if let Some((list, index)) = place {
                write!(text, ", list = {list}, index = {index}")?;
            }
        }
    }
    text.write_str(" }\n")
}

fn name(event: &Event) -> &'static str {
    match event {
        Event::Awarded { .. } => "awarded",
        Event::Revoked { .. } => "revoked",
        Event::Reinstated { .. } => "reinstated",
        Event::Renewed { .. } => "renewed",
        Event::Resealed { .. } => "resealed",
        Event::Corrected { .. } => "corrected",
        Event::Erased { .. } => "erased",
    }
}

fn write_review(text: &mut String, review: &Review) -> std::fmt::Result {
    if let Some(nominator) = &review.nominator {
        write!(text, ", nominator = {}", quoted(nominator))?;
    }
    if let Some(nominated) = review.nominated {
        write!(text, ", nominated = {}", time::format(nominated))?;
    }
    if !review.reviewers.is_empty() {
        let reviewers: Vec<String> = review.reviewers.iter().map(|it| quoted(it)).collect();
        write!(text, ", reviewers = [{}]", reviewers.join(", "))?;
    }
    if let Some(request) = &review.request {
        write!(text, ", request = {}", quoted(request))?;
    }
    Ok(())
}

/// The id in an entry, as it is written today or in a ledger of old.
pub(super) fn id_in(entry: &Table) -> Option<&str> {
    let told = entry.get("id").or_else(|| entry.iter().find_map(|(_, it)| it.as_table_like()?.get("id")));
    told.and_then(Item::as_str)
}

/// A TOML string on one line.
fn quoted(text: &str) -> String {
    let one_line: Vec<&str> = text.split_whitespace().collect();
    toml_edit::Value::from(one_line.join(" ")).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_has_two_lines_that_no_other_has() {
        let entry = LedgerEntry {
            id: "0kq8zv5n3x7rj2m4c9td".parse().unwrap(),
            at: "2026-05-04T18:30:00Z".parse().unwrap(),
            event: Event::Awarded {
                badge: "soldering".parse().unwrap(),
                list: 1,
                index: 94_567,
                consent: Some("said \"yes\"\nin the forum".to_owned()),
                review: Review { reviewers: vec!["https://forge.example/grace".to_owned()], ..Review::default() }
                    .told(),
            },
        };
        assert_eq!(
            text(&[entry], false),
            "\n[[entry]] # awarded 0kq8zv5n3x7rj2m4c9td 2026-05-04T18:30:00Z\n\
             awarded = { id = \"0kq8zv5n3x7rj2m4c9td\", at = 2026-05-04T18:30:00Z, badge = \"soldering\", list = 1, \
             index = 94567, consent = 'said \"yes\" in the forum', reviewers = [\"https://forge.example/grace\"] }\n"
        );
    }

    #[test]
    fn any_reason_is_read_back_as_it_was() {
        for reason in ["plain", "it's \"both\"", "back\\slash", "tab\u{7f}del", "日本語"] {
            let table: toml::Table = format!("reason = {}", quoted(reason)).parse().unwrap();
            assert_eq!(table["reason"].as_str(), Some(reason));
        }
    }
}
