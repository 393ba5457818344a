//! A change to a repository, decided before the first byte is written.

use super::Error;
use std::{
    collections::BTreeMap,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

/// Files to write, to add to and to remove, by their path relative to the repository (with `/` between the parts).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// New content by path.
    pub write: BTreeMap<String, Vec<u8>>,
    /// What is added at the end of a file that may exist already. Its earlier bytes stay as they are.
    pub append: BTreeMap<String, Vec<u8>>,
    /// Paths to remove.
    pub remove: Vec<String>,
}

impl Change {
    /// Whether there is nothing to do.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.write.is_empty() && self.append.is_empty() && self.remove.is_empty()
    }

    /// Makes the change in the folder `root`.
    ///
    /// Every file is first written whole under a temporary name beside its own; only when the last of them is safely
    /// on the disk are they renamed. What goes wrong before that, a full disk for instance, leaves every file as it
    /// was.
    ///
    /// # Errors
    ///
    /// When the machine fails.
    pub fn apply(&self, root: &Path) -> Result<(), Error> {
        let mut staged = Staged::default();
        for (path, bytes) in &self.write {
            staged.stage(&root.join(path), &[bytes])?;
        }
        for (path, bytes) in &self.append {
            let path = root.join(path);
            let before = match fs::read(&path) {
                Ok(before) => before,
                Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
                Err(source) => return Err(Error::Io { doing: "read", path, source }),
            };
            staged.stage(&path, &[&before, bytes])?;
        }
        staged.publish()?;
        for path in &self.remove {
            let path = root.join(path);
            match fs::remove_file(&path) {
                Err(source) if source.kind() != io::ErrorKind::NotFound => {
                    return Err(Error::Io { doing: "remove", path, source });
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// Files under temporary names. What was not published is removed again when this goes out of scope.
#[derive(Default)]
struct Staged {
    /// Temporary name and final name.
    files: Vec<(PathBuf, PathBuf)>,
    /// Folders that had to be made, outermost first.
    folders: Vec<PathBuf>,
}

impl Staged {
    fn stage(&mut self, path: &Path, parts: &[&[u8]]) -> Result<(), Error> {
        let folder = path.parent().unwrap_or(Path::new("."));
        self.create_folder(folder)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let temporary = folder.join(format!(".{name}.accolade-new"));
        let failed = |source| Error::Io { doing: "write", path: path.to_owned(), source };

        let mut file = fs::File::create(&temporary).map_err(failed)?;
        self.files.push((temporary, path.to_owned()));
        for part in parts {
            file.write_all(part).map_err(failed)?;
        }
        file.sync_all().map_err(failed)
    }

    fn create_folder(&mut self, folder: &Path) -> Result<(), Error> {
        let missing: Vec<&Path> =
            folder.ancestors().take_while(|it| !it.as_os_str().is_empty() && !it.exists()).collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder).map_err(|source| Error::Io { doing: "create", path: folder.to_owned(), source })?;
            self.folders.push(folder.to_owned());
        }
        Ok(())
    }

    fn publish(mut self) -> Result<(), Error> {
        self.folders.clear();
        for (temporary, path) in std::mem::take(&mut self.files) {
            fs::rename(&temporary, &path).map_err(|source| Error::Io { doing: "rename", path, source })?;
        }
        Ok(())
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        for (temporary, _) in &self.files {
            let _ = fs::remove_file(temporary);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(root: &Path) -> Vec<String> {
        walkdir::WalkDir::new(root)
            .sort_by_file_name()
            .into_iter()
            .filter_map(Result::ok)
            .filter(|entry| entry.file_type().is_file())
            .map(|entry| entry.path().strip_prefix(root).unwrap().display().to_string())
            .collect()
    }

    #[test]
    fn a_change_writes_adds_and_removes() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("ledger.toml"), "first\n").unwrap();
        fs::write(root.path().join("asked.toml"), "").unwrap();
        let change = Change {
            write: [("a/b/c.json".to_owned(), b"{}".to_vec())].into(),
            append: [("ledger.toml".to_owned(), b"second\n".to_vec())].into(),
            remove: vec!["asked.toml".to_owned()],
        };

        change.apply(root.path()).unwrap();

        assert_eq!(files(root.path()), ["a/b/c.json", "ledger.toml"]);
        assert_eq!(fs::read_to_string(root.path().join("ledger.toml")).unwrap(), "first\nsecond\n");
    }

    #[test]
    fn a_change_that_cannot_be_made_whole_is_not_made_at_all() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("taken"), "a file where a folder is needed").unwrap();
        let change = Change {
            write: [("a/new".to_owned(), b"x".to_vec()), ("taken/file".to_owned(), b"y".to_vec())].into(),
            ..Change::default()
        };

        assert!(change.apply(root.path()).is_err());

        assert_eq!(files(root.path()), ["taken"]);
        assert!(!root.path().join("a").exists());
    }
}
