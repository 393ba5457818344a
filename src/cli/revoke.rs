//! `accolade revoke` and `accolade reinstate`: an award is taken back, or given back.

use super::{
    Surroundings,
    output::{Failure, Format, Outcome},
    repository::Repository,
};
use std::path::PathBuf;

/// What both commands are told.
#[derive(Debug, clap::Args)]
pub(super) struct Request {
    /// Which awards: ids, addresses of their pages, or paths of their files
    #[arg(value_name = "ID", required = true)]
    awards: Vec<String>,
    /// Why, for the public: it is shown on the award's page
    #[arg(long, value_name = "TEXT")]
    reason: String,
    /// The signing key
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    #[command(flatten)]
    repository: Repository,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// For whom the answer is
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

/// Revoke awards: records date and reason, and signs the status list anew
#[derive(Debug, clap::Args)]
#[command(after_help = "\
The award keeps its page, which says that it was revoked, when and why.

Example:
    accolade revoke 0kq8zv5n3x7rj2m4c9td --reason \"Awarded to the wrong person\"")]
pub(super) struct Revoke {
    #[command(flatten)]
    request: Request,
}

/// Take a revocation back: records date and reason, and signs the status list anew
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
    accolade reinstate 0kq8zv5n3x7rj2m4c9td --reason \"It was the right person after all\"")]
pub(super) struct Reinstate {
    #[command(flatten)]
    request: Request,
}

impl Revoke {
    pub(super) fn run(self, _surroundings: &Surroundings) -> Result<Outcome, Failure> {
        todo!("revoke")
    }
}

impl Reinstate {
    pub(super) fn run(self, _surroundings: &Surroundings) -> Result<Outcome, Failure> {
        todo!("reinstate")
    }
}
