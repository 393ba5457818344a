//! Canonical forms, compared with the official vectors at every step that these give.
//!
//! `tests/vectors/README.md` says where the files come from.

#![allow(clippy::unwrap_used, reason = "in a test, whatever fails should say so at once")]

use accolade::canon::{
    jcs, json,
    rdf::{
        self,
        quad::{Node, Quad, Text},
        rdfc::{self, Stop},
    },
};
use serde_json::{Value, json};
use sha2::{Sha256, Sha384};
use std::{collections::HashMap, fs, path::Path};

fn text(path: &str) -> String {
    let path = Path::new("tests/vectors").join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn document(path: &str) -> Value {
    json::parse(text(path).as_bytes()).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn without(mut document: Value, name: &str) -> Value {
    document.as_object_mut().expect("documents are objects").remove(name);
    document
}

/// The proof configuration: the first proof without its value, with the context of the document.
fn proof_configuration(document: &Value) -> Value {
    let proof = document["proof"].get(0).unwrap_or(&document["proof"]).clone();
    let mut configuration = without(proof, "proofValue");
    configuration["@context"] = document["@context"].clone();
    configuration
}

fn names(folder: &str) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(Path::new("tests/vectors").join(folder))
        .expect("the folder of vectors")
        .map(|it| it.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn jcs_samples_of_the_rfc_authors() {
    let names = names("jcs/input");
    assert_eq!(names.len(), 6);
    for name in names {
        let canonical = jcs::canonicalize(&document(&format!("jcs/input/{name}")));
        assert_eq!(canonical, text(&format!("jcs/output/{name}")), "{name}");
    }
}

#[test]
fn vc_di_eddsa_jcs_2022() {
    let folder = "vc-di-eddsa/eddsa-jcs-2022";
    let signed = document(&format!("{folder}/signedJCS.json"));
    assert_eq!(jcs::canonicalize(&document("vc-di-eddsa/unsigned.json")), text(&format!("{folder}/canonDocJCS.txt")));
    assert_eq!(jcs::canonicalize(&without(signed.clone(), "proof")), text(&format!("{folder}/canonDocJCS.txt")));
    assert_eq!(jcs::canonicalize(&proof_configuration(&signed)), text(&format!("{folder}/proofCanonJCS.txt")));
    assert_eq!(
        jcs::canonicalize(&document(&format!("{folder}/proofConfigJCS.json"))),
        text(&format!("{folder}/proofCanonJCS.txt"))
    );
}

#[test]
fn vc_di_eddsa_rdfc_2022() {
    for (unsigned, folder) in [
        ("vc-di-eddsa/unsigned.json", "vc-di-eddsa/eddsa-rdfc-2022"),
        ("vc-di-eddsa/employmentAuth.json", "vc-di-eddsa/eddsa-rdfc-2022/employ"),
    ] {
        let signed = document(&format!("{folder}/signedDataInt.json"));
        let canonical = text(&format!("{folder}/canonDocDataInt.txt"));
        assert_eq!(rdf::canonicalize(&document(unsigned)).unwrap(), canonical);
        assert_eq!(rdf::canonicalize_portable(&without(signed.clone(), "proof")).unwrap(), canonical);

        let canonical = text(&format!("{folder}/proofCanonDataInt.txt"));
        let configuration = document(&format!("{folder}/proofConfigDataInt.json"));
        assert_eq!(rdf::canonicalize(&configuration).unwrap(), canonical);
        assert_eq!(rdf::canonicalize_portable(&proof_configuration(&signed)).unwrap(), canonical);
    }
}

/// The older suite shares the canonical form, in a context of its own.
#[test]
fn vc_di_eddsa_2020() {
    let folder = "vc-di-eddsa/Ed25519Signature2020";
    let signed = document(&format!("{folder}/signedEdSig.json"));
    let canonical = rdf::canonicalize(&without(signed, "proof")).unwrap();
    assert_eq!(canonical, text(&format!("{folder}/canonDocEdSig.txt")));
    let canonical = rdf::canonicalize(&document(&format!("{folder}/proofConfigEdSig.json"))).unwrap();
    assert_eq!(canonical, text(&format!("{folder}/proofCanonEdSig.txt")));
}

#[test]
fn open_badges_and_clr_signed_vectors() {
    for folder in ["ob3-spec/signed-ob", "ob3-spec/signed-clr"] {
        let signed = document(&format!("{folder}/signed.json"));
        let canonical = text(&format!("{folder}/document-canon.txt"));
        assert_eq!(rdf::canonicalize(&document(&format!("{folder}/unsigned.json"))).unwrap().trim(), canonical.trim());
        assert_eq!(rdf::canonicalize(&without(signed.clone(), "proof")).unwrap().trim(), canonical.trim());

        let canonical = text(&format!("{folder}/proof-canon.txt"));
        assert_eq!(rdf::canonicalize_portable(&proof_configuration(&signed)).unwrap().trim(), canonical.trim());
    }
}

#[test]
fn examples_of_the_open_badges_specification() {
    let index = document("derived/canonical/index.json");
    for name in index["result"].as_object().unwrap().keys() {
        let canonical = rdf::canonicalize(&without(document(&format!("ob3-spec/examples/{name}")), "proof")).unwrap();
        assert_eq!(canonical, text(&format!("derived/canonical/{}", name.replace(".json", ".nq"))), "{name}");
    }
}

#[test]
fn derived_signed_credentials() {
    for name in ["minimal.rdfc", "endorsement.rdfc", "status.rdfc", "rich.rdfc", "minimal.jcs"] {
        let signed = document(&format!("derived/signed/{name}.json"));
        let trace = document(&format!("derived/signed/{name}.trace.json"));
        let (unsigned, configuration) = (without(signed.clone(), "proof"), proof_configuration(&signed));
        if name.ends_with("jcs") {
            assert_eq!(jcs::canonicalize(&unsigned), trace["documentCanonical"], "{name}");
            assert_eq!(jcs::canonicalize(&configuration), trace["proofConfigCanonical"], "{name}");
            continue;
        }
        assert_eq!(rdf::canonicalize(&unsigned).unwrap(), trace["documentCanonical"], "{name}");
        assert_eq!(rdf::canonicalize_portable(&configuration).unwrap(), trace["proofConfigCanonical"], "{name}");
        if name == "rich.rdfc" {
            assert_eq!(
                rdf::canonicalize_portable(&unsigned).unwrap_err().to_string(),
                "`credentialSubject.creditsEarned` is 2.5: only whole numbers below 2^53 are canonicalised alike \
                 everywhere"
            );
        } else {
            assert_eq!(rdf::canonicalize_portable(&unsigned).unwrap(), trace["documentCanonical"], "{name}");
        }
    }
}

#[test]
fn an_undefined_term_is_refused_where_it_stands() {
    let signed = document("derived/signed/negative-undefined-term.json");
    let refusal = rdf::canonicalize(&without(signed, "proof")).unwrap_err();
    assert_eq!(refusal.why, "is not defined by any context");
    assert!(!refusal.place.is_empty());
}

/// What the 1EdTech validator's own inputs come to. Defects that are no matter of the canonical form (dates, keys,
/// proof values) are found later.
#[test]
fn inputs_of_the_public_validator() {
    let undefined = |place: &str, name: &str| format!("`{place}` names the type `{name}`, which no context defines");
    let alike = |one: &str, other: &str| {
        format!("`{one}` cannot be told apart from `{other}` by what it says: give each an `id`, or leave one out")
    };
    let mut refused: HashMap<_, _> = [
        ("err-context", "type", "VerifiableCredential"),
        ("err-type", "type", "OtherCredential"),
        ("err-issuer-type", "issuer.type", "InvalidProfile"),
        ("err-issuer-parentorg-type", "issuer.parentOrg.type", "InvalidProfile"),
        ("err-issuer-otheridentifier-type", "issuer.otherIdentifier[1].type", "InvalidIdentifierEntry"),
        ("err-credential-subject-type", "credentialSubject.type", "InvalidAchievementSubject"),
        ("err-credential-subject-identifier-type", "credentialSubject.identifier[0].type", "InvalidIdentityObject"),
        ("err-credential-subject-profile-type", "credentialSubject.source.type", "InvalidProfile"),
        ("err-credential-subject-result-type", "credentialSubject.result[1].type", "InvalidResult"),
        (
            "err-credential-subject-achievement-result-description-type",
            "credentialSubject.achievement.resultDescription[2].type",
            "InvalidResultDescription",
        ),
        ("err-evidence-type", "evidence[1].type", "InvalidEvidence"),
    ]
    .into_iter()
    .map(|(name, place, unknown)| (format!("ob30/simple-{name}.json"), undefined(place, unknown)))
    .collect();
    let creator = "credentialSubject.achievement.creator.otherIdentifier[1]";
    refused.insert("ob30/complete.json".into(), alike("issuer.otherIdentifier[1]", creator));
    let source = "credentialSubject.source.address";
    refused.insert("ob30/credential-status-revoked.json".into(), alike("issuer.address", source));

    for folder in ["ob30", "bit-string-list"] {
        for name in names(&format!("validator-fixtures/{folder}")).into_iter().filter(|it| it.ends_with(".json")) {
            let name = format!("{folder}/{name}");
            let credential = without(document(&format!("validator-fixtures/{name}")), "proof");
            let refusal = rdf::canonicalize_portable(&credential).err().map(|it| it.to_string());
            assert_eq!(refusal, refused.remove(&name), "{name}");
        }
    }
    assert_eq!(refused, HashMap::new());
}

#[test]
fn numbers_as_literals() {
    let cases = document("derived/numbers/credits-earned.json");
    for case in cases.as_array().unwrap() {
        let token = case["jsonToken"].as_str().unwrap();
        let subject = format!(
            r#"{{"@context": "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
                 "id": "urn:x:1", "type": "AchievementSubject", "creditsEarned": {token}}}"#
        );
        let subject = json::parse(subject.as_bytes()).unwrap();
        let Ok(canonical) = rdf::canonicalize(&subject) else {
            // The one that implementations get wrong.
            assert_eq!(token, "1e-7");
            continue;
        };
        let expected = format!("<urn:x:1> {}", case["nquad"].as_str().unwrap());
        assert!(canonical.lines().any(|it| it == expected), "{token}: {canonical}");

        let whole = token.parse::<i64>().is_ok_and(|it| it.unsigned_abs() < 1 << 53);
        assert_eq!(rdf::canonicalize_portable(&subject).is_ok(), whole, "{token}");
    }
}

/// The official tests of RDFC-1.0, including the names given to blank nodes.
#[test]
fn rdf_canon_suite() {
    let manifest = document("rdf-canon/manifest.jsonld");
    let (mut eval, mut map, mut refused) = (0, 0, 0);
    for entry in manifest["entries"].as_array().unwrap() {
        let path = |name: &str| format!("rdf-canon/{}", entry[name].as_str().unwrap());
        let (quads, labels) = parse(&text(&path("action")));
        let result = match entry.get("hashAlgorithm").and_then(Value::as_str) {
            None => rdfc::canonicalize::<Sha256>(&quads, false),
            Some("SHA384") => rdfc::canonicalize::<Sha384>(&quads, false),
            Some(other) => panic!("{}: {other}", entry["id"]),
        };
        match entry["type"].as_str().unwrap() {
            "rdfc:RDFC10EvalTest" => {
                assert_eq!(result.unwrap().0, text(&path("result")), "{}", entry["id"]);
                eval += 1;
            }
            "rdfc:RDFC10MapTest" => {
                let (_, issued) = result.unwrap();
                let named: Value = labels
                    .iter()
                    .map(|(label, blank)| (label.clone(), json!(format!("c14n{}", issued[*blank].unwrap()))))
                    .collect();
                assert_eq!(named, document(&path("result")), "{}", entry["id"]);
                map += 1;
            }
            "rdfc:RDFC10NegativeEvalTest" => {
                assert_eq!(result.unwrap_err(), Stop::TooMuchWork, "{}", entry["id"]);
                refused += 1;
            }
            other => panic!("{}: {other}", entry["id"]),
        }
    }
    assert_eq!((eval, map, refused), (64, 21, 1));
}

/// Reads N-Quads with an independent parser; also the number of each blank node.
fn parse(quads: &str) -> (Vec<Quad<'static>>, HashMap<String, usize>) {
    let mut labels = HashMap::new();
    let mut blank = |label: &str| {
        let count = labels.len();
        Node::Blank(*labels.entry(label.to_owned()).or_insert(count))
    };
    let shared = |it: &str| Text::Shared(it.into());
    let quads = oxttl::NQuadsParser::new()
        .for_slice(quads)
        .map(|quad| {
            let quad = quad.unwrap();
            Quad {
                subject: match &quad.subject {
                    oxrdf::NamedOrBlankNode::NamedNode(it) => Node::Iri(shared(it.as_str())),
                    oxrdf::NamedOrBlankNode::BlankNode(it) => blank(it.as_str()),
                },
                predicate: shared(quad.predicate.as_str()),
                object: match &quad.object {
                    oxrdf::Term::NamedNode(it) => Node::Iri(shared(it.as_str())),
                    oxrdf::Term::BlankNode(it) => blank(it.as_str()),
                    oxrdf::Term::Literal(it) => Node::Literal {
                        value: shared(it.value()),
                        datatype: (it.datatype() != oxrdf::vocab::xsd::STRING && it.language().is_none())
                            .then(|| shared(it.datatype().as_str())),
                        language: it.language().map(shared),
                    },
                },
                graph: match &quad.graph_name {
                    oxrdf::GraphName::DefaultGraph => None,
                    oxrdf::GraphName::NamedNode(it) => Some(Node::Iri(shared(it.as_str()))),
                    oxrdf::GraphName::BlankNode(it) => Some(blank(it.as_str())),
                },
            }
        })
        .collect();
    (quads, labels)
}
