//! The story of an award, from git and from the ledger: who asked for it, who agreed, and what became of it.
//!
//! The ledger says what happened and when; git says in which commit, and what stood in the files that are gone. Of a
//! clone with only the latest commits, the oldest of them seems to have brought everything: it is not believed.

use crate::{
    canon::json,
    disk::{Commit, Error, Git},
    model::AssertionId,
    time::Timestamp,
};
use serde_json::Value;
use std::collections::BTreeSet;

/// What happened to an award.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Somebody asked for it.
    Nominated,
    /// The request was merged.
    Merged,
    /// It was signed, and entered into the ledger.
    Signed,
    /// Its file was moved.
    Moved,
    /// It got a new validity.
    Renewed,
    /// It was signed anew as it was.
    Resealed,
    /// Another award puts it right.
    Corrected,
    /// It was revoked.
    Revoked,
    /// The revocation was taken back.
    Reinstated,
    /// It was erased.
    Erased,
}

impl What {
    /// Its name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Nominated => "nominated",
            Self::Merged => "merged",
            Self::Signed => "signed",
            Self::Moved => "moved",
            Self::Renewed => "renewed",
            Self::Resealed => "resealed",
            Self::Corrected => "corrected",
            Self::Revoked => "revoked",
            Self::Reinstated => "reinstated",
            Self::Erased => "erased",
        }
    }

    fn of(event: &str) -> Option<Self> {
        Some(match event {
            "awarded" => Self::Signed,
            "renewed" => Self::Renewed,
            "resealed" => Self::Resealed,
            "corrected" => Self::Corrected,
            "revoked" => Self::Revoked,
            "reinstated" => Self::Reinstated,
            "erased" => Self::Erased,
            _ => return None,
        })
    }
}

/// One thing that happened.
#[derive(Debug, Clone)]
pub struct Happening {
    /// What.
    pub what: What,
    /// When.
    pub at: Timestamp,
    /// In which commit; unknown where it is not in this clone, or not committed.
    pub commit: Option<Commit>,
    /// What the files say about it, in order: `nominator`, `nominated`, `reviewers`, `request`, `reason`, `until`, `by`, `file`.
    pub facts: Facts,
}

/// What is known of an award.
#[derive(Debug, Default)]
pub struct Story {
    /// Oldest first.
    pub happenings: Vec<Happening>,
    /// Since when commits are in this clone, if it has only the latest ones.
    pub since: Option<Timestamp>,
}

/// Tells the story of one award. `ledgers` are the ledgers as they lie in the work tree.
///
/// # Errors
///
/// When git fails.
pub fn story(git: &Git, ledgers: &[&str], id: AssertionId) -> Result<Story, Error> {
    let teller = Teller { git, id, is_shallow: git.is_shallow()? };
    let mut happenings = teller.signed()?;
    happenings.extend(teller.entered(ledgers)?);
    // The order of the commits decides between things of one moment, which a ledger has to the second.
    happenings.sort_by_key(|it| it.at.as_second());
    let since = match teller.is_shallow {
        true => git.log(&[], "HEAD", &[])?.first().and_then(|it| Timestamp::from_second(it.at).ok()),
        false => None,
    };
    Ok(Story { happenings, since })
}

struct Teller<'a> {
    git: &'a Git,
    id: AssertionId,
    is_shallow: bool,
}

impl Teller<'_> {
    /// A commit, unless it only seems to have brought what it holds.
    fn known(&self, commit: &Commit) -> Option<Commit> {
        (!self.is_shallow || !commit.parents.is_empty()).then(|| commit.clone())
    }

    /// What the ledger says and ever said, each with the commit that entered it.
    fn entered(&self, now: &[&str]) -> Result<Vec<Happening>, Error> {
        let mut told = BTreeSet::new();
        let mut happenings = Vec::new();
        for commit in self.git.log(&[&format!("-G{}", self.id)], "HEAD", &[":(glob)status/*/ledger.toml"])? {
            for (_, path) in &commit.files {
                let Some(text) = self.git.text_at(&commit.id, path)? else { continue };
                for (what, at, facts) in entries(&text, self.id) {
                    if told.insert((what.as_str(), at)) {
                        happenings.push(Happening { what, at, commit: self.known(&commit), facts });
                    }
                }
            }
        }
        for (what, at, facts) in now.iter().flat_map(|text| entries(text, self.id)) {
            if told.insert((what.as_str(), at)) {
                happenings.push(Happening { what, at, commit: None, facts });
            }
        }
        Ok(happenings)
    }

    /// How it came to be signed: from a nomination, which was merged.
    fn signed(&self) -> Result<Vec<Happening>, Error> {
        let mut happenings = Vec::new();
        let commits = self.git.log(&[], "HEAD", &[&format!(":(glob)assertions/*/{}.json", self.id)])?;
        let mut signed = false;
        for commit in commits {
            let added = commit.files.iter().find(|(status, _)| *status == 'A');
            let (Some((_, path)), Some(known)) = (added, self.known(&commit)) else { continue };
            if signed {
                let facts = vec![("file", path.clone())];
                happenings.extend(happening(What::Moved, known, facts));
                continue;
            }
            signed = true;
            let Some(document) = self.git.text_at(&commit.id, path)? else { continue };
            happenings.extend(self.nominated(&commit, &recipient(&document))?);
        }
        Ok(happenings)
    }

    /// The nomination that `signed` took away, if it was of the same recipient.
    fn nominated(&self, signed: &Commit, recipient: &[String]) -> Result<Vec<Happening>, Error> {
        let Some(before) = signed.parents.first() else { return Ok(Vec::new()) };
        for (status, path) in self.git.touched(&signed.id)? {
            if status != 'D' || !path.starts_with("nominations/") {
                continue;
            }
            let Some(text) = self.git.text_at(before, &path)? else { continue };
            let Ok(table) = text.parse::<toml::Table>() else { continue };
            if !names(&table, recipient) {
                continue;
            }
            let added = self.git.log(&["--diff-filter=A"], before, &[&path])?;
            let Some(added) = added.last().and_then(|it| self.known(it)) else { return Ok(Vec::new()) };
            let mut facts = vec![("file", path.clone())];
            facts.extend(table.get("nominator").and_then(|it| it.as_str()).map(|it| ("nominator", it.to_owned())));
            let merge = self.merge_of(&added, before)?;
            let mut happenings = Vec::from_iter(happening(What::Nominated, added, facts));
            happenings.extend(merge.and_then(|it| happening(What::Merged, it, Vec::new())));
            return Ok(happenings);
        }
        Ok(Vec::new())
    }

    /// The merge with which a commit came to the main line, if it came so.
    fn merge_of(&self, commit: &Commit, to: &str) -> Result<Option<Commit>, Error> {
        if self.git.is_on_main_line(&commit.id, to)? {
            return Ok(None);
        }
        for merge in self.git.merges(&commit.id, to)? {
            if self.git.is_before(&commit.id, &merge.id)? {
                return Ok(Some(merge));
            }
        }
        Ok(None)
    }
}

/// What is said of a happening, by the ledger's keys.
type Facts = Vec<(&'static str, String)>;

fn happening(what: What, commit: Commit, facts: Facts) -> Option<Happening> {
    Some(Happening { what, at: Timestamp::from_second(commit.at).ok()?, commit: Some(commit), facts })
}

/// What a ledger says about one award.
fn entries(text: &str, id: AssertionId) -> Vec<(What, Timestamp, Facts)> {
    let about = text.split("[[entry]]").filter(|it| it.contains(id.as_str()));
    let tables = about.filter_map(|it| it.parse::<toml::Table>().ok());
    tables
        .filter_map(|table| {
            let (event, table) = entry(&table)?;
            let what = What::of(event)?;
            if table.get("id")?.as_str()? != id.as_str() {
                return None;
            }
            let at = table.get("at")?.as_datetime()?.to_string().parse().ok()?;
            let mut facts = Vec::new();
            for key in ["nominator", "nominated", "reviewers", "request", "reason", "until", "by"] {
                let value = match table.get(key) {
                    Some(toml::Value::String(text)) => text.clone(),
                    Some(toml::Value::Datetime(time)) => time.to_string(),
                    Some(toml::Value::Array(list)) => {
                        list.iter().filter_map(|it| it.as_str()).collect::<Vec<_>>().join(", ")
                    }
                    _ => continue,
                };
                facts.push((key, value));
            }
            Some((what, at, facts))
        })
        .collect()
}

/// The event of an entry and what is said of it: below the event's name, or in a ledger of old beside it.
fn entry(table: &toml::Table) -> Option<(&str, &toml::Table)> {
    match table.get("event").and_then(|it| it.as_str()) {
        Some(event) => Some((event, table)),
        None => table.iter().find_map(|(event, it)| Some((event.as_str(), it.as_table()?))),
    }
}

/// By what the recipient of a signed document is known.
fn recipient(document: &str) -> Vec<String> {
    let document = json::parse(document.as_bytes()).unwrap_or_default();
    let subject = &document["credentialSubject"];
    let identifier = &subject["identifier"];
    let identifiers = identifier.as_array().map_or_else(|| vec![identifier], |it| it.iter().collect());
    let known = identifiers.iter().map(|it| &it["identityHash"]).chain([&subject["id"]]);
    known.filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Whether a nomination is for the recipient.
fn names(nomination: &toml::Table, recipient: &[String]) -> bool {
    let recipients = nomination.get("recipient").and_then(|it| it.as_array()).map_or(&[][..], Vec::as_slice);
    recipients.iter().any(|it| {
        let keys = ["url", "did", "email_hash"].into_iter();
        keys.filter_map(|key| it.get(key)?.as_str()).any(|known| recipient.iter().any(|it| it == known))
    })
}
