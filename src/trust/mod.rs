//! **Trust**: keys, DIDs, proofs, status lists, and the verdict over a credential.
//!
//! Code here reads slowly, on purpose: one algorithm, one file, the standard's names and order.

mod key;
mod signer;
pub mod did;
pub mod proof;
pub mod status;
mod verdict;
mod judge;

pub use judge::{World, about, judge, judge_list};
pub use key::{KeyFlaw, PublicKey};
pub use signer::{SignError, Signer};
pub use verdict::{Check, Judgement, Outcome, Question, Verdict};
