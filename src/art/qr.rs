//! QR codes, for awards on paper.

use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};
use std::{array, sync::LazyLock};

/// Modules of white around the code, without which scanners do not find it (ISO/IEC 18004, 9.1).
const QUIET_ZONE: usize = 4;
/// Modules of the largest code, from side to side.
const MOST: usize = 177;

/// A piece of a path, and how long it is: a page has hundreds of them, and formatting would take most of its time.
#[derive(Clone, Copy)]
struct Piece([u8; 8], usize);

struct Pieces {
    /// To the start of each row.
    rows: [String; MOST],
    /// Over so many white modules, and along so many black ones.
    runs: [[Piece; MOST + 1]; 2],
}

static PIECES: LazyLock<Pieces> = LazyLock::new(|| {
    let run = |length: usize, text: String| {
        let mut piece = Piece([b' '; 8], if length > 0 { text.len() } else { 0 });
        piece.0[..text.len()].copy_from_slice(text.as_bytes());
        piece
    };
    Pieces {
        rows: array::from_fn(|y| format!("M{QUIET_ZONE} {}.5", y + QUIET_ZONE)),
        runs: [
            array::from_fn(|length| run(length, format!("m{length} 0"))),
            array::from_fn(|length| run(length, format!("h{length}"))),
        ],
    }
});

impl Piece {
    /// Writes eight bytes, which a processor does at once, and takes back those that are not meant.
    fn write(self, path: &mut Vec<u8>) {
        let end = path.len() + self.1;
        path.extend_from_slice(&self.0);
        path.truncate(end);
    }
}

/// A QR code as an SVG with the id `qr`: one path, black on white.
///
/// An address of a hundred letters takes about two kilobytes. Text that is too long for any QR code (2,331 bytes) gives
/// an SVG that shows nothing.
#[must_use]
pub fn qr(text: &str) -> String {
    // Level M outlives a crease or a stain, and is what fits beside an address without growing coarse. Scanners read every
    // mask; trying all eight to find the prettiest would take longer than all the rest of an award's page.
    let (level, mask) = (QrCodeEcc::Medium, Some(Mask::new(0)));
    let segments = QrSegment::make_segments(text);
    let Ok(code) = QrCode::encode_segments_advanced(&segments, level, Version::MIN, Version::MAX, mask, false) else {
        return r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>"#.to_owned();
    };
    let mut path = Vec::with_capacity(4 << 10);
    for (y, row) in (0..code.size()).zip(&PIECES.rows) {
        // A row is one dashed line; what is white to its end needs no stroke.
        path.extend_from_slice(row.as_bytes());
        // Where it changes from white to black or back, found without a jump that no processor could foresee.
        let (mut edges, mut count, mut before) = ([0; MOST + 1], 0, false);
        for x in 0..code.size() {
            let is_dark = code.get_module(x, y);
            edges[count] = x;
            count += usize::from(is_dark != before);
            before = is_dark;
        }
        edges[count] = code.size();
        count += usize::from(before);
        let mut start = 0;
        for (edge, runs) in edges[..count].iter().zip(PIECES.runs.iter().cycle()) {
            runs[(edge - start).unsigned_abs() as usize].write(&mut path);
            start = *edge;
        }
    }
    let path = String::from_utf8(path).expect("all pieces are ASCII");
    let side = code.size().unsigned_abs() as usize + 2 * QUIET_ZONE;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"qr\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path stroke=\"#000\" d=\"{path}\"/></svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_for_an_award_is_small() {
        let code = qr("https://hackerspace.example/badges/assertions/0kq8x7c2m5v9t1b3n4ha/");
        assert!(code.len() <= 3_000, "{} bytes: {code}", code.len());
        assert!(code.contains("viewBox=\"0 0 45 45\""), "37 modules, and a quiet zone around them: {code}");
    }

    /// Where a path's strokes go, by row and column.
    fn drawn(code: &str) -> Vec<(usize, usize)> {
        let path = code.rsplit_once("d=\"").unwrap().1.split('"').next().unwrap();
        let mut strokes = Vec::new();
        for (y, row) in path.split('M').skip(1).enumerate() {
            let (mut x, start) = (0, format!("{QUIET_ZONE} {}.5", y + QUIET_ZONE));
            let runs = row.strip_prefix(&start).unwrap();
            for (at, _) in runs.match_indices(['m', 'h']) {
                let length = runs[at + 1..].split(['m', 'h', ' ']).next().unwrap().parse::<usize>().unwrap();
                if runs[at..].starts_with('h') {
                    strokes.extend((x..x + length).map(|x| (y, x)));
                }
                x += length;
            }
        }
        strokes
    }

    #[test]
    fn what_is_drawn_is_what_the_code_has() {
        for text in ["a".to_owned(), "https://a.example/".repeat(5), "x".repeat(2_331)] {
            let segments = QrSegment::make_segments(&text);
            let (most, mask) = (Version::MAX, Some(Mask::new(0)));
            let code = QrCode::encode_segments_advanced(&segments, QrCodeEcc::Medium, Version::MIN, most, mask, false)
                .unwrap();
            let places = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (y, x)));
            let dark = places.filter(|(y, x)| code.get_module(*x, *y));
            let dark: Vec<_> = dark.map(|(y, x)| (y.unsigned_abs() as usize, x.unsigned_abs() as usize)).collect();
            assert_eq!(drawn(&qr(&text)), dark, "{} bytes", text.len());
        }
    }

    #[test]
    fn what_does_not_fit_shows_nothing() {
        assert!(!qr(&"x".repeat(3_000)).contains("path"));
    }
}
