//! What a repository knows of the world: its own issuers, and its own status lists.

use crate::{
    canon::json,
    model::{Gallery, Issuer, IssuerKey, Slug},
    openbadges::address,
    time::Timestamp,
    trust::{
        World,
        did::{Controller, Method},
        judge_list,
        status::List,
    },
};
use serde_json::Value;
use std::{borrow::Cow, collections::HashMap};

/// The issuers and status lists of one repository, as of one moment. Each list is judged once.
#[derive(Debug)]
pub struct Repository {
    /// Controllers by DID: one for each issuer and each address that the site has or had.
    controllers: HashMap<String, Controller>,
    /// Where the site is and was, the longest address first, each with what its issuers' DIDs begin with.
    places: Vec<(String, String)>,
    /// Status lists by their path below the site's address, as found.
    found: HashMap<String, Result<Value, String>>,
    /// The same lists, judged.
    judged: HashMap<String, Result<List, String>>,
    now: Timestamp,
}

/// The controller behind an issuer's file, for the DID that it has or had.
#[must_use]
pub fn controller(issuer: &Issuer, did: &str) -> Controller {
    let method = |it: &IssuerKey| Method {
        id: format!("{did}#{}", it.key.to_multibase()),
        key: it.key.clone(),
        from: it.from,
        until: it.until,
        compromised: it.compromised,
    };
    Controller { id: did.to_owned(), methods: issuer.keys.iter().map(method).collect() }
}

impl Repository {
    pub(super) fn new(gallery: &Gallery, now: Timestamp) -> Self {
        let site = &gallery.site;
        let bases = || std::iter::once(&site.base_url).chain(&site.previous_base_urls);
        let controllers = bases()
            .flat_map(|base| gallery.issuers.iter().map(move |(slug, issuer)| controller(issuer, &base.did(slug))))
            .map(|it| (it.id.clone(), it))
            .collect();

        // The part that all issuers' DIDs share, found with the shortest name that an issuer can have.
        let nobody: Slug = "x".parse().expect("a letter is a name");
        let prefix = |did: String| did.strip_suffix('x').map(str::to_owned).unwrap_or_default();
        let mut places: Vec<_> = bases().map(|it| (it.as_str().to_owned(), prefix(it.did(&nobody)))).collect();
        places.sort_by_key(|(address, _)| std::cmp::Reverse(address.len()));

        let found = gallery
            .status_lists
            .iter()
            .map(|file| {
                (file.path.clone(), json::parse(&file.bytes).map_err(|refusal| format!("cannot be read: {refusal}")))
            })
            .collect();
        let mut repository = Self { controllers, places, found, judged: HashMap::new(), now };
        repository.judged = gallery
            .status_lists
            .iter()
            .map(|file| {
                let url = address::status_list(&site.base_url, &file.issuer, file.number);
                let judged = match &repository.found[&file.path] {
                    Ok(list) => judge_list(list, &url, &repository, now),
                    Err(why) => Err(why.clone()),
                };
                let by_its_issuer = |it: &List| repository.same(&it.issuer, &site.base_url.did(&file.issuer));
                let judged = judged.and_then(|list| match by_its_issuer(&list) {
                    true => Ok(list),
                    false => Err(format!("is by `{}`, not by `{}`", list.issuer, file.issuer)),
                });
                (file.path.clone(), judged)
            })
            .collect();
        repository
    }

    /// The status list that lies at `path` in the repository, if it is genuine.
    ///
    /// # Errors
    ///
    /// The rest of a sentence that begins with the list.
    pub(super) fn list(&self, path: &str) -> Result<&List, &str> {
        match self.judged.get(path) {
            Some(Ok(list)) => Ok(list),
            Some(Err(why)) => Err(why),
            None => Err("is missing"),
        }
    }

    /// What `address` is relative to the site, wherever the site was when it was written.
    fn local<'t>(&self, text: &'t str) -> Option<(bool, &'t str)> {
        self.places.iter().find_map(|(address, dids)| {
            let (is_did, rest) = match text.strip_prefix(address.as_str()) {
                Some(rest) => (false, rest),
                None => (true, text.strip_prefix(dids.as_str())?),
            };
            (!rest.is_empty()).then_some((is_did, rest))
        })
    }

    /// The path of the status list at `url`, which is the same below the site and in the repository.
    fn path_of_list<'t>(&self, url: &'t str) -> Option<&'t str> {
        self.local(url).map(|(_, path)| path).filter(|path| self.found.contains_key(*path))
    }
}

impl World for Repository {
    fn controller(&self, did: &str) -> Result<Cow<'_, Controller>, String> {
        self.controllers.get(did).map(Cow::Borrowed).ok_or_else(|| "it is no issuer of this repository".to_owned())
    }

    fn status_list(&self, url: &str) -> Result<Cow<'_, Value>, String> {
        match self.path_of_list(url).and_then(|path| self.found.get(path)) {
            Some(Ok(list)) => Ok(Cow::Borrowed(list)),
            Some(Err(why)) => Err(why.clone()),
            None => Err("it is not in this repository".to_owned()),
        }
    }

    fn judged_list(&self, url: &str, now: Timestamp) -> Option<Result<Cow<'_, List>, String>> {
        if now != self.now {
            return None;
        }
        let judged = self.judged.get(self.path_of_list(url)?)?;
        Some(judged.as_ref().map(Cow::Borrowed).map_err(Clone::clone))
    }

    fn same(&self, one: &str, other: &str) -> bool {
        one == other || self.local(one).is_some_and(|it| self.local(other) == Some(it))
    }

    fn is_ours(&self, issuer: &str) -> bool {
        self.controllers.contains_key(issuer)
    }
}
