//! What was given: a signed credential, an assertion of the older kind, or something else.

use crate::{
    canon::json,
    openbadges::bake::{Baked, Content, Version, unbake},
    trust::{Check, Judgement, Outcome, Part, Question, Sentence, Verdict, says},
};
use serde_json::Value;

/// Something that can be judged.
pub(super) enum Subject {
    /// A document that carries its proofs with it.
    Signed(Value),
    /// An Open Badges 2.0 assertion: its address, and what it said there.
    Hosted(String, Option<Value>),
    /// Only the address at which the credential is.
    At(String),
}

/// Finds the credential in a file, whichever kind of file it is; or says what it is instead.
pub(super) fn read(bytes: &[u8]) -> Result<Subject, Judgement> {
    let start = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    if start == Some(&b'{') {
        return document(bytes);
    }
    if is_token(bytes.trim_ascii()) {
        return Err(token());
    }
    if !is_picture(bytes) {
        return Err(refused(says::NO_KIND));
    }
    let mut baked = unbake(bytes).map_err(refused)?;
    // The newer version says all that the older one does, and is signed.
    baked.sort_by_key(|it| it.version == Version::V2);
    match baked.into_iter().next() {
        None => Err(refused(says::NOT_BAKED)),
        Some(Baked { content: Content::Json(text), .. }) => document(text.as_bytes()),
        Some(Baked { content: Content::Jwt(_), .. }) => Err(token()),
        Some(Baked { content: Content::Address(url), version: Version::V2 }) => Ok(Subject::Hosted(url, None)),
        Some(Baked { content: Content::Address(url), version: Version::V3 }) => Ok(Subject::At(url)),
    }
}

/// Whether it is a picture in which no credential was baked.
pub(super) fn is_only_a_picture(bytes: &[u8]) -> bool {
    is_picture(bytes) && unbake(bytes).is_ok_and(|it| it.is_empty())
}

/// Whether it is a web page.
pub(super) fn is_page(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_lowercase();
    start.trim_start_matches('\u{feff}').trim_start().starts_with('<') && start.contains("<html")
}

fn is_picture(bytes: &[u8]) -> bool {
    let start = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    bytes.starts_with(b"\x89PNG") || start == Some(&b'<') || bytes.starts_with(b"\xef\xbb\xbf<")
}

fn document(bytes: &[u8]) -> Result<Subject, Judgement> {
    let document = json::parse(bytes).map_err(|flaw| refused(flaw.to_string()))?;
    let text = |name: &str| document.get(name).and_then(Value::as_str);
    if text("@context") != Some("https://w3id.org/openbadges/v2") {
        return Ok(Subject::Signed(document));
    }
    match (text("type"), text("id")) {
        (Some("Assertion"), Some(id)) => Ok(Subject::Hosted(id.to_owned(), Some(document))),
        _ => Err(refused(says::HOSTED_NO_ASSERTION)),
    }
}

/// Three parts of base64url, of which the first begins as `{"` does (RFC 7519, section 3).
fn is_token(bytes: &[u8]) -> bool {
    let parts: Vec<&[u8]> = bytes.split(|it| *it == b'.').collect();
    let plain = |it: &u8| it.is_ascii_alphanumeric() || b"-_".contains(it);
    bytes.starts_with(b"eyJ") && parts.len() == 3 && parts.iter().all(|part| part.iter().all(plain))
}

fn token() -> Judgement {
    not_understood(says::TOKEN.into())
}

/// The judgement over something that is no credential.
fn refused(why: impl Into<Part>) -> Judgement {
    let sentence = says::NO_CREDENTIAL.with([why.into()]);
    one(Outcome::Failed, sentence.clone(), Verdict::Invalid(sentence))
}

/// The judgement over something that others may understand.
pub(super) fn not_understood(sentence: Sentence) -> Judgement {
    one(Outcome::CouldNotCheck, sentence.clone(), Verdict::Unchecked(sentence))
}

/// A judgement of one answer.
pub(super) fn one(outcome: Outcome, sentence: Sentence, verdict: Verdict) -> Judgement {
    Judgement { checks: vec![Check { question: Question::Document, outcome, sentence }], verdict }
}
