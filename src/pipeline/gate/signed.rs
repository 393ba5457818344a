//! Addresses in signed awards that are written for machines not to see; those in plain letters, `check` knows.

use super::{privacy::may_stand, spelt::addresses};
use crate::{
    diagnostic::{Code, Diagnostic},
    pipeline::SignedFile,
};
use serde_json::Value;
use std::collections::BTreeSet;

/// An assertion that shows an address, other than the `contacts` of issuers.
pub(super) fn signed(file: &SignedFile, contacts: &BTreeSet<String>) -> Option<Diagnostic> {
    let bytes = file.signed.bytes();
    // Most cannot have one; the rest is looked at value by value.
    if !may_hold_a_sign(&bytes) {
        return None;
    }
    let document: Value = serde_json::from_slice(&bytes).ok()?;
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
    // Most documents have none of these anywhere. Looked for without stopping, many bytes are compared at once.
    let rare = |it: u8| matches!(it, b'%' | b'&' | b'\\' | b'(' | b'<' | b'_' | 0xef);
    let bracket = |it: &[u8]| (it[0] == b'[') | (it[0] == b'{');
    let opened = |it: &[u8]| bracket(it) & ((it[1] == b'a') | (it[1] == b'A') | (it[1] == b'@'));
    let host = |it: &[u8]| it.iter().zip(b"host").fold(true, |all, (a, b)| all & (a | 0x20 == *b));
    if !bytes.iter().fold(false, |any, it| any | rare(*it))
        && !bytes.windows(2).fold(false, |any, it| any | opened(it))
        && !bytes.windows(4).fold(false, |any, it| any | host(it))
    {
        return false;
    }
    let begins = |at: usize| match &bytes[at..] {
        [b'%', b'4', ..]
        | [b'&', b'#' | b'c' | b'C', ..]
        | [b'\\', b'u', ..]
        | [b'(' | b'[' | b'{' | b'<', b'a' | b'A' | b'@', ..]
        | [b'_', b'a' | b'A', ..]
        | [0xef, 0xbc | 0xb9, ..] => true,
        [b' ', rest @ ..] => rest.len() >= 8 && rest[3] == b' ' && rest[..8].eq_ignore_ascii_case(b"the host"),
        _ => false,
    };
    // What is left is mostly letters and digits, with which none of them begins.
    (0..bytes.len()).any(|at| !bytes[at].is_ascii_alphanumeric() && begins(at))
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
