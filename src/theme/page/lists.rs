//! Pages that list: the gallery, people, skills, issuers; and the plain ones.

use super::{AwardCard, BadgeCard, Head, Image, Link, Moment, Pager, Text};
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
    /// Where one is in the list.
    pub pager: Pager,
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
    pub bio_html: Option<String>,
    /// Links they want shown.
    pub links: Vec<Link<'a>>,
    /// Their awards, newest first.
    pub awards: Vec<AwardCard<'a>>,
    /// How many awards they have.
    pub award_count: usize,
    /// What their badges prove.
    pub skills: Vec<Link<'a>>,
    /// Since when they earn badges.
    pub since: Option<Moment>,
    /// Where one is in the list.
    pub pager: Pager,
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

/// A skill in a list.
#[derive(Debug, Serialize)]
pub struct SkillCard<'a> {
    /// Its page.
    pub url: String,
    /// Its name.
    pub name: &'a str,
    /// How many badges prove it.
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
    pub body_html: Text<'a>,
}

/// The desk where anybody checks badges (`verify.html`).
#[derive(Debug, Serialize)]
pub struct VerifyPage<'a> {
    /// The head of the page.
    pub page: Head<'a>,
}

/// What is shown for an address that is not there (`not-found.html`).
#[derive(Debug, Serialize)]
pub struct NotFoundPage<'a> {
    /// The head of the page.
    pub page: Head<'a>,
    /// Some badges to go on with.
    pub badges: Vec<BadgeCard<'a>>,
}
