//! Verdicts in words.

use super::moment::Calendar;
use crate::{
    theme::page::{Moment, VerdictView},
    time::Timestamp,
    trust::Verdict,
};
use jiff::SignedDuration;
use std::borrow::Cow;

/// An award that ends within this time says so.
const SOON: SignedDuration = SignedDuration::from_hours(30 * 24);

/// The kind of a verdict, and a word or two for lists.
pub(super) fn short(verdict: &Verdict, ends: Option<Timestamp>, now: Timestamp) -> (&'static str, &'static str) {
    match verdict {
        Verdict::Valid if expiring(ends, now) => ("expiring", "Valid, expires soon"),
        Verdict::Valid => ("valid", "Valid"),
        Verdict::NotYetValid(_) => ("not-yet-valid", "Not valid yet"),
        Verdict::Expired(_) => ("expired", "Expired"),
        Verdict::Suspended => ("suspended", "Suspended"),
        Verdict::Revoked(_) => ("revoked", "Revoked"),
        Verdict::Invalid(_) => ("invalid", "Not genuine"),
        Verdict::Unchecked(_) => ("unchecked", "Could not be checked"),
    }
}

/// A verdict as the award's page begins with it.
pub(super) fn view<'a>(
    verdict: &'a Verdict,
    ends: Option<Timestamp>,
    now: Timestamp,
    calendar: &Calendar,
    checked: &'a Moment,
) -> VerdictView<'a> {
    let (kind, word) = short(verdict, ends, now);
    let text = match (verdict, ends) {
        (Verdict::Valid, Some(ends)) if kind == "expiring" => {
            format!("Valid, and expires on {}.", calendar.last_day(ends).text)
        }
        (Verdict::NotYetValid(from), _) => format!("Not valid before {}.", calendar.date(*from)),
        (Verdict::Expired(at), _) => format!("Expired on {}.", calendar.last_day(*at).text),
        (Verdict::Revoked(Some((at, _))), _) => format!("Revoked on {}.", calendar.date(*at)),
        _ => format!("{word}."),
    };
    let reason = match verdict {
        Verdict::Revoked(Some((_, reason))) | Verdict::Invalid(reason) | Verdict::Unchecked(reason) => {
            Some(sentence(reason))
        }
        _ => None,
    };
    let stamp = match verdict {
        Verdict::Valid => None,
        Verdict::NotYetValid(_) => Some("Not valid yet"),
        Verdict::Expired(_) => Some("Expired"),
        Verdict::Suspended => Some("Suspended"),
        Verdict::Revoked(_) => Some("Revoked"),
        Verdict::Invalid(_) => Some("Not genuine"),
        Verdict::Unchecked(_) => Some("Not checked"),
    };
    VerdictView { kind, text, reason, stamp, checked }
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
    use crate::pipeline::render::moment;
    use jiff::tz::TimeZone;

    fn words(verdict: &Verdict, ends: Option<&str>) -> (String, &'static str, Option<String>) {
        let now = "2026-05-04T18:30:00Z".parse().expect("a time");
        let ends = ends.map(|it| it.parse().expect("a time"));
        let checked = moment::utc(now);
        let view = view(verdict, ends, now, &Calendar::new(&TimeZone::UTC), &checked);
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
