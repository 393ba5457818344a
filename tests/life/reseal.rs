//! `reseal`: after a key was compromised, what is ours is signed anew, and what is not is found out.

use crate::{common::Ran, kit::Life};
use std::fs;

/// Awards before and after somebody else has the key, from the fifth day on, and a revocation that signed the status list.
struct Compromised {
    life: Life,
    before: String,
    after: String,
    revoked: String,
}

fn id_in(told: &str) -> String {
    told.trim().trim_end_matches('/').rsplit('/').next().unwrap().to_owned()
}

fn award(life: &mut Life, day: u64, email: &str) -> String {
    id_in(&life.run(day, &["award", "soldering", "--email", email]).exits(0).stdout())
}

fn path(id: &str) -> String {
    format!("assertions/soldering/{id}.json")
}

#[track_caller]
fn says(ran: &Ran, words: &str) {
    let stderr = ran.stderr();
    assert!(stderr.contains(words), "it does not say\n{words}\nbut\n{stderr}");
}

impl Compromised {
    fn new() -> Self {
        let mut life = Life::new();
        let before = award(&mut life, 0, "ada@example.org");
        let after = award(&mut life, 10, "bob@example.org");
        let revoked = award(&mut life, 11, "cy@example.org");
        life.run(12, &["revoke", &revoked, "--reason", "by mistake"]).exits(0);
        life.publish(13);
        life.git(13, &["init", "-q"]);
        life.commit(13, "Begin");
        let old = life.test.path("home/accolade/hackerspace.key").display().to_string();
        life.run(20, &["key", "retire", &old, "--compromised", "--since", "2026-05-09"]).exits(0).complains(
            "next: `accolade key new` makes another key, and `accolade reseal --compromised` signs anew what is yours; \
             revoke what somebody else may have signed before",
        );
        fs::rename(&old, life.test.path("old.key")).unwrap();
        life.run(20, &["key", "new", "--no-passphrase"]).exits(0);
        Self { life, before, after, revoked }
    }
}

#[test]
fn a_compromised_key_is_no_dead_end() {
    let Compromised { mut life, before, after, revoked } = Compromised::new();
    let check = life.test.run("check g").exits(1);
    says(
        &check,
        "\nhelp: a status list is never edited: `accolade reseal` makes it anew from the ledger, and signs it with a good key\n",
    );
    for id in [&after, &revoked] {
        says(
            &check,
            &format!(
                "help: if this award is yours, `accolade reseal {id}` signs it anew, with a key that is good; if not, \
                 `accolade forget {id}` takes it away\n"
            ),
        );
    }
    assert!(!check.stderr().contains(&before), "{}", check.stderr());
    let signed_before = life.test.read(&format!("g/{}", path(&after)));

    let told = life.run(21, &["reseal"]).exits(0).complains(
        "commit awards, ledger and status lists together, and publish the site\n\
         2 awards were signed with a key that was compromised by then: `accolade reseal --compromised` signs anew what is yours",
    );
    assert_eq!(told.stdout(), "signed anew: status/hackerspace/1.json\n");
    let mut of = [
        format!("  {after}  soldering  2026-05-14, in the ledger since 2026-05-14\n"),
        format!("  {revoked}  soldering  2026-05-15, in the ledger since 2026-05-15, revoked 2026-05-16: by mistake\n"),
    ];
    of.sort();
    let shown = format!("signed with a key that was compromised by then:\n{}", of.concat());
    let refused = format!(
        "{shown}error: nothing was signed: look whether the awards above are yours; `accolade reseal ID… --yes` signs \
         those that are, and `accolade forget ID…` takes away those that are not\n"
    );
    assert_eq!(life.run(21, &["reseal", "--compromised"]).exits(1).stderr(), refused);
    assert_eq!(life.test.read(&format!("g/{}", path(&after))), signed_before);

    let told = life.run(21, &["reseal", "--compromised", "--yes"]).exits(0);
    says(&told, &shown);
    let url = |id: &str| format!("signed anew: https://badges.example/assertions/{id}/\n");
    let mut urls = [url(&after), url(&revoked)];
    urls.sort();
    assert_eq!(told.stdout(), urls.concat());
    life.check(21, &[]).succeeds();
    life.check(21, &["--since", "HEAD"]).succeeds();
    life.publish(21);
    assert_eq!([&before, &after, &revoked].map(|id| life.verdict(21, id)), ["valid", "valid", "revoked"]);
    let page = life.page(&format!("assertions/{after}/index.html"));
    assert!(page.contains("Signed anew, unchanged"), "{page}");

    let published = format!("site/assertions/{after}/credential.json");
    life.run(22, &["verify", &published]).exits(0);
    let signed = |text: &str| -> serde_json::Value { serde_json::from_str(text).unwrap() };
    let (was, is) = (signed(&signed_before), signed(&life.test.read(&published)));
    for member in ["id", "validFrom", "validUntil", "awardedDate", "credentialSubject", "credentialStatus"] {
        assert_eq!(was[member], is[member], "{member}");
    }
    fs::write(life.test.path("old.json"), &signed_before).unwrap();
    life.run(22, &["verify", "old.json"]).exits(1);
    fs::write(life.test.path(&format!("g/{}", path(&after))), &signed_before).unwrap();
    says(&life.check(22, &[]).exits(1), "it counts as compromised since 9 May 2026");
    fs::write(life.test.path(&format!("g/{}", path(&after))), life.test.read(&published)).unwrap();

    life.commit(22, "Reseal");
    let told = life.run(22, &["log", &after]).exits(0).stdout();
    assert!(told.contains("\n  2026-05-25  resealed\n              commit "), "{told}");
    life.run(23, &["reinstate", &revoked, "--reason", "it was right"]).exits(0);
    life.publish(23);
    life.run(23, &["reseal"])
        .exits(0)
        .complains("there is nothing to sign anew: the status lists are good, and agree with the ledger");
}

#[test]
fn what_the_ledger_does_not_know_is_not_signed_anew() {
    let Compromised { mut life, after, revoked, .. } = Compromised::new();
    // Whoever has the key signs an award for themselves, and brings the file into the repository.
    let ledger = life.test.read("g/status/hackerspace/ledger.toml");
    let issuer = life.test.read("g/issuers/hackerspace.toml");
    life.git(20, &["stash", "-q"]);
    let old = life.test.path("old.key").display().to_string();
    let forged =
        id_in(&life.run(19, &["award", "soldering", "--email", "eve@example.org", "--key", &old]).exits(0).stdout());
    fs::write(life.test.path("g/status/hackerspace/ledger.toml"), ledger).unwrap();
    fs::write(life.test.path("g/issuers/hackerspace.toml"), issuer).unwrap();
    life.git(20, &["stash", "drop", "-q"]);

    says(
        &life.check(21, &[]).exits(1),
        "error[ledger-mismatch]: the ledger of `hackerspace` does not know this assertion",
    );
    life.run(21, &["reseal", &forged, "--yes"]).fails_with(&format!(
        "error: the ledger does not know `{}`: nobody here awarded it, so it is not signed anew; remove the file",
        path(&forged)
    ));
    let told = life.run(21, &["reseal", "--compromised", "--yes"]).exits(0);
    says(
        &told,
        &format!(
            "not in the ledger, so nobody here awarded them, and they are not signed anew; remove:\n  {}\n",
            path(&forged)
        ),
    );
    assert!(told.stdout().contains(&after) && !told.stdout().contains(&forged), "{}", told.stdout());
    life.check(21, &[]).exits(1);
    fs::remove_file(life.test.path(&format!("g/{}", path(&forged)))).unwrap();
    life.check(21, &[]).succeeds();

    // What was changed below a signature is not signed anew either.
    let file = life.test.path(&format!("g/{}", path(&revoked)));
    let changed = fs::read_to_string(&file).unwrap().replace("Joins metal", "Joins gold");
    fs::write(&file, changed).unwrap();
    let refused = life.run(22, &["reseal", &revoked, "--yes"]).exits(1).stderr();
    assert!(
        refused
            .starts_with(&format!("error: `{}` is not signed anew, for it is not as it was signed: ", path(&revoked))),
        "{refused}"
    );
}

#[test]
fn what_is_not_ours_is_left_out_by_name() {
    let Compromised { mut life, after, revoked, .. } = Compromised::new();
    says(
        &life.run(21, &["reseal", &after, "--yes"]).exits(0),
        "\n1 award was signed with a key that was compromised by then: `accolade reseal --compromised` signs anew what is yours\n",
    );
    says(&life.check(21, &[]).exits(1), &format!("`accolade forget {revoked}` takes it away"));
    let told = life.run(21, &["reseal", &revoked, "--yes", "--format", "json"]).exits(0).stdout();
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&told).unwrap(),
        serde_json::json!({
            "dry_run": false, "lists": [],
            "awards": [{ "id": revoked, "url": format!("https://badges.example/assertions/{revoked}/") }],
        })
    );
    life.check(21, &[]).succeeds();
    life.run(21, &["reseal", "--issuer", "nobody"]).is_misused_with("error: no issuer is called `nobody`");
}

#[test]
fn a_status_list_comes_from_the_ledger() {
    let mut life = Life::new();
    let id = award(&mut life, 0, "ada@example.org");
    let list = life.test.path("g/status/hackerspace/1.json");
    fs::remove_file(&list).unwrap();
    says(&life.check(1, &[]).exits(1), "\nhelp: `accolade reseal` makes it anew from the ledger\n");
    let told = life.run(1, &["reseal", "--dry-run"]).exits(0);
    assert_eq!(told.stdout(), "would be signed anew: status/hackerspace/1.json\n");
    assert!(!list.exists());
    life.run(1, &["reseal"]).exits(0);
    let before = fs::read(&list).unwrap();
    life.run(2, &["revoke", &id, "--reason", "by mistake"]).exits(0);
    fs::write(&list, before).unwrap();
    says(
        &life.check(3, &[]).exits(1),
        "\nhelp: if the ledger is right, `accolade reseal` makes the list anew from it; else restore both as they were committed together\n",
    );
    life.run(3, &["reseal"]).exits(0);
    life.publish(3);
    assert_eq!(life.verdict(3, &id), "revoked");
}
