//! Is it within its dates?
//!
//! Source: Verifiable Credentials Data Model 2.0, "Validity Period": valid from the first, until the last (exclusive).

use super::answers::Answers;
use crate::{
    time::{self, Timestamp},
    trust::{Question, Verdict},
};
use serde_json::Value;

/// Asks.
pub(super) fn ask(answers: &mut Answers, document: &Value, now: Timestamp) {
    let question = Question::Dates;
    let (from, until) = match period(document) {
        Ok(period) => period,
        Err(why) => return answers.failed(question, format!("The dates cannot be understood: {why}")),
    };
    let (began, ends) = (time::day(from), until.map(time::day));
    match until {
        Some(until) if until <= now => {
            let sentence = format!("It expired on {}", time::day(until));
            answers.does_not_count(question, sentence, Verdict::Expired(until));
        }
        _ if from > now => {
            answers.does_not_count(question, format!("It begins on {began}"), Verdict::NotYetValid(from));
        }
        _ => match ends {
            Some(ends) => answers.passed(question, format!("It is valid from {began} until {ends}")),
            None => answers.passed(question, format!("It is valid since {began}, without an end")),
        },
    }
}

/// `validFrom`, which Open Badges 3.0 requires, and `validUntil`.
pub(super) fn period(document: &Value) -> Result<(Timestamp, Option<Timestamp>), String> {
    let from = document.get("validFrom").ok_or("there is no `validFrom`")?;
    let from = stamp(from).map_err(|why| format!("`validFrom` {why}"))?;
    let until = document.get("validUntil").map(stamp).transpose().map_err(|why| format!("`validUntil` {why}"))?;
    match until {
        Some(until) if until < from => Err("`validUntil` is before `validFrom`".into()),
        _ => Ok((from, until)),
    }
}

/// A date-time with its zone, or the rest of a sentence that begins with the member's name.
pub(super) fn stamp(value: &Value) -> Result<Timestamp, String> {
    let text = value.as_str().ok_or("is not text")?;
    time::parse_stamp(text).map_err(|why| format!("is wrong: {why}"))
}
