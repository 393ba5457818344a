//! A folder is replaced as a whole, or not at all.
//!
//! What is to come is written into a new folder beside the old one; then the two change places in one step. Whatever
//! happens before that step, and however it happens, the old folder is as it was.

use super::{Error, record::Stamp};
use std::{
    ffi::OsString,
    fs::{self, File},
    io::{self, Read as _, Write as _},
    path::{Component, Path, PathBuf},
};

/// The file that says that a folder was made by a build.
const MARK: &str = "build.json";
/// What is read of it at most.
const MOST_OF_MARK: u64 = 64 << 10;
/// The folder of a new site, within the one beside the target.
const SITE: &str = "site";

/// A folder that may be replaced.
#[derive(Debug)]
pub struct Target {
    path: PathBuf,
    holds: Holds,
}

/// What stands where a folder is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holds {
    /// Nothing.
    Nothing,
    /// A folder without content.
    Empty,
    /// A folder that a build made.
    Site,
}

impl Target {
    /// Looks at what is at `path`.
    ///
    /// # Errors
    ///
    /// When something is there that no build made: it is never replaced. Or when the machine fails.
    pub fn at(path: &Path) -> Result<Self, Error> {
        if let Some(it) = Self::look(path)? {
            return Ok(it);
        }
        let path: PathBuf = path.components().collect();
        let parent = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let parent = fs::create_dir_all(parent)
            .and_then(|()| fs::canonicalize(parent))
            .map_err(|source| Error::Io { doing: "create", path: parent.to_path_buf(), source })?;
        let path = parent.join(path.file_name().unwrap_or_default());
        let holds = if put_back(&path) { look_into(&path)? } else { Holds::Nothing };
        Ok(Self { path, holds })
    }

    /// The same without making the folders above it; `None` if nothing is there.
    ///
    /// # Errors
    ///
    /// As [`at`](Self::at).
    pub fn look(path: &Path) -> Result<Option<Self>, Error> {
        // A final `/` would have a link followed.
        let path: PathBuf = path.components().collect();
        let shown = path.display();
        match fs::symlink_metadata(&path) {
            Ok(it) if it.is_symlink() => {
                Err(Error::Refused(format!("`{shown}` is a link; name the folder it leads to as the output")))
            }
            Ok(it) if !it.is_dir() => Err(Error::Refused(format!("`{shown}` is a file; name a folder as the output"))),
            Ok(_) => {
                let path = fs::canonicalize(&path).map_err(|source| Error::Io { doing: "read", path, source })?;
                let holds = look_into(&path)?;
                Ok(Some(Self { path, holds }))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => match path.components().next_back() {
                Some(Component::Normal(_)) => Ok(None),
                _ => Err(Error::Refused(format!("`{shown}` cannot be the output; name a folder"))),
            },
            Err(source) => Err(Error::Io { doing: "read", path, source }),
        }
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Whether nothing will be replaced.
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.holds != Holds::Site
    }

    /// How the file at `path` was left, if it has this content already.
    #[must_use]
    pub fn holds(&self, path: &str, bytes: &[u8]) -> Option<Stamp> {
        if self.is_new() {
            return None;
        }
        let path = self.path.join(path);
        // What cannot be read is written anew.
        let there = fs::symlink_metadata(&path).ok().filter(|it| it.is_file() && it.len() == bytes.len() as u64)?;
        let same = || -> io::Result<bool> {
            let mut file = File::open(&path)?;
            let mut buffer = [0; 16 << 10];
            let mut rest = bytes;
            loop {
                match file.read(&mut buffer)? {
                    0 => return Ok(rest.is_empty()),
                    read if rest.starts_with(&buffer[..read]) => rest = &rest[read..],
                    _ => return Ok(false),
                }
            }
        };
        if same().unwrap_or(false) { Stamp::of(&there) } else { None }
    }
}

/// Only what is empty or what a build made is ever replaced.
fn look_into(path: &Path) -> Result<Holds, Error> {
    let listed = |source| Error::Io { doing: "list", path: path.to_path_buf(), source };
    if fs::read_dir(path).map_err(listed)?.next().transpose().map_err(listed)?.is_none() {
        return Ok(Holds::Empty);
    }
    for sign in [".git", "accolade.toml"] {
        if fs::symlink_metadata(path.join(sign)).is_ok() {
            return Err(belongs_to_somebody(path, sign));
        }
    }
    let mut mark = Vec::new();
    let read = File::open(path.join(MARK)).and_then(|file| file.take(MOST_OF_MARK).read_to_end(&mut mark));
    let made_by_us = read.is_ok()
        && serde_json::from_slice::<serde_json::Value>(&mark)
            .is_ok_and(|it| it["generator"].as_str().is_some_and(|name| name.starts_with("accolade")));
    if made_by_us {
        Ok(Holds::Site)
    } else {
        Err(Error::Refused(format!(
            "`{}` is not empty, and not a folder that a build made; empty it, or name another folder as the output",
            path.display()
        )))
    }
}

pub(super) fn belongs_to_somebody(path: &Path, sign: &str) -> Error {
    Error::Refused(format!(
        "`{}` holds `{sign}`, so somebody works in it, and a build would replace it; name another folder as the output",
        path.display()
    ))
}

/// The folder that will take the place of a [`Target`]. Unless it does, it is removed.
#[derive(Debug)]
pub struct Staging<'t> {
    target: &'t Target,
    /// Hides itself from git: whoever stops a build may add all files before the next one clears up.
    folder: PathBuf,
    /// The new site, within.
    site: PathBuf,
    /// Tells others that somebody is at work here, for as long as the process lives.
    _lock: Option<File>,
}

impl<'t> Staging<'t> {
    /// Makes a new folder beside the target, and removes what a build that was killed left there.
    ///
    /// # Errors
    ///
    /// When the folder cannot be created.
    pub fn beside(target: &'t Target) -> Result<Self, Error> {
        clear(&target.path);
        let folder = target.path.with_file_name(name(&target.path, "new", &std::process::id().to_string()));
        match fs::create_dir(&folder) {
            Ok(()) => {
                let lock = File::open(&folder).ok().filter(|it| it.try_lock().is_ok());
                let staging = Self { target, site: folder.join(SITE), folder, _lock: lock };
                fs::write(staging.folder.join(".gitignore"), "*\n")
                    .and_then(|()| fs::create_dir(&staging.site))
                    .map_err(|source| Error::Io { doing: "create", path: staging.site.clone(), source })?;
                Ok(staging)
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(Error::Refused(format!(
                "another build is writing `{}`; wait for it, or remove `{}`",
                target.path.display(),
                folder.display()
            ))),
            Err(source) => Err(Error::Io { doing: "create", path: folder, source }),
        }
    }

    /// Writes a file, and says how it was left, where the file system knows.
    ///
    /// # Errors
    ///
    /// When the machine fails, for instance because the disk is full.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<Option<Stamp>, Error> {
        let to = self.site.join(path);
        let write = || {
            let mut file = File::create_new(&to)?;
            file.write_all(bytes)?;
            Ok(Stamp::of(&file.metadata()?))
        };
        in_its_folder(&to, write).map_err(|source| Error::Io {
            doing: "write",
            path: self.target.path.join(path),
            source,
        })
    }

    /// Takes over a file of the target as it is.
    ///
    /// # Errors
    ///
    /// When the machine fails.
    pub fn keep(&self, path: &str) -> Result<(), Error> {
        let (from, to) = (self.target.path.join(path), self.site.join(path));
        in_its_folder(&to, || {
            fs::hard_link(&from, &to).or_else(|error| match error.kind() {
                io::ErrorKind::NotFound => Err(error),
                // Not every file system has links.
                _ => fs::copy(&from, &to).map(drop),
            })
        })
        .map_err(|source| Error::Io { doing: "write", path: from, source })
    }

    /// Puts the folder in the target's place, and removes what was there.
    ///
    /// # Errors
    ///
    /// When the machine fails; the target is then as it was.
    pub fn swap(self) -> Result<(), Error> {
        let target = &self.target.path;
        let swapped = match self.target.holds {
            Holds::Nothing | Holds::Empty => fs::rename(&self.site, target),
            Holds::Site => exchange(&self.site, target).or_else(|_| self.swap_in_two_steps()),
        };
        swapped.map_err(|source| match source.kind() {
            io::ErrorKind::ResourceBusy | io::ErrorKind::CrossesDevices => Error::Refused(format!(
                "`{}` is where a file system is mounted, so it cannot be replaced as a whole; name a folder inside of it",
                target.display()
            )),
            _ => Error::Io { doing: "rename", path: target.clone(), source },
        })
        // What was there is in `self.site` now, and goes when this does.
    }

    /// For file systems without an exchange: for a moment there is no folder, and [`put_back`] knows.
    fn swap_in_two_steps(&self) -> io::Result<()> {
        let target = &self.target.path;
        let aside = target.with_file_name(name(target, "old", &std::process::id().to_string()));
        // Held until the end, so that no other build takes it for abandoned.
        let _lock = File::open(target).ok().filter(|it| it.try_lock().is_ok());
        fs::rename(target, &aside)?;
        if let Err(error) = fs::rename(&self.site, target) {
            fs::rename(&aside, target)?;
            return Err(error);
        }
        // The site is in place. What is left is out of the way, here or at the next build.
        let _ = fs::rename(&aside, &self.site);
        Ok(())
    }
}

impl Drop for Staging<'_> {
    fn drop(&mut self) {
        // Nobody could do anything about a failure here; the next build tries again.
        remove(&self.folder);
    }
}

/// Does something to the file at `path`, whose folder may have to be made first.
///
/// Trying first costs a call for each folder; asking first would cost one for each file.
fn in_its_folder<T>(path: &Path, act: impl Fn() -> io::Result<T>) -> io::Result<T> {
    match act() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(path.parent().unwrap_or(path))?;
            act()
        }
        done => done,
    }
}

/// `.public.accolade-new-4711`: beside the target, hidden, and its own.
fn name(target: &Path, what: &str, process: &str) -> OsString {
    let mut name = name_beside(target, what).into_os_string();
    name.push(format!("-{process}"));
    PathBuf::from(name).file_name().unwrap_or_default().to_owned()
}

/// `.public.accolade-made` in the folder of `public`.
pub(super) fn name_beside(target: &Path, what: &str) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(format!(".accolade-{what}"));
    target.with_file_name(name)
}

/// What builds of this target left beside it.
fn left(target: &Path, what: &str) -> Vec<PathBuf> {
    let prefix = name(target, what, "");
    let Some(Ok(beside)) = target.parent().map(fs::read_dir) else { return Vec::new() };
    let is_left = |it: &fs::DirEntry| it.file_name().as_encoded_bytes().starts_with(prefix.as_encoded_bytes());
    beside.filter_map(Result::ok).filter(is_left).map(|it| it.path()).filter(|it| is_abandoned(it)).collect()
}

/// Puts back a site that a build had moved aside when it was killed. Whether there was one.
fn put_back(target: &Path) -> bool {
    left(target, "old").iter().any(|old| fs::rename(old, target).is_ok())
}

/// Removes what builds of this target left when they were killed.
fn clear(target: &Path) {
    for folder in ["new", "old"].iter().flat_map(|what| left(target, what)) {
        remove(&folder);
    }
}

/// Whether no living process holds the lock of a folder.
fn is_abandoned(folder: &Path) -> bool {
    fs::symlink_metadata(folder).is_ok_and(|it| it.is_dir()) && File::open(folder).is_ok_and(|it| it.try_lock().is_ok())
}

/// Removes a folder with a site in it; its larger parts at the same time.
fn remove(folder: &Path) {
    use rayon::prelude::*;
    let folders_in = |path: &Path| -> Vec<PathBuf> {
        let Ok(entries) = fs::read_dir(path) else { return Vec::new() };
        let folders = entries.filter_map(Result::ok).filter(|it| it.file_type().is_ok_and(|kind| kind.is_dir()));
        folders.map(|it| it.path()).collect()
    };
    let parts: Vec<PathBuf> = folders_in(&folder.join(SITE)).iter().flat_map(|it| folders_in(it)).collect();
    parts.par_iter().with_min_len(64).for_each(|part| {
        let _ = fs::remove_dir_all(part);
    });
    let _ = fs::remove_dir_all(folder);
}

/// Two folders change places in one step.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
