//! The cases of `tests/cases/judge.json`, which browsers judge as well: the same verdicts, the same outcomes, and the same
//! sentences by their keys.

use crate::{
    common::keys::Key,
    kit::{self, time},
};
use accolade::{
    canon::json,
    trust::{Check, Outcome, Question, Sentence, World, did, did::Controller, judge, proof},
};
use data_encoding::BASE64URL_NOPAD;
use flate2::{Compression, write::GzEncoder};
use serde_json::{Map, Value, json};
use std::{borrow::Cow, collections::BTreeMap, fs, io::Write as _};

/// What the file says of all cases.
struct Shared(Value);

/// What each address answers; nothing, if it cannot be read. And what of it is ours: all, the addresses, or nothing.
struct Served(BTreeMap<String, Option<Value>>, Value);

impl Served {
    fn json(&self, url: &str) -> Result<Cow<'_, Value>, Sentence> {
        self.0.get(url).and_then(Option::as_ref).map(Cow::Borrowed).ok_or_else(|| "nobody answered".into())
    }
}

impl World for Served {
    fn controller(&self, did: &str) -> Result<Cow<'_, Controller>, Sentence> {
        let document = self.json(&did::web_address(did)?)?;
        Controller::from_document(&document, did).map(Cow::Owned)
    }

    fn status_list(&self, url: &str) -> Result<Cow<'_, Value>, Sentence> {
        self.json(url)
    }

    fn definition(&self, id: &str) -> Option<Result<Cow<'_, Value>, Sentence>> {
        Some(self.json(id))
    }

    fn is_ours(&self, _issuer: &str) -> bool {
        self.1.is_null()
    }

    fn is_here(&self, _address: &str) -> bool {
        self.1 == "addresses"
    }
}

/// Puts each value at its dotted place; `null` takes away what is there.
fn put(shared: &Shared, document: &mut Value, changes: &Value) {
    for (place, value) in changes.as_object().into_iter().flatten() {
        let (inner, last) = place.rsplit_once('.').unwrap_or(("", place));
        let pointer = inner.split('.').filter(|it| !it.is_empty()).fold(String::new(), |all, it| all + "/" + it);
        let value = match value.as_str().and_then(|it| it.strip_prefix('$')) {
            Some("null") => {
                let inner = document.pointer_mut(&pointer).unwrap();
                inner[last] = Value::Null;
                continue;
            }
            Some(name) => shared.key(name).multibase().into(),
            None => value.clone(),
        };
        match document.pointer_mut(&pointer).unwrap() {
            Value::Array(items) if value.is_null() => drop(items.remove(last.parse().unwrap())),
            Value::Object(members) if value.is_null() => drop(members.remove(last)),
            inner => match last.parse::<usize>() {
                Ok(index) if inner.is_array() => inner[index] = value,
                _ => inner[last] = value,
            },
        }
    }
}

impl Shared {
    fn key(&self, name: &str) -> Key {
        Key::new(self.0["keys"][name].as_u64().unwrap().try_into().unwrap())
    }

    fn issuer(&self, name: &str) -> &str {
        self.0["issuers"][name].as_str().unwrap()
    }

    fn sign(&self, document: Value, how: &Value) -> Value {
        let key = self.key(how["by"].as_str().unwrap_or("guild"));
        let method = format!("{}#{}", how["as"].as_str().unwrap_or(self.issuer("guild")), key.multibase());
        let created = time(self.0["created"].as_str().unwrap());
        // An issuer without an id is still signed for: what judges say of it is the question.
        proof::sign(document, &method, &key, created).unwrap_or_else(|error| panic!("{error}"))
    }

    fn did_document(&self, name: &str) -> Value {
        let (did, key) = (self.issuer(name), self.key(name).multibase());
        let id = format!("{did}#{key}");
        json!({
            "id": did,
            "verificationMethod": [{ "id": id, "type": "Multikey", "controller": did, "publicKeyMultibase": key }],
            "assertionMethod": [id],
        })
    }

    fn list(&self, how: &Value) -> Value {
        let mut raw = vec![0u8; usize::try_from(how["bytes"].as_u64().unwrap_or(16_384)).unwrap()];
        for index in how["bits"].as_array().into_iter().flatten() {
            let index = usize::try_from(index.as_u64().unwrap()).unwrap();
            raw[index / 8] |= 128 >> (index % 8);
        }
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(&raw).unwrap();
        let mut list = self.0["list"].clone();
        let encoded = format!("u{}", BASE64URL_NOPAD.encode(&gzip.finish().unwrap()));
        list["credentialSubject"]["encodedList"] = encoded.into();
        put(self, &mut list, &how["set"]);
        let mut list = self.sign(list, &how["signed"]);
        put(self, &mut list, &how["tamper"]);
        list
    }

    fn credential(&self, case: &Value) -> Value {
        let mut award = self.0["award"].clone();
        put(self, &mut award, &case["award"]);
        let mut credential = self.sign(award, &case["signed"]);
        put(self, &mut credential, &case["tamper"]);
        if case["swap"] == true {
            credential["proof"][1]["proofValue"] = credential["proof"][0]["proofValue"].clone();
        }
        credential
    }

    fn world(&self, case: &Value) -> Served {
        let mut did = self.did_document("guild");
        put(self, &mut did, &case["did"]);
        let list_url = self.0["list"]["id"].as_str().unwrap();
        let mut definition = self.0["award"]["credentialSubject"]["achievement"].clone();
        definition["@context"] = self.0["award"]["@context"].clone();
        put(self, &mut definition, &case["definition"]);
        let definition_url = self.0["award"]["credentialSubject"]["achievement"]["id"].as_str().unwrap();
        let documents = [
            ("definition", definition_url.to_owned(), definition),
            ("did", did::web_address(self.issuer("guild")).unwrap(), did),
            ("list", list_url.to_owned(), self.list(&case["list"])),
        ];
        let other = did::web_address(self.issuer("other")).unwrap();
        let mut served = BTreeMap::from([(other, Some(self.did_document("other")))]);
        for (name, url, document) in documents {
            served.insert(url, answer(&document, &case["serve"][name]));
        }
        Served(served, case["ours"].clone())
    }
}

/// The document that a host's answer amounts to.
fn answer(document: &Value, how: &Value) -> Option<Value> {
    let good = how["status"].as_u64().unwrap_or(200) == 200 && how["redirect"].is_null() && how["abort"].is_null();
    let mut text = how["text"].as_str().map_or_else(|| document.to_string(), str::to_owned);
    if let Some(name) = how["twice"].as_str() {
        let member = format!("\"{name}\":");
        text = text.replacen(&member, &format!("{member}\"x\",{member}"), 1);
    }
    good.then(|| json::parse(text.as_bytes()).ok()).flatten()
}

fn line(check: &Check) -> (String, Value) {
    let question = match check.question {
        Question::Document => "document",
        Question::Issuer => "issuer",
        Question::ProofRdfc => "proof-rdfc",
        Question::ProofJcs => "proof",
        Question::Status => "status",
        Question::Dates => "dates",
        Question::Recipient => "recipient",
        Question::Definition => "definition",
    };
    let outcome = match check.outcome {
        Outcome::Passed => "passed",
        Outcome::Attention => "attention",
        Outcome::Failed => "failed",
        Outcome::CouldNotCheck => "unknown",
        Outcome::Absent => "absent",
    };
    let mut line = vec![outcome, check.sentence.key()];
    line.extend(check.sentence.reasons());
    let line: Vec<_> = line.into_iter().map(|it| it.trim_start_matches("judge-")).collect();
    (question.to_owned(), json!(line))
}

#[test]
fn browsers_judge_alike() {
    let file = fs::read_to_string("tests/cases/judge.json").unwrap();
    let shared = Shared(serde_json::from_str(&file).unwrap());
    let cases = shared.0["cases"].as_array().unwrap();
    let mut wrong = Vec::new();
    let mut judged = 0;
    for case in cases.iter().filter(|it| it["only"] != "browser") {
        let now = time(case["now"].as_str().or(shared.0["now"].as_str()).unwrap());
        let judgement = judge(&shared.credential(case), &shared.world(case), now);
        let found: Map<String, Value> =
            judgement.checks.iter().map(line).filter(|(_, line)| line[0] != "passed").collect();
        let mut expected = case["lines"].as_object().unwrap().clone();
        // Why nobody answered, a browser says of its own request.
        for (question, line) in &found {
            let told = line.as_array().unwrap();
            if let Some(Value::Array(line)) = expected.get_mut(question)
                && told.last().is_some_and(|it| it == "any-told")
                && line.len() == told.len()
            {
                line[told.len() - 1] = "any-told".into();
            }
        }
        // Why a document has no canonical form, the desk says in its own way as well.
        for line in expected.values_mut().filter_map(Value::as_array_mut) {
            line.retain(|it| !["any-undefined", "any-relative"].iter().any(|own| it == own));
        }
        for (question, words) in case["says"].as_object().into_iter().flatten() {
            let said = judgement.checks.iter().find(|it| line(it).0 == *question).map(|it| it.sentence.to_string());
            assert_eq!(said.as_deref(), words.as_str(), "{}", case["name"]);
        }
        let verdict = judgement.verdict.kind();
        if verdict != case["verdict"] || found != expected {
            wrong.push(format!(
                "{}: {verdict} {}, not {} {}",
                case["name"],
                json!(found),
                case["verdict"],
                json!(expected)
            ));
        }
        judged += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(judged >= 60, "{judged} cases");
    assert_eq!(kit::GUILD, shared.issuer("guild"));
}
