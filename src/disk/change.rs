//! A change to a repository, decided before the first byte is written.

use super::{Error, Hold};
use std::{collections::BTreeMap, path::Path};

/// Files to write, to add to and to remove, by their path relative to the repository (with `/` between the parts).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// New content by path.
    pub write: BTreeMap<String, Vec<u8>>,
    /// What is added at the end of a file that may exist already. Its earlier bytes stay as they are.
    pub append: BTreeMap<String, Vec<u8>>,
    /// Paths to remove.
    pub remove: Vec<String>,
}

impl Change {
    /// Whether there is nothing to do.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.write.is_empty() && self.append.is_empty() && self.remove.is_empty()
    }

    /// Whether it is about the file at `path`.
    #[must_use]
    pub fn touches(&self, path: &str) -> bool {
        self.write.contains_key(path) || self.append.contains_key(path) || self.remove.iter().any(|it| it == path)
    }

    /// Makes the change in the folder `root`, which nobody else changes meanwhile.
    ///
    /// # Errors
    ///
    /// When the machine fails, as [`Hold::make`].
    pub fn apply(&self, root: &Path) -> Result<(), Error> {
        Hold::on(root, &|| ())?.make(self)
    }
}
