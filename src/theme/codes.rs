//! The words for what documents say in codes.

use crate::trust::{Outcome, Question};
use std::borrow::Cow;

/// A kind of achievement in words: `CertificateOfCompletion` → `Certificate of completion`.
#[must_use]
pub fn achievement_type(code: &str) -> Cow<'_, str> {
    match code {
        "CoCurricular" => Cow::Borrowed("Co-curricular activity"),
        "MicroCredential" => Cow::Borrowed("Micro-credential"),
        "GeneralEducationDevelopment" => Cow::Borrowed("General educational development"),
        _ => in_words(code.strip_prefix("ext:").unwrap_or(code)),
    }
}

/// `InProgress` → `In progress`.
#[must_use]
pub fn in_words(code: &str) -> Cow<'_, str> {
    if !code.chars().skip(1).any(char::is_uppercase) {
        return Cow::Borrowed(code);
    }
    let mut words = String::with_capacity(code.len() + 4);
    for (place, c) in code.chars().enumerate() {
        match c {
            '_' | '.' => words.push(' '),
            _ if place > 0 && c.is_uppercase() => {
                words.push(' ');
                words.extend(c.to_lowercase());
            }
            _ => words.push(c),
        }
    }
    Cow::Owned(words)
}

/// What a question is about.
#[must_use]
pub fn question(question: Question) -> &'static str {
    match question {
        Question::Document => "Document",
        Question::Issuer => "Issuer and key",
        Question::ProofRdfc => "Signature over the meaning (eddsa-rdfc-2022)",
        Question::ProofJcs => "Signature over the text (eddsa-jcs-2022)",
        Question::Status => "Status",
        Question::Dates => "Dates",
        Question::Recipient => "Recipient",
    }
}

/// What was found: a name for style sheets and a word for people.
#[must_use]
pub fn outcome(outcome: &Outcome) -> (&'static str, &'static str) {
    match outcome {
        Outcome::Passed => ("passed", "Passed"),
        Outcome::Attention => ("attention", "Note"),
        Outcome::Failed => ("failed", "Failed"),
        Outcome::CouldNotCheck => ("unknown", "Not checked"),
        Outcome::Absent => ("absent", "Absent"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_become_words() {
        assert_eq!(achievement_type("CertificateOfCompletion"), "Certificate of completion");
        assert_eq!(achievement_type("Badge"), "Badge");
        assert_eq!(achievement_type("ext:Hackathon"), "Hackathon");
        assert_eq!(in_words("InProgress"), "In progress");
    }
}
