//! Who a recipient is, without keeping their address.

use super::{Refused, random};
use crate::{
    model::Identity,
    openbadges::v3::{identity_hash, normalise_email},
};
use data_encoding::HEXLOWER;

/// An e-mail address, trimmed and in lower case. It lives in memory only.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(String);

/// The address itself is left out, so that it ends up in no message.
impl std::fmt::Debug for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Address(…)")
    }
}

impl Address {
    /// Reads an address as somebody typed it.
    ///
    /// # Errors
    ///
    /// The rest of a sentence that begins with the address.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        let address = normalise_email(text);
        let plausible = address.split_once('@').is_some_and(|(person, host)| {
            !person.is_empty()
                && host.contains('.')
                && !host.starts_with('.')
                && !host.ends_with('.')
                && !host.contains("..")
                && !host.contains('@')
                && !address.chars().any(|c| c.is_whitespace() || c.is_control() || "<>,;:\"()".contains(c))
        });
        if plausible {
            Ok(Self(address))
        } else {
            Err(Refused("is not an e-mail address such as ada@example.org".into()))
        }
    }

    /// The address, for a letter outside the repository.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The hash that is published (Open Badges 3.0, "IdentityHash"): SHA-256 over the address and then the salt.
    #[must_use]
    pub fn hash(&self, salt: &str) -> String {
        identity_hash(&self.0, salt)
    }

    /// The identity to award to, with a fresh salt of 128 bits: two awards of one person cannot be told to be theirs.
    ///
    /// # Errors
    ///
    /// When the system gives no random numbers.
    pub fn identity(&self) -> Result<Identity, Refused> {
        let salt = HEXLOWER.encode(&random::<16>()?);
        Ok(Identity::EmailHash { hash: self.hash(&salt), salt })
    }

    /// Whether `identity` stands for this address.
    #[must_use]
    pub fn is(&self, identity: &Identity) -> bool {
        matches!(identity, Identity::EmailHash { hash, salt } if hash.eq_ignore_ascii_case(&self.hash(salt)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_one_that_the_standard_prints() {
        // Open Badges 3.0, section "Verify the Recipient Using an Identifier".
        assert_eq!(
            Address::parse(" A@Example.COM ").unwrap().hash("Kosher"),
            "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399"
        );
    }

    #[test]
    fn salts_differ_and_the_address_is_found_again() {
        let ada = Address::parse("ada@example.org").unwrap();
        let (first, second) = (ada.identity().unwrap(), ada.identity().unwrap());
        assert_ne!(first, second);
        assert!(ada.is(&first) && ada.is(&second));
        assert!(!Address::parse("bob@example.org").unwrap().is(&first));
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for bad in ["", "ada", "ada@", "@example.org", "ada@localhost", "a da@example.org", "Ada <ada@example.org>"] {
            assert!(Address::parse(bad).is_err(), "{bad}");
        }
    }
}
