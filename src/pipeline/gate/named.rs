//! File names that name somebody: unlike the file, its name stays in every link and every commit.

use crate::{
    canon::json,
    diagnostic::{Code, Diagnostic, Diagnostics},
    pipeline::{Sources, check::email},
};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What is known of people's names.
#[derive(Debug, Default)]
struct People {
    /// The words of each name, by the first.
    words: BTreeMap<String, Vec<Vec<String>>>,
    /// Each name as one word, from either end.
    joined: BTreeSet<String>,
}

/// Reports files and folders that are named after somebody, or after an e-mail address. `beside` are the paths of files
/// that the gallery does not know; those of people are theirs to choose.
pub(super) fn names(sources: &Sources, beside: &[String], problems: &mut Diagnostics) {
    let people = People::of(sources);
    let texts = sources.nominations.iter().chain(&sources.pages).chain(&sources.badges).chain(&sources.templates);
    let paths = (texts.map(|it| it.path.as_str()))
        .chain(sources.statics.iter().map(|it| it.path.as_str()))
        .chain(sources.criteria.keys().chain(sources.pictures.keys()).map(String::as_str))
        .chain(sources.unreadable.iter().filter(|it| !it.starts_with("people/")).map(String::as_str));
    let elsewhere = beside.iter().map(String::as_str);
    let addressed = sources.nominations.iter().map(|it| &it.path).chain(&sources.unreadable).chain(beside);
    let mut seen = BTreeSet::new();
    addressed.filter(|it| seen.insert(it.as_str())).for_each(|path| address_in_name(path, problems));

    let mut reported = BTreeSet::new();
    for path in paths.chain(elsewhere) {
        let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
        let mut start = 0;
        for end in ends {
            let (part, whole) = (&path[start..end], &path[..end]);
            start = end + 1;
            if !people.are_in(part) || !reported.insert(whole) {
                continue;
            }
            let what = if end == path.len() { "file" } else { "folder" };
            let message = format!("the {what} is named after a person");
            let problem = Diagnostic::error(Code::PersonalFileName, message).file(whole);
            problems.push(problem.help("rename it: what a file is called outlives what is in it"));
        }
    }
}

/// A file that is named after an e-mail address.
pub(super) fn address_in_name(path: &str, problems: &mut Diagnostics) {
    if email::find(path).is_some() {
        let problem = Diagnostic::error(Code::EmailInRepository, "the file is named after an e-mail address");
        problems.push(problem.file(path).help("rename it: what a file is called stays in every commit"));
    }
}

impl People {
    /// Those whom a gallery names.
    fn of(sources: &Sources) -> Self {
        let mut people = Self::default();
        let tables = |text: &str| text.parse::<toml::Table>().unwrap_or_default();
        let name = |table: &toml::Table| table.get("name").and_then(|it| it.as_str()).map(str::to_owned);
        let mut all: Vec<String> = sources.people.iter().filter_map(|it| name(&tables(&it.text))).collect();
        for file in &sources.nominations {
            let table = tables(&file.text);
            let recipients = table.get("recipient").and_then(|it| it.as_array()).into_iter().flatten();
            all.extend(recipients.filter_map(|it| it.as_table()).filter_map(name));
        }
        let signed = sources.assertions.par_iter().filter_map(|it| signed_name(&it.signed.bytes()));
        all.extend(signed.collect::<Vec<_>>());
        for words in all.iter().map(|it| words(it)).filter(|it| it.len() > 1) {
            let back: String = words.iter().rev().map(String::as_str).collect();
            // Shorter ones are words of their own.
            people.joined.extend([words.concat(), back].into_iter().filter(|it| it.len() > 5));
            people.words.entry(words[0].clone()).or_default().push(words);
        }
        people
    }

    /// Whether one of them is named in a part of a path, in words of their own or in one: `kim-doe.txt`, `KimDoe.txt`.
    fn are_in(&self, part: &str) -> bool {
        let stem = part.rsplit_once('.').filter(|it| !it.0.is_empty()).map_or(part, |(stem, _)| stem);
        let mut apart = String::new();
        let mut was_small = false;
        for c in stem.chars() {
            if c.is_uppercase() && was_small {
                apart.push(' ');
            }
            was_small = c.is_lowercase();
            apart.push(c);
        }
        let (apart, whole) = (words(&apart), words(stem));
        let named = |words: &[String]| {
            let theirs = words.iter().filter_map(|word| self.words.get(word)).flatten();
            theirs.into_iter().any(|person| person.iter().all(|word| words.contains(word)))
        };
        named(&apart) || named(&whole) || apart.iter().chain(&whole).any(|word| self.joined.contains(word))
    }
}

/// The name that was signed with consent.
fn signed_name(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?;
    if !text.contains("\"identityType\": \"name\"") && !text.contains("\"identityType\":\"name\"") {
        return None;
    }
    let document = json::parse(bytes).ok()?;
    let identifiers = document.get("credentialSubject")?.get("identifier")?;
    let list = identifiers.as_array().cloned().unwrap_or_else(|| vec![identifiers.clone()]);
    let named = list.iter().find(|it| it.get("identityType").and_then(|it| it.as_str()) == Some("name"))?;
    Some(named.get("identityHash")?.as_str()?.to_owned())
}

/// The words of a name, in plain letters.
fn words(name: &str) -> Vec<String> {
    let plain = deunicode::deunicode(name).to_lowercase();
    plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|it| !it.is_empty()).map(str::to_owned).collect()
}
