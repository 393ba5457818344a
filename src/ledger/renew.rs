//! To renew: the same id, signed anew with a newer validity.
//!
//! Open Badges 3.0, "Credential equality and comparison": of two credentials with the same issuer and id, the one with
//! the newer `validFrom` counts. The day of the award stays, as `awardedDate`.

use super::{
    Refused, entries,
    seal::{self, Seal},
};
use crate::{
    disk::Change,
    model::{Assertion, AssertionId, Event, Gallery, LedgerEntry, Slug, Validity},
    openbadges::world::Repository,
    time::{self, Timestamp},
    trust::{Signer, Verdict, judge},
};
use std::collections::BTreeSet;

/// Until when awards are renewed.
#[derive(Debug, Clone, Copy)]
pub enum Term {
    /// As their badge says, from now on.
    AsTheBadgeSays,
    /// Until a moment.
    Until(Timestamp),
    /// For a while from now on.
    For(jiff::Span),
}

/// An award that was renewed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renewed {
    /// Its id.
    pub id: AssertionId,
    /// Until when it is valid now.
    pub until: Timestamp,
}

/// Until when each of the awards would be valid; to be asked before somebody types a passphrase.
///
/// # Errors
///
/// A sentence, when one of them cannot be renewed.
pub fn renewable(
    gallery: &Gallery,
    ids: &BTreeSet<AssertionId>,
    term: Term,
    now: Timestamp,
) -> Result<Vec<Renewed>, Refused> {
    ids.iter().map(|id| Ok(Renewed { id: *id, until: end(gallery, standing(gallery, *id)?, term, now)? })).collect()
}

/// The award with this id, if it is one that still stands.
pub(super) fn standing(gallery: &Gallery, id: AssertionId) -> Result<&Assertion, Refused> {
    let standing = gallery.standings.get(&id).ok_or_else(|| Refused(format!("no award has the id `{id}`")))?;
    if let Some(when) = standing.erased {
        return Err(Refused(format!("`{id}` was erased at {}", time::format(when))));
    }
    if let Some(by) = standing.superseded_by {
        return Err(Refused(format!("`{id}` was corrected: `{by}` stands in its place; give that id")));
    }
    if let Some((when, why)) = &standing.revoked {
        return Err(Refused(format!("`{id}` is revoked since {}: {why}; reinstate it first", time::format(*when))));
    }
    find(gallery, id)
}

/// The assertion with this id.
pub(super) fn find(gallery: &Gallery, id: AssertionId) -> Result<&Assertion, Refused> {
    let found = gallery.assertions.binary_search_by_key(&id, |it| it.id);
    found.map(|place| &gallery.assertions[place]).map_err(|_| Refused(format!("no award has the id `{id}`")))
}

fn end(gallery: &Gallery, assertion: &Assertion, term: Term, now: Timestamp) -> Result<Timestamp, Refused> {
    let id = assertion.id;
    if assertion.valid_from.as_second() >= now.as_second() {
        let from = time::format(assertion.valid_from);
        return Err(Refused(format!("`{id}` is valid only from {from} on, so there is nothing to renew yet")));
    }
    let span = |span: jiff::Span| {
        let end = now.to_zoned_datetime(gallery.site.time_zone.clone()).checked_add(span).map(|it| it.timestamp());
        end.map_err(|_| Refused("that is after the last possible date".to_owned()))
    };
    let until = match (term, gallery.badges.get(&assertion.badge).and_then(|it| it.validity.as_ref())) {
        (Term::Until(until), _) => until,
        (Term::AsTheBadgeSays, Some(Validity::Until(until))) => *until,
        (Term::For(length), _) => span(length)?,
        (Term::AsTheBadgeSays, Some(Validity::For(length))) => span(*length)?,
        (Term::AsTheBadgeSays, None) => {
            return Err(Refused(format!(
                "`{}` does not say how long its awards are valid; say until when with --until or --for",
                assertion.badge
            )));
        }
    };
    if until <= now {
        let until = time::write_end(until, &gallery.site.time_zone);
        return Err(Refused(format!("`{id}` would be valid until {until}, which is past")));
    }
    Ok(until)
}

/// Renews awards, which are all of `issuer`.
///
/// # Errors
///
/// A sentence, when any of them cannot be renewed; then none is.
pub fn renew(
    gallery: &Gallery,
    issuer: &Slug,
    ids: &BTreeSet<AssertionId>,
    term: Term,
    signer: &dyn Signer,
    now: Timestamp,
) -> Result<Change, Refused> {
    let seal = Seal::new(&gallery.issuers[issuer], &gallery.site, signer, now)?;
    let world = Repository::of(gallery);
    let mut change = Change::default();
    let mut lines = Vec::new();
    for Renewed { id, until } in renewable(gallery, ids, term, now)? {
        let assertion = find(gallery, id)?;
        let mut document = unsigned(assertion)?;
        document["awardedDate"] = time::format(assertion.awarded).into();
        document["validFrom"] = time::format(now).into();
        document["validUntil"] = time::format(until).into();
        let document = seal.sign(document)?;
        if judge(&document, &world, now).verdict != Verdict::Valid {
            return Err(Refused(format!("`{}` would not be valid afterwards, so nothing was written", assertion.path)));
        }
        change.write.insert(assertion.path.clone(), seal::bytes(&document));
        lines.push(LedgerEntry { id, at: now, event: Event::Renewed { from: now, until: Some(until) } });
    }
    change.append.insert(entries::path(issuer), entries::text(&lines, false).into_bytes());
    Ok(change)
}

/// What was signed, without its proofs.
pub(super) fn unsigned(assertion: &Assertion) -> Result<serde_json::Value, Refused> {
    let mut document = crate::canon::json::parse(&assertion.signed.bytes())
        .map_err(|flaw| Refused(format!("`{}` cannot be read: {flaw}", assertion.path)))?;
    if let Some(members) = document.as_object_mut() {
        members.remove("proof");
    }
    Ok(document)
}
