//! Nominations of a merged pull request: that enough people agreed, and who they are, for the ledger.

use super::{
    Surroundings,
    output::{Failure, Format, show_problems},
    request,
};
use crate::{
    diagnostic::Diagnostics,
    disk::Git,
    model::{Gallery, Nomination, Review},
    pipeline::{self, Account, Changes, Request},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// Refuses nominations that came without a pull request, where people have to agree to them.
pub(super) fn must_need_nobody(
    nominations: &[&Nomination],
    gallery: &Gallery,
    surroundings: &Surroundings,
) -> Result<(), Failure> {
    let mut problems = Diagnostics::default();
    nominations.iter().for_each(|it| pipeline::without_request(&it.path, gallery, &mut problems));
    enough(&problems, surroundings)
}

/// Shows who is missing, if anybody is.
fn enough(problems: &Diagnostics, surroundings: &Surroundings) -> Result<(), Failure> {
    if problems.errors() == 0 {
        return Ok(());
    }
    show_problems(problems, Format::Text, surroundings);
    Err(Failure::Refused("too few have agreed (above); nothing was signed".to_owned()))
}

/// What a pull request says about nominations.
pub(super) struct Reviewed {
    request: Request,
    git: Git,
    /// The files that it changed.
    brought: BTreeSet<String>,
    /// The files that have changed since its base, by it or by others.
    since: BTreeSet<String>,
}

impl Reviewed {
    /// Reads the event and the reviews of a pull request that was merged into the repository at `root`.
    pub(super) fn read(root: &Path, event: &Path, reviews: Option<&Path>) -> Result<Self, Failure> {
        let request = request::read(event, reviews)?;
        let Some(merged) = &request.merged else {
            return Err(Failure::Refused(format!("{} is not merged, so nothing of it is signed", request.url)));
        };
        let git = Git::around(root)?;
        let merged = git.commit(merged)?;
        // What the commit brought over its first parent: other requests may have been merged since the base.
        let before = git.commit(&format!("{merged}^1"))?;
        let brought = git.changed(&before, &merged)?;
        let since = git.changed(&git.commit(&request.base)?, &merged)?;
        Ok(Self { request, git, brought, since })
    }

    /// Whether the pull request brought a nomination.
    pub(super) fn brought(&self, nomination: &Nomination) -> bool {
        self.brought.contains(&nomination.path)
    }

    /// Refuses a nomination that is not of this request, as far as can be told where its commits were rebased.
    pub(super) fn must_bring(&self, nomination: &Nomination) -> Result<(), Failure> {
        if self.since.contains(&nomination.path) {
            return Ok(());
        }
        Err(Failure::Refused(format!("`{}` is not of {}", nomination.path, self.request.url)))
    }

    /// Where it was discussed.
    pub(super) fn url(&self) -> &str {
        &self.request.url
    }

    /// Who nominated and who agreed, by the path of the nomination. Each is held against the rule that was in force
    /// before the request, as `check` did: nobody gives a right to themselves.
    pub(super) fn reviews(
        &self,
        nominations: &[&Nomination],
        gallery: &Gallery,
        surroundings: &Surroundings,
    ) -> Result<BTreeMap<String, Review>, Failure> {
        let base = self.git.tree(&self.git.commit(&self.request.base)?)?;
        let mut ignored = Diagnostics::default();
        let before = pipeline::check(&pipeline::load(&base.root(), &mut ignored)?, &mut ignored);
        let mut reviews = BTreeMap::new();
        let mut problems = Diagnostics::default();
        for nomination in nominations {
            let changes = Changes { added: [nomination.path.clone()].into(), ..Changes::default() };
            let ruled = pipeline::approvals(&self.request, before.as_ref(), gallery, &changes, &mut problems);
            let agreed = match &ruled[..] {
                [] => pipeline::agreed(&self.request, &nomination.path, gallery),
                ruled => ruled.iter().flat_map(|it| it.given.clone()).collect(),
            };
            let mut reviewers: Vec<String> = agreed.iter().map(Account::public).collect();
            reviewers.dedup();
            let author = Some(&self.request.author).filter(|it| !it.is_bot).map(Account::public);
            let nominator = nomination.nominator.as_deref().map(|it| self.profile(it)).or(author);
            let review = Review {
                nominator,
                nominated: self.request.opened,
                reviewers,
                request: Some(self.request.url.clone()),
            };
            reviews.insert(nomination.path.clone(), review);
        }
        enough(&problems, surroundings).map(|()| reviews)
    }

    /// `@ada` by the address of the profile on the host of the request.
    fn profile(&self, name: &str) -> String {
        let host =
            self.request.url.split_once("://").and_then(|(scheme, rest)| Some((scheme, rest.split('/').next()?)));
        match (name.strip_prefix('@'), host) {
            (Some(login), Some((scheme, host))) if !login.contains(['/', ' ']) => format!("{scheme}://{host}/{login}"),
            _ => name.to_owned(),
        }
    }
}
