//! Finding the signing key, and opening it.

use super::{
    Surroundings,
    output::{Failure, tell},
};
use crate::{
    disk,
    ledger::{Agent, Locked, SecretFile, SecretKey},
    model::{Issuer, Slug},
    trust::{PublicKey, Signer},
};
use std::{
    ffi::OsStr,
    io::{self, IsTerminal},
    path::{Path, PathBuf},
    time::Duration,
};
use zeroize::Zeroizing;

/// Where the signing key is, said alike by every command that signs.
const WHERE_IT_IS: &str = "\
The signing key is the first of these: --key FILE; ACCOLADE_KEY (a file's path); ACCOLADE_SIGNING_KEY (the key itself,
for CI); a key of the issuer that ssh-agent holds; the file that `accolade key new` wrote. Its public half stands in the
issuer's file (`accolade key add`). ACCOLADE_PASSPHRASE answers for a passphrase prompt.

What is signed is dated now; where SOURCE_DATE_EPOCH is set, as in a reproducible build, it is dated as that says, with a
warning.";

/// How long ssh-agent may take to say which keys it holds.
const PATIENCE: Duration = Duration::from_secs(5);

/// What `--help` says at its end, and where the signing key is.
pub(super) fn with_key_help(text: &str) -> String {
    format!("{text}\n\n{WHERE_IT_IS}")
}

/// A key with which `issuer` may sign.
pub(super) fn find(
    issuer: &Issuer,
    given: Option<&Path>,
    surroundings: &Surroundings,
) -> Result<Box<dyn Signer>, Failure> {
    let environment = &surroundings.environment;
    if let Some(path) = given.or(environment.key_file.as_deref()) {
        return from_file(path, surroundings);
    }
    if let Some(text) = &environment.signing_key {
        return opened(parse(text, "ACCOLADE_SIGNING_KEY")?, "ACCOLADE_SIGNING_KEY", surroundings);
    }
    if let Some(signer) = from_agent(issuer, surroundings) {
        return Ok(signer);
    }
    match default_file(&issuer.slug, surroundings) {
        Some(path) if disk::exists(&path) => from_file(&path, surroundings),
        _ if issuer.keys.is_empty() => Err(Failure::Refused(format!(
            "`{}` has no key to sign with yet; `accolade key new` makes one",
            issuer.slug
        ))),
        _ => Err(Failure::Refused(format!(
            "no key of `{}` is at hand: give its file with --key, set ACCOLADE_KEY, or add it to ssh-agent; whoever shall \
             sign with a key of their own makes one with `accolade key new`",
            issuer.slug
        ))),
    }
}

/// Where `key new` writes the key of `issuer`, and where others look for it.
pub(super) fn default_file(issuer: &Slug, surroundings: &Surroundings) -> Option<PathBuf> {
    Some(surroundings.environment.config_folder.as_ref()?.join("accolade").join(format!("{issuer}.key")))
}

/// The public half of a key file, whichever half the file holds. A secret half is not decrypted for it.
pub(super) fn public_half(path: &Path) -> Result<PublicKey, Failure> {
    let text = read(path)?;
    if text.contains("PRIVATE KEY") {
        return Ok(parse(&text, &name(path))?.public_key().clone());
    }
    PublicKey::parse(text.trim())
        .map_err(|flaw| Failure::Refused(format!("{} is not a key that can be used: {flaw}", name(path))))
}

/// Whether what should name a key is the secret key itself.
pub(super) fn is_secret(given: &OsStr) -> bool {
    let text = given.to_string_lossy();
    text.contains("-----BEGIN ") && text.contains("PRIVATE KEY-----")
}

/// The text of a key file. A key in place of the path is not repeated in any message.
fn read(path: &Path) -> Result<Zeroizing<String>, Failure> {
    if is_secret(path.as_os_str()) {
        return Err(Failure::Refused(
            "ACCOLADE_KEY is a secret key itself, and should be the path of its file: the key belongs in \
             ACCOLADE_SIGNING_KEY"
                .to_owned(),
        ));
    }
    Ok(disk::read_secret(path)?)
}

fn from_file(path: &Path, surroundings: &Surroundings) -> Result<Box<dyn Signer>, Failure> {
    let text = read(path)?;
    let name = name(path);
    opened(parse(&text, &name)?, &name, surroundings)
}

fn name(path: &Path) -> String {
    format!("`{}`", path.display())
}

fn parse(text: &str, name: &str) -> Result<SecretFile, Failure> {
    SecretFile::parse(text).map_err(|flaw| Failure::Refused(format!("{name} is not a signing key: {flaw}")))
}

fn opened(file: SecretFile, name: &str, surroundings: &Surroundings) -> Result<Box<dyn Signer>, Failure> {
    match file {
        SecretFile::Open(key) => Ok(Box::new(key)),
        SecretFile::Locked(locked) => Ok(Box::new(unlock(&locked, name, surroundings)?)),
    }
}

fn unlock(locked: &Locked, name: &str, surroundings: &Surroundings) -> Result<SecretKey, Failure> {
    let wrong = |flaw| Failure::Refused(format!("{name} could not be opened: {flaw}"));
    if let Some(passphrase) = &surroundings.environment.passphrase {
        return locked.unlock(passphrase).map_err(wrong);
    }
    // Standard input may be a list of awards; a passphrase comes from the terminal itself.
    let passphrase = rpassword::prompt_password(format!("Passphrase for {name}: ")).map(Zeroizing::new);
    let passphrase = passphrase.map_err(|_| {
        Failure::Refused(format!(
            "{name} is encrypted, and there is no terminal to ask for its passphrase on: set ACCOLADE_PASSPHRASE"
        ))
    })?;
    locked.unlock(&passphrase).map_err(wrong)
}

/// Asks for a new passphrase on the terminal, without showing it. `None` when nobody sits there.
pub(super) fn ask(prompt: &str) -> Option<Zeroizing<String>> {
    if !io::stdin().is_terminal() {
        return None;
    }
    rpassword::prompt_password(prompt).ok().map(Zeroizing::new)
}

/// A key of `issuer` that may sign now and that ssh-agent holds. An agent that cannot be reached holds none.
///
/// Which keys there are is said at once, or nobody is there to say it. To sign may take as long as it likes: somebody may
/// have to confirm it.
fn from_agent(issuer: &Issuer, surroundings: &Surroundings) -> Option<Box<dyn Signer>> {
    let socket = surroundings.environment.agent_socket.as_deref()?;
    let agent = |patience| disk::connect_agent(socket, patience).ok().map(Agent::new);
    let Ok(keys) = agent(Some(PATIENCE))?.keys() else {
        let socket = name(socket);
        tell(&format!("warning: ssh-agent at {socket} does not say which keys it holds, and is passed over\n"));
        return None;
    };
    let now = surroundings.now;
    let usable = |key: &PublicKey| {
        issuer
            .keys
            .iter()
            .any(|it| it.key == *key && it.compromised.is_none() && it.until.is_none_or(|until| until > now))
    };
    let key = keys.into_iter().find(usable)?;
    Some(Box::new(agent(None)?.into_signer(key)))
}
