//! What lies in an output folder, and how each file was left.

use super::{Error, Target, record::Stamp, staging::belongs_to_somebody};
use rayon::prelude::*;
use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
};

/// What lies in a folder and those within: for each of them, by its path with `/` between the parts, its files by name.
///
/// A link is a file, wherever it leads.
#[derive(Debug, Default)]
pub struct Survey(HashMap<String, Vec<Seen>>);

/// A file, and how it was left, where the file system says so.
type Seen = (String, Option<Stamp>);

impl Survey {
    /// How the file at `path` was left. None if none is there, or the file system does not say.
    #[must_use]
    pub fn stamp(&self, path: &str) -> Option<Stamp> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        self.0.get(folder)?.iter().find(|it| it.0 == name)?.1
    }

    /// The paths of all files.
    pub fn files(&self) -> impl Iterator<Item = String> {
        self.0.iter().flat_map(|(folder, files)| files.iter().map(|it| below(folder, &it.0)))
    }

    /// The paths of all folders, of which the outermost one has none.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str).filter(|it| !it.is_empty())
    }
}

fn below(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

impl Target {
    /// Everything in the folder; nothing, if it is not one that a build made.
    ///
    /// # Errors
    ///
    /// When it cannot be listed, or holds what somebody must have put there: a repository.
    pub fn survey(&self) -> Result<Survey, Error> {
        let folders = if self.is_new() { Vec::new() } else { self.look_through(self.path(), String::new())? };
        Ok(Survey(folders.into_iter().collect()))
    }

    /// What is in the folder `at`, whose path below the outermost one is `folder`, and in those within.
    fn look_through(&self, at: &Path, folder: String) -> Result<Vec<(String, Vec<Seen>)>, Error> {
        let fail = |source| Error::Io { doing: "list", path: at.to_owned(), source };
        let (mut files, mut inner) = (Vec::new(), Vec::new());
        for entry in fs::read_dir(at).map_err(fail)? {
            let entry = entry.map_err(fail)?;
            let name = entry.file_name();
            if name == ".git" {
                return Err(belongs_to_somebody(self.path(), &entry.path().display().to_string()));
            }
            let name = name.to_string_lossy();
            if entry.file_type().map_err(fail)?.is_dir() {
                inner.push((entry.path(), below(&folder, &name)));
            } else {
                files.push((name.into_owned(), entry.metadata().ok().as_ref().and_then(Stamp::of)));
            }
        }
        let within = |(at, folder): (PathBuf, String)| self.look_through(&at, folder);
        let within: Vec<_> = inner.into_par_iter().map(within).collect::<Result<_, _>>()?;
        let mut folders = vec![(folder, files)];
        folders.extend(within.into_iter().flatten());
        Ok(folders)
    }
}
