//! Addresses that were published, and would no longer answer.
//!
//! What people can point at stays: badges, awards, issuers, renamed people, free pages and files. Lists come and go with
//! what they list, cards are made for whoever shares a link today, and people may take back what they published.

use crate::{
    diagnostic::{Code, Diagnostic, Diagnostics},
    model::Person,
    pipeline::{
        Plan,
        plan::{File, Former},
    },
};
use std::collections::BTreeSet;

/// Reports each file of the repository that has to be there for an address of the `old` site to answer in the `new` one.
pub(super) fn report(old: &Plan<'_>, new: &Plan<'_>, problems: &mut Diagnostics) {
    let answered: BTreeSet<&str> = new.files.iter().map(|(path, _)| &**path).collect();
    let mut told = BTreeSet::new();
    for (path, file) in old.files.iter().filter(|(path, _)| !answered.contains(&**path)) {
        let Some((source, help)) = maker(path, *file, old, new) else { continue };
        // Pages and documents of one thing go together, and lie in one folder.
        let thing = match file {
            File::Static { .. } => path,
            _ => path.rsplit_once('/').map_or(&**path, |(folder, _)| folder),
        };
        if !told.insert(thing) {
            continue;
        }
        let address = new.verified.gallery().site.base_url.join(path.trim_end_matches("index.html"));
        let message = format!("`{address}` would no longer answer");
        problems.push(Diagnostic::error(Code::VanishedUrl, message).file(source).help(help));
    }
}

/// The file that makes an address, and how the address can go on answering; `None` if it need not.
fn maker(path: &str, file: File, old: &Plan<'_>, new: &Plan<'_>) -> Option<(String, String)> {
    let name = path.split('/').nth(1).unwrap_or_default();
    Some(match file {
        File::Badge { page: 0, .. } | File::Achievement { .. } | File::BadgeClass { .. } => (
            format!("badges/{name}.toml"),
            "links to it are out in the world: bring the file back; `accolade retire` ends a badge, and `accolade rename \
             badge` gives it another name"
                .to_owned(),
        ),
        File::Award { award } => (
            old.verified.gallery().assertions.get(award as usize)?.path.clone(),
            "links to it are out in the world: bring the file back; `accolade revoke` takes an award back, and `accolade \
             forget` erases it"
                .to_owned(),
        ),
        File::Erased { .. } => (
            format!("assertions/{name}"),
            "an erased award leaves a page that says so: bring its entry in the ledger back".to_owned(),
        ),
        File::Issuer { page: 0, .. } | File::Did { .. } | File::Profile { .. } | File::HostedIssuer { .. } => (
            format!("issuers/{name}.toml"),
            "whoever checks an award asks there for the issuer's keys: bring the file back".to_owned(),
        ),
        File::Logo { .. } => {
            let source = format!("issuers/{name}.{}", path.rsplit('.').next().unwrap_or_default());
            let help = format!("signed awards show this logo: leave one at `{source}`");
            (source, help)
        }
        File::StatusList { .. } => (
            path.to_owned(),
            "awards name this status list: `accolade reseal` makes it anew from the ledger".to_owned(),
        ),
        File::Moved { former, page: 0 } => moved(old.former.get(former as usize)?, new)?,
        File::FormerAchievement { former } | File::FormerBadgeClass { former } => {
            moved(old.former.get(former as usize)?, new)?
        }
        File::Person { page: 0, .. } => renamed(name, old, new)?,
        File::Page { .. } => {
            let source = format!("pages/{}.md", path.split('/').next().unwrap_or_default());
            let help = format!("a page that was published stays: leave one at `{source}` that says where it went");
            (source, help)
        }
        File::Static { .. } => {
            let source = format!("static/{path}");
            let help = format!("a file that was published stays: leave it at `{source}`, or what has taken its place");
            (source, help)
        }
        _ => return None,
    })
}

/// A former name that is no longer told, of something that is still there.
fn moved(former: &Former, new: &Plan<'_>) -> Option<(String, String)> {
    let Former { folder, old, now, .. } = former;
    let gallery = new.verified.gallery();
    let is_there = match *folder {
        "people" => gallery.people.contains_key(now),
        _ => true,
    };
    let source = format!("{folder}/{now}.toml");
    let help =
        format!("it was called `{old}` before: `previous = [\"{old}\"]` lets the old address lead to the new one");
    is_there.then_some((source, help))
}

/// Somebody whose file has another name now, which it does not say. Whoever is gone may be gone.
fn renamed(name: &str, old: &Plan<'_>, new: &Plan<'_>) -> Option<(String, String)> {
    let (before, after) = (&old.verified.gallery().people, &new.verified.gallery().people);
    let was = before.iter().find(|(slug, _)| slug.as_str() == name)?.1;
    let is_same = |it: &Person| {
        it.name == was.name
            || it.identities.iter().any(|identity| was.identities.contains(identity))
            || it.awards.iter().any(|id| was.awards.contains(id))
    };
    let (now, _) = after.iter().find(|(slug, it)| !before.contains_key(*slug) && is_same(it))?;
    let help = format!("`previous = [\"{name}\"]` there lets the old address lead to the new one");
    Some((format!("people/{now}.toml"), help))
}
