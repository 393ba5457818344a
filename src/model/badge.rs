//! What is awarded: a badge, as Open Badges 3.0 describes an Achievement.

use super::{ArtRecipe, Awarding, Picture, Slug};
use crate::{
    time::{self, Timestamp},
    words::same_language,
};
use jiff::{civil::Date, tz::TimeZone};

/// What `badges/<badge>.toml` says.
#[derive(Debug, Clone)]
pub struct Badge {
    /// The file's name.
    pub slug: Slug,
    /// Who awards it.
    pub issuer: Slug,
    /// Its name.
    pub name: String,
    /// What it stands for (plain text, one or two sentences).
    pub description: String,
    /// What has to be done for it.
    pub criteria: Criteria,
    /// Kind of achievement.
    pub achievement_type: AchievementType,
    /// The author's picture, if there is one; else art is drawn.
    pub picture: Option<Picture>,
    /// What the drawn art should look like, for a badge without a picture.
    pub art: ArtRecipe,
    /// What the picture shows.
    pub alt: String,
    /// Skills and other tags, as written.
    pub skills: Vec<String>,
    /// Entries of skill and competency frameworks.
    pub alignments: Vec<Alignment>,
    /// How long it usually takes, as text (`1.5`), in hours.
    pub hours: Option<String>,
    /// Credits that come with it. Only whole numbers are signed.
    pub credits: Option<u64>,
    /// A level within a series, such as `Foundation`.
    pub level: Option<String>,
    /// Field of study.
    pub field_of_study: Option<String>,
    /// Specialization.
    pub specialization: Option<String>,
    /// A code by which people know it.
    pub code: Option<String>,
    /// Version of the definition.
    pub version: Option<String>,
    /// BCP 47 tag of the badge's language.
    pub language: Option<String>,
    /// How long an award of it is valid.
    pub validity: Option<Validity>,
    /// Badges it has to do with.
    pub related: Vec<RelatedBadge>,
    /// Results that an award may report.
    pub results: Vec<ResultDescription>,
    /// Who decides about its awards, where it differs from the site's rule.
    pub awarding: Option<Awarding>,
    /// Until when nominations are asked for (exclusive).
    pub nominations_until: Option<Timestamp>,
    /// Since when no new awards are made, and why.
    pub retired: Option<(Timestamp, Option<String>)>,
}

impl Badge {
    /// The last day on which nominations are taken, as the site's `zone` has it.
    #[must_use]
    pub fn last_day_of_nominations(&self, zone: &TimeZone) -> Option<Date> {
        self.nominations_until.map(|end| time::last_date(end, zone))
    }

    /// Its language, where that is another one than `pages` have.
    #[must_use]
    pub fn foreign(&self, pages: &str) -> Option<&str> {
        self.language.as_deref().filter(|it| !same_language(it, pages))
    }
}

/// What has to be done for a badge.
#[derive(Debug, Clone)]
pub struct Criteria {
    /// In words (Markdown).
    pub narrative: String,
    /// A page that says more.
    pub url: Option<String>,
}

/// One of Open Badges 3.0's achievement types, or `ext:…` (section "AchievementType Enumeration").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AchievementType(pub String);

/// An entry of a framework that the badge proves something of (Open Badges 3.0, Alignment).
#[derive(Debug, Clone)]
pub struct Alignment {
    /// The entry's name.
    pub name: String,
    /// The entry's address.
    pub url: String,
    /// The framework's name.
    pub framework: Option<String>,
    /// The entry's code within the framework.
    pub code: Option<String>,
    /// What it says.
    pub description: Option<String>,
    /// One of Open Badges 3.0's alignment target types, or `ext:…`.
    pub target_type: Option<String>,
}

/// How long an award is valid, unless the award says otherwise.
#[derive(Debug, Clone)]
pub enum Validity {
    /// Until a date.
    Until(Timestamp),
    /// For a while after the award.
    For(jiff::Span),
}

/// Another badge that this one has to do with.
#[derive(Debug, Clone)]
pub enum RelatedBadge {
    /// A badge of this repository.
    Here(Slug),
    /// A badge elsewhere: the id of its achievement.
    Elsewhere(String),
}

/// A result that awards of a badge may report (Open Badges 3.0, ResultDescription).
#[derive(Debug, Clone)]
pub struct ResultDescription {
    /// Its name within the badge; part of its id.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// One of Open Badges 3.0's result types, or `ext:…`.
    pub result_type: String,
    /// Least possible value.
    pub min: Option<String>,
    /// Greatest possible value.
    pub max: Option<String>,
    /// Possible values, in order.
    pub allowed: Vec<String>,
    /// The value one needs.
    pub required: Option<String>,
    /// The level one needs: the slug of one of `levels`.
    pub required_level: Option<Slug>,
    /// Levels of a rubric.
    pub levels: Vec<RubricLevel>,
}

impl ResultDescription {
    /// Whether awards report one of its levels, and no value: nothing is said of which values there are.
    #[must_use]
    pub fn has_levels_only(&self) -> bool {
        let values = [&self.min, &self.max, &self.required];
        !self.levels.is_empty() && self.allowed.is_empty() && values.iter().all(|it| it.is_none())
    }
}

/// A level of a rubric (Open Badges 3.0, RubricCriterionLevel).
#[derive(Debug, Clone)]
pub struct RubricLevel {
    /// Its name within the result; part of its id.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// What it takes.
    pub description: Option<String>,
    /// The level, as text.
    pub level: Option<String>,
    /// The points, as text.
    pub points: Option<String>,
}
