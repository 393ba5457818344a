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
    assert_eq!(verdicts, ["valid", "invalid", "invalid", "unchecked", "valid", "valid"].map(Some));
    assert_eq!(judged["credentials"][4]["name"], "d/4-list.json[0]");
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
    let ran = test.run("verify gone.json g/assertions --repo g --format json").exits(3).stdout();
    let told: serde_json::Value = serde_json::from_str(&ran).unwrap();
    let verdicts: Vec<_> = told["credentials"].as_array().unwrap().iter().map(|it| &it["verdict"]).collect();
    assert_eq!(verdicts, ["unchecked", "unchecked", "valid"], "{ran}");
    assert!(ran.contains("failed to read `gone.json`: No such file or directory"), "{ran}");
}

#[test]
fn what_is_no_credential_is_called_by_its_name() {
    let test = GalleryTest::empty().file("list.json", "[1]").file("text.json", "hello").file("others/index.json", "{}");
    for (file, name) in [
        ("list.json", "it is a list (a JSON array), and not one of credentials"),
        ("text.json", "it is neither JSON, nor a PNG, nor an SVG"),
    ] {
        test.run(&format!("verify {file}")).exits(3).complains("").says(&format!(
            "{file}\n  unknown   It is not a credential: {name}\n  UNCHECKED: It is not a credential: {name}\n"
        ));
    }
    test.run("verify others").fails_with("error: `others` holds no credential, but 1 other file");
    let test = test.file("none/note.txt", "hello");
    test.run("verify none").fails_with("error: `none` holds no file whose name ends in .json, .png or .svg");
}

/// Each kind of file gets the verdict that the desk in the browser gives it (`tests/independent/desk.test.js`).
#[test]
fn the_desk_judges_files_alike() {
    let vector = |path: &serde_json::Value| fs::read(format!("tests/vectors/{}", path.as_str().unwrap())).unwrap();
    let shared: serde_json::Value =
        serde_json::from_str(&fs::read_to_string("tests/cases/files.json").unwrap()).unwrap();
    let text = String::from_utf8(vector(&shared["credential"])).unwrap();
    let test =
        GalleryTest::empty().bytes("did.json", &vector(&shared["did"])).bytes("list.json", &vector(&shared["list"]));
    let mut wrong = Vec::new();
    for case in shared["cases"].as_array().unwrap() {
        let bytes = match (&case["vector"], case["hex"].as_str()) {
            (serde_json::Value::Null, Some(hex)) => data_encoding::HEXLOWER.decode(hex.as_bytes()).unwrap(),
            (serde_json::Value::Null, None) => case["text"].as_str().unwrap().replace("$0", &text).into_bytes(),
            (path, _) => vector(path),
        };
        let end = case["cut"].as_u64().map_or(bytes.len(), |it| usize::try_from(it).unwrap());
        let name = case["as"].as_str().unwrap();
        fs::write(test.path(name), &bytes[..end]).unwrap();
        let ran = test.run(&format!(
            "verify {name} --did-document did.json --status-list list.json --at 2026-11-20T09:00:00Z --format json"
        ));
        let told: serde_json::Value = serde_json::from_str(&ran.stdout()).unwrap();
        let verdicts: Vec<_> = told["credentials"].as_array().unwrap().iter().map(|it| &it["verdict"]).collect();
        if verdicts != case["verdicts"].as_array().unwrap().iter().collect::<Vec<_>>() {
            wrong.push(format!("{}: {told:#}", case["name"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
