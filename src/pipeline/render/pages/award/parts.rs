//! What the pages of all awards have, or those of an issuer, made once.

use crate::{
    pipeline::render::{Kit, cards::About},
    theme::{Html, Prepared, page::IssuerView},
};
use std::borrow::Cow;

/// An issuer as the pages of its awards show it.
#[derive(Debug)]
pub(in crate::pipeline::render) struct SharedIssuer<'a> {
    pub(super) view: Prepared<IssuerView<'a>>,
    pub(super) html: Option<Html>,
}

impl<'a> SharedIssuer<'a> {
    pub(in crate::pipeline::render) fn new(kit: &Kit<'a>, view: &IssuerView<'a>) -> Self {
        Self { view: Prepared::new(view), html: kit.pages.part("award_issuer", "issuer", view) }
    }
}

/// What stands above and below every award: of ours it is known that it asks for nothing that differs between awards.
#[derive(Debug, Default)]
pub(in crate::pipeline::render) struct Frame {
    pub(super) header: Option<Html>,
    pub(super) footer: Option<Html>,
}

impl Frame {
    pub(in crate::pipeline::render) fn of_awards(kit: &Kit<'_>) -> Self {
        let about = About {
            kind: "assertion",
            title: Cow::Borrowed(""),
            description: Cow::Borrowed(""),
            alternates: Vec::new(),
            badge: None,
        };
        let page = kit.head("assertions/0/index.html", about);
        let part = |component| kit.pages.is_ours(component).then(|| kit.pages.part(component, "page", &page)).flatten();
        Self { header: part("site_header"), footer: part("site_footer") }
    }
}
