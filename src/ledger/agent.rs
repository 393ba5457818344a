//! A client for ssh-agent, which signs without giving the key away.
//!
//! Its Ed25519 signature over any bytes is the plain signature of RFC 8032, and so a valid proof value. Two messages
//! are needed (draft-ietf-sshm-ssh-agent, 3.5 "Requesting a list of keys" and 3.6 "Private key operations"). Each is
//! a length, a number that says what it is, and its content; a string is a length and its bytes.

use super::keys::blob;
use crate::trust::{PublicKey, SignError, Signer};
use std::{
    cell::RefCell,
    io::{Read, Write},
};

const REQUEST_IDENTITIES: u8 = 11;
const IDENTITIES_ANSWER: u8 = 12;
const SIGN_REQUEST: u8 = 13;
const SIGN_RESPONSE: u8 = 14;

/// Larger answers than this come from something that is no agent.
const LIMIT: usize = 256 << 10;

/// A conversation with ssh-agent.
pub struct Agent<S> {
    stream: RefCell<S>,
}

impl<S> std::fmt::Debug for Agent<S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Agent")
    }
}

impl<S: Read + Write> Agent<S> {
    /// Begins a conversation.
    pub fn new(stream: S) -> Self {
        Self { stream: RefCell::new(stream) }
    }

    /// The Ed25519 keys that the agent holds.
    ///
    /// # Errors
    ///
    /// When it does not answer as an agent does.
    pub fn keys(&self) -> Result<Vec<PublicKey>, SignError> {
        let answer = self.ask(REQUEST_IDENTITIES, &[], IDENTITIES_ANSWER)?;
        let mut rest = answer.as_slice();
        let number = take_number(&mut rest)?;
        let mut keys = Vec::new();
        for _ in 0..number {
            let key = take_string(&mut rest)?;
            let _comment = take_string(&mut rest)?;
            let line = format!("ssh-ed25519 {}", data_encoding::BASE64.encode(key));
            // Keys of other kinds are not for us.
            keys.extend(PublicKey::parse(&line).ok());
        }
        Ok(keys)
    }

    /// A signer that asks the agent to use `key`.
    pub fn into_signer(self, key: PublicKey) -> AgentKey<S> {
        AgentKey { agent: self, key }
    }

    fn sign(&self, key: &PublicKey, data: &[u8]) -> Result<[u8; 64], SignError> {
        let mut request = Vec::new();
        put_string(&mut request, &blob(key));
        put_string(&mut request, data);
        request.extend_from_slice(&0_u32.to_be_bytes());

        let answer = self.ask(SIGN_REQUEST, &request, SIGN_RESPONSE)?;
        let mut signature = take_string(&mut answer.as_slice())?;
        if take_string(&mut signature)? != b"ssh-ed25519" {
            return Err(SignError("ssh-agent signed with another kind of key".to_owned()));
        }
        take_string(&mut signature)?.try_into().map_err(|_| broken())
    }

    fn ask(&self, question: u8, content: &[u8], expected: u8) -> Result<Vec<u8>, SignError> {
        let failed = |error: std::io::Error| SignError(format!("ssh-agent does not answer: {error}"));
        let mut stream = self.stream.borrow_mut();
        let mut message = Vec::new();
        let mut body = vec![question];
        body.extend_from_slice(content);
        put_string(&mut message, &body);
        stream.write_all(&message).and_then(|()| stream.flush()).map_err(failed)?;

        let mut length = [0; 4];
        stream.read_exact(&mut length).map_err(failed)?;
        let length = u32::from_be_bytes(length) as usize;
        if length == 0 || length > LIMIT {
            return Err(broken());
        }
        let mut answer = vec![0; length];
        stream.read_exact(&mut answer).map_err(failed)?;
        if answer.remove(0) != expected {
            return Err(SignError(
                "ssh-agent refused; is it locked, or does the key ask for a confirmation?".to_owned(),
            ));
        }
        Ok(answer)
    }
}

/// A key that stays with ssh-agent.
#[derive(Debug)]
pub struct AgentKey<S> {
    agent: Agent<S>,
    key: PublicKey,
}

impl<S: Read + Write> Signer for AgentKey<S> {
    fn public_key(&self) -> &PublicKey {
        &self.key
    }

    fn sign(&self, hash_data: &[u8; 64]) -> Result<[u8; 64], SignError> {
        self.agent.sign(&self.key, hash_data)
    }
}

fn put_string(to: &mut Vec<u8>, bytes: &[u8]) {
    to.extend_from_slice(&u32::try_from(bytes.len()).unwrap_or_default().to_be_bytes());
    to.extend_from_slice(bytes);
}

fn take_number(from: &mut &[u8]) -> Result<u32, SignError> {
    let (number, rest) = from.split_first_chunk::<4>().ok_or_else(broken)?;
    *from = rest;
    Ok(u32::from_be_bytes(*number))
}

fn take_string<'a>(from: &mut &'a [u8]) -> Result<&'a [u8], SignError> {
    let length = take_number(from)? as usize;
    let (string, rest) = from.split_at_checked(length).ok_or_else(broken)?;
    *from = rest;
    Ok(string)
}

fn broken() -> SignError {
    SignError("what listens at SSH_AUTH_SOCK does not speak as ssh-agent does".to_owned())
}
