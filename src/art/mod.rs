//! **Art**: the pictures of a gallery.
//!
//! An author's picture is [read](read()) once: checked, and made harmless. A badge without one gets art that is
//! [drawn](draw()) from its TOML. Either becomes [PNGs](png()) of the sizes that are used, and
//! stands on the [cards](Ground) that other sites show beside a link. Nothing here opens a file
//! or asks the system for a font, so the same picture gives the same bytes on every machine.

mod read;
mod sanitise;
mod unfold;
mod weight;
mod draw;
mod raster;
mod palette;
mod qr;
mod letters;
mod card;

pub use card::{CARD, Ground, OnCard};
pub use draw::{
    Look, Rgb, WHITE, draw, emblems, fits_curve, fits_ribbon, is_palette, look, low_contrast, palettes, shapes,
};
pub use letters::{Fitted, Space, can_draw, drawable, fit};
pub use qr::qr;
pub use raster::{packed_png, png};
pub use read::{read, read_logo};
