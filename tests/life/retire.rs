//! `retire`: no new awards; whoever has one keeps it.

use crate::kit::Life;

#[test]
fn a_retired_badge_is_awarded_no_more_and_its_holders_keep_it() {
    let mut life = Life::new();
    let id = life.award(&["--email", "ada@example.org"]);
    life.publish(0);
    let before = life.test.read("g/badges/soldering.toml");
    life.run(5, &["retire", "soldering", "--reason", "The workshop has closed"])
        .says("retired on 2026-05-09: soldering")
        .succeeds_with("commit it, and publish the site; whoever has the badge keeps it");
    let after = life.test.read("g/badges/soldering.toml");
    assert_eq!(
        after,
        format!("{before}retired = 2026-05-09T12:00:00Z\nretired_because = \"The workshop has closed\"\n")
    );
    life.run(6, &["award", "soldering", "--email", "bo@example.org"]).fails_with(
        "error: `soldering` was retired on 2026-05-09; only awards dated before that day can still be made",
    );
    life.publish(6);
    assert_eq!(life.verdict(6, &id), "valid");
    assert!(life.page("badges/soldering/index.html").contains("The workshop has closed"));
    life.run(7, &["retire", "soldering"]).fails_with(
        "error: `soldering` is retired already, since 2026-05-09; change `retired` in `badges/soldering.toml` to mend that",
    );
    life.run(7, &["retire", "soldring"]).fails_with("error: no badge is called `soldring`; did you mean `soldering`?");
}

#[test]
fn badges_are_retired_from_a_list_or_none_of_them() {
    let mut life = Life::new();
    let soldering = life.test.read("g/badges/soldering.toml");
    std::fs::write(life.test.path("g/badges/welding.toml"), soldering.replace("'Soldering'", "'Welding'")).unwrap();
    std::fs::write(life.test.path("closed.txt"), "# with the workshop\nsoldering\n\nbadges/welding.toml # as well\n")
        .unwrap();
    std::fs::write(life.test.path("bad.txt"), "soldering\nweldin\n").unwrap();
    std::fs::write(life.test.path("none.txt"), "# nothing yet\n").unwrap();
    let path = |life: &Life, name: &str| life.test.path(name).display().to_string();
    let (closed, bad, none) = (path(&life, "closed.txt"), path(&life, "bad.txt"), path(&life, "none.txt"));
    life.run(1, &["retire", "--from", &none]).fails_with("error: the list names no badge");
    life.run(1, &["retire", "--from", &bad]).fails_with("error: no badge is called `weldin`; did you mean `welding`?");
    assert_eq!(life.test.read("g/badges/soldering.toml"), soldering);
    life.run(1, &["retire", "--from", &closed])
        .exits(0)
        .says("retired on 2026-05-05: soldering\nretired on 2026-05-05: welding");
}
