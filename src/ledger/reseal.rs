//! To reseal: what is here already is signed anew as it is, with a key that is good.
//!
//! A status list is made from the ledger, whatever stands in its file. An award keeps its id, its dates and its words; where
//! two have one place in a status list, it gets one of its own. That it is genuine is known from its proofs as far as they
//! go: they have to be those of a key that the issuer lists. Since when a key is compromised, somebody else may have made
//! them, so whoever reseals has to know that the award is theirs.

use super::{
    Refused, entries, lists,
    places::{self, Places},
    renew::{find, unsigned},
    seal::{self, Seal},
};
use crate::{
    canon::json,
    disk::Change,
    model::{Assertion, AssertionId, Event, Gallery, Issuer, IssuerKey, LedgerEntry, Slug},
    openbadges::{
        v3,
        world::{self, Repository},
    },
    time::{self, Timestamp},
    trust::{Check, Outcome, Question, Signer, Verdict, judge},
};
use std::collections::BTreeSet;

/// What was signed anew.
#[derive(Debug, Default)]
pub struct Resealed {
    /// What to write.
    pub change: Change,
    /// The paths of status lists.
    pub lists: Vec<String>,
    /// Awards.
    pub awards: Vec<AssertionId>,
}

/// The numbers of an issuer's status lists that are missing, not genuine, or not what the ledger says.
#[must_use]
pub fn stale_lists(gallery: &Gallery, issuer: &Slug, now: Timestamp) -> BTreeSet<u32> {
    let standings = gallery.ledgers.get(issuer).map(|it| it.standings()).unwrap_or_default();
    let wanted = lists::bits(&standings);
    let world = Repository::of(gallery);
    let files = gallery.status_lists.iter().filter(|it| it.issuer == *issuer).map(|it| it.number);
    let numbers: BTreeSet<u32> = files.chain(wanted.keys().copied()).collect();
    let is_stale = |number: &u32| {
        let wanted = wanted.get(number).cloned().unwrap_or_default();
        !world
            .genuine_list(&places::path(issuer, *number), now)
            .is_ok_and(|it| it.purpose == "revocation" && it.bits == wanted)
    };
    numbers.into_iter().filter(is_stale).collect()
}

/// Whether the awards can be signed anew; to be asked before somebody types a passphrase.
///
/// # Errors
///
/// A sentence, when one of them cannot.
pub fn resealable(
    gallery: &Gallery,
    issuer: &Slug,
    ids: &BTreeSet<AssertionId>,
    now: Timestamp,
) -> Result<(), Refused> {
    let world = without_limits(gallery, &gallery.issuers[issuer]);
    ids.iter().try_for_each(|id| {
        if let Some(when) = gallery.standings.get(id).and_then(|it| it.erased) {
            return Err(Refused(format!("`{id}` was erased at {}", time::format(when))));
        }
        is_as_signed(find(gallery, *id)?, &world, now)
    })
}

/// Whether an award is what one of the issuer's keys signed, whenever that was.
fn is_as_signed(assertion: &Assertion, world: &Repository, now: Timestamp) -> Result<(), Refused> {
    let document = json::parse(&assertion.signed.bytes())
        .map_err(|flaw| Refused(format!("`{}` cannot be read: {flaw}", assertion.path)))?;
    let judgement = judge(&document, world, now);
    let is_trouble = |it: &&Check| match judgement.verdict {
        Verdict::Invalid(_) => it.outcome == Outcome::Failed,
        // The lists are about to be signed anew. A proof that cannot be checked is as good as none.
        Verdict::Unchecked(_) => it.outcome == Outcome::CouldNotCheck && it.question != Question::Status,
        _ => false,
    };
    match judgement.checks.iter().find(is_trouble) {
        Some(check) => Err(Refused(format!(
            "`{}` is not signed anew, for it is not as it was signed: {}",
            assertion.path,
            check.as_clause()
        ))),
        None => Ok(()),
    }
}

/// The world in which each key of the issuer may sign at any time.
fn without_limits(gallery: &Gallery, issuer: &Issuer) -> Repository {
    let mut issuer = issuer.clone();
    for key in &mut issuer.keys {
        *key = IssuerKey { key: key.key.clone(), from: None, until: None, compromised: None };
    }
    let mut world = Repository::of(gallery);
    for base in std::iter::once(&gallery.site.base_url).chain(&gallery.site.previous_base_urls) {
        world.add_controller(world::controller(&issuer, &base.did(&issuer.slug)));
    }
    world
}

/// Signs anew the awards, which are all of `issuer`, and each of its status lists that is not good.
///
/// # Errors
///
/// A sentence, when any of them cannot be signed anew; then none is.
pub fn reseal(
    gallery: &Gallery,
    issuer: &Slug,
    ids: &BTreeSet<AssertionId>,
    signer: &dyn Signer,
    now: Timestamp,
) -> Result<Resealed, Refused> {
    resealable(gallery, issuer, ids, now)?;
    let seal = Seal::new(&gallery.issuers[issuer], &gallery.site, signer, now)?;
    let mut resealed = Resealed::default();
    let mut ledger = gallery.ledgers.get(issuer).cloned().unwrap_or_default();
    let standings = ledger.standings();
    let mut stale = stale_lists(gallery, issuer, now);
    let before = lists::bits(&standings);

    let mut free = Places::of(issuer, gallery);
    let mut held: BTreeSet<(u32, u32)> =
        standings.iter().filter(|(id, _)| !ids.contains(id)).map(|(_, it)| (it.list, it.index)).collect();
    let mut lines = Vec::new();
    let mut documents = Vec::new();
    for id in ids {
        let assertion = find(gallery, *id)?;
        let mut document = unsigned(assertion)?;
        let place = match held.insert(assertion.status) {
            true => None,
            false => Some(free.take()?),
        };
        if let Some(place) = place {
            held.insert(place);
            document["credentialStatus"] = v3::status_entry(seal.issuer, &gallery.site, place);
        }
        let document = seal.sign(document)?;
        resealed.change.write.insert(assertion.path.clone(), seal::bytes(&document));
        documents.push((assertion, document));
        lines.push(LedgerEntry { id: *id, at: now, event: Event::Resealed { place } });
    }
    if !lines.is_empty() {
        resealed.change.append.insert(entries::path(issuer), entries::text(&lines, false).into_bytes());
    }
    ledger.entries.extend(lines);

    let after = lists::bits(&ledger.standings());
    stale.extend(after.iter().filter(|(number, bits)| before.get(number) != Some(bits)).map(|(number, _)| *number));
    let mut world = Repository::of(gallery);
    for number in stale {
        let (url, list) = seal.status_list(number, &after.get(&number).cloned().unwrap_or_default())?;
        let path = seal.status_path(number);
        resealed.change.write.insert(path.clone(), seal::bytes(&list));
        resealed.lists.push(path);
        world.add_status_list(url, list);
    }
    for (assertion, document) in documents {
        match judge(&document, &world, now).verdict {
            Verdict::Valid | Verdict::NotYetValid(_) | Verdict::Expired(_) | Verdict::Revoked(_) => {}
            other => {
                return Err(Refused(format!(
                    "`{}` would be {} afterwards, so nothing was written",
                    assertion.path,
                    other.kind()
                )));
            }
        }
    }
    resealed.awards = ids.iter().copied().collect();
    Ok(resealed)
}
