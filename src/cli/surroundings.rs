//! What a command knows about the world it was started in.

use crate::time::Timestamp;
use std::{fmt, path::PathBuf};

/// The clock and the environment, read once by `main`.
#[derive(Debug)]
pub struct Surroundings {
    /// The time of this run.
    pub now: Timestamp,
    /// Reads the clock again, for a command that goes on for long.
    pub clock: fn() -> Timestamp,
    /// `SOURCE_DATE_EPOCH` makes it another day than it is.
    pub another_day: bool,
    /// The environment.
    pub environment: Environment,
}

/// The environment variables that count.
#[derive(Default)]
pub struct Environment {
    /// `ACCOLADE_KEY`: the file with the signing key.
    pub key_file: Option<PathBuf>,
    /// `ACCOLADE_SIGNING_KEY`: the signing key itself.
    pub signing_key: Option<String>,
    /// `ACCOLADE_PASSPHRASE`: the passphrase of the signing key. It may be empty.
    pub passphrase: Option<String>,
    /// `SSH_AUTH_SOCK`: where ssh-agent listens.
    pub agent_socket: Option<PathBuf>,
    /// `XDG_CONFIG_HOME`, or `.config` in the home folder.
    pub config_folder: Option<PathBuf>,
    /// `NO_COLOR` is set, or the terminal (`TERM`) is one that can do nothing.
    pub no_colour: bool,
}

/// Secrets are left out.
impl fmt::Debug for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Environment")
            .field("key_file", &self.key_file)
            .field("agent_socket", &self.agent_socket)
            .field("config_folder", &self.config_folder)
            .field("no_colour", &self.no_colour)
            .finish_non_exhaustive()
    }
}
