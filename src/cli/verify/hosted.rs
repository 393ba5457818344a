//! Open Badges 2.0 assertions of this repository.
//!
//! Such a document has no signature: it is worth what its host says. The host is this repository, which derives each
//! from a signed credential; so that one is judged, and the document has to say the same.

use super::{subject, tell_when_and_why};
use crate::{
    canon::json,
    model::{Assertion, Gallery},
    openbadges::{v2, v3},
    time::Timestamp,
    trust::{self, Judgement, Outcome, Question, Sentence, Verdict, World, says},
};
use serde_json::Value;

/// Judges the assertion at `url`, and gives back the signed credential behind it.
pub(super) fn judge(
    url: &str,
    assertion: Option<&Value>,
    gallery: Option<&Gallery>,
    world: &dyn World,
    now: Timestamp,
) -> (Judgement, Option<Value>) {
    let found = gallery.and_then(|gallery| Some((gallery, find(url, gallery)?)));
    let Some((gallery, (base, award))) = found else {
        let whose = if gallery.is_some() { says::HOSTED_ELSEWHERE } else { says::HOSTED_NOWHERE };
        return (subject::not_understood(whose.with([url.into()])), None);
    };
    let bytes = award.signed.bytes();
    let (deed, credential) = match (v3::deed(&bytes), json::parse(&bytes)) {
        (Ok(deed), Ok(credential)) => (deed, credential),
        (Err(why), _) => return (unreadable(award, &why), None),
        (_, Err(why)) => return (unreadable(award, &why.to_string()), None),
    };
    let mut judgement = trust::judge(&credential, world, now);
    tell_when_and_why(&mut judgement, &credential, gallery);

    // A copy may be older than a revocation, and may name an address that the site had.
    let here = gallery.site.served_at.as_str();
    let same = assertion.is_none_or(|given| {
        let given = rebased(given, base, here);
        [&judgement.verdict, &Verdict::Valid].iter().any(|it| v2::assertion(award, &deed, it, &gallery.site) == given)
    });
    if !same {
        let sentence = Sentence::from(says::HOSTED_CHANGED);
        let changed = subject::one(Outcome::Failed, sentence.clone(), Verdict::Invalid(sentence));
        return (changed, Some(credential));
    }
    for check in judgement.checks.iter_mut().filter(|it| it.question == Question::Document) {
        if check.outcome == Outcome::Passed {
            check.sentence = says::HOSTED_GOOD.with([award.path.as_str().into()]);
        }
    }
    (judgement, Some(credential))
}

/// The award whose assertion has, or had, this address; and the address of the site in it.
fn find<'g>(url: &str, gallery: &'g Gallery) -> Option<(&'g str, &'g Assertion)> {
    let site = &gallery.site;
    let bases = [&site.served_at, &site.base_url].into_iter().chain(&site.previous_base_urls);
    bases.into_iter().find_map(|base| {
        let id = base.strip(url)?.strip_prefix("assertions/")?.strip_suffix("/assertion.json")?;
        Some((base.as_str(), gallery.assertions.iter().find(|it| it.id.to_string() == id)?))
    })
}

/// `document` with all addresses below `base` moved below `here`.
fn rebased(document: &Value, base: &str, here: &str) -> Value {
    match document {
        Value::String(text) => {
            text.strip_prefix(base).map_or_else(|| text.clone(), |rest| format!("{here}{rest}")).into()
        }
        Value::Array(all) => all.iter().map(|it| rebased(it, base, here)).collect(),
        Value::Object(members) => {
            Value::Object(members.iter().map(|(name, it)| (name.clone(), rebased(it, base, here))).collect())
        }
        other => other.clone(),
    }
}

fn unreadable(award: &Assertion, why: &str) -> Judgement {
    let sentence = says::HOSTED_UNREADABLE.with([award.path.as_str().into(), why.into()]);
    subject::one(Outcome::Failed, sentence.clone(), Verdict::Invalid(sentence))
}
