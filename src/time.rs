//! Dates and times: what people write, and the one form that is signed.
//!
//! No function here reads a clock; `main` does, and passes the time on.

pub use jiff::Timestamp;
use jiff::{civil, tz::TimeZone};

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

/// Writes `time` as the profile signs it: UTC, whole seconds, `Z` (`2026-05-04T18:30:00Z`).
///
/// Source: XML Schema dateTimeStamp, as Verifiable Credentials Data Model 2.0, 4.9 asks.
#[must_use]
pub fn format(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}
