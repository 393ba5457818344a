//! Diagnostics as SARIF 2.1.0, which code hosts and editors read.

use super::{Code, Diagnostic, Diagnostics, Severity, explain, lines::Lines};
use serde_json::{Value, json};

pub(super) fn write(problems: &Diagnostics, lines: &mut Lines) -> String {
    let sorted = problems.sorted();
    let mut codes: Vec<Code> = sorted.iter().map(|it| it.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let rules: Vec<Value> = codes.iter().map(|code| rule(*code)).collect();
    let results: Vec<Value> = sorted.into_iter().map(|it| result(it, &codes, lines)).collect();
    let report = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "accolade",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{report:#}\n")
}

fn rule(code: Code) -> Value {
    let page = explain::page(code);
    json!({
        "id": code.as_str(),
        "shortDescription": { "text": explain::title(page) },
        "help": { "text": page, "markdown": page },
    })
}

fn result(problem: &Diagnostic, codes: &[Code], lines: &mut Lines) -> Value {
    let help = problem.help.as_deref().map(|it| format!("\n{it}")).unwrap_or_default();
    let mut result = json!({
        "ruleId": problem.code.as_str(),
        "ruleIndex": codes.binary_search(&problem.code).unwrap_or_default(),
        "level": if problem.severity == Severity::Error { "error" } else { "warning" },
        "message": { "text": format!("{}{help}", problem.message) },
    });
    if let Some(path) = problem.path() {
        let mut place = json!({ "artifactLocation": { "uri": uri(path) } });
        if let Some(label) = problem.labels.first() {
            let start = lines.position(&label.file, label.span.start);
            let end = lines.position(&label.file, label.span.end);
            place["region"] = json!({
                "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column,
            });
        }
        result["locations"] = json!([{ "physicalLocation": place }]);
    }
    result
}

/// A path as a relative reference (RFC 3986, section 4.2).
fn uri(path: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~/".contains(&b);
    path.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}
