//! The credential that carries a status list.
//!
//! Source: Bitstring Status List 1.0, "BitstringStatusListCredential". The verifiers in use want `type` of the subject and
//! `statusPurpose` as plain text, although the standard allows several.

use super::Bits;
use crate::{
    time::{self, Timestamp},
    trust::{Sentence, says},
};
use serde_json::{Value, json};

/// What a genuine list says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// Who issued it.
    pub issuer: String,
    /// What a set bit means: `revocation` or `suspension`.
    pub purpose: String,
    /// The bits.
    pub bits: Bits,
    /// Since when it counts, where that can be read.
    pub valid_from: Option<Timestamp>,
}

/// The unsigned list credential: issued by `issuer` (a DID), at `url`, from `valid_from`.
#[must_use]
pub fn credential(bits: &Bits, url: &str, issuer: &str, valid_from: Timestamp) -> Value {
    json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "id": url,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer,
        "validFrom": time::format(valid_from),
        "credentialSubject": {
            "id": format!("{url}#list"),
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": bits.encode(),
        },
    })
}

impl List {
    /// Reads a list credential without its proofs. Whether it is genuine is another question.
    ///
    /// # Errors
    ///
    /// The rest of a sentence that begins with the list.
    pub fn read(credential: &Value) -> Result<Self, Sentence> {
        let types = credential.get("type").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        if !["VerifiableCredential", "BitstringStatusListCredential"].iter().all(|name| types.contains(&json!(name))) {
            return Err(says::LIST_TYPE.into());
        }
        let issuer = match credential.get("issuer") {
            Some(Value::String(id)) => id,
            Some(Value::Object(issuer)) => {
                issuer.get("id").and_then(Value::as_str).ok_or_else(|| lacks("issuer.id"))?
            }
            _ => return Err(lacks("issuer")),
        };
        let subject = credential.get("credentialSubject").and_then(Value::as_object);
        let text = |name: &str| subject.and_then(|it| it.get(name)).and_then(Value::as_str);
        if text("type") != Some("BitstringStatusList") {
            return Err(says::LIST_SUBJECT.into());
        }
        let purpose = text("statusPurpose").ok_or_else(|| lacks("statusPurpose"))?;
        let encoded = text("encodedList").ok_or_else(|| lacks("encodedList"))?;
        let bits = Bits::decode(encoded)?;
        let valid_from = credential.get("validFrom").and_then(Value::as_str).and_then(|it| time::parse_stamp(it).ok());
        Ok(Self { issuer: issuer.to_owned(), purpose: purpose.to_owned(), bits, valid_from })
    }
}

fn lacks(name: &str) -> Sentence {
    says::LIST_LACKS.with([name.into()])
}
