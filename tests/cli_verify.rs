//! `verify` of folders, and of files that are something else.

#![allow(clippy::unwrap_used, reason = "in a test, whatever fails should say so at once")]

mod common;

use common::GalleryTest;
use std::fs::{self, File};

/// A gallery with one award, and its site.
fn published() -> GalleryTest {
    let test = GalleryTest::small_at_home();
    test.run("key new --no-passphrase --repo g").exits(0);
    test.run("award soldering --repo g --email ada@example.org").exits(0);
    test.run("build g --out site").exits(0);
    test
}

#[test]
fn of_a_published_site_all_credentials_are_judged_and_the_rest_is_counted() {
    let test = published();
    let ends = [".json", ".png", ".svg"];
    let files = walkdir::WalkDir::new(test.path("site")).into_iter().map(|it| it.unwrap().into_path());
    let all = files.filter(|it| ends.iter().any(|end| it.display().to_string().ends_with(end))).count();
    // The credential, the Open Badges 2.0 assertion, and two baked pictures.
    let ran = test.run("verify site --repo g").succeeds_with(&format!(
        "
        {} other files were passed over in `site`
        with the keys of the repository `g`
        ",
        all - 4
    ));
    assert!(ran.stdout().ends_with("\n4 of 4 credentials good\n"), "{}", ran.stdout());
}

#[test]
fn what_could_be_a_credential_is_not_passed_over() {
    let test = published();
    let award = fs::read_dir(test.path("g/assertions/soldering")).unwrap().next().unwrap().unwrap().path();
    let award = fs::read_to_string(award).unwrap();
    let mut without_proof: serde_json::Value = serde_json::from_str(&award).unwrap();
    without_proof.as_object_mut().unwrap().remove("proof");
    let test = test
        .file("d/0-good.json", &award)
        .file("d/1-no-proof.json", &without_proof.to_string())
        .file("d/2-no-type.json", "{'type': 'Other', 'proof': {}}".replace('\'', "\"").as_str())
        .file("d/3-half.json", "{\"type\": ")
        .file("d/4-list.json", &format!("[{award}]"))
        .file("d/5-mark.json", &format!("\u{feff}{award}"))
        .file("d/6-another.json", "{\"type\": \"Profile\"}")
        .file("d/7-another.json", "[1, 2, 3]");
    let judged = test.run("verify d --repo g --format json").exits(1);
    assert_eq!(judged.stderr(), "2 other files were passed over in `d`\n");
    let judged: serde_json::Value = serde_json::from_str(&judged.stdout()).unwrap();
    let verdicts: Vec<_> = judged["credentials"].as_array().unwrap().iter().map(|it| it["verdict"].as_str()).collect();
    assert_eq!(verdicts, ["valid", "invalid", "invalid", "invalid", "invalid", "invalid"].map(Some));
}

#[test]
fn one_file_that_cannot_be_read_keeps_no_other_from_being_judged() {
    let test = published();
    File::create(test.path("g/assertions/soldering/0-large.json")).unwrap().set_len((64 << 20) + 1).unwrap();
    let ran = test.run("verify g/assertions").exits(3).stdout();
    let large = "g/assertions/soldering/0-large.json";
    assert!(
        ran.starts_with(&format!(
            "{large}\n  unknown   The signed credential could not be read: `{large}` is larger than 64 MiB, which nothing here should be\n"
        )),
        "{ran}"
    );
    assert!(ran.ends_with("\n0 of 2 credentials good\n"), "{ran}");
    let ran = test.run("verify g/assertions --repo g").exits(3).stdout();
    assert!(ran.ends_with("\n1 of 2 credentials good\n"), "{ran}");
}

#[test]
fn what_is_no_credential_is_called_by_its_name() {
    let test = GalleryTest::empty()
        .file("list.json", "[{}]")
        .file("mark.json", "\u{feff}{}")
        .file("text.json", "hello")
        .file("others/index.json", "{}");
    for (file, name) in [
        ("list.json", "it is a list (a JSON array); give each credential a file of its own"),
        (
            "mark.json",
            "it begins with a byte order mark, which JSON does not have; save it as UTF-8 without one (without BOM)",
        ),
        ("text.json", "it is neither JSON, nor a PNG, nor an SVG"),
    ] {
        test.run(&format!("verify {file}")).exits(1).complains("").says(&format!(
            "{file}\n  failed    It is not a credential: {name}\n  INVALID: It is not a credential: {name}\n"
        ));
    }
    test.run("verify others").fails_with("error: `others` holds no credential, but 1 other file");
    let test = test.file("none/note.txt", "hello");
    test.run("verify none").fails_with("error: `none` holds no file whose name ends in .json, .png or .svg");
}
