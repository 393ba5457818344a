//! What an output folder was last filled with: so that a build knows, without reading them, which of its files are as it
//! left them.
//!
//! The record lies beside the folder, where nobody publishes it: `.public.accolade-made/record` for `public`. It is
//! believed of a file only while that has the size and the time of last change with which it was written, and that time
//! lies before the record's own: a change within the same tick of the clock would leave no trace. What is missing, cut
//! off, or about another folder is no record, and then every file is made anew and compared.

use super::{Target, staging::name_beside};
use rayon::prelude::*;
use sha2::{Digest as _, Sha256};
use std::{
    fs::{self, File, Metadata},
    io::{self, Read as _, Write as _},
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

/// The first bytes of every record.
const MAGIC: &[u8; 16] = b"accolade made 1\n";
/// Digest of the path, fingerprint, size, seconds, nanoseconds.
const ENTRY: usize = 16 + 16 + 8 + 8 + 4;
/// A million files.
const MOST: u64 = ENTRY as u64 * 1_000_000;

/// A file as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    size: u64,
    modified: SystemTime,
}

impl Stamp {
    pub(super) fn of(metadata: &Metadata) -> Option<Self> {
        let modified = metadata.modified().ok().filter(|_| metadata.is_file())?;
        Some(Self { size: metadata.len(), modified })
    }
}

/// A file of the output: what it was made of, and how it was left.
#[derive(Debug, Clone, Copy)]
pub struct Made {
    path: [u8; 16],
    fingerprint: [u8; 16],
    stamp: Stamp,
}

impl Made {
    /// The file at `path` below the output.
    #[must_use]
    pub fn new(path: &str, fingerprint: [u8; 16], stamp: Stamp) -> Self {
        Self { path: key(path), fingerprint, stamp }
    }
}

/// The record of an output folder.
#[derive(Debug)]
pub struct Record {
    file: PathBuf,
    /// Ordered by the digest of the path.
    entries: Vec<Made>,
    /// When it was written.
    since: SystemTime,
}

impl Record {
    /// The record of what is in `target`; an empty one if there is none.
    #[must_use]
    pub fn of(target: &Target) -> Self {
        let file = name_beside(target.path(), "made").join("record");
        let (entries, since) =
            if target.is_new() { None } else { read(&file) }.unwrap_or((Vec::new(), SystemTime::UNIX_EPOCH));
        Self { file, entries, since }
    }

    /// The file at `path`, which lies `there`, if it was made of what `fingerprint` stands for, and nobody has touched it.
    #[must_use]
    pub fn vouches(&self, path: &str, fingerprint: [u8; 16], there: Stamp) -> Option<Made> {
        let made = *self.entries.get(self.entries.binary_search_by_key(&key(path), |it| it.path).ok()?)?;
        (made.fingerprint == fingerprint && made.stamp == there && there.modified < self.since).then_some(made)
    }

    /// Puts `made` in the place of what was recorded. If that fails, the site is complete all the same, and the next build
    /// finds no record that fits it.
    pub fn replace(&self, mut made: Vec<Made>) {
        made.par_sort_unstable_by_key(|it| it.path);
        if !made.iter().map(bytes_of).eq(self.entries.iter().map(bytes_of)) {
            let _ = self.write(&made);
        }
    }

    fn write(&self, made: &[Made]) -> io::Result<()> {
        let mut bytes = Vec::with_capacity(MAGIC.len() + made.len() * ENTRY + 32);
        bytes.extend_from_slice(MAGIC);
        bytes.extend(made.iter().flat_map(bytes_of));
        let digest = Sha256::digest(&bytes);
        bytes.extend_from_slice(&digest);

        let latest = made.iter().map(|it| it.stamp.modified).max().unwrap_or(SystemTime::UNIX_EPOCH);
        let folder = self.file.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        // Git passes over what says so itself.
        fs::write(folder.join(".gitignore"), "*\n")?;
        // Ticks of a clock may be as long as this; of a file system's slower one, the last files are made anew.
        for _ in 0..20 {
            let mut file = File::create(&self.file)?;
            file.write_all(&bytes)?;
            if file.metadata()?.modified()? > latest {
                break;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        Ok(())
    }
}

fn read(path: &Path) -> Option<(Vec<Made>, SystemTime)> {
    if !fs::symlink_metadata(path).ok()?.is_file() {
        return None;
    }
    let file = File::open(path).ok()?;
    let since = file.metadata().ok()?.modified().ok()?;
    let mut bytes = Vec::new();
    file.take(MOST).read_to_end(&mut bytes).ok()?;
    let (content, digest) = bytes.split_last_chunk::<32>()?;
    if Sha256::digest(content)[..] != digest[..] {
        return None;
    }
    let (entries, rest) = content.strip_prefix(MAGIC)?.as_chunks::<ENTRY>();
    let entries = entries.iter().map(made_of).collect::<Option<Vec<_>>>().filter(|_| rest.is_empty())?;
    entries.is_sorted_by(|a, b| a.path < b.path).then_some((entries, since))
}

fn bytes_of(made: &Made) -> [u8; ENTRY] {
    let since = made.stamp.modified.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let mut bytes = [0; ENTRY];
    bytes[..16].copy_from_slice(&made.path);
    bytes[16..32].copy_from_slice(&made.fingerprint);
    bytes[32..40].copy_from_slice(&made.stamp.size.to_le_bytes());
    bytes[40..48].copy_from_slice(&since.as_secs().to_le_bytes());
    bytes[48..].copy_from_slice(&since.subsec_nanos().to_le_bytes());
    bytes
}

fn made_of(bytes: &[u8; ENTRY]) -> Option<Made> {
    fn part<const N: usize>(bytes: &[u8; ENTRY], from: usize) -> [u8; N] {
        std::array::from_fn(|at| bytes[from + at])
    }
    let nanos = u32::from_le_bytes(part(bytes, 48));
    let since = Duration::new(u64::from_le_bytes(part(bytes, 40)), nanos.min(999_999_999));
    let modified = SystemTime::UNIX_EPOCH.checked_add(since)?;
    let stamp = Stamp { size: u64::from_le_bytes(part(bytes, 32)), modified };
    Some(Made { path: part(bytes, 0), fingerprint: part(bytes, 16), stamp })
}

fn key(path: &str) -> [u8; 16] {
    let digest = Sha256::digest(path);
    std::array::from_fn(|at| digest[at])
}
