//! Ed25519 public keys, as issuers publish them.
//!
//! Two forms are read: Multikey, `z` + base58btc(0xed 0x01 + 32 bytes) (Controlled Identifiers 1.0, "Multikey"), and the
//! line of an OpenSSH `.pub` file (RFC 8709, section 4).

use data_encoding::BASE64;
use ed25519_dalek::VerifyingKey;
use std::{fmt, sync::Arc};

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
pub struct PublicKey {
    key: VerifyingKey,
    /// `z6Mk…`, by which every answer about a signature names it.
    multibase: Arc<str>,
}

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
        let multibase = bs58::encode([&[0xed, 0x01], key.as_bytes().as_slice()].concat()).into_string();
        Ok(Self { key, multibase: format!("z{multibase}").into() })
    }

    /// Reads a key as people write it: `z6Mk…`, or `ssh-ed25519 AAAA… comment`.
    ///
    /// # Errors
    ///
    /// When it is neither.
    pub fn parse(text: &str) -> Result<Self, KeyFlaw> {
        let text = text.trim();
        let mut words = text.split_ascii_whitespace();
        match words.next() {
            Some("ssh-ed25519") => Self::from_openssh(words.next().unwrap_or_default()),
            Some(word) if word.starts_with("ssh-") || word.starts_with("ecdsa-") || word.starts_with("sk-") => {
                Err(KeyFlaw("only keys of the kind `ssh-ed25519` can sign badges"))
            }
            Some(word) if word == text => Self::from_multibase(word),
            _ => Err(KeyFlaw("a key is written as `z6Mk…` or as `ssh-ed25519 AAAA…`")),
        }
    }

    /// Reads the middle word of an OpenSSH public key: base64 of `string "ssh-ed25519"`, `string key`, where a string is
    /// its length in four bytes, then its bytes (RFC 4251, section 5).
    fn from_openssh(base64: &str) -> Result<Self, KeyFlaw> {
        const HEAD: &[u8] = b"\0\0\0\x0bssh-ed25519\0\0\0\x20";
        let blob = BASE64.decode(base64.as_bytes()).map_err(|_| KeyFlaw("what follows `ssh-ed25519` is not base64"))?;
        let key = blob.strip_prefix(HEAD).ok_or(KeyFlaw("what follows `ssh-ed25519` is not an Ed25519 key"))?;
        Self::from_bytes(key.try_into().map_err(|_| KeyFlaw("an Ed25519 key has 32 bytes"))?)
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
            _ => Err(KeyFlaw(
                "it is not an Ed25519 key, or not the whole of one (those are `z6Mk` and 44 more letters and digits)",
            )),
        }
    }

    /// `z6Mk…`.
    #[must_use]
    pub fn to_multibase(&self) -> String {
        self.multibase.as_ref().to_owned()
    }

    /// The key as people tell keys apart: its first and last four characters (`z6Mk…5T3Z`).
    #[must_use]
    pub fn short(&self) -> String {
        let text = &self.multibase;
        format!("{}…{}", &text[..4], &text[text.len() - 4..])
    }

    /// The key for checking signatures.
    #[must_use]
    pub fn verifying_key(&self) -> &VerifyingKey {
        &self.key
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MULTIBASE: &str = "z6MkvDqGT54cXesYGvABpF1UapVNwjCqRcafi4Px6Thv5T3Z";
    const OPENSSH: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOpKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs";

    #[test]
    fn both_ways_of_writing_a_key_mean_the_same() {
        let key = PublicKey::from_multibase(MULTIBASE).unwrap();
        assert_eq!(key.to_multibase(), MULTIBASE);
        assert_eq!(key.short(), "z6Mk…5T3Z");
        for text in [OPENSSH.to_owned(), format!("{OPENSSH} ada@guild\n"), format!("  {MULTIBASE} ")] {
            assert_eq!(PublicKey::parse(&text).as_ref(), Ok(&key), "{text}");
        }
    }

    #[test]
    fn what_is_no_usable_key_is_refused() {
        let small_order = format!("z{}", bs58::encode([&[0xed, 1, 1][..], &[0; 31]].concat()).into_string());
        let short = format!("z{}", bs58::encode([&[0xed, 1][..], &[7; 31]].concat()).into_string());
        for text in [
            "",
            "z",
            "z6Mk",
            "z6Mk0OIl",
            "u7QEB",
            "ssh-ed25519",
            "ssh-ed25519 AAAA",
            "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC",
            "ada z6MkvDqGT54cXesYGvABpF1UapVNwjCqRcafi4Px6Thv5T3Z",
            "z3u2RhErZEGEPQoX72wwNiAQiFxJjUEx7pmQ6djbr6Lbzgyt",
            &small_order,
            &short,
        ] {
            assert!(PublicKey::parse(text).is_err(), "{text}");
        }
    }
}
