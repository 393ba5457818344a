//! `accolade key add`: a key with which an issuer may sign from now on.

use super::{as_json, date, issuer, issuer_text, key_named, no_repository};
use crate::{
    cli::{
        Surroundings,
        change::PlainChange,
        output::{Failure, Format, Outcome, say},
    },
    disk::Change,
    ledger,
    model::Slug,
    time::{self, Timestamp},
    trust::PublicKey,
};
use serde_json::json;
use std::path::Path;

/// Let an issuer sign with a key: adds its public half to the issuer's file
#[derive(Debug, clap::Args)]
#[command(after_help = "\
The key may sign from now on, or from the day given. It can be a file (secret or public half; a secret one is not
decrypted for it), `ssh-ed25519 AAAA…`, or a multibase key `z6Mk…`.

Examples:
    accolade key add ~/.ssh/id_ed25519.pub
    accolade key add \"ssh-ed25519 AAAAC3Nza… ada@laptop\" --issuer guild --from 2026-05-01")]
pub(super) struct Add {
    /// The key: a file, or the public key itself
    #[arg(value_name = "KEY")]
    key: String,
    /// Whose key [default: the site's issuer]
    #[arg(long, value_name = "NAME")]
    issuer: Option<String>,
    /// From when it may sign [default: now]
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    #[command(flatten)]
    change: PlainChange,
}

impl Add {
    pub(super) fn run(self, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        let root = self.change.root();
        let open = self.change.open_as_it_is(surroundings)?.ok_or_else(|| no_repository(&root))?;
        let gallery = open.gallery();
        let issuer = issuer(gallery, self.issuer.as_deref())?;
        let from = date(self.from.as_deref(), "from", gallery, surroundings)?;
        let (key, comment) = key_named(&self.key)?;

        let change = addition(&root, &issuer, &key, &comment, from)?;

        self.change.apply(&open, &change, surroundings)?;
        match self.change.format {
            Format::Json => {
                let answer = json!({
                    "dry_run": self.change.dry_run, "issuer": issuer.as_str(), "key": as_json(&key),
                    "from": time::format(from),
                });
                say(&format!("{answer:#}\n"));
            }
            Format::Text if self.change.dry_run => {}
            Format::Text => {
                say(&format!("{}: `{issuer}` may sign with it from {} on\n", key.to_multibase(), time::format(from)));
            }
        }
        Ok(Outcome::Fine)
    }
}

/// The issuer's file with the key in it.
pub(super) fn addition(
    root: &Path,
    issuer: &Slug,
    key: &PublicKey,
    comment: &str,
    from: Timestamp,
) -> Result<Change, Failure> {
    let path = ledger::issuer_path(issuer);
    let text = ledger::add_key(issuer, &issuer_text(root, &path)?, key, comment, from)?;
    Ok(Change { write: [(path, text.into_bytes())].into(), ..Change::default() })
}
