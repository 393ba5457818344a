//! `accolade init`: what is asked, what is taken, what is written.

use super::common::GalleryTest;
use std::{
    io::Write,
    process::{Command, Stdio},
};

/// What a pull request from anybody may hold: `init` itself passes its own gate.
#[test]
fn what_is_known_is_written_and_what_is_not_stays_a_comment() {
    let test = GalleryTest::empty();
    test.run_with(&[
        "init",
        "g",
        "--title",
        "Guild \"of\" Makers",
        "--repository",
        "https://github.com/Guild/badges.git",
        "--email",
        "badges@guild.family",
        "--maintainer",
        "grace",
        "--maintainer",
        "@kim, grace",
    ])
    .exits(0);
    let site: toml::Table = test.read("g/accolade.toml").parse().unwrap();
    assert_eq!(site["title"].as_str(), Some("Guild \"of\" Makers"));
    assert_eq!(site["base_url"].as_str(), Some("https://guild.github.io/badges/"));
    assert_eq!(site["repository"].as_str(), Some("https://github.com/Guild/badges"));
    assert_eq!(site["awarding"]["by"].as_array().unwrap().len(), 2);
    assert_eq!(site["awarding"]["approvals"].as_integer(), Some(1));
    let issuer: toml::Table = test.read("g/issuers/guild-of-makers.toml").parse().unwrap();
    assert_eq!(issuer["email"].as_str(), Some("badges@guild.family"));
    assert!(test.read("g/.github/CODEOWNERS").contains("\n* @grace @kim\n"));
    assert!(test.read("g/README.md").starts_with("# Guild \"of\" Makers\n"));
    assert!(!test.read("g/README.md").contains('%'));
    test.run("check g").exits(0);

    test.run("init plain").exits(0);
    let site: toml::Table = test.read("plain/accolade.toml").parse().unwrap();
    assert_eq!(
        site.keys().collect::<Vec<_>>(),
        ["base_url", "description", "issuer", "language", "time_zone", "title"]
    );

    // What it is called after the folder keeps its letters; what becomes an address does not.
    test.run_with(&["init", "über-uns 日本"]).exits(0);
    let site: toml::Table = test.read("über-uns 日本/accolade.toml").parse().unwrap();
    assert_eq!(site["title"].as_str(), Some("Über Uns 日本"));
    test.run_with(&["check", "über-uns 日本"]).exits(0);
}

#[test]
fn addresses_are_taken_as_people_copy_them() {
    let test = GalleryTest::empty();
    for (folder, typed) in [("a", "git@github.com:guild/badges.git"), ("b", "github.com/guild/badges")] {
        test.run(&format!("init {folder} --repository {typed}")).exits(0);
        let site = test.read(&format!("{folder}/accolade.toml"));
        assert!(site.contains("\nrepository = \"https://github.com/guild/badges\"\n"), "{site}");
        assert!(site.contains("\nbase_url = \"https://guild.github.io/badges/\"\n"), "{site}");
    }
    test.run("init c --base-url badges.guild.example").exits(0);
    assert!(test.read("c/accolade.toml").contains("\nbase_url = \"https://badges.guild.example/\"\n"));
    for wrong in ["github.com", "github.com:guild/badges", "localhost/guild/badges", "ssh://github.com/guild/badges"] {
        test.run(&format!("init x --repository {wrong}")).is_misused_with(&format!(
            "error: --repository: `{wrong}` is not the address of a repository, such as https://github.com/guild/badges"
        ));
    }
}

#[test]
fn one_maintainer_alone_needs_nobodys_approval() {
    let test = GalleryTest::empty();
    test.run("init g --maintainer @grace").exits(0);
    let site: toml::Table = test.read("g/accolade.toml").parse().unwrap();
    assert_eq!(site["awarding"]["approvals"].as_integer(), Some(0));
    test.run("check g").exits(0);
}

#[test]
fn a_team_may_say_yes_once_its_members_are_named() {
    let test = GalleryTest::empty();
    let told = test.run("init g --maintainer @guild/mentors").exits(0).stderr();
    assert!(
        told.contains(
            "\nWho is in @guild/mentors has to stand in accolade.toml, below `[[team]]`: until then nobody of it can agree.\n"
        ),
        "{told}"
    );
    let site = test.read("g/accolade.toml");
    assert!(
        site.ends_with("\n[[team]]\nname = \"@guild/mentors\"\nmembers = [] # their accounts: \"@ada\", \"@grace\"\n"),
        "{site}"
    );
    let site: toml::Table = site.parse().unwrap();
    assert_eq!(site["awarding"]["by"][0].as_str(), Some("@guild/mentors"));
    assert_eq!(site["awarding"]["approvals"].as_integer(), Some(1));
    assert!(test.read("g/.github/CODEOWNERS").contains("* @guild/mentors\n"));
    test.run("check g").exits(0);
}

#[test]
fn mistakes_are_told_with_the_flag() {
    let test = GalleryTest::empty();
    for (arguments, told) in [
        (
            "--repository git@github.com",
            "--repository: `git@github.com` is not the address of a repository, such as https://github.com/guild/badges",
        ),
        ("--maintainer gr/ace", "--maintainer: `gr/ace` is not an account: write `@name`, or `@organisation/team`"),
        ("--email ada", "--email: `ada` is not an e-mail address such as ada@example.org"),
        ("--force", ""),
    ] {
        let ran = test.run(&format!("init x {arguments}"));
        if told.is_empty() {
            ran.exits(2);
        } else {
            ran.is_misused_with(&format!("error: {told}"));
        }
    }
    assert!(!test.path("x").exists());
}

#[test]
fn scripts_learn_what_was_written_and_what_was_kept() {
    let test =
        GalleryTest::empty().file("g/README.md", "# Ours\n").file("g/.github/workflows/check.yml", "name: ours\n");
    let said = test.run("init g --format json").succeeds().stdout();
    let said: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!(said["kept"], serde_json::json!([".github/workflows/check.yml", "README.md"]));
    assert!(said["written"].as_array().unwrap().contains(&"accolade.toml".into()));
    assert_eq!(test.read("g/README.md"), "# Ours\n");
    let said = test.run("init other --dry-run --format json").succeeds().stdout();
    assert!(said.contains("\"dry_run\": true") && !test.path("other").exists(), "{said}");
}

#[test]
fn a_host_gets_what_it_knows() {
    let test = GalleryTest::empty();
    test.run("init a --repository https://gitlab.com/guild/badges").exits(0);
    assert!(!test.path("a/.github").exists());
    assert!(test.path("a/.gitlab/CODEOWNERS").exists() && test.path("a/CONTRIBUTING.md").exists());
    test.run("init b --repository https://codeberg.org/guild/badges").exits(0);
    assert!(!test.path("b/.github/workflows").exists() && !test.path("b/.github/actions").exists());
    assert!(test.path("b/.github/ISSUE_TEMPLATE/nomination.yml").exists() && test.path("b/CODEOWNERS").exists());
    assert!(test.read("b/accolade.toml").contains("base_url = \"https://guild.codeberg.page/badges/\""));
    test.run("init c --repository https://github.com/guild/badges").exits(0);
    let told = |folder: &str| test.read(&format!("{folder}/CONTRIBUTING.md"));
    // Each says how to protect the branch from which awards are signed, and speaks of no other host.
    for (folder, words, strange) in [
        ("a", "*Repository → Protected branches*", ["GitHub", "Codeberg", "*Check*", "form |"]),
        ("b", "*Disable push*", ["GitHub", "GitLab", "*Check*", "ACCOLADE_"]),
        ("c", "*Require a pull request before merging*", ["GitLab", "Forgejo", "/api/v1/", "merge request"]),
    ] {
        let text = told(folder);
        assert!(text.contains(words) && text.contains("past a review**"), "{text}");
        strange.iter().for_each(|it| assert!(!text.contains(it), "{it}\n{text}"));
    }
}

#[test]
fn the_repository_is_taken_from_git() {
    let test = GalleryTest::empty().file("g/.keep", "");
    let git = |arguments: &[&str]| {
        assert!(Command::new("git").args(arguments).current_dir(test.path("g")).status().unwrap().success());
    };
    git(&["init", "-q"]);
    git(&["remote", "add", "origin", "https://someone:secret@github.com/guild/badges.git"]);
    test.run("init g").exits(0);
    assert!(test.read("g/accolade.toml").contains("\nrepository = \"https://github.com/guild/badges\"\n"));
}

/// `script` gives the command a terminal of its own.
#[test]
fn at_a_terminal_it_asks_and_asks_again() {
    let test = GalleryTest::empty().file("g/.keep", "");
    assert!(Command::new("git").args(["init", "-q"]).current_dir(test.path("g")).status().unwrap().success());
    let command = format!("{} init g", env!("CARGO_BIN_EXE_accolade"));
    let mut script = Command::new("script")
        .args(["--quiet", "--return", "--command", &command, "/dev/null"])
        .current_dir(test.path("."))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let answers = "Makers\nnowhere\nhttps://github.com/guild/badges\n\nThe Guild\n\n@grace kim\nyes\n";
    script.stdin.take().unwrap().write_all(answers.as_bytes()).unwrap();
    let output = script.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).replace('\r', "");
    assert!(output.status.success(), "{said}");
    for question in [
        "Enter takes what stands in brackets, or leaves a question open.",
        "Title of the gallery [G]: ",
        "Its repository on the web, if you know where it will be: ",
        "`nowhere` is not the address of a repository, such as https://github.com/guild/badges\n",
        "The permanent address of its site [https://guild.github.io/badges/]: ",
        "Who awards the badges [Makers]: ",
        "A public e-mail address for questions, if there is one: ",
        "Who says yes to awards (accounts such as @grace), if you know already: ",
        "Let git look for private things before each commit? [yes]: ",
    ] {
        assert!(said.contains(question), "{question}\n{said}");
    }
    assert!(test.read("g/accolade.toml").contains("by = [\"@grace\", \"@kim\"]"));
    assert!(test.path("g/issuers/the-guild.toml").exists());
    assert!(test.path("g/.git/hooks/pre-commit").exists());
}
