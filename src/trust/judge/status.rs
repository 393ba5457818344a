//! What does its status list say, and is the list itself genuine?

use super::{World, answers::Answers, judge_list};
use crate::{
    time::Timestamp,
    trust::{
        Outcome, Question, Sentence, Verdict, says,
        status::{Entry, List, entries},
    },
};
use serde_json::Value;
use std::borrow::Cow;

/// What one entry comes to.
enum Finding {
    Clear,
    News,
    Set(Verdict, Sentence),
    CouldNotCheck(Sentence),
}

/// Asks.
pub(super) fn ask(answers: &mut Answers, document: &Value, issuer: Option<&str>, world: &dyn World, now: Timestamp) {
    let question = Question::Status;
    let Some(status) = document.get("credentialStatus") else {
        return answers.absent(question, says::STATUS_NONE);
    };
    let entries = match entries(status) {
        Ok(entries) => entries,
        Err(why) => return answers.could_not_check(question, says::STATUS_UNREAD.with([why.into()])),
    };

    let mut best = (Outcome::Passed, says::STATUS_CLEAR);
    let mut unknown = None;
    for entry in entries {
        match look_up(entry, issuer, world, now) {
            Finding::Clear => {}
            Finding::News => {
                best = (Outcome::Attention, says::STATUS_NEWS);
            }
            Finding::Set(verdict, sentence) => return answers.does_not_count(question, sentence, verdict),
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
            return Finding::CouldNotCheck(says::STATUS_KIND.with([kind.into()]));
        }
    };
    let list = match judged(url, world, now) {
        Ok(list) => list,
        Err(sentence) => return Finding::CouldNotCheck(sentence),
    };
    if !issuer.is_some_and(|it| world.same(it, &list.issuer)) {
        return Finding::CouldNotCheck(says::STATUS_BY.with([list.issuer.as_str().into()]));
    }
    if list.purpose != purpose {
        return Finding::CouldNotCheck(says::STATUS_PURPOSE.with([list.purpose.as_str().into(), purpose.into()]));
    }
    match (list.bits.get(index), purpose) {
        (None, _) => Finding::CouldNotCheck(says::STATUS_SHORT.with([index.to_string().into()])),
        (Some(false), _) => Finding::Clear,
        (Some(true), "suspension") => Finding::Set(Verdict::Suspended, says::STATUS_SUSPENDED.into()),
        (Some(true), _) => Finding::Set(Verdict::Revoked(None), says::STATUS_REVOKED.into()),
    }
}

fn judged<'w>(url: &str, world: &'w dyn World, now: Timestamp) -> Result<Cow<'w, List>, Sentence> {
    let judged = match world.judged_list(url, now) {
        Some(judged) => judged,
        None => {
            let missing = |why: Sentence| says::STATUS_MISSING.with([url.into(), why.into()]);
            let list = world.status_list(url).map_err(missing)?;
            judge_list(&list, url, world, now).map(Cow::Owned)
        }
    };
    judged.map_err(|why| says::STATUS_LIST.with([url.into(), why.into()]))
}
