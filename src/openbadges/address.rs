//! Where each document of a gallery lives. Its address is its id, so it never changes.

use crate::model::{AssertionId, BaseUrl, PictureKind, Slug};

/// The page of an award.
#[must_use]
pub fn award_page(base: &BaseUrl, id: AssertionId) -> String {
    base.join(&format!("assertions/{id}/"))
}

/// The signed credential (Open Badges 3.0).
#[must_use]
pub fn credential(base: &BaseUrl, id: AssertionId) -> String {
    base.join(&format!("assertions/{id}/credential.json"))
}

/// The hosted assertion (Open Badges 2.0).
#[must_use]
pub fn assertion(base: &BaseUrl, id: AssertionId) -> String {
    base.join(&format!("assertions/{id}/assertion.json"))
}

/// The award's own PNG, with the credential baked in.
#[must_use]
pub fn award_image(base: &BaseUrl, id: AssertionId) -> String {
    base.join(&format!("assertions/{id}/badge.png"))
}

/// The page of a badge.
#[must_use]
pub fn badge_page(base: &BaseUrl, badge: &Slug) -> String {
    base.join(&format!("badges/{badge}/"))
}

/// The achievement (Open Badges 3.0).
#[must_use]
pub fn achievement(base: &BaseUrl, badge: &Slug) -> String {
    base.join(&format!("badges/{badge}/achievement.json"))
}

/// The badge class (Open Badges 2.0).
#[must_use]
pub fn badge_class(base: &BaseUrl, badge: &Slug) -> String {
    base.join(&format!("badges/{badge}/badge.json"))
}

/// The badge's picture: the PNG that every badge has.
#[must_use]
pub fn badge_image(base: &BaseUrl, badge: &Slug) -> String {
    base.join(&format!("badges/{badge}/image.png"))
}

/// The page of an issuer.
#[must_use]
pub fn issuer_page(base: &BaseUrl, issuer: &Slug) -> String {
    base.join(&format!("issuers/{issuer}/"))
}

/// The issuer's profile (Open Badges 3.0). Its id is the issuer's DID, not this address.
#[must_use]
pub fn profile(base: &BaseUrl, issuer: &Slug) -> String {
    base.join(&format!("issuers/{issuer}/profile.json"))
}

/// The issuer's profile (Open Badges 2.0).
#[must_use]
pub fn issuer(base: &BaseUrl, issuer: &Slug) -> String {
    base.join(&format!("issuers/{issuer}/issuer.json"))
}

/// The issuer's logo.
#[must_use]
pub fn logo(base: &BaseUrl, issuer: &Slug, kind: PictureKind) -> String {
    let ending = match kind {
        PictureKind::Svg => "svg",
        PictureKind::Png => "png",
    };
    base.join(&format!("issuers/{issuer}/logo.{ending}"))
}

/// A status list.
#[must_use]
pub fn status_list(base: &BaseUrl, issuer: &Slug, number: u32) -> String {
    base.join(&format!("status/{issuer}/{number}.json"))
}
