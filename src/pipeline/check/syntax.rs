//! What of a file is not TOML, and what of it can be read all the same.

use super::flaw::Flaw;
use crate::diagnostic::{Code, closest};
use std::ops::Range;
use toml::de::Error;

/// What a parser says of `text`, and where; of what it says of one line, the first, which led to the others.
pub(super) fn flaws(text: &str, errors: &[Error]) -> Vec<(Range<usize>, Flaw)> {
    if let Some(conflict) = conflict(text) {
        let flaw = Flaw::error(Code::TomlSyntax, "git found a conflict, and left both versions")
            .label("from here on")
            .help("keep what is right of both (of a ledger every entry), and take out the lines with `<<<<<<<`, `=======` and `>>>>>>>`");
        return vec![(conflict, flaw)];
    }
    let mut found: Vec<(Range<usize>, Flaw)> = Vec::new();
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        let mut said = error.message().lines();
        let message = said.next().unwrap_or("this is not TOML");
        // The keys below a broken header are those of another table as well.
        let follows = |known: &Range<usize>| {
            lines(text, known) == lines(text, &span)
                || message == "duplicate key" && broken(text, known).contains(&span.start)
        };
        if found.iter().any(|(known, _)| follows(known)) {
            continue;
        }
        let flaw = Flaw::error(Code::TomlSyntax, message).help(advice(message));
        found.push((span, flaw.label(said.collect::<Vec<_>>().join(", "))));
    }
    found
}

/// A text in which what is not TOML is blank.
pub(super) struct Rest {
    /// As long as the text, so that every place in it is the same.
    pub(super) text: String,
    /// What was made blank.
    lost: Vec<Range<usize>>,
}

impl Rest {
    /// The text without what is broken at `spans`.
    pub(super) fn of(text: &str, spans: &[Range<usize>]) -> Self {
        let lost: Vec<Range<usize>> = spans.iter().map(|span| broken(text, span)).collect();
        let mut bytes = text.as_bytes().to_vec();
        for range in &lost {
            bytes[range.clone()].iter_mut().filter(|it| !matches!(it, b'\r' | b'\n')).for_each(|it| *it = b' ');
        }
        Self { text: String::from_utf8(bytes).expect("whole lines were made blank"), lost }
    }

    /// Whether `key`, or what was meant to be it, may stand in what was made blank of `text`.
    pub(super) fn may_lack(&self, text: &str, key: &str) -> bool {
        let mut words =
            self.lost.iter().flat_map(|it| text[it.clone()].split(|c: char| !c.is_alphanumeric() && c != '_'));
        words.any(|it| closest(it, [key]).is_some())
    }
}

/// What cannot be read because of what is wrong at `span`: its lines, and below a header of a table, the table.
fn broken(text: &str, span: &Range<usize>) -> Range<usize> {
    let lines = lines(text, span);
    let is_header = text[lines.clone()].trim_start().starts_with('[');
    let next = if is_header { text[lines.end..].find("\n[") } else { Some(0) };
    lines.start..next.map_or(text.len(), |it| lines.end + it)
}

/// The whole lines around a span, without the end of the last.
fn lines(text: &str, span: &Range<usize>) -> Range<usize> {
    let bytes = text.as_bytes();
    let (from, to) = (span.start.min(bytes.len()), span.end.max(span.start).min(bytes.len()));
    let start = bytes[..from].iter().rposition(|it| *it == b'\n').map_or(0, |at| at + 1);
    // A span that ends a line does not touch the next.
    let to = if to > from && bytes[to - 1] == b'\n' { to - 1 } else { to };
    let end = bytes[to..].iter().position(|it| *it == b'\n').map_or(bytes.len(), |at| to + at);
    start..end
}

/// The line with which git begins a conflict that it leaves to people.
fn conflict(text: &str) -> Option<Range<usize>> {
    let start = match text.starts_with("<<<<<<< ") {
        true => 0,
        false => text.find("\n<<<<<<< ")? + 1,
    };
    let is_whole = text[start..].contains("\n=======\n") || text[start..].contains("\n=======\r\n");
    let end = text[start..].find('\n')?;
    is_whole.then_some(start..start + end)
}

/// What to do about something of which the parser says `message`.
fn advice(message: &str) -> &'static str {
    let says = |words: &[&str]| words.iter().any(|it| message.contains(it));
    if says(&["duplicate key"]) {
        "a key is written once in its table, and a table once in its file: keep one of the two"
    } else if says(&["must be quoted"]) {
        "put the text between quotation marks"
    } else if says(&["escape", "unicode"]) {
        "write a backslash twice, or the text between single quotation marks"
    } else if says(&["string", "quote"]) {
        "end the text with the mark that begins it; text of several lines has three on each side"
    } else if says(&["unexpected key or value", "unexpected content"]) {
        "begin a new line, or put text that holds one kind of quotation mark between the other kind"
    } else if says(&["inline table"]) {
        "write the table on one line, as `{ name = \"text\", number = 1 }`"
    } else if says(&["unclosed table", "array table", "table open"]) {
        "write the line as `[name]`, or as `[[name]]` where there may be several"
    } else if says(&["array"]) && !says(&["dotted"]) {
        "write the list as `[\"one\", \"two\"]`"
    } else if says(&["dotted"]) {
        "a key holds a value or a table: rename one of the two, or take it out"
    } else if says(&["date", "time"]) {
        "write a day such as 2026-05-04, or a time such as 2026-05-04T18:30:00"
    } else if says(&["boolean"]) {
        "write `true` or `false`, or put text between quotation marks"
    } else if says(&["float", "integer", "fraction", "exponent", "mantissa", "digits", "zero", "sign", "radix"]) {
        "write a number such as 12 or 1.5, or put text between quotation marks"
    } else {
        "write `key = value` on a line of its own, with text between quotation marks"
    }
}
