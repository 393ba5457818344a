//! What was given: a signed credential, an assertion of the older kind, or something else.

use crate::{
    canon::json,
    openbadges::bake::{Baked, Content, Version, unbake},
    trust::{Check, Judgement, Outcome, Part, Question, Sentence, Verdict, says},
};
use serde_json::Value;

/// What some editors write before the text.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// The types of credentials, of any version of Open Badges.
const KINDS: [&str; 4] = ["VerifiableCredential", "OpenBadgeCredential", "AchievementCredential", "Assertion"];

/// Something that can be judged.
pub(super) enum Subject {
    /// A document that carries its proofs with it.
    Signed(Value),
    /// An Open Badges 2.0 assertion: its address, and what it said there.
    Hosted(String, Option<Value>),
    /// Only the address at which the credential is.
    At(String),
}

/// The members of a list of documents (a JSON array), if the file is one.
pub(super) fn members(bytes: &[u8]) -> Option<Vec<Vec<u8>>> {
    let text = unmarked(bytes);
    if text.iter().find(|byte| !byte.is_ascii_whitespace()) != Some(&b'[') {
        return None;
    }
    let Ok(Value::Array(all)) = json::parse(text) else { return None };
    let is_list = !all.is_empty() && all.iter().all(Value::is_object);
    is_list.then(|| all.iter().map(|it| it.to_string().into_bytes()).collect())
}

/// A file without the mark.
fn unmarked(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(MARK).unwrap_or(bytes)
}

/// Finds the credential in a file, whichever kind of file it is; or says what it is instead.
pub(super) fn read(bytes: &[u8]) -> Result<Subject, Judgement> {
    let bytes = unmarked(bytes);
    let start = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    if start == Some(&b'{') {
        return document(bytes);
    }
    if start == Some(&b'[') {
        return Err(refused(says::ARRAY));
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

/// Whether a file in a folder is something else than a credential: only a picture, or JSON of another kind. What cannot be
/// read may have been one.
pub(super) fn is_something_else(bytes: &[u8]) -> bool {
    match is_picture(bytes) {
        true => unbake(bytes).is_ok_and(|it| it.is_empty()),
        false => json::parse(unmarked(bytes)).is_ok_and(|it| !is_credential(&it)),
    }
}

/// Whether a document says that it is a credential, however good it is. A status list is judged with the awards that name it.
fn is_credential(document: &Value) -> bool {
    let is = |name: &str| match &document["type"] {
        Value::String(it) => it == name,
        Value::Array(all) => all.iter().any(|it| it == name),
        _ => false,
    };
    match document {
        Value::Array(all) => all.iter().any(is_credential),
        _ if is("BitstringStatusListCredential") => false,
        _ => document.get("proof").is_some_and(|it| it.is_object() || it.is_array()) || KINDS.iter().any(|it| is(it)),
    }
}

/// Whether it is a web page.
pub(super) fn is_page(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_lowercase();
    start.trim_start_matches('\u{feff}').trim_start().starts_with('<') && start.contains("<html")
}

fn is_picture(bytes: &[u8]) -> bool {
    let start = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    bytes.starts_with(b"\x89PNG") || start == Some(&b'<') || unmarked(bytes).starts_with(b"<")
}

fn document(bytes: &[u8]) -> Result<Subject, Judgement> {
    let document = json::parse(unmarked(bytes)).map_err(|flaw| refused(flaw.to_string()))?;
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

/// The judgement over something that is no credential, or none any more: there is nothing in it that could be genuine or not.
fn refused(why: impl Into<Part>) -> Judgement {
    not_understood(says::NO_CREDENTIAL.with([why.into()]))
}

/// The judgement over something that others may understand.
pub(super) fn not_understood(sentence: Sentence) -> Judgement {
    one(Outcome::CouldNotCheck, sentence.clone(), Verdict::Unchecked(sentence))
}

/// A judgement of one answer.
pub(super) fn one(outcome: Outcome, sentence: Sentence, verdict: Verdict) -> Judgement {
    Judgement { checks: vec![Check { question: Question::Document, outcome, sentence }], verdict }
}
