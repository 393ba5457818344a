//! JSON-LD contexts: what the words of a document mean.
//!
//! Follows [JSON-LD 1.1 Processing], section 4, with two differences. It knows a closed world: only the embedded
//! contexts, and only what they use of the language; anything else is refused. And it remembers: the step from
//! one active context to the next is computed once, because it costs a hundred times what using it does.
//!
//! [JSON-LD 1.1 Processing]: https://www.w3.org/TR/json-ld11-api/#context-processing-algorithms

use super::{define, embedded::EMBEDDED};
use serde_json::Value;
use std::{
    cell::RefCell,
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
    rc::Rc,
};

/// An active context.
#[derive(Debug, Default)]
pub(super) struct Active {
    /// Tells active contexts apart.
    pub(super) id: usize,
    pub(super) terms: Terms,
    /// The terms that stand for a keyword, with that keyword.
    pub(super) keywords: Vec<(Rc<str>, &'static str)>,
    pub(super) vocab: Option<Rc<str>>,
    /// What to return to at the next node object: the context before that of a type was added.
    pub(super) previous: Option<Rc<Active>>,
}

/// Terms by name.
pub(super) type Terms = HashMap<Rc<str>, Rc<Term>, BuildHasherDefault<Quick>>;

/// What a term means.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Term {
    /// The IRI or keyword it stands for; `None` if the context takes its meaning away.
    pub(super) iri: Option<Rc<str>>,
    pub(super) prefix: bool,
    pub(super) protected: bool,
    pub(super) coercion: Coercion,
    pub(super) container: Container,
    /// The context that holds within its values, or within nodes of this type.
    pub(super) scoped: Option<Scoped>,
}

/// What becomes of a plain value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Coercion {
    None,
    /// A string is the IRI of a node.
    Id,
    /// A string is a term, or the IRI of a node.
    Vocab,
    /// Any JSON is one literal.
    Json,
    /// The literal has this datatype.
    Datatype(Rc<str>),
}

/// What a term's array is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Container {
    Set,
    List,
    Graph,
}

/// A scoped context, by its place in [`Contexts::scoped`]. Equal contexts have equal places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Scoped(usize);

/// A step from one active context to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Step {
    /// To an embedded context that the document names.
    Named(usize),
    /// Into the value of a term: may redefine protected terms.
    Property(Scoped),
    /// Into a node of a type: lasts until the next node.
    Type(Scoped),
}

/// All contexts, and the steps between them that were taken so far. Each thread has its own.
#[derive(Debug, Default)]
pub(super) struct Contexts {
    initial: Rc<Active>,
    named: HashMap<&'static str, usize>,
    parsed: RefCell<HashMap<usize, Rc<Value>>>,
    scoped: RefCell<Vec<Rc<Value>>>,
    taken: RefCell<Taken>,
}

/// Where each step from each active context leads, or why it cannot be taken.
type Taken = HashMap<(usize, Step), Result<Rc<Active>, String>, BuildHasherDefault<Quick>>;

/// How many steps are remembered. All that Open Badges need are fewer than a hundred; the limit is for documents that
/// name contexts in every order there is.
const REMEMBERED: usize = 1024;

impl Contexts {
    pub(super) fn new() -> Self {
        let named = EMBEDDED.iter().enumerate().map(|(place, it)| (it.url, place)).collect();
        Self { named, ..Self::default() }
    }

    /// The context in which nothing is defined.
    pub(super) fn initial(&self) -> &Rc<Active> {
        &self.initial
    }

    /// `active`, with what the context at `url` adds. `None` if that context is not embedded.
    pub(super) fn named(&self, active: &Rc<Active>, url: &str) -> Option<Result<Rc<Active>, String>> {
        self.named.get(url).map(|&place| self.take(active, Step::Named(place)))
    }

    /// `active`, with the scoped context of a term whose value is entered.
    pub(super) fn property(&self, active: &Rc<Active>, scoped: Scoped) -> Result<Rc<Active>, String> {
        self.take(active, Step::Property(scoped))
    }

    /// `active`, with the scoped context of a type.
    pub(super) fn of_type(&self, active: &Rc<Active>, scoped: Scoped) -> Result<Rc<Active>, String> {
        self.take(active, Step::Type(scoped))
    }

    /// The place of a scoped context, the same for the same JSON.
    pub(super) fn intern(&self, context: &Value) -> Scoped {
        let mut all = self.scoped.borrow_mut();
        let place = all.iter().position(|it| **it == *context).unwrap_or_else(|| {
            all.push(Rc::new(context.clone()));
            all.len() - 1
        });
        Scoped(place)
    }

    fn take(&self, active: &Rc<Active>, step: Step) -> Result<Rc<Active>, String> {
        if let Some(known) = self.taken.borrow().get(&(active.id, step)) {
            return known.clone();
        }
        let (context, overriding) = match step {
            Step::Named(place) => (self.parsed(place), false),
            Step::Property(Scoped(place)) => (Rc::clone(&self.scoped.borrow()[place]), true),
            Step::Type(Scoped(place)) => (Rc::clone(&self.scoped.borrow()[place]), false),
        };
        let next = define::process(self, active, &context, overriding).map(|mut next| {
            if matches!(step, Step::Type(_)) && next.previous.is_none() {
                next.previous = Some(Rc::clone(active));
            }
            Rc::new(next)
        });

        let mut taken = self.taken.borrow_mut();
        if taken.len() >= REMEMBERED {
            taken.clear();
        }
        taken.insert((active.id, step), next.clone());
        next
    }

    /// The `@context` of an embedded document.
    fn parsed(&self, place: usize) -> Rc<Value> {
        let mut parsed = self.parsed.borrow_mut();
        let context = parsed.entry(place).or_insert_with(|| {
            let mut document: Value = serde_json::from_str(EMBEDDED[place].text).expect("embedded contexts are JSON");
            Rc::new(document["@context"].take())
        });
        Rc::clone(context)
    }
}

/// A quick hash, for maps whose keys are those of published contexts: nobody can choose them to collide.
#[derive(Debug, Default)]
pub(super) struct Quick(u64);

impl Hasher for Quick {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            self.write_u64(u64::from_le_bytes(chunk.try_into().expect("chunks have eight bytes")));
        }
        let mut last = [0; 8];
        last[..chunks.remainder().len()].copy_from_slice(chunks.remainder());
        self.write_u64(u64::from_le_bytes(last));
    }

    fn write_u8(&mut self, it: u8) {
        self.write_u64(it.into());
    }

    fn write_usize(&mut self, it: usize) {
        self.write_u64(it as u64);
    }

    fn write_isize(&mut self, it: isize) {
        self.write_u64(it as u64);
    }

    fn write_u64(&mut self, it: u64) {
        // Multiplication spreads every bit upwards, and the rotation brings the result down to where a map looks.
        self.0 = (self.0.rotate_left(5) ^ it).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(26);
    }
}
