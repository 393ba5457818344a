//! **Pages**: what a template sees. One struct for each kind of page; model types never reach a template.
//!
//! Addresses are decided in [`crate::pipeline`] and arrive ready to be linked to, relative to the page. Fields whose name
//! ends in `_html` hold HTML that is safe as it is; all others are text.

mod common;
mod lists;
mod badge;
mod award;
mod issuer;
mod card;
mod nominate;

pub use award::{
    AwardPage, AwardedBadge, CheckRow, Download, EmbedPage, EmbeddedAward, ErasedPage, EvidenceCard, HistoryRow,
    Holder, Recipient, ResultRow, ReviewView, VerdictView,
};
pub use badge::{AlignmentRow, AwardingView, BadgePage, LevelRow, MovedPage, ResultInfo};
pub use card::{CardPage, TextLines};
pub use common::{Alternate, AwardCard, BadgeCard, Fact, Head, Image, Link, Moment, Pager, SiteConstants, SiteInfo};
pub use issuer::{IssuerPage, IssuerView, KeyRow};
pub use lists::{
    Choice, FreePage, GalleryPage, HowPage, IssuerCard, IssuersPage, NotFoundPage, PeoplePage, PersonCard, PersonPage,
    Search, ShelfPage, ShelvesPage, SkillCard, SkillPage, SkillsPage, VerifyPage, YearOfAwards,
};
pub use nominate::{NominateBadge, NominatePage, PosterPage};

use std::borrow::Cow;

/// Text that is borrowed where it can be.
pub type Text<'a> = Cow<'a, str>;
