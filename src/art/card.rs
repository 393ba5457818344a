//! Cards: the pictures that other sites show beside a link.
//!
//! What many cards share, their ground with the badge on it, is drawn and reduced to a palette once. A card is that
//! ground with a few words on it: only the words are drawn, and only where they stand are pixels looked at.

use super::{
    letters, palette,
    raster::{self, Pixels},
};
use crate::model::PictureKind;
use flate2::{Compression, read::ZlibDecoder, write::ZlibEncoder};
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg,
};
use std::io::{Cursor, Read as _, Write as _};

/// The size of a card, in pixels: what LinkedIn, Mastodon and others ask for.
pub const CARD: (u32, u32) = (1200, 630);
/// What a ground may take, so that a card with words stays below 40 KB.
const MOST_BYTES: usize = 28_000;

/// A picture on a card.
#[derive(Debug, Clone, Copy)]
pub struct OnCard<'a> {
    /// SVG or PNG.
    pub kind: PictureKind,
    /// What was read or drawn.
    pub bytes: &'a [u8],
}

/// What cards have in common.
#[derive(Debug, Clone)]
pub struct Ground {
    palette: Vec<[u8; 3]>,
    /// The entry of each pixel, compressed: many grounds are kept at a time.
    packed: Vec<u8>,
}

impl Ground {
    /// Draws a ground. Each `<rect id="picture-0">`, `picture-1`, … is covered by one of the pictures, `faded` if what
    /// they stand for does not hold. `words` is a card's words, for their colours.
    ///
    /// # Errors
    ///
    /// When either is not an SVG of 1200 × 630.
    pub fn new(svg: &str, pictures: &[OnCard<'_>], faded: bool, words: &str) -> Result<Self, String> {
        let tree = tree(svg)?;
        let words = Words::draw(words)?;
        let plain = pixels(&tree)?;
        // Photographs have more colours than a small file holds: they are painted smaller, then with fewer.
        let mut last = None;
        for (bits, share) in [(8, 1.0), (8, 0.88), (5, 0.88), (4, 0.88), (3, 0.88), (3, 0.7), (2, 0.5)] {
            let mut ground = Pixels { width: plain.width, height: plain.height, rgba: plain.rgba.clone() };
            for (place, picture) in pictures.iter().enumerate() {
                if let Some(node) = tree.node_by_id(&format!("picture-{place}")) {
                    paint(&mut ground, *picture, node.abs_bounding_box(), faded, bits, share)?;
                }
            }
            if let Some((it, bytes)) = Self::reduced(&ground, &words)? {
                if bytes <= MOST_BYTES {
                    return Ok(it);
                }
                last = Some(it);
            }
        }
        last.ok_or_else(|| "it has too many colours for a small picture; use plain colours".to_owned())
    }

    /// The ground with a palette that also suits the words, and how many bytes it takes; `None` if a palette would show.
    fn reduced(ground: &Pixels, words: &Words) -> Result<Option<(Self, usize)>, String> {
        let mut together = Pixels { width: ground.width, height: ground.height, rgba: ground.rgba.clone() };
        words.each(|at, colour, alpha| {
            let [r, g, b, _] = together.rgba[at];
            let [r, g, b] = over([r, g, b], colour, alpha);
            together.rgba[at] = [r, g, b, 255];
        });
        let file = palette::encode(&together, Compression::default());
        let mut reader = png::Decoder::new(Cursor::new(&file)).read_info().map_err(|it| it.to_string())?;
        let Some(entries) = reader.info().palette.as_ref().map(|it| it.to_vec()) else { return Ok(None) };
        let mut indexes = vec![0; reader.output_buffer_size().unwrap_or_default()];
        reader.next_frame(&mut indexes).map_err(|it| it.to_string())?;
        let mut palette = Palette::new(entries.chunks_exact(3).map(|it| [it[0], it[1], it[2]]).collect());
        words.each(|at, _, _| {
            let [r, g, b, _] = ground.rgba[at];
            indexes[at] = palette.nearest([r, g, b]);
        });
        let mut packer = ZlibEncoder::new(Vec::new(), Compression::fast());
        let packed = packer.write_all(&indexes).and_then(|()| packer.finish()).expect("memory does not fail");
        Ok(Some((Self { palette: palette.entries, packed }, file.len())))
    }

    /// A card: the ground with `words` on it, as a PNG.
    ///
    /// # Errors
    ///
    /// When `words` is not an SVG of 1200 × 630.
    pub fn with(&self, words: &str) -> Result<Vec<u8>, String> {
        let mut indexes = Vec::with_capacity(CARD.0 as usize * CARD.1 as usize);
        ZlibDecoder::new(self.packed.as_slice()).read_to_end(&mut indexes).expect("it was packed by us");
        let mut palette = Palette::new(self.palette.clone());
        Words::draw(words)?.each(|at, colour, alpha| {
            let under = palette.entries[usize::from(indexes[at])];
            indexes[at] = palette.nearest(over(under, colour, alpha));
        });
        Ok(palette::write(CARD, &self.palette, None, &indexes, Compression::default()))
    }
}

/// Words that were drawn: the rectangle in which they stand.
struct Words {
    left: u32,
    top: u32,
    pixels: Option<Pixmap>,
}

impl Words {
    fn draw(svg: &str) -> Result<Self, String> {
        let tree = tree(svg)?;
        let bounds = tree.root().abs_layer_bounding_box();
        let side = |from: f32, to: f32, most: u32| {
            let from = from.floor().clamp(0.0, most as f32) as u32;
            (from, (to.ceil().clamp(0.0, most as f32) as u32).saturating_sub(from))
        };
        let (left, width) = side(bounds.left(), bounds.right(), CARD.0);
        let (top, height) = side(bounds.top(), bounds.bottom(), CARD.1);
        let mut pixels = Pixmap::new(width, height);
        if let Some(pixels) = &mut pixels {
            resvg::render(&tree, Transform::from_translate(-(left as f32), -(top as f32)), &mut pixels.as_mut());
        }
        Ok(Self { left, top, pixels })
    }

    /// Each pixel that words cover: its place on the card, its colour, how much of it is covered.
    fn each(&self, mut tell: impl FnMut(usize, [u8; 3], u8)) {
        let Some(pixels) = &self.pixels else { return };
        let rows = pixels.pixels().chunks_exact(pixels.width() as usize);
        for (row, y) in rows.zip(self.top..) {
            for (pixel, x) in row.iter().zip(self.left..).filter(|it| it.0.alpha() > 0) {
                let colour = pixel.demultiply();
                let at = (y * CARD.0 + x) as usize;
                tell(at, [colour.red(), colour.green(), colour.blue()], pixel.alpha());
            }
        }
    }
}

/// A palette that remembers what it was asked.
struct Palette {
    entries: Vec<[u8; 3]>,
    /// Colours that were asked for, each at the place that its bits come to, with its entry: a later one takes the place
    /// of an earlier one. Text on a plain ground has a few hundred colours.
    known: Vec<([u8; 3], Option<u8>)>,
}

impl Palette {
    fn new(entries: Vec<[u8; 3]>) -> Self {
        Self { entries, known: vec![([0; 3], None); 1 << 10] }
    }

    fn nearest(&mut self, colour: [u8; 3]) -> u8 {
        let [r, g, b] = colour.map(usize::from);
        let known = &mut self.known[(r * 5 + g * 67 + b * 331) % (1 << 10)];
        if let (same, Some(entry)) = *known
            && same == colour
        {
            return entry;
        }
        let apart =
            |entry: &[u8; 3]| -> u32 { entry.iter().zip(colour).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum() };
        // A palette has at most 256 entries.
        let nearest = self.entries.iter().enumerate().min_by_key(|it| apart(it.1)).map_or(0, |it| it.0) as u8;
        *known = (colour, Some(nearest));
        nearest
    }
}

/// A card's SVG. A text with a letter that our font lacks is left out: better none than boxes.
fn tree(svg: &str) -> Result<usvg::Tree, String> {
    let tree = raster::tree(&without_strange_letters(svg))?;
    let size = (tree.size().width().round() as u32, tree.size().height().round() as u32);
    if size == CARD { Ok(tree) } else { Err(format!("it is {} × {}, not 1200 × 630", size.0, size.1)) }
}

fn without_strange_letters(svg: &str) -> String {
    let mut kept = String::with_capacity(svg.len());
    for (place, part) in svg.split('<').enumerate() {
        if place > 0 {
            kept.push('<');
        }
        match part.split_once('>') {
            Some((tag, text)) if !letters::can_draw(text) => {
                kept.push_str(tag);
                kept.push('>');
            }
            _ => kept.push_str(part),
        }
    }
    kept
}

fn pixels(tree: &usvg::Tree) -> Result<Pixels, String> {
    let mut pixmap = Pixmap::new(CARD.0, CARD.1).ok_or("a card needs pixels")?;
    pixmap.fill(resvg::tiny_skia::Color::WHITE);
    resvg::render(tree, Transform::default(), &mut pixmap.as_mut());
    let rgba = pixmap.pixels().iter().map(|it| [it.red(), it.green(), it.blue(), 255]).collect();
    Ok(Pixels { width: CARD.0, height: CARD.1, rgba })
}

/// Paints a picture into the middle of a place, with so many bits for each channel.
fn paint(
    ground: &mut Pixels,
    picture: OnCard<'_>,
    place: usvg::Rect,
    faded: bool,
    bits: u32,
    share: f32,
) -> Result<(), String> {
    let side = (place.width().min(place.height()) * share).round().clamp(1.0, CARD.1 as f32) as u32;
    let middle = (place.left() + place.width() / 2.0, place.top() + place.height() / 2.0);
    let corner = |middle: f32, most: u32| (middle - side as f32 / 2.0).round().clamp(0.0, (most - side) as f32) as u32;
    let (left, top) = (corner(middle.0, CARD.0), corner(middle.1, CARD.1));
    let painted = raster::pixels(picture.kind, picture.bytes, side)?;
    for (row, y) in painted.rgba.chunks_exact(side as usize).zip(top..) {
        for (&[r, g, b, a], x) in row.iter().zip(left..).filter(|it| it.0[3] > 0) {
            let under = &mut ground.rgba[(y * CARD.0 + x) as usize];
            let colour = if faded { grey([r, g, b]) } else { [r, g, b] };
            let alpha = if faded { (u32::from(a) * 45 / 100) as u8 } else { a };
            let [r, g, b] = over([under[0], under[1], under[2]], colour, alpha).map(|it| coarse(it, bits));
            *under = [r, g, b, 255];
        }
    }
    Ok(())
}

/// A channel with fewer bits.
fn coarse(value: u8, bits: u32) -> u8 {
    if bits >= 8 {
        return value;
    }
    let most = (1_u32 << bits) - 1;
    ((u32::from(value) * most + 127) / 255 * 255 / most) as u8
}

/// Source: Rec. 709, in whole numbers.
fn grey([r, g, b]: [u8; 3]) -> [u8; 3] {
    [((u32::from(r) * 54 + u32::from(g) * 183 + u32::from(b) * 19) >> 8) as u8; 3]
}

fn over(under: [u8; 3], colour: [u8; 3], alpha: u8) -> [u8; 3] {
    let alpha = u32::from(alpha);
    std::array::from_fn(|i| ((u32::from(colour[i]) * alpha + u32::from(under[i]) * (255 - alpha) + 127) / 255) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\">";

    fn ground() -> String {
        format!(
            "{HEAD}<path fill=\"#faf8f4\" d=\"M0 0h1200v630H0z\"/><rect id=\"picture-0\" x=\"100\" y=\"100\" width=\"384\" height=\"384\" fill=\"#eee\"/></svg>"
        )
    }

    fn words(text: &str) -> String {
        format!(
            "{HEAD}<text x=\"560\" y=\"300\" font-size=\"60\" font-weight=\"700\" fill=\"#1d1e26\">{text}</text></svg>"
        )
    }

    /// A picture with more colours than any palette: noise that is always the same.
    fn noise() -> Vec<u8> {
        let mut state = 1_u32;
        let rgba = std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let [r, g, b, _] = state.to_be_bytes();
            [r, g, b, 255]
        });
        palette::encode(&Pixels { width: 400, height: 400, rgba: rgba.take(160_000).collect() }, Compression::default())
    }

    #[test]
    fn even_noise_gives_a_small_card() {
        let noise = noise();
        let on_card = [OnCard { kind: PictureKind::Png, bytes: &noise }];
        let card = Ground::new(&ground(), &on_card, false, &words("Aa")).unwrap().with(&words("Noise")).unwrap();
        assert!(card.len() <= 40_000, "{}", card.len());
        assert_eq!(raster::size_of_png(&card), Ok(CARD));
    }

    #[test]
    fn what_the_font_lacks_is_not_drawn_as_boxes() {
        let ground = Ground::new(&ground(), &[], false, &words("Aa")).unwrap();
        assert_eq!(ground.with(&words("熟練")), ground.with(&words("")));
        assert_ne!(ground.with(&words("Löten &amp; Maß")), ground.with(&words("")));
    }

    #[test]
    fn a_card_has_one_size() {
        let small = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"600\" height=\"315\"/>";
        assert_eq!(Ground::new(small, &[], false, small).map(|_| ()), Err("it is 600 × 315, not 1200 × 630".into()));
    }
}
