//! `log`: the story of an award, from git.

use crate::kit::{Life, git};
use std::fs;

/// A gallery under git, with an award that Kim asked for on a branch of his own.
fn nominated() -> (Life, String, Vec<String>) {
    let mut life = Life::new();
    let site =
        life.test.read("g/accolade.toml").replace("https://git.example/badges", "https://github.com/guild/badges");
    fs::write(life.test.path("g/accolade.toml"), site).unwrap();
    life.git(0, &["init", "-q"]);
    let mut commits = vec![life.commit(0, "Begin")];
    life.git(0, &["switch", "-qc", "ada"]);
    life.run(
        1,
        &["nominate", "soldering", "--url", "https://forge.example/ada", "--nominator", "@kim", "--file", "ada"],
    )
    .exits(0);
    git(&life.test.path("g"), "Kim", 1, &["add", "-A"]);
    git(&life.test.path("g"), "Kim", 1, &["commit", "-qm", "Nominate for soldering"]);
    commits.push(life.git(1, &["rev-parse", "HEAD"]));
    life.git(1, &["switch", "-q", "main"]);
    fs::write(life.test.path("g/README.md"), "# Ours\n").unwrap();
    life.commit(1, "Say what this is");
    life.git(2, &["merge", "-q", "--no-ff", "-m", "Merge request 7", "ada"]);
    commits.push(life.git(2, &["rev-parse", "HEAD"]));
    let told = life.run(3, &["sign"]).exits(0).stdout();
    commits.push(life.commit(3, "Sign reviewed nominations"));
    let id = told.trim().trim_end_matches('/').rsplit('/').next().unwrap().to_owned();
    (life, id, commits)
}

/// The lines about a commit.
fn commit(id: &str, of: &str) -> String {
    format!("              commit {} of {of}\n              https://github.com/guild/badges/commit/{id}\n", &id[..12])
}

#[test]
fn an_award_s_story_names_every_commit() {
    let (mut life, id, commits) = nominated();
    life.run(4, &["revoke", &id, "--reason", "by mistake"]).exits(0);
    let revoked = life.commit(4, "Revoke");
    life.run(5, &["reinstate", &id, "--reason", "it was right"]).exits(0);
    let reinstated = life.commit(5, "Reinstate");
    life.run(6, &["renew", &id, "--until", "2030-01-01"]).exits(0);
    let renewed = life.commit(6, "Renew");
    let told =
        life.run(7, &["correct", &id, "--narrative", "Ten joints.", "--reason", "nothing was told"]).exits(0).stdout();
    let new = told.trim().trim_end_matches('/').rsplit('/').next().unwrap().to_owned();
    let story = life.run(8, &["log", &id]).succeeds().stdout();
    let first = format!(
        "{id}\n\n  2026-05-05  nominated by @kim (nominations/ada.toml)\n{}\n  2026-05-06  merged\n{}\n  \
         2026-05-07  signed as nominated by @kim\n{}\n  2026-05-08  revoked: by mistake\n{}\n  \
         2026-05-09  reinstated: it was right\n{}\n  2026-05-10  renewed until 2030-01-01\n{}\n",
        commit(&commits[1], "Kim: Nominate for soldering"),
        commit(&commits[2], "Grace: Merge request 7"),
        commit(&commits[3], "Grace: Sign reviewed nominations"),
        commit(&revoked, "Grace: Revoke"),
        commit(&reinstated, "Grace: Reinstate"),
        commit(&renewed, "Grace: Renew"),
    );
    let rest = format!(
        "  2026-05-11  corrected by {new}: nothing was told\n              not committed yet\n\n{new}\n\n  \
         2026-05-11  signed as nominated by @kim\n              not committed yet\n"
    );
    assert_eq!(story, first + &rest);

    // The corrected award is told with the one before it, whichever of them is asked for.
    life.commit(7, "Correct");
    let story =
        life.run(8, &["log", &format!("https://badges.example/assertions/{new}/"), "--format", "json"]).succeeds();
    let story: serde_json::Value = serde_json::from_str(&story.stdout()).unwrap();
    let what = |n: usize| -> Vec<&str> {
        story["awards"][n]["story"].as_array().unwrap().iter().map(|it| it["what"].as_str().unwrap()).collect()
    };
    assert_eq!(what(0), ["nominated", "merged", "signed", "revoked", "reinstated", "renewed", "corrected"]);
    assert_eq!(what(1), ["signed"]);
    assert_eq!(story["awards"][0]["story"][0]["commit"], commits[1]);
    assert_eq!(story["awards"][0]["story"][0]["author"], "Kim");
    assert_eq!(story["awards"][0]["story"][6]["by"], new);
    assert_eq!(story["awards"][0]["story"][2]["url"], format!("https://github.com/guild/badges/commit/{}", commits[3]));
    assert!(story.get("commits_since").is_none());
    life.run(8, &["log", "00000000000000000000"]).fails_with("error: no award has the id `00000000000000000000`");
}

#[test]
fn of_an_erased_award_nothing_is_told_but_that_it_was_there() {
    let (mut life, id, _) = nominated();
    life.run(4, &["revoke", &id, "--reason", "a private matter"]).exits(0);
    life.commit(4, "Revoke");
    life.run(5, &["forget", &id]).exits(0);
    let erased = life.commit(5, "Erase");
    let story = life.run(6, &["log", &id]).succeeds().stdout();
    assert!(story.starts_with(&format!("{id}\n\n  2026-05-07  signed\n")), "{story}");
    assert!(story.ends_with(&format!("\n  2026-05-09  erased\n{}", commit(&erased, "Grace: Erase"))), "{story}");
    for told in ["kim", "private", "nominat"] {
        assert!(!story.to_lowercase().replace("sign reviewed nominations", "").contains(told), "{told}: {story}");
    }
}

#[test]
fn a_clone_with_the_latest_commits_only_says_so() {
    let (life, id, _) = nominated();
    let mut life = life;
    life.run(4, &["revoke", &id, "--reason", "by mistake"]).exits(0);
    let revoked = life.commit(4, "Revoke");
    fs::rename(life.test.path("g"), life.test.path("whole")).unwrap();
    let whole = format!("file://{}", life.test.path("whole").display());
    git(&life.test.path("."), "Grace", 4, &["clone", "-q", "--depth", "2", &whole, "g"]);
    let ran = life
        .run(5, &["log", &id])
        .exits(0)
        .complains("this clone has only the commits since 2026-05-07; `git fetch --unshallow` gets the others");
    assert_eq!(
        ran.stdout(),
        format!(
            "{id}\n\n  2026-05-07  signed as nominated by @kim\n              its commit is not in this clone\n\n  \
             2026-05-08  revoked: by mistake\n{}",
            commit(&revoked, "Grace: Revoke")
        )
    );
    life.git(5, &["fetch", "-q", "--unshallow"]);
    assert!(life.run(5, &["log", &id]).succeeds().stdout().contains("nominated by @kim"));
    fs::remove_dir_all(life.test.path("g/.git")).unwrap();
    life.run(5, &["log", &id]).exits(1);
}
