//! `forget`: nothing about somebody is left, and the address answers.

use crate::kit::Life;

#[test]
fn nothing_about_a_forgotten_person_is_left() {
    let mut life = Life::new();
    let gone = life.award(&["--email", "ada@example.org", "--name", "Ada Quirkle", "--consent", "Quirkle's letter"]);
    let kept = life.award(&["--email", "bo@example.org", "--name", "Bo Zanzibar", "--consent", "by letter"]);
    std::fs::create_dir_all(life.test.path("g/people")).unwrap();
    let person = format!("name = 'Bo Zanzibar'\nconsent = 'by letter'\nawards = ['{gone}', '{kept}']\n");
    std::fs::write(life.test.path("g/people/bo.toml"), person).unwrap();
    let hash = life.test.read(&format!("g/assertions/soldering/{gone}.json"));
    let hash = hash.split("sha256$").nth(1).unwrap()[..64].to_owned();
    life.run(1, &["revoke", &gone, "--reason", "Quirkle asked"]).exits(0);
    life.publish(1);
    assert!(!life.is_anywhere("Quirkle").is_empty());

    let letter = life.test.path("letter.txt").display().to_string();
    let inside = life.test.path("g/letter.txt").display().to_string();
    life.run(2, &["forget", &gone, "--letter", &inside]).fails_with(&format!(
        "error: `{inside}` would lie in the repository, where it would be published: write the letter elsewhere"
    ));
    let report = life.run(2, &["forget", &gone, "--letter", &letter]).exits(0).stdout();
    for words in [
        &format!("Removed:\n  assertions/soldering/{gone}.json\n"),
        "No longer says anything about it:\n  people/bo.toml\n  status/hackerspace/ledger.toml\n",
        "  people/bo.toml: their page; remove the file if it shall go as well\n",
        &format!("  git filter-repo --invert-paths --path assertions/soldering/{gone}.json --replace-text words.txt\n"),
    ] {
        assert!(report.contains(words), "{words}\n---\n{report}");
    }
    assert!(life.test.read("letter.txt").contains(&format!("https://badges.example/assertions/{gone}/")));

    life.publish(2);
    for trace in ["Quirkle", &hash] {
        assert_eq!(life.is_anywhere(trace), [""; 0], "{trace}");
    }
    let page = life.page(&format!("assertions/{gone}/index.html"));
    assert!(page.contains("erased") && !page.contains("Soldering"), "{page}");
    // In place of the card stands one of its size.
    let card = std::fs::read(life.test.path(&format!("site/assertions/{gone}/card.png"))).unwrap();
    let size = png::Decoder::new(std::io::Cursor::new(card)).read_info().unwrap().info().size();
    assert_eq!(size, (1200, 630));
    assert_eq!(life.verdict(2, &kept), "valid");
    let ledger = life.test.read("g/status/hackerspace/ledger.toml");
    let about: Vec<&str> = ledger.split("\n\n").filter(|it| it.contains(&gone)).collect();
    assert_eq!(about.len(), 1, "{ledger}");
    let keys: Vec<&str> = about[0]
        .split([' ', '\n'])
        .filter(|it| it.contains(char::is_alphabetic) && it.chars().all(char::is_alphabetic))
        .collect();
    assert_eq!(keys, ["erased", "erased", "id", "at", "list", "index"]);
    assert!(ledger.starts_with("# The ledger:"), "{ledger}");

    life.run(3, &["forget", &gone]).fails_with(&format!("error: `{gone}` was erased already, at 2026-05-06T12:00:00Z"));
    // Its place is never given to anybody else, and stays revoked when the list is signed anew.
    life.run(3, &["revoke", &kept, "--reason", "as well"]).exits(0);
    life.publish(3);
}

#[test]
fn the_last_award_can_be_forgotten() {
    let mut life = Life::new();
    let id = life.award(&["--email", "ada@example.org"]);
    life.publish(0);
    life.run(1, &["forget", &id, "--dry-run"]).exits(0);
    life.publish(1);
    assert_eq!(life.verdict(1, &id), "valid");
    life.run(1, &["forget", &id]).exits(0);
    life.publish(1);
    let told = life.run(2, &["award", "soldering", "--email", "ada@example.org"]).exits(0).stdout();
    let again = told.trim().trim_end_matches('/').rsplit('/').next().unwrap();
    life.publish(2);
    assert_eq!(life.verdict(2, again), "valid");
}

#[test]
fn the_report_names_what_earlier_commits_hold() {
    let mut life = Life::new();
    life.git(0, &["init", "-q"]);
    let nomination = ["--url", "https://forge.example/ada", "--name", "Ada Quirkle", "--consent", "Quirkle's letter"];
    life.run(0, &[&["nominate", "soldering", "--file", "spring"], &nomination[..]].concat()).exits(0);
    life.commit(0, "Nominate");
    let told = life.run(1, &["sign"]).exits(0).stdout();
    let id = told.trim().trim_end_matches('/').rsplit('/').next().unwrap().to_owned();
    let person = life.test.path("g/people/o'quirkle.toml");
    std::fs::create_dir_all(person.parent().unwrap()).unwrap();
    std::fs::write(&person, "name = 'Ada Quirkle'\nconsent = 'yes'\n").unwrap();
    life.commit(1, "Sign");
    std::fs::remove_file(&person).unwrap();
    life.run(2, &["revoke", &id, "--reason", "Ada asked"]).exits(0);
    life.commit(2, "Revoke");
    let report = life.run(3, &["forget", &id, "--dry-run"]).exits(0).stdout();
    for words in [
        "\nIn earlier commits, besides what was removed:\n\
         \x20 nominations/spring.toml: earlier versions mention them\n\
         \x20 people/o'quirkle.toml: earlier versions mention them\n\
         \x20 status/hackerspace/ledger.toml: where they agreed to be named (\"Quirkle's letter\")\n\
         \x20 status/hackerspace/ledger.toml: why it was revoked (\"Ada asked\")\n",
        &format!(
            "\n  git clone --mirror URL-OF-THE-REPOSITORY history && cd history\n  \
             printf '%s\\n' 'regex:(?m)^(\\w+ = \\{{ id = \"{id}\".*? (?:consent|reason) = ).*$==>\\1\"erased\" }}' \
             'regex:(?m)^(id = \"{id}\".*\\n(?:[^\\[\\n].*\\n)*?(?:consent|reason) = ).*$==>\\1\"erased\"' > \
             words.txt\n  \
             git filter-repo --invert-paths --path assertions/soldering/{id}.json --path nominations/spring.toml \
             --path 'people/o'\\''quirkle.toml' --replace-text words.txt\n  \
             git clone . ../rewritten\n  \
             accolade check ../rewritten && git push --mirror --force URL-OF-THE-REPOSITORY\n  \
             then ask everybody to clone anew"
        ),
    ] {
        assert!(report.contains(words), "{words}\n---\n{report}");
    }
}

/// An award whose file says what it should not, as one made by hand or by an earlier version may.
fn bad(change: impl Fn(&str) -> String) -> (Life, String, String) {
    let mut life = Life::new();
    let id = life.award(&["--url", "https://forge.example/ada", "--narrative", "Ten joints."]);
    let path = format!("assertions/soldering/{id}.json");
    let text = life.test.read(&format!("g/{path}"));
    std::fs::write(life.test.path(&format!("g/{path}")), change(&text)).unwrap();
    (life, id, path)
}

#[test]
fn what_should_never_have_been_signed_can_be_erased() {
    for (change, told) in [
        (
            (|it: &str| it.replace("Ten joints.", "Ask ada@home.family.")) as fn(&str) -> String,
            "the assertion shows the e-mail address `ada@home.family`\n",
        ),
        (
            |it| it.replace("Ten joints.", "Ask ada (at) home.family."),
            "the assertion shows an e-mail address, in `credentialSubject.narrative`\n",
        ),
        (
            |it| it.replace("Ten joints.", "ada\\u0040home.family"),
            "the assertion shows the e-mail address `ada@home.family`\n",
        ),
        (
            |it| it.replace("Ten joints.", &"Ten joints. ".repeat(30_000)),
            "an assertion has 355 KiB, more than the 256 KiB it may have\n",
        ),
    ] {
        let (mut life, id, path) = bad(change);
        let said = life.test.run("check g").exits(1).stderr();
        assert!(said.contains(told), "{told}\n{said}");
        life.test.run("build g --out site").exits(1);
        let refused = life.run(1, &["award", "soldering", "--url", "https://forge.example/bo"]).exits(1).stderr();
        assert!(refused.contains(told) || told.contains("credentialSubject"), "{refused}");

        life.run(1, &["forget", &id]).exits(0);
        assert!(!life.test.path(&format!("g/{path}")).exists());
        life.test.run("check g").succeeds();
        life.publish(1);
    }
}

#[test]
fn other_mistakes_are_mended_before_something_is_erased() {
    let (mut life, _, path) = bad(|it| it.replace("Ten joints.", "Ask ada@home.family."));
    let stays = life.test.read(&format!("g/{path}"));
    std::fs::write(life.test.path(&format!("g/{path}")), stays.replace("ada@home.family", "nobody")).unwrap();
    let said = life.run(1, &["forget", "00000000000000000000"]).exits(1).stderr();
    assert!(said.ends_with("the repository has mistakes (above); nothing was changed, mend them first\n"), "{said}");
}

#[test]
fn a_reason_that_names_somebody_is_no_longer_published_and_can_be_erased() {
    let mut life = Life::new();
    let id = life.award(&["--url", "https://forge.example/ada"]);
    life.run(0, &["revoke", &id, "--reason", "by mistake"]).exits(0);
    let ledger = life.test.path("g/status/hackerspace/ledger.toml");
    let text = std::fs::read_to_string(&ledger).unwrap().replace("by mistake", "asked by ada@home.family");
    std::fs::write(&ledger, text).unwrap();
    let said = life.test.run("build g --out site").exits(1).stderr();
    assert!(said.starts_with("error[email-in-repository]: an e-mail address may not stand here\n"), "{said}");

    life.run(1, &["forget", &id]).exits(0);
    life.test.run("check g").succeeds();
    life.publish(1);
    assert_eq!(life.is_anywhere("home.family"), [""; 0]);
}

#[test]
fn what_should_never_have_been_signed_can_be_revoked() {
    let (mut life, id, _) = bad(|it| it.to_owned() + &" ".repeat(300_000));
    life.run(1, &["revoke", &id, "--reason", "too large"]).exits(0);
    let said = life.test.run("check g").exits(1).stderr();
    assert!(said.contains("more than the 256 KiB it may have"), "{said}");
    assert!(said.ends_with("\n") && said.matches("error[").count() == 1, "{said}");
}
