//! Reading JSON that is to be trusted: no name twice, no deep nesting.

use super::Refusal;
use serde_json::Value;

/// Reads one JSON document. Refuses what `serde_json` would let pass: a name that occurs twice in an object
/// (RFC 8259, section 4, leaves its meaning open), and nesting deeper than 64.
///
/// # Errors
///
/// With line and column in the sentence.
pub fn parse(_bytes: &[u8]) -> Result<Value, Refusal> {
    todo!("helper: canon")
}
