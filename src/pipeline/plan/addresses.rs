//! The address of every file.

use super::{BadgeFacts, File, IssuerFacts, Shelf, Skill, clash, pages};
use crate::{
    diagnostic::Diagnostics,
    model::{Assertion, AssertionId, Badge, Cards, Gallery, PictureKind, Slug},
    theme::{assets, script::Scripts},
};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// How many URLs a part of the sitemap may have (sitemaps.org, "Sitemap index files").
pub(in crate::pipeline) const SITEMAP_PART: usize = 50_000;

/// The files that are decided so far.
#[derive(Default)]
pub(super) struct Files {
    pub(super) list: Vec<(Box<str>, File)>,
}

impl Files {
    pub(super) fn add(&mut self, path: impl Into<Box<str>>, file: File) {
        self.list.push((path.into(), file));
    }

    /// A list of `entries`: `folder/index.html`, `folder/2/index.html`, …
    pub(super) fn paged(&mut self, folder: &str, entries: usize, file: impl Fn(u32) -> File) {
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

    pub(super) fn lists(&mut self, gallery: &Gallery, skills: &[Skill<'_>]) {
        self.whole_list("index.html", "badges", gallery.badges.len(), |page| File::Gallery { page });
        self.whole_list("people/index.html", "people", gallery.people.len(), |page| File::People { page });
        self.whole_list("skills/index.html", "skills", skills.len(), |page| File::Skills { page });
        self.add("issuers/index.html", File::Issuers);
    }

    /// Badges by type and by year, and how verification works.
    pub(super) fn shelves(&mut self, types: &[Shelf<'_>], years: &[Shelf<'_>]) {
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

    pub(super) fn badges(&mut self, gallery: &Gallery, facts: &BTreeMap<&Slug, BadgeFacts>) {
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
    pub(super) fn badge_pictures(&mut self, folder: &str, badge: u32, definition: &Badge, cards: Cards) {
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

    pub(super) fn awards(&mut self, gallery: &Gallery) {
        let pictures = gallery.site.award_pictures;
        let of_award = |(award, assertion): (u32, &Assertion)| {
            let mut files = Files { list: Vec::with_capacity(8) };
            let folder = format!("assertions/{}", assertion.id);
            files.add(format!("{folder}/index.html"), File::Award { award });
            files.add(format!("{folder}/embed.html"), File::Embed { award });
            files.add(format!("{folder}/credential.json"), File::Credential { award });
            files.add(format!("{folder}/assertion.json"), File::Hosted { award });
            if pictures.png() {
                files.add(format!("{folder}/badge.png"), File::BakedPng { award });
            }
            if gallery.site.cards == Cards::Awards {
                files.add(format!("{folder}/card.png"), File::AwardCard { award });
            }
            let drawn = gallery.badges.get(&assertion.badge).and_then(|badge| badge.picture.as_ref());
            if pictures.svg() && drawn.is_none_or(|it| it.kind == PictureKind::Svg) {
                files.add(format!("{folder}/badge.svg"), File::BakedSvg { award });
            }
            files.list
        };
        let count = u32::try_from(gallery.assertions.len()).expect("no machine holds four billion awards");
        self.list.par_extend((0..count).into_par_iter().zip(&gallery.assertions).flat_map_iter(of_award));
    }

    /// What answers where awards were that are erased.
    pub(super) fn erased(&mut self, gallery: &Gallery, erased: &[AssertionId]) {
        for (erased, id) in (0..).zip(erased) {
            let folder = format!("assertions/{id}");
            self.add(format!("{folder}/index.html"), File::Erased { erased });
            self.add(format!("{folder}/embed.html"), File::ErasedEmbed { erased });
            self.add(format!("{folder}/credential.json"), File::ErasedCredential { erased });
            self.add(format!("{folder}/assertion.json"), File::ErasedHosted { erased });
            if gallery.site.award_pictures.png() {
                self.add(format!("{folder}/badge.png"), File::ErasedPng);
            }
            if gallery.site.cards == Cards::Awards {
                self.add(format!("{folder}/card.png"), File::ErasedCard);
            }
            if gallery.site.award_pictures.svg() {
                self.add(format!("{folder}/badge.svg"), File::ErasedSvg);
            }
        }
    }

    pub(super) fn issuers(&mut self, gallery: &Gallery, facts: &BTreeMap<&Slug, IssuerFacts>) {
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
    pub(super) fn hosting(&mut self, gallery: &Gallery, scripts: &Scripts) {
        self.add(assets::style_path(&gallery.site.look), File::Style);
        self.add(assets::icon_path(), File::Icon);
        self.add(assets::start_path(), File::Start);
        for (script, file) in [
            (&scripts.check, File::Check),
            (&scripts.words, File::CheckWords),
            (&scripts.desk, File::Desk),
            (&scripts.source, File::ScriptSource),
        ] {
            self.add(script.path.as_str(), file);
        }
        self.add(assets::copy_path(), File::Copy);
        if gallery.site.cards != Cards::None {
            self.add("card.png", File::Card);
        }
        self.add(assets::search_path(), File::Search);
        self.add(assets::rdfc_path(), File::Rdfc);
        self.add("verify/index.html", File::Verify);
        self.add(assets::nominate_path(), File::NominateScript);
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
    pub(super) fn repository(&mut self, gallery: &Gallery, problems: &mut Diagnostics) {
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
pub(in crate::pipeline) fn has_small_png(badge: &Badge) -> bool {
    badge.picture.as_ref().is_some_and(|it| it.kind == PictureKind::Png || it.bytes.len() > LIGHT)
}

/// The file name of a logo.
pub(in crate::pipeline) fn logo_name(kind: PictureKind) -> &'static str {
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
