//! `accolade rename`: another name, and the old addresses lead there.

use super::{
    Surroundings,
    change::PlainChange,
    output::{Failure, Format, Outcome, say, tell},
};
use crate::{
    disk,
    ledger::{self, Named},
};
use clap::ValueEnum;
use serde_json::json;
use std::collections::BTreeMap;

/// Rename a badge or somebody's page; the old addresses lead to the new ones
#[derive(Debug, clap::Args)]
#[command(after_help = "\
The files get their new names, and the old name is written down as `previous`. Pages under the old name lead on without
a script; documents and pictures that signed awards name answer under both. Nobody else can take the old name.

Examples:
    accolade rename badge soldering soldering-basics
    accolade rename person ada ada-lovelace")]
pub(super) struct Rename {
    /// What to rename
    #[arg(value_enum)]
    what: What,
    /// Its name: that of its file, without .toml
    #[arg(value_name = "OLD")]
    old: String,
    /// The name that it gets: lower-case letters, digits and hyphens
    #[arg(value_name = "NEW")]
    new: String,
    #[command(flatten)]
    change: PlainChange,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    /// A badge
    Badge,
    /// Somebody's page
    Person,
}

impl Rename {
    pub(super) fn run(self, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        let root = self.change.root();
        let open = self.change.open(surroundings)?;
        let (what, folder, others) = match self.what {
            What::Badge => (Named::Badge, "badges", &["badges", "nominations"][..]),
            What::Person => (Named::Person, "people", &["people"][..]),
        };
        let (old, new) = ledger::renamable(open.gallery(), what, &self.old, &self.new)?;
        let mut files = BTreeMap::new();
        for found in others.iter().map(|it| disk::list(&root, it, 1)).collect::<Result<Vec<_>, _>>()?.concat() {
            if found.path.ends_with(".toml") || found.path.starts_with(&format!("{folder}/{old}.")) {
                let bytes = disk::read_given(&root.join(&found.path))?;
                files.insert(found.path, bytes);
            }
        }
        let change = ledger::rename(what, &old, &new, &files)?;
        self.change.apply(&open, &change, surroundings)?;
        let url = |name: &crate::model::Slug| open.gallery().site.base_url.join(&format!("{folder}/{name}/"));
        match self.change.format {
            Format::Json => {
                let answer = json!({ "dry_run": self.change.dry_run, "old": url(&old), "new": url(&new) });
                say(&format!("{answer:#}\n"));
            }
            Format::Text => {
                let leads = if self.change.dry_run { "would lead" } else { "leads" };
                say(&format!("{} {leads} to {}\n", url(&old), url(&new)));
                if !self.change.dry_run {
                    tell("commit the old and the new files together, and publish the site\n");
                }
            }
        }
        Ok(Outcome::Fine)
    }
}
