//! `accolade verify`: what is a credential worth?

use super::{
    Surroundings,
    output::{Failure, Format, Outcome},
    repository::Repository,
};
use std::path::PathBuf;

/// Judge credentials: JSON files, or badges (PNG, SVG) that carry one
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Nothing is fetched. Keys and status lists come from the repository, or from the files you give; a did:key issuer needs
neither. The exit status is 0 only if every credential is valid.

Examples:
    accolade verify ada.png
    accolade verify credential.json --did-document did.json --status-list 1.json
    accolade verify assertions/ --recipient ada@example.org --at 2026-12-31")]
pub(super) struct Verify {
    /// What to judge: files, folders, or - for standard input
    #[arg(value_name = "FILE|DIR", required = true)]
    subjects: Vec<PathBuf>,
    /// A DID document: who may sign with which keys (repeatable)
    #[arg(long, value_name = "FILE")]
    did_document: Vec<PathBuf>,
    /// A signed status list (repeatable)
    #[arg(long, value_name = "FILE")]
    status_list: Vec<PathBuf>,
    /// Ask also whether it is about this person
    #[arg(long, value_name = "EMAIL|URL|DID")]
    recipient: Option<String>,
    /// The time at which it is judged [default: now]
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    #[command(flatten)]
    repository: Repository,
    /// For whom the answer is
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

impl Verify {
    pub(super) fn run(self, _surroundings: &Surroundings) -> Result<Outcome, Failure> {
        todo!("verify")
    }
}
