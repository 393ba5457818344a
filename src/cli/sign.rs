//! `accolade sign`: reviewed nominations become assertions.

use super::{
    Surroundings,
    output::{Failure, Format, Outcome},
    repository::Repository,
};
use std::path::PathBuf;

/// Sign reviewed nominations: each becomes an assertion, and its file is removed
#[derive(Debug, clap::Args)]
#[command(after_help = "\
A nomination is a file in nominations/. Once it is merged, its review is done; `sign` makes the awards that it asks for
and removes the file in the same change, to be committed together.

Examples:
    accolade sign
    accolade sign soldering-spring nominations/welcome-ada.toml")]
pub(super) struct Sign {
    /// Which nominations: names or paths of their files [default: all]
    #[arg(value_name = "NOMINATION")]
    pub(super) nominations: Vec<String>,
    /// Award again what the recipient already has
    #[arg(long)]
    pub(super) again: bool,
    /// The signing key
    #[arg(long, value_name = "FILE")]
    pub(super) key: Option<PathBuf>,
    #[command(flatten)]
    pub(super) repository: Repository,
    /// Say what would be written, and write nothing
    #[arg(long)]
    pub(super) dry_run: bool,
    /// For whom the answer is
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(super) format: Format,
}

impl Sign {
    pub(super) fn run(self, _surroundings: &Surroundings) -> Result<Outcome, Failure> {
        todo!("sign")
    }
}
