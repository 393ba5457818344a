//! An author's picture is checked before anything else is done with it.

use super::{raster, sanitise};
use crate::model::{Picture, PictureKind};

/// Largest SVG, in bytes. It is served, and baked into every award, as it is.
const MOST_SVG_BYTES: usize = 1 << 20;
/// Largest PNG, in bytes.
const MOST_PNG_BYTES: usize = 8 << 20;
/// Largest side of a PNG, in pixels.
const MOST_PIXELS: u32 = 4096;
/// Smallest side of a badge's PNG, in pixels: the size at which galleries show it.
const FEWEST_PIXELS: u32 = 192;
/// Smallest side of a logo's PNG, in pixels.
const FEWEST_LOGO_PIXELS: u32 = 48;

/// Reads the picture of a badge: square, and large enough to be shown.
///
/// An SVG comes back sanitised: no script, no handlers, nothing from elsewhere. A PNG comes back as it was given, once
/// it is known to be whole.
///
/// # Errors
///
/// A sentence for the author that says what is wrong and what to do.
pub fn read(path: &str, bytes: &[u8], kind: PictureKind, alt: String) -> Result<Picture, String> {
    let picture = read_any(path, bytes, kind, alt, FEWEST_PIXELS)?;
    let (width, height) = picture.size;
    // One per cent: what a program rounds when it exports.
    if u64::from(width.abs_diff(height)) * 100 > u64::from(width.max(height)) {
        return Err(format!("it is {width} × {height}; a badge has to be square, so crop it or add a margin"));
    }
    Ok(picture)
}

/// Reads the logo of an issuer, which may have any shape.
///
/// # Errors
///
/// As for [`read`].
pub fn read_logo(path: &str, bytes: &[u8], kind: PictureKind, alt: String) -> Result<Picture, String> {
    read_any(path, bytes, kind, alt, FEWEST_LOGO_PIXELS)
}

fn read_any(path: &str, bytes: &[u8], kind: PictureKind, alt: String, fewest: u32) -> Result<Picture, String> {
    let most = match kind {
        PictureKind::Svg => MOST_SVG_BYTES,
        PictureKind::Png => MOST_PNG_BYTES,
    };
    if bytes.len() > most {
        let (is, most) = (bytes.len() >> 10, most >> 10);
        let what_to_do = match kind {
            PictureKind::Svg => "simplify its paths, or export it as PNG",
            PictureKind::Png => "make it smaller; 1024 × 1024 is plenty",
        };
        return Err(format!("it has {is} KiB, and at most {most} KiB are taken: {what_to_do}"));
    }
    let (bytes, size) = match kind {
        PictureKind::Svg => {
            let clean = sanitise::sanitise(bytes)?;
            (clean.text.into_bytes(), clean.size)
        }
        PictureKind::Png => (bytes.to_vec(), read_png(bytes, fewest)?),
    };
    Ok(Picture { path: path.to_owned(), kind, bytes: bytes.into(), size, alt })
}

/// The size of a PNG, all of which can be decoded.
fn read_png(bytes: &[u8], fewest: u32) -> Result<(u32, u32), String> {
    // The header alone decides about the size: a picture that is too large is never decoded.
    let (width, height) = raster::size_of_png(bytes)?;
    if width.max(height) > MOST_PIXELS {
        return Err(format!(
            "it is {width} × {height} pixels, and at most {MOST_PIXELS} a side are taken; 1024 × 1024 is plenty"
        ));
    }
    if width.min(height) < fewest {
        return Err(format!("it is {width} × {height} pixels, which is too small: give at least {fewest} a side"));
    }
    raster::decode(bytes)?;
    Ok((width, height))
}
