//! Status lists: genuine, and in agreement with the ledgers.

use crate::{
    diagnostic::{Code, Diagnostic, Diagnostics},
    model::{AssertionId, Gallery, Ledger, Standing},
    openbadges::world::Repository,
    time::Timestamp,
    trust::status::Bits,
};
use std::collections::BTreeMap;

/// Reports every list that is not genuine, and every bit that says something else than its issuer's ledger.
pub(super) fn compare(gallery: &Gallery, repository: &Repository, now: Timestamp, problems: &mut Diagnostics) {
    // Of an issuer whose file has a mistake, no key is known.
    for file in gallery.status_lists.iter().filter(|it| gallery.issuers.contains_key(&it.issuer)) {
        let list = match repository.genuine_list(&file.path, now) {
            Ok(list) => list,
            Err(why) => {
                let problem = Diagnostic::error(Code::BadStatusList, format!("the status list {why}"));
                problems.push(problem.file(file.path.as_str()).help(
                    "a status list is never edited: `accolade reseal` makes it anew from the ledger, and signs it with a good key",
                ));
                continue;
            }
        };
        let ahead = list.valid_from.map_or(0, |it| it.duration_since(now).as_secs());
        if ahead > 0 {
            let minutes = (ahead + 59) / 60;
            let ahead = if minutes == 1 { "1 minute".to_owned() } else { format!("{minutes} minutes") };
            let message = format!("the status list was signed by a clock that is {ahead} ahead of this one");
            problems.push(
                Diagnostic::warning(Code::FutureDate, message)
                    .file(file.path.as_str())
                    .help("it counts all the same; set the clock right of the machine that signed it, or of this one"),
            );
        }
        if list.purpose != "revocation" {
            let message = format!("the status list is for the purpose `{}`, not `revocation`", list.purpose);
            problems.push(
                Diagnostic::error(Code::BadStatusList, message).file(file.path.as_str()).help(
                    "accolade keeps lists of revoked awards only: `accolade reseal` makes it anew from the ledger",
                ),
            );
            continue;
        }
        let ledger = gallery.ledgers.get(&file.issuer);
        if ledger.is_some_and(|it| !it.is_whole) {
            // What the list says may stand in what could not be read.
            continue;
        }
        let standings = ledger.map(Ledger::standings).unwrap_or_default();
        for message in differences(&list.bits, file.number, &standings) {
            problems.push(Diagnostic::error(Code::BadStatusList, message).file(file.path.as_str()).help(
                "if the ledger is right, `accolade reseal` makes the list anew from it; else restore both as they were \
                 committed together",
            ));
        }
    }
}

/// What list `number` says otherwise than the ledger.
fn differences(bits: &Bits, number: u32, standings: &BTreeMap<AssertionId, Standing>) -> Vec<String> {
    let mut differences = Vec::new();
    let mut unexplained = bits.clone();
    for (id, standing) in standings.iter().filter(|(_, it)| it.list == number) {
        unexplained.set(standing.index, false);
        match (bits.get(standing.index), standing.revoked.is_some()) {
            (None, _) => differences.push(format!("`{id}` has the index {} past the end of the list", standing.index)),
            // Whether an erased assertion counts as revoked is for nobody to ask any more.
            _ if standing.erased.is_some() => {}
            (Some(true), false) => {
                differences.push(format!("the status list revokes `{id}`, of which the ledger knows nothing"));
            }
            (Some(false), true) => {
                differences.push(format!("the ledger revokes `{id}`, of which the status list knows nothing"));
            }
            (Some(_), _) => {}
        }
    }
    if let Some(byte) = unexplained.0.iter().position(|it| *it != 0) {
        let index = byte * 8 + unexplained.0[byte].leading_zeros() as usize;
        differences.push(format!("the status list revokes the index {index}, which no award of the ledger has"));
    }
    differences
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standing(index: u32, revoked: bool) -> Standing {
        let at = "2026-05-04T18:30:00Z".parse().unwrap();
        Standing {
            badge: "soldering".parse().ok(),
            list: 1,
            index,
            awarded: at,
            revoked: revoked.then(|| (at, "by mistake".to_owned())),
            reinstated: None,
            renewed: None,
            resealed: None,
            superseded_by: None,
            supersedes: None,
            erased: None,
        }
    }

    fn told(set: &[u32], standings: &[Standing]) -> Vec<String> {
        let mut bits = Bits::new();
        set.iter().for_each(|index| bits.set(*index, true));
        let ids = (0u8..).map(|n| AssertionId::from_random([n; 20]));
        differences(&bits, 1, &ids.zip(standings.iter().cloned()).collect())
    }

    #[test]
    fn list_and_ledger_have_to_agree() {
        assert_eq!(told(&[7], &[standing(7, true), standing(8, false)]), [""; 0]);
        assert_eq!(
            told(&[], &[standing(7, true)]),
            ["the ledger revokes `00000000000000000000`, of which the status list knows nothing"]
        );
        assert_eq!(
            told(&[8], &[standing(7, false), standing(8, false)]),
            ["the status list revokes `11111111111111111111`, of which the ledger knows nothing"]
        );
        assert_eq!(
            told(&[9, 131_071], &[standing(7, false)]),
            ["the status list revokes the index 9, which no award of the ledger has"]
        );
        assert_eq!(
            told(&[], &[standing(131_072, false)]),
            ["`00000000000000000000` has the index 131072 past the end of the list"]
        );
    }

    #[test]
    fn an_erased_assertion_is_revoked_or_not() {
        let mut erased = standing(7, false);
        erased.erased = Some(erased.awarded);
        assert_eq!(told(&[7], &[erased.clone()]), [""; 0]);
        assert_eq!(told(&[], &[erased]), [""; 0]);
    }
}
