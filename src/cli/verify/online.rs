//! The world as it is on the web: DID documents, status lists and definitions, asked for where they say that they are.
//!
//! What the repository knows and what was given comes first, so that nothing is asked twice; the web is judged by the
//! same rules. What did not answer could not be checked, and why is in the sentence.

use crate::{
    canon::json,
    fetch::{self, Fetcher},
    openbadges::world::Repository,
    time::Timestamp,
    trust::{
        Sentence, World,
        did::{self, Controller},
        status::List,
    },
};
use serde_json::Value;
use std::{
    borrow::Cow,
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

/// What is at hand, and behind it the web.
pub(super) struct Online<'a> {
    pub here: &'a Repository,
    pub fetcher: &'a Fetcher,
    /// What was asked for already, also in vain.
    asked: Mutex<HashMap<String, Result<Value, Sentence>>>,
}

impl<'a> Online<'a> {
    pub(super) fn new(here: &'a Repository, fetcher: &'a Fetcher) -> Self {
        Self { here, fetcher, asked: Mutex::default() }
    }

    /// The JSON document that lies at `url`.
    fn json(&self, url: &str) -> Result<Value, Sentence> {
        let asked = || self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = asked().get(url) {
            return known.clone();
        }
        let found = get(self.fetcher, url).and_then(|bytes| {
            json::parse(&bytes).map_err(|why| {
                Sentence::from(format!("what lies at `{url}` is not the JSON that it should be: {why}").as_str())
            })
        });
        asked().insert(url.to_owned(), found.clone());
        found
    }
}

/// What lies at `url`. Where this machine may be asked, it is asked without TLS, which no certificate vouches for anyway.
pub(super) fn get(fetcher: &Fetcher, url: &str) -> Result<Vec<u8>, Sentence> {
    let local = fetch::without_tls_if_local(url).filter(|_| fetcher.is_private());
    fetcher.get(local.as_deref().unwrap_or(url)).map_err(|flaw| Sentence::from(flaw.to_string().as_str()))
}

impl World for Online<'_> {
    fn controller(&self, did: &str) -> Result<Cow<'_, Controller>, Sentence> {
        let unknown = match self.here.controller(did) {
            Ok(known) => return Ok(known),
            Err(why) => why,
        };
        // Of its own addresses a repository knows all issuers.
        if !did.starts_with("did:web:") || self.here.is_own_address(did) {
            return Err(unknown);
        }
        let document = self.json(&did::web_address(did)?)?;
        Controller::from_document(&document, did).map(Cow::Owned)
    }

    fn status_list(&self, url: &str) -> Result<Cow<'_, Value>, Sentence> {
        match self.here.status_list(url) {
            Ok(known) => Ok(known),
            Err(why) if self.here.is_own_address(url) => Err(why),
            Err(_) => self.json(url).map(Cow::Owned),
        }
    }

    fn judged_list(&self, url: &str, now: Timestamp) -> Option<Result<Cow<'_, List>, Sentence>> {
        self.here.judged_list(url, now)
    }

    fn definition(&self, id: &str) -> Option<Result<Cow<'_, Value>, Sentence>> {
        let known = self.here.definition(id);
        known.or_else(|| id.starts_with("https://").then(|| self.json(id).map(Cow::Owned)))
    }

    fn same(&self, one: &str, other: &str) -> bool {
        self.here.same(one, other)
    }

    fn is_ours(&self, issuer: &str) -> bool {
        self.here.is_ours(issuer)
    }

    fn is_here(&self, address: &str) -> bool {
        self.here.is_here(address)
    }
}
