//! Assertions, and whether the ledgers agree with them.

use super::{
    email,
    flaw::Flaw,
    ledger,
    names::{self, Names},
    nomination,
};
use crate::{
    canon::json,
    diagnostic::{Code, Diagnostic, Diagnostics, SourceFile},
    model::{
        Assertion, AssertionId, BaseUrl, Event, Identity, Ledger, NameError, Person, Site, Slug, Standing,
        StatusListFile,
    },
    openbadges::v3,
    pipeline::{Memory, SignedFile, Sources},
    time::{self, Timestamp},
};
use rayon::prelude::*;
use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    ops::Range,
    sync::Arc,
};

/// What was awarded, and what became of it.
pub(super) struct Awarded {
    pub(super) assertions: Vec<Assertion>,
    pub(super) ledgers: BTreeMap<Slug, Ledger>,
    pub(super) standings: BTreeMap<AssertionId, Standing>,
    pub(super) status_lists: Vec<StatusListFile>,
}

/// An entry of a ledger that awards something.
struct Entered<'s> {
    issuer: Slug,
    file: &'s Arc<SourceFile>,
    span: Range<usize>,
    named_with_consent: bool,
}

pub(super) fn read(
    sources: &Sources,
    names: &Names<'_>,
    site: Option<&Site>,
    mut memory: Option<&mut Memory>,
    problems: &mut Diagnostics,
) -> Awarded {
    let known = memory.as_deref();
    let ((mut awarded, entered), cards) =
        rayon::join(|| ledgers(sources, names, problems), || site.map(|site| cards(sources, names, site, known)));
    let Some(mut cards) = cards else {
        let found: Vec<_> = sources.assertions.par_iter().filter_map(without_site).collect();
        problems.extend(found);
        return awarded;
    };
    cards.par_iter_mut().for_each(|(card, found)| {
        card.take_if(|it| !agrees(it, &awarded, &entered, names, found));
    });
    let good = cards.into_iter().filter_map(|(assertion, found)| {
        // What was said against one is said again.
        if let (Some(memory), Some(card), []) = (&mut memory, &assertion, &found[..]) {
            memory.keep_card(card);
        }
        problems.extend(found);
        assertion
    });
    awarded.assertions = good.collect();
    awarded.assertions.par_sort_by_key(|it| it.id);
    awarded.assertions.dedup_by_key(|it| it.id);
    awarded
}

/// The assertions by themselves, and what is wrong with each.
fn cards(
    sources: &Sources,
    names: &Names<'_>,
    site: &Site,
    memory: Option<&Memory>,
) -> Vec<(Option<Assertion>, Vec<Diagnostic>)> {
    let card = |file: &SignedFile| {
        let mut found = Vec::new();
        let known = memory.and_then(|it| it.card(&file.path, &file.signed)).cloned();
        (known.or_else(|| assertion(file, names, site, &mut found)), found)
    };
    sources.assertions.par_iter().map(card).collect()
}

/// What the ledgers say, and where.
fn ledgers<'s>(
    sources: &'s Sources,
    names: &Names<'_>,
    problems: &mut Diagnostics,
) -> (Awarded, HashMap<AssertionId, Entered<'s>>) {
    let mut awarded = Awarded {
        assertions: Vec::new(),
        ledgers: BTreeMap::new(),
        standings: BTreeMap::new(),
        status_lists: status_lists(sources, names, problems),
    };
    let mut entered = HashMap::new();
    for file in &sources.ledgers {
        let Some(issuer) = issuer_of_folder(&file.path, names, problems) else { continue };
        let read = ledger::read(file, names);
        problems.extend(read.problems);
        for (entry, span) in read.ledger.entries.iter().zip(read.spans) {
            let Event::Awarded { consent, .. } = &entry.event else { continue };
            let this = Entered { issuer: issuer.clone(), file, span, named_with_consent: consent.is_some() };
            if let Some(other) = entered.insert(entry.id, this) {
                let this = &entered[&entry.id];
                let problem = Diagnostic::error(Code::BadLedger, format!("`{}` stands in two ledgers", entry.id))
                    .label(file, this.span.clone(), "here")
                    .label(other.file, other.span, "and here");
                problems.push(problem.help("keep it in the ledger of its issuer"));
            }
        }
        awarded.standings.extend(read.ledger.standings());
        awarded.ledgers.insert(issuer, read.ledger);
    }
    for path in sources.unreadable.iter().filter(|path| path.ends_with("/ledger.toml")) {
        let issuer = path.split('/').nth(1).and_then(|it| it.parse::<Slug>().ok());
        awarded.ledgers.extend(issuer.map(|it| (it, Ledger::default())));
    }
    entries(&awarded, &entered, names, problems);
    (awarded, entered)
}

/// The issuer in whose folder below `status/` a file lies.
fn issuer_of_folder(path: &str, names: &Names<'_>, problems: &mut Diagnostics) -> Option<Slug> {
    let name = path.split('/').nth(1).unwrap_or_default();
    names.issuer(name).map_err(|flaw| problems.push(flaw.in_file(path))).ok()
}

fn status_lists(sources: &Sources, names: &Names<'_>, problems: &mut Diagnostics) -> Vec<StatusListFile> {
    let mut lists = Vec::new();
    for file in &sources.status_lists {
        let Some(issuer) = issuer_of_folder(&file.path, names, problems) else { continue };
        let Ok(number) = names::stem(&file.path).parse() else { continue };
        lists.push(StatusListFile { issuer, number, path: file.path.clone(), bytes: Arc::clone(&file.bytes) });
    }
    lists
}

/// Holds every award of the ledgers against the files that have to be there.
fn entries(
    awarded: &Awarded,
    entered: &HashMap<AssertionId, Entered<'_>>,
    names: &Names<'_>,
    problems: &mut Diagnostics,
) {
    let lists: HashSet<(&Slug, u32)> = awarded.status_lists.iter().map(|it| (&it.issuer, it.number)).collect();
    let mut missing_lists = BTreeSet::new();
    for (id, standing) in &awarded.standings {
        let Some(Entered { issuer, file, span, .. }) = entered.get(id) else { continue };
        let label = |problem: Diagnostic, text: &str| problem.label(file, span.clone(), text);
        let badge = standing.badge.as_ref();
        let path = || match badge {
            Some(badge) => format!("assertions/{badge}/{id}.json"),
            None => format!("assertions/*/{id}.json"),
        };
        let is_there = names.assertions.contains(id);
        if standing.erased.is_some() && is_there {
            let problem = Diagnostic::error(
                Code::LedgerMismatch,
                format!("the ledger says that `{id}` is erased, but it is there"),
            );
            problems.push(label(problem, "awarded here").help(format!("remove `{}`", path())));
        }
        if standing.erased.is_none() && !is_there {
            let problem = Diagnostic::error(Code::LedgerMismatch, format!("the assertion `{id}` is gone"));
            problems.push(label(problem, "awarded here").help(format!(
                "its address was promised to last: restore it, such as with `git checkout origin/main -- {}`; \
                     `accolade revoke` and `accolade forget` take awards back",
                path()
            )));
        }
        if let Some(badge) = badge.filter(|it| {
            standing.erased.is_none() && !names.badges.contains_key(names::current(&names.former_badges, it))
        }) {
            let badges = names.badges.keys().map(Slug::as_str);
            let flaw = Flaw::unknown(Code::UnknownBadge, "badge", badge.as_str(), badges);
            problems.push(flaw.label("awarded here").into_diagnostic().label_at(file, span.clone()));
        }
        if !lists.contains(&(issuer, standing.list)) && missing_lists.insert((issuer, standing.list)) {
            let path = format!("status/{issuer}/{}.json", standing.list);
            let problem = Diagnostic::error(Code::BadStatusList, format!("the status list `{path}` is missing"));
            problems.push(
                label(problem, "this award stands in it").help("`accolade reseal` makes it anew from the ledger"),
            );
        }
    }
}

/// What to do about an assertion that was edited.
pub(in crate::pipeline) fn never_edited(path: &str) -> String {
    format!(
        "an assertion is never edited: restore it as it was signed, such as with `git checkout origin/main -- {path}`; \
         `accolade correct` says something right"
    )
}

/// What to do about an assertion that was signed for another address of the site.
fn elsewhere(file: &SignedFile, id: AssertionId, site: &Site) -> Option<String> {
    let document = json::parse(&file.signed.bytes()).ok()?;
    let base = document["id"].as_str()?.strip_suffix(&format!("assertions/{id}/credential.json"))?;
    let is_other =
        base.parse::<BaseUrl>().is_ok_and(|it| it != site.base_url && !site.previous_base_urls.contains(&it));
    is_other.then(|| {
        format!(
            "if the site moved, write `previous_base_urls = [\"{base}\"]` into accolade.toml; else put `base_url` back"
        )
    })
}

/// What is wrong with an assertion as such: without a site, no address in it can be understood.
fn without_site(file: &SignedFile) -> Option<Diagnostic> {
    let path = file.path.as_str();
    let is_read =
        id_of(path).and_then(|_| v3::is_credential(&file.signed).map_err(|it| unread(it).help(never_edited(path))));
    let flaw = is_read.err().or_else(|| shown_address(file));
    flaw.map(|it| it.in_file(path))
}

/// The id that a file's name gives to an assertion.
fn id_of(path: &str) -> Result<AssertionId, Flaw> {
    names::stem(path).parse().map_err(|flaw: NameError| {
        Flaw::error(Code::BadName, flaw.to_string()).help("`accolade award` chooses the file's name")
    })
}

fn unread(sentence: String) -> Flaw {
    Flaw::error(Code::InvalidAssertion, sentence)
}

/// That an assertion shows an e-mail address, if it does.
fn shown_address(file: &SignedFile) -> Option<Flaw> {
    let address = email_address(&file.signed.bytes())?;
    let message = format!("the assertion shows the e-mail address `{address}`");
    let help = "erase it with `accolade forget`, and award it anew without the address";
    Some(Flaw::error(Code::EmailInRepository, message).help(help))
}

/// Reads one assertion, and sees that it lies where it says.
fn assertion(file: &SignedFile, names: &Names<'_>, site: &Site, problems: &mut Vec<Diagnostic>) -> Option<Assertion> {
    let path = file.path.as_str();
    let mut refuse = |flaw: Flaw| problems.push(flaw.in_file(path));
    let folder = path.split('/').nth(1).unwrap_or_default();
    let id = id_of(path).map_err(&mut refuse).ok()?;
    let mut assertion = match v3::assertion(&file.signed, path, site) {
        Ok(assertion) => assertion,
        Err(sentence) => {
            refuse(unread(sentence).help(elsewhere(file, id, site).unwrap_or_else(|| never_edited(path))));
            return None;
        }
    };
    if assertion.id != id || folder != assertion.badge.as_str() {
        let right = format!("assertions/{}/{}.json", assertion.badge, assertion.id);
        refuse(
            Flaw::error(Code::MisplacedAssertion, "the assertion says that it is another one")
                .help(format!("it belongs at `{right}`")),
        );
        return None;
    }
    // What was signed names the badge by the name that it had on the day.
    assertion.badge = names::current(&names.former_badges, &assertion.badge).clone();
    if let Err(flaw) = names.badge(assertion.badge.as_str()) {
        refuse(flaw);
        return None;
    }
    if !names.issuers.contains_key(&assertion.issuer) {
        let issuers = names.issuers.keys().map(Slug::as_str);
        refuse(Flaw::unknown(Code::UnknownIssuer, "issuer", assertion.issuer.as_str(), issuers));
        return None;
    }
    // It is an award all the same, which can be erased.
    shown_address(file).map(refuse);
    Some(assertion)
}

/// The first e-mail address in a signed document that is not the contact address of an issuer.
fn email_address(bytes: &[u8]) -> Option<String> {
    // Looking for the sign alone is quick, and most documents have it once, in the issuer's profile.
    let raw = std::str::from_utf8(bytes).ok()?;
    // `\u0040` is an `@` to everybody but to who looks at the bytes.
    let text = match raw.contains("\\u") {
        true => Cow::Owned(json::parse(bytes).map_or_else(|_| raw.to_owned(), |it| it.to_string())),
        false => Cow::Borrowed(raw),
    };
    let mut from = 0;
    while let Some(found) = email::find(&text[from..]) {
        let (start, end) = (from + found.start, from + found.end);
        let before = text[..start].trim_end_matches('"').trim_end();
        if !before.ends_with(':') || !before.trim_end_matches(':').trim_end().ends_with("\"email\"") {
            return Some(text[start..end].to_owned());
        }
        from = end;
    }
    None
}

/// Whether the ledger says the same as the assertion.
fn agrees(
    assertion: &Assertion,
    awarded: &Awarded,
    entered: &HashMap<AssertionId, Entered<'_>>,
    names: &Names<'_>,
    problems: &mut Vec<Diagnostic>,
) -> bool {
    let Assertion { id, badge, issuer, path, status: (list, index), .. } = assertion;
    let (Some(standing), Some(entry)) = (awarded.standings.get(id), entered.get(id)) else {
        // Where the ledger has mistakes of its own, the entry may be among them.
        if awarded.ledgers.get(issuer).is_none_or(|it| it.is_whole) {
            let message = format!("the ledger of `{issuer}` does not know this assertion");
            let help = format!("restore its entry in `status/{issuer}/ledger.toml`, or award it with `accolade award`");
            problems.push(Diagnostic::error(Code::LedgerMismatch, message).file(path.as_str()).help(help));
        }
        return false;
    };
    let differs = |what: &str, here: &str, there: &str| {
        Diagnostic::error(Code::LedgerMismatch, format!("`{path}` and the ledger disagree"))
            .label(entry.file, entry.span.clone(), format!("{what} is {there} here, and {here} there"))
            .help("neither is ever edited: restore both from the history of the repository")
    };
    let (place, entered_place) =
        (format!("{index} of list {list}"), format!("{} of list {}", standing.index, standing.list));
    let difference = if entry.issuer != *issuer {
        Some(differs("the issuer", &format!("`{issuer}`"), &format!("`{}`", entry.issuer)))
    } else if let Some(entered) = standing.badge.as_ref().filter(|it| names::current(&names.former_badges, it) != badge)
    {
        Some(differs("the badge", &format!("`{badge}`"), &format!("`{entered}`")))
    } else if place != entered_place {
        Some(differs("the index", &place, &entered_place))
    } else if let Some((from, until)) = standing.renewed.filter(|it| !is_as_renewed(assertion, *it)) {
        // An older file with a good signature could be put back in the newer one's place.
        let until = until.map_or_else(String::new, |it| format!(" until {}", time::format(it)));
        let message = format!("`{path}` is not what was signed when it was renewed");
        let label = format!("renewed later, to be valid from {}{until}", time::format(from));
        Some(
            Diagnostic::error(Code::LedgerMismatch, message)
                .label(entry.file, entry.span.clone(), label)
                .help("restore the renewed file from the history of the repository"),
        )
    } else if assertion.name.is_some() && !entry.named_with_consent {
        Some(
            Diagnostic::error(Code::NoConsent, format!("`{path}` names its recipient"))
                .label(entry.file, entry.span.clone(), "this entry has no `consent`")
                .help("only who agreed is named: restore the entry as it was made"),
        )
    } else {
        None
    };
    problems.extend(difference.clone());
    difference.is_none() && standing.erased.is_none()
}

/// Whether the assertion says the same of its validity as the last renewal, to the second, as it is signed.
fn is_as_renewed(assertion: &Assertion, (from, until): (Timestamp, Option<Timestamp>)) -> bool {
    let seconds = |time: Option<Timestamp>| time.map(Timestamp::as_second);
    seconds(Some(assertion.valid_from)) == seconds(Some(from)) && seconds(assertion.valid_until) == seconds(until)
}

/// Whose each assertion is, of those who chose to be named.
pub(super) fn owners(
    assertions: &[Assertion],
    people: &BTreeMap<Slug, Person>,
    names: &Names<'_>,
    problems: &mut Diagnostics,
) -> BTreeMap<AssertionId, Slug> {
    let mut identities: HashMap<&str, &Slug> = HashMap::new();
    let mut owners: BTreeMap<AssertionId, Slug> = BTreeMap::new();
    for (slug, person) in people {
        let mut claimed = |what: String, other: &Slug| {
            let path = names.people.get(slug).and_then(|file| *file).map_or_else(String::new, |file| file.path.clone());
            let flaw = Flaw::bad(format!("{what} belongs to `people/{other}.toml` already"));
            problems.push(flaw.help("keep it with one of the two").in_file(&path));
        };
        for identity in &person.identities {
            if let Some(other) = identities.insert(identity, slug) {
                claimed(format!("`{identity}`"), other);
            }
        }
        for id in &person.awards {
            if let Some(other) = owners.insert(*id, slug.clone()) {
                claimed(format!("the award `{id}`"), &other);
            }
        }
    }
    let mut found = BTreeMap::new();
    for assertion in assertions {
        let by_identity = match &assertion.identity {
            Identity::Profile(identity) | Identity::Did(identity) => identities.get(identity.as_str()).copied(),
            Identity::EmailHash { .. } => None,
        };
        found.extend(owners.get(&assertion.id).or(by_identity).map(|owner| (assertion.id, owner.clone())));
    }
    found
}

/// Where a salt is used.
struct Used<'s> {
    /// Of assertions, the first of those that put each other right, of whom the latest has this salt.
    first: Option<AssertionId>,
    hash: &'s str,
    path: &'s str,
    badge: &'s Slug,
}

/// Reports salts that are used again: whoever knows one recipient's address could recognise the other award. An award
/// that puts another one right has its salt: the two are known to be of one person.
pub(super) fn salts(
    awarded: &Awarded,
    nominations: &[(&Arc<SourceFile>, nomination::Read)],
    problems: &mut Diagnostics,
) {
    let first = |mut id: AssertionId| {
        // A ledger that somebody made up may lead in circles.
        for _ in 0..100 {
            let Some(before) = awarded.standings.get(&id).and_then(|it| it.supersedes) else { break };
            id = before;
        }
        id
    };
    let firsts: Vec<AssertionId> = awarded.assertions.par_iter().map(|it| first(it.id)).collect();
    let mut used: HashMap<&str, Used<'_>> = HashMap::with_capacity(awarded.assertions.len());
    for (assertion, first) in awarded.assertions.iter().zip(firsts) {
        let Identity::EmailHash { hash, salt } = &assertion.identity else { continue };
        let this = Used { first: Some(first), hash, path: &assertion.path, badge: &assertion.badge };
        let Some(other) = used.get_mut(salt.as_str()) else {
            used.insert(salt, this);
            continue;
        };
        if other.first.replace(first) != Some(first) {
            // It is signed, and nothing can be done about it any more.
            let problem = Diagnostic::warning(Code::ReusedSalt, format!("the salt of `{}` is used again", other.path));
            problems.push(problem.file(assertion.path.as_str()).help("take a fresh salt for each award"));
        }
    }
    for (file, read) in nominations {
        for (award, span) in read.nomination.awards.iter().zip(&read.salts) {
            let (Identity::EmailHash { hash, salt }, Some(span)) = (&award.recipient.identity, span) else { continue };
            match used.get(salt.as_str()) {
                // The nomination of which the assertion was made.
                Some(it) if it.hash == hash && *it.badge == award.badge && it.first.is_some() => {}
                Some(it) => {
                    let problem = Diagnostic::error(Code::ReusedSalt, "this salt is used twice")
                        .label(file, span.clone(), format!("and in `{}`", it.path))
                        .help("take a fresh random salt for each award");
                    problems.push(problem);
                }
                None => {
                    let this = Used { first: None, hash, path: &file.path, badge: &award.badge };
                    used.insert(salt, this);
                }
            }
        }
    }
}
