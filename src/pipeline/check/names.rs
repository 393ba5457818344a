//! The names that a repository gives by its file names: what other files may refer to.

use super::{flaw::Flaw, former};
use crate::{
    diagnostic::{Code, Diagnostics, SourceFile},
    model::{AssertionId, Slug},
    pipeline::Sources,
};
use rayon::prelude::*;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Every name that something has, whether or not its file is good: what refers to a broken file is not
/// broken itself.
pub(super) struct Names<'s> {
    pub(super) issuers: BTreeMap<Slug, Option<&'s Arc<SourceFile>>>,
    pub(super) badges: BTreeMap<Slug, Option<&'s Arc<SourceFile>>>,
    pub(super) people: BTreeMap<Slug, Option<&'s Arc<SourceFile>>>,
    /// Names that badges had before, and the ones they have now.
    pub(super) former_badges: BTreeMap<Slug, Slug>,
    /// Names that people had before, and the ones they have now.
    pub(super) former_people: BTreeMap<Slug, Slug>,
    /// The ids that files of `assertions/` have.
    pub(super) assertions: BTreeSet<AssertionId>,
}

impl<'s> Names<'s> {
    /// Collects them; file names that cannot be part of an address are reported.
    pub(super) fn collect(sources: &'s Sources, problems: &mut Diagnostics) -> Self {
        let mut named = |folder: &str, files: &'s [Arc<SourceFile>]| {
            let mut names = BTreeMap::new();
            for file in files {
                match slug_of(&file.path) {
                    Ok(slug) => drop(names.insert(slug, Some(file))),
                    Err(flaw) => problems.push(flaw.in_file(&file.path)),
                }
            }
            for path in sources.unreadable.iter().filter(|path| path.starts_with(folder) && path.ends_with(".toml")) {
                names.extend(slug_of(path).ok().map(|slug| (slug, None)));
            }
            names
        };
        Self {
            issuers: named("issuers/", &sources.issuers),
            badges: named("badges/", &sources.badges),
            people: named("people/", &sources.people),
            former_badges: former::names(&sources.badges),
            former_people: former::names(&sources.people),
            assertions: ids(sources),
        }
    }

    /// The issuer of that name.
    pub(super) fn issuer(&self, name: &str) -> Result<Slug, Flaw> {
        find(&self.issuers, name)
            .ok_or_else(|| Flaw::unknown(Code::UnknownIssuer, "issuer", name, self.issuers.keys().map(Slug::as_str)))
    }

    /// The badge of that name.
    pub(super) fn badge(&self, name: &str) -> Result<Slug, Flaw> {
        if let Some(now) = find(&self.former_badges, name).and_then(|old| self.former_badges.get(&old)) {
            let flaw = Flaw::error(Code::UnknownBadge, format!("the badge `{name}` was renamed"));
            return Err(flaw.label("its old name").help(format!("write `{now}`")));
        }
        find(&self.badges, name)
            .ok_or_else(|| Flaw::unknown(Code::UnknownBadge, "badge", name, self.badges.keys().map(Slug::as_str)))
    }
}

fn ids(sources: &Sources) -> BTreeSet<AssertionId> {
    let paths = sources.assertions.par_iter().map(|it| &it.path).chain(&sources.unreadable);
    let of_awards = paths.filter(|path| path.starts_with("assertions/"));
    let mut ids: Vec<AssertionId> = of_awards.filter_map(|path| stem(path).parse().ok()).collect();
    // What is ordered becomes a set at once.
    ids.par_sort_unstable();
    ids.into_iter().collect()
}

/// The name that something has now, of all that it ever had.
pub(super) fn current<'n>(former: &'n BTreeMap<Slug, Slug>, name: &'n Slug) -> &'n Slug {
    former.get(name).unwrap_or(name)
}

fn find<T>(names: &BTreeMap<Slug, T>, name: &str) -> Option<Slug> {
    names.get_key_value(&name.parse::<Slug>().ok()?).map(|(slug, _)| slug.clone())
}

/// The file's name, without its folder and its ending.
pub(super) fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The file's name as part of an address.
pub(super) fn slug_of(path: &str) -> Result<Slug, Flaw> {
    stem(path).parse::<Slug>().map_err(|flaw| {
        let flaw = Flaw::error(Code::BadName, flaw.to_string());
        match Slug::spelt(stem(path)) {
            Some(slug) => flaw.help(format!("rename the file, for instance to `{slug}`")),
            None => flaw.help("rename the file"),
        }
    })
}
