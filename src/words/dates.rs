//! Dates, by the patterns and month names of a language's messages.

use super::Words;
use jiff::civil::Date;

/// Marks for day, month and year in a pattern.
const PLACES: [char; 3] = ['\u{e010}', '\u{e011}', '\u{e012}'];

/// How a language writes dates, ready to be filled in.
#[derive(Debug, Clone, Default)]
pub(super) struct Dates {
    day: String,
    month: String,
    months: Vec<String>,
}

impl Dates {
    pub(super) fn new(words: &Words) -> Self {
        let [day, month, year] = PLACES.map(|it| it.to_string());
        let values = [("day", (&day).into()), ("month", (&month).into()), ("year", (&year).into())];
        Self {
            day: words.plain("date-day", &values),
            month: words.plain("date-month", &values[1..]),
            months: (1..=12).map(|number| words.plain(&format!("month-{number}"), &[])).collect(),
        }
    }

    pub(super) fn day(&self, date: Date) -> String {
        self.fill(&self.day, date)
    }

    pub(super) fn month(&self, date: Date) -> String {
        self.fill(&self.month, date)
    }

    fn fill(&self, pattern: &str, date: Date) -> String {
        let mut text = String::with_capacity(pattern.len() + 16);
        for c in pattern.chars() {
            match PLACES.iter().position(|it| *it == c) {
                Some(0) => text.push_str(&date.day().to_string()),
                Some(1) => {
                    let place = usize::try_from(date.month() - 1).unwrap_or_default();
                    text.push_str(self.months.get(place).map_or("", String::as_str));
                }
                Some(_) => text.push_str(&date.year().to_string()),
                None => text.push(c),
            }
        }
        text
    }
}
