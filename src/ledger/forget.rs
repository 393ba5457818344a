//! To forget: everything that says something about somebody goes, and a tombstone stays.
//!
//! The ledger keeps of an erased award its id and its place in the status list, and nothing else: neither the badge nor
//! the consent, nor why it was once revoked. The place stays taken, and says revoked.

use super::{Refused, entries, lists, people_file, renew::find, seal::Seal};
use crate::{
    disk::Change,
    model::{AssertionId, Event, Gallery, Identity, LedgerEntry, Slug},
    openbadges::world::Repository,
    time::{self, Timestamp},
    trust::Signer,
};
use std::collections::{BTreeMap, BTreeSet};
use toml_edit::{ArrayOfTables, DocumentMut, Item};

/// Files of the repository that people write, by path, as far as forgetting may change them.
#[derive(Debug, Default, Clone)]
pub struct Written {
    /// `status/<issuer>/ledger.toml`.
    pub ledger: String,
    /// `people/*.toml`.
    pub people: BTreeMap<String, String>,
}

/// What was found about the awards, for the report.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Traces {
    /// Files that are gone.
    pub removed: Vec<String>,
    /// Files that were changed, so that they no longer mention the awards.
    pub cleaned: Vec<String>,
    /// Files that still say something about the same people, and that somebody has to look at.
    pub left: Vec<String>,
    /// What earlier versions of ledgers say about them: the path, what it is, and the words.
    pub said: Vec<(String, &'static str, String)>,
}

/// Whether the awards can be erased; to be asked before somebody types a passphrase.
///
/// # Errors
///
/// A sentence, when one of them cannot.
pub fn forgettable(gallery: &Gallery, ids: &BTreeSet<AssertionId>) -> Result<(), Refused> {
    ids.iter().try_for_each(|id| match gallery.standings.get(id).map(|it| it.erased) {
        None => Err(Refused(format!("no award has the id `{id}`"))),
        Some(Some(when)) => Err(Refused(format!("`{id}` was erased already, at {}", time::format(when)))),
        Some(None) => Ok(()),
    })
}

/// Erases awards, which are all of `issuer`. What it changes of `written` is changed there too.
///
/// # Errors
///
/// A sentence, when any of them cannot be erased; then none is.
pub fn forget(
    gallery: &Gallery,
    issuer: &Slug,
    ids: &BTreeSet<AssertionId>,
    written: &mut Written,
    signer: &dyn Signer,
    now: Timestamp,
) -> Result<(Change, Traces), Refused> {
    forgettable(gallery, ids)?;
    let seal = Seal::new(&gallery.issuers[issuer], &gallery.site, signer, now)?;
    let mut change = Change::default();
    let mut traces = Traces::default();
    let mut ledger = gallery.ledgers.get(issuer).cloned().unwrap_or_default();
    let before = ledger.standings();
    let lines: Vec<LedgerEntry> = ids
        .iter()
        .map(|id| {
            let place = before.get(id).map(|it| (it.list, it.index));
            LedgerEntry { id: *id, at: now, event: Event::Erased { place } }
        })
        .collect();

    let path = entries::path(issuer);
    for entry in ledger.entries.iter().filter(|it| ids.contains(&it.id)) {
        traces.said.extend(said(&entry.event).into_iter().map(|(what, words)| (path.clone(), what, words)));
    }
    for id in ids {
        // What cannot be read can be erased all the same.
        let assertion = find(gallery, *id).ok();
        let standing = gallery.standings.get(id);
        let place = || standing.and_then(|it| it.badge.as_ref()).map(|badge| format!("assertions/{badge}/{id}.json"));
        if let Some(path) = assertion.map(|it| it.path.clone()).or_else(place) {
            change.remove.push(path.clone());
            traces.removed.push(path);
        }
        traces.left.extend(left(gallery, assertion.map(|it| &it.identity), *id, ids));
        if let Some(name) = assertion.and_then(|it| it.name.as_ref()) {
            traces.left.extend(naming(gallery, name));
        }
        for (path, text) in &mut written.people {
            if let Some(after) = people_file::remove(path, text, *id)? {
                *text = after.clone();
                change.write.insert(path.clone(), after.into_bytes());
                traces.cleaned.push(path.clone());
            }
        }
    }

    let text = without(&path, &written.ledger, ids)? + &entries::text(&lines, false);
    written.ledger.clone_from(&text);
    change.write.insert(path.clone(), text.into_bytes());
    traces.cleaned.push(path);
    ledger.entries.retain(|it| !ids.contains(&it.id));
    ledger.entries.extend(lines);
    lists::sign(&seal, &before, &ledger.standings(), &mut change, &mut Repository::of(gallery))?;
    traces.left.sort();
    traces.left.dedup();
    traces.cleaned.dedup();
    traces.said.dedup();
    Ok((change, traces))
}

/// The words about somebody that an entry holds.
fn said(event: &Event) -> Vec<(&'static str, String)> {
    match event {
        Event::Awarded { consent, .. } => {
            consent.iter().map(|it| ("where they agreed to be named", it.clone())).collect()
        }
        Event::Revoked { reason } => vec![("why it was revoked", reason.clone())],
        Event::Reinstated { reason } => vec![("why it was reinstated", reason.clone())],
        Event::Corrected { reason, .. } => vec![("why it was corrected", reason.clone())],
        Event::Renewed { .. } | Event::Resealed { .. } | Event::Erased { .. } => Vec::new(),
    }
}

/// The ledger `text` without the entries about `ids`; the others stay as they were written.
fn without(path: &str, text: &str, ids: &BTreeSet<AssertionId>) -> Result<String, Refused> {
    let mut document: DocumentMut = text
        .parse()
        .map_err(|error: toml_edit::TomlError| Refused(format!("`{path}` is not TOML: {}", error.message())))?;
    if let Some(tables) = document.get_mut("entry").and_then(Item::as_array_of_tables_mut) {
        let is_kept = |id: &str| !ids.iter().any(|it| it.as_str() == id);
        let mut kept = ArrayOfTables::new();
        // What stands above the first entry is the head of the file.
        let mut head = tables.get(0).and_then(|it| it.decor().prefix()).cloned();
        for mut entry in std::mem::take(tables) {
            if entries::id_in(&entry).is_some_and(is_kept) {
                if let Some(head) = head.take() {
                    entry.decor_mut().set_prefix(head);
                }
                kept.push(entry);
            }
        }
        let head = head.as_ref().and_then(|it| it.as_str()).map(str::to_owned);
        *tables = kept;
        if let Some(head) = head.filter(|it| tables.is_empty() && !it.trim().is_empty()) {
            return Ok(head.trim_end().to_owned() + "\n");
        }
    }
    Ok(document.to_string())
}

/// Other files about whoever is identified like this.
fn left(gallery: &Gallery, identity: Option<&Identity>, id: AssertionId, ids: &BTreeSet<AssertionId>) -> Vec<String> {
    let mut left = Vec::new();
    let others = gallery.assertions.iter().filter(|it| !ids.contains(&it.id));
    let standing = gallery.standings.get(&id);
    let related = [standing.and_then(|it| it.superseded_by), standing.and_then(|it| it.supersedes)];
    left.extend(
        others
            .filter(|it| Some(&it.identity) == identity || related.contains(&Some(it.id)))
            .map(|it| format!("{}: another award to the same recipient (`accolade forget {}`)", it.path, it.id)),
    );
    for nomination in &gallery.nominations {
        if nomination.awards.iter().any(|it| Some(&it.recipient.identity) == identity) {
            left.push(format!("{}: nominates the same recipient", nomination.path));
        }
    }
    if let Some(person) = gallery.owners.get(&id) {
        left.push(format!("people/{person}.toml: their page; remove the file if it shall go as well"));
    }
    left.extend(naming(gallery, id.as_str()));
    left
}

/// Free pages and static files that hold `text`.
fn naming(gallery: &Gallery, text: &str) -> Vec<String> {
    let pages = gallery.pages.iter().filter(|it| it.body.contains(text) || it.title.contains(text));
    let bytes = text.as_bytes();
    let statics = gallery.statics.iter().filter(|it| it.bytes.windows(bytes.len()).any(|it| it == bytes));
    let pages = pages.map(|it| format!("pages/{}.md", it.slug));
    let statics = statics.map(|it| format!("static/{}", it.path));
    pages.chain(statics).map(|path| format!("{path}: mentions what was erased")).collect()
}
