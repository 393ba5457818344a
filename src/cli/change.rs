//! Making a change, or saying what it would be.

use super::output::{Failure, tell};
use crate::disk::Change;
use std::path::Path;

/// Makes `change` in the repository at `root`; with `dry_run` it only says what it would be.
pub(super) fn apply(change: &Change, root: &Path, dry_run: bool) -> Result<(), Failure> {
    if dry_run {
        tell(&describe(change));
        return Ok(());
    }
    Ok(change.apply(root)?)
}

fn describe(change: &Change) -> String {
    let mut lines = String::from("nothing was written; this would be:\n");
    for (path, bytes) in &change.write {
        lines.push_str(&format!("  write   {path} ({} bytes)\n", bytes.len()));
    }
    for (path, bytes) in &change.append {
        lines.push_str(&format!("  add to  {path} ({} bytes)\n", bytes.len()));
    }
    for path in &change.remove {
        lines.push_str(&format!("  remove  {path}\n"));
    }
    lines
}
