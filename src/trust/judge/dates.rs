//! Is it within its dates?
//!
//! Source: Verifiable Credentials Data Model 2.0, "Validity Period": valid from the first, until the last (exclusive).

use super::answers::Answers;
use crate::{
    time::{self, Timestamp},
    trust::{Part, Question, Sentence, Verdict, says},
};
use jiff::SignedDuration;
use serde_json::Value;

/// What ends within this time says so.
pub const SOON: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Asks; `earlier` is how long before its beginning it counts already.
pub(super) fn ask(answers: &mut Answers, document: &Value, now: Timestamp, earlier: SignedDuration) {
    let question = Question::Dates;
    let (from, until) = match period(document) {
        Ok(period) => period,
        Err(why) => return answers.failed(question, says::DATES_BAD.with([why.into()])),
    };
    match until {
        Some(until) if until <= now => {
            answers.does_not_count(
                question,
                says::DATES_EXPIRED.with([Part::last_day(until)]),
                Verdict::Expired(until),
            );
        }
        _ if from.duration_since(now) > earlier => {
            answers.does_not_count(question, says::DATES_BEGINS.with([from.into()]), Verdict::NotYetValid(from));
        }
        Some(until) if until.duration_since(now) <= SOON => {
            answers.attention(question, says::DATES_SOON.with([from.into(), Part::last_day(until)]));
        }
        Some(until) => answers.passed(question, says::DATES_WITHIN.with([from.into(), Part::last_day(until)])),
        None => answers.passed(question, says::DATES_OPEN.with([from.into()])),
    }
}

/// `validFrom`, which Open Badges 3.0 requires, and `validUntil`.
pub(super) fn period(document: &Value) -> Result<(Timestamp, Option<Timestamp>), Sentence> {
    let from = stamp(document, "validFrom")?.ok_or_else(|| says::LACKS.with(["validFrom".into()]))?;
    let until = stamp(document, "validUntil")?;
    match until {
        Some(until) if until < from => Err(says::DATES_ORDER.into()),
        _ => Ok((from, until)),
    }
}

/// The date-time with its zone that a document has under `name`.
pub(super) fn stamp(document: &Value, name: &str) -> Result<Option<Timestamp>, Sentence> {
    let Some(value) = document.get(name) else { return Ok(None) };
    let text = value.as_str().ok_or_else(|| says::NOT_TEXT.with([name.into()]))?;
    let wrong = |_| says::STAMP.with([name.into(), Part::from(text)]);
    time::parse_stamp(text).map(Some).map_err(wrong)
}
