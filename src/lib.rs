//! **accolade** turns a git repository of TOML badge definitions and signed assertions into a static
//! website: a gallery, a verification page for every award, issuer profiles, and hosted Open Badges
//! 2.0 and 3.0 documents.
//!
//! # The floor plan
//!
//! A room may use rooms on lower floors, and no others; `tests/house.rs` keeps it so.
//!
//! | floor | rooms |
//! |---|---|
//! | 7 | [`cli`]: what people type, one file per command |
//! | 6 | [`serve`]: the site on this machine, kept up to date |
//! | 5 | [`pipeline`]: load → check → verify → plan → render → write · [`ledger`]: what changes a repository |
//! | 4 | [`theme`]: pages and the templates they fill · [`openbadges`]: 2.0, 3.0, baking · [`art`]: pictures |
//! | 3 | [`model`]: site, issuer, badge, award, assertion, ledger, person, gallery |
//! | 2 | [`trust`]: keys, DIDs, proofs, status lists, verdicts |
//! | 1 | [`canon`]: one document, one string of bytes · [`diagnostic`] · [`disk`] · [`fetch`] · [`time`] · [`words`]: messages in every language |
//!
//! Only [`disk`] opens files, only [`fetch`] asks other machines, and only `main` reads the clock and the environment.

pub mod cli;
pub mod serve;
pub mod pipeline;
pub mod ledger;
pub mod theme;
pub mod openbadges;
pub mod art;
pub mod model;
pub mod trust;
pub mod canon;
pub mod diagnostic;
pub mod disk;
pub mod fetch;
pub mod time;
pub mod words;
