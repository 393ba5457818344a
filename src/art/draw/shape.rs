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

/// How far from a corner its rounding begins.
const ROUNDING: f64 = 34.0;

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
            Self::Hexagon | Self::Diamond | Self::Square => rounded(&self.corners(scale), ROUNDING * scale),
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

impl Shape {
    /// The outline as a line from point to point, a tenth of a pixel off at most.
    pub(super) fn points(self, scale: f64) -> Vec<Point> {
        match self {
            Self::Circle | Self::Rosette => {
                let radius = if self == Self::Circle { 240.0 } else { 200.0 } * scale;
                (0..96).map(|at| around(self.middle(), f64::from(at) / 96.0, radius)).collect()
            }
            _ => flatten(&self.outline(scale)),
        }
    }

    /// The sides of a shape that has corners, each from the middle of one corner to the middle of the next: as a path
    /// that is still open.
    pub(super) fn sides(self) -> Vec<String> {
        let corners = self.corners(1.0);
        let ends: Vec<_> = (0..corners.len()).map(|at| rounding(&corners, at, ROUNDING)).collect();
        let half = |(ax, ay): Point, (bx, by): Point| ((ax + bx) / 2.0, (ay + by) / 2.0);
        let p = |(x, y): Point| format!("{} {}", n(x), n(y));
        (0..corners.len())
            .map(|at| {
                let next = (at + 1) % corners.len();
                let (before, after) = ends[at];
                let (before_next, after_next) = ends[next];
                // De Casteljau: each corner's curve is cut in its middle.
                let (towards, away) = (half(corners[at], after), half(before_next, corners[next]));
                let start = half(half(before, corners[at]), towards);
                let end = half(away, half(corners[next], after_next));
                format!("M{}Q{} {}L{}Q{} {}", p(start), p(towards), p(after), p(before_next), p(away), p(end))
            })
            .collect()
    }

    /// How far it is from the middle to the nearest point of the outline.
    pub(super) fn radius(self, scale: f64) -> f64 {
        let (x, y) = self.middle();
        let points = self.points(scale);
        let distances = (0..points.len()).map(|at| {
            let ((ax, ay), (bx, by)) = (points[at], points[(at + 1) % points.len()]);
            let (dx, dy) = (bx - ax, by - ay);
            let along = (((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy).max(1e-9)).clamp(0.0, 1.0);
            (ax + along * dx - x).hypot(ay + along * dy - y)
        });
        distances.fold(f64::INFINITY, f64::min)
    }
}

/// What of `shape` lies within `window`, which is convex (Sutherland and Hodgman).
///
/// A clip path would do the same, and cost a layer of its own whenever the picture is drawn.
pub(super) fn cut(shape: &[Point], window: &[Point]) -> Vec<Point> {
    let edges = || (0..window.len()).map(|at| (window[at], window[(at + 1) % window.len()]));
    let area: f64 = edges().map(|((ax, ay), (bx, by))| ax * by - bx * ay).sum();
    let mut left = shape.to_vec();
    for ((ax, ay), (bx, by)) in edges() {
        let inside = |(x, y): Point| ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) * area.signum();
        let all = std::mem::take(&mut left);
        for at in 0..all.len() {
            let (from, to) = (all[at], all[(at + 1) % all.len()]);
            let (of_from, of_to) = (inside(from), inside(to));
            if of_from >= 0.0 {
                left.push(from);
            }
            if (of_from >= 0.0) != (of_to >= 0.0) {
                let share = of_from / (of_from - of_to);
                left.push((from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share));
            }
        }
    }
    left
}

/// A closed path of the commands `M`, `L`, `Q` and `C`, point by point. Its last command is `z`.
pub(super) fn flatten(path: &str) -> Vec<Point> {
    const STEPS: u32 = 12;
    let mut points: Vec<Point> = Vec::new();
    let starts: Vec<usize> = path.match_indices(|it: char| it.is_ascii_alphabetic()).map(|it| it.0).collect();
    for part in starts.windows(2).map(|it| &path[it[0]..it[1]]) {
        let numbers: Vec<f64> = part[1..].split_ascii_whitespace().filter_map(|it| it.parse().ok()).collect();
        let to: Vec<Point> = numbers.as_chunks().0.iter().map(|&[x, y]| (x, y)).collect();
        let Some(&from) = points.last().filter(|_| to.len() > 1) else {
            points.extend(to);
            continue;
        };
        let mut curve = vec![from];
        curve.extend(to);
        points.extend((1..=STEPS).map(|step| {
            let share = f64::from(step) / f64::from(STEPS);
            let mut left = curve.clone();
            while left.len() > 1 {
                left = left
                    .windows(2)
                    .map(|it| (it[0].0 + (it[1].0 - it[0].0) * share, it[0].1 + (it[1].1 - it[0].1) * share))
                    .collect();
            }
            left[0]
        }));
    }
    points
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
        let (before, after) = rounding(points, at, radius);
        let letter = if at == 0 { "M" } else { "L" };
        let _ = write!(path, "{letter}{} {}Q{} {} {} {}", n(before.0), n(before.1), n(x), n(y), n(after.0), n(after.1));
    }
    path + "z"
}

/// Where the rounding of a corner begins, and where it ends.
fn rounding(points: &[Point], at: usize, radius: f64) -> (Point, Point) {
    let (x, y) = points[at];
    let towards = |(tx, ty): Point| {
        let length = ((tx - x) * (tx - x) + (ty - y) * (ty - y)).sqrt();
        let share = (radius / length).min(0.5);
        (x + (tx - x) * share, y + (ty - y) * share)
    };
    (towards(points[(at + points.len() - 1) % points.len()]), towards(points[(at + 1) % points.len()]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(points: &[Point]) -> f64 {
        let edges = (0..points.len()).map(|at| (points[at], points[(at + 1) % points.len()]));
        (edges.map(|((ax, ay), (bx, by))| ax * by - bx * ay).sum::<f64>() / 2.0).abs()
    }

    #[test]
    fn what_is_cut_off_is_all_that_lies_outside() {
        let square = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)];
        let triangle = [(5.0, -5.0), (15.0, 5.0), (5.0, 15.0)];
        let (one, other) = (cut(&square, &triangle), cut(&triangle, &square));
        assert!((area(&one) - 50.0).abs() < 1e-9, "{one:?}");
        assert!((area(&other) - 50.0).abs() < 1e-9, "{other:?}");
        assert!(cut(&square, &[(20.0, 0.0), (30.0, 0.0), (30.0, 5.0)]).is_empty());
    }

    #[test]
    fn the_pieces_of_a_shape_make_up_the_shape() {
        for &(name, shape) in Shape::ALL {
            let points = shape.points(0.84);
            let half =
                |left: f64| cut(&points, &[(left, -9.0), (left + 256.0, -9.0), (left + 256.0, 600.0), (left, 600.0)]);
            assert!((area(&half(0.0)) + area(&half(256.0)) - area(&points)).abs() < 1e-6, "{name}");
            assert!((140.0..=202.0).contains(&shape.radius(0.84)), "{name}: {}", shape.radius(0.84));
        }
    }
}
