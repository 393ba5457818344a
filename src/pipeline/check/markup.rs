//! Markdown of which a part will not be shown.
//!
//! Pages show no raw HTML, no links that could run something, and no pictures from elsewhere. An author
//! should learn that here rather than wonder at the page.

use super::{
    fields::{Document, Fields},
    flaw::Flaw,
};
use crate::diagnostic::{Code, SourceFile};
use pulldown_cmark::{Event, Options, Parser, Tag};
use std::{ops::Range, sync::Arc};

/// Warns of what is stripped from the Markdown under `key`.
pub(super) fn check(fields: &Fields<'_, '_>, key: &str, markdown: Option<&str>) {
    let Some(markdown) = markdown else { return };
    let span = fields.span(key);
    // TOML's escapes move what follows them. Where there are none, the place can be told to the letter.
    let raw = fields.document().text().get(span.clone()).unwrap_or_default();
    let start = raw.find(markdown).map(|at| span.start + at);
    for (found, flaw) in stripped(markdown) {
        let place = start.map_or(span.clone(), |start| start + found.start..start + found.end);
        fields.document().report(&place, flaw);
    }
}

/// Warns of what is stripped from a Markdown file, beside the document's own.
pub(super) fn check_file(document: &Document<'_>, file: &Arc<SourceFile>) {
    for (found, flaw) in stripped(&file.text) {
        document.push(flaw.into_diagnostic().label_at(file, found));
    }
}

/// What is stripped from `markdown`, and where it stands.
pub(super) fn stripped(markdown: &str) -> Vec<(Range<usize>, Flaw)> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut found = Vec::new();
    for (event, span) in Parser::new_ext(markdown, options).into_offset_iter() {
        let flaw = match &event {
            // A comment is for the author's eyes; nobody misses it.
            Event::Html(text) | Event::InlineHtml(text) if text.trim_start().starts_with("<!--") => continue,
            Event::Html(text) if text.trim().is_empty() => continue,
            Event::Html(_) | Event::InlineHtml(_) => {
                stripping("HTML is taken out of Markdown").label("not shown").help("write it in Markdown")
            }
            Event::Start(Tag::Link { dest_url, .. }) if !leads_somewhere_safe(dest_url) => {
                stripping("a link that is not to a page is taken out")
                    .label("only its text is shown")
                    .help("link to `https://`, `http://`, `mailto:` or a page of this site")
            }
            Event::Start(Tag::Image { .. }) => stripping("a picture in Markdown is shown as its text")
                .label("no page loads it")
                .help("link to it instead: take the `!` away"),
            _ => continue,
        };
        found.push((span, flaw));
    }
    found
}

fn stripping(message: &str) -> Flaw {
    Flaw::warning(Code::StrippedMarkup, message)
}

/// Whether a link leads to a page, to a mailbox, or within the site.
fn leads_somewhere_safe(link: &str) -> bool {
    let scheme = link.split_once(':').map(|(scheme, _)| scheme).filter(|it| !it.contains(['/', '?', '#']));
    scheme.is_none_or(|it| ["http", "https", "mailto"].iter().any(|safe| it.eq_ignore_ascii_case(safe)))
}

#[cfg(test)]
mod tests {
    use super::stripped;

    #[test]
    fn only_what_is_taken_out_is_told() {
        let places =
            |markdown: &'static str| stripped(markdown).into_iter().map(|(at, _)| &markdown[at]).collect::<Vec<_>>();
        assert_eq!(
            places("**a** [b](https://example.org) [c](../d) [e](#f) <https://example.org> <!-- g -->"),
            Vec::<&str>::new()
        );
        assert_eq!(places("a <b>c</b>"), ["<b>", "</b>"]);
        assert_eq!(places("[x](javascript:alert(1))"), ["[x](javascript:alert(1))"]);
        assert_eq!(places("[x](JavaScript:alert(1)) ü ![y](z.png)"), ["[x](JavaScript:alert(1))", "![y](z.png)"]);
    }
}
