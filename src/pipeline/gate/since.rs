//! What a change does to what was there before.

use super::vanished;
use crate::{
    diagnostic::{Code, Diagnostic, Diagnostics},
    model::{AssertionId, Gallery, LedgerEntry, Slug},
    pipeline::{Plan, Sources},
};
use std::collections::{BTreeMap, BTreeSet};

/// What differs between two states of a repository.
#[derive(Debug, Default)]
pub struct Changes {
    /// Paths of files that are new.
    pub added: BTreeSet<String>,
    /// Paths of files with other content.
    pub changed: BTreeSet<String>,
    /// Paths of files that are gone.
    pub removed: BTreeSet<String>,
    /// Assertions that were revoked.
    pub revoked: BTreeSet<AssertionId>,
    /// Assertions that were reinstated.
    pub reinstated: BTreeSet<AssertionId>,
}

impl Changes {
    /// Whether a file is new or another one.
    #[must_use]
    pub fn touch(&self, path: &str) -> bool {
        self.added.contains(path) || self.changed.contains(path) || self.removed.contains(path)
    }
}

/// A state: what was read, and what was made of it as far as it was good.
#[derive(Debug, Clone, Copy)]
struct State<'a> {
    sources: &'a Sources,
    plan: Option<&'a Plan<'a>>,
}

impl<'a> State<'a> {
    fn gallery(self) -> Option<&'a Gallery> {
        self.plan.map(|it| it.verified.gallery())
    }
}

/// Compares the state before a change, which git knows as `base`, with the one after it; what may not happen is reported.
#[must_use]
pub fn compare<'a>(
    base: &str,
    before: (&'a Sources, Option<&'a Plan<'a>>),
    after: (&'a Sources, Option<&'a Plan<'a>>),
    problems: &mut Diagnostics,
) -> Changes {
    let old = State { sources: before.0, plan: before.1 };
    let new = State { sources: after.0, plan: after.1 };
    let mut changes = Changes::default();
    let files = |of: State<'a>| -> BTreeMap<_, _> { of.sources.files().collect() };
    let (was, is) = (files(old), files(new));
    for (path, held) in &is {
        match was.get(path) {
            None => drop(changes.added.insert((*path).to_owned())),
            Some(before) if before != held => drop(changes.changed.insert((*path).to_owned())),
            Some(_) => {}
        }
    }
    changes.removed = was.keys().filter(|it| !is.contains_key(*it)).map(|it| (*it).to_owned()).collect();
    if let (Some(old), Some(new)) = (old.gallery(), new.gallery()) {
        for (id, standing) in &new.standings {
            let was = old.standings.get(id).is_some_and(|it| it.revoked.is_some());
            match (was, standing.revoked.is_some()) {
                (false, true) => drop(changes.revoked.insert(*id)),
                (true, false) => drop(changes.reinstated.insert(*id)),
                _ => {}
            }
        }
        base_url(old, new, problems);
    }
    signed(base, &changes, old.gallery(), new.gallery(), problems);
    ledgers(base, old, new, problems);
    if let (Some(old), Some(new)) = (old.plan, new.plan) {
        vanished::report(old, new, problems);
    }
    changes
}

/// What was signed stays as it is. It is signed anew when the ledger renews or reseals it, goes when the ledger erases it, and moves
/// when its badge gets another name.
fn signed(base: &str, changes: &Changes, old: Option<&Gallery>, new: Option<&Gallery>, problems: &mut Diagnostics) {
    let id_of = |path: &str| -> Option<AssertionId> { path.rsplit('/').next()?.strip_suffix(".json")?.parse().ok() };
    let standing = |gallery: Option<&'_ Gallery>, path: &str| Some(gallery?.standings.get(&id_of(path)?)?.clone());
    let is_signed_anew = |path: &str| {
        standing(new, path).is_some_and(|is| {
            let was = standing(old, path);
            let (renewed, resealed) = (was.as_ref().map(|it| it.renewed), was.as_ref().map(|it| it.resealed));
            is.renewed.is_some() && renewed != Some(is.renewed)
                || is.resealed.is_some() && resealed != Some(is.resealed)
        })
    };
    let is_erased = |path: &str| standing(new, path).is_some_and(|it| it.erased.is_some());
    let is_moved = |path: &str| {
        let id = id_of(path);
        changes.added.iter().any(|other| other.starts_with("assertions/") && id.is_some() && id_of(other) == id)
    };
    let signed = |it: &&String| it.starts_with("assertions/");
    let edited = changes.changed.iter().filter(signed).filter(|it| !is_signed_anew(it)).map(|it| (it, "edited"));
    let deleted = changes.removed.iter().filter(signed).filter(|it| !is_erased(it) && !is_moved(it));
    for (path, what) in edited.chain(deleted.map(|it| (it, "deleted"))) {
        let problem = Diagnostic::error(Code::AssertionChanged, format!("a signed award was {what}"));
        let help =
            format!("bring it back with `git checkout {base} -- {path}`; to take an award back, use `accolade revoke`");
        problems.push(problem.file(path.as_str()).help(help));
    }
}

/// A ledger begins with what it was, but for the entries of what was erased.
fn ledgers(base: &str, old: State<'_>, new: State<'_>, problems: &mut Diagnostics) {
    for before in &old.sources.ledgers {
        let help = format!(
            "bring back what stood there with `git checkout {base} -- {}`, and let `accolade` add to its end",
            before.path
        );
        let Some(after) = new.sources.ledgers.iter().find(|it| it.path == before.path) else {
            let problem = Diagnostic::error(Code::LedgerRewritten, "the ledger was deleted");
            problems.push(problem.file(before.path.as_str()).help(help));
            continue;
        };
        let issuer = before.path.split('/').nth(1).unwrap_or_default();
        if after.text.starts_with(before.text.trim_end()) || begins_alike(issuer, old, new) {
            continue;
        }
        let same = before.text.bytes().zip(after.text.bytes()).take_while(|(a, b)| a == b).count();
        let start = after.text.as_bytes()[..same].iter().rposition(|it| *it == b'\n').map_or(0, |it| it + 1);
        let end = after.text[start..].find('\n').map_or(after.text.len(), |it| start + it);
        let problem = Diagnostic::error(Code::LedgerRewritten, "the ledger was changed before its end").label(
            after,
            start..end,
            "here it differs from what it was",
        );
        problems.push(problem.help(help));
    }
}

/// Whether the entries that were there are there still, in their order, but for those of what was erased since. Where two
/// branches were put together, those of the other one may stand between them.
fn begins_alike(issuer: &str, old: State<'_>, new: State<'_>) -> bool {
    let (Some(old), Some(new)) = (old.gallery(), new.gallery()) else { return false };
    let Ok(issuer) = issuer.parse::<Slug>() else { return false };
    let (Some(before), Some(after)) = (old.ledgers.get(&issuer), new.ledgers.get(&issuer)) else { return false };
    let stays = |it: &&LedgerEntry| {
        let erased = |gallery: &Gallery| gallery.standings.get(&it.id).is_some_and(|it| it.erased.is_some());
        erased(old) || !erased(new)
    };
    let mut after = after.entries.iter().filter(stays);
    before
        .entries
        .iter()
        .filter(stays)
        .all(|was| after.any(|is| is.id == was.id && is.at == was.at && is.event == was.event))
}

fn base_url(old: &Gallery, new: &Gallery, problems: &mut Diagnostics) {
    let (was, is) = (&old.site.base_url, &new.site.base_url);
    if was != is && !old.assertions.is_empty() && !new.site.previous_base_urls.contains(was) {
        let message = format!("the site's address was `{was}`, and {} awards name it", old.assertions.len());
        let problem = Diagnostic::error(Code::BaseUrlChanged, message).file("accolade.toml");
        problems.push(
            problem
                .help(format!("add `previous_base_urls = [\"{was}\"]`, and let the old address lead to the new one")),
        );
    }
}
