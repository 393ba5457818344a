//! An assertion: one badge awarded to one recipient, as a signed Open Badges 3.0 credential.

use super::{AssertionId, Identity, SignedBytes, Slug};
use crate::time::Timestamp;
use std::sync::Arc;

/// The index card of an assertion: what lists, feeds and counts need.
///
/// A gallery may hold a hundred thousand of them. What only the award's own page shows is read from
/// [`signed`](Self::signed) when that page is made.
#[derive(Debug, Clone)]
pub struct Assertion {
    /// Its id.
    pub id: AssertionId,
    /// The badge's name in this repository.
    pub badge: Slug,
    /// What the badge was called when it was signed.
    pub badge_name: Box<str>,
    /// The issuer's name in this repository.
    pub issuer: Slug,
    /// What the issuer was called when it was signed, if that was signed.
    pub issuer_name: Option<Box<str>>,
    /// Where it lies, relative to the repository.
    pub path: String,
    /// The address of the signed document, as signed.
    pub url: Arc<str>,
    /// By what the recipient is identified.
    pub identity: Identity,
    /// The recipient's name, if they agreed to have it signed.
    pub name: Option<Box<str>>,
    /// The day of the award.
    pub awarded: Timestamp,
    /// From when it is valid.
    pub valid_from: Timestamp,
    /// Until when it is valid (exclusive).
    pub valid_until: Option<Timestamp>,
    /// Number of the status list, and index in it.
    pub status: (u32, u32),
    /// The signed document, byte for byte as committed.
    pub signed: SignedBytes,
}
