//! E-mail addresses where none may be.

use super::{fields::Document, flaw::Flaw};
use crate::diagnostic::Code;
use std::ops::Range;

/// Where the first e-mail address stands in `text`.
///
/// Not taken for one: a name on a social network (`@ada@social.example`), a git remote (`git@host:path`), and a
/// version (`name@1.2.3`).
pub(in crate::pipeline) fn find(text: &str) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let local = |byte: &u8| byte.is_ascii_alphanumeric() || b".!#$%&'*+=?^_`{|}~-".contains(byte) || *byte >= 0x80;
    let host = |byte: &u8| byte.is_ascii_alphanumeric() || b".-".contains(byte) || *byte >= 0x80;
    text.match_indices('@').map(|(at, _)| at).find_map(|at| {
        let before = bytes[..at].iter().rev().take_while(|byte| local(byte)).count();
        let after = bytes[at + 1..].iter().take_while(|byte| host(byte)).count();
        let (start, end) = (at - before, at + 1 + after);
        // A sentence may end, and a query begin, beside an address.
        let start = text[start..at].rfind(['=', '&', '?', '`', '\'', '*', '_']).map_or(start, |cut| start + cut + 1);
        let end = start.max(end - (text[at + 1..end].len() - text[at + 1..end].trim_end_matches(['.', '-']).len()));
        let (name, domain) = (&text[start..at], &text[at + 1..end]);
        let last = domain.rsplit_once('.').map_or("", |(_, last)| last);
        let is_domain = last.chars().count() >= 2 && last.chars().all(char::is_alphabetic) && !domain.starts_with('.');
        let is_handle = start > 0 && bytes[start - 1] == b'@';
        let is_git = name == "git" && bytes.get(end) == Some(&b':');
        (!name.is_empty() && is_domain && !is_handle && !is_git).then_some(start..end)
    })
}

/// Reports the e-mail addresses of a document in which none may be, comments and all.
pub(super) fn refuse(document: &Document<'_>) {
    let mut from = 0;
    while let Some(found) = find(&document.text()[from..]) {
        let span = from + found.start..from + found.end;
        from = span.end;
        // Where a value was refused for the same reason, once is enough.
        if document.reports(Code::EmailInRepository, &span) {
            continue;
        }
        let flaw = Flaw::error(Code::EmailInRepository, "an e-mail address may not stand here")
            .label("everybody could read it")
            .help("name people by a profile address or a DID, and awards by their id");
        document.report(&span, flaw);
    }
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn addresses_are_found_wherever_they_hide() {
        let found = |text: &'static str| find(text).map(|at| &text[at]);
        assert_eq!(found("write to ada@example.org."), Some("ada@example.org"));
        assert_eq!(found("mailto:a.b+c@mail.example.org?subject=x"), Some("a.b+c@mail.example.org"));
        assert_eq!(found("?to=ada@example.org"), Some("ada@example.org"));
        assert_eq!(found("<jürgen@bücher.example>"), Some("jürgen@bücher.example"));
    }

    #[test]
    fn what_only_looks_like_an_address_is_left_alone() {
        for text in [
            "https://social.example/@ada",
            "@ada@social.example",
            "git@github.com:org/repo.git",
            "cdn.example/react@18.2.0/umd.js",
            "maps/@51.05,3.71",
            "a @ b",
            "ada@localhost",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
