//! What the files of a site are.

/// What a file is. Numbers of pages count from 0; other numbers are places in the plan's or the gallery's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::pipeline) enum File {
    /// The gallery.
    Gallery { page: u32 },
    /// Everybody who agreed to be named.
    People { page: u32 },
    /// Every skill.
    Skills { page: u32 },
    /// Every issuer.
    Issuers,
    /// A badge.
    Badge { badge: u32, page: u32 },
    /// Its Open Badges 3.0 achievement.
    Achievement { badge: u32 },
    /// Its Open Badges 2.0 badge class.
    BadgeClass { badge: u32 },
    /// Its picture as SVG.
    BadgeSvg { badge: u32 },
    /// Its picture as PNG, large.
    BadgePng { badge: u32 },
    /// Its picture as PNG, for lists.
    BadgeSmall { badge: u32 },
    /// Its card for link previews.
    BadgeCard { badge: u32 },
    /// An award.
    Award { award: u32 },
    /// The same as a card for the frames of other pages.
    Embed { award: u32 },
    /// Its signed document.
    Credential { award: u32 },
    /// Its Open Badges 2.0 assertion.
    Hosted { award: u32 },
    /// The badge's PNG that carries it.
    BakedPng { award: u32 },
    /// The badge's SVG that carries it.
    BakedSvg { award: u32 },
    /// Its card for link previews.
    AwardCard { award: u32 },
    /// What is left of an erased award.
    Erased { erased: u32 },
    /// What answers in place of its card for frames.
    ErasedEmbed { erased: u32 },
    /// What answers in place of its signed document.
    ErasedCredential { erased: u32 },
    /// What answers in place of its Open Badges 2.0 assertion.
    ErasedHosted { erased: u32 },
    /// What answers in place of its picture as PNG.
    ErasedPng,
    /// What answers in place of its card for link previews.
    ErasedCard,
    /// What answers in place of its picture as SVG.
    ErasedSvg,
    /// A page that leads from a former name to the present one.
    Moved { former: u32, page: u32 },
    /// The achievement under the address that signed awards name.
    FormerAchievement { former: u32 },
    /// The badge class under its former address.
    FormerBadgeClass { former: u32 },
    /// An issuer.
    Issuer { issuer: u32, page: u32 },
    /// Its DID document.
    Did { issuer: u32 },
    /// Its Open Badges 3.0 profile.
    Profile { issuer: u32 },
    /// Its Open Badges 2.0 profile.
    HostedIssuer { issuer: u32 },
    /// Its logo.
    Logo { issuer: u32 },
    /// Its card for link previews.
    IssuerCard { issuer: u32 },
    /// The gallery's card, which also stands for pages without one.
    Card,
    /// Somebody who agreed to be named.
    Person { person: u32, page: u32 },
    /// A skill.
    Skill { skill: u32, page: u32 },
    /// Every type of badges.
    Types,
    /// A type.
    Type { shelf: u32, page: u32 },
    /// Every year.
    Years,
    /// A year.
    Year { shelf: u32, page: u32 },
    /// How verification works.
    How,
    /// A page of `pages/`.
    Page { page: u32 },
    /// A signed status list.
    StatusList { list: u32 },
    /// A file of `static/`.
    Static { file: u32 },
    /// The awards as data.
    Index,
    /// The latest awards as an Atom feed.
    Feed,
    /// The list of pages, or of the parts of that list.
    Sitemap,
    /// A part of it.
    SitemapPart { part: u32 },
    /// For search engines.
    Robots,
    /// What is shown for an address that is not there.
    NotFound,
    /// Tells GitHub Pages to publish everything as it is.
    NoJekyll,
    /// Headers for hosts that read them.
    Headers,
    /// The custom domain.
    Cname,
    /// The script that loads those that check.
    Start,
    /// An award's check.
    Check,
    /// The words that it says.
    CheckWords,
    /// The scripts that check, as they are written.
    ScriptSource,
    /// The script of the buttons that copy.
    Copy,
    /// The script of the gallery's search.
    Search,
    /// What it looks through.
    SearchIndex,
    /// The page where anybody nominates.
    Nominate,
    /// Its script.
    NominateScript,
    /// A poster that leads there with a badge chosen.
    Poster { badge: u32 },
    /// The desk where anybody checks badges.
    Verify,
    /// Its script.
    Desk,
    /// JSON-LD for browsers, which it loads when it needs it.
    Rdfc,
    /// The style sheet.
    Style,
    /// The icon.
    Icon,
    /// When and with what the site was built.
    Build,
}

impl File {
    /// Whether search engines should know it: pages, but no tombstones.
    pub(in crate::pipeline) fn in_sitemap(self) -> bool {
        matches!(
            self,
            Self::Gallery { .. }
                | Self::People { .. }
                | Self::Skills { .. }
                | Self::Issuers
                | Self::Badge { .. }
                | Self::Award { .. }
                | Self::Issuer { .. }
                | Self::Person { .. }
                | Self::Skill { .. }
                | Self::Types
                | Self::Type { .. }
                | Self::Years
                | Self::Year { .. }
                | Self::How
                | Self::Page { .. }
                | Self::Verify
                | Self::Nominate
        )
    }
}
