//! The issuer as an Open Badges 3.0 Profile.

use super::CONTEXTS;
use crate::{
    model::{Issuer, Site},
    openbadges::{
        address,
        nodes::{Node, image, twins},
    },
};
use serde_json::Value;

/// `profile.json` of an issuer.
///
/// Its `id` is the issuer's DID, so that it is the same profile as in every credential; the DID document beside it
/// holds the keys.
#[must_use]
pub fn profile(issuer: &Issuer, site: &Site) -> Value {
    node(issuer, site).with("@context", CONTEXTS.map(Value::from).to_vec()).done()
}

/// The issuer as it stands in a credential.
///
/// # Errors
///
/// When two of its identifiers are the same.
pub(super) fn signed(issuer: &Issuer, site: &Site) -> Result<Value, String> {
    if let Some((first, second)) = twins(&identifiers(issuer)) {
        return Err(format!(
            "identifiers {first} and {second} of issuer `{}` are the same; remove one of them",
            issuer.slug
        ));
    }
    Ok(node(issuer, site).done())
}

/// The issuer as the creator of an achievement: enough to find its profile.
pub(super) fn creator(issuer: &Issuer, site: &Site) -> Value {
    Node::of("Profile")
        .with("id", site.base_url.did(&issuer.slug))
        .with("name", issuer.name.as_str())
        .with("url", home(issuer, site))
        .done()
}

/// A profile of which only a name and a home page are known.
pub(super) fn organisation(name: &str, url: &str) -> Value {
    Node::of("Profile").with("id", url).with("name", name).with("url", url).done()
}

fn node(issuer: &Issuer, site: &Site) -> Node {
    let logo =
        issuer.logo.as_ref().map(|logo| image(address::logo(&site.base_url, &issuer.slug, logo.kind), &logo.alt));
    Node::of("Profile")
        .with("id", site.base_url.did(&issuer.slug))
        .with("name", issuer.name.as_str())
        .with("url", home(issuer, site))
        .text("email", issuer.email.as_deref())
        .text("description", issuer.description.as_deref())
        .maybe("image", logo)
        .maybe("parentOrg", issuer.parent.as_ref().map(|parent| organisation(&parent.name, &parent.url)))
        .set("otherIdentifier", identifiers(issuer))
}

/// The issuer's home page; its page in the gallery, if it names none.
fn home(issuer: &Issuer, site: &Site) -> String {
    issuer.url.clone().unwrap_or_else(|| address::issuer_page(&site.base_url, &issuer.slug))
}

/// Register numbers and the like (Open Badges 3.0, IdentifierEntry): their `type` is a plain string.
fn identifiers(issuer: &Issuer) -> Vec<Value> {
    let entry = |it: &crate::model::Identifier| {
        Node::plain("IdentifierEntry")
            .with("identifier", it.identifier.as_str())
            .with("identifierType", it.kind.as_str())
            .done()
    };
    issuer.identifiers.iter().map(entry).collect()
}
