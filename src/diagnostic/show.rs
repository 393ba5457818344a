//! Diagnostics as text for people, and as JSON for scripts.

use super::Diagnostics;

/// How problems are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Source lines with carets, in colour.
    Colour,
    /// Source lines with carets.
    Plain,
    /// One JSON object.
    Json,
}

impl Diagnostics {
    /// All problems as text.
    #[must_use]
    pub fn show(&self, _style: Style) -> String {
        todo!("helper: load+check")
    }
}
