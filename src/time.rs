//! Dates and times: what people write, and the one form that is signed.
//!
//! No function here reads a clock; `main` does, and passes the time on.

pub use jiff::Timestamp;
use jiff::{SignedDuration, civil, tz::TimeZone};

/// Reads an RFC 3339 date or date-time, as TOML and the command line have it.
///
/// What lacks a zone is taken to be in `zone`; a date alone is its first moment.
///
/// # Errors
///
/// A sentence for the author when `text` is neither.
pub fn parse(text: &str, zone: &TimeZone) -> Result<Timestamp, String> {
    if let Ok(instant) = text.parse::<Timestamp>() {
        return Ok(instant);
    }
    let local = text
        .parse::<civil::DateTime>()
        .or_else(|_| text.parse::<civil::Date>().map(|date| date.to_datetime(civil::Time::midnight())));
    match local {
        Ok(local) => zone.to_timestamp(local).map_err(|_| format!("`{text}` is outside the range of dates")),
        Err(_) => Err(format!("`{text}` is not a date such as 2026-05-04 or 2026-05-04T18:30:00Z")),
    }
}

/// As [`parse`], of an end: whoever names a day means the whole of it, so it ends where the next one begins.
///
/// # Errors
///
/// As [`parse`].
pub fn parse_end(text: &str, zone: &TimeZone) -> Result<Timestamp, String> {
    let instant = parse(text, zone)?;
    if !text.bytes().all(|it| it.is_ascii_digit() || b"+-".contains(&it)) {
        return Ok(instant);
    }
    let next = date(instant, zone).tomorrow().and_then(|it| zone.to_timestamp(it.to_datetime(civil::Time::midnight())));
    next.map_err(|_| format!("`{text}` is outside the range of dates"))
}

/// What [`parse`] reads as `time`: a day where it begins with one.
#[must_use]
pub fn write(time: Timestamp, zone: &TimeZone) -> String {
    match zone.to_datetime(time) {
        local if local.time() == civil::Time::midnight() => local.date().to_string(),
        _ => format(time),
    }
}

/// What [`parse_end`] reads as `end`: a day where it ends with one.
#[must_use]
pub fn write_end(end: Timestamp, zone: &TimeZone) -> String {
    match zone.to_datetime(end).time() == civil::Time::midnight() {
        true => last_date(end, zone).to_string(),
        false => format(end),
    }
}

/// Writes `time` as the profile signs it: UTC, whole seconds, `Z` (`2026-05-04T18:30:00Z`).
///
/// Source: XML Schema dateTimeStamp, as Verifiable Credentials Data Model 2.0, 4.9 asks.
#[must_use]
pub fn format(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// Reads an XML Schema `dateTimeStamp`: a date-time with its zone and nothing left out, as signed documents have it.
///
/// Years have four digits. `24:00:00`, leap seconds and local times are refused, because implementations read them
/// differently. What comes after the last moment that we can count to (in the last days of 9999) is that moment, and of a
/// second no more than its milliseconds counts: browsers know no other.
///
/// # Errors
///
/// A sentence when `text` is anything else.
pub fn parse_stamp(text: &str) -> Result<Timestamp, String> {
    let refuse = || format!("`{text}` is no date-time with a zone, such as 2026-05-04T18:30:00Z");
    let digits_in_place = |form: &str, text: &[u8]| {
        form.len() == text.len()
            && form.bytes().zip(text).all(|(form, it)| if form == b'0' { it.is_ascii_digit() } else { form == *it })
    };
    let (time, rest) = text.as_bytes().split_at_checked(19).ok_or_else(refuse)?;
    let zone = match rest {
        [b'.', rest @ ..] => {
            let digits = rest.iter().take_while(|it| it.is_ascii_digit()).count();
            if !(1..=9).contains(&digits) {
                return Err(refuse());
            }
            &rest[digits..]
        }
        _ => rest,
    };
    let zone_is_given = zone == b"Z" || digits_in_place("+00:00", zone) || digits_in_place("-00:00", zone);
    if !digits_in_place("0000-00-00T00:00:00", time) || !zone_is_given || &time[17..] == b"60" {
        return Err(refuse());
    }
    let is_beyond = || text.strip_prefix("9999").is_some_and(|rest| format!("1999{rest}").parse::<Timestamp>().is_ok());
    let moment = match text.parse::<Timestamp>() {
        Err(_) if is_beyond() => Timestamp::MAX,
        parsed => parsed.map_err(|_| refuse())?,
    };
    let milliseconds = moment.as_nanosecond().div_euclid(1_000_000);
    Ok(Timestamp::from_nanosecond(milliseconds * 1_000_000).unwrap_or(moment))
}

/// The day of `time`, where people live in `zone`.
#[must_use]
pub fn date(time: Timestamp, zone: &TimeZone) -> civil::Date {
    zone.to_datetime(time).date()
}

/// The last day of what ends at `end` (exclusive): what ends at midnight ended the day before.
#[must_use]
pub fn last_date(end: Timestamp, zone: &TimeZone) -> civil::Date {
    date(end.checked_sub(SignedDuration::from_secs(1)).unwrap_or(end), zone)
}

/// Writes a day for readers: `4 May 2026`.
#[must_use]
pub fn in_words(day: civil::Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_date_times_with_a_zone_are_stamps() {
        for good in ["2026-05-04T18:30:00Z", "2026-05-04T20:30:00+02:00", "2026-05-04T18:30:00.000000000-00:00"] {
            assert_eq!(parse_stamp(good).map(format), Ok("2026-05-04T18:30:00Z".into()), "{good}");
        }
        for bad in [
            "",
            "2026-05-04",
            "2026-05-04T18:30:00",
            "2026-05-04T18:30Z",
            "2026-05-04 18:30:00Z",
            "2026-05-04t18:30:00z",
            "2026-05-04T18:30:00.Z",
            "2026-05-04T18:30:00,5Z",
            "2026-05-04T18:30:60Z",
            "2026-05-04T24:00:00Z",
            "2026-02-30T18:30:00Z",
            "2026-05-04T18:30:00+0200",
            "2026-05-04T18:30:00+02",
            "2026-05-04T18:30:00Z[Europe/Berlin]",
            "+002026-05-04T18:30:00Z",
            "2026-05-04T18:30:00é",
            "9999-02-29T00:00:00Z",
            "9999-12-31T23:59:59+99:00",
        ] {
            assert!(parse_stamp(bad).is_err(), "{bad}");
        }
        for end in ["9999-12-31T23:59:59Z", "9999-12-31T23:59:59.999-12:00"] {
            assert_eq!(parse_stamp(end).map(|it| it.as_millisecond()), Ok(Timestamp::MAX.as_millisecond()), "{end}");
        }
        assert_eq!(parse_stamp("2026-05-04T18:30:00.0009Z"), parse_stamp("2026-05-04T18:30:00Z"));
    }

    #[test]
    fn a_day_that_ends_something_counts_whole_where_people_live() {
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        for (text, end, written) in [
            ("2026-12-31", "2026-12-31T23:00:00Z", "2026-12-31"),
            ("2026-06-30", "2026-06-30T22:00:00Z", "2026-06-30"),
            // These days have 23 and 25 hours.
            ("2026-03-29", "2026-03-29T22:00:00Z", "2026-03-29"),
            ("2026-10-25", "2026-10-25T23:00:00Z", "2026-10-25"),
            ("2027-01-01T00:00:00", "2026-12-31T23:00:00Z", "2026-12-31"),
            ("2026-12-31T18:30", "2026-12-31T17:30:00Z", "2026-12-31T17:30:00Z"),
            ("2026-12-31T00:00:00Z", "2026-12-31T00:00:00Z", "2026-12-31T00:00:00Z"),
        ] {
            let read = parse_end(text, &berlin).unwrap();
            assert_eq!((format(read).as_str(), write_end(read, &berlin).as_str()), (end, written), "{text}");
        }
        let begins = parse("2026-12-31", &berlin).unwrap();
        assert_eq!((format(begins), write(begins, &berlin)), ("2026-12-30T23:00:00Z".into(), "2026-12-31".into()));
        assert_eq!(in_words(date(begins, &berlin)), "31 December 2026");
        assert_eq!(in_words(last_date(begins, &berlin)), "30 December 2026");
        // Midnight is left out where clocks are put forward at it.
        let beirut = TimeZone::get("Asia/Beirut").unwrap();
        let end = parse_end("2026-03-28", &beirut).unwrap();
        assert_eq!(
            (format(end), last_date(end, &beirut).to_string()),
            ("2026-03-28T22:00:00Z".into(), "2026-03-28".into())
        );
    }
}
