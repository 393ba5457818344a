//! No code and no sentence without a test of its exact words.

use accolade::diagnostic::Code;
use std::fs;

/// The text of every Rust file below a folder, tests within the source left out, as its strings read.
fn texts(folder: &str) -> Vec<(String, String)> {
    let files = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = files.filter(|it| it.path().extension().is_some_and(|it| it == "rs"));
    files
        .map(|it| {
            let text = fs::read_to_string(it.path()).unwrap();
            let text = if folder == "src" { text.split("#[cfg(test)]").next().unwrap_or_default() } else { &text };
            // A line that goes on in the next one.
            let mut parts = text.split("\\\n");
            let first = parts.next().unwrap_or_default().to_owned();
            (it.path().display().to_string(), parts.fold(first, |whole, part| whole + part.trim_start()))
        })
        .collect()
}

fn tests() -> String {
    texts("tests").into_iter().map(|(_, text)| text).collect()
}

#[test]
fn every_code_is_said_in_a_test_with_its_exact_words() {
    let tests = tests();
    let said = |code: &Code| ["error", "warning", "{word}"].iter().any(|it| tests.contains(&format!("{it}[{code}]: ")));
    let silent: Vec<&str> = Code::ALL.iter().filter(|it| !said(it)).map(|it| it.as_str()).collect();
    assert!(silent.is_empty(), "no test says these with their words: {silent:?}");
}

/// The sentence that begins after `start`, if it is written there: `"…"` or `format!("…")`.
fn sentence(start: &str) -> Option<String> {
    let start = start.trim_start();
    let mut letters = start.strip_prefix("format!(").unwrap_or(start).trim_start().strip_prefix('"')?.chars();
    let mut sentence = String::new();
    loop {
        match letters.next()? {
            '"' => return Some(sentence),
            '\\' => sentence.extend(letters.next()),
            letter => sentence.push(letter),
        }
    }
}

/// The longest part of a sentence that is always the same.
fn fixed(sentence: &str) -> String {
    let marked = sentence.replace("{{", "\u{1}").replace("}}", "\u{2}");
    let parts =
        marked.split('{').enumerate().map(|(n, it)| if n == 0 { it } else { it.split_once('}').map_or("", |it| it.1) });
    let longest = parts.max_by_key(|it| it.len()).unwrap_or_default();
    longest.trim().replace('\u{1}', "{").replace('\u{2}', "}")
}

#[test]
fn every_sentence_is_said_in_a_test() {
    let tests = tests().replace("\\\"", "\"").replace("\\\\", "\\");
    let mut found = 0;
    let mut silent = Vec::new();
    for (path, text) in texts("src") {
        // With a code before the sentence, and without one.
        for (start, has_code) in [
            ("Diagnostic::error(", true),
            ("Diagnostic::warning(", true),
            ("Flaw::error(", true),
            ("Flaw::warning(", true),
            ("Flaw::bad(", false),
            ("let message =", false),
            (".help(", false),
            ("let help =", false),
        ] {
            for rest in text.split(start).skip(1) {
                let after_code =
                    rest.split_once(',').filter(|it| it.0.trim_start().starts_with("Code::")).map(|it| it.1);
                let Some(sentence) = (if has_code { after_code } else { Some(rest) }).and_then(sentence) else {
                    continue;
                };
                found += 1;
                let fixed = fixed(&sentence);
                // What is made of two values has its words elsewhere.
                if fixed.len() > 3 && !tests.contains(&fixed) {
                    silent.push(format!("{path}: {sentence}"));
                }
            }
        }
    }
    assert!(found > 120, "only {found} sentences were found");
    assert!(silent.is_empty(), "no test says these:\n{}", silent.join("\n"));
}
