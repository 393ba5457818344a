//! What each file is made of, so that it need not be made to know whether it would be the same.
//!
//! Whoever lets a file show something new has to look here; `tests/same_bytes.rs` compares what is left with what is made
//! anew.

use super::Site;
use crate::model::Slug;
use crate::pipeline::{
    Plan,
    fingerprint::{Fingerprint, Origin, Print},
    plan::File,
};
use rayon::prelude::*;
use serde::Serialize;
use std::collections::HashMap;

/// What files are made of.
#[derive(Debug)]
pub(super) struct Fingerprints<'a> {
    /// The program itself.
    program: Fingerprint,
    /// What people define.
    defined: Fingerprint,
    /// Everything in the repository.
    whole: Fingerprint,
    /// For each award what was signed, how it was judged, and what the ledger says of it.
    awards: Vec<Fingerprint>,
    /// What the pages of an issuer's awards say of the issuer.
    issuers: HashMap<&'a Slug, Fingerprint>,
    /// The time, which pages show.
    now: Fingerprint,
}

impl<'a> Fingerprints<'a> {
    pub(super) fn new(origin: Origin, plan: &Plan<'_>, events: &super::Events<'_>) -> Self {
        let verified = plan.verified;
        let gallery = verified.gallery();
        let answers: Vec<_> = verified.answers().par_iter().map(|it| Print::of("answers").hash(&**it).done()).collect();
        let award = |award: usize| {
            let assertion = &gallery.assertions[award];
            let print = Print::of("award").part(assertion.path.as_bytes()).part(&assertion.signed.bytes());
            let print = print.hash(verified.verdict(award)).part(&answers[verified.answered(award)].0);
            print.hash(&events.get(&assertion.id)).hash(&gallery.standings.get(&assertion.id)).done()
        };
        let awards: Vec<_> = (0..gallery.assertions.len()).into_par_iter().map(award).collect();
        let mut whole = Print::of("everything").part(&origin.whole.0);
        for award in &awards {
            whole = whole.part(&award.0);
        }
        let now = Print::of("now").value(&verified.now()).done();
        Self {
            program: origin.program,
            // How large a logo is, only the file in `static/` tells.
            defined: Print::of("look").part(&origin.defined.0).value(&gallery.site.look).done(),
            whole: whole.done(),
            awards,
            issuers: HashMap::new(),
            now,
        }
    }

    /// Adds what the pages of an issuer's awards say of it.
    pub(super) fn add_issuer(&mut self, issuer: &'a Slug, view: &impl Serialize) {
        // What cannot be written as JSON is no page, and is found out when it is to be one.
        let view = serde_json::to_vec(view).unwrap_or_default();
        self.issuers.insert(issuer, Print::of("issuer").part(&view).done());
    }
}

impl Site<'_> {
    /// What decides the content of a file.
    pub(super) fn made_of(&self, file: usize) -> Option<Fingerprint> {
        let Fingerprints { program, defined, whole, awards, issuers, now } = self.kit.fingerprints.as_ref()?;
        let kit = &self.kit;
        let of_award = |kind: &str, award: u32| Print::of(kind).part(&defined.0).part(&awards[award as usize].0);
        let card = |card: super::preview::Card<'_>| card.fingerprint().part(&program.0);
        let picture =
            |size: &str, badge: u32| Print::of(size).part(&program.0).part(kit.pictures[badge as usize].key());
        let print = match kit.plan.files[file].1 {
            // These say when it was checked.
            File::Award { award } => {
                let issuer = issuers.get(&kit.gallery.assertions[award as usize].issuer)?;
                of_award("page", award).part(&issuer.0).part(&now.0)
            }
            File::Embed { award } => of_award("embed", award).part(&now.0),
            File::Credential { award } => of_award("credential", award),
            File::Hosted { award } => of_award("hosted", award),
            File::BakedPng { award } => of_award("png", award),
            File::BakedSvg { award } => of_award("svg", award),

            // A card shows few things, and takes long to draw.
            File::AwardCard { award } => card(kit.award_preview(award as usize).ok()??),
            File::BadgeCard { badge } => card(kit.badge_preview(self.badges[badge as usize], badge as usize).ok()?),
            File::IssuerCard { issuer } => card(kit.issuer_preview(self.issuers[issuer as usize]).ok()?),
            File::Card => card(kit.gallery_preview().ok()?),
            File::BadgePng { badge } => picture("large", badge),
            File::BadgeSmall { badge } => picture("small", badge),

            // What stands in it is not all in the repository's files.
            File::Build => return None,
            // Anything may be counted or listed in it.
            _ => Print::of("any").part(&whole.0).part(&now.0),
        };
        Some(print.done())
    }
}
