//! E-mail addresses in a text, however they are spelt.

use crate::pipeline::check::email;
use memchr::memmem;
use std::ops::Range;

/// Whether a text holds an e-mail address, also one that is written for machines not to see.
#[must_use]
pub fn holds_address(text: &str) -> bool {
    !addresses(text).is_empty()
}

/// Names that are reserved for examples (RFC 2606, sections 2 and 3).
pub(super) fn is_reserved(host: &str) -> bool {
    let last = host.rsplit('.').next().unwrap_or_default();
    ["example", "test", "invalid", "localhost"].contains(&last)
        || ["example.org", "example.com", "example.net"]
            .iter()
            .any(|it| host == *it || host.ends_with(&format!(".{it}")))
}

/// The addresses of a text in their order, also those that are written for machines not to see.
pub(super) fn addresses(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = email::find(&text[from..]) {
        let span = from + at.start..from + at.end;
        found.push((span.clone(), text[span.clone()].to_owned()));
        from = span.end;
    }
    // Lower case in ASCII keeps every byte where it is.
    let plain = text.to_ascii_lowercase();
    for sign in SIGNS {
        for at in memmem::find_iter(plain.as_bytes(), sign) {
            let name: String = {
                let before = plain[..at].trim_end_matches(' ');
                let local = |c: char| c.is_ascii_alphanumeric() || "._+-".contains(c);
                let start = before
                    .rfind(|c| !local(c))
                    .map_or(0, |it| it + before[it..].chars().next().map_or(1, char::len_utf8));
                before[start..].to_owned()
            };
            let end = at + sign.len();
            let after = plain[end..].trim_start_matches(' ');
            let skipped = plain[end..].len() - after.len();
            let mut host = String::new();
            let mut used = 0;
            loop {
                let rest = &after[used..];
                let word = rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'-').count();
                host.push_str(&rest[..word]);
                used += word;
                let rest = &after[used..];
                let Some(dot) = DOTS.iter().find(|it| word > 0 && rest.starts_with(**it)) else { break };
                if !rest[dot.len()..].starts_with(|c: char| c.is_ascii_alphanumeric()) {
                    break;
                }
                host.push('.');
                used += dot.len();
            }
            let address = format!("{name}@{host}");
            if !name.is_empty() && email::find(&address).is_some_and(|it| it == (0..address.len())) {
                let start = plain[..at].trim_end_matches(' ').len() - name.len();
                found.push((start..end + skipped + used, address));
            }
        }
    }
    found.sort_by_key(|it| it.0.start);
    found
}

/// Ways to write `@`.
const SIGNS: [&str; 16] = [
    "%40",
    "&#64;",
    "&#x40;",
    "&commat;",
    "\\u0040",
    "(at)",
    "[at]",
    "{at}",
    "<at>",
    " at the host ",
    "(@)",
    "[@]",
    "＠",
    "﹫",
    "&#064;",
    "_at_",
];
/// Ways to write a dot.
const DOTS: [&str; 11] =
    [".", "(dot)", "[dot]", "{dot}", " (dot) ", " [dot] ", " {dot} ", " dot ", "&#46;", "%2e", "&period;"];

#[cfg(test)]
mod tests {
    use super::holds_address;

    #[test]
    fn an_address_is_found_however_it_is_spelt() {
        for text in
            ["kim_@home.family", "kim_ (at) home [dot] family", "kim%40xn--p1acf.xn--p1ai", "\"kim doe\"@home.family"]
        {
            assert!(holds_address(text), "{text}");
        }
        for text in ["we met (at) home", "see [at] the bottom", "logo@2x.png"] {
            assert!(!holds_address(text), "{text}");
        }
    }
}
