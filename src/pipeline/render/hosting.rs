//! What hosts and search engines ask for.

use super::{Kit, documents::pretty};
use crate::{pipeline::plan::SITEMAP_PART, theme::GENERATOR};
use serde_json::json;

impl Kit<'_> {
    /// `sitemap.xml`: all pages, or where the parts of the list are.
    pub(super) fn sitemap(&self) -> Vec<u8> {
        let pages = self.listed().count();
        if pages <= SITEMAP_PART {
            return self.urls(self.listed());
        }
        let parts = (1..=pages.div_ceil(SITEMAP_PART))
            .map(|number| format!("  <sitemap><loc>{}</loc></sitemap>\n", self.at(&format!("sitemap-{number}.xml"))));
        framed("sitemapindex", &parts.collect::<String>())
    }

    /// `sitemap-<n>.xml`: a part of the list.
    pub(super) fn sitemap_part(&self, part: usize) -> Vec<u8> {
        self.urls(self.listed().skip(part * SITEMAP_PART).take(SITEMAP_PART))
    }

    /// The paths of all pages that search engines should know.
    fn listed(&self) -> impl Iterator<Item = &str> {
        self.plan.files.iter().filter(|(_, file)| file.in_sitemap()).map(|(path, _)| &**path)
    }

    fn urls<'p>(&self, paths: impl Iterator<Item = &'p str>) -> Vec<u8> {
        let mut list = String::new();
        for path in paths {
            list.push_str("  <url><loc>");
            list.push_str(self.site.served_at.as_str());
            // A page's address is its folder. Paths of pages hold nothing that XML would have to escape.
            list.push_str(path.strip_suffix("index.html").unwrap_or(path));
            list.push_str("</loc></url>\n");
        }
        framed("urlset", &list)
    }

    /// `robots.txt`. It counts only at the root of a host; below a path it does no harm.
    pub(super) fn robots(&self) -> Vec<u8> {
        format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", self.at("sitemap.xml")).into_bytes()
    }

    /// `_headers`, for hosts that read it: anybody may read documents, and pages keep to themselves.
    pub(super) fn headers(&self) -> Vec<u8> {
        let base = self.site.served_at.path();
        format!(
            "{base}*\n  Access-Control-Allow-Origin: *\n  X-Content-Type-Options: nosniff\n  \
             Referrer-Policy: no-referrer-when-downgrade\n  \
             Content-Security-Policy: {CONTENT_SECURITY_POLICY}\n\n\
             {base}verify/*\n  X-Frame-Options: SAMEORIGIN\n\n\
             {base}assets/*\n  Cache-Control: public, max-age=31536000, immutable\n\n\
             {base}assertions/*/credential.json\n  Content-Type: application/ld+json\n\n\
             {base}assertions/*/assertion.json\n  Content-Type: application/ld+json\n\n\
             {base}badges/*/achievement.json\n  Content-Type: application/ld+json\n\n\
             {base}badges/*/badge.json\n  Content-Type: application/ld+json\n\n\
             {base}issuers/*/profile.json\n  Content-Type: application/ld+json\n\n\
             {base}issuers/*/issuer.json\n  Content-Type: application/ld+json\n\n\
             {base}issuers/*/did.json\n  Content-Type: application/json\n\n\
             {base}status/*\n  Content-Type: application/ld+json\n\n\
             {base}feed.xml\n  Content-Type: application/atom+xml; charset=utf-8\n"
        )
        .into_bytes()
    }

    /// `CNAME`, for a custom domain at GitHub Pages.
    pub(super) fn cname(&self) -> Vec<u8> {
        self.site.cname.as_ref().map(|host| format!("{host}\n").into_bytes()).unwrap_or_default()
    }

    /// `build.json`: what `rebuild-check` needs to build the same again; also the mark by which a build knows a folder as
    /// its own.
    pub(super) fn build(&self) -> Vec<u8> {
        let mut record = json!({
            "generator": GENERATOR,
            "at": self.built.iso,
            "base_url": self.site.served_at.as_str(),
        });
        if let Some(commit) = &self.site.commit {
            record["commit"] = commit.id.as_str().into();
            record["clean"] = commit.clean.into();
        }
        pretty(&record)
    }
}

/// What pages may load: their own files, and nothing from elsewhere. Other pages may frame the cards of awards, and an award
/// that is framed says so by itself; only the desk, at which people lay things down, is kept out of frames. The pages themselves say it too, and all but the desk,
/// which asks other issuers once its reader agrees, forbid themselves other hosts as well.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; \
     connect-src 'self' https:; font-src 'self'; base-uri 'none'; form-action 'none'";

fn framed(root: &str, content: &str) -> Vec<u8> {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <{root} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{content}</{root}>\n"
    )
    .into_bytes()
}
