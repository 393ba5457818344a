//! `accolade rebuild-check`: is what is published what the repository says?
//!
//! The same commit at the same time gives the same bytes. So whoever doubts a site builds it again, from the commit and at
//! the time that its build record names, and lays the two side by side.

use super::{
    Surroundings,
    output::{Failure, Format, Outcome, count, say, show_problems, tell},
    repository::{self, Repository},
};
use crate::{
    canon::json,
    diagnostic::Diagnostics,
    disk::{self, Git, WrittenTree},
    fetch::{self, Fetcher, Flaw},
    model::{BaseUrl, Revision},
    pipeline::{self, At, BuildOptions, Rendered},
    theme::GENERATOR,
    time::{self, Timestamp},
};
use rayon::prelude::*;
use serde_json::{Value, json};
use std::{
    collections::HashSet,
    path::{Path, PathBuf},
    time::Duration,
};

/// Build a published site again, and list every byte that differs
#[derive(Debug, clap::Args)]
#[command(after_help = "\
The site's build.json says from which commit, at what time and by which version it was built. That commit is written to a
folder of its own if the repository stands at another one, or has changes; your files are left alone.

For a folder every file is compared, and what is too much is found. Of an address every file is asked for that the site
should have; what else lies there cannot be listed.

The exit status is 0 if all is the same, 1 if something differs.

Examples:
    accolade rebuild-check public
    accolade rebuild-check https://badges.example/ --repo ~/badges")]
pub(super) struct RebuildCheck {
    /// What is published: a folder, or the address of the site
    #[arg(value_name = "DIR|URL")]
    published: String,
    #[command(flatten)]
    repository: Repository,
    /// How many seconds an address may take to answer
    #[arg(long, value_name = "SECONDS", default_value_t = 20, value_parser = clap::value_parser!(u64).range(1..=600))]
    timeout: u64,
    /// Ask this machine (without TLS) and its network as well: for trying things out
    #[arg(long)]
    allow_private: bool,
    /// For whom the answer is
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

/// Where the published site is.
enum Published {
    Folder(PathBuf),
    Web(String, Box<Fetcher>),
}

/// What `build.json` says.
struct Record {
    generator: String,
    at: Timestamp,
    base_url: BaseUrl,
    commit: Option<Revision>,
}

/// What is wrong with one file.
enum Difference {
    /// The bytes that differ (published from, to, of; rebuilt from, to, of).
    Bytes { ranges: Vec<(usize, usize)>, published: usize, rebuilt: usize },
    /// It is not published, and why nothing is known of it if that is another matter.
    Missing(Option<String>),
    /// It is published, and the rebuilt site does not have it.
    Extra,
}

impl RebuildCheck {
    pub(super) fn run(self, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        let published = self.published()?;
        let record = published.record()?;
        let root = self.repository.folder();
        repository::must_be_folder(&root)?;
        let mut notes = Vec::new();
        if record.generator != GENERATOR {
            notes.push(format!(
                "the site was built by {}, and this is {GENERATOR}: another version may write other bytes",
                record.generator
            ));
        }
        let tree = source(&root, record.commit.as_ref(), &mut notes)?;
        let root = tree.as_ref().map_or(root, WrittenTree::root);

        let options = BuildOptions {
            base_url: Some(record.base_url.clone()),
            now: record.at,
            commit: At::Commit(record.commit.clone()),
        };
        let mut problems = Diagnostics::default();
        let found = pipeline::with_site(&root, &options, &mut problems, |site, _| compare(site, &published))?;
        let Some(found) = found else {
            show_problems(&problems, Format::Text, surroundings);
            return Err(Failure::Refused(
                "the repository has mistakes (above), so nothing could be built again".into(),
            ));
        };
        let (files, differences) = found?;

        match self.format {
            Format::Json => say(&format!("{:#}\n", as_json(&record, &notes, files, &differences))),
            Format::Text => {
                notes.iter().for_each(|note| tell(&format!("note: {note}\n")));
                say(&as_text(&record, files, &differences));
                if let Published::Web(..) = published {
                    tell("note: what lies there beyond the site's own files cannot be listed from outside\n");
                }
            }
        }
        Ok(if differences.is_empty() { Outcome::Fine } else { Outcome::Problems })
    }

    fn published(&self) -> Result<Published, Failure> {
        if self.published.starts_with("https://") || self.published.starts_with("http://") {
            let fetcher = Fetcher::new(self.allow_private, Duration::from_secs(self.timeout));
            return Ok(Published::Web(self.published.clone(), Box::new(fetcher)));
        }
        let folder = PathBuf::from(&self.published);
        repository::must_be_folder(&folder)?;
        Ok(Published::Folder(folder))
    }
}

impl Published {
    /// The bytes of a file, or `None` if there is none.
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, String> {
        match self {
            Self::Folder(folder) => {
                let path = folder.join(path);
                match disk::exists(&path) {
                    true => disk::read_given(&path).map(Some).map_err(|error| error.to_string()),
                    false => Ok(None),
                }
            }
            Self::Web(base, fetcher) => {
                let url = fetch::below(base, path).ok_or_else(|| format!("`{base}` is not an address"))?;
                match fetcher.get(&url) {
                    Ok(bytes) => Ok(Some(bytes)),
                    Err(Flaw::Answered(_, 404 | 410)) => Ok(None),
                    Err(flaw) => Err(flaw.to_string()),
                }
            }
        }
    }

    fn record(&self) -> Result<Record, Failure> {
        let name = match self {
            Self::Folder(folder) => folder.join("build.json").display().to_string(),
            Self::Web(base, _) => fetch::below(base, "build.json").unwrap_or_else(|| base.clone()),
        };
        let bytes = self.read("build.json").map_err(Failure::Refused)?;
        let bytes = bytes.ok_or_else(|| {
            Failure::Refused(format!("there is no `{name}`, so this is not a site that `accolade build` made"))
        })?;
        let read = || {
            let record = json::parse(&bytes).map_err(|why| why.to_string())?;
            let text = |name: &str| record.get(name).and_then(Value::as_str).ok_or(format!("it has no `{name}`"));
            let clean = record.get("clean").and_then(Value::as_bool).unwrap_or_default();
            let commit = text("commit").ok().map(|id| Revision { id: id.to_owned(), clean });
            if commit.as_ref().is_some_and(|it| !it.id.bytes().all(|b| b.is_ascii_hexdigit()) || it.id.len() < 40) {
                return Err("its `commit` is not the id of a commit".to_owned());
            }
            Ok(Record {
                generator: text("generator")?.to_owned(),
                at: time::parse_stamp(text("at")?)?,
                base_url: text("base_url")?.parse().map_err(|flaw: crate::model::NameError| flaw.0)?,
                commit,
            })
        };
        read().map_err(|why| Failure::Refused(format!("`{name}` is not a build record: {why}")))
    }

    /// The paths of all files, if they can be listed.
    fn paths(&self) -> Result<Vec<String>, Failure> {
        let Self::Folder(folder) = self else { return Ok(Vec::new()) };
        Ok(disk::paths_below(folder)?)
    }
}

/// The commit's files, unless the folder holds just these.
fn source(root: &Path, commit: Option<&Revision>, notes: &mut Vec<String>) -> Result<Option<WrittenTree>, Failure> {
    let Some(commit) = commit else {
        notes.push("the build record names no commit, so the repository was built as it is now".to_owned());
        return Ok(None);
    };
    if !commit.clean {
        notes.push(format!(
            "the site was built from files that differed from the commit {}: nobody can build these again",
            commit.id
        ));
    }
    let git = Git::around(root)?;
    let id = git.commit(&commit.id)?;
    if pipeline::commit(root).is_some_and(|it| it.clean && it.id == id) {
        return Ok(None);
    }
    Ok(Some(git.tree(&id)?))
}

/// How many files were compared, and what differs, by path.
type Found = (usize, Vec<(String, Difference)>);

fn compare(site: &dyn Rendered, published: &Published) -> Result<Found, Failure> {
    let differs = |file: usize| -> Result<Option<(String, Difference)>, Failure> {
        let (path, rebuilt) = (site.path(file), site.bytes(file)?);
        let difference = match published.read(path) {
            Err(why) => Some(Difference::Missing(Some(why))),
            Ok(None) => Some(Difference::Missing(None)),
            Ok(Some(there)) => unlike(&there, &rebuilt),
        };
        Ok(difference.map(|it| (path.to_owned(), it)))
    };
    let found: Result<Vec<_>, Failure> = (0..site.len()).into_par_iter().map(differs).collect();
    let mut differences: Vec<_> = found?.into_iter().flatten().collect();

    let known: HashSet<&str> = (0..site.len()).map(|file| site.path(file)).collect();
    let extra = published.paths()?.into_iter().filter(|path| !known.contains(path.as_str()));
    differences.extend(extra.map(|path| (path, Difference::Extra)));
    differences.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok((site.len(), differences))
}

/// Where two contents differ: every run of bytes, if they are as long as each other; else what lies between the beginning
/// and the end that they share.
fn unlike(published: &[u8], rebuilt: &[u8]) -> Option<Difference> {
    if published == rebuilt {
        return None;
    }
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    if published.len() == rebuilt.len() {
        for (place, _) in published.iter().zip(rebuilt).enumerate().filter(|(_, (one, other))| one != other) {
            match ranges.last_mut() {
                Some((_, end)) if *end == place => *end += 1,
                _ => ranges.push((place, place + 1)),
            }
        }
    } else {
        let start = published.iter().zip(rebuilt).take_while(|(one, other)| one == other).count();
        let rest = published[start..].iter().rev().zip(rebuilt[start..].iter().rev());
        let end = rest.take_while(|(one, other)| one == other).count();
        ranges.push((start, published.len() - end));
    }
    Some(Difference::Bytes { ranges, published: published.len(), rebuilt: rebuilt.len() })
}

fn as_text(record: &Record, files: usize, differences: &[(String, Difference)]) -> String {
    let mut text = String::new();
    for (path, difference) in differences {
        text.push_str(&match difference {
            Difference::Bytes { ranges, published, rebuilt } => {
                let places: Vec<String> = ranges.iter().map(|it| place(*it)).collect();
                let sizes = if published == rebuilt {
                    String::new()
                } else {
                    format!(" ({published} bytes published, {rebuilt} rebuilt)")
                };
                format!("differs  {path}: {}{sizes}\n", places.join(", "))
            }
            Difference::Missing(None) => format!("missing  {path}\n"),
            Difference::Missing(Some(why)) => format!("unread   {path}: {why}\n"),
            Difference::Extra => format!("extra    {path}\n"),
        });
    }
    let of = record.commit.as_ref().map_or("the repository".to_owned(), |it| format!("commit {}", it.id));
    let at = time::format(record.at);
    let files = count(files, "file", "files");
    text.push_str(&match differences.len() {
        0 => format!("the same: {files}, built again from {of} at {at}\n"),
        number => {
            format!("{} of {files}, built again from {of} at {at}\n", count(number, "difference", "differences"))
        }
    });
    text
}

/// `byte 7`, `bytes 7–9`: counted from 0, as `cmp` and editors of bytes do, both ends included.
fn place((start, end): (usize, usize)) -> String {
    match end - start {
        0 => format!("missing from byte {start}"),
        1 => format!("byte {start}"),
        _ => format!("bytes {start}–{}", end - 1),
    }
}

fn as_json(record: &Record, notes: &[String], files: usize, differences: &[(String, Difference)]) -> Value {
    let differences: Vec<Value> = differences
        .iter()
        .map(|(path, difference)| match difference {
            Difference::Bytes { ranges, published, rebuilt } => {
                json!({
                    "path": path, "kind": "differs", "ranges": ranges,
                    "published_bytes": published, "rebuilt_bytes": rebuilt,
                })
            }
            Difference::Missing(None) => json!({ "path": path, "kind": "missing" }),
            Difference::Missing(Some(why)) => json!({ "path": path, "kind": "unread", "why": why }),
            Difference::Extra => json!({ "path": path, "kind": "extra" }),
        })
        .collect();
    json!({
        "same": differences.is_empty(),
        "files": files,
        "at": time::format(record.at),
        "base_url": record.base_url.as_str(),
        "commit": record.commit.as_ref().map(|it| it.id.as_str()),
        "clean": record.commit.as_ref().map(|it| it.clean),
        "published_by": record.generator,
        "rebuilt_by": GENERATOR,
        "notes": notes,
        "differences": differences,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranges(published: &[u8], rebuilt: &[u8]) -> Vec<(usize, usize)> {
        match unlike(published, rebuilt) {
            None => Vec::new(),
            Some(Difference::Bytes { ranges, .. }) => ranges,
            Some(_) => panic!("two contents differ by bytes"),
        }
    }

    #[test]
    fn every_byte_that_differs_is_found() {
        assert_eq!(ranges(b"abcdef", b"abcdef"), []);
        assert_eq!(ranges(b"abcdef", b"aXXdeX"), [(1, 3), (5, 6)]);
        assert_eq!(ranges(b"abcXdef", b"abcdef"), [(3, 4)]);
        assert_eq!(ranges(b"abcdef", b"abcXdef"), [(3, 3)]);
        assert_eq!(ranges(b"aaa", b"aa"), [(2, 3)]);
        assert_eq!(ranges(b"", b"aa"), [(0, 0)]);
    }
}
