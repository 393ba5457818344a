//! **Disk**: the only room that opens files.

mod change;
mod hold;
mod place;
mod read;
mod staging;
mod survey;
mod record;
mod given;
mod git;
mod history;

pub use change::Change;
pub use git::{Git, WrittenTree, write_hook};
pub use given::{connect_agent, files_in, is_folder, paths_below, read_given, read_secret, write_secret};
pub use history::Commit;
pub use hold::{Hold, Unfinished};
pub use place::{
    below, create_folder, exists, git_work_tree, lies_in, name_of, nearest_with, program, whole, would_lie_in,
};
pub use read::{Found, FoundKind, every_file, folders, list, pieces, read};
pub use record::{Made, Record, Stamp};
pub use staging::{Staging, Target};
pub use survey::Survey;

use std::{fmt, io, path::PathBuf};

/// The machine could not do it.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// A file or folder could not be read or written: what we were doing, and to which.
    Io {
        /// What we were doing, as `failed to …`'s verb: `read`, `write`, `create`, `rename`, `remove`, `list`.
        doing: &'static str,
        /// To which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Something that a person can put right; the sentence says how.
    Refused(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { doing, path, .. } => write!(f, "failed to {doing} `{}`", path.display()),
            Self::Refused(sentence) => f.write_str(sentence),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            Self::Refused(_) => None,
        }
    }
}
