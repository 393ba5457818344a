//! Data Integrity proofs: one file for each suite, each to be laid beside its standard.
//!
//! A document carries a set of proofs. Each is over the document without any proof, unless it names others in
//! `previousProof`: then those stay in (Data Integrity 1.0, "Proof Sets" and "Proof Chains").

mod trace;
mod base58;
mod parts;
pub mod eddsa_rdfc_2022;
pub mod eddsa_jcs_2022;

pub use parts::{Flaw, Found, Parts, Proof, Suite, input, take_apart};
pub use trace::Trace;

use super::{PublicKey, SignError, Signer};
use crate::{
    canon::Refusal,
    time::{self, Timestamp},
};
use serde_json::{Map, Value, json};
use std::fmt;

/// Why nothing was signed: the document is not fit for it, or the signer failed.
#[derive(Debug, Clone)]
pub enum ProofError {
    /// The document would not mean the same everywhere.
    Refused(Refusal),
    /// The signer failed.
    Signer(SignError),
}

impl fmt::Display for ProofError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(refusal) => write!(f, "the document cannot be signed: {refusal}"),
            Self::Signer(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for ProofError {}

impl From<Refusal> for ProofError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// Adds the proof set of our profile to `document`: `eddsa-rdfc-2022` first, `eddsa-jcs-2022` second, both by `method`.
///
/// # Errors
///
/// When the document is not portable or has a proof already, or the signer fails.
pub fn sign(mut document: Value, method: &str, signer: &dyn Signer, created: Timestamp) -> Result<Value, ProofError> {
    let refuse = |place: &str, why: &str| ProofError::Refused(Refusal { place: place.to_owned(), why: why.to_owned() });
    let Some(members) = document.as_object() else { return Err(refuse("", "is not a JSON object")) };
    if members.contains_key("proof") {
        return Err(refuse("proof", "is there already"));
    }
    let context = members.get("@context").cloned().ok_or_else(|| refuse("@context", "is missing"))?;

    let mut rdfc = options(Suite::EddsaRdfc2022, method, created);
    let trace = eddsa_rdfc_2022::trace(&document, &rdfc)?;
    rdfc.insert("proofValue".into(), proof_value(&trace, signer)?);

    let mut jcs = options(Suite::EddsaJcs2022, method, created);
    jcs.insert("@context".into(), context);
    let trace = eddsa_jcs_2022::trace(&document, &jcs)?;
    jcs.insert("proofValue".into(), proof_value(&trace, signer)?);

    document["proof"] = json!([rdfc, jcs]);
    Ok(document)
}

/// The members that both suites' proofs have before they are signed (Data Integrity 1.0, "Proofs").
fn options(suite: Suite, method: &str, created: Timestamp) -> Map<String, Value> {
    let options = [
        ("type", "DataIntegrityProof"),
        ("cryptosuite", suite.name()),
        ("created", &time::format(created)),
        ("verificationMethod", method),
        ("proofPurpose", "assertionMethod"),
    ];
    options.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect()
}

/// Signs, and makes sure that the signature holds: an agent is another program.
fn proof_value(trace: &Trace, signer: &dyn Signer) -> Result<Value, ProofError> {
    let signature = signer.sign(&trace.hash_data()).map_err(ProofError::Signer)?;
    if !holds(trace, &signature, signer.public_key()) {
        return Err(ProofError::Signer(SignError("the signature that was made does not fit the public key".into())));
    }
    Ok(format!("z{}", bs58::encode(signature).into_string()).into())
}

/// A proof's suite, and what was hashed for it; or a sentence why nothing could be.
pub type Explained = (Suite, Result<Trace, String>);

/// Everything that was hashed for each proof of `document` that is understood, in their order.
///
/// # Errors
///
/// A sentence, for the document or for one proof.
pub fn explain(document: &Value) -> Result<Vec<Explained>, String> {
    let parts = take_apart(document.clone()).map_err(|why| why.to_string())?;
    let trace = |proof: &Proof<'_>| {
        let input = match proof.previous.is_empty() {
            true => parts.unsecured.clone(),
            false => input(&parts, proof).map_err(|why| why.to_string())?,
        };
        let trace = match proof.suite {
            Suite::EddsaRdfc2022 => eddsa_rdfc_2022::trace(&input, proof.members),
            Suite::EddsaJcs2022 => eddsa_jcs_2022::trace(&input, proof.members),
        };
        trace.map_err(|refusal| refusal.to_string())
    };
    let found = parts.found();
    let proofs = found.iter().filter_map(|it| if let Found::Proof(proof) = it { Some(proof) } else { None });
    Ok(proofs.map(|proof| (proof.suite, trace(proof))).collect())
}

/// Whether `signature` is one of `key` over what `trace` hashes.
///
/// `verify_strict` also refuses small-order keys, for which one signature can be made to fit many documents.
#[must_use]
pub fn holds(trace: &Trace, signature: &[u8; 64], key: &PublicKey) -> bool {
    let signature = ed25519_dalek::Signature::from_bytes(signature);
    key.verifying_key().verify_strict(&trace.hash_data(), &signature).is_ok()
}
