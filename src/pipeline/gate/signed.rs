//! Addresses in signed awards that are written for machines not to see; those in plain letters, `check` knows.

use super::{privacy::may_stand, spelt::addresses};
use crate::{
    canon::json,
    diagnostic::{Code, Diagnostic},
    pipeline::SignedFile,
};
use memchr::{memchr2_iter, memchr3_iter};
use serde_json::Value;
use std::collections::BTreeSet;

/// An assertion that shows an address, other than the `contacts` of issuers.
pub(super) fn signed(file: &SignedFile, contacts: &BTreeSet<String>) -> Option<Diagnostic> {
    let bytes = file.signed.bytes();
    // Most cannot have one; the rest is looked at value by value.
    if !may_hold_a_sign(&bytes) {
        return None;
    }
    // What cannot be read is refused by whoever judges it.
    let document = json::parse(&bytes).ok()?;
    let is_hidden = |text: &str| {
        let mut hidden = addresses(text).into_iter().filter(|(span, it)| text[span.clone()] != **it);
        hidden.any(|(_, it)| !may_stand(&it, contacts, false))
    };
    let message = format!("the assertion shows an e-mail address, in `{}`", field(&document, &is_hidden)?);
    let problem = Diagnostic::error(Code::EmailInRepository, message).file(file.path.as_str());
    Some(problem.help("erase it with `accolade forget`, and award it anew without the address"))
}

/// Whether there may be a way to write `@`, by how each of them begins.
fn may_hold_a_sign(bytes: &[u8]) -> bool {
    let begins = |at: usize| match &bytes[at..] {
        [b'%', b'4', ..]
        | [b'&', b'#' | b'c' | b'C', ..]
        | [b'\\', b'u', ..]
        | [b'(' | b'[' | b'{' | b'<', b'a' | b'A' | b'@', ..]
        | [b'_', b'a' | b'A', ..]
        | [0xef, 0xbc | 0xb9, ..] => true,
        [b'h' | b'H', ..] => at
            .checked_sub(5)
            .is_some_and(|from| bytes[from..].get(..9).is_some_and(|it| it.eq_ignore_ascii_case(b" the host"))),
        _ => false,
    };
    // Most of a document is other letters and digits, which are passed over many at a time.
    let signs = memchr3_iter(b'%', b'&', b'\\', bytes).chain(memchr3_iter(b'(', b'<', b'_', bytes));
    let others = memchr3_iter(b'[', b'{', 0xef, bytes).chain(memchr2_iter(b'h', b'H', bytes));
    signs.chain(others).any(begins)
}

/// Where in a document the first text stands of which this holds: `credentialSubject.evidence.0.name`.
fn field(value: &Value, holds: &dyn Fn(&str) -> bool) -> Option<String> {
    let below = |key: &str, value| {
        let inner = field(value, holds)?;
        Some(if inner.is_empty() { key.to_owned() } else { format!("{key}.{inner}") })
    };
    match value {
        Value::String(text) => holds(text).then(String::new),
        Value::Array(list) => list.iter().enumerate().find_map(|(n, it)| below(&n.to_string(), it)),
        Value::Object(members) => members.iter().find_map(|(key, it)| below(key, it)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_in_a_signed_award_is_found_however_it_is_spelt() {
        let told = |narrative: &str| {
            let text = format!("{{\"credentialSubject\": {{\"evidence\": [{{\"name\": \"{narrative}\"}}]}}}}");
            let file = SignedFile { path: "a.json".to_owned(), signed: text.into_bytes().into() };
            signed(&file, &["info@guild.family".to_owned()].into()).map(|it| it.message)
        };
        for hidden in [
            "kim (at) home.family",
            "kim at the host home.family",
            "?u=kim%40home.family",
            "kim&#64;home.family",
            "kim&commat;home.family",
            "kim_at_home.family",
            "kim {at} home.family",
            "kim <at> home.family",
            "kim\u{ff20}home.family",
            "KIM [AT] HOME [DOT] FAMILY",
        ] {
            let expected = "the assertion shows an e-mail address, in `credentialSubject.evidence.0.name`";
            assert_eq!(told(hidden).as_deref(), Some(expected), "{hidden}");
        }
        for harmless in ["we met (at) home", "info (at) guild.family", "kim (at) users.noreply.forge.family", "100%41"]
        {
            assert_eq!(told(harmless), None, "{harmless}");
        }
    }
}
