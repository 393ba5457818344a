//! The answers: what each check found, and what it comes to.

use super::{Part, Sentence};
use crate::time::Timestamp;

/// What a credential is worth at a moment.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Every check passed.
    Valid,
    /// It begins later.
    NotYetValid(Timestamp),
    /// It has ended.
    Expired(Timestamp),
    /// Its status list suspends it.
    Suspended,
    /// Its status list revokes it; date and reason where the ledger is at hand.
    Revoked(Option<(Timestamp, String)>),
    /// A check failed: the sentence says which and why.
    Invalid(Sentence),
    /// A check could not be made: the sentence says which and why.
    Unchecked(Sentence),
}

impl Verdict {
    /// The verdict as one word for scripts and style sheets: `valid`, `not-yet-valid`, `expired`, `suspended`,
    /// `revoked`, `invalid`, `unchecked`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::NotYetValid(_) => "not-yet-valid",
            Self::Expired(_) => "expired",
            Self::Suspended => "suspended",
            Self::Revoked(_) => "revoked",
            Self::Invalid(_) => "invalid",
            Self::Unchecked(_) => "unchecked",
        }
    }
}

/// What is asked of a credential, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Question {
    /// Is it a document that we understand: JSON, known contexts, defined terms, the shape of Open Badges 3.0?
    Document,
    /// Is the issuer known, and does it list the key?
    Issuer,
    /// Does the `eddsa-rdfc-2022` proof hold?
    ProofRdfc,
    /// Does the `eddsa-jcs-2022` proof hold?
    ProofJcs,
    /// What does its status list say, and is the list itself genuine?
    Status,
    /// Is it within its dates?
    Dates,
    /// Is the badge still defined as it was signed?
    Definition,
    /// Is it about the person asked for?
    Recipient,
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Good.
    Passed,
    /// Good, but the reader should know something.
    Attention,
    /// Bad.
    Failed,
    /// Not known, and why is in the sentence.
    CouldNotCheck,
    /// There is nothing to check, such as no proof of that suite.
    Absent,
}

/// One question, answered.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Check {
    /// What was asked.
    pub question: Question,
    /// What was found.
    pub outcome: Outcome,
    /// The answer: a whole sentence without its full stop.
    pub sentence: Sentence,
}

impl Check {
    /// The answer as part of another sentence.
    #[must_use]
    pub fn as_clause(&self) -> Part {
        Part::Clause(self.sentence.clone())
    }
}

/// All answers, and what they come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// Every check that was made, in the order of [`Question`].
    pub checks: Vec<Check>,
    /// What they come to.
    pub verdict: Verdict,
}
