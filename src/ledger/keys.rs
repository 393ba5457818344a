//! Signing keys in OpenSSH's own format, so that `ssh-keygen` can make, inspect and re-encrypt them.

use super::{Refused, random};
use crate::trust::{PublicKey, SignError, Signer};
use ed25519_dalek::{Signer as _, SigningKey};
use ssh_key::{
    Cipher, Kdf, LineEnding, PrivateKey,
    private::{Ed25519Keypair, Ed25519PrivateKey, KeypairData},
    public::{Ed25519PublicKey, KeyData},
};
use std::fmt;
use zeroize::{Zeroize, Zeroizing};

/// How often bcrypt is turned for a new passphrase: the number that ssh-keygen takes (OpenSSH 9.4 and later).
const ROUNDS: u32 = 24;

/// An Ed25519 key in memory; it is wiped when it is no longer needed.
pub struct SecretKey {
    signing: SigningKey,
    public: PublicKey,
}

/// The secret half is left out.
impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SecretKey({})", self.public.to_multibase())
    }
}

impl Signer for SecretKey {
    fn public_key(&self) -> &PublicKey {
        &self.public
    }

    fn sign(&self, hash_data: &[u8; 64]) -> Result<[u8; 64], SignError> {
        Ok(self.signing.sign(hash_data).to_bytes())
    }
}

impl SecretKey {
    /// Makes a new key.
    ///
    /// # Errors
    ///
    /// When the system gives no random numbers.
    pub fn generate() -> Result<Self, Refused> {
        let seed = Zeroizing::new(random::<32>()?);
        Self::from_seed(&seed)
    }

    fn from_seed(seed: &[u8; 32]) -> Result<Self, Refused> {
        let signing = SigningKey::from_bytes(seed);
        let public = PublicKey::from_bytes(signing.verifying_key().as_bytes())
            .map_err(|flaw| Refused(format!("the key cannot be used: {flaw}")))?;
        Ok(Self { signing, public })
    }

    /// Writes the key as OpenSSH does, encrypted if there is a passphrase.
    ///
    /// # Errors
    ///
    /// When the system gives no random numbers.
    pub fn to_openssh(&self, comment: &str, passphrase: Option<&str>) -> Result<Zeroizing<String>, Refused> {
        let failed = |error| Refused(format!("the key cannot be written: {error}"));
        let pair = Ed25519Keypair {
            public: Ed25519PublicKey(*self.public.verifying_key().as_bytes()),
            private: Ed25519PrivateKey::from_bytes(self.signing.as_bytes()),
        };
        let mut key = PrivateKey::new(KeypairData::Ed25519(pair), comment).map_err(failed)?;
        if let Some(passphrase) = passphrase {
            let kdf = Kdf::Bcrypt { salt: random::<16>()?.to_vec(), rounds: ROUNDS };
            let check = u32::from_ne_bytes(random()?);
            key = key.encrypt_with(Cipher::Aes256Ctr, kdf, check, passphrase).map_err(failed)?;
        }
        key.to_openssh(LineEnding::LF).map_err(failed)
    }

    fn from_ssh(key: &PrivateKey) -> Result<Self, Refused> {
        let KeypairData::Ed25519(pair) = key.key_data() else {
            return Err(wrong_kind(key.algorithm().as_str()));
        };
        let mut seed = pair.private.to_bytes();
        let secret = Self::from_seed(&seed);
        seed.zeroize();
        let secret = secret?;
        if secret.public.verifying_key().as_bytes() != &pair.public.0 {
            return Err(Refused("its two halves do not belong together".to_owned()));
        }
        Ok(secret)
    }
}

/// What a key file holds.
#[derive(Debug)]
pub enum SecretFile {
    /// A key that can be used.
    Open(SecretKey),
    /// A key that needs its passphrase.
    Locked(Locked),
}

/// An encrypted key. Its public half is not encrypted.
#[derive(Debug)]
pub struct Locked {
    key: PrivateKey,
    public: PublicKey,
}

impl SecretFile {
    /// Reads an OpenSSH private key.
    ///
    /// # Errors
    ///
    /// The rest of a sentence that begins with the file's name, when it is none or not an Ed25519 key.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        if !text.contains("-----BEGIN OPENSSH PRIVATE KEY-----") {
            return Err(Refused(if text.trim_start().starts_with("ssh-") {
                "it is the public half; the secret one is the file without `.pub`".to_owned()
            } else {
                "it is not an OpenSSH private key; `accolade key new` or `ssh-keygen -t ed25519` makes one".to_owned()
            }));
        }
        let key = PrivateKey::from_openssh(text.trim().as_bytes()).map_err(|flaw| {
            Refused(match flaw {
                ssh_key::Error::AlgorithmUnknown | ssh_key::Error::AlgorithmUnsupported { .. } => {
                    "it is a key of another type; awards are signed with `ssh-ed25519`".to_owned()
                }
                _ => "it is damaged".to_owned(),
            })
        })?;
        if !key.is_encrypted() {
            return SecretKey::from_ssh(&key).map(Self::Open);
        }
        let public = from_key_data(key.public_key().key_data())?;
        if key.cipher() == Cipher::TDesCbc {
            return Err(Refused(
                "it is encrypted with `3des-cbc`, which is not supported; `ssh-keygen -p -f FILE` encrypts it anew"
                    .to_owned(),
            ));
        }
        Ok(Self::Locked(Locked { key, public }))
    }

    /// The public half.
    #[must_use]
    pub fn public_key(&self) -> &PublicKey {
        match self {
            Self::Open(key) => &key.public,
            Self::Locked(locked) => &locked.public,
        }
    }
}

impl Locked {
    /// Opens the key.
    ///
    /// # Errors
    ///
    /// When it is not the right passphrase.
    pub fn unlock(&self, passphrase: &str) -> Result<SecretKey, Refused> {
        let wrong = || Refused("this is not its passphrase".to_owned());
        let secret = SecretKey::from_ssh(&self.key.decrypt(passphrase).map_err(|_| wrong())?)?;
        if secret.public == self.public { Ok(secret) } else { Err(wrong()) }
    }
}

/// Writes a public key as OpenSSH does.
pub(super) fn blob(key: &PublicKey) -> Vec<u8> {
    let mut blob = Vec::with_capacity(51);
    for part in [b"ssh-ed25519".as_slice(), key.verifying_key().as_bytes()] {
        blob.extend_from_slice(&u32::try_from(part.len()).unwrap_or_default().to_be_bytes());
        blob.extend_from_slice(part);
    }
    blob
}

/// The key in `ssh-ed25519 AAAA…` form.
#[must_use]
pub fn to_ssh_line(key: &PublicKey) -> String {
    format!("ssh-ed25519 {}", data_encoding::BASE64.encode(&blob(key)))
}

fn from_key_data(data: &KeyData) -> Result<PublicKey, Refused> {
    let key = data.ed25519().ok_or_else(|| wrong_kind(data.algorithm().as_str()))?;
    PublicKey::from_bytes(&key.0).map_err(|flaw| Refused(flaw.0.to_owned()))
}

fn wrong_kind(kind: &str) -> Refused {
    Refused(format!("it is a key of type `{kind}`; awards are signed with `ssh-ed25519`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_survives_its_file_with_and_without_a_passphrase() {
        let key = SecretKey::generate().unwrap();
        let SecretFile::Open(open) = SecretFile::parse(&key.to_openssh("guild", None).unwrap()).unwrap() else {
            panic!("it was not encrypted")
        };
        assert_eq!(open.public, key.public);

        let text = key.to_openssh("guild", Some("correct horse")).unwrap();
        let SecretFile::Locked(locked) = SecretFile::parse(&text).unwrap() else { panic!("it was encrypted") };
        assert_eq!(locked.public, key.public);
        assert_eq!(locked.unlock("correct horse").unwrap().public, key.public);
        assert_eq!(locked.unlock("wrong horse").unwrap_err().0, "this is not its passphrase");
    }

    #[test]
    fn both_forms_of_a_public_key_are_read() {
        let key = SecretKey::generate().unwrap().public;
        assert_eq!(PublicKey::parse(&key.to_multibase()).unwrap(), key);
        assert_eq!(PublicKey::parse(&format!("{} ada@laptop", to_ssh_line(&key))).unwrap(), key);
    }

    #[test]
    fn a_public_half_is_told_from_a_secret_one() {
        let line = to_ssh_line(&SecretKey::generate().unwrap().public);
        assert_eq!(
            SecretFile::parse(&line).unwrap_err().0,
            "it is the public half; the secret one is the file without `.pub`"
        );
    }
}
