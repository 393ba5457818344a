//! Every value on the way from a document to a signature.

use sha2::{Digest, Sha256};

/// What was hashed for a proof, and the hashes: all that is needed to check it by other means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// The document in its canonical form.
    pub document: String,
    /// The proof's own members, without `proofValue`, in their canonical form.
    pub configuration: String,
    /// SHA-256 of [`document`](Self::document).
    pub document_hash: [u8; 32],
    /// SHA-256 of [`configuration`](Self::configuration).
    pub configuration_hash: [u8; 32],
}

impl Trace {
    /// Hashes both. Spec: "Hashing" of either suite (Data Integrity EdDSA Cryptosuites 1.0, 3.2.4 and 3.3.4).
    pub(super) fn new(document: String, configuration: String) -> Self {
        let document_hash = Sha256::digest(&document).into();
        let configuration_hash = Sha256::digest(&configuration).into();
        Self { document, configuration, document_hash, configuration_hash }
    }

    /// What is signed: the hash of the proof configuration, then the hash of the document.
    #[must_use]
    pub fn hash_data(&self) -> [u8; 64] {
        let mut data = [0; 64];
        data[..32].copy_from_slice(&self.configuration_hash);
        data[32..].copy_from_slice(&self.document_hash);
        data
    }
}
