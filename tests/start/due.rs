//! `accolade due`: what ends soon, what waits, where links lead.

use super::common::{GalleryTest, NOW};

const DAY: u64 = 86_400;

fn gallery() -> GalleryTest {
    let test = GalleryTest::empty()
        .file("g/accolade.toml", "title = 'Test Gallery'\nbase_url = 'https://badges.example/'")
        .file("g/issuers/hackerspace.toml", "name = 'Hackerspace Gent'")
        .file("g/badges/soldering.toml", "name = 'Soldering'\ndescription = 'Joins.'\ncriteria = 'Solder ten joints.'");
    let home = test.path("home").display().to_string();
    let test = test.env("HOME", &home).env("XDG_CONFIG_HOME", &home);
    test.run("key new --no-passphrase --repo g").exits(0);
    test
}

#[test]
fn awards_that_end_within_the_time_are_listed_the_first_to_end_first() {
    let test = gallery();
    let award = |until: &str, evidence: &str| {
        let told = test
            .run(&format!(
                "award soldering --repo g --again --url https://forge.example/ada --valid-until {until} --evidence {evidence}"
            ))
            .exits(0)
            .stdout();
        told.trim().trim_end_matches('/').rsplit('/').next().unwrap().to_owned()
    };
    let far = award("2027-01-01", "https://forge.example/far");
    let late = award("2026-06-02", "https://forge.example/late");
    let soon = award("2026-05-20", "https://forge.example/soon");
    let revoked = award("2026-05-21", "https://badges.example/own");
    test.run_with(&["revoke", "--repo", "g", &revoked, "--reason", "a mistake"]).exits(0);

    test.run("due g").says(&format!("20 May 2026  {soon}  Soldering\n2 June 2026  {late}  Soldering")).exits(0);
    test.run_with(&["due", "g", "--within", "3 weeks", "--format", "markdown"]).exits(0).says(&format!(
        "## 1 award ends soon\n\n`accolade renew ID…` gives an award a new validity.\n\n\
         - 20 May 2026: [`{soon}`](https://badges.example/assertions/{soon}/) `Soldering`"
    ));
    test.run("due g --links").exits(0).says(
        "
        https://forge.example/far
        https://forge.example/late
        https://forge.example/soon
        ",
    );
    let all = test.run_with(&["due", "g", "--within", "2 years", "--format", "json"]).exits(0).stdout();
    let all: serde_json::Value = serde_json::from_str(&all).unwrap();
    assert_eq!(all["awards"].as_array().unwrap().len(), 3);
    assert_eq!(all["awards"][2]["id"], far.as_str());
    // What has ended is no longer due.
    let test = test.env("SOURCE_DATE_EPOCH", &(NOW + 40 * DAY).to_string());
    test.run("due g --format markdown").says("").exits(0);
    test.run("due g").says("nothing is due").exits(0);
    test.run("due g --within soon")
        .is_misused_with("error: --within: `soon` is not a period: write `5 weeks` or `3 months`");
}
