//! PNG: credentials travel in `iTXt` chunks (PNG Specification, 11.3.3.4), right after the header.
//!
//! Open Badges 3.0, "Baked Badge", and the Open Badges Baking Specification, "PNG": one chunk for each version, not
//! compressed. All other chunks stay as they are.

use super::{Baked, Content, PICTURE_LIMIT, TEXT_LIMIT, Version, add, text_too_large, too_large};
use flate2::read::ZlibDecoder;
use img_parts::{
    Bytes,
    png::{Png, PngChunk},
};
use std::io::Read;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The keyword of Open Badges 3.0.
const KEYWORD_V3: &[u8] = b"openbadgecredential";

/// The keyword of Open Badges 2.0.
const KEYWORD_V2: &[u8] = b"openbadges";

/// A PNG, ready to have credentials baked into it.
#[derive(Debug, Clone)]
pub struct PngBakery {
    /// Signature and header.
    head: Vec<u8>,
    /// All that follows, without credentials that were there.
    rest: Vec<u8>,
}

impl PngBakery {
    /// Takes `png` apart.
    ///
    /// # Errors
    ///
    /// A sentence, when it is no PNG or damaged.
    pub fn new(png: &[u8]) -> Result<Self, String> {
        let chunks = chunks(png)?;
        let mut head = SIGNATURE.to_vec();
        let mut rest = Vec::with_capacity(png.len());
        for (index, chunk) in chunks.into_iter().enumerate() {
            if index == 0 {
                head.extend_from_slice(&chunk.encoder().bytes());
            } else if keyword(&chunk).is_none() {
                rest.extend_from_slice(&chunk.encoder().bytes());
            }
        }
        Ok(Self { head, rest })
    }

    /// The picture with these documents in it: the signed credential of Open Badges 3.0, and the hosted assertion of
    /// Open Badges 2.0.
    #[must_use]
    pub fn bake(&self, v3: Option<&str>, v2: Option<&str>) -> Vec<u8> {
        let carried = v2.map_or(0, str::len) + v3.map_or(0, str::len);
        let mut png = Vec::with_capacity(self.head.len() + self.rest.len() + carried + 100);
        png.extend_from_slice(&self.head);
        for (keyword, text) in [(KEYWORD_V2, v2), (KEYWORD_V3, v3)] {
            if let Some(text) = text {
                png.extend_from_slice(&international_text(keyword, text).encoder().bytes());
            }
        }
        png.extend_from_slice(&self.rest);
        png
    }
}

/// Whether `file` begins as a PNG does.
pub(super) fn is_png(file: &[u8]) -> bool {
    file.starts_with(SIGNATURE)
}

/// Takes the credentials out.
pub(super) fn unbake(png: &[u8]) -> Result<Vec<Baked>, String> {
    let mut found = Vec::new();
    for chunk in chunks(png)? {
        let Some((version, rest)) = keyword(&chunk) else { continue };
        let text = if chunk.kind() == *b"iTXt" { read_international(rest)? } else { read_latin1(rest)? };
        add(&mut found, Baked { version, content: Content::of(&text) })?;
    }
    Ok(found)
}

/// All chunks, from `IHDR` to `IEND`; what follows those is no part of the picture.
fn chunks(png: &[u8]) -> Result<Vec<PngChunk>, String> {
    if png.len() > PICTURE_LIMIT {
        return Err(too_large());
    }
    if !is_png(png) {
        return Err("this is no PNG".to_owned());
    }
    let mut png = Png::from_bytes(Bytes::copy_from_slice(png)).map_err(|flaw| match flaw {
        img_parts::Error::BadCRC => "the PNG is damaged: a checksum does not fit".to_owned(),
        _ => "the PNG is damaged: it ends too early".to_owned(),
    })?;
    let chunks = std::mem::take(png.chunks_mut());
    match (chunks.first(), chunks.last()) {
        (Some(first), Some(last)) if first.kind() == *b"IHDR" && last.kind() == *b"IEND" => Ok(chunks),
        _ => Err("the PNG is damaged: it does not begin with its header and end with its end".to_owned()),
    }
}

/// The version for which a text chunk was baked, and what follows its keyword. `tEXt` is how early software baked.
fn keyword(chunk: &PngChunk) -> Option<(Version, &[u8])> {
    if chunk.kind() != *b"iTXt" && chunk.kind() != *b"tEXt" {
        return None;
    }
    let (keyword, rest) = split_at_null(chunk.contents())?;
    match keyword {
        KEYWORD_V3 => Some((Version::V3, rest)),
        KEYWORD_V2 => Some((Version::V2, rest)),
        _ => None,
    }
}

/// Keyword, null, compression flag and method, language tag, null, translated keyword, null, text in UTF-8.
fn international_text(keyword: &[u8], text: &str) -> PngChunk {
    let mut contents = Vec::with_capacity(keyword.len() + 5 + text.len());
    contents.extend_from_slice(keyword);
    contents.extend_from_slice(&[0, 0, 0, 0, 0]);
    contents.extend_from_slice(text.as_bytes());
    PngChunk::new(*b"iTXt", Bytes::from(contents))
}

/// Reads what follows the keyword of an `iTXt` chunk.
fn read_international(rest: &[u8]) -> Result<String, String> {
    let damaged = || "the credential in the PNG is damaged: its chunk is not made as `iTXt` should be".to_owned();
    let [compressed, method, rest @ ..] = rest else { return Err(damaged()) };
    let (_language, rest) = split_at_null(rest).ok_or_else(damaged)?;
    let (_translated_keyword, text) = split_at_null(rest).ok_or_else(damaged)?;
    let bytes = match (compressed, method) {
        (0, _) => text.to_vec(),
        // Baking forbids compression. It takes nothing away from the credential, so it is read all the same.
        (1, 0) => {
            let mut bytes = Vec::new();
            let limit = TEXT_LIMIT as u64 + 1;
            ZlibDecoder::new(text).take(limit).read_to_end(&mut bytes).map_err(|_| damaged())?;
            bytes
        }
        _ => return Err(damaged()),
    };
    if bytes.len() > TEXT_LIMIT {
        return Err(text_too_large());
    }
    String::from_utf8(bytes).map_err(|_| "the credential in the PNG is not UTF-8".to_owned())
}

/// Reads what follows the keyword of a `tEXt` chunk, which is Latin-1.
fn read_latin1(text: &[u8]) -> Result<String, String> {
    if text.len() > TEXT_LIMIT {
        return Err(text_too_large());
    }
    Ok(text.iter().copied().map(char::from).collect())
}

fn split_at_null(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = bytes.iter().position(|byte| *byte == 0)?;
    Some((&bytes[..end], &bytes[end + 1..]))
}
