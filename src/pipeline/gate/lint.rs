//! What is allowed, and is a mistake nearly always.

use super::{Link, at};
use crate::{
    art,
    diagnostic::{Code, Diagnostic, Diagnostics},
    model::{Assertion, Award, Badge, Gallery, Identity, PictureKind, Slug, Validity},
    openbadges::v3,
    pipeline::{Sources, Verified},
    time::{self, Timestamp},
    words::{Words, english},
};
use std::collections::{BTreeMap, HashMap};

/// The least width and height of a picture: LinkedIn and most backpacks show a badge at this size.
const LEAST_PIXELS: u32 = 400;
/// A picture that is loaded on every page of a badge and baked into every award.
const HEAVY: usize = 512 << 10;
/// How long before its end a key is reported: time to make another and to let everybody review it.
const KEY_NOTICE: i64 = 60 * 86_400;
/// How long a nomination may lie before somebody should be asked.
const PATIENCE: i64 = 30 * 86_400;

/// Looks for mistakes that a build does not stumble over. `since` says since when files have been there, where known.
pub fn lint(sources: &Sources, verified: &Verified, since: &BTreeMap<String, Timestamp>, problems: &mut Diagnostics) {
    let gallery = verified.gallery();
    let now = verified.now();
    duplicates(sources, gallery, now, problems);
    dates(sources, gallery, now, problems);
    links(sources, gallery, problems);
    pictures(gallery, problems);
    award_pictures(sources, gallery, problems);
    colours(sources, gallery, problems);
    criteria(sources, gallery, problems);
    keys(sources, gallery, now, problems);
    owners(sources, gallery, problems);
    translations(gallery, problems);
    late(sources, gallery, since, problems);
    retired(sources, gallery, now, problems);
    for nomination in &gallery.nominations {
        let Some(came) = since.get(&nomination.path) else { continue };
        let days = (now.as_second() - came.as_second()) / 86_400;
        if now.as_second() - came.as_second() >= PATIENCE {
            let message = format!("this nomination has waited for {days} days");
            let problem = Diagnostic::warning(Code::WaitingNomination, message).file(nomination.path.as_str());
            problems
                .push(problem.help("sign it with `accolade sign`, or take the file out and tell the nominator why"));
        }
    }
}

/// Nominations that came when their badge took none any more.
fn late(sources: &Sources, gallery: &Gallery, since: &BTreeMap<String, Timestamp>, problems: &mut Diagnostics) {
    for nomination in &gallery.nominations {
        let badge = nomination.awards.first().and_then(|it| gallery.badges.get(&it.badge));
        let (Some(came), Some(badge)) = (since.get(&nomination.path), badge) else { continue };
        let zone = &gallery.site.time_zone;
        if let Some(last) = badge.last_day_of_nominations(zone).filter(|_| badge.nominations_until <= Some(*came)) {
            let came = zone.to_datetime(*came).date();
            let message = format!("`{}` took nominations until {last}, and this one came on {came}", badge.slug);
            let problem = at(Diagnostic::error(Code::LateNomination, message), sources, &nomination.path, "badge");
            problems.push(problem.help(format!(
                "who decides about the badge may set a later `nominations_until` in `badges/{}.toml`; else take the file out",
                badge.slug
            )));
        }
    }
}

/// Nominations that `sign` would refuse, because their badge was retired before the day of the award.
fn retired(sources: &Sources, gallery: &Gallery, now: Timestamp, problems: &mut Diagnostics) {
    for nomination in &gallery.nominations {
        let too_late = nomination.awards.iter().find_map(|award| {
            let badge = gallery.badges.get(&award.badge)?;
            let (since, _) = badge.retired.as_ref().filter(|(since, _)| award.date.unwrap_or(now) >= *since)?;
            Some((&badge.slug, *since))
        });
        let Some((badge, since)) = too_late else { continue };
        let day = time::date(since, &gallery.site.time_zone);
        let message = format!("`{badge}` was retired on {day}, and is awarded no more");
        let problem = at(Diagnostic::warning(Code::LateNomination, message), sources, &nomination.path, "badge");
        problems
            .push(problem.help("give the `date` on which it was earned, if that was before; else take the file out"));
    }
}

/// By whom somebody is known; hashes with different salts cannot be compared, which is what salts are for.
fn person(identity: &Identity) -> Option<&str> {
    match identity {
        Identity::Profile(name) | Identity::Did(name) => Some(name),
        Identity::EmailHash { .. } => None,
    }
}

fn duplicates(sources: &Sources, gallery: &Gallery, now: Timestamp, problems: &mut Diagnostics) {
    let counts = |it: &&Assertion| {
        let standing = gallery.standings.get(&it.id);
        standing.is_none_or(|it| it.revoked.is_none() && it.erased.is_none())
            && it.valid_until.is_none_or(|until| until > now)
    };
    let mut have: HashMap<(&Slug, &str), &str> = HashMap::new();
    let mut ordered: Vec<&Assertion> = gallery.assertions.iter().filter(counts).collect();
    ordered.sort_by_key(|it| (it.awarded, it.id));
    for it in ordered {
        let Some(who) = person(&it.identity) else { continue };
        if let Some(other) = have.insert((&it.badge, who), &it.path) {
            let message = format!("`{who}` has `{}` twice", it.badge);
            let problem = Diagnostic::warning(Code::DuplicateAward, message).file(it.path.as_str());
            problems.push(problem.help(format!("the other one is `{other}`; if one is a mistake, revoke it")));
        }
    }
    for nomination in &gallery.nominations {
        for award in &nomination.awards {
            let Some(who) = person(&award.recipient.identity) else { continue };
            if let Some(other) = have.insert((&award.badge, who), &nomination.path) {
                let message = format!("`{who}` would have `{}` twice", award.badge);
                let problem = Diagnostic::warning(Code::DuplicateAward, message);
                let problem = at(problem, sources, &nomination.path, who);
                problems.push(problem.help(format!("it is in `{other}` already: take this recipient out")));
            }
        }
    }
}

fn dates(sources: &Sources, gallery: &Gallery, now: Timestamp, problems: &mut Diagnostics) {
    let zone = &gallery.site.time_zone;
    for nomination in &gallery.nominations {
        let mut seen = (false, false);
        for award in &nomination.awards {
            let Award { date, valid_until, badge, .. } = award;
            if date.is_some_and(|it| it > now) && !std::mem::replace(&mut seen.0, true) {
                let day = time::in_words(time::date(date.unwrap_or(now), zone));
                let message = format!("the award is dated {day}, which has not come yet");
                let problem = at(Diagnostic::warning(Code::FutureDate, message), sources, &nomination.path, "date");
                problems.push(problem.help("date it on the day it was earned; `valid_from` makes it count later"));
            }
            let until = valid_until.or(match gallery.badges.get(badge).and_then(|it| it.validity.as_ref()) {
                Some(Validity::Until(until)) => Some(*until),
                _ => None,
            });
            if let Some(until) = until.filter(|it| *it <= now)
                && !std::mem::replace(&mut seen.1, true)
            {
                let last = time::in_words(time::last_date(until, zone));
                let message = format!("the award would have expired already, on {last}");
                let problem =
                    at(Diagnostic::warning(Code::ExpiredAtBirth, message), sources, &nomination.path, "valid_until");
                problems.push(problem.help("give a later `valid_until`, here or in the badge"));
            }
        }
    }
}

/// Names of skills in vocabularies that look like addresses, and would be others with `https://`.
const NAMES: [&str; 2] = ["http://data.europa.eu/esco/", "http://purl.org/"];

/// What is signed cannot be changed any more, so nothing is said of it.
fn links(sources: &Sources, gallery: &Gallery, problems: &mut Diagnostics) {
    let mut links: Vec<(String, String)> =
        super::links(sources, gallery).into_iter().map(|Link { path, url }| (path, url)).collect();
    for nomination in &gallery.nominations {
        let people = nomination.awards.iter().filter_map(|it| person(&it.recipient.identity));
        links.extend(people.map(|url| (nomination.path.clone(), url.to_owned())));
    }
    links.sort();
    links.dedup();
    for (path, url) in links.into_iter().filter(|(path, _)| !path.starts_with("assertions/")) {
        let is_name = NAMES.iter().any(|it| url.starts_with(it));
        if url.get(..7).is_some_and(|it| it.eq_ignore_ascii_case("http://")) && !is_name {
            let problem = Diagnostic::warning(Code::PlainHttp, format!("`{url}` is not encrypted"));
            let problem = at(problem, sources, &path, &url);
            problems.push(problem.help("write `https://` if the page answers there: anybody between could change it"));
        }
    }
}

fn pictures(gallery: &Gallery, problems: &mut Diagnostics) {
    for picture in gallery.badges.values().filter_map(|it| it.picture.as_ref()) {
        let (width, height) = picture.size;
        let mut warn = |code, message: String, help: &str| {
            problems.push(Diagnostic::warning(code, message).file(picture.path.as_str()).help(help));
        };
        if picture.kind == PictureKind::Png && width.min(height) < LEAST_PIXELS {
            warn(
                Code::SmallPicture,
                format!("the picture has {width} × {height} pixels"),
                "make it at least 400 × 400, or better an SVG: it is shown large, and printed",
            );
        }
        if width != height {
            warn(
                Code::NotSquare,
                format!("the picture is {width} × {height}, which is not a square"),
                "put it on a square ground: most places that show badges cut or squeeze what is not",
            );
        }
        if picture.bytes.len() > HEAVY {
            warn(
                Code::HeavyPicture,
                format!("the picture has {} KiB", picture.bytes.len().div_ceil(1024)),
                "make it smaller than 512 KiB: it is loaded with every page of the badge, and put into every award",
            );
        }
    }
}

/// Badges whose awards have no picture of their own, though such pictures are asked for: a PNG cannot be baked as SVG.
fn award_pictures(sources: &Sources, gallery: &Gallery, problems: &mut Diagnostics) {
    let wanted = gallery.site.award_pictures;
    let given = |badge: &Badge| badge.picture.as_ref().is_some_and(|it| it.kind == PictureKind::Png);
    let without: Vec<String> =
        gallery.badges.values().filter(|it| given(it)).map(|it| format!("`{}`", it.slug)).collect();
    if wanted.png() || !wanted.svg() || without.is_empty() {
        return;
    }
    let message = format!("awards get a picture as SVG only, and those of {} have none", without.join(", "));
    let problem = at(Diagnostic::warning(Code::NoAwardPicture, message), sources, "accolade.toml", "awards");
    problems.push(problem.help("write `awards = \"both\"`, or give these badges an SVG in place of their PNG"));
}

/// Colours of badges that are drawn.
fn colours(sources: &Sources, gallery: &Gallery, problems: &mut Diagnostics) {
    for (slug, badge) in gallery.badges.iter().filter(|(_, it)| it.picture.is_none()) {
        let Some(colour) = badge.art.palette.as_deref() else { continue };
        let Some((contrast, better)) = art::low_contrast(colour) else { continue };
        let message =
            format!("an emblem on `{colour}` would have a contrast of {contrast:.1} to 1, which is too little");
        let problem = Diagnostic::warning(Code::LowContrast, message);
        let problem = at(problem, sources, &format!("badges/{slug}.toml"), "palette");
        problems.push(problem.help(format!("write `{better}`, or a colour that is darker or lighter still")));
    }
}

fn criteria(sources: &Sources, gallery: &Gallery, problems: &mut Diagnostics) {
    let mut newest: BTreeMap<&Slug, &Assertion> = BTreeMap::new();
    for assertion in &gallery.assertions {
        let newest = newest.entry(&assertion.badge).or_insert(assertion);
        if assertion.awarded > newest.awarded {
            *newest = assertion;
        }
    }
    for (slug, assertion) in newest {
        let bytes = assertion.signed.bytes();
        let (Some(badge), Ok(signed)) = (gallery.badges.get(slug), v3::read(&bytes)) else { continue };
        let signed = signed.subject.achievement;
        if signed.version.as_deref() == badge.version.as_deref()
            && signed.criteria.narrative.as_deref() != Some(badge.criteria.narrative.as_str())
        {
            let message = format!("the criteria of `{slug}` are not those by which it was awarded");
            let problem = Diagnostic::warning(Code::CriteriaChanged, message);
            let problem = at(problem, sources, &format!("badges/{slug}.toml"), "criteria");
            problems
                .push(problem.help("give the badge a new `version`, so that everybody sees which awards are of which"));
        }
    }
}

fn keys(sources: &Sources, gallery: &Gallery, now: Timestamp, problems: &mut Diagnostics) {
    for (slug, issuer) in &gallery.issuers {
        let may_sign = issuer.keys.iter().filter(|it| {
            it.compromised.is_none()
                && it.from.is_none_or(|from| from <= now)
                && it.until.is_none_or(|until| until > now)
        });
        let ends: Option<Vec<Timestamp>> = may_sign.map(|it| it.until).collect();
        let follows = issuer.keys.iter().any(|it| it.from.is_some_and(|from| from > now));
        let Some(last) = ends.and_then(|it| it.into_iter().max()).filter(|_| !follows) else { continue };
        if last.as_second() - now.as_second() < KEY_NOTICE {
            let last = time::in_words(time::date(last, &gallery.site.time_zone));
            let message = format!("the last key of `{slug}` may sign until {last} only");
            let problem =
                at(Diagnostic::warning(Code::KeyEnding, message), sources, &format!("issuers/{slug}.toml"), "until");
            problems.push(problem.help("make the next one in time with `accolade key new`"));
        }
    }
}

/// Where some badges say who decides, those of which nobody says it were forgotten.
fn owners(sources: &Sources, gallery: &Gallery, problems: &mut Diagnostics) {
    if gallery.site.awarding.is_some() || gallery.badges.values().all(|it| it.awarding.is_none()) {
        return;
    }
    for slug in gallery.badges.iter().filter(|(_, it)| it.awarding.is_none()).map(|(slug, _)| slug) {
        let message = format!("nothing says who decides about awards of `{slug}`");
        let problem = Diagnostic::warning(Code::BadgeWithoutOwner, message);
        let problem = at(problem, sources, &format!("badges/{slug}.toml"), "name");
        problems.push(problem.help("add `[awarding]` with `by = [\"@account\"]` here, or to `accolade.toml` for all"));
    }
}

fn translations(gallery: &Gallery, problems: &mut Diagnostics) {
    let language = &gallery.site.language;
    let path = format!("words/{language}.ftl");
    let theirs: Vec<(&str, &str)> =
        gallery.templates.iter().filter(|it| it.path == path).map(|it| (it.path.as_str(), it.text.as_str())).collect();
    let words = Words::new(language, &theirs, &mut Diagnostics::default());
    let missing: Vec<String> = english().patterns("").into_keys().filter(|key| words.is_borrowed(key)).collect();
    if let Some(first) = missing.first().filter(|_| !language.starts_with("en")) {
        let message = format!("{} messages are shown in English: `{first}` is the first", missing.len());
        let problem = Diagnostic::warning(Code::MissingTranslation, message).file(format!("templates/{path}"));
        problems.push(problem.help(format!("say them in `templates/{path}`, one line each: `{first} = …`")));
    }
}
