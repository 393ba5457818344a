//! `people/<person>.toml` holds what somebody chose to publish: without it, the next build says nothing about them.

use crate::common::GalleryTest;
use std::{collections::BTreeMap, fs};

fn bytes(test: &GalleryTest, folder: &str) -> BTreeMap<String, Vec<u8>> {
    let root = test.path(folder);
    let all = walkdir::WalkDir::new(&root).into_iter().map(Result::unwrap).filter(|it| it.file_type().is_file());
    all.map(|it| (it.path().strip_prefix(&root).unwrap().display().to_string(), fs::read(it.path()).unwrap())).collect()
}

#[test]
fn whoever_takes_their_file_out_is_in_no_byte_of_the_next_build() {
    let test = GalleryTest::empty().copy_of("example-site").env("SOURCE_DATE_EPOCH", "1795165200");
    let awards: Vec<String> = walkdir::WalkDir::new(test.path("assertions/soldering"))
        .sort_by_file_name()
        .into_iter()
        .map(Result::unwrap)
        .filter(|it| fs::read_to_string(it.path()).is_ok_and(|it| it.contains("identityHash")))
        .map(|it| it.path().file_stem().unwrap().to_string_lossy().into_owned())
        .filter(|id| {
            !fs::read_dir(test.path("people"))
                .unwrap()
                .any(|it| fs::read_to_string(it.unwrap().path()).unwrap().contains(id))
        })
        .take(1)
        .collect();
    // Whose picture an award has says nothing about them, and takes long.
    let site = test.read("accolade.toml").replace("awards = \"both\"", "awards = \"none\"\ncards = \"badges\"");
    let test = test.file("accolade.toml", &site);
    test.run("build . --out never").exits(0);
    let test = test.file(
        "people/zorblax.toml",
        &format!(
            "name = 'Quirmelia Zorblax'\nconsent = 'by vellichor'\nbio = 'Collects *snarfblats*.'\nprevious = ['zorblaxia']\n\
             identities = ['https://forge.example/wumpus']\nawards = {awards:?}\n\
             [[link]]\nname = 'Blorptown'\nurl = 'https://blorptown.example/'\n"
        ),
    );
    test.run("build . --out site").exits(0);
    let traces = ["zorblax", "quirmelia", "snarfblat", "blorptown"];
    let found = |site: &BTreeMap<String, Vec<u8>>, trace: &str| -> Vec<String> {
        let holds = |it: &(&String, &Vec<u8>)| {
            it.0.to_lowercase().contains(trace) || String::from_utf8_lossy(it.1).to_lowercase().contains(trace)
        };
        site.iter().filter(holds).map(|(path, _)| path.clone()).collect()
    };
    let with = bytes(&test, "site");
    for trace in traces {
        assert!(!found(&with, trace).is_empty(), "{trace} was never there");
    }
    // The folder is used again, as a host does that keeps what a build before left.
    fs::remove_file(test.path("people/zorblax.toml")).unwrap();
    test.run("build . --out site").exits(0);
    let without = bytes(&test, "site");
    for trace in traces {
        assert_eq!(found(&without, trace), [""; 0], "{trace}");
    }
    // Not only the words: pictures, cards, indexes and counts are what they are where nobody ever published that.
    let never = bytes(&test, "never");
    let differ: Vec<&String> =
        never.keys().chain(without.keys()).filter(|path| never.get(*path) != without.get(*path)).collect();
    assert!(differ.is_empty(), "{differ:?}");
}
