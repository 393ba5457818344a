//! **Ledger**: what changes a repository.
//!
//! Every function here takes a gallery in which all is well and gives back a [`Change`](crate::disk::Change): the
//! files to write, decided and checked before the first byte reaches the disk. Signing asks a
//! [`Signer`](crate::trust::Signer), which may be a key in memory or an agent that keeps it.

mod init;
mod keys;
mod agent;
mod issuer_file;
mod recipient;
mod places;
mod entries;
mod seal;
mod nominate;
mod award;
mod lists;
mod revoke;
mod renew;
mod reseal;
mod people_file;
mod correct;
mod forget;
mod retire;
mod rename;

pub use agent::{Agent, AgentKey};
pub use award::{Awarded, Order, Wanted, award, badge, newcomers, objections};
pub use correct::{Corrected, Correction, consent_of, correct, correctable, review_of};
pub use forget::{Traces, Written, forget, forgettable};
pub use init::{FileState, RECORD, Record, Starter, Step, codeowners, codeowners_path, diff, update};
pub use issuer_file::{add_key, path as issuer_path, retire_key};
pub use keys::{Locked, SecretFile, SecretKey, to_ssh_line};
pub use nominate::{Asked, nomination};
pub use recipient::Address;
pub use rename::{Named, all_renamable, rename};
pub use renew::{Renewed, Term, renew, renewable};
pub use reseal::{Resealed, reseal, resealable, stale_lists};
pub use retire::retire;
pub use revoke::{Turn, issuer_of, turn, turnable};

use std::fmt;

/// Why nothing was changed: a sentence that says what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused(pub String);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refused {}

/// Random bytes of the operating system.
fn random<const N: usize>() -> Result<[u8; N], Refused> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| Refused(format!("the system gives no random numbers: {error}")))?;
    Ok(bytes)
}
