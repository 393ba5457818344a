//! An older repository's forms and workflows become those of this version, and nothing that somebody edited is lost.

use super::{Record, made};
use crate::model::Host;

/// How it stands with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileState {
    /// It is as this version writes it.
    Same,
    /// It is not there, and was never.
    New,
    /// It is as an older version wrote it.
    Outdated,
    /// Somebody edited it, or wrote it.
    Edited,
    /// Somebody took it away.
    Removed,
}

/// A file, and what this version would write.
#[derive(Debug, Clone)]
pub struct Step {
    /// Its path.
    pub path: String,
    /// How it stands with it.
    pub state: FileState,
    /// What is there.
    pub before: String,
    /// What this version writes.
    pub after: String,
}

/// What this version would write into a repository at `host`, beside what is there now.
pub fn update(host: Option<Host>, record: &Record, mut now: impl FnMut(&str) -> Option<String>) -> Vec<Step> {
    let steps = made(host).into_iter().map(|(path, after)| {
        let before = now(path);
        let state = match &before {
            None if record.knows(path) => FileState::Removed,
            None => FileState::New,
            Some(text) if text.replace("\r\n", "\n") == after => FileState::Same,
            Some(text) if record.is_untouched(path, text) => FileState::Outdated,
            Some(_) => FileState::Edited,
        };
        Step { path: path.to_owned(), state, before: before.unwrap_or_default(), after }
    });
    steps.collect()
}

/// The difference between a file and what this version writes, in the unified form.
#[must_use]
pub fn diff(step: &Step) -> String {
    let before = step.before.replace("\r\n", "\n");
    let changed = similar::TextDiff::from_lines(before.as_str(), step.after.as_str());
    let old = if step.before.is_empty() { "/dev/null".to_owned() } else { format!("a/{}", step.path) };
    changed.unified_diff().context_radius(3).header(&old, &format!("b/{}", step.path)).to_string()
}
