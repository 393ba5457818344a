//! From a context as it is written to an active context.
//!
//! The steps are those of [Context Processing] and [Create Term Definition]; what the embedded contexts do not use is
//! refused, so that it cannot be understood wrongly.
//!
//! [Context Processing]: https://www.w3.org/TR/json-ld11-api/#context-processing-algorithm
//! [Create Term Definition]: https://www.w3.org/TR/json-ld11-api/#create-term-definition

use super::{
    context::{Active, Coercion, Container, Contexts, Term},
    expand::one_or_many,
    iri,
};
use serde_json::{Map, Value, json};
use std::{
    collections::HashMap,
    rc::Rc,
    sync::atomic::{AtomicUsize, Ordering},
};

/// Adds `context` to `active`. With `overriding`, protected terms may be redefined.
pub(super) fn process(
    contexts: &Contexts,
    active: &Active,
    context: &Value,
    overriding: bool,
) -> Result<Active, String> {
    let context = match context {
        Value::Null if overriding || !active.terms.values().any(|it| it.protected) => {
            return Ok(Active { id: fresh(), ..Active::default() });
        }
        Value::Null => return Err("would take away protected terms".into()),
        Value::Object(context) => context,
        other => return Err(format!("has a context of a kind that is not supported: {other}")),
    };

    let mut result = Active {
        id: fresh(),
        terms: active.terms.clone(),
        keywords: Vec::new(),
        vocab: active.vocab.clone(),
        previous: active.previous.clone(),
    };
    let mut protected = false;
    for (name, value) in context.iter().filter(|(name, _)| iri::looks_like_keyword(name)) {
        match (name.as_str(), value) {
            ("@version", version) if *version == json!(1.1) => {}
            ("@protected", Value::Bool(it)) => protected = *it,
            ("@vocab", Value::String(it)) if iri::is_absolute(it) => result.vocab = Some(it.as_str().into()),
            _ => return Err(format!("uses `{name}` in a context, which is not supported")),
        }
    }

    let mut defining = Defining { contexts, context, protected, overriding, result, defined: HashMap::new() };
    for name in context.keys().filter(|name| !iri::looks_like_keyword(name)) {
        defining.define(name)?;
    }
    let mut result = defining.result;
    let keywords =
        result.terms.iter().filter_map(|(name, term)| Some((Rc::clone(name), keyword(term.iri.as_deref()?)?)));
    result.keywords = keywords.collect();
    Ok(result)
}

/// The keywords for which a term may stand.
fn keyword(iri: &str) -> Option<&'static str> {
    match iri {
        "@id" => Some("@id"),
        "@type" => Some("@type"),
        _ => None,
    }
}

/// A number that no other active context of this process has.
fn fresh() -> usize {
    static NEXT: AtomicUsize = AtomicUsize::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

struct Defining<'c> {
    contexts: &'c Contexts,
    context: &'c Map<String, Value>,
    protected: bool,
    overriding: bool,
    result: Active,
    /// Whether a term of `context` is defined (true) or being defined (false).
    defined: HashMap<&'c str, bool>,
}

impl<'c> Defining<'c> {
    fn define(&mut self, name: &str) -> Result<(), String> {
        let Some((name, value)) = self.context.get_key_value(name) else { return Ok(()) };
        match self.defined.get(name.as_str()) {
            Some(true) => return Ok(()),
            Some(false) => return Err(format!("defines `{name}` by itself")),
            None => _ = self.defined.insert(name, false),
        }
        if name.is_empty() {
            return Err("defines a term without a name".into());
        }

        let previous = self.result.terms.remove(name.as_str());
        let mut term = self.term(name, value)?;
        if let Some(previous) = previous.filter(|it| it.protected && !self.overriding) {
            if (Term { protected: true, ..term.clone() }) != *previous {
                return Err(format!("redefines the protected term `{name}`"));
            }
            term.protected = true;
        }
        self.result.terms.insert(name.as_str().into(), Rc::new(term));
        self.defined.insert(name, true);
        Ok(())
    }

    /// What `value` says that `name` means.
    fn term(&mut self, name: &str, value: &'c Value) -> Result<Term, String> {
        let mut term = Term {
            iri: None,
            prefix: false,
            protected: self.protected,
            coercion: Coercion::None,
            container: Container::Set,
            scoped: None,
        };
        let (id, simple) = match value {
            Value::Null => return Ok(term),
            Value::String(id) => (Some(id.as_str()), true),
            Value::Object(definition) => {
                for (key, value) in definition {
                    match (key.as_str(), value) {
                        ("@id", Value::String(_)) => {}
                        ("@protected", Value::Bool(it)) => term.protected = *it,
                        ("@type", Value::String(it)) => term.coercion = self.coercion(it)?,
                        ("@container", it) => term.container = container(it).ok_or_else(|| unsupported(key, name))?,
                        ("@context", it) => term.scoped = Some(self.contexts.intern(it)),
                        _ => return Err(unsupported(key, name)),
                    }
                }
                (definition.get("@id").and_then(Value::as_str), false)
            }
            _ => return Err(format!("defines `{name}` as something that is not supported")),
        };

        let iri = match id {
            Some(id) if id != name => self.expand(id)?,
            // Without an identifier of its own, a term is a compact IRI or belongs to the vocabulary.
            _ if name.contains([':', '/']) => self.expand_compact(name)?,
            _ => match &self.result.vocab {
                Some(vocab) => format!("{vocab}{name}").into(),
                None => return Err(format!("defines `{name}` without saying what it is")),
            },
        };
        if iri.starts_with('@') && keyword(&iri).is_none() {
            return Err(format!("defines `{name}` as `{iri}`, which is not supported"));
        }
        if !iri.starts_with('@') && !iri::is_absolute(&iri) {
            return Err(format!("defines `{name}` as `{iri}`, which is not an absolute IRI"));
        }
        if name.contains([':', '/']) && *self.expand_compact(name)? != *iri {
            return Err(format!("defines `{name}` as `{iri}`, which is not what it says"));
        }
        term.prefix = simple && !name.contains([':', '/']) && iri.ends_with([':', '/', '?', '#', '[', ']', '@']);
        term.iri = Some(iri);
        Ok(term)
    }

    fn coercion(&mut self, datatype: &str) -> Result<Coercion, String> {
        Ok(match datatype {
            "@id" => Coercion::Id,
            "@vocab" => Coercion::Vocab,
            "@json" => Coercion::Json,
            "@none" => Coercion::None,
            _ => {
                let iri = self.expand(datatype)?;
                if !iri::is_absolute(&iri) {
                    return Err(format!("names the datatype `{datatype}`, which is not an absolute IRI"));
                }
                Coercion::Datatype(iri)
            }
        })
    }

    /// IRI expansion with regard to the vocabulary, defining first what is needed for it.
    fn expand(&mut self, value: &str) -> Result<Rc<str>, String> {
        if value.starts_with('@') {
            return Ok(value.into());
        }
        self.define(value)?;
        if let Some(iri) = self.result.terms.get(value).and_then(|it| it.iri.clone()) {
            return Ok(iri);
        }
        self.expand_compact(value)
    }

    fn expand_compact(&mut self, value: &str) -> Result<Rc<str>, String> {
        if let Some((prefix, suffix)) = value.split_once(':')
            && prefix != "_"
            && !suffix.starts_with("//")
        {
            self.define(prefix)?;
        }
        Ok(iri::expand_parts(&self.result, value, true).map_or_else(|| value.into(), |it| (*it).into()))
    }
}

fn unsupported(key: &str, name: &str) -> String {
    format!("uses `{key}` in the definition of `{name}` in a way that is not supported")
}

fn container(value: &Value) -> Option<Container> {
    let mut found = Container::Set;
    let names = one_or_many(value);
    for name in names {
        match (name.as_str()?, found) {
            ("@set", _) => {}
            ("@list", Container::Set) if names.len() == 1 => found = Container::List,
            ("@graph", Container::Set) => found = Container::Graph,
            _ => return None,
        }
    }
    Some(found)
}
