//! Ed25519 public keys, as issuers publish them.
//!
//! Source: Controlled Identifiers 1.0, "Multikey": `z` + base58btc(0xed 0x01 + 32 bytes).

use ed25519_dalek::VerifyingKey;
use std::fmt;

/// Why a text is not a key that can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFlaw(pub &'static str);

impl fmt::Display for KeyFlaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// An Ed25519 public key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// The key that has these 32 bytes, unless they are no point of the curve or one of small order.
    ///
    /// # Errors
    ///
    /// When they are.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, KeyFlaw> {
        let key = VerifyingKey::from_bytes(bytes).map_err(|_| KeyFlaw("its bytes are not a point of the curve"))?;
        if key.is_weak() {
            return Err(KeyFlaw("it is a key of small order, under which anything verifies"));
        }
        Ok(Self(key))
    }

    /// Reads `z6Mk…`.
    ///
    /// # Errors
    ///
    /// When it is anything else.
    pub fn from_multibase(text: &str) -> Result<Self, KeyFlaw> {
        let digits = text.strip_prefix('z').ok_or(KeyFlaw("a multibase key begins with `z6Mk`"))?;
        let bytes = bs58::decode(digits).into_vec().map_err(|_| KeyFlaw("it is not base58"))?;
        match bytes.as_slice() {
            [0xed, 0x01, key @ ..] => {
                Self::from_bytes(key.try_into().map_err(|_| KeyFlaw("an Ed25519 key has 32 bytes"))?)
            }
            _ => Err(KeyFlaw("it is not an Ed25519 key (those begin with `z6Mk`)")),
        }
    }

    /// Writes `z6Mk…`.
    #[must_use]
    pub fn to_multibase(&self) -> String {
        let mut bytes = vec![0xed, 0x01];
        bytes.extend_from_slice(self.0.as_bytes());
        format!("z{}", bs58::encode(bytes).into_string())
    }

    /// The key for checking signatures.
    #[must_use]
    pub fn verifying_key(&self) -> &VerifyingKey {
        &self.0
    }
}
