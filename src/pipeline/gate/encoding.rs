//! How a text is encoded, of which nobody says so. Spreadsheets write more than UTF-8.

/// How letters became bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    /// Two bytes for a letter; the lower one first, or not.
    Utf16 {
        little: bool,
    },
    /// Latin-1, or one of its many relatives: all have the letters of addresses where ASCII has them.
    Latin1,
}

impl Encoding {
    /// That of what begins with `bytes`; `None` of what is no text.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xff, 0xfe, ..] => return Some(Self::Utf16 { little: true }),
            [0xfe, 0xff, ..] => return Some(Self::Utf16 { little: false }),
            _ => {}
        }
        let sample = &bytes[..bytes.len().min(4096)];
        if sample.contains(&0) {
            // Latin letters of UTF-16 are every other byte nothing.
            let zeros = |from: usize| sample.iter().skip(from).step_by(2).filter(|it| **it == 0).count();
            let (even, odd, many) = (zeros(0), zeros(1), sample.len() / 4);
            if odd > many && even * 8 < odd {
                return Some(Self::Utf16 { little: true });
            }
            if even > many && odd * 8 < even {
                return Some(Self::Utf16 { little: false });
            }
        }
        match std::str::from_utf8(bytes) {
            Ok(_) => Some(Self::Utf8),
            // A letter that is cut by the end of a piece.
            Err(flaw) if flaw.error_len().is_none() => Some(Self::Utf8),
            Err(_) => {
                let odd = sample.iter().filter(|it| it.is_ascii_control() && !it.is_ascii_whitespace()).count();
                (odd * 50 <= sample.len()).then_some(Self::Latin1)
            }
        }
    }

    /// How many lines end in a piece.
    pub(super) fn lines(self, bytes: &[u8]) -> usize {
        match self {
            Self::Utf8 | Self::Latin1 => bytes.iter().filter(|it| **it == b'\n').count(),
            Self::Utf16 { .. } => self.text(bytes).matches('\n').count(),
        }
    }

    /// The text of a piece.
    pub(super) fn text(self, bytes: &[u8]) -> String {
        let text = match self {
            Self::Utf8 => String::from_utf8_lossy(bytes).into_owned(),
            Self::Latin1 => bytes.iter().copied().map(char::from).collect(),
            Self::Utf16 { little } => {
                let unit = |it: &[u8; 2]| if little { u16::from_le_bytes(*it) } else { u16::from_be_bytes(*it) };
                let units = bytes.as_chunks::<2>().0.iter().map(unit);
                char::decode_utf16(units).map(|it| it.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
            }
        };
        text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), str::to_owned)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_however_it_was_written() {
        let text = "Jörg,jörg@home.family\r\n".repeat(9);
        let utf16: Vec<u16> = text.encode_utf16().collect();
        let little: Vec<u8> = utf16.iter().flat_map(|it| it.to_le_bytes()).collect();
        let big: Vec<u8> = utf16.iter().flat_map(|it| it.to_be_bytes()).collect();
        let latin: Vec<u8> = text.chars().map(|it| it as u8).collect();
        let marked = [b"\xff\xfe", &little[..]].concat();
        for bytes in [text.as_bytes(), &little, &big, &latin, &marked] {
            assert_eq!(Encoding::of(bytes).unwrap().text(bytes), text, "{bytes:?}");
        }
        assert_eq!(Encoding::of(&text.as_bytes()[..2]), Some(Encoding::Utf8));
        assert_eq!(Encoding::of(include_bytes!("../../../tests/pictures/award.png")), None);
    }
}
