//! **Render**, stage 5 of 6: every address gets its bytes, one at a time, when they are asked for.
//!
//! What many files share (the pictures of badges, the Markdown of criteria, what all pages know) is made once, on all
//! cores, by [`render`]. After that a [`Site`] holds no file that it made: memory does not grow with the site.

mod moment;
mod verdict;
mod percent;
mod forge;
mod pictures;
mod cards;
mod preview;
mod fingerprints;
mod pages;
mod tried;
mod documents;
mod remains;
mod index;
mod feed;
mod hosting;

use super::{
    Fingerprint, Memory, Plan, Rendered,
    fingerprint::Origin,
    plan::{File, Skill},
};
use crate::{
    diagnostic::Diagnostic,
    disk::Error,
    model::{self, AssertionId, Badge, Event, Gallery, Issuer, Person, Slug},
    theme::{
        Html, Pages, Shared, Theme, assets,
        markdown::to_html,
        page::{Image, Link, Moment, SiteConstants, SiteInfo},
        script::Scripts,
    },
    time::Timestamp,
    words::Words,
};
use fingerprints::Fingerprints;
use forge::Forge;
pub use forge::commit_page;
use moment::Calendar;
use pictures::BadgePictures;
pub(in crate::pipeline) use pictures::Made;
pub(in crate::pipeline) use preview::Drawn;
use rayon::prelude::*;
use serde::Serialize;
use std::{
    borrow::Cow,
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
pub use tried::try_templates;

/// A site of which every file can be asked for.
#[derive(Debug)]
pub struct Site<'a> {
    kit: Kit<'a>,
    /// The gallery's badges, issuers and people by number.
    badges: Vec<&'a Badge>,
    issuers: Vec<&'a Issuer>,
    people: Vec<&'a Person>,
}

/// What many files share.
#[derive(Debug)]
struct Kit<'a> {
    plan: &'a Plan<'a>,
    gallery: &'a Gallery,
    site: &'a model::Site,
    pages: Pages,
    /// Templates that could not be filled.
    unfilled: Mutex<Vec<Diagnostic>>,
    now: Timestamp,
    /// The time of the build in words.
    built: Moment,
    calendar: Calendar<'a>,
    words: &'a Words,
    scripts: &'a Scripts,
    forge: Option<Forge>,
    /// Pictures by number of the badge, and the number of each badge.
    pictures: Vec<Arc<BadgePictures>>,
    numbers: HashMap<&'a Slug, usize>,
    /// What the cards of a badge's awards share.
    backdrops: Vec<preview::Backdrops>,
    /// What was drawn for cards, and whether cards themselves are kept.
    drawn: Arc<Drawn>,
    keeps_cards: bool,
    /// The criteria of badges as HTML.
    criteria: HashMap<&'a Slug, Html>,
    /// Badges as their newest awards were signed.
    signed: HashMap<&'a Slug, pages::Signed<'a>>,
    /// What was answered of awards, as their pages show it.
    rows: pages::Rows<'a>,
    /// Issuers as award pages show them.
    shared_issuers: HashMap<&'a Slug, pages::SharedIssuer<'a>>,
    /// What all award pages have on top and at the end.
    frame: pages::Frame,
    /// What ledgers say about each assertion, oldest first.
    events: Events<'a>,
    /// What each file is made of, if that is to be known.
    fingerprints: Option<Fingerprints<'a>>,
}

/// What ledgers say about each assertion, oldest first.
type Events<'a> = HashMap<AssertionId, Vec<(Timestamp, &'a Event)>>;

/// Prepares what many files share; each file is made when it is asked for.
///
/// # Errors
///
/// When a badge's picture cannot be made.
pub fn render<'a>(plan: &'a Plan<'a>, theme: &'a Theme) -> Result<Site<'a>, Error> {
    render_again(plan, theme, None, None)
}

/// As [`render`], of a repository of which it is known what is in it; pictures that `memory` has are not made again.
pub(super) fn render_again<'a>(
    plan: &'a Plan<'a>,
    theme: &'a Theme,
    origin: Option<Origin>,
    memory: Option<&mut Memory>,
) -> Result<Site<'a>, Error> {
    let gallery = plan.verified.gallery();
    let words = theme.words();
    let badges: Vec<&Badge> = gallery.badges.values().collect();
    let issuers: Vec<&Issuer> = gallery.issuers.values().collect();
    let built = moment::utc(plan.verified.now(), words);
    let made = memory.as_deref().map(|it| &it.pictures);
    let (pages, pictures) = rayon::join(
        || theme.for_site(&site_info(gallery, theme.scripts(), &plan.skills, built.clone())),
        || pictures::of_badges(&badges, made),
    );
    let keeps_cards = memory.is_some();
    let mut drawn = Arc::default();
    if let Some(memory) = memory {
        memory.pictures = pictures.iter().map(|it| (*it.key(), Arc::clone(it))).collect();
        memory.drawn.tidy();
        drawn = Arc::clone(&memory.drawn);
    }
    let events = events(gallery);

    let mut kit = Kit {
        plan,
        gallery,
        site: &gallery.site,
        pages,
        unfilled: Mutex::default(),
        now: plan.verified.now(),
        built,
        calendar: Calendar::new(&gallery.site.time_zone, words),
        words,
        scripts: theme.scripts(),
        forge: gallery.site.repository.as_deref().map(Forge::new),
        pictures,
        backdrops: badges.iter().map(|_| Default::default()).collect(),
        drawn,
        keeps_cards,
        numbers: badges.iter().enumerate().map(|(number, badge)| (&badge.slug, number)).collect(),
        criteria: badges
            .par_iter()
            .map(|badge| (&badge.slug, Html::made_here(to_html(&badge.criteria.narrative, 3))))
            .collect(),
        signed: HashMap::new(),
        rows: Vec::new(),
        shared_issuers: HashMap::new(),
        frame: pages::Frame::default(),
        fingerprints: origin.map(|it| Fingerprints::new(it, plan, &events)),
        events,
    };
    for issuer in &issuers {
        let view = pages::issuer_view(&kit, issuer, "../../");
        let shared = pages::SharedIssuer::new(&kit, &view);
        if let Some(fingerprints) = &mut kit.fingerprints {
            fingerprints.add_issuer(&issuer.slug, &view);
        }
        kit.shared_issuers.insert(&issuer.slug, shared);
    }
    kit.frame = pages::Frame::of_awards(&kit);
    (kit.signed, kit.rows) = rayon::join(|| pages::Signed::newest(&kit), || kit.rows());
    Ok(Site { kit, badges, issuers, people: gallery.people.values().collect() })
}

/// What ledgers say, sorted by assertion.
fn events(gallery: &Gallery) -> Events<'_> {
    let mut events: HashMap<_, Vec<_>> = HashMap::with_capacity(gallery.assertions.len());
    for entry in gallery.ledgers.values().flat_map(|ledger| &ledger.entries) {
        events.entry(entry.id).or_default().push((entry.at, &entry.event));
    }
    events
}

/// A picture of `static/` as pages show it.
fn below_root(picture: &model::StaticPicture) -> Image<'_> {
    let (width, height) = picture.size;
    Image { url: picture.path.clone(), width, height, alt: Cow::Borrowed(&picture.alt) }
}

fn site_info<'a>(gallery: &'a Gallery, scripts: &'a Scripts, skills: &[Skill<'_>], built: Moment) -> SiteInfo<'a> {
    let site = &gallery.site;
    SiteInfo {
        constants: SiteConstants::new(site, scripts),
        description: &site.description,
        url: site.served_at.as_str(),
        logo: site.look.logo.as_ref().map(below_root),
        hero_text: site.look.hero_text.as_deref().unwrap_or(&site.description),
        hero_picture: site.look.hero_picture.as_ref().map(below_root),
        links: site.look.links.iter().map(|it| Link { name: (&it.name).into(), url: (&it.url).into() }).collect(),
        bases: (!site.previous_base_urls.is_empty()).then(|| {
            let all: Vec<_> =
                std::iter::once(&site.base_url).chain(&site.previous_base_urls).map(|it| it.as_str()).collect();
            all.join(" ")
        }),
        copy: assets::copy_path(),
        desk: &scripts.desk.path,
        desk_integrity: &scripts.desk.integrity,
        script_source: &scripts.source.path,
        rdfc: assets::rdfc_path(),
        rdfc_integrity: assets::rdfc_integrity(),
        repository: site.repository.as_deref(),
        built,
        has_people: !gallery.people.is_empty(),
        has_skills: !skills.is_empty(),
        pages: gallery
            .pages
            .iter()
            .map(|page| Link { name: Cow::Borrowed(&page.title), url: format!("{}/index.html", page.slug).into() })
            .collect(),
    }
}

impl Kit<'_> {
    /// Fills a template.
    fn fill(&self, template: &str, page: &impl Serialize, shared: &[&Shared]) -> Result<Vec<u8>, Error> {
        self.pages.fill(template, page, shared).map_err(|why| {
            let error = Error::Refused(format!("template `{template}` cannot be filled: {}", why.message));
            self.unfilled().push(*why);
            error
        })
    }

    fn unfilled(&self) -> MutexGuard<'_, Vec<Diagnostic>> {
        self.unfilled.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Rendered for Site<'_> {
    fn len(&self) -> usize {
        self.kit.plan.files.len()
    }

    fn path(&self, file: usize) -> &str {
        &self.kit.plan.files[file].0
    }

    fn bytes(&self, file: usize) -> Result<Cow<'_, [u8]>, Error> {
        let kit = &self.kit;
        let gallery = kit.gallery;
        let (path, what) = &kit.plan.files[file];
        let badge = |number: u32| self.badges[number as usize];
        let issuer = |number: u32| self.issuers[number as usize];
        let award = |number: u32| &gallery.assertions[number as usize];
        let page = match *what {
            File::Gallery { page } => kit.gallery_page(page, path),
            File::People { page } => kit.people_page(page, path),
            File::Skills { page } => kit.skills_page(page, path),
            File::Issuers => kit.issuers_page(path),
            File::Badge { badge: number, page } => kit.badge_page(badge(number), page, path),
            File::Award { award } => kit.award_page(award as usize),
            File::Embed { award } => kit.embed_page(award as usize),
            File::ErasedEmbed { erased } => kit.erased_embed_page(kit.plan.erased[erased as usize]),
            File::Erased { erased } => kit.erased_page(kit.plan.erased[erased as usize]),
            File::Moved { former, page } => kit.moved_page(&kit.plan.former[former as usize], page, path),
            File::Issuer { issuer: number, page } => kit.issuer_page(issuer(number), page, path),
            File::Person { person, page } => kit.person_page(self.people[person as usize], page, path),
            File::Skill { skill, page } => kit.skill_page(skill as usize, page, path),
            File::Page { page } => kit.free_page(&gallery.pages[page as usize], path),
            File::Types => kit.types_page(path),
            File::Type { shelf, page } => kit.type_page(shelf as usize, page, path),
            File::Years => kit.years_page(path),
            File::Year { shelf, page } => kit.year_page(shelf as usize, page, path),
            File::How => kit.how_page(path),
            File::Verify => kit.verify_page(path),
            File::Nominate => kit.nominate_page(path),
            File::Poster { badge: number } => kit.poster_page(badge(number), path),
            File::NotFound => kit.not_found(path),

            File::Achievement { badge: number } => Ok(kit.achievement(badge(number))),
            File::BadgeClass { badge: number } => Ok(kit.badge_class(badge(number))),
            File::Hosted { award } => kit.hosted_assertion(award as usize),
            File::ErasedCredential { erased } => Ok(kit.erased_credential(kit.plan.erased[erased as usize])),
            File::ErasedHosted { erased } => Ok(kit.erased_assertion(kit.plan.erased[erased as usize])),
            File::ErasedPng => return remains::png().map(Cow::Borrowed),
            File::ErasedCard => return remains::card().map(Cow::Borrowed),
            File::ErasedSvg => return Ok(Cow::Borrowed(remains::SVG.as_bytes())),
            File::FormerAchievement { former } => Ok(kit.former_achievement(&kit.plan.former[former as usize])),
            File::FormerBadgeClass { former } => Ok(kit.former_badge_class(&kit.plan.former[former as usize])),
            File::Did { issuer: number } => Ok(kit.did_document(issuer(number))),
            File::Profile { issuer: number } => Ok(kit.profile(issuer(number))),
            File::HostedIssuer { issuer: number } => Ok(kit.hosted_issuer(issuer(number))),
            File::BakedPng { award } => kit.baked_png(award as usize),
            File::BakedSvg { award } => kit.baked_svg(award as usize),

            File::BadgeCard { badge: number } => kit.draw(&kit.badge_preview(badge(number), number as usize)?),
            File::AwardCard { award } => match kit.award_preview(award as usize)? {
                Some(card) => kit.draw(&card),
                None => Ok(Vec::new()),
            },
            File::IssuerCard { issuer: number } => kit.draw(&kit.issuer_preview(issuer(number))?),
            File::Card => kit.draw(&kit.gallery_preview()?),

            File::BadgeSvg { badge } => return Ok(Cow::Borrowed(kit.pictures[badge as usize].svg())),
            File::BadgePng { badge } => return kit.pictures[badge as usize].large().map(Cow::Borrowed),
            File::BadgeSmall { badge } => return kit.pictures[badge as usize].small().map(Cow::Borrowed),
            File::Credential { award: number } => return Ok(award(number).signed.bytes()),
            File::Logo { issuer: number } => {
                return Ok(Cow::Borrowed(issuer(number).logo.as_ref().map_or(&[], |logo| &*logo.bytes)));
            }
            File::StatusList { list } => return Ok(Cow::Borrowed(&gallery.status_lists[list as usize].bytes)),
            File::Static { file } => return Ok(Cow::Borrowed(&gallery.statics[file as usize].bytes)),
            File::Style => Ok(assets::style(&kit.site.look).into_owned().into_bytes()),
            File::Start => return Ok(Cow::Borrowed(assets::start().as_bytes())),
            File::Check => return Ok(Cow::Borrowed(kit.scripts.check.text.as_bytes())),
            File::CheckWords => return Ok(Cow::Borrowed(kit.scripts.words.text.as_bytes())),
            File::ScriptSource => return Ok(Cow::Borrowed(kit.scripts.source.text.as_bytes())),
            File::Copy => return Ok(Cow::Borrowed(assets::copy().as_bytes())),
            File::Search => return Ok(Cow::Borrowed(assets::search().as_bytes())),
            File::SearchIndex => return Ok(Cow::Borrowed(kit.plan.search.script.as_bytes())),
            File::Desk => return Ok(Cow::Borrowed(kit.scripts.desk.text.as_bytes())),
            File::NominateScript => return Ok(Cow::Borrowed(assets::nominate().as_bytes())),
            File::Rdfc => return Ok(Cow::Borrowed(assets::RDFC.as_bytes())),
            File::Icon => return Ok(Cow::Borrowed(assets::ICON.as_bytes())),

            File::Index => Ok(kit.index()),
            File::Feed => Ok(kit.feed()),
            File::Sitemap => Ok(kit.sitemap()),
            File::SitemapPart { part } => Ok(kit.sitemap_part(part as usize)),
            File::Robots => Ok(kit.robots()),
            File::NoJekyll => Ok(Vec::new()),
            File::Headers => Ok(kit.headers()),
            File::Cname => Ok(kit.cname()),
            File::Build => Ok(kit.build()),
        };
        page.map(Cow::Owned)
    }

    fn fingerprint(&self, file: usize) -> Option<Fingerprint> {
        self.made_of(file)
    }
}
