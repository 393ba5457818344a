//! Is a status list genuine?
//!
//! Source: Bitstring Status List 1.0, "Validate Algorithm": all proofs of the list credential are verified first.

use super::{World, answers::Answers, dates, issuer, proofs, shape};
use crate::{
    time::{self, Timestamp},
    trust::{Question, proof, status::List},
};
use serde_json::Value;

/// Reads the list credential that was found at `url`, if it is genuine and counts at `now`.
///
/// # Errors
///
/// The rest of a sentence that begins with the list.
pub fn judge_list(list: &Value, url: &str, world: &dyn World, now: Timestamp) -> Result<List, String> {
    let (unsecured, found) = proof::take_apart(list)?;
    match unsecured.get("id").and_then(Value::as_str) {
        Some(id) if world.same(id, url) => {}
        Some(id) => return Err(format!("says that it is `{id}`")),
        None => return Err("has no `id`".into()),
    }
    let read = List::read(&unsecured)?;
    let issuer = shape::issuer(&unsecured);
    let ours = issuer.is_some_and(|it| world.is_ours(it));

    let mut answers = Answers::default();
    let transformed = shape::ask(&mut answers, &unsecured, ours);
    let keys = issuer::ask(&mut answers, issuer, &found, world);
    let case = proofs::Case { credential: list, unsecured: &unsecured, transformed, found: &found, keys, ours, now };
    proofs::ask(&mut answers, &case);
    if let Some(check) = answers.first_trouble() {
        let what = if check.question == Question::Document { "cannot be used" } else { "cannot be trusted" };
        return Err(format!("{what}: {}", check.as_clause()));
    }

    match dates::period(&unsecured) {
        Err(why) => Err(format!("has dates that cannot be understood: {why}")),
        Ok((_, Some(until))) if until <= now => Err(format!("ended on {}", time::day(until))),
        Ok((from, _)) if from > now => Err(format!("begins on {}", time::day(from))),
        Ok(_) => Ok(read),
    }
}
