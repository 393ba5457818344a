//! An inscription: words on a curve, between the edge of the face and a disc in its middle, as on a coin.

use super::{
    KEYLINE, Recipe, add,
    colour::INK,
    lettering,
    shape::{Point, around, circle, n},
};
use std::{f64::consts::TAU, fmt::Write as _};

/// How far around an inscription may go: below that come marks, or a ribbon.
const TURN: f32 = 0.58;
/// How large its letters are, measured by the widest circle that fits on the face.
const SIZE: f64 = 0.158;
/// What the letters keep away from the edge, by the same measure.
const GAP: f64 = 0.052;

/// Where an inscription runs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ring {
    size: f64,
    /// The circle on which its letters stand.
    base: f64,
    /// What is left for everything else.
    pub(super) inner: f64,
}

impl Ring {
    /// The ring of a badge that has an inscription.
    pub(super) fn of(recipe: &Recipe) -> Option<Self> {
        recipe.inscription?;
        let outer = recipe.shape.radius(KEYLINE);
        let size = outer * SIZE;
        // Capitals of Inter are 0.727 of its size.
        let base = outer - outer * GAP - size * 0.727;
        Some(Self { size, base, inner: base - size * 0.34 })
    }

    /// The places of `count` marks at the bottom of the ring, and how large they are.
    pub(super) fn marks(self, middle: Point, count: u8) -> (Vec<Point>, f64) {
        let radius = self.size * 0.62;
        let way = self.base + self.size * 0.36;
        let step = radius * 2.3 / (way * TAU);
        let first = 0.25 + step * (f64::from(count) - 1.0) / 2.0;
        ((0..count).map(|at| around(middle, first - f64::from(at) * step, way)).collect(), radius)
    }
}

/// Whether a text can be written on the curve.
pub(super) fn fits(text: &str) -> bool {
    // Letters and radius grow alike, so that one shape speaks for all.
    lettering::bend(text, 28.0, 152.0, TURN).is_some()
}

/// Draws the ring: a darker ground, the inscription, and a dot on either side of it.
pub(super) fn draw(to: &mut String, recipe: &Recipe, ring: &Ring) {
    let Some(text) = recipe.inscription else { return };
    let Some(line) = lettering::bend(text, ring.size as f32, ring.base as f32, TURN) else { return };
    let p = recipe.palette;
    let middle = recipe.shape.middle();
    let disc = circle(middle, ring.inner);
    add!(
        to,
        "<path d=\"{}{disc}\" fill=\"{}\" fill-opacity=\"{}\" fill-rule=\"evenodd\"/>",
        recipe.shape.outline(KEYLINE),
        p.groove,
        f64::from(p.ring_depth()) / 100.0
    );
    add!(to, "<path d=\"{disc}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2.5\" stroke-opacity=\".7\"/>", p.metal);
    let fill = p.inscription();
    let (x, y) = middle;
    if !p.is_light() {
        add!(
            to,
            "<path d=\"{}\" fill=\"{INK}\" fill-opacity=\".35\" transform=\"translate({} {})\"/>",
            line.path,
            n(x),
            n(y + 2.0)
        );
    }
    add!(to, "<path d=\"{}\" fill=\"{fill}\" transform=\"translate({} {})\"/>", line.path, n(x), n(y));
    let half = f64::from(line.width) / (ring.base * TAU) / 2.0 + ring.size * 0.9 / (ring.base * TAU);
    let dot = |turn: f64| circle(around(middle, turn - 0.25, ring.base + ring.size * 0.36), ring.size * 0.13);
    add!(to, "<path d=\"{}{}\" fill=\"{fill}\"/>", dot(half), dot(-half));
}
