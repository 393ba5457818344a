//! The ledger of an issuer: append-only, and the contract that links never die.

use super::{AssertionId, Slug};
use crate::time::Timestamp;

/// What `status/<issuer>/ledger.toml` says, oldest first.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    /// Everything that ever happened.
    pub entries: Vec<LedgerEntry>,
    /// Whether that is all: entries with a mistake are left out.
    pub is_whole: bool,
}

/// One line of the ledger.
#[derive(Debug, Clone)]
pub struct LedgerEntry {
    /// Whose assertion.
    pub id: AssertionId,
    /// When.
    pub at: Timestamp,
    /// What.
    pub event: Event,
}

/// What can happen to an assertion.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Event {
    /// It was made, and took its place in a status list.
    Awarded {
        /// The badge.
        badge: Slug,
        /// Number of the status list, from 1.
        list: u32,
        /// Index in that list; never used again.
        index: u32,
        /// Where the recipient agreed to be named, if they are.
        consent: Option<String>,
        /// Who asked for it and who agreed, where that is known.
        review: Option<Box<Review>>,
    },
    /// It was revoked.
    Revoked {
        /// Why, for the public.
        reason: String,
    },
    /// The revocation was taken back.
    Reinstated {
        /// Why, for the public.
        reason: String,
    },
    /// It was renewed: signed anew under its own id, with a new validity.
    Renewed {
        /// From when it is valid now.
        from: Timestamp,
        /// Until when, if it ends.
        until: Option<Timestamp>,
    },
    /// It was signed anew as it was, with another key or for another place in a status list.
    Resealed {
        /// Number of the status list, and index in it, if they are others than before.
        place: Option<(u32, u32)>,
    },
    /// It was revoked because another one puts it right.
    Corrected {
        /// The assertion that supersedes it.
        by: AssertionId,
        /// Why, for the public.
        reason: String,
    },
    /// It was erased; a tombstone stands at its address. All other entries about it are gone, so this one keeps its
    /// place in a status list, which is never used again.
    Erased {
        /// Number of the status list, and index in it.
        place: Option<(u32, u32)>,
    },
}

/// Who asked for an award and who agreed to it, as the public may know.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Review {
    /// Who nominated: a name, or the address of a profile.
    pub nominator: Option<String>,
    /// When.
    pub nominated: Option<Timestamp>,
    /// Who approved: names, or addresses of profiles.
    pub reviewers: Vec<String>,
    /// Where it was discussed.
    pub request: Option<String>,
}

impl Review {
    /// The review, if it says anything.
    #[must_use]
    pub fn told(self) -> Option<Box<Self>> {
        (self != Self::default()).then(|| Box::new(self))
    }
}

/// Where an assertion stands, according to the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Standing {
    /// The badge; nothing is known of it once the assertion is erased.
    pub badge: Option<Slug>,
    /// Number of the status list.
    pub list: u32,
    /// Index in that list.
    pub index: u32,
    /// When it was entered.
    pub awarded: Timestamp,
    /// Date and reason, while it is revoked.
    pub revoked: Option<(Timestamp, String)>,
    /// Date and reason of the last reinstatement.
    pub reinstated: Option<(Timestamp, String)>,
    /// From when and until when it is valid since it was last renewed.
    pub renewed: Option<(Timestamp, Option<Timestamp>)>,
    /// When it was last signed anew as it was.
    pub resealed: Option<Timestamp>,
    /// The assertion that puts it right.
    pub superseded_by: Option<AssertionId>,
    /// The assertion that it puts right.
    pub supersedes: Option<AssertionId>,
    /// When it was erased.
    pub erased: Option<Timestamp>,
}

impl Ledger {
    /// Where every assertion stands after the last entry. Entries about unknown ids are passed over.
    #[must_use]
    pub fn standings(&self) -> std::collections::BTreeMap<AssertionId, Standing> {
        let mut standings = std::collections::BTreeMap::new();
        for LedgerEntry { id, at, event } in &self.entries {
            if let Event::Awarded { badge, list, index, .. } = event {
                standings.entry(*id).or_insert_with(|| Standing::new(Some(badge.clone()), (*list, *index), *at));
                continue;
            }
            if let Event::Erased { place: Some(place) } = event {
                standings.entry(*id).or_insert_with(|| Standing::new(None, *place, *at));
            }
            if let Event::Corrected { by, .. } = event
                && let Some(successor) = standings.get_mut(by)
            {
                successor.supersedes = Some(*id);
            }
            let Some(standing) = standings.get_mut(id) else { continue };
            match event {
                Event::Awarded { .. } => {}
                Event::Revoked { reason } => standing.revoked = Some((*at, reason.clone())),
                Event::Reinstated { reason } => {
                    standing.revoked = None;
                    standing.reinstated = Some((*at, reason.clone()));
                }
                Event::Renewed { from, until } => standing.renewed = Some((*from, *until)),
                Event::Resealed { place } => {
                    standing.resealed = Some(*at);
                    (standing.list, standing.index) = place.unwrap_or((standing.list, standing.index));
                }
                Event::Corrected { by, reason } => {
                    standing.revoked = Some((*at, reason.clone()));
                    standing.superseded_by = Some(*by);
                }
                Event::Erased { .. } => standing.erased = Some(*at),
            }
        }
        standings
    }
}

impl Standing {
    fn new(badge: Option<Slug>, (list, index): (u32, u32), awarded: Timestamp) -> Self {
        Self {
            badge,
            list,
            index,
            awarded,
            revoked: None,
            reinstated: None,
            renewed: None,
            resealed: None,
            superseded_by: None,
            supersedes: None,
            erased: None,
        }
    }
}
