//! The index card of a committed assertion.

use super::{
    read::{IdentityObject, Profile, Status, from_json, identity, instant, name},
    text::{Text, named, set},
};
use crate::{
    canon::json,
    model::{Assertion, AssertionId, BaseUrl, Identity, SignedBytes, Site, Slug},
    openbadges::address,
    time::Timestamp,
};
use serde::Deserialize;

/// Of a credential, what its index card needs.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Card<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    #[serde(deserialize_with = "named")]
    issuer: Profile<'a>,
    valid_from: Text<'a>,
    valid_until: Option<Text<'a>>,
    awarded_date: Option<Text<'a>>,
    credential_subject: CardSubject<'a>,
    credential_status: Option<Status<'a>>,
}

#[derive(Deserialize)]
struct CardSubject<'a> {
    #[serde(borrow)]
    id: Option<Text<'a>>,
    #[serde(rename = "identifier", default, deserialize_with = "set")]
    identifiers: Vec<IdentityObject<'a>>,
    achievement: CardAchievement<'a>,
}

#[derive(Deserialize)]
struct CardAchievement<'a> {
    #[serde(borrow)]
    id: Text<'a>,
    name: Option<Text<'a>>,
}

/// Reads the index card of the assertion that lies at `path` in the repository of `site`.
///
/// It belongs to the site when all its ids lie under one of the site's addresses, the present one or a former one.
/// Whether it lies where its ids say is for the caller to ask, and whether its proofs hold is not asked here.
///
/// # Errors
///
/// A sentence that says what it lacks, or what in it belongs elsewhere.
pub fn assertion(signed: &SignedBytes, path: &str, site: &Site) -> Result<Assertion, String> {
    let bytes = signed.bytes();
    let card = card(&bytes)?;

    let base = std::iter::once(&site.base_url)
        .chain(&site.previous_base_urls)
        .find(|base| base.strip(&card.id).is_some())
        .ok_or_else(|| format!("its id `{}` does not lie under {}", card.id, addresses(site)))?;
    let id: AssertionId = between(base, &card.id, "assertions/", "/credential.json")
        .and_then(|id| id.parse().ok())
        .ok_or_else(|| format!("its id `{}` is not of the form `assertions/<id>/credential.json`", card.id))?;

    let CardAchievement { id: achievement, name: badge_name } = &card.credential_subject.achievement;
    let badge: Slug = between(base, achievement, "badges/", "/achievement.json")
        .and_then(|badge| badge.parse().ok())
        .ok_or_else(|| format!("its achievement `{achievement}` is no badge of {base}"))?;

    let issuer = issuer(base, &card.issuer.id)
        .ok_or_else(|| format!("its issuer `{}` is no issuer of {base}", card.issuer.id))?;
    let status = status(base, &issuer, card.credential_status.as_ref())?;

    let valid_from = time("validFrom", &card.valid_from)?;
    let valid_until = card.valid_until.as_ref().map(|text| time("validUntil", text)).transpose()?;
    let awarded = card.awarded_date.as_ref().map(|text| time("awardedDate", text)).transpose()?.unwrap_or(valid_from);

    let identifiers = &card.credential_subject.identifiers;
    if identifiers.iter().any(|it| !it.hashed && it.kind == "emailAddress") {
        return Err("it shows the recipient's e-mail address; only a salted hash may be published".to_owned());
    }
    let identity = identity(card.credential_subject.id.as_ref(), identifiers).ok_or(
        "it does not say who got the badge: `credentialSubject` needs an `id`, or the hash of an e-mail address",
    )?;
    if let Identity::EmailHash { salt, .. } = &identity
        && salt.is_empty()
    {
        return Err("the hash of the recipient's e-mail address has no salt, so the address can be guessed".to_owned());
    }

    Ok(Assertion {
        id,
        badge,
        badge_name: badge_name.as_deref().unwrap_or_default().into(),
        issuer,
        issuer_name: card.issuer.name.as_deref().map(Into::into),
        path: path.to_owned(),
        url: card.id.as_str().into(),
        identity,
        name: name(identifiers).map(Into::into),
        awarded,
        valid_from,
        valid_until,
        status,
        signed: signed.clone(),
    })
}

/// Whether this is a credential at all, of whatever site.
///
/// # Errors
///
/// A sentence that says what it lacks.
pub fn is_credential(signed: &SignedBytes) -> Result<(), String> {
    card(&signed.bytes()).map(drop)
}

fn card(bytes: &[u8]) -> Result<Card<'_>, String> {
    from_json(bytes).map_err(|flaw| match json::parse(bytes) {
        // A name that occurs twice is told as for any document.
        Err(refusal) if flaw.to_string().starts_with("duplicate field") => refusal.to_string(),
        _ => format!("this is no Open Badges 3.0 credential: {flaw}"),
    })
}

fn addresses(site: &Site) -> String {
    let previous = site.previous_base_urls.iter().map(|base| format!(" or {base}"));
    std::iter::once(site.base_url.to_string()).chain(previous).collect()
}

/// What stands between `before` and `after` in an address under `base`.
fn between<'u>(base: &BaseUrl, url: &'u str, before: &str, after: &str) -> Option<&'u str> {
    base.strip(url)?.strip_prefix(before)?.strip_suffix(after)
}

/// The issuer whose DID this is.
fn issuer(base: &BaseUrl, did: &str) -> Option<Slug> {
    let slug = did.rsplit(':').next()?.parse().ok()?;
    (base.did(&slug) == did).then_some(slug)
}

/// Number of the status list, and index in it.
fn status(base: &BaseUrl, issuer: &Slug, entry: Option<&Status<'_>>) -> Result<(u32, u32), String> {
    let entry = entry.ok_or("it has no `credentialStatus`, so it could never be revoked")?;
    if entry.kind != "BitstringStatusListEntry" || entry.purpose.as_deref() != Some("revocation") {
        return Err("its `credentialStatus` is no BitstringStatusListEntry of purpose `revocation`".to_owned());
    }
    let list = entry.list.as_deref().unwrap_or_default();
    // Comparing the whole address also refuses other spellings of the same number.
    let number = between(base, list, &format!("status/{issuer}/"), ".json")
        .and_then(|number| number.parse().ok())
        .filter(|number| address::status_list(base, issuer, *number) == list)
        .ok_or_else(|| format!("its status list `{list}` is none of issuer `{issuer}`"))?;
    let index = entry.index.as_deref().unwrap_or_default();
    let index = index
        .parse::<u32>()
        .ok()
        .filter(|number| number.to_string() == index)
        .ok_or_else(|| format!("its status list index `{index}` is no whole number"))?;
    Ok((number, index))
}

fn time(member: &str, text: &Text<'_>) -> Result<Timestamp, String> {
    instant(Some(text))
        .ok_or_else(|| format!("its `{member}` `{text}` is no time with a zone, such as 2026-05-04T18:30:00Z"))
}
