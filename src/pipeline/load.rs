//! **Load**, stage 1 of 6: every file is read once.

use crate::{diagnostic::Diagnostics, disk::Error};
use std::path::Path;

/// Everything that a repository holds, as it was read.
#[derive(Debug)]
pub struct Sources {}

/// Reads the repository at `root`.
///
/// # Errors
///
/// Only when the machine fails; what is wrong with the files goes to `problems`.
pub fn load(_root: &Path, _problems: &mut Diagnostics) -> Result<Sources, Error> {
    todo!("helper: load+check")
}
