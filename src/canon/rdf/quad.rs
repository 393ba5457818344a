//! RDF statements, and the one way to write them ([canonical N-Quads]).
//!
//! [canonical N-Quads]: https://www.w3.org/TR/rdf-canon/#canonical-quads

use crate::canon::scan;
use std::{fmt::Write as _, ops::Deref, rc::Rc};

/// A string that is borrowed from the document where it stands there, and shared where a context says it.
#[derive(Debug, Clone)]
pub enum Text<'d> {
    /// Part of the document.
    Borrowed(&'d str),
    /// From a context, or put together.
    Shared(Rc<str>),
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Borrowed(it) => it,
            Self::Shared(it) => it,
        }
    }
}

impl PartialEq for Text<'_> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Text<'_> {}

impl PartialOrd for Text<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Text<'_> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (**self).cmp(&**other)
    }
}

/// What a statement is about, or what it says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Node<'d> {
    /// An absolute IRI.
    Iri(Text<'d>),
    /// A node without a name of its own, by number.
    Blank(usize),
    /// A value. A datatype of `None` is `xsd:string`, or `rdf:langString` where there is a language.
    Literal {
        /// Its lexical form.
        value: Text<'d>,
        /// Its datatype.
        datatype: Option<Text<'d>>,
        /// Its language.
        language: Option<Text<'d>>,
    },
}

/// One statement of a dataset.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quad<'d> {
    /// What the statement is about: an IRI or a blank node.
    pub subject: Node<'d>,
    /// What is said, an IRI.
    pub predicate: Text<'d>,
    /// What it is said to be.
    pub object: Node<'d>,
    /// The graph it belongs to, unless the default one: an IRI or a blank node.
    pub graph: Option<Node<'d>>,
}

impl Quad<'_> {
    /// The places of this quad that may hold a blank node, with the letter that RDFC-1.0 gives each.
    pub(super) fn places(&self) -> impl Iterator<Item = (char, &Node<'_>)> {
        [('s', Some(&self.subject)), ('o', Some(&self.object)), ('g', self.graph.as_ref())]
            .into_iter()
            .filter_map(|(letter, node)| node.map(|it| (letter, it)))
    }

    /// Its blank nodes, with repetitions.
    pub(super) fn blanks(&self) -> impl Iterator<Item = (char, usize)> {
        self.places().filter_map(|(letter, node)| match node {
            Node::Blank(blank) => Some((letter, *blank)),
            _ => None,
        })
    }

    /// Writes it as one line of canonical N-Quads. `name` writes the name of a blank node.
    pub(super) fn write(&self, out: &mut String, name: impl Fn(&mut String, usize)) {
        write_node(out, &self.subject, &name);
        out.push_str(" <");
        out.push_str(&self.predicate);
        out.push_str("> ");
        write_node(out, &self.object, &name);
        if let Some(graph) = &self.graph {
            out.push(' ');
            write_node(out, graph, &name);
        }
        out.push_str(" .\n");
    }
}

fn write_node(out: &mut String, node: &Node<'_>, name: &impl Fn(&mut String, usize)) {
    match node {
        Node::Iri(iri) => {
            out.push('<');
            out.push_str(iri);
            out.push('>');
        }
        Node::Blank(blank) => {
            out.push_str("_:");
            name(out, *blank);
        }
        Node::Literal { value, datatype, language } => {
            out.push('"');
            escape(out, value);
            out.push('"');
            if let Some(language) = language {
                out.push('@');
                out.push_str(language);
            } else if let Some(datatype) = datatype {
                out.push_str("^^<");
                out.push_str(datatype);
                out.push('>');
            }
        }
    }
}

fn escape(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = scan::first(rest, may_be_escaped) {
        out.push_str(&rest[..at]);
        let mut following = rest[at..].chars();
        match following.next().expect("something was found there") {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            other if !is_escaped(other) => out.push(other),
            other => write!(out, "\\u{:04X}", u32::from(other)).expect("writing to a String cannot fail"),
        }
        rest = following.as_str();
    }
    out.push_str(rest);
}

/// Whether a character that [is escaped](is_escaped) may begin with this byte.
fn may_be_escaped(byte: u8) -> bool {
    (byte < 0x20) | (byte == b'"') | (byte == b'\\') | (byte == 0x7f) | (byte == 0xef)
}

/// Control characters, and what XML 1.1 does not count as characters.
fn is_escaped(it: char) -> bool {
    matches!(it, '\0'..='\u{1f}' | '"' | '\\' | '\u{7f}' | '\u{fffe}' | '\u{ffff}')
}
