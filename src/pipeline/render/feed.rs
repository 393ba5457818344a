//! `feed.xml`: the latest awards as an Atom feed (RFC 4287).

use super::{Kit, verdict};
use crate::{
    model::{AwardRef, Event},
    pipeline::plan::FEED,
    theme::markdown::escape,
    time::{self, Timestamp},
    trust::Verdict,
};
use std::fmt::Write as _;

impl Kit<'_> {
    /// `feed.xml`.
    pub(super) fn feed(&self) -> Vec<u8> {
        let latest = &self.plan.newest[..self.plan.newest.len().min(FEED)];
        // A feed says when something in it changed, not when it was built: readers would fetch it in vain.
        let updated = latest.iter().map(|&award| self.updated(award)).max().unwrap_or(self.now);
        let mut feed = format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
             <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n  \
             <id>{}</id>\n  <title>{}</title>\n  <subtitle>{}</subtitle>\n  <updated>{}</updated>\n  \
             <link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n  <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n  \
             <author><name>{}</name></author>\n  <generator version=\"{}\">accolade</generator>\n",
            escape(&self.site.language),
            escape(&self.at("")),
            escape(&xml(&self.site.title)),
            escape(&xml(&self.site.description)),
            time::format(updated),
            escape(&self.at("feed.xml")),
            escape(&self.at("")),
            escape(&xml(&self.site.title)),
            env!("CARGO_PKG_VERSION"),
        );
        for &award in latest {
            self.entry(award, &mut feed);
        }
        feed.push_str("</feed>\n");
        feed.into_bytes()
    }

    fn entry(&self, award: AwardRef, feed: &mut String) {
        let assertion = &self.gallery.assertions[award];
        let badge = self.gallery.badges.get(&assertion.badge).map_or(assertion.badge.as_str(), |it| it.name.as_str());
        let issuer = self.issuer(&assertion.issuer).map_or(assertion.issuer.as_str(), |it| it.name.as_str());
        let url = self.at(&format!("assertions/{}/", assertion.id));
        let title = match self.named(award) {
            Some(name) => self.words.plain("award-title-named", &[("badge", badge.into()), ("recipient", name.into())]),
            None => self.words.plain("feed-title", &[("badge", badge.into())]),
        };
        let mut summary = self.words.plain(
            "feed-summary",
            &[("issuer", issuer.into()), ("date", self.calendar.date(assertion.awarded).into())],
        );
        let standing = self.plan.verified.verdict(award);
        if *standing != Verdict::Valid {
            let view =
                verdict::view(standing, assertion.valid_until, self.now, &self.calendar, self.words, &self.built);
            let reason = view.reason.iter().flat_map(|it| [" ", it]);
            summary.extend([" ", &view.text].into_iter().chain(reason));
        }
        let (at, updated) = (time::format(assertion.awarded), time::format(self.updated(award)));
        // Writing to a string does not fail.
        let _ = write!(
            feed,
            "  <entry>\n    <id>{url}</id>\n    <title>{}</title>\n    <updated>{updated}</updated>\n    <published>{at}</published>\n    \
             <link rel=\"alternate\" type=\"text/html\" href=\"{url}\"/>\n    \
             <link rel=\"enclosure\" type=\"application/ld+json\" href=\"{url}credential.json\"/>\n    \
             <author><name>{}</name></author>\n    <summary>{}</summary>\n  </entry>\n",
            escape(&xml(&title)),
            escape(&xml(issuer)),
            escape(&xml(&summary)),
        );
    }
}

impl Kit<'_> {
    /// When there was last something to tell about an award: whoever reads feeds learns so that it was revoked.
    fn updated(&self, award: AwardRef) -> Timestamp {
        let assertion = &self.gallery.assertions[award];
        let events = self.events.get(&assertion.id).into_iter().flatten();
        let told = events.filter(|(_, event)| !matches!(event, Event::Awarded { .. })).map(|(at, _)| *at);
        let ended = match self.plan.verified.verdict(award) {
            Verdict::Expired(at) => Some(*at),
            _ => None,
        };
        told.chain(ended).filter(|at| *at <= self.now).fold(assertion.awarded, Timestamp::max)
    }
}

/// Text without the characters that XML has no way to write (XML 1.0, 2.2).
fn xml(text: &str) -> String {
    text.chars()
        .filter(|c| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..))
        .collect()
}
