//! **Commands**: what people type, one file for each.
//!
//! A command is three breaths: what was typed becomes a value, the value makes one call into the library, the
//! answer is shown. Results go to standard output, problems to standard error. The exit status is 0 when all is
//! fine, 1 when problems were found, 2 when the command could not be understood, 3 when `verify` could not tell.

mod surroundings;
mod output;
mod help;
mod repository;
mod signing_key;
mod change;
mod details;
mod init;
mod codeowners;
mod key;
mod nominate;
mod award;
mod rows;
mod request;
mod reviewed;
mod sign;
mod which;
mod revoke;
mod renew;
mod reseal;
mod correct;
mod forget;
mod retire;
mod rename;
mod announce;
mod log;
mod art;
mod check;
mod online;
mod summary;
mod explain;
mod due;
mod hook;
mod build;
mod rebuild_check;
mod serve;
mod verify;
mod shell;

pub use surroundings::{Environment, Surroundings};

use clap::{FromArgMatches, Parser, Subcommand};
use output::{Failure, Outcome};
use std::{ffi::OsString, process::ExitCode};

/// What `accolade --help` says after the list of commands.
const FIRST_STEPS: &str = "\
From nothing to a site with one signed award:

    accolade init my-badges
    cd my-badges
    accolade key new
    accolade award first-badge --email ada@example.org
    accolade build

Every command explains itself: `accolade award --help`.";

/// Turn a repository of badges into a website on which every award verifies
#[derive(Debug, Parser)]
#[command(name = "accolade", version, after_help = FIRST_STEPS, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Init(Box<init::Init>),
    Key(key::Key),
    Nominate(Box<nominate::Nominate>),
    Award(Box<award::Award>),
    Sign(sign::Sign),
    Revoke(revoke::Revoke),
    Reinstate(revoke::Reinstate),
    Renew(renew::Renew),
    Reseal(reseal::Reseal),
    Correct(Box<correct::Correct>),
    Retire(retire::Retire),
    Rename(rename::Rename),
    Forget(forget::Forget),
    Announce(announce::Announce),
    Log(log::Log),
    Art(art::Art),
    Check(check::Check),
    Explain(explain::Explain),
    Codeowners(codeowners::Codeowners),
    Due(due::Due),
    Hook(hook::Hook),
    Build(build::Build),
    RebuildCheck(rebuild_check::RebuildCheck),
    Serve(serve::Serve),
    Verify(verify::Verify),
    Completions(shell::Completions),
    Man(shell::Man),
}

/// Runs the command that `arguments` spell out.
pub fn run(arguments: impl IntoIterator<Item = OsString>, surroundings: &Surroundings) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if arguments.iter().any(|it| signing_key::is_secret(it)) {
        // Whoever explains an argument repeats it, and would fill a log with the key.
        return refuse(
            "an argument is a secret key itself, which others can see there: give the path of its file, or put the key \
             into ACCOLADE_SIGNING_KEY",
        );
    }
    let typed = help::command().try_get_matches_from(arguments);
    let cli = match typed.and_then(|typed| Cli::from_arg_matches(&typed)) {
        Ok(cli) => cli,
        Err(help_or_mistake) => {
            let printed = help_or_mistake.print();
            let status = ExitCode::from(u8::try_from(help_or_mistake.exit_code()).unwrap_or(2));
            // Where standard error is gone, there is nobody left to tell.
            if help_or_mistake.use_stderr() {
                return status;
            }
            output::said(printed);
            return output::lost().map_or_else(failed, |()| status);
        }
    };
    let result = match cli.command {
        Command::Init(command) => command.run(surroundings),
        Command::Key(command) => command.run(surroundings),
        Command::Nominate(command) => command.run(surroundings),
        Command::Award(command) => command.run(surroundings),
        Command::Sign(command) => command.run(surroundings),
        Command::Revoke(command) => command.run(surroundings),
        Command::Reinstate(command) => command.run(surroundings),
        Command::Renew(command) => command.run(surroundings),
        Command::Reseal(command) => command.run(surroundings),
        Command::Correct(command) => command.run(surroundings),
        Command::Retire(command) => command.run(surroundings),
        Command::Rename(command) => command.run(surroundings),
        Command::Forget(command) => command.run(surroundings),
        Command::Announce(command) => command.run(surroundings),
        Command::Log(command) => command.run(surroundings),
        Command::Art(command) => command.run(surroundings),
        Command::Check(command) => command.run(surroundings),
        Command::Explain(command) => command.run(),
        Command::Codeowners(command) => command.run(surroundings),
        Command::Due(command) => command.run(surroundings),
        Command::Hook(command) => command.run(),
        Command::Build(command) => command.run(surroundings),
        Command::RebuildCheck(command) => command.run(surroundings),
        Command::Serve(command) => command.run(surroundings),
        Command::Verify(command) => command.run(surroundings),
        Command::Completions(command) => command.run(),
        Command::Man(command) => command.run(),
    };
    match result.and_then(|outcome| output::lost().map(|()| outcome)) {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Problems) => ExitCode::from(1),
        Ok(Outcome::Unknown) => ExitCode::from(3),
        Err(failure) => failed(failure),
    }
}

fn failed(failure: Failure) -> ExitCode {
    failure.show();
    ExitCode::from(failure.status())
}

/// Says that the surroundings make no sense, with the exit status of a wrong usage.
#[must_use]
pub fn refuse(sentence: &str) -> ExitCode {
    failed(Failure::Usage(sentence.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_commands_make_sense_to_clap() {
        help::command().debug_assert();
    }
}
