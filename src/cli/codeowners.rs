//! `accolade codeowners`: whom the host asks for a review, made from the awarding rights.

use super::{
    Surroundings, change,
    output::{Failure, Format, Outcome, say, tell},
    repository::Repository,
};
use crate::{
    disk::{self, Change},
    ledger,
    model::Host,
};
use serde_json::json;

/// Write CODEOWNERS anew, from the awarding rights
#[derive(Debug, clap::Args)]
#[command(after_help = "\
The lines between its marks are made from `[awarding]` in accolade.toml and in badges/*.toml; what stands outside of the
marks is yours and stays.

Examples:
    accolade codeowners
    accolade codeowners --check")]
pub(super) struct Codeowners {
    #[command(flatten)]
    repository: Repository,
    /// Say whether it is up to date, and write nothing
    #[arg(long)]
    check: bool,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// For whom the answer is
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

impl Codeowners {
    pub(super) fn run(self, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        let root = self.repository.folder();
        let verified = self.repository.open(surroundings)?;
        let gallery = verified.gallery();
        let host = gallery.site.repository.as_deref().and_then(Host::of);
        let path = ledger::codeowners_path(|path| disk::exists(&root.join(path)), host);
        let before = if disk::exists(&root.join(path)) {
            String::from_utf8_lossy(&disk::read(&root, path, 1 << 20)?.unwrap_or_default()).into_owned()
        } else {
            String::new()
        };
        let rules = gallery.badges.values().filter_map(|it| Some((it.slug.as_str(), it.awarding.as_ref()?)));
        let after = ledger::codeowners(&before, gallery.site.awarding.as_ref(), rules);
        let current = before == after;
        if !current && !self.check {
            let write = [(path.to_owned(), after.into_bytes())].into();
            change::apply(&Change { write, ..Change::default() }, &root, self.dry_run)?;
        }
        match self.format {
            Format::Json => say(&format!(
                "{:#}\n",
                json!({ "dry_run": self.dry_run || self.check, "path": path, "current": current })
            )),
            Format::Text if current => tell(&format!("`{path}` is up to date\n")),
            Format::Text if self.check => {
                tell(&format!(
                    "error: `{path}` is not what the awarding rights say: `accolade codeowners` writes it\n"
                ));
            }
            Format::Text if self.dry_run => {}
            Format::Text => say(&format!("{path}\n")),
        }
        Ok(if self.check && !current { Outcome::Problems } else { Outcome::Fine })
    }
}
