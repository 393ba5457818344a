//! Do the proofs hold? Each is judged by itself; every one that is understood has to hold, and at least one has to be there.
//!
//! Source: Data Integrity 1.0, "Verify Proof" and "Verify Proof Sets and Chains".

use super::{
    answers::Answers,
    shape::{self, Trouble},
};
use crate::{
    canon::Refusal,
    time::{self, Timestamp},
    trust::{
        Outcome, Question,
        did::Method,
        proof::{self, Found, Proof, Suite, Trace, eddsa_jcs_2022, eddsa_rdfc_2022},
    },
};
use serde_json::{Value, json};

/// What is asked about.
pub(super) struct Case<'a> {
    /// The document with its proofs.
    pub credential: &'a Value,
    /// The document without them.
    pub unsecured: &'a Value,
    /// The latter in its canonical RDF form.
    pub transformed: Result<String, Refusal>,
    /// The proofs.
    pub found: &'a [Found<'a>],
    /// The key of each proof.
    pub keys: Vec<Option<Method>>,
    /// Whether nothing but our whole profile will do.
    pub ours: bool,
    /// The time.
    pub now: Timestamp,
}

/// Asks for both suites.
pub(super) fn ask(answers: &mut Answers, case: &Case<'_>) {
    let foreign = case.found.iter().find_map(|it| if let Found::Foreign(kind) = it { Some(*kind) } else { None });
    let understood = case.found.iter().any(|it| !matches!(it, Found::Foreign(_)));

    let rdfc = match worst(case, Suite::EddsaRdfc2022) {
        _ if case.found.is_empty() => (Outcome::Failed, "The document carries no proof at all".into()),
        _ if case.ours && !is_our_set(case.found) => (
            Outcome::Failed,
            "The document does not carry exactly an eddsa-rdfc-2022 proof and then an eddsa-jcs-2022 proof, as all \
             documents of this issuer do"
                .into(),
        ),
        None if !understood => (
            Outcome::CouldNotCheck,
            format!("No proof of the document is understood here: it is of the kind `{}`", foreign.unwrap_or_default()),
        ),
        None => (Outcome::Absent, "The document carries no eddsa-rdfc-2022 proof".into()),
        Some(answer) => beside(foreign, answer),
    };
    answers.answer(Question::ProofRdfc, rdfc.0, rdfc.1);

    let jcs = match worst(case, Suite::EddsaJcs2022) {
        None => (Outcome::Absent, "The document carries no eddsa-jcs-2022 proof".into()),
        Some(answer) => beside(foreign, answer),
    };
    answers.answer(Question::ProofJcs, jcs.0, jcs.1);
}

/// Says as well what was not looked at.
fn beside(foreign: Option<&str>, (outcome, sentence): (Outcome, String)) -> (Outcome, String) {
    match (foreign, outcome) {
        (Some(kind), Outcome::Passed | Outcome::Attention) => {
            (Outcome::Attention, format!("{sentence}; a further proof, of the kind `{kind}`, was passed over"))
        }
        (_, outcome) => (outcome, sentence),
    }
}

/// Whether these are the two proofs of our profile, in its order.
fn is_our_set(found: &[Found<'_>]) -> bool {
    let suite = |found: &Found<'_>| match found {
        Found::Proof(proof) => Some(proof.suite),
        Found::Flawed(flaw) => flaw.suite,
        Found::Foreign(_) => None,
    };
    found.iter().map(suite).eq([Some(Suite::EddsaRdfc2022), Some(Suite::EddsaJcs2022)])
}

/// What the proofs of one suite come to: the worst of them. One without a readable suite counts as the first suite's.
fn worst(case: &Case<'_>, suite: Suite) -> Option<(Outcome, String)> {
    let of_suite = case.found.iter().zip(&case.keys).filter_map(|(found, key)| match found {
        Found::Proof(proof) if proof.suite == suite => Some(verify(case, proof, key.as_ref())),
        Found::Flawed(flaw) if flaw.suite.unwrap_or(Suite::EddsaRdfc2022) == suite => {
            let outcome = if flaw.elsewhere { Outcome::CouldNotCheck } else { Outcome::Failed };
            let name = flaw.suite.map_or("A", |_| "The");
            let suite = flaw.suite.map_or(String::new(), |it| format!("{} ", it.name()));
            Some((outcome, format!("{name} {suite}proof {}", flaw.why)))
        }
        _ => None,
    });
    of_suite.min_by_key(|(outcome, _)| match outcome {
        Outcome::Failed => 0,
        Outcome::CouldNotCheck => 1,
        _ => 2,
    })
}

/// Spec: Data Integrity EdDSA Cryptosuites 1.0, "Verify Proof" (3.2.2 and 3.3.2).
fn verify(case: &Case<'_>, proof: &Proof<'_>, key: Option<&Method>) -> (Outcome, String) {
    let name = proof.suite.name();
    let failed = |why: &str| (Outcome::Failed, format!("The {name} proof does not hold: {why}"));
    let could_not_check = |why: &str| (Outcome::CouldNotCheck, format!("The {name} proof could not be checked: {why}"));

    if let Some(expires) = proof.expires.filter(|it| *it <= case.now) {
        return failed(&format!("it expired on {}", time::day(expires)));
    }
    let trace = match trace(case, proof) {
        Ok(trace) => trace,
        Err(Trouble::Bad(why)) => return failed(&why),
        Err(Trouble::Unknown(why)) => return could_not_check(&why),
    };
    let Some(method) = key else { return could_not_check("there is no key of the issuer to check it with") };
    if !proof::holds(&trace, &proof.signature, &method.key) {
        return failed("something was changed after signing, or it was signed with another key");
    }

    let key = method.key.short();
    let when = proof.created.map_or(String::new(), |it| format!(" on {}", time::day(it)));
    let sentence = format!("The {name} proof holds: signed with the key {key}{when}");
    match contexts_beyond(case.unsecured, proof) {
        false => (Outcome::Passed, sentence),
        true if case.ours => failed("the document has contexts that it does not cover"),
        true => (Outcome::Attention, format!("{sentence}; contexts were added to the document afterwards")),
    }
}

/// Whether the document has contexts that the proof's copy of them lacks, which `eddsa-jcs-2022` allows.
fn contexts_beyond(document: &Value, proof: &Proof<'_>) -> bool {
    let signed = proof.members.get("@context");
    proof.suite == Suite::EddsaJcs2022 && signed.is_some() && signed != document.get("@context")
}

/// Everything that was hashed for `proof`.
fn trace(case: &Case<'_>, proof: &Proof<'_>) -> Result<Trace, Trouble> {
    let context = case.unsecured.get("@context");
    match (proof.suite, proof.previous.is_empty()) {
        (Suite::EddsaJcs2022, true) => {
            eddsa_jcs_2022::trace(case.unsecured, proof.members).map_err(|it| Trouble::Bad(it.to_string()))
        }
        (Suite::EddsaJcs2022, false) => {
            eddsa_jcs_2022::trace(&input(case, proof)?, proof.members).map_err(|it| Trouble::Bad(it.to_string()))
        }
        (Suite::EddsaRdfc2022, alone) => {
            // The proof configuration takes the document's contexts; a copy that differs would be covered by nothing.
            if proof.members.get("@context").is_some_and(|it| Some(it) != context) {
                return Err(Trouble::Bad("its `@context` is not that of the document".into()));
            }
            let transformed = match alone {
                true => match &case.transformed {
                    Ok(transformed) => transformed.clone(),
                    // If it is wrong for everybody, that was said of the document.
                    Err(refusal) => return Err(Trouble::Unknown(refusal.to_string())),
                },
                false => {
                    let input = input(case, proof)?;
                    eddsa_rdfc_2022::transform(&input).map_err(|it| refused(case, &input, &it))?
                }
            };
            eddsa_rdfc_2022::trace_transformed(transformed, context, proof.members).map_err(|it| {
                let mut configuration = json!(proof.members);
                configuration["@context"] = context.cloned().unwrap_or_default();
                refused(case, &configuration, &it)
            })
        }
    }
}

fn input(case: &Case<'_>, proof: &Proof<'_>) -> Result<Value, Trouble> {
    proof::input(case.unsecured, case.credential, proof).map_err(|why| Trouble::Bad(format!("it {why}")))
}

fn refused(case: &Case<'_>, document: &Value, refusal: &Refusal) -> Trouble {
    shape::trouble(document, refusal, case.ours).unwrap_or_else(|| Trouble::Unknown(refusal.to_string()))
}
