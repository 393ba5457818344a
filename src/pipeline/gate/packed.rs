//! Files that hold others, packed: spreadsheets, documents, archives, PDFs. What is in them is published with them.

use super::{
    encoding::Encoding,
    position::has_position,
    privacy::{may_stand, taken_somewhere},
    spelt::addresses,
};
use crate::diagnostic::{Code, Diagnostic};
use flate2::read::ZlibDecoder;
use std::{
    borrow::Cow,
    collections::BTreeSet,
    io::{Cursor, Read},
};
use zip::ZipArchive;

/// Of one packed part so much is looked at, and no more: a small file can unpack to any size.
const PART: u64 = 32 << 20;
/// So many parts are looked at, and so much of all of them.
const PARTS: usize = 10_000;
const ALL: usize = 256 << 20;
/// Archives within archives, such as a spreadsheet in one.
const DEPTH: usize = 3;

/// Whether a file that begins with these bytes is one that is packed.
pub(super) fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"%PDF-")
}

/// What the packed file at `path` must not hold. `beside` the gallery, addresses that nobody can have may serve as examples.
pub(super) fn inside(path: &str, bytes: &[u8], contacts: &BTreeSet<String>, beside: bool) -> Vec<Diagnostic> {
    let (mut parts, mut left) = (Vec::new(), ALL);
    unpack(bytes, DEPTH, &mut left, &mut parts);
    let shows = |part: &[u8]| {
        let text = Encoding::of(part).map(|it| it.text(part)).unwrap_or_default();
        addresses(&text).into_iter().any(|(_, address)| !may_stand(&address, contacts, beside))
    };
    let mut found = Vec::new();
    if let Some((name, _)) = parts.iter().find(|(_, part)| shows(part)) {
        let place = name.as_ref().map(|it| format!(", in `{it}`")).unwrap_or_default();
        let message = format!("the file holds an e-mail address{place}");
        let problem = Diagnostic::error(Code::EmailInRepository, message).file(path);
        found.push(problem.help("take it out of the file, or keep the file outside of the repository"));
    }
    found.extend(parts.iter().any(|(_, part)| has_position(part)).then(|| taken_somewhere(path)));
    found
}

/// Adds the parts of a packed file, each with its name if it has one. What cannot be unpacked is no part.
fn unpack(bytes: &[u8], depth: usize, left: &mut usize, parts: &mut Vec<(Option<String>, Vec<u8>)>) {
    let mut add = |name: Option<String>, packed: &mut dyn Read| {
        let mut part = Vec::new();
        // What was unpacked before it broke off counts too.
        let _ = packed.take(PART.min(*left as u64)).read_to_end(&mut part);
        *left -= part.len();
        match depth.checked_sub(1).filter(|_| is_packed(&part)) {
            Some(depth) => unpack(&part, depth, left, parts),
            None => parts.push((name, part)),
        }
    };
    if bytes.starts_with(b"%PDF-") {
        // Between streams there are titles and links; in them, mostly packed, texts and more links (ISO 32000, 7.3.8).
        for part in split(bytes, b"endstream") {
            let plain = split(part, b"stream").next().unwrap_or_default();
            add(None, &mut &*plain);
            let stream = &part[(plain.len() + b"stream".len()).min(part.len())..];
            let start = stream.iter().take(2).take_while(|it| matches!(it, b'\r' | b'\n')).count();
            add(None, &mut ZlibDecoder::new(&stream[start..]));
        }
    } else if let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) {
        for index in 0..archive.len().min(PARTS) {
            if let Ok(mut file) = archive.by_index(index) {
                let name = file.name().ok().map(Cow::into_owned);
                add(name, &mut file);
            }
        }
    }
}

/// The parts between every two places where `word` stands.
fn split<'b>(bytes: &'b [u8], word: &'static [u8]) -> impl Iterator<Item = &'b [u8]> {
    let mut rest = Some(bytes);
    std::iter::from_fn(move || {
        let whole = rest?;
        let end = whole.windows(word.len()).position(|it| it == word);
        rest = end.map(|at| &whole[at + word.len()..]);
        Some(&whole[..end.unwrap_or(whole.len())])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::ZlibEncoder};
    use std::io::Write;
    use zip::{ZipWriter, write::SimpleFileOptions};

    fn zipped(name: &str, content: &[u8]) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content).unwrap();
        archive.finish().unwrap().into_inner()
    }

    fn pdf(content: &[u8]) -> Vec<u8> {
        let mut stream = ZlibEncoder::new(Vec::new(), Compression::default());
        stream.write_all(content).unwrap();
        let stream = stream.finish().unwrap();
        [b"%PDF-1.7\n1 0 obj <</Filter /FlateDecode>>\nstream\r\n", &stream[..], b"\nendstream\ntrailer"].concat()
    }

    fn told(bytes: &[u8]) -> Vec<String> {
        assert!(is_packed(bytes));
        let contacts = ["info@guild.family".to_owned()].into();
        inside("a", bytes, &contacts, true).into_iter().map(|it| it.message).collect()
    }

    #[test]
    fn what_is_packed_is_looked_into() {
        let strings = b"<sst><si><t>Kim</t></si><si><t>kim@home.family</t></si></sst>";
        let sheet = zipped("xl/sharedStrings.xml", strings);
        assert_eq!(told(&sheet), ["the file holds an e-mail address, in `xl/sharedStrings.xml`"]);
        assert_eq!(told(&zipped("list.xlsx", &sheet)), told(&sheet), "an archive in an archive");
        assert_eq!(told(&pdf(b"BT (Ask kim@home.family) Tj ET")), ["the file holds an e-mail address"]);
        assert_eq!(told(b"%PDF-1.7\n<</URI (mailto:kim@home.family)>>"), ["the file holds an e-mail address"]);
        let utf16: Vec<u8> = "kim@home.family".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(told(&zipped("a.csv", &utf16)).len(), 1);
        let place = zipped("word/media/a.svg", b"<svg><metadata exif:GPSLatitude='51'/></svg>");
        assert_eq!(told(&place), ["the picture says where it was taken"]);
    }

    #[test]
    fn what_may_be_public_may_be_packed() {
        for text in ["info@guild.family", "ada@example.org", "nobody"] {
            assert!(told(&zipped("a.xml", text.as_bytes())).is_empty(), "{text}");
            assert!(told(&pdf(text.as_bytes())).is_empty(), "{text}");
        }
        assert!(told(b"PK\x03\x04 and then nothing that makes sense kim@home.family").is_empty());
        assert!(told(b"%PDF-1.7 stream endstream stream").is_empty());
    }

    #[test]
    fn a_bomb_does_no_harm() {
        let zeros = vec![b'\n'; 33 << 20];
        let mut bomb = zipped("a", &zeros);
        for _ in 0..9 {
            bomb = zipped("b.zip", &bomb);
        }
        assert!(told(&bomb).is_empty());
        assert!(
            told(&zipped("a", &[zeros, b"kim@home.family".to_vec()].concat())).is_empty(),
            "beyond what is looked at"
        );
    }
}
