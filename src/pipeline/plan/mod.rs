//! **Plan**, stage 4 of 6: every address of the site, decided here and nowhere else.
//!
//! A [`Plan`] lists every file by its path and says what it is; [`render`](super::render()) makes its bytes when they are
//! asked for. What many pages count or list (the awards of a badge, the badges of a skill) is gathered here once.

mod gathered;
mod skills;
mod shelves;
mod search;
mod clash;
mod former;

pub(super) use former::Former;
use gathered::{BadgeFacts, IssuerFacts, PersonFacts};
pub(super) use search::SearchIndex;
pub(super) use shelves::Shelf;
pub(super) use skills::Skill;

use super::Verified;
use crate::{
    diagnostic::Diagnostics,
    model::{AssertionId, AwardRef, Badge, Cards, Gallery, PictureKind, Slug},
    theme::script::Scripts,
};
use gathered::Gathered;
use std::collections::BTreeMap;

/// How many entries a page of a long list has.
pub(super) const PER_PAGE: usize = 60;
/// How many awards the home page and the feed show.
pub(super) const LATEST: usize = 12;
/// How many entries the feed has.
pub(super) const FEED: usize = 50;

/// Every file of the site, by its path below the root.
#[derive(Debug)]
pub struct Plan<'a> {
    pub(super) verified: &'a Verified,
    pub(super) files: Vec<(Box<str>, File)>,
    pub(super) badges: BTreeMap<&'a Slug, BadgeFacts>,
    pub(super) issuers: BTreeMap<&'a Slug, IssuerFacts>,
    pub(super) people: BTreeMap<&'a Slug, PersonFacts>,
    pub(super) skills: Vec<Skill<'a>>,
    /// For each badge, the places of its skills in `skills`.
    pub(super) badge_skills: BTreeMap<&'a Slug, Vec<usize>>,
    /// Badges by type.
    pub(super) types: Vec<Shelf<'a>>,
    /// Badges by the year of their awards, the latest first.
    pub(super) years: Vec<Shelf<'a>>,
    /// What the gallery's search looks through.
    pub(super) search: SearchIndex,
    /// Erased assertions, whose address still answers.
    pub(super) erased: Vec<AssertionId>,
    /// Names that badges and people had before, whose addresses still answer.
    pub(super) former: Vec<Former>,
    /// Every award, newest first.
    pub(super) newest: Vec<AwardRef>,
}

/// What a file is. Numbers of pages count from 0; other numbers are places in the plan's or the gallery's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum File {
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
    /// The script that loads an award's check.
    Start,
    /// An award's check.
    Check,
    /// What that loads when it needs it.
    CheckRest,
    /// What it loads to compare more closely.
    CheckCloser,
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

/// How many URLs a part of the sitemap may have (sitemaps.org, "Sitemap index files").
pub(super) const SITEMAP_PART: usize = 50_000;

/// Decides every address. Files of the repository that want one of them are reported.
#[must_use]
pub fn plan<'a>(verified: &'a Verified, scripts: &Scripts, problems: &mut Diagnostics) -> Plan<'a> {
    let gallery = verified.gallery();
    let gathered = gathered::gather(gallery);
    let (skills, badge_skills) = skills::gather(gallery);
    let types = shelves::types(gallery, &gathered.badges);
    let years = shelves::years(gallery, &gathered.badges);
    let search = search::index(gallery, &gathered, &skills, &badge_skills, &years);
    let Gathered { badges, issuers, people, newest } = gathered;
    let erased: Vec<_> =
        gallery.standings.iter().filter(|(_, standing)| standing.erased.is_some()).map(|(id, _)| *id).collect();

    let mut files = Files::default();
    files.lists(gallery, &skills);
    files.badges(gallery, &badges);
    files.awards(gallery);
    for (place, id) in (0..).zip(&erased) {
        let folder = format!("assertions/{id}");
        files.add(format!("{folder}/index.html"), File::Erased { erased: place });
        files.add(format!("{folder}/embed.html"), File::ErasedEmbed { erased: place });
        files.add(format!("{folder}/credential.json"), File::ErasedCredential { erased: place });
        files.add(format!("{folder}/assertion.json"), File::ErasedHosted { erased: place });
        if gallery.site.award_pictures.png() {
            files.add(format!("{folder}/badge.png"), File::ErasedPng);
        }
        if gallery.site.cards == Cards::Awards {
            files.add(format!("{folder}/card.png"), File::ErasedPng);
        }
        if gallery.site.award_pictures.svg() {
            files.add(format!("{folder}/badge.svg"), File::ErasedSvg);
        }
    }
    let former = former::gather(gallery, &badges, &people);
    files.former(gallery, &former);
    files.issuers(gallery, &issuers);
    for (place, (slug, facts)) in (0..).zip(&people) {
        files.paged(&format!("people/{slug}"), facts.awards.len(), |page| File::Person { person: place, page });
    }
    for (place, skill) in (0..).zip(&skills) {
        files.paged(&format!("skills/{}", skill.slug), skill.badges.len(), |page| File::Skill { skill: place, page });
    }
    files.shelves(&types, &years);
    files.add(search.path.as_str(), File::SearchIndex);
    for (place, list) in (0..).zip(&gallery.status_lists) {
        files.add(format!("status/{}/{}.json", list.issuer, list.number), File::StatusList { list: place });
    }
    files.hosting(gallery, scripts);
    files.repository(gallery, problems);

    Plan {
        verified,
        files: files.list,
        badges,
        issuers,
        people,
        skills,
        badge_skills,
        types,
        years,
        search,
        erased,
        former,
        newest,
    }
}

/// How many pages a list of `entries` takes; an empty list takes one.
pub(super) fn pages(entries: usize) -> usize {
    entries.div_ceil(PER_PAGE).max(1)
}

#[derive(Default)]
struct Files {
    list: Vec<(Box<str>, File)>,
}

impl Files {
    fn add(&mut self, path: impl Into<Box<str>>, file: File) {
        self.list.push((path.into(), file));
    }

    /// A list of `entries`: `folder/index.html`, `folder/2/index.html`, …
    fn paged(&mut self, folder: &str, entries: usize, file: impl Fn(u32) -> File) {
        for (page, number) in (0..).zip(1..=pages(entries)) {
            let path =
                if number == 1 { format!("{folder}/index.html") } else { format!("{folder}/{number}/index.html") };
            self.add(path, file(page));
        }
    }

    /// A list whose folder also holds its members: `first`, then `all/<name>/2/index.html`, …
    fn whole_list(&mut self, first: &str, name: &str, entries: usize, file: impl Fn(u32) -> File) {
        self.add(first, file(0));
        for (page, number) in (1..).zip(2..=pages(entries)) {
            self.add(format!("all/{name}/{number}/index.html"), file(page));
        }
    }

    fn lists(&mut self, gallery: &Gallery, skills: &[Skill<'_>]) {
        self.whole_list("index.html", "badges", gallery.badges.len(), |page| File::Gallery { page });
        self.whole_list("people/index.html", "people", gallery.people.len(), |page| File::People { page });
        self.whole_list("skills/index.html", "skills", skills.len(), |page| File::Skills { page });
        self.add("issuers/index.html", File::Issuers);
    }

    /// Badges by type and by year, and how verification works.
    fn shelves(&mut self, types: &[Shelf<'_>], years: &[Shelf<'_>]) {
        self.add("types/index.html", File::Types);
        for (shelf, it) in (0..).zip(types) {
            self.paged(&format!("types/{}", it.slug), it.badges.len(), |page| File::Type { shelf, page });
        }
        self.add("years/index.html", File::Years);
        for (shelf, it) in (0..).zip(years) {
            self.paged(&format!("years/{}", it.slug), it.badges.len(), |page| File::Year { shelf, page });
        }
        self.add("how-verification-works/index.html", File::How);
    }

    fn badges(&mut self, gallery: &Gallery, facts: &BTreeMap<&Slug, BadgeFacts>) {
        for (badge, (slug, definition)) in (0..).zip(&gallery.badges) {
            let folder = format!("badges/{slug}");
            let awards = facts.get(slug).map_or(0, |facts| facts.awards.len());
            self.paged(&folder, awards, |page| File::Badge { badge, page });
            self.add(format!("{folder}/achievement.json"), File::Achievement { badge });
            self.add(format!("{folder}/badge.json"), File::BadgeClass { badge });
            self.badge_pictures(&folder, badge, definition, gallery.site.cards);
        }
    }

    /// The pictures of a badge, under a name that it has or had.
    fn badge_pictures(&mut self, folder: &str, badge: u32, definition: &Badge, cards: Cards) {
        if definition.picture.as_ref().is_none_or(|it| it.kind == PictureKind::Svg) {
            self.add(format!("{folder}/image.svg"), File::BadgeSvg { badge });
        }
        self.add(format!("{folder}/image.png"), File::BadgePng { badge });
        if has_small_png(definition) {
            self.add(format!("{folder}/image-192.png"), File::BadgeSmall { badge });
        }
        if cards != Cards::None {
            self.add(format!("{folder}/card.png"), File::BadgeCard { badge });
        }
    }

    fn awards(&mut self, gallery: &Gallery) {
        let pictures = gallery.site.award_pictures;
        self.list.reserve(gallery.assertions.len() * 6);
        for (award, assertion) in (0..).zip(&gallery.assertions) {
            let folder = format!("assertions/{}", assertion.id);
            self.add(format!("{folder}/index.html"), File::Award { award });
            self.add(format!("{folder}/embed.html"), File::Embed { award });
            self.add(format!("{folder}/credential.json"), File::Credential { award });
            self.add(format!("{folder}/assertion.json"), File::Hosted { award });
            if pictures.png() {
                self.add(format!("{folder}/badge.png"), File::BakedPng { award });
            }
            if gallery.site.cards == Cards::Awards {
                self.add(format!("{folder}/card.png"), File::AwardCard { award });
            }
            let drawn = gallery.badges.get(&assertion.badge).and_then(|badge| badge.picture.as_ref());
            if pictures.svg() && drawn.is_none_or(|it| it.kind == PictureKind::Svg) {
                self.add(format!("{folder}/badge.svg"), File::BakedSvg { award });
            }
        }
    }

    fn issuers(&mut self, gallery: &Gallery, facts: &BTreeMap<&Slug, IssuerFacts>) {
        for (issuer, (slug, definition)) in (0..).zip(&gallery.issuers) {
            let folder = format!("issuers/{slug}");
            let badges = facts.get(slug).map_or(0, |facts| facts.badges.len());
            self.paged(&folder, badges, |page| File::Issuer { issuer, page });
            self.add(format!("{folder}/did.json"), File::Did { issuer });
            self.add(format!("{folder}/profile.json"), File::Profile { issuer });
            self.add(format!("{folder}/issuer.json"), File::HostedIssuer { issuer });
            if gallery.site.cards != Cards::None {
                self.add(format!("{folder}/card.png"), File::IssuerCard { issuer });
            }
            if let Some(logo) = &definition.logo {
                self.add(format!("{folder}/{}", logo_name(logo.kind)), File::Logo { issuer });
            }
        }
    }

    /// What hosts, feed readers and search engines ask for.
    fn hosting(&mut self, gallery: &Gallery, scripts: &Scripts) {
        self.add(crate::theme::assets::style_path(&gallery.site.look), File::Style);
        self.add(crate::theme::assets::icon_path(), File::Icon);
        self.add(crate::theme::assets::start_path(), File::Start);
        for (script, file) in [
            (&scripts.check, File::Check),
            (&scripts.rest, File::CheckRest),
            (&scripts.closer, File::CheckCloser),
            (&scripts.desk, File::Desk),
            (&scripts.source, File::ScriptSource),
        ] {
            self.add(script.path.as_str(), file);
        }
        self.add(crate::theme::assets::copy_path(), File::Copy);
        if gallery.site.cards != Cards::None {
            self.add("card.png", File::Card);
        }
        self.add(crate::theme::assets::search_path(), File::Search);
        self.add(crate::theme::assets::rdfc_path(), File::Rdfc);
        self.add("verify/index.html", File::Verify);
        self.add(crate::theme::assets::nominate_path(), File::NominateScript);
        self.add("nominate/index.html", File::Nominate);
        for (badge, it) in (0..).zip(gallery.badges.values()) {
            if it.nominations_until.is_some() && it.retired.is_none() {
                self.add(format!("nominate/{}/index.html", it.slug), File::Poster { badge });
            }
        }
        self.add("index.json", File::Index);
        self.add("feed.xml", File::Feed);
        self.add("robots.txt", File::Robots);
        self.add("404.html", File::NotFound);
        self.add(".nojekyll", File::NoJekyll);
        self.add("_headers", File::Headers);
        self.add("build.json", File::Build);
        if gallery.site.cname.is_some() {
            self.add("CNAME", File::Cname);
        }
    }

    /// Free pages and static files, then the sitemap of all pages.
    fn repository(&mut self, gallery: &Gallery, problems: &mut Diagnostics) {
        let ours = clash::Taken::new(&self.list, gallery);
        for (page, free) in (0..).zip(&gallery.pages) {
            let path = format!("{}/index.html", free.slug);
            if ours.allows(&format!("pages/{}.md", free.slug), &path, problems) {
                self.add(path, File::Page { page });
            }
        }
        for (file, wanted) in (0..).zip(&gallery.statics) {
            if ours.allows(&format!("static/{}", wanted.path), &wanted.path, problems) {
                self.add(wanted.path.as_str(), File::Static { file });
            }
        }
        let pages = self.list.iter().filter(|(_, file)| file.in_sitemap()).count();
        if pages > SITEMAP_PART {
            for (part, number) in (0..).zip(1..=pages.div_ceil(SITEMAP_PART)) {
                self.add(format!("sitemap-{number}.xml"), File::SitemapPart { part });
            }
        }
        self.add("sitemap.xml", File::Sitemap);
    }
}

/// How heavy an SVG may be that lists show: about twice what the PNG in its place would have.
const LIGHT: usize = 16 << 10;

/// Whether lists show a PNG of a badge: if its author gave one, or an SVG that weighs more.
pub(super) fn has_small_png(badge: &Badge) -> bool {
    badge.picture.as_ref().is_some_and(|it| it.kind == PictureKind::Png || it.bytes.len() > LIGHT)
}

impl File {
    /// Whether search engines should know it: pages, but no tombstones.
    pub(super) fn in_sitemap(self) -> bool {
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

/// The file name of a logo.
pub(super) fn logo_name(kind: PictureKind) -> &'static str {
    match kind {
        PictureKind::Svg => "logo.svg",
        PictureKind::Png => "logo.png",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{diagnostic::Diagnostics, pipeline::Sources};
    use std::sync::Arc;

    /// The badge of a small repository, with this picture beside it.
    fn badge(picture: Option<(&str, Vec<u8>)>) -> Badge {
        let file = |path: &str, text: &str| {
            Arc::new(crate::diagnostic::SourceFile { path: path.to_owned(), text: text.to_owned() })
        };
        let definition = "name = 'Soldering'\nalt = 'An iron'\ndescription = 'Joins metal.'\ncriteria = 'Solder.'\n";
        let sources = Sources {
            site: Some(file("accolade.toml", "title = 'T'\nbase_url = 'https://badges.example/'\n")),
            issuers: vec![file("issuers/hackerspace.toml", "name = 'Hackerspace'\n")],
            badges: vec![file("badges/soldering.toml", definition)],
            pictures: picture.into_iter().map(|(path, bytes)| (path.to_owned(), bytes.into())).collect(),
            ..Sources::default()
        };
        let mut problems = Diagnostics::default();
        let gallery = crate::pipeline::check(&sources, &mut problems).expect("a gallery");
        gallery.badges.into_values().next().unwrap_or_else(|| panic!("{problems:?}"))
    }

    fn svg(padding: usize) -> Vec<u8> {
        let dots = "<circle cx=\"50\" cy=\"50\" r=\"40\"/>".repeat(padding);
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\">{dots}</svg>").into_bytes()
    }

    #[test]
    fn lists_show_a_png_only_of_what_is_heavy_or_a_png() {
        let light = badge(Some(("badges/soldering.svg", svg(1))));
        assert!(light.picture.as_ref().is_some_and(|it| it.bytes.len() <= LIGHT));
        assert!(!has_small_png(&light));
        let heavy = badge(Some(("badges/soldering.svg", svg(1_000))));
        assert!(heavy.picture.as_ref().is_some_and(|it| it.bytes.len() > LIGHT));
        assert!(has_small_png(&heavy));
        // What we draw is light.
        assert!(!has_small_png(&badge(None)));
        let png = crate::art::png(PictureKind::Svg, &svg(1), 256).expect("a picture");
        assert!(has_small_png(&badge(Some(("badges/soldering.png", png)))));
    }
}
