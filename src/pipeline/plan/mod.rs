//! **Plan**, stage 4 of 6: every address of the site, decided here and nowhere else.
//!
//! A [`Plan`] lists every file by its path and says what it is; [`render`](super::render()) makes its bytes when they are
//! asked for. What many pages count or list (the awards of a badge, the badges of a skill) is gathered here once.

mod file;
mod addresses;
mod gathered;
mod skills;
mod shelves;
mod search;
mod clash;
mod former;

pub(super) use addresses::{SITEMAP_PART, has_small_png, logo_name};
pub(super) use file::File;
pub(super) use former::Former;
use gathered::{BadgeFacts, IssuerFacts, PersonFacts};
pub(super) use search::SearchIndex;
pub(super) use shelves::Shelf;
pub(super) use skills::Skill;

use super::Verified;
use crate::{
    diagnostic::Diagnostics,
    model::{AssertionId, AwardRef, Slug},
    theme::script::Scripts,
};
use addresses::Files;
use gathered::Gathered;
use std::collections::BTreeMap;

/// How many entries a page of a long list has.
pub(super) const PER_PAGE: usize = 60;
/// How many awards the home page and the feed show.
pub(super) const LATEST: usize = 12;
/// How many entries the feed has.
pub(super) const FEED: usize = 50;

/// Every file of the site, by its path below the root.
#[derive(Debug)]
pub struct Plan<'a> {
    pub(super) verified: &'a Verified,
    pub(super) files: Vec<(Box<str>, File)>,
    pub(super) badges: BTreeMap<&'a Slug, BadgeFacts>,
    pub(super) issuers: BTreeMap<&'a Slug, IssuerFacts>,
    pub(super) people: BTreeMap<&'a Slug, PersonFacts>,
    pub(super) skills: Vec<Skill<'a>>,
    /// For each badge, the places of its skills in `skills`.
    pub(super) badge_skills: BTreeMap<&'a Slug, Vec<usize>>,
    /// Badges by type.
    pub(super) types: Vec<Shelf<'a>>,
    /// Badges by the year of their awards, the latest first.
    pub(super) years: Vec<Shelf<'a>>,
    /// What the gallery's search looks through.
    pub(super) search: SearchIndex,
    /// Erased assertions, whose address still answers.
    pub(super) erased: Vec<AssertionId>,
    /// Names that badges and people had before, whose addresses still answer.
    pub(super) former: Vec<Former>,
    /// Every award, newest first.
    pub(super) newest: Vec<AwardRef>,
}

/// Decides every address. Files of the repository that want one of them are reported.
#[must_use]
pub fn plan<'a>(verified: &'a Verified, scripts: &Scripts, problems: &mut Diagnostics) -> Plan<'a> {
    let gallery = verified.gallery();
    let gathered = gathered::gather(gallery);
    let (skills, badge_skills) = skills::gather(gallery);
    let types = shelves::types(gallery, &gathered.badges);
    let years = shelves::years(gallery, &gathered.badges);
    let search = search::index(gallery, &gathered, &skills, &badge_skills, &years);
    let Gathered { badges, issuers, people, newest } = gathered;
    let erased: Vec<_> =
        gallery.standings.iter().filter(|(_, standing)| standing.erased.is_some()).map(|(id, _)| *id).collect();

    let mut files = Files::default();
    files.lists(gallery, &skills);
    files.badges(gallery, &badges);
    files.awards(gallery);
    files.erased(gallery, &erased);
    let former = former::gather(gallery, &badges, &people);
    files.former(gallery, &former);
    files.issuers(gallery, &issuers);
    for (place, (slug, facts)) in (0..).zip(&people) {
        files.paged(&format!("people/{slug}"), facts.awards.len(), |page| File::Person { person: place, page });
    }
    for (place, skill) in (0..).zip(&skills) {
        files.paged(&format!("skills/{}", skill.slug), skill.badges.len(), |page| File::Skill { skill: place, page });
    }
    files.shelves(&types, &years);
    files.add(search.path.as_str(), File::SearchIndex);
    for (place, list) in (0..).zip(&gallery.status_lists) {
        files.add(format!("status/{}/{}.json", list.issuer, list.number), File::StatusList { list: place });
    }
    files.hosting(gallery, scripts);
    files.repository(gallery, problems);

    Plan {
        verified,
        files: files.list,
        badges,
        issuers,
        people,
        skills,
        badge_skills,
        types,
        years,
        search,
        erased,
        former,
        newest,
    }
}

/// How many pages a list of `entries` takes; an empty list takes one.
pub(super) fn pages(entries: usize) -> usize {
    entries.div_ceil(PER_PAGE).max(1)
}
