//! The shapes of badges, on a ground of 512 × 512.

use std::{f64::consts::TAU, fmt::Write as _};

/// The outline of a badge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Hexagon,
    Shield,
    Circle,
    Rosette,
    Diamond,
    Square,
}

/// A point, measured from the middle of a shape.
pub(super) type Point = (f64, f64);

/// How many petals a rosette has.
const PETALS: usize = 18;

impl Shape {
    /// All shapes, by name.
    pub(super) const ALL: &[(&str, Self)] = &[
        ("hexagon", Self::Hexagon),
        ("shield", Self::Shield),
        ("circle", Self::Circle),
        ("rosette", Self::Rosette),
        ("diamond", Self::Diamond),
        ("square", Self::Square),
    ];

    /// The shape of a name.
    pub(super) fn find(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|it| it.0 == name).map(|it| it.1)
    }

    /// The middle of the face.
    pub(super) fn middle(self) -> Point {
        match self {
            Self::Rosette => (256.0, 222.0),
            _ => (256.0, 252.0),
        }
    }

    /// How large an emblem may be, compared with the one on a circle.
    pub(super) fn room(self) -> f64 {
        match self {
            Self::Circle => 1.0,
            Self::Hexagon => 0.98,
            Self::Shield => 0.94,
            Self::Square => 1.04,
            Self::Rosette => 0.84,
            Self::Diamond => 0.84,
        }
    }

    /// The outline, `scale` times as large as that of the whole badge. Only the outermost is scalloped.
    pub(super) fn outline(self, scale: f64) -> String {
        let middle = self.middle();
        match self {
            Self::Circle => circle(middle, 240.0 * scale),
            Self::Rosette if scale > 0.95 => scalloped(middle, 187.0 * scale),
            Self::Rosette => circle(middle, 200.0 * scale),
            Self::Shield => shield(middle, scale),
            Self::Hexagon | Self::Diamond | Self::Square => rounded(&self.corners(scale), 34.0 * scale),
        }
    }

    /// The corners of a shape that has some, clockwise.
    pub(super) fn corners(self, scale: f64) -> Vec<Point> {
        let (count, radius, turn) = match self {
            Self::Hexagon => (6, 250.0, 0.0),
            Self::Diamond => (4, 256.0, 0.0),
            Self::Square => (4, 304.0, 0.125),
            Self::Shield | Self::Circle | Self::Rosette => return Vec::new(),
        };
        let (x, y) = self.middle();
        (0..count)
            .map(|n| f64::from(n) / f64::from(count) + turn - 0.25)
            .map(|turn| around((x, y), turn, radius * scale))
            .collect()
    }
}

/// A point on a circle, `turn` of the way around from three o'clock.
pub(super) fn around((x, y): Point, turn: f64, radius: f64) -> Point {
    let (sin, cos) = (turn * TAU).sin_cos();
    (x + radius * cos, y + radius * sin)
}

/// A number with at most one decimal.
pub(super) fn n(value: f64) -> f64 {
    // Adding zero turns a negative zero into a plain one.
    (value * 10.0).round() / 10.0 + 0.0
}

/// A closed line from point to point.
pub(super) fn polygon(points: &[Point]) -> String {
    let mut path = String::new();
    for (at, (x, y)) in points.iter().enumerate() {
        // Writing to a string does not fail.
        let _ = write!(path, "{}{} {}", if at == 0 { "M" } else { "L" }, n(*x), n(*y));
    }
    path + "z"
}

/// A star with five points.
pub(super) fn star(middle: Point, radius: f64) -> String {
    let points: Vec<Point> = (0..10)
        .map(|at| around(middle, f64::from(at) / 10.0 - 0.25, if at % 2 == 0 { radius } else { radius * 0.46 }))
        .collect();
    rounded(&points, radius * 0.09)
}

pub(super) fn circle((x, y): Point, radius: f64) -> String {
    let (left, r) = (n(x - radius), n(radius));
    format!("M{left} {}a{r} {r} 0 1 1 {d} 0a{r} {r} 0 1 1-{d} 0z", n(y), d = n(2.0 * radius))
}

fn scalloped(middle: Point, radius: f64) -> String {
    let step = 1.0 / PETALS as f64;
    let petal = n(radius * (step * TAU / 2.0).sin() * 1.06);
    let mut path = String::new();
    for at in 0..=PETALS {
        let (x, y) = around(middle, at as f64 * step, radius);
        let _ = if at == 0 {
            write!(path, "M{} {}", n(x), n(y))
        } else {
            write!(path, "A{petal} {petal} 0 0 1 {} {}", n(x), n(y))
        };
    }
    path + "z"
}

fn shield((cx, cy): Point, scale: f64) -> String {
    let p = |x: f64, y: f64| format!("{} {}", n(cx + x * scale), n(cy + y * scale));
    format!(
        "M{}C{} {} {}Q{} {}L{}C{} {} {}C{} {} {}L{}Q{} {}C{} {} {}z",
        p(0.0, -244.0),
        p(60.0, -206.0),
        p(120.0, -194.0),
        p(186.0, -192.0),
        p(208.0, -191.0),
        p(208.0, -168.0),
        p(208.0, -6.0),
        p(208.0, 122.0),
        p(118.0, 204.0),
        p(0.0, 252.0),
        p(-118.0, 204.0),
        p(-208.0, 122.0),
        p(-208.0, -6.0),
        p(-208.0, -168.0),
        p(-208.0, -191.0),
        p(-186.0, -192.0),
        p(-120.0, -194.0),
        p(-60.0, -206.0),
        p(0.0, -244.0),
    )
}

/// A polygon whose corners are rounded.
fn rounded(points: &[Point], radius: f64) -> String {
    let mut path = String::new();
    for (at, &(x, y)) in points.iter().enumerate() {
        let towards = |(tx, ty): Point| {
            let length = ((tx - x) * (tx - x) + (ty - y) * (ty - y)).sqrt();
            let share = (radius / length).min(0.5);
            (x + (tx - x) * share, y + (ty - y) * share)
        };
        let before = towards(points[(at + points.len() - 1) % points.len()]);
        let after = towards(points[(at + 1) % points.len()]);
        let letter = if at == 0 { "M" } else { "L" };
        let _ = write!(path, "{letter}{} {}Q{} {} {} {}", n(before.0), n(before.1), n(x), n(y), n(after.0), n(after.1));
    }
    path + "z"
}
