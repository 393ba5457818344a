//! Machine-readable documents: Open Badges 3.0 and 2.0, DID documents, baked pictures.

use super::Kit;
use crate::{
    disk::Error,
    model::{AwardRef, Badge, Issuer},
    openbadges::{v2, v3, world},
    trust::Verdict,
};
use serde_json::Value;

/// Pretty JSON with a final newline, as all documents here are written.
pub(super) fn pretty(value: &impl serde::Serialize) -> Vec<u8> {
    pretty_of(2 << 10, value)
}

/// The same of a document of which it is known about how many bytes it takes: a large one would be moved again and again.
pub(super) fn pretty_of(size: usize, value: &impl serde::Serialize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(size);
    serde_json::to_writer_pretty(&mut bytes, value).expect("maps have text keys, and memory does not fail");
    bytes.push(b'\n');
    bytes
}

impl Kit<'_> {
    /// `achievement.json`: the badge as it is today.
    pub(super) fn achievement(&self, badge: &Badge) -> Vec<u8> {
        self.issuer(&badge.issuer).map(|issuer| pretty(&v3::achievement(badge, issuer, self.site))).unwrap_or_default()
    }

    /// `badge.json`.
    pub(super) fn badge_class(&self, badge: &Badge) -> Vec<u8> {
        pretty(&v2::badge_class(badge, self.site))
    }

    /// `profile.json`.
    pub(super) fn profile(&self, issuer: &Issuer) -> Vec<u8> {
        pretty(&v3::profile(issuer, self.site))
    }

    /// `issuer.json`.
    pub(super) fn hosted_issuer(&self, issuer: &Issuer) -> Vec<u8> {
        pretty(&v2::issuer(issuer, self.site))
    }

    /// `did.json`: every key that the issuer signs or signed with, and what the issuer was called where the site was before.
    pub(super) fn did_document(&self, issuer: &Issuer) -> Vec<u8> {
        let id = self.site.base_url.did(&issuer.slug);
        let mut document = world::controller(issuer, &id).to_document();
        let former: Vec<_> = self.site.previous_base_urls.iter().map(|it| it.did(&issuer.slug)).collect();
        if !former.is_empty() {
            document["alsoKnownAs"] = former.into();
        }
        pretty(&document)
    }

    /// `assertion.json`.
    pub(super) fn hosted_assertion(&self, award: AwardRef) -> Result<Vec<u8>, Error> {
        Ok(pretty(&self.hosted(award)?))
    }

    fn hosted(&self, award: AwardRef) -> Result<Value, Error> {
        let assertion = &self.gallery.assertions[award];
        let bytes = assertion.signed.bytes();
        let deed = v3::deed(&bytes).map_err(|why| Error::Refused(format!("`{}`: {why}", assertion.path)))?;
        Ok(v2::assertion(assertion, &deed, self.plan.verified.verdict(award), self.site))
    }

    /// `badge.png`: the badge's picture with both documents inside.
    pub(super) fn baked_png(&self, award: AwardRef) -> Result<Vec<u8>, Error> {
        let assertion = &self.gallery.assertions[award];
        let Some(&number) = self.numbers.get(&assertion.badge) else { return Ok(Vec::new()) };
        let bakery = self.pictures[number].png_bakery()?;
        // The older version has no signature that could still be checked, so what was withdrawn is not baked.
        let withdrawn = matches!(self.plan.verified.verdict(award), Verdict::Revoked(_) | Verdict::Suspended);
        let hosted = if withdrawn { None } else { Some(self.hosted(award)?.to_string()) };
        Ok(bakery.bake(text(&assertion.signed.bytes()), hosted.as_deref()))
    }

    /// `badge.svg`: the badge's picture with the signed document inside.
    pub(super) fn baked_svg(&self, award: AwardRef) -> Result<Vec<u8>, Error> {
        let assertion = &self.gallery.assertions[award];
        match (self.numbers.get(&assertion.badge), text(&assertion.signed.bytes())) {
            (Some(&number), Some(document)) => Ok(self.pictures[number].svg_bakery()?.bake(document)),
            _ => Ok(Vec::new()),
        }
    }
}

/// A committed document as text; it was read as JSON, so it is UTF-8.
fn text(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok()
}
