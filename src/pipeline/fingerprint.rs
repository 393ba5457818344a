//! **Fingerprints**: by what a build knows that a file would be the same as last time, without making it.
//!
//! A fingerprint covers everything that the content of a file is made of: this very program, the files of the repository
//! that can have a say in it, how its award was judged, and the time, where it shows the time. Verification is no part of
//! this: every proof is checked in every build, and what it came to is in the fingerprint.

use super::Sources;
use crate::{disk, model::BaseUrl};
use sha2::{Digest as _, Sha256};
use std::{
    fmt::{self, Debug, Write as _},
    hash::{Hash, Hasher},
};

/// What decides the content of a file: as long as it is the same, so are the bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint(pub [u8; 16]);

/// What goes into a fingerprint, part by part.
#[derive(Clone)]
pub(super) struct Print(Sha256);

impl Print {
    /// Begins one for a kind of thing.
    pub(super) fn of(kind: &str) -> Self {
        Self(Sha256::new()).part(kind.as_bytes())
    }

    /// Adds bytes.
    pub(super) fn part(mut self, bytes: &[u8]) -> Self {
        self.0.update((bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
        self
    }

    /// Adds a value with all its fields.
    pub(super) fn value(mut self, value: &impl Debug) -> Self {
        struct Into<'a>(&'a mut Sha256);
        impl fmt::Write for Into<'_> {
            fn write_str(&mut self, text: &str) -> fmt::Result {
                self.0.update(text);
                Ok(())
            }
        }
        write!(Into(&mut self.0), "{value:?}").expect("a digest takes everything");
        // Ends the value: no text of a field, which is quoted, holds this byte.
        self.0.update([0xff]);
        self
    }

    /// Adds a value of which there is one for each award: to write its fields out would take longer than to digest them.
    pub(super) fn hash(mut self, value: &(impl Hash + ?Sized)) -> Self {
        struct Into<'a>(&'a mut Sha256);
        impl Hasher for Into<'_> {
            fn write(&mut self, bytes: &[u8]) {
                self.0.update(bytes);
            }
            fn finish(&self) -> u64 {
                0
            }
        }
        value.hash(&mut Into(&mut self.0));
        self
    }

    /// All of it.
    pub(super) fn done(self) -> Fingerprint {
        let digest = self.0.finalize();
        Fingerprint(std::array::from_fn(|at| digest[at]))
    }
}

/// What the files of a repository come to, but for its awards: those are told apart one by one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Origin {
    /// The program.
    pub(super) program: Fingerprint,
    /// As well what people define: the site and how it looks, issuers, badges, people, pages.
    pub(super) defined: Fingerprint,
    /// As well what happened to awards, and which files are copied.
    pub(super) whole: Fingerprint,
}

impl Origin {
    /// Of these sources, built by this program for this address. `None` if the program cannot be told from others.
    pub(super) fn of(sources: &Sources, base_url: Option<&BaseUrl>) -> Option<Self> {
        let program = Print::of("program").part(disk::program()?.as_bytes()).done();
        let mut defined = Print::of("defined").part(&program.0).value(&base_url);
        let texts = [&sources.issuers, &sources.badges, &sources.people, &sources.pages, &sources.templates];
        for file in sources.site.iter().chain(texts.into_iter().flatten()).chain(sources.criteria.values()) {
            defined = defined.part(file.path.as_bytes()).part(file.text.as_bytes());
        }
        for (path, bytes) in &sources.pictures {
            defined = defined.part(path.as_bytes()).part(bytes);
        }
        let defined = defined.done();
        let mut whole = Print::of("whole").part(&defined.0);
        for file in sources.ledgers.iter().chain(&sources.nominations) {
            whole = whole.part(file.path.as_bytes()).part(file.text.as_bytes());
        }
        for file in sources.status_lists.iter().chain(&sources.statics) {
            whole = whole.part(file.path.as_bytes()).part(&file.bytes);
        }
        Some(Self { program, defined, whole: whole.value(&sources.unreadable).done() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_do_not_run_into_each_other() {
        let one = Print::of("x").part(b"ab").part(b"c").done();
        assert_ne!(one, Print::of("x").part(b"a").part(b"bc").done());
        assert_ne!(one, Print::of("y").part(b"ab").part(b"c").done());
        assert_eq!(one, Print::of("x").part(b"ab").part(b"c").done());
        assert_ne!(Print::of("x").hash("a").hash("b").done(), Print::of("x").hash("ab").done());
        let value = Print::of("x").value(&"a").value(&"b").done();
        assert_ne!(value, Print::of("x").value(&"a\"\"b").done());
    }
}
