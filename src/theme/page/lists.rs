//! Pages that list: the gallery, people, skills, issuers; and the plain ones.

use super::{AwardCard, BadgeCard, Head, Image, Link, Moment, Pager, Text};
use crate::theme::Html;
use serde::Serialize;

/// The gallery (`gallery.html`).
#[derive(Debug, Serialize)]
pub struct GalleryPage<'a> {
    /// The head of the page.
    pub page: Head<'a>,
    /// Badges that are awarded.
    pub badges: Vec<BadgeCard<'a>>,
    /// How many badges there are.
    pub badge_count: usize,
    /// How many awards there are.
    pub award_count: usize,
    /// How many issuers there are.
    pub issuer_count: usize,
    /// The latest awards; on the first page only.
    pub latest: Vec<AwardCard<'a>>,
    /// What the list can be narrowed by; on the first page only.
    pub search: Option<Search<'a>>,
    /// Where one is in the list.
    pub pager: Pager,
}

/// The gallery's search, and what badges can be narrowed by.
#[derive(Debug, Serialize)]
pub struct Search<'a> {
    /// Its script, below the root.
    pub script: &'static str,
    /// What it looks through, below the root.
    pub index: &'a str,
    /// The digest by which browsers know that.
    pub integrity: &'a str,
    /// Kinds of badges, in words.
    pub types: Vec<Choice<'a>>,
    /// Levels, which have no pages of their own.
    pub levels: Vec<Choice<'a>>,
    /// Skills.
    pub skills: Vec<Choice<'a>>,
    /// Issuers.
    pub issuers: Vec<Choice<'a>>,
    /// Years in which badges were awarded.
    pub years: Vec<Choice<'a>>,
    /// Whether some badges are retired.
    pub some_retired: bool,
    /// An empty card, from which the script makes those of what it finds.
    pub blank: BadgeCard<'a>,
    /// Numbers of every grammatical kind, from whose phrases the script learns how to count.
    pub counts: &'static [u32],
}

/// Something by which badges can be narrowed.
#[derive(Debug, Serialize)]
pub struct Choice<'a> {
    /// Its value in the address of a search.
    pub value: Text<'a>,
    /// Its name.
    pub name: Text<'a>,
    /// The page that lists the same without a script.
    pub url: Option<String>,
    /// How many badges there are of it.
    pub badges: usize,
}

/// The badges of a type or of a year (`shelf.html`).
#[derive(Debug, Serialize)]
pub struct ShelfPage<'a> {
    /// The head of the page.
    pub page: Head<'a>,
    /// The type in words, or the year.
    pub name: Text<'a>,
    /// The badges, those awarded most often first.
    pub badges: Vec<BadgeCard<'a>>,
    /// How often they were awarded; in the year, if it is one.
    pub award_count: usize,
    /// The other types or years.
    pub others: Vec<Link<'a>>,
    /// Where one is in the list.
    pub pager: Pager,
}

/// Every type or year (`shelves.html`).
#[derive(Debug, Serialize)]
pub struct ShelvesPage<'a> {
    /// The head of the page.
    pub page: Head<'a>,
    /// They.
    pub shelves: Vec<SkillCard<'a>>,
}

/// How verification works, in plain words (`how.html`).
#[derive(Debug, Serialize)]
pub struct HowPage<'a> {
    /// The head of the page.
    pub page: Head<'a>,
    /// The domain that vouches for the issuers.
    pub domain: &'a str,
    /// How many awards each build judges.
    pub award_count: usize,
}

/// Everybody who agreed to be named (`people.html`).
#[derive(Debug, Serialize)]
pub struct PeoplePage<'a> {
    /// The head of the page.
    pub page: Head<'a>,
    /// They.
    pub people: Vec<PersonCard<'a>>,
    /// Where one is in the list.
    pub pager: Pager,
}

/// Somebody in a list.
#[derive(Debug, Serialize)]
pub struct PersonCard<'a> {
    /// Their page.
    pub url: String,
    /// Their name.
    pub name: &'a str,
    /// How many awards they have.
    pub awards: usize,
    /// Pictures of their latest badges.
    pub images: Vec<Image<'a>>,
}

/// Somebody who agreed to be named (`person.html`).
#[derive(Debug, Serialize)]
pub struct PersonPage<'a> {
    /// The head of the page.
    pub page: Head<'a>,
    /// Their name.
    pub name: &'a str,
    /// About them.
    pub bio_html: Option<Html>,
    /// Links they want shown.
    pub links: Vec<Link<'a>>,
    /// Their awards by year, newest first.
    pub years: Vec<YearOfAwards<'a>>,
    /// Where they agreed to be named: a note or an address.
    pub consent: &'a str,
    /// That address.
    pub consent_url: Option<&'a str>,
    /// How many awards they have.
    pub award_count: usize,
    /// What their badges prove.
    pub skills: Vec<Link<'a>>,
    /// Since when they earn badges.
    pub since: Option<Moment>,
    /// Where one is in the list.
    pub pager: Pager,
}

/// What somebody earned in a year.
#[derive(Debug, Serialize)]
pub struct YearOfAwards<'a> {
    /// The year.
    pub year: String,
    /// The awards, newest first.
    pub awards: Vec<AwardCard<'a>>,
}

/// Every skill (`skills.html`).
#[derive(Debug, Serialize)]
pub struct SkillsPage<'a> {
    /// The head of the page.
    pub page: Head<'a>,
    /// They, by name.
    pub skills: Vec<SkillCard<'a>>,
    /// Where one is in the list.
    pub pager: Pager,
}

/// A skill, a type or a year in a list.
#[derive(Debug, Serialize)]
pub struct SkillCard<'a> {
    /// Its page.
    pub url: String,
    /// Its name.
    pub name: Text<'a>,
    /// How many badges belong to it.
    pub badges: usize,
    /// How often those were awarded.
    pub awards: usize,
}

/// A skill (`skill.html`).
#[derive(Debug, Serialize)]
pub struct SkillPage<'a> {
    /// The head of the page.
    pub page: Head<'a>,
    /// Its name.
    pub name: &'a str,
    /// The badges that prove it.
    pub badges: Vec<BadgeCard<'a>>,
    /// Who has proved it last, of those who agreed to be named.
    pub people: Vec<Link<'a>>,
    /// How often its badges were awarded.
    pub award_count: usize,
    /// Where one is in the list.
    pub pager: Pager,
}

/// Every issuer (`issuers.html`).
#[derive(Debug, Serialize)]
pub struct IssuersPage<'a> {
    /// The head of the page.
    pub page: Head<'a>,
    /// They.
    pub issuers: Vec<IssuerCard<'a>>,
}

/// An issuer in a list.
#[derive(Debug, Serialize)]
pub struct IssuerCard<'a> {
    /// Its page.
    pub url: String,
    /// Its name.
    pub name: &'a str,
    /// Its logo.
    pub logo: Option<Image<'a>>,
    /// How many badges it awards.
    pub badges: usize,
    /// How many awards it made.
    pub awards: usize,
}

/// A page of `pages/` (`page.html`).
#[derive(Debug, Serialize)]
pub struct FreePage<'a> {
    /// The head of the page.
    pub page: Head<'a>,
    /// Its content.
    pub body_html: Html,
}

/// The desk where anybody checks badges (`verify.html`).
#[derive(Debug, Serialize)]
pub struct VerifyPage<'a> {
    /// The head of the page.
    pub page: Head<'a>,
    /// The DIDs of the site's issuers.
    pub dids: Vec<String>,
}

/// What is shown for an address that is not there (`not-found.html`).
#[derive(Debug, Serialize)]
pub struct NotFoundPage<'a> {
    /// The head of the page.
    pub page: Head<'a>,
    /// Some badges to go on with.
    pub badges: Vec<BadgeCard<'a>>,
    /// Where to report a link that leads nowhere.
    pub report_url: Option<String>,
}
