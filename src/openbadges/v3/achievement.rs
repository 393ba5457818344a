//! The badge as an Open Badges 3.0 Achievement.

use super::{CONTEXTS, profile};
use crate::{
    model::{Alignment, Badge, Issuer, RelatedBadge, ResultDescription, RubricLevel, Site, Slug},
    openbadges::{
        address,
        nodes::{Node, each_once, image, twins},
    },
};
use serde_json::Value;
use std::collections::BTreeSet;

/// The first number that not every implementation reads alike: 2^53.
const UNSAFE_NUMBER: u64 = 1 << 53;

/// `achievement.json` of a badge: the Achievement as it is today, with its own `@context`.
///
/// It names its creator, which a credential need not do: there the issuer stands beside it.
#[must_use]
pub fn achievement(badge: &Badge, issuer: &Issuer, site: &Site) -> Value {
    let creator = profile::creator(issuer, site);
    node(badge, site).with("@context", CONTEXTS.map(Value::from).to_vec()).with("creator", creator).done()
}

/// Why no credential can be made of `badge`, if so: what every implementation has to read alike, but would not.
#[must_use]
pub fn unfit(badge: &Badge) -> Option<String> {
    let slug = &badge.slug;
    if badge.credits.is_some_and(|credits| credits >= UNSAFE_NUMBER) {
        return Some(format!("the credits of badge `{slug}` are too large a number to be signed"));
    }
    let alignments: Vec<_> = badge.alignments.iter().map(alignment).collect();
    if let Some((first, second)) = twins(&alignments) {
        return Some(format!("alignments {first} and {second} of badge `{slug}` are the same; remove one of them"));
    }
    // `#result-a-b` may be result `a-b`, or level `b` of result `a`.
    let mut fragments = BTreeSet::new();
    for result in &badge.results {
        let own = result_fragment(&result.slug);
        let levels = result.levels.iter().map(|level| level_fragment(&result.slug, &level.slug));
        for fragment in std::iter::once(own).chain(levels) {
            if let Some(taken) = fragments.replace(fragment) {
                return Some(format!(
                    "two results or levels of badge `{slug}` get the same address `{taken}`; rename one of them"
                ));
            }
        }
        if let Some(level) = &result.required_level
            && !result.levels.iter().any(|it| it.slug == *level)
        {
            return Some(format!(
                "result `{}` of badge `{slug}` requires level `{level}`, which is none of its levels",
                result.slug
            ));
        }
    }
    None
}

/// The Achievement as it stands in a credential.
///
/// # Errors
///
/// When the badge is [`unfit`].
pub(super) fn signed(badge: &Badge, site: &Site) -> Result<Value, String> {
    match unfit(badge) {
        Some(why) => Err(why),
        None => Ok(node(badge, site).done()),
    }
}

/// The id of a result within its badge.
pub(super) fn result_id(badge: &Badge, site: &Site, result: &Slug) -> String {
    address::achievement(&site.base_url, &badge.slug) + &result_fragment(result)
}

/// The id of a rubric level within its badge.
pub(super) fn level_id(badge: &Badge, site: &Site, result: &Slug, level: &Slug) -> String {
    address::achievement(&site.base_url, &badge.slug) + &level_fragment(result, level)
}

fn result_fragment(result: &Slug) -> String {
    format!("#result-{result}")
}

fn level_fragment(result: &Slug, level: &Slug) -> String {
    format!("#result-{result}-{level}")
}

fn node(badge: &Badge, site: &Site) -> Node {
    let criteria = Node::default()
        .text("id", badge.criteria.url.as_deref())
        .with("narrative", badge.criteria.narrative.as_str())
        .done();
    Node::of("Achievement")
        .with("id", address::achievement(&site.base_url, &badge.slug))
        .with("achievementType", badge.achievement_type.0.as_str())
        .with("name", badge.name.as_str())
        .with("description", badge.description.as_str())
        .with("criteria", criteria)
        .with("image", image(address::badge_image(&site.base_url, &badge.slug), &badge.alt))
        .set("tag", tags(badge))
        .set("alignment", badge.alignments.iter().map(alignment).collect())
        .maybe("creditsAvailable", badge.credits.map(Value::from))
        .text("fieldOfStudy", badge.field_of_study.as_deref())
        .text("specialization", badge.specialization.as_deref())
        .text("humanCode", badge.code.as_deref())
        .text("version", badge.version.as_deref())
        .text("inLanguage", badge.language.as_deref())
        .set("related", related(badge, site))
        .set("resultDescription", badge.results.iter().map(|it| result(badge, site, it)).collect())
}

/// Skills as written, each once.
fn tags(badge: &Badge) -> Vec<Value> {
    each_once(badge.skills.iter().map(String::as_str))
}

fn alignment(it: &Alignment) -> Value {
    Node::of("Alignment")
        .with("targetName", it.name.as_str())
        .with("targetUrl", it.url.as_str())
        .text("targetFramework", it.framework.as_deref())
        .text("targetCode", it.code.as_deref())
        .text("targetDescription", it.description.as_deref())
        .text("targetType", it.target_type.as_deref())
        .done()
}

/// Ids of related achievements, each once: the second mention of one id would add nothing.
fn related(badge: &Badge, site: &Site) -> Vec<Value> {
    let ids = badge.related.iter().map(|it| match it {
        RelatedBadge::Here(slug) => address::achievement(&site.base_url, slug),
        RelatedBadge::Elsewhere(url) => url.clone(),
    });
    each_once(ids).into_iter().map(|id| Node::of("Related").with("id", id).done()).collect()
}

fn result(badge: &Badge, site: &Site, it: &ResultDescription) -> Value {
    let required_level = it.required_level.as_ref().map(|level| level_id(badge, site, &it.slug, level));
    Node::of("ResultDescription")
        .with("id", result_id(badge, site, &it.slug))
        .with("name", it.name.as_str())
        .with("resultType", it.result_type.as_str())
        .text("valueMin", it.min.as_deref())
        .text("valueMax", it.max.as_deref())
        .set("allowedValue", it.allowed.iter().map(|value| Value::from(value.as_str())).collect())
        .text("requiredValue", it.required.as_deref())
        .text("requiredLevel", required_level.as_deref())
        .set("rubricCriterionLevel", it.levels.iter().map(|one| level(badge, site, it, one)).collect())
        .done()
}

fn level(badge: &Badge, site: &Site, result: &ResultDescription, it: &RubricLevel) -> Value {
    Node::of("RubricCriterionLevel")
        .with("id", level_id(badge, site, &result.slug, &it.slug))
        .with("name", it.name.as_str())
        .text("description", it.description.as_deref())
        .text("level", it.level.as_deref())
        .text("points", it.points.as_deref())
        .done()
}
