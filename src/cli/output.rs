//! How answers and failures are shown.

use super::Surroundings;
use crate::{
    diagnostic::{Diagnostics, Style},
    disk,
    words::visible,
};
use clap::ValueEnum;
use std::{
    error::Error,
    io::{self, IsTerminal, Write},
    sync::OnceLock,
};

/// For whom the answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(super) enum Format {
    /// For people
    #[default]
    Text,
    /// For scripts: one JSON object on standard output
    Json,
}

/// How a command that ran to its end came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// As one hopes.
    Fine,
    /// With problems, which have been shown.
    Problems,
    /// Without a problem, but something could not be checked.
    Unknown,
}

/// Why a command did not run to its end.
#[derive(Debug)]
pub(super) enum Failure {
    /// The request makes no sense; the sentence says what would.
    Usage(String),
    /// It makes sense, but cannot be done; the sentence says why, and what to do.
    Refused(String),
    /// The machine failed.
    Disk(disk::Error),
}

impl From<disk::Error> for Failure {
    fn from(error: disk::Error) -> Self {
        Self::Disk(error)
    }
}

impl Failure {
    /// The exit status.
    pub(super) fn status(&self) -> u8 {
        if matches!(self, Self::Usage(_)) { 2 } else { 1 }
    }

    /// Shows it on standard error.
    pub(super) fn show(&self) {
        match self {
            // It may be several sentences, each on its line.
            Self::Usage(sentence) | Self::Refused(sentence) => {
                let lines: Vec<_> = sentence.split('\n').map(visible).collect();
                tell(&format!("error: {}\n", lines.join("\n")));
            }
            Self::Disk(error) => tell(&format!("error: {}\n", visible(&with_causes(error)))),
        }
    }
}

/// What failed, and why.
pub(super) fn with_causes(error: &dyn Error) -> String {
    let mut chain = error.to_string();
    let mut cause = error.source();
    while let Some(it) = cause {
        chain.push_str(&format!(": {}", plainly(&it.to_string())));
        cause = it.source();
    }
    chain
}

/// A system's message without its number: `No space left on device (os error 28)` says it twice.
fn plainly(message: &str) -> &str {
    message.find(" (os error").map_or(message, |end| &message[..end])
}

/// Why something that was said did not arrive.
static LOST: OnceLock<io::Error> = OnceLock::new();

/// Writes to standard output. A reader who has gone (`| head`) is no mistake; what is [`lost`] otherwise is remembered.
pub(super) fn say(text: &str) {
    said(io::stdout().lock().write_all(text.as_bytes()));
}

/// How it went to write to standard output.
pub(super) fn said(outcome: io::Result<()>) {
    if let Err(why) = outcome.and_then(|()| io::stdout().lock().flush())
        && why.kind() != io::ErrorKind::BrokenPipe
    {
        // The first reason is the one to mend.
        let _ = LOST.set(why);
    }
}

/// That not all of the answer could be written, if so: a full disk must not pass for an empty answer.
pub(super) fn lost() -> Result<(), Failure> {
    match LOST.get() {
        None => Ok(()),
        Some(why) => {
            let why = plainly(&why.to_string()).to_owned();
            Err(Failure::Refused(format!("failed to write the answer to standard output: {why}")))
        }
    }
}

/// Writes to standard error.
pub(super) fn tell(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Shows problems: as text on standard error, or as JSON on standard output.
pub(super) fn show_problems(problems: &Diagnostics, format: Format, surroundings: &Surroundings) {
    match format {
        Format::Json => say(&with_newline(problems.show(Style::Json))),
        Format::Text if problems.all().is_empty() => {}
        Format::Text => {
            let colour = io::stderr().is_terminal() && !surroundings.environment.no_colour;
            tell(&with_newline(problems.show(if colour { Style::Colour } else { Style::Plain })));
        }
    }
}

fn with_newline(mut text: String) -> String {
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

/// `1 error`, `2 errors`.
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

impl From<crate::ledger::Refused> for Failure {
    fn from(refused: crate::ledger::Refused) -> Self {
        Self::Refused(refused.0)
    }
}
