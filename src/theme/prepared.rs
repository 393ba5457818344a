//! Values as templates take them, made once for many pages.

use serde::Serialize;
use std::marker::PhantomData;
use tera::{Value, value::Key};

/// The fields of a struct that many pages show, prepared once.
#[derive(Debug, Clone)]
pub struct Shared(Vec<(&'static str, Value)>);

impl Shared {
    /// Prepares the fields of `page`, a struct, which templates see by their names.
    #[must_use]
    pub fn of(page: &impl Serialize) -> Self {
        Self(fields(Value::from_serializable(page)).collect())
    }

    /// Names and values.
    pub(super) fn fields(&self) -> impl Iterator<Item = &(&'static str, Value)> {
        self.0.iter()
    }
}

/// The fields of what was a struct. Their names are part of the program: nothing is copied.
pub(super) fn fields(page: Value) -> impl Iterator<Item = (&'static str, Value)> {
    let fields = page.into_map().unwrap_or_default().into_iter();
    fields.filter_map(|(name, value)| if let Key::Str(name) = name { Some((name, value)) } else { None })
}

/// A value that many pages have, prepared once.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub struct Prepared<T>(Value, PhantomData<fn() -> T>);

impl<T> Clone for Prepared<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

impl<T: Serialize> Prepared<T> {
    /// Prepares `part`.
    #[must_use]
    pub fn new(part: &T) -> Self {
        Self(Value::from_serializable(part), PhantomData)
    }
}

/// HTML that was made here, and is safe as it is. To copy it copies no text.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct Html(Value);

impl Html {
    /// A text in which all that others wrote is escaped, or cleaned.
    #[must_use]
    pub fn made_here(html: impl AsRef<str>) -> Self {
        Self(Value::safe_string(html.as_ref()))
    }

    /// As it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str().unwrap_or_default()
    }
}

impl Default for Html {
    fn default() -> Self {
        Self::made_here("")
    }
}
