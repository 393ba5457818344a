//! Open Badges 3.0.

use crate::{
    model::{AssertionId, Award, Badge, Issuer, Site},
    time::Timestamp,
};
use serde_json::Value;

/// The unsigned credential for `award`, in the profile that every verifier accepts.
///
/// `status` is the number of the status list and the index in it; `now` is the time of signing.
///
/// # Errors
///
/// A sentence, when the award does not fit its badge (an unknown result, for instance).
pub fn credential(
    _award: &Award,
    _badge: &Badge,
    _issuer: &Issuer,
    _site: &Site,
    _id: AssertionId,
    _status: (u32, u32),
    _now: Timestamp,
) -> Result<Value, String> {
    todo!("helper: openbadges")
}

/// `achievement.json` of a badge: the Achievement as it is today, with its own `@context`.
#[must_use]
pub fn achievement(_badge: &Badge, _issuer: &Issuer, _site: &Site) -> Value {
    todo!("helper: openbadges")
}

/// `profile.json` of an issuer.
#[must_use]
pub fn profile(_issuer: &Issuer, _site: &Site) -> Value {
    todo!("helper: openbadges")
}
