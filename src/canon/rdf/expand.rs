//! From a JSON-LD document to the statements it makes.
//!
//! Takes [Expansion], [Node Map Generation] and [Deserialize to RDF] in one walk, as no step in between is needed. It
//! is strict where those are silent: what they would drop (a term without a meaning, a relative type or reference) is
//! refused, because a signature does not cover what is dropped.
//!
//! [Expansion]: https://www.w3.org/TR/json-ld11-api/#expansion-algorithm
//! [Node Map Generation]: https://www.w3.org/TR/json-ld11-api/#node-map-generation
//! [Deserialize to RDF]: https://www.w3.org/TR/json-ld11-api/#deserialize-json-ld-to-rdf-algorithm

use super::{
    context::{Active, Coercion, Container, Contexts, Scoped},
    iri, literal,
    quad::{Node, Quad, Text},
};
use crate::canon::Refusal;
use serde_json::{Map, Value};
use std::{collections::HashMap, fmt::Write as _, rc::Rc};

const RDF_TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

/// What a document says.
pub(super) struct Expanded<'d> {
    pub(super) quads: Vec<Quad<'d>>,
    /// Where in the document each blank node stands, if that was asked for.
    pub(super) places: Vec<String>,
}

/// Expands `document`. With `portable`, refuses numbers that are not written alike everywhere.
pub(super) fn expand<'d>(
    contexts: &Contexts,
    document: &'d Value,
    portable: bool,
    record_places: bool,
) -> Result<Expanded<'d>, Refusal> {
    let Value::Object(document) = document else { return Err(Refusal::whole("the document is not an object")) };
    let mut walk = Walk {
        contexts,
        portable,
        record_places,
        expanded: Expanded { quads: Vec::with_capacity(64), places: Vec::new() },
        blanks: 0,
        labels: HashMap::new(),
        path: Vec::new(),
    };
    walk.node(contexts.initial(), None, document, None)?;
    if walk.expanded.quads.is_empty() {
        return Err(Refusal::whole("the document says nothing that could be signed"));
    }
    Ok(walk.expanded)
}

/// The walk through one document.
pub(super) struct Walk<'c, 'd> {
    pub(super) contexts: &'c Contexts,
    pub(super) portable: bool,
    record_places: bool,
    expanded: Expanded<'d>,
    blanks: usize,
    /// The blank nodes that the document names itself.
    pub(super) labels: HashMap<&'d str, usize>,
    path: Vec<Segment<'d>>,
}

/// One step into the document.
enum Segment<'d> {
    Name(&'d str),
    Index(usize),
}

/// The graph that is spoken in, unless the default one.
pub(super) type Graph<'g, 'd> = Option<&'g Node<'d>>;

impl<'d> Walk<'_, 'd> {
    /// Says what `object` says, and gives back the node it is.
    pub(super) fn node(
        &mut self,
        active: &Rc<Active>,
        scoped: Option<Scoped>,
        object: &'d Map<String, Value>,
        graph: Graph<'_, 'd>,
    ) -> Result<Node<'d>, Refusal> {
        let before_types = self.context_of(active, scoped, object)?;
        let (id, types) = self.id_and_types(&before_types, object)?;
        let active = self.context_of_types(&before_types, &types)?;

        let subject = match id {
            Some((key, id)) => {
                self.within(Segment::Name(key), |walk| walk.reference(iri::expand_reference(&active, id)))?
            }
            None => Node::Blank(self.fresh()),
        };
        for (key, name) in types {
            let Some(iri) = iri::expand_name(&before_types, name) else {
                self.path.push(Segment::Name(key));
                return Err(self.refuse(format!("names the type `{name}`, which no context defines")));
            };
            self.say(&subject, Text::Borrowed(RDF_TYPE), Node::Iri(iri), graph);
        }
        for (key, value) in object {
            self.within(Segment::Name(key), |walk| walk.member(&active, &subject, key, value, graph))?;
        }
        Ok(subject)
    }

    /// The active context within `object`, types aside (steps 7 to 9 of Expansion).
    pub(super) fn context_of(
        &mut self,
        active: &Rc<Active>,
        scoped: Option<Scoped>,
        object: &'d Map<String, Value>,
    ) -> Result<Rc<Active>, Refusal> {
        let is_reference = || {
            object.len() == 1 && object.keys().all(|it| iri::expand_vocab(active, it).is_some_and(|iri| *iri == *"@id"))
        };
        let mut active = match &active.previous {
            Some(previous) if !object.contains_key("@value") && !is_reference() => Rc::clone(previous),
            _ => Rc::clone(active),
        };
        if let Some(scoped) = scoped {
            active = self.contexts.property(&active, scoped).map_err(|why| self.refuse(why))?;
        }
        if let Some(own) = object.get("@context") {
            self.path.push(Segment::Name("@context"));
            for context in one_or_many(own) {
                let Value::String(url) = context else {
                    return Err(self.refuse("holds a definition of its own: only published contexts are known here"));
                };
                active = self
                    .contexts
                    .named(&active, url)
                    .ok_or_else(|| self.refuse(format!("names `{url}`, a context that is not known here")))?
                    .map_err(|why| self.refuse(format!("names `{url}`, which here {why}")))?;
            }
            self.path.pop();
        }
        Ok(active)
    }

    /// What `object` says of its own name and types, with the keys under which it does.
    #[expect(clippy::type_complexity, reason = "two pairs of a key and what it holds")]
    fn id_and_types(
        &mut self,
        active: &Active,
        object: &'d Map<String, Value>,
    ) -> Result<(Option<(&'d str, &'d str)>, Vec<(&'d str, &'d str)>), Refusal> {
        let (mut id, mut types, mut type_key) = (None, Vec::new(), None);
        for (key, value) in object {
            match iri::keyword(active, key) {
                Some("@id") => match value {
                    Value::String(it) if id.is_none() => id = Some((key.as_str(), it.as_str())),
                    _ => return Err(self.refuse_member(key, "is not one name")),
                },
                Some("@type") => {
                    if type_key.replace(key).is_some() {
                        return Err(self.refuse_member(key, "is not the only list of types"));
                    }
                    for name in one_or_many(value) {
                        match name {
                            Value::String(name) => types.push((key.as_str(), name.as_str())),
                            _ => return Err(self.refuse_member(key, "holds a type that is not text")),
                        }
                    }
                }
                _ => {}
            }
        }
        Ok((id, types))
    }

    /// The active context with those of the types added, in their order (step 11 of Expansion).
    fn context_of_types(&self, before: &Rc<Active>, types: &[(&'d str, &'d str)]) -> Result<Rc<Active>, Refusal> {
        let mut scoped: Vec<_> = types
            .iter()
            .filter_map(|(_, name)| before.terms.get(*name)?.scoped.map(|scoped| (*name, scoped)))
            .collect();
        scoped.sort_unstable_by_key(|(name, _)| *name);
        scoped.into_iter().try_fold(Rc::clone(before), |active, (name, scoped)| {
            self.contexts
                .of_type(&active, scoped)
                .map_err(|why| self.refuse(format!("is of type `{name}`, which {why}")))
        })
    }

    /// Says what one member of an object says of `subject`.
    fn member(
        &mut self,
        active: &Rc<Active>,
        subject: &Node<'d>,
        key: &'d str,
        value: &'d Value,
        graph: Graph<'_, 'd>,
    ) -> Result<(), Refusal> {
        if key == "@context" || matches!(iri::keyword(active, key), Some("@id" | "@type")) {
            return Ok(());
        }
        if key.starts_with('@') {
            return Err(self.refuse("is a feature of JSON-LD that is not supported"));
        }
        let Some(predicate) = iri::expand_name(active, key) else {
            return Err(self.refuse("is not defined by any context"));
        };
        let term = active.terms.get(key).cloned();
        let term = term.as_deref();

        if term.is_some_and(|it| it.coercion == Coercion::Json) {
            self.say(subject, predicate, literal::json(value), graph);
            return Ok(());
        }
        match term.map_or(Container::Set, |it| it.container) {
            Container::Set => self.each(value, |walk, item| {
                if let Some(object) = walk.value(active, term, item, graph)? {
                    walk.say(subject, predicate.clone(), object, graph);
                }
                Ok(())
            }),
            Container::List if value.is_null() => Ok(()),
            Container::List => {
                let mut items = Vec::new();
                self.each(value, |walk, item| {
                    items.extend(walk.value(active, term, item, graph)?);
                    Ok(())
                })?;
                let list = self.list(items, graph);
                self.say(subject, predicate, list, graph);
                Ok(())
            }
            Container::Graph => self.each(value, |walk, item| {
                let Value::Object(object) = item else { return Err(walk.refuse("is not an object")) };
                if object.contains_key("@value") {
                    return Err(walk.refuse("is not a node"));
                }
                let name = Node::Blank(walk.fresh());
                walk.say(subject, predicate.clone(), name.clone(), graph);
                walk.node(active, term.and_then(|it| it.scoped), object, Some(&name))?;
                Ok(())
            }),
        }
    }

    /// Calls `act` for the value, or for each of the array.
    fn each(
        &mut self,
        value: &'d Value,
        mut act: impl FnMut(&mut Self, &'d Value) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let Value::Array(items) = value else { return act(self, value) };
        for (n, item) in items.iter().enumerate() {
            self.within(Segment::Index(n), |walk| match item {
                Value::Array(_) => Err(walk.refuse("is an array within an array, which is not supported")),
                _ => act(walk, item),
            })?;
        }
        Ok(())
    }

    pub(super) fn say(&mut self, subject: &Node<'d>, predicate: Text<'d>, object: Node<'d>, graph: Graph<'_, 'd>) {
        self.expanded.quads.push(Quad { subject: subject.clone(), predicate, object, graph: graph.cloned() });
    }

    pub(super) fn fresh(&mut self) -> usize {
        if self.record_places {
            self.expanded.places.push(self.place());
        }
        self.blanks += 1;
        self.blanks - 1
    }

    /// Runs `act` one step deeper. After a refusal the path stays as it was where it happened.
    fn within<T>(
        &mut self,
        segment: Segment<'d>,
        act: impl FnOnce(&mut Self) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        self.path.push(segment);
        let done = act(self)?;
        self.path.pop();
        Ok(done)
    }

    pub(super) fn refuse(&self, why: impl Into<String>) -> Refusal {
        Refusal { place: self.place(), why: why.into() }
    }

    pub(super) fn refuse_member(&mut self, key: &'d str, why: impl Into<String>) -> Refusal {
        self.path.push(Segment::Name(key));
        let refusal = self.refuse(why);
        self.path.pop();
        refusal
    }

    fn place(&self) -> String {
        let mut place = String::new();
        for segment in &self.path {
            match segment {
                Segment::Name(name) if place.is_empty() => place.push_str(name),
                Segment::Name(name) => place.extend([".", name]),
                Segment::Index(n) => write!(place, "[{n}]").expect("writing to a String cannot fail"),
            }
        }
        place
    }
}

/// The items of an array, or the one value that stands for an array of one.
pub(super) fn one_or_many(value: &Value) -> &[Value] {
    match value {
        Value::Array(items) => items,
        one => std::slice::from_ref(one),
    }
}
