//! A repository that one command changes at a time, and by whole changes only.
//!
//! A change is prepared in a folder of its own. When all of its files lie there, a journal says where they belong, and
//! only then are they moved. Whatever kills a command, and whenever: without a journal the repository is as it was, and
//! with one whoever comes next does the moves again.

use super::{Change, Error};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::{
    fs::{self, File, TryLockError},
    io::{self, Write},
    path::{Component, Path, PathBuf},
    time::{Duration, Instant},
};

/// What the folder of a change is called.
const FOLDER: &str = "accolade-change";
/// The file in it that says that it is complete, and where its files belong.
const JOURNAL: &str = "journal";
/// How long others are waited for in silence.
const PATIENCE: Duration = Duration::from_secs(1);

/// A folder that nobody else changes while this lives, and where no change is half made.
#[derive(Debug)]
pub struct Hold {
    root: PathBuf,
    /// Where a change is prepared.
    folder: PathBuf,
    /// Tells others, for as long as the process lives. Where folders cannot be locked, nobody waits.
    _lock: Option<File>,
    /// What became of a change that somebody had left unfinished.
    pub found: Option<Unfinished>,
}

/// What became of a change whose command was killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfinished {
    /// It was complete, and has been made.
    Finished,
    /// It was not, and what was prepared has been removed.
    TakenBack,
}

impl Hold {
    /// Waits until nobody else changes the folder `root`, and settles what a killed command left. `waiting` is called
    /// when it takes longer.
    ///
    /// # Errors
    ///
    /// When the machine fails.
    pub fn on(root: &Path, waiting: &dyn Fn()) -> Result<Self, Error> {
        let root = if root.as_os_str().is_empty() { Path::new(".") } else { root };
        let _lock = File::open(root).ok().and_then(|file| locked(file, waiting));
        let mut hold = Self { root: root.to_owned(), folder: place(root), _lock, found: None };
        hold.found = hold.settle()?;
        Ok(hold)
    }

    /// Settles what a killed command left in `root`, if it left anything.
    ///
    /// # Errors
    ///
    /// When the machine fails.
    pub fn settled(root: &Path, waiting: &dyn Fn()) -> Result<Option<Unfinished>, Error> {
        if fs::symlink_metadata(place(root)).is_err() {
            return Ok(None);
        }
        Ok(Self::on(root, waiting)?.found)
    }

    /// Makes `change`: all of it, or nothing.
    ///
    /// # Errors
    ///
    /// When the machine fails. While the change is prepared, that leaves everything as it was; afterwards the rest of it
    /// is made by the next command.
    pub fn make(&self, change: &Change) -> Result<(), Error> {
        let mut made = Vec::new();
        if let Err(error) = self.prepare(change, &mut made) {
            // Nobody could do anything about a failure here.
            let _ = fs::remove_dir_all(&self.folder);
            made.iter().rev().for_each(|it| drop(fs::remove_dir(it)));
            return Err(error);
        }
        self.finish()
    }

    /// Writes every file of `change` whole, and the journal last. Folders that had to be made are added to `made`.
    fn prepare(&self, change: &Change, made: &mut Vec<PathBuf>) -> Result<(), Error> {
        let mut all = change.write.keys().chain(change.append.keys()).chain(&change.remove);
        if let Some(path) = all.find(|it| !is_below(Path::new(it))) {
            return Err(Error::Refused(format!("`{path}` does not lie in `{}`", self.root.display())));
        }
        create_folder(&self.folder, made)?;
        // Beside a gallery without git, which may have one tomorrow.
        self.stage(".gitignore", Path::new(".gitignore"), &[b"*\n"])?;
        let mut paths = Vec::new();
        for (path, bytes) in &change.write {
            self.stage(&paths.len().to_string(), Path::new(path), &[bytes])?;
            paths.push(path);
        }
        for (path, bytes) in &change.append {
            let whole = self.root.join(path);
            let before = match fs::read(&whole) {
                Ok(before) => before,
                Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
                Err(source) => return Err(Error::Io { doing: "read", path: whole, source }),
            };
            self.stage(&paths.len().to_string(), Path::new(path), &[&before, bytes])?;
            paths.push(path);
        }
        for path in &paths {
            create_folder(self.root.join(path).parent().unwrap_or(&self.root), made)?;
        }
        let journal = json!({ "move": paths, "remove": change.remove }).to_string();
        self.stage("journal-to-be", Path::new(JOURNAL), &[journal.as_bytes()])?;
        let path = self.folder.join(JOURNAL);
        fs::rename(self.folder.join("journal-to-be"), &path).map_err(|source| Error::Io {
            doing: "rename",
            path,
            source,
        })
    }

    /// Writes a file of this folder, which will be the one at `path`.
    fn stage(&self, name: &str, path: &Path, parts: &[&[u8]]) -> Result<(), Error> {
        let write = || {
            let mut file = File::create_new(self.folder.join(name))?;
            parts.iter().try_for_each(|part| file.write_all(part))?;
            file.sync_all()
        };
        write().map_err(|source| Error::Io { doing: "write", path: self.root.join(path), source })
    }

    /// Does what the journal says, as far as it has not been done.
    fn finish(&self) -> Result<(), Error> {
        let path = self.folder.join(JOURNAL);
        let text = fs::read(&path).map_err(|source| Error::Io { doing: "read", path, source })?;
        let journal: Value = serde_json::from_slice(&text).unwrap_or_default();
        let paths = |key: &str| -> Vec<PathBuf> {
            let list = journal[key].as_array().map(Vec::as_slice).unwrap_or_default();
            list.iter().filter_map(Value::as_str).map(PathBuf::from).collect()
        };
        for (number, path) in paths("move").iter().enumerate().filter(|(_, it)| is_below(it)) {
            let to = self.root.join(path);
            moved(&self.folder.join(number.to_string()), &to).map_err(|source| Error::Io {
                doing: "write",
                path: to,
                source,
            })?;
        }
        for path in paths("remove").iter().filter(|it| is_below(it)) {
            let path = self.root.join(path);
            match fs::remove_file(&path) {
                Err(source) if source.kind() != io::ErrorKind::NotFound => {
                    return Err(Error::Io { doing: "remove", path, source });
                }
                _ => {}
            }
        }
        self.clear()
    }

    /// Finishes or takes back what a killed command left.
    fn settle(&self) -> Result<Option<Unfinished>, Error> {
        if !fs::symlink_metadata(&self.folder).is_ok_and(|it| it.is_dir()) {
            return Ok(None);
        }
        if self.folder.join(JOURNAL).exists() {
            return self.finish().map(|()| Some(Unfinished::Finished));
        }
        let is_begun = self.folder.join("0").exists();
        self.clear().map(|()| is_begun.then_some(Unfinished::TakenBack))
    }

    fn clear(&self) -> Result<(), Error> {
        fs::remove_dir_all(&self.folder).map_err(|source| Error::Io {
            doing: "remove",
            path: self.folder.clone(),
            source,
        })
    }
}

/// The lock of a folder, once nobody else has it.
fn locked(folder: File, waiting: &dyn Fn()) -> Option<File> {
    let since = Instant::now();
    loop {
        match folder.try_lock() {
            Ok(()) => return Some(folder),
            Err(TryLockError::Error(_)) => return None,
            Err(TryLockError::WouldBlock) if since.elapsed() < PATIENCE => {
                std::thread::sleep(Duration::from_millis(20));
            }
            Err(TryLockError::WouldBlock) => {
                waiting();
                return folder.lock().is_ok().then_some(folder);
            }
        }
    }
}

/// Where changes of the repository at `root` are prepared: where git keeps its own state, which no clone brings along
/// and no commit takes up; without git beside the gallery's files, hidden.
fn place(root: &Path) -> PathBuf {
    let in_git = || {
        let whole = fs::canonicalize(root).ok()?;
        let tree = whole.ancestors().find(|it| it.join(".git").exists())?;
        let git = tree.join(".git");
        // Of a second work tree it is a file that leads to the folder.
        let git = match git.is_dir() {
            true => git,
            false => tree.join(fs::read_to_string(git).ok()?.strip_prefix("gitdir: ")?.trim_end()),
        };
        let below = whole.strip_prefix(tree).ok()?.as_os_str().as_encoded_bytes();
        let which = data_encoding::HEXLOWER.encode(&Sha256::digest(below)[..8]);
        Some(git.join(format!("{FOLDER}-{which}")))
    };
    in_git().unwrap_or_else(|| root.join(format!(".{FOLDER}")))
}

/// Whether a path leads nowhere but below the folder that it is joined to.
fn is_below(path: &Path) -> bool {
    path.components().all(|it| matches!(it, Component::Normal(_)))
}

/// Moves a file, unless that was done before.
fn moved(from: &Path, to: &Path) -> io::Result<()> {
    match fs::rename(from, to) {
        Err(error) if error.kind() == io::ErrorKind::NotFound && !from.exists() => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(to.parent().unwrap_or(to))?;
            fs::rename(from, to)
        }
        Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {
            fs::copy(from, to)?;
            fs::remove_file(from)
        }
        done => done,
    }
}

fn create_folder(folder: &Path, made: &mut Vec<PathBuf>) -> Result<(), Error> {
    let missing: Vec<&Path> = folder.ancestors().take_while(|it| !it.as_os_str().is_empty() && !it.is_dir()).collect();
    for folder in missing.into_iter().rev() {
        fs::create_dir(folder).map_err(|source| Error::Io { doing: "create", path: folder.to_owned(), source })?;
        made.push(folder.to_owned());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn files(root: &Path) -> BTreeMap<String, String> {
        let files = walkdir::WalkDir::new(root).into_iter().map(Result::unwrap).filter(|it| it.file_type().is_file());
        let files = files.map(|it| {
            let path = it.path().strip_prefix(root).unwrap().display().to_string();
            (path, fs::read_to_string(it.path()).unwrap())
        });
        files.filter(|(path, _)| !path.starts_with(".git/")).collect()
    }

    /// A folder with two files, and a change that writes two, adds to one and removes one.
    fn begun() -> (tempfile::TempDir, Change) {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("ledger.toml"), "first\n").unwrap();
        fs::write(root.path().join("asked.toml"), "").unwrap();
        let change = Change {
            write: [("a/b/c.json".to_owned(), b"{}".to_vec()), ("d.json".to_owned(), b"[]".to_vec())].into(),
            append: [("ledger.toml".to_owned(), b"second\n".to_vec())].into(),
            remove: vec!["asked.toml".to_owned()],
        };
        (root, change)
    }

    fn after() -> BTreeMap<String, String> {
        let files = [("a/b/c.json", "{}"), ("d.json", "[]"), ("ledger.toml", "first\nsecond\n")];
        files.map(|(path, text)| (path.to_owned(), text.to_owned())).into()
    }

    #[test]
    fn a_change_writes_adds_and_removes() {
        let (root, change) = begun();
        change.apply(root.path()).unwrap();
        assert_eq!(files(root.path()), after());
    }

    #[test]
    fn a_change_that_cannot_be_made_whole_is_not_made_at_all() {
        let (root, mut change) = begun();
        fs::write(root.path().join("taken"), "a file where a folder is needed").unwrap();
        change.write.insert("taken/file".to_owned(), b"y".to_vec());
        let before = files(root.path());

        assert!(change.apply(root.path()).is_err());

        assert_eq!(files(root.path()), before);
        assert!(!root.path().join("a").exists());
    }

    #[test]
    fn a_change_that_was_killed_while_it_was_prepared_is_taken_back() {
        let (root, change) = begun();
        let before = files(root.path());
        let hold = Hold::on(root.path(), &|| ()).unwrap();
        hold.prepare(&change, &mut Vec::new()).unwrap();
        fs::remove_file(hold.folder.join(JOURNAL)).unwrap();
        drop(hold);

        assert_eq!(Hold::settled(root.path(), &|| ()).unwrap(), Some(Unfinished::TakenBack));
        assert_eq!(files(root.path()), before);
        assert_eq!(Hold::settled(root.path(), &|| ()).unwrap(), None);
    }

    #[test]
    fn a_change_that_was_killed_between_two_moves_is_finished() {
        for moves in 0..=3 {
            let (root, change) = begun();
            let hold = Hold::on(root.path(), &|| ()).unwrap();
            hold.prepare(&change, &mut Vec::new()).unwrap();
            for (number, path) in ["a/b/c.json", "d.json", "ledger.toml"].iter().enumerate().take(moves) {
                fs::rename(hold.folder.join(number.to_string()), root.path().join(path)).unwrap();
            }
            drop(hold);

            assert_eq!(Hold::settled(root.path(), &|| ()).unwrap(), Some(Unfinished::Finished), "{moves}");
            assert_eq!(files(root.path()), after(), "{moves}");
            assert_eq!(Hold::settled(root.path(), &|| ()).unwrap(), None);
        }
    }

    #[test]
    fn a_change_is_prepared_where_git_takes_nothing_up() {
        let (root, change) = begun();
        fs::create_dir_all(root.path().join(".git")).unwrap();
        let gallery = root.path().join("gallery");
        fs::create_dir(&gallery).unwrap();
        for root in [root.path(), &gallery] {
            let hold = Hold::on(root, &|| ()).unwrap();
            hold.prepare(&change, &mut Vec::new()).unwrap();
            assert_eq!(hold.folder.parent().unwrap().file_name().unwrap(), ".git");
        }
        assert_eq!(fs::read_dir(root.path().join(".git")).unwrap().count(), 2, "each has its own");
    }

    #[test]
    fn a_journal_leads_nowhere_else() {
        let (root, change) = begun();
        let gallery = root.path().join("gallery");
        fs::create_dir(&gallery).unwrap();
        let hold = Hold::on(&gallery, &|| ()).unwrap();
        hold.prepare(&change, &mut Vec::new()).unwrap();
        let journal = json!({ "move": ["../moved", "/tmp/moved"], "remove": ["../ledger.toml"] });
        fs::write(hold.folder.join(JOURNAL), journal.to_string()).unwrap();
        drop(hold);
        let before = files(root.path()).get("ledger.toml").cloned();

        Hold::settled(&gallery, &|| ()).unwrap();

        assert_eq!(files(root.path()).get("ledger.toml").cloned(), before);
        assert!(!root.path().join("moved").exists());
    }

    #[test]
    fn who_comes_second_waits() {
        let (root, _) = begun();
        let first = Hold::on(root.path(), &|| ()).unwrap();
        let told = std::sync::atomic::AtomicBool::new(false);
        std::thread::scope(|scope| {
            let second = scope.spawn(|| {
                Hold::on(root.path(), &|| told.store(true, std::sync::atomic::Ordering::Relaxed)).unwrap();
            });
            std::thread::sleep(Duration::from_millis(1200));
            assert!(!second.is_finished());
            drop(first);
            second.join().unwrap();
        });
        assert!(told.into_inner());
    }
}
