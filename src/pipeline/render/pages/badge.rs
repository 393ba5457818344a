//! The page of a badge.

use crate::{
    disk::Error,
    model::{Awarding, Badge, RelatedBadge, ResultDescription, Validity},
    pipeline::render::{
        Kit,
        cards::{About, pager, part, root},
        pages::schema,
    },
    theme::{
        Html, assets, codes,
        page::{AlignmentRow, Alternate, AwardingView, BadgePage, Fact, LevelRow, Link, ResultInfo, Text},
    },
    words::{Value, Words},
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
                title: self.words.get("document-achievement"),
            },
            Alternate {
                url: format!("{home}/badge.json"),
                media_type: "application/ld+json",
                title: self.words.get("document-badge"),
            },
        ];
        let image = self.image(badge, root);
        let Some(issuer) = self.issuer(&badge.issuer) else {
            return Err(Error::Refused(format!("badge `{}` has no issuer", badge.slug)));
        };
        let kind = codes::achievement_type(self.words, &badge.achievement_type.0);
        let closed = badge.nominations_until.is_some_and(|end| end <= self.now);
        let open = badge.retired.is_none() && !closed;
        let (here, elsewhere) = self.related(badge, root);
        let mut filled = BadgePage {
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
            language: badge.foreign(&self.site.language),
            name: &badge.name,
            description: &badge.description,
            facts: self.badge_facts(badge),
            image,
            kind,
            issuer: self.issuer_card(issuer, root),
            criteria_html: self.criteria[&badge.slug].clone(),
            criteria_url: badge.criteria.url.as_deref(),
            skills: self.skills_of(&badge.slug, root),
            alignments: badge.alignments.iter().map(alignment).collect(),
            results: badge.results.iter().map(|it| result(it, self.words)).collect(),
            related: here,
            related_elsewhere: elsewhere,
            awarding: badge.awarding.as_ref().or(self.site.awarding.as_ref()).map(|it| self.awarding(it)),
            nominate: open.then(|| format!("{root}nominate/index.html#{}", badge.slug)),
            nominate_until: badge.nominations_until.filter(|_| open).map(|end| self.calendar.last_day(end)),
            poster: badge
                .nominations_until
                .filter(|_| open)
                .map(|_| format!("{root}nominate/{}/index.html", badge.slug)),
            retired: badge.retired.as_ref().map(|(at, _)| self.calendar.day(*at)),
            retired_because: badge.retired.as_ref().and_then(|(_, why)| why.as_deref()),
            award_count: awards.len(),
            first: date(awards.last()),
            last: date(awards.first()),
            awards: part(awards, page).iter().map(|&award| self.award_card(award, root)).collect(),
            source: self.forge.as_ref().and_then(|forge| forge.file(&format!("badges/{}.toml", badge.slug))),
            documents,
            pager: pager(page, awards.len(), &format!("{home}/index.html"), &home),
            schema_html: Html::default(),
            schema_hash: String::new(),
        };
        let (url, issuer_page) = (format!("badges/{}/", badge.slug), format!("issuers/{}/", badge.issuer));
        let schema = schema::badge(&filled, &self.at(&url), badge, issuer, &self.at(&issuer_page));
        filled.schema_hash = assets::integrity(&schema);
        filled.schema_html = Html::made_here(schema);
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
        let fact = |key: &'static str, value| fact(self.words.get(key), value);
        let plain = |key, value: &'a Option<String>| value.as_deref().map(|it| fact(key, Cow::Borrowed(it)));
        let validity = badge.validity.as_ref().map(|it| match it {
            Validity::Until(at) => fact("fact-valid-until", Cow::Owned(self.calendar.last_day(*at).text)),
            Validity::For(span) => fact("fact-valid-for", Cow::Owned(span_in_words(span, self.words))),
        });
        [
            plain("fact-level", &badge.level),
            badge.hours.as_deref().map(|it| fact("fact-takes", Cow::Owned(hours(it, self.words)))),
            badge.credits.map(|it| fact("fact-credits", Cow::Owned(it.to_string()))),
            validity,
            plain("fact-field", &badge.field_of_study),
            plain("fact-specialization", &badge.specialization),
            plain("fact-code", &badge.code),
            plain("fact-version", &badge.version),
            badge.foreign(&self.site.language).map(|it| fact("fact-language", Cow::Borrowed(it))),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

fn fact<'a>(label: &'a str, value: Text<'a>) -> Fact<'a> {
    Fact { label, value, url: None, iso: None }
}

fn hours(text: &str, words: &Words) -> String {
    let count = text.parse().map_or(Value::from(text), |number: f64| Value::from(number));
    words.plain("span-hours", &[("count", count)])
}

/// `2 years`, `1 year and 6 months`.
fn span_in_words(span: &jiff::Span, words: &Words) -> String {
    let parts = [
        (i64::from(span.get_years()), "span-years"),
        (i64::from(span.get_months()), "span-months"),
        (i64::from(span.get_weeks()), "span-weeks"),
        (i64::from(span.get_days()), "span-days"),
        (i64::from(span.get_hours()), "span-hours"),
        (span.get_minutes(), "span-minutes"),
    ];
    let said: Vec<String> = parts
        .iter()
        .filter_map(|(count, key)| usize::try_from(*count).ok().filter(|it| *it != 0).zip(Some(key)))
        .map(|(count, key)| words.plain(key, &[("count", count.into())]))
        .collect();
    words.list(&said.iter().map(String::as_str).collect::<Vec<_>>())
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

fn result<'a>(result: &'a ResultDescription, words: &'a Words) -> ResultInfo<'a> {
    let fact = |key: &'static str, value| fact(words.get(key), value);
    let plain = |key, value: &Option<String>| value.clone().map(|it| fact(key, Cow::Owned(it)));
    let level = result.required_level.as_ref().and_then(|slug| result.levels.iter().find(|it| it.slug == *slug));
    let allowed = (!result.allowed.is_empty()).then(|| fact("fact-one-of", Cow::Owned(result.allowed.join(", "))));
    ResultInfo {
        name: &result.name,
        facts: [
            plain("fact-least", &result.min),
            plain("fact-most", &result.max),
            allowed,
            plain("fact-required", &result.required),
            level.map(|it| fact("fact-required", Cow::Borrowed(it.name.as_str()))),
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
        let words = |text: &str| super::span_in_words(&text.parse().expect("a span"), crate::words::english());
        assert_eq!(words("2 years"), "2 years");
        assert_eq!(words("P1Y6M"), "1 year and 6 months");
    }
}
