//! `accolade key`: the keys with which an issuer signs.

use super::{
    Surroundings, change,
    output::{Failure, Outcome, say, tell},
    repository::Repository,
    signing_key,
};
use crate::{
    diagnostic::{Diagnostics, closest},
    disk::{self, Change},
    ledger::{self, SecretKey},
    model::{Gallery, Slug},
    pipeline,
    time::{self, Timestamp},
    trust::{PublicKey, Signer},
};
use clap::Subcommand;
use jiff::tz::TimeZone;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// Make, show, add and retire signing keys
#[derive(Debug, clap::Args)]
#[command(arg_required_else_help = true)]
pub(super) struct Key {
    #[command(subcommand)]
    command: KeyCommand,
}

#[derive(Debug, Subcommand)]
enum KeyCommand {
    New(New),
    Show(Show),
    Add(Add),
    Retire(Retire),
}

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
struct New {
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
    repository: Repository,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Show the public half of a key, in both forms that an issuer's file takes
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
    accolade key show
    accolade key show --key ~/.ssh/id_ed25519")]
struct Show {
    /// A secret or public OpenSSH key file [default: as for `award`]
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    #[command(flatten)]
    repository: Repository,
}

/// Let an issuer sign with a key: adds its public half to the issuer's file
#[derive(Debug, clap::Args)]
#[command(after_help = "\
The key may sign from now on, or from the day given. It can be a file (secret or public half; a secret one is not
decrypted for it), `ssh-ed25519 AAAA…`, or a multibase key `z6Mk…`.

Examples:
    accolade key add ~/.ssh/id_ed25519.pub
    accolade key add \"ssh-ed25519 AAAAC3Nza… ada@laptop\" --issuer guild --from 2026-05-01")]
struct Add {
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
    repository: Repository,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Stop signing with a key; what it signed before stays good, unless it was compromised
#[derive(Debug, clap::Args)]
#[command(after_help = "\
A retired key stays in the issuer's file: what it signed is still checked with it.

Examples:
    accolade key retire z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2
    accolade key retire ~/.config/accolade/guild.key --compromised --since 2026-05-04")]
struct Retire {
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
    repository: Repository,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl Key {
    pub(super) fn run(self, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        match self.command {
            KeyCommand::New(command) => command.run(surroundings),
            KeyCommand::Show(command) => command.run(surroundings),
            KeyCommand::Add(command) => command.run(surroundings),
            KeyCommand::Retire(command) => command.run(surroundings),
        }
    }
}

impl New {
    fn run(self, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        let root = self.repository.folder();
        let gallery = if self.no_add { None } else { gallery(&root)? };
        let issuer = match (&gallery, &self.issuer) {
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

        let passphrase = if self.dry_run { None } else { new_passphrase(self.no_passphrase, surroundings)? };
        let key = SecretKey::generate()?;
        let comment = format!("accolade {}", issuer.as_ref().map_or("key", Slug::as_str));
        let secret = key.to_openssh(&comment, passphrase.as_deref().map(String::as_str))?;
        let change = match (&gallery, &issuer) {
            (Some(_), Some(issuer)) => add(&root, issuer, key.public_key(), &comment, surroundings.now)?,
            _ => Change::default(),
        };

        if self.dry_run {
            tell(&format!("a new key would be written to `{}`\n", file.display()));
            change::apply(&change, &root, true)?;
            return Ok(Outcome::Fine);
        }
        disk::write_secret(&file, secret.as_bytes())?;
        tell(&format!("the secret half is in `{}`: keep a copy of it in a safe place\n", file.display()));
        change::apply(&change, &root, false)?;
        if let Some(path) = change.write.keys().next() {
            tell(&format!("the public half was added to `{path}`, and may sign from now on\n"));
        }
        say(&format!("{}\n", key.public_key().to_multibase()));
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
            let first = signing_key::ask("New passphrase: ").ok_or_else(no_terminal)?;
            let second = signing_key::ask("Once more: ").ok_or_else(no_terminal)?;
            if first != second {
                return Err(Failure::Refused("the two passphrases differ; nothing was written".to_owned()));
            }
            first
        }
    };
    if passphrase.is_empty() {
        return Err(Failure::Refused(
            "the passphrase is empty; a key that anybody may read is made with --no-passphrase".to_owned(),
        ));
    }
    Ok(Some(passphrase))
}

impl Show {
    fn run(self, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        let environment = &surroundings.environment;
        let key = match (self.key.as_deref().or(environment.key_file.as_deref()), &environment.signing_key) {
            (Some(path), _) => signing_key::public_half(path)?,
            (None, Some(text)) => ledger::SecretFile::parse(text)
                .map_err(|flaw| Failure::Refused(format!("ACCOLADE_SIGNING_KEY is not a signing key: {flaw}")))?
                .public_key()
                .clone(),
            (None, None) => {
                let gallery = gallery(&self.repository.folder())?
                    .ok_or_else(|| Failure::Usage("which key? give its file with --key".to_owned()))?;
                let issuer = issuer(&gallery, None)?;
                let file = signing_key::default_file(&issuer, surroundings)
                    .ok_or_else(|| Failure::Usage("which key? give its file with --key".to_owned()))?;
                signing_key::public_half(&file)?
            }
        };
        say(&format!("{}\n{}\n", key.to_multibase(), ledger::to_ssh_line(&key)));
        Ok(Outcome::Fine)
    }
}

impl Add {
    fn run(self, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        let root = self.repository.folder();
        let gallery = gallery(&root)?.ok_or_else(|| no_repository(&root))?;
        let issuer = issuer(&gallery, self.issuer.as_deref())?;
        let from = date(self.from.as_deref(), "from", &gallery, surroundings)?;
        let (key, comment) = key_named(&self.key)?;

        let change = add(&root, &issuer, &key, &comment, from)?;

        change::apply(&change, &root, self.dry_run)?;
        if self.dry_run {
            return Ok(Outcome::Fine);
        }
        say(&format!("{}: `{issuer}` may sign with it from {} on\n", key.to_multibase(), time::format(from)));
        Ok(Outcome::Fine)
    }
}

impl Retire {
    fn run(self, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        let root = self.repository.folder();
        let gallery = gallery(&root)?.ok_or_else(|| no_repository(&root))?;
        let (key, _) = key_named(&self.key)?;
        let owner = gallery.issuers.values().find(|it| it.keys.iter().any(|it| it.key == key));
        let issuer = match (&self.issuer, owner) {
            (Some(named), _) => issuer(&gallery, Some(named))?,
            (None, Some(owner)) => owner.slug.clone(),
            (None, None) => {
                return Err(Failure::Refused(format!("no issuer has the key `{}`", key.to_multibase())));
            }
        };
        let at = date(self.since.as_deref(), "since", &gallery, surroundings)?;

        let path = ledger::issuer_path(&issuer);
        let text = issuer_text(&root, &path)?;
        let text = ledger::retire_key(&issuer, &text, &key, at, self.compromised)?;
        let change = Change { write: [(path, text.into_bytes())].into(), ..Change::default() };

        change::apply(&change, &root, self.dry_run)?;
        if self.dry_run {
            return Ok(Outcome::Fine);
        }
        let name = key.to_multibase();
        if self.compromised {
            say(&format!("{name}: nothing that it signed from {} on counts\n", time::format(at)));
            tell("revoke what somebody else may have signed before; `accolade check` shows what no longer verifies\n");
        } else {
            say(&format!("{name}: retired at {}; what it signed before stays good\n", time::format(at)));
        }
        Ok(Outcome::Fine)
    }
}

/// The gallery at `root`, mistakes and all: whoever mends a key may have some. `None` without an `accolade.toml`.
fn gallery(root: &Path) -> Result<Option<Gallery>, Failure> {
    let mut problems = Diagnostics::default();
    let sources = pipeline::load(root, &mut problems)?;
    Ok(pipeline::check(&sources, &mut problems))
}

fn no_repository(root: &Path) -> Failure {
    Failure::Refused(format!(
        "there is no usable accolade.toml in `{}`: give the repository with --repo, or see `accolade check`",
        root.display()
    ))
}

/// The issuer that is `named`, else the site's own, else the only one.
fn issuer(gallery: &Gallery, named: Option<&str>) -> Result<Slug, Failure> {
    if let Some(named) = named {
        let known = gallery.issuers.keys().find(|it| it.as_str() == named);
        return known.cloned().ok_or_else(|| {
            Failure::Refused(match closest(named, gallery.issuers.keys().map(Slug::as_str)) {
                Some(near) => format!("no issuer is called `{named}`; did you mean `{near}`?"),
                None => format!("no issuer is called `{named}`: an issuer is a file `issuers/{named}.toml`"),
            })
        });
    }
    let only = || gallery.issuers.keys().next().filter(|_| gallery.issuers.len() == 1);
    gallery.site.issuer.as_ref().filter(|it| gallery.issuers.contains_key(*it)).or_else(only).cloned().ok_or_else(
        || Failure::Usage("whose key? say so with --issuer, or name the site's issuer in accolade.toml".to_owned()),
    )
}

fn date(
    text: Option<&str>,
    option: &str,
    gallery: &Gallery,
    surroundings: &Surroundings,
) -> Result<Timestamp, Failure> {
    let zone: &TimeZone = &gallery.site.time_zone;
    text.map_or(Ok(surroundings.now), |text| {
        time::parse(text, zone).map_err(|why| Failure::Usage(format!("--{option}: {why}")))
    })
}

/// The key that somebody names on the command line, and what stands behind it.
fn key_named(text: &str) -> Result<(PublicKey, String), Failure> {
    if text.starts_with("ssh-") || (text.starts_with("z6Mk") && !disk::exists(Path::new(text))) {
        let key = PublicKey::parse(text).map_err(|flaw| Failure::Usage(format!("`{text}` cannot be used: {flaw}")))?;
        let comment = text.split_whitespace().skip(2).collect::<Vec<_>>().join(" ");
        return Ok((key, comment));
    }
    Ok((signing_key::public_half(Path::new(text))?, String::new()))
}

fn issuer_text(root: &Path, path: &str) -> Result<String, Failure> {
    String::from_utf8(disk::read_given(&root.join(path))?)
        .map_err(|_| Failure::Refused(format!("`{path}` is not UTF-8")))
}

fn add(root: &Path, issuer: &Slug, key: &PublicKey, comment: &str, from: Timestamp) -> Result<Change, Failure> {
    let path = ledger::issuer_path(issuer);
    let text = ledger::add_key(issuer, &issuer_text(root, &path)?, key, comment, from)?;
    Ok(Change { write: [(path, text.into_bytes())].into(), ..Change::default() })
}
