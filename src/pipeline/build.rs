//! The six stages, in order.

use super::{Memory, Receipt, Rendered, check, fingerprint::Origin, gate, load, plan, render, verify, write};
use crate::{
    diagnostic::Diagnostics,
    disk::{Error, Git, git_work_tree},
    model::{BaseUrl, Revision},
    theme::Theme,
    time::Timestamp,
};
use std::{
    path::Path,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// What a person may decide about a build.
#[derive(Debug, Clone)]
pub struct BuildOptions {
    /// Where this build will be served, if not at the site's own address.
    pub base_url: Option<BaseUrl>,
    /// The time of the build: what is expired, and what the pages say about when they were checked.
    pub now: Timestamp,
    /// What the repository stands at, for the build record.
    pub commit: At,
}

/// The commit at which a repository stands.
#[derive(Debug, Clone)]
pub enum At {
    /// This one, or none.
    Commit(Option<Revision>),
    /// The one that git says, which is asked while the files are read.
    AskGit,
}

/// The commit at which the repository at `root` stands, and whether all that a build reads is as it was committed.
///
/// `None` where there is no commit, no git, or a repository that git does not trust: a record says less then.
#[must_use]
pub fn commit(root: &Path) -> Option<Revision> {
    git_work_tree(root)?;
    let read = |git: &Git| {
        let id = git.commit("HEAD")?;
        let paths = [&["accolade.toml"], &load::FOLDERS[..]].concat();
        Ok::<_, Error>(Revision { clean: git.is_clean(&paths)?, id })
    };
    Git::around(root).and_then(|git| read(&git)).ok()
}

/// Builds the site of the repository at `root` into the folder `out`.
///
/// `None` when `problems` holds errors: nothing has been written then.
///
/// # Errors
///
/// When the machine fails, or `out` is a folder that no build made; the old site is then as it was.
pub fn build(
    root: &Path,
    out: &Path,
    options: &BuildOptions,
    problems: &mut Diagnostics,
) -> Result<Option<Receipt>, Error> {
    with_site(root, options, problems, |site, _| write(site, out))?.transpose()
}

/// Makes the site of the repository at `root`, without writing it, and hands it to `then`, with the warnings so far.
///
/// `None` when `problems` holds errors: `then` has not been called.
///
/// # Errors
///
/// When the machine fails.
pub fn with_site<T>(
    root: &Path,
    options: &BuildOptions,
    problems: &mut Diagnostics,
    then: impl FnOnce(&dyn Rendered, &Diagnostics) -> T,
) -> Result<Option<T>, Error> {
    make(root, options, None, problems, then)
}

/// As [`with_site`], for a process that builds again and again: `memory` holds what the build before found out.
///
/// # Errors
///
/// When the machine fails.
pub fn with_site_again<T>(
    root: &Path,
    options: &BuildOptions,
    memory: &Mutex<Memory>,
    problems: &mut Diagnostics,
    then: impl FnOnce(&dyn Rendered, &Diagnostics) -> T,
) -> Result<Option<T>, Error> {
    make(root, options, Some(memory.lock().unwrap_or_else(PoisonError::into_inner)), problems, then)
}

fn make<T>(
    root: &Path,
    options: &BuildOptions,
    mut memory: Option<MutexGuard<'_, Memory>>,
    problems: &mut Diagnostics,
    then: impl FnOnce(&dyn Rendered, &Diagnostics) -> T,
) -> Result<Option<T>, Error> {
    let asked = matches!(options.commit, At::AskGit).then(|| {
        let root = root.to_owned();
        std::thread::spawn(move || commit(&root))
    });
    let sources = load::load_again(root, memory.as_deref_mut(), problems)?;
    let now = memory.as_deref_mut().map_or(options.now, |it| it.settle(&sources, options.now));
    let Some(mut gallery) = check::check_again(&sources, memory.as_deref_mut(), problems) else { return Ok(None) };
    // What is shown on this machine is not published; a build is.
    if memory.is_none() {
        gate::published(&sources, problems);
    }
    // What stays on disk is told by it; what stays in memory is not.
    let origin = if memory.is_none() { Origin::of(&sources, options.base_url.as_ref()) } else { None };
    drop(sources);
    if let Some(base_url) = &options.base_url {
        gallery.site.served_at = base_url.clone();
    }
    gallery.site.commit = match (&options.commit, asked) {
        (At::Commit(known), _) => known.clone(),
        (At::AskGit, asked) => asked.and_then(|it| it.join().ok()).flatten(),
    };

    let (theme, verified) = match memory.as_deref_mut() {
        Some(memory) => (memory.theme(&gallery, problems), verify::verify_again(gallery, now, Some(memory), problems)),
        None => {
            let (site, templates) = (gallery.site.clone(), gallery.templates.clone());
            let mut of_awards = Diagnostics::default();
            // To read templates is work for one core.
            let both = rayon::join(|| Theme::new(&site, &templates, problems), || verify(gallery, now, &mut of_awards));
            problems.extend(of_awards);
            both
        }
    };
    let plan = plan(&verified, theme.scripts(), problems);
    problems.set_levels(&verified.gallery().site.lints);
    if problems.errors() > 0 {
        return Ok(None);
    }

    let site = render::render_again(&plan, &theme, origin, memory.as_deref_mut())?;
    site.try_templates(problems);
    if problems.errors() > 0 {
        return Ok(None);
    }
    // The next build may begin while this site is still used.
    drop(memory);
    let done = then(&site, problems);
    drop(site);
    drop(plan);
    put_away((verified, theme));
    Ok(Some(done))
}

/// Frees what a build had in memory while others go on: it lies in a million small pieces.
fn put_away(done: impl Send + 'static) {
    // Where there can be no thread, it is freed here.
    let _ = std::thread::Builder::new().spawn(move || drop(done));
}
