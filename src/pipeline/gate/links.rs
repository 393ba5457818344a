//! Where a repository leads to, for whoever may ask whether anything is there.

use super::at;
use crate::{
    diagnostic::{Code, Diagnostic},
    model::{Gallery, RelatedBadge},
    openbadges::v3,
    pipeline::Sources,
    theme::markdown::DIALECT,
};
use pulldown_cmark::{Event, Parser, Tag};
use std::collections::BTreeSet;

/// A link, and the file that holds it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    /// Where it leads.
    pub url: String,
    /// The file.
    pub path: String,
}

/// Every link that leads out of the gallery, ordered by address.
#[must_use]
pub fn links(sources: &Sources, gallery: &Gallery) -> BTreeSet<Link> {
    let mut links = BTreeSet::new();
    let mut add = |path: &str, url: &str| {
        if is_web(url) && gallery.site.base_url.strip(url).is_none() {
            links.insert(Link { url: url.to_owned(), path: path.to_owned() });
        }
    };
    for (slug, issuer) in &gallery.issuers {
        let path = format!("issuers/{slug}.toml");
        let urls = issuer.url.iter().chain(issuer.links.iter().map(|it| &it.url));
        urls.chain(issuer.parent.iter().map(|it| &it.url)).for_each(|url| add(&path, url));
        issuer.description.iter().flat_map(|it| within(it)).for_each(|url| add(&path, &url));
    }
    for (slug, badge) in &gallery.badges {
        let path = format!("badges/{slug}.toml");
        badge.criteria.url.iter().chain(badge.alignments.iter().map(|it| &it.url)).for_each(|url| add(&path, url));
        let related = badge.related.iter().filter_map(|it| match it {
            RelatedBadge::Elsewhere(id) => Some(id),
            RelatedBadge::Here(_) => None,
        });
        related.for_each(|url| add(&path, url));
        let criteria = format!("badges/{slug}.md");
        let criteria = if sources.criteria.contains_key(&criteria) { &criteria } else { &path };
        within(&badge.criteria.narrative).iter().for_each(|url| add(criteria, url));
    }
    for (slug, person) in &gallery.people {
        let path = format!("people/{slug}.toml");
        person.links.iter().for_each(|link| add(&path, &link.url));
        person.bio.iter().flat_map(|it| within(it)).for_each(|url| add(&path, &url));
    }
    for nomination in &gallery.nominations {
        for award in &nomination.awards {
            let mut add = |url: &str| add(&nomination.path, url);
            award.source.iter().for_each(|(_, url)| add(url));
            award.evidence.iter().filter_map(|it| it.url.as_deref()).for_each(&mut add);
            let narratives = award.evidence.iter().filter_map(|it| it.narrative.as_deref());
            narratives.chain(award.narrative.as_deref()).flat_map(within).for_each(|url| add(&url));
        }
    }
    for page in &gallery.pages {
        within(&page.body).iter().for_each(|url| add(&format!("pages/{}.md", page.slug), url));
    }
    for assertion in &gallery.assertions {
        let bytes = assertion.signed.bytes();
        let Ok(signed) = v3::read(&bytes) else { continue };
        signed.evidence.iter().filter_map(|it| it.id.as_ref()).for_each(|id| add(&assertion.path, id.as_str()));
    }
    links
}

fn is_web(url: &str) -> bool {
    url.split_once("://").is_some_and(|(scheme, _)| ["http", "https"].contains(&scheme.to_ascii_lowercase().as_str()))
}

/// Where the links of a text lead (Markdown).
fn within(markdown: &str) -> Vec<String> {
    let events = Parser::new_ext(markdown, DIALECT);
    let urls = events.filter_map(|event| match event {
        Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.to_string()),
        _ => None,
    });
    urls.collect()
}

/// What is said of a link that leads nowhere. `why` names the address.
#[must_use]
pub fn dead_link(link: &Link, why: &str, sources: &Sources) -> Diagnostic {
    let problem = Diagnostic::warning(Code::DeadLink, format!("this link leads nowhere: {why}"));
    let help = if link.path.starts_with("assertions/") {
        "what is signed stays as it is: bring the page back, or correct the award with `accolade correct … --evidence URL`"
    } else {
        "correct the address, or lead to a copy that an archive keeps"
    };
    at(problem, sources, &link.path, &link.url).help(help)
}
