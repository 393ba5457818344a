//! Badges by type, and by the years in which they were awarded.

use super::{gathered::BadgeFacts, skills::slug};
use crate::{
    model::{Badge, Gallery, Slug},
    theme::codes,
};
use rayon::prelude::*;
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

/// Badges that have something in common.
#[derive(Debug)]
pub(in crate::pipeline) struct Shelf<'a> {
    /// Its part of the address.
    pub(in crate::pipeline) slug: String,
    /// The type's code, or the year.
    pub(in crate::pipeline) key: String,
    /// The badges, those that were awarded most often first.
    pub(in crate::pipeline) badges: Vec<&'a Badge>,
    /// How many awards it stands for.
    pub(in crate::pipeline) awards: usize,
}

/// The types, by code.
pub(super) fn types<'a>(gallery: &'a Gallery, facts: &BTreeMap<&Slug, BadgeFacts>) -> Vec<Shelf<'a>> {
    let mut shelves: BTreeMap<&str, Vec<(&Badge, usize)>> = BTreeMap::new();
    for badge in gallery.badges.values() {
        let awards = facts.get(&badge.slug).map_or(0, |it| it.awards.len());
        shelves.entry(badge.achievement_type.0.as_str()).or_default().push((badge, awards));
    }
    let mut taken = BTreeSet::new();
    let shelf = |(code, badges): (&str, Vec<_>)| {
        let name = code.strip_prefix("ext:").map_or_else(|| codes::in_words(code), |it| format!("ext {it}").into());
        let mut wanted = slug(&name);
        while !taken.insert(wanted.clone()) {
            wanted.push_str("-2");
        }
        sorted(wanted, code.to_owned(), badges)
    };
    shelves.into_iter().map(shelf).collect()
}

/// The years in which something was awarded, where the community is; the latest first.
pub(super) fn years<'a>(gallery: &'a Gallery, facts: &BTreeMap<&Slug, BadgeFacts>) -> Vec<Shelf<'a>> {
    let year = |at| gallery.site.time_zone.to_datetime(at).year();
    let of_badge = |badge: &'a Badge| {
        let mut years: BTreeMap<i16, usize> = BTreeMap::new();
        for &award in facts.get(&badge.slug).map_or(&[][..], |it| &it.awards) {
            *years.entry(year(gallery.assertions[award].awarded)).or_default() += 1;
        }
        (badge, years)
    };
    // The page of a year stays, also when what was awarded in it has been erased.
    let (all, of_badges): (BTreeSet<i16>, Vec<_>) = rayon::join(
        || gallery.standings.par_iter().map(|(_, it)| year(it.awarded)).collect(),
        || gallery.badges.par_iter().map(|(_, badge)| of_badge(badge)).collect(),
    );
    let mut shelves: BTreeMap<i16, Vec<(&Badge, usize)>> = all.into_iter().map(|year| (year, Vec::new())).collect();
    for (badge, years) in of_badges {
        for (year, awards) in years {
            shelves.entry(year).or_default().push((badge, awards));
        }
    }
    shelves.into_iter().rev().map(|(year, badges)| sorted(year.to_string(), year.to_string(), badges)).collect()
}

fn sorted<'a>(slug: String, key: String, mut badges: Vec<(&'a Badge, usize)>) -> Shelf<'a> {
    badges.sort_by_key(|(badge, awards)| (Reverse(*awards), &badge.slug));
    let awards = badges.iter().map(|(_, awards)| awards).sum();
    Shelf { slug, key, badges: badges.into_iter().map(|(badge, _)| badge).collect(), awards }
}
