//! What may be said about an award, from options or from the row of a table.

use super::output::Failure;
use crate::{
    diagnostic::closest,
    ledger::{Address, Wanted},
    model::{Award, Badge, Consent, Evidence, Identity, Recipient, ResultDescription, ResultValue, Review},
    openbadges::v3,
    pipeline::given,
    time::{self, Timestamp},
};
use jiff::tz::TimeZone;

/// What may be said about an award.
#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct Details {
    /// The recipient's name, signed into the award; it needs --consent
    #[arg(long, value_name = "NAME")]
    pub(super) name: Option<String>,
    /// Where the recipient agreed to be named: a link or a short note
    #[arg(long, value_name = "TEXT", requires = "name")]
    pub(super) consent: Option<String>,
    /// The day of the award [default: now]
    #[arg(long, value_name = "DATE")]
    pub(super) date: Option<String>,
    /// What the recipient did (Markdown)
    #[arg(long, value_name = "TEXT")]
    pub(super) narrative: Option<String>,
    /// Where proof of it is (repeatable)
    #[arg(long, value_name = "URL")]
    pub(super) evidence: Vec<String>,
    /// What the proof is called (in the order of --evidence)
    #[arg(long, value_name = "TEXT", requires = "evidence")]
    pub(super) evidence_name: Vec<String>,
    /// From when it is valid, if later than the award
    #[arg(long, value_name = "DATE")]
    pub(super) valid_from: Option<String>,
    /// The last day on which it is valid, or the moment at which it ends [default: as the badge says]
    #[arg(long, value_name = "DATE")]
    pub(super) valid_until: Option<String>,
    /// When the recipient began
    #[arg(long, value_name = "DATE")]
    pub(super) activity_start: Option<String>,
    /// When the recipient finished
    #[arg(long, value_name = "DATE")]
    pub(super) activity_end: Option<String>,
    /// The recipient's role
    #[arg(long, value_name = "TEXT")]
    pub(super) role: Option<String>,
    /// A licence or membership number
    #[arg(long = "licence", value_name = "NUMBER")]
    pub(super) licence_number: Option<String>,
    /// Credits earned, a whole number
    #[arg(long, value_name = "NUMBER")]
    pub(super) credits: Option<String>,
    /// The term, such as "Autumn 2026"
    #[arg(long, value_name = "TEXT")]
    pub(super) term: Option<String>,
    /// A result that the badge describes, and its value or level (repeatable)
    #[arg(long = "result", value_name = "NAME=VALUE")]
    pub(super) results: Vec<String>,
}

/// Who gets an award: one of these.
#[derive(Debug, clap::Args)]
#[group(id = "recipient", multiple = false)]
pub(super) struct Who {
    /// The recipient's e-mail address; only a salted hash of it is kept
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,
    /// The recipient's public profile
    #[arg(long, value_name = "URL")]
    url: Option<String>,
    /// The recipient's decentralised identifier
    #[arg(long, value_name = "DID")]
    did: Option<String>,
}

impl Who {
    /// Whether somebody is named.
    pub(super) fn is_given(&self) -> bool {
        self.email.is_some() || self.url.is_some() || self.did.is_some()
    }

    /// By what they are identified.
    pub(super) fn identity(&self, mistakes: &mut Mistakes) -> Option<(Identity, Option<Address>)> {
        identity(self.email.as_deref(), self.url.as_deref(), self.did.as_deref(), mistakes)
    }
}

/// What is wrong, and with which detail.
pub(super) struct Wrong {
    /// The detail: the name of a column; an option is called alike.
    pub(super) detail: String,
    /// The rest of a sentence that begins with the detail.
    pub(super) why: String,
}

/// A collector of what is wrong.
#[derive(Default)]
pub(super) struct Mistakes(pub(super) Vec<Wrong>);

impl Mistakes {
    pub(super) fn add(&mut self, detail: &str, why: impl Into<String>) {
        self.0.push(Wrong { detail: detail.to_owned(), why: why.into() });
    }

    /// What is wrong with options: a line for each.
    pub(super) fn misused(self) -> Failure {
        let mut sentences: Vec<String> = Vec::new();
        for it in self.0 {
            let sentence = format!("--{}: {}", option(&it.detail), it.why);
            if !sentences.contains(&sentence) {
                sentences.push(sentence);
            }
        }
        Failure::Usage(sentences.join("\nerror: "))
    }

    fn note<T, E: ToString>(&mut self, detail: &str, result: Result<T, E>) -> Option<T> {
        result.map_err(|why| self.add(detail, why.to_string())).ok()
    }
}

/// The option for what a column holds.
fn option(detail: &str) -> String {
    match detail.split(':').next().unwrap_or(detail) {
        "licence_number" => "licence".to_owned(),
        other => other.replace('_', "-"),
    }
}

/// Why something is done, for the public: on one line.
pub(super) fn reason(given: &str) -> Result<String, Failure> {
    let line = given.split_whitespace().collect::<Vec<_>>().join(" ");
    given::text(&line).map_err(|why| Failure::Usage(format!("--reason: {why}")))
}

/// By what somebody is identified: exactly one of the three must be there.
pub(super) fn identity(
    email: Option<&str>,
    url: Option<&str>,
    did: Option<&str>,
    mistakes: &mut Mistakes,
) -> Option<(Identity, Option<Address>)> {
    match (email, url, did) {
        (Some(email), None, None) => {
            let address = mistakes.note("email", Address::parse(email).map_err(|flaw| format!("`{email}` {flaw}")))?;
            Some((mistakes.note("email", address.identity())?, Some(address)))
        }
        (None, Some(url), None) => Some((Identity::Profile(mistakes.note("url", given::url(url))?), None)),
        (None, None, Some(did)) => Some((Identity::Did(mistakes.note("did", given::did(did))?), None)),
        (None, None, None) => {
            mistakes.add("email", "nobody is named: one of email, url and did is needed");
            None
        }
        _ => {
            mistakes.add("email", "only one of email, url and did can be given");
            None
        }
    }
}

impl Details {
    /// What is asked for: the award of `badge` to `who`. All details are looked at, even where nobody is named rightly; that
    /// is among the `mistakes` then, and what is given back is of no use.
    pub(super) fn wanted(
        &self,
        badge: &Badge,
        who: Option<(Identity, Option<Address>)>,
        zone: &TimeZone,
        mistakes: &mut Mistakes,
    ) -> Wanted {
        let (identity, address) = who.unwrap_or((Identity::Did(String::new()), None));
        let award = self.award(badge, identity, zone, mistakes);
        Wanted { award, address, place: String::new(), review: Review::default() }
    }

    /// The award of `badge` to somebody, as these details have it. What is wrong is added to `mistakes`.
    fn award(&self, badge: &Badge, identity: Identity, zone: &TimeZone, mistakes: &mut Mistakes) -> Award {
        let until = self.valid_until.as_deref();
        let valid_until = until.and_then(|it| mistakes.note("valid_until", time::parse_end(it, zone)));
        let mut time = |detail: &str, text: &Option<String>| -> Option<Timestamp> {
            mistakes.note(detail, time::parse(text.as_deref()?, zone))
        };
        let date = time("date", &self.date);
        let valid_from = time("valid_from", &self.valid_from);
        let activity_start = time("activity_start", &self.activity_start);
        let activity_end = time("activity_end", &self.activity_end);
        if let (Some(start), Some(end)) = (activity_start, activity_end)
            && end < start
        {
            mistakes.add("activity_end", "is before activity_start");
        }
        if let (Some(from), Some(until)) = (valid_from.or(date), valid_until)
            && until <= from
        {
            mistakes.add("valid_until", "is not after the day from which it is valid");
        }
        let mut line = |detail: &str, given: &Option<String>| mistakes.note(detail, given::line(given.as_deref()?));
        let (name, consent) = (line("name", &self.name), line("consent", &self.consent));
        let (role, term) = (line("role", &self.role), line("term", &self.term));
        let licence_number = line("licence_number", &self.licence_number);
        let names = self.evidence_name.iter().map(|it| line("evidence_name", &Some(it.clone())));
        let names: Vec<Option<String>> = names.collect();
        let narrative = self.narrative.as_deref().and_then(|it| mistakes.note("narrative", given::text(it)));
        let name = match (name, &self.consent) {
            (Some(name), Some(_)) => consent.map(|consent| (name, Consent(consent))),
            (Some(_), None) => {
                mistakes.add(
                    "name",
                    "a name is signed only with consent: say where the person agreed (consent), or leave the name out",
                );
                None
            }
            _ => None,
        };
        let credits = self.credits.as_deref().and_then(|text| {
            let whole = match text.parse::<u64>() {
                Ok(whole) if whole < 1 << 53 => Ok(whole),
                Ok(_) => Err(format!("`{text}` is too large a number to be signed")),
                Err(_) => Err(format!("`{text}` is not a whole number")),
            };
            mistakes.note("credits", whole)
        });
        if self.evidence_name.len() > self.evidence.len() {
            mistakes.add("evidence_name", "there are more names than pieces of evidence");
        }
        let mut evidence: Vec<Evidence> = Vec::new();
        for (n, url) in self.evidence.iter().enumerate() {
            let Some(url) = mistakes.note("evidence", given::url(url)) else { continue };
            if evidence.iter().any(|it| it.url.as_ref() == Some(&url)) {
                mistakes.add("evidence", format!("`{url}` is there twice; take one out"));
                continue;
            }
            let name = names.get(n).cloned().flatten();
            evidence.push(Evidence { url: Some(url), name, ..Evidence::default() });
        }
        let mut results: Vec<ResultValue> = Vec::new();
        for text in &self.results {
            let Some(it) = result(text, badge, mistakes) else { continue };
            if results.iter().any(|other| other.result == it.result) {
                mistakes
                    .add(&format!("result:{}", it.result), format!("`{}` is reported twice; take one out", it.result));
                continue;
            }
            results.push(it);
        }
        Award {
            badge: badge.slug.clone(),
            recipient: Recipient { identity, name },
            date,
            valid_from,
            valid_until,
            narrative,
            evidence,
            activity_start,
            activity_end,
            role,
            licence_number,
            credits,
            term,
            results,
            source: None,
        }
    }
}

/// `name=value`: the value of a result, or the slug of a level where its rubric has such a level. It has to be a level
/// where nothing is said of values.
fn result(text: &str, badge: &Badge, mistakes: &mut Mistakes) -> Option<ResultValue> {
    let Some((name, value)) = text.split_once('=') else {
        mistakes.add("result", format!("`{text}` is not of the form NAME=VALUE"));
        return None;
    };
    let described = mistakes.note("result", described(name, badge))?;
    let value = mistakes.note(&format!("result:{name}"), given::line(value))?;
    let level = described.levels.iter().find(|it| it.slug.as_str() == value).map(|it| it.slug.clone());
    if level.is_none() && described.has_levels_only() {
        let known = || described.levels.iter().map(|it| it.slug.as_str());
        mistakes.add(
            &format!("result:{name}"),
            match closest(&value, known()) {
                Some(near) => format!("`{name}` has no level `{value}`; did you mean `{near}`?"),
                None => {
                    let known: Vec<String> = known().map(|it| format!("`{it}`")).collect();
                    format!("`{name}` has no level `{value}`; its levels are {}", known.join(", "))
                }
            },
        );
        return None;
    }
    let value = level.is_none().then_some(value);
    let result = ResultValue { result: described.slug.clone(), value, level, status: None };
    mistakes.note(&format!("result:{name}"), v3::result_fits(&result, described))?;
    Some(result)
}

/// What `badge` says of the result `name`.
pub(super) fn described<'b>(name: &str, badge: &'b Badge) -> Result<&'b ResultDescription, String> {
    badge.results.iter().find(|it| it.slug.as_str() == name).ok_or_else(|| {
        match closest(name, badge.results.iter().map(|it| it.slug.as_str())) {
            Some(near) => format!("`{}` describes no result `{name}`; did you mean `{near}`?", badge.slug),
            None => format!("`{}` describes no result `{name}`", badge.slug),
        }
    })
}
