//! Small pieces that documents are made of.
//!
//! Open Badges 3.0, "Serialization": members without a value and empty sets are left out.

use crate::time::{self, Timestamp};
use serde_json::{Map, Value};

/// An object under construction.
#[derive(Default)]
pub(super) struct Node(Map<String, Value>);

impl Node {
    /// An object of this class of Open Badges 3.0, where `type` is a set in most classes.
    pub(super) fn of(class: &str) -> Self {
        Self::default().with("type", vec![Value::from(class)])
    }

    /// An object of this class, where `type` is a plain text.
    pub(super) fn plain(class: &str) -> Self {
        Self::default().with("type", class)
    }

    /// Adds a member.
    pub(super) fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.0.insert(name.to_owned(), value.into());
        self
    }

    /// Adds a text, if there is one.
    pub(super) fn text(self, name: &str, text: Option<&str>) -> Self {
        match text {
            Some(text) if !text.trim().is_empty() => self.with(name, text),
            _ => self,
        }
    }

    /// Adds a time in the form that is signed.
    pub(super) fn time(self, name: &str, time: Option<Timestamp>) -> Self {
        match time {
            Some(time) => self.with(name, time::format(time)),
            None => self,
        }
    }

    /// Adds a value, if there is one.
    pub(super) fn maybe(self, name: &str, value: Option<Value>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Adds a set, unless it is empty.
    pub(super) fn set(self, name: &str, members: Vec<Value>) -> Self {
        if members.is_empty() { self } else { self.with(name, members) }
    }

    /// Whether it says nothing beyond what it is.
    pub(super) fn is_bare(&self) -> bool {
        self.0.keys().all(|name| name == "type")
    }

    /// The finished object.
    pub(super) fn done(self) -> Value {
        Value::Object(self.0)
    }
}

/// An Image (Open Badges 3.0, Image): its `type` is a plain string.
pub(super) fn image(id: String, caption: &str) -> Value {
    Node::plain("Image").with("id", id).text("caption", Some(caption)).done()
}

/// Texts in their order, each once: in a set, the second mention says nothing.
pub(super) fn each_once<T: Into<String>>(texts: impl Iterator<Item = T>) -> Vec<Value> {
    let mut seen = std::collections::BTreeSet::new();
    texts.map(Into::into).filter(|text| seen.insert(text.clone())).map(Value::from).collect()
}

/// The first two members of `set` that are equal, counted from 1.
///
/// Two equal nodes without an id cannot be told apart after canonicalisation, and implementations differ over them.
pub(super) fn twins(set: &[Value]) -> Option<(usize, usize)> {
    set.iter().enumerate().find_map(|(later, node)| {
        set[..later].iter().position(|earlier| earlier == node).map(|earlier| (earlier + 1, later + 1))
    })
}
