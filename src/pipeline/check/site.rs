//! `accolade.toml`.

use super::{
    awarding, email,
    fields::{Document, Fields},
    flaw::Flaw,
    look,
    names::Names,
    values,
};
use crate::{
    diagnostic::{Code, Level, closest},
    model::{AwardPictures, BaseUrl, Cards, Site, Slug, Team},
    pipeline::Sources,
};
use jiff::tz::TimeZone;
use std::collections::BTreeMap;

/// What every other file needs to know of the site, even when the site itself is broken.
pub(super) struct Setting {
    pub(super) zone: TimeZone,
    pub(super) default_issuer: DefaultIssuer,
    /// Teams that rules may name. None if nobody knows them all.
    pub(super) teams: Option<Vec<Team>>,
}

/// Who awards a badge that names no issuer.
pub(super) enum DefaultIssuer {
    /// This one.
    Is(Slug),
    /// Nobody knows: the badge has to say.
    None,
    /// `accolade.toml` names one that there is not. That is reported there, once.
    Broken,
}

impl Setting {
    /// A setting for a repository whose `accolade.toml` cannot be read.
    pub(super) fn unknown() -> Self {
        Self { zone: TimeZone::UTC, default_issuer: DefaultIssuer::Broken, teams: None }
    }
}

/// Reads the site. Where it has a mistake, but its addresses are known, it is given back for who only asks for those.
pub(super) fn read(document: &Document<'_>, sources: &Sources, names: &Names<'_>) -> (Setting, Option<Site>) {
    let Some(table) = document.parse() else { return (Setting::unknown(), None) };
    let fields = document.fields(&table, "a site");

    let title = fields.line("title").required();
    let base_url = fields.line("base_url").must(base_address).required();
    let description = fields.text("description").optional();
    let language = fields.line("language").must(values::language).optional();
    let zone = time_zone(&fields).unwrap_or(TimeZone::UTC);
    let names_issuer = fields.has("issuer");
    let issuer = fields.line("issuer").must(|name| names.issuer(&name)).optional();
    let repository = fields.line("repository").must(values::url).optional();
    let custom_domain = fields.flag("custom_domain").optional().unwrap_or(false);

    let errors = document.errors();
    let mut previous_base_urls: Vec<BaseUrl> = Vec::new();
    for entry in fields.lines("previous_base_urls") {
        match base_address(entry.value) {
            Ok(known) if previous_base_urls.contains(&known) || base_url.as_ref() == Some(&known) => {
                document.report(&entry.span, Flaw::bad(format!("`{known}` is named twice")).help("take one out"));
            }
            Ok(previous) => previous_base_urls.push(previous),
            Err(flaw) => document.report(&entry.span, flaw),
        }
    }
    let is_addressed = document.errors() == errors && (document.is_toml() || !fields.has("previous_base_urls"));
    let mut cards = None;
    let award_pictures = fields.table("pictures", "`[pictures]`").and_then(|pictures| {
        let awards = pictures.line("awards").must(award_pictures).optional();
        cards = pictures.line("cards").must(which_cards).optional();
        pictures.close();
        awards
    });
    let look = look::read(&fields, sources);
    let teams = awarding::teams(&fields);
    let all_teams = document.is_toml().then_some(teams.as_slice());
    let awarding = awarding::rule(&fields, all_teams);
    let lints = lints(&fields);
    if let Some(base) = &base_url
        && custom_domain
        && let Some(flaw) = no_domain_of_ones_own(base)
    {
        fields.report("base_url", flaw);
    }
    fields.close();
    email::refuse(document);

    let default_issuer = match (&issuer, names_issuer, names.issuers.len()) {
        (Some(issuer), ..) => DefaultIssuer::Is(issuer.clone()),
        (None, true, _) => DefaultIssuer::Broken,
        // Where there is only one, nothing has to be said.
        (None, false, 1) => names.issuers.keys().next().cloned().map_or(DefaultIssuer::None, DefaultIssuer::Is),
        (None, false, _) => DefaultIssuer::None,
    };
    let site = base_url.filter(|_| is_addressed).map(|base_url| Site {
        title: title.unwrap_or_default(),
        served_at: base_url.clone(),
        commit: None,
        previous_base_urls,
        description: description.unwrap_or_default(),
        language: language.unwrap_or_else(|| "en".into()),
        time_zone: zone.clone(),
        issuer,
        look,
        award_pictures: award_pictures.unwrap_or_default(),
        cards: cards.unwrap_or_default(),
        cname: custom_domain.then(|| base_url.authority().to_owned()),
        repository,
        awarding,
        teams: teams.clone(),
        lints,
        base_url,
    });
    let teams = document.is_toml().then_some(teams);
    (Setting { zone, default_issuer, teams }, site)
}

pub(super) fn time_zone(fields: &Fields<'_, '_>) -> Option<TimeZone> {
    fields.line("time_zone").must(values::time_zone).optional()
}

/// Domains under which hosts give everybody an address.
const DOMAINS_OF_HOSTS: [&str; 5] = [".github.io", ".gitlab.io", ".codeberg.page", ".pages.dev", ".netlify.app"];

/// Why a site's address cannot be that of a custom domain, which a `CNAME` file names and nothing else.
fn no_domain_of_ones_own(base: &BaseUrl) -> Option<Flaw> {
    let (host, port) = base.authority().split_once(':').map_or((base.authority(), None), |it| (it.0, Some(it.1)));
    // An address of numbers has no letter at its end; `localhost` has no dot.
    let is_domain = host.rsplit_once('.').is_some_and(|(_, last)| last.contains(|it: char| it.is_ascii_alphabetic()));
    if !is_domain || DOMAINS_OF_HOSTS.iter().any(|it| host.ends_with(it)) {
        let flaw = Flaw::bad(format!("`{host}` is not a domain of your own")).label("`custom_domain` is set");
        return Some(flaw.help("give your domain here, or take `custom_domain` out"));
    }
    let too_much = port.map(|_| "port").or((base.path() != "/").then_some("path"))?;
    let flaw = Flaw::bad(format!("a custom domain has no {too_much}")).label("but this address has one");
    Some(flaw.help(format!("write `https://{host}/`")))
}

fn base_address(text: String) -> Result<BaseUrl, Flaw> {
    text.parse().map_err(|it: crate::model::NameError| {
        Flaw::error(Code::BadValue, it.to_string())
            .help("it is the site's permanent address, such as `https://badges.example.org/`")
    })
}

fn which_cards(word: String) -> Result<Cards, Flaw> {
    match word.as_str() {
        "awards" => Ok(Cards::Awards),
        "badges" => Ok(Cards::Badges),
        "none" => Ok(Cards::None),
        _ => Err(Flaw::not_listed("a choice of cards", &word, &["awards", "badges", "none"], false)),
    }
}

fn award_pictures(word: String) -> Result<AwardPictures, Flaw> {
    match word.as_str() {
        "both" => Ok(AwardPictures::Both),
        "png" => Ok(AwardPictures::Png),
        "svg" => Ok(AwardPictures::Svg),
        "none" => Ok(AwardPictures::None),
        _ => Err(Flaw::not_listed("a choice of pictures", &word, &["both", "png", "svg", "none"], false)),
    }
}

/// `[lints]`: how much each of them matters here.
fn lints(fields: &Fields<'_, '_>) -> BTreeMap<Code, Level> {
    let mut levels = BTreeMap::new();
    let Some(table) = fields.table("lints", "`[lints]`") else { return levels };
    for (name, level) in table.entries() {
        let Some(code) = Code::ALL.iter().copied().find(|it| it.as_str() == name.value) else {
            let near = closest(&name.value, Code::ALL.iter().copied().filter(|it| it.is_lint()).map(Code::as_str));
            let help = near
                .map_or_else(|| "`accolade explain` lists them all".to_owned(), |it| format!("did you mean `{it}`?"));
            let flaw = Flaw::error(Code::UnknownKey, format!("no lint is called `{}`", name.value));
            fields.document().report(&name.span, flaw.label("not known here").help(help));
            continue;
        };
        let level = match level.value.as_deref() {
            Some("allow") => Level::Allow,
            Some("warn") => Level::Warn,
            Some("deny") => Level::Deny,
            _ => {
                let flaw = Flaw::bad(format!("`{code}` has no such level"));
                fields.document().report(&level.span, flaw.help("write \"allow\", \"warn\" or \"deny\""));
                continue;
            }
        };
        if !code.is_lint() {
            let flaw = Flaw::bad(format!("`{code}` always stops a build"));
            let help = format!("take the line out; `accolade explain {code}` says how to mend what it finds");
            fields.document().report(&name.span, flaw.label("its level cannot be changed").help(help));
            continue;
        }
        levels.insert(code, level);
    }
    levels
}
