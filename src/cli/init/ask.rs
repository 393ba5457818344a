//! Questions to somebody who sits at a terminal. Where nobody does, the answer is the default.

use super::super::output::{Failure, tell};
use std::io::{self, BufRead, IsTerminal};

/// Whether there is somebody to ask.
#[derive(Debug, Clone, Copy)]
pub(in crate::cli) struct Asking(bool);

impl Asking {
    /// Somebody can be asked at a terminal, if that is `wanted`.
    pub(in crate::cli) fn new(wanted: bool) -> Self {
        Self(wanted && io::stdin().is_terminal() && io::stderr().is_terminal())
    }

    /// Says something to whoever is about to be asked.
    pub(super) fn mention(self, text: &str) {
        if self.0 {
            tell(text);
        }
    }

    /// What was given, else what is typed, else the default.
    pub(in crate::cli) fn answer(self, given: Option<&str>, question: &str, default: &str) -> String {
        if let Some(given) = given {
            return given.trim().to_owned();
        }
        self.typed(question, default).unwrap_or_else(|| default.to_owned())
    }

    /// As [`answer`](Self::answer); who types what cannot be used is told why and asked again, who gives it is refused.
    pub(super) fn until_good<T>(
        self,
        given: Option<&str>,
        flag: &str,
        question: &str,
        default: &str,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Result<T, Failure> {
        let refuse = |flaw: String| Failure::Usage(format!("{flag}: {flaw}"));
        if let Some(given) = given {
            return read(given.trim()).map_err(refuse);
        }
        while let Some(text) = self.typed(question, default) {
            match read(&text) {
                Ok(good) => return Ok(good),
                Err(flaw) => tell(&format!("{flaw}\n")),
            }
        }
        read(default).map_err(refuse)
    }

    /// Whether somebody says yes; nobody does not.
    pub(super) fn yes(self, question: &str) -> bool {
        self.typed(question, "yes").is_some_and(|it| ["y", "yes"].contains(&it.to_lowercase().as_str()))
    }

    /// What somebody typed, or the default for an empty line; `None` when nobody is there, or they closed the input.
    fn typed(self, question: &str, default: &str) -> Option<String> {
        if !self.0 {
            return None;
        }
        let hint = if default.is_empty() { String::new() } else { format!(" [{default}]") };
        tell(&format!("{question}{hint}: "));
        let mut line = String::new();
        let read = io::stdin().lock().read_line(&mut line).ok()?;
        let text = line.trim();
        (read > 0).then(|| if text.is_empty() { default.to_owned() } else { text.to_owned() })
    }
}
