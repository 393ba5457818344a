//! The words for what documents say in codes.

use crate::{
    trust::{Outcome, Question},
    words::Words,
};
use std::borrow::Cow;

/// A kind of achievement in words: `CertificateOfCompletion` → `Certificate of completion`.
#[must_use]
pub fn achievement_type<'w>(words: &'w Words, code: &'w str) -> Cow<'w, str> {
    code_in_words(words, "type-", code)
}

/// How an assessment ended: `InProgress` → `In progress`.
#[must_use]
pub fn result_status<'w>(words: &'w Words, code: &'w str) -> Cow<'w, str> {
    code_in_words(words, "result-status-", code)
}

/// The message for a code; one that nobody has words for is taken apart.
fn code_in_words<'w>(words: &'w Words, prefix: &str, code: &'w str) -> Cow<'w, str> {
    match words.fixed(&format!("{prefix}{code}")) {
        Some(said) => Cow::Borrowed(said),
        None => in_words(code.strip_prefix("ext:").unwrap_or(code)),
    }
}

/// `InProgress` → `In progress`, as `inWords` of the page's script does, which compares.
#[must_use]
pub fn in_words(code: &str) -> Cow<'_, str> {
    if !code.chars().skip(1).any(char::is_uppercase) {
        return Cow::Borrowed(code);
    }
    let mut words = String::with_capacity(code.len() + 4);
    for (place, c) in code.chars().enumerate() {
        if place > 0 && c.is_uppercase() {
            words.push(' ');
            words.extend(c.to_lowercase());
        } else {
            words.push(c);
        }
    }
    Cow::Owned(words)
}

/// What a question is about.
#[must_use]
pub fn question(words: &Words, question: Question) -> &str {
    words.get(match question {
        Question::Document => "check-document",
        Question::Issuer => "check-issuer",
        Question::ProofRdfc => "check-proof-rdfc",
        Question::ProofJcs => "check-proof-jcs",
        Question::Status => "check-status",
        Question::Dates => "check-dates",
        Question::Definition => "judge-definition",
        Question::Recipient => "check-recipient",
    })
}

/// What was found: a name for style sheets and a word for people.
#[must_use]
pub fn outcome<'w>(words: &'w Words, outcome: &Outcome) -> (&'static str, &'w str) {
    let (kind, key) = match outcome {
        Outcome::Passed => ("passed", "check-passed"),
        Outcome::Attention => ("attention", "check-attention"),
        Outcome::Failed => ("failed", "check-failed"),
        Outcome::CouldNotCheck => ("unknown", "check-unknown"),
        Outcome::Absent => ("absent", "check-absent"),
    };
    (kind, words.get(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_become_words() {
        let english = crate::words::english();
        assert_eq!(achievement_type(english, "CertificateOfCompletion"), "Certificate of completion");
        assert_eq!(achievement_type(english, "CoCurricular"), "Co-curricular activity");
        assert_eq!(achievement_type(english, "ext:LongHackathon"), "Long hackathon");
        assert_eq!(in_words("InProgress"), "In progress");
        assert_eq!(in_words("Made_By.Hand"), "Made_ by. hand");
    }
}
