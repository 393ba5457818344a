//! The gallery: everything a repository says, with every reference resolved.

use super::{Assertion, AssertionId, Badge, Issuer, Ledger, Nomination, Person, Site, Slug, Standing};
use std::{collections::BTreeMap, sync::Arc};

/// An assertion's place in [`Gallery::assertions`].
pub type AwardRef = usize;

/// Everything a repository says. Only `pipeline::check` makes one.
#[derive(Debug)]
pub struct Gallery {
    /// The site.
    pub site: Site,
    /// Issuers by name.
    pub issuers: BTreeMap<Slug, Issuer>,
    /// Badges by name.
    pub badges: BTreeMap<Slug, Badge>,
    /// People by name.
    pub people: BTreeMap<Slug, Person>,
    /// Assertions, ordered by id.
    pub assertions: Vec<Assertion>,
    /// Ledgers by issuer.
    pub ledgers: BTreeMap<Slug, Ledger>,
    /// Where each assertion stands, according to its issuer's ledger.
    pub standings: BTreeMap<AssertionId, Standing>,
    /// Whose each assertion is, of those who chose to be named.
    pub owners: BTreeMap<AssertionId, Slug>,
    /// Signed status lists.
    pub status_lists: Vec<StatusListFile>,
    /// Names that badges had before, and the ones they have now.
    pub former_badges: BTreeMap<Slug, Slug>,
    /// Names that people had before, and the ones they have now.
    pub former_people: BTreeMap<Slug, Slug>,
    /// Requests under review.
    pub nominations: Vec<Nomination>,
    /// Free pages.
    pub pages: Vec<Page>,
    /// Files that are copied as they are.
    pub statics: Vec<StaticFile>,
    /// Templates of the repository.
    pub templates: Vec<TemplateFile>,
}

/// A signed status list, byte for byte as committed.
#[derive(Debug, Clone)]
pub struct StatusListFile {
    /// Whose.
    pub issuer: Slug,
    /// Its number, from 1.
    pub number: u32,
    /// Where it lies, relative to the repository.
    pub path: String,
    /// The signed document.
    pub bytes: Arc<[u8]>,
}

/// A page of `pages/`.
#[derive(Debug, Clone)]
pub struct Page {
    /// The file's name.
    pub slug: Slug,
    /// Its first heading.
    pub title: String,
    /// The rest (Markdown).
    pub body: String,
}

/// A file of `static/`.
#[derive(Debug, Clone)]
pub struct StaticFile {
    /// Its path below `static/`, with `/` between the parts.
    pub path: String,
    /// Its content.
    pub bytes: Arc<[u8]>,
}

/// A file of `templates/`.
#[derive(Debug, Clone)]
pub struct TemplateFile {
    /// Its path below `templates/`, with `/` between the parts.
    pub path: String,
    /// Its content.
    pub text: String,
}
