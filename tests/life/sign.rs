//! `sign --event`: only what was merged and agreed to, with the names of those who did.

use crate::{common::RULE, kit::Life};
use serde_json::{Value, json};

/// A gallery in which two of three have to agree, and a merged request of `@mallory` with one nomination.
struct Merged {
    life: Life,
    base: String,
    head: String,
    merge: String,
}

fn account(name: &str) -> Value {
    json!({ "login": name, "html_url": format!("https://forge.example/{name}"), "type": if name.ends_with("[bot]") { "Bot" } else { "User" } })
}

impl Merged {
    fn new(nomination: &str) -> Self {
        Self::with(RULE, nomination)
    }

    fn with(rule: &str, nomination: &str) -> Self {
        let life = Life::new();
        let site = life.test.read("g/accolade.toml");
        std::fs::write(life.test.path("g/accolade.toml"), site + rule).unwrap();
        life.git(0, &["init", "-q"]);
        let base = life.commit(0, "Begin");
        life.git(0, &["switch", "-qc", "nominate"]);
        std::fs::create_dir_all(life.test.path("g/nominations")).unwrap();
        std::fs::write(life.test.path("g/nominations/a.toml"), nomination).unwrap();
        let head = life.commit(1, "Nominate");
        life.git(1, &["switch", "-q", "main"]);
        std::fs::create_dir_all(life.test.path("g/nominations")).unwrap();
        std::fs::write(
            life.test.path("g/nominations/other.toml"),
            "badge = 'soldering'\n[[recipient]]\nurl = 'https://forge.example/other'\n",
        )
        .unwrap();
        life.commit(1, "Nominate somebody else");
        life.git(2, &["merge", "-q", "--no-ff", "-m", "Merge request 7", "nominate"]);
        let merge = life.git(2, &["rev-parse", "HEAD"]);
        Self { life, base, head, merge }
    }

    fn event(&self, author: &str, merged: bool) -> String {
        let event = json!({ "pull_request": {
            "html_url": "https://forge.example/guild/badges/pull/7", "user": account(author), "merged": merged,
            "created_at": "2026-01-02T08:00:00Z",
            "merge_commit_sha": self.merge, "base": { "sha": self.base }, "head": { "sha": self.head },
        } });
        let path = self.life.test.path("event.json");
        std::fs::write(&path, event.to_string()).unwrap();
        path.display().to_string()
    }

    fn sign(&mut self, author: &str, reviews: &[(&str, &str, &str)]) -> crate::common::Ran {
        let event = self.event(author, true);
        let reviews: Vec<Value> = reviews
            .iter()
            .map(|(who, state, relation)| {
                json!({ "user": account(who), "state": state, "commit_id": self.head, "author_association": relation })
            })
            .collect();
        let path = self.life.test.path("reviews.json");
        std::fs::write(&path, Value::from(reviews).to_string()).unwrap();
        let path = path.display().to_string();
        self.life.run(2, &["sign", "--event", &event, "--reviews", &path])
    }
}

const ADA: &str = "badge = 'soldering'\n[[recipient]]\nurl = 'https://forge.example/ada'\n";

#[test]
fn the_ledger_and_the_page_name_who_nominated_and_who_agreed() {
    let mut it = Merged::new(ADA);
    it.life.publish(2);
    let ran = it.sign(
        "mallory",
        &[("Grace", "APPROVED", "MEMBER"), ("linus", "APPROVED", "NONE"), ("stranger", "APPROVED", "NONE")],
    );
    let ran = ran.exits(0).complains(
        "
        1 nomination is not of https://forge.example/guild/badges/pull/7, and left as it was
        1 award signed and checked; commit it, and publish the site
        ",
    );
    let id = ran.stdout().trim().trim_end_matches('/').rsplit('/').next().unwrap().to_owned();
    let ledger = it.life.test.read("g/status/hackerspace/ledger.toml");
    assert!(
        ledger.ends_with(
            "nominator = \"https://forge.example/mallory\", nominated = 2026-01-02T08:00:00Z, \
             reviewers = [\"https://forge.example/Grace\", \"https://forge.example/linus\"], \
             request = \"https://forge.example/guild/badges/pull/7\" }\n"
        ),
        "{ledger}"
    );
    assert!(
        !it.life.test.path("g/nominations/a.toml").exists() && it.life.test.path("g/nominations/other.toml").exists()
    );
    it.life.publish(2);
    let named = |life: &Life, id: &str| {
        let page = life.page(&format!("assertions/{id}/index.html"));
        for words in [
            "<a href=\"https://forge.example/mallory\" rel=\"nofollow noopener\"><bdi>forge.example/mallory</bdi></a>",
            "<a href=\"https://forge.example/Grace\" rel=\"nofollow noopener\"><bdi>forge.example/Grace</bdi></a>",
            "<a href=\"https://forge.example/linus\" rel=\"nofollow noopener\"><bdi>forge.example/linus</bdi></a>",
            "<a href=\"https://forge.example/guild/badges/pull/7\" rel=\"nofollow noopener\">",
            // What happened, in order.
            "<ol class=\"history\">\n<li><time datetime=\"2026-01-02T08:00:00Z\">2 January 2026</time> <span>Nominated</span></li>",
        ] {
            assert!(page.contains(words), "{words}\n{page}");
        }
        assert!(!page.contains("stranger"), "{page}");
    };
    named(&it.life, &id);

    it.life.run(300, &["renew", &id]).exits(0);
    it.life.publish(300);
    named(&it.life, &id);
    let told = it.life.run(301, &["correct", &id, "--narrative", "Twelve joints."]).exits(0).stdout();
    let corrected = told.trim().trim_end_matches('/').rsplit('/').next().unwrap().to_owned();
    it.life.publish(301);
    named(&it.life, &corrected);
}

#[test]
fn what_lacks_approvals_is_not_signed() {
    let mut it = Merged::new(&format!("nominator = '@kim'\n{ADA}"));
    let refused = "
        error[missing-approval]: this needs 2 approvals of @grace, @guild/mentors, @kim, and has 1
         --> nominations/a.toml
        help: ask one of them for a review of the latest commit; not counted: @kim nominated
        error: too few have agreed (above); nothing was signed
        ";
    let before = it.life.test.read("g/nominations/a.toml");
    // The request of a program carries the nomination of somebody else, who does not decide about it.
    it.sign("forms[bot]", &[("grace", "APPROVED", "MEMBER"), ("kim", "APPROVED", "OWNER")]).exits(1).complains(
        &format!(
            "1 nomination is not of https://forge.example/guild/badges/pull/7, and left as it was\n{}",
            crate::common::dedent(refused)
        ),
    );
    assert_eq!(it.life.test.read("g/nominations/a.toml"), before);
    assert!(!it.life.test.path("g/assertions").exists());
    it.sign("forms[bot]", &[("grace", "APPROVED", "MEMBER"), ("linus", "APPROVED", "MEMBER")]).exits(0);
    assert!(
        it.life.test.read("g/status/hackerspace/ledger.toml").contains("nominator = \"https://forge.example/kim\"")
    );
}

#[test]
fn what_is_not_merged_or_not_of_the_request_is_not_signed() {
    let mut it = Merged::new(ADA);
    let event = it.event("mallory", false);
    let reviews = it.life.test.path("reviews.json").display().to_string();
    std::fs::write(&reviews, "[]").unwrap();
    it.life
        .run(2, &["sign", "--event", &event, "--reviews", &reviews])
        .fails_with("error: https://forge.example/guild/badges/pull/7 is not merged, so nothing of it is signed");
    let event = it.event("mallory", true);
    std::fs::write(
        it.life.test.path("g/nominations/late.toml"),
        "badge = 'soldering'\n[[recipient]]\nurl = 'https://forge.example/late'\n",
    )
    .unwrap();
    it.life
        .run(2, &["sign", "late", "--event", &event, "--reviews", &reviews])
        .fails_with("error: `nominations/late.toml` is not of https://forge.example/guild/badges/pull/7");
    it.life.run(2, &["sign", "--event", &event]).exits(2);
}

#[test]
fn without_a_rule_only_those_who_belong_to_the_repository_are_named() {
    let mut it = Merged::with("", &format!("nominator = 'Grace of the guild'\n{ADA}"));
    it.sign(
        "mallory",
        &[
            ("stranger", "APPROVED", "NONE"),
            ("linus", "APPROVED", "COLLABORATOR"),
            ("kim", "COMMENTED", "OWNER"),
            ("ada", "APPROVED", "OWNER"),
        ],
    )
    .exits(0);
    let ledger = it.life.test.read("g/status/hackerspace/ledger.toml");
    assert!(
        ledger.ends_with(
            "nominator = \"Grace of the guild\", nominated = 2026-01-02T08:00:00Z, reviewers = [\"https://forge.example/linus\"], \
             request = \"https://forge.example/guild/badges/pull/7\" }\n"
        ),
        "{ledger}"
    );
}
