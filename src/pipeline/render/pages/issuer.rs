//! The page of an issuer, and the issuer's part of an award's page.

use crate::{
    disk::Error,
    model::{Issuer, Picture},
    pipeline::{
        plan::{LATEST, logo_name},
        render::{
            Kit,
            cards::{About, pager, part, root},
        },
    },
    theme::{
        Html, codes,
        markdown::to_html,
        page::{Alternate, AwardCard, Fact, Image, IssuerCard, IssuerPage, IssuerView, IssuersPage, KeyRow, Link},
    },
    words::Words,
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
        let document = |name: &str, key| Alternate {
            url: format!("{home}/{name}"),
            media_type: "application/ld+json",
            title: self.words.get(key),
        };
        let badges = self.plan.issuers.get(&issuer.slug).map_or(&[][..], |facts| &facts.badges);
        let description = match &issuer.url {
            Some(url) => Cow::Owned(format!("{} ({url})", issuer.name)),
            None => Cow::Borrowed(issuer.name.as_str()),
        };
        let description =
            self.words.plain("issuer-about", &[("issuer", (&description).into()), ("site", (&self.site.title).into())]);
        let filled = IssuerPage {
            page: self.head(
                path,
                About {
                    kind: "issuer",
                    title: Cow::Borrowed(&issuer.name),
                    description: Cow::Owned(description),
                    alternates: vec![
                        document("profile.json", "document-profile"),
                        document("issuer.json", "document-issuer"),
                        document("did.json", "document-did"),
                    ],
                    badge: None,
                },
            ),
            issuer: view(self, issuer, root),
            description_html: issuer.description.as_deref().map(|it| Html::made_here(to_html(it, 1))),
            facts: facts(issuer, self.words),
            badges: part(badges, page)
                .iter()
                .filter_map(|slug| self.gallery.badges.get(slug))
                .map(|badge| self.badge_card(badge, root))
                .collect(),
            pager: pager(page, badges.len(), &format!("{home}/index.html"), &home),
            awards: if page == 0 { self.latest_of(issuer, root) } else { Vec::new() },
        };
        self.fill("issuer.html", &filled, &[])
    }

    /// The latest awards of an issuer.
    fn latest_of(&self, issuer: &Issuer, root: &str) -> Vec<AwardCard<'a>> {
        let theirs = self.plan.newest.iter().filter(|&&it| self.gallery.assertions[it].issuer == issuer.slug);
        theirs.take(LATEST).map(|&award| self.award_card(award, root)).collect()
    }

    /// Every issuer.
    pub(in crate::pipeline::render) fn issuers_page(&self, path: &str) -> Result<Vec<u8>, Error> {
        let root = root(path);
        let filled = IssuersPage {
            page: self.head(
                path,
                About {
                    kind: "issuers",
                    title: Cow::Borrowed(self.words.get("nav-issuers")),
                    description: Cow::Owned(self.words.plain("issuers-about", &[("site", (&self.site.title).into())])),
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
    let on = |key, at| kit.words.say(key, &[("date", kit.calendar.date(at).into())]);
    issuer
        .keys
        .iter()
        .map(|key| {
            let (kind, state) = match (key.compromised, key.from, key.until) {
                (Some(at), ..) => ("compromised", on("key-compromised", at)),
                (None, _, Some(until)) if until <= kit.now => ("retired", on("key-retired", until)),
                (None, Some(from), _) if from > kit.now => ("future", on("key-future", from)),
                (None, Some(from), _) => ("current", on("key-current", from)),
                (None, None, _) => ("current", kit.words.get("key-today").to_owned()),
            };
            KeyRow { key: key.key.to_multibase(), state, kind }
        })
        .collect()
}

fn facts<'a>(issuer: &'a Issuer, words: &'a Words) -> Vec<Fact<'a>> {
    let parent = issuer.parent.as_ref().map(|parent| Fact {
        label: words.get("fact-part-of"),
        value: Cow::Borrowed(parent.name.as_str()),
        url: Some(Cow::Borrowed(parent.url.as_str())),
        iso: None,
    });
    let identifiers = issuer.identifiers.iter().map(|it| Fact {
        label: words.get("fact-registered"),
        value: Cow::Owned(format!(
            "{} ({})",
            it.identifier,
            codes::in_words(it.kind.strip_prefix("ext:").unwrap_or(&it.kind))
        )),
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
