//! What an award takes of the gigabyte that a free host gives.

#![allow(clippy::unwrap_used, reason = "in a test, whatever fails should say so at once")]
#[path = "../benches/gallery/generate.rs"]
mod generate;

use generate::Profile;
use std::{fs, path::Path, process::Command};

const AWARDS: usize = 40;

#[test]
fn an_award_with_its_pictures_takes_at_most_sixty_kilobytes() {
    let folder = tempfile::tempdir().unwrap();
    let profile = Profile { pictures: true, cards: false };
    let (repository, site) = (folder.path().join(profile.name()), folder.path().join("site"));
    generate::gallery(&repository, AWARDS, profile);
    let build = Command::new(env!("CARGO_BIN_EXE_accolade"))
        .args(["build", "--at", "2026-11-01T00:00:00Z", "--out"])
        .args([&site, &repository])
        .output()
        .unwrap();
    assert!(build.status.success(), "{}", String::from_utf8_lossy(&build.stderr));
    let awards = fs::read_dir(site.join("assertions")).unwrap().map(|it| size(&it.unwrap().path()));
    let sizes: Vec<usize> = awards.collect();
    assert_eq!(sizes.len(), AWARDS);
    let mean = sizes.iter().sum::<usize>() / AWARDS;
    assert!(mean <= 60_000, "{mean} bytes: {sizes:?}");
}

/// The bytes of all files of an award's folder.
fn size(award: &Path) -> usize {
    let files = fs::read_dir(award).unwrap().map(|it| it.unwrap().metadata().unwrap().len());
    usize::try_from(files.sum::<u64>()).unwrap()
}
