//! Verdicts in words.

use super::moment::Calendar;
use crate::{
    theme::page::{Moment, VerdictView},
    time::Timestamp,
    trust::{SOON, Verdict},
    words::Words,
};
use std::borrow::Cow;

/// The kind of a verdict, and a word or two for lists.
pub(super) fn short<'w>(
    verdict: &Verdict,
    ends: Option<Timestamp>,
    now: Timestamp,
    words: &'w Words,
) -> (&'static str, &'w str) {
    let (kind, key) = match verdict {
        Verdict::Valid if expiring(ends, now) => ("expiring", "verdict-expiring"),
        Verdict::Valid => ("valid", "verdict-valid"),
        Verdict::NotYetValid(_) => ("not-yet-valid", "verdict-not-yet-valid"),
        Verdict::Expired(_) => ("expired", "verdict-expired"),
        Verdict::Suspended => ("suspended", "verdict-suspended"),
        Verdict::Revoked(_) => ("revoked", "verdict-revoked"),
        Verdict::Invalid(_) => ("invalid", "verdict-invalid"),
        Verdict::Unchecked(_) => ("unchecked", "verdict-unchecked"),
    };
    (kind, words.get(key))
}

/// A verdict as the award's page begins with it.
pub(super) fn view<'a>(
    verdict: &'a Verdict,
    ends: Option<Timestamp>,
    now: Timestamp,
    calendar: &Calendar<'a>,
    words: &'a Words,
    checked: &'a Moment,
) -> VerdictView<'a> {
    let (kind, word) = short(verdict, ends, now, words);
    let on = |key, date: String| words.plain(key, &[("date", date.into())]);
    let text = match (verdict, ends) {
        (Verdict::Valid, Some(ends)) if kind == "expiring" => on("verdict-expires-on", calendar.last_day(ends).text),
        (Verdict::NotYetValid(from), _) => on("verdict-not-before", calendar.date(*from)),
        (Verdict::Expired(at), _) => on("verdict-expired-on", calendar.last_day(*at).text),
        (Verdict::Revoked(Some((at, _))), _) => on("verdict-revoked-on", calendar.date(*at)),
        _ => words.plain("verdict-only", &[("verdict", word.into())]),
    };
    let day = match (verdict, ends) {
        (Verdict::Valid, Some(ends)) => Some(calendar.last(ends)),
        (Verdict::Expired(at), _) => Some(calendar.last(*at)),
        (Verdict::NotYetValid(at) | Verdict::Revoked(Some((at, _))), _) => Some(calendar.local(*at)),
        _ => None,
    };
    let reason = match verdict {
        Verdict::Revoked(Some((_, reason))) => Some(sentence(reason)),
        Verdict::Invalid(why) | Verdict::Unchecked(why) => Some(Cow::Owned(sentence(&why.said(words)).into_owned())),
        _ => None,
    };
    let stamp = match verdict {
        Verdict::Valid => None,
        Verdict::Unchecked(_) => Some(words.get("stamp-unchecked")),
        _ => Some(word),
    };
    VerdictView { kind, text, day: day.map(|it| it.date().to_string()), reason, stamp, checked }
}

fn expiring(ends: Option<Timestamp>, now: Timestamp) -> bool {
    ends.is_some_and(|ends| ends.duration_since(now) <= SOON)
}

/// Words of somebody else as a sentence.
fn sentence(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    let first = text.chars().next();
    if text.ends_with(['.', '!', '?', '…']) && !first.is_some_and(char::is_lowercase) {
        return Cow::Borrowed(text);
    }
    let end = if text.ends_with(['.', '!', '?', '…']) { "" } else { "." };
    let mut chars = text.chars();
    Cow::Owned(chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).chain(end.chars()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{pipeline::render::moment, words::english};
    use jiff::tz::TimeZone;

    fn words(verdict: &Verdict, ends: Option<&str>) -> (String, &'static str, Option<String>) {
        let now = "2026-05-04T18:30:00Z".parse().expect("a time");
        let ends = ends.map(|it| it.parse().expect("a time"));
        let checked = moment::utc(now, english());
        let view = view(verdict, ends, now, &Calendar::new(&TimeZone::UTC, english()), english(), &checked);
        (view.text, view.kind, view.reason.map(Cow::into_owned))
    }

    #[test]
    fn every_verdict_is_a_sentence() {
        let at = "2026-05-01T00:00:00Z".parse().expect("a time");
        assert_eq!(words(&Verdict::Valid, None), ("Valid.".into(), "valid", None));
        assert_eq!(
            words(&Verdict::Valid, Some("2026-05-20T00:00:00Z")),
            ("Valid, and expires on 19 May 2026.".into(), "expiring", None)
        );
        assert_eq!(words(&Verdict::Expired(at), None), ("Expired on 30 April 2026.".into(), "expired", None));
        assert_eq!(
            words(&Verdict::Revoked(Some((at, "made out to the wrong person".into()))), None),
            ("Revoked on 1 May 2026.".into(), "revoked", Some("Made out to the wrong person.".into()))
        );
        assert_eq!(words(&Verdict::Revoked(None), None).0, "Revoked.");
    }
}
