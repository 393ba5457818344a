//! Letters become outlines: a picture inside `<img>` has no fonts but the reader's.

use crate::art::raster;
use resvg::{tiny_skia::PathSegment, usvg};
use std::fmt::Write as _;

/// A line of text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    /// Its outline; the base line is at 0, the middle of the line at 0.
    pub(super) path: String,
    /// The size of its letters.
    pub(super) size: f32,
}

/// Sets a text in bold letters of at most `size`, smaller if it would be wider than `width`. `None` if the font lacks a
/// letter, or the text is too long to be read.
pub(super) fn set(text: &str, size: f32, width: f32) -> Option<Line> {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
    let at = |size: f32| {
        let spacing = size * 0.04;
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
    outline(text.flattened(), -(bounds.left() + bounds.right()) / 2.0, &mut path);
    Some(Line { path, size: fitting }).filter(|it| !it.path.is_empty())
}

fn first_text(group: &usvg::Group) -> Option<&usvg::Text> {
    group.children().iter().find_map(|node| match node {
        usvg::Node::Text(text) => Some(&**text),
        usvg::Node::Group(group) => first_text(group),
        _ => None,
    })
}

/// Writes the outlines of a group, moved sideways.
fn outline(group: &usvg::Group, dx: f32, to: &mut String) {
    for node in group.children() {
        match node {
            usvg::Node::Group(group) => outline(group, dx, to),
            usvg::Node::Path(path) => {
                let Some(data) = path.data().clone().transform(path.abs_transform()) else { continue };
                for segment in data.segments() {
                    // Writing to a string does not fail.
                    let _ = match segment {
                        PathSegment::MoveTo(p) => write!(to, "M{}", At(p.x + dx, p.y)),
                        PathSegment::LineTo(p) => write!(to, "L{}", At(p.x + dx, p.y)),
                        PathSegment::QuadTo(a, p) => write!(to, "Q{} {}", At(a.x + dx, a.y), At(p.x + dx, p.y)),
                        PathSegment::CubicTo(a, b, p) => {
                            write!(to, "C{} {} {}", At(a.x + dx, a.y), At(b.x + dx, b.y), At(p.x + dx, p.y))
                        }
                        PathSegment::Close => write!(to, "z"),
                    };
                }
            }
            _ => {}
        }
    }
}

/// A point, to a tenth of a unit: a fifth of a pixel at the largest size that is used.
struct At(f32, f32);

impl std::fmt::Display for At {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let tenth = |value: f32| (value * 10.0).round() / 10.0 + 0.0;
        write!(f, "{} {}", tenth(self.0), tenth(self.1))
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
