//! The page of an issuer, and what an award says about its issuer.

use super::{AwardCard, BadgeCard, Fact, Head, Image, Link, Moment, Pager};
use crate::theme::Html;
use serde::Serialize;

/// An issuer (`issuer.html`).
#[derive(Debug, Serialize)]
pub struct IssuerPage<'a> {
    /// The head of the page.
    pub page: Head<'a>,
    /// Who they are.
    pub issuer: IssuerView<'a>,
    /// Who they are, in their own words.
    pub description_html: Option<Html>,
    /// Register numbers and the like, and the organisation they belong to.
    pub facts: Vec<Fact<'a>>,
    /// Their badges.
    pub badges: Vec<BadgeCard<'a>>,
    /// Where one is in the list of badges.
    pub pager: Pager,
    /// The latest awards, on the first page of that list.
    pub awards: Vec<AwardCard<'a>>,
}

/// An issuer, and why to believe that it is them. Award pages call it `issuer` too.
#[derive(Debug, Serialize)]
pub struct IssuerView<'a> {
    /// Its page.
    pub url: String,
    /// Its name.
    pub name: &'a str,
    /// Its logo.
    pub logo: Option<Image<'a>>,
    /// Its home page.
    pub home: Option<&'a str>,
    /// Its contact address.
    pub email: Option<&'a str>,
    /// The domain that vouches for it.
    pub domain: &'a str,
    /// Its DID.
    pub did: String,
    /// Its DID document.
    pub did_document: String,
    /// Its keys.
    pub keys: Vec<KeyRow>,
    /// When it made its first award here.
    pub since: Option<Moment>,
    /// How many awards it made.
    pub awards: usize,
    /// How many badges it awards.
    pub badges: usize,
    /// The repository in which every award can be traced.
    pub repository: Option<&'a str>,
    /// Social and source links.
    pub links: Vec<Link<'a>>,
}

/// A key of an issuer.
#[derive(Debug, Serialize)]
pub struct KeyRow {
    /// The public key.
    pub key: String,
    /// Whether it signs today, in words.
    pub state: String,
    /// `current`, `future`, `retired` or `compromised`.
    pub kind: &'static str,
}
