//! To award: from what is wanted to a signed assertion, its line in the ledger, and its place in a status list.

use super::{
    Address, Refused, entries,
    places::Places,
    random,
    seal::{self, Seal},
};
use crate::{
    diagnostic::closest,
    disk::Change,
    model::{Assertion, AssertionId, Award, Badge, Event, Gallery, Identity, LedgerEntry, Review, Slug},
    openbadges::{address, v3, world::Repository},
    time::{self, Timestamp},
    trust::{Signer, Verdict, judge, status::Bits},
};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// An award that somebody wants made.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// The award.
    pub award: Award,
    /// The address of which its identity is a hash, where it is known.
    pub address: Option<Address>,
    /// Where it was asked for, to begin a sentence with (`row 3: `), or nothing.
    pub place: String,
    /// Who asked for it and who agreed, for the public.
    pub review: Review,
}

/// How awards are made.
#[derive(Clone, Copy)]
pub struct Order<'a> {
    /// The repository.
    pub gallery: &'a Gallery,
    /// The key of the issuer.
    pub signer: &'a dyn Signer,
    /// The time of signing.
    pub now: Timestamp,
    /// Whether a recipient may get a badge that they have.
    pub again: bool,
}

impl std::fmt::Debug for Order<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Order").field("now", &self.now).field("again", &self.again).finish_non_exhaustive()
    }
}

/// An award that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Awarded {
    /// Its id.
    pub id: AssertionId,
    /// The badge.
    pub badge: Slug,
    /// The address that its page will have.
    pub url: String,
    /// Where it lies, relative to the repository.
    pub path: String,
}

/// The badge that somebody means: `soldering`, `soldering.toml` or `badges/soldering.toml`.
///
/// # Errors
///
/// When there is no such badge.
pub fn badge<'g>(gallery: &'g Gallery, named: &str) -> Result<&'g Badge, Refused> {
    let name = named.rsplit(['/', '\\']).next().unwrap_or(named);
    let name = name.strip_suffix(".toml").unwrap_or(name);
    gallery.badges.values().find(|it| it.slug.as_str() == name).ok_or_else(|| {
        if let Some((_, now)) = gallery.former_badges.iter().find(|(old, _)| old.as_str() == name) {
            return Refused(format!("the badge `{name}` is called `{now}` now"));
        }
        Refused(match closest(name, gallery.badges.keys().map(Slug::as_str)) {
            Some(near) => format!("no badge is called `{name}`; did you mean `{near}`?"),
            None => format!("no badge is called `{name}`: a badge is a file `badges/{name}.toml`"),
        })
    })
}

/// Everything that can be said against the awards before a key is needed.
///
/// # Errors
///
/// Every reason, in the order of the awards.
pub fn objections(gallery: &Gallery, wanted: &[Wanted], now: Timestamp, again: bool) -> Result<(), Vec<Refused>> {
    let standing: Vec<&Assertion> = gallery.assertions.iter().filter(|it| still_counts(gallery, it, now)).collect();
    let mut objections: Vec<Option<Refused>> =
        wanted.par_iter().map(|it| objection(gallery, it, now, if again { &[] } else { &standing })).collect();
    if !again {
        let mut seen: BTreeMap<(Slug, String), &str> = BTreeMap::new();
        for (it, objection) in wanted.iter().zip(&mut objections) {
            let person = match (&it.address, &it.award.recipient.identity) {
                (Some(address), _) => address.hash(""),
                (None, identity) => format!("{identity:?}"),
            };
            let first = seen.insert((it.award.badge.clone(), person), &it.place);
            if let (Some(first), None) = (first, &objection) {
                let also = match first.trim_end_matches(": ") {
                    "" => String::new(),
                    first => format!(" (also in {first})"),
                };
                *objection = Some(Refused(format!(
                    "{}this recipient is there twice{also}; if both are meant, say so with --again",
                    it.place
                )));
            }
        }
    }
    let objections: Vec<Refused> = objections.into_iter().flatten().collect();
    if objections.is_empty() { Ok(()) } else { Err(objections) }
}

/// Those of `wanted` whose recipient does not have the badge yet.
#[must_use]
pub fn newcomers(gallery: &Gallery, wanted: Vec<Wanted>, now: Timestamp) -> Vec<Wanted> {
    let standing: Vec<&Assertion> = gallery.assertions.iter().filter(|it| still_counts(gallery, it, now)).collect();
    wanted.into_par_iter().filter(|it| twin(it, &standing).is_none()).collect()
}

/// The award that the recipient has already.
fn twin<'a>(wanted: &Wanted, standing: &[&'a Assertion]) -> Option<&'a Assertion> {
    standing.iter().find(|it| it.badge == wanted.award.badge && same_person(wanted, &it.identity)).copied()
}

fn objection(gallery: &Gallery, wanted: &Wanted, now: Timestamp, standing: &[&Assertion]) -> Option<Refused> {
    let Wanted { award, place, .. } = wanted;
    let Some(badge) = gallery.badges.get(&award.badge) else {
        return badge(gallery, award.badge.as_str()).err();
    };
    if let Some((date, _)) = badge.retired.as_ref().filter(|(date, _)| award.date.unwrap_or(now) >= *date) {
        return Some(Refused(format!(
            "{place}`{}` was retired on {}; only awards dated before that day can still be made",
            badge.slug,
            time::date(*date, &gallery.site.time_zone)
        )));
    }
    if award.date.is_some_and(|date| date > now) {
        return Some(Refused(format!(
            "{}the date of the award is in the future; for an award that counts later, give --valid-from",
            in_column(place, "date")
        )));
    }
    if let Some(unfit) = unfit(gallery, wanted, badge, now) {
        return Some(unfit);
    }
    let twin = twin(wanted, standing)?;
    Some(Refused(format!(
        "{place}this recipient has `{}` already: {}; to award it again, say so with --again",
        award.badge, twin.path
    )))
}

/// Why such an award cannot be signed: what does not fit its badge, and dates that leave no time.
fn unfit(gallery: &Gallery, Wanted { award, place, .. }: &Wanted, badge: &Badge, now: Timestamp) -> Option<Refused> {
    let issuer = gallery.issuers.get(&badge.issuer)?;
    let place_of_end = match (award.valid_until, award.date) {
        (Some(_), _) => in_column(place, "valid_until"),
        (None, Some(_)) => in_column(place, "date"),
        (None, None) => place.clone(),
    };
    let any = AssertionId::from_random([0; AssertionId::LENGTH]);
    let document = match v3::credential(award, badge, issuer, &gallery.site, any, (1, 0), now) {
        Ok(document) => document,
        Err(flaw) if flaw.starts_with("the award would end") => return Some(Refused(format!("{place_of_end}{flaw}"))),
        Err(flaw) => return Some(Refused(format!("{place}{flaw}"))),
    };
    let until = document["validUntil"].as_str()?.parse::<Timestamp>().ok().filter(|until| *until <= now)?;
    Some(Refused(format!(
        "{place_of_end}this award would have expired already, being valid until {}; give another --valid-until",
        time::write_end(until, &gallery.site.time_zone)
    )))
}

/// The place of a detail: a row of a table has columns; a nomination and options have none.
fn in_column(place: &str, column: &str) -> String {
    match place.strip_suffix(": ").filter(|it| it.starts_with("row ")) {
        Some(row) => format!("{row}, column {column}: "),
        None => place.to_owned(),
    }
}

/// Whether an award stands in the way of another one: neither taken back nor run out.
fn still_counts(gallery: &Gallery, assertion: &Assertion, now: Timestamp) -> bool {
    let standing = gallery.standings.get(&assertion.id);
    standing.is_none_or(|it| it.revoked.is_none() && it.erased.is_none())
        && assertion.valid_until.is_none_or(|until| until > now)
}

fn same_person(wanted: &Wanted, identity: &Identity) -> bool {
    wanted.award.recipient.identity == *identity || wanted.address.as_ref().is_some_and(|it| it.is(identity))
}

/// Makes, signs and checks the awards, which are all of one issuer. `made` is told after each.
///
/// # Errors
///
/// A sentence, when any of them cannot be made; then none is.
pub fn award(order: Order<'_>, wanted: &[Wanted], made: &dyn Fn()) -> Result<(Change, Vec<Awarded>), Refused> {
    let Order { gallery, signer, now, again } = order;
    objections(gallery, wanted, now, again).map_err(|mut all| all.swap_remove(0))?;
    let Some(first) = wanted.first() else { return Ok((Change::default(), Vec::new())) };
    let slug = badge(gallery, first.award.badge.as_str())?.issuer.clone();
    let seal = Seal::new(&gallery.issuers[&slug], &gallery.site, signer, now)?;

    let mut places = Places::of(&slug, gallery);
    let mut change = Change::default();
    let mut lines = Vec::new();
    let mut signed = Vec::new();
    for it in wanted {
        let at_place = |flaw: Refused| Refused(format!("{}{flaw}", it.place));
        let badge = &gallery.badges[&it.award.badge];
        let id = fresh_id(gallery)?;
        let (list, index) = places.take()?;
        let document = v3::credential(&it.award, badge, seal.issuer, &gallery.site, id, (list, index), now)
            .map_err(|flaw| at_place(Refused(flaw)))?;
        let document = seal.sign(document).map_err(at_place)?;

        let path = format!("assertions/{}/{id}.json", badge.slug);
        change.write.insert(path.clone(), seal::bytes(&document));
        let consent = it.award.recipient.name.as_ref().map(|(_, consent)| consent.0.clone());
        lines.push(LedgerEntry {
            id,
            at: now,
            event: Event::Awarded { badge: badge.slug.clone(), list, index, consent, review: it.review.clone().told() },
        });
        let url = address::award_page(&gallery.site.base_url, id);
        signed.push((document, Awarded { id, badge: badge.slug.clone(), url, path }));
        made();
    }

    let mut world = Repository::of(gallery);
    for list in places.new {
        let (url, document) = seal.status_list(list, &Bits::new())?;
        change.write.insert(seal.status_path(list), seal::bytes(&document));
        world.add_status_list(url, document);
    }
    let is_new = !gallery.ledgers.contains_key(&slug);
    change.append.insert(entries::path(&slug), entries::text(&lines, is_new).into_bytes());

    // Nothing is written that would not be accepted.
    signed.par_iter().zip(wanted).try_for_each(|((document, _), it)| match judge(document, &world, now).verdict {
        Verdict::Valid | Verdict::NotYetValid(_) => Ok(()),
        Verdict::Expired(when) => Err(Refused(format!(
            "{}this award would have expired already, being valid until {}; give another --valid-until",
            it.place,
            time::write_end(when, &gallery.site.time_zone)
        ))),
        Verdict::Invalid(why) | Verdict::Unchecked(why) => {
            Err(Refused(format!("{}what was signed does not verify, so nothing was written: {why}", it.place)))
        }
        Verdict::Suspended | Verdict::Revoked(_) => {
            Err(Refused(format!("{}what was signed would be revoked at once, so nothing was written", it.place)))
        }
    })?;
    Ok((change, signed.into_iter().map(|(_, awarded)| awarded).collect()))
}

/// An id that nothing has or had.
pub(super) fn fresh_id(gallery: &Gallery) -> Result<AssertionId, Refused> {
    loop {
        let id = AssertionId::from_random(random()?);
        if !gallery.standings.contains_key(&id) {
            return Ok(id);
        }
    }
}
