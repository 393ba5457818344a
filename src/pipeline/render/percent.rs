//! Text within an address.

use data_encoding::HEXUPPER;

/// Percent-encodes everything but unreserved characters (RFC 3986, 2.3).
pub(super) fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() + 16);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            HEXUPPER.encode_append(&[byte], &mut encoded);
        }
    }
    encoded
}
