//! Former names: their addresses lead to the present ones, and documents answer under both.

use super::{
    File, Files,
    gathered::{BadgeFacts, PersonFacts},
};
use crate::model::{Gallery, Slug};
use std::collections::BTreeMap;

/// A name that a badge or somebody had before.
#[derive(Debug)]
pub(in crate::pipeline) struct Former {
    /// `badges` or `people`.
    pub(in crate::pipeline) folder: &'static str,
    /// The name of before.
    pub(in crate::pipeline) old: Slug,
    /// The name of now.
    pub(in crate::pipeline) now: Slug,
    /// How many awards their list has.
    awards: usize,
}

/// Every former name.
pub(super) fn gather(
    gallery: &Gallery,
    badges: &BTreeMap<&Slug, BadgeFacts>,
    people: &BTreeMap<&Slug, PersonFacts>,
) -> Vec<Former> {
    let of = |folder, names: &BTreeMap<Slug, Slug>, awards: &dyn Fn(&Slug) -> usize| -> Vec<Former> {
        let names = names.iter().map(|(old, now)| (old.clone(), now.clone(), awards(now)));
        names.map(|(old, now, awards)| Former { folder, old, now, awards }).collect()
    };
    let mut former = of("badges", &gallery.former_badges, &|it| badges.get(it).map_or(0, |it| it.awards.len()));
    former.extend(of("people", &gallery.former_people, &|it| people.get(it).map_or(0, |it| it.awards.len())));
    former
}

impl Files {
    /// Pages that lead on, and the documents and pictures that signed awards name.
    pub(super) fn former(&mut self, gallery: &Gallery, former: &[Former]) {
        for (place, it) in (0..).zip(former) {
            let folder = format!("{}/{}", it.folder, it.old);
            self.paged(&folder, it.awards, |page| File::Moved { former: place, page });
            let number = (0..).zip(&gallery.badges).find(|(_, (slug, _))| it.folder == "badges" && **slug == it.now);
            let Some((badge, (_, definition))) = number else { continue };
            self.add(format!("{folder}/achievement.json"), File::FormerAchievement { former: place });
            self.add(format!("{folder}/badge.json"), File::FormerBadgeClass { former: place });
            self.badge_pictures(&folder, badge, definition, gallery.site.cards);
        }
    }
}
