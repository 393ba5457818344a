//! IRIs: what is one, and what a word of a document expands to.

use super::{context::Active, quad::Text};
use std::rc::Rc;

/// Whether `text` has the form of an absolute IRI, and no character that an IRI of N-Quads cannot hold.
///
/// The second half keeps a document from writing statements of its own into its canonical form.
pub(super) fn is_absolute(text: &str) -> bool {
    let scheme = text.bytes().position(|it| it == b':').map_or(&b""[..], |colon| &text.as_bytes()[..colon]);
    scheme.first().is_some_and(u8::is_ascii_alphabetic)
        && scheme.iter().all(|it| it.is_ascii_alphanumeric() || b"+-.".contains(it))
        && !text.bytes().any(|it| it <= b' ' || b"<>\"{}|^`\\\x7f".contains(&it))
}

/// Whether `text` has the form of a keyword of JSON-LD (`@` and letters), known or not.
pub(super) fn looks_like_keyword(text: &str) -> bool {
    text.strip_prefix('@').is_some_and(|it| !it.is_empty() && it.bytes().all(|it| it.is_ascii_alphabetic()))
}

/// Expands `word` where terms count: a key, a type. `None` if no context gives it a meaning.
///
/// Gives back an absolute IRI, the name of a blank node (`_:…`), a keyword, or a relative IRI, which the caller
/// refuses.
pub(super) fn expand_vocab<'d>(active: &Active, word: &'d str) -> Option<Text<'d>> {
    if looks_like_keyword(word) {
        return Some(Text::Borrowed(word));
    }
    match active.terms.get(word) {
        Some(term) => term.iri.clone().map(Text::Shared),
        None => Some(expand_parts(active, word, true).unwrap_or(Text::Borrowed(word))),
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
    fn an_absolute_iri_has_a_scheme_and_nothing_that_breaks_a_line() {
        for good in ["https://a.example/ü?x=1#y", "did:web:a.example", "urn:uuid:1", "data:image/png;base64,AA==", "a:"]
        {
            assert!(is_absolute(good), "{good}");
        }
        for bad in ["", "name", ":x", "1a:b", "/a:b", "a b:c", "https://a.example/> <b", "urn:a\nb", "urn:{x}", "é:x"]
        {
            assert!(!is_absolute(bad), "{bad}");
        }
    }
}
