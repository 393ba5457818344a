//! Who may sign: the controller of keys, read from a DID document or an issuer's file.
//!
//! Sources: Controlled Identifiers 1.0 (documents, "Retrieve Verification Method"), the did:web and did:key methods.

use super::{PublicKey, Sentence, says};
use crate::time::{self, Timestamp};
use serde_json::{Map, Value, json};

/// A controller and the keys it lists for making assertions (Controlled Identifiers 1.0).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Controller {
    /// Its DID.
    pub id: String,
    /// Its keys.
    pub methods: Vec<Method>,
}

/// A verification method of type Multikey that stands under `assertionMethod`.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    ///
    /// Keys that ended stay under `assertionMethod`: what they signed in their time still has to verify. When they ended
    /// is said by `expires` and `revoked`, as Controlled Identifiers 1.0 ("Verification Methods") defines them, so that
    /// readers can be told; the verifiers in use look at neither.
    #[must_use]
    pub fn to_document(&self) -> Value {
        let method = |it: &Method| {
            let mut method = json!({
                "id": it.id,
                "type": "Multikey",
                "controller": self.id,
                "publicKeyMultibase": it.key.to_multibase(),
            });
            if let Some(until) = it.until {
                method["expires"] = time::format(until).into();
            }
            if let Some(compromised) = it.compromised {
                method["revoked"] = time::format(compromised).into();
            }
            method
        };
        json!({
            "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
            "id": self.id,
            "verificationMethod": self.methods.iter().map(method).collect::<Vec<_>>(),
            "assertionMethod": self.methods.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(),
        })
    }

    /// Reads a DID document, strictly: `id` equal to `did`, methods listed under `assertionMethod` by their absolute id,
    /// each with the same controller.
    ///
    /// Methods of other types are passed over, as are those that are not for assertions.
    ///
    /// # Errors
    ///
    /// A sentence that says what is wrong with it.
    pub fn from_document(document: &Value, did: &str) -> Result<Self, Sentence> {
        let document = document.as_object().ok_or(says::DID_NO_OBJECT)?;
        match document.get("id").and_then(Value::as_str) {
            Some(id) if id == did => {}
            Some(id) => return Err(says::DID_OTHER.with([id.into(), did.into()])),
            None => return Err(says::DID_NO_ID.into()),
        }
        let members = |name: &str| match document.get(name) {
            None => Ok(&[][..]),
            Some(Value::Array(members)) => Ok(members.as_slice()),
            Some(_) => Err(says::DID_NO_ARRAY.with([name.into()])),
        };
        let mut allowed = Vec::new();
        for reference in members("assertionMethod")? {
            allowed.push(reference.as_str().ok_or_else(|| says::DID_MORE.with(["assertionMethod".into()]))?);
        }
        let mut controller = Self { id: did.to_owned(), methods: Vec::new() };
        for method in members("verificationMethod")? {
            let method = method.as_object().ok_or_else(|| says::DID_MORE.with(["verificationMethod".into()]))?;
            let id = method.get("id").and_then(Value::as_str).ok_or(says::DID_NO_METHOD_ID)?;
            if !allowed.contains(&id) || method.get("type").and_then(Value::as_str) != Some("Multikey") {
                continue;
            }
            if controller.method(id).is_some() {
                return Err(says::DID_TWICE.with([id.into()]));
            }
            controller.methods.push(Method::read(method, id, did)?);
        }
        Ok(controller)
    }

    /// The controller that a `did:key` spells out by itself.
    ///
    /// # Errors
    ///
    /// When it is no did:key of an Ed25519 key.
    pub fn from_did_key(did: &str) -> Result<Self, Sentence> {
        let text = did.strip_prefix("did:key:").ok_or_else(|| says::DID_NO_KEY.with([did.into()]))?;
        let key = PublicKey::from_multibase(text).map_err(|_| says::DID_KEY.with([did.into()]))?;
        let method = Method { id: format!("{did}#{text}"), key, from: None, until: None, compromised: None };
        Ok(Self { id: did.to_owned(), methods: vec![method] })
    }

    /// The key with this absolute id.
    #[must_use]
    pub fn method(&self, id: &str) -> Option<&Method> {
        self.methods.iter().find(|it| it.id == id)
    }
}

impl Method {
    fn read(method: &Map<String, Value>, id: &str, did: &str) -> Result<Self, Sentence> {
        if !id.strip_prefix(did).is_some_and(|rest| rest.len() > 1 && rest.starts_with('#')) {
            return Err(says::DID_FOREIGN.with([id.into(), did.into()]));
        }
        if method.get("controller").and_then(Value::as_str) != Some(did) {
            return Err(says::DID_CONTROLLER.with([id.into(), did.into()]));
        }
        let text = method.get("publicKeyMultibase").and_then(Value::as_str).unwrap_or_default();
        let key = PublicKey::from_multibase(text).map_err(|_| says::DID_KEY.with([id.into()]))?;
        let moment = |name: &str| match method.get(name) {
            None => Ok(None),
            Some(value) => {
                let moment = value.as_str().and_then(|text| time::parse_stamp(text).ok());
                moment.map(Some).ok_or_else(|| says::DID_DATE.with([name.into(), id.into()]))
            }
        };
        Ok(Self { id: id.to_owned(), key, from: None, until: moment("expires")?, compromised: moment("revoked")? })
    }
}

/// Where the document of a `did:web` is served: `/` for each `:`, `/.well-known` without a path, then `did.json`.
///
/// No part may lead elsewhere once an address is made of it: `.` and `..` are refused, and dots, `/`, `\`, `?`, `#` and
/// controls that are encoded.
///
/// # Errors
///
/// When it is no did:web. Source: did:web Method Specification, "Read (Resolve)".
pub fn web_address(did: &str) -> Result<String, Sentence> {
    let refuse = || says::DID_WEB.with([did.into()]);
    let mut parts = did.strip_prefix("did:web:").ok_or_else(refuse)?.split(':');
    let authority = parts.next().unwrap_or_default().replace("%3A", ":").replace("%3a", ":");
    let (host, port) = authority.split_once(':').map_or((&*authority, None), |(host, port)| (host, Some(port)));
    let host_is_plain = !host.is_empty() && host.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-');
    if !host_is_plain || port.is_some_and(|it| it.parse::<u16>().is_err()) {
        return Err(refuse());
    }
    // What stands after a `%`: two digits, for no control, and for none of the characters by which an address is divided.
    let stays = |after: &str| {
        let code = after.get(..2).filter(|it| it.bytes().all(|b| b.is_ascii_hexdigit()));
        let byte = code.and_then(|it| u8::from_str_radix(it, 16).ok());
        byte.is_some_and(|it| !it.is_ascii_control() && !b"./\\?#".contains(&it))
    };
    let mut path = String::new();
    for part in parts {
        let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~%".contains(&b);
        if !part.bytes().all(plain) || matches!(part, "" | "." | "..") || !part.split('%').skip(1).all(stays) {
            return Err(refuse());
        }
        path = path + "/" + part;
    }
    if path.is_empty() {
        path.push_str("/.well-known");
    }
    Ok(format!("https://{authority}{path}/did.json"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const DID: &str = "did:web:badges.example:issuers:guild";

    fn controller() -> Controller {
        let key = PublicKey::from_multibase("z6MkvDqGT54cXesYGvABpF1UapVNwjCqRcafi4Px6Thv5T3Z").unwrap();
        let id = format!("{DID}#{}", key.to_multibase());
        let until = Some("2026-05-04T00:00:00Z".parse().unwrap());
        Controller { id: DID.into(), methods: vec![Method { id, key, from: None, until, compromised: until }] }
    }

    #[test]
    fn what_is_published_is_read_back() {
        let controller = controller();
        let document = controller.to_document();
        assert_eq!(Controller::from_document(&document, DID), Ok(controller));
        assert_eq!(document["verificationMethod"][0]["expires"], "2026-05-04T00:00:00Z");
        assert_eq!(document["verificationMethod"][0]["revoked"], "2026-05-04T00:00:00Z");
    }

    #[test]
    fn a_document_that_is_not_exact_is_refused() {
        type Spoil = fn(&mut Value);
        let cases: [(&str, Spoil); 9] = [
            ("about `did:web:x`", |it| it["id"] = "did:web:x".into()),
            ("has no `id`", |it| it["id"] = 1.into()),
            ("holds more than it may", |it| it["assertionMethod"][0] = it["verificationMethod"][0].clone()),
            ("is not an array", |it| it["assertionMethod"] = it["assertionMethod"][0].clone()),
            ("another controller", |it| it["verificationMethod"][0]["controller"] = "did:web:x".into()),
            ("cannot be used", |it| it["verificationMethod"][0]["publicKeyMultibase"] = "z6Mk".into()),
            ("is not a date-time", |it| it["verificationMethod"][0]["revoked"] = true.into()),
            ("is not a date-time", |it| it["verificationMethod"][0]["revoked"] = "2026-05-04".into()),
            ("twice", |it| {
                let method = it["verificationMethod"][0].clone();
                it["verificationMethod"].as_array_mut().unwrap().push(method);
            }),
        ];
        for (why, spoil) in cases {
            let mut document = controller().to_document();
            spoil(&mut document);
            let error = Controller::from_document(&document, DID).expect_err(why).to_string();
            assert!(error.contains(why), "{error}");
        }
    }

    #[test]
    fn a_key_that_is_not_for_assertions_is_no_key() {
        let mut document = controller().to_document();
        document["authentication"] = document["assertionMethod"].take();
        document["assertionMethod"] = json!([]);
        assert_eq!(Controller::from_document(&document, DID).map(|it| it.methods.len()), Ok(0));
    }

    #[test]
    fn a_did_web_says_where_its_document_is() {
        for (did, address) in [
            ("did:web:badges.example", "https://badges.example/.well-known/did.json"),
            ("did:web:org.github.io:badges", "https://org.github.io/badges/did.json"),
            ("did:web:localhost%3A8000:x:y", "https://localhost:8000/x/y/did.json"),
            ("did:web:a:L%C3%B6ten:v1.2:...", "https://a/L%C3%B6ten/v1.2/.../did.json"),
        ] {
            assert_eq!(web_address(did).as_deref(), Ok(address));
        }
        for bad in [
            "did:web:",
            "did:key:z6Mk",
            "did:web:a/b",
            "did:web:a:..:b",
            "did:web:a::b",
            "did:web:a%3Ab",
            "did:web:a@b",
            "did:web:a%3A99999",
            "did:web:a:%2e%2e:b",
            "did:web:a:.%2E",
            "did:web:a:%2e:b",
            "did:web:a:",
            "did:web:a:x%2Fb",
            "did:web:a:x%5cb",
            "did:web:a:x%3Fb",
            "did:web:a:x%23b",
            "did:web:a:x%0Ab",
            "did:web:a:x%7f",
            "did:web:a:x%2ejs",
            "did:web:a:x%",
            "did:web:a:x%2",
            "did:web:a:x%g0",
        ] {
            assert!(web_address(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_did_key_is_its_own_document() {
        let did = "did:key:z6MkvDqGT54cXesYGvABpF1UapVNwjCqRcafi4Px6Thv5T3Z";
        let controller = Controller::from_did_key(did).unwrap();
        assert_eq!(controller.methods[0].id, format!("{did}#z6MkvDqGT54cXesYGvABpF1UapVNwjCqRcafi4Px6Thv5T3Z"));
        assert!(Controller::from_did_key("did:key:zDnaeucDGfhXHoJVqot3p21RuupNJ2fZrs8Lb1GV83VnSo2jR").is_err());
    }
}
