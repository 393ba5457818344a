//! `accolade build`: the site.

use super::{
    Surroundings,
    output::{Failure, Format, Outcome},
};
use std::path::PathBuf;

/// Build the site into a folder
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Everything is checked first; with an error nothing is written, and an old site stays as it was. The same commit at the
same --at gives the same bytes (SOURCE_DATE_EPOCH does the same). A folder that no build made is never overwritten.

Examples:
    accolade build --out public
    accolade build --out preview --base-url http://localhost:8000/")]
pub(super) struct Build {
    /// The repository [default: the current folder, or the nearest one above it with an accolade.toml]
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// Where to write the site
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Where this build will be served, if not at the site's base_url (a preview); what is signed keeps its address
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// The time at which every award is judged [default: now]
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    /// How many threads to use [default: one for each core]
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
    /// Check everything and say what would be done, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// For whom the answer is
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

impl Build {
    pub(super) fn run(self, _surroundings: &Surroundings) -> Result<Outcome, Failure> {
        todo!("build")
    }
}
