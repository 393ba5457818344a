//! IRIs: what is one, and what a word of a document expands to.

use super::{context::Active, quad::Text};
use crate::canon::scan;
use std::rc::Rc;

/// Whether `text` has the form of an absolute IRI, and no character that an IRI of N-Quads cannot hold.
///
/// The second half keeps a document from writing statements of its own into its canonical form.
pub(super) fn is_absolute(text: &str) -> bool {
    let scheme = text.bytes().position(|it| it == b':').map_or(&b""[..], |colon| &text.as_bytes()[..colon]);
    scheme.first().is_some_and(u8::is_ascii_alphabetic)
        && scheme.iter().all(|it| it.is_ascii_alphanumeric() || b"+-.".contains(it))
        && (scan::first(text, is_remarkable).is_none()
            || (!text.bytes().any(|it| FORBIDDEN[usize::from(it)]) && is_spelled_well(text)))
}

/// Whether a byte is forbidden, or has to be looked at together with others. Most addresses have none.
fn is_remarkable(byte: u8) -> bool {
    let forbidden = (byte <= b' ') | (byte == b'<') | (byte == b'>') | (byte == b'"') | (byte == b'`') | (byte >= 0x7f);
    // `[ \ ] ^` and `{ | }` lie side by side.
    let brackets = (b'['..=b'^').contains(&byte) | (b'{'..=b'}').contains(&byte);
    forbidden | brackets | (byte == b'%') | (byte == b'#')
}

/// The rest of RFC 3987 that a reader may insist on: one fragment, whole escapes, no private characters. Some
/// implementations drop a statement where this does not hold, so nothing can be signed with it.
fn is_spelled_well(text: &str) -> bool {
    let escapes = text.split('%').skip(1);
    let whole = |it: &str| it.len() >= 2 && it.as_bytes()[..2].iter().all(u8::is_ascii_hexdigit);
    text.bytes().filter(|it| *it == b'#').count() <= 1
        && { escapes }.all(whole)
        && (text.is_ascii() || text.chars().all(is_iri_character))
}

/// The characters of ASCII, and `ucschar` of RFC 3987.
fn is_iri_character(it: char) -> bool {
    match u32::from(it) {
        0..=0x7f | 0xa0..=0xd7ff | 0xf900..=0xfdcf | 0xfdf0..=0xffef => true,
        supplementary @ 0x1_0000..=0xd_ffff => supplementary & 0xffff < 0xfffe,
        supplementary @ 0xe_1000..=0xe_ffff => supplementary & 0xffff < 0xfffe,
        _ => false,
    }
}

/// The bytes that an IRI of N-Quads cannot hold.
const FORBIDDEN: [bool; 256] = {
    let mut table = [false; 256];
    let mut control = 0;
    while control <= b' ' {
        table[control as usize] = true;
        control += 1;
    }
    let mut others: &[u8] = b"<>[]\"{}|^`\\\x7f";
    while let [first, rest @ ..] = others {
        table[*first as usize] = true;
        others = rest;
    }
    table
};

/// Whether `text` has the form of a keyword of JSON-LD (`@` and letters), known or not.
pub(super) fn looks_like_keyword(text: &str) -> bool {
    text.strip_prefix('@').is_some_and(|it| !it.is_empty() && it.bytes().all(|it| it.is_ascii_alphabetic()))
}

/// The keyword that `key` is or stands for.
pub(super) fn keyword<'k>(active: &Active, key: &'k str) -> Option<&'k str> {
    if key.starts_with('@') {
        return Some(key);
    }
    active.keywords.iter().find(|(name, _)| **name == *key).map(|(_, keyword)| *keyword)
}

/// Expands a key, a type or a datatype to an absolute IRI. `None` if no context gives it a meaning.
pub(super) fn expand_name<'d>(active: &Active, name: &'d str) -> Option<Text<'d>> {
    // What a context defines was found to be absolute when it was defined.
    if let Some(term) = active.terms.get(name) {
        return term.iri.clone().filter(|it| !it.starts_with('@')).map(Text::Shared);
    }
    expand_parts(active, name, true).filter(|it| is_absolute(it))
}

/// Expands a value that is a term, or the IRI of a node. `None` if it is neither.
pub(super) fn expand_vocab<'d>(active: &Active, value: &'d str) -> Option<Text<'d>> {
    match active.terms.get(value) {
        Some(term) => term.iri.clone().map(Text::Shared),
        None => Some(expand_parts(active, value, true).unwrap_or(Text::Borrowed(value))),
    }
}

/// Expands `reference` where terms do not count: an `id`, a value that is one.
pub(super) fn expand_reference<'d>(active: &Active, reference: &'d str) -> Text<'d> {
    expand_parts(active, reference, false).unwrap_or(Text::Borrowed(reference))
}

/// Expands `prefix:suffix`, and with `vocab` a word of the vocabulary.
pub(super) fn expand_parts<'d>(active: &Active, word: &'d str, vocab: bool) -> Option<Text<'d>> {
    if let Some((prefix, suffix)) = word.split_once(':')
        && !prefix.is_empty()
    {
        if prefix == "_" || suffix.starts_with("//") {
            return Some(Text::Borrowed(word));
        }
        if let Some(term) = active.terms.get(prefix).filter(|it| it.prefix)
            && let Some(iri) = &term.iri
        {
            return Some(Text::Shared(format!("{iri}{suffix}").into()));
        }
        if is_absolute(word) {
            return Some(Text::Borrowed(word));
        }
    }
    let vocabulary = active.vocab.as_ref().filter(|_| vocab)?;
    Some(Text::Shared(Rc::from(format!("{vocabulary}{word}"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_remarkable_is_neither_forbidden_nor_an_escape() {
        for byte in 0..=u8::MAX {
            let told = FORBIDDEN[usize::from(byte)] || !byte.is_ascii() || b"%#".contains(&byte);
            assert_eq!(is_remarkable(byte), told, "{byte:#x}");
        }
    }

    #[test]
    fn an_absolute_iri_has_a_scheme_and_nothing_that_breaks_a_line() {
        for good in [
            "https://a.example/ü?x=1#y",
            "did:web:a.example",
            "urn:uuid:1",
            "data:image/png;base64,AA==",
            "a:",
            "a:%4a#é🏅",
        ] {
            assert!(is_absolute(good), "{good}");
        }
        for bad in [
            "",
            "name",
            ":x",
            "1a:b",
            "/a:b",
            "a b:c",
            "https://a.example/> <b",
            "urn:a\nb",
            "urn:{x}",
            "é:x",
            "a:%",
            "a:%4",
            "a:%4g",
            "a:#b#c",
            "a:[",
            "a:\u{e000}",
        ] {
            assert!(!is_absolute(bad), "{bad}");
        }
    }
}
