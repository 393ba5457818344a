//! `renew`: the same id, a new validity.

use crate::kit::Life;

#[test]
fn a_renewed_award_keeps_its_address_and_the_day_it_was_made() {
    let mut life = Life::new();
    let id = life.award(&["--email", "ada@example.org"]);
    life.publish(0);
    life.publish(800);
    assert_eq!(life.verdict(800, &id), "expired");

    let told = life.run(800, &["renew", &id]).exits(0).stdout();
    assert_eq!(told, format!("renewed until 2030-07-12T12:00:00Z: https://badges.example/assertions/{id}/\n"));
    life.run(800, &["check"]);
    life.publish(800);
    assert_eq!(life.verdict(800, &id), "valid");
    let signed: serde_json::Value =
        serde_json::from_str(&life.page(&format!("assertions/{id}/credential.json"))).unwrap();
    assert_eq!(signed["awardedDate"], "2026-05-04T12:00:00Z");
    assert_eq!(signed["validFrom"], "2028-07-12T12:00:00Z");
    assert!(life.page(&format!("assertions/{id}/index.html")).contains("Renewed"));
}

#[test]
fn an_older_file_cannot_be_put_back_in_its_place() {
    let mut life = Life::new();
    let id = life.award(&["--email", "ada@example.org"]);
    let path = format!("g/assertions/soldering/{id}.json");
    let before = life.test.read(&path);
    life.run(30, &["renew", &id, "--for", "1 month"]).exits(0);
    std::fs::write(life.test.path(&path), before).unwrap();
    let told = life.test.run("check g").exits(1).stderr();
    assert!(
        told.contains(&format!("`assertions/soldering/{id}.json` is not what was signed when it was renewed")),
        "{told}"
    );
    assert!(told.ends_with("\nhelp: restore the renewed file from the history of the repository\n"), "{told}");
}

#[test]
fn what_cannot_be_renewed_is_said_and_nothing_is_written() {
    let mut life = Life::new();
    let id = life.award(&["--email", "ada@example.org"]);
    life.run(1, &["renew", &id, "--until", "2026-05-04"])
        .fails_with(&format!("error: `{id}` would be valid until 2026-05-04, which is past"));
    life.run(1, &["renew", &id, "--for", "soon"])
        .is_misused_with("error: --for: `soon` is not a time such as \"2 years\" or \"18 months\"");
    life.run(1, &["revoke", &id, "--reason", "by mistake"]).exits(0);
    life.run(2, &["renew", &id])
        .fails_with(&format!("error: `{id}` is revoked since 2026-05-05T12:00:00Z: by mistake; reinstate it first"));
    life.run(2, &["renew", "00000000000000000000"]).fails_with("error: no award has the id `00000000000000000000`");
}

#[test]
fn a_list_of_awards_is_renewed_whole_or_not_at_all() {
    let mut life = Life::new();
    let ids: Vec<String> =
        ["a", "b", "c"].iter().map(|it| life.award(&["--email", &format!("{it}@example.org")])).collect();
    let list = format!("# those of spring\n{}\n\nhttps://badges.example/assertions/{}/ # Bo\n", ids[0], ids[1]);
    std::fs::write(life.test.path("list.txt"), &list).unwrap();
    std::fs::write(life.test.path("bad.txt"), format!("{list}nobody\n")).unwrap();
    let bad = life.test.path("bad.txt").display().to_string();
    life.run(10, &["renew", "--from", &bad]).fails_with(&format!(
        "error: `{bad}`, line 5: `nobody` names no award: give its id (20 letters and digits), the address of its page, or its file"
    ));
    let list = life.test.path("list.txt").display().to_string();
    life.run(10, &["renew", "--from", &list, "--dry-run"]).exits(0);
    assert!(!life.test.read("g/status/hackerspace/ledger.toml").contains("renewed"));
    life.run(10, &["renew", "--from", &list, &ids[2]])
        .exits(0)
        .complains("3 awards signed anew and checked; commit them with the ledger, and publish the site");
    assert_eq!(life.test.read("g/status/hackerspace/ledger.toml").matches("renewed = {").count(), 3);
    life.publish(10);
}
