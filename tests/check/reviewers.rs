//! What a reviewer sees: changes since a commit, who has agreed, and each form of the answer.

use super::common::{GalleryTest, RULE};

fn commit(test: &GalleryTest) -> String {
    test.git(&["add", "-A"]);
    test.git(&["commit", "--allow-empty", "-qm", "x"]);
    test.git(&["rev-parse", "HEAD"])
}

fn ruled() -> GalleryTest {
    let site = format!("title = 'Test Gallery'\nbase_url = 'https://badges.example/'\n{RULE}");
    GalleryTest::small().file("accolade.toml", &site)
}

#[test]
fn only_approvals_that_count_are_counted() {
    let test = ruled();
    test.git(&["init", "-q"]);
    let base = commit(&test);
    let test = test
        .file("nominations/a.toml", "badge = 'soldering'\n[[recipient]]\nurl = 'https://forge.example/Kim/'")
        // A right that one gives to oneself does not count.
        .file(
            "badges/soldering.toml",
            "
            name = 'Soldering'
            description = 'Joins metal that stays joined.'
            criteria = 'Solder ten joints that hold.'
            awarding = { by = ['@mallory'], approvals = 0 }
            ",
        );
    let head = commit(&test);
    let user = |name: &str| format!("{{\"login\":\"{name}\",\"html_url\":\"https://forge.example/{name}\"}}");
    let event = format!(
        "{{\"pull_request\":{{\"html_url\":\"https://forge.example/b/pull/1\",\"user\":{},\"base\":{{\"sha\":\"{base}\"}},\"head\":{{\"sha\":\"{head}\"}}}}}}",
        user("mallory")
    );
    let review = |name: &str, state: &str, commit: &str| {
        format!("{{\"user\":{},\"state\":\"{state}\",\"commit_id\":\"{commit}\"}}", user(name))
    };
    let reviews = |all: &[String]| format!("[{}]", all.join(","));
    std::fs::write(test.path(".git/event.json"), &event).unwrap();
    let ask = |list: &[String]| {
        std::fs::write(test.path(".git/reviews.json"), reviews(list)).unwrap();
        test.run("check --event .git/event.json --reviews .git/reviews.json")
    };
    let ran = ask(&[
        review("grace", "APPROVED", &base),
        review("kim", "APPROVED", &head),
        review("mallory", "APPROVED", &head),
    ]);
    let said = ran.exits(1).stderr();
    assert!(
        said.contains(
            "error[missing-approval]: this needs 2 approvals of @grace, @guild/mentors, @kim, and has 0\n \
             --> nominations/a.toml\n\
             help: ask one of them for a review of the latest commit; not counted: @grace agreed to an older commit, \
             @kim would get the award\n"
        ),
        "{said}"
    );
    ask(&[review("grace", "APPROVED", &head), review("Linus", "APPROVED", &head)]).succeeds();
    ask(&[review("grace", "APPROVED", &head), review("linus", "CHANGES_REQUESTED", &head)]).exits(1);
    ask(&[review("grace", "APPROVED", &head), review("linus", "APPROVED", &head), review("linus", "DISMISSED", &head)])
        .exits(1);
}

/// What `check --event` says of a request of an account, whose latest commit these accounts agree to.
fn asked(test: &GalleryTest, base: &str, author: &str, approvals: &[&str]) -> super::common::Ran {
    let head = commit(test);
    let user = |name: &str| format!("{{\"login\":\"{name}\",\"html_url\":\"https://forge.example/{name}\"}}");
    let event = format!(
        "{{\"pull_request\":{{\"html_url\":\"https://forge.example/b/pull/1\",\"user\":{},\"base\":{{\"sha\":\"{base}\"}},\"head\":{{\"sha\":\"{head}\"}}}}}}",
        user(author)
    );
    let review = |name: &&str| format!("{{\"user\":{},\"state\":\"APPROVED\",\"commit_id\":\"{head}\"}}", user(name));
    let reviews: Vec<String> = approvals.iter().map(review).collect();
    std::fs::write(test.path(".git/event.json"), event).unwrap();
    std::fs::write(test.path(".git/reviews.json"), format!("[{}]", reviews.join(","))).unwrap();
    test.run("check --event .git/event.json --reviews .git/reviews.json")
}

#[test]
fn a_persons_file_is_theirs_or_needs_somebody_who_may_award() {
    let person = |about: &str| format!("name = 'Ada'\nconsent = 'yes'\n{about}\n");
    let missing = "
        error[missing-approval]: this needs 1 approval of @grace, @guild/mentors, @kim, and has 0
         --> people/ada.toml
        help: ask one of them for a review of the latest commit; or of an account among its `identities`, unless it claims \
              more awards or other accounts
        ";
    let test = ruled();
    test.git(&["init", "-q"]);
    let base = commit(&test);
    let ada = person("identities = ['https://forge.example/ada']");
    let test = test.file("people/ada.toml", &ada);
    asked(&test, &base, "mallory", &[]).fails_with(missing);
    asked(&test, &base, "mallory", &["mallory"]).exits(1);
    asked(&test, &base, "mallory", &["linus"]).succeeds();
    asked(&test, &base, "Ada", &[]).succeeds();
    asked(&test, &base, "mallory", &["ada"]).succeeds();

    let base = commit(&test);
    let test = test.file("people/ada.toml", &format!("{ada}bio = 'Writes.'\n"));
    asked(&test, &base, "mallory", &[]).fails_with(missing);
    asked(&test, &base, "ada", &[]).succeeds();
    // Nobody makes themselves somebody else, or says whose the account of a third one is.
    let both =
        |who: &str| person(&format!("identities = ['https://forge.example/ada', 'https://forge.example/{who}']"));
    let test = test.file("people/ada.toml", &both("mallory"));
    asked(&test, &base, "mallory", &[]).fails_with(missing);
    asked(&test, &base, "ada", &[]).fails_with(missing);
    let test = test.without("people/ada.toml");
    asked(&test, &base, "mallory", &[]).exits(1);
    asked(&test, &base, "ada", &[]).succeeds();
}

#[test]
fn what_pages_say_is_the_sites_to_decide() {
    let test = ruled();
    test.git(&["init", "-q"]);
    let base = commit(&test);
    let test = test.file("pages/a.md", "# A").file("static/a.txt", "A").file("templates/words/en.ftl", "award-to = To");
    let said = asked(&test, &base, "mallory", &["grace"]).exits(1).stderr();
    assert_eq!(
        said.trim(),
        "error[missing-approval]: this needs 2 approvals of @grace, @guild/mentors, @kim, and has 1\n \
         --> templates/words/en.ftl\n\
         help: ask one of them for a review of the latest commit"
    );
    asked(&test, &base, "mallory", &["grace", "linus"]).succeeds();
    assert_eq!(asked(&test, &base, "mallory", &[]).exits(1).stderr().matches("missing-approval").count(), 3);
}

#[test]
fn a_recipient_behind_a_hash_is_seen_by_nobody() {
    let test = ruled();
    test.git(&["init", "-q"]);
    let base = commit(&test);
    let hash = "sha256$0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    let recipient = format!("email_hash = '{hash}'\nsalt = 'a8f3c1d2e4b5a697a8f3c1d2e4b5a697'");
    let test = test.file("nominations/a.toml", &format!("badge = 'soldering'\n[[recipient]]\n{recipient}"));
    asked(&test, &base, "mallory", &["grace", "linus"]).exits(0).complains(
        "Some recipients are known by hashes of their addresses, so nobody but the reviewers can see whether they are among them",
    );
    let said =
        test.run("check --event .git/event.json --reviews .git/reviews.json --format markdown").exits(0).stdout();
    assert!(said.contains("\n\nSome recipients are known by hashes of their addresses, so"), "{said}");
}

#[test]
fn a_change_is_held_against_what_was_there() {
    let test = GalleryTest::empty().copy_of("example-site").env("SOURCE_DATE_EPOCH", "1795165200");
    test.git(&["init", "-q"]);
    commit(&test);
    test.run("check --since HEAD").succeeds();
    let ledger = test.read("status/oxbow/ledger.toml").replacen("2025-02-03T08:30:00Z", "2025-02-04T08:30:00Z", 1);
    let test = test.file("status/oxbow/ledger.toml", &ledger).without("pages/about.md");
    let said = test.run("check --since HEAD").exits(1).stderr();
    assert!(said.contains("error[ledger-rewritten]: the ledger was changed before its end\n"), "{said}");
    assert!(
        said.contains("error[vanished-url]: `https://commons.example/badges/about/` would no longer answer\n"),
        "{said}"
    );
    test.run("check --since nowhere").fails_with(
        "error: git knows no commit `nowhere`: `git log --oneline` lists them, and `git fetch` gets those of others",
    );
}

#[test]
fn staged_files_are_looked_at_and_no_others() {
    let test = GalleryTest::small().file("pages/a.md", "# A\n\nkim@home.family");
    test.git(&["init", "-q"]);
    test.run("check --staged").succeeds();
    test.git(&["add", "-A"]);
    test.file("pages/a.md", "# A\n\nnobody").run("check --staged").fails_with(
        "
        error[email-in-repository]: an e-mail address may not stand here
         --> pages/a.md:3:1
          |
        3 | kim@home.family
          | ^^^^^^^^^^^^^^^ everybody could read it
        help: name people by a profile address or a DID, and awards by their id
        ",
    );
}

#[test]
fn nothing_in_a_comment_is_a_strangers_markup() {
    let test = GalleryTest::small();
    test.git(&["init", "-q"]);
    commit(&test);
    let said = test
        .file("badges/evil.toml", "name = '@everyone ``` <img src=x> [x](http://y)'\ndescription = 'd'\ncriteria = 'c'")
        .run("check --since HEAD --format markdown")
        .exits(0)
        .stdout();
    assert!(said.contains("- ````badges/evil.toml: @everyone ``` <img src=x> [x](http://y)````\n"), "{said}");
}

#[test]
fn lints_have_levels() {
    let test = |level: &str| {
        GalleryTest::small()
            .file("accolade.toml", &format!("title = 'T'\nbase_url = 'https://badges.example/'\n[lints]\n{level}\n"))
            .file("issuers/hackerspace.toml", "name = 'Hackerspace'\nurl = 'http://space.family/'")
    };
    let text = |word: &str| {
        format!(
            "
{word}[plain-http]: `http://space.family/` is not encrypted
 --> issuers/hackerspace.toml:2:1
  |
2 | url = 'http://space.family/'
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
help: write `https://` if the page answers there: anybody between could change it
"
        )
    };
    test("").run("check").succeeds_with(&text("warning"));
    test("plain-http = 'deny'").run("check").fails_with(&text("error"));
    test("plain-http = 'allow'").run("check").succeeds();
    test("ledger-rewritten = 'allow'").run("check").exits(1);
    GalleryTest::empty()
        .run("explain ledger-rewriten")
        .is_misused_with("error: there is no code `ledger-rewriten`; did you mean `ledger-rewritten`?");
}

#[test]
fn what_the_commands_change_is_no_tampering() {
    let test = GalleryTest::empty().copy_of("example-site").env("SOURCE_DATE_EPOCH", "1795165200");
    let test = test.bytes(".key", include_bytes!("../keys/oxbow-2025"));
    #[cfg(unix)]
    std::fs::set_permissions(test.path(".key"), std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
    test.git(&["init", "-q"]);
    test.git(&["add", "-A", ":!.key"]);
    test.git(&["commit", "-qm", "x"]);
    test.run("forget cfykr0463b1x4fb40pep --key .key").exits(0);
    let ran = test.run("check --since HEAD");
    assert!(!ran.stderr().contains("ledger-rewritten"), "{}", ran.stderr());
    assert!(!ran.stderr().contains("assertion-changed"), "{}", ran.stderr());
    assert!(!ran.stderr().contains("vanished-url"), "{}", ran.stderr());

    // The same without the ledger is tampering.
    let test = GalleryTest::empty().copy_of("example-site").env("SOURCE_DATE_EPOCH", "1795165200");
    test.git(&["init", "-q"]);
    commit(&test);
    let path = test.git(&["ls-files", "assertions/first-patch/*.json"]).lines().next().unwrap().to_owned();
    let said = test.without(&path).run("check --since HEAD").exits(1).stderr();
    assert!(said.contains("error[assertion-changed]: a signed award was deleted\n"), "{said}");
}
