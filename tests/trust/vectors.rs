//! The vectors of W3C (Data Integrity EdDSA Cryptosuites 1.0) and 1EdTech, at every value that they give.

use crate::kit::{Key, document, text};
use accolade::{
    canon::Refusal,
    trust::{
        PublicKey, Signer,
        did::Controller,
        proof::{self, Found, Suite, Trace, eddsa_jcs_2022, eddsa_rdfc_2022},
    },
};
use data_encoding::HEXLOWER;
use serde_json::{Map, Value};

type Suit = fn(&Value, &Map<String, Value>) -> Result<Trace, Refusal>;

/// Holds one folder of vectors against one suite.
fn check(folder: &str, ending: &str, unsigned: &str, trace: Suit) {
    let value = |name: &str| text(&format!("vc-di-eddsa/{folder}/{name}{ending}.txt"));
    let options = document(&format!("vc-di-eddsa/{folder}/proofConfig{ending}.json"));
    let options = options.as_object().unwrap();
    let trace = trace(&document(unsigned), options).unwrap();

    assert_eq!(trace.document, value("canonDoc"));
    assert_eq!(trace.configuration, value("proofCanon"));
    assert_eq!(HEXLOWER.encode(&trace.document_hash), value("docHash").trim());
    assert_eq!(HEXLOWER.encode(&trace.configuration_hash), value("proofHash").trim());
    assert_eq!(HEXLOWER.encode(&trace.hash_data()), value("combinedHash").trim());

    let pair = document("vc-di-eddsa/keyPair.json");
    let key = Key::from_multibase(pair["privateKeyMultibase"].as_str().unwrap());
    assert_eq!(key.public_key().to_multibase(), pair["publicKeyMultibase"].as_str().unwrap());
    let signature = key.sign(&trace.hash_data()).unwrap();
    assert_eq!(HEXLOWER.encode(&signature), value("sigHex").trim());
    assert_eq!(format!("z{}", bs58::encode(signature).into_string()), value("sigBTC58").trim());
    assert!(proof::holds(&trace, &signature, key.public_key()));
    assert_eq!(all_hold(&format!("vc-di-eddsa/{folder}/signed{ending}.json")), 1);
}

/// How many proofs a signed document has, all of which hold.
fn all_hold(path: &str) -> usize {
    let signed = document(path);
    let parts = proof::take_apart(signed.clone()).unwrap();
    let found = parts.found();
    let traces = proof::explain(&signed).unwrap();
    assert_eq!(found.len(), traces.len(), "{path}");
    for (found, (suite, trace)) in found.iter().zip(traces) {
        let Found::Proof(proof) = found else { panic!("{path}: {found:?}") };
        assert_eq!(proof.suite, suite);
        let trace = trace.unwrap_or_else(|why| panic!("{path}: {why}"));
        let (_, key) = proof.method.split_once('#').unwrap();
        assert!(proof::holds(&trace, &proof.signature, &PublicKey::from_multibase(key).unwrap()), "{path}");
        let mut other = proof.signature;
        other[0] ^= 1;
        assert!(!proof::holds(&trace, &other, &PublicKey::from_multibase(key).unwrap()), "{path}");
    }
    found.len()
}

#[test]
fn w3c_eddsa_rdfc_2022() {
    check("eddsa-rdfc-2022", "DataInt", "vc-di-eddsa/unsigned.json", eddsa_rdfc_2022::trace);
    check("eddsa-rdfc-2022/employ", "DataInt", "vc-di-eddsa/employmentAuth.json", eddsa_rdfc_2022::trace);
}

#[test]
fn w3c_eddsa_jcs_2022() {
    check("eddsa-jcs-2022", "JCS", "vc-di-eddsa/unsigned.json", eddsa_jcs_2022::trace);
}

#[test]
fn w3c_proof_sets_and_chains() {
    for (name, proofs) in [("Set1", 1), ("Set2", 2), ("Chain1", 3), ("Chain2", 4)] {
        assert_eq!(all_hold(&format!("vc-di-eddsa/proof-set-chain/signedProof{name}.json")), proofs);
    }
}

#[test]
fn a_chained_proof_signs_the_proofs_that_it_builds_upon() {
    let folder = "vc-di-eddsa/proof-set-chain";
    let signed = document(&format!("{folder}/signedProofChain2.json"));
    let parts = proof::take_apart(signed.clone()).unwrap();
    for (found, name) in parts.found()[2..].iter().zip(["proofChainTempDoc1", "proofChainTempDoc2"]) {
        let Found::Proof(proof) = found else { panic!("{found:?}") };
        assert_eq!(proof::input(&parts, proof).unwrap(), document(&format!("{folder}/{name}.json")));
    }

    // Without the proof that it names, or with another signature in it, it holds no more.
    let mut cut = signed.clone();
    cut["proof"].as_array_mut().unwrap().remove(0);
    assert!(proof::explain(&cut).unwrap()[1].1.as_ref().unwrap_err().contains("which is not there"));
    let mut doubled = signed.clone();
    doubled["proof"].as_array_mut().unwrap().push(signed["proof"][0].clone());
    assert!(proof::explain(&doubled).unwrap()[2].1.as_ref().unwrap_err().contains("of which there are two"));
    let mut changed = signed.clone();
    changed["proof"][0]["proofValue"] = signed["proof"][1]["proofValue"].clone();
    let before = proof::explain(&signed).unwrap()[2].1.clone().unwrap();
    assert_ne!(proof::explain(&changed).unwrap()[2].1.clone().unwrap().hash_data(), before.hash_data());
}

#[test]
fn open_badges_and_clr_vectors_of_1edtech() {
    for folder in ["ob3-spec/signed-ob", "ob3-spec/signed-clr"] {
        let signed = document(&format!("{folder}/signed.json"));
        let [(Suite::EddsaRdfc2022, Ok(trace))] = &proof::explain(&signed).unwrap()[..] else { panic!("{folder}") };
        assert_eq!(trace.document, text(&format!("{folder}/document-canon.txt")));
        assert_eq!(trace.configuration, text(&format!("{folder}/proof-canon.txt")));
        assert_eq!(
            HEXLOWER.encode(&trace.configuration_hash),
            "d34009cea0dbc1ca941e09dc01c8c9d3e3ce3c5b853f67ee44698dcea10f5d19"
        );
        let document_hash = match folder {
            "ob3-spec/signed-ob" => "87f65a76d40146205e3b3e06cb0fbd153f97f9ce70372390f52566bb7f9e0773",
            _ => "768d7015ae69e0210e1c2a45194d9c1d15d7a6022e52b946574a2a27f6fa85fe",
        };
        assert_eq!(HEXLOWER.encode(&trace.document_hash), document_hash);
        assert_eq!(all_hold(&format!("{folder}/signed.json")), 1);
    }
}

#[test]
fn keys_in_every_form() {
    let keys = document("derived/keys/ed25519-multikey.json");
    let mut seen = 0;
    for (name, key) in keys.as_object().unwrap() {
        let text = |member: &str| key[member].as_str().unwrap_or_else(|| panic!("{name}: {member}"));
        let secret = Key::from_multibase(text("secretKeyMultibase"));
        let public = secret.public_key();
        assert_eq!(public.to_multibase(), text("publicKeyMultibase"));
        assert_eq!(HEXLOWER.encode(public.verifying_key().as_bytes()), text("publicKeyHex"));
        assert_eq!(PublicKey::parse(text("publicKeyMultibase")).as_ref(), Ok(public));
        let controller = Controller::from_did_key(text("didKey")).unwrap();
        assert_eq!(controller.method(text("didKeyVerificationMethod")).map(|it| &it.key), Some(public));
        seen += 1;
    }
    assert_eq!(seen, 6);
}
