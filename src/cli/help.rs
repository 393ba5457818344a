//! `--help` at any width: a paragraph that stands in several lines of source is one line for whoever wraps it.

use super::Cli;
use clap::{Command, CommandFactory, builder::StyledStr};

/// The whole command line, with the texts below each command as they are shown.
pub(super) fn command() -> Command {
    flowing(Cli::command())
}

fn flowing(command: Command) -> Command {
    let text = command.get_after_help().map(StyledStr::to_string);
    let command = match text {
        Some(text) => command.after_help(joined(&text)),
        None => command,
    };
    command.mut_subcommands(flowing)
}

/// Joins the lines of each paragraph. A line that is indented, such as an example, stands for itself.
fn joined(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    let mut before = "";
    for line in text.lines() {
        if !joined.is_empty() {
            let goes_on = [before, line].iter().all(|it| !it.is_empty() && !it.starts_with(' '));
            joined.push(if goes_on { ' ' } else { '\n' });
        }
        joined.push_str(line);
        before = line;
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_joined_and_examples_are_not() {
        assert_eq!(joined("One\nparagraph.\n\nExamples:\n    a\n    b"), "One paragraph.\n\nExamples:\n    a\n    b");
    }

    /// What is not joined is as narrow as clap makes the rest.
    #[test]
    fn examples_are_not_broken() {
        fn look(command: &Command) {
            let text = command.get_after_help().map(StyledStr::to_string).unwrap_or_default();
            for line in text.lines().filter(|it| it.starts_with(' ')) {
                assert!(line.chars().count() <= 100, "{line}");
            }
            command.get_subcommands().for_each(look);
        }
        look(&command());
    }

    #[test]
    fn no_text_below_a_command_is_broken_twice() {
        fn look(command: &Command) {
            let text = command.get_after_help().map(StyledStr::to_string).unwrap_or_default();
            for pair in text.lines().collect::<Vec<_>>().windows(2) {
                assert!(pair.iter().any(|it| it.is_empty() || it.starts_with(' ')), "{pair:?}");
            }
            command.get_subcommands().for_each(look);
        }
        look(&command());
    }
}
