//! What many pages count or list, gathered in one pass over the awards.

use crate::{
    model::{AwardRef, Gallery, Slug},
    time::Timestamp,
};
use rayon::prelude::*;
use std::{cmp::Reverse, collections::BTreeMap};

/// What the awards say about a badge.
#[derive(Debug, Default)]
pub(in crate::pipeline) struct BadgeFacts {
    /// Its awards, newest first.
    pub(in crate::pipeline) awards: Vec<AwardRef>,
}

/// What the awards say about an issuer.
#[derive(Debug, Default)]
pub(in crate::pipeline) struct IssuerFacts {
    /// Its badges.
    pub(in crate::pipeline) badges: Vec<Slug>,
    /// How many awards it made.
    pub(in crate::pipeline) awards: usize,
    /// When it made the first.
    pub(in crate::pipeline) first: Option<Timestamp>,
    /// When it made the latest.
    pub(in crate::pipeline) latest: Option<Timestamp>,
}

/// What the awards say about somebody.
#[derive(Debug, Default)]
pub(in crate::pipeline) struct PersonFacts {
    /// Their awards, newest first.
    pub(in crate::pipeline) awards: Vec<AwardRef>,
}

pub(super) struct Gathered<'a> {
    pub(super) badges: BTreeMap<&'a Slug, BadgeFacts>,
    pub(super) issuers: BTreeMap<&'a Slug, IssuerFacts>,
    pub(super) people: BTreeMap<&'a Slug, PersonFacts>,
    pub(super) newest: Vec<AwardRef>,
}

pub(super) fn gather(gallery: &Gallery) -> Gathered<'_> {
    let mut badges: BTreeMap<_, BadgeFacts> = gallery.badges.keys().map(|slug| (slug, BadgeFacts::default())).collect();
    let mut issuers: BTreeMap<_, IssuerFacts> =
        gallery.issuers.keys().map(|slug| (slug, IssuerFacts::default())).collect();
    let mut people: BTreeMap<_, PersonFacts> =
        gallery.people.keys().map(|slug| (slug, PersonFacts::default())).collect();

    let mut newest: Vec<AwardRef> = (0..gallery.assertions.len()).collect();
    // The id settles the order of awards of the same moment, so that every build has the same.
    newest
        .par_sort_unstable_by_key(|&award| (Reverse(gallery.assertions[award].awarded), gallery.assertions[award].id));

    for badge in gallery.badges.values() {
        if let Some(facts) = issuers.get_mut(&badge.issuer) {
            facts.badges.push(badge.slug.clone());
        }
    }
    rayon::join(
        || {
            for &award in &newest {
                if let Some(facts) = badges.get_mut(&gallery.assertions[award].badge) {
                    facts.awards.push(award);
                }
            }
        },
        || {
            for &award in &newest {
                let assertion = &gallery.assertions[award];
                if let Some(facts) = issuers.get_mut(&assertion.issuer) {
                    facts.awards += 1;
                    facts.first = Some(assertion.awarded);
                    facts.latest = facts.latest.or(Some(assertion.awarded));
                }
                if let Some(facts) = gallery.owners.get(&assertion.id).and_then(|owner| people.get_mut(owner)) {
                    facts.awards.push(award);
                }
            }
        },
    );
    Gathered { badges, issuers, people, newest }
}
