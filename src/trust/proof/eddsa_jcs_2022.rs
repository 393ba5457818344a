//! `eddsa-jcs-2022`: Data Integrity EdDSA Cryptosuites 1.0, [section 3.3].
//!
//! [section 3.3]: https://www.w3.org/TR/vc-di-eddsa/#eddsa-jcs-2022

use super::Trace;
use crate::canon::{Refusal, jcs};
use serde_json::{Map, Value};
use std::borrow::Cow;

/// What a proof with these `options` signs of `document`, which carries no proof but those that `options` builds upon.
///
/// # Errors
///
/// When the contexts of the document do not begin with those of the proof.
pub fn trace(document: &Value, options: &Map<String, Value>) -> Result<Trace, Refusal> {
    let document = signed_part(document, options)?;
    Ok(Trace::new(jcs::canonicalize(&document), configure(options)))
}

/// Spec: 3.3.2, "Verify Proof", step 4. Contexts may have been added after signing, but only behind those that were
/// signed: the proof keeps a copy of these, and they stand in for the document's.
fn signed_part<'a>(document: &'a Value, options: &Map<String, Value>) -> Result<Cow<'a, Value>, Refusal> {
    let Some(signed) = options.get("@context") else { return Ok(Cow::Borrowed(document)) };
    let present = document.get("@context");
    if present == Some(signed) {
        return Ok(Cow::Borrowed(document));
    }
    if !values(present).starts_with(values(Some(signed))) {
        return Err(Refusal { place: "@context".into(), why: "does not begin with the contexts of the proof".into() });
    }
    let mut document = document.clone();
    document["@context"] = signed.clone();
    Ok(Cow::Owned(document))
}

/// One context, or several.
fn values(context: Option<&Value>) -> &[Value] {
    match context {
        None => &[],
        Some(Value::Array(values)) => values,
        Some(one) => std::slice::from_ref(one),
    }
}

/// Spec: 3.3.5, "Proof Configuration".
fn configure(options: &Map<String, Value>) -> String {
    let mut configuration = options.clone();
    configuration.remove("proofValue");
    jcs::canonicalize(&Value::Object(configuration))
}
