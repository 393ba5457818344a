//! What a repository would hold after a change, as if it had been read anew.

use super::{
    Read, Sources,
    kind::{self, Place},
    taken, too_large,
};
use crate::{
    diagnostic::{Diagnostics, SourceFile},
    disk::Change,
    pipeline::{SignedFile, SourceBytes},
};
use std::{collections::BTreeMap, sync::Arc};

impl Sources {
    /// The sources as they would be after `change`; what could not be read of it goes to `problems`.
    #[must_use]
    pub fn after(&self, change: &Change, problems: &mut Diagnostics) -> Self {
        let mut after = self.those(&|path| !change.touches(path));
        for (path, bytes) in &change.write {
            after.put(path, bytes.clone(), problems);
        }
        for (path, more) in &change.append {
            let before = self.ledgers.iter().find(|it| it.path == *path).map(|it| it.text.as_bytes());
            after.put(path, [before.unwrap_or_default(), more].concat(), problems);
        }
        after.in_order();
        after
    }

    /// The files of which this holds.
    #[must_use]
    pub(in crate::pipeline) fn those(&self, wanted: &dyn Fn(&str) -> bool) -> Self {
        let texts = |list: &[Arc<SourceFile>]| list.iter().filter(|it| wanted(&it.path)).cloned().collect();
        let bytes = |list: &[SourceBytes]| list.iter().filter(|it| wanted(&it.path)).cloned().collect();
        let signed = |list: &[SignedFile]| list.iter().filter(|it| wanted(&it.path)).cloned().collect();
        Self {
            site: self.site.clone().filter(|it| wanted(&it.path)),
            issuers: texts(&self.issuers),
            badges: texts(&self.badges),
            criteria: named(&self.criteria, wanted),
            pictures: named(&self.pictures, wanted),
            people: texts(&self.people),
            nominations: texts(&self.nominations),
            assertions: signed(&self.assertions),
            status_lists: bytes(&self.status_lists),
            ledgers: texts(&self.ledgers),
            pages: texts(&self.pages),
            statics: bytes(&self.statics),
            templates: texts(&self.templates),
            unreadable: self.unreadable.iter().filter(|it| wanted(it)).cloned().collect(),
        }
    }

    fn put(&mut self, path: &str, bytes: Vec<u8>, problems: &mut Diagnostics) {
        let Place::Known(kind) = kind::place(path) else { return };
        let size = bytes.len() as u64;
        let read = if size > kind.limit() {
            Read::Broken(path.to_owned(), Box::new(too_large(kind, size).file(path)))
        } else {
            taken(path.to_owned(), kind, bytes, None)
        };
        self.keep(read, problems);
    }

    fn in_order(&mut self) {
        for list in [
            &mut self.issuers,
            &mut self.badges,
            &mut self.people,
            &mut self.nominations,
            &mut self.ledgers,
            &mut self.pages,
            &mut self.templates,
        ] {
            list.sort_by(|a, b| a.path.cmp(&b.path));
        }
        self.assertions.sort_by(|a, b| a.path.cmp(&b.path));
        self.status_lists.sort_by(|a, b| a.path.cmp(&b.path));
        self.statics.sort_by(|a, b| a.path.cmp(&b.path));
    }
}

fn named<T: Clone>(files: &BTreeMap<String, T>, wanted: &dyn Fn(&str) -> bool) -> BTreeMap<String, T> {
    let files = files.iter().filter(|(path, _)| wanted(path));
    files.map(|(path, it)| (path.clone(), it.clone())).collect()
}
