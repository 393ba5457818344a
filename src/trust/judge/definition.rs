//! Is the badge still defined as it was signed?
//!
//! An award keeps its words, so the answer never makes it worth less; but a reader who sees other words elsewhere should
//! know why. It is asked where the definition of today can be found.

use super::{World, answers::Answers};
use crate::{
    canon::jcs,
    trust::{Outcome, Part, Question, Sentence, says, sentence::Key},
};
use serde_json::Value;

/// What of a badge has a name of its own for readers. What else differs is told as other details.
const COMPARED: [(&str, Key<0>); 8] = [
    ("name", says::CHANGED_NAME),
    ("description", says::CHANGED_DESCRIPTION),
    ("criteria", says::CHANGED_CRITERIA),
    ("achievementType", says::CHANGED_TYPE),
    ("tag", says::CHANGED_SKILLS),
    ("alignment", says::CHANGED_ALIGNMENTS),
    ("version", says::CHANGED_VERSION),
    ("resultDescription", says::CHANGED_RESULTS),
];

/// What is no part of the definition.
const BESIDE: [&str; 3] = ["@context", "creator", "image"];

/// Asks.
pub(super) fn ask(answers: &mut Answers, document: &Value, world: &dyn World) {
    let signed = document.get("credentialSubject").and_then(|it| it.get("achievement"));
    let Some((signed, id)) = signed.and_then(|it| Some((it, it.get("id")?.as_str()?))) else { return };
    let Some(today) = world.definition(id) else { return };
    let today = today.and_then(|today| match today.get("id").and_then(Value::as_str) {
        Some(found) if world.same(found, id) => Ok(today),
        _ => Err(says::DEFINITION_OTHER.into()),
    });
    let (outcome, sentence) = match today {
        Err(why) => (Outcome::CouldNotCheck, says::DEFINITION_UNREAD.with([why.into()])),
        Ok(today) => {
            let is_changed = |name: &str| !same(&signed[name], &today[name], world);
            let mut changed: Vec<Sentence> =
                COMPARED.iter().filter(|(name, _)| is_changed(name)).map(|(_, key)| (*key).into()).collect();
            let members = [signed, &*today].into_iter().filter_map(Value::as_object).flat_map(|it| it.keys());
            let is_other = |name: &str| !BESIDE.contains(&name) && COMPARED.iter().all(|it| it.0 != name);
            if members.map(String::as_str).any(|name| is_other(name) && is_changed(name)) {
                changed.push(says::CHANGED_OTHER.into());
            }
            match changed.is_empty() {
                true => (Outcome::Passed, says::DEFINITION_SAME.into()),
                false => (Outcome::Attention, says::DEFINITION_CHANGED.with([Part::List(changed)])),
            }
        }
    };
    answers.beside(Question::Definition, outcome, sentence);
}

/// Whether two values say the same, however they are written, and wherever the site was when they were.
fn same(one: &Value, other: &Value, world: &dyn World) -> bool {
    // Nearly always they do, to the letter.
    if one == other {
        return true;
    }
    match (one, other) {
        (Value::String(one), Value::String(other)) => world.same(one, other),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other, world))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one.iter().all(|(name, one)| other.get(name).is_some_and(|other| same(one, other, world)))
        }
        _ => jcs::canonicalize(one) == jcs::canonicalize(other),
    }
}
