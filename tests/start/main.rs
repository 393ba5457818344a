//! How a community starts: `init`, what it writes for the host, and how that is kept up to date.

#![allow(clippy::unwrap_used, reason = "a test that cannot make its files has failed")]

#[path = "../common/mod.rs"]
mod common;

mod init;
mod update;
mod codeowners;
mod due;
mod workflows;
