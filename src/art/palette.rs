//! A PNG with at most 256 colours, where nobody can tell; else one with all of them.
//!
//! Badges are made of a few hues and their shades, so a palette that is chosen for the picture loses next to nothing
//! and takes a quarter of the bytes. It is Wu's idea: boxes of colours are cut where they vary most, until they are fine
//! enough: what compresses is fewer colours. Then each colour moves to the middle of what it stands for, a few times.

use super::raster::Pixels;
use flate2::{Compression, write::ZlibEncoder};
use std::io::Write as _;

/// Most entries of a PNG's palette.
const MOST_COLOURS: usize = 256;
/// How often colours move to the middle of what they stand for.
const ROUNDS: usize = 2;
/// Greatest mean squared error of a channel at which the eye is content (38 dB).
const CONTENT: f32 = 255.0 * 255.0 / 6310.0;

/// Mean squared error of a channel at which no more colours are added (42 dB).
const FINE: f32 = 255.0 * 255.0 / 15849.0;

/// A colour weighed by its alpha, which is how far apart two colours look.
type Colour = [f32; 4];

/// Writes the PNG. To pack it best takes three to five times as long as usual, and saves a fortieth.
pub(super) fn encode(pixels: &Pixels, packing: Compression) -> Vec<u8> {
    let keys: Vec<u32> = pixels.rgba.iter().map(|&it| key(it)).collect();
    let counted = count(&keys);
    let Some((palette, entry_of)) = choose(&counted) else {
        return write_in_full(pixels);
    };
    // Neighbours are often alike, and searching is what takes the time.
    let mut last = (counted[0].0, entry_of[0]);
    let mut index = |key: u32| {
        if key != last.0 {
            last = (key, counted.binary_search_by_key(&key, |it| it.0).map_or(0, |at| entry_of[at]));
        }
        last.1
    };
    let indexes: Vec<u8> = keys.into_iter().map(&mut index).collect();
    let colours: Vec<[u8; 3]> = palette.iter().map(|&[r, g, b, _]| [r, g, b]).collect();
    let opacity: Vec<u8> = palette.iter().map(|it| it[3]).collect();
    write((pixels.width, pixels.height), &colours, Some(&opacity), &indexes, packing)
}

/// A colour as a number. Whatever is fully transparent is the same colour.
fn key([r, g, b, a]: [u8; 4]) -> u32 {
    if a == 0 { 0 } else { u32::from_be_bytes([a, r, g, b]) }
}

/// Each colour once, in order, with the number of its pixels.
fn count(keys: &[u32]) -> Vec<(u32, f32)> {
    // Neighbours are often alike: runs are far fewer than pixels, and sorting is what takes the time.
    let mut runs: Vec<(u32, usize)> = keys.chunk_by(|a, b| a == b).map(|run| (run[0], run.len())).collect();
    runs.sort_unstable();
    let total = |same: &[(u32, usize)]| same.iter().map(|run| run.1).sum::<usize>() as f32;
    runs.chunk_by(|a, b| a.0 == b.0).map(|same| (same[0].0, total(same))).collect()
}

/// The palette, and for each colour its entry. `None` if a palette would show.
fn choose(counted: &[(u32, f32)]) -> Option<(Vec<[u8; 4]>, Vec<u8>)> {
    if counted.len() <= MOST_COLOURS {
        let palette = counted.iter().map(|it| straight(it.0)).collect();
        // At most 256 of them, so each index fits.
        return Some((palette, (0..counted.len()).map(|at| at as u8).collect()));
    }
    let (groups, group_of) = group(counted);
    let mut middles = cut(&groups);
    let mut entry_of = vec![0; groups.len()];
    for _ in 0..ROUNDS {
        let mut sums = vec![([0.0; 4], 0.0); middles.len()];
        let by_channel = ByChannel::new(&middles);
        for ((colour, weight), entry) in groups.iter().zip(&mut entry_of) {
            *entry = by_channel.nearest(colour);
            let sum: &mut (Colour, f32) = &mut sums[usize::from(*entry)];
            sum.0 = std::array::from_fn(|i| sum.0[i] + colour[i] * weight);
            sum.1 += weight;
        }
        for (middle, (sum, weight)) in middles.iter_mut().zip(sums).filter(|it| it.1.1 > 0.0) {
            *middle = sum.map(|it| it / weight);
        }
    }
    let entry_of: Vec<u8> = group_of.into_iter().map(|group| entry_of[group]).collect();
    let (mut error, mut all) = (0.0, 0.0);
    for (&(key, weight), entry) in counted.iter().zip(&entry_of) {
        error += distance(&middles[usize::from(*entry)], &weighed(straight(key))) * weight;
        all += weight;
    }
    (error / (all * 4.0) <= CONTENT).then(|| (middles.into_iter().map(unweighed).collect(), entry_of))
}

/// Colours that hardly differ count as one: its middle and weight; and for each colour its group.
fn group(counted: &[(u32, f32)]) -> (Vec<(Colour, f32)>, Vec<usize>) {
    const COARSE: u32 = 0xfcfc_fcfc;
    let mut order: Vec<usize> = (0..counted.len()).collect();
    order.sort_by_key(|&at| counted[at].0 & COARSE);
    let mut groups = Vec::new();
    let mut group_of = vec![0; counted.len()];
    for run in order.chunk_by(|&a, &b| counted[a].0 & COARSE == counted[b].0 & COARSE) {
        let (mut sum, mut all) = ([0.0; 4], 0.0);
        for &at in run {
            let (key, weight) = counted[at];
            let colour = weighed(straight(key));
            sum = std::array::from_fn(|i| sum[i] + colour[i] * weight);
            all += weight;
            group_of[at] = groups.len();
        }
        groups.push((sum.map(|it: f32| it / all), all));
    }
    (groups, group_of)
}

fn straight(key: u32) -> [u8; 4] {
    let [a, r, g, b] = key.to_be_bytes();
    [r, g, b, a]
}

/// Cuts the colours into boxes, and gives back the middle of each.
fn cut(colours: &[(Colour, f32)]) -> Vec<Colour> {
    let mut boxes = vec![Box::of(colours.to_vec())];
    let fine = FINE * 4.0 * colours.iter().map(|it| it.1).sum::<f32>();
    while boxes.len() < MOST_COLOURS && boxes.iter().map(|it| it.error).sum::<f32>() > fine {
        let Some(at) = (0..boxes.len())
            .filter(|&at| boxes[at].colours.len() > 1)
            .max_by(|&a, &b| boxes[a].spread.total_cmp(&boxes[b].spread))
        else {
            break;
        };
        let Box { colours, axis, middle, .. } = boxes.swap_remove(at);
        let (low, high): (Vec<_>, Vec<_>) = colours.into_iter().partition(|it| it.0[axis] <= middle[axis]);
        if low.is_empty() || high.is_empty() {
            // All alike but for rounding: not to be cut again.
            boxes.push(Box { spread: 0.0, ..Box::of([low, high].concat()[..1].to_vec()) });
            continue;
        }
        boxes.extend([Box::of(low), Box::of(high)]);
    }
    boxes.into_iter().map(|it| it.middle).collect()
}

/// Some of the colours.
struct Box {
    colours: Vec<(Colour, f32)>,
    middle: Colour,
    /// Along which channel they vary most.
    axis: usize,
    /// How much they vary along it, all pixels together.
    spread: f32,
    /// How much they vary along all channels.
    error: f32,
}

impl Box {
    fn of(colours: Vec<(Colour, f32)>) -> Self {
        let weight: f32 = colours.iter().map(|it| it.1).sum();
        let middle: Colour = std::array::from_fn(|i| colours.iter().map(|it| it.0[i] * it.1).sum::<f32>() / weight);
        let spreads: Colour =
            std::array::from_fn(|i| colours.iter().map(|it| (it.0[i] - middle[i]).powi(2) * it.1).sum());
        let (axis, &spread) =
            spreads.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1)).expect("there are four channels");
        Self { colours, middle, axis, spread, error: spreads.iter().sum() }
    }
}

fn weighed([r, g, b, a]: [u8; 4]) -> Colour {
    let alpha = f32::from(a) / 255.0;
    [f32::from(r) * alpha, f32::from(g) * alpha, f32::from(b) * alpha, f32::from(a)]
}

fn unweighed([r, g, b, a]: Colour) -> [u8; 4] {
    let alpha = a.round();
    if alpha < 1.0 {
        return [0; 4];
    }
    let byte = |value: f32| (value * 255.0 / a).round().clamp(0.0, 255.0) as u8;
    [byte(r), byte(g), byte(b), alpha as u8]
}

fn distance(a: &Colour, b: &Colour) -> f32 {
    (0..4).map(|i| (a[i] - b[i]) * (a[i] - b[i])).sum()
}

/// The colours of a palette, channel by channel: so a processor looks at several of them at a time.
struct ByChannel([[f32; MOST_COLOURS]; 4]);

impl ByChannel {
    fn new(middles: &[Colour]) -> Self {
        // What is not there is infinitely far away.
        let mut channels = [[f32::INFINITY; MOST_COLOURS]; 4];
        for (at, middle) in middles.iter().enumerate() {
            for (channel, value) in channels.iter_mut().zip(middle) {
                channel[at] = *value;
            }
        }
        Self(channels)
    }

    /// The first of the nearest.
    fn nearest(&self, colour: &Colour) -> u8 {
        let mut apart = [0.0; MOST_COLOURS];
        for (channel, value) in self.0.iter().zip(colour) {
            for (sum, middle) in apart.iter_mut().zip(channel) {
                *sum += (middle - value) * (middle - value);
            }
        }
        let mut best = 0;
        for at in 1..MOST_COLOURS {
            if apart[at] < apart[best] {
                best = at;
            }
        }
        best as u8
    }
}

/// A PNG of so many pixels, each with its entry in a palette.
///
/// All of them are compressed in one go: the encoder would hand over a line at a time, and the compressor clears its memory
/// each time, which takes as long as compressing.
pub(super) fn write(
    (width, height): (u32, u32),
    palette: &[[u8; 3]],
    opacity: Option<&[u8]>,
    indexes: &[u8],
    packing: Compression,
) -> Vec<u8> {
    // Each line begins with its filter, which is none: neighbouring entries of a palette have nothing to do with each other.
    let mut lines = Vec::with_capacity(indexes.len() + height as usize);
    for line in indexes.chunks_exact(width as usize) {
        lines.push(0);
        lines.extend_from_slice(line);
    }
    let mut file = Vec::with_capacity(64 << 10);
    let mut write = || -> Result<(), png::EncodingError> {
        let mut packer = ZlibEncoder::new(Vec::with_capacity(64 << 10), packing);
        packer.write_all(&lines)?;
        let packed = packer.finish()?;

        let mut encoder = png::Encoder::new(&mut file, width, height);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_palette(palette.as_flattened());
        if let Some(opacity) = opacity {
            encoder.set_trns(opacity);
        }
        let mut writer = encoder.write_header()?;
        writer.write_chunk(png::chunk::IDAT, &packed)?;
        writer.finish()
    };
    write().expect("memory does not fail, and the header is sound");
    file
}

/// The PNG of pixels of which each has a colour of its own.
fn write_in_full(pixels: &Pixels) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, pixels.width, pixels.height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Balanced);
    encoder.set_filter(png::Filter::Adaptive);
    let written = encoder.write_header().and_then(|mut writer| {
        writer.write_image_data(pixels.rgba.as_flattened())?;
        writer.finish()
    });
    written.expect("memory does not fail, and there are as many pixels as the header says");
    file
}
