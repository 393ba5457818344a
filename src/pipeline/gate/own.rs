//! Whether a change of a person's file is in that person's own hands.

use super::{Opinion, Request, Reviewed, approval::same_page};
use crate::model::{Gallery, Slug};
use std::collections::BTreeMap;

/// Whether a change of a person's file is that person's: an account of theirs made it or agrees to it, and it claims no
/// award or account that was not theirs before. A hash of an address tells nobody whose it is.
pub(super) fn is_own(
    path: &str,
    request: &Request,
    latest: &BTreeMap<String, &Reviewed>,
    before: Option<&Gallery>,
    after: &Gallery,
) -> bool {
    let person = |gallery: &'_ Gallery| {
        let slug = path.strip_prefix("people/")?.strip_suffix(".toml")?.parse::<Slug>().ok()?;
        gallery.people.get(&slug).cloned()
    };
    let (was, is) = (before.and_then(person), person(after));
    let Some(known) = was.as_ref().or(is.as_ref()) else { return false };
    let agree = |it: &&&Reviewed| it.opinion == Opinion::Approved && it.commit == request.head;
    let mut accounts = std::iter::once(&request.author).chain(latest.values().filter(agree).map(|it| &it.by));
    let Some(own) = accounts.find(|it| known.identities.iter().any(|identity| same_page(identity, &it.url))) else {
        return false;
    };
    is.is_none_or(|is| {
        let was_theirs = |identity| was.as_ref().is_some_and(|was| was.identities.contains(identity));
        is.awards.iter().all(|id| was.as_ref().is_some_and(|was| was.awards.contains(id)))
            && is.identities.iter().all(|it| was_theirs(it) || same_page(it, &own.url))
    })
}
