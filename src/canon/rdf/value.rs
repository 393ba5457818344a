//! Values of a document as nodes of a statement ([Value Expansion] and its surroundings).
//!
//! [Value Expansion]: https://www.w3.org/TR/json-ld11-api/#value-expansion

use super::{
    context::{Active, Coercion, Scoped, Term},
    expand::{Graph, Walk},
    iri, literal,
    quad::{Node, Text},
};
use crate::canon::Refusal;
use serde_json::{Map, Value};
use std::rc::Rc;

const RDF_FIRST: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first";
const RDF_REST: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest";
const RDF_NIL: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil";

impl<'d> Walk<'_, 'd> {
    /// The node that a value is; `None` for null, which says nothing.
    pub(super) fn value(
        &mut self,
        active: &Rc<Active>,
        term: Option<&Term>,
        value: &'d Value,
        graph: Graph<'_, 'd>,
    ) -> Result<Option<Node<'d>>, Refusal> {
        let scoped = term.and_then(|it| it.scoped);
        let coercion = term.map_or(&Coercion::None, |it| &it.coercion);
        Ok(Some(match value {
            Value::Null => return Ok(None),
            Value::Object(object) if object.contains_key("@value") => {
                return self.value_object(active, scoped, object);
            }
            Value::Object(object) => self.node(active, scoped, object, graph)?,
            Value::String(text) if matches!(coercion, Coercion::Id | Coercion::Vocab) => {
                let active = match scoped {
                    Some(scoped) => self.contexts.property(active, scoped).map_err(|why| self.refuse(why))?,
                    None => Rc::clone(active),
                };
                let expanded = match coercion {
                    Coercion::Vocab => iri::expand_vocab(&active, text),
                    _ => Some(iri::expand_reference(&active, text)),
                };
                let Some(expanded) = expanded else {
                    return Err(self.refuse(format!("is `{text}`, which is not defined by any context")));
                };
                self.reference(expanded)?
            }
            scalar => {
                let datatype = match coercion {
                    Coercion::Datatype(it) => Some(Text::Shared(Rc::clone(it))),
                    _ => None,
                };
                self.scalar(scalar, datatype)?
            }
        }))
    }

    /// A value that says itself what it is: `{"@value": …}`.
    fn value_object(
        &mut self,
        active: &Rc<Active>,
        scoped: Option<Scoped>,
        object: &'d Map<String, Value>,
    ) -> Result<Option<Node<'d>>, Refusal> {
        let active = self.context_of(active, scoped, object)?;
        let (mut datatype, mut language) = (None, None);
        for (key, member) in object {
            match (iri::keyword(&active, key), member) {
                (Some("@value"), _) => {}
                (Some("@type"), Value::String(name)) => {
                    datatype = Some(iri::expand_name(&active, name).ok_or_else(|| {
                        self.refuse_member(key, format!("names the datatype `{name}`, which no context defines"))
                    })?);
                }
                (Some("@language"), Value::String(tag)) if is_language(tag) => language = Some(Text::Borrowed(tag)),
                (Some("@language"), _) => {
                    return Err(self.refuse_member(key, "is not a language tag in lower case"));
                }
                _ => return Err(self.refuse_member(key, "is a feature of JSON-LD that is not supported")),
            }
        }
        match (&object["@value"], datatype, language) {
            (Value::Null, ..) => Ok(None),
            (Value::String(text), None, language) => {
                Ok(Some(Node::Literal { value: Text::Borrowed(text), datatype: None, language }))
            }
            (_, _, Some(_)) => Err(self.refuse("has a language, which only text without a type can have")),
            (scalar, datatype, None) => self.scalar(scalar, datatype).map(Some),
        }
    }

    /// A literal.
    fn scalar(&self, value: &'d Value, datatype: Option<Text<'d>>) -> Result<Node<'d>, Refusal> {
        match value {
            // Some implementations escape these two and some do not.
            Value::String(text) if self.portable && !text.is_ascii() && text.contains(['\u{fffe}', '\u{ffff}']) => {
                Err(self.refuse("holds U+FFFE or U+FFFF, which are no characters"))
            }
            Value::String(text) => Ok(literal::text(text, datatype)),
            Value::Bool(it) => Ok(literal::boolean(*it, datatype)),
            Value::Number(number) if self.portable && !literal::is_portable(number) => {
                let why = "only whole numbers below 2^53 are canonicalised alike everywhere";
                Err(self.refuse(format!("is {number}: {why}")))
            }
            Value::Number(number) => literal::number(number, datatype)
                .ok_or_else(|| self.refuse(format!("is {number}: too small for a form that is known to be alike"))),
            _ => Err(self.refuse("is neither text, nor a number, nor true or false")),
        }
    }

    /// The node that an expanded reference names.
    pub(super) fn reference(&mut self, name: Text<'d>) -> Result<Node<'d>, Refusal> {
        if let Text::Borrowed(text) = name
            && let Some(label) = text.strip_prefix("_:")
        {
            if let Some(known) = self.labels.get(label) {
                return Ok(Node::Blank(*known));
            }
            let blank = self.fresh();
            self.labels.insert(label, blank);
            return Ok(Node::Blank(blank));
        }
        if iri::is_absolute(&name) {
            Ok(Node::Iri(name))
        } else {
            Err(self.refuse(format!("is `{}`, which is not an absolute address", &*name)))
        }
    }

    /// Says a list, and gives back its head.
    pub(super) fn list(&mut self, items: Vec<Node<'d>>, graph: Graph<'_, 'd>) -> Node<'d> {
        let mut rest = Node::Iri(Text::Borrowed(RDF_NIL));
        for item in items.into_iter().rev() {
            let cell = Node::Blank(self.fresh());
            self.say(&cell, Text::Borrowed(RDF_FIRST), item, graph);
            self.say(&cell, Text::Borrowed(RDF_REST), rest, graph);
            rest = cell;
        }
        rest
    }
}

/// Upper case is left to each implementation by the standard, so it is not taken.
fn is_language(tag: &str) -> bool {
    tag.starts_with(|it: char| it.is_ascii_lowercase())
        && tag.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-')
}
