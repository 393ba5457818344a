//! **Write**, stage 6 of 6: the folder becomes equal to the site, all or nothing.

use crate::disk::Error;
use std::{borrow::Cow, path::Path};

/// A site whose files can be asked for, in any order and from any thread.
pub trait Rendered: Sync {
    /// How many files there are.
    fn len(&self) -> usize;

    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The path of a file below the root, with `/` between the parts.
    fn path(&self, file: usize) -> &str;

    /// The content of a file.
    ///
    /// # Errors
    ///
    /// When a template cannot be filled.
    fn bytes(&self, file: usize) -> Result<Cow<'_, [u8]>, Error>;
}

/// What writing did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Receipt {
    /// Files that are new or differ from before.
    pub written: usize,
    /// Files that were the same.
    pub unchanged: usize,
    /// Files of the old site that are gone.
    pub removed: usize,
}

/// Makes the folder `out` equal to `site`.
///
/// # Errors
///
/// When the machine fails, or `out` is a folder that no build made; the old site is then as it was.
pub fn write(_site: &dyn Rendered, _out: &Path) -> Result<Receipt, Error> {
    todo!("helper: art+write")
}
