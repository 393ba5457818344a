//! `accolade rename`: another name, and the old addresses lead there.

use super::{
    Surroundings,
    change::PlainChange,
    output::{Failure, Format, Outcome, say, tell},
    which,
};
use crate::{
    disk,
    ledger::{self, Named},
};
use clap::ValueEnum;
use serde_json::json;
use std::{collections::BTreeMap, path::PathBuf};

/// Rename badges or people's pages; the old addresses lead to the new ones
#[derive(Debug, clap::Args)]
#[command(after_help = "\
The files get their new names, and the old name is written down as `previous`. Pages under the old name lead on without
a script; documents and pictures that signed awards name answer under both. Nobody else can take the old name.

Examples:
    accolade rename badge soldering soldering-basics
    accolade rename person ada ada-lovelace
    accolade rename badge --from renamed.txt        # a line for each: soldering soldering-basics")]
pub(super) struct Rename {
    /// What to rename
    #[arg(value_enum)]
    what: What,
    /// Its name: that of its file, without .toml; `-` reads old and new names from standard input, a pair on each line
    #[arg(value_name = "OLD", required_unless_present = "from")]
    old: Option<String>,
    /// The name that it gets: lower-case letters, digits and hyphens
    #[arg(value_name = "NEW")]
    new: Option<String>,
    /// A file with an old and a new name on each line
    #[arg(long, value_name = "FILE", conflicts_with = "old")]
    from: Option<PathBuf>,
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
        let named: Vec<String> = self.old.iter().chain(&self.new).cloned().collect();
        let pairs = which::pairs(&named, self.from.as_deref())?;
        let names = ledger::all_renamable(open.gallery(), what, &pairs)?;
        let mut files = BTreeMap::new();
        for found in others.iter().map(|it| disk::list(&root, it, 1)).collect::<Result<Vec<_>, _>>()?.concat() {
            let own = found.path.strip_prefix(folder).and_then(|it| it[1..].split('.').next());
            if found.path.ends_with(".toml") || own.is_some_and(|it| names.keys().any(|old| old.as_str() == it)) {
                let bytes = disk::read_given(&root.join(&found.path))?;
                files.insert(found.path, bytes);
            }
        }
        let change = ledger::rename(what, &names, files)?;
        self.change.apply(&open, &change, surroundings)?;
        let url = |name: &crate::model::Slug| open.gallery().site.base_url.join(&format!("{folder}/{name}/"));
        let renamed = names.iter().map(|(old, new)| (url(old), url(new)));
        match self.change.format {
            Format::Json => {
                let renamed: Vec<_> = renamed.map(|(old, new)| json!({ "old": old, "new": new })).collect();
                let answer = json!({ "dry_run": self.change.dry_run, "renamed": renamed });
                say(&format!("{answer:#}\n"));
            }
            Format::Text => {
                let leads = if self.change.dry_run { "would lead" } else { "leads" };
                renamed.for_each(|(old, new)| say(&format!("{old} {leads} to {new}\n")));
                if !self.change.dry_run {
                    tell("commit the old and the new files together, and publish the site\n");
                }
            }
        }
        Ok(Outcome::Fine)
    }
}
