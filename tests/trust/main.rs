//! Keys, proofs, status lists and verdicts: against the official vectors, and one mistake at a time.

mod kit;
mod vectors;
mod derived;
mod fixtures;
mod mistakes;
mod changes;
mod stage;
