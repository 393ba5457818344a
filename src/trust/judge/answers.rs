//! The answers as they come in, and the gravest of them.

use crate::trust::{Check, Judgement, Outcome, Question, Sentence, Verdict};

/// How grave a verdict is: the first in this order wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gravity {
    Invalid,
    UncheckedProof,
    Revoked,
    Suspended,
    Expired,
    NotYetValid,
    UncheckedStatus,
}

/// The answers so far.
#[derive(Debug, Default)]
pub(super) struct Answers {
    checks: Vec<Check>,
    gravest: Option<(Gravity, Verdict)>,
}

impl Answers {
    pub(super) fn passed(&mut self, question: Question, sentence: impl Into<Sentence>) {
        self.push(question, Outcome::Passed, sentence.into());
    }

    pub(super) fn attention(&mut self, question: Question, sentence: impl Into<Sentence>) {
        self.push(question, Outcome::Attention, sentence.into());
    }

    pub(super) fn absent(&mut self, question: Question, sentence: impl Into<Sentence>) {
        self.push(question, Outcome::Absent, sentence.into());
    }

    /// It is not genuine.
    pub(super) fn failed(&mut self, question: Question, sentence: impl Into<Sentence>) {
        let sentence = sentence.into();
        self.consider(Gravity::Invalid, || Verdict::Invalid(sentence.clone()));
        self.push(question, Outcome::Failed, sentence);
    }

    /// Nobody knows, as far as we can tell.
    pub(super) fn could_not_check(&mut self, question: Question, sentence: impl Into<Sentence>) {
        let sentence = sentence.into();
        let gravity = if question == Question::Status { Gravity::UncheckedStatus } else { Gravity::UncheckedProof };
        self.consider(gravity, || Verdict::Unchecked(sentence.clone()));
        self.push(question, Outcome::CouldNotCheck, sentence);
    }

    /// It is genuine, and does not count now.
    pub(super) fn does_not_count(&mut self, question: Question, sentence: impl Into<Sentence>, verdict: Verdict) {
        let gravity = match verdict {
            Verdict::Revoked(_) => Gravity::Revoked,
            Verdict::Suspended => Gravity::Suspended,
            Verdict::Expired(_) => Gravity::Expired,
            Verdict::NotYetValid(_) => Gravity::NotYetValid,
            Verdict::Unchecked(_) => Gravity::UncheckedStatus,
            Verdict::Valid | Verdict::Invalid(_) => Gravity::Invalid,
        };
        self.consider(gravity, || verdict);
        self.push(question, Outcome::Failed, sentence.into());
    }

    /// Beside the verdict, which it does not touch.
    pub(super) fn beside(&mut self, question: Question, outcome: Outcome, sentence: Sentence) {
        self.push(question, outcome, sentence);
    }

    /// By its outcome alone.
    pub(super) fn answer(&mut self, question: Question, outcome: Outcome, sentence: Sentence) {
        match outcome {
            Outcome::Failed => self.failed(question, sentence),
            Outcome::CouldNotCheck => self.could_not_check(question, sentence),
            Outcome::Passed | Outcome::Attention | Outcome::Absent => self.push(question, outcome, sentence),
        }
    }

    /// The first check that was not good, if there is one.
    pub(super) fn first_trouble(&self) -> Option<&Check> {
        self.checks.iter().find(|it| matches!(it.outcome, Outcome::Failed | Outcome::CouldNotCheck))
    }

    /// Whether the first question already could not be answered.
    pub(super) fn stand_still(&self) -> bool {
        self.checks.first().is_some_and(|it| it.outcome == Outcome::CouldNotCheck)
    }

    pub(super) fn into_judgement(self) -> Judgement {
        Judgement { checks: self.checks, verdict: self.gravest.map_or(Verdict::Valid, |(_, verdict)| verdict) }
    }

    fn push(&mut self, question: Question, outcome: Outcome, sentence: Sentence) {
        self.checks.push(Check { question, outcome, sentence });
    }

    fn consider(&mut self, gravity: Gravity, verdict: impl FnOnce() -> Verdict) {
        if self.gravest.as_ref().is_none_or(|(gravest, _)| gravity < *gravest) {
            self.gravest = Some((gravity, verdict()));
        }
    }
}
