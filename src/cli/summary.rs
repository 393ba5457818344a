//! What a change does, as a comment for its pull request.
//!
//! Everything that comes from the repository is a stranger's text: it is shown between code marks, where Markdown,
//! HTML and `@mentions` mean nothing.

use crate::{
    diagnostic::{Diagnostics, Severity},
    model::Gallery,
    pipeline::{Approvals, Changes},
};
use std::fmt::Write;

/// Longer lists are cut: hosts refuse comments of more than 65,536 characters.
const MOST: usize = 50;

pub(super) fn markdown(
    problems: &Diagnostics,
    gallery: Option<&Gallery>,
    changes: Option<&Changes>,
    approvals: &[Approvals],
) -> String {
    let mut text = String::from("<!-- accolade check -->\n## What this change does\n\n");
    if let Some(changes) = changes {
        let none = changes.added.is_empty() && changes.changed.is_empty() && changes.removed.is_empty();
        if none {
            text.push_str("Nothing that the site shows.\n\n");
        }
        list(&mut text, "Adds", changes.added.iter().map(|path| code(&described(path, gallery))));
        list(&mut text, "Changes", changes.changed.iter().map(|path| code(&described(path, gallery))));
        list(&mut text, "Removes", changes.removed.iter().map(|path| code(path)));
        list(&mut text, "Revokes", changes.revoked.iter().map(|id| code(id.as_str())));
        list(&mut text, "Reinstates", changes.reinstated.iter().map(|id| code(id.as_str())));
    }
    if !approvals.is_empty() {
        text.push_str("## Who has agreed\n\n| file | needs | has |\n|---|---|---|\n");
        for it in approvals.iter().take(MOST) {
            let names = |names: &[String]| names.iter().map(|it| code(it)).collect::<Vec<_>>().join(", ");
            let given: Vec<String> = it.given.iter().map(|it| format!("@{}", it.login)).collect();
            let has = if given.is_empty() { "nobody yet".to_owned() } else { names(&given) };
            let _ = writeln!(text, "| {} | {} of {} | {has} |", cell(&code(&it.path)), it.needed, cell(&names(&it.by)));
        }
        text.push('\n');
        if let Some(sentence) = blind(approvals) {
            let _ = writeln!(text, "{sentence}.\n");
        }
    }
    let _ = write!(
        text,
        "## {}\n\n",
        match (problems.errors(), problems.warnings()) {
            (0, 0) => "No problems".to_owned(),
            _ => format!("To look at: {}", problems.summary()),
        }
    );
    let mut sorted: Vec<_> = problems.all().iter().collect();
    sorted.sort_by_key(|it| (std::cmp::Reverse(it.severity), it.path().unwrap_or_default().to_owned()));
    for it in sorted.iter().take(MOST) {
        let word = if it.severity == Severity::Error { "Error" } else { "Warning" };
        let place = it.path().map(|path| format!(" in {}", code(path))).unwrap_or_default();
        let _ = writeln!(text, "- **{word}**{place}: {}", code(&it.message));
        if let Some(help) = &it.help {
            let _ = writeln!(text, "  How to mend it: {}", code(help));
        }
    }
    if sorted.len() > MOST {
        let _ = writeln!(text, "- and {} more: `accolade check` shows them all", sorted.len() - MOST);
    }
    text
}

/// What cannot be seen about those who agreed.
pub(super) fn blind(approvals: &[Approvals]) -> Option<&'static str> {
    approvals.iter().any(|it| it.is_blind).then_some(
        "Some recipients are known by hashes of their addresses, so nobody but the reviewers can see whether they are among \
         them",
    )
}

fn list(text: &mut String, title: &str, entries: impl ExactSizeIterator<Item = String>) {
    let all = entries.len();
    if all == 0 {
        return;
    }
    let _ = write!(text, "**{title}**\n\n");
    for entry in entries.take(MOST) {
        let _ = writeln!(text, "- {entry}");
    }
    if all > MOST {
        let _ = writeln!(text, "- and {} more", all - MOST);
    }
    text.push('\n');
}

/// A file, with the name of what it is about.
fn described(path: &str, gallery: Option<&Gallery>) -> String {
    let name = path.strip_prefix("badges/").and_then(|it| it.strip_suffix(".toml"));
    let badge = gallery.and_then(|it| it.badges.iter().find(|(slug, _)| Some(slug.as_str()) == name));
    badge.map_or_else(|| path.to_owned(), |(_, badge)| format!("{path}: {}", badge.name))
}

/// Text that reads as it is written: every mark that could mean something is escaped (CommonMark 0.31, section 2.4), and
/// what would call somebody stands between code marks.
pub(super) fn plain(text: &str) -> String {
    if text.contains('@') {
        return code(text);
    }
    let one_line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let visible = one_line.chars().filter(|it| !it.is_control() && !is_invisible(*it));
    // An escaped mark shows as itself; those that never mean anything within a line are left for whoever reads the source.
    let means = |c: char| c.is_ascii_punctuation() && !".,;:'\"?/%=".contains(c);
    visible.fold(String::new(), |mut text, c| {
        if means(c) {
            text.push('\\');
        }
        text.push(c);
        text
    })
}

/// Text in which nothing has a meaning (CommonMark 0.31, section 6.1): on one line, between more backticks than it holds.
pub(super) fn code(text: &str) -> String {
    let one_line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let visible: String = one_line.chars().filter(|it| !it.is_control() && !is_invisible(*it)).collect();
    let longest = visible.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let marks = "`".repeat(longest + 1);
    let pad = if visible.starts_with('`') || visible.ends_with('`') || visible.is_empty() { " " } else { "" };
    format!("{marks}{pad}{visible}{pad}{marks}")
}

/// Marks that turn the direction of text around, and so hide what stands there.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// In a table, a bar ends a cell also within code.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
