//! The answer, for people and for scripts.

use super::{Judged, explain::Signed};
use crate::{
    cli::output::count,
    time::{self, Timestamp},
    trust::{Judgement, Outcome, Question, Verdict},
    words::visible,
};
use serde_json::{Value, json};

pub(super) fn as_text(judged: &[Judged]) -> String {
    let mut text = String::new();
    for (n, it) in judged.iter().enumerate() {
        if n > 0 {
            text.push('\n');
        }
        text.push_str(&format!("{}\n", visible(&it.name)));
        for check in it.judgement.checks.iter().chain(&it.recipient) {
            if check.outcome != Outcome::Absent {
                text.push_str(&format!("  {:<9} {}\n", word(&check.outcome), check.sentence));
            }
        }
        for signed in &it.explained {
            text.push_str(&signed.as_text());
        }
        text.push_str(&format!("  {}{}\n", verdict(&it.judgement), it.about_whom()));
    }
    if judged.len() > 1 {
        let valid = judged.iter().filter(|it| it.is_good()).count();
        text.push_str(&format!("\n{valid} of {} good\n", count(judged.len(), "credential", "credentials")));
    }
    text
}

fn word(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Passed => "ok",
        Outcome::Attention => "note",
        Outcome::Failed => "failed",
        Outcome::CouldNotCheck => "unknown",
        Outcome::Absent => "absent",
    }
}

/// The verdict as the last line.
fn verdict(judgement: &Judgement) -> String {
    match &judgement.verdict {
        Verdict::Valid if is_by_stranger(judgement) => "VALID, by an issuer who is not known here".to_owned(),
        Verdict::Valid => "VALID".to_owned(),
        Verdict::NotYetValid(from) => format!("NOT YET VALID: from {} on", time::format(*from)),
        Verdict::Expired(until) => format!("EXPIRED at {}", time::format(*until)),
        Verdict::Suspended => "SUSPENDED".to_owned(),
        Verdict::Revoked(None) => "REVOKED".to_owned(),
        Verdict::Revoked(Some((when, why))) => format!("REVOKED at {}: {}", time::format(*when), visible(why)),
        Verdict::Invalid(why) => format!("INVALID: {why}"),
        Verdict::Unchecked(why) => format!("UNCHECKED: {why}"),
    }
}

/// Whether the keys are good, and nobody here knows whose they are.
fn is_by_stranger(judgement: &Judgement) -> bool {
    let strange = ["judge-any-stranger", "judge-any-by-key"];
    judgement.checks.iter().any(|it| strange.contains(&it.sentence.key()))
}

pub(super) fn as_json(judged: &[Judged], now: Timestamp) -> Value {
    let credentials: Vec<Value> = judged
        .iter()
        .map(|it| {
            let checks: Vec<Value> = it
                .judgement
                .checks
                .iter()
                .chain(&it.recipient)
                .map(|check| {
                    json!({
                        "question": question(check.question),
                        "outcome": word(&check.outcome),
                        "key": check.sentence.key(),
                        "sentence": check.sentence.to_string(),
                    })
                })
                .collect();
            let mut object = json!({
                "name": it.name,
                "good": it.is_good(),
                "verdict": it.judgement.verdict.kind(),
                "sentence": verdict(&it.judgement),
                "checks": checks,
            });
            if !it.explained.is_empty() {
                object["explained"] = it.explained.iter().map(Signed::as_json).collect();
            }
            object
        })
        .collect();
    json!({ "at": time::format(now), "credentials": credentials })
}

fn question(question: Question) -> &'static str {
    match question {
        Question::Document => "document",
        Question::Issuer => "issuer",
        Question::ProofRdfc => "eddsa-rdfc-2022",
        Question::ProofJcs => "eddsa-jcs-2022",
        Question::Status => "status",
        Question::Dates => "dates",
        Question::Definition => "definition",
        Question::Recipient => "recipient",
    }
}
