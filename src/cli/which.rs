//! Which awards a command is about: one, or a list of them.

use super::output::Failure;
use crate::{
    disk, ledger,
    model::{AssertionId, Gallery, Slug},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::Read,
    path::{Path, PathBuf},
};

/// The awards that somebody names.
#[derive(Debug, clap::Args)]
pub(super) struct Which {
    /// Which awards: ids, addresses of their pages, or paths of their files; `-` reads them from standard input
    #[arg(value_name = "ID", required_unless_present = "from")]
    awards: Vec<String>,
    /// A file that names them, one on each line
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
}

/// The same, where none has to be named.
#[derive(Debug, clap::Args)]
pub(super) struct WhichIfAny {
    /// Which awards: ids, addresses of their pages, or paths of their files; `-` reads them from standard input
    #[arg(value_name = "ID")]
    awards: Vec<String>,
    /// A file that names them, one on each line
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
}

impl WhichIfAny {
    /// Their ids, if any are named.
    pub(super) fn ids(&self) -> Result<BTreeSet<AssertionId>, Failure> {
        match self.awards.is_empty() && self.from.is_none() {
            true => Ok(BTreeSet::new()),
            false => ids(&self.awards, self.from.as_deref()),
        }
    }
}

impl Which {
    /// Their ids.
    pub(super) fn ids(&self) -> Result<BTreeSet<AssertionId>, Failure> {
        ids(&self.awards, self.from.as_deref())
    }

    /// Their ids, by issuer.
    pub(super) fn by_issuer(&self, gallery: &Gallery) -> Result<BTreeMap<Slug, BTreeSet<AssertionId>>, Failure> {
        by_issuer(gallery, &self.ids()?)
    }
}

/// The same ids, by issuer.
pub(super) fn by_issuer(
    gallery: &Gallery,
    ids: &BTreeSet<AssertionId>,
) -> Result<BTreeMap<Slug, BTreeSet<AssertionId>>, Failure> {
    let mut issuers: BTreeMap<Slug, BTreeSet<AssertionId>> = BTreeMap::new();
    for id in ids {
        issuers.entry(ledger::issuer_of(gallery, *id)?).or_default().insert(*id);
    }
    Ok(issuers)
}

fn ids(named: &[String], from: Option<&Path>) -> Result<BTreeSet<AssertionId>, Failure> {
    let ids: BTreeSet<AssertionId> = all(named, from, &id_in)?.into_iter().collect();
    match ids.is_empty() {
        true => Err(Failure::Refused("the list names no award".to_owned())),
        false => Ok(ids),
    }
}

/// Names of badges: one, or a list of them.
pub(super) fn names(named: &[String], from: Option<&Path>) -> Result<BTreeSet<String>, Failure> {
    let name = |text: &str| {
        let file = text.rsplit(['/', '\\']).next().unwrap_or(text);
        Ok(file.strip_suffix(".toml").unwrap_or(file).to_owned())
    };
    let names: BTreeSet<String> = all(named, from, &name)?.into_iter().collect();
    match names.is_empty() {
        true => Err(Failure::Refused("the list names no badge".to_owned())),
        false => Ok(names),
    }
}

/// Old names and new ones: a pair, or a list of pairs.
pub(super) fn pairs(named: &[String], from: Option<&Path>) -> Result<Vec<(String, String)>, Failure> {
    let pair = |text: &str| match *text.split_whitespace().collect::<Vec<_>>() {
        [old, new] => Ok((old.to_owned(), new.to_owned())),
        _ => Err(Failure::Usage(format!("`{text}` is not an old and a new name"))),
    };
    let pairs = match named {
        [old, new] => vec![(old.clone(), new.clone())],
        _ => all(named, from, &pair)?,
    };
    match pairs.is_empty() {
        true => Err(Failure::Refused("the list names nothing".to_owned())),
        false => Ok(pairs),
    }
}

/// What is named one by one, on standard input, and in a file.
fn all<T>(named: &[String], from: Option<&Path>, read: &dyn Fn(&str) -> Result<T, Failure>) -> Result<Vec<T>, Failure> {
    let mut all = Vec::new();
    for text in named {
        if text == "-" {
            let mut list = String::new();
            std::io::stdin()
                .lock()
                .read_to_string(&mut list)
                .map_err(|_| Failure::Refused("what comes from standard input is not text".to_owned()))?;
            all.extend(listed(&list, "standard input", read)?);
        } else {
            all.push(read(text)?);
        }
    }
    if let Some(file) = from {
        all.extend(in_list(file, read)?);
    }
    Ok(all)
}

pub(super) fn in_file(file: &Path) -> Result<Vec<AssertionId>, Failure> {
    in_list(file, &id_in)
}

fn in_list<T>(file: &Path, read: &dyn Fn(&str) -> Result<T, Failure>) -> Result<Vec<T>, Failure> {
    let name = format!("`{}`", file.display());
    let text = String::from_utf8(disk::read_given(file)?);
    listed(&text.map_err(|_| Failure::Refused(format!("{name} is not a list")))?, &name, read)
}

/// One on each line; empty lines and what follows a `#` and a blank are passed over.
fn listed<T>(text: &str, name: &str, read: &dyn Fn(&str) -> Result<T, Failure>) -> Result<Vec<T>, Failure> {
    let lines = text.lines().enumerate().map(|(n, line)| (n + 1, line.split(" #").next().unwrap_or_default().trim()));
    lines
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        .map(|(n, line)| {
            read(line).map_err(|it| match it {
                Failure::Usage(why) => Failure::Refused(format!("{name}, line {n}: {why}")),
                other => other,
            })
        })
        .collect()
}

/// The id in what somebody names an award by: the id itself, an address on the site, a path in the repository.
pub(super) fn id_in(text: &str) -> Result<AssertionId, Failure> {
    let parts = text.split(['/', '\\', '#', '?']).map(|part| part.strip_suffix(".json").unwrap_or(part));
    let mut ids = parts.filter_map(|part| part.to_lowercase().parse().ok());
    ids.next().ok_or_else(|| {
        Failure::Usage(format!(
            "`{text}` names no award: give its id (20 letters and digits), the address of its page, or its file"
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_award_may_be_named_in_any_way_that_holds_its_id() {
        for text in [
            "0kq8zv5n3x7rj2m4c9td",
            "https://badges.example/sub/assertions/0kq8zv5n3x7rj2m4c9td/",
            "https://badges.example/assertions/0kq8zv5n3x7rj2m4c9td/credential.json",
            "assertions/soldering/0kq8zv5n3x7rj2m4c9td.json",
        ] {
            assert_eq!(id_in(text).unwrap().as_str(), "0kq8zv5n3x7rj2m4c9td", "{text}");
        }
        assert!(id_in("soldering").is_err());
    }
}
