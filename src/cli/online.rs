//! Whether the links of a repository lead anywhere: asked only when somebody says so.

use crate::{
    diagnostic::{Diagnostic, Diagnostics},
    fetch::{Fetcher, Flaw},
    model::Gallery,
    pipeline::{self, Sources},
};
use std::{
    collections::BTreeMap,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

/// How many are asked at once.
const AT_ONCE: usize = 8;

/// Reports the links of files that `is_meant` names and that lead nowhere.
pub(super) fn dead_links(
    fetcher: &Fetcher,
    sources: &Sources,
    gallery: &Gallery,
    is_meant: &dyn Fn(&str) -> bool,
    problems: &mut Diagnostics,
) {
    let mut links: BTreeMap<String, Vec<pipeline::Link>> = BTreeMap::new();
    for link in pipeline::links(sources, gallery) {
        // Without encryption nobody is asked but this machine; `plain-http` says what there is to say.
        if is_meant(&link.path) && (link.url.starts_with("https://") || fetcher.is_private()) {
            links.entry(link.url.clone()).or_default().push(link);
        }
    }
    let links: Vec<_> = links.into_iter().collect();
    let next = AtomicUsize::new(0);
    let found: Mutex<BTreeMap<usize, String>> = Mutex::default();
    thread::scope(|scope| {
        for _ in 0..AT_ONCE.min(links.len()) {
            scope.spawn(|| {
                loop {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    let Some((url, _)) = links.get(n) else { break };
                    if let Some(why) = fetcher.get(url).err().and_then(|flaw| dead(&flaw)) {
                        found.lock().unwrap_or_else(PoisonError::into_inner).insert(n, why);
                    }
                }
            });
        }
    });
    let found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    let dead: Vec<Diagnostic> = found
        .into_iter()
        .flat_map(|(n, why)| {
            links[n].1.iter().map(move |link| pipeline::dead_link(link, &why, sources)).collect::<Vec<_>>()
        })
        .collect();
    problems.extend(dead);
}

/// Why a link is dead. A server that refuses programs, or is slow, may still answer a reader.
fn dead(flaw: &Flaw) -> Option<String> {
    match flaw {
        Flaw::Answered(_, 404 | 410) | Flaw::Silent(..) | Flaw::Loop(_) | Flaw::Private(..) => Some(flaw.to_string()),
        Flaw::Answered(..) | Flaw::Slow(..) | Flaw::Large(_) | Flaw::Address(_) => None,
    }
}
