//! What lies in an output folder, and how each file was left.

use super::{Error, Target, record::Stamp, staging::belongs_to_somebody};
use rayon::prelude::*;
use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
};

/// What lies in a folder, by paths below it with `/` between the parts.
#[derive(Debug, Default)]
pub struct Survey {
    files: HashMap<String, Option<Stamp>>,
    folders: Vec<String>,
}

impl Survey {
    /// How the file at `path` was left. None if none is there, or the file system does not say.
    #[must_use]
    pub fn stamp(&self, path: &str) -> Option<Stamp> {
        self.files.get(path).copied().flatten()
    }

    /// Everything that is no folder. A link is none, wherever it leads.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// All folders.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        self.folders.iter().map(String::as_str)
    }
}

impl Target {
    /// Everything in the folder; nothing, if it is not one that a build made.
    ///
    /// # Errors
    ///
    /// When it cannot be listed, or holds what somebody must have put there: a repository.
    pub fn survey(&self) -> Result<Survey, Error> {
        let seen = if self.is_new() { Vec::new() } else { self.look_through(self.path(), "")? };
        let mut survey = Survey { files: HashMap::with_capacity(seen.len()), folders: Vec::new() };
        for (path, what) in seen {
            match what {
                Seen::Folder => survey.folders.push(path),
                Seen::File(stamp) => _ = survey.files.insert(path, stamp),
            }
        }
        Ok(survey)
    }

    /// What is in `folder`, and in the folders within, whose paths begin with `below`.
    fn look_through(&self, folder: &Path, below: &str) -> Result<Vec<(String, Seen)>, Error> {
        let fail = |source| Error::Io { doing: "list", path: folder.to_owned(), source };
        let (mut seen, mut inner) = (Vec::new(), Vec::new());
        for entry in fs::read_dir(folder).map_err(fail)? {
            let entry = entry.map_err(fail)?;
            let name = entry.file_name();
            if name == ".git" {
                return Err(belongs_to_somebody(self.path(), &entry.path().display().to_string()));
            }
            let path = format!("{below}{}", name.to_string_lossy());
            if entry.file_type().map_err(fail)?.is_dir() {
                inner.push((entry.path(), format!("{path}/")));
                seen.push((path, Seen::Folder));
            } else {
                seen.push((path, Seen::File(entry.metadata().ok().as_ref().and_then(Stamp::of))));
            }
        }
        let within = |(folder, below): &(PathBuf, String)| self.look_through(folder, below);
        let within: Vec<_> = inner.par_iter().map(within).collect::<Result<_, _>>()?;
        seen.extend(within.into_iter().flatten());
        Ok(seen)
    }
}

enum Seen {
    Folder,
    File(Option<Stamp>),
}
