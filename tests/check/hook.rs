//! `accolade hook install`: what is private does not get into a commit.

use crate::common::GalleryTest;
use std::{path::Path, process::Command};

/// What git says, with `accolade` where git's hooks find it.
fn git(test: &GalleryTest, arguments: &[&str]) -> (bool, String) {
    let binaries = Path::new(env!("CARGO_BIN_EXE_accolade")).parent().unwrap().display();
    let output = Command::new("git")
        .args(["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"])
        .args(arguments)
        .env("PATH", format!("{binaries}:{}", std::env::var("PATH").unwrap()))
        .current_dir(test.path("."))
        .output()
        .unwrap();
    (
        output.status.success(),
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr),
    )
}

#[test]
fn a_commit_with_an_address_is_not_made() {
    let test = GalleryTest::small();
    assert!(git(&test, &["init", "-q"]).0);

    test.run("hook install --dry-run").exits(0).complains(
        "
        nothing was written; this would be:
          write   ./.git/hooks/pre-commit (247 bytes)
        ",
    );
    assert!(!test.path(".git/hooks/pre-commit").exists());
    test.run("hook install")
        .succeeds_with("git looks for private things before each commit from now on")
        .says("./.git/hooks/pre-commit");

    assert!(git(&test, &["add", "-A"]).0);
    let (made, said) = git(&test, &["commit", "-qm", "A gallery"]);
    assert!(made, "{said}");

    let test = test.file("pages/thanks.md", "+++\ntitle = 'Thanks'\n+++\nWrite to kim@home.family.");
    assert!(git(&test, &["add", "-A"]).0);
    let (made, said) = git(&test, &["commit", "-qm", "Thanks"]);
    assert!(!made);
    assert!(said.contains("an e-mail address may not stand here"), "{said}");

    // What is not in the commit does not stop it.
    assert!(git(&test, &["reset", "-q"]).0);
    let test = test.file("static/hello.txt", "Hello.");
    assert!(git(&test, &["add", "static"]).0);
    let (made, said) = git(&test, &["commit", "-qm", "Hello"]);
    assert!(made, "{said}");
}

#[test]
fn a_hook_that_does_not_find_accolade_says_so() {
    let test = GalleryTest::small();
    assert!(git(&test, &["init", "-q"]).0);
    test.run("hook install").exits(0);
    // One of an earlier version is ours to replace.
    let hook = test.read(".git/hooks/pre-commit");
    let test = test.bytes(".git/hooks/pre-commit", hook.replace("exec ", "exec  ").as_bytes());
    test.run("hook install").exits(0);
    assert_eq!(test.read(".git/hooks/pre-commit"), hook);

    assert!(git(&test, &["add", "-A"]).0);
    let output = Command::new("/bin/sh")
        .arg(test.path(".git/hooks/pre-commit"))
        .env("PATH", "/nowhere")
        .current_dir(test.path("."))
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "accolade was not found, so nobody looked for private things; git commit --no-verify commits all the same\n"
    );
}

#[test]
fn somebody_elses_hook_stays() {
    let test = GalleryTest::small();
    assert!(git(&test, &["init", "-q"]).0);
    let test = test.file(".git/hooks/pre-commit", "#!/bin/sh");
    test.run("hook install")
        .fails_with("error: `./.git/hooks/pre-commit` exists already: add the line `accolade check --staged` to it");
    assert_eq!(test.read(".git/hooks/pre-commit"), "#!/bin/sh\n");
}

#[test]
fn without_git_there_is_nothing_to_hook_into() {
    let refused = GalleryTest::small().run("hook install").exits(1).stderr();
    assert!(refused.contains("git"), "{refused}");
}
