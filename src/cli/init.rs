//! `accolade init`: a repository that builds at once.

use super::{
    Surroundings,
    output::{Failure, Outcome},
};
use std::path::PathBuf;

/// Start a repository: a site, one issuer and one badge, ready to build
#[derive(Debug, clap::Args)]
#[command(after_help = "\
On a terminal it asks for what you did not give; piped, it takes the defaults. Everything can be edited afterwards,
but decide on the final address before the first award: what is signed names it.

Examples:
    accolade init my-badges
    accolade init my-badges --title \"Hackerspace Gent\" --base-url https://badges.example.org/")]
pub(super) struct Init {
    /// Where; the folder is made if need be
    #[arg(value_name = "DIR", default_value = ".")]
    pub(super) folder: PathBuf,
    /// The name of the gallery [default: made of the folder's name]
    #[arg(long, value_name = "TEXT")]
    pub(super) title: Option<String>,
    /// The permanent address, with or without a path [default: https://badges.example/]
    #[arg(long, value_name = "URL")]
    pub(super) base_url: Option<String>,
    /// The name of the issuer [default: the title]
    #[arg(long, value_name = "NAME")]
    pub(super) issuer: Option<String>,
    /// A public contact address of the issuer
    #[arg(long, value_name = "ADDRESS")]
    pub(super) email: Option<String>,
    /// Say what would be written, and write nothing
    #[arg(long)]
    pub(super) dry_run: bool,
}

impl Init {
    pub(super) fn run(self, _surroundings: &Surroundings) -> Result<Outcome, Failure> {
        todo!("init")
    }
}
