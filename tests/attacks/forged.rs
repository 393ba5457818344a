//! Awards that nobody made.

use crate::common::keys::Key;
use crate::kit::{ADA, BOB, GUILD, Guild, LIST, SIGNED, adas, award, entry, list, signed, signed_by};
use serde_json::{Value, json};

fn bobs() -> String {
    format!("assertions/soldering/{BOB}.json")
}

const LEDGER: &str = "status/guild/ledger.toml";
const LIST_FILE: &str = "status/guild/1.json";

#[test]
fn a_genuine_repository_is_built() {
    let guild = Guild::new();
    guild.is_built();
    assert!(guild.page().contains("Valid"));
}

#[test]
fn an_award_copied_to_another_place_is_refused() {
    let copy = |from: &str, to: &str| {
        let guild = Guild::new();
        guild.write(to, &guild.0.read(from));
        guild
    };
    let other = "0000000000000000000c";
    copy(&adas(), &format!("assertions/soldering/{other}.json"))
        .is_refused("the assertion says that it is another one");
    copy(&adas(), &bobs()).is_refused("the assertion says that it is another one");
    copy(&adas(), &format!("assertions/welding/{ADA}.json")).is_refused("the assertion says that it is another one");
}

#[test]
fn a_changed_id_or_badge_breaks_the_proofs() {
    let other = "0000000000000000000c";
    let guild = Guild::new();
    let mut copy = guild.document(&adas());
    copy["id"] = format!("https://badges.example/assertions/{other}/credential.json").into();
    guild.put(&format!("assertions/soldering/{other}.json"), &copy);
    guild.write(LEDGER, &(guild.0.read(LEDGER) + &entry(other, "soldering", 9)));
    guild.is_refused("the ledger disagree");
    copy["credentialStatus"]["statusListIndex"] = "9".into();
    copy["credentialStatus"]["id"] = format!("{LIST}#9").into();
    guild.put(&format!("assertions/soldering/{other}.json"), &copy);
    guild.is_refused("the eddsa-rdfc-2022 proof does not hold");

    let guild = Guild::new();
    let mut copy = guild.document(&adas());
    copy["credentialSubject"]["achievement"]["id"] = "https://badges.example/badges/welding/achievement.json".into();
    guild.remove(&adas());
    guild.put(&format!("assertions/welding/{ADA}.json"), &copy);
    guild.write(LEDGER, &(entry(ADA, "welding", 7) + &entry(BOB, "soldering", 8)));
    guild.is_refused("the eddsa-rdfc-2022 proof does not hold");
}

#[test]
fn a_stranger_cannot_award() {
    let stranger = Key::new(9);
    // With a key that nobody lists, in the guild's name.
    let guild = Guild::new();
    guild.put(&adas(), &signed_by(award(ADA, 7), GUILD, &stranger, SIGNED));
    guild.is_refused("does not list the key");
    // With the stranger's own DID as the key's owner.
    let own = format!("did:key:{}", stranger.multibase());
    guild.put(&adas(), &signed_by(award(ADA, 7), &own, &stranger, SIGNED));
    guild.is_refused("does not belong to the issuer");
    // In the stranger's own name.
    let mut theirs = award(ADA, 7);
    theirs["issuer"]["id"] = own.clone().into();
    guild.put(&adas(), &signed_by(theirs, &own, &stranger, SIGNED));
    guild.is_refused("is no issuer of https://badges.example/");
    // As another issuer of the same site, whose award stands in the guild's ledger.
    guild.write("issuers/eve.toml", &format!("name = 'Eve'\n[[key]]\npublic = '{}'\n", stranger.multibase()));
    let eve = "did:web:badges.example:issuers:eve";
    let mut theirs = award(ADA, 7);
    theirs["issuer"]["id"] = eve.into();
    guild.put(&adas(), &signed_by(theirs, eve, &stranger, SIGNED));
    guild.is_refused("is none of issuer `eve`");
}

#[test]
fn what_the_check_does_not_understand_is_no_award() {
    // Each of these would be `could not be checked` for a document of somebody else. In a repository's own award it
    // is a way to show anything without a signature.
    let change_proofs = |change: &dyn Fn(&mut Value)| {
        let guild = Guild::new();
        guild.tamper(&adas(), |it| {
            it["credentialSubject"]["achievement"]["name"] = "Brain surgery".into();
            it["proof"].as_array_mut().unwrap().iter_mut().for_each(change);
        });
        guild
    };
    change_proofs(&|proof| proof["domain"] = "example.org".into()).is_refused("was made for one occasion");
    change_proofs(&|proof| proof["challenge"] = "x".into()).is_refused("was made for one occasion");
    change_proofs(&|proof| proof["cryptosuite"] = "ecdsa-sd-2023".into()).is_refused("does not carry exactly");
    change_proofs(&|proof| proof["previousProof"] = "urn:x".into()).is_refused("proof");
    change_proofs(&|proof| proof["proofPurpose"] = "authentication".into()).is_refused("is for the purpose");

    let guild = Guild::new();
    guild.tamper(&adas(), |it| {
        it["@context"] = json!([
            "https://www.w3.org/2018/credentials/v1",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json"
        ]);
        it["credentialSubject"]["achievement"]["name"] = "Brain surgery".into();
    });
    guild.is_refused("older form");
    guild.tamper(&adas(), |it| it["proof"] = json!([]));
    guild.is_refused("older form");

    let guild = Guild::new();
    guild.tamper(&adas(), |it| it["@context"].as_array_mut().unwrap().push("https://example.org/ctx".into()));
    guild.is_refused("the document is not as it has to be");
}

#[test]
fn a_limited_key_signs_in_its_time_only() {
    let limited = |more: &str| {
        let guild = Guild::new();
        guild.write("issuers/guild.toml", &(guild.0.read("issuers/guild.toml") + more + "\n"));
        guild
    };
    limited("from = 2026-06-01").is_refused("began on");
    limited("until = 2026-05-01").is_refused("ended on");
    limited("compromised = 2026-05-02").is_refused("was not safe any more");
    // Without a time of its own, a proof could claim any.
    let guild = limited("from = 2026-01-01");
    guild.is_built();
    guild.tamper(&adas(), |it| {
        for proof in it["proof"].as_array_mut().unwrap() {
            proof.as_object_mut().unwrap().remove("created");
        }
    });
    guild.write("_site/index.html", "The site as it was.");
    guild.is_refused("proof does not hold");
}

#[test]
fn proofs_stay_with_their_document_and_in_their_order() {
    let guild = Guild::new();
    let bob = guild.document(&bobs());
    guild.tamper(&adas(), |it| it["proof"] = bob["proof"].clone());
    guild.is_refused("the eddsa-rdfc-2022 proof does not hold");

    type Change = (fn(&mut Vec<Value>), &'static str);
    let changes: [Change; 6] = [
        (|proofs| proofs.truncate(1), "does not carry exactly"),
        (|proofs| drop(proofs.remove(0)), "does not carry exactly"),
        (|proofs| proofs.reverse(), "does not carry exactly"),
        (|proofs| proofs.clear(), "carries no proof at all"),
        (|proofs| proofs.push(proofs[1].clone()), "does not carry exactly"),
        (
            |proofs| {
                let mut document = award(ADA, 7);
                document = signed_by(
                    document,
                    "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2",
                    &Key::new(9),
                    SIGNED,
                );
                proofs.push(document["proof"][0].clone());
            },
            "does not belong to the issuer",
        ),
    ];
    for (change, words) in changes {
        let guild = Guild::new();
        guild.tamper(&adas(), |it| change(it["proof"].as_array_mut().unwrap()));
        guild.is_refused(words);
    }
    let guild = Guild::new();
    guild.tamper(&adas(), |it| it["proof"] = it["proof"][0].clone());
    guild.is_refused("does not carry exactly");
}

#[test]
fn what_was_not_signed_is_noticed() {
    let after = |from: &str, to: &str| {
        let guild = Guild::new();
        let text = guild.0.read(&adas());
        assert!(text.contains(from), "{text}");
        guild.write(&adas(), &text.replacen(from, to, 1));
        guild
    };
    let start = "{\n  \"@context\"";
    // Two readers could take two different ones of these.
    after(start, "{\n  \"name\": \"Brain surgery\",\n  \"@context\"").is_refused("occurs twice");
    after("\"achievement\": {", "\"achievement\": {\n\"\\u006eame\": \"Brain surgery\",").is_refused("occurs twice");
    // No context defines it, so it would be in one of the two hashed forms only.
    after(start, "{\n  \"grade\": \"A\",\n  \"@context\"").is_refused("grade");
    // RDF does not know either of these; the plain JSON does.
    after(start, "{\n  \"description\": null,\n  \"@context\"").is_refused("proof does not hold");
    after("\"electronics\"", "\"electronics\", \"electronics\"").is_refused("proof does not hold");
    after("\"electronics\"", "\"electronics\", null").is_refused(&adas());
    // Behind the document.
    let guild = Guild::new();
    guild.write(&adas(), &(guild.0.read(&adas()) + "{}"));
    guild.is_refused("trailing characters");
}

#[test]
fn white_space_is_not_signed_and_published_as_it_is() {
    let guild = Guild::new();
    let compact = format!("\r\n{}\t\n\n", guild.document(&adas()));
    guild.write(&adas(), &compact);
    guild.is_built();
    assert_eq!(guild.0.read(&format!("_site/assertions/{ADA}/credential.json")), compact);
}

#[test]
fn an_index_is_nobody_elses() {
    let third = "0000000000000000000c";
    let guild = Guild::new();
    guild.put(&format!("assertions/soldering/{third}.json"), &signed(award(third, 7)));
    guild.write(LEDGER, &(guild.0.read(LEDGER) + &entry(third, "soldering", 7)));
    guild.is_refused("index 7 of list 1 is taken twice");

    let guild = Guild::new();
    guild.write(LEDGER, &(entry(ADA, "soldering", 8) + &entry(BOB, "soldering", 7)));
    guild.is_refused("the ledger disagree");
}

#[test]
fn the_ledger_forgets_nothing() {
    let guild = Guild::new();
    guild.write(LEDGER, &entry(ADA, "soldering", 7));
    guild.is_refused("the ledger of `guild` does not know this assertion");
    let guild = Guild::new();
    guild.remove(LEDGER);
    guild.is_refused("the ledger of `guild` does not know this assertion");
    let guild = Guild::new();
    guild.remove(&adas());
    guild.is_refused(&format!("the assertion `{ADA}` is gone"));

    let revoked = format!("[[entry]]\nevent = 'revoked'\nid = '{ADA}'\nat = 2026-05-04T11:00:00Z\nreason = 'Theft'\n");
    let guild = Guild::new();
    guild.write(LEDGER, &(revoked.clone() + &entry(ADA, "soldering", 7) + &entry(BOB, "soldering", 8)));
    guild.put(LIST_FILE, &signed(list(&[7])));
    guild.is_refused(&format!("nothing above awards `{ADA}`"));
    // Who was revoked is not reinstated by turning two lines around.
    let reinstated = revoked.replace("revoked", "reinstated");
    let guild = Guild::new();
    guild.put(LIST_FILE, &signed(list(&[7])));
    guild.write(LEDGER, &(guild.0.read(LEDGER) + &revoked + &reinstated));
    guild.is_refused("of which the ledger knows nothing");
}

#[test]
fn an_older_status_list_does_not_undo_a_revocation() {
    let older = signed(list(&[]));
    let guild = Guild::new();
    let revoked = format!("[[entry]]\nevent = 'revoked'\nid = '{ADA}'\nat = 2026-05-04T11:00:00Z\nreason = 'Theft'\n");
    guild.put(LIST_FILE, &signed(list(&[7])));
    guild.write(LEDGER, &(guild.0.read(LEDGER) + &revoked));
    guild.is_built();
    assert!(guild.page().contains("Revoked"));

    guild.put(LIST_FILE, &older);
    guild.is_refused(&format!("the ledger revokes `{ADA}`, of which the status list knows nothing"));
}

#[test]
fn a_status_list_is_the_issuers_own() {
    let guild = Guild::new();
    guild.tamper(LIST_FILE, |it| {
        it["credentialSubject"]["encodedList"] = list(&[7])["credentialSubject"]["encodedList"].clone()
    });
    guild.is_refused("proof does not hold");

    let eve = Key::new(9);
    let did = "did:web:badges.example:issuers:eve";
    let guild = Guild::new();
    guild.write("issuers/eve.toml", &format!("name = 'Eve'\n[[key]]\npublic = '{}'\n", eve.multibase()));
    let mut theirs = list(&[]);
    theirs["issuer"] = did.into();
    guild.put(LIST_FILE, &signed_by(theirs, did, &eve, SIGNED));
    guild.is_refused("not by `guild`");

    let guild = Guild::new();
    guild.put("status/guild/2.json", &signed(list(&[])));
    guild.is_refused("says that it is");
}

#[test]
fn a_list_for_another_purpose_is_refused() {
    let guild = Guild::new();
    let mut other = list(&[]);
    other["credentialSubject"]["statusPurpose"] = "suspension".into();
    guild.put("status/guild/1.json", &signed(other));
    guild.is_refused(
        "error[bad-status-list]: the status list is for the purpose `suspension`, not `revocation`\n \
         --> status/guild/1.json\nhelp: accolade keeps lists of revoked awards only: `accolade reseal` makes it anew from the ledger\n",
    );
}

#[test]
fn a_salt_that_two_awards_have_is_told() {
    let guild = Guild::with_award(|it| {
        it["credentialSubject"]["identifier"][0]["salt"] = "c29tZSByYW5kb20gYnl0ZXM8".into();
    });
    guild.0.run("check").succeeds_with(
        "
        warning[reused-salt]: the salt of `assertions/soldering/0000000000000000000a.json` is used again
         --> assertions/soldering/0000000000000000000b.json
        help: take a fresh salt for each award
        ",
    );
}
