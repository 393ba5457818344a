//! Keys that everybody knows: signing as the same person, in every test.

use accolade::trust::{PublicKey, SignError, Signer};
use ed25519_dalek::{Signer as _, SigningKey};

pub struct Key {
    signing: SigningKey,
    public: PublicKey,
}

impl Key {
    /// The key whose secret half is this byte, 32 times.
    pub fn new(seed: u8) -> Self {
        Self::from_bytes([seed; 32])
    }

    /// `z3u2…`: Multikey's form of a secret key.
    pub fn from_multibase(text: &str) -> Self {
        let bytes = bs58::decode(&text[1..]).into_vec().unwrap();
        assert_eq!(bytes[..2], [0x80, 0x26]);
        Self::from_bytes(bytes[2..].try_into().unwrap())
    }

    fn from_bytes(secret: [u8; 32]) -> Self {
        let signing = SigningKey::from_bytes(&secret);
        let public = PublicKey::from_bytes(signing.verifying_key().as_bytes()).unwrap();
        Self { signing, public }
    }

    /// Its public half: `z6Mk…`.
    pub fn multibase(&self) -> String {
        self.public.to_multibase()
    }
}

impl Signer for Key {
    fn public_key(&self) -> &PublicKey {
        &self.public
    }

    fn sign(&self, hash_data: &[u8; 64]) -> Result<[u8; 64], SignError> {
        Ok(self.signing.sign(hash_data).to_bytes())
    }
}
