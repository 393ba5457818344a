//! Putting an issuer's signature under a document, and its bytes into a file.

use super::{Refused, places};
use crate::{
    model::{Issuer, Site},
    openbadges::address,
    time::{self, Timestamp},
    trust::{
        Signer,
        proof::{self, ProofError},
        status::{self, Bits},
    },
};
use serde_json::Value;

/// An issuer, with a key of its own that may sign now.
pub(super) struct Seal<'a> {
    pub(super) issuer: &'a Issuer,
    site: &'a Site,
    signer: &'a dyn Signer,
    now: Timestamp,
}

impl<'a> Seal<'a> {
    /// Refuses a key that the issuer does not list, or no longer.
    pub(super) fn new(
        issuer: &'a Issuer,
        site: &'a Site,
        signer: &'a dyn Signer,
        now: Timestamp,
    ) -> Result<Self, Refused> {
        let key = signer.public_key();
        let name = key.to_multibase();
        let file = format!("issuers/{}.toml", issuer.slug);
        let Some(listed) = issuer.keys.iter().find(|it| it.key == *key) else {
            return Err(Refused(format!(
                "the key `{name}` is not one of `{}`: if it may sign, add it to `{file}` with `accolade key add`",
                issuer.slug
            )));
        };
        if let Some(since) = listed.compromised {
            return Err(Refused(format!(
                "`{file}` says that the key `{name}` is compromised since {}",
                time::format(since)
            )));
        }
        if let Some(until) = listed.until.filter(|until| *until <= now) {
            return Err(Refused(format!(
                "`{file}` says that the key `{name}` was retired at {}; sign with one that may still sign (--key FILE)",
                time::format(until)
            )));
        }
        if let Some(from) = listed.from.filter(|from| from.as_second() > now.as_second()) {
            return Err(Refused(format!(
                "`{file}` says that the key `{name}` may sign from {} on, and it is {}",
                time::format(from),
                time::format(now)
            )));
        }
        Ok(Self { issuer, site, signer, now })
    }

    /// The issuer's DID.
    pub(super) fn did(&self) -> String {
        self.site.base_url.did(&self.issuer.slug)
    }

    /// `document` with the proof set of our profile.
    pub(super) fn sign(&self, document: Value) -> Result<Value, Refused> {
        // What was signed under an earlier address of the site keeps the name that its issuer had there.
        let issuer = document["issuer"]["id"].as_str().map_or_else(|| self.did(), str::to_owned);
        let method = format!("{issuer}#{}", self.signer.public_key().to_multibase());
        proof::sign(document, &method, self.signer, self.now).map_err(|error| match error {
            ProofError::Refused(flaw) => Refused(format!("this cannot be signed: {flaw}")),
            ProofError::Signer(error) => Refused(error.0),
        })
    }

    /// A signed status list: its address and the document.
    pub(super) fn status_list(&self, number: u32, bits: &Bits) -> Result<(String, Value), Refused> {
        let url = address::status_list(&self.site.base_url, &self.issuer.slug, number);
        let list = self.sign(status::credential(bits, &url, &self.did(), self.now))?;
        Ok((url, list))
    }

    /// Where that list lies in the repository.
    pub(super) fn status_path(&self, number: u32) -> String {
        places::path(&self.issuer.slug, number)
    }
}

/// A document as it is committed and published.
pub(super) fn bytes(document: &Value) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(document).expect("a JSON value can be written");
    bytes.push(b'\n');
    bytes
}
