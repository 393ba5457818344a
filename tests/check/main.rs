//! What `accolade check` says, word for word, by what it is about.

#![allow(clippy::unwrap_used, reason = "a test that cannot make its files has failed")]

#[path = "../common/mod.rs"]
mod common;

mod repository;
mod files;
mod site;
mod issuers;
mod badges;
mod people;
mod nominations;
mod assertions;
mod pages;
mod gate;
mod reviewers;
mod lints;
mod online;
mod hook;
mod sentences;
mod codes;
