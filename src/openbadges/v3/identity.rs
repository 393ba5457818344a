//! The recipient as a hash (Open Badges 3.0, IdentityHash).

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// The form of an e-mail address that is hashed: without spaces around it, in lower case.
///
/// The standard defines no such form, so `Ada@Example.org` and `ada@example.org` would be two recipients. Whoever checks
/// an award against an address has to bring it into this form first.
#[must_use]
pub fn normalise_email(address: &str) -> String {
    address.trim().to_lowercase()
}

/// Hashes `identifier` with `salt` after it: `sha256$` and 64 hexadecimal digits.
///
/// ```
/// use accolade::openbadges::v3::identity_hash;
///
/// assert_eq!(
///     identity_hash("a@example.com", "Kosher"),
///     "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399"
/// );
/// ```
#[must_use]
pub fn identity_hash(identifier: &str, salt: &str) -> String {
    let digest = Sha256::new().chain_update(identifier).chain_update(salt).finalize();
    format!("sha256${}", HEXLOWER.encode(&digest))
}
