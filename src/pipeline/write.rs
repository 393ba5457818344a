//! **Write**, stage 6 of 6: the folder becomes equal to the site, all or nothing.
//!
//! 1. No path leads elsewhere, and the folder is one that a build made, or empty: no other is ever replaced. What lies there
//!    is looked through.
//! 2. A file that the last build made of the same things, and that nobody has touched since, stays unseen. Every other one
//!    is rendered and compared with the one that is there. What differs is written beside the folder.
//! 3. If nothing differs and nothing is too much, that was all.
//! 4. Else files that stay are linked to, and the new folder takes the place of the old one in a single step.
//! 5. For the next build it is put down what each file was made of.
//!
//! One file for each thread is in memory at a time.

use super::Fingerprint;
use crate::disk::{Error, Made, Record, Staging, Survey, Target};
use rayon::prelude::*;
use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
    path::Path,
};

/// A site whose files can be asked for, in any order and from any thread.
pub trait Rendered: Sync {
    /// How many files there are.
    fn len(&self) -> usize;

    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The path of a file below the root, with `/` between the parts.
    fn path(&self, file: usize) -> &str;

    /// The content of a file.
    ///
    /// # Errors
    ///
    /// When a template cannot be filled.
    fn bytes(&self, file: usize) -> Result<Cow<'_, [u8]>, Error>;

    /// What decides the content of a file, where that is known without making it.
    fn fingerprint(&self, _file: usize) -> Option<Fingerprint> {
        None
    }
}

/// What writing did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Receipt {
    /// Files that are new or differ from before.
    pub written: usize,
    /// Files that were the same.
    pub unchanged: usize,
    /// Files that were in the folder and are gone, by their paths.
    pub removed: Vec<String>,
}

/// Makes the folder `out` equal to `site`.
///
/// # Errors
///
/// When the machine fails, or `out` is a folder that no build made; the old site is then as it was.
pub fn write(site: &dyn Rendered, out: &Path) -> Result<Receipt, Error> {
    only_plain(site)?;
    let target = Target::at(out)?;
    let staging = Staging::beside(&target)?;
    let (record, survey) = rayon::join(|| Record::of(&target), || target.survey());
    let before = Before { survey: survey?, record, target: &target };
    let (strays, outcomes) = rayon::join(
        || Paths::check(site).map(|paths| paths.strays(&before.survey)),
        || {
            let outcome = |file| outcome(site, file, &before, &staging);
            (0..site.len())
                .into_par_iter()
                .with_min_len(8)
                .with_max_len(64)
                .map(outcome)
                .collect::<Result<Vec<Outcome>, Error>>()
        },
    );
    // Of two files with one path, one could not be written, but that is not what is wrong.
    let (strays, outcomes) = (strays?, outcomes?);

    let unchanged = outcomes.iter().filter(|it| it.stays).count();
    let receipt = Receipt { written: site.len() - unchanged, unchanged, removed: strays.files };
    if receipt.written > 0 || !receipt.removed.is_empty() || strays.folder || target.is_new() {
        let keep = |file| staging.keep(site.path(file));
        let stay = (0..site.len()).into_par_iter().with_min_len(64).filter(|file| outcomes[*file].stays);
        stay.try_for_each(keep)?;
        staging.swap()?;
    }
    before.record.replace(outcomes.into_iter().filter_map(|it| it.made).collect());
    Ok(receipt)
}

/// What is there before anything is written.
struct Before<'t> {
    target: &'t Target,
    survey: Survey,
    record: Record,
}

/// What became of a file.
struct Outcome {
    /// Whether it was there already.
    stays: bool,
    /// What it was made of, and how it was left.
    made: Option<Made>,
}

fn outcome(site: &dyn Rendered, file: usize, before: &Before<'_>, staging: &Staging<'_>) -> Result<Outcome, Error> {
    let path = site.path(file);
    let fingerprint = site.fingerprint(file);
    let seen = before.survey.stamp(path);
    let known = fingerprint.zip(seen).and_then(|(it, there)| before.record.vouches(path, it.0, there));
    if known.is_some() {
        return Ok(Outcome { stays: true, made: known });
    }
    let bytes = site.bytes(file)?;
    let there = before.target.holds(path, &bytes);
    let stamp = if there.is_some() { there } else { staging.write(path, &bytes)? };
    let made = fingerprint.zip(stamp).map(|(it, stamp)| Made::new(path, it.0, stamp));
    Ok(Outcome { stays: there.is_some(), made })
}

/// The paths of a site, each of which can be a file beside the others.
struct Paths<'s> {
    files: HashSet<&'s str>,
    folders: HashSet<&'s str>,
}

impl<'s> Paths<'s> {
    fn check(site: &'s dyn Rendered) -> Result<Self, Error> {
        let refuse = |sentence: String| Err(Error::Refused(sentence));
        let mut files = HashSet::with_capacity(site.len());
        let mut folders = HashSet::new();
        let mut last = None;
        for path in (0..site.len()).map(|file| site.path(file)) {
            if !files.insert(path) {
                return refuse(format!("two files of the site are called `{path}`; rename one"));
            }
            // Files of the same folder lie side by side. Whoever knows a folder knows those above it.
            let mut rest = if folder_of(path) == last { "" } else { path };
            last = folder_of(path);
            while let Some((folder, _)) = rest.rsplit_once('/')
                && folders.insert(folder)
            {
                rest = folder;
            }
        }
        if let Some(both) = folders.iter().find(|it| files.contains(*it)) {
            return refuse(format!("`{both}` would be a file and a folder; rename one"));
        }
        // Some hosts and file systems do not tell capitals from small letters.
        let mut folded = HashMap::new();
        for path in files.iter().copied().filter(|it| it.contains(char::is_uppercase)) {
            let small = path.to_lowercase();
            let other = files.get(small.as_str()).copied().or_else(|| folded.get(&small).copied());
            if let Some(other) = other {
                let [first, second] = if other < path { [other, path] } else { [path, other] };
                return refuse(format!(
                    "`{first}` and `{second}` differ in capitals only, which not every host can tell apart; rename one"
                ));
            }
            folded.insert(small, path);
        }
        Ok(Self { files, folders })
    }

    /// What is there, and not of the site.
    fn strays(&self, survey: &Survey) -> Strays {
        let mut files: Vec<String> = survey.files().filter(|it| !self.files.contains(it.as_str())).collect();
        files.sort();
        Strays { files, folder: survey.folders().any(|it| !self.folders.contains(it)) }
    }
}

/// What goes.
struct Strays {
    /// Files, by their paths.
    files: Vec<String>,
    /// Whether a folder goes.
    folder: bool,
}

fn folder_of(path: &str) -> Option<&str> {
    path.rsplit_once('/').map(|it| it.0)
}

/// Refuses a site with a path that leads elsewhere. No file is written before.
fn only_plain(site: &dyn Rendered) -> Result<(), Error> {
    let elsewhere = (0..site.len()).into_par_iter().find_first(|file| !is_plain(site.path(*file)));
    elsewhere.map_or(Ok(()), |file| {
        let path = site.path(file).escape_debug();
        Err(Error::Refused(format!("`{path}` cannot be the path of a file; rename it")))
    })
}

/// Whether a path leads to a place below the root, on every system.
fn is_plain(path: &str) -> bool {
    let plain =
        |part: &str| !matches!(part, "" | "." | "..") && !part.contains(|it: char| it.is_control() || it == '\\');
    path.split('/').all(plain)
}
