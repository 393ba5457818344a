//! One function judges any credential from anywhere.

use super::{Judgement, did::Controller};
use crate::time::Timestamp;
use serde_json::Value;

/// What is known about the world: who signs with what, and which status lists there are.
pub trait World: Sync {
    /// The controller with this DID, or a sentence why it is not known.
    ///
    /// # Errors
    ///
    /// Why it is not known.
    fn controller(&self, did: &str) -> Result<std::borrow::Cow<'_, Controller>, String>;

    /// The status list credential at this address, already judged or not; or a sentence why there is none.
    ///
    /// # Errors
    ///
    /// Why there is none.
    fn status_list(&self, url: &str) -> Result<std::borrow::Cow<'_, Value>, String>;
}

/// Judges `credential` as of `now`.
#[must_use]
pub fn judge(_credential: &Value, _world: &dyn World, _now: Timestamp) -> Judgement {
    todo!("helper: trust")
}
