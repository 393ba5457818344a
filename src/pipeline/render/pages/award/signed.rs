//! What was signed, in rows: facts, results, evidence and alignments, and what has changed since.

use super::{OUTLINE, badge::owned, is_web};
use crate::{
    openbadges::v3,
    pipeline::render::moment::Calendar,
    theme::{
        Html, codes,
        markdown::{escape, to_html},
        page::{AlignmentRow, EvidenceCard, Fact, ResultRow},
    },
    time::Timestamp,
    trust::{Check, Outcome, Question},
    words::Words,
};
use std::borrow::Cow;

/// What of the definition differs today from what was signed, as the judge found it.
pub(super) fn changed(checks: &[Check], words: &Words) -> Option<Html> {
    let is_changed = |it: &&Check| it.question == Question::Definition && it.outcome == Outcome::Attention;
    let parts = checks.iter().find(is_changed)?.sentence.listed();
    let parts: Vec<_> = parts.iter().map(|it| format!("<span>{}</span>", escape(&it.said(words)))).collect();
    Some(Html::made_here(words.list(&parts.iter().map(String::as_str).collect::<Vec<_>>())))
}

/// What the recipient did, in facts.
pub(super) struct Activity<'a> {
    pub(super) role: Option<v3::Text<'a>>,
    pub(super) start: Option<v3::Text<'a>>,
    pub(super) end: Option<v3::Text<'a>>,
    pub(super) credits: Option<serde_json::Number>,
    pub(super) licence: Option<v3::Text<'a>>,
    pub(super) term: Option<v3::Text<'a>>,
    pub(super) source: Option<v3::Profile<'a>>,
}

/// Role, dates of the activity, credits and the like.
pub(super) fn facts<'a>(calendar: &Calendar<'_>, words: &'a Words, activity: Activity<'a>) -> Vec<Fact<'a>> {
    let plain = |key: &'static str, value: Option<v3::Text<'a>>| {
        value.map(|value| Fact { label: words.get(key), value: value.0, url: None, iso: None })
    };
    let date = |key: &'static str, value: Option<v3::Text<'a>>| {
        let at: Timestamp = value.as_deref()?.parse().ok()?;
        Some(Fact {
            label: words.get(key),
            value: Cow::Owned(calendar.date(at)),
            url: None,
            iso: Some(crate::time::format(at)),
        })
    };
    let source = activity.source.map(|profile| Fact {
        label: words.get("fact-assessed-by"),
        value: profile.name.map_or_else(|| profile.id.0.clone(), |it| it.0),
        url: profile.url.map(|it| it.0).filter(|url| is_web(url)),
        iso: None,
    });
    [
        plain("fact-role", activity.role),
        date("fact-from", activity.start),
        date("fact-until", activity.end),
        plain("fact-term", activity.term),
        activity.credits.map(|it| Fact {
            label: words.get("fact-credits"),
            value: Cow::Owned(it.to_string()),
            url: None,
            iso: None,
        }),
        plain("fact-licence", activity.licence),
        source,
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What was measured, and what was reached.
pub(super) fn results<'a>(
    results: &[v3::Result<'a>],
    achievement: &v3::Achievement<'a>,
    words: &'a Words,
) -> Vec<ResultRow<'a>> {
    results
        .iter()
        .map(|result| {
            let description = achievement.description_of(result);
            let level = result.achieved_level.as_deref().and_then(|id| achievement.level(id));
            let status =
                result.status.as_deref().map(|code| Cow::Owned(codes::result_status(words, code).into_owned()));
            let value = result.value.as_ref().map(|it| it.0.clone());
            let mut said = level.map(|level| level.name.0.clone()).into_iter().chain(value).chain(status);
            ResultRow {
                name: description.map_or(Cow::Borrowed(words.get("result-unnamed")), |it| it.name.0.clone()),
                value: said.next().unwrap_or(Cow::Borrowed(words.get("result-reported"))),
                also: said.collect(),
                scale: description.and_then(|it| scale(it, words)),
                description: level.and_then(|level| level.description.as_ref()).map(|it| it.0.clone()),
            }
        })
        .collect()
}

/// `0 to 100, 80 required`.
fn scale(description: &v3::ResultDescription<'_>, words: &Words) -> Option<String> {
    let range = match (&description.min, &description.max) {
        (Some(min), Some(max)) => {
            Some(words.plain("scale-range", &[("min", (&**min).into()), ("max", (&**max).into())]))
        }
        (None, Some(max)) => Some(words.plain("scale-most", &[("max", (&**max).into())])),
        (Some(min), None) => Some(words.plain("scale-least", &[("min", (&**min).into())])),
        (None, None) => None,
    };
    let needs = |what: &str| words.plain("scale-required", &[("value", what.into())]);
    let required = description.required.as_ref().map(|it| needs(it)).or_else(|| {
        let id = description.required_level.as_deref()?;
        let level = description.levels.iter().find(|level| level.id == *id)?;
        Some(needs(&level.name))
    });
    let parts: Vec<_> = range.into_iter().chain(required).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// A piece of evidence; only web addresses become links.
pub(super) fn evidence<'a>(piece: v3::Evidence<'a>, words: &'a Words) -> EvidenceCard<'a> {
    let url = piece.id.map(|it| it.0).filter(|url| is_web(url));
    let host = url.as_deref().and_then(|url| url.split('/').nth(2)).map(str::to_owned);
    EvidenceCard {
        name: piece
            .name
            .map_or_else(|| host.clone().map_or(Cow::Borrowed(words.get("evidence-unnamed")), Cow::Owned), |it| it.0),
        url,
        host,
        narrative_html: piece.narrative.map(|it| Html::made_here(to_html(&it, OUTLINE + 1))),
        description: piece.description.map(|it| it.0),
        genre: piece.genre.map(|it| it.0),
        audience: piece.audience.map(|it| it.0),
    }
}

/// An entry of a framework.
pub(super) fn alignment<'o>(entry: v3::Alignment<'_>) -> AlignmentRow<'o> {
    AlignmentRow {
        name: owned(entry.name.0),
        // The name stays, and leads nowhere.
        url: if is_web(&entry.url) { owned(entry.url.0) } else { Cow::Borrowed("") },
        framework: entry.framework.map(|it| owned(it.0)),
        code: entry.code.map(|it| owned(it.0)),
        description: entry.description.map(|it| owned(it.0)),
    }
}
