//! Is a status list genuine?
//!
//! Source: Bitstring Status List 1.0, "Validate Algorithm": all proofs of the list credential are verified first.

use super::{World, answers::Answers, dates, issuer, proofs, shape};
use crate::{
    time::Timestamp,
    trust::{Question, Sentence, proof, says, status::List},
};
use jiff::SignedDuration;
use serde_json::Value;

/// A clock may be ahead where a list was signed: by so much it counts before it begins. Nobody but its issuer can have signed
/// it, and what it takes back has been taken back, whatever the time is here.
const EARLIER: SignedDuration = SignedDuration::from_hours(24);

/// Reads the list credential that was found at `url`, if it is genuine and counts at `now`.
///
/// # Errors
///
/// The rest of a sentence that begins with the list.
pub fn judge_list(list: &Value, url: &str, world: &dyn World, now: Timestamp) -> Result<List, Sentence> {
    let parts = proof::take_apart(list.clone()).map_err(|why| says::LIST_UNUSED.with([why.into()]))?;
    let (unsecured, found) = (&parts.unsecured, parts.found());
    match unsecured.get("id").and_then(Value::as_str) {
        Some(id) if world.same(id, url) => {}
        Some(id) => return Err(says::LIST_OTHER.with([id.into()])),
        None => return Err(says::LIST_LACKS.with(["id".into()])),
    }
    let read = List::read(unsecured)?;
    let issuer = shape::issuer(unsecured);
    let ours = issuer.is_some_and(|it| world.is_ours(it));

    let mut answers = Answers::default();
    let transformed = shape::ask(&mut answers, unsecured, ours);
    let keys = issuer::ask(&mut answers, issuer, false, &found, world, now);
    proofs::ask(&mut answers, &proofs::Case { parts: &parts, transformed, found: &found, keys, ours, now });
    dates::ask(&mut answers, unsecured, now, EARLIER);
    match answers.first_trouble() {
        None => Ok(read),
        Some(check) => {
            let what = if check.question == Question::Document { says::LIST_UNUSED } else { says::LIST_UNTRUSTED };
            Err(what.with([check.as_clause()]))
        }
    }
}
