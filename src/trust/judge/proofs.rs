//! Do the proofs hold? Each is judged by itself; every one that is understood has to hold, and at least one has to be there.
//!
//! Source: Data Integrity 1.0, "Verify Proof" and "Verify Proof Sets and Chains".

use super::{
    answers::Answers,
    shape::{self, Trouble},
};
use crate::{
    canon::Refusal,
    time::Timestamp,
    trust::{
        Outcome, Part, Question, Sentence,
        did::Method,
        proof::{self, Found, Parts, Proof, Suite, Trace, eddsa_jcs_2022, eddsa_rdfc_2022},
        says,
    },
};
use serde_json::{Value, json};

/// What is asked about.
pub(super) struct Case<'a> {
    /// The document and its proofs.
    pub parts: &'a Parts,
    /// The former in its canonical RDF form.
    pub transformed: Result<String, Refusal>,
    /// The latter, as they were read.
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
        _ if case.found.is_empty() => (Outcome::Failed, says::PROOF_NONE.into()),
        _ if case.ours && !is_our_set(case.found) => (Outcome::Failed, says::PROOF_SET.into()),
        None if !understood => (Outcome::CouldNotCheck, says::PROOF_FOREIGN.with([foreign.unwrap_or_default().into()])),
        None => absent(Suite::EddsaRdfc2022),
        Some(answer) => beside(foreign, answer),
    };
    answers.answer(Question::ProofRdfc, rdfc.0, rdfc.1);

    let jcs = match worst(case, Suite::EddsaJcs2022) {
        None => absent(Suite::EddsaJcs2022),
        Some(answer) => beside(foreign, answer),
    };
    answers.answer(Question::ProofJcs, jcs.0, jcs.1);
}

fn absent(suite: Suite) -> (Outcome, Sentence) {
    (Outcome::Absent, says::PROOF_ABSENT.with([suite.name().into()]))
}

/// Says as well what was not looked at.
fn beside(foreign: Option<&str>, (outcome, sentence): (Outcome, Sentence)) -> (Outcome, Sentence) {
    match (foreign, outcome) {
        (Some(kind), Outcome::Passed | Outcome::Attention) => {
            (Outcome::Attention, says::PROOF_BESIDE.with([sentence.into(), kind.into()]))
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
fn worst(case: &Case<'_>, suite: Suite) -> Option<(Outcome, Sentence)> {
    let of_suite = case.found.iter().zip(&case.keys).filter_map(|(found, key)| match found {
        Found::Proof(proof) if proof.suite == suite => Some(verify(case, proof, key.as_ref())),
        Found::Flawed(flaw) if flaw.suite.unwrap_or(Suite::EddsaRdfc2022) == suite => {
            let outcome = if flaw.elsewhere { Outcome::CouldNotCheck } else { Outcome::Failed };
            let why = Part::from(flaw.why.clone());
            Some((
                outcome,
                match flaw.suite {
                    Some(suite) => says::PROOF_FLAWED.with([suite.name().into(), why]),
                    None => says::PROOF_NAMELESS.with([why]),
                },
            ))
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
fn verify(case: &Case<'_>, proof: &Proof<'_>, key: Option<&Method>) -> (Outcome, Sentence) {
    let name = proof.suite.name();
    let failed = |why: Part| (Outcome::Failed, says::PROOF_BAD_OF.with([name.into(), why]));
    let could_not_check = |why: Part| (Outcome::CouldNotCheck, says::PROOF_UNCHECKED_OF.with([name.into(), why]));

    if let Some(expires) = proof.expires.filter(|it| *it <= case.now) {
        return failed(says::PROOF_EXPIRED.with([expires.into()]).into());
    }
    let trace = match trace(case, proof) {
        Ok(trace) => trace,
        Err(Trouble::Bad(why)) => return failed(why),
        Err(Trouble::Unknown(why)) => return could_not_check(why),
    };
    let Some(method) = key else { return could_not_check(says::PROOF_NO_KEY.into()) };
    if !proof::holds(&trace, &proof.signature, &method.key) {
        return failed(says::PROOF_CHANGED.into());
    }

    let (name_of, key) = (Part::from(name), Part::from(method.key.short()));
    let sentence = match proof.created {
        Some(created) => says::PROOF_GOOD_OF.with([name_of, key, created.into()]),
        None => says::PROOF_GOOD_UNDATED.with([name_of, key]),
    };
    match contexts_beyond(&case.parts.unsecured, proof) {
        false => (Outcome::Passed, sentence),
        true if case.ours => failed(says::PROOF_CONTEXT.into()),
        true => (Outcome::Attention, says::PROOF_AND_ADDED.with([sentence.into()])),
    }
}

/// Whether the document has contexts that the proof's copy of them lacks, which `eddsa-jcs-2022` allows.
fn contexts_beyond(document: &Value, proof: &Proof<'_>) -> bool {
    let signed = proof.members.get("@context");
    proof.suite == Suite::EddsaJcs2022 && signed.is_some() && signed != document.get("@context")
}

/// Everything that was hashed for `proof`.
fn trace(case: &Case<'_>, proof: &Proof<'_>) -> Result<Trace, Trouble> {
    let context = case.parts.unsecured.get("@context");
    match (proof.suite, proof.previous.is_empty()) {
        (Suite::EddsaJcs2022, true) => eddsa_jcs_2022::trace(&case.parts.unsecured, proof.members)
            .map_err(|it| Trouble::Bad(it.to_string().into())),
        (Suite::EddsaJcs2022, false) => {
            eddsa_jcs_2022::trace(&input(case, proof)?, proof.members).map_err(|it| Trouble::Bad(it.to_string().into()))
        }
        (Suite::EddsaRdfc2022, alone) => {
            // The proof configuration takes the document's contexts; a copy that differs would be covered by nothing.
            if proof.members.get("@context").is_some_and(|it| Some(it) != context) {
                return Err(Trouble::Bad(says::PROOF_OTHER_CONTEXT.into()));
            }
            let transformed = match alone {
                true => match &case.transformed {
                    Ok(transformed) => transformed.clone(),
                    // If it is wrong for everybody, that was said of the document.
                    Err(refusal) => return Err(Trouble::Unknown(refusal.to_string().into())),
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
    proof::input(case.parts, proof).map_err(|why| Trouble::Bad(why.into()))
}

fn refused(case: &Case<'_>, document: &Value, refusal: &Refusal) -> Trouble {
    shape::trouble(document, refusal, case.ours).unwrap_or_else(|| Trouble::Unknown(refusal.to_string().into()))
}
