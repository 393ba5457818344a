//! What is put into messages: text, and numbers, which decide between singular and plural.

use fluent_bundle::{FluentValue, memoizer::MemoizerKind};
use std::borrow::Cow;

/// Marks that stand for what a language puts between thousands, and before a fraction. No text holds them.
pub(super) const MARKS: [char; 2] = ['\u{e000}', '\u{e001}'];

/// A value of a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'v> {
    /// Text.
    Text(Cow<'v, str>),
    /// A number.
    Number(f64),
}

impl Value<'_> {
    pub(super) fn fluent(&self) -> FluentValue<'_> {
        match self {
            Self::Text(text) => FluentValue::String(Cow::Borrowed(text)),
            Self::Number(number) => FluentValue::from(*number),
        }
    }
}

impl<'v> From<&'v str> for Value<'v> {
    fn from(text: &'v str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'v> From<&'v String> for Value<'v> {
    fn from(text: &'v String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'v> From<&'v Cow<'v, str>> for Value<'v> {
    fn from(text: &'v Cow<'v, str>) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<usize> for Value<'_> {
    #[expect(clippy::cast_precision_loss, reason = "nobody counts beyond 2^53")]
    fn from(number: usize) -> Self {
        Self::Number(number as f64)
    }
}

impl From<f64> for Value<'_> {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

/// Writes numbers with marks in them, which each language replaces by its own.
pub(super) fn format<M: MemoizerKind>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(with_marks(&number.as_string())),
        _ => None,
    }
}

/// `1234.5` → `1` mark `234` mark `5`.
pub(super) fn with_marks(number: &str) -> String {
    let (whole, fraction) = number.split_once('.').map_or((number, None), |(whole, rest)| (whole, Some(rest)));
    let digits = whole.trim_start_matches('-');
    let mut marked = String::from(&whole[..whole.len() - digits.len()]);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            marked.push(MARKS[0]);
        }
        marked.push(digit);
    }
    if let Some(fraction) = fraction {
        marked.push(MARKS[1]);
        marked.push_str(fraction);
    }
    marked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_marked() {
        let shown = |number: &str| with_marks(number).replace(MARKS[0], "'").replace(MARKS[1], ",");
        assert_eq!(shown("7"), "7");
        assert_eq!(shown("999"), "999");
        assert_eq!(shown("-1234567.25"), "-1'234'567,25");
    }
}
