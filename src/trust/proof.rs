//! Data Integrity proofs.

use super::{SignError, Signer};
use crate::{canon::Refusal, time::Timestamp};
use serde_json::Value;

/// Why nothing was signed: the document is not fit for it, or the signer failed.
#[derive(Debug, Clone)]
pub enum ProofError {
    /// The document would not mean the same everywhere.
    Refused(Refusal),
    /// The signer failed.
    Signer(SignError),
}

/// Adds the proof set of our profile to `document`: `eddsa-rdfc-2022` first, `eddsa-jcs-2022` second, both by `method`.
///
/// # Errors
///
/// When the document is not portable, or the signer fails.
pub fn sign(_document: Value, _method: &str, _signer: &dyn Signer, _created: Timestamp) -> Result<Value, ProofError> {
    todo!("helper: trust")
}
