//! The page of an issuer, and the issuer's part of an award's page.

use crate::{
    disk::Error,
    model::{Issuer, Picture},
    pipeline::{
        plan::logo_name,
        render::{
            Kit,
            cards::{About, pager, part, root},
        },
    },
    theme::{
        codes,
        markdown::to_html,
        page::{Alternate, Fact, Image, IssuerCard, IssuerPage, IssuerView, IssuersPage, KeyRow, Link},
    },
};
use std::borrow::Cow;

/// How high a logo is shown.
const LOGO: u32 = 64;

impl<'a> Kit<'a> {
    /// Page `page` (from 0) of an issuer.
    pub(in crate::pipeline::render) fn issuer_page(
        &self,
        issuer: &'a Issuer,
        page: u32,
        path: &str,
    ) -> Result<Vec<u8>, Error> {
        let root = root(path);
        let home = format!("{root}issuers/{}", issuer.slug);
        let document =
            |name: &str, title| Alternate { url: format!("{home}/{name}"), media_type: "application/ld+json", title };
        let badges = self.plan.issuers.get(&issuer.slug).map_or(&[][..], |facts| &facts.badges);
        let description = match &issuer.url {
            Some(url) => format!("{} ({url}) awards badges on {}.", issuer.name, self.site.title),
            None => format!("{} awards badges on {}.", issuer.name, self.site.title),
        };
        let filled = IssuerPage {
            page: self.head(
                path,
                About {
                    kind: "issuer",
                    title: Cow::Borrowed(&issuer.name),
                    description: Cow::Owned(description),
                    alternates: vec![
                        document("profile.json", "Open Badges 3.0 profile"),
                        document("issuer.json", "Open Badges 2.0 issuer"),
                        document("did.json", "DID document"),
                    ],
                    badge: None,
                },
            ),
            issuer: view(self, issuer, root),
            description_html: issuer.description.as_deref().map(|it| to_html(it, 1)),
            facts: facts(issuer),
            badges: part(badges, page)
                .iter()
                .filter_map(|slug| self.gallery.badges.get(slug))
                .map(|badge| self.badge_card(badge, root))
                .collect(),
            pager: pager(page, badges.len(), &format!("{home}/index.html"), &home),
        };
        self.fill("issuer.html", &filled, &[])
    }

    /// Every issuer.
    pub(in crate::pipeline::render) fn issuers_page(&self, path: &str) -> Result<Vec<u8>, Error> {
        let root = root(path);
        let filled = IssuersPage {
            page: self.head(
                path,
                About {
                    kind: "issuers",
                    title: Cow::Borrowed("Issuers"),
                    description: Cow::Owned(format!("Who awards the badges of {}.", self.site.title)),
                    alternates: Vec::new(),
                    badge: None,
                },
            ),
            issuers: self.gallery.issuers.values().map(|issuer| self.issuer_card(issuer, root)).collect(),
        };
        self.fill("issuers.html", &filled, &[])
    }

    /// An issuer in a list.
    pub(in crate::pipeline::render) fn issuer_card(&self, issuer: &'a Issuer, root: &str) -> IssuerCard<'a> {
        let facts = self.plan.issuers.get(&issuer.slug);
        IssuerCard {
            url: format!("{root}issuers/{}/index.html", issuer.slug),
            name: &issuer.name,
            logo: logo(issuer, root),
            badges: facts.map_or(0, |it| it.badges.len()),
            awards: facts.map_or(0, |it| it.awards),
        }
    }
}

/// An issuer, and why to believe that it is them.
pub(in crate::pipeline::render) fn view<'a>(kit: &Kit<'a>, issuer: &'a Issuer, root: &str) -> IssuerView<'a> {
    let facts = kit.plan.issuers.get(&issuer.slug);
    IssuerView {
        url: format!("{root}issuers/{}/index.html", issuer.slug),
        name: &issuer.name,
        logo: logo(issuer, root),
        home: issuer.url.as_deref(),
        email: issuer.email.as_deref(),
        domain: kit.site.base_url.authority(),
        did: kit.site.base_url.did(&issuer.slug),
        did_document: format!("{root}issuers/{}/did.json", issuer.slug),
        keys: keys(kit, issuer),
        since: facts.and_then(|it| it.first).map(|at| kit.calendar.day(at)),
        awards: facts.map_or(0, |it| it.awards),
        badges: facts.map_or(0, |it| it.badges.len()),
        repository: kit.site.repository.as_deref(),
        links: issuer
            .links
            .iter()
            .map(|link| Link { name: Cow::Borrowed(&link.name), url: Cow::Borrowed(&link.url) })
            .collect(),
    }
}

fn keys(kit: &Kit<'_>, issuer: &Issuer) -> Vec<KeyRow> {
    let date = |at| kit.calendar.date(at);
    issuer
        .keys
        .iter()
        .map(|key| {
            let (kind, state) = match (key.compromised, key.from, key.until) {
                (Some(at), ..) => {
                    ("compromised", format!("compromised since {}; nothing signed from then on counts", date(at)))
                }
                (None, _, Some(until)) if until <= kit.now => ("retired", format!("signed until {}", date(until))),
                (None, Some(from), _) if from > kit.now => ("future", format!("signs from {}", date(from))),
                (None, Some(from), _) => ("current", format!("signs since {}", date(from))),
                (None, None, _) => ("current", "signs today".to_owned()),
            };
            KeyRow { key: key.key.to_multibase(), state, kind }
        })
        .collect()
}

fn facts(issuer: &Issuer) -> Vec<Fact<'_>> {
    let parent = issuer.parent.as_ref().map(|parent| Fact {
        label: "Part of",
        value: Cow::Borrowed(parent.name.as_str()),
        url: Some(Cow::Borrowed(parent.url.as_str())),
        iso: None,
    });
    let identifiers = issuer.identifiers.iter().map(|it| Fact {
        label: "Registered as",
        value: Cow::Owned(format!("{} ({})", it.identifier, codes::in_words(&it.kind))),
        url: None,
        iso: None,
    });
    parent.into_iter().chain(identifiers).collect()
}

/// The logo, in its own proportions.
fn logo<'a>(issuer: &'a Issuer, root: &str) -> Option<Image<'a>> {
    let Picture { kind, size, alt, .. } = issuer.logo.as_ref()?;
    let width = (u64::from(size.0) * u64::from(LOGO) / u64::from(size.1.max(1))).clamp(1, u64::from(LOGO) * 4);
    Some(Image {
        url: format!("{root}issuers/{}/{}", issuer.slug, logo_name(*kind)),
        width: u32::try_from(width).unwrap_or(LOGO),
        height: LOGO,
        alt: Cow::Borrowed(alt),
    })
}
