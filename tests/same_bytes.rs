//! The same repository and the same time make the same bytes: anywhere, with any number of threads, whatever was built
//! before.
#![allow(clippy::unwrap_used, reason = "a test that cannot make its files has failed")]

mod common;

use common::GalleryTest;
use std::{collections::BTreeMap, fs, path::Path, time::SystemTime};

fn tree(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = walkdir::WalkDir::new(root).into_iter().map(Result::unwrap).filter(|it| it.file_type().is_file());
    files
        .map(|it| (it.path().strip_prefix(root).unwrap().to_str().unwrap().to_owned(), fs::read(it.path()).unwrap()))
        .collect()
}

#[test]
fn the_example_site_is_the_same_on_every_machine() {
    const AT: &str = "2026-11-23T12:00:00Z";
    // Copies at two places, whose files were written at two times, by two people with two habits.
    let one = GalleryTest::empty().copy_of("example-site").env("TZ", "UTC").env("LANG", "C").env("LC_ALL", "C");
    let other = GalleryTest::empty()
        .copy_of("example-site")
        .env("TZ", "Pacific/Kiritimati")
        .env("LANG", "tr_TR.UTF-8")
        .env("LC_ALL", "de_DE.UTF-8");
    one.run(&format!("build --threads 1 --at {AT} --out first")).exits(0);
    other.run(&format!("build --threads 8 --at {AT} --out somewhere/else")).exits(0);

    let (one, other) = (tree(&one.path("first")), tree(&other.path("somewhere/else")));
    assert!(one.len() > 300, "{} files", one.len());
    assert!(one.keys().eq(other.keys()), "the two sites have other files");
    let different: Vec<&String> =
        one.iter().filter(|(path, bytes)| other[*path] != **bytes).map(|(path, _)| path).collect();
    assert!(different.is_empty(), "{different:?} differ");
}

/// Where a build puts down what it made of what.
const RECORD: &str = "out/.site.accolade-made";

/// Builds `g` over what the last build left, and gives back how many files were written. Then everything is made anew,
/// without the record, and may not differ.
fn build_again(test: &GalleryTest, what: &str, at: &str) -> usize {
    let build = || {
        let said = test.run(&format!("build g --at {at} --out out/site --format json")).exits(0).stdout();
        let said: serde_json::Value = serde_json::from_str(&said).unwrap();
        usize::try_from(said["files"]["written"].as_u64().unwrap()).unwrap()
    };
    let written = build();
    fs::remove_dir_all(test.path(RECORD)).unwrap();
    assert_eq!(build(), 0, "after {what}, files were left that are different now");
    written
}

#[test]
fn a_build_over_an_old_site_makes_what_a_fresh_one_would() {
    const AT: &str = "2026-05-05T12:00:00Z";
    let test = GalleryTest::small_at_home().file(
        "g/badges/wiring.toml",
        "
        name = 'Wiring'
        description = 'Wires that stay where they are.'
        criteria = 'Wire a lamp that works.'
        ",
    );
    test.run("key new --no-passphrase --repo g").exits(0);
    let award = |arguments: &str| {
        let url = test.run(&format!("award {arguments} --repo g")).exits(0).stdout();
        url.trim().trim_end_matches('/').rsplit('/').next().unwrap().to_owned()
    };
    let ada = award("soldering --url https://people.example/ada");
    award("soldering --email bob@people.example");
    award("wiring --url https://people.example/ada");
    let edit = |path: &str, old: &str, new: &str| {
        let text = test.read(path);
        assert!(text.contains(old), "{path} says `{old}`");
        fs::write(test.path(path), text.replacen(old, new, 1)).unwrap();
    };
    let write = |path: &str, text: &str| {
        fs::create_dir_all(test.path(path).parent().unwrap()).unwrap();
        fs::write(test.path(path), text).unwrap();
    };
    let page = || test.read(&format!("out/site/assertions/{ada}/index.html"));

    let all = build_again(&test, "nothing", AT);
    assert!(all > 50, "{all} files");
    assert_eq!(build_again(&test, "no change", AT), 0);
    // Pages show the time; documents, pictures and cards do not.
    let later = "2026-05-05T13:00:00Z";
    let pages = build_again(&test, "an hour", later);
    assert!(pages > 15 && pages < all * 2 / 3, "{pages} of {all}");

    edit("g/badges/soldering.toml", "Joins metal", "Newly joins metal");
    assert!(build_again(&test, "a word in a badge", later) > 0);
    write(
        "g/people/ada.toml",
        "name = 'Ada'\nidentities = ['https://people.example/ada']\nconsent = 'agreed by letter'\n",
    );
    assert!(build_again(&test, "a person who agrees to be named", later) > 0);
    assert!(page().contains("Ada"));
    edit("g/accolade.toml", "Test Gallery", "Another Gallery");
    assert!(build_again(&test, "another title", later) > 0);
    write(
        "g/templates/assertion.html",
        "{% extends \"builtin/assertion.html\" %}{% block title %}Ours{% endblock title %}",
    );
    // The three awards, and what the search engines' list of pages says of itself.
    assert!(build_again(&test, "a template", later) >= 3);
    assert!(page().contains("<title>Ours"));
    write("g/templates/words/en.ftl", "card-awarded-to = Earned by\n");
    let cards = build_again(&test, "a message of cards", later);
    assert!((1..10).contains(&cards), "{cards}");
    write("g/static/hello.txt", "hello");
    assert_eq!(build_again(&test, "a static file", later), 1);
    award("wiring --url https://people.example/eve");
    assert!(build_again(&test, "one more award", later) > 5);
    test.run_with(&["revoke", &ada, "--reason", "Of somebody else", "--repo", "g"]).exits(0);
    assert!(build_again(&test, "a revocation", later) > 5);
    assert!(page().contains("Of somebody else"));
    test.run_with(&["reinstate", &ada, "--reason", "Of hers after all", "--repo", "g"]).exits(0);
    assert!(build_again(&test, "a reinstatement", later) > 5);
    assert!(page().contains("Of hers after all"));
}

#[test]
fn a_file_that_somebody_touched_is_put_right() {
    const BUILD: &str = "build --at 2026-11-23T12:00:00Z --out out/site";
    let test = GalleryTest::small().file("static/hello.txt", "hello").file("static/left.txt", "left");
    let page = test.path("out/site/index.html");
    test.run(BUILD).exits(0);
    let good = fs::read(&page).unwrap();
    let since = fs::metadata(&page).unwrap().modified().unwrap();
    let altered = good.iter().map(|byte| if *byte == b'T' { b't' } else { *byte }).collect::<Vec<u8>>();
    assert_ne!(good, altered);

    // Of the same length.
    fs::write(&page, &altered).unwrap();
    test.run(BUILD).exits(0);
    assert!(fs::read(&page).unwrap() == good);
    // And gone.
    fs::remove_file(&page).unwrap();
    test.run(BUILD).exits(0);
    assert!(fs::read(&page).unwrap() == good);

    // Only whoever sets back the clock of a file as well is not noticed: this is how it is known that it is not read.
    let since_now = fs::metadata(&page).unwrap().modified().unwrap();
    assert_ne!(since, since_now);
    fs::write(&page, &altered).unwrap();
    fs::File::options().append(true).open(&page).unwrap().set_modified(since_now).unwrap();
    test.run(BUILD).exits(0);
    assert!(fs::read(&page).unwrap() == altered);
    // Without a record, everything is looked at.
    fs::remove_dir_all(test.path(RECORD)).unwrap();
    test.run(BUILD).exits(0);
    assert!(fs::read(&page).unwrap() == good);
}

#[test]
fn a_record_that_is_damaged_or_of_another_folder_is_none() {
    const BUILD: &str = "build --at 2026-11-23T12:00:00Z --out out/site";
    let test = GalleryTest::small();
    test.run(BUILD).exits(0);
    let record = test.path(RECORD).join("record");
    let good = fs::read(&record).unwrap();
    let page = test.path("out/site/index.html");
    let right = fs::read(&page).unwrap();
    let alter = || {
        let since = fs::metadata(&page).unwrap().modified().unwrap();
        fs::write(&page, right.iter().map(u8::to_ascii_lowercase).collect::<Vec<u8>>()).unwrap();
        fs::File::options().append(true).open(&page).unwrap().set_modified(since).unwrap();
    };
    let mut turned = good.clone();
    turned[40] ^= 1;
    for damaged in [&good[..good.len() / 2], b"", b"accolade made 1\n", &turned] {
        alter();
        fs::write(&record, damaged).unwrap();
        test.run(BUILD).exits(0);
        assert!(fs::read(&page).unwrap() == right, "{} bytes of record", damaged.len());
    }

    // The record of another folder, about files of the same names.
    test.run("build --at 2026-11-23T12:00:00Z --out out/other").exits(0);
    fs::copy(&record, test.path("out/.other.accolade-made/record")).unwrap();
    let other = test.path("out/other/index.html");
    fs::write(&other, right.iter().map(u8::to_ascii_lowercase).collect::<Vec<u8>>()).unwrap();
    test.run("build --at 2026-11-23T12:00:00Z --out out/other").exits(0);
    assert!(fs::read(&other).unwrap() == right);

    // Files that were written after the record are not believed, whatever it says.
    alter();
    let file = fs::File::options().append(true).open(&record).unwrap();
    file.set_modified(SystemTime::UNIX_EPOCH).unwrap();
    test.run(BUILD).exits(0);
    assert!(fs::read(&page).unwrap() == right);
}

#[test]
fn the_record_is_no_business_of_git() {
    let test = GalleryTest::small();
    test.run("build --out public").exits(0);
    assert_eq!(test.read(".public.accolade-made/.gitignore"), "*\n");
    let names = fs::read_dir(test.path(".public.accolade-made")).unwrap().count();
    assert_eq!(names, 2);
}
