//! The page of a badge.

use crate::{
    disk::Error,
    model::{Awarding, Badge, RelatedBadge, ResultDescription, Validity},
    pipeline::render::{
        Kit,
        cards::{About, pager, part, root},
    },
    theme::{
        codes,
        page::{AlignmentRow, Alternate, AwardingView, BadgePage, Fact, LevelRow, Link, ResultInfo, Text},
    },
};
use std::borrow::Cow;

impl<'a> Kit<'a> {
    /// Page `page` (from 0) of a badge.
    pub(in crate::pipeline::render) fn badge_page(
        &self,
        badge: &'a Badge,
        page: u32,
        path: &str,
    ) -> Result<Vec<u8>, Error> {
        let root = root(path);
        let awards = self.awards_of(&badge.slug);
        let date = |award: Option<&usize>| award.map(|&it| self.calendar.day(self.gallery.assertions[it].awarded));
        let home = format!("{root}badges/{}", badge.slug);
        let documents = vec![
            Alternate {
                url: format!("{home}/achievement.json"),
                media_type: "application/ld+json",
                title: "Open Badges 3.0 achievement",
            },
            Alternate {
                url: format!("{home}/badge.json"),
                media_type: "application/ld+json",
                title: "Open Badges 2.0 badge class",
            },
        ];
        let image = self.image(badge, root);
        let issuer = self.issuer(&badge.issuer).map(|it| self.issuer_card(it, root));
        let Some(issuer) = issuer else {
            return Err(Error::Refused(format!("badge `{}` has no issuer", badge.slug)));
        };
        let kind = codes::achievement_type(&badge.achievement_type.0);
        let (here, elsewhere) = self.related(badge, root);
        let filled = BadgePage {
            page: self.head(
                path,
                About {
                    kind: "badge",
                    title: Cow::Borrowed(&badge.name),
                    description: Cow::Borrowed(&badge.description),
                    alternates: Vec::new(),
                    badge: Some((&badge.slug, image.alt.clone())),
                },
            ),
            name: &badge.name,
            description: &badge.description,
            facts: self.badge_facts(badge),
            image,
            kind,
            issuer,
            criteria_html: Cow::Borrowed(self.criteria[&badge.slug].as_str()),
            criteria_url: badge.criteria.url.as_deref(),
            skills: self.skills_of(&badge.slug, root),
            alignments: badge.alignments.iter().map(alignment).collect(),
            results: badge.results.iter().map(result).collect(),
            related: here,
            related_elsewhere: elsewhere,
            awarding: badge.awarding.as_ref().or(self.site.awarding.as_ref()).map(|it| self.awarding(it)),
            retired: badge.retired.as_ref().map(|(at, _)| self.calendar.day(*at)),
            retired_because: badge.retired.as_ref().and_then(|(_, why)| why.as_deref()),
            award_count: awards.len(),
            first: date(awards.last()),
            last: date(awards.first()),
            awards: part(awards, page).iter().map(|&award| self.award_card(award, root)).collect(),
            source: self.forge.as_ref().and_then(|forge| forge.file(&format!("badges/{}.toml", badge.slug))),
            documents,
            pager: pager(page, awards.len(), &format!("{home}/index.html"), &home),
        };
        self.fill("badge.html", &filled, &[])
    }

    /// Who decides about awards, each with a profile where the host has one.
    fn awarding(&self, rule: &'a Awarding) -> AwardingView<'a> {
        let link = |name: &'a String| {
            let url = match name.strip_prefix('@') {
                Some(account) if !account.contains('/') => {
                    self.forge.as_ref().and_then(|forge| forge.account(account)).unwrap_or_default().into()
                }
                Some(_) => Cow::Borrowed(""),
                None => Cow::Borrowed(name.as_str()),
            };
            let name = name.split_once("://").map_or(name.as_str(), |(_, rest)| rest.trim_end_matches('/'));
            Link { name: Cow::Borrowed(name), url }
        };
        AwardingView { by: rule.by.iter().map(link).collect(), approvals: rule.approvals }
    }

    fn related(&self, badge: &'a Badge, root: &str) -> (Vec<crate::theme::page::BadgeCard<'a>>, Vec<Link<'a>>) {
        let mut here = Vec::new();
        let mut elsewhere = Vec::new();
        for related in &badge.related {
            match related {
                RelatedBadge::Here(slug) => {
                    here.extend(self.gallery.badges.get(slug).map(|it| self.badge_card(it, root)));
                }
                RelatedBadge::Elsewhere(url) => {
                    elsewhere.push(Link { name: Cow::Borrowed(url), url: Cow::Borrowed(url) });
                }
            }
        }
        (here, elsewhere)
    }

    fn badge_facts(&self, badge: &'a Badge) -> Vec<Fact<'a>> {
        let plain = |label, value: &'a Option<String>| value.as_deref().map(|it| fact(label, Cow::Borrowed(it)));
        let validity = badge.validity.as_ref().map(|it| match it {
            Validity::Until(at) => fact("Valid until", Cow::Owned(self.calendar.last_day(*at).text)),
            Validity::For(span) => fact("Valid for", Cow::Owned(span_in_words(span))),
        });
        [
            plain("Level", &badge.level),
            badge.hours.as_deref().map(|it| fact("Takes about", Cow::Owned(hours(it)))),
            badge.credits.map(|it| fact("Credits", Cow::Owned(it.to_string()))),
            validity,
            plain("Field of study", &badge.field_of_study),
            plain("Specialization", &badge.specialization),
            plain("Code", &badge.code),
            plain("Version", &badge.version),
            plain("Language", &badge.language),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

fn fact<'a>(label: &'static str, value: Text<'a>) -> Fact<'a> {
    Fact { label, value, url: None, iso: None }
}

fn hours(text: &str) -> String {
    if text == "1" { "1 hour".to_owned() } else { format!("{text} hours") }
}

/// `2 years`, `1 year and 6 months`.
fn span_in_words(span: &jiff::Span) -> String {
    let parts = [
        (i64::from(span.get_years()), "year"),
        (i64::from(span.get_months()), "month"),
        (i64::from(span.get_weeks()), "week"),
        (i64::from(span.get_days()), "day"),
        (i64::from(span.get_hours()), "hour"),
        (span.get_minutes(), "minute"),
    ];
    let words: Vec<String> = parts
        .iter()
        .filter(|(count, _)| *count != 0)
        .map(|(count, unit)| format!("{count} {unit}{}", if *count == 1 { "" } else { "s" }))
        .collect();
    words.join(" and ")
}

fn alignment(entry: &crate::model::Alignment) -> AlignmentRow<'_> {
    AlignmentRow {
        name: Cow::Borrowed(&entry.name),
        url: Cow::Borrowed(&entry.url),
        framework: entry.framework.as_deref().map(Cow::Borrowed),
        code: entry.code.as_deref().map(Cow::Borrowed),
        description: entry.description.as_deref().map(Cow::Borrowed),
    }
}

fn result(result: &ResultDescription) -> ResultInfo<'_> {
    let plain = |label, value: &Option<String>| value.clone().map(|it| fact(label, Cow::Owned(it)));
    let level = result.required_level.as_ref().and_then(|slug| result.levels.iter().find(|it| it.slug == *slug));
    let allowed = (!result.allowed.is_empty()).then(|| fact("One of", Cow::Owned(result.allowed.join(", "))));
    ResultInfo {
        name: &result.name,
        facts: [
            plain("Least", &result.min),
            plain("Most", &result.max),
            allowed,
            plain("Required", &result.required),
            level.map(|it| fact("Required", Cow::Borrowed(it.name.as_str()))),
        ]
        .into_iter()
        .flatten()
        .collect(),
        levels: result
            .levels
            .iter()
            .map(|level| LevelRow {
                name: &level.name,
                description: level.description.as_deref(),
                points: level.points.as_deref(),
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_span_reads_like_a_sentence() {
        let words = |text: &str| super::span_in_words(&text.parse().expect("a span"));
        assert_eq!(words("2 years"), "2 years");
        assert_eq!(words("P1Y6M"), "1 year and 6 months");
    }
}
