//! `accolade verify --online`: judged by what the hosts say, and never taken on trust because a host said nothing.

use crate::{
    common::{GalleryTest, Ran},
    server::{Reply, Server},
};
use serde_json::Value;

/// A published gallery of one award, and its address. Whoever asks stands elsewhere.
struct Published {
    server: Server,
    gallery: GalleryTest,
    award: String,
    elsewhere: GalleryTest,
}

const LIST: &str = "/status/hackerspace/1.json";
const DID: &str = "/issuers/hackerspace/did.json";

impl Published {
    fn new() -> Self {
        let server = Server::new();
        let base = format!("https://127.0.0.1:{}/", server.port);
        let gallery = GalleryTest::small_at_home().file(
            "g/accolade.toml",
            &format!("title = 'Test Gallery'\nbase_url = '{base}'\npictures = {{ cards = 'none' }}"),
        );
        gallery.run("key new --no-passphrase --repo g").exits(0);
        let told = gallery.run("award soldering --repo g --url https://github.com/ada").exits(0).stdout();
        let published = Self { server, gallery, award: told.trim().to_owned(), elsewhere: GalleryTest::empty() };
        published.publish();
        published
    }

    fn publish(&self) {
        self.gallery.run("build g --out site").exits(0);
        self.server.serve(self.gallery.path("site"));
    }

    fn verify(&self, more: &str) -> Ran {
        self.elsewhere.run(&format!("verify --online --allow-private --timeout 2 {more} {}", self.award))
    }

    /// The outcome and the sentence of one question.
    #[track_caller]
    fn answer(&self, question: &str) -> (String, String) {
        let told: Value = serde_json::from_str(&self.verify("--format json").stdout()).unwrap();
        let checks = told["credentials"][0]["checks"].as_array().unwrap();
        let check = checks.iter().find(|it| it["question"] == question).unwrap_or_else(|| panic!("{told:#}"));
        let text = |name: &str| check[name].as_str().unwrap().to_owned();
        (text("outcome"), text("sentence"))
    }
}

#[test]
fn an_award_is_judged_from_its_address_alone() {
    let published = Published::new();
    let ran = published.verify("--recipient https://github.com/ada").exits(0);
    let told = ran.stdout();
    let did = format!("did:web:127.0.0.1%3A{}:issuers:hackerspace", published.server.port);
    for line in [
        "  ok        The document is an Open Badges 3.0 credential, and every term in it is defined\n".to_owned(),
        format!(
            "  note      The key is one of the issuer `{did}`, who is not of this site. That they are who they say, only \
             127.0.0.1:{} vouches for: whoever controls that address made the keys\n",
            published.server.port
        ),
        "  ok        It is not revoked: its status list is genuine and has nothing against it\n".to_owned(),
        "  ok        The badge is defined today as it was signed\n".to_owned(),
        "  ok        Match: it was awarded to `https://github.com/ada`\n".to_owned(),
        "  VALID, by an issuer who is not known here\n".to_owned(),
    ] {
        assert!(told.contains(&line), "{line}\nin\n{told}");
    }
    // The credential's own address, served as something else than JSON, is as good.
    published.server.at(LIST, Reply::As("application/octet-stream"));
    let credential = format!("{}credential.json", published.award);
    published.elsewhere.run(&format!("verify --online --allow-private {credential}")).exits(0);
}

#[test]
fn what_was_revoked_since_is_revoked() {
    let published = Published::new();
    let id = published.award.trim_end_matches('/').rsplit('/').next().unwrap().to_owned();
    published.gallery.run_with(&["revoke", &id, "--reason", "Wrong person", "--repo", "g"]).exits(0);
    published.publish();
    let told = published.verify("").exits(1).stdout();
    assert!(told.contains("  failed    It is revoked: the entry in its status list is set\n"), "{told}");
    assert!(told.ends_with("  REVOKED\n"), "{told}");
}

#[test]
fn a_list_that_cannot_be_had_leaves_the_question_open() {
    let published = Published::new();
    let base = format!("http://127.0.0.1:{}", published.server.port);
    for (reply, words) in [
        (Reply::Says(404, String::new()), "answered with the error 404"),
        (Reply::Says(500, "{}".into()), "answered with the error 500"),
        (Reply::Says(200, "<html>Not found</html>".into()), "is not the JSON that it should be"),
        (Reply::Bytes(17 << 20), "is larger than 16 MiB"),
        (Reply::Trickles, "took longer than 2 seconds"),
        (Reply::LeadsTo(LIST.into()), "leads on to another address more than 5 times"),
        (Reply::LeadsTo("http://10.0.0.1/1.json".into()), "leads to 10.0.0.1, which is not on the public internet"),
        (Reply::LeadsTo("file:///etc/passwd".into()), "`file:///etc/passwd` is not an address that is asked"),
    ] {
        published.server.at(LIST, reply);
        let (outcome, sentence) = published.answer("status");
        assert_eq!(outcome, "unknown", "{sentence}");
        assert!(sentence.starts_with("Its status list `https://127.0.0.1"), "{sentence}");
        assert!(sentence.contains(" is not at hand: ") && sentence.contains(words), "{sentence}, not {words}");
        published.verify("").exits(3);
    }
    // A list that moved, and says so, is found.
    published.server.at("/elsewhere.json", Reply::Says(200, published.gallery.read(&format!("site{LIST}"))));
    published.server.at(LIST, Reply::LeadsTo(format!("{base}/elsewhere.json")));
    assert_eq!(published.answer("status").0, "ok");
    // One that somebody changed is not believed.
    let changed = published.gallery.read(&format!("site{LIST}")).replace("\"revocation\"", "\"suspension\"");
    published.server.at("/elsewhere.json", Reply::Says(200, changed));
    let (outcome, sentence) = published.answer("status");
    assert_eq!(outcome, "unknown");
    assert!(sentence.contains("something was changed after signing"), "{sentence}");
}

#[test]
fn an_issuer_that_cannot_be_asked_leaves_everything_open() {
    let published = Published::new();
    let text = published.gallery.read(&format!("site{DID}"));
    for (reply, words) in [
        (Reply::Says(404, String::new()), "answered with the error 404"),
        (Reply::Says(200, text.replace(":issuers:", ":others:")), "the DID document is about `did:web:127.0.0.1"),
        (Reply::Says(200, "[]".into()), "the DID document is not a JSON object"),
    ] {
        published.server.at(DID, reply);
        let (outcome, sentence) = published.answer("issuer");
        assert_eq!(outcome, "unknown", "{sentence}");
        assert!(sentence.contains(words), "{sentence}, not {words}");
        published.verify("").exits(3);
    }
    published.server.forget(DID);
    published.verify("").exits(0);
}

#[test]
fn a_definition_that_changed_is_worth_a_note() {
    let published = Published::new();
    let path = "/badges/soldering/achievement.json";
    let text = published.gallery.read(&format!("site{path}"));
    published.server.at(path, Reply::Says(200, text.replace("stays joined", "falls apart")));
    let (outcome, sentence) = published.answer("definition");
    assert_eq!(
        (outcome.as_str(), sentence.as_str()),
        (
            "note",
            "Since it was signed, the definition of the badge has changed: description. The award keeps the words that \
             were signed"
        )
    );
    published.server.at(path, Reply::Says(404, String::new()));
    assert_eq!(published.answer("definition").0, "unknown");
    // That never makes an award worth less.
    published.verify("").exits(0);
}

#[test]
fn this_machine_is_asked_only_if_somebody_said_so() {
    let published = Published::new();
    let before = published.server.connections();
    let told = published.elsewhere.run(&format!("verify --online {}", published.award)).exits(3).stdout();
    assert!(told.contains("leads to 127.0.0.1, which is not on the public internet (see --allow-private)"), "{told}");
    let credential = published.gallery.path("site/assertions").join(published.award.rsplit('/').nth(1).unwrap());
    let credential = credential.join("credential.json").display().to_string();
    let told = published.elsewhere.run_with(&["verify", "--online", &credential]).exits(3).stdout();
    assert!(told.contains("which is not on the public internet"), "{told}");
    assert_eq!(published.server.connections(), before, "nobody connected");

    published.elsewhere.run(&format!("verify {}", published.award)).is_misused_with(&format!(
        "error: `{}` is an address: nothing is fetched unless you say --online",
        published.award
    ));
}
