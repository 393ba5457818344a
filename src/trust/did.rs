//! Who may sign: the controller of keys, read from a DID document or an issuer's file.

use super::PublicKey;
use crate::time::Timestamp;
use serde_json::Value;

/// A controller and the keys it lists for making assertions (Controlled Identifiers 1.0).
#[derive(Debug, Clone)]
pub struct Controller {
    /// Its DID.
    pub id: String,
    /// Its keys.
    pub methods: Vec<Method>,
}

/// A verification method of type Multikey that stands under `assertionMethod`.
#[derive(Debug, Clone)]
pub struct Method {
    /// Its absolute id, `<DID>#<multibase key>` in our own documents.
    pub id: String,
    /// The key.
    pub key: PublicKey,
    /// The first moment at which it may sign.
    pub from: Option<Timestamp>,
    /// The first moment at which it may no longer sign (`expires` in the document).
    pub until: Option<Timestamp>,
    /// Since when it counts as compromised (`revoked` in the document).
    pub compromised: Option<Timestamp>,
}

impl Controller {
    /// The DID document to publish.
    #[must_use]
    pub fn to_document(&self) -> Value {
        todo!("helper: trust")
    }

    /// Reads a DID document, strictly: `id` equal to `did`, methods listed under `assertionMethod` by their absolute id,
    /// each with the same controller.
    ///
    /// # Errors
    ///
    /// A sentence that says what is wrong with it.
    pub fn from_document(_document: &Value, _did: &str) -> Result<Self, String> {
        todo!("helper: trust")
    }

    /// The controller that a `did:key` spells out by itself.
    ///
    /// # Errors
    ///
    /// When it is no did:key of an Ed25519 key.
    pub fn from_did_key(_did: &str) -> Result<Self, String> {
        todo!("helper: trust")
    }
}
