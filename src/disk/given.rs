//! Files that a person names on the command line, and the socket of ssh-agent.

use super::Error;
use std::{
    fs,
    io::{self, Read, Write},
    path::{Path, PathBuf},
    time::Duration,
};
use zeroize::Zeroizing;

/// Largest file that is read whole because somebody named it.
const LIMIT: u64 = 64 << 20;

/// Reads a file that was named on the command line.
///
/// # Errors
///
/// When it cannot be read, or is larger than 64 MiB.
pub fn read_given(path: &Path) -> Result<Vec<u8>, Error> {
    let failed = |source| Error::Io { doing: "read", path: path.to_owned(), source };
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(failed)?;
    file.take(LIMIT + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > LIMIT {
        return Err(Error::Refused(format!(
            "`{}` is larger than 64 MiB, which nothing here should be",
            path.display()
        )));
    }
    Ok(bytes)
}

/// Reads a secret; the memory is wiped when it is no longer needed.
///
/// # Errors
///
/// When it cannot be read, or is larger than a key can be.
pub fn read_secret(path: &Path) -> Result<Zeroizing<String>, Error> {
    let failed = |source| Error::Io { doing: "read", path: path.to_owned(), source };
    // The buffer never grows, or copies of the secret would stay behind.
    let mut bytes = Zeroizing::new(Vec::with_capacity(16 << 10));
    let file = fs::File::open(path).map_err(failed)?;
    file.take(16 << 10).read_to_end(&mut bytes).map_err(failed)?;
    match std::str::from_utf8(&bytes) {
        Ok(text) if bytes.len() < 16 << 10 => Ok(Zeroizing::new(text.to_owned())),
        _ => Err(Error::Refused(format!("`{}` is not a key file in OpenSSH format", path.display()))),
    }
}

/// Writes a secret to a new file that only its owner can read. A file that exists is never overwritten.
///
/// # Errors
///
/// When the file exists, or the machine fails.
pub fn write_secret(path: &Path, secret: &[u8]) -> Result<(), Error> {
    let failed = |source| Error::Io { doing: "write", path: path.to_owned(), source };
    if let Some(folder) = path.parent().filter(|it| !it.as_os_str().is_empty()) {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder).map_err(|source| Error::Io { doing: "create", path: folder.to_owned(), source })?;
    }
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).map_err(|source| match source.kind() {
        io::ErrorKind::AlreadyExists => {
            Error::Refused(format!("`{}` exists already; a key is never overwritten", path.display()))
        }
        _ => failed(source),
    })?;
    file.write_all(secret).and_then(|()| file.sync_all()).map_err(|source| {
        // Half a key is of no use to anybody.
        let _ = fs::remove_file(path);
        failed(source)
    })
}

/// The files of a folder whose names end in one of `endings`, and of the folders in it; ordered by path.
///
/// # Errors
///
/// When the folder cannot be listed.
pub fn files_in(folder: &Path, endings: &[&str]) -> Result<Vec<PathBuf>, Error> {
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| Error::Io {
            doing: "list",
            path: error.path().unwrap_or(folder).to_owned(),
            source: error.into(),
        })?;
        let named = entry.path().extension().is_some_and(|it| endings.iter().any(|ending| it == *ending));
        if named && entry.file_type().is_file() {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

/// The path of every file below a folder, with `/` between the parts, but for what git keeps there; ordered by path.
///
/// # Errors
///
/// When the folder cannot be listed.
pub fn paths_below(folder: &Path) -> Result<Vec<String>, Error> {
    let mut paths = Vec::new();
    let walk = walkdir::WalkDir::new(folder).min_depth(1).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|it| it.depth() != 1 || it.file_name() != ".git") {
        let entry = entry.map_err(|error| Error::Io {
            doing: "list",
            path: error.path().unwrap_or(folder).to_owned(),
            source: error.into(),
        })?;
        if !entry.file_type().is_dir() {
            let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            let parts: Vec<_> = below.components().map(|it| it.as_os_str().to_string_lossy()).collect();
            paths.push(parts.join("/"));
        }
    }
    Ok(paths)
}

/// Whether a path leads to a folder.
#[must_use]
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Opens the socket on which ssh-agent listens. With `patience`, no answer is awaited longer than that.
///
/// # Errors
///
/// When nobody listens there.
#[cfg(unix)]
pub fn connect_agent(socket: &Path, patience: Option<Duration>) -> Result<impl Read + Write + use<>, Error> {
    let connected = std::os::unix::net::UnixStream::connect(socket).and_then(|stream| {
        stream.set_read_timeout(patience)?;
        stream.set_write_timeout(patience)?;
        Ok(stream)
    });
    connected.map_err(|source| Error::Io { doing: "reach ssh-agent at", path: socket.to_owned(), source })
}

/// On this system ssh-agent listens on no socket that we know.
///
/// # Errors
///
/// Always.
#[cfg(not(unix))]
pub fn connect_agent(_socket: &Path, _patience: Option<Duration>) -> Result<impl Read + Write + use<>, Error> {
    Err::<io::Empty, _>(Error::Refused("ssh-agent can be used on Unix only; give the key with --key".to_owned()))
}
