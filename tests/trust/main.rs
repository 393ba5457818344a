//! Keys, proofs, status lists and verdicts: against the official vectors, and one mistake at a time.

#![allow(clippy::unwrap_used, reason = "in a test, whatever fails should say so at once")]

#[path = "../common/mod.rs"]
mod common;
mod kit;
mod cases;
mod vectors;
mod derived;
mod fixtures;
mod mistakes;
mod changes;
mod stage;
