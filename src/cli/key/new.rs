//! `accolade key new`: a secret half where only its owner can read it, the public half in the issuer's file.

use super::{add::addition, as_json, issuer};
use crate::{
    cli::{
        Surroundings,
        change::PlainChange,
        output::{Failure, Format, Outcome, say, tell},
        signing_key,
    },
    disk::{self, Change},
    ledger::SecretKey,
    model::Slug,
    trust::Signer,
};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// Make a signing key, outside the repository, and let the issuer sign with it
#[derive(Debug, clap::Args)]
#[command(after_help = "\
The key is an OpenSSH Ed25519 key: `ssh-keygen -p -f FILE` changes its passphrase, `ssh-add FILE` gives it to
ssh-agent. The secret half is written where only you can read it, encrypted with a passphrase, never inside a git work
tree and never over another file. The public half is added to the issuer's file if you are in a repository.

Examples:
    accolade key new
    accolade key new --file ~/keys/badges --issuer guild
    ACCOLADE_PASSPHRASE=… accolade key new          (in a script)")]
pub(super) struct New {
    /// Where to write the secret half [default: <config folder>/accolade/<issuer>.key]
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// Whose key [default: the site's issuer]
    #[arg(long, value_name = "NAME")]
    issuer: Option<String>,
    /// Do not encrypt it: whoever reads the file can sign
    #[arg(long)]
    no_passphrase: bool,
    /// Make the key file only; leave the issuer's file as it is
    #[arg(long)]
    no_add: bool,
    #[command(flatten)]
    change: PlainChange,
}

impl New {
    pub(super) fn run(self, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        let root = self.change.root();
        let open = if self.no_add { None } else { self.change.open_as_it_is(surroundings)? };
        let gallery = open.as_ref().map(|it| it.gallery());
        let issuer = match (gallery, &self.issuer) {
            (Some(gallery), named) => Some(issuer(gallery, named.as_deref())?),
            (None, Some(named)) => Some(named.parse::<Slug>().map_err(|flaw| Failure::Usage(flaw.0))?),
            (None, None) => None,
        };
        let file = match (self.file, &issuer) {
            (Some(file), _) => file,
            (None, Some(issuer)) => signing_key::default_file(issuer, surroundings).ok_or_else(|| {
                Failure::Usage("there is no home folder to keep the key in: say where with --file".to_owned())
            })?,
            (None, None) => {
                return Err(Failure::Usage(
                    "whose key? there is no accolade.toml here: give --repo, or --issuer or --file".to_owned(),
                ));
            }
        };
        refuse_place(&file, gallery.is_some().then_some(&root))?;

        let passphrase = if self.change.dry_run { None } else { new_passphrase(self.no_passphrase, surroundings)? };
        let key = SecretKey::generate()?;
        let comment = format!("accolade {}", issuer.as_ref().map_or("key", Slug::as_str));
        let secret = key.to_openssh(&comment, passphrase.as_deref().map(String::as_str))?;
        let change = match (gallery, &issuer) {
            (Some(_), Some(issuer)) => addition(&root, issuer, key.public_key(), &comment, surroundings.now)?,
            _ => Change::default(),
        };

        let answer = |key: Value| {
            let issuer = issuer.as_ref().map(Slug::as_str);
            let answer = json!({
                "dry_run": self.change.dry_run, "file": file.display().to_string(), "issuer": issuer, "key": key,
            });
            say(&format!("{answer:#}\n"));
        };
        if self.change.dry_run {
            tell(&format!("a new key would be written to `{}`\n", file.display()));
            if let Some(open) = &open {
                self.change.apply(open, &change, surroundings)?;
            }
            if self.change.format == Format::Json {
                // The key that was made is thrown away: nobody should count on it.
                answer(Value::Null);
            }
            return Ok(Outcome::Fine);
        }
        disk::write_secret(&file, secret.as_bytes())?;
        tell(&format!("the secret half is in `{}`: keep a copy of it in a safe place\n", file.display()));
        if let Some(open) = &open {
            self.change.apply(open, &change, surroundings)?;
        }
        if let Some(path) = change.write.keys().next() {
            tell(&format!("the public half was added to `{path}`, and may sign from now on\n"));
        }
        match self.change.format {
            Format::Json => answer(as_json(key.public_key())),
            Format::Text => say(&format!("{}\n", key.public_key().to_multibase())),
        }
        Ok(Outcome::Fine)
    }
}

/// A secret does not belong where it could be committed, nor over another file.
fn refuse_place(file: &Path, repository: Option<&PathBuf>) -> Result<(), Failure> {
    if repository.is_some_and(|it| disk::would_lie_in(file, it)) {
        return Err(Failure::Refused(format!(
            "`{}` would lie in the repository, from which it could be published by accident: choose a place outside it",
            file.display()
        )));
    }
    if let Some(tree) = disk::git_work_tree(file) {
        return Err(Failure::Refused(format!(
            "`{}` would lie in the git work tree `{}`, from which it could be published by accident: choose a place \
             outside it",
            file.display(),
            tree.display()
        )));
    }
    if disk::exists(file) {
        return Err(Failure::Refused(format!(
            "`{}` exists already, and a key is never overwritten: give another place with --file, or let the issuer \
             sign with the one that is there: accolade key add {0}",
            file.display()
        )));
    }
    Ok(())
}

fn new_passphrase(none: bool, surroundings: &Surroundings) -> Result<Option<Zeroizing<String>>, Failure> {
    if none {
        return Ok(None);
    }
    let passphrase = match &surroundings.environment.passphrase {
        Some(passphrase) => Zeroizing::new(passphrase.clone()),
        None => {
            let no_terminal = || {
                Failure::Refused(
                    "there is no terminal to ask for a passphrase on: set ACCOLADE_PASSPHRASE, or give --no-passphrase"
                        .to_owned(),
                )
            };
            loop {
                let first = signing_key::ask("New passphrase, to be typed whenever the key signs (it does not show): ")
                    .ok_or_else(no_terminal)?;
                if first.is_empty() {
                    break first;
                }
                if first == signing_key::ask("Once more: ").ok_or_else(no_terminal)? {
                    break first;
                }
                tell("these two differ; once again\n");
            }
        }
    };
    if passphrase.is_empty() {
        return Err(Failure::Refused(
            "the passphrase is empty; a key that anybody may read is made with --no-passphrase".to_owned(),
        ));
    }
    Ok(Some(passphrase))
}
