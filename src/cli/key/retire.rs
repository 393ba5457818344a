//! `accolade key retire`: a key with which an issuer signs no more.

use super::{as_json, date, issuer, issuer_text, key_named, no_repository};
use crate::{
    cli::{
        Surroundings,
        change::PlainChange,
        output::{Failure, Format, Outcome, say, tell},
    },
    disk::Change,
    ledger, time,
};
use serde_json::json;

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

        self.change.apply(&open, &change, surroundings)?;
        let name = key.to_multibase();
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
        }
        Ok(Outcome::Fine)
    }
}
