//! The pages of a site: of the example, and of small repositories made for one question each.

#![allow(clippy::unwrap_used, reason = "a test that cannot make its files has failed")]

#[path = "../common/mod.rs"]
mod common;

mod example;
mod holder;
mod look;
mod parts;
mod languages;
