//! **Open Badges**: the documents of versions 3.0 and 2.0, and pictures that carry them.

mod nodes;
pub mod address;
pub mod world;
pub mod v3;
pub mod v2;
pub mod bake;
