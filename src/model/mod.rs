//! **Model**: what a gallery is made of, after every mistake has been reported.
//!
//! Nothing here is serializable: files are read by [`crate::pipeline`], documents written by
//! [`crate::openbadges`], pages described by [`crate::theme`].

mod names;
mod site;
mod host;
mod issuer;
mod look;
mod badge;
mod picture;
mod art;
mod award;
mod awarding;
mod assertion;
mod signed;
mod ledger;
mod person;
mod gallery;

pub use art::ArtRecipe;
pub use assertion::Assertion;
pub use award::{Award, Consent, Evidence, Identity, Nomination, Recipient, ResultValue};
pub use awarding::{Awarding, Team};
pub use badge::{AchievementType, Alignment, Badge, Criteria, RelatedBadge, ResultDescription, RubricLevel, Validity};
pub use gallery::{AwardRef, Gallery, Page, StaticFile, StatusListFile, TemplateFile};
pub use host::Host;
pub use issuer::{Identifier, Issuer, IssuerKey, Link, ParentOrganisation, Share};
pub use ledger::{Event, Ledger, LedgerEntry, Review, Standing};
pub use look::{Colour, Font, Look, StaticPicture};
pub use names::{AssertionId, BaseUrl, NameError, Slug};
pub use person::Person;
pub use picture::{Picture, PictureKind};
pub use signed::SignedBytes;
pub use site::{AwardPictures, Cards, Revision, Site};
