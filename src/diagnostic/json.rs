//! Diagnostics for scripts.

use super::{Diagnostic, Diagnostics, Severity, lines::Lines};
use serde::Serialize;

/// What `--format json` writes.
#[derive(Serialize)]
struct Report<'a> {
    /// Every problem, ordered by file and place.
    problems: Vec<Problem<'a>>,
    /// How many of them stop the build.
    errors: usize,
    /// How many do not.
    warnings: usize,
}

/// One problem. Lines and columns count from 1, columns in characters; the end is exclusive.
/// What is not known is left out.
#[derive(Serialize)]
struct Problem<'a> {
    severity: &'static str,
    code: &'static str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
}

pub(super) fn write(problems: &Diagnostics, lines: &mut Lines) -> String {
    let report = Report {
        problems: problems.sorted().into_iter().map(|it| problem(it, lines)).collect(),
        errors: problems.errors(),
        warnings: problems.warnings(),
    };
    let mut text = serde_json::to_string_pretty(&report).expect("texts and numbers can always be written");
    text.push('\n');
    text
}

fn problem<'a>(problem: &'a Diagnostic, lines: &mut Lines) -> Problem<'a> {
    let label = problem.labels.first();
    let start = label.map(|it| lines.position(&it.file, it.span.start));
    let end = label.map(|it| lines.position(&it.file, it.span.end));
    Problem {
        severity: match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        code: problem.code.as_str(),
        message: &problem.message,
        file: problem.path(),
        line: start.map(|it| it.line),
        column: start.map(|it| it.column),
        end_line: end.map(|it| it.line),
        end_column: end.map(|it| it.column),
        label: label.map(|it| it.text.as_str()).filter(|it| !it.is_empty()),
        help: problem.help.as_deref(),
    }
}
