//! What commands that change a repository have in common: a change is made, or it is said what it would be.

use super::{
    Surroundings,
    output::{Failure, Format, tell},
    repository::Repository,
    signing_key,
};
use crate::{disk::Change, model::Issuer, pipeline::Verified, time, trust::Signer};
use std::{
    ops::Deref,
    path::{Path, PathBuf},
};

/// What every command is told that changes a repository.
#[derive(Debug, clap::Args)]
pub(super) struct PlainChange {
    #[command(flatten)]
    repository: Repository,
    /// Say what would be written, and write nothing
    #[arg(long)]
    pub(super) dry_run: bool,
    /// For whom the answer is
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(super) format: Format,
}

impl PlainChange {
    /// The folder of the repository.
    pub(super) fn root(&self) -> PathBuf {
        self.repository.folder()
    }

    /// The repository, which must be free of errors: nothing is built on top of a mistake.
    pub(super) fn open(&self, surroundings: &Surroundings) -> Result<Verified, Failure> {
        self.repository.open(surroundings)
    }

    /// Makes `change`, or says what it would be.
    pub(super) fn apply(&self, change: &Change) -> Result<(), Failure> {
        apply(change, &self.root(), self.dry_run)
    }
}

/// What every command is told that changes a repository and signs the change.
#[derive(Debug, clap::Args)]
pub(super) struct SignedChange {
    /// The signing key
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    #[command(flatten)]
    plain: PlainChange,
}

impl SignedChange {
    /// As for any change; whoever signs on another day than today is told so.
    pub(super) fn open(&self, surroundings: &Surroundings) -> Result<Verified, Failure> {
        if surroundings.another_day {
            let then = time::format(surroundings.now);
            tell(&format!("warning: this signs as of {then}, as SOURCE_DATE_EPOCH says; unset it to sign as of now\n"));
        }
        self.plain.open(surroundings)
    }

    /// A key with which `issuer` may sign.
    pub(super) fn signer(&self, issuer: &Issuer, surroundings: &Surroundings) -> Result<Box<dyn Signer>, Failure> {
        signing_key::find(issuer, self.key.as_deref(), surroundings)
    }
}

impl Deref for SignedChange {
    type Target = PlainChange;

    fn deref(&self) -> &PlainChange {
        &self.plain
    }
}

/// Makes `change` in the folder `root`; with `dry_run` it only says what it would be.
pub(super) fn apply(change: &Change, root: &Path, dry_run: bool) -> Result<(), Failure> {
    if dry_run {
        tell(&describe(change));
        return Ok(());
    }
    Ok(change.apply(root)?)
}

fn describe(change: &Change) -> String {
    let mut lines = String::from("nothing was written; this would be:\n");
    for (path, bytes) in &change.write {
        lines.push_str(&format!("  write   {path} ({} bytes)\n", bytes.len()));
    }
    for (path, bytes) in &change.append {
        lines.push_str(&format!("  add to  {path} ({} bytes)\n", bytes.len()));
    }
    for path in &change.remove {
        lines.push_str(&format!("  remove  {path}\n"));
    }
    lines
}
