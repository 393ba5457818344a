//! The badge of an award, as it was signed.
//!
//! Nearly all awards of a badge were signed with the same words: they are read once, and made ready for the template once.

use super::{OUTLINE, ROOT, is_web, signed::alignment};
use crate::{
    model::{Badge, PictureKind, Slug},
    openbadges::v3,
    pipeline::render::Kit,
    theme::{
        Html, Shared, codes,
        markdown::to_html,
        page::{Alternate, AwardedBadge, Download},
    },
    words::{Words, same_language},
};
use rayon::prelude::*;
use serde_json::value::RawValue;
use std::{borrow::Cow, collections::HashMap};

/// A badge as awards were signed with it.
#[derive(Debug)]
pub(in crate::pipeline::render) struct Signed<'a> {
    /// The achievement, as it is written in a credential.
    achievement: String,
    pub(super) page: AwardedBadge<'a>,
    pub(super) shared: Shared,
}

impl<'a> Signed<'a> {
    /// What the credential of an award of `badge` has as its achievement.
    pub(super) fn read(kit: &Kit<'a>, badge: &'a Badge, achievement: &RawValue) -> Result<Self, String> {
        let page = kit.awarded_badge(badge, v3::read_achievement(achievement)?);
        let shared = Shared::of(&page);
        Ok(Self { achievement: achievement.get().to_owned(), page, shared })
    }

    /// Each badge as its newest award was signed.
    pub(in crate::pipeline::render) fn newest(kit: &Kit<'a>) -> HashMap<&'a Slug, Self> {
        let badges = kit.plan.badges.par_iter().filter_map(|(slug, facts)| {
            let badge = kit.gallery.badges.get(*slug)?;
            let bytes = kit.gallery.assertions[*facts.awards.first()?].signed.bytes();
            // What cannot be read is told of when its page is made.
            let achievement = v3::read_around(&bytes).ok()?.subject.achievement;
            Some((*slug, Self::read(kit, badge, achievement).ok()?))
        });
        badges.collect()
    }

    /// Whether this achievement is written like that which it was made of.
    pub(super) fn is(&self, achievement: &RawValue) -> bool {
        self.achievement == achievement.get()
    }
}

impl<'a> Kit<'a> {
    fn awarded_badge(&self, badge: &'a Badge, achievement: v3::Achievement<'_>) -> AwardedBadge<'a> {
        let kind = achievement.achievement_type.as_deref();
        let tags = achievement.tags.into_iter().map(|it| owned(it.0)).collect();
        AwardedBadge {
            name: owned(achievement.name.0),
            language: achievement
                .in_language
                .map(|it| owned(it.0))
                .filter(|it| !same_language(it, &self.site.language)),
            description: owned(achievement.description.0),
            kind: kind.map_or(Cow::Borrowed(self.words.get("type-Badge")), |code| {
                owned(codes::achievement_type(self.words, code))
            }),
            criteria_html: achievement.criteria.narrative.map_or(Html::default(), |it| {
                // Nearly every award was made by the criteria as they are today, whose HTML is at hand.
                match *it == *badge.criteria.narrative {
                    true => self.criteria[&badge.slug].clone(),
                    false => Html::made_here(to_html(&it, OUTLINE)),
                }
            }),
            criteria_url: achievement.criteria.id.map(|it| owned(it.0)).filter(|url| is_web(url)),
            skills: self.skills_signed(&badge.slug, tags, ROOT),
            alignments: achievement.alignments.into_iter().map(alignment).collect(),
            badge_url: format!("{ROOT}badges/{}/index.html", badge.slug),
            image: self.image(badge, ROOT),
            downloads: self.downloads(badge),
            documents: documents(self.words),
        }
    }

    fn downloads(&self, badge: &Badge) -> Vec<Download<'a>> {
        let has_svg = badge.picture.as_ref().is_none_or(|picture| picture.kind == PictureKind::Svg);
        let mut files = vec![Download {
            url: "credential.json",
            name: self.words.get("download-credential"),
            purpose: self.words.get("download-credential-for"),
        }];
        if self.site.award_pictures.png() {
            files.push(Download {
                url: "badge.png",
                name: self.words.get("download-png"),
                purpose: self.words.get("download-png-for"),
            });
        }
        if self.site.award_pictures.svg() && has_svg {
            files.push(Download {
                url: "badge.svg",
                name: self.words.get("download-svg"),
                purpose: self.words.get("download-svg-for"),
            });
        }
        files
    }
}

fn documents(words: &Words) -> Vec<Alternate<'_>> {
    vec![
        Alternate {
            url: "credential.json".into(),
            media_type: "application/ld+json",
            title: words.get("document-credential"),
        },
        Alternate {
            url: "assertion.json".into(),
            media_type: "application/ld+json",
            title: words.get("document-assertion"),
        },
    ]
}

/// A text that outlives the credential it stands in.
pub(super) fn owned<'o>(text: Cow<'_, str>) -> Cow<'o, str> {
    Cow::Owned(text.into_owned())
}
