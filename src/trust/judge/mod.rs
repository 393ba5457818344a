//! One function judges any credential from anywhere.

mod world;
mod answers;
mod shape;
mod issuer;
mod proofs;
mod list;
mod status;
mod dates;
mod definition;
mod recipient;

pub use dates::SOON;
pub use list::judge_list;
pub use recipient::about;
pub use world::World;

use super::{Judgement, Question, proof, says};
use crate::time::Timestamp;
use answers::Answers;
use jiff::SignedDuration;
use serde_json::Value;

/// Judges `credential` as of `now`.
///
/// The questions are asked in the order of [`Question`], and all of them, so that a reader sees everything that is wrong.
/// The gravest answer decides: a failed check, an issuer or proof that could not be checked, revoked, suspended, expired,
/// not yet valid, a status that could not be checked, valid. What is not understood is never
/// guessed: of a document in another language nothing more is asked.
///
/// Whom it is about is a question of its own: [`about`].
#[must_use]
pub fn judge(credential: &Value, world: &dyn World, now: Timestamp) -> Judgement {
    judge_owned(credential.clone(), world, now)
}

/// As [`judge`], of a credential that nobody needs afterwards.
#[must_use]
pub fn judge_owned(credential: Value, world: &dyn World, now: Timestamp) -> Judgement {
    let mut answers = Answers::default();
    let parts = match proof::take_apart(credential) {
        Ok(parts) => parts,
        Err(why) => {
            answers.failed(Question::Document, says::DOCUMENT_BAD.with([why.into()]));
            return answers.into_judgement();
        }
    };
    let (unsecured, found) = (&parts.unsecured, parts.found());
    let issuer = shape::issuer(unsecured);
    let ours = issuer.is_some_and(|it| world.is_ours(it));

    let transformed = shape::ask(&mut answers, unsecured, ours);
    if answers.stand_still() {
        return answers.into_judgement();
    }
    let claimed = !ours && is_claimed(unsecured, world);
    let keys = issuer::ask(&mut answers, issuer, claimed, &found, world, now);
    proofs::ask(&mut answers, &proofs::Case { parts: &parts, transformed, found: &found, keys, ours, now });
    status::ask(&mut answers, unsecured, issuer, world, now);
    dates::ask(&mut answers, unsecured, now, SignedDuration::ZERO);
    definition::ask(&mut answers, unsecured, world);
    answers.into_judgement()
}

/// Whether a document pretends to be an award of our site: by its own address, or by that of its badge.
fn is_claimed(document: &Value, world: &dyn World) -> bool {
    let badge = document.get("credentialSubject").and_then(|it| it.get("achievement"));
    let mut ids = [Some(document), badge].into_iter().flatten().filter_map(|it| it.get("id")?.as_str());
    ids.any(|it| world.is_here(it))
}
