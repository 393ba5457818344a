//! Every sentence that a judge can say, by the key of its message.
//!
//! Keys that begin with `judge-any-` are for documents of any issuer, from anywhere; the others are those of the script
//! on an award's page as well. How many values a message names is part of its type, and a test lays this list beside
//! the message files.

use super::sentence::Key;

macro_rules! keys {
    ($($name:ident, $key:literal, $values:literal;)*) => {
        $(pub(crate) const $name: Key<$values> = Key($key);)*

        /// All of them, with the number of their values.
        #[cfg(test)]
        const ALL: &[(&str, usize)] = &[$(($key, $values)),*];
    };
}

keys! {
    // Document.
    DOCUMENT_BAD, "judge-document-bad", 1;
    DOCUMENT_UNREAD, "judge-document-unread", 1;
    DOCUMENT_ENDORSED, "judge-document-endorsed", 0;
    NO_OBJECT, "judge-no-object", 0;
    NO_TYPE, "judge-no-type", 1;
    LACKS, "judge-lacks", 1;
    NO_ADDRESS, "judge-no-address", 1;
    WRONG_TYPE, "judge-wrong-type", 2;
    DOCUMENT_GOOD, "judge-any-document", 0;
    DOCUMENT_ENDORSEMENT, "judge-any-endorsement", 0;
    DOCUMENT_LIST, "judge-any-list", 0;
    NOT_UNDERSTOOD, "judge-any-not-understood", 1;
    OLDER, "judge-any-older", 0;
    OWN_CONTEXT, "judge-any-own-context", 0;
    CONTEXT_UNKNOWN, "judge-any-context", 1;
    FIRST_CONTEXT, "judge-any-first-context", 1;
    SECOND_CONTEXT, "judge-any-second-context", 0;
    PART_NO_OBJECT, "judge-any-no-object", 1;
    IDENTIFIERS, "judge-any-identifiers", 0;
    NOT_TEXT, "judge-any-not-text", 1;
    STAMP, "judge-any-stamp", 2;

    // Issuer.
    ISSUER_GOOD, "judge-issuer-good", 1;
    ISSUER_UNKNOWN, "judge-issuer-unknown", 2;
    ISSUER_NONE, "judge-issuer-none", 0;
    ISSUER_BY_KEY, "judge-any-by-key", 1;
    ISSUER_STRANGER, "judge-any-stranger", 2;
    ISSUER_CLAIMED, "judge-any-claimed", 0;
    KEY_FOREIGN, "judge-key-foreign", 2;
    KEY_UNLISTED, "judge-key-unlisted", 2;
    KEY_UNDATED, "judge-key-undated", 1;
    KEY_COMPROMISED, "judge-key-compromised", 2;
    KEY_ENDED, "judge-key-ended", 2;
    KEY_BEGINS, "judge-any-key-begins", 2;
    KEY_LATER_COMPROMISED, "judge-key-later-compromised", 2;
    KEY_LATER_ENDED, "judge-key-later-ended", 2;
    KEYS_NOT_AT_HAND, "judge-any-keys", 0;
    DID_OTHER, "judge-did-other", 2;
    DID_NO_ID, "judge-did-no-id", 0;
    DID_NO_OBJECT, "judge-any-did-object", 0;
    DID_NO_ARRAY, "judge-did-no-array", 1;
    DID_MORE, "judge-did-more", 1;
    DID_NO_METHOD_ID, "judge-any-did-method", 0;
    DID_TWICE, "judge-did-twice", 1;
    DID_FOREIGN, "judge-did-foreign", 2;
    DID_CONTROLLER, "judge-did-controller", 2;
    DID_KEY, "judge-did-key", 1;
    DID_DATE, "judge-did-date", 2;
    DID_WEB, "judge-did-web", 1;
    DID_NO_KEY, "judge-any-did-no-key", 1;

    // Proofs.
    PROOF_NONE, "judge-proof-none", 0;
    PROOF_SET, "judge-proof-set", 0;
    PROOF_FOREIGN, "judge-any-foreign", 1;
    PROOF_ABSENT, "judge-any-absent", 1;
    PROOF_GOOD_OF, "judge-any-good", 3;
    PROOF_GOOD_UNDATED, "judge-any-undated", 2;
    PROOF_BESIDE, "judge-any-and-beside", 2;
    PROOF_AND_ADDED, "judge-any-and-added", 1;
    PROOF_BAD_OF, "judge-any-bad", 2;
    PROOF_UNCHECKED_OF, "judge-any-unchecked", 2;
    PROOF_FLAWED, "judge-proof-flawed", 2;
    PROOF_NAMELESS, "judge-any-flawed", 1;
    PROOF_CHANGED, "judge-proof-changed", 0;
    PROOF_CONTEXT, "judge-proof-context", 0;
    PROOF_EXPIRED, "judge-proof-expired", 1;
    PROOF_NO_KEY, "judge-proof-no-key", 0;
    PROOF_OTHER_CONTEXT, "judge-any-proof-context", 0;
    PROOF_LACKS, "judge-proof-lacks", 1;
    PROOF_TEXT, "judge-proof-text", 1;
    PROOF_NO_OBJECT, "judge-any-proof-object", 0;
    PROOF_PURPOSE, "judge-proof-purpose", 1;
    PROOF_DATE, "judge-proof-date", 2;
    PROOF_VALUE, "judge-proof-value", 0;
    PROOF_OCCASION, "judge-proof-occasion", 1;
    PROOF_MEMBER, "judge-any-proof-member", 1;
    PROOF_PREVIOUS, "judge-any-previous-id", 0;
    PROOF_PREVIOUS_GONE, "judge-any-previous-gone", 1;
    PROOF_PREVIOUS_TWICE, "judge-any-previous-twice", 1;

    // Status.
    STATUS_NONE, "judge-status-none", 0;
    STATUS_UNREAD, "judge-any-status", 1;
    STATUS_NO_OBJECT, "judge-any-status-object", 0;
    STATUS_OTHERS, "judge-any-status-others", 0;
    STATUS_TEXT, "judge-any-status-text", 1;
    STATUS_LACKS, "judge-any-status-lacks", 1;
    STATUS_ID, "judge-any-status-id", 0;
    STATUS_SIZE, "judge-any-status-size", 0;
    STATUS_INDEX, "judge-any-status-index", 1;
    STATUS_KIND, "judge-status-kind", 1;
    STATUS_CLEAR, "judge-status-clear", 0;
    STATUS_NEWS, "judge-any-news", 0;
    STATUS_REVOKED, "judge-status-revoked", 0;
    STATUS_REVOKED_ON, "judge-any-revoked", 2;
    STATUS_SUSPENDED, "judge-status-suspended", 0;
    STATUS_MISSING, "judge-status-missing", 2;
    STATUS_LIST, "judge-status-list", 2;
    STATUS_BY, "judge-status-by", 1;
    STATUS_PURPOSE, "judge-status-purpose", 2;
    STATUS_SHORT, "judge-status-short", 1;
    LIST_NOT_AT_HAND, "judge-any-list-nowhere", 0;
    LIST_MISSING, "judge-any-list-missing", 0;
    LIST_UNREAD, "judge-any-list-unread", 1;
    LIST_OTHER, "judge-list-other", 1;
    LIST_TYPE, "judge-list-type", 0;
    LIST_LACKS, "judge-list-lacks", 1;
    LIST_ISSUER, "judge-any-list-issuer", 2;
    LIST_SUBJECT, "judge-any-list-subject", 0;
    LIST_ENCODING, "judge-list-encoding", 0;
    LIST_LONG, "judge-list-long", 0;
    LIST_BITS, "judge-list-bits", 1;
    LIST_UNTRUSTED, "judge-list-untrusted", 1;
    LIST_UNUSED, "judge-list-unused", 1;

    // Where things are.
    TOLD, "judge-any-told", 1;
    NOT_OURS, "judge-any-not-ours", 0;
    NOT_HERE, "judge-any-not-here", 0;

    // Dates.
    DATES_BAD, "judge-dates-bad", 1;
    DATES_ORDER, "judge-dates-order", 0;
    DATES_EXPIRED, "judge-dates-expired", 1;
    DATES_BEGINS, "judge-dates-begins", 1;
    DATES_WITHIN, "judge-dates-within", 2;
    DATES_SOON, "judge-dates-soon", 2;
    DATES_OPEN, "judge-dates-open", 1;

    // Definition.
    DEFINITION_SAME, "judge-definition-same", 0;
    DEFINITION_CHANGED, "judge-definition-changed", 1;
    DEFINITION_UNREAD, "judge-definition-unread", 1;
    DEFINITION_OTHER, "judge-definition-other", 0;
    CHANGED_NAME, "changed-name", 0;
    CHANGED_DESCRIPTION, "changed-description", 0;
    CHANGED_CRITERIA, "changed-criteria", 0;
    CHANGED_TYPE, "changed-type", 0;
    CHANGED_SKILLS, "changed-skills", 0;
    CHANGED_ALIGNMENTS, "changed-alignments", 0;
    CHANGED_VERSION, "changed-version", 0;
    CHANGED_RESULTS, "changed-results", 0;
    CHANGED_OTHER, "changed-other", 0;

    // Recipient.
    ABOUT_YES, "judge-about-passed", 1;
    ABOUT_NO, "judge-about-failed", 1;
    ABOUT_HIDDEN, "judge-about-unknown", 1;
    ABOUT_EMAIL, "judge-about-email", 1;
    ABOUT_PROFILE, "judge-about-profile", 1;
    ABOUT_DID, "judge-about-did", 1;
    ABOUT_NONE, "judge-about-none", 1;

    // Other kinds of documents.
    NO_CREDENTIAL, "judge-any-no-credential", 1;
    NO_KIND, "judge-any-no-kind", 0;
    ARRAY, "judge-any-array", 0;
    NOT_BAKED, "judge-any-not-baked", 0;
    TOKEN, "judge-any-token", 0;
    ONLY_ADDRESS, "judge-any-only-address", 1;
    HOSTED_NO_ASSERTION, "judge-any-hosted-kind", 0;
    HOSTED_ELSEWHERE, "judge-any-hosted-other-host", 1;
    HOSTED_NOWHERE, "judge-any-hosted-nowhere", 1;
    HOSTED_UNREADABLE, "judge-any-hosted-unreadable", 2;
    HOSTED_CHANGED, "judge-any-hosted-changed", 0;
    HOSTED_GOOD, "judge-any-hosted-good", 1;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::builtin_values;

    #[test]
    fn every_key_has_words_and_its_values_are_the_ones_that_they_name() {
        assert!(ALL.len() > 100);
        for language in ["en", "de"] {
            for (key, values) in ALL {
                let expected: Vec<String> = (0..*values).map(|place| format!("v{place}")).collect();
                assert_eq!(builtin_values(language, key), Some(expected), "{key} in {language}.ftl");
            }
        }
    }
}
