//! `accolade build`: the site.

use super::{
    Surroundings,
    change::settle,
    output::{Failure, Format, Outcome, say, show_problems, tell},
    repository,
};
use crate::{
    diagnostic::{Diagnostics, Style},
    disk::Target,
    model::BaseUrl,
    pipeline::{self, At, BuildOptions, Receipt},
};
use serde_json::{Value, json};
use std::{
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

/// Build the site into a folder
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Everything is checked first; with an error nothing is written, and an old site stays as it was. The same commit at the
same --at gives the same bytes (SOURCE_DATE_EPOCH does the same). A folder that no build made is never overwritten,
and nothing is written into static/ or another folder that is read. One that a build made holds nothing else afterwards, so
keep what is yours in static/.

Examples:
    accolade build
    accolade build --out preview --base-url http://localhost:8000/")]
pub(super) struct Build {
    /// The repository [default: the current folder, or the nearest one above it with an accolade.toml]
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// Where to write the site [default: public, beside accolade.toml]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Where this build will be served, if not at the site's base_url (a preview); what is signed keeps its address
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// The time at which every award is judged; without a zone, in the site's [default: now]
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
    pub(super) fn run(self, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        let started = Instant::now();
        if let Some(threads) = self.threads {
            if threads == 0 {
                return Err(Failure::Usage("--threads: at least one is needed".to_owned()));
            }
            // Fails only if the pool exists already, which nothing before this makes.
            let _ = rayon::ThreadPoolBuilder::new().num_threads(threads).build_global();
        }
        let root = repository::resolve(self.folder.as_deref());
        repository::must_be_folder(&root)?;
        settle(&root)?;
        let options = self.options(&root, surroundings)?;
        let out = self.out.clone().unwrap_or_else(|| beside_the_site(&root));
        repository::must_not_be_read(&out, &root)?;
        let mut problems = Diagnostics::default();

        let receipt = if self.dry_run {
            let files = pipeline::with_site(&root, &options, &mut problems, |site, _| site.len())?;
            if let (Some(_), Some(target)) = (files, Target::look(&out)?) {
                target.survey()?;
            }
            files.map(|files| Receipt { written: files, ..Receipt::default() })
        } else {
            pipeline::build(&root, &out, &options, &mut problems)?
        };

        let outcome = if receipt.is_some() { Outcome::Fine } else { Outcome::Problems };
        match self.format {
            Format::Json => say(&format!("{:#}\n", as_json(receipt, &problems, self.dry_run))),
            Format::Text => {
                show_problems(&problems, Format::Text, surroundings);
                match receipt {
                    Some(receipt) if self.dry_run => {
                        say(&format!("{} files would be in {}\n", receipt.written, out.display()));
                    }
                    Some(receipt) => say(&summary(&out, receipt, started.elapsed())),
                    None => tell("nothing was built; what stood there before is as it was\n"),
                }
            }
        }
        Ok(outcome)
    }

    fn options(&self, root: &Path, surroundings: &Surroundings) -> Result<BuildOptions, Failure> {
        let base_url = self.base_url.as_deref().map(str::parse::<BaseUrl>).transpose();
        let base_url = base_url.map_err(|flaw| Failure::Usage(format!("--base-url: {flaw}")))?;
        let now = match &self.at {
            Some(text) => repository::at(text, &repository::time_zone(root)?)?,
            None => surroundings.now,
        };
        Ok(BuildOptions { base_url, now, commit: At::AskGit })
    }
}

/// `public`, which the `.gitignore` of `init` knows.
fn beside_the_site(root: &Path) -> PathBuf {
    // The current folder needs no name.
    if root == Path::new(".") { PathBuf::from("public") } else { root.join("public") }
}

/// How many files that are gone are named, so that whoever kept something of their own there learns of it.
const NAMED: usize = 3;

fn summary(out: &Path, receipt: Receipt, took: Duration) -> String {
    let Receipt { written, unchanged, removed } = receipt;
    let gone = match removed.as_slice() {
        [] => String::new(),
        some if some.len() <= NAMED => format!(" ({})", some.join(", ")),
        many => format!(" ({}, …)", many[..NAMED].join(", ")),
    };
    format!(
        "built {} in {:.1} s: {written} files written, {unchanged} unchanged, {} removed{gone}\n",
        out.display(),
        took.as_secs_f64(),
        removed.len(),
    )
}

/// What scripts are told: the diagnostics as `check` gives them, and what was written.
fn as_json(receipt: Option<Receipt>, problems: &Diagnostics, dry_run: bool) -> Value {
    let mut answer: Value = serde_json::from_str(&problems.show(Style::Json)).unwrap_or_default();
    if let Value::Object(answer) = &mut answer {
        answer.insert("dry_run".to_owned(), json!(dry_run));
        let files =
            receipt.map(|it| json!({ "written": it.written, "unchanged": it.unchanged, "removed": it.removed.len() }));
        answer.insert("files".to_owned(), json!(files));
    }
    answer
}
