//! **Pipeline**: a repository becomes a site, in six stages: load → check → verify → plan → render → write.

mod load;
mod check;
mod verify;
mod plan;
mod render;
mod write;

pub use check::check;
pub use load::{load, Sources};
pub use verify::{verify, Verified};
pub use plan::{plan, Plan};
pub use render::{render, Site};
pub use write::{write, Receipt, Rendered};
