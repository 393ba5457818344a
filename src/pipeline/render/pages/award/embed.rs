//! An award as a card for the frames of other pages.

use super::ROOT;
use crate::{
    disk::Error,
    model::{AssertionId, AwardRef},
    pipeline::render::{Kit, cards::About, verdict},
    theme::page::{EmbedPage, EmbeddedAward, Head, Text},
};
use std::borrow::Cow;

impl<'a> Kit<'a> {
    /// The card of an award.
    pub(in crate::pipeline::render) fn embed_page(&self, award: AwardRef) -> Result<Vec<u8>, Error> {
        let assertion = &self.gallery.assertions[award];
        let name: Text<'_> = Cow::Borrowed(&*assertion.badge_name);
        let issuer = self.issuer(&assertion.issuer).map_or("", |it| it.name.as_str());
        let title = self.words.plain("award-title", &[("badge", (&name).into()), ("issuer", issuer.into())]);
        let judged = self.plan.verified.verdict(award);
        let view = verdict::view(judged, assertion.valid_until, self.now, &self.calendar, self.words, &self.built);
        let page = EmbedPage {
            page: self.embed_head(assertion.id, Cow::Owned(title)),
            award: Some(EmbeddedAward {
                spare_words_html: self.scripts.spare_html(view.kind, true),
                verdict: view,
                recipient: self.recipient(award),
                issuer_name: Cow::Borrowed(assertion.issuer_name.as_deref().unwrap_or(issuer)),
                name,
                image: self.small_image(&assertion.badge, ROOT),
                awarded: self.calendar.day(assertion.awarded),
            }),
            erased: None,
        };
        self.fill("embed.html", &page, &[])
    }

    /// What is left of the card of an erased award.
    pub(in crate::pipeline::render) fn erased_embed_page(&self, id: AssertionId) -> Result<Vec<u8>, Error> {
        let erased = self.gallery.standings.get(&id).and_then(|standing| standing.erased).unwrap_or(self.now);
        let page = EmbedPage {
            page: self.embed_head(id, Cow::Borrowed(self.words.get("erased-title"))),
            award: None,
            erased: Some(self.calendar.day(erased)),
        };
        self.fill("embed.html", &page, &[])
    }

    /// The head of a card, which stands for the award's own page.
    fn embed_head(&self, id: AssertionId, title: Text<'a>) -> Head<'a> {
        let about = About { kind: "embed", title, description: Cow::Borrowed(""), alternates: Vec::new(), badge: None };
        let mut head = self.head(&format!("assertions/{id}/index.html"), about);
        head.listed = false;
        head
    }
}
