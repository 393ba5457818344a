//! The same repository and the same time make the same bytes: anywhere, with any number of threads.
#![allow(clippy::unwrap_used, reason = "a test that cannot make its files has failed")]

mod common;

use common::GalleryTest;
use std::{collections::BTreeMap, fs, path::Path};

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
