//! The page of a badge.

use super::{Alternate, AwardCard, BadgeCard, Fact, Head, Image, IssuerCard, Link, Moment, Pager, Text};
use crate::theme::Html;
use serde::Serialize;

/// A badge (`badge.html`).
#[derive(Debug, Serialize)]
pub struct BadgePage<'a> {
    /// The head of the page.
    pub page: Head<'a>,
    /// Its language, if it is not that of the site.
    pub language: Option<&'a str>,
    /// Its name.
    pub name: &'a str,
    /// What it stands for.
    pub description: &'a str,
    /// Its picture.
    pub image: Image<'a>,
    /// Its kind, in words.
    pub kind: Text<'a>,
    /// Who awards it.
    pub issuer: IssuerCard<'a>,
    /// What has to be done for it.
    pub criteria_html: Html,
    /// A page that says more.
    pub criteria_url: Option<&'a str>,
    /// Level, hours, credits, validity, version and the like.
    pub facts: Vec<Fact<'a>>,
    /// The skills it proves.
    pub skills: Vec<Link<'a>>,
    /// Entries of frameworks that it matches.
    pub alignments: Vec<AlignmentRow<'a>>,
    /// Results that its awards report.
    pub results: Vec<ResultInfo<'a>>,
    /// Badges it has to do with.
    pub related: Vec<BadgeCard<'a>>,
    /// Badges elsewhere that it has to do with.
    pub related_elsewhere: Vec<Link<'a>>,
    /// Who decides about its awards.
    pub awarding: Option<AwardingView<'a>>,
    /// Where somebody is nominated for it.
    pub nominate: Option<String>,
    /// The last day on which nominations are taken.
    pub nominate_until: Option<Moment>,
    /// A poster that leads there.
    pub poster: Option<String>,
    /// Since when it is no longer awarded.
    pub retired: Option<Moment>,
    /// Why it is no longer awarded.
    pub retired_because: Option<&'a str>,
    /// How often it was awarded.
    pub award_count: usize,
    /// When first.
    pub first: Option<Moment>,
    /// When last.
    pub last: Option<Moment>,
    /// Its awards, newest first.
    pub awards: Vec<AwardCard<'a>>,
    /// Where its definition lies.
    pub source: Option<String>,
    /// The same as data.
    pub documents: Vec<Alternate<'a>>,
    /// Where one is in the list of awards.
    pub pager: Pager,
    /// The same in the words of schema.org, as JSON-LD.
    pub schema_html: Html,
    /// The hash of that text, for the page's policy: it is no script, but stands where scripts stand.
    pub schema_hash: String,
}

/// Who decides about a badge's awards. An address is empty where none is known.
#[derive(Debug, Serialize)]
pub struct AwardingView<'a> {
    /// Who may agree.
    pub by: Vec<Link<'a>>,
    /// How many have to.
    pub approvals: u32,
}

/// An entry of a framework.
#[derive(Debug, Clone, Serialize)]
pub struct AlignmentRow<'a> {
    /// Its name.
    pub name: Text<'a>,
    /// Its address; empty if a browser should not be sent there.
    pub url: Text<'a>,
    /// The framework.
    pub framework: Option<Text<'a>>,
    /// Its code in the framework.
    pub code: Option<Text<'a>>,
    /// What it says.
    pub description: Option<Text<'a>>,
}

/// A result that awards report.
#[derive(Debug, Serialize)]
pub struct ResultInfo<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its range, what is required, and the like.
    pub facts: Vec<Fact<'a>>,
    /// The levels of its rubric.
    pub levels: Vec<LevelRow<'a>>,
}

/// A level of a rubric.
#[derive(Debug, Serialize)]
pub struct LevelRow<'a> {
    /// Its name.
    pub name: &'a str,
    /// What it takes.
    pub description: Option<&'a str>,
    /// Its points.
    pub points: Option<&'a str>,
}

/// What answers under a name that a badge or somebody had before (`moved.html`).
#[derive(Debug, Serialize)]
pub struct MovedPage<'a> {
    /// The head of the page.
    pub page: Head<'a>,
    /// What has moved.
    pub name: &'a str,
    /// Where it is, relative to the page.
    pub to: String,
    /// Its whole address.
    pub canonical: String,
}
