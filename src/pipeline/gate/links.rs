//! Where a repository leads to, for whoever may ask whether anything is there.

use super::at;
use crate::{
    diagnostic::{Code, Diagnostic},
    model::Gallery,
    openbadges::v3,
    pipeline::Sources,
};
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
pub fn links(gallery: &Gallery) -> BTreeSet<Link> {
    let mut links = BTreeSet::new();
    let mut add = |path: &str, url: &str| {
        let is_web = url.starts_with("https://") || url.starts_with("http://");
        if is_web && gallery.site.base_url.strip(url).is_none() {
            links.insert(Link { url: url.to_owned(), path: path.to_owned() });
        }
    };
    for (slug, issuer) in &gallery.issuers {
        let path = format!("issuers/{slug}.toml");
        issuer.url.iter().chain(issuer.links.iter().map(|it| &it.url)).for_each(|url| add(&path, url));
    }
    for (slug, badge) in &gallery.badges {
        let path = format!("badges/{slug}.toml");
        badge.criteria.url.iter().chain(badge.alignments.iter().map(|it| &it.url)).for_each(|url| add(&path, url));
    }
    for (slug, person) in &gallery.people {
        person.links.iter().for_each(|link| add(&format!("people/{slug}.toml"), &link.url));
    }
    for nomination in &gallery.nominations {
        let evidence = nomination.awards.iter().flat_map(|it| &it.evidence).filter_map(|it| it.url.as_deref());
        evidence.for_each(|url| add(&nomination.path, url));
    }
    for assertion in &gallery.assertions {
        let bytes = assertion.signed.bytes();
        let Ok(signed) = v3::read(&bytes) else { continue };
        signed.evidence.iter().filter_map(|it| it.id.as_ref()).for_each(|id| add(&assertion.path, id.as_str()));
    }
    links
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
