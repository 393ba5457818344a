//! Letters become outlines: a picture inside `<img>` has no fonts but the reader's.

use crate::art::raster;
use resvg::{
    tiny_skia::{PathSegment, Point},
    usvg,
};
use std::{f32::consts::TAU, fmt::Write as _};

/// A line of text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    /// Its outline.
    pub(super) path: String,
    /// The size of its letters.
    pub(super) size: f32,
    /// How long it is.
    pub(super) width: f32,
}

/// Sets a text in bold letters of at most `size`, smaller if it would be wider than `width`. `None` if the font lacks a
/// letter, or the text is too long to be read.
pub(super) fn set(text: &str, size: f32, width: f32) -> Option<Line> {
    lay(text, size, 0.04, width, |x, y| (x, y))
}

/// The same along the top of a circle around the origin, on which its base line lies; it may be as long as `turn` of the
/// way around. Letters are bent with the line, as on a coin.
pub(super) fn bend(text: &str, size: f32, radius: f32, turn: f32) -> Option<Line> {
    lay(text, size, 0.09, turn * TAU * radius, |x, y| {
        let (sin, cos) = (x / radius).sin_cos();
        ((radius - y) * sin, (y - radius) * cos)
    })
}

/// Sets a text, and moves every point of it to where `place` says. The middle of its base line is the origin.
fn lay(text: &str, size: f32, spacing: f32, width: f32, place: impl Fn(f32, f32) -> (f32, f32)) -> Option<Line> {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
    let at = |size: f32| {
        let spacing = size * spacing;
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 512 512\"><text font-family=\"Inter\" \
             font-weight=\"700\" font-size=\"{size}\" letter-spacing=\"{spacing}\">{escaped}</text></svg>"
        );
        raster::tree(&svg).ok()
    };
    let tree = at(size)?;
    let natural = first_text(tree.root())?.abs_bounding_box().width();
    let fitting = if natural > width { (size * width / natural * 2.0).floor() / 2.0 } else { size };
    if fitting < size * 0.45 {
        return None;
    }
    let tree = at(fitting)?;
    let text = first_text(tree.root())?;
    if text.layouted().iter().flat_map(|span| &span.positioned_glyphs).any(|glyph| glyph.id.0 == 0) {
        return None;
    }
    let bounds = text.abs_bounding_box();
    let mut path = String::new();
    let middle = (bounds.left() + bounds.right()) / 2.0;
    outline(text.flattened(), &|p: Point| place(p.x - middle, p.y), &mut path);
    Some(Line { path, size: fitting, width: bounds.width() }).filter(|it| !it.path.is_empty())
}

fn first_text(group: &usvg::Group) -> Option<&usvg::Text> {
    group.children().iter().find_map(|node| match node {
        usvg::Node::Text(text) => Some(&**text),
        usvg::Node::Group(group) => first_text(group),
        _ => None,
    })
}

/// Writes the outlines of a group, each point where `place` says.
fn outline(group: &usvg::Group, place: &impl Fn(Point) -> (f32, f32), to: &mut String) {
    for node in group.children() {
        match node {
            usvg::Node::Group(group) => outline(group, place, to),
            usvg::Node::Path(path) => {
                let Some(data) = path.data().clone().transform(path.abs_transform()) else { continue };
                let at = |p| At(place(p));
                for segment in data.segments() {
                    // Writing to a string does not fail.
                    let _ = match segment {
                        PathSegment::MoveTo(p) => write!(to, "M{}", at(p)),
                        PathSegment::LineTo(p) => write!(to, "L{}", at(p)),
                        PathSegment::QuadTo(a, p) => write!(to, "Q{} {}", at(a), at(p)),
                        PathSegment::CubicTo(a, b, p) => write!(to, "C{} {} {}", at(a), at(b), at(p)),
                        PathSegment::Close => write!(to, "z"),
                    };
                }
            }
            _ => {}
        }
    }
}

/// A point, to a tenth of a unit: a fifth of a pixel at the largest size that is used.
struct At((f32, f32));

impl std::fmt::Display for At {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let tenth = |value: f32| (value * 10.0).round() / 10.0 + 0.0;
        write!(f, "{} {}", tenth(self.0.0), tenth(self.0.1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn european_scripts_can_be_set_and_others_are_left_out() {
        for text in ["Level 3", "Löten", "Άριστα", "Мастер", "A < B & C", "Năm thứ nhất"] {
            assert!(set(text, 40.0, 280.0).is_some(), "{text}");
        }
        for text in ["", " ", "熟練", "مبتدئ", "🏆", &"much too long for a ribbon ".repeat(4)] {
            assert!(set(text, 40.0, 280.0).is_none(), "{text}");
        }
    }

    #[test]
    fn a_long_text_is_set_in_smaller_letters() {
        let short = set("Basics", 40.0, 280.0).expect("it fits");
        let long = set("Intermediate level", 40.0, 280.0).expect("it fits");
        assert!(short.size == 40.0 && long.size < 40.0 && long.size >= 18.0, "{long:?}");
    }
}
