//! `rename`: the old addresses lead to the new ones, and nothing that was signed changes.

use crate::kit::Life;

#[test]
fn a_renamed_badge_answers_under_every_name_it_had() {
    let mut life = Life::new();
    let id = life.award(&["--email", "ada@example.org"]);
    std::fs::create_dir_all(life.test.path("g/nominations")).unwrap();
    let nomination = "# for her\nbadge = 'soldering' # the first\n\n[[recipient]]\nurl = 'https://forge.example/bo'\n";
    std::fs::write(life.test.path("g/nominations/bo.toml"), nomination).unwrap();
    life.publish(0);
    let before = life.page("badges/soldering/achievement.json");
    life.run(1, &["rename", "badge", "soldering", "joining"])
        .says("https://badges.example/badges/soldering/ leads to https://badges.example/badges/joining/")
        .succeeds_with("commit the old and the new files together, and publish the site");
    life.publish(1);
    life.run(2, &["rename", "badge", "joining", "joining-metal"]).exits(0);
    life.publish(2);

    let file = life.test.read("g/badges/joining-metal.toml");
    assert!(
        file.starts_with("# Our first badge.\n") && file.ends_with("previous = [\"soldering\", \"joining\"]\n"),
        "{file}"
    );
    assert!(life.test.read("g/nominations/bo.toml").starts_with("# for her\nbadge = \"joining-metal\" # the first\n"));
    assert_eq!(life.page("badges/soldering/achievement.json"), before);
    for old in ["soldering", "joining"] {
        let page = life.page(&format!("badges/{old}/index.html"));
        for words in [
            "<meta http-equiv=\"refresh\" content=\"0; url=../../badges/joining-metal/index.html\">",
            "<link rel=\"canonical\" href=\"https://badges.example/badges/joining-metal/\">",
            "<a class=\"button\" href=\"../../badges/joining-metal/index.html\">Go to Soldering</a>",
        ] {
            assert!(page.contains(words), "{words}\n{page}");
        }
    }
    assert_eq!(life.verdict(2, &id), "valid");
    assert!(life.page("badges/joining-metal/index.html").contains(&id));
    // An old and a new award of it live side by side.
    life.run(3, &["sign"]).exits(0);
    life.run(4, &["renew", &id]).exits(0);
    life.publish(4);
    life.run(5, &["retire", "soldering"]).exits(1);
}

#[test]
fn an_old_name_is_never_given_to_another_badge() {
    let mut life = Life::new();
    life.run(1, &["rename", "badge", "soldering", "joining"]).exits(0);
    let other = "name = 'Other'\ndescription = 'Another one.'\ncriteria = 'Something else.'\n";
    std::fs::write(life.test.path("g/badges/other.toml"), other).unwrap();
    life.run(2, &["rename", "badge", "other", "soldering"])
        .fails_with("error: `soldering` was the name of `joining` before, and its addresses lead there");
    std::fs::write(life.test.path("g/badges/soldering.toml"), other).unwrap();
    let told = life.test.run("check g").exits(1).stderr();
    assert!(told.contains("error[bad-name]: the old name `soldering` is used again"), "{told}");
    let help = "help: give the new one another name: links to the old name, and signed awards, mean this one\n";
    assert!(told.contains(help), "{told}");
    std::fs::remove_file(life.test.path("g/badges/soldering.toml")).unwrap();
    // But the badge itself may take it back.
    life.run(3, &["rename", "badge", "joining", "soldering"]).exits(0);
    assert!(life.test.read("g/badges/soldering.toml").ends_with("previous = [\"joining\"]\n"));
    life.publish(3);
}

#[test]
fn somebody_is_renamed_too() {
    let mut life = Life::new();
    let id = life.award(&["--email", "ada@example.org"]);
    std::fs::create_dir_all(life.test.path("g/people")).unwrap();
    let person = format!("name = 'Ada'\nconsent = 'by letter'\nawards = ['{id}']\n");
    std::fs::write(life.test.path("g/people/ada.toml"), person).unwrap();
    life.publish(0);
    life.run(1, &["rename", "person", "ada", "ada-lovelace"]).exits(0);
    life.publish(1);
    assert!(life.page("people/ada/index.html").contains("url=../../people/ada-lovelace/index.html"));
    assert!(life.page("people/ada-lovelace/index.html").contains(&id));
    life.run(2, &["rename", "person", "bo", "bob"]).fails_with("error: no person is called `bo`");
    life.run(2, &["rename", "person", "ada-lovelace", "Ada L"]).fails_with(
        "error: `Ada L` cannot be part of an address: use lower-case letters, digits and single hyphens, at most 64",
    );
}

#[test]
fn many_are_renamed_from_a_list() {
    let mut life = Life::new();
    let id = life.award(&["--email", "ada@example.org"]);
    let badge = |name: &str, related: &str| {
        format!("name = '{name}'\ndescription = 'It.'\ncriteria = 'Do it.'\nrelated = ['{related}']\n")
    };
    std::fs::write(life.test.path("g/badges/lathe.toml"), badge("Lathe", "mill")).unwrap();
    std::fs::write(life.test.path("g/badges/mill.toml"), badge("Mill", "lathe")).unwrap();
    life.publish(0);
    let list = "# the metal shop\nmill    milling\nlathe   turning # on the lathe\n\nsoldering joining\n";
    std::fs::write(life.test.path("list.txt"), list).unwrap();
    life.run(1, &["rename", "badge", "--from", "list.txt"])
        .says(
            "\
https://badges.example/badges/lathe/ leads to https://badges.example/badges/turning/
https://badges.example/badges/mill/ leads to https://badges.example/badges/milling/
https://badges.example/badges/soldering/ leads to https://badges.example/badges/joining/
",
        )
        .exits(0);
    life.publish(1);
    assert_eq!(life.verdict(1, &id), "valid");
    for (new, old, related) in [("turning", "lathe", "milling"), ("milling", "mill", "turning")] {
        let file = life.test.read(&format!("g/badges/{new}.toml"));
        assert!(file.ends_with(&format!("related = [\"{related}\"]\nprevious = [\"{old}\"]\n")), "{file}");
        assert!(!life.test.path(&format!("g/badges/{old}.toml")).exists());
    }

    let before = life.test.read("g/badges/turning.toml");
    for (list, problem) in [
        ("turning lathe-work\nmilling", "`list.txt`, line 2: `milling` is not an old and a new name"),
        ("turning lathe-work\nmill milling-work", "the badge `mill` is called `milling` now"),
        ("turning lathe-work\nmiling milling-work", "no badge is called `miling`; did you mean `milling`?"),
        ("turning work\nmilling work", "`work` stands in the list twice; rename it in a list of its own"),
        ("# nobody", "the list names nothing"),
    ] {
        std::fs::write(life.test.path("list.txt"), list).unwrap();
        life.run(2, &["rename", "badge", "--from", "list.txt"]).fails_with(&format!("error: {problem}"));
        assert_eq!(life.test.read("g/badges/turning.toml"), before, "{list}");
    }
}

#[test]
fn a_badge_that_is_asked_for_by_an_old_name_is_called_by_the_new_one() {
    let mut life = Life::new();
    life.run(1, &["rename", "badge", "soldering", "joining"]).exits(0);
    life.run(1, &["award", "soldering", "--email", "ada@example.org"])
        .fails_with("error: the badge `soldering` is called `joining` now");
}

#[test]
fn who_changes_the_address_of_the_site_is_told_how_old_awards_stay_good() {
    let mut life = Life::new();
    let id = life.award(&["--email", "ada@example.org"]);
    let site = life.test.read("g/accolade.toml").replace("badges.example", "elsewhere.example");
    std::fs::write(life.test.path("g/accolade.toml"), &site).unwrap();
    let said = life.test.run("check g").exits(1).stderr();
    let problem = format!(
        "\
error[invalid-assertion]: its id `https://badges.example/assertions/{id}/credential.json` does not lie under https://elsewhere.example/
 --> assertions/soldering/{id}.json
help: if the site moved, write `previous_base_urls = [\"https://badges.example/\"]` into accolade.toml; else put `base_url` back
"
    );
    assert!(said.starts_with(&problem), "{said}");
    let site = format!("{site}previous_base_urls = [\"https://badges.example/\"]\n");
    std::fs::write(life.test.path("g/accolade.toml"), site).unwrap();
    life.test.run("check g").exits(0);
}
