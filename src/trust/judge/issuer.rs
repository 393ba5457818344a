//! Is the issuer known, and does it list the keys that signed?
//!
//! An issuer of ours is known. Of any other is said who vouches for it, and a stranger's document that pretends to be an
//! award of our site is a forgery, whoever signed it.
//!
//! Source: Controlled Identifiers 1.0, "Retrieve Verification Method"; Open Badges 3.0 Implementation Guide, "Key
//! provenance": the controller of the key is the issuer.

use super::{World, answers::Answers};
use crate::{
    time::Timestamp,
    trust::{
        Outcome, Question, Sentence,
        did::{self, Controller, Method},
        proof::{Found, Proof},
        says,
    },
};
use std::borrow::Cow;

/// Asks, and gives back the key of each proof that may be used, in the proofs' order. `claimed`: a stranger's document
/// pretends to be an award of our site.
pub(super) fn ask(
    answers: &mut Answers,
    issuer: Option<&str>,
    claimed: bool,
    found: &[Found<'_>],
    world: &dyn World,
    now: Timestamp,
) -> Vec<Option<Method>> {
    let Some(issuer) = issuer else {
        answers.could_not_check(Question::Issuer, says::ISSUER_NONE);
        return vec![None; found.len()];
    };
    let by_key_alone = issuer.starts_with("did:key:");
    let controller = match by_key_alone {
        true => Controller::from_did_key(issuer).map(Cow::Owned),
        false => world.controller(issuer),
    };

    let mut worst = match &controller {
        _ if claimed => (Outcome::Failed, says::ISSUER_CLAIMED.into()),
        Err(why) => (Outcome::CouldNotCheck, says::ISSUER_UNKNOWN.with([issuer.into(), why.clone().into()])),
        Ok(_) if by_key_alone => (Outcome::Attention, says::ISSUER_BY_KEY.with([issuer.into()])),
        Ok(_) if world.is_ours(issuer) => (Outcome::Passed, says::ISSUER_GOOD.with([issuer.into()])),
        Ok(_) => (Outcome::Attention, says::ISSUER_STRANGER.with([issuer.into(), host(issuer).into()])),
    };
    let keys = found
        .iter()
        .map(|found| {
            let Found::Proof(proof) = found else { return None };
            let (key, trouble) = key_of(proof, issuer, controller.as_deref().ok(), now)?;
            worst = match trouble {
                Some(trouble) if rank(&trouble.0) < rank(&worst.0) => trouble,
                _ => worst.clone(),
            };
            key
        })
        .collect();
    answers.answer(Question::Issuer, worst.0, worst.1);
    keys
}

/// Who vouches for the keys of an issuer: the host of its document.
fn host(issuer: &str) -> String {
    let address = did::web_address(issuer).ok();
    let host = address.as_deref().and_then(|it| it.strip_prefix("https://")?.split('/').next());
    host.unwrap_or(issuer).to_ascii_lowercase()
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

/// What is to be said about a key, if anything.
type Trouble = Option<(Outcome, Sentence)>;

/// The key that `proof` names, if it may be used, and what is to be said about it. `None`: the issuer is not known.
fn key_of(
    proof: &Proof<'_>,
    issuer: &str,
    controller: Option<&Controller>,
    now: Timestamp,
) -> Option<(Option<Method>, Trouble)> {
    let id = proof.method;
    if !id.strip_prefix(issuer).is_some_and(|rest| rest.starts_with('#')) {
        return Some((None, Some((Outcome::Failed, says::KEY_FOREIGN.with([id.into(), issuer.into()])))));
    }
    let Some(method) = controller?.method(id) else {
        return Some((None, Some((Outcome::Failed, says::KEY_UNLISTED.with([issuer.into(), id.into()])))));
    };
    let trouble = in_time(method, proof, now);
    let usable = trouble.as_ref().is_none_or(|(outcome, _)| *outcome != Outcome::Failed);
    Some((usable.then(|| method.clone()), trouble))
}

/// Whether the key could sign at the time that the proof gives for itself, and may sign still.
fn in_time(method: &Method, proof: &Proof<'_>, now: Timestamp) -> Trouble {
    let key = method.key.short();
    let Method { from, until, compromised, .. } = *method;
    let Some(created) = proof.created else {
        return from.or(until).or(compromised).map(|_| (Outcome::CouldNotCheck, says::KEY_UNDATED.with([key.into()])));
    };
    if let Some(compromised) = compromised.filter(|it| created >= *it) {
        return Some((Outcome::Failed, says::KEY_COMPROMISED.with([key.into(), compromised.into()])));
    }
    if let Some(until) = until.filter(|it| created >= *it) {
        return Some((Outcome::Failed, says::KEY_ENDED.with([key.into(), until.into()])));
    }
    if let Some(from) = from.filter(|it| created < *it) {
        return Some((Outcome::Failed, says::KEY_BEGINS.with([key.into(), from.into()])));
    }
    if let Some(compromised) = compromised {
        return Some((Outcome::Attention, says::KEY_LATER_COMPROMISED.with([key.into(), compromised.into()])));
    }
    let until = until.filter(|it| *it <= now)?;
    Some((Outcome::Attention, says::KEY_LATER_ENDED.with([key.into(), until.into()])))
}
