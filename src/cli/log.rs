//! `accolade log`: the story of an award.

use super::{
    Surroundings,
    output::{Failure, Format, Outcome, say, show_problems, tell},
    repository::{self, Repository},
    which::Which,
};
use crate::{
    diagnostic::Diagnostics,
    disk::Git,
    model::{AssertionId, Gallery},
    pipeline::{self, Happening, Story, What},
    time,
};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, btree_map::Entry};

/// Tell the story of awards from git: nominated, merged, signed, renewed, resealed, corrected, revoked, erased
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Each line has its day, its commit, and a link where the host of the repository is known. An award that was corrected is
told together with the one that puts it right. Of an erased award only that it was there is told.

Examples:
    accolade log 0kq8zv5n3x7rj2m4c9td
    accolade log https://badges.example/assertions/0kq8zv5n3x7rj2m4c9td/ --format json")]
pub(super) struct Log {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    repository: Repository,
    /// For whom the answer is
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

impl Log {
    pub(super) fn run(self, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        let root = self.repository.folder();
        repository::must_be_gallery(&root)?;
        let mut problems = Diagnostics::default();
        let sources = pipeline::load(&root, &mut problems)?;
        let Some(gallery) = pipeline::check(&sources, &mut problems) else {
            show_problems(&problems, Format::Text, surroundings);
            return Err(Failure::Refused("the repository has mistakes (above), mend them first".to_owned()));
        };
        let git = Git::around(&root)?;
        let ledgers: Vec<&str> = sources.ledgers.iter().map(|it| it.text.as_str()).collect();
        let mut told = BTreeMap::new();
        let mut order = Vec::new();
        for id in self.which.ids()? {
            for id in related(&gallery, id)? {
                if let Entry::Vacant(place) = told.entry(id) {
                    place.insert(pipeline::story(&git, &ledgers, id)?);
                    order.push(id);
                }
            }
        }
        let since = told.values().find_map(|it| it.since);
        match self.format {
            Format::Text => {
                let stories: Vec<String> = order.iter().map(|id| text(*id, &told[id], &gallery)).collect();
                say(&stories.join("\n"));
                if let Some(since) = since {
                    tell(&format!(
                        "this clone has only the commits since {}; `git fetch --unshallow` gets the others\n",
                        time::date(since, &gallery.site.time_zone)
                    ));
                }
            }
            Format::Json => {
                let awards: Vec<Value> = order.iter().map(|id| as_json(*id, &told[id], &gallery)).collect();
                let mut answer = json!({ "awards": awards });
                if let Some(since) = since {
                    answer["commits_since"] = time::format(since).into();
                }
                say(&format!("{answer:#}\n"));
            }
        }
        Ok(Outcome::Fine)
    }
}

/// The award, those that it puts right, and those that put it right; oldest first.
fn related(gallery: &Gallery, id: AssertionId) -> Result<Vec<AssertionId>, Failure> {
    let standing = |id: &AssertionId| gallery.standings.get(id);
    if standing(&id).is_none() {
        return Err(Failure::Refused(format!("no award has the id `{id}`")));
    }
    let mut all = vec![id];
    while let Some(before) = standing(&all[0]).and_then(|it| it.supersedes).filter(|it| !all.contains(it)) {
        all.insert(0, before);
    }
    let last = |all: &[AssertionId]| all.last().copied();
    while let Some(after) =
        last(&all).and_then(|it| standing(&it)).and_then(|it| it.superseded_by).filter(|it| !all.contains(it))
    {
        all.push(after);
    }
    Ok(all)
}

/// What an erased award once was stays in git only, and is not told.
fn tellable(story: &Story) -> Vec<&Happening> {
    let is_erased = story.happenings.iter().any(|it| it.what == What::Erased);
    story.happenings.iter().filter(|it| !is_erased || matches!(it.what, What::Signed | What::Erased)).collect()
}

fn facts<'a>(happening: &'a Happening, story: &Story) -> Vec<&'a (&'static str, String)> {
    let is_erased = story.happenings.iter().any(|it| it.what == What::Erased);
    happening.facts.iter().filter(|_| !is_erased).collect()
}

fn text(id: AssertionId, story: &Story, gallery: &Gallery) -> String {
    let zone = &gallery.site.time_zone;
    let mut text = format!("{id}\n");
    for it in tellable(story) {
        let facts = facts(it, story);
        let fact = |key: &str| facts.iter().find(|(name, _)| *name == key).map(|(_, value)| value.as_str());
        let mut line = it.what.as_str().to_owned();
        if let Some(until) = fact("until") {
            let until = time::parse(until, zone).map_or(until.to_owned(), |it| time::last_date(it, zone).to_string());
            line.push_str(&format!(" until {until}"));
        }
        if let Some(by) = fact("by") {
            line.push_str(&format!(" by {by}"));
        }
        if let Some(reason) = fact("reason") {
            line.push_str(&format!(": {reason}"));
        }
        if let Some(nominator) = fact("nominator") {
            let word = if it.what == What::Nominated { "by" } else { "as nominated by" };
            line.push_str(&format!(" {word} {nominator}"));
        }
        if let Some(file) = fact("file") {
            line.push_str(&format!(" ({file})"));
        }
        text.push_str(&format!("\n  {}  {line}\n", time::date(it.at, zone)));
        if let Some(reviewers) = fact("reviewers") {
            text.push_str(&format!("              agreed: {reviewers}\n"));
        }
        if let Some(request) = fact("request") {
            text.push_str(&format!("              {request}\n"));
        }
        match &it.commit {
            Some(commit) => {
                let id = &commit.id[..12.min(commit.id.len())];
                text.push_str(&format!("              commit {id} of {}: {}\n", commit.author, commit.subject));
                if let Some(page) = page(gallery, &commit.id) {
                    text.push_str(&format!("              {page}\n"));
                }
            }
            None if story.since.is_some() => text.push_str("              its commit is not in this clone\n"),
            None => text.push_str("              not committed yet\n"),
        }
    }
    text
}

fn page(gallery: &Gallery, commit: &str) -> Option<String> {
    pipeline::commit_page(gallery.site.repository.as_deref()?, commit)
}

fn as_json(id: AssertionId, story: &Story, gallery: &Gallery) -> Value {
    let happenings: Vec<Value> = tellable(story)
        .into_iter()
        .map(|it| {
            let mut map = Map::new();
            map.insert("what".to_owned(), it.what.as_str().into());
            map.insert("at".to_owned(), time::format(it.at).into());
            for (key, value) in facts(it, story) {
                let value = match *key {
                    "reviewers" => value.split(", ").map(Value::from).collect(),
                    _ => Value::from(value.as_str()),
                };
                map.insert((*key).to_owned(), value);
            }
            if let Some(commit) = &it.commit {
                map.insert("commit".to_owned(), commit.id.as_str().into());
                map.insert("author".to_owned(), commit.author.as_str().into());
                map.insert("message".to_owned(), commit.subject.as_str().into());
                map.extend(page(gallery, &commit.id).map(|it| ("url".to_owned(), it.into())));
            }
            Value::from(map)
        })
        .collect();
    json!({ "id": id.as_str(), "story": happenings })
}
