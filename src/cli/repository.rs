//! Opening the repository that a command is about.

use super::{
    Surroundings,
    output::{Failure, Format, show_problems},
};
use crate::{
    diagnostic::{Code, Diagnostics},
    disk,
    pipeline::{self, Sources, Verified},
    time::{self, Timestamp},
};
use jiff::tz::TimeZone;
use std::path::{Path, PathBuf};

/// The repository a command works on.
#[derive(Debug, clap::Args)]
pub(super) struct Repository {
    /// The repository [default: the current folder, or the nearest one above it with an accolade.toml]
    #[arg(long = "repo", value_name = "DIR")]
    folder: Option<PathBuf>,
}

impl Repository {
    /// Its folder.
    pub(super) fn folder(&self) -> PathBuf {
        resolve(self.folder.as_deref())
    }

    /// Its gallery, which must be free of errors: nothing is signed on top of a mistake.
    pub(super) fn open(&self, surroundings: &Surroundings) -> Result<Verified, Failure> {
        let mut problems = Diagnostics::default();
        let root = self.folder();
        must_be_gallery(&root)?;
        let (_, verified) = read(&root, surroundings, &mut problems)?;
        without_errors(verified, problems, surroundings)
    }
}

/// Refuses a repository with errors, which are shown.
pub(super) fn without_errors(
    verified: Option<Verified>,
    mut problems: Diagnostics,
    surroundings: &Surroundings,
) -> Result<Verified, Failure> {
    // A correction mends it, and no page shows the other name meanwhile.
    problems.retain(|it| it.code != Code::OtherName);
    verified.filter(|_| problems.errors() == 0).ok_or_else(|| {
        show_problems(&problems, Format::Text, surroundings);
        Failure::Refused("the repository has mistakes (above); nothing was changed, mend them first".to_owned())
    })
}

/// The folder meant by `given`; without one, the current folder or the nearest above it that is a repository.
pub(super) fn resolve(given: Option<&Path>) -> PathBuf {
    match given {
        Some(folder) => folder.to_owned(),
        None => disk::nearest_with(Path::new("."), "accolade.toml").unwrap_or_else(|| PathBuf::from(".")),
    }
}

/// Loads, checks and verifies the repository at `root`. Nothing is written.
pub(super) fn read(
    root: &Path,
    surroundings: &Surroundings,
    problems: &mut Diagnostics,
) -> Result<(Sources, Option<Verified>), Failure> {
    must_be_folder(root)?;
    let sources = pipeline::load(root, problems)?;
    let gallery = pipeline::check(&sources, problems);
    Ok((sources, gallery.map(|gallery| pipeline::verify(gallery, surroundings.now, problems))))
}

/// The time that `--at` names; what lacks a zone is in `zone`.
pub(super) fn at(text: &str, zone: &TimeZone) -> Result<Timestamp, Failure> {
    time::parse(text, zone).map_err(|why| Failure::Usage(format!("--at: {why}")))
}

/// The time zone of the site at `root`.
pub(super) fn time_zone(root: &Path) -> Result<TimeZone, Failure> {
    Ok(pipeline::site(root)?.map_or(TimeZone::UTC, |it| pipeline::time_zone(&it)))
}

/// Whoever is in another folder than they think is told so, before anything in it is judged.
pub(super) fn must_be_gallery(root: &Path) -> Result<(), Failure> {
    must_be_folder(root)?;
    if disk::exists(&root.join("accolade.toml")) {
        return Ok(());
    }
    Err(Failure::Refused(format!(
        "there is no accolade.toml in `{}`: go to the folder of a gallery, name it, or begin one with `accolade init`",
        root.display()
    )))
}

/// What is written must not be what is read: a site within `static/` would be published within the next one.
pub(super) fn must_not_be_read(out: &Path, root: &Path) -> Result<(), Failure> {
    match disk::below(out, root).filter(|it| pipeline::is_read(it)) {
        None => Ok(()),
        Some(below) => {
            let folder = below.components().next().map(|it| it.as_os_str().display().to_string()).unwrap_or_default();
            Err(Failure::Refused(format!(
                "`{}` cannot be the output: what lies in `{folder}` is read and becomes a part of the site; name another \
                 folder, such as `public`",
                out.display()
            )))
        }
    }
}

/// What is typed wrongly is told apart from what is empty.
pub(super) fn must_be_folder(root: &Path) -> Result<(), Failure> {
    if disk::is_folder(root) {
        return Ok(());
    }
    let what = if disk::exists(root) { "is a file, not a folder" } else { "does not exist" };
    Err(Failure::Refused(format!("`{}` {what}: name the folder of a repository", root.display())))
}
