//! A secret key in a repository is everybody's key, from the moment it is pushed.

use super::Kind;
use crate::{
    diagnostic::{Code, Diagnostic, Diagnostics},
    disk::{self, Error, FoundKind},
};
use std::path::Path;

/// What the usual forms of a secret key begin with.
const MARKS: [&str; 6] = [
    "-----BEGIN OPENSSH PRIVATE KEY",
    "-----BEGIN PRIVATE KEY",
    "-----BEGIN ENCRYPTED PRIVATE KEY",
    "-----BEGIN EC PRIVATE KEY",
    "-----BEGIN RSA PRIVATE KEY",
    "-----BEGIN PGP PRIVATE KEY",
];

/// Files above this size are not looked into for the sake of a key alone.
const LARGEST: u64 = 64 << 10;

/// Whether `bytes`, the content of a file of this kind, hold a secret key.
pub(super) fn is_in(bytes: &[u8], kind: Kind) -> bool {
    match kind {
        // JSON begins with a brace; a file that begins otherwise has few bytes to look at.
        Kind::Assertion | Kind::StatusList if bytes.starts_with(b"{") => false,
        // What stands where a public key belongs is judged with it, to the letter; a ledger is long, and made by us.
        Kind::Issuer | Kind::Ledger => holds_envelope(bytes),
        Kind::Picture => bytes.starts_with(b"-----BEGIN"),
        _ => holds_mark(bytes),
    }
}

fn holds_mark(bytes: &[u8]) -> bool {
    // A multibase secret key (`z3u2` and 43 letters more), and one of age.
    let long = |mark: &[u8]| {
        bytes.windows(mark.len()).enumerate().filter(|(_, it)| *it == mark).any(|(at, _)| {
            let starts = at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
            starts && bytes[at..].iter().take_while(|it| it.is_ascii_alphanumeric() || **it == b'-').count() >= 44
        })
    };
    long(b"z3u2") || long(b"AGE-SECRET-KEY-1") || holds_envelope(bytes)
}

/// Whether a key lies there in the envelope of OpenSSH, PKCS or PGP.
fn holds_envelope(bytes: &[u8]) -> bool {
    // Every mark begins with five hyphens; few files have any.
    bytes
        .split(|byte| *byte == b'\n')
        .any(|line| line.windows(10).any(|it| it == b"-----BEGIN") && MARKS.iter().any(|mark| contains(line, mark)))
}

fn contains(line: &[u8], mark: &str) -> bool {
    line.windows(mark.len()).any(|it| it == mark.as_bytes())
}

/// Whether the file at `path`, which is not read otherwise, holds a secret key.
pub(super) fn in_file(root: &Path, path: &str, size: u64) -> Result<bool, Error> {
    Ok(size <= LARGEST && disk::read(root, path, LARGEST)?.is_some_and(|bytes| holds_mark(&bytes)))
}

/// Looks at the files beside `accolade.toml`, where a key made in a hurry lies.
pub(super) fn look_beside(root: &Path, problems: &mut Diagnostics) -> Result<(), Error> {
    for found in disk::list(root, "", 1)? {
        if let FoundKind::File(size) = found.kind
            && found.path != "accolade.toml"
            && in_file(root, &found.path, size)?
        {
            problems.push(problem().file(found.path));
        }
    }
    Ok(())
}

pub(super) fn problem() -> Diagnostic {
    Diagnostic::error(Code::SecretKey, "a secret key lies in the repository")
        .help("take it out, and if it was ever pushed, replace it: anybody may have it now")
}
