//! A picture that an author gave.

use std::sync::Arc;

/// A picture beside a TOML file, checked and made harmless.
#[derive(Debug, Clone)]
pub struct Picture {
    /// Where it lies, relative to the repository.
    pub path: String,
    /// SVG or PNG.
    pub kind: PictureKind,
    /// Its content: a sanitised SVG, or the PNG as it was given.
    pub bytes: Arc<[u8]>,
    /// Width and height in pixels (of the view box for an SVG).
    pub size: (u32, u32),
    /// What it shows, for those who cannot see it.
    pub alt: String,
}

/// The two formats a badge may come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureKind {
    /// Scalable Vector Graphics.
    Svg,
    /// Portable Network Graphics.
    Png,
}
