//! The stage that judges a whole repository: what it answers, and what it reports.

use crate::kit::{GUILD, NOW, award, guild_key, method_id, signed, time};
use accolade::{
    diagnostic::{Code, Diagnostics, Severity},
    pipeline::{self, Verified},
    time::Timestamp,
    trust::{
        Signer, Verdict, judge, proof,
        status::{self, Bits},
    },
};
use serde_json::Value;
use std::{fs, path::PathBuf};

const ADA: &str = "0000000000000000000a";
const BOB: &str = "0000000000000000000b";

/// A repository of the guild with two awards: Ada's with the index 7, Bob's with the index 8.
struct Repository(tempfile::TempDir);

impl Repository {
    fn new() -> Self {
        let this = Self(tempfile::tempdir().unwrap());
        this.write("accolade.toml", "title = 'Test'\nbase_url = 'https://badges.example/'\n");
        this.write(
            "badges/soldering.toml",
            "name = 'Soldering'\ndescription = 'x'\nissuer = 'guild'\ncriteria = 'x'\n",
        );
        this.key("");
        for (id, index) in [(ADA, 7), (BOB, 8)] {
            this.assertion(id, |it| {
                it["credentialStatus"]["statusListIndex"] = index.to_string().into();
                it["credentialStatus"]["id"] = format!("https://badges.example/status/guild/1.json#{index}").into();
            });
        }
        this.list(&[]);
        this.ledger("");
        this
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        fs::create_dir_all(self.path(path).parent().unwrap()).unwrap();
        fs::write(self.path(path), text).unwrap();
    }

    /// The issuer's file; `more` says more about its key.
    fn key(&self, more: &str) {
        let key = guild_key().public_key().to_multibase();
        let text = format!("name = 'Guild'\nemail = 'guild@badges.example'\n[[key]]\npublic = '{key}'\n{more}\n");
        self.write("issuers/guild.toml", &text);
    }

    /// A signed award, with a change made before it was signed.
    fn assertion(&self, id: &str, change: impl FnOnce(&mut Value)) {
        let mut award = award();
        award["id"] = format!("https://badges.example/assertions/{id}/credential.json").into();
        change(&mut award);
        self.write(&format!("assertions/soldering/{id}.json"), &format!("{:#}\n", signed(award)));
    }

    fn list(&self, set: &[u32]) {
        self.list_from(set, "2026-05-04T00:00:00Z");
    }

    fn list_from(&self, set: &[u32], from: &str) {
        let mut bits = Bits::new();
        set.iter().for_each(|index| bits.set(*index, true));
        let list = status::credential(&bits, crate::kit::LIST, GUILD, time(from));
        self.write("status/guild/1.json", &format!("{:#}\n", signed(list)));
    }

    fn ledger(&self, more: &str) {
        let entry = |id: &str, index: u32| {
            format!(
                "[[entry]]\nevent = 'awarded'\nid = '{id}'\nat = 2026-05-04T00:00:00Z\nbadge = 'soldering'\nlist = 1\nindex = {index}\n"
            )
        };
        self.write("status/guild/ledger.toml", &format!("{}{}{more}", entry(ADA, 7), entry(BOB, 8)));
    }

    fn revoked(&self) {
        self.ledger(&format!(
            "[[entry]]\nevent = 'revoked'\nid = '{ADA}'\nat = 2026-06-01T00:00:00Z\nreason = 'Wrong person'\n"
        ));
    }

    fn edit(&self, path: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(path)).unwrap();
        assert!(text.contains(from), "{path} has no {from}");
        fs::write(self.path(path), text.replacen(from, to, 1)).unwrap();
    }

    fn verified(&self, now: Timestamp) -> (Verified, Vec<String>) {
        let mut problems = Diagnostics::default();
        let sources = pipeline::load(self.0.path(), &mut problems).unwrap();
        let gallery = pipeline::check(&sources, &mut problems).unwrap();
        let verified = pipeline::verify(gallery, now, &mut problems);
        let errors = problems.all().iter().filter(|it| it.severity == Severity::Error);
        (verified, errors.map(|it| format!("{}: {}", it.file.as_deref().unwrap_or("-"), it.message)).collect())
    }

    #[track_caller]
    fn says(&self, expected: &[&str]) -> Verified {
        let (verified, errors) = self.verified(time(NOW));
        assert_eq!(errors.len(), expected.len(), "{errors:#?}");
        for (error, expected) in errors.iter().zip(expected) {
            assert!(error.contains(expected), "{error}, not {expected}");
        }
        verified
    }
}

#[test]
fn what_is_genuine_is_valid() {
    let verified = Repository::new().says(&[]);
    assert_eq!(verified.gallery().assertions.len(), 2);
    assert_eq!((verified.verdict(0), verified.verdict(1)), (&Verdict::Valid, &Verdict::Valid));
    assert_eq!(verified.checks(0).len(), 7);
    assert!(std::ptr::eq(verified.checks(0), verified.checks(1)), "the same words are kept once");
}

#[test]
fn a_revocation_has_its_date_and_reason() {
    let repository = Repository::new();
    repository.list(&[7]);
    repository.revoked();
    let verified = repository.says(&[]);
    let details = (time("2026-06-01T00:00:00Z"), "Wrong person".to_owned());
    assert_eq!(verified.verdict(0), &Verdict::Revoked(Some(details)));
    assert_eq!(verified.checks(0)[4].sentence.to_string(), "It was revoked on 1 June 2026: Wrong person");
    assert_eq!(verified.verdict(1), &Verdict::Valid);
}

#[test]
fn list_and_ledger_disagree() {
    let repository = Repository::new();
    repository.list(&[7]);
    repository.says(&["status/guild/1.json: the status list revokes `0000000000000000000a`, of which the ledger"]);
    repository.list(&[]);
    repository.revoked();
    repository.says(&["status/guild/1.json: the ledger revokes `0000000000000000000a`, of which the status list"]);
    repository.ledger("");
    repository.list(&[9]);
    repository.says(&["status/guild/1.json: the status list revokes the index 9"]);
}

#[test]
fn one_changed_character_is_told_with_its_file() {
    let path = format!("assertions/soldering/{ADA}.json");
    for (from, to, words) in [
        ("Joins metal", "Joins mettle", "something was changed after signing"),
        ("2028-05-04", "2029-05-04", "something was changed after signing"),
        ("\"Kosher\"", "\"kosher\"", "something was changed after signing"),
        ("\"creditsEarned\"", "\"creditsEarnt\"", "creditsEarnt"),
        ("\"proofPurpose\": \"assertionMethod\"", "\"proofPurpose\": \"authentication\"", "`authentication`"),
        ("\"name\": \"Lötstelle\"", "\"name\": \"Lötstelle\", \"name\": \"Lötstelle\"", "occurs twice"),
    ] {
        let repository = Repository::new();
        repository.edit(&path, from, to);
        let (verified, errors) = repository.verified(time(NOW));
        assert!(errors.len() == 1 && errors[0].starts_with(&path) && errors[0].contains(words), "{errors:#?}");
        let bad = verified.gallery().assertions.iter().position(|it| it.path == path);
        assert!(bad.is_none_or(|it| verified.verdict(it).kind() == "invalid"));
    }
}

#[test]
fn a_list_that_is_not_genuine_is_told_with_its_file() {
    let repository = Repository::new();
    repository.edit("status/guild/1.json", "2026-05-04T00:00:00Z", "2026-05-03T00:00:00Z");
    let verified =
        repository.says(&["status/guild/1.json: the status list cannot be trusted: the eddsa-rdfc-2022 proof"]);
    assert_eq!(verified.verdict(0).kind(), "unchecked");
}

#[test]
fn a_list_by_a_clock_that_is_ahead_counts_for_a_day_before_it_begins() {
    let repository = Repository::new();
    repository.list_from(&[7], "2026-06-02T00:00:00Z");
    repository.revoked();
    for (now, ahead) in [("2026-06-01T23:59:30Z", "1 minute"), ("2026-06-01T00:00:00Z", "1440 minutes")] {
        let (verified, errors) = repository.verified(time(now));
        assert_eq!((errors, verified.verdict(0).kind()), (Vec::new(), "revoked"));
        let mut problems = Diagnostics::default();
        let gallery = pipeline::check(&pipeline::load(repository.0.path(), &mut problems).unwrap(), &mut problems);
        let _ = pipeline::verify(gallery.unwrap(), time(now), &mut problems);
        let told: Vec<_> = problems.all().iter().filter(|it| it.code == Code::FutureDate).collect();
        let words = format!("the status list was signed by a clock that is {ahead} ahead of this one");
        assert!(matches!(told[..], [it] if it.message == words && it.severity == Severity::Warning), "{told:#?}");
    }
    let (verified, errors) = repository.verified(time("2026-05-31T23:59:59Z"));
    assert_eq!(errors, ["status/guild/1.json: the status list cannot be trusted: it begins on 2 June 2026"]);
    assert_eq!(verified.verdict(0).kind(), "unchecked");
}

#[test]
fn keys_count_in_their_time() {
    let repository = Repository::new();
    // Everything was signed on 4 May 2026 at 18:30.
    repository.key("until = 2026-05-05T00:00:00Z");
    repository.says(&[]);
    for more in ["until = 2026-05-04T00:00:00Z", "compromised = 2026-05-04T00:00:00Z", "from = 2026-05-05T00:00:00Z"] {
        repository.key(more);
        repository.says(&["status/guild/1.json", ADA, BOB]);
    }
    let text = "name = 'Guild'\nemail = 'guild@badges.example'\n[[key]]\npublic = 'z6Mkfmm57fsb6VL7zVusP8zeA9SYkCKdvUhby2G7Yh8vvQ1P'\n";
    repository.write("issuers/guild.toml", text);
    repository.says(&["status/guild/1.json", "does not list the key", "does not list the key"]);
}

#[test]
fn awards_of_a_former_address_stay_good() {
    let repository = Repository::new();
    repository.write(
        "accolade.toml",
        "title = 'Test'\nbase_url = 'https://new.example/badges/'\nprevious_base_urls = ['https://badges.example/']\n",
    );
    let verified = repository.says(&[]);
    assert_eq!(verified.verdict(0), &Verdict::Valid);

    // And when the list is signed anew, at the new address.
    let url = "https://new.example/badges/status/guild/1.json";
    let did = "did:web:new.example:badges:issuers:guild";
    let list = status::credential(&Bits::new(), url, did, time("2026-05-04T00:00:00Z"));
    let method = method_id().replace(GUILD, did);
    let list = proof::sign(list, &method, &guild_key(), time("2026-05-04T18:30:00Z")).unwrap();
    repository.write("status/guild/1.json", &format!("{list:#}\n"));
    let verified = repository.says(&[]);
    assert_eq!(verified.verdict(0), &Verdict::Valid);

    repository.write("accolade.toml", "title = 'Test'\nbase_url = 'https://new.example/badges/'\n");
    let (_, errors) = repository.verified(time(NOW));
    assert!(errors.iter().any(|it| it.contains("https://badges.example/")), "{errors:#?}");
}

#[test]
fn time_passes() {
    let repository = Repository::new();
    let kinds = |now: &str| repository.verified(time(now)).0.verdict(0).kind();
    assert_eq!(kinds("2028-05-04T00:00:00Z"), "expired");
    let (verified, errors) = repository.verified(time("2028-05-04T00:00:00Z"));
    assert_eq!((verified.verdict(1).kind(), errors.len()), ("expired", 0));
}

#[test]
fn a_repository_is_a_world_to_judge_others_in() {
    let verified = Repository::new().says(&[]);
    let document = serde_json::from_slice(&verified.gallery().assertions[0].signed.bytes()).unwrap();
    let later = time("2027-01-01T00:00:00Z");
    assert_eq!(judge(&document, verified.repository(), later).verdict, Verdict::Valid);
    let mut stranger = award();
    stranger["issuer"]["id"] = "did:web:stranger.example".into();
    let method = method_id().replace(GUILD, "did:web:stranger.example");
    let mut judged = |id: &str, badge: &str| {
        stranger["id"] = id.into();
        stranger["credentialSubject"]["achievement"]["id"] = badge.into();
        let signed = proof::sign(stranger.clone(), &method, &guild_key(), later).unwrap();
        let judgement = judge(&signed, verified.repository(), later);
        (judgement.verdict.kind(), judgement.checks[1].sentence.key())
    };
    assert_eq!(judged("urn:x:1", "urn:x:2"), ("unchecked", "judge-issuer-unknown"));
    let claimed = ("invalid", "judge-any-claimed");
    assert_eq!(judged("https://badges.example/assertions/1/credential.json", "urn:x:2"), claimed);
    assert_eq!(judged("urn:x:1", "https://badges.example/badges/soldering/achievement.json"), claimed);
}
