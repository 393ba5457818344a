//! A preview for reviewers: each page and card that a change makes or changes, as files that work from disk.
//!
//! What the pages show and load lies beside them. Links to pages that stay as they are lead to the published site.

use super::addresses;
use crate::{disk::Error, model::BaseUrl, pipeline::Rendered};
use rayon::prelude::*;
use std::{
    borrow::Cow,
    collections::{BTreeSet, HashMap},
};
use url::Url;

/// What a change shows, ready to be written.
pub struct Preview<'a> {
    site: &'a dyn Rendered,
    /// Where the site is published.
    base: &'a BaseUrl,
    /// Numbers of the site's files, ordered by path.
    files: Vec<usize>,
    /// Their paths, as addresses have them.
    paths: BTreeSet<String>,
    /// Pages and cards that are new.
    pub added: Vec<String>,
    /// Pages and cards that are others than before.
    pub changed: Vec<String>,
    list: String,
}

impl std::fmt::Debug for Preview<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Preview").field("added", &self.added).field("changed", &self.changed).finish_non_exhaustive()
    }
}

/// The list of what there is to see.
const LIST: &str = "changes.html";

/// Compares a site with the one before the change, if there was one. Of pages that differ, those count that `is_meant`
/// says: each award changes a number on every page of its issuer.
///
/// # Errors
///
/// When a page cannot be made.
pub fn preview<'a>(
    before: Option<&dyn Rendered>,
    site: &'a dyn Rendered,
    base: &'a BaseUrl,
    is_meant: &(dyn Fn(&str) -> bool + Sync),
) -> Result<Preview<'a>, Error> {
    let old: HashMap<&str, usize> =
        before.map_or_else(HashMap::new, |it| (0..it.len()).map(|n| (it.path(n), n)).collect());
    let known: HashMap<String, usize> = (0..site.len()).map(|n| (in_addresses(site.path(n)), n)).collect();
    let shown: Vec<usize> = (0..site.len()).filter(|n| is_shown(site.path(*n))).collect();
    let differs = |n: &usize| -> Result<Option<(usize, bool)>, Error> {
        let Some((before, was)) = before.zip(old.get(site.path(*n))) else { return Ok(Some((*n, true))) };
        let differs = is_meant(site.path(*n)) && before.bytes(*was)? != site.bytes(*n)?;
        Ok(differs.then_some((*n, false)))
    };
    let found: Vec<Option<(usize, bool)>> = shown.par_iter().map(differs).collect::<Result<_, _>>()?;
    let found: Vec<(usize, bool)> = found.into_iter().flatten().collect();

    let mut files: BTreeSet<usize> = found.iter().map(|(n, _)| *n).collect();
    let there = |path: &str, target: &str| resolve(path, target).and_then(|it| known.get(&it).copied());
    let mut pages = found.iter().map(|(n, _)| *n).filter(|n| site.path(*n).ends_with(".html")).peekable();
    if pages.peek().is_some() {
        // Scripts load others, by names of their own.
        files.extend((0..site.len()).filter(|n| site.path(*n).starts_with("assets/")));
    }
    for n in pages {
        let targets = addresses::of_page(&String::from_utf8_lossy(&site.bytes(n)?));
        let found = targets.iter().filter_map(|target| there(site.path(n), target));
        files.extend(found.filter(|it| !site.path(*it).ends_with(".html")));
    }
    let styles: Vec<usize> = files.iter().copied().filter(|n| site.path(*n).ends_with(".css")).collect();
    for n in styles {
        let style = site.bytes(n)?;
        let style = String::from_utf8_lossy(&style);
        files.extend(addresses::of_style(&style).into_iter().filter_map(|target| there(site.path(n), target)));
    }
    // The mark by which a later preview knows that it may take the place of this one.
    files.extend(known.get("build.json"));
    let mut files: Vec<usize> = files.into_iter().collect();
    files.sort_by_key(|n| site.path(*n));
    let of = |is_new: bool| -> Vec<String> {
        let mut paths: Vec<String> =
            found.iter().filter(|(_, new)| *new == is_new).map(|(n, _)| site.path(*n).to_owned()).collect();
        paths.sort();
        paths
    };
    let (added, changed) = (of(true), of(false));
    let list = list(&added, &changed);
    let paths = files.iter().map(|n| in_addresses(site.path(*n))).collect();
    Ok(Preview { site, base, files, paths, added, changed, list })
}

/// Pages and cards are for people; the rest follows from them. What a host shows for an address that is none works
/// nowhere but there.
fn is_shown(path: &str) -> bool {
    (path.ends_with(".html") && path != "404.html") || path.ends_with("card.png")
}

impl Rendered for Preview<'_> {
    fn len(&self) -> usize {
        self.files.len() + 1
    }

    fn path(&self, file: usize) -> &str {
        self.files.get(file).map_or(LIST, |n| self.site.path(*n))
    }

    fn bytes(&self, file: usize) -> Result<Cow<'_, [u8]>, Error> {
        let Some(n) = self.files.get(file) else { return Ok(Cow::Borrowed(self.list.as_bytes())) };
        let bytes = self.site.bytes(*n)?;
        let path = self.site.path(*n);
        if !path.ends_with(".html") {
            return Ok(bytes);
        }
        let page = String::from_utf8_lossy(&bytes);
        Ok(Cow::Owned(self.led_out(path, &page).into_bytes()))
    }
}

impl Preview<'_> {
    /// The page with links to what is not here leading to the published site.
    fn led_out(&self, path: &str, page: &str) -> String {
        addresses::replaced(page, &|target| {
            let there = resolve(path, target).filter(|it| !self.paths.contains(it))?;
            let rest = target.find(['#', '?']).map_or("", |at| &target[at..]);
            Some(self.base.join(there.strip_suffix("index.html").unwrap_or(&there)) + rest)
        })
    }
}

/// The address of a file of the site, wherever that is.
fn address(path: &str) -> Url {
    let mut url = Url::parse("https://site.invalid/").expect("this is an address");
    url.set_path(path);
    url
}

/// The path of a file as addresses have it.
fn in_addresses(path: &str) -> String {
    address(path).path().trim_start_matches('/').to_owned()
}

/// The path below the root of the site to which a relative link on the page at `path` leads, as addresses have it.
fn resolve(path: &str, target: &str) -> Option<String> {
    if target.starts_with(['/', '#', '?']) || target.is_empty() {
        return None;
    }
    let page = address(path);
    let there = page.join(target).ok().filter(|it| it.origin() == page.origin())?;
    let there = there.path().trim_start_matches('/');
    Some(if there.is_empty() || there.ends_with('/') { format!("{there}index.html") } else { there.to_owned() })
}

/// A page of links, which needs nothing of a theme.
fn list(added: &[String], changed: &[String]) -> String {
    let mut text = String::from(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>What this change shows</title>\n\
         <h1>What this change shows</h1>\n",
    );
    for (title, paths) in [("New", added), ("Changed", changed)] {
        if paths.is_empty() {
            continue;
        }
        text.push_str(&format!("<h2>{title}</h2>\n<ul>\n"));
        for path in paths {
            let path = path.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
            text.push_str(&format!("<li><a href=\"{path}\">{path}</a></li>\n"));
        }
        text.push_str("</ul>\n");
    }
    if added.is_empty() && changed.is_empty() {
        text.push_str("<p>Nothing that the site shows.</p>\n");
    }
    text.push_str("</html>\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_followed_as_a_browser_does() {
        let resolve = |target: &str| resolve("badges/a/index.html", target);
        assert_eq!(resolve("../../assets/x.css").as_deref(), Some("assets/x.css"));
        assert_eq!(resolve("image.png").as_deref(), Some("badges/a/image.png"));
        assert_eq!(resolve("../b/?x#y").as_deref(), Some("badges/b/index.html"));
        assert_eq!(resolve("../../").as_deref(), Some("index.html"));
        assert_eq!(resolve("../a b/ü.png").as_deref(), Some(&*in_addresses("badges/a b/ü.png")));
        assert_eq!(resolve("../a%20b/%C3%BC.png").as_deref(), Some(&*in_addresses("badges/a b/ü.png")));
        assert_eq!(resolve("#top"), None);
        assert_eq!(resolve("//a.example/"), None);
        assert_eq!(resolve("https://a.example/"), None);
        assert_eq!(resolve("mailto:a"), None);
    }
}
