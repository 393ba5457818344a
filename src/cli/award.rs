//! `accolade award`: makes, signs and writes assertions.

use super::{
    Surroundings,
    output::{Failure, Format, Outcome},
    repository::Repository,
};
use std::path::PathBuf;

/// Where the signing key is, said alike by every command that signs.
pub(super) const WHERE_THE_KEY_IS: &str = "\
The signing key is the first of these: --key FILE; ACCOLADE_KEY (a file's path); ACCOLADE_SIGNING_KEY (the key itself,
for CI); the file that `accolade key new` writes; a key of the issuer in ssh-agent. Its public half must stand in the
issuer's file (`accolade key add`). ACCOLADE_PASSPHRASE answers for a passphrase prompt.";

/// Award a badge: makes, signs, checks and writes an assertion, or one for each row of a CSV file
#[derive(Debug, clap::Args)]
#[command(after_help = concat!("\
Examples:
    accolade award soldering --email ada@example.org
    accolade award soldering --url https://github.com/ada --name \"Ada Lovelace\" --consent https://example.org/42
    accolade award workshop --csv ~/participants.csv --date 2026-05-04

E-mail addresses never enter the repository: an address is trimmed, lower-cased and kept as a hash with a fresh
128-bit salt. A name is signed only together with --consent: where the person agreed to be named.

The columns of a CSV file, of which one of the first three is needed: email, url, did, name, consent, date, narrative,
evidence, evidence_name, valid_from, valid_until, activity_start, activity_end, role, licence_number, credits, term,
result:NAME. What a row leaves empty is taken from the options. All rows are checked before the first is written. Keep
the file outside the repository: it holds addresses."))]
pub(super) struct Award {
    /// Which badge: the name of its file in badges/, without .toml
    #[arg(value_name = "BADGE")]
    pub(super) badge: String,
    /// The recipient's e-mail address; only a salted hash of it is kept
    #[arg(long, value_name = "ADDRESS", group = "recipient")]
    pub(super) email: Option<String>,
    /// The recipient's public profile
    #[arg(long, value_name = "URL", group = "recipient")]
    pub(super) url: Option<String>,
    /// The recipient's decentralised identifier
    #[arg(long, value_name = "DID", group = "recipient")]
    pub(super) did: Option<String>,
    /// Many recipients: one for each row of this file
    #[arg(long, value_name = "FILE", group = "recipient", conflicts_with_all = ["name", "consent"])]
    pub(super) csv: Option<PathBuf>,
    #[command(flatten)]
    pub(super) details: Details,
    /// Award again what the recipient already has
    #[arg(long)]
    pub(super) again: bool,
    /// The signing key
    #[arg(long, value_name = "FILE")]
    pub(super) key: Option<PathBuf>,
    #[command(flatten)]
    pub(super) repository: Repository,
    /// Say what would be written, and write nothing
    #[arg(long)]
    pub(super) dry_run: bool,
    /// For whom the answer is
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(super) format: Format,
}

/// What may be said about an award.
#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct Details {
    /// The recipient's name, signed into the award
    #[arg(long, value_name = "NAME", requires = "consent")]
    pub(super) name: Option<String>,
    /// Where the recipient agreed to be named: a link or a short note
    #[arg(long, value_name = "TEXT", requires = "name")]
    pub(super) consent: Option<String>,
    /// The day of the award [default: now]
    #[arg(long, value_name = "DATE")]
    pub(super) date: Option<String>,
    /// What the recipient did (Markdown)
    #[arg(long, value_name = "TEXT")]
    pub(super) narrative: Option<String>,
    /// Where proof of it is (repeatable)
    #[arg(long, value_name = "URL")]
    pub(super) evidence: Vec<String>,
    /// What the proof is called (in the order of --evidence)
    #[arg(long, value_name = "TEXT", requires = "evidence")]
    pub(super) evidence_name: Vec<String>,
    /// From when it is valid, if later than the award
    #[arg(long, value_name = "DATE")]
    pub(super) valid_from: Option<String>,
    /// Until when it is valid [default: as the badge says]
    #[arg(long, value_name = "DATE")]
    pub(super) valid_until: Option<String>,
    /// When the recipient began
    #[arg(long, value_name = "DATE")]
    pub(super) activity_start: Option<String>,
    /// When the recipient finished
    #[arg(long, value_name = "DATE")]
    pub(super) activity_end: Option<String>,
    /// The recipient's role
    #[arg(long, value_name = "TEXT")]
    pub(super) role: Option<String>,
    /// A licence or membership number
    #[arg(long = "licence", value_name = "NUMBER")]
    pub(super) licence_number: Option<String>,
    /// Credits earned, a whole number
    #[arg(long, value_name = "NUMBER")]
    pub(super) credits: Option<String>,
    /// The term, such as "Autumn 2026"
    #[arg(long, value_name = "TEXT")]
    pub(super) term: Option<String>,
    /// A result that the badge describes, and its value or level (repeatable)
    #[arg(long = "result", value_name = "NAME=VALUE")]
    pub(super) results: Vec<String>,
}

impl Award {
    pub(super) fn run(self, _surroundings: &Surroundings) -> Result<Outcome, Failure> {
        todo!("award")
    }
}
