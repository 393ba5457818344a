//! Is it about the person asked for?
//!
//! Source: Open Badges 3.0, "IdentityHash" and "Verify the Recipient Using an Identifier".

use crate::trust::{Check, Outcome, Question, says};
use data_encoding::HEXLOWER_PERMISSIVE;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

/// Asks whether `credential` is about `who`: an e-mail address, the address of a profile, or a DID.
///
/// An e-mail address is compared as given and, as Accolade hashes them, trimmed and in lower case. The answer changes
/// nothing about the verdict: somebody else's badge is as genuine as one's own.
#[must_use]
pub fn about(credential: &Value, who: &str) -> Check {
    let subject = credential.get("credentialSubject").and_then(Value::as_object);
    let identifiers = match subject.and_then(|it| it.get("identifier")) {
        Some(Value::Array(all)) => all.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    let mut candidates = vec![who.trim().to_owned(), who.to_owned()];
    if who.contains('@') {
        candidates.push(who.trim().to_lowercase());
    }
    let mut not_understood = false;
    let mut is_theirs = subject.and_then(|it| it.get("id")).and_then(Value::as_str).is_some_and(|id| id == who.trim());
    for identifier in identifiers.iter().filter_map(Value::as_object) {
        match candidates.iter().find_map(|it| matches(identifier, it).transpose()) {
            Some(Ok(())) => is_theirs = true,
            Some(Err(())) => not_understood = true,
            None => {}
        }
    }
    let (outcome, sentence) = match (is_theirs, not_understood) {
        (true, _) => (Outcome::Passed, says::ABOUT_YES),
        (false, true) => (Outcome::CouldNotCheck, says::ABOUT_HIDDEN),
        (false, false) => (Outcome::Failed, says::ABOUT_NO),
    };
    Check { question: Question::Recipient, outcome, sentence: sentence.with([who.into()]) }
}

/// `Ok(Some(()))` if it is the one, `Err` if nobody can tell.
fn matches(identifier: &Map<String, Value>, who: &str) -> Result<Option<()>, ()> {
    let text = |name: &str| identifier.get(name).and_then(Value::as_str);
    if text("identityType") == Some("name") {
        return Ok(None);
    }
    let Some(identity) = text("identityHash") else { return Ok(None) };
    if identifier.get("hashed") != Some(&Value::Bool(true)) {
        return Ok((identity == who).then_some(()));
    }
    let Some(("sha256", digest)) = identity.split_once('$') else { return Err(()) };
    let expected = HEXLOWER_PERMISSIVE.decode(digest.as_bytes()).map_err(|_| ())?;
    let hash = Sha256::new().chain_update(who).chain_update(text("salt").unwrap_or_default()).finalize();
    Ok((hash.as_slice() == expected).then_some(()))
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
        for other in [
            "b@example.com",
            "did:example:other",
            "Ada Lovelace",
            "",
            "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399",
        ] {
            assert_eq!(about(&credential, other).outcome, Outcome::Failed, "{other}");
        }
    }

    #[test]
    fn a_hash_of_another_kind_is_not_guessed() {
        let credential = json!({ "credentialSubject": { "identifier": {
            "identityType": "emailAddress", "hashed": true, "identityHash": "md5$0f7cf3b1" } } });
        assert_eq!(about(&credential, "a@example.com").outcome, Outcome::CouldNotCheck);
    }
}
