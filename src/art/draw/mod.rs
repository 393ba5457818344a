//! Art for a badge without a picture.
//!
//! From the back to the front: shadow, rim, groove, face with its pattern and gloss, inscription, emblem, marks, ribbon.
//! Light comes from the upper left.

mod recipe;
mod shape;
mod colour;
mod emblem;
mod lettering;
mod ring;
mod look;

/// Adds to the picture. Writing to a string does not fail.
macro_rules! add {
    ($to:expr, $($text:tt)*) => { let _ = write!($to, $($text)*); };
}
use add;

use crate::model::Badge;
use colour::INK;
pub use colour::{Rgb, WHITE};
pub use look::{Look, look, low_contrast};
use recipe::Recipe;
use ring::Ring;
use shape::{Point, Shape, around, circle, cut, flatten, n, polygon, star};
use std::fmt::Write as _;

/// Draws the art of a badge, as an SVG of 512 × 512 with neither fonts nor effects that a program may lack.
///
/// What `[art]` leaves out is chosen from the badge's name, kind, skills and level. A name that is unknown there counts
/// as left out: [`shapes`], [`is_palette`] and [`emblems`] tell which are known.
#[must_use]
pub fn draw(badge: &Badge) -> String {
    let recipe = recipe::complete(badge);
    let mut drawn = String::with_capacity(8 << 10);
    body(&mut drawn, &recipe);
    face(&mut drawn, &recipe);
    let ring = Ring::of(&recipe);
    if let Some(ring) = &ring {
        ring::draw(&mut drawn, &recipe, ring);
    }
    let layout = Layout::of(&recipe, ring);
    emblem(&mut drawn, &recipe, &layout);
    marks(&mut drawn, &recipe, &layout);
    if let Some(text) = recipe.ribbon {
        ribbon(&mut drawn, &recipe, text);
    }

    let mut to = String::with_capacity(12 << 10);
    to.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"512\" height=\"512\" viewBox=\"0 0 512 512\">");
    definitions(&mut to, &recipe, &drawn);
    to.push_str(&drawn);
    to.push_str("</svg>");
    to
}

/// The names of all shapes.
pub fn shapes() -> impl Iterator<Item = &'static str> {
    Shape::ALL.iter().map(|it| it.0)
}

/// The names of all palettes.
pub fn palettes() -> impl Iterator<Item = &'static str> {
    colour::names()
}

/// Whether `text` is a palette: one of the names, or a colour such as `#1d6f42`.
#[must_use]
pub fn is_palette(text: &str) -> bool {
    colour::Palette::find(text).is_some()
}

/// The names of all emblems.
pub fn emblems() -> impl Iterator<Item = &'static str> {
    emblem::all().iter().map(|it| it.name)
}

/// What is `drawn` with. Every award may have a copy of the picture, so there is nothing that is not seen.
fn definitions(to: &mut String, recipe: &Recipe, drawn: &str) {
    let p = recipe.palette;
    let gradient = |to: &mut String, id: &str, towards: &str, stops: &[(u32, Rgb)]| {
        if !drawn.contains(&format!("url(#{id})")) {
            return;
        }
        add!(to, "<linearGradient id=\"{id}\" x1=\"0\" y1=\"0\" {towards}>");
        for (offset, colour) in stops {
            add!(to, "<stop offset=\"{}\" stop-color=\"{colour}\"/>", f64::from(*offset) / 100.0);
        }
        add!(to, "</linearGradient>");
    };
    const DOWN: &str = "x2=\"0\" y2=\"1\"";
    const ACROSS: &str = "x2=\"1\" y2=\"1\"";
    to.push_str("<defs>");
    gradient(to, "rim", ACROSS, &[(0, p.shine), (30, p.metal), (62, p.metal.mix(p.tarnish, 55)), (100, p.tarnish)]);
    gradient(to, "edge", ACROSS, &[(0, p.tarnish), (45, p.metal), (100, p.shine)]);
    gradient(to, "face", DOWN, &[(0, p.face), (100, p.shade)]);
    gradient(to, "emblem", DOWN, &[(0, p.emblem), (100, p.emblem.mix(p.metal, 22))]);
    gradient(to, "band", DOWN, &[(0, p.metal.mix(WHITE, 30)), (60, p.metal), (100, p.metal.mix(INK, 8))]);
    gradient(to, "tail", DOWN, &[(0, p.metal.mix(p.tarnish, 40)), (100, p.tarnish)]);
    add!(
        to,
        "<linearGradient id=\"gloss\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"1\"><stop offset=\"0\" stop-color=\"#fff\" \
         stop-opacity=\".21\"/><stop offset=\"1\" stop-color=\"#fff\" stop-opacity=\".02\"/></linearGradient>"
    );
    add!(to, "<path id=\"form\" d=\"{}\"/>", recipe.shape.outline(1.0));
    add!(to, "<path id=\"sign\" d=\"{}\"/>", recipe.emblem.path);
    to.push_str("</defs>");
}

/// How much of the badge the face is, and what surrounds it.
const FACE: f64 = 0.84;
const GROOVE: f64 = 0.862;
const EDGE: f64 = 0.90;
const KEYLINE: f64 = 0.785;

fn body(to: &mut String, recipe: &Recipe) {
    let p = recipe.palette;
    let shape = recipe.shape;
    if shape == Shape::Rosette {
        tails(to, recipe);
    }
    add!(to, "<use href=\"#form\" fill=\"{}\" fill-opacity=\".2\" transform=\"translate(0 7)\"/>", INK);
    add!(to, "<use href=\"#form\" fill=\"url(#rim)\"/>");
    facets(to, shape);
    add!(to, "<path d=\"{}\" fill=\"url(#edge)\"/>", shape.outline(EDGE));
    add!(to, "<path d=\"{}\" fill=\"{}\"/>", shape.outline(GROOVE), p.groove);
    add!(to, "<path d=\"{}\" fill=\"url(#face)\"/>", shape.outline(FACE));
}

/// Each side of the rim catches the light in its own way.
fn facets(to: &mut String, shape: Shape) {
    let (outer, inner) = (shape.corners(1.0), shape.corners(EDGE));
    let middle = shape.middle();
    for (at, outline) in shape.sides().into_iter().enumerate() {
        let next = (at + 1) % outer.len();
        let (x, y) = ((outer[at].0 + outer[next].0) / 2.0 - middle.0, (outer[at].1 + outer[next].1) / 2.0 - middle.1);
        // From 1, facing the light, to -1, facing away.
        let light = (-0.45 * x - 0.89 * y) / (x * x + y * y).sqrt();
        let (colour, opacity) = if light > 0.0 { (WHITE, light * 0.55) } else { (INK, -light * 0.30) };
        let side = polygon(&[inner[next], inner[at]]).replace('M', "L");
        add!(
            to,
            "<path d=\"{outline}{side}\" fill=\"{colour}\" fill-opacity=\"{}\"/>",
            (opacity * 100.0).round() / 100.0
        );
    }
    if shape == Shape::Rosette {
        // A crease between the petals.
        for at in 0..18 {
            let turn = f64::from(at) / 18.0;
            let ((ax, ay), (bx, by)) = (around(middle, turn, 150.0), around(middle, turn, 187.0));
            add!(
                to,
                "<path d=\"M{} {}L{} {}\" stroke=\"{INK}\" stroke-width=\"3\" stroke-opacity=\".16\"/>",
                n(ax),
                n(ay),
                n(bx),
                n(by)
            );
        }
    }
}

/// The two ribbons that hang from a rosette.
fn tails(to: &mut String, recipe: &Recipe) {
    let p = recipe.palette;
    for side in [-1.0, 1.0] {
        let at = |x: f64, y: f64| (256.0 + side * x, y);
        let tail = polygon(&[at(24.0, 330.0), at(150.0, 330.0), at(170.0, 486.0), at(118.0, 462.0), at(82.0, 506.0)]);
        add!(to, "<path d=\"{tail}\" fill=\"{}\" fill-opacity=\".2\" transform=\"translate(0 5)\"/>", INK);
        add!(to, "<path d=\"{tail}\" fill=\"{}\"/>", if side < 0.0 { p.face } else { p.shade });
        let stripe = polygon(&[at(72.0, 330.0), at(96.0, 330.0), at(132.0, 468.5), at(118.0, 462.0), at(108.0, 474.0)]);
        add!(to, "<path d=\"{stripe}\" fill=\"{}\" fill-opacity=\".75\"/>", p.metal);
        let shadow = polygon(&[at(24.0, 330.0), at(150.0, 330.0), at(158.0, 408.0), at(52.0, 420.0)]);
        add!(to, "<path d=\"{shadow}\" fill=\"{}\" fill-opacity=\".22\"/>", INK);
    }
}

fn face(to: &mut String, recipe: &Recipe) {
    let p = recipe.palette;
    let middle = recipe.shape.middle();
    let outline = recipe.shape.points(FACE);
    pattern(to, recipe, &outline);
    // A reflection with a soft lower edge.
    let (x, y) = middle;
    let (left, right) = (x - 260.0, x + 260.0);
    let light = flatten(&format!(
        "M{left} {}L{right} {}L{right} {}Q{x} {} {left} {}z",
        y - 260.0,
        y - 260.0,
        y - 40.0,
        y + 50.0,
        y - 40.0
    ));
    add!(to, "<path d=\"{}\" fill=\"url(#gloss)\"/>", polygon(&cut(&outline, &light)));
    add!(
        to,
        "<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"3\" stroke-opacity=\".6\"/>",
        recipe.shape.outline(KEYLINE),
        p.metal
    );
}

/// Something that is felt rather than seen. `outline` is that of the face.
fn pattern(to: &mut String, recipe: &Recipe, outline: &[Point]) {
    let middle = recipe.shape.middle();
    let (x, y) = middle;
    let mut pieces = String::new();
    let mut piece = |window: &[Point]| {
        let inside = cut(outline, window);
        if inside.len() > 2 {
            pieces += &polygon(&inside);
        }
    };
    let opacity = match recipe.pattern % 4 {
        0 => {
            for at in 0..16 {
                let turn = f64::from(at) / 16.0 - 0.25 - 1.0 / 64.0;
                piece(&[middle, around(middle, turn, 330.0), around(middle, turn + 1.0 / 32.0, 330.0)]);
            }
            ".075"
        }
        1 => {
            add!(to, "<g fill=\"none\" stroke=\"#fff\" stroke-width=\"14\" stroke-opacity=\".07\">");
            // Three rings, the outermost as far from the edge as from the next.
            let apart = recipe.shape.radius(FACE) / 4.0;
            for ring in 1..=3 {
                add!(to, "<path d=\"{}\"/>", circle(middle, apart * f64::from(ring)));
            }
            add!(to, "</g>");
            return;
        }
        2 => {
            for at in -9..9 {
                let left = x + 56.0 * f64::from(at);
                piece(&[
                    (left, y + 260.0),
                    (left + 260.0, y - 260.0),
                    (left + 286.0, y - 260.0),
                    (left + 26.0, y + 260.0),
                ]);
            }
            ".06"
        }
        _ => {
            for at in 0..8 {
                let top = y - 250.0 + 72.0 * f64::from(at);
                for side in [-260.0, 260.0] {
                    piece(&[(x, top), (x + side, top + 130.0), (x + side, top + 160.0), (x, top + 30.0)]);
                }
            }
            ".06"
        }
    };
    add!(to, "<path d=\"{pieces}\" fill=\"#fff\" fill-opacity=\"{opacity}\"/>");
}

/// Where emblem and marks stand, measured from the middle of the face.
struct Layout {
    emblem_y: f64,
    emblem_size: f64,
    marks: Vec<Point>,
    mark_radius: f64,
}

impl Layout {
    fn of(recipe: &Recipe, ring: Option<Ring>) -> Self {
        let (ribbon, marked) = (recipe.ribbon.is_some(), recipe.marks > 0);
        let middle = recipe.shape.middle();
        if let Some(ring) = ring {
            // A ribbon hides the lower end of the ring: the rest shares what is above it.
            let above = if ribbon { BAND.0 - middle.1 - 8.0 } else { ring.inner };
            let (emblem_y, emblem_size) = match (ribbon, marked) {
                (false, _) => (0.0, ring.inner * 1.32),
                (true, false) => ((above - ring.inner) / 2.0 + 4.0, (above + ring.inner) * 0.78),
                (true, true) => ((above - ring.inner) / 2.0 - 12.0, (above + ring.inner) * 0.6),
            };
            let (marks, mark_radius) = match ribbon {
                false => ring.marks(middle, recipe.marks),
                true => (row(recipe.marks, middle, above - 14.0, ring.inner * 0.23, 0.0), ring.inner * 0.1),
            };
            return Self { emblem_y, emblem_size, marks, mark_radius };
        }
        let (emblem_y, emblem_size, marks_y) = match (ribbon, marked) {
            (false, false) => (0.0, 252.0, 0.0),
            (false, true) => (-26.0, 210.0, 126.0),
            (true, false) => (-38.0, 204.0, 0.0),
            (true, true) => (-16.0, 162.0, -136.0),
        };
        let room = recipe.shape.room();
        // On an arc that follows the rim.
        let bend = f64::signum(marks_y) / 420.0;
        let marks = row(recipe.marks, middle, marks_y * room, 52.0 * room, bend);
        Self { emblem_y: emblem_y * room, emblem_size: emblem_size * room, marks, mark_radius: 23.0 * room }
    }
}

/// Marks side by side, `y` below the middle.
fn row(count: u8, middle: Point, y: f64, apart: f64, bend: f64) -> Vec<Point> {
    let sideways = |at: u8| (f64::from(at) - (f64::from(count) - 1.0) / 2.0) * apart;
    (0..count).map(sideways).map(|x| (middle.0 + x, middle.1 + y - x * x * bend)).collect()
}

fn emblem(to: &mut String, recipe: &Recipe, layout: &Layout) {
    let (x, y) = recipe.shape.middle();
    let scale = (layout.emblem_size / 256.0 * 1000.0).round() / 1000.0;
    let (left, top) = (x - 128.0 * scale, y + layout.emblem_y - 128.0 * scale);
    for (dy, fill) in [(6.0, INK.to_string()), (0.0, "url(#emblem)".to_owned())] {
        let opacity = if dy > 0.0 { " fill-opacity=\".28\"" } else { "" };
        add!(
            to,
            "<use href=\"#sign\" transform=\"translate({} {})scale({scale})\" fill=\"{fill}\"{opacity}/>",
            n(left),
            n(top + dy)
        );
    }
}

fn marks(to: &mut String, recipe: &Recipe, layout: &Layout) {
    let stars: String = layout.marks.iter().map(|&at| star(at, layout.mark_radius)).collect();
    if !stars.is_empty() {
        add!(to, "<path d=\"{stars}\" fill=\"{INK}\" fill-opacity=\".3\" transform=\"translate(0 3)\"/>");
        let fill = if recipe.palette.is_light() { "url(#emblem)" } else { "url(#band)" };
        add!(to, "<path d=\"{stars}\" fill=\"{fill}\"/>");
    }
}

/// Where the ribbon begins and ends.
const BAND: (f64, f64) = (336.0, 412.0);

/// Whether a text can be written on the ribbon.
#[must_use]
pub fn fits_ribbon(text: &str) -> bool {
    lettering::set(text.trim(), 44.0, 352.0).is_some()
}

/// Whether a text can be written on the curve.
#[must_use]
pub fn fits_curve(text: &str) -> bool {
    ring::fits(text.trim())
}

/// A band across the lower part, its ends folded back.
fn ribbon(to: &mut String, recipe: &Recipe, text: &str) {
    let p = recipe.palette;
    let (top, bottom) = BAND;
    let Some(line) = lettering::set(text, 44.0, 352.0) else { return };
    for side in [-1.0, 1.0] {
        let at = |x: f64, y: f64| (256.0 + side * x, y);
        let (top, bottom) = (top + 24.0, bottom + 24.0);
        let tail = polygon(&[
            at(150.0, top),
            at(252.0, top),
            at(226.0, (top + bottom) / 2.0),
            at(252.0, bottom),
            at(150.0, bottom),
        ]);
        add!(to, "<path d=\"{tail}\" fill=\"{INK}\" fill-opacity=\".22\" transform=\"translate(0 5)\"/>");
        add!(to, "<path d=\"{tail}\" fill=\"url(#tail)\"/>");
        let fold = polygon(&[at(150.0, bottom), at(206.0, bottom - 24.0), at(150.0, bottom - 24.0)]);
        add!(to, "<path d=\"{fold}\" fill=\"{}\"/>", p.tarnish.mix(INK, 60));
    }
    let band = polygon(&[(50.0, top), (462.0, top), (462.0, bottom), (50.0, bottom)]);
    add!(to, "<path d=\"{band}\" fill=\"{INK}\" fill-opacity=\".25\" transform=\"translate(0 5)\"/>");
    add!(to, "<path d=\"{band}\" fill=\"url(#band)\"/>");
    add!(
        to,
        "<path d=\"M50 {}H462M50 {}H462\" stroke=\"{}\" stroke-width=\"2\" stroke-opacity=\".35\"/>",
        top + 7.0,
        bottom - 7.0,
        p.letters
    );
    // Capitals of Inter are 0.727 of its size.
    let base = (top + bottom) / 2.0 + f64::from(line.size) * 0.727 / 2.0;
    add!(to, "<path d=\"{}\" fill=\"{}\" transform=\"translate(256 {})\"/>", line.path, p.letters, n(base));
}
