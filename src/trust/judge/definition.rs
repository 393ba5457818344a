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

/// What of a badge is compared, and what it is called.
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
            let is_changed = |name: &str| !same(signed.get(name), today.get(name));
            let changed: Vec<Sentence> =
                COMPARED.iter().filter(|(name, _)| is_changed(name)).map(|(_, key)| (*key).into()).collect();
            match changed.is_empty() {
                true => (Outcome::Passed, says::DEFINITION_SAME.into()),
                false => (Outcome::Attention, says::DEFINITION_CHANGED.with([Part::List(changed)])),
            }
        }
    };
    answers.beside(Question::Definition, outcome, sentence);
}

/// Whether two values say the same, however they are written.
fn same(one: Option<&Value>, other: Option<&Value>) -> bool {
    one == other
        || matches!((one, other), (Some(one), Some(other)) if jcs::canonicalize(one) == jcs::canonicalize(other))
}
