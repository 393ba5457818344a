//! Somebody who chose to be named.

use super::{AssertionId, Link, Slug};

/// What `people/<person>.toml` says: what somebody chose to publish, and where they said so.
#[derive(Debug, Clone)]
pub struct Person {
    /// The file's name.
    pub slug: Slug,
    /// Their name.
    pub name: String,
    /// About them (Markdown).
    pub bio: Option<String>,
    /// Profile addresses and DIDs. Awards made out to one of them are theirs.
    pub identities: Vec<String>,
    /// Awards made out to an e-mail address of theirs.
    pub awards: Vec<AssertionId>,
    /// Links they want shown.
    pub links: Vec<Link>,
    /// Where they agreed: a link or a short note.
    pub consent: String,
}

impl Person {
    /// Whether a name that was signed can be theirs: it has every word of the name that they go by here. Somebody may be
    /// signed with a middle name and go without, but nobody gets somebody else's award by a longer name.
    #[must_use]
    pub fn can_be_called(&self, signed: &str) -> bool {
        let words = |name: &str| name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
        let signed = words(signed);
        words(&self.name).iter().all(|word| signed.contains(word))
    }
}
