//! `accolade revoke` and `accolade reinstate`: an award is taken back, or given back.

use super::{
    Surroundings,
    change::SignedChange,
    output::{Failure, Format, Outcome, say, tell},
    signing_key,
};
use crate::{
    disk::Change,
    ledger::{self, Turn},
    model::{AssertionId, Slug},
    openbadges::address,
};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// What both commands are told.
#[derive(Debug, clap::Args)]
pub(super) struct Request {
    /// Which awards: ids, addresses of their pages, or paths of their files
    #[arg(value_name = "ID", required = true)]
    awards: Vec<String>,
    /// Why, for the public: it is shown on the award's page
    #[arg(long, value_name = "TEXT")]
    reason: String,
    #[command(flatten)]
    change: SignedChange,
}

/// Revoke awards: records date and reason, and signs the status list anew
#[derive(Debug, clap::Args)]
#[command(after_help = signing_key::with_key_help("\
The award keeps its page, which says that it was revoked, when and why.

Example:
    accolade revoke 0kq8zv5n3x7rj2m4c9td --reason \"Awarded to the wrong person\""))]
pub(super) struct Revoke {
    #[command(flatten)]
    request: Request,
}

/// Take a revocation back: records date and reason, and signs the status list anew
#[derive(Debug, clap::Args)]
#[command(after_help = signing_key::with_key_help("\
Example:
    accolade reinstate 0kq8zv5n3x7rj2m4c9td --reason \"It was the right person after all\""))]
pub(super) struct Reinstate {
    #[command(flatten)]
    request: Request,
}

impl Revoke {
    pub(super) fn run(self, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        self.request.run(Turn::Revoke, surroundings)
    }
}

impl Reinstate {
    pub(super) fn run(self, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        self.request.run(Turn::Reinstate, surroundings)
    }
}

impl Request {
    fn run(self, turn: Turn, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        let ids = self.awards.iter().map(|it| id_in(it)).collect::<Result<BTreeSet<_>, _>>()?;
        let verified = self.change.open(surroundings)?;
        let gallery = verified.gallery();
        let mut issuers: BTreeMap<Slug, BTreeSet<AssertionId>> = BTreeMap::new();
        for id in &ids {
            issuers.entry(ledger::issuer_of_award(gallery, *id)?).or_default().insert(*id);
        }

        let mut change = Change::default();
        for (issuer, ids) in &issuers {
            ledger::turnable(gallery, issuer, ids, turn)?;
            let signer = self.change.signer(&gallery.issuers[issuer], surroundings)?;
            let part = ledger::turn(gallery, issuer, ids, turn, &self.reason, &*signer, surroundings.now)?;
            change.write.extend(part.write);
            change.append.extend(part.append);
        }

        self.change.apply(&change)?;
        let done = match (turn, self.change.dry_run) {
            (Turn::Revoke, false) => "revoked",
            (Turn::Reinstate, false) => "reinstated",
            (Turn::Revoke, true) => "would be revoked",
            (Turn::Reinstate, true) => "would be reinstated",
        };
        let url = |id: &AssertionId| address::award_page(&gallery.site.base_url, *id);
        match self.change.format {
            Format::Json => {
                let awards: Vec<_> =
                    ids.iter().map(|id| json!({ "id": id.as_str(), "url": url(id), "now": done })).collect();
                say(&format!("{:#}\n", json!({ "dry_run": self.change.dry_run, "awards": awards })));
            }
            Format::Text => {
                for id in &ids {
                    say(&format!("{done}: {}\n", url(id)));
                }
                if !self.change.dry_run {
                    tell("commit the ledger and the status list together, and publish the site\n");
                }
            }
        }
        Ok(Outcome::Fine)
    }
}

/// The id in what somebody names an award by: the id itself, an address on the site, a path in the repository.
fn id_in(text: &str) -> Result<AssertionId, Failure> {
    let parts = text.split(['/', '\\', '#', '?']).map(|part| part.strip_suffix(".json").unwrap_or(part));
    let mut ids = parts.filter_map(|part| part.to_lowercase().parse().ok());
    ids.next().ok_or_else(|| {
        Failure::Usage(format!(
            "`{text}` names no award: give its id (20 letters and digits), the address of its page, or its file"
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_award_may_be_named_in_any_way_that_holds_its_id() {
        for text in [
            "0kq8zv5n3x7rj2m4c9td",
            "https://badges.example/sub/assertions/0kq8zv5n3x7rj2m4c9td/",
            "https://badges.example/assertions/0kq8zv5n3x7rj2m4c9td/credential.json",
            "assertions/soldering/0kq8zv5n3x7rj2m4c9td.json",
        ] {
            assert_eq!(id_in(text).unwrap().as_str(), "0kq8zv5n3x7rj2m4c9td", "{text}");
        }
        assert!(id_in("soldering").is_err());
    }
}
