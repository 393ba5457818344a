//! Reading a repository that anybody may have written: bounded, and never through a symlink.

use super::Error;
use rayon::prelude::*;
use std::{
    ffi::OsStr,
    fs::{self, File},
    io::{self, Read},
    ops::ControlFlow,
    path::Path,
    time::SystemTime,
};
use walkdir::WalkDir;

/// Something that lies in a folder of a repository.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its path relative to the repository, with `/` between the parts. Of a name that is not UTF-8, what can be shown.
    pub path: String,
    /// What it is.
    pub kind: FoundKind,
    /// When a file was last written to, where the file system says so.
    pub modified: Option<SystemTime>,
}

/// What lies at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FoundKind {
    /// A file, and how many bytes it has.
    File(u64),
    /// A link to another place. What it leads to is never looked at.
    Symlink,
    /// A file or folder whose name is not UTF-8.
    NotUtf8,
    /// A device, a pipe, a socket.
    Special,
}

/// Lists what lies at `path` below `root`: a file, or everything in a folder, ordered by name. Folders themselves are not listed.
///
/// Hidden files and folders are passed over, but for `.well-known`, which is a public address (RFC 8615).
/// Nothing at all is an empty list.
///
/// # Errors
///
/// When a folder cannot be listed.
pub fn list(root: &Path, path: &str, depth: usize) -> Result<Vec<Found>, Error> {
    let start = root.join(path);
    let is_folder = match fs::symlink_metadata(&start) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        it => it.is_ok_and(|it| it.is_dir()),
    };
    let below = |path: &Path, depth: usize| {
        walk(path, depth)?.iter().filter_map(|it| look_at(root, it).transpose()).collect::<Result<Vec<_>, _>>()
    };
    if !is_folder || depth == 0 {
        return below(&start, 0);
    }
    // Ten thousand awards lie in a folder for each badge; those are listed side by side.
    let fail = |source| Error::Io { doing: "list", path: start.clone(), source };
    let mut names = fs::read_dir(&start)
        .and_then(|entries| entries.map(|it| Ok(it?.file_name())).collect::<io::Result<Vec<_>>>())
        .map_err(fail)?;
    names.retain(|it| is_visible(it));
    names.sort_unstable();
    let found = names.into_par_iter().map(|name| below(&start.join(name), depth - 1));
    let found: Vec<Vec<Found>> = found.collect::<Result<_, _>>()?;
    let mut all = Vec::with_capacity(found.iter().map(Vec::len).sum());
    all.extend(found.into_iter().flatten());
    Ok(all)
}

/// What lies at `start` and below it, and is not hidden, ordered by name.
fn walk(start: &Path, depth: usize) -> Result<Vec<walkdir::DirEntry>, Error> {
    let walk = WalkDir::new(start).follow_links(false).follow_root_links(false).max_depth(depth).sort_by_file_name();
    let visible = |entry: &walkdir::DirEntry| entry.depth() == 0 || is_visible(entry.file_name());
    let fail = |it: walkdir::Error| {
        let path = it.path().unwrap_or(start).to_owned();
        Error::Io { doing: "list", path, source: it.into() }
    };
    walk.into_iter().filter_entry(visible).map(|it| it.map_err(fail)).collect()
}

fn is_visible(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    !name.starts_with(b".") || name == b".well-known"
}

/// What an entry of a folder is. None for a folder that can be named, and for what lies in one that cannot: that was said of
/// the folder.
fn look_at(root: &Path, entry: &walkdir::DirEntry) -> Result<Option<Found>, Error> {
    let below = entry.path().strip_prefix(root).unwrap_or(entry.path());
    let parts: Option<Vec<&str>> = below.components().map(|part| part.as_os_str().to_str()).collect();
    let Some(parts) = parts else {
        let is_first = entry.file_name().to_str().is_none();
        let path = below.to_string_lossy().into_owned();
        return Ok(is_first.then_some(Found { path, kind: FoundKind::NotUtf8, modified: None }));
    };
    let mut modified = None;
    let kind = match entry.file_type() {
        it if it.is_dir() => return Ok(None),
        it if it.is_symlink() => FoundKind::Symlink,
        it if it.is_file() => {
            let metadata = entry.metadata().map_err(|it| Error::Io {
                doing: "read",
                path: entry.path().to_owned(),
                source: it.into(),
            })?;
            modified = metadata.modified().ok();
            FoundKind::File(metadata.len())
        }
        _ => FoundKind::Special,
    };
    Ok(Some(Found { path: parts.join("/"), kind, modified }))
}

/// The names of the folders in `root`, ordered: of those that are not hidden, and that can be written down.
///
/// # Errors
///
/// When the folder cannot be listed.
pub fn folders(root: &Path) -> Result<Vec<String>, Error> {
    let fail = |source| Error::Io { doing: "list", path: root.to_owned(), source };
    let mut names = Vec::new();
    for entry in fs::read_dir(root).map_err(fail)? {
        let entry = entry.map_err(fail)?;
        if entry.file_type().map_err(fail)?.is_dir() {
            names.extend(entry.file_name().into_string().ok().filter(|it| !it.starts_with('.')));
        }
    }
    names.sort_unstable();
    Ok(names)
}

/// Reads the file at `path` below `root`, up to `limit` bytes. `None` when it has more of them.
///
/// A symlink that took the file's place after it was listed is refused.
///
/// # Errors
///
/// When the file cannot be read.
pub fn read(root: &Path, path: &str, limit: u64) -> Result<Option<Vec<u8>>, Error> {
    let path = root.join(path);
    let fail = |source| Error::Io { doing: "read", path: path.clone(), source };
    let file = open(&path).map_err(fail)?;
    let size = file.metadata().map_err(fail)?.len();
    if size > limit {
        return Ok(None);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default() + 1);
    // One byte more than may be there: a file that grows while it is read is noticed.
    file.take(limit + 1).read_to_end(&mut bytes).map_err(fail)?;
    Ok((bytes.len() as u64 <= limit).then_some(bytes))
}

/// The paths of all files below `root`, relative to it and ordered by name: also of hidden ones, but not what git keeps.
/// Folders and files of which `is_meant` does not hold are passed over, and so is what is not a file.
///
/// # Errors
///
/// When a folder cannot be listed.
pub fn every_file(root: &Path, is_meant: &dyn Fn(&str) -> bool) -> Result<Vec<String>, Error> {
    let below = |entry: &walkdir::DirEntry| {
        let parts = entry.path().strip_prefix(root).unwrap_or(entry.path()).components();
        parts.map(|it| it.as_os_str().to_string_lossy().into_owned()).collect::<Vec<_>>().join("/")
    };
    let walk = WalkDir::new(root).min_depth(1).follow_links(false).sort_by_file_name().into_iter();
    let mut paths = Vec::new();
    for entry in walk.filter_entry(|it| it.file_name() != ".git" && is_meant(&below(it))) {
        let entry = entry.map_err(|it| {
            let path = it.path().unwrap_or(root).to_owned();
            Error::Io { doing: "list", path, source: it.into() }
        })?;
        if entry.file_type().is_file() {
            paths.push(below(&entry));
        }
    }
    Ok(paths)
}

/// Reads the file at `path` below `root` in pieces of at most `size` bytes, until `look` has seen enough. Each piece begins
/// with the last `again` bytes of the one before. What is no file, or is not there any more, has none.
///
/// # Errors
///
/// When the file cannot be read, or `look` fails.
pub fn pieces(
    root: &Path,
    path: &str,
    size: usize,
    again: usize,
    mut look: impl FnMut(&[u8]) -> Result<ControlFlow<()>, Error>,
) -> Result<(), Error> {
    let path = root.join(path);
    if !fs::symlink_metadata(&path).is_ok_and(|it| it.is_file()) {
        return Ok(());
    }
    let fail = |source| Error::Io { doing: "read", path: path.clone(), source };
    let mut file = open(&path).map_err(fail)?;
    let mut piece = Vec::new();
    loop {
        let room = (size - piece.len()) as u64;
        let new = file.by_ref().take(room).read_to_end(&mut piece).map_err(fail)?;
        if new == 0 || look(&piece)?.is_break() || (new as u64) < room {
            return Ok(());
        }
        piece.drain(..size - again);
    }
}

#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags};
    // Without NONBLOCK, a pipe that took the file's place would be waited for.
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::CLOEXEC | OFlags::NONBLOCK;
    Ok(rustix::fs::open(path, flags, Mode::empty())?.into())
}

#[cfg(not(unix))]
fn open(path: &Path) -> io::Result<File> {
    File::open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_above_its_limit_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a"), "12345").unwrap();
        assert_eq!(read(folder.path(), "a", 5).unwrap().as_deref(), Some(&b"12345"[..]));
        assert_eq!(read(folder.path(), "a", 4).unwrap(), None);
    }

    #[test]
    #[cfg(unix)]
    fn a_symlink_is_listed_but_never_followed() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("real")).unwrap();
        fs::write(folder.path().join("real/secret"), "x").unwrap();
        std::os::unix::fs::symlink("real", folder.path().join("link")).unwrap();
        std::os::unix::fs::symlink("real/secret", folder.path().join("file")).unwrap();

        let symlink = |path: &str| vec![Found { path: path.into(), kind: FoundKind::Symlink, modified: None }];
        assert_eq!(list(folder.path(), "link", 9).unwrap(), symlink("link"));
        assert_eq!(list(folder.path(), "file", 9).unwrap(), symlink("file"));
        assert!(read(folder.path(), "file", 9).is_err());
    }

    #[test]
    fn hidden_files_are_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        for hidden in [".git", ".well-known"] {
            fs::create_dir_all(folder.path().join("static").join(hidden)).unwrap();
            fs::write(folder.path().join("static").join(hidden).join("x"), "x").unwrap();
        }
        fs::write(folder.path().join("static/.DS_Store"), "x").unwrap();
        let paths: Vec<String> = list(folder.path(), "static", 9).unwrap().into_iter().map(|it| it.path).collect();
        assert_eq!(paths, ["static/.well-known/x"]);
    }
}
