//! What is wrong with a value, before it is known where it stands.

use crate::diagnostic::{Code, Diagnostic, Label, Severity, SourceFile, closest};
use std::{ops::Range, sync::Arc};

/// What is wrong with a value.
pub(super) struct Flaw {
    severity: Severity,
    code: Code,
    message: String,
    label: String,
    help: Option<String>,
    secret: bool,
}

impl Flaw {
    /// A flaw that stops the build.
    pub(super) fn error(code: Code, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            code,
            message: message.into(),
            label: String::new(),
            help: None,
            secret: false,
        }
    }

    /// A flaw that does not.
    pub(super) fn warning(code: Code, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, message) }
    }

    /// A value of the right type that cannot be used.
    pub(super) fn bad(message: impl Into<String>) -> Self {
        Self::error(Code::BadValue, message)
    }

    /// A name that nothing has: `no issuer is called …`, with the known name that was probably meant.
    pub(super) fn unknown<'a>(
        code: Code,
        noun: &str,
        named: &str,
        known: impl Iterator<Item = &'a str> + Clone,
    ) -> Self {
        let help = match closest(named, known.clone()) {
            Some(near) => Some(format!("did you mean `{near}`?")),
            None if known.clone().next().is_none() => None,
            None if known.clone().count() <= 12 => Some(format!("known: {}", list_of(known))),
            None => None,
        };
        Self { help, ..Self::error(code, format!("no {noun} is called `{named}`")).label("named here") }
    }

    /// A word that is not in a closed list, with the listed one that was probably meant.
    pub(super) fn not_listed(what: &str, word: &str, listed: &[&str], open: bool) -> Self {
        let extension = if open { ", or `ext:` and a name of your own" } else { "" };
        let help = match closest(word, listed.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("known: {}{extension}", list_of(listed.iter().copied())),
        };
        Self::bad(format!("`{word}` is not {what}")).help(help)
    }

    /// Says what was seen.
    pub(super) fn label(mut self, text: impl Into<String>) -> Self {
        self.label = text.into();
        self
    }

    /// Says what to do.
    pub(super) fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// What is wrong and what to do, in a line.
    pub(super) fn sentence(self) -> String {
        self.help.map_or(self.message.clone(), |help| format!("{}; {help}", self.message))
    }

    /// The value itself must not be shown.
    pub(super) fn secret(mut self) -> Self {
        self.secret = true;
        self
    }

    /// Whether the value must not be shown.
    pub(super) fn is_secret(&self) -> bool {
        self.secret
    }

    /// The diagnostic, still without a place.
    pub(super) fn into_diagnostic(self) -> Unplaced {
        Unplaced {
            label: self.label,
            diagnostic: Diagnostic {
                severity: self.severity,
                code: self.code,
                message: self.message,
                labels: Vec::new(),
                file: None,
                help: self.help,
            },
        }
    }

    /// The diagnostic, in a file that has no lines to show.
    pub(super) fn in_file(self, path: &str) -> Diagnostic {
        self.into_diagnostic().diagnostic.file(path)
    }
}

/// A diagnostic that lacks its place.
pub(super) struct Unplaced {
    label: String,
    diagnostic: Diagnostic,
}

impl Unplaced {
    /// Gives it its place.
    pub(super) fn label_at(mut self, file: &Arc<SourceFile>, span: Range<usize>) -> Diagnostic {
        self.diagnostic.labels.push(Label { file: Arc::clone(file), span, text: self.label });
        self.diagnostic
    }
}

/// Names in backticks, with commas between them.
pub(super) fn list_of<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
