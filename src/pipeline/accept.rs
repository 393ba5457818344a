//! Whether a change would be accepted: the repository is checked as it would be afterwards, before a byte is written.

use super::{Sources, check::check, gate::published};
use crate::{
    diagnostic::{Code, Diagnostic, Diagnostics, Severity},
    disk::Change,
};
use std::collections::HashMap;

/// The errors that `change` would bring to the repository of `sources`, of which `before` are known.
#[must_use]
pub fn objections(sources: &Sources, before: &Diagnostics, change: &Change) -> Diagnostics {
    let mut known: HashMap<(Code, Option<String>, String), usize> = HashMap::new();
    let key = |it: &Diagnostic| (it.code, it.path().map(str::to_owned), it.message.clone());
    let mut already = Diagnostics::default();
    already.extend(before.all().iter().cloned());
    gate(sources, change, &mut already);
    for it in already.all() {
        *known.entry(key(it)).or_default() += 1;
    }

    let mut problems = Diagnostics::default();
    let after = sources.after(change, &mut problems);
    let gallery = check(&after, &mut problems);
    gate(&after, change, &mut problems);
    if let Some(gallery) = gallery {
        problems.set_levels(&gallery.site.lints);
    }
    // A ledger grows at its end, so of problems that read alike the last ones are new.
    problems.retain(|it| match known.get_mut(&key(it)).filter(|count| **count > 0) {
        Some(count) => {
            *count -= 1;
            false
        }
        None => it.severity == Severity::Error,
    });
    problems
}

/// Looks at the files of a change for what must not become public; issuers say what their own addresses are.
fn gate(sources: &Sources, change: &Change, problems: &mut Diagnostics) {
    published(&sources.those(&|path| change.touches(path) || path.starts_with("issuers/")), problems);
}
