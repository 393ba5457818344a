//! The gallery, skills, free pages, and the page for an address that is not there.

use crate::{
    disk::Error,
    model::{Badge, Page},
    pipeline::{
        plan::LATEST,
        render::{
            Kit,
            cards::{About, pager, part, root},
        },
    },
    theme::{
        Html,
        markdown::to_html,
        page::{
            Alternate, FreePage, GalleryPage, Link, NotFoundPage, SkillCard, SkillPage, SkillsPage, Text, VerifyPage,
        },
    },
};
use std::{borrow::Cow, collections::BTreeSet};

/// How many people a skill's page names.
const PEOPLE_OF_A_SKILL: usize = 24;
/// How many awards are looked through for them.
const AWARDS_OF_A_SKILL: usize = 500;

impl<'a> Kit<'a> {
    /// Page `page` (from 0) of the gallery.
    pub(in crate::pipeline::render) fn gallery_page(&self, page: u32, path: &str) -> Result<Vec<u8>, Error> {
        let root = root(path);
        // What can still be earned comes first.
        let mut badges: Vec<&Badge> = self.gallery.badges.values().collect();
        badges.sort_by_key(|badge| badge.retired.is_some());
        let latest = if page == 0 { &self.plan.newest[..self.plan.newest.len().min(LATEST)] } else { &[] };
        let alternates = vec![
            Alternate {
                url: format!("{root}feed.xml"),
                media_type: "application/atom+xml",
                title: self.words.get("document-feed"),
            },
            Alternate {
                url: format!("{root}index.json"),
                media_type: "application/json",
                title: self.words.get("document-data"),
            },
        ];
        let first = badges.first().map(|badge| (&badge.slug, Text::Borrowed(badge.alt.as_str())));
        let title = if page == 0 {
            Cow::Borrowed("")
        } else {
            Cow::Owned(self.words.plain("gallery-title", &[("page", (page as usize + 1).into())]))
        };
        let filled = GalleryPage {
            page: self.head(
                path,
                About {
                    kind: "gallery",
                    title,
                    description: Cow::Borrowed(&self.site.description),
                    alternates,
                    badge: first,
                },
            ),
            badges: part(&badges, page).iter().map(|badge| self.badge_card(badge, root)).collect(),
            badge_count: self.gallery.badges.len(),
            award_count: self.gallery.assertions.len(),
            issuer_count: self.gallery.issuers.len(),
            latest: latest.iter().map(|&award| self.award_card(award, root)).collect(),
            search: (page == 0).then(|| self.search(root)),
            pager: pager(page, badges.len(), &format!("{root}index.html"), &format!("{root}all/badges")),
        };
        self.fill("gallery.html", &filled, &[])
    }

    /// Page `page` (from 0) of all skills.
    pub(in crate::pipeline::render) fn skills_page(&self, page: u32, path: &str) -> Result<Vec<u8>, Error> {
        let root = root(path);
        let filled = SkillsPage {
            page: self.head(
                path,
                About {
                    kind: "skills",
                    title: Cow::Borrowed(self.words.get("nav-skills")),
                    description: Cow::Owned(self.words.plain("skills-about", &[("site", (&self.site.title).into())])),
                    alternates: Vec::new(),
                    badge: None,
                },
            ),
            skills: part(&self.plan.skills, page)
                .iter()
                .map(|skill| SkillCard {
                    url: format!("{root}skills/{}/index.html", skill.slug),
                    name: Cow::Borrowed(skill.name),
                    badges: skill.badges.len(),
                    awards: skill.badges.iter().map(|badge| self.awards_of(&badge.slug).len()).sum(),
                })
                .collect(),
            pager: pager(
                page,
                self.plan.skills.len(),
                &format!("{root}skills/index.html"),
                &format!("{root}all/skills"),
            ),
        };
        self.fill("skills.html", &filled, &[])
    }

    /// Page `page` (from 0) of a skill.
    pub(in crate::pipeline::render) fn skill_page(
        &self,
        place: usize,
        page: u32,
        path: &str,
    ) -> Result<Vec<u8>, Error> {
        let root = root(path);
        let skill = &self.plan.skills[place];
        let home = format!("{root}skills/{}", skill.slug);
        let filled = SkillPage {
            page: self.head(
                path,
                About {
                    kind: "skill",
                    title: Cow::Borrowed(skill.name),
                    description: Cow::Owned(
                        self.words
                            .plain("skill-about", &[("site", (&self.site.title).into()), ("skill", skill.name.into())]),
                    ),
                    alternates: Vec::new(),
                    badge: skill.badges.first().map(|badge| (&badge.slug, Text::Borrowed(badge.alt.as_str()))),
                },
            ),
            name: skill.name,
            badges: part(&skill.badges, page).iter().map(|badge| self.badge_card(badge, root)).collect(),
            people: if page == 0 { self.people_with(&skill.badges, root) } else { Vec::new() },
            award_count: skill.badges.iter().map(|badge| self.awards_of(&badge.slug).len()).sum(),
            pager: pager(page, skill.badges.len(), &format!("{home}/index.html"), &home),
        };
        self.fill("skill.html", &filled, &[])
    }

    /// Who earned one of `badges` lately, of those with a page.
    fn people_with(&self, badges: &[&Badge], root: &str) -> Vec<Link<'a>> {
        let mut seen = BTreeSet::new();
        badges
            .iter()
            .flat_map(|badge| self.awards_of(&badge.slug).iter().take(AWARDS_OF_A_SKILL))
            .filter_map(|&award| self.gallery.owners.get(&self.gallery.assertions[award].id))
            .filter(|owner| seen.insert(*owner))
            .filter_map(|owner| self.gallery.people.get(owner))
            .take(PEOPLE_OF_A_SKILL)
            .map(|person| Link {
                name: Cow::Borrowed(&person.name),
                url: format!("{root}people/{}/index.html", person.slug).into(),
            })
            .collect()
    }

    /// A page of `pages/`.
    pub(in crate::pipeline::render) fn free_page(&self, free: &'a Page, path: &str) -> Result<Vec<u8>, Error> {
        let filled = FreePage {
            page: self.head(
                path,
                About {
                    kind: "page",
                    title: Cow::Borrowed(&free.title),
                    description: Cow::Owned(format!("{}: {}", self.site.title, free.title)),
                    alternates: Vec::new(),
                    badge: None,
                },
            ),
            // The title is the first heading of the same text, so the others are at home where they are.
            body_html: Html::made_here(to_html(&free.body, 0)),
        };
        self.fill("page.html", &filled, &[])
    }

    /// The desk where anybody checks badges.
    pub(in crate::pipeline::render) fn verify_page(&self, path: &str) -> Result<Vec<u8>, Error> {
        let about = About {
            kind: "verify",
            title: Cow::Borrowed(self.words.get("desk-title")),
            description: Cow::Borrowed(self.words.get("desk-lead")),
            alternates: Vec::new(),
            badge: None,
        };
        let dids = self.gallery.issuers.keys().map(|slug| self.site.base_url.did(slug)).collect();
        self.fill("verify.html", &VerifyPage { page: self.head(path, about), dids }, &[])
    }

    /// What is shown for an address that is not there. A host shows it at any depth, so its links name the whole path.
    pub(in crate::pipeline::render) fn not_found(&self, path: &str) -> Result<Vec<u8>, Error> {
        let root = self.site.served_at.path();
        let mut page = self.head(
            path,
            About {
                kind: "not-found",
                title: Cow::Borrowed(self.words.get("missing-title")),
                description: Cow::Borrowed(self.words.get("missing-about")),
                alternates: Vec::new(),
                badge: None,
            },
        );
        page.root = Cow::Owned(root.to_owned());
        page.listed = false;
        let open = self.gallery.badges.values().filter(|badge| badge.retired.is_none());
        let filled = NotFoundPage {
            page,
            badges: open.take(3).map(|badge| self.badge_card(badge, root)).collect(),
            report_url: self.forge.as_ref().map(|forge| {
                let form = forge.report(self.words.get("missing-report-title"), self.words.get("missing-report-body"));
                form.unwrap_or_else(|| forge.page().to_owned())
            }),
        };
        self.fill("not-found.html", &filled, &[])
    }
}
