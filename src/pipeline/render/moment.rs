//! Dates in words.

use crate::{
    theme::page::Moment,
    time::{self, Timestamp},
};
use jiff::{civil::DateTime, tz::TimeZone};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A calendar in the zone of the site: an award of 4 May says 4 May, wherever the site was built.
#[derive(Debug, Clone)]
pub(super) struct Calendar {
    zone: TimeZone,
}

impl Calendar {
    pub(super) fn new(zone: &TimeZone) -> Self {
        Self { zone: zone.clone() }
    }

    /// Date and time in the site's zone.
    pub(super) fn local(&self, at: Timestamp) -> DateTime {
        self.zone.to_datetime(at)
    }

    /// `4 May 2026`.
    pub(super) fn date(&self, at: Timestamp) -> String {
        let day = self.local(at);
        let month = usize::try_from(day.month() - 1).ok().and_then(|month| MONTHS.get(month)).unwrap_or(&"");
        format!("{} {month} {}", day.day(), day.year())
    }

    /// The day, with `4 May 2026` as its words.
    pub(super) fn day(&self, at: Timestamp) -> Moment {
        Moment { iso: time::format(at), text: self.date(at) }
    }

    /// The last day of what ends at `end` (exclusive): what ends at midnight ended the day before.
    pub(super) fn last_day(&self, end: Timestamp) -> Moment {
        let midnight = self.local(end).time() == jiff::civil::Time::midnight();
        let last = if midnight { end.checked_sub(jiff::SignedDuration::from_secs(1)).unwrap_or(end) } else { end };
        Moment { iso: time::format(end), text: self.date(last) }
    }
}

/// The moment, with `4 May 2026, 18:30 UTC` as its words: the same for every reader.
pub(super) fn utc(at: Timestamp) -> Moment {
    let calendar = Calendar::new(&TimeZone::UTC);
    let local = calendar.local(at);
    let text = format!("{}, {:02}:{:02} UTC", calendar.date(at), local.hour(), local.minute());
    Moment { iso: time::format(at), text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_the_day_where_the_community_is() {
        let zone = TimeZone::fixed(jiff::tz::offset(2));
        let midnight = "2026-05-03T22:00:00Z".parse().expect("a time");
        assert_eq!(Calendar::new(&zone).date(midnight), "4 May 2026");
        assert_eq!(Calendar::new(&zone).last_day(midnight).text, "3 May 2026");
        assert_eq!(utc(midnight).text, "3 May 2026, 22:00 UTC");
    }
}
