//! **Art**: the pictures of a gallery.
//!
//! An author's picture is [read](read()) once: checked, and made harmless. A badge without one gets art that is
//! [drawn](draw()) from its TOML. Either becomes [PNGs](png()) of the sizes that are used. Nothing here opens a file
//! or asks the system for a font, so the same picture gives the same bytes on every machine.

mod read;
mod sanitise;
mod draw;
mod raster;
mod palette;
mod qr;

pub use draw::{draw, emblems, is_palette, palettes, shapes};
pub use qr::qr;
pub use raster::png;
pub use read::{read, read_logo};
