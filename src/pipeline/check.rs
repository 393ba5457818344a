//! **Check**, stage 2 of 6: every reference resolves, ids are unique, what is broken is reported and left out.

use super::Sources;
use crate::{diagnostic::Diagnostics, model::Gallery};

/// Makes a gallery of what was read. `None` when there is no usable `accolade.toml`.
#[must_use]
pub fn check(_sources: &Sources, _problems: &mut Diagnostics) -> Option<Gallery> {
    todo!("helper: load+check")
}
