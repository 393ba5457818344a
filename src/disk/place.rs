//! Where things are: the repository around a folder, the git work tree around a file.

use super::Error;
use std::{
    fs,
    path::{Component, Path, PathBuf},
};

/// The nearest folder from `start` upwards that holds `name`.
#[must_use]
pub fn nearest_with(start: &Path, name: &str) -> Option<PathBuf> {
    if start.join(name).exists() {
        return Some(start.to_owned());
    }
    let whole = fs::canonicalize(start).ok()?;
    whole.ancestors().find(|folder| folder.join(name).exists()).map(Path::to_owned)
}

/// The git work tree that `path` lies in, or would lie in; symbolic links are followed first.
#[must_use]
pub fn git_work_tree(path: &Path) -> Option<PathBuf> {
    existing_part(path)?.ancestors().find(|folder| folder.join(".git").exists()).map(Path::to_owned)
}

/// Whether a file at `path` would lie in `folder`; symbolic links are followed first.
#[must_use]
pub fn would_lie_in(path: &Path, folder: &Path) -> bool {
    below(path, folder).is_some()
}

/// Where a file at `path` would lie below `folder`, if it would; symbolic links are followed first.
#[must_use]
pub fn below(path: &Path, folder: &Path) -> Option<PathBuf> {
    let path = std::path::absolute(path).ok()?;
    let (there, mut whole) = path.ancestors().find_map(|it| Some((it, fs::canonicalize(it).ok()?)))?;
    // What is not there yet holds no links.
    for part in path.strip_prefix(there).ok()?.components() {
        match part {
            Component::ParentDir => drop(whole.pop()),
            part => whole.push(part),
        }
    }
    whole.strip_prefix(fs::canonicalize(folder).ok()?).ok().map(Path::to_owned)
}

/// As much of a path as there is already.
fn existing_part(path: &Path) -> Option<PathBuf> {
    std::path::absolute(path).ok()?.ancestors().find_map(|it| fs::canonicalize(it).ok())
}

/// Whether `path` lies in `folder`; symbolic links are followed first.
#[must_use]
pub fn lies_in(path: &Path, folder: &Path) -> bool {
    match (fs::canonicalize(path), fs::canonicalize(folder)) {
        (Ok(path), Ok(folder)) => path.starts_with(folder),
        _ => false,
    }
}

/// The name of a folder, also of one that is written as `.`.
#[must_use]
pub fn name_of(folder: &Path) -> Option<String> {
    let whole = fs::canonicalize(folder).or_else(|_| std::path::absolute(folder)).ok()?;
    Some(whole.file_name()?.to_string_lossy().into_owned())
}

/// The one absolute path of a folder, without `.`, `..` and links.
///
/// # Errors
///
/// When there is no such folder.
pub fn whole(folder: &Path) -> Result<PathBuf, Error> {
    fs::canonicalize(folder).map_err(|source| Error::Io { doing: "find", path: folder.to_owned(), source })
}

/// This very program, told from others and from its own next version: where it lies, how large it is, since when.
#[must_use]
pub fn program() -> Option<String> {
    let path = fs::canonicalize(std::env::current_exe().ok()?).ok()?;
    let metadata = fs::metadata(&path).ok()?;
    let since = metadata.modified().ok()?;
    Some(format!("{} {} {since:?}", path.display(), metadata.len()))
}

/// Whether there is something at `path`.
#[must_use]
pub fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Makes a folder and those around it, where missing.
///
/// # Errors
///
/// When the machine fails.
pub fn create_folder(path: &Path) -> Result<(), Error> {
    fs::create_dir_all(path).map_err(|source| Error::Io { doing: "create", path: path.to_owned(), source })
}
