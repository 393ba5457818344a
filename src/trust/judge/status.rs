//! What does its status list say, and is the list itself genuine?

use super::{World, answers::Answers, judge_list};
use crate::{
    time::Timestamp,
    trust::{
        Outcome, Question, Verdict,
        status::{Entry, List, entries},
    },
};
use serde_json::Value;
use std::borrow::Cow;

/// What one entry comes to.
enum Finding {
    Clear,
    News,
    Set(Verdict, &'static str),
    CouldNotCheck(String),
}

/// Asks.
pub(super) fn ask(answers: &mut Answers, document: &Value, issuer: Option<&str>, world: &dyn World, now: Timestamp) {
    let question = Question::Status;
    let Some(status) = document.get("credentialStatus") else {
        return answers.absent(question, "It names no status list, so it cannot be revoked".into());
    };
    let entries = match entries(status) {
        Ok(entries) => entries,
        Err(why) => {
            return answers
                .could_not_check(question, format!("Its status cannot be understood: `credentialStatus` {why}"));
        }
    };

    let mut best = (Outcome::Passed, "It is not revoked: its status list is genuine and has nothing against it");
    let mut unknown = None;
    for entry in entries {
        match look_up(entry, issuer, world, now) {
            Finding::Clear => {}
            Finding::News => {
                best = (
                    Outcome::Attention,
                    "It is not revoked; its status lists may have further news, which were not read",
                );
            }
            Finding::Set(verdict, sentence) => return answers.does_not_count(question, sentence.into(), verdict),
            Finding::CouldNotCheck(sentence) => unknown = unknown.or(Some(sentence)),
        }
    }
    match unknown {
        Some(sentence) => answers.could_not_check(question, sentence),
        None => answers.answer(question, best.0, best.1.into()),
    }
}

fn look_up(entry: Entry<'_>, issuer: Option<&str>, world: &dyn World, now: Timestamp) -> Finding {
    let (purpose, url, index) = match entry {
        Entry::Bit { purpose, list, index } => (purpose, list, index),
        Entry::News => return Finding::News,
        Entry::Unknown(kind) => {
            return Finding::CouldNotCheck(format!("Its status is of the kind `{kind}`, which is not understood here"));
        }
    };
    let list = match judged(url, world, now) {
        Ok(list) => list,
        Err(sentence) => return Finding::CouldNotCheck(sentence),
    };
    if !issuer.is_some_and(|it| world.same(it, &list.issuer)) {
        let by = &list.issuer;
        return Finding::CouldNotCheck(format!(
            "Its status list is by another, `{by}`, and nothing says that it may be"
        ));
    }
    if list.purpose != purpose {
        let its = &list.purpose;
        return Finding::CouldNotCheck(format!("Its status list is for the purpose `{its}`, not `{purpose}`"));
    }
    match (list.bits.get(index), purpose) {
        (None, _) => Finding::CouldNotCheck(format!("Its status list has no entry {index}")),
        (Some(false), _) => Finding::Clear,
        (Some(true), "suspension") => {
            Finding::Set(Verdict::Suspended, "It is suspended: the entry in its status list is set")
        }
        (Some(true), _) => Finding::Set(Verdict::Revoked(None), "It is revoked: the entry in its status list is set"),
    }
}

fn judged<'w>(url: &str, world: &'w dyn World, now: Timestamp) -> Result<Cow<'w, List>, String> {
    match world.judged_list(url, now) {
        Some(judged) => judged,
        None => {
            let list =
                world.status_list(url).map_err(|why| format!("Its status list `{url}` is not at hand: {why}"))?;
            judge_list(&list, url, world, now).map(Cow::Owned)
        }
    }
    .map_err(|why| if why.starts_with("Its ") { why } else { format!("Its status list `{url}` {why}") })
}
