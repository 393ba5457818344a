//! The test inputs of the 1EdTech public validator, each with what it is worth here and why (`fixtures.toml`).

use crate::kit::{Known, NOW, document, time};
use accolade::trust::{PublicKey, judge};
use serde_json::Value;
use std::{collections::BTreeMap, fs};

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Expectation {
    verdict: String,
    why: String,
    /// What the first bad answer says.
    says: Option<String>,
}

/// Believes of every issuer that the key which signed is one of its keys: what is left are the other checks.
fn gullible(document: &Value) -> Known {
    let mut world = Known::default();
    let issuer = document["issuer"]["id"].as_str().or(document["issuer"].as_str()).unwrap_or_default();
    let proofs = document["proof"].as_array().cloned().unwrap_or_else(|| vec![document["proof"].clone()]);
    for proof in proofs {
        let method = proof["verificationMethod"].as_str().unwrap_or_default();
        if let Some((owner, key)) = method.split_once('#')
            && let Ok(key) = PublicKey::from_multibase(key)
            && owner == issuer
        {
            world.introduce(issuer, &key);
        }
    }
    world
}

#[test]
fn fixtures_of_the_1edtech_validator() {
    let expectations: BTreeMap<String, Expectation> =
        toml::from_str(&fs::read_to_string("tests/trust/fixtures.toml").unwrap()).unwrap();
    let mut names: Vec<_> = ["ob30", "bit-string-list"]
        .iter()
        .flat_map(|folder| {
            let files = fs::read_dir(format!("tests/vectors/validator-fixtures/{folder}")).unwrap();
            files.map(move |it| format!("{folder}/{}", it.unwrap().file_name().to_string_lossy()))
        })
        .filter(|it| it.ends_with(".json"))
        .collect();
    names.sort();
    assert_eq!(names, expectations.keys().cloned().collect::<Vec<_>>());

    let mut wrong = Vec::new();
    for name in names {
        let expected = &expectations[&name];
        assert!(!expected.why.is_empty());
        let document = document(&format!("validator-fixtures/{name}"));
        let judgement = judge(&document, &gullible(&document), time(NOW));
        let said = judgement.checks.iter().map(|it| it.sentence.to_string()).collect::<Vec<_>>().join("\n    ");
        let says = expected.says.as_deref().is_none_or(|it| said.contains(it));
        if judgement.verdict.kind() != expected.verdict || !says {
            wrong.push(format!("{name}: {}\n    {said}", judgement.verdict.kind()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The signed vectors of W3C and 1EdTech: what is no Open Badges credential is not valid as one, however it was signed.
/// Browsers judge the same files.
#[test]
fn vectors_of_w3c_and_1edtech() {
    let expectations: Vec<BTreeMap<String, String>> =
        serde_json::from_str(&fs::read_to_string("tests/cases/vectors.json").unwrap()).unwrap();
    assert_eq!(expectations.len(), 10);
    for expected in expectations {
        let document = document(&expected["name"]);
        let judgement = judge(&document, &gullible(&document), time(NOW));
        assert_eq!(judgement.verdict.kind(), expected["verdict"], "{}: {judgement:#?}", expected["name"]);
    }
}
