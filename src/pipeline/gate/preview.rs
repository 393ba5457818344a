//! A preview for reviewers: each page and card that a change makes or changes, as files that work from disk.
//!
//! What the pages show and load lies beside them. Links to pages that stay as they are lead to the published site.

use crate::{disk::Error, model::BaseUrl, pipeline::Rendered};
use rayon::prelude::*;
use std::{
    borrow::Cow,
    collections::{BTreeSet, HashMap},
};

/// What a change shows, ready to be written.
pub struct Preview<'a> {
    site: &'a dyn Rendered,
    /// Where the site is published.
    base: &'a BaseUrl,
    /// Numbers of the site's files, ordered by path.
    files: Vec<usize>,
    /// Their paths.
    paths: BTreeSet<&'a str>,
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
    let known: HashMap<&str, usize> = (0..site.len()).map(|n| (site.path(n), n)).collect();
    let shown: Vec<usize> = (0..site.len()).filter(|n| is_shown(site.path(*n))).collect();
    let differs = |n: &usize| -> Result<Option<(usize, bool)>, Error> {
        let Some((before, was)) = before.zip(old.get(site.path(*n))) else { return Ok(Some((*n, true))) };
        let differs = is_meant(site.path(*n)) && before.bytes(*was)? != site.bytes(*n)?;
        Ok(differs.then_some((*n, false)))
    };
    let found: Vec<Option<(usize, bool)>> = shown.par_iter().map(differs).collect::<Result<_, _>>()?;
    let found: Vec<(usize, bool)> = found.into_iter().flatten().collect();

    let mut files: BTreeSet<usize> = found.iter().map(|(n, _)| *n).collect();
    for (n, _) in &found {
        let path = site.path(*n);
        if path.ends_with(".html") {
            let page = site.bytes(*n)?;
            for target in targets(&String::from_utf8_lossy(&page)) {
                let there = resolve(path, target).and_then(|it| known.get(it.as_str()).copied());
                files.extend(there.filter(|it| !site.path(*it).ends_with(".html")));
            }
        }
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
    let paths = files.iter().map(|n| site.path(*n)).collect();
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
        let mut text = String::with_capacity(page.len());
        let mut from = 0;
        for target in targets(page) {
            let start = target.as_ptr() as usize - page.as_ptr() as usize;
            let Some(there) = resolve(path, target).filter(|it| !self.paths.contains(it.as_str())) else { continue };
            text.push_str(&page[from..start]);
            let rest = target.find(['#', '?']).map_or("", |at| &target[at..]);
            text.push_str(&self.base.join(there.strip_suffix("index.html").unwrap_or(&there)));
            text.push_str(rest);
            from = start + target.len();
        }
        text.push_str(&page[from..]);
        text
    }
}

/// The values of `href` and `src`, as the pages of a theme have them.
fn targets(page: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for attribute in [" href=\"", " src=\"", "\nhref=\"", "\nsrc=\""] {
        let starts = page.match_indices(attribute).map(|(at, _)| at + attribute.len());
        found.extend(starts.filter_map(|start| page[start..].find('"').map(|length| &page[start..start + length])));
    }
    found.sort_by_key(|it| it.as_ptr() as usize);
    found
}

/// The path below the root of the site to which a relative link on the page at `path` leads.
fn resolve(path: &str, target: &str) -> Option<String> {
    let plain = target.split(['#', '?']).next().unwrap_or_default();
    if plain.is_empty() || plain.starts_with('/') || plain.split('/').next().is_some_and(|it| it.contains(':')) {
        return None;
    }
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in plain.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." | "" => {}
            part => parts.push(part),
        }
    }
    let mut there = parts.join("/");
    if plain.ends_with('/') || there.is_empty() {
        there = if there.is_empty() { "index.html".to_owned() } else { format!("{there}/index.html") };
    }
    Some(there)
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
        assert_eq!(resolve("#top"), None);
        assert_eq!(resolve("https://a.example/"), None);
        assert_eq!(resolve("mailto:a"), None);
    }
}
