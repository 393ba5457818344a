//! **Check**, stage 2 of 6: every reference resolves, ids are unique, what is broken is reported and left out.
//!
//! Takes [`Sources`], and gives back a [`Gallery`] that no later stage can stumble over. Every mistake of the
//! repository is found in one run, also several in one file: each file is read to its end, and what refers to a
//! broken file is not called broken itself.
//!
//! Whether a signature is good is not asked here; that is [`verify`](super::verify).

mod flaw;
mod syntax;
mod fields;
mod values;
pub mod given;
mod listed;
pub(super) mod email;
mod markup;
mod names;
mod awarding;
mod former;
mod colours;
mod look;
mod site;
mod picture;
mod share;
mod issuer;
mod badge;
mod result;
mod person;
mod nomination;
mod ledger;
mod assertions;
mod called;
mod pages;

pub(super) use assertions::never_edited;

use super::{Memory, Sources};
use crate::{
    diagnostic::{Code, Diagnostic, Diagnostics, SourceFile},
    model::{Gallery, Site, Slug},
};
use fields::Document;
use jiff::tz::TimeZone;
use names::Names;
use rayon::prelude::*;
use std::{collections::BTreeMap, sync::Arc};

/// Makes a gallery of what was read. `None` when there is no usable `accolade.toml`.
#[must_use]
pub fn check(sources: &Sources, problems: &mut Diagnostics) -> Option<Gallery> {
    check_again(sources, None, problems)
}

/// The zone of what lacks one, for whoever has to know it before all is read. UTC where `accolade.toml` names none.
#[must_use]
pub fn time_zone(site: &Arc<SourceFile>) -> TimeZone {
    let document = Document::new(site);
    let table = document.parse();
    let zone = table.as_ref().and_then(|it| site::time_zone(&document.fields(it, "a site")));
    zone.unwrap_or(TimeZone::UTC)
}

/// As [`check`]; an assertion of which `memory` has the index card is not read again.
pub(super) fn check_again(
    sources: &Sources,
    memory: Option<&mut Memory>,
    problems: &mut Diagnostics,
) -> Option<Gallery> {
    let names = Names::collect(sources, problems);
    let (setting, site, is_usable) = read_site(sources, &names, problems);
    let zone = &setting.zone;

    let issuers = read_all(&names.issuers, problems, |it, slug| issuer::read(it, slug, sources, zone));
    let badges = read_all(&names.badges, problems, |it, slug| badge::read(it, slug, sources, &names, &setting));
    let people = read_all(&names.people, problems, |it, slug| person::read(it, slug, &names));
    pictures_without_owner(sources, &names, problems);

    let nominations = read_files(&sources.nominations, problems, |it| nomination::read(it, &names, &badges, zone));
    let pages = pages::pages(sources, problems);
    let statics = pages::statics(sources, problems);
    let templates = pages::templates(sources);
    let awarded = assertions::read(sources, &names, site.as_ref(), memory, problems);
    let mut of_salts = Diagnostics::default();
    let (owners, ()) = rayon::join(
        || {
            let owners = assertions::owners(&awarded.assertions, &people, &names, problems);
            called::by_what_was_signed(&awarded, &owners, &people, problems);
            owners
        },
        || assertions::salts(&awarded, &nominations, &mut of_salts),
    );
    problems.extend(of_salts);

    // A badge of a broken issuer has nobody to speak for it, and an assertion of a broken badge no page.
    let badges: BTreeMap<_, _> = badges.into_iter().filter(|(_, it)| issuers.contains_key(&it.issuer)).collect();
    let mut assertions = awarded.assertions;
    assertions.retain(|it| badges.contains_key(&it.badge) && issuers.contains_key(&it.issuer));
    let mut nominations: Vec<_> = nominations.into_iter().map(|(_, it)| it.nomination).collect();
    nominations.retain(|it| it.awards.iter().all(|award| badges.contains_key(&award.badge)));

    let badges_known: std::collections::BTreeSet<Slug> = badges.keys().cloned().collect();
    let people_known: std::collections::BTreeSet<Slug> = people.keys().cloned().collect();
    Some(Gallery {
        site: site.filter(|_| is_usable)?,
        issuers,
        badges,
        people,
        assertions,
        ledgers: awarded.ledgers,
        standings: awarded.standings,
        owners,
        status_lists: awarded.status_lists,
        former_badges: former(&names.former_badges, |it| badges_known.contains(it)),
        former_people: former(&names.former_people, |it| people_known.contains(it)),
        nominations,
        pages,
        statics,
        templates,
    })
}

/// Former names, as far as what had them is still there.
fn former(names: &BTreeMap<Slug, Slug>, is_there: impl Fn(&Slug) -> bool) -> BTreeMap<Slug, Slug> {
    names.iter().filter(|(_, now)| is_there(now)).map(|(old, now)| (old.clone(), now.clone())).collect()
}

/// The site, and whether its file has no mistake; with one, only its addresses are good.
fn read_site(sources: &Sources, names: &Names<'_>, problems: &mut Diagnostics) -> (site::Setting, Option<Site>, bool) {
    let Some(file) = &sources.site else {
        if !sources.unreadable.iter().any(|path| path == "accolade.toml") {
            let problem = Diagnostic::error(Code::NoSite, "there is no `accolade.toml` here");
            problems.push(problem.help("name the folder of a gallery, or begin one with `accolade init`"));
        }
        return (site::Setting::unknown(), None, false);
    };
    let document = Document::new(file);
    let (setting, site) = site::read(&document, sources, names);
    let is_good = document.is_good();
    problems.extend(document.into_problems());
    (setting, site, is_good)
}

/// Reads the files behind `names` on all cores; those that are good come back.
fn read_all<T: Send>(
    names: &BTreeMap<Slug, Option<&Arc<SourceFile>>>,
    problems: &mut Diagnostics,
    read: impl Fn(&Document<'_>, Slug) -> Option<T> + Sync,
) -> BTreeMap<Slug, T> {
    let files: Vec<(&Slug, &Arc<SourceFile>)> =
        names.iter().filter_map(|(slug, file)| Some((slug, (*file)?))).collect();
    let read: Vec<_> = files
        .into_par_iter()
        .map(|(slug, file)| {
            let document = Document::new(file);
            let value = read(&document, slug.clone());
            (slug.clone(), value, document.into_problems())
        })
        .collect();
    let mut good = BTreeMap::new();
    for (slug, value, found) in read {
        problems.extend(found);
        good.extend(value.map(|value| (slug, value)));
    }
    good
}

/// As [`read_all`], for files whose names mean nothing.
fn read_files<'s, T: Send>(
    files: &'s [Arc<SourceFile>],
    problems: &mut Diagnostics,
    read: impl Fn(&Document<'_>) -> Option<T> + Sync,
) -> Vec<(&'s Arc<SourceFile>, T)> {
    let read: Vec<_> = files
        .par_iter()
        .map(|file| {
            let document = Document::new(file);
            let value = read(&document);
            (file, value, document.into_problems())
        })
        .collect();
    let mut good = Vec::new();
    for (file, value, found) in read {
        problems.extend(found);
        good.extend(value.map(|value| (file, value)));
    }
    good
}

/// Warns of a picture or of criteria beside no TOML file.
fn pictures_without_owner(sources: &Sources, names: &Names<'_>, problems: &mut Diagnostics) {
    for path in sources.pictures.keys().chain(sources.criteria.keys()) {
        let (known, noun) =
            if path.starts_with("issuers/") { (&names.issuers, "issuer") } else { (&names.badges, "badge") };
        let stem = names::stem(path);
        if !known.keys().any(|it| it.as_str() == stem) {
            let help = crate::diagnostic::closest(stem, known.keys().map(Slug::as_str));
            let problem =
                Diagnostic::warning(Code::BadFile, format!("no {noun} is called `{stem}`, so this file is not used"));
            problems.push(problem.file(path.as_str()).maybe_help(help.map(|it| format!("did you mean `{it}`?"))));
        }
    }
}
