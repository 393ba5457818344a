//! **Verify**, stage 3 of 6: what is each assertion worth today?
//!
//! Takes a [`Gallery`] in which every reference resolves, and gives back a [`Verified`] gallery in which every assertion
//! has a [`Verdict`].
//!
//! A revoked or expired badge still has a page, and that page has to say so: it is an answer here, never an `Err`. An
//! assertion or status list that is not known to be genuine is reported as well, and stops the build. The stage opens no
//! file and reads no clock: the time is an argument, which is why the tests for expiry do not have to wait.

mod lists;

use super::{Fingerprint, Memory, check::never_edited, fingerprint::Print, memory::Judged};
use crate::{
    canon::json,
    diagnostic::{Code, Diagnostic, Diagnostics},
    model::{Assertion, AwardRef, Gallery, Slug},
    openbadges::{address, world::Repository},
    time::Timestamp,
    trust::{self, Check, Judgement, Outcome, Question, Verdict, World as _, says},
};
use rayon::prelude::*;
use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, PoisonError},
};

/// A gallery whose assertions have all been judged. Only [`verify`] makes one.
#[derive(Debug)]
pub struct Verified {
    gallery: Gallery,
    repository: Repository,
    verdicts: Vec<Verdict>,
    /// What was answered, without what is answered again: most assertions have the same answers, word for word.
    answers: Vec<Arc<[Check]>>,
    /// For each assertion, which of them.
    answered: Vec<u32>,
    now: Timestamp,
}

impl Verified {
    /// The gallery.
    #[must_use]
    pub fn gallery(&self) -> &Gallery {
        &self.gallery
    }

    /// What an assertion is worth.
    #[must_use]
    pub fn verdict(&self, award: AwardRef) -> &Verdict {
        &self.verdicts[award]
    }

    /// What was asked of an assertion, and the answers in words.
    #[must_use]
    pub fn checks(&self, award: AwardRef) -> &[Check] {
        &self.answers[self.answered(award)]
    }

    /// All that was answered of any assertion. Most assertions share their answers with a thousand others.
    #[must_use]
    pub fn answers(&self) -> &[Arc<[Check]>] {
        &self.answers
    }

    /// Which of the [`answers`](Self::answers) are those of an assertion.
    #[must_use]
    pub fn answered(&self, award: AwardRef) -> usize {
        self.answered[award] as usize
    }

    /// Whether an assertion was signed with a key that was compromised by then.
    #[must_use]
    pub fn is_compromised(&self, award: AwardRef) -> bool {
        self.checks(award).iter().any(is_compromised)
    }

    /// Who signs with what, and which status lists there are: for judging any other credential.
    #[must_use]
    pub fn repository(&self) -> &Repository {
        &self.repository
    }

    /// When it was judged.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.now
    }
}

/// How many assertions a thread judges at most before others may help it: what is left at the end is short.
const GRAIN: usize = 32;

/// Judges every assertion and status list of `gallery` as of `now`. What is invalid, or cannot be checked, is also reported.
#[must_use]
pub fn verify(gallery: Gallery, now: Timestamp, problems: &mut Diagnostics) -> Verified {
    verify_again(gallery, now, None, problems)
}

/// As [`verify`]; an assertion that `memory` has judged as of `now` is not judged again.
pub(super) fn verify_again(
    gallery: Gallery,
    now: Timestamp,
    mut memory: Option<&mut Memory>,
    problems: &mut Diagnostics,
) -> Verified {
    let repository = Repository::of(&gallery);
    lists::compare(&gallery, &repository, now, problems);
    let definitions = if memory.is_some() { definitions(&gallery, &repository) } else { HashMap::new() };
    let defined = |it: &Assertion| definitions.get(&it.badge).copied();

    let before = memory.as_deref();
    // Each is kept once.
    let known: Mutex<HashSet<Arc<[Check]>>> = Mutex::default();
    let judged = |it: &Assertion| {
        if let Some(before) = before.and_then(|memory| memory.judged(it, defined(it))) {
            return (before.verdict.clone(), Arc::clone(&before.checks), None);
        }
        let judgement = judge(it, &gallery, &repository, now);
        let refused = is_refused(it, &judgement, &repository, now).then(|| Box::new(refused(it, &judgement)));
        (judgement.verdict, once(&known, judgement.checks), refused)
    };
    let judged: Vec<_> = gallery.assertions.par_iter().with_max_len(GRAIN).map(judged).collect();

    let mut verdicts = Vec::with_capacity(judged.len());
    let mut answered = Vec::with_capacity(judged.len());
    let (mut all, mut places) = (Vec::new(), HashMap::new());
    for (assertion, (verdict, answers, refused)) in gallery.assertions.iter().zip(judged) {
        if let (Some(memory), None) = (memory.as_deref_mut(), &refused) {
            let (signed, defined) = (assertion.signed.clone(), defined(assertion));
            let judged = Judged { signed, defined, verdict: verdict.clone(), checks: Arc::clone(&answers) };
            memory.judged.insert(assertion.id, judged);
        }
        problems.extend(refused.map(|it| *it));
        verdicts.push(verdict);
        answered.push(*places.entry(answers.as_ptr()).or_insert_with(|| {
            all.push(answers);
            u32::try_from(all.len() - 1).expect("there are no more answers than files")
        }));
    }
    drop(definitions);
    Verified { gallery, repository, verdicts, answers: all, answered, now }
}

/// The answers as they are kept for all who have the same.
fn once(known: &Mutex<HashSet<Arc<[Check]>>>, checks: Vec<Check>) -> Arc<[Check]> {
    let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = known.get(checks.as_slice()) {
        return Arc::clone(known);
    }
    let answers: Arc<[Check]> = checks.into();
    known.insert(Arc::clone(&answers));
    answers
}

/// How each badge is defined today: what was signed is compared with it.
fn definitions<'a>(gallery: &'a Gallery, repository: &Repository) -> HashMap<&'a Slug, Fingerprint> {
    let print = |slug: &Slug| {
        let definition = repository.definition(&address::achievement(&gallery.site.base_url, slug))?.ok()?;
        Some(Print::of("definition").part(definition.to_string().as_bytes()).done())
    };
    gallery.badges.keys().filter_map(|slug| Some((slug, print(slug)?))).collect()
}

fn judge(assertion: &Assertion, gallery: &Gallery, repository: &Repository, now: Timestamp) -> Judgement {
    let mut judgement = match json::parse(&assertion.signed.bytes()) {
        Ok(document) => trust::judge_owned(document, repository, now),
        Err(refusal) => {
            let sentence = says::DOCUMENT_UNREAD.with([refusal.to_string().into()]);
            let check = Check { question: Question::Document, outcome: Outcome::Failed, sentence: sentence.clone() };
            Judgement { checks: vec![check], verdict: Verdict::Invalid(sentence) }
        }
    };
    // The list has one bit; when and why stands in the ledger.
    let ledger = gallery.standings.get(&assertion.id).and_then(|it| it.revoked.as_ref());
    if let (Verdict::Revoked(details), Some((at, reason))) = (&mut judgement.verdict, ledger) {
        *details = Some((*at, reason.clone()));
        for check in judgement.checks.iter_mut().filter(|it| it.question == Question::Status) {
            check.sentence = says::STATUS_REVOKED_ON.with([(*at).into(), reason.as_str().into()]);
        }
    }
    judgement
}

/// Whether an award of the repository may not be published as it is.
///
/// Of its own awards a repository knows everything, so what cannot be checked is as good as forged: a `domain` in both
/// proofs is all that it would take. A status list that is not genuine was reported once, and not for each of its awards.
fn is_refused(assertion: &Assertion, judgement: &Judgement, repository: &Repository, now: Timestamp) -> bool {
    match judgement.verdict {
        Verdict::Invalid(_) => true,
        Verdict::Unchecked(_) => {
            let (number, _) = assertion.status;
            let list = format!("status/{}/{number}.json", assertion.issuer);
            let open = |it: &&Check| it.outcome == Outcome::CouldNotCheck;
            judgement.checks.iter().filter(open).any(|it| it.question != Question::Status)
                || repository.genuine_list(&list, now).is_ok()
        }
        _ => false,
    }
}

/// Whether an answer is that the key was compromised when it signed.
fn is_compromised(check: &Check) -> bool {
    check.outcome == Outcome::Failed && check.sentence.key() == says::KEY_COMPROMISED.key()
}

fn refused(assertion: &Assertion, judgement: &Judgement) -> Diagnostic {
    let of = |outcome: Outcome| judgement.checks.iter().find(|it| it.outcome == outcome);
    let trouble = of(Outcome::Failed).or_else(|| of(Outcome::CouldNotCheck));
    let help = match trouble.map(|it| it.question) {
        _ if trouble.is_some_and(is_compromised) => format!(
            "if this award is yours, `accolade reseal {id}` signs it anew, with a key that is good; if not, \
             `accolade forget {id}` takes it away",
            id = assertion.id
        ),
        Some(Question::Issuer) => format!(
            "if it is a key of yours, `issuers/{}.toml` has to list it, with the time in which it may sign",
            assertion.issuer
        ),
        _ => never_edited(&assertion.path),
    };
    let message = trouble.map_or_else(|| "the assertion does not verify".to_owned(), |it| it.as_clause().to_string());
    Diagnostic::error(Code::InvalidAssertion, message).file(assertion.path.as_str()).help(help)
}
