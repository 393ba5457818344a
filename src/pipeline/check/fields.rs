//! Reading a TOML table key by key, so that every mistake of a file is found in one go.
//!
//! A key is known because it is asked for: when a table is [closed](Fields::close), what nobody asked for is
//! reported, with the known key that was probably meant.

use super::{
    flaw::{Flaw, list_of},
    syntax::{self, Rest},
    values,
};
use crate::{
    diagnostic::{Code, Diagnostic, Severity, SourceFile, closest},
    time::{self, Timestamp},
};
use jiff::tz::TimeZone;
use std::{
    borrow::Cow,
    cell::{Cell, OnceCell, RefCell},
    ops::Range,
    sync::Arc,
};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// A TOML document that is being read, and what was found wrong with it.
pub(super) struct Document<'a> {
    file: &'a Arc<SourceFile>,
    /// Where the part that is read begins in the file; spans are counted from there.
    offset: usize,
    text: &'a str,
    /// What is left of a text that is not TOML.
    rest: OnceCell<Rest>,
    problems: RefCell<Vec<Diagnostic>>,
    errors: Cell<usize>,
}

impl<'a> Document<'a> {
    /// A whole file.
    pub(super) fn new(file: &'a Arc<SourceFile>) -> Self {
        Self::part(file, 0..file.text.len())
    }

    /// A part of a file that is a document by itself.
    pub(super) fn part(file: &'a Arc<SourceFile>, part: Range<usize>) -> Self {
        let text = &file.text[part.clone()];
        Self {
            file,
            offset: part.start,
            text,
            rest: OnceCell::new(),
            problems: RefCell::default(),
            errors: Cell::new(0),
        }
    }

    /// The document's table. Every place that is not TOML is reported, and the table is then of the rest, if that can be
    /// read: what the rest lacks may be what is broken, and is not missed.
    pub(super) fn parse(&self) -> Option<Spanned<DeTable<'_>>> {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        if errors.is_empty() {
            return Some(table);
        }
        let (spans, flaws): (Vec<_>, Vec<_>) = syntax::flaws(self.text, &errors).into_iter().unzip();
        let rest = self.rest.get_or_init(|| Rest::of(self.text, &spans));
        spans.iter().zip(flaws).for_each(|(span, flaw)| self.report(span, flaw));
        DeTable::parse(&rest.text).ok()
    }

    /// Whether all of it is TOML, as far as it was parsed.
    pub(super) fn is_toml(&self) -> bool {
        self.rest.get().is_none()
    }

    /// Whether `key` may stand in what is not TOML.
    fn may_lack(&self, key: &str) -> bool {
        self.rest.get().is_some_and(|it| it.may_lack(self.text, key))
    }

    /// The keys of `table`, which is `what` (`a badge`).
    pub(super) fn fields<'d>(&'d self, table: &'d Spanned<DeTable<'a>>, what: &'static str) -> Fields<'d, 'a> {
        Fields { document: self, table: table.get_ref(), span: 0..0, what, asked: RefCell::default() }
    }

    /// Reports a flaw at `span` of this document.
    pub(super) fn report(&self, span: &Range<usize>, flaw: Flaw) {
        if flaw.is_secret() {
            return self.push(flaw.in_file(&self.file.path));
        }
        let span = span.start + self.offset..span.end + self.offset;
        self.push(flaw.into_diagnostic().label_at(self.file, span));
    }

    /// Adds a problem that has a place already.
    pub(super) fn push(&self, problem: Diagnostic) {
        self.errors.set(self.errors.get() + usize::from(problem.severity == Severity::Error));
        self.problems.borrow_mut().push(problem);
    }

    /// Whether a problem of this kind was found around `span`.
    pub(super) fn reports(&self, code: Code, span: &Range<usize>) -> bool {
        let (start, end) = (span.start + self.offset, span.end + self.offset);
        let around = |it: &Diagnostic| it.labels.first().is_some_and(|it| it.span.start <= start && end <= it.span.end);
        self.problems.borrow().iter().any(|it| it.code == code && around(it))
    }

    /// Whether nothing was found that stops the build.
    pub(super) fn is_good(&self) -> bool {
        self.errors() == 0
    }

    /// How much was found so far that stops the build.
    pub(super) fn errors(&self) -> usize {
        self.errors.get()
    }

    /// The file.
    pub(super) fn file(&self) -> &'a Arc<SourceFile> {
        self.file
    }

    /// The text that is read.
    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// Everything that was found wrong.
    pub(super) fn into_problems(self) -> Vec<Diagnostic> {
        self.problems.into_inner()
    }
}

/// What keys are called elsewhere, above all in Open Badges, and here.
const OTHERS: [(&str, &[&str]); 12] = [
    ("tags", &["skills"]),
    ("tag", &["skills"]),
    ("expires", &["valid_until", "valid_for", "until"]),
    ("expiration", &["valid_until", "valid_for", "until"]),
    ("achievement_type", &["type"]),
    ("achievementType", &["type"]),
    ("duration", &["hours"]),
    ("homepage", &["url"]),
    ("website", &["url"]),
    ("issued_on", &["date"]),
    ("issuedOn", &["date"]),
    ("timezone", &["time_zone"]),
];

/// A value, and where it stands in its document.
#[derive(Debug, Clone)]
pub(super) struct At<T> {
    pub(super) value: T,
    pub(super) span: Range<usize>,
}

/// The keys of a table.
pub(super) struct Fields<'d, 'a> {
    document: &'d Document<'a>,
    table: &'d DeTable<'a>,
    span: Range<usize>,
    what: &'static str,
    asked: RefCell<Vec<&'static str>>,
}

impl<'d, 'a> Fields<'d, 'a> {
    /// The document that the table is of.
    pub(super) fn document(&self) -> &'d Document<'a> {
        self.document
    }

    /// Where a key's value stands; where the table begins, if there is no such key.
    pub(super) fn span(&self, key: &str) -> Range<usize> {
        self.table.get(key).map_or_else(|| self.span.clone(), Spanned::span)
    }

    /// Whether the table has the key, or may have it where the file is broken.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key) || self.document.may_lack(key)
    }

    /// Whether the key holds a table.
    pub(super) fn is_table(&self, key: &str) -> bool {
        self.table.get(key).is_some_and(|it| matches!(it.get_ref(), DeValue::Table(_)))
    }

    /// Reports a flaw of a key's value, or of `inner` within it if that is a table which has such a key.
    pub(super) fn report_in(&self, key: &str, inner: &str, flaw: Flaw) {
        let within = match self.table.get(key).map(Spanned::get_ref) {
            Some(DeValue::Table(table)) => table.get(inner).map(Spanned::span),
            _ => None,
        };
        self.document.report(&within.unwrap_or_else(|| self.span(key)), flaw);
    }

    /// Reports a flaw of a key's value.
    pub(super) fn report(&self, key: &str, flaw: Flaw) {
        self.document.report(&self.span(key), flaw);
    }

    /// Text of any length, without the white space around it.
    pub(super) fn text(&self, key: &'static str) -> Field<'_, 'd, 'a, String> {
        self.text_as(key, "text")
    }

    fn text_as(&self, key: &'static str, expected: &str) -> Field<'_, 'd, 'a, String> {
        let value = self.value(key, expected, |value| value.as_str().map(str::to_owned));
        value.must(|text| values::text(&text).map_err(|odd| odd.of(key)))
    }

    /// Text on one line.
    pub(super) fn line(&self, key: &'static str) -> Field<'_, 'd, 'a, String> {
        self.line_as(key, "text")
    }

    fn line_as(&self, key: &'static str, expected: &str) -> Field<'_, 'd, 'a, String> {
        let value = self.value(key, expected, |value| value.as_str().map(str::to_owned));
        value.must(|text| values::line(&text).map_err(|odd| odd.of(key)))
    }

    /// Text on one line, or a number, which is kept as it is written.
    pub(super) fn line_or_number(&self, key: &'static str) -> Field<'_, 'd, 'a, String> {
        match self.table.get(key).map(Spanned::get_ref) {
            Some(DeValue::Integer(number)) => {
                let number = number.to_string();
                self.value(key, "text", |_| Some(number))
            }
            Some(DeValue::Float(number)) => {
                let number = number.as_str().to_owned();
                self.value(key, "text", |_| Some(number))
            }
            _ => self.line_as(key, "text or a number"),
        }
    }

    /// A whole number of at least zero that is the same in every reader of JSON.
    pub(super) fn whole(&self, key: &'static str) -> Field<'_, 'd, 'a, u64> {
        if let Some(DeValue::Float(_)) = self.table.get(key).map(Spanned::get_ref) {
            self.asked.borrow_mut().push(key);
            let flaw = Flaw::error(Code::WrongType, format!("`{key}` has to be a whole number"))
                .label("expected a whole number, found a number with a fraction")
                .help("only whole numbers are signed alike everywhere; say the fraction in words");
            self.report(key, flaw);
            return Field { fields: self, key, value: Presence::Refused };
        }
        self.value(key, "a whole number", |value| {
            value.as_integer().map(|it| i128::from_str_radix(it.as_str(), it.radix()).unwrap_or(-1))
        })
        .must(|number| match u64::try_from(number) {
            Ok(number) if number < 1 << 53 => Ok(number),
            read => Err(Flaw::bad(format!("`{key}` has to lie between 0 and 2^53")).help(match read {
                Ok(_) => "write a smaller number: not every reader of JSON counts further",
                Err(_) => "write a whole number that is not below zero",
            })),
        })
    }

    /// `true` or `false`.
    pub(super) fn flag(&self, key: &'static str) -> Field<'_, 'd, 'a, bool> {
        self.value(key, "`true` or `false`", DeValue::as_bool)
    }

    /// A date or a date-time; what lacks a zone is in `zone`.
    pub(super) fn time(&self, key: &'static str, zone: &TimeZone) -> Field<'_, 'd, 'a, Timestamp> {
        self.date(key).must(|text| time::parse(&text, zone).map_err(Flaw::bad))
    }

    /// The same of an end, before which a day that is named has passed.
    pub(super) fn end(&self, key: &'static str, zone: &TimeZone) -> Field<'_, 'd, 'a, Timestamp> {
        self.date(key).must(|text| time::parse_end(&text, zone).map_err(Flaw::bad))
    }

    fn date(&self, key: &'static str) -> Field<'_, 'd, 'a, String> {
        self.value(key, "a date such as 2026-05-04", |value| match value {
            DeValue::Datetime(it) => Some(it.to_string()),
            DeValue::String(it) => Some(it.trim().to_owned()),
            _ => None,
        })
    }

    /// A list of lines of text. A list that is not there is empty.
    pub(super) fn lines(&self, key: &'static str) -> Vec<At<String>> {
        let Some(list) = self.value(key, "a list of texts", |value| value.as_array().cloned()).optional() else {
            return Vec::new();
        };
        let mut lines: Vec<At<String>> = Vec::new();
        for item in list.iter() {
            let span = item.span();
            match item.get_ref().as_str().map(str::trim) {
                None => {
                    let label = format!("expected text, found {}", type_of(item.get_ref()));
                    let flaw = Flaw::error(Code::WrongType, format!("`{key}` has to be a list of texts")).label(label);
                    self.document.report(&span, flaw);
                }
                Some("") => {
                    let flaw = Flaw::bad(format!("`{key}` holds an empty text"));
                    self.document.report(&span, flaw.help("write something, or take it out"));
                }
                Some(text) if text.contains(char::is_control) || text.chars().count() > 500 => {
                    let flaw = Flaw::bad(format!("a text of `{key}` has to be one line of at most 500 characters"));
                    self.document.report(&span, flaw.help("join its lines, and say it in fewer words"));
                }
                Some(text) if lines.iter().any(|known| known.value == text) => {
                    let flaw = Flaw::bad(format!("`{text}` is in `{key}` twice")).help("take one out");
                    self.document.report(&span, flaw);
                }
                Some(text) => lines.push(At { value: text.to_owned(), span }),
            }
        }
        lines
    }

    /// A table within this one, which is `what`.
    pub(super) fn table(&self, key: &'static str, what: &'static str) -> Option<Fields<'d, 'a>> {
        self.asked.borrow_mut().push(key);
        let value = self.table.get(key)?;
        match value.get_ref() {
            DeValue::Table(table) => {
                Some(Fields { document: self.document, table, span: value.span(), what, asked: RefCell::default() })
            }
            other => {
                self.wrong_type(key, value.span(), "a table", other);
                None
            }
        }
    }

    /// Tables within this one (`[[key]]`), each of which is `what`.
    pub(super) fn tables(&self, key: &'static str, what: &'static str) -> Vec<Fields<'d, 'a>> {
        self.asked.borrow_mut().push(key);
        let Some(value) = self.table.get(key) else { return Vec::new() };
        let DeValue::Array(list) = value.get_ref() else {
            let label = format!("expected `[[{key}]]`, found {}", type_of(value.get_ref()));
            let flaw = Flaw::error(Code::WrongType, format!("`{key}` has to be a list of tables")).label(label);
            self.report(key, flaw.help(format!("begin each with a line `[[{key}]]`")));
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in list.iter() {
            match item.get_ref() {
                DeValue::Table(table) => tables.push(Fields {
                    document: self.document,
                    table,
                    span: item.span(),
                    what,
                    asked: RefCell::default(),
                }),
                other => self.wrong_type(key, item.span(), "a table", other),
            }
        }
        tables
    }

    /// Every key with its value, if that is text. Its keys are the author's choice, so none is unknown.
    pub(super) fn entries(&self) -> Vec<(At<String>, At<Option<String>>)> {
        let entry = |(key, value): (&Spanned<Cow<'a, str>>, &Spanned<DeValue<'a>>)| {
            let text = value.get_ref().as_str().map(str::to_owned);
            (At { value: key.get_ref().to_string(), span: key.span() }, At { value: text, span: value.span() })
        };
        self.table.iter().map(entry).collect()
    }

    /// Reports the keys that nobody asked for.
    pub(super) fn close(self) {
        let asked = self.asked.borrow();
        for key in self.table.keys().filter(|key| !asked.contains(&key.get_ref().as_ref())) {
            let name = key.get_ref();
            let help = self.meant(name, &asked);
            let flaw = Flaw::error(Code::UnknownKey, format!("{} has no key `{name}`", self.what));
            self.document.report(&key.span(), flaw.label("not known here").help(help));
        }
    }

    /// What to do about a key that is not known here.
    fn meant(&self, name: &str, asked: &[&'static str]) -> String {
        let others = OTHERS.iter().filter(|(other, _)| *other == name).flat_map(|(_, ours)| *ours);
        let other = others.copied().find(|ours| asked.contains(ours));
        let near = closest(name, asked.iter().copied().filter(|known| !self.has(known)));
        if let Some(known) = near.or(other.filter(|it| !self.has(it))) {
            return format!("did you mean `{known}`?");
        }
        let path = self.document.file.path.trim_end_matches(".toml");
        if ["image", "picture", "logo"].contains(&name) && (asked.contains(&"alt") || asked.contains(&"logo_alt")) {
            return format!("a picture lies beside its file: `{path}.svg` or `{path}.png`");
        }
        format!("known keys: {}", list_of(asked.iter().copied()))
    }

    /// A value that `read` understands.
    fn value<T>(
        &self,
        key: &'static str,
        expected: &str,
        read: impl FnOnce(&DeValue<'a>) -> Option<T>,
    ) -> Field<'_, 'd, 'a, T> {
        self.asked.borrow_mut().push(key);
        let value = match self.table.get(key) {
            None if self.document.may_lack(key) => Presence::Refused,
            None => Presence::Missing,
            Some(value) => match read(value.get_ref()) {
                Some(good) => Presence::Is(good),
                None => {
                    self.wrong_type(key, value.span(), expected, value.get_ref());
                    Presence::Refused
                }
            },
        };
        Field { fields: self, key, value }
    }

    fn wrong_type(&self, key: &str, span: Range<usize>, expected: &str, found: &DeValue<'_>) {
        let flaw = Flaw::error(Code::WrongType, format!("`{key}` has to be {expected}"))
            .label(format!("expected {expected}, found {}", type_of(found)));
        self.document.report(&span, flaw);
    }
}

/// What was found under a key. Mistakes have been reported already.
#[must_use]
pub(super) struct Field<'f, 'd, 'a, T> {
    fields: &'f Fields<'d, 'a>,
    key: &'static str,
    value: Presence<T>,
}

enum Presence<T> {
    Missing,
    Refused,
    Is(T),
}

impl<'f, 'd, 'a, T> Field<'f, 'd, 'a, T> {
    /// What `judge` makes of the value; what it says against it is reported.
    pub(super) fn must<U>(self, judge: impl FnOnce(T) -> Result<U, Flaw>) -> Field<'f, 'd, 'a, U> {
        let value = match self.value {
            Presence::Missing => Presence::Missing,
            Presence::Refused => Presence::Refused,
            Presence::Is(value) => match judge(value) {
                Ok(good) => Presence::Is(good),
                Err(flaw) => {
                    self.fields.report(self.key, flaw);
                    Presence::Refused
                }
            },
        };
        Field { fields: self.fields, key: self.key, value }
    }

    /// The value, if there is a good one.
    pub(super) fn optional(self) -> Option<T> {
        match self.value {
            Presence::Is(value) => Some(value),
            Presence::Missing | Presence::Refused => None,
        }
    }

    /// The value; that there is none is reported.
    pub(super) fn required(self) -> Option<T> {
        let what = self.fields.what;
        self.required_or(|key| {
            Flaw::error(Code::MissingKey, format!("`{key}` is missing")).label(format!("{what} needs it"))
        })
    }

    /// The value; that there is none is reported as `flaw` says.
    pub(super) fn required_or(self, flaw: impl FnOnce(&str) -> Flaw) -> Option<T> {
        if matches!(self.value, Presence::Missing) {
            self.fields.document.report(&self.fields.span, flaw(self.key));
        }
        self.optional()
    }
}

/// A type in words.
fn type_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) => "a number",
        DeValue::Float(_) => "a number with a fraction",
        DeValue::Boolean(_) => "`true` or `false`",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
