//! How a document is read without copying it.

use serde::{
    Deserialize, Deserializer,
    de::{
        Error, IgnoredAny, MapAccess, SeqAccess, Visitor,
        value::{BorrowedStrDeserializer, MapAccessDeserializer, StrDeserializer},
    },
};
use std::{borrow::Cow, fmt, marker::PhantomData, ops::Deref};

/// A text of a document: a slice of its bytes where no escape sequence stands in the way.
///
/// `serde` borrows a plain `Cow<str>`, but neither an `Option` nor a `Vec` of one; this type is borrowed everywhere.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Text<'a>(pub Cow<'a, str>);

impl Text<'_> {
    /// The text itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl PartialEq<str> for Text<'_> {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Text<'_> {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;

        impl<'de> Visitor<'de> for TextVisitor {
            type Value = Text<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Borrowed(text)))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }

            fn visit_string<E: Error>(self, text: String) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(text)))
            }
        }

        deserializer.deserialize_str(TextVisitor)
    }
}

/// What may stand for itself or as its id alone: an issuer, an image.
pub(super) trait Named<'a> {
    /// The object of which nothing but its id is known.
    fn from_id(id: Text<'a>) -> Self;
}

/// Reads a set: an array, or its only member (the JSON-LD edition of the schema allows both).
pub(super) fn set<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    struct SetVisitor<T>(PhantomData<T>);

    impl<'de, T: Deserialize<'de>> Visitor<'de> for SetVisitor<T> {
        type Value = Vec<T>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an array or its only member")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<T>, A::Error> {
            let mut members = Vec::new();
            while let Some(member) = seq.next_element()? {
                members.push(member);
            }
            Ok(members)
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Vec<T>, A::Error> {
            Ok(vec![T::deserialize(MapAccessDeserializer::new(map))?])
        }

        fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Vec<T>, E> {
            Ok(vec![T::deserialize(BorrowedStrDeserializer::new(text))?])
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<Vec<T>, E> {
            Ok(vec![T::deserialize(StrDeserializer::new(text))?])
        }

        fn visit_unit<E: Error>(self) -> Result<Vec<T>, E> {
            Ok(Vec::new())
        }
    }

    deserializer.deserialize_any(SetVisitor(PhantomData))
}

/// Reads an object, or the id that stands for it.
pub(super) fn named<'de, D: Deserializer<'de>, T: Deserialize<'de> + Named<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    struct NamedVisitor<T>(PhantomData<T>);

    impl<'de, T: Deserialize<'de> + Named<'de>> Visitor<'de> for NamedVisitor<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object or its id")
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
            T::deserialize(MapAccessDeserializer::new(map))
        }

        fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<T, E> {
            Ok(T::from_id(Text(Cow::Borrowed(text))))
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
            Ok(T::from_id(Text(Cow::Owned(text.to_owned()))))
        }
    }

    deserializer.deserialize_any(NamedVisitor(PhantomData))
}

/// As [`named`], for a member that may be missing. A list of images or profiles gives its first.
pub(super) fn maybe_named<'de, D: Deserializer<'de>, T: Deserialize<'de> + Named<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    struct MaybeVisitor<T>(PhantomData<T>);

    impl<'de, T: Deserialize<'de> + Named<'de>> Visitor<'de> for MaybeVisitor<T> {
        type Value = Option<T>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object or its id")
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Option<T>, A::Error> {
            T::deserialize(MapAccessDeserializer::new(map)).map(Some)
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Option<T>, A::Error> {
            let first = seq.next_element()?;
            while seq.next_element::<IgnoredAny>()?.is_some() {}
            Ok(first)
        }

        fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Option<T>, E> {
            Ok(Some(T::from_id(Text(Cow::Borrowed(text)))))
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<Option<T>, E> {
            Ok(Some(T::from_id(Text(Cow::Owned(text.to_owned())))))
        }

        fn visit_unit<E: Error>(self) -> Result<Option<T>, E> {
            Ok(None)
        }
    }

    deserializer.deserialize_any(MaybeVisitor(PhantomData))
}
