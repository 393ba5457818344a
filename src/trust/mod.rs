//! **Trust**: keys, DIDs, proofs, status lists, and the verdict over a credential.
//!
//! Code here reads slowly, on purpose: one algorithm, one file, the standard's names and order.

mod key;
mod signer;
mod sentence;
pub(crate) mod says;
pub mod did;
pub mod proof;
pub mod status;
mod verdict;
mod judge;

pub use judge::{SOON, World, about, judge, judge_list, judge_owned};
pub use key::{KeyFlaw, PublicKey};
pub use sentence::{Part, Sentence};
pub use signer::{SignError, Signer};
pub use verdict::{Check, Judgement, Outcome, Question, Verdict};
