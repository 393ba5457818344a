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
    /// One place in a status list for two awards.
    SharedIndex => "shared-index",
    /// A status list that does not verify, or says something else than the ledger.
    BadStatusList => "bad-status-list",
    /// A key that cannot be used.
    BadKey => "bad-key",
    /// A name without consent.
    NoConsent => "no-consent",
    /// A person's file with another name than the one that was signed.
    OtherName => "other-name",
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
    /// A team that nobody described.
    UnknownTeam => "unknown-team",
    /// The same badge twice for the same recipient.
    DuplicateAward => "duplicate-award",
    /// A date that has not come yet.
    FutureDate => "future-date",
    /// An award that would have ended before it is made.
    ExpiredAtBirth => "expired-at-birth",
    /// A link without encryption.
    PlainHttp => "plain-http",
    /// A link that leads nowhere.
    DeadLink => "dead-link",
    /// A picture with too few pixels.
    SmallPicture => "small-picture",
    /// A picture with too many bytes.
    HeavyPicture => "heavy-picture",
    /// Awards without the picture that the site asks for.
    NoAwardPicture => "no-award-picture",
    /// A picture that is wider than high, or higher than wide.
    NotSquare => "not-square",
    /// A colour on which an emblem or words cannot be seen well.
    LowContrast => "low-contrast",
    /// Criteria that changed under an awarded badge.
    CriteriaChanged => "criteria-changed",
    /// A signed file that is no longer as it was.
    AssertionChanged => "assertion-changed",
    /// A ledger of which something was taken or changed.
    LedgerRewritten => "ledger-rewritten",
    /// An address that would no longer answer.
    VanishedUrl => "vanished-url",
    /// Another address of the site, after awards were made.
    BaseUrlChanged => "base-url-changed",
    /// A key that will soon no longer sign.
    KeyEnding => "key-ending",
    /// A nomination that nobody decides about.
    WaitingNomination => "waiting-nomination",
    /// A nomination that came after the last day.
    LateNomination => "late-nomination",
    /// A badge about whose awards nobody decides.
    BadgeWithoutOwner => "badge-without-owner",
    /// Words that are missing in the site's language.
    MissingTranslation => "missing-translation",
    /// A hash of an address without a salt.
    UnsaltedHash => "unsalted-hash",
    /// A salt that was used before.
    ReusedSalt => "reused-salt",
    /// A file name that names a person.
    PersonalFileName => "personal-file-name",
    /// A picture that says where it was taken.
    PositionData => "position-data",
    /// An award to which too few have agreed.
    MissingApproval => "missing-approval",
}

/// How much a lint matters in a repository.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// It is not reported.
    Allow,
    /// It is reported.
    Warn,
    /// It is reported, and stops the build.
    Deny,
}

impl Code {
    /// Whether a repository may set its level. The rest is what a build cannot do without, or what a person's
    /// privacy or the worth of an award hangs on.
    #[must_use]
    pub const fn is_lint(self) -> bool {
        matches!(
            self,
            Self::MissingAlt
                | Self::StrippedMarkup
                | Self::DuplicateAward
                | Self::FutureDate
                | Self::ExpiredAtBirth
                | Self::PlainHttp
                | Self::DeadLink
                | Self::SmallPicture
                | Self::HeavyPicture
                | Self::NoAwardPicture
                | Self::NotSquare
                | Self::LowContrast
                | Self::CriteriaChanged
                | Self::VanishedUrl
                | Self::BaseUrlChanged
                | Self::KeyEnding
                | Self::WaitingNomination
                | Self::LateNomination
                | Self::BadgeWithoutOwner
                | Self::MissingTranslation
                | Self::PersonalFileName
        )
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
