//! To nominate: a request for awards, as a file that people can read, review and mend.
//!
//! Everything that was typed becomes a TOML string of the library's making, so that no text, whoever wrote it, can
//! become a key or a table.

use crate::{
    model::{Award, Evidence, Identity, ResultValue},
    time::{self, Timestamp},
};
use jiff::tz::TimeZone;
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

/// Who asks, and where.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// Who nominates: a name, `@account`, or the address of a profile.
    pub nominator: Option<String>,
    /// The address at which it was asked for.
    pub at: Option<String>,
}

/// The text of a nomination for `awards`, which are all of one badge. What all of them say stands above the recipients.
///
/// Days are written as such where the moment is midnight in `zone`, the one of the site.
#[must_use]
pub fn nomination(asked: &Asked, awards: &[Award], zone: &TimeZone) -> String {
    let mut document = DocumentMut::new();
    let root = document.as_table_mut();
    if let Some(first) = awards.first() {
        root.insert("badge", value(first.badge.as_str()));
    }
    if let Some(nominator) = &asked.nominator {
        root.insert("nominator", value(nominator));
    }
    let mut details: Vec<Table> = awards.iter().map(|it| of(it, zone)).collect();
    for (key, item) in common(&mut details) {
        root.insert(&key, item);
    }
    let mut recipients = ArrayOfTables::new();
    for (award, details) in awards.iter().zip(details) {
        let mut table = recipient(award);
        for (key, item) in details {
            table.insert(&key, item);
        }
        recipients.push(table);
    }
    root.insert("recipient", Item::ArrayOfTables(recipients));
    let awards = if awards.len() == 1 { "the award" } else { "the awards" };
    let at = asked.at.as_ref().map(|it| format!("# Asked for at {it}\n")).unwrap_or_default();
    format!(
        "# Under review. Once it is merged, `accolade sign` makes {awards} and takes this file away.\n{at}{document}"
    )
}

/// Takes out what every award says alike.
fn common(details: &mut [Table]) -> Vec<(String, Item)> {
    let Some(first) = details.first().cloned() else { return Vec::new() };
    let mut common = Vec::new();
    for (key, item) in &first {
        let text = item.to_string();
        if details.iter().all(|it| it.get(key).is_some_and(|it| it.to_string() == text)) {
            details.iter_mut().for_each(|it| drop(it.remove(key)));
            common.push((key.to_owned(), item.clone()));
        }
    }
    common
}

fn recipient(award: &Award) -> Table {
    let mut table = Table::new();
    match &award.recipient.identity {
        Identity::EmailHash { hash, salt } => {
            table.insert("email_hash", value(hash));
            table.insert("salt", value(salt));
        }
        Identity::Profile(url) => drop(table.insert("url", value(url))),
        Identity::Did(did) => drop(table.insert("did", value(did))),
    }
    if let Some((name, consent)) = &award.recipient.name {
        table.insert("name", value(name));
        table.insert("consent", value(&consent.0));
    }
    table
}

/// Everything about an award but its badge and its recipient.
fn of(award: &Award, zone: &TimeZone) -> Table {
    let mut table = Table::new();
    let begins = |it: Option<Timestamp>| it.map(|it| time::write(it, zone));
    let dates = [
        ("date", begins(award.date)),
        ("valid_from", begins(award.valid_from)),
        ("valid_until", award.valid_until.map(|it| time::write_end(it, zone))),
        ("activity_start", begins(award.activity_start)),
        ("activity_end", begins(award.activity_end)),
    ];
    for (key, text) in dates {
        if let Some(text) = text {
            table.insert(key, text.parse::<toml_edit::Datetime>().map_or_else(|_| value(text), value));
        }
    }
    let texts = [
        ("role", &award.role),
        ("licence_number", &award.licence_number),
        ("term", &award.term),
        ("narrative", &award.narrative),
    ];
    for (key, text) in texts {
        if let Some(text) = text {
            table.insert(key, value(text));
        }
    }
    if let Some(credits) = award.credits.and_then(|it| i64::try_from(it).ok()) {
        table.insert("credits", value(credits));
    }
    if !award.results.is_empty() {
        table.insert("result", Item::ArrayOfTables(award.results.iter().map(result).collect()));
    }
    if !award.evidence.is_empty() {
        table.insert("evidence", Item::ArrayOfTables(award.evidence.iter().map(evidence).collect()));
    }
    table
}

fn result(result: &ResultValue) -> Table {
    let mut table = Table::new();
    table.insert("result", value(result.result.as_str()));
    if let Some(level) = &result.level {
        table.insert("level", value(level.as_str()));
    }
    if let Some(it) = &result.value {
        table.insert("value", value(it));
    }
    table
}

fn evidence(evidence: &Evidence) -> Table {
    let mut table = Table::new();
    for (key, text) in [("name", &evidence.name), ("url", &evidence.url), ("narrative", &evidence.narrative)] {
        if let Some(text) = text {
            table.insert(key, value(text));
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Consent, Recipient};

    fn award(url: &str, narrative: &str) -> Award {
        Award {
            badge: "soldering".parse().unwrap(),
            recipient: Recipient { identity: Identity::Profile(url.to_owned()), name: None },
            date: Some("2026-05-03T22:00:00Z".parse().unwrap()),
            valid_from: None,
            valid_until: Some("2026-12-31T23:00:00Z".parse().unwrap()),
            narrative: Some(narrative.to_owned()),
            evidence: Vec::new(),
            activity_start: None,
            activity_end: None,
            role: None,
            licence_number: None,
            credits: Some(2),
            term: None,
            results: Vec::new(),
            source: None,
        }
    }

    #[test]
    fn what_all_say_stands_above_what_one_says() {
        let awards = [award("https://forge.example/ada", "Ten joints."), award("https://forge.example/bo", "Twelve.")];
        let text = nomination(&Asked::default(), &awards, &TimeZone::get("Europe/Berlin").unwrap());
        assert_eq!(
            text,
            "# Under review. Once it is merged, `accolade sign` makes the awards and takes this file away.\n\
             badge = \"soldering\"\ndate = 2026-05-04\nvalid_until = 2026-12-31\ncredits = 2\n\n\
             [[recipient]]\nurl = \"https://forge.example/ada\"\nnarrative = \"Ten joints.\"\n\n\
             [[recipient]]\nurl = \"https://forge.example/bo\"\nnarrative = \"Twelve.\"\n"
        );
    }

    #[test]
    fn no_text_can_become_anything_else() {
        for evil in [
            "\"\n[[recipient]]\nurl = \"https://evil.example/\"\n",
            "'''\nnominator = '@grace'\n'''",
            "\"\"\"\nbadge = \"other\"\n\"\"\"",
            "\\\u{7f}\u{0}\r\n\t\u{2028}",
            "]]\n[awarding]\nby = []",
        ] {
            let mut it = award("https://forge.example/ada", evil);
            it.recipient.name = Some((evil.to_owned(), Consent(evil.to_owned())));
            it.evidence = vec![Evidence { name: Some(evil.to_owned()), ..Evidence::default() }];
            let asked = Asked { nominator: Some(evil.to_owned()), at: None };
            let text = nomination(&asked, &[it], &TimeZone::UTC);
            let read: toml::Table = text.parse().unwrap();
            assert_eq!(read["narrative"].as_str(), Some(evil), "{text}");
            assert_eq!(read["nominator"].as_str(), Some(evil));
            assert_eq!(read["badge"].as_str(), Some("soldering"));
            assert_eq!(read.keys().len(), 8, "{text}");
            let recipients = read["recipient"].as_array().unwrap();
            assert_eq!(recipients.len(), 1);
            assert_eq!(recipients[0]["name"].as_str(), Some(evil));
        }
    }
}
