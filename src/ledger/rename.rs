//! To rename a badge or somebody's page: the old addresses lead to the new ones, for ever.
//!
//! What was signed stays where it lies and as it is: it names the badge by the address that it had on the day.

use super::Refused;
use crate::{
    disk::Change,
    model::{Gallery, Slug},
};
use std::collections::{BTreeMap, BTreeSet};
use toml_edit::{Array, DocumentMut, Item, value};

/// What is renamed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A badge.
    Badge,
    /// Somebody's page.
    Person,
}

impl Named {
    fn folder(self) -> &'static str {
        match self {
            Self::Badge => "badges",
            Self::Person => "people",
        }
    }
}

/// Whether `old` can be called `new`; a sentence, when it cannot.
fn renamable(gallery: &Gallery, what: Named, old: &str, new: &str) -> Result<(Slug, Slug), Refused> {
    let (noun, known, former): (_, Vec<&Slug>, _) = match what {
        Named::Badge => ("badge", gallery.badges.keys().collect(), &gallery.former_badges),
        Named::Person => ("person", gallery.people.keys().collect(), &gallery.former_people),
    };
    let find = |name: &str| known.iter().find(|it| it.as_str() == name).map(|it| (*it).clone());
    let Some(old) = find(old) else {
        if let Some((_, now)) = former.iter().find(|(it, _)| it.as_str() == old) {
            return Err(Refused(format!("the {noun} `{old}` is called `{now}` now")));
        }
        let near = crate::diagnostic::closest(old, known.iter().map(|it| it.as_str()));
        return Err(Refused(match near {
            Some(near) => format!("no {noun} is called `{old}`; did you mean `{near}`?"),
            None => format!("no {noun} is called `{old}`"),
        }));
    };
    if find(new).is_some() {
        return Err(Refused(format!("another {noun} is called `{new}` already")));
    }
    let new: Slug = new.parse().map_err(|flaw: crate::model::NameError| Refused(flaw.0))?;
    match former.get(&new) {
        Some(other) if *other != old => {
            Err(Refused(format!("`{new}` was the name of `{other}` before, and its addresses lead there")))
        }
        _ => Ok((old, new)),
    }
}

/// Which names stand for which: of each pair, the old one can be called by the new one, and no name stands in two.
///
/// # Errors
///
/// A sentence, when one cannot, or when a list names something twice: it could be read in more than one way.
pub fn all_renamable(
    gallery: &Gallery,
    what: Named,
    pairs: &[(String, String)],
) -> Result<BTreeMap<Slug, Slug>, Refused> {
    let mut seen = BTreeSet::new();
    let mut names = BTreeMap::new();
    for (old, new) in pairs {
        let (from, to) = renamable(gallery, what, old, new)?;
        if let Some(twice) = [old, new].into_iter().find(|it| !seen.insert(*it)) {
            return Err(Refused(format!("`{twice}` stands in the list twice; rename it in a list of its own")));
        }
        names.insert(from, to);
    }
    Ok(names)
}

/// Renames each old name to its new one: `files` are those that lie in the folder under the old names, and those that may
/// name them, by path.
///
/// # Errors
///
/// When one of them is not TOML.
pub fn rename(
    what: Named,
    names: &BTreeMap<Slug, Slug>,
    mut files: BTreeMap<String, Vec<u8>>,
) -> Result<Change, Refused> {
    let mut change = Change::default();
    for (old, new) in names {
        let one = rename_one(what, old, new, &files)?;
        for path in one.remove {
            files.remove(&path);
            // It may have named another one that was renamed before it.
            change.write.remove(&path);
            change.remove.push(path);
        }
        files.extend(one.write.clone());
        change.write.extend(one.write);
    }
    Ok(change)
}

fn rename_one(what: Named, old: &Slug, new: &Slug, files: &BTreeMap<String, Vec<u8>>) -> Result<Change, Refused> {
    let folder = what.folder();
    let own = format!("{folder}/{old}.");
    let mut change = Change::default();
    for (path, bytes) in files {
        if let Some(ending) = path.strip_prefix(&own) {
            let bytes = if ending == "toml" { with_old_name(path, bytes, old, new)? } else { bytes.clone() };
            change.write.insert(format!("{folder}/{new}.{ending}"), bytes);
            change.remove.push(path.clone());
        } else if what == Named::Badge
            && let Some(bytes) = naming(path, bytes, old, new)?
        {
            change.write.insert(path.clone(), bytes);
        }
    }
    Ok(change)
}

/// The file with the old name among those of before.
fn with_old_name(path: &str, bytes: &[u8], old: &Slug, new: &Slug) -> Result<Vec<u8>, Refused> {
    let mut document = parse(path, bytes)?;
    let mut former = document.get("previous").and_then(Item::as_array).cloned().unwrap_or_default();
    // Who takes an old name back no longer has it as an old one.
    former.retain(|it| it.as_str() != Some(new.as_str()));
    former.push(old.as_str());
    document.insert("previous", value(former));
    Ok(document.to_string().into_bytes())
}

/// A nomination or another badge that names the old one, with the new name.
fn naming(path: &str, bytes: &[u8], old: &Slug, new: &Slug) -> Result<Option<Vec<u8>>, Refused> {
    let is_named = |it: &toml_edit::Value| it.as_str() == Some(old.as_str());
    let mut document = parse(path, bytes)?;
    let mut changed = false;
    if path.starts_with("nominations/")
        && let Some(named) = document.get_mut("badge").and_then(Item::as_value_mut).filter(|it| is_named(it))
    {
        put(named, new);
        changed = true;
    }
    if let Some(related) = document.get_mut("related").and_then(Item::as_array_mut) {
        for named in Array::iter_mut(related).filter(|it| is_named(it)) {
            put(named, new);
            changed = true;
        }
    }
    Ok(changed.then(|| document.to_string().into_bytes()))
}

fn put(at: &mut toml_edit::Value, new: &Slug) {
    let decor = at.decor().clone();
    *at = new.as_str().into();
    *at.decor_mut() = decor;
}

fn parse(path: &str, bytes: &[u8]) -> Result<DocumentMut, Refused> {
    let text = std::str::from_utf8(bytes).map_err(|_| Refused(format!("`{path}` is not UTF-8")))?;
    text.parse().map_err(|error: toml_edit::TomlError| Refused(format!("`{path}` is not TOML: {}", error.message())))
}
