//! To correct: a new assertion supersedes one that says something wrong.
//!
//! The new one is the old one with other words where they were wrong: the badge stands in it as it was on the day. The
//! old one is revoked, and its page leads to the new one.

use super::{
    Refused, Wanted, entries, lists, people_file,
    places::Places,
    renew::{standing, unsigned},
    seal::{self, Seal},
};
use crate::{
    disk::Change,
    model::{AssertionId, Consent, Event, Gallery, LedgerEntry, Review, Slug},
    openbadges::{address, v3, world::Repository},
    time::{self, Timestamp},
    trust::{Signer, Verdict, judge},
};
use serde_json::Value;

/// What is put right in one award.
#[derive(Debug, Clone)]
pub struct Correction {
    /// The award that says something wrong.
    pub id: AssertionId,
    /// What it should say; what is empty here stays as it was.
    pub right: Wanted,
    /// Why, for the public.
    pub reason: String,
}

/// An award that was put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corrected {
    /// The old id.
    pub old: AssertionId,
    /// The new one.
    pub new: AssertionId,
    /// The address of the new page.
    pub url: String,
}

/// Whether the award can be corrected; to be asked before somebody types a passphrase.
///
/// # Errors
///
/// A sentence, when it cannot.
pub fn correctable(gallery: &Gallery, id: AssertionId) -> Result<&crate::model::Assertion, Refused> {
    standing(gallery, id)
}

/// Where the recipient of an award agreed to be named.
///
/// # Errors
///
/// When the ledger does not say.
pub fn consent_of(gallery: &Gallery, id: AssertionId) -> Result<Consent, Refused> {
    let mut entries = gallery.ledgers.values().flat_map(|it| &it.entries).filter(|it| it.id == id);
    let consent = entries.find_map(|it| match &it.event {
        Event::Awarded { consent, .. } => consent.clone(),
        _ => None,
    });
    consent.map(Consent).ok_or_else(|| Refused(format!("the ledger does not say that the recipient of `{id}` agreed")))
}

/// Who asked for an award and who agreed to it; nobody asks anew for a correction.
#[must_use]
pub fn review_of(gallery: &Gallery, id: AssertionId) -> Review {
    let mut entries = gallery.ledgers.values().flat_map(|it| &it.entries).filter(|it| it.id == id);
    let review = entries.find_map(|it| match &it.event {
        Event::Awarded { review, .. } => review.as_deref().cloned(),
        _ => None,
    });
    review.unwrap_or_default()
}

/// Corrects awards, which are all of `issuer`. `people` are the files of people, by path.
///
/// # Errors
///
/// A sentence, when any of them cannot be corrected; then none is.
pub fn correct(
    gallery: &Gallery,
    issuer: &Slug,
    corrections: &[Correction],
    people: &mut std::collections::BTreeMap<String, String>,
    signer: &dyn Signer,
    now: Timestamp,
) -> Result<(Change, Vec<Corrected>), Refused> {
    let seal = Seal::new(&gallery.issuers[issuer], &gallery.site, signer, now)?;
    let mut places = Places::of(issuer, gallery);
    let mut change = Change::default();
    let mut ledger = gallery.ledgers.get(issuer).cloned().unwrap_or_default();
    let before = ledger.standings();
    let already = ledger.entries.len();
    let mut corrected = Vec::new();
    let mut documents = Vec::new();
    for Correction { id: old, right, reason } in corrections {
        let assertion = standing(gallery, *old)?;
        let new = super::award::fresh_id(gallery)?;
        let (list, index) = places.take()?;
        let mut award = right.award.clone();
        let dates_are_given = award.date.is_some() || award.valid_from.is_some();
        award.valid_from = award.valid_from.or(award.date.is_none().then_some(assertion.valid_from));
        award.date = award.date.or(Some(assertion.awarded));
        award.valid_until = award.valid_until.or(assertion.valid_until);
        let badge = &gallery.badges[&assertion.badge];
        let fresh =
            v3::credential(&award, badge, seal.issuer, &gallery.site, new, (list, index), now).map_err(Refused)?;
        let mut document = unsigned(assertion)?;
        for member in ["id", "issuer", "credentialStatus"] {
            document[member] = fresh[member].clone();
        }
        take(&mut document, &fresh, &["evidence"], !award.evidence.is_empty());
        take(&mut document, &fresh, &["validFrom", "awardedDate"], dates_are_given);
        take(&mut document, &fresh, &["validUntil"], right.award.valid_until.is_some());
        let (subject, fresh) = (&mut document["credentialSubject"], &fresh["credentialSubject"]);
        take(subject, fresh, &["id", "identifier"], true);
        take(subject, fresh, &["narrative"], award.narrative.is_some());
        take(subject, fresh, &["activityStartDate"], award.activity_start.is_some());
        take(subject, fresh, &["activityEndDate"], award.activity_end.is_some());
        take(subject, fresh, &["role"], award.role.is_some());
        take(subject, fresh, &["licenseNumber"], award.licence_number.is_some());
        take(subject, fresh, &["creditsEarned"], award.credits.is_some());
        take(subject, fresh, &["term"], award.term.is_some());
        take(subject, fresh, &["result"], !award.results.is_empty());
        let document = seal.sign(document)?;

        // Beside the old one, so that a badge that was renamed keeps its awards together.
        let folder = assertion.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let entered = folder.rsplit('/').next().and_then(|it| it.parse().ok()).unwrap_or_else(|| badge.slug.clone());
        change.write.insert(format!("{folder}/{new}.json"), seal::bytes(&document));
        let consent = award.recipient.name.as_ref().map(|(_, consent)| consent.0.clone());
        let review = right.review.clone().told();
        let event = Event::Awarded { badge: entered, list, index, consent, review };
        ledger.entries.push(LedgerEntry { id: new, at: now, event });
        let event = Event::Corrected { by: new, reason: reason.clone() };
        ledger.entries.push(LedgerEntry { id: *old, at: now, event });
        for (path, text) in people.iter_mut() {
            if let Some(after) = people_file::add_after(path, text, *old, new)? {
                *text = after.clone();
                change.write.insert(path.clone(), after.into_bytes());
            }
        }
        corrected.push(Corrected { old: *old, new, url: address::award_page(&gallery.site.base_url, new) });
        documents.push(document);
    }

    let mut world = Repository::of(gallery);
    lists::sign(&seal, &before, &ledger.standings(), &mut change, &mut world)?;
    change.append.insert(entries::path(issuer), entries::text(&ledger.entries[already..], false).into_bytes());
    for (document, it) in documents.iter().zip(&corrected) {
        match judge(document, &world, now).verdict {
            Verdict::Valid | Verdict::NotYetValid(_) | Verdict::Expired(_) => {}
            other => {
                return Err(Refused(format!(
                    "what was signed in place of `{}` would be {}, so nothing was written (as of {})",
                    it.old,
                    other.kind(),
                    time::format(now)
                )));
            }
        }
    }
    Ok((change, corrected))
}

/// Takes members over from a fresh document; what it does not have goes.
fn take(document: &mut Value, fresh: &Value, members: &[&str], wanted: bool) {
    let Some(object) = document.as_object_mut().filter(|_| wanted) else { return };
    for member in members {
        match fresh.get(member) {
            Some(value) => drop(object.insert((*member).to_owned(), value.clone())),
            None => drop(object.remove(*member)),
        }
    }
}
