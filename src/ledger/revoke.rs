//! To revoke and to reinstate: a line in the ledger, a bit in a status list, and the list signed anew.

use super::{Refused, entries, lists, seal::Seal};
use crate::{
    disk::Change,
    model::{AssertionId, Event, Gallery, LedgerEntry, Slug, Standing},
    openbadges::world::Repository,
    time::{self, Timestamp},
    trust::{Signer, Verdict, judge},
};
use std::collections::BTreeSet;

/// Which way an award is turned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// It is taken back.
    Revoke,
    /// It is given back.
    Reinstate,
}

/// The issuer whose ledger holds `id`.
///
/// # Errors
///
/// When none does.
pub fn issuer_of(gallery: &Gallery, id: AssertionId) -> Result<Slug, Refused> {
    let holds = |ledger: &crate::model::Ledger| ledger.entries.iter().any(|it| it.id == id);
    gallery
        .ledgers
        .iter()
        .find(|(_, ledger)| holds(ledger))
        .map(|(issuer, _)| issuer.clone())
        .ok_or_else(|| Refused(format!("no award has the id `{id}`")))
}

/// Revokes or reinstates awards, which are all of `issuer`.
///
/// # Errors
///
/// A sentence, when any of them cannot be turned; then none is.
pub fn turn(
    gallery: &Gallery,
    issuer: &Slug,
    ids: &BTreeSet<AssertionId>,
    turn: Turn,
    reason: &str,
    signer: &dyn Signer,
    now: Timestamp,
) -> Result<Change, Refused> {
    turnable(gallery, issuer, ids, turn)?;
    let mut ledger = gallery.ledgers.get(issuer).cloned().unwrap_or_default();
    let before = ledger.standings();
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    if reason.is_empty() {
        return Err(Refused("the reason is empty; it is shown to everybody who opens the award's page".to_owned()));
    }
    let event = match turn {
        Turn::Revoke => Event::Revoked { reason },
        Turn::Reinstate => Event::Reinstated { reason },
    };
    let lines: Vec<_> = ids.iter().map(|id| LedgerEntry { id: *id, at: now, event: event.clone() }).collect();
    ledger.entries.extend(lines.iter().cloned());

    let seal = Seal::new(&gallery.issuers[issuer], &gallery.site, signer, now)?;
    let mut world = Repository::of(gallery);
    let mut change = Change::default();
    change.append.insert(entries::path(issuer), entries::text(&lines, false).into_bytes());
    lists::sign(&seal, &before, &ledger.standings(), &mut change, &mut world)?;

    for assertion in gallery.assertions.iter().filter(|it| ids.contains(&it.id)) {
        let document = crate::canon::json::parse(&assertion.signed.bytes())
            .map_err(|flaw| Refused(format!("`{}` cannot be read: {flaw}", assertion.path)))?;
        let verdict = judge(&document, &world, now).verdict;
        let as_meant = match turn {
            Turn::Revoke => matches!(verdict, Verdict::Revoked(_)),
            Turn::Reinstate => {
                matches!(verdict, Verdict::Valid | Verdict::NotYetValid(_) | Verdict::Expired(_))
            }
        };
        if !as_meant {
            return Err(Refused(format!(
                "`{}` would be {} afterwards, so nothing was written",
                assertion.path,
                verdict.kind()
            )));
        }
    }
    Ok(change)
}

/// Whether the awards can be turned; to be asked before somebody types a passphrase.
///
/// # Errors
///
/// A sentence, when one of them cannot.
pub fn turnable(gallery: &Gallery, issuer: &Slug, ids: &BTreeSet<AssertionId>, turn: Turn) -> Result<(), Refused> {
    let standings = gallery.ledgers.get(issuer).map(crate::model::Ledger::standings).unwrap_or_default();
    ids.iter().try_for_each(|id| {
        let standing = standings.get(id).ok_or_else(|| Refused(format!("no award has the id `{id}`")))?;
        allowed(*id, standing, turn)
    })
}

fn allowed(id: AssertionId, standing: &Standing, turn: Turn) -> Result<(), Refused> {
    if let Some(when) = standing.erased {
        return Err(Refused(format!("`{id}` was erased at {}", time::format(when))));
    }
    if let (Turn::Reinstate, Some(by)) = (turn, standing.superseded_by) {
        return Err(Refused(format!("`{id}` was corrected, and `{by}` stands in its place; it cannot come back")));
    }
    match (turn, &standing.revoked) {
        (Turn::Revoke, Some((when, why))) => {
            Err(Refused(format!("`{id}` is revoked already, since {}: {why}", time::format(*when))))
        }
        (Turn::Reinstate, None) => Err(Refused(format!("`{id}` is not revoked, so there is nothing to take back"))),
        _ => Ok(()),
    }
}
