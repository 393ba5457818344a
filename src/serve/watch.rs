//! Watching the repository.

use super::desk::Desk;
use notify_debouncer_full::{
    DebounceEventResult, Debouncer, RecommendedCache, new_debouncer,
    notify::{Error, EventKind, RecommendedWatcher, RecursiveMode},
};
use std::{path::Path, time::Duration};

/// How long the repository has to be quiet before it is read again: an editor writes a file in several steps.
const QUIET: Duration = Duration::from_millis(30);

/// Tells `desk` of every change below `root`, until what is returned is dropped.
pub(super) fn watch(root: &Path, desk: Desk) -> Result<Debouncer<RecommendedWatcher, RecommendedCache>, String> {
    let fail = |it: Error| format!("cannot watch `{}`: {it}", root.display());
    let own_root = root.to_owned();
    let mut debouncer = new_debouncer(QUIET, None, move |events: DebounceEventResult| {
        let changed = match events {
            Ok(events) => events.iter().any(|event| {
                !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(|path| matters(&own_root, path))
            }),
            // Something was missed: look again.
            Err(_) => true,
        };
        if changed {
            desk.changed();
        }
    })
    .map_err(fail)?;
    debouncer.watch(root, RecursiveMode::Recursive).map_err(fail)?;
    Ok(debouncer)
}

/// Whether a path can be part of the site: nothing below a hidden folder such as `.git` is.
fn matters(root: &Path, path: &Path) -> bool {
    let below = path.strip_prefix(root).unwrap_or(path);
    !below.components().any(|part| part.as_os_str().to_string_lossy().starts_with('.'))
}
