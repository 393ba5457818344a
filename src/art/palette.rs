//! A PNG with 256 colours, where nobody can tell; else one with all of them.
//!
//! Badges are made of a few hues and their shades, so a palette that is chosen for the picture loses next to nothing
//! and takes a quarter of the bytes. It is Wu's idea: boxes of colours are cut where they vary most. Then each
//! colour moves to the middle of what it stands for, a few times.

use super::raster::Pixels;

/// Most entries of a PNG's palette.
const MOST_COLOURS: usize = 256;
/// How often colours move to the middle of what they stand for.
const ROUNDS: usize = 3;
/// Greatest mean squared error of a channel at which the eye is content (38 dB).
const CONTENT: f32 = 255.0 * 255.0 / 6310.0;

/// A colour weighed by its alpha, which is how far apart two colours look.
type Colour = [f32; 4];

/// Writes the PNG.
pub(super) fn encode(pixels: &Pixels) -> Vec<u8> {
    let keys: Vec<u32> = pixels.rgba.iter().map(|&it| key(it)).collect();
    let counted = count(&keys);
    let Some((palette, entry_of)) = choose(&counted) else {
        return write(pixels, png::ColorType::Rgba, None, pixels.rgba.as_flattened());
    };
    let indexes: Vec<u8> =
        keys.iter().map(|key| counted.binary_search_by_key(key, |it| it.0).map_or(0, |at| entry_of[at])).collect();
    write(pixels, png::ColorType::Indexed, Some(&palette), &indexes)
}

/// A colour as a number. Whatever is fully transparent is the same colour.
fn key([r, g, b, a]: [u8; 4]) -> u32 {
    if a == 0 { 0 } else { u32::from_be_bytes([a, r, g, b]) }
}

/// Each colour once, in order, with the number of its pixels.
fn count(keys: &[u32]) -> Vec<(u32, f32)> {
    let mut sorted = keys.to_vec();
    sorted.sort_unstable();
    sorted.chunk_by(|a, b| a == b).map(|run| (run[0], run.len() as f32)).collect()
}

/// The palette, and for each colour its entry. `None` if a palette would show.
fn choose(counted: &[(u32, f32)]) -> Option<(Vec<[u8; 4]>, Vec<u8>)> {
    let straight = |key: u32| {
        let [a, r, g, b] = key.to_be_bytes();
        [r, g, b, a]
    };
    if counted.len() <= MOST_COLOURS {
        let palette = counted.iter().map(|it| straight(it.0)).collect();
        // At most 256 of them, so each index fits.
        return Some((palette, (0..counted.len()).map(|at| at as u8).collect()));
    }
    let colours: Vec<(Colour, f32)> = counted.iter().map(|&(key, weight)| (weighed(straight(key)), weight)).collect();
    let mut middles = cut(&colours);
    let mut entry_of = vec![0; colours.len()];
    for _ in 0..ROUNDS {
        let mut sums = vec![([0.0; 4], 0.0); middles.len()];
        for ((colour, weight), entry) in colours.iter().zip(&mut entry_of) {
            *entry = nearest(&middles, colour);
            let sum: &mut (Colour, f32) = &mut sums[usize::from(*entry)];
            sum.0 = std::array::from_fn(|i| sum.0[i] + colour[i] * weight);
            sum.1 += weight;
        }
        for (middle, (sum, weight)) in middles.iter_mut().zip(sums).filter(|it| it.1.1 > 0.0) {
            *middle = sum.map(|it| it / weight);
        }
    }
    let mut error = 0.0;
    let mut all = 0.0;
    for ((colour, weight), entry) in colours.iter().zip(&mut entry_of) {
        *entry = nearest(&middles, colour);
        error += distance(&middles[usize::from(*entry)], colour) * weight;
        all += weight;
    }
    (error / (all * 4.0) <= CONTENT).then(|| (middles.into_iter().map(unweighed).collect(), entry_of))
}

/// Cuts the colours into boxes, and gives back the middle of each.
fn cut(colours: &[(Colour, f32)]) -> Vec<Colour> {
    let mut boxes = vec![Box::of(colours.to_vec())];
    while boxes.len() < MOST_COLOURS {
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
}

impl Box {
    fn of(colours: Vec<(Colour, f32)>) -> Self {
        let weight: f32 = colours.iter().map(|it| it.1).sum();
        let middle: Colour = std::array::from_fn(|i| colours.iter().map(|it| it.0[i] * it.1).sum::<f32>() / weight);
        let spreads: Colour =
            std::array::from_fn(|i| colours.iter().map(|it| (it.0[i] - middle[i]).powi(2) * it.1).sum());
        let (axis, &spread) =
            spreads.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1)).expect("there are four channels");
        Self { colours, middle, axis, spread }
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

fn nearest(middles: &[Colour], colour: &Colour) -> u8 {
    let mut best = (f32::INFINITY, 0);
    for (at, middle) in middles.iter().enumerate() {
        let distance = distance(middle, colour);
        if distance < best.0 {
            best = (distance, at);
        }
    }
    best.1 as u8
}

fn write(pixels: &Pixels, colour_type: png::ColorType, palette: Option<&[[u8; 4]]>, data: &[u8]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, pixels.width, pixels.height);
    encoder.set_color(colour_type);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    if let Some(palette) = palette {
        encoder.set_palette(palette.iter().flat_map(|it| [it[0], it[1], it[2]]).collect::<Vec<u8>>());
        encoder.set_trns(palette.iter().map(|it| it[3]).collect::<Vec<u8>>());
        // Neighbouring entries of a palette have nothing to do with each other.
        encoder.set_filter(png::Filter::NoFilter);
    } else {
        encoder.set_filter(png::Filter::Adaptive);
    }
    let written = encoder.write_header().and_then(|mut writer| {
        writer.write_image_data(data)?;
        writer.finish()
    });
    written.expect("memory does not fail, and there are as many pixels as the header says");
    file
}
