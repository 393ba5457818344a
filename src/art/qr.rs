//! QR codes, for awards on paper.

use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};

/// Modules of white around the code, without which scanners do not find it (ISO/IEC 18004, 9.1).
const QUIET_ZONE: i32 = 4;

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
    let size = code.size();
    let side = size + 2 * QUIET_ZONE;
    let mut path = String::with_capacity(4 << 10);
    for y in 0..size {
        // A row is one dashed line; what is white to its end needs no stroke.
        path.push('M');
        push_number(&mut path, QUIET_ZONE);
        path.push(' ');
        push_number(&mut path, y + QUIET_ZONE);
        path.push_str(".5");
        let (mut is_dark, mut length) = (false, 0);
        for x in 0..size {
            if code.get_module(x, y) == is_dark {
                length += 1;
                continue;
            }
            push_run(&mut path, is_dark, length);
            (is_dark, length) = (!is_dark, 1);
        }
        if is_dark {
            push_run(&mut path, is_dark, length);
        }
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"qr\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path stroke=\"#000\" d=\"{path}\"/></svg>"
    )
}

/// So many modules of a row: a dash or a gap.
fn push_run(path: &mut String, is_dark: bool, length: i32) {
    if length > 0 {
        path.push(if is_dark { 'h' } else { 'm' });
        push_number(path, length);
        path.push_str(if is_dark { "" } else { " 0" });
    }
}

/// A number from 0 to 199, as a code is wide at most; a page has hundreds of them, and `write!` would take most of its time.
fn push_number(path: &mut String, number: i32) {
    let number = u8::try_from(number).unwrap_or_default();
    if number >= 100 {
        path.push(char::from(b'0' + number / 100));
    }
    if number >= 10 {
        path.push(char::from(b'0' + number / 10 % 10));
    }
    path.push(char::from(b'0' + number % 10));
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

    #[test]
    fn numbers_are_written_as_everywhere() {
        let mut path = String::new();
        [0, 7, 10, 99, 100, 105, 185].into_iter().for_each(|it| push_number(&mut path, it));
        assert_eq!(path, "071099100105185");
    }

    #[test]
    fn what_does_not_fit_shows_nothing() {
        assert!(!qr(&"x".repeat(3_000)).contains("path"));
    }
}
