//! Diagnostics as text for people, and as JSON for scripts.

use super::{
    Diagnostic, Diagnostics, Label, Severity,
    lines::{Lines, floor_char_boundary},
};
use crate::words::visible;
use annotate_snippets::{
    AnnotationKind, Level, Renderer, Snippet,
    renderer::{DEFAULT_HELP_STYLE, DEFAULT_LINE_NUM_STYLE, DecorStyle},
};
use std::{collections::HashMap, ops::Range, sync::Arc};

/// How problems are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Source lines with carets, in colour.
    Colour,
    /// Source lines with carets.
    Plain,
    /// One JSON object.
    Json,
    /// Annotations of a pull request on GitHub.
    Github,
    /// SARIF 2.1.0.
    Sarif,
}

impl Diagnostics {
    /// All problems as text, ordered by file and place; an empty line stands between two of them.
    /// No problems are no text, except in JSON, where they are an object with an empty list.
    #[must_use]
    pub fn show(&self, style: Style) -> String {
        let mut lines = Lines::default();
        let renderer = match style {
            Style::Json => return super::json::write(self, &mut lines),
            Style::Github => return super::github::write(self, &mut lines),
            Style::Sarif => return super::sarif::write(self, &mut lines),
            Style::Colour => Renderer::styled().decor_style(DecorStyle::Ascii),
            Style::Plain => Renderer::plain(),
        };
        let mut shown = Vec::new();
        for kind in kinds(&self.sorted()) {
            let in_full = if kind.len() > FEW { &kind[..SOME] } else { &kind[..] };
            shown.extend(in_full.iter().map(|it| show(it, &renderer, style, &mut lines)));
            if in_full.len() < kind.len() {
                shown.push(places(&kind[SOME..], &mut lines));
            }
        }
        shown.join("\n")
    }

    /// The closing line: `2 errors and 1 warning`, `no problems`.
    #[must_use]
    pub fn summary(&self) -> String {
        let count = |number: usize, word: &str| match number {
            0 => None,
            1 => Some(format!("1 {word}")),
            _ => Some(format!("{number} {word}s")),
        };
        match (count(self.errors(), "error"), count(self.warnings(), "warning")) {
            (Some(errors), Some(warnings)) => format!("{errors} and {warnings}"),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => "no problems".into(),
        }
    }

    /// All problems, by file and then by place.
    pub(super) fn sorted(&self) -> Vec<&Diagnostic> {
        let mut sorted: Vec<&Diagnostic> = self.all().iter().collect();
        sorted.sort_by_cached_key(|it| {
            let place = it.labels.first().map_or(0, |label| label.span.start);
            (it.path().unwrap_or_default().to_owned(), place, it.code, it.message.clone())
        });
        sorted
    }
}

impl Diagnostic {
    /// The file that the problem is in, if it is in one.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        self.labels.first().map(|label| label.file.path.as_str()).or(self.file.as_deref())
    }
}

/// So many problems of one kind are shown in full.
const FEW: usize = 8;

/// Of more than that these, and the places of the others.
const SOME: usize = 5;

/// So many places are named one by one.
const PLACES: usize = 40;

/// Problems in their order; those that are mended in the same way stand together once there are more than a few of them.
fn kinds<'a>(problems: &[&'a Diagnostic]) -> Vec<Vec<&'a Diagnostic>> {
    let key = |it: &'a Diagnostic| Some((it.code, it.help.as_deref()?));
    let mut numbers: HashMap<_, usize> = HashMap::new();
    problems.iter().filter_map(|it| key(it)).for_each(|it| *numbers.entry(it).or_default() += 1);
    let mut kinds: Vec<Vec<&Diagnostic>> = Vec::new();
    let mut begun: HashMap<_, usize> = HashMap::new();
    for problem in problems {
        match key(problem).filter(|it| numbers[it] > FEW) {
            Some(key) => match begun.get(&key) {
                Some(place) => kinds[*place].push(problem),
                None => {
                    begun.insert(key, kinds.len());
                    kinds.push(vec![problem]);
                }
            },
            None => kinds.push(vec![problem]),
        }
    }
    kinds
}

/// Where else there are problems of a kind that was shown.
fn places(problems: &[&Diagnostic], lines: &mut Lines) -> String {
    let mut text = format!("and {} more of this kind:\n", problems.len());
    for problem in problems.iter().take(PLACES) {
        let place = match (problem.labels.first(), &problem.file) {
            (Some(label), _) => {
                let at = lines.position(&label.file, label.span.start);
                format!("{}:{}:{}", visible(&label.file.path), at.line, at.column)
            }
            (None, Some(path)) => visible(path).into_owned(),
            (None, None) => visible(&problem.message).into_owned(),
        };
        text.push_str(&format!(" --> {place}\n"));
    }
    if problems.len() > PLACES {
        text.push_str(&format!("and {} elsewhere; --format json names them all\n", problems.len() - PLACES));
    }
    text
}

fn show(problem: &Diagnostic, renderer: &Renderer, style: Style, lines: &mut Lines) -> String {
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let group = level.primary_title(visible(&problem.message)).id(problem.code.as_str()).elements(
        // The labels of one file share a snippet.
        files(&problem.labels).into_iter().enumerate().map(|(nth, labels)| snippet(&labels, nth == 0, lines)),
    );
    let mut text = renderer.render(&[group]);
    text.push('\n');
    let coloured = |word: &str, colour: annotate_snippets::renderer::Style| match style {
        Style::Colour => format!("{colour}{word}{colour:#}"),
        Style::Plain | Style::Json | Style::Github | Style::Sarif => word.to_owned(),
    };
    if problem.labels.is_empty()
        && let Some(path) = &problem.file
    {
        text.push_str(&format!(" {} {}\n", coloured("-->", DEFAULT_LINE_NUM_STYLE), visible(path)));
    }
    if let Some(help) = &problem.help {
        text.push_str(&format!("{}: {}\n", coloured("help", DEFAULT_HELP_STYLE), visible(help)));
    }
    text
}

/// The labels by file, in the order in which the files first occur.
fn files(labels: &[Label]) -> Vec<Vec<&Label>> {
    let mut files: Vec<Vec<&Label>> = Vec::new();
    for label in labels {
        match files.iter_mut().find(|known| Arc::ptr_eq(&known[0].file, &label.file)) {
            Some(known) => known.push(label),
            None => files.push(vec![label]),
        }
    }
    files
}

/// The lines of one file that `labels` point at. The first label is the one that matters most.
fn snippet<'a>(labels: &[&'a Label], first: bool, lines: &mut Lines) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let file = &labels[0].file;
    let spans: Vec<Range<usize>> = labels.iter().map(|label| clamp(&file.text, &label.span)).collect();
    let start = spans.iter().map(|span| span.start).min().unwrap_or_default();
    let end = spans.iter().map(|span| span.end).max().unwrap_or_default();
    let (line, bytes) = lines.around(file, start..end);
    // Only these lines are handed over, so that a large file costs no more than a small one.
    let text = &file.text[bytes.clone()];
    let annotations = labels.iter().zip(spans).enumerate().map(|(nth, (label, span))| {
        let kind = if first && nth == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        kind.span(span.start - bytes.start..span.end - bytes.start).label(visible(&label.text))
    });
    Snippet::source(text).path(visible(&file.path)).line_start(line).annotations(annotations)
}

/// The span, on character boundaries, within the text, and on one line: of a longer one, the first line.
fn clamp(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = floor_char_boundary(text, span.start);
    let end = floor_char_boundary(text, span.end).max(start);
    let line_end = text[start..end].find(['\r', '\n']).map_or(end, |at| start + at);
    start..line_end
}
