//! The proofs of a document, read strictly: these types, these members, and no others taken on trust.
//!
//! A proof may have further members, as plain text under a plain name: the proof configuration covers those. Anything
//! else could say the same in RDF as its absence (`null`, `@type` beside `type`), and is refused.

use super::base58;
use crate::{
    time::{self, Timestamp},
    trust::{Sentence, says},
};
use serde_json::{Map, Value};

/// The suites that are understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Suite {
    /// Over the canonical RDF dataset.
    EddsaRdfc2022,
    /// Over the canonical JSON.
    EddsaJcs2022,
}

impl Suite {
    /// Its name in `cryptosuite`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::EddsaRdfc2022 => "eddsa-rdfc-2022",
            Self::EddsaJcs2022 => "eddsa-jcs-2022",
        }
    }
}

/// A proof of a suite that is understood.
#[derive(Debug, Clone)]
pub struct Proof<'a> {
    /// All its members.
    pub members: &'a Map<String, Value>,
    /// Its suite.
    pub suite: Suite,
    /// The id of the key.
    pub method: &'a str,
    /// When it says that it was made.
    pub created: Option<Timestamp>,
    /// From when on it does not count any more.
    pub expires: Option<Timestamp>,
    /// The signature.
    pub signature: [u8; 64],
    /// The ids of the proofs that it builds upon.
    pub previous: Vec<&'a str>,
}

/// What stands in `proof`.
#[derive(Debug, Clone)]
pub enum Found<'a> {
    /// A proof that can be checked.
    Proof(Proof<'a>),
    /// A proof of a kind that is not understood: its type or suite.
    Foreign(&'a str),
    /// Something that cannot be a good proof.
    Flawed(Flaw),
}

/// Why something in `proof` is no good proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// The suite, if it came so far.
    pub suite: Option<Suite>,
    /// Whether it may still be good for somebody else, who knows what it was made for.
    pub elsewhere: bool,
    /// The rest of a sentence that begins with the proof.
    pub why: Sentence,
}

/// A document and its proofs, apart.
#[derive(Debug, Clone)]
pub struct Parts {
    /// The document without `proof`: the "unsecured data document" of the specification.
    pub unsecured: Value,
    /// What stood in `proof`, one by one.
    pub proofs: Vec<Value>,
}

impl Parts {
    /// Reads the proofs, in their order.
    #[must_use]
    pub fn found(&self) -> Vec<Found<'_>> {
        self.proofs.iter().map(read).collect()
    }
}

/// Separates a document from its proofs.
///
/// # Errors
///
/// What is wrong with it, of which nothing can be read.
pub fn take_apart(document: Value) -> Result<Parts, Sentence> {
    let Value::Object(mut members) = document else { return Err(says::NO_OBJECT.into()) };
    let proofs = match members.remove("proof") {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(proofs)) => proofs,
        Some(proof) => vec![proof],
    };
    Ok(Parts { unsecured: Value::Object(members), proofs })
}

/// The document that `proof` signs, if it builds upon others: the unsecured one, with exactly those proofs that it names.
/// Spec: Data Integrity 1.0, "Verify Proof Sets and Chains".
///
/// # Errors
///
/// When one of them is not there.
pub fn input(Parts { unsecured, proofs: all }: &Parts, proof: &Proof<'_>) -> Result<Value, Sentence> {
    let mut matching = Vec::new();
    for id in &proof.previous {
        let mut named = all.iter().filter(|it| it.get("id").and_then(Value::as_str) == Some(*id));
        match (named.next(), named.next()) {
            (Some(found), None) => matching.push(found.clone()),
            (None, _) => return Err(says::PROOF_PREVIOUS_GONE.with([(*id).into()])),
            (Some(_), Some(_)) => return Err(says::PROOF_PREVIOUS_TWICE.with([(*id).into()])),
        }
    }
    let mut input = unsecured.clone();
    input["proof"] = Value::Array(matching);
    Ok(input)
}

fn read(proof: &Value) -> Found<'_> {
    let flawed = |why: Sentence| Found::Flawed(Flaw { suite: None, elsewhere: false, why });
    let Some(members) = proof.as_object() else { return flawed(says::PROOF_NO_OBJECT.into()) };
    let text = |name: &str| members.get(name).and_then(Value::as_str);
    match (text("type"), text("cryptosuite")) {
        (Some("DataIntegrityProof"), Some("eddsa-rdfc-2022")) => read_suite(members, Suite::EddsaRdfc2022),
        (Some("DataIntegrityProof"), Some("eddsa-jcs-2022")) => read_suite(members, Suite::EddsaJcs2022),
        (Some("DataIntegrityProof"), Some(suite)) => Found::Foreign(suite),
        (Some("DataIntegrityProof"), None) => flawed(says::PROOF_LACKS.with(["cryptosuite".into()])),
        (Some(kind), _) => Found::Foreign(kind),
        (None, _) => flawed(says::PROOF_LACKS.with(["type".into()])),
    }
}

fn read_suite(members: &Map<String, Value>, suite: Suite) -> Found<'_> {
    let flawed = |elsewhere: bool, why: Sentence| Found::Flawed(Flaw { suite: Some(suite), elsewhere, why });
    match read_members(members, suite) {
        Ok(proof) => match ["domain", "challenge"].into_iter().find(|it| members.contains_key(*it)) {
            Some(name) => flawed(true, says::PROOF_OCCASION.with([name.into()])),
            None => Found::Proof(proof),
        },
        Err(why) => flawed(false, why),
    }
}

fn read_members(members: &Map<String, Value>, suite: Suite) -> Result<Proof<'_>, Sentence> {
    let text = |name: &str| match members.get(name) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.as_str())),
        Some(_) => Err(says::PROOF_TEXT.with([name.into()])),
    };
    let needed = |name: &str| text(name)?.ok_or_else(|| says::PROOF_LACKS.with([name.into()]));
    let moment = |name: &str| match text(name)? {
        None => Ok(None),
        Some(stamp) => {
            let bad = |_| says::PROOF_DATE.with([name.into(), stamp.into()]);
            time::parse_stamp(stamp).map(Some).map_err(bad)
        }
    };

    for (name, value) in members {
        let plain = value.is_string() && !name.contains(['@', ':']);
        if !plain && !["@context", "previousProof", "domain"].contains(&name.as_str()) {
            return Err(says::PROOF_MEMBER.with([name.as_str().into()]));
        }
    }
    let purpose = needed("proofPurpose")?;
    if purpose != "assertionMethod" {
        return Err(says::PROOF_PURPOSE.with([purpose.into()]));
    }
    Ok(Proof {
        members,
        suite,
        method: needed("verificationMethod")?,
        created: moment("created")?,
        expires: moment("expires")?,
        signature: signature(needed("proofValue")?).ok_or(says::PROOF_VALUE)?,
        previous: match members.get("previousProof") {
            None => Vec::new(),
            Some(Value::String(id)) => vec![id],
            Some(Value::Array(ids)) if !ids.is_empty() => {
                ids.iter().map(|id| id.as_str().ok_or(says::PROOF_PREVIOUS)).collect::<Result<_, _>>()?
            }
            Some(_) => return Err(says::PROOF_PREVIOUS.into()),
        },
    })
}

/// Exactly `z` and 64 bytes in base58btc.
fn signature(text: &str) -> Option<[u8; 64]> {
    base58::decode(text.strip_prefix('z')?)
}
