//! **Render**, stage 5 of 6: every address gets its bytes, one at a time, when they are asked for.

use super::{Plan, Rendered};
use crate::{disk::Error, theme::Theme};
use std::borrow::Cow;

/// A site of which every file can be asked for.
#[derive(Debug)]
pub struct Site<'a> {
    #[expect(dead_code, reason = "the stage is being written")]
    plan: &'a Plan<'a>,
}

/// Prepares what many files share; each file is made when it is asked for.
///
/// # Errors
///
/// When a template cannot be filled.
pub fn render<'a>(_plan: &'a Plan<'a>, _theme: &'a Theme) -> Result<Site<'a>, Error> {
    todo!("theme")
}

impl Rendered for Site<'_> {
    fn len(&self) -> usize {
        todo!("theme")
    }

    fn path(&self, _file: usize) -> &str {
        todo!("theme")
    }

    fn bytes(&self, _file: usize) -> Result<Cow<'_, [u8]>, Error> {
        todo!("theme")
    }
}
