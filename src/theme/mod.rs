//! **Theme**: the words and looks of pages. The user's templates lie over the theme's, and those over ours.

use crate::{diagnostic::Diagnostics, model::TemplateFile};

/// Templates, ready to be filled.
#[derive(Debug)]
pub struct Theme {}

impl Theme {
    /// The default theme with a repository's `templates/` over it. Templates that cannot be used are reported and left out.
    #[must_use]
    pub fn new(_templates: &[TemplateFile], _problems: &mut Diagnostics) -> Self {
        todo!("theme")
    }
}
