//! `nominations/*.toml`: who should get what, and why.

use super::{
    email,
    fields::{Document, Fields},
    flaw::Flaw,
    markup,
    names::Names,
    result, values,
};
use crate::{
    diagnostic::Code,
    model::{Award, Badge, Consent, Evidence, Identity, Nomination, Recipient, ResultValue, Slug},
    time::Timestamp,
};
use jiff::tz::TimeZone;
use std::{collections::BTreeMap, ops::Range};

/// A nomination, and where the salts of its recipients stand.
pub(super) struct Read {
    pub(super) nomination: Nomination,
    /// For each award, in order: the place of its salt, if it has one.
    pub(super) salts: Vec<Option<Range<usize>>>,
}

pub(super) fn read(
    document: &Document<'_>,
    names: &Names<'_>,
    badges: &BTreeMap<Slug, Badge>,
    zone: &TimeZone,
) -> Option<Read> {
    let table = document.parse()?;
    let fields = document.fields(&table, "a nomination");

    let badge = fields.line("badge").must(|name| names.badge(&name)).required();
    let described = badge.as_ref().and_then(|slug| badges.get(slug));
    let nominator = fields.line("nominator").optional();
    let for_all = Details::read(&fields, described, zone);

    let mut awards = Vec::new();
    let mut salts = Vec::new();
    let recipients = fields.tables("recipient", "a recipient");
    if !fields.has("recipient") {
        let flaw = Flaw::error(Code::MissingKey, "the nomination names no recipient")
            .label("`[[recipient]]` is missing")
            .help("add a table `[[recipient]]` with `url`, `did`, or `email_hash` and `salt`");
        document.report(&(0..0), flaw);
    }
    for table in recipients {
        let salt_at = table.has("salt").then(|| table.span("salt"));
        let recipient = recipient(&table);
        let for_this_one = Details::read(&table, described, zone);
        table.close();
        if let (Some(badge), Some(recipient)) = (&badge, recipient) {
            awards.push(for_this_one.over(&for_all).award(badge.clone(), recipient));
            salts.push(salt_at);
        }
    }
    fields.close();
    email::refuse(document);

    if !document.is_good() {
        return None;
    }
    let path = document.file().path.clone();
    Some(Read { nomination: Nomination { path, nominator, awards }, salts })
}

fn recipient(fields: &Fields<'_, '_>) -> Option<Recipient> {
    let hash = fields.line("email_hash").must(values::email_hash);
    let salt = fields.line("salt").must(values::salt);
    let url = fields.line("url").must(values::url).optional();
    let did = fields.line("did").must(values::did).optional();
    let given: Vec<&str> = ["email_hash", "url", "did"].into_iter().filter(|key| fields.has(key)).collect();
    let identity = match given[..] {
        ["email_hash"] => {
            let missing = || {
                Flaw::error(Code::UnsaltedHash, "`salt` is missing")
                    .label("a hash without a salt can be guessed")
                    .help("hash the address with a fresh random salt, and give both")
            };
            // Quotes with nothing between them are no salt either.
            let is_blank = |text: &str| text.chars().all(|c| c.is_whitespace() || "'\"".contains(c));
            if fields.has("salt") && is_blank(&fields.document().text()[fields.span("salt")]) {
                fields.report("salt", missing());
            }
            let salt = salt.required_or(|_| missing());
            hash.optional().zip(salt).map(|(hash, salt)| Identity::EmailHash { hash, salt })
        }
        ["url"] => url.map(Identity::Profile),
        [_] => did.map(Identity::Did),
        [] => {
            let flaw = Flaw::error(Code::MissingKey, "nothing identifies the recipient")
                .label("one of `email_hash`, `url`, `did` is missing");
            let help = "add their profile's address (`url`), their `did`, or `email_hash` and `salt`: \
                        `accolade nominate --email` and the site's page Nominate make these";
            fields.report("", flaw.help(help));
            None
        }
        [_, second, ..] => {
            let flaw = Flaw::bad("the recipient is identified twice").label("beside another way");
            fields.report(second, flaw.help("keep one of `email_hash`, `url`, `did`"));
            None
        }
    };
    if fields.has("salt") && !fields.has("email_hash") {
        fields.report("salt", Flaw::bad("`salt` belongs to `email_hash`, which is not given").help("take it out"));
    }
    let name = fields.line("name").optional();
    let consent = fields.line("consent").optional();
    if fields.has("name") && !fields.has("consent") {
        let flaw = Flaw::error(Code::NoConsent, "nothing says that the recipient agreed to be named")
            .label("named here, without `consent`")
            .help("add `consent = \"…\"` (a link to where they said so, or a short note), or leave the name out");
        fields.report("name", flaw);
    }
    Some(Recipient { identity: identity?, name: name.zip(consent.map(Consent)) })
}

/// What may be said for all recipients of a nomination, or for one.
#[derive(Clone)]
struct Details {
    date: Option<Timestamp>,
    valid_from: Option<Timestamp>,
    valid_until: Option<Timestamp>,
    narrative: Option<String>,
    evidence: Vec<Evidence>,
    activity_start: Option<Timestamp>,
    activity_end: Option<Timestamp>,
    role: Option<String>,
    licence_number: Option<String>,
    credits: Option<u64>,
    term: Option<String>,
    results: Vec<ResultValue>,
    source: Option<(String, String)>,
}

impl Details {
    fn read(fields: &Fields<'_, '_>, badge: Option<&Badge>, zone: &TimeZone) -> Self {
        let narrative = fields.text("narrative").optional();
        markup::check(fields, "narrative", narrative.as_deref());
        let details = Self {
            date: fields.time("date", zone).optional(),
            valid_from: fields.time("valid_from", zone).optional(),
            valid_until: fields.end("valid_until", zone).optional(),
            narrative,
            evidence: evidence(fields),
            activity_start: fields.time("activity_start", zone).optional(),
            activity_end: fields.time("activity_end", zone).optional(),
            role: fields.line("role").optional(),
            licence_number: fields.line_or_number("licence_number").optional(),
            credits: fields.whole("credits").optional(),
            term: fields.line("term").optional(),
            results: result::values(fields, badge.map(|it| it.results.as_slice())),
            source: fields.table("source", "a source").and_then(|source| {
                let name = source.line("name").required();
                let url = source.line("url").must(values::url).required();
                source.close();
                name.zip(url)
            }),
        };
        let in_order = |first: &str, second: &'static str, from: Option<Timestamp>, until: Option<Timestamp>| {
            if let (Some(from), Some(until)) = (from, until)
                && until <= from
                && (first != "activity_start" || until < from)
            {
                let message = format!("`{second}` is not after `{first}`");
                fields.report(second, Flaw::bad(message).help("mend one of the two dates"));
            }
        };
        in_order("date", "valid_until", details.date.filter(|_| details.valid_from.is_none()), details.valid_until);
        in_order("valid_from", "valid_until", details.valid_from, details.valid_until);
        in_order("activity_start", "activity_end", details.activity_start, details.activity_end);
        details
    }

    /// These details, and where they are silent, those of `others`.
    fn over(self, others: &Self) -> Self {
        let others = others.clone();
        Self {
            date: self.date.or(others.date),
            valid_from: self.valid_from.or(others.valid_from),
            valid_until: self.valid_until.or(others.valid_until),
            narrative: self.narrative.or(others.narrative),
            evidence: if self.evidence.is_empty() { others.evidence } else { self.evidence },
            activity_start: self.activity_start.or(others.activity_start),
            activity_end: self.activity_end.or(others.activity_end),
            role: self.role.or(others.role),
            licence_number: self.licence_number.or(others.licence_number),
            credits: self.credits.or(others.credits),
            term: self.term.or(others.term),
            results: if self.results.is_empty() { others.results } else { self.results },
            source: self.source.or(others.source),
        }
    }

    fn award(self, badge: Slug, recipient: Recipient) -> Award {
        Award {
            badge,
            recipient,
            date: self.date,
            valid_from: self.valid_from,
            valid_until: self.valid_until,
            narrative: self.narrative,
            evidence: self.evidence,
            activity_start: self.activity_start,
            activity_end: self.activity_end,
            role: self.role,
            licence_number: self.licence_number,
            credits: self.credits,
            term: self.term,
            results: self.results,
            source: self.source,
        }
    }
}

fn evidence(fields: &Fields<'_, '_>) -> Vec<Evidence> {
    let mut list: Vec<Evidence> = Vec::new();
    for table in fields.tables("evidence", "a piece of evidence") {
        let narrative = table.text("narrative").optional();
        markup::check(&table, "narrative", narrative.as_deref());
        let evidence = Evidence {
            url: table.line("url").must(values::url).optional(),
            name: table.line("name").optional(),
            narrative,
            description: table.text("description").optional(),
            genre: table.line("genre").optional(),
            audience: table.line("audience").optional(),
        };
        if !["url", "narrative", "name", "description"].iter().any(|key| table.has(key)) {
            let flaw =
                Flaw::error(Code::MissingKey, "the evidence says nothing").label("has neither `url` nor `narrative`");
            table.report("", flaw.help("add one of them, or take the table out"));
        } else if list.contains(&evidence) {
            // Two identical nodes could not be told apart when the award is signed.
            table.report("", Flaw::bad("the same evidence is given twice").help("take one out"));
        }
        table.close();
        list.push(evidence);
    }
    list
}
