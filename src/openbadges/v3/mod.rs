//! Open Badges 3.0: what is signed, and reading it back.
//!
//! One profile is written, the one that every verifier accepts: two contexts, an issuer with a DID, arrays for sets, no
//! nulls, whole numbers, times in UTC. Reading is more tolerant, because credentials come from elsewhere too.

mod credential;
mod achievement;
mod profile;
mod identity;
mod read;
mod text;
mod card;
mod deed;

pub use achievement::{achievement, unfit};
pub use card::{assertion, is_credential};
pub use credential::credential;
pub(crate) use credential::{result_fits, status_entry};
pub use deed::{Deed, deed};
pub use identity::{identity_hash, normalise_email};
pub use profile::profile;
pub use read::{
    Achievement, Alignment, Credential, Criteria, Evidence, IdentifierEntry, IdentityObject, Image, Profile, Proof,
    Related, Result, ResultDescription, RubricLevel, Status, Subject, read, read_achievement, read_around,
};
pub use text::Text;

/// The contexts of every document of ours (Verifiable Credentials 2.0, then Open Badges 3.0), in this order.
pub const CONTEXTS: [&str; 2] =
    ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"];
