//! `accolade check`: everything that a build would refuse or warn about, and what a reviewer should know.

use super::{
    Surroundings,
    change::settle,
    online,
    output::{Failure, Format, Outcome, count, say, show_problems, tell},
    repository, request, summary,
};
use crate::{
    diagnostic::{Diagnostics, Style},
    disk::{self, Git},
    fetch::Fetcher,
    model::Gallery,
    pipeline::{self, Approvals, Changes, Extent, Plan, Rendered, Sources, Verified, plan},
    theme::Theme,
    time::Timestamp,
};
use clap::ValueEnum;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    time::Duration,
};

/// How long a link may take to answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// Check a repository: everything `build` would refuse or warn about; nothing is written
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Every file is read, every reference followed, every proof of every award verified. No key is needed and nothing is
fetched (but with --online), so a pull request can be checked by anybody. `accolade explain CODE` says more about a problem.

Examples:
    accolade check
    accolade check --since origin/main --format markdown
    accolade check --event \"$GITHUB_EVENT_PATH\" --reviews reviews.json --format github
    accolade check --since origin/main --preview /tmp/preview
    accolade check --format json | jq '.problems'")]
pub(super) struct Check {
    /// The repository [default: the current folder, or the nearest one above it with an accolade.toml]
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// For whom the answer is
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: CheckFormat,
    /// Report only what the change since this commit brings, and what it may not do
    #[arg(long, value_name = "REV")]
    since: Option<String>,
    /// Look at what is staged for the next commit, and only for what must not become public
    #[arg(long, conflicts_with_all = ["since", "event"])]
    staged: bool,
    /// The event of a pull request (the host's JSON): who may award, and who has agreed; implies --since its base
    #[arg(long, value_name = "FILE")]
    event: Option<PathBuf>,
    /// Also ask whether links lead anywhere; of a change, only its own
    #[arg(long, conflicts_with = "staged")]
    online: bool,
    /// With --online, also ask machines that are not on the public internet
    #[arg(long, requires = "online")]
    allow_private: bool,
    /// Write each new or changed page and card into this folder, as files that work from disk
    #[arg(long, value_name = "DIR", conflicts_with = "staged")]
    preview: Option<PathBuf>,
    /// The reviews of that pull request (the host's JSON)
    #[arg(long, value_name = "FILE", requires = "event")]
    reviews: Option<PathBuf>,
}

/// For whom the answer of a check is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum CheckFormat {
    /// For people
    #[default]
    Text,
    /// For scripts: one JSON object on standard output
    Json,
    /// Annotations of a pull request on GitHub
    Github,
    /// SARIF 2.1.0, for code hosts and editors
    Sarif,
    /// A summary for a comment of a pull request
    Markdown,
}

/// One state of a repository, as far as it is good.
struct State {
    sources: Sources,
    verified: Option<Verified>,
    problems: Diagnostics,
}

impl State {
    fn read(root: &Path, now: Timestamp) -> Result<Self, Failure> {
        let mut problems = Diagnostics::default();
        let sources = pipeline::load(root, &mut problems)?;
        let verified =
            pipeline::check(&sources, &mut problems).map(|gallery| pipeline::verify(gallery, now, &mut problems));
        Ok(Self { sources, verified, problems })
    }

    /// What else a build would refuse before it writes: templates, and addresses that two files want.
    fn theme(verified: &Verified, problems: &mut Diagnostics) -> Theme {
        Theme::new(&verified.gallery().site, &verified.gallery().templates, problems)
    }
}

impl Check {
    pub(super) fn run(self, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        let root = repository::resolve(self.folder.as_deref());
        repository::must_be_folder(&root)?;
        settle(&root)?;
        if self.staged {
            return self.staged(&root, surroundings);
        }
        if let Some(folder) = &self.preview {
            repository::must_not_be_read(folder, &root)?;
        }
        let now = surroundings.now;
        let State { sources, verified, mut problems } = State::read(&root, now)?;
        let new_theme = verified.as_ref().map(|it| State::theme(it, &mut problems));
        let new_plan = (verified.as_ref().zip(new_theme.as_ref()))
            .map(|(verified, theme)| plan(verified, theme.scripts(), &mut problems));
        if let Some((plan, theme)) = new_plan.as_ref().zip(new_theme.as_ref()) {
            pipeline::try_templates(plan, theme, &mut problems)?;
        }
        let mut came = came(&root, &sources, now);
        if disk::exists(&root.join("accolade.toml")) {
            pipeline::privacy(&root, Extent::Work, &sources, &mut problems)?;
        }

        let request = self.event.as_deref().map(|event| request::read(event, self.reviews.as_deref())).transpose()?;
        let since = self.since.clone().or_else(|| request.as_ref().map(|it| it.base.clone()));
        let mut changes = None;
        let mut approvals = Vec::new();
        if let Some(since) = since {
            let git = Git::around(&root)?;
            let tree = git.tree(&git.commit(&since)?)?;
            let old = State::read(&tree.root(), now)?;
            let mut old_problems = old.problems;
            let old_theme = old.verified.as_ref().map(|it| State::theme(it, &mut old_problems));
            let old_plan = (old.verified.as_ref().zip(old_theme.as_ref()))
                .map(|(verified, theme)| plan(verified, theme.scripts(), &mut old_problems));
            if let Some(verified) = &old.verified {
                pipeline::lint(&old.sources, verified, &BTreeMap::new(), &mut old_problems);
            }
            pipeline::privacy(&tree.root(), Extent::Everything, &old.sources, &mut old_problems)?;
            let mut brought = Diagnostics::default();
            let found = pipeline::compare(
                &since,
                (&old.sources, old_plan.as_ref()),
                (&sources, new_plan.as_ref()),
                &mut brought,
            );
            // Whoever commits says when; when a request was opened, the host says.
            if let Some(opened) = request.as_ref().and_then(|it| it.opened) {
                let brought = came.iter_mut().filter(|(path, _)| found.added.contains(*path));
                brought.for_each(|(_, came)| *came = opened.max(*came));
            }
            if let Some(verified) = &verified {
                pipeline::lint(&sources, verified, &came, &mut problems);
            }
            limit(&mut problems, &old_problems, &found);
            problems.extend(brought.all().iter().cloned());
            if let (Some(request), Some(new)) = (&request, &verified) {
                let before = old.verified.as_ref().map(Verified::gallery);
                approvals = pipeline::approvals(request, before, new.gallery(), &found, &mut problems);
            }
            let is_meant = |path: &str| is_meant(path, &found, old.verified.as_ref(), verified.as_ref());
            let old_site = old_plan.as_ref().zip(old_theme.as_ref());
            self.write_preview(old_site, new_plan.as_ref().zip(new_theme.as_ref()), verified.as_ref(), &is_meant)?;
            changes = Some(found);
        } else {
            if let Some(verified) = &verified {
                pipeline::lint(&sources, verified, &came, &mut problems);
            }
            self.write_preview(None, new_plan.as_ref().zip(new_theme.as_ref()), verified.as_ref(), &|_| true)?;
        }
        let gallery = verified.as_ref().map(Verified::gallery);
        if let (true, Some(gallery)) = (self.online, gallery) {
            let fetcher = Fetcher::new(self.allow_private, PATIENCE);
            let is_meant = |path: &str| changes.as_ref().is_none_or(|it| it.touch(path));
            online::dead_links(&fetcher, &sources, gallery, &is_meant, &mut problems);
        }
        if let Some(gallery) = gallery {
            problems.set_levels(&gallery.site.lints);
        }
        self.show(&problems, gallery, changes.as_ref(), &approvals, surroundings);
        Ok(if problems.errors() > 0 { Outcome::Problems } else { Outcome::Fine })
    }

    /// Writes what the change shows, if that is asked for.
    fn write_preview(
        &self,
        before: Option<(&Plan<'_>, &Theme)>,
        after: Option<(&Plan<'_>, &Theme)>,
        verified: Option<&Verified>,
        is_meant: &(dyn Fn(&str) -> bool + Sync),
    ) -> Result<(), Failure> {
        let Some(folder) = &self.preview else { return Ok(()) };
        let (Some((plan, theme)), Some(verified)) = (after, verified) else {
            tell("there is no preview: the repository has mistakes\n");
            return Ok(());
        };
        let before = before.map(|(plan, theme)| pipeline::render(plan, theme)).transpose()?;
        let site = pipeline::render(plan, theme)?;
        let base = &verified.gallery().site.base_url;
        let before = before.as_ref().map(|it| it as &dyn Rendered);
        let preview = pipeline::preview(before, &site, base, is_meant)?;
        pipeline::write(&preview, folder)?;
        if self.format == CheckFormat::Text {
            tell(&format!(
                "preview: {} new, {} changed; open `{}`\n",
                count(preview.added.iter().filter(|it| it.ends_with(".html")).count(), "page", "pages"),
                preview.changed.iter().filter(|it| it.ends_with(".html")).count(),
                folder.join("changes.html").display()
            ));
        }
        Ok(())
    }

    /// What must not become public, in the files as they are staged.
    fn staged(&self, root: &Path, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        let tree = Git::around(root)?.staged()?;
        let State { sources, mut problems, .. } = State::read(&tree.root(), surroundings.now)?;
        pipeline::privacy(&tree.root(), Extent::Everything, &sources, &mut problems)?;
        problems.retain(|it| pipeline::is_privacy(it.code));
        self.show(&problems, None, None, &[], surroundings);
        Ok(if problems.errors() > 0 { Outcome::Problems } else { Outcome::Fine })
    }

    fn show(
        &self,
        problems: &Diagnostics,
        gallery: Option<&Gallery>,
        changes: Option<&Changes>,
        approvals: &[Approvals],
        surroundings: &Surroundings,
    ) {
        match self.format {
            CheckFormat::Text => {
                show_problems(problems, Format::Text, surroundings);
                if !self.staged {
                    say(&told(gallery, problems));
                    if let Some(sentence) = summary::blind(approvals) {
                        tell(&format!("{sentence}\n"));
                    }
                }
            }
            CheckFormat::Json => show_problems(problems, Format::Json, surroundings),
            CheckFormat::Github => say(&problems.show(Style::Github)),
            CheckFormat::Sarif => say(&problems.show(Style::Sarif)),
            CheckFormat::Markdown => say(&summary::markdown(problems, gallery, changes, approvals)),
        }
    }
}

/// Whether a change is about a page: that of an award only if its file, its entries in the ledger, or something that its
/// page is made of changed.
fn is_meant(path: &str, changes: &Changes, before: Option<&Verified>, after: Option<&Verified>) -> bool {
    let Some(id) = path.strip_prefix("assertions/").and_then(|it| it.split('/').next()) else { return true };
    let widely = ["accolade.toml", "templates/", "issuers/", "badges/", "people/"];
    let file = format!("/{id}.json");
    let touched = changes.added.iter().chain(&changes.changed).chain(&changes.removed);
    let is_touched =
        touched.into_iter().any(|it| it.ends_with(&file) || widely.iter().any(|start| it.starts_with(start)));
    let standing = |it: Option<&Verified>| it?.gallery().standings.get(&id.parse().ok()?).cloned();
    is_touched || standing(before) != standing(after)
}

/// Keeps what the change brings: problems of files that it touches, and problems that were not there before.
fn limit(problems: &mut Diagnostics, old: &Diagnostics, changes: &Changes) {
    let known: BTreeSet<(Option<&str>, &str)> = old.all().iter().map(|it| (it.path(), it.message.as_str())).collect();
    problems
        .retain(|it| it.path().is_some_and(|path| changes.touch(path)) || !known.contains(&(it.path(), &it.message)));
}

/// Since when nominations have been there, where git knows: what is not committed yet comes now.
pub(super) fn came(root: &Path, sources: &Sources, now: Timestamp) -> BTreeMap<String, Timestamp> {
    let Ok(Some(came)) = Git::around(root).and_then(|git| git.came("nominations")) else { return BTreeMap::new() };
    let at = |path: &str| came.get(path).map_or(Some(now), |it| Timestamp::from_second(*it).ok());
    sources.nominations.iter().filter_map(|it| Some((it.path.clone(), at(&it.path)?))).collect()
}

/// One line that says what was checked and what was found.
fn told(gallery: Option<&Gallery>, problems: &Diagnostics) -> String {
    let found = match (problems.errors(), problems.warnings()) {
        (0, 0) => "no problems".to_owned(),
        (errors, warnings) => {
            format!("{}, {}", count(errors, "error", "errors"), count(warnings, "warning", "warnings"))
        }
    };
    match gallery {
        Some(gallery) => {
            let mut what = vec![
                count(gallery.issuers.len(), "issuer", "issuers"),
                count(gallery.badges.len(), "badge", "badges"),
                count(gallery.assertions.len(), "award", "awards"),
            ];
            if !gallery.nominations.is_empty() {
                // Whoever wrote one wants to know that it was read.
                what.push(count(gallery.nominations.len(), "nomination", "nominations"));
            }
            format!("checked {}: {found}\n", what.join(", "))
        }
        None => format!("{found}\n"),
    }
}
