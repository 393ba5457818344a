//! Is it a document that we understand?
//!
//! Asked here: JSON, known contexts in their places, defined terms, and of the shape of Open Badges 3.0 what has to be
//! so for the other answers to mean anything. Source: Open Badges 3.0, "Data Model".

use super::{answers::Answers, dates};
use crate::{
    canon::{Refusal, rdf},
    trust::{Question, proof::eddsa_rdfc_2022},
};
use serde_json::{Map, Value, json};

const VC_V2: &str = "https://www.w3.org/ns/credentials/v2";
const VC_V1: &str = "https://www.w3.org/2018/credentials/v1";
const OPEN_BADGES: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.";

/// Why a document is not understood.
pub(super) enum Trouble {
    /// It is wrong for everybody.
    Bad(String),
    /// Somebody else may understand it.
    Unknown(String),
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
        Err(Trouble::Bad(why)) => answers.failed(question, format!("The document is not as it has to be: {why}")),
        Err(Trouble::Unknown(why)) => {
            answers.could_not_check(question, format!("The document is not understood: {why}"));
        }
        Ok(_) if document.get("endorsement").is_some() || document.get("endorsementJwt").is_some() => answers
            .attention(
                question,
                "The document is understood, term by term; the endorsements that it carries were not checked".into(),
            ),
        Ok(kind) => {
            let what = match kind {
                Kind::Badge => "an Open Badges 3.0 credential",
                Kind::Endorsement => "an Open Badges 3.0 endorsement",
                Kind::StatusList => "a status list",
            };
            answers.passed(question, format!("The document is {what}, and every term in it is defined"));
        }
    }
    transformed
}

/// What it means that there is no canonical form. `None`: it matters to the one proof that needs it, and to nothing else.
pub(super) fn trouble(document: &Value, refusal: &Refusal, ours: bool) -> Option<Trouble> {
    if ours {
        return Some(Trouble::Bad(refusal.to_string()));
    }
    if rdf::canonicalize(document).is_ok() {
        return None;
    }
    let contexts = document.get("@context").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    // A document of one statement, in which no context has anything to say.
    let with = |context: &Value| json!({ "@context": [context], "@id": "urn:x:it", "@type": "urn:x:thing" });
    match contexts.iter().find(|it| rdf::canonicalize(&with(it)).is_err()) {
        Some(Value::String(url)) => Some(Trouble::Unknown(format!("its context `{url}` is not known here"))),
        Some(_) => Some(Trouble::Unknown("it brings a context of its own".into())),
        None => Some(Trouble::Bad(refusal.to_string())),
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
    let bad = |why: &str| Trouble::Bad(why.to_owned());
    let document = document.as_object().ok_or_else(|| bad("it is not a JSON object"))?;
    let kind = check_types(document)?;
    check_contexts(document, kind)?;
    check_id(document, "id").map_err(Trouble::Bad)?;
    if kind != Kind::StatusList {
        check_issuer(document).map_err(Trouble::Bad)?;
        check_subject(document, kind).map_err(Trouble::Bad)?;
    }
    match document.get("awardedDate").map(dates::stamp) {
        Some(Err(why)) => Err(Trouble::Bad(format!("`awardedDate` {why}"))),
        _ => Ok(kind),
    }
}

fn check_types(document: &Map<String, Value>) -> Result<Kind, Trouble> {
    let of = |name: &str| has_type(document, name);
    if !of("VerifiableCredential") {
        return Err(Trouble::Bad("its `type` is not `VerifiableCredential`".into()));
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
    Err(Trouble::Bad("its `type` is not `OpenBadgeCredential`".into()))
}

fn check_contexts(document: &Map<String, Value>, kind: Kind) -> Result<(), Trouble> {
    let contexts = document.get("@context").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let context = |place: usize| contexts.get(place).and_then(Value::as_str).unwrap_or_default();
    match context(0) {
        VC_V2 => {}
        VC_V1 => return Err(Trouble::Unknown("it is of the older form, Verifiable Credentials 1.1".into())),
        _ => return Err(Trouble::Bad(format!("its first `@context` is not `{VC_V2}`"))),
    }
    if kind != Kind::StatusList && !context(1).starts_with(OPEN_BADGES) {
        return Err(Trouble::Bad("its second `@context` is not that of Open Badges 3.0".into()));
    }
    Ok(())
}

fn check_issuer(document: &Map<String, Value>) -> Result<(), String> {
    let Some(issuer) = document.get("issuer") else { return Err("it has no `issuer`".into()) };
    let issuer = issuer.as_object().ok_or("its `issuer` is not an object")?;
    check_id(issuer, "issuer.id")?;
    if !has_type(issuer, "Profile") {
        return Err("the `type` of its `issuer` is not `Profile`".into());
    }
    Ok(())
}

fn check_subject(document: &Map<String, Value>, kind: Kind) -> Result<(), String> {
    let subject =
        document.get("credentialSubject").and_then(Value::as_object).ok_or("it has no `credentialSubject`")?;
    if kind == Kind::Endorsement {
        check_id(subject, "credentialSubject.id")?;
        return match has_type(subject, "EndorsementSubject") {
            true => Ok(()),
            false => Err("the `type` of its `credentialSubject` is not `EndorsementSubject`".into()),
        };
    }
    if !has_type(subject, "AchievementSubject") {
        return Err("the `type` of its `credentialSubject` is not `AchievementSubject`".into());
    }
    let named = match subject.get("identifier") {
        Some(Value::Array(all)) => !all.is_empty() && all.iter().all(Value::is_object),
        Some(Value::Object(_)) => true,
        Some(_) => return Err("`credentialSubject.identifier` is not an array of objects".into()),
        None => false,
    };
    match subject.get("id") {
        Some(_) => check_id(subject, "credentialSubject.id")?,
        None if named => {}
        None => return Err("it does not say whose it is: `credentialSubject` has no `id` and no `identifier`".into()),
    }
    let achievement =
        subject.get("achievement").and_then(Value::as_object).ok_or("it has no `credentialSubject.achievement`")?;
    check_id(achievement, "credentialSubject.achievement.id")?;
    if !has_type(achievement, "Achievement") {
        return Err("the `type` of its achievement is not `Achievement`".into());
    }
    match achievement.get("name") {
        Some(Value::String(name)) if !name.is_empty() => Ok(()),
        _ => Err("its achievement has no `name`".into()),
    }
}

/// An `id` has to be absolute: it begins with a scheme, as in `https:`, `urn:` and `did:`.
fn check_id(object: &Map<String, Value>, place: &str) -> Result<(), String> {
    let Some(id) = object.get("id").and_then(Value::as_str) else { return Err(format!("it has no `{place}`")) };
    let scheme = id.split_once(':').map_or("", |(scheme, _)| scheme);
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    if is_scheme && !id.contains(|c: char| c.is_whitespace() || c.is_control()) {
        Ok(())
    } else {
        Err(format!("`{place}` is not an absolute address"))
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
