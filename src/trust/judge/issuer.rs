//! Is the issuer known, and does it list the keys that signed?
//!
//! Source: Controlled Identifiers 1.0, "Retrieve Verification Method"; Open Badges 3.0 Implementation Guide, "Key
//! provenance": the controller of the key is the issuer.

use super::{World, answers::Answers};
use crate::{
    time,
    trust::{
        Outcome, Question,
        did::{Controller, Method},
        proof::{Found, Proof},
    },
};
use std::borrow::Cow;

/// Asks, and gives back the key of each proof that may be used, in the proofs' order.
pub(super) fn ask(
    answers: &mut Answers,
    issuer: Option<&str>,
    found: &[Found<'_>],
    world: &dyn World,
) -> Vec<Option<Method>> {
    let Some(issuer) = issuer else {
        answers.could_not_check(Question::Issuer, "The issuer cannot be asked: the document does not name it".into());
        return vec![None; found.len()];
    };
    let by_key_alone = issuer.starts_with("did:key:");
    let controller = match by_key_alone {
        true => Controller::from_did_key(issuer).map(Cow::Owned),
        false => world.controller(issuer),
    };

    let mut worst = match &controller {
        Err(why) => (Outcome::CouldNotCheck, format!("The keys of the issuer `{issuer}` are not known: {why}")),
        Ok(_) if by_key_alone => (Outcome::Attention, format!("The issuer `{issuer}` is known by its key alone")),
        Ok(_) => (Outcome::Passed, format!("The issuer `{issuer}` is known, and the key is one of its keys")),
    };
    let keys = found
        .iter()
        .map(|found| {
            let Found::Proof(proof) = found else { return None };
            let (key, outcome, sentence) = key_of(proof, issuer, controller.as_deref().ok())?;
            if rank(&outcome) < rank(&worst.0) {
                worst = (outcome, sentence);
            }
            key
        })
        .collect();
    answers.answer(Question::Issuer, worst.0, worst.1);
    keys
}

/// The graver, the smaller.
fn rank(outcome: &Outcome) -> u8 {
    match outcome {
        Outcome::Failed => 0,
        Outcome::CouldNotCheck => 1,
        Outcome::Attention => 2,
        Outcome::Passed | Outcome::Absent => 3,
    }
}

/// The key that `proof` names, if it may be used, and what is to be said about it. `None`: the issuer is not known.
fn key_of(
    proof: &Proof<'_>,
    issuer: &str,
    controller: Option<&Controller>,
) -> Option<(Option<Method>, Outcome, String)> {
    let id = proof.method;
    if !id.strip_prefix(issuer).is_some_and(|rest| rest.starts_with('#')) {
        return Some((None, Outcome::Failed, format!("The key `{id}` does not belong to the issuer `{issuer}`")));
    }
    let Some(method) = controller?.method(id) else {
        return Some((None, Outcome::Failed, format!("The issuer `{issuer}` does not list the key `{id}`")));
    };
    let (outcome, sentence) = in_time(method, proof);
    let usable = (outcome != Outcome::Failed).then(|| method.clone());
    Some((usable, outcome, sentence))
}

/// Whether the key could sign at the time that the proof gives for itself.
fn in_time(method: &Method, proof: &Proof<'_>) -> (Outcome, String) {
    let key = method.key.short();
    let Method { from, until, compromised, .. } = *method;
    let Some(created) = proof.created else {
        return match from.or(until).or(compromised) {
            None => (Outcome::Passed, String::new()),
            Some(_) => (
                Outcome::CouldNotCheck,
                format!("The key {key} may sign for a limited time, and the proof does not say when it was made"),
            ),
        };
    };
    if let Some(compromised) = compromised.filter(|it| created >= *it) {
        let since = time::day(compromised);
        return (
            Outcome::Failed,
            format!("The key {key} was not safe any more when this was signed: it counts as compromised since {since}"),
        );
    }
    if let Some(until) = until.filter(|it| created >= *it) {
        return (Outcome::Failed, format!("The key {key} ended on {}, before this was signed", time::day(until)));
    }
    if let Some(from) = from.filter(|it| created < *it) {
        return (Outcome::Failed, format!("The key {key} began on {}, after this was signed", time::day(from)));
    }
    match compromised {
        None => (Outcome::Passed, String::new()),
        Some(since) => (
            Outcome::Attention,
            format!(
                "The issuer lists the key {key}; it counts as compromised since {}, and this was signed before",
                time::day(since)
            ),
        ),
    }
}
