//! What somebody who opens a pull request may try, and what comes of it.
//!
//! Every test drives the real program on a small guild's repository, which is genuine until the test changes it.
#![allow(clippy::unwrap_used, reason = "a test that cannot make its files has failed")]

#[path = "../common/mod.rs"]
mod common;
mod kit;

mod files;
mod forged;
mod shown;
