//! What the gallery's search looks through: one file for the whole site, fetched when somebody first searches.
//!
//! It is a script, because browsers let a page that was opened from disk read no other file. It holds facts and no
//! words of a language: the page has those, and how a card looks.

use super::{Skill, gathered::Gathered, has_small_png, shelves::Shelf};
use crate::{
    model::{AwardRef, Badge, Gallery, Slug},
    theme::assets::integrity,
};
use data_encoding::HEXLOWER;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, HashMap};

/// The file, and by what pages know it.
#[derive(Debug)]
pub(in crate::pipeline) struct SearchIndex {
    /// Its path below the root.
    pub(in crate::pipeline) path: String,
    /// Its digest (Subresource Integrity).
    pub(in crate::pipeline) integrity: String,
    pub(in crate::pipeline) script: String,
}

/// Gathers what can be found.
pub(super) fn index(
    gallery: &Gallery,
    gathered: &Gathered<'_>,
    skills: &[Skill<'_>],
    badge_skills: &BTreeMap<&Slug, Vec<usize>>,
    years: &[Shelf<'_>],
) -> SearchIndex {
    let issuers: HashMap<&Slug, usize> =
        gallery.issuers.keys().enumerate().map(|(place, slug)| (slug, place)).collect();
    let mut of_badges: HashMap<&Slug, Vec<&str>> = HashMap::new();
    for year in years {
        for badge in &year.badges {
            of_badges.entry(&badge.slug).or_default().push(&year.key);
        }
    }
    let day = |award: Option<&AwardRef>| {
        award.map(|&it| gallery.site.time_zone.to_datetime(gallery.assertions[it].awarded).date().to_string())
    };
    let badge = |badge: &Badge| -> Value {
        let awards = gathered.badges.get(&badge.slug).map_or(&[][..], |it| &it.awards);
        json!([
            badge.slug.as_str(),
            badge.name,
            badge.description,
            badge.achievement_type.0,
            badge.level,
            issuers.get(&badge.issuer),
            badge_skills.get(&badge.slug),
            awards.len(),
            day(awards.first()),
            of_badges.get(&badge.slug),
            u8::from(badge.retired.is_some()),
            u8::from(has_small_png(badge)),
            badge.foreign(&gallery.site.language),
        ])
    };
    let people = gallery.people.values().map(|it| {
        let awards = gathered.people.get(&it.slug).map_or(0, |facts| facts.awards.len());
        json!([it.slug.as_str(), it.name, awards])
    });
    let found = json!({
        "badges": gallery.badges.values().map(badge).collect::<Vec<_>>(),
        "issuers": gallery.issuers.values().map(|it| json!([it.slug.as_str(), it.name])).collect::<Vec<_>>(),
        "skills": skills.iter().map(|it| json!([it.slug, it.name])).collect::<Vec<_>>(),
        "people": people.collect::<Vec<_>>(),
    });
    let script = format!("globalThis.accoladeGallery={found};\n");
    SearchIndex {
        path: format!("assets/gallery-{}.js", HEXLOWER.encode(&Sha256::digest(&script)[..6])),
        integrity: integrity(&script),
        script,
    }
}
