//! What the recipient did.

use super::{
    read::{Evidence, credential_from_json},
    text::{Text, set},
};
use serde::Deserialize;

/// Of a credential, what the recipient did and what proves it: all that its Open Badges 2.0 form takes from the text.
#[derive(Debug, Deserialize)]
pub struct Deed<'a> {
    #[serde(borrow, rename = "credentialSubject")]
    subject: DeedSubject<'a>,
    /// Proof of it.
    #[serde(default, deserialize_with = "set")]
    pub evidence: Vec<Evidence<'a>>,
}

#[derive(Debug, Deserialize)]
struct DeedSubject<'a> {
    #[serde(borrow)]
    narrative: Option<Text<'a>>,
}

impl Deed<'_> {
    /// In words (Markdown).
    #[must_use]
    pub fn narrative(&self) -> Option<&str> {
        self.subject.narrative.as_deref()
    }
}

/// Reads of a credential what the recipient did. All else in it is passed over.
///
/// # Errors
///
/// A sentence, when it is no JSON or has no subject, with line and column.
pub fn deed(bytes: &[u8]) -> Result<Deed<'_>, String> {
    credential_from_json(bytes)
}
