//! One mistake at a time: each check fails alone, by its own question and in its own words.

use crate::kit::{GUILD, Key, Known, LIST, NOW, award, guild_key, method_id, signed, time};
use accolade::trust::{
    Judgement, Outcome, Question, Signer, Verdict, judge, judge_list,
    proof::{self, eddsa_jcs_2022, eddsa_rdfc_2022},
    status::{self, Bits},
};
use serde_json::{Value, json};

fn judged(document: &Value) -> Judgement {
    judge(document, &Known::guild(), time(NOW))
}

/// The award with a change made before it was signed: only the change can be wrong with it.
fn honest(change: impl FnOnce(&mut Value)) -> Value {
    let mut award = award();
    change(&mut award);
    signed(award)
}

/// The award, changed after it was signed.
fn tampered(change: impl FnOnce(&mut Value)) -> Value {
    let mut award = signed(award());
    change(&mut award);
    award
}

/// A document with one proof that holds, made of `options` as they are.
fn with_proof(document: Value, options: Value) -> Value {
    with_proof_by(document, options, &guild_key())
}

fn with_proof_by(mut document: Value, options: Value, key: &Key) -> Value {
    let mut proof = options.as_object().unwrap().clone();
    let trace = match options["cryptosuite"].as_str() {
        Some("eddsa-jcs-2022") => eddsa_jcs_2022::trace(&document, &proof),
        _ => eddsa_rdfc_2022::trace(&document, &proof),
    };
    let signature = key.sign(&trace.unwrap().hash_data()).unwrap();
    proof.insert("proofValue".into(), format!("z{}", bs58::encode(signature).into_string()).into());
    document["proof"] = json!([proof]);
    document
}

fn options(suite: &str) -> Value {
    json!({
        "type": "DataIntegrityProof",
        "cryptosuite": suite,
        "created": "2026-05-04T18:30:00Z",
        "verificationMethod": method_id(),
        "proofPurpose": "assertionMethod",
    })
}

fn option(name: &str, value: Value) -> Value {
    let mut options = options("eddsa-rdfc-2022");
    options[name] = value;
    options
}

/// The only bad answer, and what it came to.
#[track_caller]
fn assert_alone(judgement: &Judgement, question: Question, outcome: Outcome, words: &str, verdict: &str) {
    let bad: Vec<_> = judgement
        .checks
        .iter()
        .filter(|it| !matches!(it.outcome, Outcome::Passed | Outcome::Absent))
        // In most of these worlds nobody is ours.
        .filter(|it| it.sentence.key() != "judge-any-stranger")
        .map(|it| (it.question, it.outcome.clone(), it.sentence.to_string()))
        .collect();
    let [(asked, found, said)] = bad.as_slice() else { panic!("{judgement:#?}") };
    assert_eq!((asked, found), (&question, &outcome), "{said}");
    assert!(said.contains(words), "{said}, not {words}");
    assert_eq!(judgement.verdict.kind(), verdict, "{said}");
}

#[test]
fn nothing_is_wrong_with_the_award_itself() {
    let judgement = judged(&signed(award()));
    assert_eq!(judgement.verdict, Verdict::Valid, "{judgement:#?}");
    let sentences: Vec<_> = judgement.checks.iter().map(|it| it.sentence.to_string()).collect();
    assert_eq!(
        sentences,
        [
            "The document is an Open Badges 3.0 credential, and every term in it is defined",
            "The key is one of the issuer `did:web:badges.example:issuers:guild`, who is not of this site. That they are \
             who they say, only badges.example vouches for: whoever controls that address made the keys",
            "The eddsa-rdfc-2022 proof holds: signed with the key z6Mk…5T3Z on 4 May 2026",
            "The eddsa-jcs-2022 proof holds: signed with the key z6Mk…5T3Z on 4 May 2026",
            "It is not revoked: its status list is genuine and has nothing against it",
            "It is valid from 4 May 2026 until 3 May 2028",
        ]
    );
    let ours = Known { ours: true, ..Known::guild() };
    let judgement = judge(&signed(award()), &ours, time(NOW));
    assert_eq!(judgement.verdict, Verdict::Valid);
    assert_eq!(
        judgement.checks[1].sentence.to_string(),
        "The issuer `did:web:badges.example:issuers:guild` is known, and the key is one of its keys"
    );
}

#[test]
fn documents_of_another_shape() {
    type Change = fn(&mut Value);
    let cases: [(&str, Change); 16] = [
        ("first `@context`", |it| {
            it["@context"].as_array_mut().unwrap().swap(0, 1);
        }),
        ("second `@context`", |it| {
            it["@context"]
                .as_array_mut()
                .unwrap()
                .insert(1, "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json".into());
        }),
        ("not `VerifiableCredential`", |it| it["type"] = json!(["OpenBadgeCredential"])),
        ("not `OpenBadgeCredential`", |it| it["type"] = json!(["VerifiableCredential"])),
        ("has no `id`", |it| drop(it.as_object_mut().unwrap().remove("id"))),
        ("`issuer` is not an object", |it| it["issuer"] = GUILD.into()),
        ("not `Profile`", |it| it["issuer"]["type"] = json!(["Address"])),
        ("no `credentialSubject`", |it| {
            it["credentialSubject"]["id"] = "did:example:a".into();
            let mut other = it["credentialSubject"].clone();
            other["id"] = "did:example:b".into();
            other["achievement"] = "https://badges.example/badges/other/achievement.json".into();
            it["credentialSubject"] = json!([it["credentialSubject"], other]);
        }),
        ("not `AchievementSubject`", |it| it["credentialSubject"]["type"] = json!(["Profile"])),
        ("has no `credentialSubject.id`", |it| {
            drop(it["credentialSubject"].as_object_mut().unwrap().remove("identifier"))
        }),
        ("has no `credentialSubject.id`", |it| it["credentialSubject"]["identifier"] = json!([])),
        ("no `credentialSubject.achievement`", |it| {
            it["credentialSubject"]["achievement"] = "https://badges.example/x".into()
        }),
        ("not `Achievement`", |it| it["credentialSubject"]["achievement"]["type"] = json!(["Related"])),
        ("no `credentialSubject.achievement.id`", |it| {
            it["credentialSubject"]["achievement"].as_object_mut().unwrap().remove("id");
        }),
        ("has no `credentialSubject.achievement.name`", |it| {
            drop(it["credentialSubject"]["achievement"].as_object_mut().unwrap().remove("name"))
        }),
        ("`awardedDate` is wrong", |it| it["awardedDate"] = "2026-05-04".into()),
    ];
    for (words, change) in cases {
        let mut award = award();
        change(&mut award);
        // Some changes have no canonical form on which to sign; the shape is asked about all the same.
        let document = match proof::sign(award.clone(), &method_id(), &guild_key(), time("2026-05-04T18:30:00Z")) {
            Ok(signed) => signed,
            Err(_) => {
                award["proof"] = signed(self::award())["proof"].clone();
                award
            }
        };
        let judgement = judged(&document);
        let document = &judgement.checks[0];
        assert_eq!((document.question, &document.outcome), (Question::Document, &Outcome::Failed), "{words}");
        assert!(document.sentence.to_string().contains(words), "{}, not {words}", document.sentence);
        assert_eq!(judgement.verdict.kind(), "invalid");
    }
}

#[test]
fn what_somebody_else_may_understand() {
    let mut older = signed(award());
    older["@context"][0] = "https://www.w3.org/2018/credentials/v1".into();
    let mut unknown = signed(award());
    unknown["@context"][1] = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.9.9.json".into();
    let mut own = signed(award());
    own["@context"].as_array_mut().unwrap().push(json!({ "grade": "https://example.org/grade" }));
    for (document, words) in
        [(older, "Verifiable Credentials 1.1"), (unknown, "is not known here"), (own, "a context of its own")]
    {
        let judgement = judged(&document);
        assert_eq!(judgement.checks[0].outcome, Outcome::CouldNotCheck, "{judgement:#?}");
        assert!(judgement.checks[0].sentence.to_string().contains(words), "{}", judgement.checks[0].sentence);
        assert_ne!(judgement.verdict, Verdict::Valid);
    }
}

#[test]
fn no_json_is_a_credential_by_itself() {
    for document in [json!(null), json!([]), json!("x"), json!({}), json!({ "proof": 1 }), json!({ "proof": [1] })] {
        assert_eq!(judged(&document).verdict.kind(), "invalid", "{document}");
    }
}

#[test]
fn an_issuer_that_is_not_known() {
    let mut world = Known::guild();
    world.controllers.clear();
    let judgement = judge(&signed(award()), &world, time(NOW));
    assert_eq!(judgement.checks[1].outcome, Outcome::CouldNotCheck);
    assert_eq!(judgement.verdict.kind(), "unchecked");
    assert!(judgement.checks[1].sentence.to_string().ends_with("are not known: nobody told"));
}

#[test]
fn keys_that_may_not_sign() {
    let judge_with = |document: &Value, change: fn(&mut Known)| {
        let mut world = Known::guild();
        let list = world.lists.clone();
        change(&mut world);
        world.lists = list;
        let mut document = document.clone();
        document.as_object_mut().unwrap().remove("credentialStatus");
        document.as_object_mut().unwrap().remove("proof");
        judge(&signed(document), &world, time(NOW))
    };
    let award = signed(award());
    for (words, change) in [
        ("ended on 4 May 2026", (|it| it.method().until = Some(time("2026-05-04T18:30:00Z"))) as fn(&mut Known)),
        ("began on 4 May 2026", |it| it.method().from = Some(time("2026-05-04T18:30:01Z"))),
        ("compromised since 4 May 2026", |it| it.method().compromised = Some(time("2026-05-04T18:30:00Z"))),
        ("does not list the key", |it| it.method().id.push('x')),
    ] {
        let judgement = judge_with(&award, change);
        assert_eq!(judgement.checks[1].outcome, Outcome::Failed, "{words}");
        assert!(judgement.checks[1].sentence.to_string().contains(words), "{}", judgement.checks[1].sentence);
        assert_eq!(judgement.verdict.kind(), "invalid");
    }
    for change in [
        (|it| it.method().until = Some(time("2026-05-04T18:30:01Z"))) as fn(&mut Known),
        |it| it.method().from = Some(time("2026-05-04T18:30:00Z")),
        |it| it.method().compromised = Some(time("2026-05-04T18:30:01Z")),
    ] {
        let judgement = judge_with(&award, change);
        assert_eq!(judgement.verdict, Verdict::Valid, "{judgement:#?}");
    }
}

#[test]
fn a_key_that_was_retired_since_is_worth_a_note() {
    let mut world = Known { ours: true, ..Known::guild() };
    world.method().until = Some(time("2026-06-01T00:00:00Z"));
    let at = |now: &str| judge(&signed(award()), &world, time(now));
    assert_eq!(at("2026-05-31T23:59:59Z").checks[1].outcome, Outcome::Passed);
    let words = "which signed this in its time and was retired on 1 June 2026";
    assert_alone(&at("2026-06-01T00:00:00Z"), Question::Issuer, Outcome::Attention, words, "valid");
}

#[test]
fn an_end_that_is_near_is_worth_a_note() {
    let at = |now: &str| judge(&signed(award()), &Known::guild(), time(now));
    assert_eq!(at("2028-04-03T23:59:59Z").checks[5].outcome, Outcome::Passed);
    assert_alone(&at("2028-04-04T00:00:00Z"), Question::Dates, Outcome::Attention, "which is soon", "valid");
}

#[test]
fn a_key_of_somebody_else() {
    let mut world = Known::guild();
    let other = "did:web:badges.example:issuers:guild-two";
    world.introduce(other, Key::new(8).public_key());
    let method = format!("{other}#{}", Key::new(8).public_key().to_multibase());
    let forged = proof::sign(award(), &method, &Key::new(8), time("2026-05-04T18:30:00Z")).unwrap();
    let judgement = judge(&forged, &world, time(NOW));
    assert!(judgement.checks[1].sentence.to_string().contains("does not belong to the issuer"), "{judgement:#?}");
    assert_eq!(judgement.verdict.kind(), "invalid");

    // The issuer's key id, but signed with another key.
    let forged = proof::sign(award(), &method_id(), &Key::new(8), time("2026-05-04T18:30:00Z")).unwrap();
    let judgement = judged(&forged);
    assert_eq!(judgement.checks[2].outcome, Outcome::Failed);
    assert_eq!(judgement.checks[3].outcome, Outcome::Failed);
}

#[test]
fn a_did_key_vouches_for_itself_alone() {
    let key = Key::new(8);
    let did = format!("did:key:{}", key.public_key().to_multibase());
    let mut award = award();
    award["issuer"]["id"] = did.as_str().into();
    award.as_object_mut().unwrap().remove("credentialStatus");
    let method = format!("{did}#{}", key.public_key().to_multibase());
    let signed = proof::sign(award, &method, &key, time("2026-05-04T18:30:00Z")).unwrap();
    let judgement = judge(&signed, &Known::default(), time(NOW));
    assert_alone(
        &judgement,
        Question::Issuer,
        Outcome::Attention,
        "is only a key: that they are who they say, nobody vouches for",
        "valid",
    );
}

#[test]
fn proofs_that_are_no_good() {
    let both = signed(award())["proof"].clone();
    let spoilt = |n: usize, name: &str, value: Value| {
        let mut document = signed(award());
        document["proof"][n][name] = value;
        document
    };
    let without = |n: usize, name: &str| {
        let mut document = signed(award());
        document["proof"][n].as_object_mut().unwrap().remove(name);
        document
    };
    let other_value = both[1]["proofValue"].clone();
    let cases = [
        (Question::ProofRdfc, "changed after signing", spoilt(0, "created", "2026-05-04T18:30:01Z".into())),
        (Question::ProofJcs, "changed after signing", spoilt(1, "created", "2026-05-04T18:30:01Z".into())),
        (Question::ProofRdfc, "changed after signing", spoilt(0, "proofValue", other_value)),
        (Question::ProofRdfc, "64 bytes", spoilt(0, "proofValue", "z1".into())),
        (Question::ProofRdfc, "64 bytes", spoilt(0, "proofValue", format!("z{}", "1".repeat(500)).into())),
        (Question::ProofRdfc, "64 bytes", spoilt(0, "proofValue", "uAAAA".into())),
        (Question::ProofRdfc, "not plain text", spoilt(0, "proofValue", json!(1))),
        (Question::ProofRdfc, "not plain text", spoilt(0, "nonce", json!(null))),
        (Question::ProofRdfc, "not plain text", spoilt(0, "@type", "DataIntegrityProof".into())),
        (Question::ProofRdfc, "changed after signing", spoilt(0, "nonce", "x".into())),
        (Question::ProofRdfc, "not defined", spoilt(0, "colour", "green".into())),
        (Question::ProofJcs, "changed after signing", spoilt(1, "colour", "green".into())),
        (Question::ProofRdfc, "is not that of the document", spoilt(0, "@context", json!([]))),
        (Question::ProofJcs, "does not begin with the contexts", spoilt(1, "@context", json!(["https://w3id.org/x"]))),
        (Question::ProofRdfc, "for the purpose `authentication`", spoilt(0, "proofPurpose", "authentication".into())),
        (Question::ProofRdfc, "no `proofPurpose`", without(0, "proofPurpose")),
        (Question::ProofRdfc, "no `proofValue`", without(0, "proofValue")),
        (Question::ProofRdfc, "no `verificationMethod`", without(0, "verificationMethod")),
        (Question::ProofRdfc, "has no `cryptosuite`", without(0, "cryptosuite")),
        (Question::ProofRdfc, "has no `type`", without(0, "type")),
        (Question::ProofRdfc, "bad `created`", spoilt(0, "created", "2026-05-04".into())),
        (Question::ProofRdfc, "which is not there", spoilt(0, "previousProof", "urn:uuid:1".into())),
        (Question::ProofRdfc, "not an id", spoilt(0, "previousProof", json!([]))),
        (Question::ProofJcs, "changed after signing", tampered(|it| it["evidence"][0]["type"] = "Evidence".into())),
    ];
    for (question, words, document) in cases {
        let judgement = judged(&document);
        assert_alone(&judgement, question, Outcome::Failed, words, "invalid");
    }
}

#[test]
fn a_document_without_a_proof_to_check() {
    let mut none = signed(award());
    none.as_object_mut().unwrap().remove("proof");
    let mut empty = signed(award());
    empty["proof"] = json!([]);
    for document in [none, empty] {
        assert_alone(&judged(&document), Question::ProofRdfc, Outcome::Failed, "no proof at all", "invalid");
    }
    let mut foreign = signed(award());
    foreign["proof"] = json!({ "type": "DataIntegrityProof", "cryptosuite": "ecdsa-sd-2023" });
    let judgement = judged(&foreign);
    assert_alone(&judgement, Question::ProofRdfc, Outcome::CouldNotCheck, "of the kind `ecdsa-sd-2023`", "unchecked");
}

#[test]
fn one_good_proof_is_enough_for_others_and_two_for_us() {
    let ours = Known { ours: true, ..Known::guild() };
    let mut foreign = signed(award());
    foreign["proof"].as_array_mut().unwrap().insert(0, json!({ "type": "SomeProofType" }));
    let mut reversed = signed(award());
    reversed["proof"].as_array_mut().unwrap().reverse();
    let mut cases = vec![foreign, reversed];
    for n in [0, 1] {
        let mut one = signed(award());
        one["proof"].as_array_mut().unwrap().remove(n);
        cases.push(one);
    }
    for document in cases {
        assert_eq!(judged(&document).verdict, Verdict::Valid);
        let judgement = judge(&document, &ours, time(NOW));
        assert_eq!(judgement.verdict.kind(), "invalid");
        assert!(judgement.checks[2].sentence.to_string().contains("does not carry exactly"), "{judgement:#?}");
    }
    // Of two that are understood, a bad one is not made good by the other.
    let judgement = judged(&tampered(|it| it["proof"][1]["created"] = "2026-05-04T18:30:01Z".into()));
    assert_eq!(judgement.verdict.kind(), "invalid");
}

#[test]
fn proofs_for_a_time_or_an_occasion() {
    let award = || {
        let mut award = award();
        award.as_object_mut().unwrap().remove("credentialStatus");
        award
    };
    let judged = |option| judged(&with_proof(award(), option));
    assert_eq!(judged(options("eddsa-rdfc-2022")).verdict, Verdict::Valid);
    assert_eq!(judged(options("eddsa-jcs-2022")).verdict, Verdict::Valid);
    assert_eq!(judged(option("expires", NOW.replace(":00Z", ":01Z").into())).verdict, Verdict::Valid);
    let expired = judged(option("expires", NOW.into()));
    assert_alone(&expired, Question::ProofRdfc, Outcome::Failed, "it expired on 23 November 2026", "invalid");
    let elsewhere = judged(option("domain", "shop.example".into()));
    assert_alone(&elsewhere, Question::ProofRdfc, Outcome::CouldNotCheck, "for one occasion", "unchecked");

    let mut undated = options("eddsa-rdfc-2022");
    undated.as_object_mut().unwrap().remove("created");
    let document = with_proof(award(), undated);
    assert_eq!(self::judged(&document).verdict, Verdict::Valid);
    let mut world = Known::guild();
    world.method().from = Some(time("2020-01-01T00:00:00Z"));
    let judgement = judge(&document, &world, time(NOW));
    assert_alone(&judgement, Question::Issuer, Outcome::CouldNotCheck, "does not say when", "unchecked");
}

#[test]
fn contexts_may_follow_behind_those_that_were_signed() {
    let extended = tampered(|it| {
        it["@context"].as_array_mut().unwrap().push("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json".into());
    });
    let judgement = judged(&extended);
    assert_alone(&judgement, Question::ProofJcs, Outcome::Attention, "contexts were added", "valid");
    let judgement = judge(&extended, &Known { ours: true, ..Known::guild() }, time(NOW));
    assert_eq!(judgement.verdict.kind(), "invalid");
}

#[test]
fn numbers_that_are_not_written_alike_everywhere() {
    let mut award = award();
    award["credentialSubject"]["creditsEarned"] = json!(2.5);
    let mut proof = options("eddsa-jcs-2022");
    proof["@context"] = award["@context"].clone();
    let by_jcs = with_proof(award, proof);
    assert_eq!(judged(&by_jcs).verdict, Verdict::Valid, "canonical JSON is exact about them");

    let mut rdfc = options("eddsa-rdfc-2022");
    rdfc["proofValue"] = by_jcs["proof"][0]["proofValue"].clone();
    let mut by_rdfc = by_jcs;
    by_rdfc["proof"] = json!([rdfc]);
    let judgement = judged(&by_rdfc);
    assert_alone(&judgement, Question::ProofRdfc, Outcome::CouldNotCheck, "creditsEarned", "unchecked");
    let judgement = judge(&by_rdfc, &Known { ours: true, ..Known::guild() }, time(NOW));
    assert_eq!(judgement.checks[0].outcome, Outcome::Failed);
}

#[test]
fn statuses() {
    let entry = |name: &str, value: Value| honest(|it| it["credentialStatus"][name] = value);
    let judgement = judged(&entry("statusListIndex", "7".into()));
    assert_alone(&judgement, Question::Status, Outcome::Failed, "It is revoked", "revoked");
    let judgement = judged(&entry("statusListIndex", "131072".into()));
    assert_alone(&judgement, Question::Status, Outcome::CouldNotCheck, "no entry 131072", "unchecked");
    let judgement = judged(&entry("statusListIndex", "x".into()));
    assert_alone(&judgement, Question::Status, Outcome::CouldNotCheck, "`statusListIndex` `x`", "unchecked");
    let judgement = judged(&entry("statusPurpose", "suspension".into()));
    assert_alone(&judgement, Question::Status, Outcome::CouldNotCheck, "not `suspension`", "unchecked");
    let judgement = judged(&entry("statusPurpose", "audit".into()));
    assert_alone(&judgement, Question::Status, Outcome::CouldNotCheck, "`audit`, which is not understood", "unchecked");
    let judgement = judged(&entry("statusPurpose", "refresh".into()));
    assert_alone(&judgement, Question::Status, Outcome::Attention, "further news", "valid");
    let judgement = judged(&entry("statusListCredential", "https://badges.example/status/guild/2.json".into()));
    assert_alone(&judgement, Question::Status, Outcome::CouldNotCheck, "is not at hand: nobody told", "unchecked");
    let judgement = judged(&honest(|it| drop(it.as_object_mut().unwrap().remove("credentialStatus"))));
    assert_eq!((judgement.checks[4].outcome.clone(), judgement.verdict), (Outcome::Absent, Verdict::Valid));
}

#[test]
fn a_list_that_suspends() {
    let mut bits = Bits::new();
    bits.set(94_567, true);
    let mut list = status::credential(&bits, LIST, GUILD, time("2026-01-01T00:00:00Z"));
    list["credentialSubject"]["statusPurpose"] = "suspension".into();
    let mut world = Known::guild();
    world.publish(list);
    let document = honest(|it| it["credentialStatus"]["statusPurpose"] = "suspension".into());
    let judgement = judge(&document, &world, time(NOW));
    assert_alone(&judgement, Question::Status, Outcome::Failed, "It is suspended", "suspended");
}

#[test]
fn lists_that_are_not_genuine() {
    type Change = fn(&mut Value);
    let list = || status::credential(&Bits::new(), LIST, GUILD, time("2026-01-01T00:00:00Z"));
    let before: [(&str, Change); 10] = [
        ("says that it is", |it| it["id"] = "https://badges.example/status/guild/2.json".into()),
        ("not of the type `BitstringStatusListCredential`", |it| it["type"] = json!(["VerifiableCredential"])),
        ("not of the type `BitstringStatusList`", |it| {
            it["credentialSubject"]["type"] = json!(["BitstringStatusList"])
        }),
        ("has no `statusPurpose`", |it| it["credentialSubject"]["statusPurpose"] = json!(["revocation"])),
        ("not base64url of gzip", |it| it["credentialSubject"]["encodedList"] = "H4sI".into()),
        ("it begins on 1 January 2027", |it| it["validFrom"] = "2027-01-01T00:00:00Z".into()),
        ("it expired on 31 January 2026", |it| it["validUntil"] = "2026-02-01T00:00:00Z".into()),
        ("the dates cannot be understood", |it| drop(it.as_object_mut().unwrap().remove("validFrom"))),
        ("does not belong to the issuer", |it| it["issuer"] = "did:web:badges.example:issuers:other".into()),
        ("no `issuer`", |it| drop(it.as_object_mut().unwrap().remove("issuer"))),
    ];
    let after: [(&str, Change); 4] = [
        ("no proof at all", |it| drop(it.as_object_mut().unwrap().remove("proof"))),
        ("changed after signing", |it| {
            it["credentialSubject"]["encodedList"] = {
                let mut bits = Bits::new();
                bits.set(7, true);
                bits.encode().into()
            }
        }),
        ("changed after signing", |it| it["proof"][0]["created"] = "2026-01-01T00:00:00Z".into()),
        ("not defined", |it| it["colour"] = "green".into()),
    ];
    let judge_list = |list: &Value| judge_list(list, LIST, &Known::guild(), time(NOW));
    assert!(judge_list(&signed(list())).is_ok());
    for (words, change) in before {
        let mut list = list();
        change(&mut list);
        let why = judge_list(&signed(list)).expect_err(words);
        assert!(why.to_string().contains(words), "{why}, not {words}");
    }
    for (words, change) in after {
        let mut list = signed(list());
        change(&mut list);
        let why = judge_list(&list).expect_err(words);
        assert!(why.to_string().contains(words), "{why}, not {words}");

        let mut world = Known::guild();
        world.lists.insert(LIST.into(), list);
        let judgement = judge(&signed(award()), &world, time(NOW));
        assert_alone(&judgement, Question::Status, Outcome::CouldNotCheck, words, "unchecked");
    }
}

#[test]
fn a_list_by_somebody_else_says_nothing() {
    let other = "did:web:badges.example:issuers:other";
    let key = Key::new(8);
    let method = format!("{other}#{}", key.public_key().to_multibase());
    let list = status::credential(&Bits::new(), LIST, other, time("2026-01-01T00:00:00Z"));
    let mut world = Known::guild();
    world.introduce(other, key.public_key());
    world.lists.insert(LIST.into(), proof::sign(list, &method, &key, time("2026-01-01T00:00:00Z")).unwrap());
    let judgement = judge(&signed(award()), &world, time(NOW));
    assert_alone(&judgement, Question::Status, Outcome::CouldNotCheck, "is by another", "unchecked");
}

#[test]
fn dates() {
    let at = |now: &str| judge(&signed(award()), &Known::guild(), time(now));
    assert_eq!(at("2026-05-04T00:00:00Z").verdict, Verdict::Valid);
    assert_eq!(at("2028-05-03T23:59:59Z").verdict, Verdict::Valid);
    let early = at("2026-05-03T23:59:59Z");
    assert_alone(&early, Question::Dates, Outcome::Failed, "It begins on 4 May 2026", "not-yet-valid");
    let late = at("2028-05-04T00:00:00Z");
    assert_alone(&late, Question::Dates, Outcome::Failed, "It expired on 3 May 2028", "expired");

    for (words, name, value) in [
        ("`validUntil` is before `validFrom`", "validUntil", "2026-05-03T00:00:00Z"),
        ("`validUntil` is wrong", "validUntil", "2028-05-04"),
        ("`validFrom` is wrong", "validFrom", "2026-05-04T00:00:00"),
    ] {
        let judgement = judged(&honest(|it| it[name] = value.into()));
        assert_alone(&judgement, Question::Dates, Outcome::Failed, words, "invalid");
    }
    let judgement = judged(&honest(|it| drop(it.as_object_mut().unwrap().remove("validFrom"))));
    assert_alone(&judgement, Question::Dates, Outcome::Failed, "no `validFrom`", "invalid");
}

#[test]
fn the_gravest_answer_decides() {
    let revoked_and_expired = honest(|it| it["credentialStatus"]["statusListIndex"] = "7".into());
    let later = time("2030-01-01T00:00:00Z");
    assert_eq!(judge(&revoked_and_expired, &Known::guild(), later).verdict, Verdict::Revoked(None));
    let mut forged = revoked_and_expired;
    forged["name"] = "Welding".into();
    assert_eq!(judge(&forged, &Known::guild(), later).verdict.kind(), "invalid");
    let without_list = Known { lists: Default::default(), ..Known::guild() };
    assert_eq!(judge(&signed(award()), &without_list, later).verdict.kind(), "expired");
    let without_issuer = Known { controllers: Default::default(), ..Known::guild() };
    assert_eq!(judge(&signed(award()), &without_issuer, later).verdict.kind(), "unchecked");
}
