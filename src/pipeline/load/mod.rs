//! **Load**, stage 1 of 6: every file is read once.
//!
//! Takes the folder of a repository, and gives back [`Sources`]: the text of what people write, the bytes of
//! what is signed. Only the known folders are looked into. A repository takes files from strangers, so each
//! kind of file has a size that it may not exceed, symlinks are not followed, and a secret key that lies about
//! is reported before it is published.
//!
//! What a file *says* is not looked at here; that is [`check`](super::check).

mod kind;
mod secret;
mod misnamed;
mod after;
mod every;

use super::Memory;
use crate::{
    diagnostic::{Code, Diagnostic, Diagnostics, SourceFile},
    disk::{self, Error, Found, FoundKind},
    model::SignedBytes,
};
pub(super) use kind::FOLDERS;
pub use kind::is_read;
use kind::{Kind, Place};
use rayon::prelude::*;
use std::{collections::BTreeMap, path::Path, sync::Arc};

/// Everything that a repository holds, as it was read. Lists are ordered by path.
#[derive(Debug, Default)]
pub struct Sources {
    /// `accolade.toml`.
    pub site: Option<Arc<SourceFile>>,
    /// `issuers/*.toml`.
    pub issuers: Vec<Arc<SourceFile>>,
    /// `badges/*.toml`.
    pub badges: Vec<Arc<SourceFile>>,
    /// `badges/*.md`, by path.
    pub criteria: BTreeMap<String, Arc<SourceFile>>,
    /// `badges/*.svg`, `badges/*.png`, `issuers/*.svg`, `issuers/*.png`, by path.
    pub pictures: BTreeMap<String, Arc<[u8]>>,
    /// `people/*.toml`.
    pub people: Vec<Arc<SourceFile>>,
    /// `nominations/*.toml`.
    pub nominations: Vec<Arc<SourceFile>>,
    /// `assertions/<badge>/<id>.json`.
    pub assertions: Vec<SignedFile>,
    /// `status/<issuer>/<number>.json`.
    pub status_lists: Vec<SourceBytes>,
    /// `status/<issuer>/ledger.toml`.
    pub ledgers: Vec<Arc<SourceFile>>,
    /// `pages/*.md`.
    pub pages: Vec<Arc<SourceFile>>,
    /// `static/**`.
    pub statics: Vec<SourceBytes>,
    /// `templates/**`.
    pub templates: Vec<Arc<SourceFile>>,
    /// Paths of files that are there but could not be read as what they should be. They have been reported;
    /// what refers to them is not reported as well.
    pub unreadable: Vec<String>,
}

/// A file that is kept byte for byte.
#[derive(Debug, Clone)]
pub struct SourceBytes {
    /// Its path relative to the repository, with `/` between the parts.
    pub path: String,
    /// Its content.
    pub bytes: Arc<[u8]>,
}

/// A signed document.
#[derive(Debug, Clone)]
pub struct SignedFile {
    /// Its path relative to the repository, with `/` between the parts.
    pub path: String,
    /// Its content.
    pub signed: SignedBytes,
}

/// Reads the repository at `root`.
///
/// # Errors
///
/// Only when the machine fails; what is wrong with the files goes to `problems`.
pub fn load(root: &Path, problems: &mut Diagnostics) -> Result<Sources, Error> {
    load_again(root, None, problems)
}

/// As [`load`]; a file that `memory` has as it is on disk is not read again.
pub(super) fn load_again(
    root: &Path,
    mut memory: Option<&mut Memory>,
    problems: &mut Diagnostics,
) -> Result<Sources, Error> {
    let mut sources = Sources::default();
    let mut found = disk::list(root, "accolade.toml", 0)?;
    if found.is_empty() {
        // Whoever is in the wrong folder is told so, and nothing about what lies there.
        misnamed::site(root, problems)?;
        return Ok(sources);
    }
    for folder in FOLDERS {
        found.extend(disk::list(root, folder, 16)?);
    }

    let alike = alike(root, &found);
    // In order, so that the same repository gives the same sources with any number of threads.
    let known = memory.as_deref().map(|it| &it.files);
    let outcomes: Vec<_> = found
        .into_par_iter()
        .map(|it| {
            let Some(known) = known else { return (None, read(root, it, &alike)) };
            let (path, stamp) = (it.path.clone(), Stamp { kind: it.kind, modified: it.modified });
            let kept = known.get(&path).filter(|(at, _)| *at == stamp && at.modified.is_some());
            let outcome = kept.map_or_else(|| read(root, it, &alike), |(_, kept)| Ok(kept.clone()));
            (Some((path, stamp)), outcome)
        })
        .collect();
    sources.assertions.reserve_exact(outcomes.len());
    for (at, outcome) in outcomes {
        let outcome = outcome?;
        if let Some((memory, (path, stamp))) = memory.as_mut().zip(at) {
            memory.files.insert(path, (stamp, outcome.clone()));
        }
        sources.keep(outcome, problems);
    }
    secret::look_beside(root, problems)?;
    misnamed::folders(root, problems)?;
    Ok(sources)
}

/// Only the `accolade.toml` of the repository at `root`, if there is one that can be read.
///
/// # Errors
///
/// When the machine fails.
pub fn site(root: &Path) -> Result<Option<Arc<SourceFile>>, Error> {
    let mut sources = Sources::default();
    for found in disk::list(root, "accolade.toml", 0)? {
        sources.keep(read(root, found, &BTreeMap::new())?, &mut Diagnostics::default());
    }
    Ok(sources.site)
}

/// By what a file is known to be as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    kind: FoundKind,
    modified: Option<std::time::SystemTime>,
}

/// What became of one file.
#[derive(Debug, Clone)]
pub(super) enum Read {
    Text(Kind, Arc<SourceFile>),
    Bytes(Kind, SourceBytes),
    Signed(SignedFile),
    Broken(String, Box<Diagnostic>),
    PassedOver,
}

/// Many signed documents are kept as what differs from one of the same badge: where whole they would take more than this.
const MANY: u64 = 128 << 20;

/// By folder, a signed document which those beside it are like. None where all can be kept whole.
fn alike(root: &Path, found: &[Found]) -> BTreeMap<String, Arc<[u8]>> {
    let signed = || {
        found.iter().filter_map(|it| match it.kind {
            FoundKind::File(size) if kind::place(&it.path) == Place::Known(Kind::Assertion) => Some((it, size)),
            _ => None,
        })
    };
    let mut alike = BTreeMap::new();
    if signed().map(|(_, size)| size).sum::<u64>() <= MANY {
        return alike;
    }
    for (it, _) in signed() {
        if !alike.contains_key(folder(&it.path)) {
            // What cannot be read is reported in its turn.
            let first = disk::read(root, &it.path, Kind::Assertion.limit()).ok().flatten().unwrap_or_default();
            alike.insert(folder(&it.path).to_owned(), Arc::from(first));
        }
    }
    alike
}

fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |it| it.0)
}

fn read(
    root: &Path,
    Found { path, kind: found, .. }: Found,
    alike: &BTreeMap<String, Arc<[u8]>>,
) -> Result<Read, Error> {
    let broken = |path: String, problem: Diagnostic| Ok(Read::Broken(path.clone(), Box::new(problem.file(path))));
    let size = match found {
        FoundKind::File(size) => size,
        FoundKind::Symlink => {
            let problem = Diagnostic::error(Code::Symlink, "a symlink is not followed")
                .help("put the file itself into the repository");
            return broken(path, problem);
        }
        FoundKind::NotUtf8 => {
            let problem = Diagnostic::error(Code::BadName, "the file's name is not UTF-8").help("rename it");
            return broken(path, problem);
        }
        FoundKind::Special => {
            let problem = Diagnostic::error(Code::BadFile, "this is neither a file nor a folder")
                .help("take it out: a pipe, a socket or a device has no place in a repository");
            return broken(path, problem);
        }
    };
    let kind = match kind::place(&path) {
        Place::Known(kind) => kind,
        Place::PassedOver => return Ok(Read::PassedOver),
        Place::Unexpected(help) => {
            if secret::in_file(root, &path, size)? {
                return broken(path, secret::problem());
            }
            let problem = Diagnostic::warning(Code::BadFile, "no such file is expected here").maybe_help(help);
            return broken(path, problem);
        }
    };
    if size > kind.limit() {
        return broken(path, too_large(kind, size));
    }
    match disk::read(root, &path, kind.limit())? {
        Some(bytes) => {
            let like = alike.get(folder(&path));
            Ok(taken(path, kind, bytes, like))
        }
        None => broken(path, too_large(kind, size)),
    }
}

fn too_large(kind: Kind, size: u64) -> Diagnostic {
    let message = format!("{} has {}, more than the {} it may have", kind.noun(), human(size), human(kind.limit()));
    Diagnostic::error(Code::TooLarge, message).help(match kind {
        Kind::Picture => "export it smaller: 1024 × 1024 pixels are plenty",
        Kind::Static => "keep it elsewhere, and link to it",
        Kind::Assertion => "say less in its narrative, and link to what is evidence",
        _ => "it is to be written and read by people: take out what does not belong there",
    })
}

/// A file with this content; a signed document as what differs from one that is `like` it.
fn taken(path: String, kind: Kind, bytes: Vec<u8>, like: Option<&Arc<[u8]>>) -> Read {
    let broken = |path: String, problem: Diagnostic| Read::Broken(path.clone(), Box::new(problem.file(path)));
    if secret::is_in(&bytes, kind) {
        return broken(path, secret::problem());
    }
    if kind == Kind::Assertion {
        let signed = match like {
            Some(like) => SignedBytes::packed(&bytes, like),
            None => bytes.into(),
        };
        return Read::Signed(SignedFile { path, signed });
    }
    if !kind.is_text() {
        return Read::Bytes(kind, SourceBytes { path, bytes: bytes.into() });
    }
    match String::from_utf8(bytes) {
        Ok(text) => Read::Text(kind, Arc::new(SourceFile { path, text })),
        Err(flaw) => {
            let (good, _) = flaw.as_bytes().split_at(flaw.utf8_error().valid_up_to());
            let line = good.iter().filter(|byte| **byte == b'\n').count() + 1;
            let problem = Diagnostic::error(Code::BadFile, format!("line {line} is not UTF-8"))
                .help("save the file with the encoding UTF-8");
            broken(path, problem)
        }
    }
}

impl Sources {
    fn keep(&mut self, read: Read, problems: &mut Diagnostics) {
        match read {
            Read::Text(kind, file) => self.keep_text(kind, file),
            Read::Bytes(kind, file) => self.keep_bytes(kind, file),
            Read::Signed(file) => self.assertions.push(file),
            Read::Broken(path, problem) => {
                problems.push(*problem);
                self.unreadable.push(path);
            }
            Read::PassedOver => {}
        }
    }

    fn keep_text(&mut self, kind: Kind, file: Arc<SourceFile>) {
        match kind {
            Kind::Site => self.site = Some(file),
            Kind::Issuer => self.issuers.push(file),
            Kind::Badge => self.badges.push(file),
            Kind::Criteria => {
                self.criteria.insert(file.path.clone(), file);
            }
            Kind::Person => self.people.push(file),
            Kind::Nomination => self.nominations.push(file),
            Kind::Ledger => self.ledgers.push(file),
            Kind::Page => self.pages.push(file),
            Kind::Template => self.templates.push(file),
            Kind::Picture | Kind::Assertion | Kind::StatusList | Kind::Static => {}
        }
    }

    fn keep_bytes(&mut self, kind: Kind, file: SourceBytes) {
        match kind {
            Kind::Picture => {
                self.pictures.insert(file.path, file.bytes);
            }
            Kind::StatusList => self.status_lists.push(file),
            Kind::Static => self.statics.push(file),
            _ => {}
        }
    }
}

/// A size as people say it.
fn human(bytes: u64) -> String {
    const UNITS: [&str; 4] = ["bytes", "KiB", "MiB", "GiB"];
    let (mut size, mut unit) = (bytes, 0);
    while size >= 1024 && unit + 1 < UNITS.len() {
        // Upwards, so that what is too large never reads like the limit itself.
        size = size.div_ceil(1024);
        unit += 1;
    }
    format!("{size} {}", UNITS[unit])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_told_as_people_say_them() {
        assert_eq!(human(500), "500 bytes");
        assert_eq!(human(1 << 20), "1 MiB");
        assert_eq!(human((1 << 20) + 1), "2 MiB");
        assert_eq!(human(100_000_000), "96 MiB");
    }
}
