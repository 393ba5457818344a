//! `accolade key`: the keys with which an issuer signs.

mod new;
mod show;
mod add;
mod retire;

use super::{
    Surroundings,
    output::{Failure, Outcome},
    signing_key,
};
use crate::{
    diagnostic::{Diagnostics, closest},
    disk, ledger,
    model::{Gallery, Slug},
    pipeline,
    time::{self, Timestamp},
    trust::PublicKey,
};
use clap::Subcommand;
use jiff::tz::TimeZone;
use serde_json::{Value, json};
use std::path::Path;

/// Make, show, add and retire signing keys
#[derive(Debug, clap::Args)]
#[command(arg_required_else_help = true)]
pub(super) struct Key {
    #[command(subcommand)]
    command: KeyCommand,
}

#[derive(Debug, Subcommand)]
enum KeyCommand {
    New(new::New),
    Show(show::Show),
    Add(add::Add),
    Retire(retire::Retire),
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

/// The gallery at `root`, mistakes and all. `None` without an `accolade.toml`.
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

/// Both forms of a public key that an issuer's file takes, for scripts.
fn as_json(key: &PublicKey) -> Value {
    json!({ "multibase": key.to_multibase(), "ssh": ledger::to_ssh_line(key) })
}
