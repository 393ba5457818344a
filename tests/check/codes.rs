//! No code without a test of its exact words.

use accolade::diagnostic::Code;
use std::fs;

/// Everything that tests hold diagnostics against.
fn tests() -> String {
    let files = walkdir::WalkDir::new("tests").into_iter().map(Result::unwrap);
    let files = files.filter(|it| it.path().extension().is_some_and(|it| it == "rs"));
    files.map(|it| fs::read_to_string(it.path()).unwrap()).collect()
}

#[test]
fn every_code_is_said_in_a_test_with_its_exact_words() {
    let tests = tests();
    let said = |code: &Code| ["error", "warning", "{word}"].iter().any(|it| tests.contains(&format!("{it}[{code}]: ")));
    let silent: Vec<&str> = Code::ALL.iter().filter(|it| !said(it)).map(|it| it.as_str()).collect();
    assert!(silent.is_empty(), "no test says these with their words: {silent:?}");
}
