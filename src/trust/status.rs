//! Bitstring Status List 1.0.

use serde_json::Value;

/// How many bits our lists have: the least that the standard allows.
pub const LENGTH: u32 = 131_072;

/// A list of bits, one for each credential.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bits(pub Vec<u8>);

impl Bits {
    /// As many zeros as our lists have bits.
    #[must_use]
    pub fn new() -> Self {
        Self(vec![0; LENGTH as usize / 8])
    }

    /// The bit at `index`, or `None` past the end. Index 0 is the most significant bit of the first byte.
    #[must_use]
    pub fn get(&self, index: u32) -> Option<bool> {
        self.0.get(index as usize / 8).map(|byte| byte & (0x80 >> (index % 8)) != 0)
    }

    /// Sets the bit at `index`; past the end nothing happens.
    pub fn set(&mut self, index: u32, bit: bool) {
        if let Some(byte) = self.0.get_mut(index as usize / 8) {
            let mask = 0x80 >> (index % 8);
            if bit { *byte |= mask } else { *byte &= !mask }
        }
    }

    /// Writes `encodedList`: `u` + base64url of the gzipped bytes.
    #[must_use]
    pub fn encode(&self) -> String {
        todo!("helper: trust")
    }

    /// Reads `encodedList`; refuses fewer than [`LENGTH`] bits and more than 16 MiB.
    ///
    /// # Errors
    ///
    /// A sentence that says what is wrong with it.
    pub fn decode(_text: &str) -> Result<Self, String> {
        todo!("helper: trust")
    }
}

impl Default for Bits {
    fn default() -> Self {
        Self::new()
    }
}

/// The unsigned list credential: issued by `issuer` (a DID), at `url`, from `valid_from`.
#[must_use]
pub fn credential(_bits: &Bits, _url: &str, _issuer: &str, _valid_from: crate::time::Timestamp) -> Value {
    todo!("helper: trust")
}
