//! The credential: one badge awarded to one recipient, before it is signed.

use super::{CONTEXTS, achievement, profile};
use crate::{
    model::{
        AssertionId, Award, Badge, Evidence, Identity, Issuer, Recipient, ResultDescription, ResultValue, Site,
        Validity,
    },
    openbadges::{
        address,
        nodes::{Node, twins},
    },
    time::Timestamp,
};
use serde_json::Value;

/// Result statuses (Open Badges 3.0, "ResultStatusType Enumeration"): a closed list.
const RESULT_STATUSES: [&str; 7] =
    ["Completed", "Enrolled", "Failed", "InProgress", "OnHold", "Provisional", "Withdrew"];

/// The unsigned credential for `award`, in the profile that every verifier accepts.
///
/// `status` is the number of the status list and the index in it; `now` is the time of signing.
///
/// # Errors
///
/// A sentence, when the award does not fit its badge (an unknown result, for instance), or says something that not
/// every implementation would sign alike (two pieces of evidence that are the same).
pub fn credential(
    award: &Award,
    badge: &Badge,
    issuer: &Issuer,
    site: &Site,
    id: AssertionId,
    status: (u32, u32),
    now: Timestamp,
) -> Result<Value, String> {
    let awarded = award.date.unwrap_or(now);
    let valid_from = award.valid_from.unwrap_or(awarded);
    let valid_until = valid_until(award, badge, site, valid_from)?;

    let document = Node::default()
        .with("@context", CONTEXTS.map(Value::from).to_vec())
        .with("id", address::credential(&site.base_url, id))
        .with("type", vec![Value::from("VerifiableCredential"), Value::from("OpenBadgeCredential")])
        .with("issuer", profile::signed(issuer, site)?)
        .time("validFrom", Some(valid_from))
        .time("validUntil", valid_until)
        .time("awardedDate", Some(awarded))
        .with("name", badge.name.as_str())
        .with("description", badge.description.as_str())
        .with("credentialSubject", subject(award, badge, site)?)
        .set("evidence", evidence(&award.evidence)?)
        .with("credentialStatus", status_entry(issuer, site, status));
    Ok(document.done())
}

/// When it ends: what the award says, else what the badge says.
fn valid_until(award: &Award, badge: &Badge, site: &Site, valid_from: Timestamp) -> Result<Option<Timestamp>, String> {
    let until = match (award.valid_until, &badge.validity) {
        (Some(until), _) => Some(until),
        (None, Some(Validity::Until(until))) => Some(*until),
        // Years and months have a length only in a calendar, so the site's zone decides on which day they end.
        (None, Some(Validity::For(span))) => Some(
            valid_from
                .to_zoned_datetime(site.time_zone.clone())
                .checked_add(*span)
                .map_err(|_| format!("the validity of badge `{}` ends after the last possible date", badge.slug))?
                .timestamp(),
        ),
        (None, None) => None,
    };
    match until {
        Some(until) if until <= valid_from => {
            Err("the award would end before it begins; check its date and until when it is valid".to_owned())
        }
        _ => Ok(until),
    }
}

/// Open Badges 3.0, AchievementSubject.
fn subject(award: &Award, badge: &Badge, site: &Site) -> Result<Value, String> {
    if let (Some(start), Some(end)) = (award.activity_start, award.activity_end)
        && end < start
    {
        return Err("the activity ends before it starts; check both dates".to_owned());
    }
    if award.credits.is_some_and(|credits| credits >= 1 << 53) {
        return Err("the credits earned are too large a number to be signed".to_owned());
    }
    let id = match &award.recipient.identity {
        Identity::EmailHash { .. } => None,
        Identity::Profile(url) => Some(url.as_str()),
        Identity::Did(did) => Some(did.as_str()),
    };
    let node = Node::of("AchievementSubject")
        .text("id", id)
        .set("identifier", identifiers(&award.recipient))
        .with("achievement", achievement::signed(badge, site)?)
        .text("narrative", award.narrative.as_deref())
        .time("activityStartDate", award.activity_start)
        .time("activityEndDate", award.activity_end)
        .text("role", award.role.as_deref())
        .text("licenseNumber", award.licence_number.as_deref())
        .maybe("creditsEarned", award.credits.map(Value::from))
        .text("term", award.term.as_deref())
        .set("result", results(award, badge, site)?)
        .maybe("source", award.source.as_ref().map(|(name, url)| profile::organisation(name, url)));
    Ok(node.done())
}

/// Open Badges 3.0, IdentityObject: the hashed address, and the name of those who agreed to be named.
fn identifiers(recipient: &Recipient) -> Vec<Value> {
    let object = || Node::plain("IdentityObject");
    let mut entries = Vec::new();
    if let Identity::EmailHash { hash, salt } = &recipient.identity {
        entries.push(
            object()
                .with("hashed", true)
                .with("identityHash", hash.as_str())
                .with("identityType", "emailAddress")
                .with("salt", salt.as_str())
                .done(),
        );
    }
    if let Some((name, _)) = &recipient.name {
        entries.push(
            object().with("hashed", false).with("identityHash", name.as_str()).with("identityType", "name").done(),
        );
    }
    entries
}

fn evidence(all: &[Evidence]) -> Result<Vec<Value>, String> {
    let mut nodes = Vec::with_capacity(all.len());
    for (index, it) in all.iter().enumerate() {
        let node = Node::of("Evidence")
            .text("id", it.url.as_deref())
            .text("name", it.name.as_deref())
            .text("narrative", it.narrative.as_deref())
            .text("description", it.description.as_deref())
            .text("genre", it.genre.as_deref())
            .text("audience", it.audience.as_deref());
        if node.is_bare() {
            return Err(format!("evidence {} says nothing; give it a `url` or a `narrative`", index + 1));
        }
        // What has one id is one thing: two descriptions of it would flow together.
        if let Some(url) = &it.url
            && let Some(earlier) = all[..index].iter().position(|other| other.url.as_ref() == Some(url))
        {
            return Err(format!("evidence {} and {} have the same `url`; make them one", earlier + 1, index + 1));
        }
        nodes.push(node.done());
    }
    match twins(&nodes) {
        Some((first, second)) => Err(format!("evidence {first} and {second} are the same; remove one of them")),
        None => Ok(nodes),
    }
}

fn results(award: &Award, badge: &Badge, site: &Site) -> Result<Vec<Value>, String> {
    let mut nodes = Vec::with_capacity(award.results.len());
    for it in &award.results {
        let description = badge
            .results
            .iter()
            .find(|description| description.slug == it.result)
            .ok_or_else(|| format!("badge `{}` has no result called `{}`", badge.slug, it.result))?;
        result_fits(it, description)?;
        let level = it.level.as_ref().map(|level| achievement::level_id(badge, site, &it.result, level));
        nodes.push(
            Node::of("Result")
                .with("resultDescription", achievement::result_id(badge, site, &it.result))
                .text("value", it.value.as_deref())
                .text("achievedLevel", level.as_deref())
                .text("status", it.status.as_deref())
                .done(),
        );
    }
    match twins(&nodes) {
        Some((first, second)) => Err(format!("results {first} and {second} are the same; remove one of them")),
        None => Ok(nodes),
    }
}

/// Whether a result is one that its description allows: else a sentence says why not.
pub(crate) fn result_fits(it: &ResultValue, description: &ResultDescription) -> Result<(), String> {
    let name = &it.result;
    if it.value.is_none() && it.level.is_none() && it.status.is_none() {
        return Err(format!("result `{name}` says nothing; give it a `value`, a `level` or a `status`"));
    }
    if let Some(level) = &it.level
        && !description.levels.iter().any(|known| known.slug == *level)
    {
        return Err(format!("result `{name}` has no level called `{level}`"));
    }
    if let Some(status) = &it.status
        && !RESULT_STATUSES.contains(&status.as_str())
    {
        return Err(format!(
            "`{status}` is no status that a result can have; choose one of {}",
            RESULT_STATUSES.map(|known| format!("`{known}`")).join(", ")
        ));
    }
    let Some(value) = &it.value else { return Ok(()) };
    if !description.allowed.is_empty() && !description.allowed.contains(value) {
        return Err(format!("`{value}` is none of the values that result `{name}` can have"));
    }
    let number = |text: &str| text.parse::<f64>().ok().filter(|it| it.is_finite());
    let bound = |text: &Option<String>| text.as_deref().and_then(number);
    let (least, most) = (bound(&description.min), bound(&description.max));
    if least.is_none() && most.is_none() {
        return Ok(());
    }
    let given = number(value).ok_or_else(|| format!("`{value}` is not a number, as result `{name}` has to be"))?;
    if least.is_some_and(|least| given < least) {
        let least = description.min.as_deref().unwrap_or_default();
        return Err(format!("`{value}` is below {least}, the least that result `{name}` can be"));
    }
    if most.is_some_and(|most| given > most) {
        let most = description.max.as_deref().unwrap_or_default();
        return Err(format!("`{value}` is above {most}, the most that result `{name}` can be"));
    }
    Ok(())
}

/// Bitstring Status List 1.0, BitstringStatusListEntry. Open Badges 3.0 allows one, as an object.
pub(crate) fn status_entry(issuer: &Issuer, site: &Site, (list, index): (u32, u32)) -> Value {
    let list = address::status_list(&site.base_url, &issuer.slug, list);
    Node::plain("BitstringStatusListEntry")
        .with("id", format!("{list}#{index}"))
        .with("statusPurpose", "revocation")
        .with("statusListIndex", index.to_string())
        .with("statusListCredential", list)
        .done()
}
