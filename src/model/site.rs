//! The site: what `accolade.toml` says.

use super::{Awarding, BaseUrl, Look, Slug, Team};
use crate::diagnostic::{Code, Level};
use jiff::tz::TimeZone;
use std::collections::BTreeMap;

/// What `accolade.toml` says.
#[derive(Debug, Clone)]
pub struct Site {
    /// The name of the gallery.
    pub title: String,
    /// Its permanent address: what is signed names it.
    pub base_url: BaseUrl,
    /// Where this build will be served: [`base_url`](Self::base_url), unless `build --base-url` says otherwise.
    /// Pages, feeds and derived Open Badges 2.0 documents name it; what is signed never does.
    pub served_at: BaseUrl,
    /// What the repository stood at when this was built, if that is known: for the build record.
    pub commit: Option<Revision>,
    /// Where it was published before; assertions issued there stay good.
    pub previous_base_urls: Vec<BaseUrl>,
    /// One or two sentences (plain text).
    pub description: String,
    /// BCP 47 tag of the pages' language.
    pub language: String,
    /// The zone of dates written without one.
    pub time_zone: TimeZone,
    /// Who awards a badge that names no issuer.
    pub issuer: Option<Slug>,
    /// What it changes of the theme.
    pub look: Look,
    /// Which pictures are made for each award.
    pub award_pictures: AwardPictures,
    /// What gets a card of its own for link previews.
    pub cards: Cards,
    /// A custom domain for the `CNAME` file.
    pub cname: Option<String>,
    /// The repository's address, for "report a mistake" and the issuer's evidence.
    pub repository: Option<String>,
    /// Who decides about awards, where the badge does not say.
    pub awarding: Option<Awarding>,
    /// Teams that the rules name.
    pub teams: Vec<Team>,
    /// Levels that lints were given.
    pub lints: BTreeMap<Code, Level>,
}

/// A commit of the repository, as a build record names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// Its id, in full.
    pub id: String,
    /// Whether all that was read is as it was committed.
    pub clean: bool,
}

/// What gets a card of its own: the picture that other sites show beside a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Cards {
    /// Nothing: the badge's picture serves.
    None,
    /// The gallery, issuers and badges; awards show their badge's card.
    Badges,
    /// Awards, too.
    #[default]
    Awards,
}

/// Which baked pictures each award gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AwardPictures {
    /// None: the badge's picture serves for all.
    None,
    /// A baked SVG, where the badge has one.
    Svg,
    /// A baked PNG.
    Png,
    /// Both.
    #[default]
    Both,
}

impl AwardPictures {
    /// Whether awards get a PNG.
    #[must_use]
    pub fn png(self) -> bool {
        matches!(self, Self::Png | Self::Both)
    }

    /// Whether awards get an SVG.
    #[must_use]
    pub fn svg(self) -> bool {
        matches!(self, Self::Svg | Self::Both)
    }
}
