//! `accolade retire`: a badge that nobody gets any more.

use super::{
    Surroundings,
    change::PlainChange,
    details::reason,
    output::{Failure, Format, Outcome, say, tell},
    which,
};
use crate::{
    disk::{self, Change},
    ledger, time,
};
use serde_json::json;
use std::path::PathBuf;

/// Retire badges: no new awards; whoever has one keeps it, and it stays valid
#[derive(Debug, clap::Args)]
#[command(after_help = "\
The date and the reason are written into the badge's file, which otherwise stays as it is. The badge keeps its page,
which says so. To take it back, remove both lines.

Examples:
    accolade retire soldering --reason \"The workshop has closed\" --on 2026-12-31
    accolade retire --from closed.txt")]
pub(super) struct Retire {
    /// Which badges: the names of their files in badges/, without .toml; `-` reads them from standard input
    #[arg(value_name = "BADGE", required_unless_present = "from")]
    badges: Vec<String>,
    /// A file that names them, one on each line
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
    /// Why, for the public: it is shown on the badge's page
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
    /// The first day without new awards [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    #[command(flatten)]
    change: PlainChange,
}

impl Retire {
    pub(super) fn run(self, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        let root = self.change.root();
        let reason = self.reason.as_deref().map(reason).transpose()?;
        let open = self.change.open(surroundings)?;
        let gallery = open.gallery();
        let zone = &gallery.site.time_zone;
        let at = match &self.on {
            Some(text) => time::parse(text, zone).map_err(|why| Failure::Usage(format!("--on: {why}")))?,
            None => surroundings.now,
        };
        let badges = which::names(&self.badges, self.from.as_deref())?;
        let mut change = Change::default();
        for name in &badges {
            let badge = ledger::badge(gallery, name)?;
            let path = format!("badges/{name}.toml");
            let text = String::from_utf8(disk::read_given(&root.join(&path))?)
                .map_err(|_| Failure::Refused(format!("`{path}` is not UTF-8")))?;
            let text = ledger::retire(badge, &text, at, zone, reason.as_deref())?;
            change.write.insert(path, text.into_bytes());
        }
        self.change.apply(&open, &change, surroundings)?;
        match self.change.format {
            Format::Json => {
                let answer = json!({ "dry_run": self.change.dry_run, "badges": badges, "retired": time::format(at) });
                say(&format!("{answer:#}\n"));
            }
            Format::Text => {
                let done = if self.change.dry_run { "would be retired" } else { "retired" };
                for badge in &badges {
                    say(&format!("{done} on {}: {badge}\n", time::date(at, zone)));
                }
                if !self.change.dry_run {
                    tell("commit it, and publish the site; whoever has the badge keeps it\n");
                }
            }
        }
        Ok(Outcome::Fine)
    }
}
