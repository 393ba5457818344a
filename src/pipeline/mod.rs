//! **Pipeline**: a repository becomes a site, in six stages: load → check → verify → plan → render → write.

mod build;
mod memory;
mod fingerprint;
mod load;
mod check;
mod verify;
mod gate;
mod accept;
mod story;
mod plan;
mod render;
mod write;

pub use accept::objections;
pub use build::{At, BuildOptions, build, commit, with_site, with_site_again};
pub use check::{check, given, time_zone};
pub use fingerprint::Fingerprint;
pub use gate::{
    Account, Approvals, Changes, Extent, Link, Opinion, Preview, Request, Reviewed, agreed, approvals, compare,
    dead_link, form, github, holds_address, is_privacy, links, lint, preview, privacy, privacy_of, without_request,
};
pub use load::{SignedFile, SourceBytes, Sources, is_read, load, site};
pub use memory::Memory;
pub use plan::{Plan, plan};
pub use render::{Site, commit_page, render, try_templates};
pub use story::{Happening, Story, What, story};
pub use verify::{Verified, verify};
pub use write::{Receipt, Rendered, write};
