//! A repository as the world in which a credential is judged: who signs with what, and which status lists there are.
//!
//! The build asks it about the repository's own assertions; commands add what they sign, or what they were given.

use super::{address, v3};
use crate::{
    canon::json,
    model::{Badge, Gallery, Issuer, IssuerKey, Slug, StatusListFile},
    time::Timestamp,
    trust::{
        Sentence, World,
        did::{Controller, Method},
        judge_list, says,
        status::List,
    },
};
use serde_json::Value;
use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
    sync::OnceLock,
};

/// The issuers and status lists of a repository, under the address that it has and the ones that it had.
#[derive(Debug, Default)]
pub struct Repository {
    /// Controllers by DID.
    controllers: HashMap<String, Controller>,
    /// The DIDs that the repository's own issuers have and had.
    own: HashSet<String>,
    /// Where the site is and was, the longest address first, each with what its issuers' DIDs begin with.
    places: Vec<(String, String)>,
    /// Status lists: the repository's by their path, which is the same below the site; others by their address.
    lists: HashMap<String, KnownList>,
    /// Achievements as they are defined today, by their address below the site.
    definitions: HashMap<String, Value>,
}

/// A status list as it was found, and what it was worth when it was judged first.
#[derive(Debug)]
struct KnownList {
    url: String,
    /// The DID that has to have signed it, if that is known.
    issuer: Option<String>,
    found: Result<Value, Sentence>,
    judged: OnceLock<(Timestamp, Result<List, Sentence>)>,
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
    /// What `gallery` knows.
    #[must_use]
    pub fn of(gallery: &Gallery) -> Self {
        let site = &gallery.site;
        let bases = || std::iter::once(&site.base_url).chain(&site.previous_base_urls);
        let controllers: HashMap<String, Controller> = bases()
            .flat_map(|base| gallery.issuers.iter().map(move |(slug, issuer)| controller(issuer, &base.did(slug))))
            .map(|it| (it.id.clone(), it))
            .collect();

        // The part that all issuers' DIDs share, found with the shortest name that an issuer can have.
        let nobody: Slug = "x".parse().expect("a letter is a name");
        let prefix = |did: String| did.strip_suffix('x').map(str::to_owned).unwrap_or_default();
        let mut places: Vec<_> = bases().map(|it| (it.as_str().to_owned(), prefix(it.did(&nobody)))).collect();
        places.sort_by_key(|(address, _)| std::cmp::Reverse(address.len()));

        let list = |file: &StatusListFile| KnownList {
            url: address::status_list(&site.base_url, &file.issuer, file.number),
            issuer: Some(site.base_url.did(&file.issuer)),
            found: json::parse(&file.bytes).map_err(|refusal| says::LIST_UNREAD.with([refusal.to_string().into()])),
            judged: OnceLock::new(),
        };
        let lists = gallery.status_lists.iter().map(|it| (it.path.clone(), list(it))).collect();
        let own = controllers.keys().cloned().collect();
        let definition = |badge: &Badge| {
            let id = address::achievement(&site.base_url, &badge.slug);
            let issuer = gallery.issuers.get(&badge.issuer)?;
            Some((site.base_url.strip(&id)?.to_owned(), v3::achievement(badge, issuer, site)))
        };
        let mut definitions: HashMap<String, Value> = gallery.badges.values().filter_map(definition).collect();
        // What a badge was called before is one more address of it.
        for (former, present) in &gallery.former_badges {
            let badge = gallery.badges.get(present).map(|it| Badge { slug: former.clone(), ..it.clone() });
            definitions.extend(badge.as_ref().and_then(definition));
        }
        Self { controllers, own, places, lists, definitions }
    }

    /// Adds somebody who signs.
    pub fn add_controller(&mut self, controller: Controller) {
        self.controllers.insert(controller.id.clone(), controller);
    }

    /// Adds a status list, in place of the one that was known at `url`.
    pub fn add_status_list(&mut self, url: String, list: Value) {
        let name = self.name_of_list(&url).to_owned();
        self.lists.insert(name, KnownList { url, issuer: None, found: Ok(list), judged: OnceLock::new() });
    }

    /// The status list that lies at `path` in the repository, if it is genuine.
    ///
    /// # Errors
    ///
    /// The rest of a sentence that begins with the list.
    pub fn genuine_list(&self, path: &str, now: Timestamp) -> Result<Cow<'_, List>, Sentence> {
        self.lists.get(path).map_or_else(|| Err(says::LIST_MISSING.into()), |it| self.judge(it, now))
    }

    /// What a list is worth. As of one moment it is judged once, however many ask.
    fn judge<'a>(&'a self, known: &'a KnownList, now: Timestamp) -> Result<Cow<'a, List>, Sentence> {
        let judge = || {
            let list = judge_list(known.found.as_ref().map_err(Clone::clone)?, &known.url, self, now)?;
            match &known.issuer {
                Some(issuer) if !self.same(&list.issuer, issuer) => {
                    Err(says::LIST_ISSUER.with([list.issuer.as_str().into(), last_part(issuer).into()]))
                }
                _ => Ok(list),
            }
        };
        let (when, judged) = known.judged.get_or_init(|| (now, judge()));
        match *when == now {
            true => judged.as_ref().map(Cow::Borrowed).map_err(Clone::clone),
            false => judge().map(Cow::Owned),
        }
    }

    /// Whether an address or DID is one of the site, which nobody else can have.
    #[must_use]
    pub fn is_own_address(&self, text: &str) -> bool {
        self.local(text).is_some()
    }

    /// What `text` is relative to the site, wherever the site was when it was written; and whether it is a DID.
    fn local<'t>(&self, text: &'t str) -> Option<(bool, &'t str)> {
        self.places.iter().find_map(|(address, dids)| {
            let (is_did, rest) = match text.strip_prefix(address.as_str()) {
                Some(rest) => (false, rest),
                None => (true, text.strip_prefix(dids.as_str())?),
            };
            (!rest.is_empty()).then_some((is_did, rest))
        })
    }

    /// By what name the list at `url` is known here.
    fn name_of_list<'t>(&self, url: &'t str) -> &'t str {
        self.local(url).map_or(url, |(_, path)| path)
    }

    fn list(&self, url: &str) -> Option<&KnownList> {
        self.lists.get(self.name_of_list(url))
    }
}

/// The issuer's name in its DID.
fn last_part(did: &str) -> &str {
    did.rsplit(':').next().unwrap_or(did)
}

impl World for Repository {
    fn controller(&self, did: &str) -> Result<Cow<'_, Controller>, Sentence> {
        match self.controllers.get(did) {
            Some(controller) => Ok(Cow::Borrowed(controller)),
            None if self.places.is_empty() => Err(says::KEYS_NOT_AT_HAND.into()),
            None => Err(says::NOT_OURS.into()),
        }
    }

    fn status_list(&self, url: &str) -> Result<Cow<'_, Value>, Sentence> {
        match self.list(url).map(|it| &it.found) {
            Some(Ok(list)) => Ok(Cow::Borrowed(list)),
            Some(Err(why)) => Err(why.clone()),
            None if self.places.is_empty() => Err(says::LIST_NOT_AT_HAND.into()),
            None => Err(says::NOT_HERE.into()),
        }
    }

    fn judged_list(&self, url: &str, now: Timestamp) -> Option<Result<Cow<'_, List>, Sentence>> {
        self.list(url).map(|it| self.judge(it, now))
    }

    fn definition(&self, id: &str) -> Option<Result<Cow<'_, Value>, Sentence>> {
        let (_, path) = self.local(id)?;
        self.definitions.get(path).map(|it| Ok(Cow::Borrowed(it)))
    }

    fn same(&self, one: &str, other: &str) -> bool {
        one == other || self.local(one).is_some_and(|it| self.local(other) == Some(it))
    }

    fn is_ours(&self, issuer: &str) -> bool {
        self.own.contains(issuer)
    }

    fn is_here(&self, address: &str) -> bool {
        self.local(address).is_some_and(|(is_did, _)| !is_did)
    }
}
