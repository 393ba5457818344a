//! `accolade init --update`: the difference first, then the change, and never over what somebody edited.

use super::{Asking, Failure, Format, Init, Outcome, say, tell};
use crate::{
    cli::{change, repository},
    disk::{self, Change},
    ledger::{self, FileState, RECORD, Record, Step},
    model::Host,
};
use serde_json::json;
use std::path::Path;

/// Larger files than this are none of ours.
const LARGEST: u64 = 1 << 20;

impl Init {
    pub(super) fn bring_up_to_date(&self) -> Result<Outcome, Failure> {
        let given = (self.folder != Path::new(".")).then_some(self.folder.as_path());
        let root = repository::resolve(given);
        repository::must_be_folder(&root)?;
        if !disk::exists(&root.join("accolade.toml")) {
            return Err(Failure::Refused(format!(
                "`{}` holds no accolade.toml: `accolade init` starts a repository",
                root.display()
            )));
        }
        let text = |path: &str| -> Result<Option<String>, Failure> {
            if !disk::exists(&root.join(path)) {
                return Ok(None);
            }
            let bytes = disk::read(&root, path, LARGEST)?.unwrap_or_default();
            Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
        };
        let site: toml::Table = text("accolade.toml")?.unwrap_or_default().parse().unwrap_or_default();
        let host = site.get("repository").and_then(toml::Value::as_str).and_then(Host::of);
        let mut record = Record::read(&text(RECORD)?.unwrap_or_default());
        let mut failure = None;
        let steps = ledger::update(host, &record, |path| {
            text(path).unwrap_or_else(|it| {
                failure = Some(it);
                None
            })
        });
        if let Some(failure) = failure {
            return Err(failure);
        }

        let (writes, leaves): (Vec<&Step>, Vec<&Step>) = steps
            .iter()
            .filter(|it| it.state != FileState::Same)
            .partition(|it| self.force || matches!(it.state, FileState::New | FileState::Outdated));
        let mut change = Change::default();
        for step in &steps {
            if step.state == FileState::Same {
                record.note(&step.path, &step.after);
            }
        }
        for step in &writes {
            record.note(&step.path, &step.after);
            change.write.insert(step.path.clone(), step.after.clone().into_bytes());
        }
        change.write.insert(RECORD.to_owned(), record.to_text().into_bytes());

        if self.format == Format::Json {
            if !self.dry_run && self.yes {
                change.apply(&root)?;
            }
            let files = steps.iter().map(|it| {
                let written = writes.iter().any(|step| step.path == it.path) && !self.dry_run && self.yes;
                json!({ "path": it.path, "state": word(it.state), "diff": ledger::diff(it), "written": written })
            });
            let answer = json!({ "dry_run": self.dry_run || !self.yes, "files": files.collect::<Vec<_>>() });
            say(&format!("{answer:#}\n"));
            return Ok(Outcome::Fine);
        }
        for step in &writes {
            say(&ledger::diff(step));
        }
        for step in &leaves {
            tell(&left(step));
        }
        if writes.is_empty() {
            let what = if leaves.is_empty() { "nothing" } else { "nothing else" };
            tell(&format!("{what} is to be done: forms and workflows are those of this version\n"));
        } else if self.dry_run {
            return change::apply(&change, &root, true).map(|()| Outcome::Fine);
        } else if !self.yes && !Asking::new(true).yes("Write this?") {
            tell("nothing was written: `accolade init --update --yes` writes what is shown above\n");
            return Ok(Outcome::Fine);
        }
        if !self.dry_run {
            change.apply(&root)?;
            for step in writes {
                tell(&format!("wrote {}\n", root.join(&step.path).display()));
            }
        }
        Ok(Outcome::Fine)
    }
}

/// Why a file stays as it is.
fn left(step: &Step) -> String {
    let path = &step.path;
    match step.state {
        FileState::Removed => format!("left out, as somebody removed it: {path} (--force brings it back)\n"),
        _ => format!("left as it is, as somebody edited it: {path} (--force writes this version's over it)\n"),
    }
}

fn word(state: FileState) -> &'static str {
    match state {
        FileState::Same => "same",
        FileState::New => "new",
        FileState::Outdated => "outdated",
        FileState::Edited => "edited",
        FileState::Removed => "removed",
    }
}
