//! Signing with keys that everybody knows, and a small world to judge in.

pub(crate) use crate::common::keys::Key;
use accolade::{
    canon::json,
    trust::{
        PublicKey, Sentence, Signer, World,
        did::{Controller, Method},
        proof,
        status::{self, Bits},
    },
};
use jiff::Timestamp;
use serde_json::{Value, json};
use std::{borrow::Cow, collections::HashMap, fs, path::Path};

pub(crate) fn text(path: &str) -> String {
    let path = Path::new("tests/vectors").join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub(crate) fn document(path: &str) -> Value {
    json::parse(text(path).as_bytes()).unwrap_or_else(|error| panic!("{path}: {error}"))
}

pub(crate) fn time(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub(crate) const GUILD: &str = "did:web:badges.example:issuers:guild";
pub(crate) const LIST: &str = "https://badges.example/status/guild/1.json";

/// Two issuers' keys and the status lists that they published.
#[derive(Default)]
pub(crate) struct Known {
    pub(crate) controllers: HashMap<String, Controller>,
    pub(crate) lists: HashMap<String, Value>,
    pub(crate) ours: bool,
}

impl World for Known {
    fn controller(&self, did: &str) -> Result<Cow<'_, Controller>, Sentence> {
        self.controllers.get(did).map(Cow::Borrowed).ok_or_else(|| "nobody told".into())
    }

    fn status_list(&self, url: &str) -> Result<Cow<'_, Value>, Sentence> {
        self.lists.get(url).map(Cow::Borrowed).ok_or_else(|| "nobody told".into())
    }

    fn is_ours(&self, _issuer: &str) -> bool {
        self.ours
    }
}

impl Known {
    /// The guild with its key, and its list, in which index 7 is set.
    pub(crate) fn guild() -> Self {
        let mut known = Self::default();
        known.introduce(GUILD, guild_key().public_key());
        let mut bits = Bits::new();
        bits.set(7, true);
        known.publish(status::credential(&bits, LIST, GUILD, time("2026-01-01T00:00:00Z")));
        known
    }

    pub(crate) fn introduce(&mut self, did: &str, key: &PublicKey) {
        let id = format!("{did}#{}", key.to_multibase());
        let method = Method { id, key: key.clone(), from: None, until: None, compromised: None };
        let unknown = || Controller { id: did.to_owned(), methods: Vec::new() };
        self.controllers.entry(did.to_owned()).or_insert_with(unknown).methods.push(method);
    }

    pub(crate) fn publish(&mut self, list: Value) {
        let url = list["id"].as_str().unwrap().to_owned();
        self.lists.insert(url, signed(list));
    }

    pub(crate) fn method(&mut self) -> &mut Method {
        &mut self.controllers.get_mut(GUILD).unwrap().methods[0]
    }
}

pub(crate) fn guild_key() -> Key {
    Key::new(7)
}

pub(crate) fn method_id() -> String {
    format!("{GUILD}#{}", guild_key().multibase())
}

/// Signed by the guild on 4 May 2026.
pub(crate) fn signed(document: Value) -> Value {
    proof::sign(document, &method_id(), &guild_key(), time("2026-05-04T18:30:00Z")).unwrap()
}

/// An award of the guild, not signed yet.
pub(crate) fn award() -> Value {
    json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": "https://badges.example/assertions/0kq8v3rwe5t7n2m4x6zj/credential.json",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": "Soldering",
        "issuer": { "id": GUILD, "type": ["Profile"], "name": "Guild" },
        "validFrom": "2026-05-04T00:00:00Z",
        "validUntil": "2028-05-04T00:00:00Z",
        "awardedDate": "2026-05-04T00:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [{
                "type": "IdentityObject",
                "hashed": true,
                "identityHash": "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399",
                "identityType": "emailAddress",
                "salt": "Kosher",
            }],
            "creditsEarned": 3,
            "achievement": {
                "id": "https://badges.example/badges/soldering/achievement.json",
                "type": ["Achievement"],
                "name": "Soldering",
                "description": "Joins metal.",
                "criteria": { "narrative": "Solder *something*." },
                "tag": ["soldering", "electronics"],
            },
        },
        "evidence": [{ "id": "https://code.example/pull/1", "type": ["Evidence"], "name": "Lötstelle" }],
        "credentialStatus": {
            "id": format!("{LIST}#94567"),
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": "94567",
            "statusListCredential": LIST,
        },
    })
}

pub(crate) const NOW: &str = "2026-11-23T12:00:00Z";
