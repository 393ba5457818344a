//! Bitstring Status List 1.0: whether a credential is revoked or suspended, for all credentials of a list at once.

mod bits;
mod entry;
mod list;

pub use bits::{Bits, LENGTH};
pub use entry::{Entry, entries};
pub use list::{List, credential};
