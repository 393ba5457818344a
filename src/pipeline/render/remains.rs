//! What answers where something was: under the addresses of an erased award, and under the former name of a badge or of
//! somebody.

use super::{
    Kit,
    cards::{About, root},
    documents::pretty,
};
use crate::{
    art,
    disk::Error,
    model::{AssertionId, Badge, PictureKind},
    openbadges::{address, v2},
    pipeline::plan::Former,
    theme::page::MovedPage,
    time,
};
use serde_json::json;
use std::{borrow::Cow, sync::LazyLock};

/// In place of an erased award's picture: an empty ring, which says nothing about anybody.
pub(super) const SVG: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><circle cx="256" cy="256" r="200" fill="none" stroke="#8a8f98" stroke-width="24" stroke-dasharray="48 24"/></svg>
"##;

/// The same as PNG. All erased awards have this one.
pub(super) fn png() -> Result<&'static [u8], Error> {
    static PNG: LazyLock<Result<Vec<u8>, String>> = LazyLock::new(|| art::png(PictureKind::Svg, SVG.as_bytes(), 512));
    PNG.as_deref().map_err(|why| Error::Refused(why.clone()))
}

/// The same where the award's card was.
pub(super) fn card() -> Result<&'static [u8], Error> {
    static CARD: LazyLock<Result<Vec<u8>, String>> = LazyLock::new(|| {
        let ring = SVG.trim_end().replacen("<svg", r#"<svg x="344" y="59" width="512" height="512""#, 1);
        let card = |inside: &str| {
            let (width, height) = art::CARD;
            format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">{inside}</svg>"#)
        };
        art::Ground::new(&card(&ring), &[], false, &card(""))?.with(&card(""))
    });
    CARD.as_deref().map_err(|why| Error::Refused(why.clone()))
}

impl Kit<'_> {
    /// In place of the signed document.
    pub(super) fn erased_credential(&self, id: AssertionId) -> Vec<u8> {
        let when = self.gallery.standings.get(&id).and_then(|it| it.erased).map(time::format);
        pretty(&json!({ "id": address::credential(&self.site.base_url, id), "erased": when }))
    }

    /// In place of the Open Badges 2.0 assertion: one that is revoked.
    pub(super) fn erased_assertion(&self, id: AssertionId) -> Vec<u8> {
        pretty(&json!({
            "@context": v2::CONTEXT,
            "type": "Assertion",
            "id": address::assertion(&self.site.served_at, id),
            "revoked": true,
            "revocationReason": "Erased",
        }))
    }

    /// The achievement under its former id, as signed awards name it.
    pub(super) fn former_achievement(&self, former: &Former) -> Vec<u8> {
        self.under_former_name(former).map(|badge| self.achievement(&badge)).unwrap_or_default()
    }

    /// The badge class under its former address.
    pub(super) fn former_badge_class(&self, former: &Former) -> Vec<u8> {
        self.under_former_name(former).map(|badge| self.badge_class(&badge)).unwrap_or_default()
    }

    fn under_former_name(&self, former: &Former) -> Option<Badge> {
        let badge = self.gallery.badges.get(&former.now)?;
        Some(Badge { slug: former.old.clone(), ..badge.clone() })
    }

    /// A page that leads from a former name to the present one, without a script.
    pub(super) fn moved_page(&self, former: &Former, page: u32, path: &str) -> Result<Vec<u8>, Error> {
        let name = match former.folder {
            "badges" => self.gallery.badges.get(&former.now).map(|it| it.name.as_str()),
            _ => self.gallery.people.get(&former.now).map(|it| it.name.as_str()),
        };
        let name = name.unwrap_or(former.now.as_str());
        let folder = match page {
            0 => format!("{}/{}/", former.folder, former.now),
            page => format!("{}/{}/{}/", former.folder, former.now, page + 1),
        };
        let about = About {
            kind: "moved",
            title: Cow::Borrowed(name),
            description: Cow::Borrowed(name),
            alternates: Vec::new(),
            badge: None,
        };
        let mut head = self.head(path, about);
        head.listed = false;
        let to = format!("{}{folder}index.html", root(path));
        self.fill("moved.html", &MovedPage { page: head, name, to, canonical: self.at(&folder) }, &[])
    }
}
