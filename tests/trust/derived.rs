//! Signed documents that another implementation made, with every value on the way, and documents that it spoilt.

use crate::kit::{Key, Known, NOW, document, time};
use accolade::trust::{
    Judgement, Outcome, Question, Verdict,
    did::Controller,
    judge, judge_list,
    proof::{self, Suite},
    status::{Bits, List},
};
use data_encoding::HEXLOWER;
use serde_json::Value;
use sha2::{Digest, Sha256};

fn world() -> Known {
    let did = "did:web:badges.example:site";
    let mut world = Known::default();
    let controller = Controller::from_document(&document("derived/signed/did.json"), did).unwrap();
    world.controllers.insert(did.to_owned(), controller);
    world.lists.insert("https://badges.example/site/status/1.json".into(), document("derived/signed/status.rdfc.json"));
    world
}

fn judged(name: &str) -> Judgement {
    judge(&document(&format!("derived/signed/{name}")), &world(), time(NOW))
}

#[test]
fn what_is_good_is_valid() {
    let index = document("derived/signed/index.json");
    let positive: Vec<_> = index["positive"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
    assert_eq!(positive.len(), 7);
    for name in positive {
        let judgement = judged(name);
        if name == "rich.rdfc.json" {
            // Good, but with 47.3769 and 2.5: numbers that implementations write differently.
            let Verdict::Unchecked(sentence) = &judgement.verdict else { panic!("{judgement:#?}") };
            assert!(sentence.to_string().contains("proof could not be checked"), "{sentence}");
            continue;
        }
        assert_eq!(judgement.verdict, Verdict::Valid, "{name}: {judgement:#?}");
    }
}

#[test]
fn what_was_spoilt_is_invalid() {
    let index = document("derived/signed/index.json");
    let negative = index["negative"].as_object().unwrap();
    assert_eq!(negative.len(), 4);
    for name in negative.keys() {
        let judgement = judged(name);
        assert_eq!(judgement.verdict.kind(), "invalid", "{name}");
        let failed: Vec<_> = judgement.checks.iter().filter(|it| it.outcome == Outcome::Failed).collect();
        let (question, words) = match name.as_str() {
            "negative-undefined-term.json" => (Question::Document, "defined"),
            "negative-purpose.json" => (Question::ProofRdfc, "`authentication`"),
            _ => (Question::ProofRdfc, "changed after signing"),
        };
        assert_eq!(failed[0].question, question, "{name}");
        assert!(failed[0].sentence.to_string().contains(words), "{name}: {}", failed[0].sentence);
    }
}

#[test]
fn every_value_on_the_way_is_the_same() {
    for name in ["minimal.rdfc", "minimal.jcs", "endorsement.rdfc", "status.rdfc"] {
        let expected = document(&format!("derived/signed/{name}.trace.json"));
        let text = |member: &str| expected[member].as_str().unwrap();
        let signed = document(&format!("derived/signed/{name}.json"));
        let [(suite, Ok(trace))] = &proof::explain(&signed).unwrap()[..] else { panic!("{name}") };
        assert_eq!(suite.name(), text("cryptosuite"));
        assert_eq!(trace.document, text("documentCanonical"));
        assert_eq!(trace.configuration, text("proofConfigCanonical"));
        assert_eq!(HEXLOWER.encode(&trace.document_hash), text("documentHashHex"));
        assert_eq!(HEXLOWER.encode(&trace.configuration_hash), text("proofConfigHashHex"));
        assert_eq!(HEXLOWER.encode(&trace.hash_data()), text("hashDataHex"));
    }
}

#[test]
fn our_signature_is_theirs() {
    let method = "did:web:badges.example:site#z6MkvDqGT54cXesYGvABpF1UapVNwjCqRcafi4Px6Thv5T3Z";
    let unsigned = document("derived/signed/minimal.unsigned.json");
    let signed = proof::sign(unsigned, method, &Key::new(7), time("2026-03-01T00:00:00Z")).unwrap();
    assert_eq!(signed, document("derived/signed/minimal.set-rdfc-jcs.json"));

    let suites: Vec<Suite> = proof::explain(&signed).unwrap().into_iter().map(|it| it.0).collect();
    assert_eq!(suites, [Suite::EddsaRdfc2022, Suite::EddsaJcs2022]);
    assert!(proof::sign(signed, method, &Key::new(7), time(NOW)).is_err(), "signed twice");
}

#[test]
fn what_is_not_portable_is_not_signed() {
    let rich = document("derived/signed/rich.unsigned.json");
    let error = proof::sign(rich, "did:web:x#y", &Key::new(7), time(NOW)).unwrap_err();
    assert!(error.to_string().contains("cannot be signed"), "{error}");
}

#[test]
fn lists_of_bits() {
    let cases = document("derived/bitstring/cases.json");
    let cases = cases.as_array().unwrap();
    assert_eq!(cases.len(), 6);
    for case in cases {
        let bits = Bits::decode(case["encodedList"].as_str().unwrap()).unwrap();
        assert_eq!(bits.0.len() as u64 * 8, case["lengthBits"].as_u64().unwrap());
        assert_eq!(HEXLOWER.encode(&Sha256::digest(&bits.0)), case["rawSha256"].as_str().unwrap());
        let set: Vec<u64> = (0..)
            .take_while(|it| bits.get(*it).is_some())
            .filter(|it| bits.get(*it) == Some(true))
            .map(u64::from)
            .collect();
        let expected: Vec<u64> = case["set"].as_array().unwrap().iter().filter_map(Value::as_u64).collect();
        assert_eq!(set, expected);
        assert_eq!(Bits::decode(&bits.encode()), Ok(bits));
    }
}

#[test]
fn a_signed_list_is_read() {
    let url = "https://badges.example/site/status/1.json";
    let list: List = judge_list(&document("derived/signed/status.rdfc.json"), url, &world(), time(NOW)).unwrap();
    assert_eq!(
        (list.purpose.as_str(), list.bits.get(94_567), list.bits.get(94_568)),
        ("revocation", Some(true), Some(false))
    );
}
