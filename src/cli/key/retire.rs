//! `accolade key retire`: a key with which an issuer signs no more.

use super::{as_json, date, issuer, issuer_text, key_named, no_repository};
use crate::{
    cli::{
        Surroundings,
        change::{Open, PlainChange},
        output::{Failure, Format, Outcome, count, say, tell},
    },
    diagnostic::Diagnostics,
    disk::Change,
    ledger,
    model::{AssertionId, Gallery},
    pipeline::{self, Verified},
    time::{self, Timestamp},
    trust::Verdict,
};
use serde_json::json;
use std::collections::BTreeSet;

/// Stop signing with a key; what it signed before stays good, unless it was compromised
#[derive(Debug, clap::Args)]
#[command(after_help = "\
A retired key stays in the issuer's file: what it signed is still checked with it.

Examples:
    accolade key retire z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2
    accolade key retire ~/.config/accolade/guild.key --compromised --since 2026-05-04")]
pub(super) struct Retire {
    /// The key: a file, or the public key itself
    #[arg(value_name = "KEY")]
    key: String,
    /// Whose key [default: the issuer that has it]
    #[arg(long, value_name = "NAME")]
    issuer: Option<String>,
    /// Somebody else may have had it: nothing it signed from then on counts
    #[arg(long)]
    compromised: bool,
    /// Since when [default: now]
    #[arg(long, value_name = "DATE")]
    since: Option<String>,
    #[command(flatten)]
    change: PlainChange,
}

impl Retire {
    pub(super) fn run(self, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        let root = self.change.root();
        let open = self.change.open_as_it_is(surroundings)?.ok_or_else(|| no_repository(&root))?;
        let gallery = open.gallery();
        let (key, _) = key_named(&self.key)?;
        let owner = gallery.issuers.values().find(|it| it.keys.iter().any(|it| it.key == key));
        let issuer = match (&self.issuer, owner) {
            (Some(named), _) => issuer(gallery, Some(named))?,
            (None, Some(owner)) => owner.slug.clone(),
            (None, None) => {
                return Err(Failure::Refused(format!("no issuer has the key `{}`", key.to_multibase())));
            }
        };
        let at = date(self.since.as_deref(), "since", gallery, surroundings)?;

        let path = ledger::issuer_path(&issuer);
        let text = issuer_text(&root, &path)?;
        let text = ledger::retire_key(&issuer, &text, &key, at, self.compromised)?;
        let change = Change { write: [(path, text.into_bytes())].into(), ..Change::default() };

        let name = key.to_multibase();
        // Of what a compromised key signed nothing counts, and that is meant.
        let after = if self.compromised { None } else { after(&open, &change, surroundings.now) };
        let lost = after.as_ref().map_or(0, |it| bad(it).difference(&bad(&open)).count());
        if lost > 0 {
            return Err(Failure::Refused(format!(
                "`{name}` signed {} since {}, which would no longer be good: give a later --since, or say --compromised \
                 if they shall not count",
                count(lost, "award", "awards"),
                time::format(at),
            )));
        }
        let stale = |it: &Gallery| ledger::stale_lists(it, &issuer, surroundings.now).len();
        let must_reseal = after.is_some_and(|it| stale(it.gallery()) > stale(gallery));

        self.change.apply(&open, &change, surroundings)?;
        if self.change.format == Format::Json {
            let answer = json!({
                "dry_run": self.change.dry_run, "issuer": issuer.as_str(), "key": as_json(&key),
                "since": time::format(at), "compromised": self.compromised,
            });
            say(&format!("{answer:#}\n"));
        } else if self.change.dry_run {
        } else if self.compromised {
            say(&format!("{name}: nothing that it signed from {} on counts\n", time::format(at)));
            tell(
                "next: `accolade key new` makes another key, and `accolade reseal --compromised` signs anew what is yours; \
                 revoke what somebody else may have signed before\n",
            );
        } else {
            say(&format!("{name}: retired at {}; what it signed before stays good\n", time::format(at)));
            if must_reseal {
                tell("next: `accolade reseal` signs anew the status lists that it signed since\n");
            }
        }
        Ok(Outcome::Fine)
    }
}

/// The repository as it will be, if it can be judged; what is wrong with it is told elsewhere.
fn after(open: &Open, change: &Change, now: Timestamp) -> Option<Verified> {
    let mut problems = Diagnostics::default();
    let sources = open.sources().after(change, &mut problems);
    let gallery = pipeline::check(&sources, &mut problems)?;
    Some(pipeline::verify(gallery, now, &mut problems))
}

/// The awards that are not good.
fn bad(verified: &Verified) -> BTreeSet<AssertionId> {
    let assertions = verified.gallery().assertions.iter().enumerate();
    assertions
        .filter(|(award, _)| matches!(verified.verdict(*award), Verdict::Invalid(_)))
        .map(|(_, it)| it.id)
        .collect()
}
