//! **Canon**: one document, one string of bytes.
//!
//! What is signed is never a document but its canonical form: JCS ([RFC 8785]) for `eddsa-jcs-2022`,
//! RDF Dataset Canonicalization ([RDFC-1.0]) of its JSON-LD expansion for `eddsa-rdfc-2022`.
//!
//! [RFC 8785]: https://www.rfc-editor.org/rfc/rfc8785
//! [RDFC-1.0]: https://www.w3.org/TR/rdf-canon/

mod scan;
pub mod json;
pub mod jcs;
mod refusal;
pub mod rdf;

pub use refusal::Refusal;
