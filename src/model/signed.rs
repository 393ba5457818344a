//! The bytes of a signed document, as they were committed.
//!
//! A gallery may hold a hundred thousand of them, and all awards of a badge say nearly the same. Where there are so many
//! that they would fill the memory, each is kept as what differs from another one.

use std::{borrow::Cow, sync::Arc};

/// A signed document, byte for byte. A copy shares what it holds.
#[derive(Debug, Clone)]
pub struct SignedBytes(Kept);

#[derive(Debug, Clone)]
enum Kept {
    Whole(Arc<[u8]>),
    /// LZ4 with another document as its dictionary.
    Packed {
        packed: Arc<[u8]>,
        size: usize,
        like: Arc<[u8]>,
    },
}

impl SignedBytes {
    /// Keeps `bytes` as what differs from `like`, another document that says nearly the same.
    #[must_use]
    pub fn packed(bytes: &[u8], like: &Arc<[u8]>) -> Self {
        let packed = lz4_flex::block::compress_with_dict(bytes, like).into();
        Self(Kept::Packed { packed, size: bytes.len(), like: Arc::clone(like) })
    }

    /// The bytes.
    #[must_use]
    pub fn bytes(&self) -> Cow<'_, [u8]> {
        match &self.0 {
            Kept::Whole(bytes) => Cow::Borrowed(bytes),
            Kept::Packed { packed, size, like } => Cow::Owned(
                lz4_flex::block::decompress_with_dict(packed, *size, like)
                    .expect("it was packed here, and memory holds"),
            ),
        }
    }

    /// Whether this is a copy of the other, or the other a copy of this.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Kept::Whole(one), Kept::Whole(other)) => Arc::ptr_eq(one, other),
            (Kept::Packed { packed: one, .. }, Kept::Packed { packed: other, .. }) => Arc::ptr_eq(one, other),
            _ => false,
        }
    }
}

impl From<Vec<u8>> for SignedBytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self(Kept::Whole(bytes.into()))
    }
}

impl PartialEq for SignedBytes {
    fn eq(&self, other: &Self) -> bool {
        self.is(other) || self.bytes() == other.bytes()
    }
}

impl Eq for SignedBytes {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_out_byte_for_byte() {
        let like: Arc<[u8]> = (0..4000_u32).flat_map(|it| it.to_string().into_bytes()).collect::<Vec<_>>().into();
        let alike = [&like[..500], b"another", &like[500..]].concat();
        let kept = SignedBytes::packed(&alike, &like);
        assert_eq!(kept.bytes(), alike);
        assert_eq!(kept, SignedBytes::from(alike));
        let Kept::Packed { packed, .. } = &kept.0 else { panic!("it is packed") };
        assert!(packed.len() < 200, "{}", packed.len());

        for odd in [&b""[..], b"x", &[0xff; 70_000]] {
            assert_eq!(SignedBytes::packed(odd, &like).bytes(), odd);
            assert_eq!(SignedBytes::packed(odd, &Arc::from(&b""[..])).bytes(), odd);
        }
    }
}
