//! **Gate**: what a reviewer should know before a change is merged, beside what a build refuses.
//!
//! [`lint`] looks for what is allowed and still a mistake, [`privacy`] for what must never become public, and
//! [`compare`] for what a change does to what was there before.

mod lint;
mod privacy;
mod signed;
mod spelt;
mod encoding;
mod position;
mod packed;
mod named;
mod beside;
mod since;
mod vanished;
mod preview;
mod addresses;
mod links;
mod approval;
mod own;
pub mod form;
pub mod github;

pub use approval::{Account, Approvals, Opinion, Request, Reviewed, agreed, approvals, without_request};
pub use beside::Extent;
pub use links::{Link, dead_link, links};
pub use lint::lint;
pub use preview::{Preview, preview};
pub(super) use privacy::published;
pub use privacy::{is_privacy, privacy, privacy_of};
pub use since::{Changes, compare};
pub use spelt::holds_address;

use crate::{
    diagnostic::{Diagnostic, SourceFile},
    pipeline::Sources,
};
use std::sync::Arc;

/// Gives `problem` its place: the line of the file at `path` that begins with `key`, else the file.
fn at(problem: Diagnostic, sources: &Sources, path: &str, key: &str) -> Diagnostic {
    let files = [&sources.issuers, &sources.badges, &sources.people, &sources.nominations];
    let mut files =
        files.into_iter().flatten().chain(&sources.pages).chain(sources.criteria.values()).chain(&sources.site);
    let Some(file) = files.find(|it| it.path == path) else { return problem.file(path) };
    match line(file, key) {
        Some(span) => problem.label(file, span, ""),
        None => problem.file(path),
    }
}

/// The line that sets `key`, or holds it.
fn line(file: &Arc<SourceFile>, key: &str) -> Option<std::ops::Range<usize>> {
    let mut start = 0;
    for line in file.text.split_inclusive('\n') {
        let plain = line.trim_start();
        let sets = plain.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='));
        if sets || (key.contains("://") && line.contains(key)) {
            let from = start + (line.len() - plain.len());
            return Some(from..start + line.trim_end().len());
        }
        start += line.len();
    }
    None
}
