//! People who agreed to be named.

use crate::{
    disk::Error,
    model::{AwardRef, Person},
    pipeline::render::{
        Kit,
        cards::{About, pager, part, root},
    },
    theme::{
        Html,
        markdown::to_html,
        page::{Link, PeoplePage, PersonCard, PersonPage, YearOfAwards},
    },
};
use std::borrow::Cow;

/// How many badges stand for somebody in a list.
const PICTURES: usize = 4;

impl<'a> Kit<'a> {
    /// Page `page` (from 0) of everybody.
    pub(in crate::pipeline::render) fn people_page(&self, page: u32, path: &str) -> Result<Vec<u8>, Error> {
        let root = root(path);
        let people: Vec<&Person> = self.gallery.people.values().collect();
        let filled = PeoplePage {
            page: self.head(
                path,
                About {
                    kind: "people",
                    title: Cow::Borrowed(self.words.get("nav-people")),
                    description: Cow::Owned(self.words.plain("people-about", &[("site", (&self.site.title).into())])),
                    alternates: Vec::new(),
                    badge: None,
                },
            ),
            people: part(&people, page)
                .iter()
                .map(|person| {
                    let awards = self.awards_to(person);
                    PersonCard {
                        url: format!("{root}people/{}/index.html", person.slug),
                        name: &person.name,
                        awards: awards.len(),
                        images: awards
                            .iter()
                            .take(PICTURES)
                            .map(|&award| self.small_image(&self.gallery.assertions[award].badge, root))
                            .collect(),
                    }
                })
                .collect(),
            pager: pager(page, people.len(), &format!("{root}people/index.html"), &format!("{root}all/people")),
        };
        self.fill("people.html", &filled, &[])
    }

    /// Page `page` (from 0) of somebody.
    pub(in crate::pipeline::render) fn person_page(
        &self,
        person: &'a Person,
        page: u32,
        path: &str,
    ) -> Result<Vec<u8>, Error> {
        let root = root(path);
        let awards = self.awards_to(person);
        let home = format!("{root}people/{}", person.slug);
        let filled = PersonPage {
            page: self.head(
                path,
                About {
                    kind: "person",
                    title: Cow::Borrowed(&person.name),
                    description: Cow::Owned(self.words.plain(
                        "person-about",
                        &[("person", (&person.name).into()), ("site", (&self.site.title).into())],
                    )),
                    alternates: Vec::new(),
                    badge: None,
                },
            ),
            name: &person.name,
            bio_html: person.bio.as_deref().map(|it| Html::made_here(to_html(it, 1))),
            links: person
                .links
                .iter()
                .map(|link| Link { name: Cow::Borrowed(&link.name), url: Cow::Borrowed(&link.url) })
                .collect(),
            years: self.by_year(part(awards, page), root),
            consent: &person.consent,
            consent_url: Some(person.consent.as_str()).filter(|it| it.starts_with("https://")),
            award_count: awards.len(),
            skills: self.skills_proved(awards, root),
            since: awards.last().map(|&award| self.calendar.day(self.gallery.assertions[award].awarded)),
            pager: pager(page, awards.len(), &format!("{home}/index.html"), &home),
        };
        self.fill("person.html", &filled, &[])
    }

    /// Awards, newest first, by the year in which they were made.
    fn by_year(&self, awards: &[AwardRef], root: &str) -> Vec<YearOfAwards<'a>> {
        let year = |award: AwardRef| self.calendar.local(self.gallery.assertions[award].awarded).year();
        awards
            .chunk_by(|one, other| year(*one) == year(*other))
            .map(|those| YearOfAwards {
                year: those.first().map(|&award| year(award).to_string()).unwrap_or_default(),
                awards: those.iter().map(|&award| self.award_card(award, root)).collect(),
            })
            .collect()
    }

    fn awards_to(&self, person: &Person) -> &'a [AwardRef] {
        self.plan.people.get(&person.slug).map_or(&[], |facts| &facts.awards)
    }

    /// The skills of awards that are valid today, each once, by name.
    fn skills_proved(&self, awards: &[AwardRef], root: &str) -> Vec<Link<'a>> {
        let valid = awards.iter().filter(|&&award| *self.plan.verified.verdict(award) == crate::trust::Verdict::Valid);
        let mut places: Vec<usize> = valid
            .filter_map(|&award| self.plan.badge_skills.get(&self.gallery.assertions[award].badge))
            .flatten()
            .copied()
            .collect();
        places.sort_unstable();
        places.dedup();
        places.into_iter().map(|place| self.skill_link(place, root)).collect()
    }
}
