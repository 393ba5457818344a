//! What others published, asked for over a network of one machine: `verify --online` and `rebuild-check`.

#![allow(clippy::unwrap_used, reason = "in a test, whatever fails should say so at once")]

#[path = "../common/mod.rs"]
mod common;
mod online;
mod rebuild;
mod server;
