//! What becomes of awards and badges over the years, through the real commands: exact words, and a site after each.

#![allow(clippy::unwrap_used, reason = "in a test, whatever fails should say so at once")]

#[path = "../common/mod.rs"]
mod common;
mod kit;
mod nominate;
mod sign;
mod log;
mod announce;
mod year;
mod preview;
mod person;
mod renew;
mod reseal;
mod parallel;
mod correct;
mod forget;
mod retire;
mod rename;
mod zone;
mod whole;
