//! The page where anybody nominates, and posters that lead to it.

use crate::{
    disk::Error,
    model::Badge,
    pipeline::render::{
        Kit,
        cards::{About, root},
    },
    theme::{
        Html, assets,
        page::{NominateBadge, NominatePage, PosterPage},
    },
    time,
};
use std::borrow::Cow;

impl Kit<'_> {
    /// The page where anybody nominates.
    pub(in crate::pipeline::render) fn nominate_page(&self, path: &str) -> Result<Vec<u8>, Error> {
        let about = About {
            kind: "nominate",
            title: Cow::Borrowed(self.words.get("nominate-title")),
            description: Cow::Borrowed(self.words.get("nominate-lead")),
            alternates: Vec::new(),
            badge: None,
        };
        let open: Vec<&Badge> = self.gallery.badges.values().filter(|badge| badge.retired.is_none()).collect();
        let filled = NominatePage {
            page: self.head(path, about),
            script: assets::nominate_path(),
            integrity: assets::nominate_integrity(),
            badges: open
                .iter()
                .map(|badge| NominateBadge {
                    slug: badge.slug.as_str(),
                    name: &badge.name,
                    until: badge.nominations_until.map(|end| self.calendar.last_day(end)),
                    closes: badge.nominations_until.map(time::format),
                })
                .collect(),
            example: open.first().map_or("a-badge", |badge| badge.slug.as_str()),
            new_file: self.forge.as_ref().and_then(|forge| forge.new_file()),
            host: self.forge.as_ref().map_or("", |forge| forge.host()),
            issue_form: self.forge.as_ref().map(|forge| forge.form("nomination")),
        };
        self.fill("nominate.html", &filled, &[])
    }

    /// A poster that leads there, for a badge with a closing date.
    pub(in crate::pipeline::render) fn poster_page(&self, badge: &Badge, path: &str) -> Result<Vec<u8>, Error> {
        let root = root(path);
        let image = self.image(badge, root);
        let about = About {
            kind: "poster",
            title: Cow::Owned(self.words.plain("poster-title", &[("badge", badge.name.as_str().into())])),
            description: Cow::Borrowed(&badge.description),
            alternates: Vec::new(),
            badge: Some((&badge.slug, image.alt.clone())),
        };
        let mut page = self.head(path, about);
        page.listed = false;
        let form_address = self.at(&format!("nominate/#{}", badge.slug));
        let end = badge.nominations_until.unwrap_or(self.now);
        let filled = PosterPage {
            page,
            name: &badge.name,
            description: &badge.description,
            form_url: format!("{root}nominate/index.html#{}", badge.slug).into(),
            qr_html: Html::made_here(crate::art::qr(&form_address)),
            form_address,
            until: self.calendar.last_day(end),
            closed: end <= self.now,
            image,
        };
        self.fill("poster.html", &filled, &[])
    }
}
