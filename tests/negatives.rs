//! One changed character, anywhere, and the example site is refused: by `check`, by `build`, which leaves the old site
//! as it was, and by `verify`.

mod common;

use common::GalleryTest;
use serde_json::Value;
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// 2026-11-20T09:00:00Z, the moment as of which the tests look at the example.
const THEN: &str = "1795165200";

/// The example site in a folder of its own.
fn example() -> GalleryTest {
    GalleryTest::empty().copy_of("example-site").env("SOURCE_DATE_EPOCH", THEN)
}

/// An award with everything that one can say: a hashed address, a name, evidence, results.
fn award() -> String {
    let all = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("example-site/assertions"));
    let rich = |bytes: &[u8]| {
        let document: Value = serde_json::from_slice(bytes).expect("the example is made of JSON");
        let subject = &document["credentialSubject"];
        subject["identifier"].as_array().is_some_and(|it| it.len() == 2)
            && subject["achievement"]["alignment"].is_array()
            && subject["result"].is_array()
            && document["evidence"].is_array()
            // Valid today, so that a verdict is due to what was changed.
            && document["validUntil"].as_str().is_some_and(|it| it > "2027")
    };
    let (path, _) = all.iter().find(|(_, bytes)| rich(bytes)).expect("somebody got all that");
    format!("assertions/{}", path.display())
}

/// The status list of the first issuer.
const LIST: &str = "status/wendeltal/1.json";

/// Everything in a folder, by its path in it.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.expect("a test's own folder can be read");
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).expect("it lies in it").to_owned();
            files.insert(path, fs::read(entry.path()).expect("a test's own file can be read"));
        }
    }
    files
}

/// `text` with another character at `at`: a digit for a digit, a letter for a letter.
fn with_another(text: &str, at: usize) -> String {
    let turned = |it: char| match it {
        '0'..='8' | 'a'..='y' | 'A'..='Y' => char::from_u32(u32::from(it) + 1).unwrap_or('x'),
        '9' => '8',
        'z' => 'y',
        'Z' => 'Y',
        _ => 'x',
    };
    text.chars().enumerate().map(|(place, it)| if place == at { turned(it) } else { it }).collect()
}

/// Changes the text at `pointer` in a document with `change`.
fn change(bytes: &[u8], pointer: &str, change: impl FnOnce(&str) -> String) -> Vec<u8> {
    let mut document: Value = serde_json::from_slice(bytes).expect("the example is made of JSON");
    let place = document.pointer_mut(pointer).unwrap_or_else(|| panic!("the award has no {pointer}"));
    let text = place.as_str().unwrap_or_else(|| panic!("{pointer} is no text"));
    let changed = change(text);
    assert_ne!(text, changed, "{pointer}");
    *place = Value::String(changed);
    let mut bytes = serde_json::to_vec_pretty(&document).expect("it was JSON before");
    bytes.push(b'\n');
    bytes
}

/// A place near the middle of a text, at which there is a letter or a digit.
fn middle(text: &str) -> usize {
    let plain = |it: &(usize, char)| it.1.is_ascii_alphanumeric();
    let places: Vec<usize> = text.chars().enumerate().filter(plain).map(|it| it.0).collect();
    places.get(places.len() / 2).copied().unwrap_or(0)
}

/// What is changed, where in the document, how, and under which codes it may be refused.
type Change = (&'static str, &'static str, fn(&str) -> String, &'static [&'static str]);

/// Another character near the middle.
fn one_character(text: &str) -> String {
    with_another(text, middle(text))
}

/// Another day: `2026-05-04…` becomes `2026-05-05…`.
fn another_day(text: &str) -> String {
    with_another(text, "2026-05-0".len())
}

/// Refused for its proofs alone.
const FORGED: &[&str] = &["invalid-assertion"];
/// Refused also because it is not where, or of whom, it says.
const ELSEWHERE: &[&str] = &["invalid-assertion", "misplaced-assertion", "ledger-mismatch"];

const CHANGES_OF_AN_AWARD: &[Change] = &[
    ("the badge's name", "/credentialSubject/achievement/name", one_character, FORGED),
    ("the title", "/name", one_character, FORGED),
    ("the day of the award", "/awardedDate", another_day, FORGED),
    ("the first day", "/validFrom", another_day, FORGED),
    ("the recipient's address", "/credentialSubject/identifier/0/identityHash", one_character, FORGED),
    ("the salt", "/credentialSubject/identifier/0/salt", one_character, FORGED),
    ("the recipient's name", "/credentialSubject/identifier/1/identityHash", one_character, FORGED),
    ("what they did", "/credentialSubject/narrative", one_character, FORGED),
    ("the result", "/credentialSubject/result/0/resultDescription", one_character, FORGED),
    ("the evidence", "/evidence/0/name", one_character, FORGED),
    ("the criteria", "/credentialSubject/achievement/criteria/narrative", one_character, FORGED),
    ("the badge", "/credentialSubject/achievement/id", one_character, ELSEWHERE),
    ("the picture", "/credentialSubject/achievement/image/id", one_character, FORGED),
    ("the issuer", "/issuer/id", one_character, ELSEWHERE),
    ("the issuer's name", "/issuer/name", one_character, FORGED),
    ("its own address", "/id", one_character, ELSEWHERE),
    ("the place in the status list", "/credentialStatus/statusListIndex", one_character, ELSEWHERE),
    ("the status list", "/credentialStatus/statusListCredential", one_character, ELSEWHERE),
    ("the first proof", "/proof/0/proofValue", one_character, FORGED),
    ("the second proof", "/proof/1/proofValue", one_character, FORGED),
    ("the day of signing", "/proof/0/created", another_day, FORGED),
    ("the key", "/proof/0/verificationMethod", one_character, FORGED),
    ("the purpose", "/proof/0/proofPurpose", one_character, FORGED),
    ("the suite", "/proof/1/cryptosuite", one_character, FORGED),
    ("a context", "/@context/1", one_character, FORGED),
    ("the type", "/type/1", one_character, FORGED),
];

const CHANGES_OF_A_LIST: &[Change] = &[
    ("the bits", "/credentialSubject/encodedList", one_character, &["bad-status-list"]),
    ("the purpose", "/credentialSubject/statusPurpose", one_character, &["bad-status-list"]),
    ("its address", "/id", one_character, &["bad-status-list"]),
    ("the day", "/validFrom", another_day, &["bad-status-list"]),
    ("the first proof", "/proof/0/proofValue", one_character, &["bad-status-list"]),
    ("the second proof", "/proof/1/proofValue", one_character, &["bad-status-list"]),
    ("the key", "/proof/1/verificationMethod", one_character, &["bad-status-list"]),
];

#[test]
fn one_changed_character_in_an_award_or_a_status_list_stops_check_and_build_and_leaves_the_old_site_alone() {
    let test = example();
    test.run("build --out public").exits(0);
    let site = files(&test.path("public"));
    assert!(site.len() > 300, "a whole site");
    let award = award();

    for (path, changes) in [(award.as_str(), CHANGES_OF_AN_AWARD), (LIST, CHANGES_OF_A_LIST)] {
        let signed = fs::read(test.path(path)).expect("the example is there");
        for (what, pointer, how, codes) in changes {
            fs::write(test.path(path), change(&signed, pointer, how)).expect("a test may write its own file");
            for command in ["check", "build --out public"] {
                let ran = test.run(command);
                let said = ran.stderr();
                ran.exits(1);
                assert!(said.contains(path), "{what}: `{command}` does not name {path}:\n{said}");
                let known = codes.iter().any(|code| said.contains(&format!("error[{code}]")));
                assert!(known, "{what}: `{command}` gives none of {codes:?}:\n{said}");
            }
            assert!(site == files(&test.path("public")), "{what}: the old site was touched");
        }
        fs::write(test.path(path), signed).expect("a test may write its own file");
    }
    test.run("check").exits(0);
}

#[test]
fn one_changed_character_anywhere_in_an_award_is_seen_by_verify() {
    let test = example();
    let path = award();
    let signed = test.read(&path);
    let places: Vec<usize> = (0..signed.chars().count()).step_by(5).collect();
    for place in &places {
        let forged = test.path(&format!("forged/{place}.json"));
        fs::create_dir_all(forged.parent().expect("it lies in a folder")).expect("a test may make its own folder");
        fs::write(forged, with_another(&signed, *place)).expect("a test may write its own file");
    }

    let ran = test.run("verify forged --format json");
    let said: Value = serde_json::from_str(&ran.stdout()).expect("it was asked for JSON");
    ran.exits(1);
    let credentials = said["credentials"].as_array().expect("a list");
    assert_eq!(credentials.len(), places.len());
    for credential in credentials {
        let name = credential["name"].as_str().unwrap_or_default();
        let place: usize = name.trim_start_matches("forged/").trim_end_matches(".json").parse().expect("a number");
        assert_eq!(credential["good"], false, "the character at {place}\n{credential}");
        let verdict = credential["verdict"].as_str().unwrap_or("none, it is not even JSON");
        assert!(!["expired", "not-yet-valid", "revoked"].contains(&verdict), "the character at {place}\n{credential}");
    }
    test.run_with(&["verify", &path]).exits(0);
}

#[test]
fn a_key_that_no_issuer_lists_signs_nothing_that_counts() {
    let test = example();
    let stranger = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/keys/stranger");
    let key = test.path("stranger");
    fs::copy(stranger, &key).expect("a test may copy a test key");
    only_for_its_owner(&key);
    let before = files(&test.path("assertions"));
    let key = key.display().to_string();
    let ran = test.run_with(&["award", "first-repair", "--email", "nobody@example.org", "--key", &key]);
    assert!(!ran.stderr().is_empty());
    ran.exits(1);
    assert_eq!(before, files(&test.path("assertions")));
}

#[test]
fn an_award_that_vanished_is_missed() {
    let path = award();
    let said = example().without(&path).run("check").exits(1).stderr();
    assert!(said.contains("error[ledger-mismatch]"), "{said}");
    let id = Path::new(&path).file_stem().and_then(|it| it.to_str()).expect("an id");
    assert!(said.contains(id), "{said}");
}

#[test]
fn an_award_cannot_be_moved_to_another_badge() {
    let path = award();
    let test = example();
    let moved = path.rsplit_once('/').map(|(_, name)| format!("assertions/first-repair/{name}")).expect("a path");
    fs::rename(test.path(&path), test.path(&moved)).expect("a test may move its own file");
    let said = test.run("check").exits(1).stderr();
    assert!(said.contains("error[misplaced-assertion]"), "{said}");
    assert!(said.contains(&format!("--> {moved}")), "{said}");
}

#[cfg(unix)]
fn only_for_its_owner(key: &Path) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(key, fs::Permissions::from_mode(0o600)).expect("a test may change its own file");
}

#[cfg(not(unix))]
fn only_for_its_owner(_: &Path) {}
