//! Something that can sign: a key in memory, or an agent that keeps it.

use super::PublicKey;
use std::fmt;

/// Signs 64 bytes of hash data with Ed25519 (RFC 8032).
pub trait Signer {
    /// The public half.
    fn public_key(&self) -> &PublicKey;

    /// The signature over `hash_data`.
    ///
    /// # Errors
    ///
    /// When an agent refuses or cannot be reached.
    fn sign(&self, hash_data: &[u8; 64]) -> Result<[u8; 64], SignError>;
}

/// Why nothing was signed.
#[derive(Debug, Clone)]
pub struct SignError(pub String);

impl fmt::Display for SignError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for SignError {}
