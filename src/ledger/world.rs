//! What a repository knows: who signs with what, and which status lists there are.

use crate::{
    model::{BaseUrl, Gallery, Issuer},
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
use std::{borrow::Cow, collections::BTreeMap, sync::OnceLock};

/// A repository as the world in which a credential is judged; more can be added to it.
#[derive(Debug, Default)]
pub struct Repository {
    /// The site's address, and the ones that it had before.
    bases: Vec<BaseUrl>,
    /// The DIDs that the repository's issuers have under these addresses.
    own: Vec<String>,
    controllers: BTreeMap<String, Controller>,
    lists: BTreeMap<String, KnownList>,
    unreadable: BTreeMap<String, String>,
}

/// A status list, and what was found when it was judged.
#[derive(Debug)]
struct KnownList {
    document: Value,
    judged: OnceLock<(Timestamp, Result<List, String>)>,
}

impl Repository {
    /// What `gallery` knows, under its address and the ones that it had before.
    #[must_use]
    pub fn of(gallery: &Gallery) -> Self {
        let mut world = Self::default();
        let site = &gallery.site;
        world.bases = std::iter::once(&site.base_url).chain(&site.previous_base_urls).cloned().collect();
        for base in world.bases.clone() {
            for issuer in gallery.issuers.values() {
                let controller = controller(issuer, &base);
                world.own.push(controller.id.clone());
                world.add_controller(controller);
            }
        }
        for file in &gallery.status_lists {
            let url = address::status_list(&site.base_url, &file.issuer, file.number);
            match crate::canon::json::parse(&file.bytes) {
                Ok(list) => {
                    let signed_as = list.get("id").and_then(Value::as_str).unwrap_or(&url).to_owned();
                    world.add_status_list(signed_as, list);
                }
                Err(flaw) => {
                    world.unreadable.insert(url, format!("`{}` cannot be read: {flaw}", file.path));
                }
            }
        }
        world
    }

    /// Adds somebody who signs.
    pub fn add_controller(&mut self, controller: Controller) {
        self.controllers.insert(controller.id.clone(), controller);
    }

    /// Adds a status list.
    pub fn add_status_list(&mut self, url: String, list: Value) {
        self.lists.insert(url, KnownList { document: list, judged: OnceLock::new() });
    }

    /// The list at `url`, also under an address that the site has or had.
    fn list(&self, url: &str) -> Option<&KnownList> {
        self.lists.get(url).or_else(|| self.lists.iter().find(|(known, _)| self.same(known, url)).map(|(_, it)| it))
    }

    /// What stands behind one of the site's addresses, or behind the DID of one of its issuers.
    fn below<'a>(&self, name: &'a str) -> Option<&'a str> {
        self.bases.iter().find_map(|base| {
            base.strip(name).or_else(|| {
                let did = base.did(&"x".parse().ok()?);
                name.strip_prefix(did.strip_suffix('x')?)
            })
        })
    }
}

impl World for Repository {
    fn controller(&self, did: &str) -> Result<Cow<'_, Controller>, String> {
        if let Some(controller) = self.controllers.get(did) {
            return Ok(Cow::Borrowed(controller));
        }
        if did.starts_with("did:key:") {
            return Controller::from_did_key(did).map(Cow::Owned);
        }
        Err(format!("the keys of `{did}` are not at hand"))
    }

    fn status_list(&self, url: &str) -> Result<Cow<'_, Value>, String> {
        match (self.list(url), self.unreadable.get(url)) {
            (Some(list), _) => Ok(Cow::Borrowed(&list.document)),
            (None, Some(flaw)) => Err(flaw.clone()),
            (None, None) => Err(format!("the status list `{url}` is not at hand")),
        }
    }

    fn judged_list(&self, url: &str, now: Timestamp) -> Option<Result<Cow<'_, List>, String>> {
        let known = self.list(url)?;
        let (when, found) = known.judged.get_or_init(|| (now, judge_list(&known.document, url, self, now)));
        (*when == now).then(|| found.as_ref().map(Cow::Borrowed).map_err(Clone::clone))
    }

    fn same(&self, one: &str, other: &str) -> bool {
        let is_did = |name: &str| name.starts_with("did:");
        one == other
            || is_did(one) == is_did(other) && self.below(one).is_some_and(|below| self.below(other) == Some(below))
    }

    fn is_ours(&self, issuer: &str) -> bool {
        self.own.iter().any(|it| it == issuer)
    }
}

/// An issuer and its keys, as its DID document says it.
fn controller(issuer: &Issuer, base: &BaseUrl) -> Controller {
    let id = base.did(&issuer.slug);
    let methods = issuer.keys.iter().map(|it| Method {
        id: format!("{id}#{}", it.key.to_multibase()),
        key: it.key.clone(),
        from: it.from,
        until: it.until,
        compromised: it.compromised,
    });
    Controller { methods: methods.collect(), id }
}
