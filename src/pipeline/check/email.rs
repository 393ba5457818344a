//! E-mail addresses where none may be.

use super::{fields::Document, flaw::Flaw};
use crate::diagnostic::Code;
use std::ops::Range;

/// Where the first e-mail address stands in `text`.
///
/// Not taken for one: a name on a social network (`@ada@social.example`), a git remote (`git@host:path`), a
/// version (`name@1.2.3`), and a picture for dense screens (`name@2x.png`).
pub(in crate::pipeline) fn find(text: &str) -> Option<Range<usize>> {
    text.match_indices('@').find_map(|(at, _)| address(text, at))
}

/// The address whose `@` is the one at `at`.
fn address(text: &str, at: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let host = |byte: &u8| byte.is_ascii_alphanumeric() || b".-".contains(byte) || *byte >= 0x80;
    let after = bytes[at + 1..].iter().take_while(|byte| host(byte)).count();
    // A sentence may end beside an address.
    let domain = text[at + 1..at + 1 + after].trim_end_matches(['.', '-']);
    if !is_domain(domain) {
        return None;
    }
    let end = at + 1 + domain.len();
    let start = name(text, at).or_else(|| quoted_name(text, at))?;
    let is_handle = start > 0 && bytes[start - 1] == b'@';
    let is_git = &text[start..at] == "git" && matches!(bytes.get(end), Some(b':' | b'/'));
    (!is_handle && !is_git).then_some(start..end)
}

/// Where the name before the `@` begins.
fn name(text: &str, at: usize) -> Option<usize> {
    let local = |byte: &u8| byte.is_ascii_alphanumeric() || b".!#$%&'*+=?^_`{|}~-".contains(byte) || *byte >= 0x80;
    let start = at - text.as_bytes()[..at].iter().rev().take_while(|byte| local(byte)).count();
    // A query or Markdown may begin beside an address, but whose name ends in `_` is called so.
    let plain = text[start..at].trim_end_matches('_');
    let begun = plain.rfind(['=', '&', '?', '`', '\'', '*', '_']).map_or(0, |cut| cut + 1);
    (begun < plain.len()).then_some(start + begun)
}

/// As [`name`], where it is written in quotes, such as `"kim doe"@home.example`; also where those are escaped.
fn quoted_name(text: &str, at: usize) -> Option<usize> {
    let inside = text[..at].strip_suffix('"')?;
    let start = inside.rfind('"')?;
    let name = inside[start + 1..].trim_end_matches('\\');
    let is_name = name.chars().all(|c| c.is_alphanumeric() || " ._+'-".contains(c))
        && name.starts_with(char::is_alphanumeric)
        && name.ends_with(char::is_alphanumeric);
    (is_name && !text[..start].ends_with(char::is_alphanumeric)).then_some(start)
}

/// Whether mail could go there, by its shape.
fn is_domain(domain: &str) -> bool {
    let Some((first, rest)) = domain.split_once('.') else { return false };
    let last = rest.rsplit('.').next().unwrap_or_default();
    let is_top = last.chars().count() >= 2 && last.chars().all(char::is_alphabetic)
        // As DNS has those of other scripts (RFC 5890, 2.3.2.1).
        || last.len() > 4 && last.is_ascii() && last[..4].eq_ignore_ascii_case("xn--");
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit());
    let is_version = digits(first) && rest.starts_with(|it: char| it.is_ascii_digit());
    let pictures = ["png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "ico"];
    let is_scale = pictures.contains(&last.to_ascii_lowercase().as_str())
        && domain.split_once('x').is_some_and(|(scale, rest)| rest.starts_with('.') && scale.split('.').all(digits));
    is_top && !first.is_empty() && !is_version && !is_scale
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
        assert_eq!(found("*kim_@home.family*"), Some("kim_@home.family"));
        assert_eq!(found("kim@xn--p1acf.xn--p1ai"), Some("kim@xn--p1acf.xn--p1ai"));
        assert_eq!(found("to \"kim doe\"@home.family"), Some("\"kim doe\"@home.family"));
        assert_eq!(found(r#"{"to": "\"kim.doe\"@home.family"}"#), Some(r#""kim.doe\"@home.family"#));
    }

    #[test]
    fn what_only_looks_like_an_address_is_left_alone() {
        for text in [
            "https://social.example/@ada",
            "@ada@social.example",
            "git@github.com:org/repo.git",
            "ssh://git@github.com/org/repo.git",
            "_@ada@social.example_",
            "logo@2x.png and logo@1.5x.min.webp",
            "@org/pkg@1.2.3, pkg@1.2.3-beta.rc, @babel/core@^7.0.0",
            r#"{"name": "@home.family", "also": "@org.family/pkg"}"#,
            r#"["kim", "@home.family"]"#,
            "cdn.example/react@18.2.0/umd.js",
            "maps/@51.05,3.71",
            "a @ b",
            "ada@localhost",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
