//! A JSON-LD document as canonical N-Quads.

use super::Refusal;
use serde_json::Value;

/// Expands `document` with the embedded contexts, and canonicalises its RDF dataset with RDFC-1.0 (SHA-256).
///
/// # Errors
///
/// When a context is not embedded, a term is not defined, an IRI is relative, or a feature is not supported.
pub fn canonicalize(_document: &Value) -> Result<String, Refusal> {
    todo!("helper: canon")
}

/// As [`canonicalize`], for documents that we sign or judge: refuses as well what implementations are known to
/// canonicalise differently (numbers other than integers below 2^53, blank nodes without a unique first-degree hash).
///
/// # Errors
///
/// As [`canonicalize`], and for what is not portable.
pub fn canonicalize_portable(_document: &Value) -> Result<String, Refusal> {
    todo!("helper: canon")
}
