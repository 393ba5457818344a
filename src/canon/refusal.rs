//! Why a document has no canonical form that every implementation would agree on.

use std::fmt;

/// Why a document is refused, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The place within the document, such as `credentialSubject.achievement.grade`; empty for the whole.
    pub place: String,
    /// What is wrong there, as the rest of a sentence that begins with the place.
    pub why: String,
}

impl Refusal {
    /// A refusal of the whole document.
    pub(super) fn whole(why: impl Into<String>) -> Self {
        Self { place: String::new(), why: why.into() }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place.is_empty() { f.write_str(&self.why) } else { write!(f, "`{}` {}", self.place, self.why) }
    }
}

impl std::error::Error for Refusal {}
