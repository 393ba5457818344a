//! `accolade revoke` and `accolade reinstate`: an award is taken back, or given back.

use super::{
    Surroundings,
    change::SignedChange,
    details::reason,
    output::{Failure, Format, Outcome, say, tell},
    signing_key,
    which::{self, Which},
};
use crate::{
    disk::Change,
    ledger::{self, Turn},
    model::AssertionId,
    openbadges::address,
};
use serde_json::json;

/// What both commands are told.
#[derive(Debug, clap::Args)]
pub(super) struct Request {
    #[command(flatten)]
    which: Which,
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
        let reason = reason(&self.reason)?;
        let ids = self.which.ids()?;
        let open = self.change.open_about(&ids, surroundings)?;
        let gallery = open.gallery();
        let issuers = which::by_issuer(gallery, &ids)?;

        let mut change = Change::default();
        for (issuer, ids) in &issuers {
            ledger::turnable(gallery, issuer, ids, turn)?;
            let signer = self.change.signer(&gallery.issuers[issuer], surroundings)?;
            let part = ledger::turn(gallery, issuer, ids, turn, &reason, &*signer, surroundings.now)?;
            change.write.extend(part.write);
            change.append.extend(part.append);
        }

        self.change.apply(&open, &change, surroundings)?;
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
