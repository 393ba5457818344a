//! `people/<person>.toml` holds what somebody chose to publish: without it, the next build says nothing about them.

use crate::{common::GalleryTest, kit::Life};
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

#[test]
fn nobody_gets_an_award_that_was_signed_for_another_name() {
    let mut life = Life::new();
    let named = ["--url", "https://forge.example/ada", "--name", "Ada King Lovelace", "--consent", "by letter"];
    let id = life.award(&named);
    fs::create_dir_all(life.test.path("g/people")).unwrap();
    let write = |life: &Life, name: &str, claim: &str| {
        let text = format!("name = '{name}'\nconsent = 'yes'\n{claim}\n");
        fs::write(life.test.path("g/people/m.toml"), text).unwrap();
    };
    let refused = |id: &str| {
        format!(
            "
            error[other-name]: this file is of \"Mallory Evil\", and the award `{id}` was signed for \"Ada King Lovelace\"
             --> people/m.toml
            help: take the award or its identity out, or go by the name that was signed; somebody with a new name gets a new \
                  award: `accolade correct {id} --name \"Mallory Evil\"`
            "
        )
    };
    for claim in [format!("awards = ['{id}']"), "identities = ['https://forge.example/ada']".to_owned()] {
        write(&life, "Mallory Evil", &claim);
        life.test.run("check g").fails_with(&refused(&id));
    }
    // Whoever goes by a part of their name has their page; what was signed stands in the sentence.
    let claim = format!("awards = ['{id}']");
    write(&life, "Ada lovelace", &claim);
    life.publish(1);
    let link =
        |name: &str| format!("<a href=\"../../people/m/index.html\" data-fact=\"recipient\"><bdi>{name}</bdi></a>");
    let page = life.page(&format!("assertions/{id}/index.html"));
    assert!(page.contains(&link("Ada King Lovelace")) && !page.contains("Ada lovelace"), "{page}");

    // A new name is signed anew, before or after the file says it. What it puts right says what it said.
    write(&life, "Ada Byron", &claim);
    let told = life.run(2, &["correct", &id, "--name", "Ada Byron"]).exits(0).stdout();
    let new = told.trim().trim_end_matches('/').rsplit('/').next().unwrap().to_owned();
    life.publish(2);
    assert!(life.page(&format!("assertions/{new}/index.html")).contains(&link("Ada Byron")));
    let page = life.page(&format!("assertions/{id}/index.html"));
    assert!(page.contains("<bdi>Ada King Lovelace</bdi></a>") && !page.contains(&link("Ada King Lovelace")), "{page}");
}
