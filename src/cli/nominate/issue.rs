//! What an issue form asks for, held against the repository. All of it is a stranger's text: of an e-mail address that
//! somebody wrote, no message repeats a letter.

use crate::{
    cli::{
        details::{Details, Mistakes, identity},
        output::Failure,
        summary::code,
    },
    diagnostic::closest,
    disk,
    ledger::{Asked, Wanted},
    model::{Badge, Gallery},
    pipeline::{
        form::{self, Field},
        github::{self, Issue},
        given, holds_address,
    },
};
use std::{collections::BTreeMap, path::Path};

/// What is asked for, or everything that stands in the way.
pub(super) type Answer = Result<Vec<Wanted>, Vec<String>>;

/// Reads the issue of an event.
pub(super) fn read(event: &Path) -> Result<Issue, Failure> {
    github::issue(&disk::read_given(event)?).map_err(|flaw| Failure::Refused(format!("`{}`: {flaw}", event.display())))
}

/// Who asks, and where: whoever wrote the issue, whatever it says.
pub(super) fn asked(issue: &Issue) -> Asked {
    Asked { nominator: Some(format!("@{}", issue.author.login)), at: Some(issue.url.clone()) }
}

/// The awards that an issue asks for.
pub(super) fn wanted(issue: &Issue, gallery: &Gallery) -> Answer {
    let answers = form::read(&issue.text).map_err(|field| {
        vec![format!("**{field}**: this heading is there twice; take out the one that is not of the form")]
    })?;
    let with_address: Vec<String> = answers
        .iter()
        .filter(|(_, text)| text.as_ref().is_some_and(|it| holds_address(it)))
        .map(|(field, _)| format!("**{field}**: there is an e-mail address, which everybody can read; take it out"))
        .collect();
    if !with_address.is_empty() || holds_address(&issue.text) {
        let anywhere =
            || vec!["There is an e-mail address in the issue, which everybody can read; take it out".to_owned()];
        let mut sentences = if with_address.is_empty() { anywhere() } else { with_address };
        sentences.push(
            "The host keeps what an issue said before: delete that revision too, under \"edited\" at the top of the issue. \
             A recipient is named by the address of a public profile"
                .to_owned(),
        );
        return Err(sentences);
    }
    let mut reader = Reader { issue, gallery, answers, missing: Vec::new() };
    let badge = reader.badge();
    let recipients = reader.recipients();
    let details = reader.details(recipients.len());
    let mut wanted = Vec::new();
    if let (Some(badge), [_, ..]) = (badge, &recipients[..]) {
        for url in &recipients {
            let mut mistakes = Mistakes::default();
            let (url, did) = if url.starts_with("did:") { (None, Some(url)) } else { (Some(url), None) };
            let who = identity(None, url.map(String::as_str), did.map(String::as_str), &mut mistakes);
            wanted.push(details.wanted(badge, who, &gallery.site.time_zone, &mut mistakes));
            for it in mistakes.0 {
                let sentence = format!("**{}**: {}", label(&it.detail), shown(&it.why));
                if !reader.missing.contains(&sentence) {
                    reader.missing.push(sentence);
                }
            }
        }
    }
    if reader.missing.is_empty() { Ok(wanted) } else { Err(reader.missing) }
}

/// The question behind a detail of an award.
fn label(detail: &str) -> String {
    match detail {
        "date" => Field::Date.to_string(),
        "evidence" => Field::Evidence.to_string(),
        "name" => Field::Name.to_string(),
        "url" | "did" => Field::Recipient.to_string(),
        other => other.to_owned(),
    }
}

/// A sentence that may repeat what a stranger wrote, between marks where it means nothing.
fn shown(sentence: &str) -> String {
    sentence.split('`').enumerate().map(|(n, part)| if n % 2 == 1 { code(part) } else { part.to_owned() }).collect()
}

struct Reader<'a> {
    issue: &'a Issue,
    gallery: &'a Gallery,
    answers: BTreeMap<Field, Option<String>>,
    missing: Vec<String>,
}

impl<'a> Reader<'a> {
    fn text(&self, field: Field) -> Option<&str> {
        self.answers.get(&field).and_then(Option::as_deref)
    }

    fn lacks(&mut self, field: Field, why: impl AsRef<str>) {
        self.missing.push(format!("**{field}**: {}", why.as_ref()));
    }

    /// The badge by its name or by the name of its file, or both: `Soldering (soldering)`.
    fn badge(&mut self) -> Option<&'a Badge> {
        let Some(text) = self.text(Field::Badge).map(str::to_owned) else {
            self.lacks(Field::Badge, "which badge is missing");
            return None;
        };
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let inner = text.rsplit_once('(').and_then(|(_, rest)| rest.strip_suffix(')'));
        let name = |badge: &Badge, text: &str| badge.name.eq_ignore_ascii_case(text) || badge.slug.as_str() == text;
        let badges = &self.gallery.badges;
        let plain = text.trim_matches('`');
        let found = badges.values().find(|it| name(it, plain));
        let found = found.or_else(|| inner.and_then(|inner| badges.values().find(|it| it.slug.as_str() == inner)));
        if found.is_none() {
            let near = closest(plain, badges.keys().map(|it| it.as_str()));
            let help = near.map_or_else(
                || "the gallery lists those that there are".to_owned(),
                |it| format!("did you mean `{it}`?"),
            );
            self.lacks(Field::Badge, format!("no badge is called {}; {help}", code(plain)));
        }
        found
    }

    /// The profiles or DIDs of the recipients, one on each line. Whoever wrote the issue, where the form does not ask.
    fn recipients(&mut self) -> Vec<String> {
        if !self.answers.contains_key(&Field::Recipient) {
            return vec![self.issue.author.url.clone()];
        }
        let Some(text) = self.text(Field::Recipient).map(str::to_owned) else {
            self.lacks(Field::Recipient, "who should get the badge is missing: the address of their public profile");
            return Vec::new();
        };
        let mut urls = Vec::new();
        for word in
            text.split([',', '\n']).map(|it| it.trim().trim_start_matches("- ").trim()).filter(|it| !it.is_empty())
        {
            match self.profile(word) {
                Some(url) => urls.push(url),
                None => self.lacks(
                    Field::Recipient,
                    format!("{} is not the address of a profile, such as `https://github.com/ada`", code(word)),
                ),
            }
        }
        urls
    }

    /// The address of a profile, also of one that is written as `@ada` on the host of the issue.
    fn profile(&self, word: &str) -> Option<String> {
        let word = word.trim_start_matches('<').trim_end_matches('>');
        if let Some(login) = word.strip_prefix('@') {
            let plain = !login.is_empty() && login.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
            let (scheme, rest) = self.issue.url.split_once("://")?;
            return plain.then(|| format!("{scheme}://{}/{login}", rest.split('/').next().unwrap_or_default()));
        }
        if word.starts_with("did:") { Some(word.to_owned()) } else { given::url(word).ok() }
    }

    fn details(&mut self, recipients: usize) -> Details {
        let evidence = self.evidence();
        let name = self.text(Field::Name).map(|it| it.split_whitespace().collect::<Vec<_>>().join(" "));
        let consent = name.as_ref().and_then(|_| self.consent());
        if name.is_some() && recipients > 1 {
            self.lacks(Field::Name, "a name is that of one recipient; leave it out, or open an issue for each");
        }
        Details {
            consent: consent.filter(|_| name.is_some()),
            name,
            narrative: self.text(Field::Narrative).map(str::to_owned),
            date: self.text(Field::Date).map(str::to_owned),
            evidence,
            ..Details::default()
        }
    }

    /// Where the person agreed to be named: the words, or the box that was ticked and by whom.
    fn consent(&mut self) -> Option<String> {
        let text = self.text(Field::Consent).map(str::to_owned);
        let consent = text.as_deref().and_then(|text| match form::ticked(text) {
            Some(boxes) if boxes.is_empty() => None,
            Some(_) => Some(format!("@{} in {}", self.issue.author.login, self.issue.url)),
            None => Some(text.split_whitespace().collect::<Vec<_>>().join(" ")),
        });
        if consent.is_none() {
            self.lacks(
                Field::Consent,
                "a name is signed only with consent: say where the person agreed to be named, or leave the name out",
            );
        }
        consent
    }

    /// One address on each line, also as a link of Markdown.
    fn evidence(&mut self) -> Vec<String> {
        let Some(text) = self.text(Field::Evidence).map(str::to_owned) else { return Vec::new() };
        let mut urls: Vec<String> = Vec::new();
        for line in text.lines().map(str::trim).filter(|it| !it.is_empty()) {
            let start = line.find("https://").or_else(|| line.find("http://"));
            let url = start.map(|at| {
                line[at..].split(|c: char| c.is_whitespace() || ")>]".contains(c)).next().unwrap_or_default()
            });
            match url {
                Some(url) if urls.iter().any(|it| it == url) => {}
                Some(url) => urls.push(url.to_owned()),
                None => self.lacks(
                    Field::Evidence,
                    format!("{} holds no web address; what is no link belongs into the narrative", code(line)),
                ),
            }
        }
        urls
    }
}
