//! `check --preview`: what a change shows, as files that work from disk.

use crate::{common::GalleryTest, kit::Life};
use std::{collections::BTreeSet, fs};

fn files(test: &GalleryTest, folder: &str) -> BTreeSet<String> {
    let root = test.path(folder);
    let all = walkdir::WalkDir::new(&root).into_iter().map(Result::unwrap).filter(|it| it.file_type().is_file());
    all.map(|it| it.path().strip_prefix(&root).unwrap().display().to_string()).collect()
}

#[test]
fn each_new_or_changed_page_and_card_can_be_looked_at() {
    let mut life = Life::new();
    let old = life.award(&["--url", "https://forge.example/ada"]);
    life.git(0, &["init", "-q"]);
    life.commit(0, "Begin");
    let new = life.award(&["--url", "https://forge.example/bo"]);
    let ran = life.test.run("check g --since HEAD --preview look").exits(0);
    assert!(ran.stderr().contains("preview: ") && ran.stderr().contains(" new, "), "{}", ran.stderr());
    let shown = files(&life.test, "look");
    for path in [
        "changes.html",
        "index.html",
        "badges/soldering/index.html",
        &format!("assertions/{new}/index.html"),
        &format!("assertions/{new}/card.png"),
        &format!("assertions/{new}/credential.json"),
        &format!("assertions/{new}/badge.png"),
    ] {
        assert!(shown.contains(path), "{path} in {shown:?}");
    }
    assert!(!shown.iter().any(|it| it.contains(&old)), "{shown:?}");
    let list = life.test.read("look/changes.html");
    assert!(list.contains(&format!("<h2>New</h2>\n<ul>\n<li><a href=\"assertions/{new}/card.png\">")), "{list}");
    let (_, changed) = list.split_once("<h2>Changed</h2>").unwrap();
    assert!(changed.contains("<li><a href=\"badges/soldering/index.html\">"), "{list}");

    // Every link of every page leads to a file that is there, or to the published site.
    let mut outside = 0;
    for path in shown.iter().filter(|it| it.ends_with(".html")) {
        let page = life.test.read(&format!("look/{path}"));
        for target in page.split(" href=\"").skip(1).chain(page.split(" src=\"").skip(1)) {
            let target = target.split(['"', '#', '?']).next().unwrap();
            outside += usize::from(target.starts_with("https://badges.example/assertions/"));
            if target.is_empty() || target.contains(':') {
                continue;
            }
            let there = life.test.path("look").join(path).parent().unwrap().join(target);
            assert!(there.is_file(), "{path} leads to {target}, which is not there");
        }
    }
    assert!(outside > 0, "the award of before is only linked to");
    assert!(
        life.test
            .read("look/badges/soldering/index.html")
            .contains(&format!("https://badges.example/assertions/{old}/"))
    );

    // The next preview takes the place of this one; what is no preview is left alone.
    fs::remove_file(life.test.path(&format!("g/assertions/soldering/{new}.json"))).unwrap();
    life.git(0, &["checkout", "-q", "--", "."]);
    life.test.run("check g --since HEAD --preview look").exits(0);
    assert_eq!(files(&life.test, "look"), BTreeSet::from(["build.json".to_owned(), "changes.html".to_owned()]));
    assert!(life.test.read("look/changes.html").contains("<p>Nothing that the site shows.</p>"));
    fs::create_dir(life.test.path("mine")).unwrap();
    fs::write(life.test.path("mine/letter.txt"), "").unwrap();
    let mine = life.test.path("mine");
    life.test.run("check g --since HEAD --preview mine").fails_with(&format!(
        "error: `{}` is not empty, and not a folder that a build made; empty it, or name another folder as the output",
        mine.display()
    ));
}
