//! How the ledger is written: tables at its end, and nothing before them touched.

use crate::{
    model::{Event, LedgerEntry, Review, Slug},
    time,
};
use std::fmt::Write;

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

fn write_entry(text: &mut String, entry: &LedgerEntry) -> std::fmt::Result {
    let event = match &entry.event {
        Event::Awarded { .. } => "awarded",
        Event::Revoked { .. } => "revoked",
        Event::Reinstated { .. } => "reinstated",
        Event::Renewed { .. } => "renewed",
        Event::Corrected { .. } => "corrected",
        Event::Erased { .. } => "erased",
    };
    writeln!(text, "\n[[entry]]\nevent = \"{event}\"\nid = \"{}\"\nat = {}", entry.id, time::format(entry.at))?;
    match &entry.event {
        Event::Awarded { badge, list, index, consent, review } => {
            writeln!(text, "badge = \"{badge}\"\nlist = {list}\nindex = {index}")?;
            if let Some(consent) = consent {
                writeln!(text, "consent = {}", quoted(consent))?;
            }
            if let Some(review) = review {
                write_review(text, review)?;
            }
        }
        Event::Revoked { reason } | Event::Reinstated { reason } => writeln!(text, "reason = {}", quoted(reason))?,
        Event::Renewed { from, until } => {
            writeln!(text, "from = {}", time::format(*from))?;
            if let Some(until) = until {
                writeln!(text, "until = {}", time::format(*until))?;
            }
        }
        Event::Corrected { by, reason } => writeln!(text, "by = \"{by}\"\nreason = {}", quoted(reason))?,
        Event::Erased { place: Some((list, index)) } => writeln!(text, "list = {list}\nindex = {index}")?,
        Event::Erased { place: None } => {}
    }
    Ok(())
}

fn write_review(text: &mut String, review: &Review) -> std::fmt::Result {
    if let Some(nominator) = &review.nominator {
        writeln!(text, "nominator = {}", quoted(nominator))?;
    }
    if let Some(nominated) = review.nominated {
        writeln!(text, "nominated = {}", time::format(nominated))?;
    }
    if !review.reviewers.is_empty() {
        let reviewers: Vec<String> = review.reviewers.iter().map(|it| quoted(it)).collect();
        writeln!(text, "reviewers = [{}]", reviewers.join(", "))?;
    }
    if let Some(request) = &review.request {
        writeln!(text, "request = {}", quoted(request))?;
    }
    Ok(())
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
    fn an_entry_is_a_table_of_its_own() {
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
            "\n[[entry]]\nevent = \"awarded\"\nid = \"0kq8zv5n3x7rj2m4c9td\"\nat = 2026-05-04T18:30:00Z\n\
             badge = \"soldering\"\nlist = 1\nindex = 94567\nconsent = 'said \"yes\" in the forum'\n\
             reviewers = [\"https://forge.example/grace\"]\n"
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
