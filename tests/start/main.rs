//! How a community starts: `init`, what it writes for the host, and how that is kept up to date.

#[path = "../common/mod.rs"]
mod common;

mod init;
mod update;
mod codeowners;
mod due;
mod workflows;
