//! **Diagnostics**: what is wrong with the author's files, where, and what to do.
//!
//! Messages are lower-case, without a full stop, with names in backticks. The message says what is
//! wrong, the label what was seen, the help what to do.

mod code;
mod show;
mod json;
mod github;
mod sarif;
pub mod explain;
mod lines;
mod suggest;

pub use code::{Code, Level};
pub use show::Style;
pub use suggest::closest;

use std::{collections::BTreeMap, ops::Range, sync::Arc};

/// A text file of the repository, kept so that its lines can be shown.
#[derive(Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Its path relative to the repository, with `/` between the parts.
    pub path: String,
    /// Its content.
    pub text: String,
}

/// How grave a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; the site is built.
    Warning,
    /// The site is not built.
    Error,
}

/// One problem of the author's files.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// How grave.
    pub severity: Severity,
    /// A stable code, for searching and for settings.
    pub code: Code,
    /// What is wrong.
    pub message: String,
    /// Where, first the place that matters most.
    pub labels: Vec<Label>,
    /// A file without lines to show (an assertion, a picture): its path.
    pub file: Option<String>,
    /// What to do.
    pub help: Option<String>,
}

/// A place in a file.
#[derive(Debug, Clone)]
pub struct Label {
    /// The file.
    pub file: Arc<SourceFile>,
    /// The bytes concerned.
    pub span: Range<usize>,
    /// What was seen there.
    pub text: String,
}

impl Diagnostic {
    /// A problem that stops the build.
    #[must_use]
    pub fn error(code: Code, message: impl Into<String>) -> Self {
        Self { severity: Severity::Error, code, message: message.into(), labels: Vec::new(), file: None, help: None }
    }

    /// A problem that does not.
    #[must_use]
    pub fn warning(code: Code, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, message) }
    }

    /// Adds a place.
    #[must_use]
    pub fn label(mut self, file: &Arc<SourceFile>, span: Range<usize>, text: impl Into<String>) -> Self {
        self.labels.push(Label { file: Arc::clone(file), span, text: text.into() });
        self
    }

    /// Names a file that has no lines to show.
    #[must_use]
    pub fn file(mut self, path: impl Into<String>) -> Self {
        self.file = Some(path.into());
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// Says what to do, where something helpful can be said.
    #[must_use]
    pub fn maybe_help(mut self, text: Option<String>) -> Self {
        self.help = text.or(self.help);
        self
    }
}

/// Everything that was found wrong, in the order in which it is shown.
#[derive(Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds a problem.
    pub fn push(&mut self, problem: Diagnostic) {
        self.list.push(problem);
    }

    /// Adds many.
    pub fn extend(&mut self, problems: impl IntoIterator<Item = Diagnostic>) {
        self.list.extend(problems);
    }

    /// Gives each lint the level that was set for it.
    pub fn set_levels(&mut self, levels: &BTreeMap<Code, Level>) {
        self.list.retain_mut(|it| match levels.get(&it.code) {
            Some(Level::Allow) => false,
            Some(Level::Warn) => {
                it.severity = Severity::Warning;
                true
            }
            Some(Level::Deny) => {
                it.severity = Severity::Error;
                true
            }
            None => true,
        });
    }

    /// Keeps only the problems that `wanted` wants.
    pub fn retain(&mut self, wanted: impl FnMut(&Diagnostic) -> bool) {
        self.list.retain(wanted);
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[Diagnostic] {
        &self.list
    }

    /// How many stop the build.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.list.iter().filter(|it| it.severity == Severity::Error).count()
    }

    /// How many do not.
    #[must_use]
    pub fn warnings(&self) -> usize {
        self.list.len() - self.errors()
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}
