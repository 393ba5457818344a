//! `eddsa-rdfc-2022`: Data Integrity EdDSA Cryptosuites 1.0, [section 3.2].
//!
//! [section 3.2]: https://www.w3.org/TR/vc-di-eddsa/#eddsa-rdfc-2022

use super::Trace;
use crate::canon::{Refusal, rdf};
use serde_json::{Map, Value};

/// What a proof with these `options` signs of `document`, which carries no proof but those that `options` builds upon.
///
/// # Errors
///
/// When one of the two has no canonical form on which all implementations agree.
pub fn trace(document: &Value, options: &Map<String, Value>) -> Result<Trace, Refusal> {
    trace_transformed(transform(document)?, document.get("@context"), options)
}

/// As [`trace`], for a document that is [transformed](transform) already and had this `context`.
///
/// # Errors
///
/// When the proof configuration has no canonical form on which all implementations agree.
pub fn trace_transformed(
    transformed: String,
    context: Option<&Value>,
    options: &Map<String, Value>,
) -> Result<Trace, Refusal> {
    Ok(Trace::new(transformed, configure(context, options)?))
}

/// Spec: 3.2.3, "Transformation".
///
/// # Errors
///
/// When `document` has no canonical form on which all implementations agree.
pub fn transform(document: &Value) -> Result<String, Refusal> {
    rdf::canonicalize_portable(document)
}

/// Spec: 3.2.5, "Proof Configuration".
fn configure(context: Option<&Value>, options: &Map<String, Value>) -> Result<String, Refusal> {
    let mut configuration = options.clone();
    configuration.remove("proofValue");
    if let Some(context) = context {
        configuration.insert("@context".into(), context.clone());
    }
    rdf::canonicalize_portable(&Value::Object(configuration))
        .map_err(|refusal| Refusal { place: place_in_proof(&refusal.place), ..refusal })
}

/// The configuration is a document of its own; the reader knows it as the proof.
fn place_in_proof(place: &str) -> String {
    if place.is_empty() { "proof".into() } else { format!("proof.{place}") }
}
