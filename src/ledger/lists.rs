//! Status lists, signed anew where the ledger has changed what they say.

use super::{
    Refused, places,
    seal::{self, Seal},
};
use crate::{
    disk::Change,
    model::{AssertionId, Standing},
    openbadges::world::Repository,
    trust::status::Bits,
};
use std::collections::BTreeMap;

type Standings = BTreeMap<AssertionId, Standing>;

/// Signs every list of the issuer that is not `after` what it was `before`.
pub(super) fn sign(
    seal: &Seal<'_>,
    before: &Standings,
    after: &Standings,
    change: &mut Change,
    world: &mut Repository,
) -> Result<(), Refused> {
    let (old, new) = (bits(before), bits(after));
    for (number, bits) in &new {
        if old.get(number) == Some(bits) {
            continue;
        }
        let (url, list) = seal.status_list(*number, bits)?;
        change.write.insert(places::path(&seal.issuer.slug, *number), seal::bytes(&list));
        world.add_status_list(url, list);
    }
    Ok(())
}

/// Every status list of an issuer, as its ledger has it. What was erased is good for nothing any more.
pub(super) fn bits(standings: &Standings) -> BTreeMap<u32, Bits> {
    let mut lists: BTreeMap<u32, Bits> = BTreeMap::new();
    for standing in standings.values() {
        let withdrawn = standing.revoked.is_some() || standing.erased.is_some();
        lists.entry(standing.list).or_default().set(standing.index, withdrawn);
    }
    lists
}
