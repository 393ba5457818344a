//! Watching the repository.

use super::desk::Desk;
use crate::{disk, pipeline};
use notify::{Error, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _, recommended_watcher};
use std::{
    collections::BTreeSet,
    path::Path,
    sync::mpsc,
    time::{Duration, Instant},
};

/// How long the repository has to be quiet before it is read again: an editor writes a file in several steps.
const QUIET: Duration = Duration::from_millis(10);
/// How long that is waited for at most, while something writes again and again.
const PATIENCE: Duration = Duration::from_millis(500);

/// Tells `desk` of every change below `root`, until what is returned is dropped.
pub(super) fn watch(root: &Path, desk: Desk) -> Result<RecommendedWatcher, String> {
    // A watcher tells whole paths; of a folder such as `.` none would begin like it.
    let root = disk::whole(root).map_err(|it| it.to_string())?;
    let fail = |it: Error| format!("cannot watch `{}`: {it}", root.display());
    let (tell, told) = mpsc::channel();
    let mut watcher = recommended_watcher(tell).map_err(fail)?;
    watcher.watch(&root, RecursiveMode::Recursive).map_err(fail)?;
    std::thread::spawn(move || {
        while let Ok(first) = told.recv() {
            let mut change = Change::default();
            change.add(&root, first);
            let end = Instant::now() + PATIENCE;
            // Waiting without end for what changes nothing would keep back what does.
            while let Ok(next) = told.recv_timeout(QUIET.min(end.saturating_duration_since(Instant::now()))) {
                change.add(&root, next);
            }
            if change.missed {
                desk.changed(BTreeSet::new());
            } else if !change.paths.is_empty() {
                desk.changed(change.paths);
            }
        }
    });
    Ok(watcher)
}

/// What has changed since the desk was told.
#[derive(Default)]
struct Change {
    paths: BTreeSet<String>,
    /// Something was missed: everything has to be looked at again.
    missed: bool,
}

impl Change {
    fn add(&mut self, root: &Path, event: Result<Event, Error>) {
        match event {
            Ok(event) if matches!(event.kind, EventKind::Access(_)) => {}
            Ok(event) => {
                self.missed |= event.need_rescan();
                self.paths.extend(event.paths.iter().filter_map(|path| of_the_site(root, path)));
            }
            Err(_) => self.missed = true,
        }
    }
}

/// The path below `root` of what a build reads.
fn of_the_site(root: &Path, path: &Path) -> Option<String> {
    let below = path.strip_prefix(root).ok().filter(|it| pipeline::is_read(it))?;
    let parts: Vec<_> = below.components().map(|it| it.as_os_str().to_string_lossy()).collect();
    Some(parts.join("/"))
}
