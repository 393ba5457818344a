//! A JSON-LD document as canonical N-Quads.
//!
//! A document is [expanded](expand) to statements with the embedded contexts, and the statements are brought into their
//! [canonical form](rdfc). Nothing is fetched, and nothing is dropped: what would not be signed is refused.

mod embedded;
mod iri;
mod context;
mod define;
mod literal;
mod expand;
pub mod quad;
pub mod rdfc;

use super::Refusal;
use context::Contexts;
use rdfc::Stop;
use serde_json::Value;
use sha2::Sha256;

thread_local! {
    // Contexts are processed once in each thread. Sharing them between threads would save half a millisecond for
    // each, and cost a lock for each document.
    static CONTEXTS: Contexts = Contexts::new();
}

/// Expands `document` with the embedded contexts, and canonicalises its RDF dataset with RDFC-1.0 (SHA-256).
///
/// # Errors
///
/// When a context is not embedded, a term is not defined, an IRI is relative, or a feature is not supported.
pub fn canonicalize(document: &Value) -> Result<String, Refusal> {
    canonicalize_with(document, false)
}

/// As [`canonicalize`], for documents that we sign or judge: refuses as well what implementations are known to
/// canonicalise differently (numbers other than integers below 2^53, blank nodes without a unique first-degree hash).
///
/// # Errors
///
/// As [`canonicalize`], and for what is not portable.
pub fn canonicalize_portable(document: &Value) -> Result<String, Refusal> {
    canonicalize_with(document, true)
}

fn canonicalize_with(document: &Value, portable: bool) -> Result<String, Refusal> {
    CONTEXTS.with(|contexts| {
        let expanded = expand::expand(contexts, document, portable, false)?;
        match rdfc::canonicalize::<Sha256>(expanded.quads, portable) {
            Ok((canonical, _)) => Ok(canonical),
            Err(Stop::TooMuchWork) => Err(Refusal::whole(
                "the document holds too many nodes without an `id` that look alike to put them in an order",
            )),
            // The places are only worth knowing now.
            Err(Stop::Alike(one, other)) => {
                let places = expand::expand(contexts, document, portable, true)?.places;
                let (first, second) = (one.min(other), one.max(other));
                Err(Refusal {
                    place: places[second].clone(),
                    why: format!(
                        "cannot be told apart from `{}` by what it says: give each an `id`, or leave one out",
                        places[first]
                    ),
                })
            }
        }
    })
}
