//! `accolade rebuild-check`: whatever was changed in a published site is found, to the byte.

use crate::{common::GalleryTest, server::Server};
use serde_json::Value;
use std::{fs, process::Command};

fn git(test: &GalleryTest, arguments: &[&str]) -> String {
    let mut command = Command::new("git");
    command.args(["-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main", "-c", "user.name=Grace"]);
    command.args(["-c", "user.email=grace@example.org"]).args(arguments).current_dir(test.path("g"));
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
    let output = command.output().unwrap();
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// A gallery in git, built into `site`; and its commit.
fn published(base: &str) -> (GalleryTest, String) {
    let test = GalleryTest::small_at_home().file(
        "g/accolade.toml",
        &format!("title = 'Test Gallery'\nbase_url = '{base}'\npictures = {{ cards = 'none' }}"),
    );
    test.run("key new --no-passphrase --repo g").exits(0);
    test.run("award soldering --repo g --url https://github.com/ada").exits(0);
    git(&test, &["init", "-q"]);
    git(&test, &["add", "-A"]);
    git(&test, &["commit", "-qm", "Begin"]);
    let commit = git(&test, &["rev-parse", "HEAD"]);
    test.run("build g --out site --at 2026-06-01T10:00:00Z").exits(0);
    (test, commit)
}

#[test]
fn a_build_says_what_it_was_made_from() {
    let (test, commit) = published("https://badges.example/");
    let record = |test: &GalleryTest| -> Value { serde_json::from_str(&test.read("site/build.json")).unwrap() };
    assert_eq!(
        record(&test),
        serde_json::json!({
            "generator": concat!("accolade ", env!("CARGO_PKG_VERSION")),
            "at": "2026-06-01T10:00:00Z",
            "base_url": "https://badges.example/",
            "commit": commit,
            "clean": true,
        })
    );
    // Files that the site is not made of do not count, and one that it is made of does.
    let test = test.file("g/notes.txt", "x").file("g/static/.hidden", "x");
    test.run("build g --out site").exits(0);
    assert_eq!(record(&test)["clean"], true);
    let test = test.file("g/static/new.txt", "x");
    test.run("build g --out site").exits(0);
    assert_eq!((&record(&test)["clean"], &record(&test)["commit"]), (&Value::from(false), &Value::from(commit)));

    let test = GalleryTest::small();
    test.run("build . --out site").exits(0);
    assert_eq!(record(&test).get("commit"), None);
}

#[test]
fn every_byte_that_differs_is_listed() {
    let (test, commit) = published("https://badges.example/");
    let files = walkdir::WalkDir::new(test.path("site")).into_iter().filter(|it| it.as_ref().unwrap().path().is_file());
    let files = files.count();
    let of = format!("{files} files, built again from commit {commit} at 2026-06-01T10:00:00Z");
    test.run("rebuild-check site --repo g").exits(0).complains("").says(&format!("the same: {of}"));

    let path = test.path("site/index.html");
    let mut page = fs::read(&path).unwrap();
    page[20] ^= 1;
    page[21] ^= 1;
    page[40] ^= 1;
    fs::write(&path, page).unwrap();
    let test = test.without("site/robots.txt").file("site/about/new.html", "x");
    let mut text = test.read("site/feed.xml");
    let size = text.len();
    text.push('\n');
    let test = test.bytes("site/feed.xml", text.as_bytes());
    test.run("rebuild-check site --repo g").exits(1).complains("").says(&format!(
        "
        extra    about/new.html
        differs  feed.xml: byte {size} ({} bytes published, {size} rebuilt)
        differs  index.html: bytes 20–21, byte 40
        missing  robots.txt
        4 differences of {of}
        ",
        size + 1
    ));
    let told: Value =
        serde_json::from_str(&test.run("rebuild-check site --repo g --format json").exits(1).stdout()).unwrap();
    assert_eq!(told["same"], false);
    assert_eq!(told["commit"], commit.as_str());
    assert_eq!(told["differences"][2]["ranges"], serde_json::json!([[20, 22], [40, 41]]));
    assert_eq!(told["differences"][3]["kind"], "missing");
}

#[test]
fn the_commit_is_found_again_when_the_repository_has_moved_on() {
    let (test, commit) = published("https://badges.example/");
    test.run("award soldering --repo g --url https://github.com/grace").exits(0);
    test.run("rebuild-check site --repo g").exits(0).complains("");
    git(&test, &["add", "-A"]);
    git(&test, &["commit", "-qm", "Award once more"]);
    test.run("rebuild-check site --repo g").exits(0).complains("");
    assert!(
        !test
            .path("g/.git")
            .read_dir()
            .unwrap()
            .any(|it| { it.unwrap().file_name().to_string_lossy().starts_with("accolade-") })
    );

    // The present state is another one.
    test.run("build g --out now --at 2026-06-01T10:00:00Z").exits(0);
    let record = test.read("now/build.json").replace(&git(&test, &["rev-parse", "HEAD"]), &commit);
    let test = test.bytes("now/build.json", record.as_bytes());
    let told = test.run("rebuild-check now --repo g").exits(1).stdout();
    assert!(told.contains("extra    assertions/"), "{told}");
}

#[test]
fn what_cannot_be_built_again_is_said() {
    let (test, _) = published("https://badges.example/");
    let record = test.read("site/build.json");
    let generator = concat!("accolade ", env!("CARGO_PKG_VERSION"));
    let test = test.bytes("site/build.json", record.replace(generator, "accolade 0.0.7").as_bytes());
    let ran = test.run("rebuild-check site --repo g").exits(1);
    assert_eq!(
        ran.stderr(),
        format!(
            "note: the site was built by accolade 0.0.7, and this is {generator}: another version may write other bytes\n"
        )
    );
    let gone = record.replace(&git(&test, &["rev-parse", "HEAD"]), &"0".repeat(40));
    let test = test.bytes("site/build.json", gone.as_bytes());
    let told = test.run("rebuild-check site --repo g").exits(1).stderr();
    assert!(told.starts_with(&format!("error: git knows no commit `{}`", "0".repeat(40))), "{told}");
    test.without("site/build.json")
        .run("rebuild-check site --repo g")
        .fails_with("error: there is no `site/build.json`, so this is not a site that `accolade build` made");
}

#[test]
fn a_site_is_compared_over_the_network() {
    let server = Server::new();
    let base = format!("https://127.0.0.1:{}/", server.port);
    let (test, _) = published(&base);
    server.serve(test.path("site"));
    let check = format!("rebuild-check http://127.0.0.1:{}/ --repo g --allow-private", server.port);
    let told = test.run(&check).exits(0).stdout();
    assert!(told.starts_with("the same: "), "{told}");

    let test = test.without("site/badges/soldering/badge.json");
    let told = test.run(&check).exits(1).stdout();
    assert!(told.starts_with("missing  badges/soldering/badge.json\n1 difference of "), "{told}");

    let told = test.run(&format!("rebuild-check {base} --repo g")).exits(1).stderr();
    assert!(told.contains("which is not on the public internet (see --allow-private)"), "{told}");
}
