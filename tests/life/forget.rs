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
    assert_eq!(life.verdict(2, &kept), "valid");
    let ledger = life.test.read("g/status/hackerspace/ledger.toml");
    let about: Vec<&str> = ledger.split("\n\n").filter(|it| it.contains(&gone)).collect();
    assert_eq!(about.len(), 1, "{ledger}");
    let keys: Vec<&str> = about[0].lines().filter_map(|it| it.split_once(" = ")).map(|(key, _)| key).collect();
    assert_eq!(keys, ["event", "id", "at", "list", "index"]);
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
             printf '%s\\n' 'regex:(?m)^(id = \"{id}\".*\\n(?:[^\\[\\n].*\\n)*?(?:consent|reason) = ).*$==>\\1\"erased\"' > \
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
