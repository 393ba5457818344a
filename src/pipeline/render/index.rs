//! `index.json`: the gallery as data, for whoever builds on it.
//!
//! ```json
//! { "title": …, "url": …, "generator": …, "built": …,
//!   "issuers": [{ "id", "name", "url", "did" }],
//!   "badges":  [{ "id", "name", "url", "issuer", "type", "image", "skills", "awards", "retired" }],
//!   "awards":  [{ "id", "url", "credential", "badge", "issuer", "awarded", "expires", "status", "recipient", "person" }] }
//! ```
//!
//! Lists are ordered by id. `issuer` and `badge` are ids within this file. `status` is the verdict at `built`.
//! `recipient` and `person` are there only for those who agreed to be named.

use super::{Kit, documents::pretty_of};
use crate::{
    model::{Assertion, AwardRef, Slug},
    theme::GENERATOR,
    time,
};
use serde::{Serialize, Serializer};

#[derive(Serialize)]
struct Index<'a> {
    title: &'a str,
    url: &'a str,
    generator: &'a str,
    built: &'a str,
    issuers: Vec<IssuerEntry<'a>>,
    badges: Vec<BadgeEntry<'a>>,
    awards: Awards<'a>,
}

/// All awards. Each entry is made when it is written: there may be a hundred thousand.
struct Awards<'a>(&'a Kit<'a>);

impl Serialize for Awards<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let awards = self.0.gallery.assertions.iter().enumerate();
        serializer.collect_seq(awards.map(|(award, assertion)| self.0.award_entry(award, assertion)))
    }
}

#[derive(Serialize)]
struct IssuerEntry<'a> {
    id: &'a str,
    name: &'a str,
    url: String,
    did: String,
}

#[derive(Serialize)]
struct BadgeEntry<'a> {
    id: &'a str,
    name: &'a str,
    url: String,
    issuer: &'a str,
    #[serde(rename = "type")]
    kind: &'a str,
    image: String,
    skills: &'a [String],
    awards: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    retired: Option<String>,
}

#[derive(Serialize)]
struct AwardEntry<'a> {
    id: &'a str,
    url: String,
    credential: String,
    badge: &'a str,
    issuer: &'a str,
    awarded: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    expires: Option<String>,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    recipient: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<&'a str>,
}

impl Kit<'_> {
    /// `index.json`.
    pub(super) fn index(&self) -> Vec<u8> {
        const ENTRY: usize = 480;
        pretty_of(
            (self.gallery.assertions.len() + self.gallery.badges.len() + 8) * ENTRY,
            &Index {
                title: &self.site.title,
                url: self.site.served_at.as_str(),
                generator: GENERATOR,
                built: &self.built.iso,
                issuers: self.issuer_entries(),
                badges: self.badge_entries(),
                awards: Awards(self),
            },
        )
    }

    fn issuer_entries(&self) -> Vec<IssuerEntry<'_>> {
        self.gallery
            .issuers
            .values()
            .map(|issuer| IssuerEntry {
                id: issuer.slug.as_str(),
                name: &issuer.name,
                url: self.at(&format!("issuers/{}/", issuer.slug)),
                did: self.site.base_url.did(&issuer.slug),
            })
            .collect()
    }

    fn badge_entries(&self) -> Vec<BadgeEntry<'_>> {
        self.gallery
            .badges
            .values()
            .map(|badge| BadgeEntry {
                id: badge.slug.as_str(),
                name: &badge.name,
                url: self.at(&format!("badges/{}/", badge.slug)),
                issuer: badge.issuer.as_str(),
                kind: &badge.achievement_type.0,
                image: self.at(&format!("badges/{}/image.png", badge.slug)),
                skills: &badge.skills,
                awards: self.awards_of(&badge.slug).len(),
                retired: badge.retired.as_ref().map(|(at, _)| time::format(*at)),
            })
            .collect()
    }

    fn award_entry<'e>(&'e self, award: AwardRef, assertion: &'e Assertion) -> AwardEntry<'e> {
        let url = self.at(&format!("assertions/{}/", assertion.id));
        AwardEntry {
            id: assertion.id.as_str(),
            credential: format!("{url}credential.json"),
            url,
            badge: assertion.badge.as_str(),
            issuer: assertion.issuer.as_str(),
            awarded: time::format(assertion.awarded),
            expires: assertion.valid_until.map(time::format),
            status: self.plan.verified.verdict(award).kind(),
            recipient: self.named(award),
            person: self.gallery.owners.get(&assertion.id).map(Slug::as_str),
        }
    }
}
