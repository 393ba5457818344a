//! The gallery's search, the plain pages by type and by year that do the same without a script, and how verification
//! works.

use crate::{
    disk::Error,
    model::Badge,
    pipeline::{
        plan::Shelf,
        render::{
            Kit,
            cards::{About, pager, part, root},
        },
    },
    theme::{
        assets, codes,
        page::{BadgeCard, Choice, Head, HowPage, Image, Link, Search, ShelfPage, ShelvesPage, SkillCard, Text},
    },
};
use std::{borrow::Cow, collections::BTreeMap};

/// One number of every grammatical kind that Unicode's CLDR knows of in any language, about.
const COUNTS: &[u32] = &[0, 1, 2, 3, 11, 100];

impl<'a> Kit<'a> {
    /// What the gallery's first page needs to search.
    pub(super) fn search(&self, root: &str) -> Search<'a> {
        let choice = |value: &'a str, name: Text<'a>, folder: &str, slug: &str, badges: usize| Choice {
            value: Cow::Borrowed(value),
            name,
            url: Some(format!("{root}{folder}/{slug}/index.html")),
            badges,
        };
        let mut levels: BTreeMap<&str, usize> = BTreeMap::new();
        for level in self.gallery.badges.values().filter_map(|badge| badge.level.as_deref()) {
            *levels.entry(level).or_default() += 1;
        }
        let badges_of = |slug| self.plan.issuers.get(slug).map_or(0, |facts| facts.badges.len());
        Search {
            script: assets::search_path(),
            index: &self.plan.search.path,
            integrity: &self.plan.search.integrity,
            types: (self.plan.types.iter())
                .map(|it| {
                    choice(&it.key, codes::achievement_type(self.words, &it.key), "types", &it.slug, it.badges.len())
                })
                .collect(),
            levels: levels
                .into_iter()
                .map(|(level, badges)| Choice { value: level.into(), name: level.into(), url: None, badges })
                .collect(),
            skills: (self.plan.skills.iter())
                .map(|it| choice(&it.slug, Cow::Borrowed(it.name), "skills", &it.slug, it.badges.len()))
                .collect(),
            issuers: (self.gallery.issuers.values())
                .map(|it| {
                    let slug = it.slug.as_str();
                    choice(slug, Cow::Borrowed(&it.name), "issuers", slug, badges_of(&it.slug))
                })
                .collect(),
            years: (self.plan.years.iter())
                .map(|it| choice(&it.key, Cow::Borrowed(it.key.as_str()), "years", &it.slug, it.badges.len()))
                .collect(),
            some_retired: self.gallery.badges.values().any(|badge: &Badge| badge.retired.is_some()),
            blank: BadgeCard {
                url: format!("{root}index.html"),
                name: "–",
                language: None,
                description: "–",
                kind: Cow::Borrowed("–"),
                level: Some("–"),
                issuer: "–",
                image: Image { url: format!("{root}{}", assets::icon_path()), width: 96, height: 96, alt: "".into() },
                awards: 0,
                latest: Some(self.built.clone()),
                retired: false,
            },
            counts: COUNTS,
        }
    }

    /// Every type.
    pub(in crate::pipeline::render) fn types_page(&self, path: &str) -> Result<Vec<u8>, Error> {
        self.shelves_page(path, "types", self.words.get("shelves-types"), &self.plan.types)
    }

    /// Every year.
    pub(in crate::pipeline::render) fn years_page(&self, path: &str) -> Result<Vec<u8>, Error> {
        self.shelves_page(path, "years", self.words.get("shelves-years"), &self.plan.years)
    }

    /// Page `page` (from 0) of a type.
    pub(in crate::pipeline::render) fn type_page(&self, shelf: usize, page: u32, path: &str) -> Result<Vec<u8>, Error> {
        self.shelf_page(path, ("type", "types"), &self.plan.types, shelf, page)
    }

    /// Page `page` (from 0) of a year.
    pub(in crate::pipeline::render) fn year_page(&self, shelf: usize, page: u32, path: &str) -> Result<Vec<u8>, Error> {
        self.shelf_page(path, ("year", "years"), &self.plan.years, shelf, page)
    }

    /// How verification works.
    pub(in crate::pipeline::render) fn how_page(&self, path: &str) -> Result<Vec<u8>, Error> {
        let filled = HowPage {
            page: self.plain_head(path, "how", Cow::Borrowed(self.words.get("how-title")), None),
            domain: self.site.base_url.authority(),
            award_count: self.gallery.assertions.len(),
        };
        self.fill("how.html", &filled, &[])
    }

    fn plain_head(&self, path: &str, kind: &'static str, title: Text<'a>, badge: Option<&'a Badge>) -> Head<'a> {
        let description = Cow::Owned(format!("{}: {title}", self.site.title));
        let badge = badge.map(|it| (&it.slug, Text::Borrowed(it.alt.as_str())));
        self.head(path, About { kind, title, description, alternates: Vec::new(), badge })
    }

    fn shelves_page(
        &self,
        path: &str,
        kind: &'static str,
        title: &'a str,
        shelves: &'a [Shelf<'a>],
    ) -> Result<Vec<u8>, Error> {
        let root = root(path);
        let filled = ShelvesPage {
            page: self.plain_head(path, kind, Cow::Borrowed(title), None),
            shelves: shelves
                .iter()
                .map(|it| SkillCard {
                    url: format!("{root}{kind}/{}/index.html", it.slug),
                    name: codes::achievement_type(self.words, &it.key),
                    badges: it.badges.len(),
                    awards: it.awards,
                })
                .collect(),
        };
        self.fill("shelves.html", &filled, &[])
    }

    fn shelf_page(
        &self,
        path: &str,
        (kind, folder): (&'static str, &'static str),
        shelves: &'a [Shelf<'a>],
        place: usize,
        page: u32,
    ) -> Result<Vec<u8>, Error> {
        let root = root(path);
        let shelf = &shelves[place];
        let name = codes::achievement_type(self.words, &shelf.key);
        let home = format!("{root}{folder}/{}", shelf.slug);
        let filled = ShelfPage {
            page: self.plain_head(path, kind, name.clone(), shelf.badges.first().copied()),
            name,
            badges: part(&shelf.badges, page).iter().map(|badge| self.badge_card(badge, root)).collect(),
            award_count: shelf.awards,
            others: shelves
                .iter()
                .filter(|it| it.slug != shelf.slug)
                .map(|it| Link {
                    name: codes::achievement_type(self.words, &it.key),
                    url: format!("{root}{folder}/{}/index.html", it.slug).into(),
                })
                .collect(),
            pager: pager(page, shelf.badges.len(), &format!("{home}/index.html"), &home),
        };
        self.fill("shelf.html", &filled, &[])
    }
}
