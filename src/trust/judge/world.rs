//! What has to be known of the world to judge a credential.

use crate::{
    time::Timestamp,
    trust::{Sentence, did::Controller, status::List},
};
use serde_json::Value;
use std::borrow::Cow;

/// What is known about the world: who signs with what, and which status lists there are.
pub trait World: Sync {
    /// The controller with this DID, or a sentence why it is not known.
    ///
    /// # Errors
    ///
    /// Why it is not known.
    fn controller(&self, did: &str) -> Result<Cow<'_, Controller>, Sentence>;

    /// The status list credential at this address, as it was found; or a sentence why there is none.
    ///
    /// # Errors
    ///
    /// Why there is none.
    fn status_list(&self, url: &str) -> Result<Cow<'_, Value>, Sentence>;

    /// The status list at this address, if this world has [judged](super::judge_list) it as of `now` already.
    ///
    /// Many credentials share one list: a world of many should judge each list once.
    fn judged_list(&self, _url: &str, _now: Timestamp) -> Option<Result<Cow<'_, List>, Sentence>> {
        None
    }

    /// The achievement with this id as it is defined today, if this world is one that can tell; or a sentence why it is
    /// not known.
    fn definition(&self, _id: &str) -> Option<Result<Cow<'_, Value>, Sentence>> {
        None
    }

    /// Whether two addresses or DIDs name the same thing: by default, whether they are the same text.
    fn same(&self, one: &str, other: &str) -> bool {
        one == other
    }

    /// Whether this is an issuer of ours. What it signs has to have our whole profile: both suites, and nothing but what is
    /// portable. Of every other issuer is said that nobody here vouches for it.
    fn is_ours(&self, _issuer: &str) -> bool {
        false
    }

    /// Whether this address is one of our site, where only our issuers have awards.
    fn is_here(&self, _address: &str) -> bool {
        false
    }
}
