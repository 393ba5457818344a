//! Pictures become pixels.

use super::palette;
use crate::model::PictureKind;
use flate2::Compression;
use image::{ImageBuffer, Rgba, imageops};
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{self, fontdb},
};
use std::{
    io::Cursor,
    sync::{Arc, LazyLock},
};

/// What a decoder may allocate beside the picture itself.
const MOST_MEMORY: usize = 96 << 20;

/// The plain font.
pub(super) const REGULAR: &[u8] = include_bytes!("fonts/Inter-Regular.ttf");
/// The bold font.
pub(super) const BOLD: &[u8] = include_bytes!("fonts/Inter-Bold.ttf");

/// The fonts of every picture: what is written in an SVG looks alike on every machine.
pub(super) static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(REGULAR.to_vec());
    fonts.load_font_data(BOLD.to_vec());
    fonts.set_serif_family("Inter");
    fonts.set_sans_serif_family("Inter");
    fonts.set_monospace_family("Inter");
    fonts.set_cursive_family("Inter");
    fonts.set_fantasy_family("Inter");
    Arc::new(fonts)
});

/// A picture that was [read](super::read()) or [drawn](super::draw()), as a PNG of `size` × `size` pixels.
///
/// What is not square is centred on a transparent ground.
///
/// # Errors
///
/// When `bytes` is not such a picture.
pub fn png(kind: PictureKind, bytes: &[u8], size: u32) -> Result<Vec<u8>, String> {
    Ok(palette::encode(&pixels(kind, bytes, size)?, Compression::default()))
}

/// As [`png()`], for a picture of which there will be many copies: it takes longer, and has fewer bytes.
///
/// # Errors
///
/// When `bytes` is not such a picture.
pub fn packed_png(kind: PictureKind, bytes: &[u8], size: u32) -> Result<Vec<u8>, String> {
    Ok(palette::encode(&pixels(kind, bytes, size)?, Compression::best()))
}

/// The same as pixels.
pub(super) fn pixels(kind: PictureKind, bytes: &[u8], size: u32) -> Result<Pixels, String> {
    match kind {
        PictureKind::Svg => {
            let text = std::str::from_utf8(bytes).map_err(|_| "it is not UTF-8 text".to_owned())?;
            rasterise(text, size)
        }
        PictureKind::Png => Ok(resize(&decode(bytes)?, size)),
    }
}

/// Straight RGBA, eight bits each.
pub(super) struct Pixels {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) rgba: Vec<[u8; 4]>,
}

/// An SVG, ready to be drawn.
pub(super) fn tree(text: &str) -> Result<usvg::Tree, String> {
    let options = usvg::Options {
        font_family: "Inter".to_owned(),
        fontdb: Arc::clone(&FONTS),
        // The default opens files.
        image_href_resolver: usvg::ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..usvg::Options::default()
    };
    usvg::Tree::from_str(text, &options).map_err(|error| format!("it cannot be drawn ({error}); export it again"))
}

fn rasterise(text: &str, size: u32) -> Result<Pixels, String> {
    let tree = tree(text)?;
    let mut pixmap = Pixmap::new(size, size).ok_or("a picture needs at least one pixel")?;
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = size as f32 / width.max(height);
    let centred = |side: f32| (size as f32 - side * scale) / 2.0;
    let transform = Transform::from_row(scale, 0.0, 0.0, scale, centred(width), centred(height));
    resvg::render(&tree, transform, &mut pixmap.as_mut());
    let straight = |pixel: &resvg::tiny_skia::PremultipliedColorU8| {
        let colour = pixel.demultiply();
        [colour.red(), colour.green(), colour.blue(), colour.alpha()]
    };
    Ok(Pixels { width: size, height: size, rgba: pixmap.pixels().iter().map(straight).collect() })
}

/// The size that a PNG says it has.
pub(super) fn size_of_png(bytes: &[u8]) -> Result<(u32, u32), String> {
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), png::Limits { bytes: MOST_MEMORY });
    decoder.read_header_info().map(|info| (info.width, info.height)).map_err(not_a_png)
}

/// All pixels of a PNG, to its last chunk.
pub(super) fn decode(bytes: &[u8]) -> Result<Pixels, String> {
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), png::Limits { bytes: MOST_MEMORY });
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    // Neither is shown, and either may unpack to more than the picture.
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    let mut reader = decoder.read_info().map_err(not_a_png)?;
    let mut data = vec![0; reader.output_buffer_size().ok_or("it is too large")?];
    let frame = reader.next_frame(&mut data).map_err(not_a_png)?;
    reader.finish().map_err(not_a_png)?;
    data.truncate(frame.buffer_size());
    let rgba = match frame.color_type {
        png::ColorType::Grayscale => data.iter().map(|&g| [g, g, g, 255]).collect(),
        png::ColorType::GrayscaleAlpha => data.as_chunks().0.iter().map(|&[g, a]| [g, g, g, a]).collect(),
        png::ColorType::Rgb => data.as_chunks().0.iter().map(|&[r, g, b]| [r, g, b, 255]).collect(),
        png::ColorType::Rgba => data.as_chunks().0.to_vec(),
        png::ColorType::Indexed => return Err("it has a palette that cannot be read; export it again".to_owned()),
    };
    Ok(Pixels { width: frame.width, height: frame.height, rgba })
}

fn not_a_png(error: png::DecodingError) -> String {
    match error {
        png::DecodingError::IoError(_) => "it is cut off; copy or export the PNG again".to_owned(),
        png::DecodingError::LimitsExceeded => "it unpacks to far too much; export the PNG again".to_owned(),
        // The decoder's own words are about its inside.
        _ => {
            "it is not a sound PNG: a part of it is damaged, or it is another kind of file; export it again".to_owned()
        }
    }
}

/// Scales to fit into `size` × `size`.
fn resize(pixels: &Pixels, size: u32) -> Pixels {
    // Transparent pixels have a colour too, often black. Weighing each colour by its alpha keeps it out of the edges.
    let block = (pixels.width.max(pixels.height) / (2 * size)).max(1);
    let (width, height) = (pixels.width.div_ceil(block), pixels.height.div_ceil(block));
    let small: ImageBuffer<Rgba<f32>, Vec<f32>> = ImageBuffer::from_fn(width, height, |x, y| {
        let mut sum = [0_u32; 4];
        let mut count = 0;
        for py in (y * block..(y + 1) * block).filter(|&py| py < pixels.height) {
            for px in (x * block..(x + 1) * block).filter(|&px| px < pixels.width) {
                let [r, g, b, a] = pixels.rgba[(py * pixels.width + px) as usize].map(u32::from);
                sum = [sum[0] + r * a, sum[1] + g * a, sum[2] + b * a, sum[3] + a];
                count += 1;
            }
        }
        let share = |sum: u32, most: f32| sum as f32 / (count as f32 * most);
        Rgba([share(sum[0], 65025.0), share(sum[1], 65025.0), share(sum[2], 65025.0), share(sum[3], 255.0)])
    });
    let longest = width.max(height) as f32;
    let fit = |side: u32| ((side as f32 / longest * size as f32).round() as u32).clamp(1, size);
    let (fit_width, fit_height) = (fit(width), fit(height));
    let scaled = imageops::resize(&small, fit_width, fit_height, imageops::FilterType::Lanczos3);
    let (left, top) = ((size - fit_width) / 2, (size - fit_height) / 2);
    let mut rgba = vec![[0; 4]; (size * size) as usize];
    for (x, y, &Rgba([r, g, b, a])) in scaled.enumerate_pixels() {
        let byte = |value: f32| (value.clamp(0.0, 1.0) * 255.0).round() as u8;
        let alpha = byte(a);
        if alpha > 0 {
            rgba[((top + y) * size + left + x) as usize] = [byte(r / a), byte(g / a), byte(b / a), alpha];
        }
    }
    Pixels { width: size, height: size, rgba }
}
