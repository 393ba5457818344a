//! Is it about the person asked for?
//!
//! Source: Open Badges 3.0, "IdentityHash" and "Verify the Recipient Using an Identifier".

use crate::trust::{Check, Outcome, Question, says};
use data_encoding::HEXLOWER_PERMISSIVE;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

/// What names a person.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Email,
    Profile,
    Did,
}

impl Kind {
    fn of(text: &str) -> Option<Self> {
        let is_email = || {
            let named =
                |part: &str| !part.is_empty() && !part.contains(|c: char| c == '/' || c == '@' || c.is_whitespace());
            text.split_once('@').is_some_and(|(before, after)| named(before) && named(after))
        };
        match text {
            _ if text.starts_with("did:") => Some(Self::Did),
            _ if is_email() => Some(Self::Email),
            _ if text.contains('/') => Some(Self::Profile),
            _ => None,
        }
    }
}

/// As it is compared: hosts and e-mail addresses in lower case, addresses as pages write them; in DIDs every letter counts.
fn plain(text: &str) -> String {
    if Kind::of(text) == Some(Kind::Did) {
        return text.to_owned();
    }
    let begins = |scheme: &&str| text.get(..scheme.len()).is_some_and(|it| it.eq_ignore_ascii_case(scheme));
    let scheme = ["https://", "http://", "mailto:"].into_iter().find(begins).unwrap_or_default();
    let rest = text[scheme.len()..].trim_end_matches('/');
    let host = rest.find('/').unwrap_or(rest.len());
    format!("{}{}", rest[..host].to_lowercase(), &rest[host..])
}

/// Asks whether `credential` is about `who`: an e-mail address, the address of a profile, or a DID.
///
/// The hash of an e-mail address is compared with it as given and, as Accolade hashes them, trimmed and in lower case. Only
/// who was named in the way that was signed can be somebody else. The answer changes nothing about the verdict: somebody
/// else's badge is as genuine as one's own.
#[must_use]
pub fn about(credential: &Value, who: &str) -> Check {
    let subject = credential.get("credentialSubject").and_then(Value::as_object);
    let identifiers = match subject.and_then(|it| it.get("identifier")) {
        Some(Value::Array(all)) => all.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    let named = who.trim();
    let mut kinds = Vec::new();
    let (mut is_theirs, mut not_understood) = (false, false);
    let is = |id: &str| !named.is_empty() && (id == named || Kind::of(id).is_some() && plain(id) == plain(named));
    if let Some(id) = subject.and_then(|it| it.get("id")).and_then(Value::as_str) {
        kinds.extend(Kind::of(id));
        is_theirs = is(id);
    }
    for identifier in identifiers.iter().filter_map(Value::as_object).filter_map(Identifier::read) {
        if !identifier.hashed {
            kinds.extend(Kind::of(identifier.identity));
            is_theirs |= is(identifier.identity);
            continue;
        }
        kinds.extend(identifier.is_email.then_some(Kind::Email));
        match identifier.is_of(&[named, who, &named.to_lowercase()]) {
            Some(it) => is_theirs |= it,
            None => not_understood = true,
        }
    }
    let comparable = Kind::of(named).is_some_and(|it| kinds.contains(&it));
    let (outcome, sentence) = match (is_theirs, not_understood) {
        (true, _) => (Outcome::Passed, says::ABOUT_YES),
        (false, true) => (Outcome::CouldNotCheck, says::ABOUT_HIDDEN),
        (false, false) if comparable => (Outcome::Failed, says::ABOUT_NO),
        (false, false) => (
            Outcome::CouldNotCheck,
            match kinds.first() {
                Some(Kind::Email) => says::ABOUT_EMAIL,
                Some(Kind::Profile) => says::ABOUT_PROFILE,
                Some(Kind::Did) => says::ABOUT_DID,
                None => says::ABOUT_NONE,
            },
        ),
    };
    Check { question: Question::Recipient, outcome, sentence: sentence.with([named.into()]) }
}

/// What was signed to tell who it is, names aside.
struct Identifier<'a> {
    identity: &'a str,
    hashed: bool,
    is_email: bool,
    salt: &'a str,
}

impl<'a> Identifier<'a> {
    fn read(identifier: &'a Map<String, Value>) -> Option<Self> {
        let text = |name: &str| identifier.get(name).and_then(Value::as_str);
        let kind = text("identityType");
        Some(Self {
            identity: text("identityHash").filter(|_| kind != Some("name"))?,
            hashed: identifier.get("hashed") == Some(&Value::Bool(true)),
            is_email: kind == Some("emailAddress"),
            salt: text("salt").unwrap_or_default(),
        })
    }

    /// Whether it is the hash of one of these; `None` if nobody can tell.
    fn is_of(&self, candidates: &[&str]) -> Option<bool> {
        let ("sha256", digest) = self.identity.split_once('$')? else { return None };
        let expected = HEXLOWER_PERMISSIVE.decode(digest.as_bytes()).ok()?;
        let hash = |who: &str| Sha256::new().chain_update(who).chain_update(self.salt).finalize();
        Some(candidates.iter().any(|it| hash(it).as_slice() == expected))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_recipient_is_found_by_address_profile_or_did() {
        // The digest is printed in the Open Badges 3.0 specification.
        let credential = json!({ "credentialSubject": {
            "id": "did:example:learner",
            "identifier": [
                { "identityType": "name", "hashed": false, "identityHash": "Ada Lovelace" },
                { "identityType": "emailAddress", "hashed": true, "salt": "Kosher",
                  "identityHash": "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399" },
            ],
        }});
        for theirs in ["a@example.com", " A@Example.com ", "did:example:learner"] {
            assert_eq!(about(&credential, theirs).outcome, Outcome::Passed, "{theirs}");
        }
        for other in ["b@example.com", "did:example:other"] {
            assert_eq!(about(&credential, other).outcome, Outcome::Failed, "{other}");
        }
        // What is signed names neither a profile nor, for comparing, a name.
        for other in [
            "Ada Lovelace",
            "https://example.com/@a",
            "",
            "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399",
        ] {
            assert_eq!(about(&credential, other).outcome, Outcome::CouldNotCheck, "{other}");
        }
    }

    /// As pages show it, and as people type it.
    #[test]
    fn the_address_of_a_profile_is_known_however_it_is_typed() {
        let id = "https://code.oxbow.example/@rowan-hale";
        let credential = json!({ "credentialSubject": { "id": id } });
        let said = |who: &str| {
            let check = about(&credential, who);
            (check.outcome, check.sentence.key())
        };
        for theirs in [
            id,
            "code.oxbow.example/@rowan-hale",
            "https://code.oxbow.example/@rowan-hale/",
            "http://code.oxbow.example/@rowan-hale",
            "https://Code.Oxbow.example/@rowan-hale",
        ] {
            assert_eq!(said(theirs), (Outcome::Passed, "judge-about-passed"), "{theirs}");
        }
        for other in ["code.oxbow.example/@rowan", "https://code.oxbow.example/@Rowan-Hale", "example/@rowan-hale"] {
            assert_eq!(said(other), (Outcome::Failed, "judge-about-failed"), "{other}");
        }
        for other in ["rowan@hale.example", "@rowan-hale", "Rowan Hale", "did:key:z6Mk"] {
            assert_eq!(said(other), (Outcome::CouldNotCheck, "judge-about-profile"), "{other}");
        }
        let did = json!({ "credentialSubject": { "id": "did:key:z6MkA" } });
        assert_eq!(about(&did, "did:key:z6Mka").sentence.key(), "judge-about-failed");
        assert_eq!(about(&did, "a@b.example").sentence.key(), "judge-about-did");
        assert_eq!(about(&json!({}), "a@b.example").sentence.key(), "judge-about-none");
    }

    #[test]
    fn a_hash_of_another_kind_is_not_guessed() {
        let credential = json!({ "credentialSubject": { "identifier": {
            "identityType": "emailAddress", "hashed": true, "identityHash": "md5$0f7cf3b1" } } });
        assert_eq!(about(&credential, "a@example.com").outcome, Outcome::CouldNotCheck);
    }
}
