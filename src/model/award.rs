//! To award: who gets which badge, and why. What [`crate::ledger`] makes an assertion of.

use super::Slug;
use crate::time::Timestamp;

/// One badge for one recipient, before it is signed.
#[derive(Debug, Clone)]
pub struct Award {
    /// Which badge.
    pub badge: Slug,
    /// For whom.
    pub recipient: Recipient,
    /// The day of the award; the time of signing if not given.
    pub date: Option<Timestamp>,
    /// From when it is valid, if later than the award.
    pub valid_from: Option<Timestamp>,
    /// Until when it is valid, if not as the badge says.
    pub valid_until: Option<Timestamp>,
    /// What the recipient did (Markdown).
    pub narrative: Option<String>,
    /// Proof of it.
    pub evidence: Vec<Evidence>,
    /// When they did it.
    pub activity_start: Option<Timestamp>,
    /// Until when they did it.
    pub activity_end: Option<Timestamp>,
    /// In which role.
    pub role: Option<String>,
    /// A licence or membership number.
    pub licence_number: Option<String>,
    /// Credits earned. Only whole numbers are signed.
    pub credits: Option<u64>,
    /// Term, such as `Autumn 2025`.
    pub term: Option<String>,
    /// Results.
    pub results: Vec<ResultValue>,
    /// The organisation that assessed, if it is not the issuer: name and home page.
    pub source: Option<(String, String)>,
}

/// Who gets a badge.
#[derive(Debug, Clone)]
pub struct Recipient {
    /// By what they are identified.
    pub identity: Identity,
    /// Their name, only with consent.
    pub name: Option<(String, Consent)>,
}

/// By what a recipient is identified. No e-mail address is ever kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Identity {
    /// A salted hash of an e-mail address (Open Badges 3.0, IdentityHash).
    EmailHash {
        /// `sha256$` and 64 hexadecimal digits.
        hash: String,
        /// The salt, fresh for each award.
        salt: String,
    },
    /// The address of a public profile.
    Profile(String),
    /// A decentralised identifier.
    Did(String),
}

/// Where somebody agreed to be named: a link or a short note, kept in the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent(pub String);

/// A piece of evidence (Open Badges 3.0, Evidence).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Evidence {
    /// Where it is.
    pub url: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// What it shows (Markdown).
    pub narrative: Option<String>,
    /// What kind of thing it is.
    pub description: Option<String>,
    /// Its kind, such as `Code` or `Photo`.
    pub genre: Option<String>,
    /// For whom it was made.
    pub audience: Option<String>,
}

/// A result of an award (Open Badges 3.0, Result).
#[derive(Debug, Clone)]
pub struct ResultValue {
    /// The result's slug in the badge.
    pub result: Slug,
    /// The value, as text.
    pub value: Option<String>,
    /// The slug of the rubric level reached.
    pub level: Option<Slug>,
    /// One of Open Badges 3.0's result statuses.
    pub status: Option<String>,
}

/// What `nominations/*.toml` asks for: the same badge for one or many.
#[derive(Debug, Clone)]
pub struct Nomination {
    /// Where it lies, relative to the repository.
    pub path: String,
    /// Who nominates, as they call themselves.
    pub nominator: Option<String>,
    /// One award for each recipient.
    pub awards: Vec<Award>,
}
