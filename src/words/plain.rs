//! Messages that are but text and values: nearly all of them. They are filled without the resolver, which a page would
//! ask for dozens of sentences.

use super::{ISOLATES, Value};
use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

/// A message, piece by piece.
pub(super) struct Plain(Vec<Piece>);

/// A piece of a message.
pub enum Piece {
    /// Text that is always the same.
    Text(String),
    /// A value, by its name.
    Value(String),
}

/// The messages of a resource that are plain. Around each value stand marks of direction if the language `isolates`.
pub(super) fn of(resource: &FluentResource, isolates: bool) -> Vec<(String, Option<Plain>)> {
    let entries = resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some((message.id.name.to_owned(), message.value.as_ref())),
        _ => None,
    });
    entries.map(|(key, pattern)| (key, pattern.and_then(|it| Plain::of(it, isolates)))).collect()
}

impl Plain {
    fn of(pattern: &Pattern<&str>, isolates: bool) -> Option<Self> {
        let piece = |element: &PatternElement<&str>| match element {
            PatternElement::TextElement { value } => Some(Piece::Text((*value).to_owned())),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => Some(Piece::Value(id.name.to_owned())),
            PatternElement::Placeable { .. } => None,
        };
        let pieces: Vec<_> = pattern.elements.iter().map(piece).collect::<Option<_>>()?;
        // A message that is a value alone has nothing around it that could turn it.
        let isolates = isolates && pieces.len() > 1;
        let mut marked = Vec::new();
        for piece in pieces {
            let mark = |at: usize| Piece::Text(ISOLATES[at].to_string());
            match piece {
                Piece::Value(_) if isolates => marked.extend([mark(0), piece, mark(1)]),
                piece => marked.push(piece),
            }
        }
        Some(Self(marked))
    }

    /// From the first piece to the last.
    pub(super) fn pieces(&self) -> &[Piece] {
        &self.0
    }

    /// With `values` in it. `None` if one is not given, or is a number, which each language writes in its own way.
    pub(super) fn fill(&self, values: &[(&str, Value<'_>)]) -> Option<String> {
        let value = |name: &str| match values.iter().find(|(it, _)| *it == name) {
            Some((_, Value::Text(text))) => Some(&**text),
            _ => None,
        };
        let mut said = String::with_capacity(128);
        for piece in &self.0 {
            said.push_str(match piece {
                Piece::Text(text) => text,
                Piece::Value(name) => value(name)?,
            });
        }
        Some(said)
    }
}
