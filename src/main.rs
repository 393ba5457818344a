//! The binary: reads the clock, the arguments and the environment, and hands them to [`accolade::cli`].

use accolade::cli::{self, Environment, Surroundings};
use std::{path::PathBuf, process::ExitCode};

/// Templates and canonical forms allocate many small texts; this allocator takes a quarter off their time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let now = match clock() {
        Ok(now) => now,
        Err(sentence) => return cli::refuse(&sentence),
    };
    let environment = Environment {
        key_file: variable("ACCOLADE_KEY").map(PathBuf::from),
        signing_key: variable("ACCOLADE_SIGNING_KEY"),
        passphrase: std::env::var("ACCOLADE_PASSPHRASE").ok(),
        agent_socket: variable("SSH_AUTH_SOCK").map(PathBuf::from),
        config_folder: variable("XDG_CONFIG_HOME")
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
            .or_else(|| variable("HOME").map(|home| PathBuf::from(home).join(".config"))),
        no_colour: variable("NO_COLOR").is_some() || variable("TERM").is_some_and(|it| it == "dumb"),
    };
    let another_day = now.duration_since(jiff::Timestamp::now()).abs() > jiff::SignedDuration::from_hours(24);
    let clock = || clock().unwrap_or_else(|_| jiff::Timestamp::now());
    cli::run(std::env::args_os(), &Surroundings { now, clock, another_day, environment })
}

/// The time of this run: `SOURCE_DATE_EPOCH` where it is set, so that the same commit gives the same bytes.
fn clock() -> Result<jiff::Timestamp, String> {
    let Some(text) = variable("SOURCE_DATE_EPOCH") else {
        return Ok(jiff::Timestamp::now());
    };
    text.parse()
        .ok()
        .and_then(|seconds| jiff::Timestamp::from_second(seconds).ok())
        .ok_or_else(|| format!("SOURCE_DATE_EPOCH is `{text}`, which is not a number of seconds since 1970"))
}

/// An environment variable that is set to something.
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
