//! An author's SVG is made harmless: it shows the same, and cannot do anything.
//!
//! Three nets, one behind the other. The file is parsed without a DTD, within limits, and must not depend on another
//! file. `svg-hush` then keeps the elements and attributes that draw, and nothing else. What comes out is read again,
//! must hold no address but `#…`, and must be something that can be drawn.

use super::{raster, unfold, weight};
use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};
use std::collections::HashMap;

/// Most elements, attributes and texts in a file.
const MOST_NODES: u32 = 50_000;
/// Most elements within each other. Editors nest about a dozen.
pub(super) const DEEPEST: usize = 64;
/// Most elements when each reference is replaced by what it names.
const MOST_EXPANDED: u64 = 200_000;
/// Most steps of all filters together: each one is a pass over the whole picture.
const MOST_FILTER_STEPS: usize = 64;
/// Least and greatest side, in user units.
const SIDES: std::ops::RangeInclusive<f64> = 1.0..=20_000.0;

const SVG: &str = "http://www.w3.org/2000/svg";

/// An SVG that only draws.
pub(super) struct Clean {
    /// The file.
    pub(super) text: String,
    /// Width and height, in user units.
    pub(super) size: (u32, u32),
}

/// Makes an SVG harmless, or says why it cannot be used.
pub(super) fn sanitise(bytes: &[u8]) -> Result<Clean, String> {
    let text =
        std::str::from_utf8(bytes).map_err(|_| "it is not UTF-8 text; save the SVG again as UTF-8".to_owned())?;
    let body = without_prolog(text)?;
    let document = parse(body)?;
    let root = document.root_element();
    if root.tag_name().name() != "svg" || root.tag_name().namespace() != Some(SVG) {
        return Err(format!("its outermost element has to be `<svg xmlns=\"{SVG}\">`"));
    }
    within_limits(root)?;
    stands_alone(root)?;
    let size = size_of(root)?;

    let mut clean = Vec::with_capacity(body.len());
    svg_hush::Filter::new()
        .filter(body.as_bytes(), &mut clean)
        .map_err(|error| format!("it cannot be made harmless ({error}); export it as a plain SVG"))?;
    let mut clean =
        String::from_utf8(clean).map_err(|_| "it cannot be made harmless; export it as a plain SVG".to_owned())?;
    if root.attribute("viewBox").is_none() {
        // Without one, a browser would crop the picture instead of scaling it.
        let at = clean.find("<svg").map_or(0, |at| at + "<svg".len());
        clean.insert_str(at, &format!(" viewBox=\"0 0 {} {}\"", size.0, size.1));
    }
    // Nothing should be left to find. A hole in the filter shows here, and not in a reader's browser.
    stands_alone(parse(&clean)?.root_element())?;
    if !weight::is_light(&raster::tree(&clean)?) {
        return Err(
            "it takes too long to draw: its blurs, masks, see-through layers and patterns add up; use fewer or \
            smaller ones, or export it as PNG"
                .to_owned(),
        );
    }

    Ok(Clean { text: clean, size: (size.0.round() as u32, size.1.round() as u32) })
}

fn parse(text: &str) -> Result<Document<'_>, String> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| match error {
        resvg::usvg::roxmltree::Error::NodesLimitReached => {
            format!("it has more than {MOST_NODES} parts; simplify it, or export it as PNG")
        }
        resvg::usvg::roxmltree::Error::DtdDetected => NO_ENTITIES.to_owned(),
        error => format!("it is not well-formed XML ({error}); export it again"),
    })
}

const NO_ENTITIES: &str = "it declares entities, which could be used to overwhelm whoever opens it; \
    export it as a plain SVG, without a DTD";

/// The file without its XML declaration and without a DOCTYPE that only names the SVG 1.1 DTD, as many editors
/// write it. One that declares something is refused.
fn without_prolog(text: &str) -> Result<&str, String> {
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    loop {
        let after = if rest.starts_with("<?") {
            rest.find("?>").map(|end| end + 2)
        } else if rest.starts_with("<!--") {
            rest.find("-->").map(|end| end + 3)
        } else if rest.starts_with("<!DOCTYPE") {
            let end = rest.find('>').map(|end| end + 1);
            if end.is_some_and(|end| rest[..end].contains('[')) {
                return Err(NO_ENTITIES.to_owned());
            }
            end
        } else {
            return Ok(rest);
        };
        let after = after.ok_or("it ends before its first element; export it again")?;
        rest = rest[after..].trim_start();
    }
}

/// Refuses what would take long to draw.
fn within_limits(root: Node) -> Result<(), String> {
    let mut depths = HashMap::new();
    let mut steps = 0;
    for node in root.descendants().filter(Node::is_element) {
        let depth = node.parent().and_then(|parent| depths.get(&parent.id())).map_or(1, |above| above + 1);
        if depth > DEEPEST {
            return Err(format!("its elements are nested more than {DEEPEST} deep; ungroup them"));
        }
        depths.insert(node.id(), depth);
        if node.tag_name().name().starts_with("fe") {
            steps += 1;
        }
        let octaves = node.attribute("numOctaves").and_then(|it| it.trim().parse::<f64>().ok());
        if octaves.is_some_and(|it| it > 8.0) {
            return Err("its turbulence has more than 8 octaves, which nobody can see; use fewer".to_owned());
        }
    }
    if steps > MOST_FILTER_STEPS {
        return Err(format!("its filters have more than {MOST_FILTER_STEPS} steps; use fewer effects"));
    }
    if unfold::count(root)? > MOST_EXPANDED {
        return Err(format!(
            "its references unfold into more than {MOST_EXPANDED} shapes; simplify it, or export it as PNG"
        ));
    }
    Ok(())
}

/// Refuses what would need another file, or holds a bitmap.
///
/// A link is not refused: it is taken out later, and the picture looks the same without it.
fn stands_alone(root: Node) -> Result<(), String> {
    for node in root.descendants() {
        let name = node.tag_name().name();
        for href in hrefs(node).map(str::trim).filter(|href| !href.starts_with('#') && !href.is_empty()) {
            match name {
                "image" | "feImage" if href.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:")) => {
                    return Err("it holds a bitmap; give the whole picture as PNG instead".to_owned());
                }
                // Not drawn, and dropped.
                "a" | "script" => {}
                _ if node.tag_name().namespace() != Some(SVG) => {}
                _ => {
                    return Err(format!(
                        "its `<{name}>` needs another file, `{}`; put everything into the SVG itself",
                        shortened(href)
                    ));
                }
            }
        }
        let style = if name == "style" { node.text() } else { None };
        for text in node.attributes().filter(|it| it.namespace().is_none()).map(|it| it.value()).chain(style) {
            if let Some(address) = addresses(text).find(|it| !it.starts_with('#') && !it.starts_with("data:")) {
                return Err(format!(
                    "it needs another file, `{}`; put everything into the SVG itself",
                    shortened(address)
                ));
            }
        }
    }
    Ok(())
}

/// The values of `href` and `xlink:href`.
pub(super) fn hrefs<'a>(node: Node<'a, '_>) -> impl Iterator<Item = &'a str> {
    node.attributes().filter(|it| it.name() == "href").map(|it| it.value()).collect::<Vec<_>>().into_iter()
}

/// What stands in each `url(…)` of a style, without quotes.
pub(super) fn addresses(style: &str) -> impl Iterator<Item = &str> {
    let lower = style.to_ascii_lowercase();
    let starts: Vec<usize> = lower.match_indices("url(").map(|(at, found)| at + found.len()).collect();
    starts.into_iter().map(|start| {
        let inside = &style[start..];
        let inside = inside.split(')').next().unwrap_or(inside);
        inside.trim().trim_matches(['"', '\'']).trim()
    })
}

fn shortened(text: &str) -> String {
    let short: String = text.chars().filter(|it| !it.is_control()).take(60).collect();
    if short.len() < text.len() { format!("{short}…") } else { short }
}

/// Width and height, from the attributes of those names or else from the view box.
fn size_of(root: Node) -> Result<(f64, f64), String> {
    let view_box = root.attribute("viewBox").map(|text| {
        let numbers: Option<Vec<f64>> = text
            .split([' ', ',', '\t', '\n', '\r'])
            .filter(|part| !part.is_empty())
            .map(|part| part.parse().ok())
            .collect();
        numbers
            .filter(|it| it.len() == 4)
            .map(|it| (it[2], it[3]))
            .ok_or_else(|| format!("its view box, `{}`, is not four numbers; write `0 0 512 512`", shortened(text)))
    });
    let view_box = view_box.transpose()?;
    let given = root.attribute("width").and_then(length).zip(root.attribute("height").and_then(length));
    let Some((width, height)) = given.or(view_box) else {
        return Err("it says neither its view box nor its size; add `viewBox=\"0 0 512 512\"`".to_owned());
    };
    // The shape on a page is that of width and height; the numbers that mean something are the view box's.
    let (width, height) = match view_box {
        Some((_, box_height)) if box_height > 0.0 && height > 0.0 => (box_height * width / height, box_height),
        _ => (width, height),
    };
    if SIDES.contains(&width) && SIDES.contains(&height) {
        Ok((width, height))
    } else {
        Err(format!("its size, {width} × {height}, is not one that can be drawn; use a view box of `0 0 512 512`"))
    }
}

/// A length in pixels, unless it is relative to something.
fn length(text: &str) -> Option<f64> {
    let text = text.trim();
    let unit_at = text.find(|it: char| it.is_ascii_alphabetic() || it == '%').unwrap_or(text.len());
    let (number, unit) = text.split_at(unit_at);
    let pixels = match unit.trim() {
        "" | "px" => 1.0,
        "pt" => 96.0 / 72.0,
        "pc" => 16.0,
        "mm" => 96.0 / 25.4,
        "cm" => 96.0 / 2.54,
        "in" => 96.0,
        _ => return None,
    };
    number.trim().parse::<f64>().ok().map(|it| it * pixels)
}
