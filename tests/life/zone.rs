//! Days: those where the community is; and whoever names one as an end means all of it.

use crate::kit::Life;
use std::fs;

fn in_berlin() -> Life {
    let life = Life::new();
    let site = life.test.read("g/accolade.toml");
    fs::write(life.test.path("g/accolade.toml"), format!("{site}time_zone = 'Europe/Berlin'\n")).unwrap();
    life
}

/// When each award ends, by who has it.
fn ends(life: &Life) -> Vec<(String, String)> {
    let award = |it: fs::DirEntry| {
        let award: serde_json::Value = serde_json::from_slice(&fs::read(it.path()).unwrap()).unwrap();
        [&award["credentialSubject"]["id"], &award["validUntil"]].map(|it| it.as_str().unwrap().to_owned()).into()
    };
    let files = fs::read_dir(life.test.path("g/assertions/soldering")).unwrap();
    let mut ends: Vec<_> = files.map(|it| award(it.unwrap())).collect();
    ends.sort();
    ends
}

#[test]
fn a_day_until_which_an_award_is_valid_counts_whole_wherever_it_is_written() {
    let mut life = in_berlin();
    let badge = life.test.read("g/badges/soldering.toml");
    fs::write(
        life.test.path("g/badges/soldering.toml"),
        badge.replace("valid_for = '2 years' # as the law has it", "valid_until = 2026-12-31"),
    )
    .unwrap();
    let who = |name: &str| format!("https://forge.example/{name}");
    let option = life.award(&["--url", &who("option"), "--valid-until", "2026-12-31"]);
    life.award(&["--url", &who("badge")]);
    life.award(&["--url", &who("clock"), "--valid-until", "2026-12-31T18:30"]);
    fs::write(life.test.path("list.csv"), format!("url,valid_until\n{},2026-12-31\n", who("table"))).unwrap();
    let table = life.test.path("list.csv").display().to_string();
    life.run(0, &["award", "soldering", "--csv", &table]).exits(0);
    life.run(0, &["nominate", "soldering", "--url", &who("wish"), "--valid-until", "2026-12-31", "--file", "wish"])
        .exits(0);
    assert!(life.test.read("g/nominations/wish.toml").contains("\nvalid_until = 2026-12-31\n"));
    life.run(0, &["sign"]).exits(0);
    let renewed = life.award(&["--url", &who("renewed"), "--valid-until", "2026-06-30"]);
    life.run(1, &["renew", &renewed, "--until", "2026-12-31"])
        .says(&format!("renewed until 2026-12-31: https://badges.example/assertions/{renewed}/"))
        .exits(0);

    life.publish(1);
    let end = "2026-12-31T23:00:00Z";
    let expected = [
        ("badge", end),
        ("clock", "2026-12-31T17:30:00Z"),
        ("option", end),
        ("renewed", end),
        ("table", end),
        ("wish", end),
    ];
    assert_eq!(ends(&life), expected.map(|(name, end)| (who(name), end.to_owned())));
    for id in [option, renewed] {
        let page = life.page(&format!("assertions/{id}/index.html"));
        assert!(page.contains("31 December 2026") && !page.contains("30 December 2026"));
    }
}

#[test]
fn a_time_at_which_something_is_judged_is_where_the_community_is() {
    let mut life = in_berlin();
    let id = life.award(&["--url", "https://forge.example/ada", "--valid-until", "2026-12-31"]);
    for (at, built) in [("2026-12-31T23:30", "2026-12-31T22:30:00Z"), ("2027-01-01", "2026-12-31T23:00:00Z")] {
        life.test.run(&format!("build g --at {at} --out site")).exits(0);
        let record: serde_json::Value = serde_json::from_str(&life.test.read("site/build.json")).unwrap();
        assert_eq!(record["at"], built);
    }
    let file = format!("g/assertions/soldering/{id}.json");
    life.test.run(&format!("verify {file} --repo g --at 2026-12-31T23:30")).exits(0);
    life.test.run(&format!("verify {file} --repo g --at 2027-01-01")).exits(1);
    // Without a repository nobody knows where it is.
    let told = life.test.run(&format!("verify {file} --at 2026-12-31T23:30 --format json")).exits(3).stdout();
    assert!(told.contains("\"at\": \"2026-12-31T23:30:00Z\""), "{told}");
}

#[test]
fn a_badge_is_retired_on_the_day_that_was_written() {
    let mut life = in_berlin();
    life.run(5, &["retire", "soldering", "--on", "2026-12-31"])
        .says("retired on 2026-12-31: soldering")
        .succeeds_with("commit it, and publish the site; whoever has the badge keeps it");
    assert!(life.test.read("g/badges/soldering.toml").contains("\nretired = 2026-12-31\n"));
    life.run(250, &["award", "soldering", "--email", "bo@example.org"]).fails_with(
        "error: `soldering` was retired on 2026-12-31; only awards dated before that day can still be made",
    );
    life.run(250, &["award", "soldering", "--email", "bo@example.org", "--date", "2026-12-30"]).exits(0);
    life.run(250, &["retire", "soldering"]).fails_with(
        "error: `soldering` is retired already, since 2026-12-31; change `retired` in `badges/soldering.toml` to mend that",
    );
}

#[test]
fn what_is_due_is_due_on_the_day_that_was_written() {
    let mut life = in_berlin();
    let id = life.award(&["--email", "ada@example.org", "--valid-until", "2026-05-20"]);
    life.test.run("due g").says(&format!("20 May 2026  {id}  Soldering")).exits(0);
    life.run(
        1,
        &["award", "soldering", "--email", "bo@example.org", "--date", "2026-05-01", "--valid-until", "2026-05-03"],
    )
    .fails_with(
        "error: this award would have expired already, being valid until 2026-05-03; give another --valid-until",
    );
}
