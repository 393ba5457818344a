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

/// `InProgress` → `In progress`, `HRBNumber` → `HRB number`, as `inWords` of the page's script does, which compares.
#[must_use]
pub fn in_words(code: &str) -> Cow<'_, str> {
    if !code.chars().skip(1).any(char::is_uppercase) {
        return Cow::Borrowed(code);
    }
    let letters: Vec<char> = code.chars().collect();
    let mut words = String::with_capacity(code.len() + 4);
    let mut place = 0;
    while let Some(letter) = letters.get(place) {
        let capitals = letters[place..].iter().take_while(|it| it.is_uppercase()).count();
        // Of several, the one before a small letter begins the next word.
        let begins = letters.get(place + capitals).is_some_and(|it| it.is_lowercase());
        let run = capitals.saturating_sub(usize::from(begins)).max(1);
        if capitals > 0 && place > 0 {
            words.push(' ');
        }
        match run {
            1 if capitals > 0 && place > 0 => words.extend(letter.to_lowercase()),
            _ => words.extend(&letters[place..place + run]),
        }
        place += run;
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
    }

    /// The script of the page is held against the same file (`tests/browser/codes.test.js`).
    #[test]
    fn a_code_that_nobody_has_words_for_is_taken_apart() {
        let cases: std::collections::BTreeMap<String, String> =
            serde_json::from_str(include_str!("../../tests/cases/codes.json")).unwrap();
        for (code, words) in cases {
            assert_eq!(in_words(&code), words, "{code}");
        }
    }
}
