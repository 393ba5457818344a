//! Watching the repository.

use super::desk::Desk;
use notify_debouncer_full::{
    DebounceEventResult, Debouncer, RecommendedCache, new_debouncer,
    notify::{Error, EventKind, RecommendedWatcher, RecursiveMode},
};
use std::{collections::BTreeSet, path::Path, time::Duration};

/// How long the repository has to be quiet before it is read again: an editor writes a file in several steps.
const QUIET: Duration = Duration::from_millis(30);

/// Tells `desk` of every change below `root`, until what is returned is dropped.
pub(super) fn watch(root: &Path, desk: Desk) -> Result<Debouncer<RecommendedWatcher, RecommendedCache>, String> {
    let fail = |it: Error| format!("cannot watch `{}`: {it}", root.display());
    let own_root = root.to_owned();
    let mut debouncer = new_debouncer(QUIET, None, move |events: DebounceEventResult| match events {
        Ok(events) => {
            let events = events.iter().filter(|it| !matches!(it.kind, EventKind::Access(_)));
            let paths: BTreeSet<String> =
                events.flat_map(|it| &it.paths).filter_map(|path| of_the_site(&own_root, path)).collect();
            if !paths.is_empty() {
                desk.changed(paths);
            }
        }
        // Something was missed: look at everything again.
        Err(_) => desk.changed(BTreeSet::new()),
    })
    .map_err(fail)?;
    debouncer.watch(root, RecursiveMode::Recursive).map_err(fail)?;
    Ok(debouncer)
}

/// A path below `root` that can be part of the site: nothing in a hidden folder such as `.git` is.
fn of_the_site(root: &Path, path: &Path) -> Option<String> {
    let below = path.strip_prefix(root).unwrap_or(path).to_string_lossy();
    let hidden = below.split(['/', '\\']).any(|part| part.starts_with('.') && part != ".well-known");
    (!hidden).then(|| below.into_owned())
}
