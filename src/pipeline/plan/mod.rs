//! **Plan**, stage 4 of 6: every address of the site, decided here and nowhere else.

use super::Verified;
use crate::diagnostic::Diagnostics;

/// Every file of the site, by its path below the root.
#[derive(Debug)]
pub struct Plan<'a> {
    #[expect(dead_code, reason = "the stage is being written")]
    verified: &'a Verified,
}

/// Decides every address. Two files that want the same one are reported.
#[must_use]
pub fn plan<'a>(_verified: &'a Verified, _problems: &mut Diagnostics) -> Plan<'a> {
    todo!("theme")
}
