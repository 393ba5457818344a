//! A PNG with 256 colours, where nobody can tell; else one with all of them.
//!
//! Badges are made of a few hues and their shades, so a palette that is chosen for the picture loses next to nothing
//! and takes a quarter of the bytes. It is Wu's idea: boxes of colours are cut where they vary most. Then each
//! colour moves to the middle of what it stands for, a few times.

use super::raster::Pixels;

/// Most entries of a PNG's palette.
const MOST_COLOURS: usize = 256;
/// How often colours move to the middle of what they stand for.
const ROUNDS: usize = 2;
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
    // Neighbours are often alike, and searching is what takes the time.
    let mut last = (counted[0].0, entry_of[0]);
    let mut index = |key: u32| {
        if key != last.0 {
            last = (key, counted.binary_search_by_key(&key, |it| it.0).map_or(0, |at| entry_of[at]));
        }
        last.1
    };
    let indexes: Vec<u8> = keys.into_iter().map(&mut index).collect();
    write(pixels, png::ColorType::Indexed, Some(&palette), &indexes)
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
        for ((colour, weight), entry) in groups.iter().zip(&mut entry_of) {
            *entry = nearest(&middles, colour);
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
    // `High` takes ten times as long and saves a twentieth.
    encoder.set_compression(png::Compression::Balanced);
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
