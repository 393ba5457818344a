//! `correct`: a new award says it right, and the old page leads there.

use crate::kit::Life;

#[test]
fn a_misspelt_name_is_put_right_by_a_new_award() {
    let mut life = Life::new();
    let old = life.award(&["--email", "ada@example.org", "--name", "Ada Lovelaec", "--consent", "by letter"]);
    std::fs::create_dir_all(life.test.path("g/people")).unwrap();
    let person = format!("# hers\nname = 'Ada'\nconsent = 'by letter'\nawards = ['{old}']\n");
    std::fs::write(life.test.path("g/people/ada.toml"), person).unwrap();
    life.publish(0);

    let told = life
        .run(5, &["correct", &old, "--name", "Ada Lovelace", "--consent", "by letter, twice"])
        .exits(0)
        .complains("commit the awards, the ledger and the status list together, and publish the site")
        .stdout();
    let new = told.trim().trim_end_matches('/').rsplit('/').next().unwrap().to_owned();
    assert_eq!(told, format!("{old} is corrected by https://badges.example/assertions/{new}/\n"));
    life.publish(5);

    assert_eq!(life.verdict(5, &old), "revoked");
    assert_eq!(life.verdict(5, &new), "valid");
    let page = life.page(&format!("assertions/{old}/index.html"));
    assert!(page.contains("This award was corrected: another one stands in its place."), "{page}");
    assert!(page.contains(&format!("../{new}/index.html")));
    let page = life.page(&format!("assertions/{new}/index.html"));
    assert!(page.contains("This award puts an earlier one right.") && page.contains(&format!("../{old}/index.html")));
    assert!(life.page(&format!("assertions/{new}/credential.json")).contains("Ada Lovelace"));
    assert!(life.test.read("g/people/ada.toml").starts_with("# hers\n"));
    assert!(life.page("people/ada/index.html").contains(&new));

    life.run(6, &["renew", &old])
        .fails_with(&format!("error: `{old}` was corrected: `{new}` stands in its place; give that id"));
    life.run(6, &["reinstate", &old, "--reason", "it was right"])
        .fails_with(&format!("error: `{old}` was corrected, and `{new}` stands in its place; it cannot come back"));
}

#[test]
fn who_agreed_to_be_named_need_not_agree_again_to_be_spelt_rightly() {
    let mut life = Life::new();
    let named = life.award(&["--email", "ada@example.org", "--name", "Ada Lovelaec", "--consent", "by letter"]);
    let nameless = life.award(&["--email", "bo@example.org"]);
    let told = life.run(5, &["correct", &named, "--name", "Ada Lovelace"]).exits(0).stdout();
    let once = told.trim().trim_end_matches('/').rsplit('/').next().unwrap().to_owned();
    life.run(5, &["correct", &once, "--name", "Ada King"]).exits(0);
    assert_eq!(life.test.read("g/status/hackerspace/ledger.toml").matches("consent = \"by letter\"").count(), 3);
    // The three have one salt, as they are known to be of one person.
    life.test.run("check g").succeeds().says("checked 1 issuer, 1 badge, 4 awards: no problems");

    life.run(6, &["correct", &nameless, "--name", "Bo"]).is_misused_with(
        "error: --name: a name is signed only with consent: say where the person agreed (consent), or leave the name out",
    );
}

#[test]
fn what_is_not_wrong_stays_as_it_was_signed() {
    let mut life = Life::new();
    let old = life.award(&["--email", "ada@example.org", "--narrative", "Eleven radios.", "--role", "Helper"]);
    std::fs::write(
        life.test.path("g/badges/soldering.toml"),
        "name = 'Soldering, anew'\ndescription = 'Other words.'\ncriteria = 'Other criteria.'\n",
    )
    .unwrap();
    let told = life.run(5, &["correct", &old, "--narrative", "Twelve radios."]).exits(0).stdout();
    let new = told.trim().trim_end_matches('/').rsplit('/').next().unwrap().to_owned();
    let read = |id: &str| -> serde_json::Value {
        serde_json::from_str(&life.test.read(&format!("g/assertions/soldering/{id}.json"))).unwrap()
    };
    let (before, mut after) = (read(&old), read(&new));
    assert_eq!(after["credentialSubject"]["narrative"], "Twelve radios.");
    after["credentialSubject"]["narrative"] = "Eleven radios.".into();
    for member in ["credentialSubject", "validFrom", "validUntil", "awardedDate", "name", "issuer"] {
        assert_eq!(after[member], before[member], "{member}");
    }
}

#[test]
fn a_correction_has_to_say_something() {
    let mut life = Life::new();
    let [ada, bo] = ["ada@example.org", "bo@example.org"].map(|it| life.award(&["--email", it]));
    life.run(1, &["correct", &ada])
        .is_misused_with("error: what is wrong? give what it should say, such as --name, --narrative or --evidence");
    life.run(1, &["correct", &ada, &bo, "--name", "Ada", "--consent", "yes"])
        .is_misused_with("error: a name or a recipient is that of one award; correct these one by one");
}

#[test]
fn a_name_can_go_and_the_award_stays() {
    let mut life = Life::new();
    let old = life.award(&["--email", "ada@example.org", "--name", "Ada Quirkle", "--consent", "Quirkle's letter"]);
    life.run(1, &["correct", &old, "--name", " "])
        .is_misused_with("error: --name: is empty; --without-name takes a name out");
    let ran = life.run(1, &["correct", &old, "--without-name"]).exits(0).complains(
        "
        the old ones still have the name: `accolade forget ID` erases them
        commit the awards, the ledger and the status list together, and publish the site
        ",
    );
    let new = ran.stdout().trim().trim_end_matches('/').rsplit('/').next().unwrap().to_owned();
    life.run(2, &["correct", &new, "--without-name"]).fails_with(&format!("error: `{new}` names nobody"));
    life.run(2, &["forget", &old]).exits(0);
    life.publish(2);
    assert_eq!(life.is_anywhere("Quirkle"), [""; 0]);
    assert_eq!(life.verdict(2, &new), "valid");
    let signed: serde_json::Value =
        serde_json::from_str(&life.test.read(&format!("g/assertions/soldering/{new}.json"))).unwrap();
    let identifiers = signed["credentialSubject"]["identifier"].as_array().unwrap();
    assert_eq!(identifiers.len(), 1);
    assert_eq!(identifiers[0]["identityType"], "emailAddress");
}
