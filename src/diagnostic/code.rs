//! The codes of all diagnostics. A code never changes its meaning.

use std::fmt;

macro_rules! codes {
    ($($(#[doc = $doc:literal])* $name:ident => $text:literal,)*) => {
        /// What kind of problem a diagnostic reports.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[doc = $doc])* $name,)* }

        impl Code {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The code as it is shown and searched for.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }
    };
}

codes! {
    /// The file is not TOML.
    TomlSyntax => "toml-syntax",
    /// A key that is not known here.
    UnknownKey => "unknown-key",
    /// A required key is missing.
    MissingKey => "missing-key",
    /// A value of the wrong type.
    WrongType => "wrong-type",
    /// A value of the right type that cannot be used.
    BadValue => "bad-value",
    /// A file name that cannot be part of an address.
    BadName => "bad-name",
    /// No issuer has that name.
    UnknownIssuer => "unknown-issuer",
    /// No badge has that name.
    UnknownBadge => "unknown-badge",
    /// No assertion has that id.
    UnknownAssertion => "unknown-assertion",
    /// No result of the badge has that name.
    UnknownResult => "unknown-result",
    /// The repository has no `accolade.toml`.
    NoSite => "no-site",
    /// A file where none is expected, or one that cannot be read as what it should be.
    BadFile => "bad-file",
    /// A file larger than its kind may be.
    TooLarge => "too-large",
    /// A link to another place in the file system.
    Symlink => "symlink",
    /// A picture that cannot be used.
    BadPicture => "bad-picture",
    /// A picture without a description.
    MissingAlt => "missing-alt",
    /// An assertion that does not verify.
    InvalidAssertion => "invalid-assertion",
    /// An assertion that is not where its id says.
    MisplacedAssertion => "misplaced-assertion",
    /// An assertion without a line in the ledger, or the other way round.
    LedgerMismatch => "ledger-mismatch",
    /// A ledger that breaks its own rules.
    BadLedger => "bad-ledger",
    /// A status list that does not verify, or says something else than the ledger.
    BadStatusList => "bad-status-list",
    /// A key that cannot be used.
    BadKey => "bad-key",
    /// A name without consent.
    NoConsent => "no-consent",
    /// An e-mail address where none may be.
    EmailInRepository => "email-in-repository",
    /// Markdown of which a part is removed.
    StrippedMarkup => "stripped-markup",
    /// A template that cannot be used.
    BadTemplate => "bad-template",
    /// A message file that cannot be used.
    BadWords => "bad-words",
    /// A secret key in the repository.
    SecretKey => "secret-key",
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
