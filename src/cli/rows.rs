//! Many awards from a CSV file: every row is read and checked before anything is made of the first.

use super::{
    details::{Details, Mistakes, described, identity},
    output::{Failure, count},
};
use crate::{
    diagnostic::closest,
    disk,
    ledger::Wanted,
    model::{Badge, Gallery},
};
use jiff::tz::TimeZone;
use std::path::Path;

/// The columns that a file may have, besides `result:NAME`.
const COLUMNS: &[&str] = &[
    "email",
    "url",
    "did",
    "name",
    "consent",
    "date",
    "narrative",
    "evidence",
    "evidence_name",
    "valid_from",
    "valid_until",
    "activity_start",
    "activity_end",
    "role",
    "licence_number",
    "credits",
    "term",
];

/// What the rows of a table ask for.
#[derive(Default)]
pub(super) struct Table {
    /// The awards of the rows that are good in themselves.
    pub(super) wanted: Vec<Wanted>,
    /// What is wrong with the others.
    pub(super) mistakes: Vec<String>,
}

/// What the rows of `file` ask for. A file of addresses may not lie in the repository at `root`.
pub(super) fn of_file(
    file: &Path,
    root: &Path,
    gallery: &Gallery,
    badge: &Badge,
    defaults: &Details,
) -> Result<Table, Failure> {
    must_lie_outside(file, root)?;
    let bytes = disk::read_given(file)?;
    Ok(read(&bytes, badge, defaults, &gallery.site.time_zone)
        .unwrap_or_else(|mistakes| Table { mistakes, ..Table::default() }))
}

/// Refuses a file of addresses that lies in the repository, or beside it in the git work tree that both are part of.
pub(super) fn must_lie_outside(file: &Path, root: &Path) -> Result<(), Failure> {
    let own_tree = || disk::git_work_tree(root).filter(|it| disk::git_work_tree(file).as_ref() == Some(it));
    let place = if disk::lies_in(file, root) {
        "the repository".to_owned()
    } else if let Some(tree) = own_tree().filter(|it| disk::lies_in(file, it)) {
        format!("the git work tree of the repository, `{}`", tree.display())
    } else {
        return Ok(());
    };
    Err(Failure::Refused(format!(
        "`{}` lies in {place}, where its addresses could be published by accident: move it elsewhere",
        file.display()
    )))
}

/// Everything that is wrong with a file, one line for each in the order of its rows, and that nothing came of it.
pub(super) fn in_file(file: &Path, mut mistakes: Vec<String>, nothing: &str) -> Failure {
    mistakes.sort_by_key(|it| row_of(it).map_or(usize::MAX, |(row, _)| row));
    let lines: Vec<String> = together(&mistakes).iter().map(|it| format!("`{}`, {it}", file.display())).collect();
    Failure::Refused(format!("{}\nerror: {nothing}", lines.join("\nerror: ")))
}

/// What is wrong alike in many rows is said once: `rows 2 to 31, column name: …`.
fn together(mistakes: &[String]) -> Vec<String> {
    let mut found: Vec<(Vec<usize>, &str)> = Vec::new();
    for mistake in mistakes {
        match row_of(mistake) {
            Some((row, rest)) => match found.iter_mut().find(|(rows, it)| *it == rest && !rows.is_empty()) {
                Some((rows, _)) => rows.push(row),
                None => found.push((vec![row], rest)),
            },
            None => found.push((Vec::new(), mistake)),
        }
    }
    found.iter().map(|(rows, rest)| format!("{}{rest}", numbers(rows))).collect()
}

/// The row that is wrong, and what is wrong with it.
fn row_of(mistake: &str) -> Option<(usize, &str)> {
    let mistake = mistake.strip_prefix("row ")?;
    let (row, rest) = mistake.split_at(mistake.find([',', ':'])?);
    Some((row.parse().ok()?, rest))
}

/// `row 3`, `rows 3 and 5`, `rows 2 to 31, 33 and 40`.
fn numbers(rows: &[usize]) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for row in rows {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *row => *last = *row,
            _ => runs.push((*row, *row)),
        }
    }
    let mut parts: Vec<String> = runs
        .iter()
        .flat_map(|(first, last)| match last - first {
            0 => vec![first.to_string()],
            1 => vec![first.to_string(), last.to_string()],
            _ => vec![format!("{first} to {last}")],
        })
        .collect();
    let Some(last) = parts.pop() else { return String::new() };
    let word = if rows.len() == 1 { "row" } else { "rows" };
    if parts.is_empty() { format!("{word} {last}") } else { format!("{word} {} and {last}", parts.join(", ")) }
}

/// What the rows of `bytes` ask for, or why they cannot be read. What a row leaves empty is taken from `defaults`.
fn read(bytes: &[u8], badge: &Badge, defaults: &Details, zone: &TimeZone) -> Result<Table, Vec<String>> {
    // A table that was saved by a spreadsheet may begin with a byte order mark.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let (table, delimiter) = separated(bytes);
    if table.iter().all(u8::is_ascii_whitespace) {
        return Err(vec!["row 1: the file is empty; the first row has to name the columns".to_owned()]);
    }
    if let Some(line) = open_quote(bytes, delimiter) {
        return Err(vec![format!("line {line}: the double quote that opens here is never closed")]);
    }
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).trim(csv::Trim::All).flexible(true).from_reader(table);
    let header = in_lower_case(reader.headers().map_err(|error| vec![unreadable(&error)])?);
    let mut mistakes = unknown_columns(&header, badge);
    if !mistakes.is_empty() {
        return Err(mistakes);
    }

    let mut wanted = Vec::new();
    let mut record = csv::StringRecord::new();
    let mut rows = Rows::after(table, &reader);
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Err(error) => {
                mistakes.push(unreadable(&error));
                break;
            }
            Ok(true) => {}
        }
        let row = rows.next(&reader);
        if record.iter().all(str::is_empty) {
            continue;
        }
        if record.len() > header.len() {
            mistakes.push(format!(
                "row {row}: there are {} values for {}; put a value with a {} in double quotes",
                record.len(),
                count(header.len(), "column", "columns"),
                match delimiter {
                    b';' => "semicolon",
                    b'\t' => "tab",
                    _ => "comma",
                },
            ));
            continue;
        }
        match award(&header, &record, badge, defaults, zone) {
            Ok(it) => wanted.push(Wanted { place: format!("row {row}: "), ..it }),
            Err(wrong) => {
                mistakes.extend(wrong.0.into_iter().map(|it| format!("row {row}, column {}: {}", it.detail, it.why)));
            }
        }
    }
    if wanted.is_empty() && mistakes.is_empty() {
        mistakes.push("row 2: there is nobody below the names of the columns".to_owned());
    }
    Ok(Table { wanted, mistakes })
}

/// The rows of a table, each with its number and its values, the names of the columns first; whatever the columns are.
pub(super) fn records(bytes: &[u8]) -> Result<Vec<(usize, Vec<String>)>, Vec<String>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let (table, delimiter) = separated(bytes);
    if let Some(line) = open_quote(bytes, delimiter) {
        return Err(vec![format!("line {line}: the double quote that opens here is never closed")]);
    }
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .trim(csv::Trim::All)
        .flexible(true)
        .has_headers(false)
        .from_reader(table);
    let mut rows = Rows { bytes: table, read: 0, row: 0 };
    let mut records = Vec::new();
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(|error| vec![unreadable(&error)])? {
        records.push((rows.next(&reader), record.iter().map(str::to_owned).collect()));
    }
    Ok(records)
}

/// Counts rows as spreadsheets number them: an empty line is one, and a cell of many lines is in one.
struct Rows<'b> {
    bytes: &'b [u8],
    /// How far the bytes were read.
    read: usize,
    row: usize,
}

impl<'b> Rows<'b> {
    /// Below the names of the columns, which were read.
    fn after(bytes: &'b [u8], reader: &csv::Reader<&[u8]>) -> Self {
        let mut rows = Self { bytes, read: 0, row: 0 };
        rows.next(reader);
        rows
    }

    /// The number of the row that was just read.
    fn next(&mut self, reader: &csv::Reader<&[u8]>) -> usize {
        let end = usize::try_from(reader.position().byte()).unwrap_or(self.bytes.len()).min(self.bytes.len());
        let is_end = |it: &u8| matches!(it, b'\r' | b'\n');
        let lines = |bytes: &[u8]| bytes.iter().filter(|it| **it == b'\n').count();
        // Between the cells of the row before and those of this one.
        let before = self.bytes[..self.read].iter().rev().take_while(|it| is_end(it)).count();
        let above = self.bytes[self.read..end].iter().take_while(|it| is_end(it)).count();
        let lines = lines(&self.bytes[self.read - before..self.read + above]);
        self.row += if self.row == 0 { lines + 1 } else { lines.max(1) };
        self.read = end;
        self.row
    }
}

/// A table, and what stands between two columns: spreadsheets write a semicolon where the comma is in numbers, and some
/// say so in a line `sep=;` above the table, which they do not show.
fn separated(bytes: &[u8]) -> (&[u8], u8) {
    const KNOWN: [u8; 3] = [b',', b';', b'\t'];
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    if let [mark @ .., delimiter] = first.strip_suffix(b"\r").unwrap_or(first)
        && mark.eq_ignore_ascii_case(b"sep=")
        && KNOWN.contains(delimiter)
    {
        return (bytes.get(first.len() + 1..).unwrap_or_default(), *delimiter);
    }
    (bytes, KNOWN.into_iter().find(|it| first.contains(it)).unwrap_or(b','))
}

/// The line on which a value in double quotes begins that goes on to the end of the file: it would swallow all rows
/// below.
fn open_quote(bytes: &[u8], delimiter: u8) -> Option<usize> {
    let (mut line, mut opened, mut before) = (1, None, b'\n');
    let mut closed_just_now = false;
    for byte in bytes.iter().copied() {
        let begins = before == delimiter || before == b'\n' || before == b'\r';
        let closes = byte == b'"' && opened.is_some();
        if closes {
            opened = None;
        } else if byte == b'"' && (begins || closed_just_now) {
            // Two double quotes in a row stand for one, and the value goes on.
            opened = Some(line);
        }
        closed_just_now = closes;
        line += usize::from(byte == b'\n');
        before = byte;
    }
    opened
}

/// Columns are known by their names in small letters; the names of results are as the badge has them.
fn in_lower_case(header: &csv::StringRecord) -> csv::StringRecord {
    header.iter().map(|it| if it.starts_with("result:") { it.to_owned() } else { it.to_lowercase() }).collect()
}

fn unreadable(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::Utf8 { pos, .. } => {
            let line = pos.as_ref().map_or(1, csv::Position::line);
            format!("line {line}: this is not UTF-8; save the table as \"CSV UTF-8\"")
        }
        _ => error.to_string(),
    }
}

fn unknown_columns(header: &csv::StringRecord, badge: &Badge) -> Vec<String> {
    if let Some(address) = header.iter().find(|it| it.contains('@')) {
        return vec![format!(
            "row 1: `{address}` is no column; the first row has to name the columns, such as `email`"
        )];
    }
    let mut mistakes = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for (number, column) in header.iter().enumerate() {
        if let Some(result) = column.strip_prefix("result:") {
            mistakes.extend(described(result, badge).err().map(|why| format!("row 1, column {}: {why}", number + 1)));
        } else if !COLUMNS.contains(&column) {
            let near = closest(column, COLUMNS.iter().copied());
            mistakes.push(match near {
                Some(near) => format!("row 1, column {}: `{column}` is not known; did you mean `{near}`?", number + 1),
                None => format!(
                    "row 1, column {}: `{column}` is not known; the columns are {} and result:NAME",
                    number + 1,
                    COLUMNS.join(", ")
                ),
            });
        }
        if seen.contains(&column) && column != "evidence" && column != "evidence_name" {
            mistakes.push(format!("row 1, column {}: `{column}` is there twice", number + 1));
        }
        seen.push(column);
    }
    if mistakes.is_empty() && !["email", "url", "did"].iter().any(|it| seen.contains(it)) {
        mistakes.push("row 1: there is no column `email`, `url` or `did`, so nobody is named".to_owned());
    }
    mistakes
}

fn award(
    header: &csv::StringRecord,
    record: &csv::StringRecord,
    badge: &Badge,
    defaults: &Details,
    zone: &TimeZone,
) -> Result<Wanted, Mistakes> {
    let cells = || header.iter().zip(record.iter()).filter(|(_, value)| !value.is_empty());
    let cell = |name: &str| cells().find(|(column, _)| *column == name).map(|(_, value)| value.to_owned());
    let all = |name: &str| -> Vec<String> {
        cells().filter(|(column, _)| *column == name).map(|(_, value)| value.to_owned()).collect()
    };
    let or = |name: &str, default: &Option<String>| cell(name).or_else(|| default.clone());
    let many = |name: &str, default: &[String]| {
        let own = all(name);
        if own.is_empty() { default.to_vec() } else { own }
    };
    let mut results: Vec<String> =
        cells().filter_map(|(column, value)| Some(format!("{}={value}", column.strip_prefix("result:")?))).collect();
    if results.is_empty() {
        results.clone_from(&defaults.results);
    }
    let own_evidence = cell("evidence").is_some();
    let details = Details {
        name: cell("name"),
        consent: cell("consent").filter(|_| cell("name").is_some()),
        date: or("date", &defaults.date),
        narrative: or("narrative", &defaults.narrative),
        evidence: many("evidence", &defaults.evidence),
        evidence_name: if own_evidence { all("evidence_name") } else { many("evidence_name", &defaults.evidence_name) },
        valid_from: or("valid_from", &defaults.valid_from),
        valid_until: or("valid_until", &defaults.valid_until),
        activity_start: or("activity_start", &defaults.activity_start),
        activity_end: or("activity_end", &defaults.activity_end),
        role: or("role", &defaults.role),
        licence_number: or("licence_number", &defaults.licence_number),
        credits: or("credits", &defaults.credits),
        term: or("term", &defaults.term),
        results,
    };

    let mut mistakes = Mistakes::default();
    let (email, url, did) = (cell("email"), cell("url"), cell("did"));
    let who = identity(email.as_deref(), url.as_deref(), did.as_deref(), &mut mistakes);
    let wanted = details.wanted(badge, who, zone, &mut mistakes);
    if mistakes.0.is_empty() { Ok(wanted) } else { Err(mistakes) }
}
