//! Two people at once: branches that award and revoke are put together by git, and the status lists by `reseal`.

use crate::kit::Life;
use accolade::{
    ledger::SecretFile,
    trust::{Signer, proof},
};
use serde_json::Value;
use std::{fs, process::Command};

const ATTRIBUTES: &str = include_str!("../../src/ledger/init/repository/gitattributes");

/// A gallery under git with two awards.
fn gallery() -> (Life, [String; 2]) {
    let mut life = Life::new();
    let ids = ["ada@example.org", "bob@example.org"].map(|email| life.award(&["--email", email]));
    fs::write(life.test.path("g/.gitattributes"), ATTRIBUTES).unwrap();
    life.git(0, &["init", "-q"]);
    life.commit(0, "Begin");
    (life, ids)
}

/// Does something on a branch of its own, which begins where `main` is.
fn on_branch(life: &mut Life, day: u64, name: &str, arguments: &[&str]) {
    life.git(day, &["switch", "-qc", name, "main"]);
    life.run(day, arguments).exits(0);
    life.commit(day, name);
}

/// Whether git can put a branch and the present one together by itself.
fn merges(life: &Life, branch: &str) -> bool {
    let git = Command::new("git")
        .args([
            "-c",
            "user.name=Grace",
            "-c",
            "user.email=grace@users.noreply.github.com",
            "-c",
            "commit.gpgsign=false",
        ])
        .args(["merge", "-q", "--no-edit", branch])
        .current_dir(life.test.path("g"))
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .output();
    git.unwrap().status.success()
}

const AWARD: &[&str] = &["award", "soldering", "--email"];

#[test]
fn awards_of_two_branches_are_put_together_by_git_alone() {
    let (mut life, _) = gallery();
    on_branch(&mut life, 1, "cy", &[AWARD, &["cy@example.org"]].concat());
    on_branch(&mut life, 1, "dot", &[AWARD, &["dot@example.org"]].concat());
    on_branch(&mut life, 1, "eve", &[AWARD, &["eve@example.org", "--narrative", "Ten joints."]].concat());
    for branch in ["cy", "dot"] {
        assert!(merges(&life, branch), "{branch}: {}", life.test.read("g/status/hackerspace/ledger.toml"));
    }
    life.check(2, &[]).succeeds();
    for branch in ["cy", "dot", "main"] {
        life.check(2, &["--since", branch]).succeeds();
    }
    life.publish(2);
    assert_eq!(life.test.read("g/status/hackerspace/ledger.toml").matches("awarded = {").count(), 5);
}

#[test]
fn revocations_of_two_branches_are_put_together_by_reseal() {
    let (mut life, [ada, bob]) = gallery();
    on_branch(&mut life, 1, "ada", &["revoke", &ada, "--reason", "by mistake"]);
    on_branch(&mut life, 1, "cy", &[AWARD, &["cy@example.org"]].concat());
    on_branch(&mut life, 1, "bob", &["revoke", &bob, "--reason", "by mistake"]);
    assert!(merges(&life, "cy"), "an award and a revocation");
    assert!(!merges(&life, "ada"), "both signed the list");
    assert!(life.test.read("g/status/hackerspace/1.json").contains("<<<<<<<"));
    let refused = life.check(2, &[]).exits(1).stderr();
    assert!(refused.contains("`accolade reseal` makes it anew from the ledger"), "{refused}");

    life.run(2, &["reseal"]).exits(0);
    life.git(2, &["add", "--all"]);
    life.git(2, &["commit", "-q", "--no-edit"]);
    life.check(2, &["--since", "ada"]).succeeds();
    life.publish(2);
    assert_eq!([&ada, &bob].map(|id| life.verdict(2, id)), ["revoked", "revoked"]);
}

#[test]
fn the_first_awards_of_all_may_be_made_at_once() {
    let mut life = Life::new();
    fs::write(life.test.path("g/.gitattributes"), ATTRIBUTES).unwrap();
    life.git(0, &["init", "-q"]);
    life.commit(0, "Begin");
    on_branch(&mut life, 1, "ada", &[AWARD, &["ada@example.org"]].concat());
    on_branch(&mut life, 2, "bob", &[AWARD, &["bob@example.org"]].concat());
    assert!(!merges(&life, "ada"), "both signed the first list");
    life.run(2, &["reseal"]).exits(0);
    life.git(2, &["add", "--all"]);
    life.git(2, &["commit", "-q", "--no-edit"]);
    life.publish(2);
}

#[test]
fn one_award_may_be_revoked_twice() {
    let (mut life, [ada, _]) = gallery();
    on_branch(&mut life, 1, "one", &["revoke", &ada, "--reason", "by mistake"]);
    on_branch(&mut life, 2, "other", &["revoke", &ada, "--reason", "to the wrong person"]);
    merges(&life, "one");
    life.run(2, &["reseal"]).exits(0);
    life.git(2, &["add", "--all"]);
    life.git(2, &["commit", "-q", "--no-edit"]);
    life.publish(2);
    assert_eq!(life.verdict(2, &ada), "revoked");
}

#[test]
fn an_index_that_two_awards_have_is_given_up_by_the_later_one() {
    let (mut life, [ada, _]) = gallery();
    let later = life.run(1, &[AWARD, &["cy@example.org"]].concat()).exits(0).stdout();
    let later = later.trim().trim_end_matches('/').rsplit('/').next().unwrap().to_owned();
    // The dice of another branch may fall alike: the same key signs the later award for the index of the earlier one.
    let path = |id: &str| format!("g/assertions/soldering/{id}.json");
    let read = |life: &Life, id: &str| -> Value { serde_json::from_str(&life.test.read(&path(id))).unwrap() };
    let status = read(&life, &ada)["credentialStatus"].clone();
    let mut document = read(&life, &later);
    let lost = document["credentialStatus"]["statusListIndex"].as_str().unwrap().to_owned();
    let index = status["statusListIndex"].as_str().unwrap().to_owned();
    document["credentialStatus"] = status;
    document.as_object_mut().unwrap().remove("proof");
    let key = SecretFile::parse(&life.test.read("home/accolade/hackerspace.key")).unwrap();
    let SecretFile::Open(key) = key else { panic!("it has no passphrase") };
    let method = format!("did:web:badges.example:issuers:hackerspace#{}", key.public_key().to_multibase());
    let document = proof::sign(document, &method, &key, "2026-05-05T12:00:00Z".parse().unwrap()).unwrap();
    fs::write(life.test.path(&path(&later)), document.to_string()).unwrap();
    let ledger = life.test.read("g/status/hackerspace/ledger.toml");
    let ledger = ledger.replace(&format!("index = {lost} }}"), &format!("index = {index} }}"));
    fs::write(life.test.path("g/status/hackerspace/ledger.toml"), ledger).unwrap();
    life.commit(1, "Award");

    let refused = life.check(2, &[]).exits(1).stderr();
    assert!(
        refused.starts_with(&format!("error[shared-index]: index {index} of list 1 is taken twice\n")),
        "{refused}"
    );
    let help = format!("help: `accolade reseal {later}` signs the later award anew, with an index of its own\n");
    assert!(refused.contains(&help), "{refused}");
    life.run(2, &["reseal", &later]).exits(0);
    life.check(2, &["--since", "HEAD"]).succeeds();
    life.run(3, &["revoke", &ada, "--reason", "by mistake"]).exits(0);
    life.publish(3);
    assert_eq!([&ada, &later].map(|id| life.verdict(3, id)), ["revoked", "valid"]);
    life.run(4, &["revoke", &later, "--reason", "by mistake"]).exits(0);
    life.run(5, &["forget", &later]).exits(0);
    life.publish(5);
}
