//! Whether a picture says where it was taken.

/// Whether these are the bytes of a picture, or its beginning.
pub(super) fn is_picture(bytes: &[u8]) -> bool {
    [&b"\xff\xd8"[..], b"\x89PNG", b"RIFF", b"II*\0", b"MM\0*", b"<"].iter().any(|it| bytes.starts_with(it))
        || bytes.get(4..8) == Some(b"ftyp")
}

/// Whether a picture holds a position: Exif in JPEG, PNG and WebP, or XMP in any of them.
pub(super) fn has_position(bytes: &[u8]) -> bool {
    if !is_picture(bytes) {
        return false;
    }
    let mut cursor = std::io::Cursor::new(bytes);
    let exif = exif::Reader::new().continue_on_error(true).read_from_container(&mut cursor);
    let exif = match exif {
        Ok(exif) => Some(exif),
        Err(error) => error.distill_partial_result(|_| ()).ok(),
    };
    let in_exif = exif.is_some_and(|it| it.fields().any(|field| field.tag.context() == exif::Context::Gps));
    let holds = |word: &[u8]| bytes.windows(word.len()).any(|it| it == word);
    in_exif || holds(b"exif:GPSL") || holds(b"GPSLatitude")
}
