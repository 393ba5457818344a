//! What a judge says: the key of a message, and the values that it names.
//!
//! The words are those of the reader's language, and stand in the message files once: for the command line, for pages,
//! and for their script. A value may be a sentence itself: the reason for another one.

use crate::{
    time::Timestamp,
    words::{Value, Words, english, visible},
};
use jiff::{SignedDuration, tz::TimeZone};
use std::{borrow::Cow, fmt};

/// What messages call their values, in order.
const NAMES: [&str; 4] = ["v0", "v1", "v2", "v3"];

/// A sentence in no language yet: a whole one without its full stop, or a part of one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Sentence {
    key: &'static str,
    values: Vec<Part>,
}

/// A value of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Part {
    /// What reads the same in every language: an address, a key, or the words of somebody else.
    Text(String),
    /// A day, in UTC: its first moment, so that what is said of one day is the same sentence.
    Day(Timestamp),
    /// The reason.
    Sentence(Sentence),
    /// The same, where a whole sentence becomes part of another.
    Clause(Sentence),
    /// Names of things, of which the language makes a list.
    List(Vec<Sentence>),
}

/// The key of a message that names `N` values. All are in [`says`](super::says).
#[derive(Debug, Clone, Copy)]
pub struct Key<const N: usize>(pub(super) &'static str);

impl<const N: usize> Key<N> {
    /// The key itself.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.0
    }

    /// The sentence with its values.
    #[must_use]
    pub fn with(self, values: [Part; N]) -> Sentence {
        Sentence { key: self.0, values: values.into() }
    }
}

impl Sentence {
    /// The key of its message.
    #[must_use]
    pub fn key(&self) -> &'static str {
        self.key
    }

    /// The keys of the sentences within it, each before those within that.
    #[must_use]
    pub fn reasons(&self) -> Vec<&'static str> {
        let mut keys = Vec::new();
        for value in &self.values {
            if let Part::Sentence(inner) | Part::Clause(inner) = value {
                keys.push(inner.key);
                keys.extend(inner.reasons());
            }
        }
        keys
    }

    /// The things that it lists.
    #[must_use]
    pub fn listed(&self) -> &[Sentence] {
        let list = self.values.iter().find_map(|it| match it {
            Part::List(names) => Some(names.as_slice()),
            _ => None,
        });
        list.unwrap_or_default()
    }

    /// The sentence in a language. Days are written as that language writes them.
    #[must_use]
    pub fn said(&self, words: &Words) -> String {
        let texts: Vec<Cow<'_, str>> = self.values.iter().map(|it| it.said(words)).collect();
        let values: Vec<(&str, Value<'_>)> = NAMES.into_iter().zip(texts.iter().map(Value::from)).collect();
        words.say(self.key, &values)
    }
}

impl Part {
    /// The last day of what ends at `until`, which is exclusive: the day of the moment before.
    #[must_use]
    pub fn last_day(until: Timestamp) -> Self {
        until.checked_sub(SignedDuration::from_millis(1)).unwrap_or(until).into()
    }

    fn said(&self, words: &Words) -> Cow<'_, str> {
        Cow::Owned(match self {
            Self::Text(text) => return Cow::Borrowed(text),
            Self::Day(time) => words.day(TimeZone::UTC.to_datetime(*time).date()),
            Self::Sentence(sentence) => sentence.said(words),
            Self::Clause(sentence) => lower_first(&sentence.said(words)),
            Self::List(names) => {
                let names: Vec<String> = names.iter().map(|it| it.said(words)).collect();
                words.list(&names.iter().map(String::as_str).collect::<Vec<_>>())
            }
        })
    }
}

pub(super) fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}

/// In English, the language of the command line, as a terminal may show it.
impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&visible(&self.said(english())))
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&visible(&self.said(english())))
    }
}

impl From<Key<0>> for Sentence {
    fn from(key: Key<0>) -> Self {
        key.with([])
    }
}

/// What somebody told, in their own words.
impl From<&str> for Sentence {
    fn from(text: &str) -> Self {
        super::says::TOLD.with([text.into()])
    }
}

impl From<Key<0>> for Part {
    fn from(key: Key<0>) -> Self {
        Self::Sentence(key.into())
    }
}

impl From<Sentence> for Part {
    fn from(sentence: Sentence) -> Self {
        Self::Sentence(sentence)
    }
}

impl From<&str> for Part {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Part {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Timestamp> for Part {
    fn from(time: Timestamp) -> Self {
        const DAY: i128 = 24 * 60 * 60 * 1_000_000_000;
        let day = Timestamp::from_nanosecond(time.as_nanosecond().div_euclid(DAY) * DAY);
        Self::Day(day.unwrap_or(time))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trust::says;

    #[test]
    fn what_is_said_of_one_day_is_the_same_sentence() {
        let at = |time: &str| says::DATES_EXPIRED.with([time.parse::<Timestamp>().unwrap().into()]);
        assert_eq!(at("2026-05-04T00:00:00Z"), at("2026-05-04T23:59:59.5Z"));
        assert_ne!(at("2026-05-04T23:59:59.5Z"), at("2026-05-05T00:00:00Z"));
        assert_eq!(at("1969-12-31T23:59:59.5Z").to_string(), "It expired on 31 December 1969");
        let ends = |time: &str| says::DATES_EXPIRED.with([Part::last_day(time.parse().unwrap())]).to_string();
        assert_eq!(ends("2026-12-01T00:00:00Z"), "It expired on 30 November 2026");
        assert_eq!(ends("2026-12-01T00:00:01Z"), "It expired on 1 December 2026");
    }

    #[test]
    fn a_sentence_is_said_in_any_language() {
        let at: Timestamp = "2026-05-04T18:30:00Z".parse().unwrap();
        let sentence = says::PROOF_BAD_OF.with(["eddsa-jcs-2022".into(), says::PROOF_EXPIRED.with([at.into()]).into()]);
        assert_eq!(sentence.to_string(), "The eddsa-jcs-2022 proof does not hold: it expired on 4 May 2026");
        let german = Words::new("de", &[], &mut Default::default());
        assert_eq!(
            sentence.said(&german),
            "Die Signatur eddsa-jcs-2022 stimmt nicht: sie ist am 4. Mai 2026 abgelaufen"
        );
    }
}
