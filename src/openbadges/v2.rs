//! Open Badges 2.0, hosted: derived from what was signed.
//!
//! Software that knows only the older version trusts a document because of where it is hosted, so these documents name
//! the address that the site is served at, and each other:
//!
//! ```text
//! assertions/<id>/assertion.json → badges/<badge>/badge.json → issuers/<issuer>/issuer.json
//! ```
//!
//! Open Badges 2.0 requires an issuer to have an e-mail address. Inventing one would be a lie, so an issuer that
//! publishes none has none here, and strict verifiers say so.

use super::{
    address,
    nodes::{Node, each_once},
    v3::{Deed, Evidence},
};
use crate::{
    model::{Alignment, Assertion, Badge, Identity, Issuer, RelatedBadge, Site},
    time::Timestamp,
    trust::Verdict,
};
use serde_json::Value;

/// The context of every document here.
pub const CONTEXT: &str = "https://w3id.org/openbadges/v2";

/// `assertion.json` of an award: `card` and `deed` are of the same signed document.
///
/// What is revoked becomes a stub, because verifiers accept a complete assertion even when it says `"revoked": true`.
#[must_use]
pub fn assertion(card: &Assertion, deed: &Deed<'_>, verdict: &Verdict, site: &Site) -> Value {
    let base = &site.served_at;
    let node = document("Assertion", address::assertion(base, card.id));
    let withdrawn = match verdict {
        Verdict::Revoked(Some((_, reason))) => Some(reason.as_str()),
        Verdict::Revoked(None) => Some("Revoked by the issuer"),
        // Open Badges 2.0 knows no suspension; while it lasts, the award is not good.
        Verdict::Suspended => Some("Suspended by the issuer"),
        _ => None,
    };
    if let Some(reason) = withdrawn {
        return node.with("revoked", true).with("revocationReason", reason).done();
    }
    let image = site.award_pictures.png().then(|| Value::from(address::award_image(base, card.id)));
    node.with("recipient", recipient(&card.identity))
        .with("badge", address::badge_class(base, &card.badge))
        .with("verification", Node::plain("HostedBadge").done())
        .time("issuedOn", Some(issued_on(card)))
        .time("expires", card.valid_until)
        .text("narrative", deed.narrative())
        .set("evidence", deed.evidence.iter().map(evidence).collect())
        .maybe("image", image)
        .set("related", vec![Value::from(&*card.url)])
        .done()
}

/// `badge.json` of a badge.
#[must_use]
pub fn badge_class(badge: &Badge, site: &Site) -> Value {
    let base = &site.served_at;
    let criteria_page = badge.criteria.url.clone().unwrap_or_else(|| address::badge_page(base, &badge.slug));
    let criteria = Node::plain("Criteria").with("id", criteria_page).text("narrative", Some(&badge.criteria.narrative));
    let image = Node::default().with("id", address::badge_image(base, &badge.slug)).text("caption", Some(&badge.alt));
    document("BadgeClass", address::badge_class(base, &badge.slug))
        .with("name", badge.name.as_str())
        .with("description", badge.description.as_str())
        .with("image", image.done())
        .with("criteria", criteria.done())
        .with("issuer", address::issuer(base, &badge.issuer))
        .set("tags", each_once(badge.skills.iter().map(String::as_str)))
        .set("alignment", badge.alignments.iter().map(alignment).collect())
        .text("version", badge.version.as_deref())
        .set("related", related(badge, site))
        .done()
}

/// `issuer.json` of an issuer.
///
/// The scope of its hosted assertions is one text: verifiers fail on a list. `allowedOrigins` is left out, since it
/// means by default the host of this document, which is the right one.
#[must_use]
pub fn issuer(issuer: &Issuer, site: &Site) -> Value {
    let base = &site.served_at;
    let home = issuer.url.clone().unwrap_or_else(|| address::issuer_page(base, &issuer.slug));
    let logo = issuer.logo.as_ref().map(|logo| {
        let logo_url = address::logo(base, &issuer.slug, logo.kind);
        Node::default().with("id", logo_url).text("caption", Some(&logo.alt)).done()
    });
    let scope = Node::plain("VerificationObject").with("startsWith", base.join("assertions/"));
    document("Profile", address::issuer(base, &issuer.slug))
        .with("name", issuer.name.as_str())
        .with("url", home)
        .text("email", issuer.email.as_deref())
        .text("description", issuer.description.as_deref())
        .maybe("image", logo)
        .with("verification", scope.done())
        .set("related", vec![Value::from(address::profile(&site.base_url, &issuer.slug))])
        .done()
}

fn document(class: &str, id: String) -> Node {
    Node::plain(class).with("@context", CONTEXT).with("id", id)
}

/// Open Badges 2.0 knows no beginning of validity. An award that begins later counts as issued then, so that nobody
/// accepts it earlier.
fn issued_on(card: &Assertion) -> Timestamp {
    card.awarded.max(card.valid_from)
}

fn recipient(identity: &Identity) -> Value {
    let plain =
        |class: &str, identity: &str| Node::plain(class).with("hashed", false).with("identity", identity).done();
    match identity {
        Identity::EmailHash { hash, salt } => {
            Node::plain("email").with("hashed", true).with("identity", hash.as_str()).text("salt", Some(salt)).done()
        }
        Identity::Profile(url) => plain("url", url),
        Identity::Did(did) => plain("id", did),
    }
}

fn evidence(it: &Evidence<'_>) -> Value {
    // Verifiers of this version know web addresses only.
    let page = it.id.as_deref().filter(|id| id.starts_with("https://") || id.starts_with("http://"));
    Node::plain("Evidence")
        .text("id", page)
        .text("name", it.name.as_deref())
        .text("narrative", it.narrative.as_deref())
        .text("description", it.description.as_deref())
        .text("genre", it.genre.as_deref())
        .text("audience", it.audience.as_deref())
        .done()
}

fn alignment(it: &Alignment) -> Value {
    Node::plain("AlignmentObject")
        .with("targetName", it.name.as_str())
        .with("targetUrl", it.url.as_str())
        .text("targetDescription", it.description.as_deref())
        .text("targetFramework", it.framework.as_deref())
        .text("targetCode", it.code.as_deref())
        .done()
}

/// The same badge in Open Badges 3.0, then related badges of this gallery.
fn related(badge: &Badge, site: &Site) -> Vec<Value> {
    let twin = address::achievement(&site.base_url, &badge.slug);
    let others = badge.related.iter().map(|other| match other {
        RelatedBadge::Here(slug) => address::badge_class(&site.served_at, slug),
        RelatedBadge::Elsewhere(url) => url.clone(),
    });
    each_once(std::iter::once(twin).chain(others))
}
