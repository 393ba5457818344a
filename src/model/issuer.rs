//! Who awards: an issuer and the keys it signs with.

use super::{Picture, Slug};
use crate::{time::Timestamp, trust::PublicKey};

/// What `issuers/<issuer>.toml` says.
#[derive(Debug, Clone)]
pub struct Issuer {
    /// The file's name.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// Its home page.
    pub url: Option<String>,
    /// A public contact address. Open Badges 2.0 requires one.
    pub email: Option<String>,
    /// Who they are (Markdown).
    pub description: Option<String>,
    /// Its logo.
    pub logo: Option<Picture>,
    /// The numeric id of its LinkedIn page.
    pub linkedin_id: Option<String>,
    /// The organisation it belongs to.
    pub parent: Option<ParentOrganisation>,
    /// Official identifiers (register numbers and the like).
    pub identifiers: Vec<Identifier>,
    /// Social and source links.
    pub links: Vec<Link>,
    /// What its recipients may say when they share an award.
    pub share: Share,
    /// Every key it signs or signed with.
    pub keys: Vec<IssuerKey>,
}

/// What an issuer suggests to those who share an award.
#[derive(Debug, Clone, Default)]
pub struct Share {
    /// A sentence, in which `{badge}` and `{issuer}` stand for their names.
    pub text: Option<String>,
    /// Hashtags, without their `#`.
    pub hashtags: Vec<String>,
}

/// A public key, and when it may sign.
#[derive(Debug, Clone)]
pub struct IssuerKey {
    /// The key.
    pub key: PublicKey,
    /// The first moment at which it may sign.
    pub from: Option<Timestamp>,
    /// The first moment at which it may no longer sign.
    pub until: Option<Timestamp>,
    /// Since when somebody else may have had it. Nothing signed from then on counts.
    pub compromised: Option<Timestamp>,
}

/// The organisation an issuer belongs to.
#[derive(Debug, Clone)]
pub struct ParentOrganisation {
    /// Its name.
    pub name: String,
    /// Its home page, which also identifies it.
    pub url: String,
}

/// An entry in an official register (Open Badges 3.0, IdentifierEntry).
#[derive(Debug, Clone)]
pub struct Identifier {
    /// The identifier itself.
    pub identifier: String,
    /// One of Open Badges 3.0's identifier types, or `ext:…`.
    pub kind: String,
}

/// A link to a page about somebody.
#[derive(Debug, Clone)]
pub struct Link {
    /// What to call it.
    pub name: String,
    /// Where it leads.
    pub url: String,
}
