//! From nothing to a site with one signed award, in the five commands that `--help` shows.

mod common;

use common::GalleryTest;
use std::fs;

fn at_home() -> GalleryTest {
    GalleryTest::empty().at_home().env("ACCOLADE_PASSPHRASE", "a long one")
}

#[test]
fn five_commands_lead_from_an_empty_folder_to_a_site_with_an_award() {
    let test = at_home();
    test.run("init my-badges").exits(0).complains(
        "

        What visitors read is in accolade.toml, issuers/ and badges/: a few lines each, to make your own.

        Before the first award that counts, write the site's real address into accolade.toml: what is signed names it.

        Next:
            cd my-badges
            accolade key new
            accolade award first-badge --email ada@example.org
            accolade build
            accolade serve --open

        Then into git, and on to the host:
            git init --initial-branch main
            accolade hook install    # lets git look for private things before each commit
            git add .
            git commit --message \"Begin\"
            git remote add origin ADDRESS
            git push --set-upstream origin main
        CONTRIBUTING.md says what to set there, once.
        ",
    );
    let key = test.run("key new --repo my-badges").exits(0).stdout();
    assert!(key.starts_with("z6Mk"), "{key}");
    let url = test
        .run("award first-badge --email ada@example.org --repo my-badges")
        .succeeds_with(
            "
            e-mail addresses were trimmed, lower-cased and kept only as salted hashes
            1 award signed and checked; commit it, and publish the site
            this is good for a trial only: the site has no address yet, and what is signed names it; write the real one into accolade.toml (base_url), and award anew
            ",
        )
        .stdout();
    let id =
        url.trim().strip_prefix("https://your-address.example/assertions/").unwrap().trim_end_matches('/').to_owned();
    test.run("build my-badges --out public").exits(0);

    let page = test.read(&format!("public/assertions/{id}/index.html"));
    assert!(page.contains("First Badge"), "{page}");
    assert_eq!(
        test.read(&format!("public/assertions/{id}/credential.json")),
        test.read(&format!("my-badges/assertions/first-badge/{id}.json")),
    );
    test.run_with(&["verify", &format!("public/assertions/{id}/credential.json"), "--repo", "my-badges"]).exits(0);
    test.run_with(&["verify", &format!("public/assertions/{id}/badge.png"), "--repo", "my-badges"]).exits(0);
}

#[test]
fn a_new_repository_has_no_problem() {
    let test = at_home();
    test.run("init my-badges --title Guild --base-url https://guild.example/badges --issuer Guild").exits(0).says(
        "
        my-badges/.accolade/init.toml
        my-badges/.gitattributes
        my-badges/.github/CODEOWNERS
        my-badges/.github/ISSUE_TEMPLATE/badge-idea.yml
        my-badges/.github/ISSUE_TEMPLATE/config.yml
        my-badges/.github/ISSUE_TEMPLATE/correction.yml
        my-badges/.github/ISSUE_TEMPLATE/erasure.yml
        my-badges/.github/ISSUE_TEMPLATE/nomination.yml
        my-badges/.github/ISSUE_TEMPLATE/revocation.yml
        my-badges/.github/ISSUE_TEMPLATE/self-nomination.yml
        my-badges/.github/PULL_REQUEST_TEMPLATE/award.md
        my-badges/.github/PULL_REQUEST_TEMPLATE/change.md
        my-badges/.github/PULL_REQUEST_TEMPLATE/new-badge.md
        my-badges/.github/actions/accolade/action.yml
        my-badges/.github/pull_request_template.md
        my-badges/.github/workflows/check.yml
        my-badges/.github/workflows/nominate.yml
        my-badges/.github/workflows/pages.yml
        my-badges/.github/workflows/sign.yml
        my-badges/.github/workflows/weekly.yml
        my-badges/.gitignore
        my-badges/CONTRIBUTING.md
        my-badges/README.md
        my-badges/accolade.toml
        my-badges/badges/first-badge.toml
        my-badges/issuers/guild.toml
        ",
    );
    test.run("key new --repo my-badges").exits(0);
    test.run("check my-badges").exits(0).says("checked 1 issuer, 1 badge, 0 awards: no problems");
}

#[test]
fn init_leaves_a_repository_alone() {
    GalleryTest::small()
        .run("init")
        .fails_with(
        "
        error: `.` holds an accolade.toml already; `accolade check` says what it is worth, and `accolade init --update` brings its forms and workflows up to date
        ",
    );
}

#[test]
fn init_writes_over_nothing() {
    let test = GalleryTest::empty().file("badges/first-badge.toml", "name = 'Ours'").file("notes.txt", "");
    test.run("init").fails_with(
        "error: `./badges/first-badge.toml` exists already, and nothing is written over it: start in another folder",
    );
    test.run("init notes.txt").fails_with("error: `notes.txt` is a file: start in another folder");
    test.run_with(&["init", "x", "--title", ""]).is_misused_with("error: --title: a gallery needs a name");
}

#[test]
fn what_no_build_wrote_is_named_when_it_goes() {
    let test = at_home();
    test.run("init g").exits(0);
    test.run("build g").succeeds();
    let test = test.file("g/public/.well-known/security.txt", "").file("g/public/mine.txt", "");
    let said = test.run("build g").succeeds().stdout();
    assert!(said.ends_with(" unchanged, 2 removed (.well-known/security.txt, mine.txt)\n"), "{said}");
    let test = ["1", "2", "3", "4"].into_iter().fold(test, |test, it| test.file(&format!("g/public/{it}.txt"), ""));
    let said = test.run("build g").succeeds().stdout();
    assert!(said.ends_with(", 4 removed (1.txt, 2.txt, 3.txt, …)\n"), "{said}");
}

#[test]
fn the_site_is_built_beside_its_accolade_toml_unless_told_otherwise() {
    let test = at_home();
    test.run("init g").exits(0);
    let said = test.run("build g").succeeds().stdout();
    assert!(said.starts_with("built g/public in "), "{said}");
    assert!(test.path("g/public/index.html").exists());
    assert!(test.read("g/.gitignore").contains("/public/"));
}

#[test]
fn a_folder_that_is_not_there_is_told_from_one_without_a_site() {
    for command in ["check", "build", "serve"] {
        GalleryTest::empty()
            .run(&format!("{command} nowhere"))
            .fails_with("error: `nowhere` does not exist: name the folder of a repository");
        GalleryTest::empty()
            .file("notes.txt", "")
            .run(&format!("{command} notes.txt"))
            .fails_with("error: `notes.txt` is a file, not a folder: name the folder of a repository");
    }
}

#[test]
fn init_refuses_an_address_that_would_not_last() {
    GalleryTest::empty().run("init x --base-url http://badges.example").is_misused_with(
        "error: --base-url: `http://badges.example` cannot be the address of a site: it has to begin with https://",
    );
}

#[test]
fn a_dry_run_writes_nothing() {
    let test = at_home();
    test.run("init new --dry-run").exits(0);
    assert!(!test.path("new").exists());

    test.run("init g").exits(0);
    test.run("key new --repo g --dry-run").exits(0);
    assert!(!test.path("home").exists());
    test.run("key new --repo g").exits(0);
    test.run("award first-badge --email ada@example.org --repo g --dry-run").exits(0);
    assert!(!test.path("g/assertions").exists() && !test.path("g/status").exists());
    test.run("build g --out public --dry-run").exits(0);
    test.run("build g --out new/public --dry-run").exits(0);
    assert!(!test.path("public").exists() && !test.path("new").exists());
    // What the build would refuse is refused.
    let test = test.file("papers/thesis.txt", "years of work");
    let refused = test.run("build g --out papers --dry-run").exits(1);
    assert!(refused.stderr().contains("is not empty, and not a folder that a build made"), "{}", refused.stderr());
    assert_eq!(refused.stdout(), "");
}

#[test]
fn manual_pages_and_completions_come_from_the_commands() {
    let test = GalleryTest::empty();
    test.run("man pages").exits(0);
    let names: Vec<_> =
        fs::read_dir(test.path("pages")).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    assert!(names.contains(&"accolade.1".to_owned()) && names.contains(&"accolade-key-new.1".to_owned()), "{names:?}");
    for shell in ["bash", "zsh", "fish"] {
        assert!(test.run(&format!("completions {shell}")).exits(0).stdout().contains("reinstate"), "{shell}");
    }
}

#[test]
fn a_command_that_is_not_understood_has_an_exit_status_of_its_own() {
    GalleryTest::small().run("chek").exits(2);
    GalleryTest::small()
        .run("award soldering")
        .is_misused_with("error: to whom? give one of --email, --url and --did, or --csv for many");
}

/// An empty file must not pass for an answer.
#[test]
#[cfg(target_os = "linux")]
fn an_answer_that_cannot_be_written_is_a_failure() {
    let test = GalleryTest::small();
    for (arguments, status) in [(&["check", "--format", "json"][..], 1), (&["--help"], 1), (&["chek"], 2)] {
        let full = fs::File::create("/dev/full").unwrap();
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_accolade"));
        let output = command.args(arguments).current_dir(test.path(".")).stdout(full).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(status), "{arguments:?} {said}");
        let lost = "error: failed to write the answer to standard output: No space left on device\n";
        assert_eq!(said == lost, status == 1, "{arguments:?} {said}");
    }
}

#[test]
fn scripts_get_one_object_on_standard_output() {
    let test = at_home();
    test.run("init g").exits(0);
    test.run("key new --repo g").exits(0);
    let read = |text: String| -> serde_json::Value { serde_json::from_str(&text).unwrap() };

    let awarded =
        read(test.run("award first-badge --email ada@example.org --repo g --format json").succeeds().stdout());
    let path = awarded["awards"][0]["path"].as_str().unwrap();
    assert!(test.path("g").join(path).exists(), "{awarded}");
    assert_eq!(read(test.run("check g --format json").succeeds().stdout())["errors"], 0);
    let built = read(test.run("build g --out public --format json").succeeds().stdout());
    assert_eq!((&built["errors"], &built["files"]["removed"]), (&0.into(), &0.into()));
    let judged = read(test.run(&format!("verify g/{path} --repo g --format json")).succeeds().stdout());
    assert_eq!(judged["credentials"][0]["verdict"], "valid");
}
