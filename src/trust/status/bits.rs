//! The bits of a status list, and the text in which they travel.
//!
//! Source: Bitstring Status List 1.0, "Bitstring Encoding" and "Bitstring Generation Algorithm".

use crate::trust::{Sentence, says};
use data_encoding::BASE64URL_NOPAD;
use flate2::{Compression, bufread::GzDecoder, write::GzEncoder};
use std::io::{Read, Write};

/// How many bits our lists have: the least that the standard allows.
pub const LENGTH: u32 = 131_072;

/// No list that is read may be longer: 16 MiB.
const MOST_BYTES: usize = 16 << 20;

/// A list of bits, one for each credential.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bits(pub Vec<u8>);

impl Bits {
    /// As many zeros as our lists have bits.
    #[must_use]
    pub fn new() -> Self {
        Self(vec![0; LENGTH as usize / 8])
    }

    /// The bit at `index`, or `None` past the end. Index 0 is the most significant bit of the first byte.
    #[must_use]
    pub fn get(&self, index: u32) -> Option<bool> {
        self.0.get(index as usize / 8).map(|byte| byte & (0x80 >> (index % 8)) != 0)
    }

    /// Sets the bit at `index`; past the end nothing happens.
    pub fn set(&mut self, index: u32, bit: bool) {
        if let Some(byte) = self.0.get_mut(index as usize / 8) {
            let mask = 0x80 >> (index % 8);
            if bit { *byte |= mask } else { *byte &= !mask }
        }
    }

    /// Writes `encodedList`: `u` + base64url of the gzipped bytes.
    ///
    /// Another version of the compressor may write other text for the same bits: compare bits, never texts.
    #[must_use]
    pub fn encode(&self) -> String {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        let bytes = gzip.write_all(&self.0).and_then(|()| gzip.finish()).expect("writing to memory cannot fail");
        format!("u{}", BASE64URL_NOPAD.encode(&bytes))
    }

    /// Reads `encodedList`; refuses fewer than [`LENGTH`] bits and more than 16 MiB.
    ///
    /// # Errors
    ///
    /// The rest of a sentence that begins with the list.
    pub fn decode(text: &str) -> Result<Self, Sentence> {
        let digits = text.strip_prefix('u').ok_or(says::LIST_ENCODING)?;
        if digits.len() > 2 * MOST_BYTES {
            return Err(says::LIST_LONG.into());
        }
        let compressed = BASE64URL_NOPAD.decode(digits.as_bytes()).map_err(|_| says::LIST_ENCODING)?;

        // A few bytes of gzip can stand for gigabytes, so reading stops one byte past the limit.
        let mut gzip = GzDecoder::new(compressed.as_slice());
        let mut bytes = Vec::with_capacity(LENGTH as usize / 8);
        let limit = MOST_BYTES as u64 + 1;
        (&mut gzip).take(limit).read_to_end(&mut bytes).map_err(|_| says::LIST_ENCODING)?;
        if bytes.len() > MOST_BYTES {
            return Err(says::LIST_LONG.into());
        }
        if !gzip.into_inner().is_empty() {
            return Err(says::LIST_ENCODING.into());
        }
        if bytes.len() < LENGTH as usize / 8 {
            return Err(says::LIST_BITS.with([(bytes.len() * 8).to_string().into()]));
        }
        Ok(Self(bytes))
    }
}

impl Default for Bits {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(bytes).unwrap();
        gzip.finish().unwrap()
    }

    fn encoded(gzip: &[u8]) -> String {
        format!("u{}", BASE64URL_NOPAD.encode(gzip))
    }

    #[test]
    fn what_is_written_is_read_back() {
        let mut bits = Bits::new();
        for index in [0, 7, 8, 94_567, LENGTH - 1, LENGTH] {
            bits.set(index, true);
        }
        assert_eq!(bits.0[0], 0b1000_0001);
        assert_eq!(bits.get(8), Some(true));
        assert_eq!(bits.get(9), Some(false));
        assert_eq!(bits.get(LENGTH), None);
        assert_eq!(Bits::decode(&bits.encode()), Ok(bits.clone()));

        bits.set(7, false);
        assert_eq!(bits.get(7), Some(false));
    }

    #[test]
    fn a_list_that_is_not_exact_is_refused() {
        let good = gzip(&[0; 16_384]);
        let mut damaged = good.clone();
        let end = damaged.len() - 6;
        damaged[end] ^= 1;
        for (why, text) in [
            ("not base64url of gzip", "H4sI".to_owned()),
            ("not base64url of gzip", String::new()),
            ("not base64url of gzip", "uH4s=".to_owned()),
            ("not base64url of gzip", "u".to_owned()),
            ("not base64url of gzip", encoded(&[0; 16_384])),
            ("or is damaged", encoded(&damaged)),
            ("or is damaged", encoded(&good[..good.len() - 1])),
            ("or is damaged", encoded(&[good.as_slice(), b"x"].concat())),
            ("fewer than", encoded(&gzip(&[0; 16_383]))),
            ("longer than 16 MiB", encoded(&gzip(&vec![0; MOST_BYTES + 1]))),
        ] {
            let error = Bits::decode(&text).expect_err(why).to_string();
            assert!(error.contains(why), "{error}, not {why}");
        }
    }
}
