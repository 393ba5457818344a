//! Dates in words.

use crate::{
    theme::page::Moment,
    time::{self, Timestamp},
    words::Words,
};
use jiff::{civil::DateTime, tz::TimeZone};

/// A calendar in the zone of the site: an award of 4 May says 4 May, wherever the site was built.
#[derive(Debug, Clone)]
pub(super) struct Calendar<'a> {
    zone: TimeZone,
    words: &'a Words,
}

impl<'a> Calendar<'a> {
    pub(super) fn new(zone: &TimeZone, words: &'a Words) -> Self {
        Self { zone: zone.clone(), words }
    }

    /// Date and time in the site's zone.
    pub(super) fn local(&self, at: Timestamp) -> DateTime {
        self.zone.to_datetime(at)
    }

    /// `4 May 2026`.
    pub(super) fn date(&self, at: Timestamp) -> String {
        self.words.day(self.local(at).date())
    }

    /// The day, with `4 May 2026` as its words.
    pub(super) fn day(&self, at: Timestamp) -> Moment {
        Moment { iso: time::format(at), text: self.date(at) }
    }

    /// The last moment of what ends at `end` (exclusive), to the second where that tells on which day: what ends at
    /// midnight ended the day before.
    pub(super) fn last(&self, end: Timestamp) -> DateTime {
        let midnight = self.local(end).time() == jiff::civil::Time::midnight();
        let last = if midnight { end.checked_sub(jiff::SignedDuration::from_secs(1)).unwrap_or(end) } else { end };
        self.local(last)
    }

    /// The last day of what ends at `end` (exclusive): what ends at midnight ended the day before.
    pub(super) fn last_day(&self, end: Timestamp) -> Moment {
        Moment { iso: time::format(end), text: self.words.day(self.last(end).date()) }
    }
}

/// The moment, with `4 May 2026, 18:30 UTC` as its words: the same for every reader.
pub(super) fn utc(at: Timestamp, words: &Words) -> Moment {
    let calendar = Calendar::new(&TimeZone::UTC, words);
    let local = calendar.local(at);
    let time = format!("{:02}:{:02}", local.hour(), local.minute());
    let text = words.plain("date-time", &[("date", calendar.date(at).into()), ("time", time.into())]);
    Moment { iso: time::format(at), text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::english;

    #[test]
    fn a_day_is_the_day_where_the_community_is() {
        let zone = TimeZone::fixed(jiff::tz::offset(2));
        let midnight = "2026-05-03T22:00:00Z".parse().expect("a time");
        assert_eq!(Calendar::new(&zone, english()).date(midnight), "4 May 2026");
        assert_eq!(Calendar::new(&zone, english()).last_day(midnight).text, "3 May 2026");
        assert_eq!(utc(midnight, english()).text, "3 May 2026, 22:00 UTC");
    }
}
