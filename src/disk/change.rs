//! A change to a repository, decided before the first byte is written.

use std::collections::BTreeMap;

/// Files to write and to remove, by their path relative to the repository (with `/` between the parts).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// New content by path.
    pub write: BTreeMap<String, Vec<u8>>,
    /// Paths to remove.
    pub remove: Vec<String>,
}
