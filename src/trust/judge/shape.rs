//! Is it a document that we understand?
//!
//! Asked here: JSON, known contexts in their places, defined terms, and of the shape of Open Badges 3.0 what has to be
//! so for the other answers to mean anything. Source: Open Badges 3.0, "Data Model".

use super::{answers::Answers, dates};
use crate::{
    canon::{Refusal, rdf},
    trust::{Part, Question, Sentence, proof::eddsa_rdfc_2022, says},
};
use serde_json::{Map, Value, json};

const VC_V2: &str = "https://www.w3.org/ns/credentials/v2";
const VC_V1: &str = "https://www.w3.org/2018/credentials/v1";
const OPEN_BADGES: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.";

/// Why a document is not understood.
pub(super) enum Trouble {
    /// It is wrong for everybody.
    Bad(Part),
    /// Somebody else may understand it.
    Unknown(Part),
}

/// What kind of document it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Badge,
    Endorsement,
    StatusList,
}

/// Asks, and gives back the document's canonical RDF form for whoever needs it next.
pub(super) fn ask(answers: &mut Answers, document: &Value, ours: bool) -> Result<String, Refusal> {
    let transformed = eddsa_rdfc_2022::transform(document);
    let kind = check(document).and_then(|kind| match &transformed {
        Ok(_) => Ok(kind),
        Err(refusal) => trouble(document, refusal, ours).map_or(Ok(kind), Err),
    });
    let question = Question::Document;
    match kind {
        Err(Trouble::Bad(why)) => answers.failed(question, says::DOCUMENT_BAD.with([why])),
        Err(Trouble::Unknown(why)) => {
            answers.could_not_check(question, says::NOT_UNDERSTOOD.with([why]));
        }
        Ok(_) if document.get("endorsement").is_some() || document.get("endorsementJwt").is_some() => {
            answers.attention(question, says::DOCUMENT_ENDORSED);
        }
        Ok(Kind::Badge) => answers.passed(question, says::DOCUMENT_GOOD),
        Ok(Kind::Endorsement) => answers.passed(question, says::DOCUMENT_ENDORSEMENT),
        Ok(Kind::StatusList) => answers.passed(question, says::DOCUMENT_LIST),
    }
    transformed
}

/// What it means that there is no canonical form. `None`: it matters to the one proof that needs it, and to nothing else.
pub(super) fn trouble(document: &Value, refusal: &Refusal, ours: bool) -> Option<Trouble> {
    if ours {
        return Some(Trouble::Bad(refusal.to_string().into()));
    }
    if rdf::canonicalize(document).is_ok() {
        return None;
    }
    let contexts = document.get("@context").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    // A document of one statement, in which no context has anything to say.
    let with = |context: &Value| json!({ "@context": [context], "@id": "urn:x:it", "@type": "urn:x:thing" });
    match contexts.iter().find(|it| rdf::canonicalize(&with(it)).is_err()) {
        Some(Value::String(url)) => Some(Trouble::Unknown(says::CONTEXT_UNKNOWN.with([url.as_str().into()]).into())),
        Some(_) => Some(Trouble::Unknown(says::OWN_CONTEXT.into())),
        None => Some(Trouble::Bad(refusal.to_string().into())),
    }
}

/// The id of the issuer, if it has one.
pub(super) fn issuer(document: &Value) -> Option<&str> {
    match document.get("issuer")? {
        Value::String(id) => Some(id),
        Value::Object(issuer) => issuer.get("id")?.as_str(),
        _ => None,
    }
}

fn check(document: &Value) -> Result<Kind, Trouble> {
    let members = document.as_object().ok_or_else(|| Trouble::Bad(says::NO_OBJECT.into()))?;
    let kind = check_types(members)?;
    check_contexts(members, kind)?;
    check_id(members, "id").map_err(bad)?;
    if kind != Kind::StatusList {
        check_issuer(members).map_err(bad)?;
        check_subject(members, kind).map_err(bad)?;
    }
    dates::stamp(document, "awardedDate").map_err(bad)?;
    Ok(kind)
}

fn bad(why: Sentence) -> Trouble {
    Trouble::Bad(why.into())
}

fn check_types(document: &Map<String, Value>) -> Result<Kind, Trouble> {
    let of = |name: &str| has_type(document, name);
    if !of("VerifiableCredential") {
        return Err(bad(says::NO_TYPE.with(["VerifiableCredential".into()])));
    }
    let kinds = [
        ("OpenBadgeCredential", Kind::Badge),
        ("AchievementCredential", Kind::Badge),
        ("EndorsementCredential", Kind::Endorsement),
        ("BitstringStatusListCredential", Kind::StatusList),
    ];
    if let Some((_, kind)) = kinds.into_iter().find(|(name, _)| of(name)) {
        return Ok(kind);
    }
    Err(bad(says::NO_TYPE.with(["OpenBadgeCredential".into()])))
}

fn check_contexts(document: &Map<String, Value>, kind: Kind) -> Result<(), Trouble> {
    let contexts = document.get("@context").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let context = |place: usize| contexts.get(place).and_then(Value::as_str).unwrap_or_default();
    match context(0) {
        VC_V2 => {}
        VC_V1 => return Err(Trouble::Unknown(says::OLDER.into())),
        _ => return Err(bad(says::FIRST_CONTEXT.with([VC_V2.into()]))),
    }
    if kind != Kind::StatusList && !context(1).starts_with(OPEN_BADGES) {
        return Err(bad(says::SECOND_CONTEXT.into()));
    }
    Ok(())
}

fn check_issuer(document: &Map<String, Value>) -> Result<(), Sentence> {
    let Some(issuer) = document.get("issuer") else { return Err(lacks("issuer")) };
    let issuer = issuer.as_object().ok_or_else(|| says::PART_NO_OBJECT.with(["issuer".into()]))?;
    check_id(issuer, "issuer.id")?;
    if !has_type(issuer, "Profile") {
        return Err(wrong_type("issuer", "Profile"));
    }
    Ok(())
}

fn check_subject(document: &Map<String, Value>, kind: Kind) -> Result<(), Sentence> {
    let subject = document.get("credentialSubject").and_then(Value::as_object);
    let subject = subject.ok_or_else(|| lacks("credentialSubject"))?;
    if kind == Kind::Endorsement {
        check_id(subject, "credentialSubject.id")?;
        return match has_type(subject, "EndorsementSubject") {
            true => Ok(()),
            false => Err(wrong_type("credentialSubject", "EndorsementSubject")),
        };
    }
    if !has_type(subject, "AchievementSubject") {
        return Err(wrong_type("credentialSubject", "AchievementSubject"));
    }
    let named = match subject.get("identifier") {
        Some(Value::Array(all)) => !all.is_empty() && all.iter().all(Value::is_object),
        Some(Value::Object(_)) => true,
        Some(_) => return Err(says::IDENTIFIERS.into()),
        None => false,
    };
    match subject.get("id") {
        Some(_) => check_id(subject, "credentialSubject.id")?,
        None if named => {}
        None => return Err(lacks("credentialSubject.id")),
    }
    let achievement = subject.get("achievement").and_then(Value::as_object);
    let achievement = achievement.ok_or_else(|| lacks("credentialSubject.achievement"))?;
    check_id(achievement, "credentialSubject.achievement.id")?;
    if !has_type(achievement, "Achievement") {
        return Err(wrong_type("credentialSubject.achievement", "Achievement"));
    }
    match achievement.get("name") {
        Some(Value::String(name)) if !name.is_empty() => Ok(()),
        _ => Err(lacks("credentialSubject.achievement.name")),
    }
}

fn lacks(place: &str) -> Sentence {
    says::LACKS.with([place.into()])
}

fn wrong_type(place: &str, kind: &str) -> Sentence {
    says::WRONG_TYPE.with([place.into(), kind.into()])
}

/// An `id` has to be absolute: it begins with a scheme, as in `https:`, `urn:` and `did:`.
fn check_id(object: &Map<String, Value>, place: &str) -> Result<(), Sentence> {
    let Some(id) = object.get("id").and_then(Value::as_str) else { return Err(lacks(place)) };
    let scheme = id.split_once(':').map_or("", |(scheme, _)| scheme);
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    if is_scheme && !id.contains(|c: char| c.is_whitespace() || c.is_control()) {
        Ok(())
    } else {
        Err(says::NO_ADDRESS.with([place.into()]))
    }
}

/// Whether `type` is or holds `name`.
pub(super) fn has_type(object: &Map<String, Value>, name: &str) -> bool {
    match object.get("type") {
        Some(Value::String(only)) => only == name,
        Some(Value::Array(all)) => all.iter().all(Value::is_string) && all.iter().any(|it| it == name),
        _ => false,
    }
}
