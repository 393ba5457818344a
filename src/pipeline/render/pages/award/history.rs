//! What happened to an award, who decided it, and where to report a mistake.

use super::{ROOT, is_web};
use crate::{
    model::{Assertion, Event, Issuer, Review},
    pipeline::render::{Kit, percent::encode},
    theme::page::{HistoryRow, Link, ReviewView},
    time::Timestamp,
};
use std::borrow::Cow;

impl<'a> Kit<'a> {
    /// What the ledger says of it, oldest first.
    pub(super) fn history(&self, assertion: &Assertion) -> Vec<HistoryRow<'a>> {
        let row = |at, what, reason| HistoryRow { at: self.calendar.day(at), what: self.words.get(what), reason };
        let events = self.events.get(&assertion.id).map_or(&[][..], Vec::as_slice);
        let mut rows = vec![row(assertion.awarded, "history-awarded", None)];
        if let Some(nominated) = reviewed(events).and_then(|it| it.nominated) {
            // What was earned long before is nominated afterwards.
            let place = usize::from(nominated > assertion.awarded);
            rows.insert(place, row(nominated, "history-nominated", None));
        }
        for (at, event) in events {
            let (what, reason) = match event {
                Event::Awarded { .. } => ("history-signed", None),
                Event::Revoked { reason } => ("history-revoked", Some(reason.as_str())),
                Event::Reinstated { reason } => ("history-reinstated", Some(reason.as_str())),
                Event::Renewed { .. } => ("history-renewed", None),
                Event::Resealed { .. } => ("history-resealed", None),
                Event::Corrected { reason, .. } => ("history-corrected", Some(reason.as_str())),
                Event::Erased { .. } => continue,
            };
            rows.push(row(*at, what, reason));
        }
        rows
    }

    /// Who asked for it and who agreed.
    pub(super) fn review(&self, assertion: &Assertion) -> Option<ReviewView<'a>> {
        let review = reviewed(self.events.get(&assertion.id)?)?;
        Some(ReviewView {
            nominator: review.nominator.as_deref().map(|it| self.somebody(it)),
            reviewers: review.reviewers.iter().map(|it| self.somebody(it)).collect(),
            request: review.request.as_deref().filter(|url| is_web(url)),
        })
    }

    /// A person by the name they chose to publish, else by their profile, else as they called themselves.
    fn somebody(&self, name: &'a str) -> Link<'a> {
        let person = self.gallery.people.values().find(|it| it.identities.iter().any(|known| known == name));
        if let Some(person) = person {
            let url = format!("{ROOT}people/{}/index.html", person.slug);
            return Link { name: Cow::Borrowed(&person.name), url: Cow::Owned(url) };
        }
        match name.split_once("://") {
            Some((_, rest)) if is_web(name) => {
                Link { name: Cow::Borrowed(rest.trim_end_matches('/')), url: Cow::Borrowed(name) }
            }
            _ => {
                let account = name.strip_prefix('@').and_then(|it| self.forge.as_ref()?.account(it));
                Link { name: Cow::Borrowed(name), url: account.unwrap_or_default().into() }
            }
        }
    }

    /// Where to report a mistake: the form at the git host, else a letter to the issuer, else the repository's page.
    pub(super) fn report(&self, assertion: &Assertion, issuer: &Issuer, name: &str, url: &str) -> Option<String> {
        let title = self.words.plain("report-title", &[("id", assertion.id.to_string().into())]);
        let body = format!("{name}: {url}\n\n{}\n", self.words.get("report-body"));
        let letter = |email: &String| format!("mailto:{email}?subject={}&body={}", encode(&title), encode(&body));
        let forge = self.forge.as_ref();
        forge
            .and_then(|it| it.report(&title, &body))
            .or_else(|| issuer.email.as_ref().map(letter))
            .or_else(|| forge.map(|it| it.page().to_owned()))
    }
}

/// What the ledger says of the request and the review.
fn reviewed<'e>(events: &[(Timestamp, &'e Event)]) -> Option<&'e Review> {
    events.iter().find_map(|(_, event)| match event {
        Event::Awarded { review, .. } => review.as_deref(),
        _ => None,
    })
}
