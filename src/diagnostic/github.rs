//! Diagnostics as annotations of a pull request: GitHub's workflow commands, one a line.

use super::{Diagnostics, Severity, lines::Lines};
use crate::words::visible;

pub(super) fn write(problems: &Diagnostics, lines: &mut Lines) -> String {
    let mut text = String::new();
    for it in problems.sorted() {
        let level = if it.severity == Severity::Error { "error" } else { "warning" };
        let mut places = Vec::new();
        if let Some(path) = it.path() {
            places.push(format!("file={}", property(&visible(path))));
        }
        if let Some(label) = it.labels.first() {
            let start = lines.position(&label.file, label.span.start);
            let end = lines.position(&label.file, label.span.end);
            places.push(format!("line={},col={}", start.line, start.column));
            // Columns mean something on one line only.
            if end.line == start.line {
                places.push(format!("endLine={},endColumn={}", end.line, end.column));
            }
        }
        places.push(format!("title={}", property(it.code.as_str())));
        let help = it.help.as_deref().map(|help| format!("\n{}", visible(help))).unwrap_or_default();
        text.push_str(&format!(
            "::{level} {}::{}\n",
            places.join(","),
            data(&format!("{}{help}", visible(&it.message)))
        ));
    }
    text
}

/// What stands after the second pair of colons. The log of a run shows it as a terminal would.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
