//! The answers of an issue form, as GitHub, Forgejo and Gitea write them into the text of an issue: a heading
//! `### Label` for each question, and below it what was typed.
//!
//! Whoever writes the issue can edit all of it, so nothing here is believed: a heading that is there twice is refused,
//! since only one of the two can be the form's.
//!
//! Source: GitHub Docs, "Syntax for GitHub's form schema"; an answer that was left empty is `_No response_`.

use std::{collections::BTreeMap, fmt};

/// A question of a nomination's form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Which badge.
    Badge,
    /// Whose: the address of a profile.
    Recipient,
    /// Under which name.
    Name,
    /// Where they agreed to be named.
    Consent,
    /// What they did.
    Narrative,
    /// Where that can be seen.
    Evidence,
    /// When.
    Date,
}

impl Field {
    /// The words by which a label is known. A label that begins with one of them is that question's, then one that
    /// holds one of them; the questions are asked in this order.
    const LABELS: [(Self, &[&str]); 7] = [
        (Self::Badge, &["badge", "abzeichen"]),
        (Self::Consent, &["consent", "agreed", "agree", "einwilligung", "zustimmung"]),
        (Self::Evidence, &["evidence", "proof", "belege", "nachweise", "links"]),
        (Self::Narrative, &["narrative", "what", "why", "story", "begründung", "was"]),
        (Self::Date, &["date", "day", "when", "datum", "tag", "wann"]),
        (Self::Name, &["name"]),
        (Self::Recipient, &["recipient", "profile", "who", "person", "empfänger", "empfängerin", "profil", "wer"]),
    ];

    /// The question that a label asks.
    fn of(label: &str) -> Option<Self> {
        let label = label.to_lowercase();
        let words: Vec<&str> = label.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
        let first = words.first()?;
        let begins = Self::LABELS.iter().find(|(_, known)| known.contains(first));
        let holds = || Self::LABELS.iter().find(|(_, known)| known.iter().any(|it| words.contains(it)));
        begins.or_else(holds).map(|(field, _)| *field)
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Badge => "Badge",
            Self::Recipient => "Recipient",
            Self::Name => "Name",
            Self::Consent => "Consent",
            Self::Narrative => "Narrative",
            Self::Evidence => "Evidence",
            Self::Date => "Date",
        })
    }
}

/// The answers. A question that was asked and not answered has none, a question that the form does not ask is not there.
///
/// # Errors
///
/// The question whose heading is there twice.
pub fn read(text: &str) -> Result<BTreeMap<Field, Option<String>>, Field> {
    let mut answers: BTreeMap<Field, String> = BTreeMap::new();
    let mut current: Option<Field> = None;
    let lines: Vec<&str> = text.lines().map(|line| line.trim_end_matches('\r')).collect();
    for (n, line) in lines.iter().enumerate() {
        if let Some(label) = line.strip_prefix("### ") {
            let field = Field::of(label);
            // A heading of one's own belongs to what one tells; the form's other questions are boxes to tick.
            let is_own = field.is_none() && current == Some(Field::Narrative) && !asks_to_tick(&lines[n + 1..]);
            if !is_own {
                if let Some(field) = field
                    && answers.insert(field, String::new()).is_some()
                {
                    return Err(field);
                }
                current = field;
                continue;
            }
        }
        if let Some(answer) = current.and_then(|it| answers.get_mut(&it)) {
            answer.push_str(line);
            answer.push('\n');
        }
    }
    Ok(answers.into_iter().map(|(field, text)| (field, answer(&text))).collect())
}

/// Whether the first line with words is a box.
fn asks_to_tick(lines: &[&str]) -> bool {
    lines.iter().map(|it| it.trim()).find(|it| !it.is_empty()).is_some_and(|it| it.starts_with("- ["))
}

/// What was typed, without what the host says where nothing was; signs that nobody can see or type are left out.
fn answer(text: &str) -> Option<String> {
    let visible: String = text.chars().filter(|c| !c.is_control() || *c == '\n' || *c == '\t').collect();
    let plain = visible.trim();
    let is_empty = plain.is_empty() || ["_No response_", "*No response*", "None"].contains(&plain);
    (!is_empty).then(|| plain.to_owned())
}

/// The boxes that were ticked, if an answer is made of boxes.
#[must_use]
pub fn ticked(answer: &str) -> Option<Vec<&str>> {
    let mut ticked = Vec::new();
    for line in answer.lines().map(str::trim).filter(|it| !it.is_empty()) {
        let line = line.strip_prefix("- [").or_else(|| line.strip_prefix("* ["))?;
        let (mark, text) = line.split_once(']')?;
        if mark.eq_ignore_ascii_case("x") {
            ticked.push(text.trim());
        }
    }
    Some(ticked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_found_below_their_labels_in_any_wording() {
        let text = "### Which badge?\r\n\r\nsoldering\r\n\r\n### Recipient's profile\r\n\r\nhttps://forge.example/ada\r\n\r\n\
                    ### What did they do?\r\n\r\nTen joints.\r\n\r\n### In detail\r\n\r\nAll *held*.\r\n\r\n\
                    ### Evidence\r\n\r\n_No response_\r\n\r\n### Our rules\r\n\r\n- [X] I have read them\r\n";
        let read = read(text).unwrap();
        assert_eq!(read[&Field::Badge].as_deref(), Some("soldering"));
        assert_eq!(read[&Field::Recipient].as_deref(), Some("https://forge.example/ada"));
        assert_eq!(read[&Field::Narrative].as_deref(), Some("Ten joints.\n\n### In detail\n\nAll *held*."));
        assert_eq!(read[&Field::Evidence], None);
        assert_eq!(read.len(), 4);
    }

    #[test]
    fn a_label_means_one_question() {
        for (label, field) in [
            ("Name", Some(Field::Name)),
            ("Name of the recipient", Some(Field::Name)),
            ("The recipient's name", Some(Field::Name)),
            ("Where the recipient agreed to be named", Some(Field::Consent)),
            ("Day of the award", Some(Field::Date)),
            ("Profile of the person", Some(Field::Recipient)),
            ("Belege", Some(Field::Evidence)),
            ("Abzeichen", Some(Field::Badge)),
            ("Code of conduct", None),
            ("…", None),
        ] {
            assert_eq!(Field::of(label), field, "{label}");
        }
    }

    #[test]
    fn a_heading_of_the_form_that_is_there_twice_is_refused() {
        assert_eq!(read("### Badge\na\n### Narrative\nx\n### Badge\nb\n"), Err(Field::Badge));
    }

    #[test]
    fn only_ticked_boxes_count() {
        assert_eq!(ticked("- [X] I agree\n- [ ] Not I\n"), Some(vec!["I agree"]));
        assert_eq!(ticked("- [ ] I agree"), Some(vec![]));
        assert_eq!(ticked("https://forge.example/1"), None);
    }
}
