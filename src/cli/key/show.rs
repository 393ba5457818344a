//! `accolade key show`: the public half of a key.

use super::{as_json, gallery, issuer};
use crate::{
    cli::{
        Surroundings,
        output::{Failure, Format, Outcome, say},
        repository::Repository,
        signing_key,
    },
    disk, ledger,
};
use std::path::PathBuf;

/// Show the public half of a key, in both forms that an issuer's file takes
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
    accolade key show
    accolade key show --key ~/.ssh/id_ed25519")]
pub(super) struct Show {
    /// A secret or public OpenSSH key file [default: as for `award`]
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    #[command(flatten)]
    repository: Repository,
    /// For whom the answer is
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

impl Show {
    pub(super) fn run(self, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        let environment = &surroundings.environment;
        let key = match (self.key.as_deref().or(environment.key_file.as_deref()), &environment.signing_key) {
            (Some(path), _) => signing_key::public_half(path)?,
            (None, Some(text)) => ledger::SecretFile::parse(text)
                .map_err(|flaw| Failure::Refused(format!("ACCOLADE_SIGNING_KEY is not a signing key: {flaw}")))?
                .public_key()
                .clone(),
            (None, None) => {
                let gallery = gallery(&self.repository.folder())?
                    .ok_or_else(|| Failure::Usage("which key? give its file with --key".to_owned()))?;
                let issuer = issuer(&gallery, None)?;
                let file = signing_key::default_file(&issuer, surroundings)
                    .ok_or_else(|| Failure::Usage("which key? give its file with --key".to_owned()))?;
                if !disk::exists(&file) {
                    return Err(Failure::Refused(format!(
                        "there is no key in `{}`: give its file with --key, or make one with `accolade key new`",
                        file.display()
                    )));
                }
                signing_key::public_half(&file)?
            }
        };
        match self.format {
            Format::Json => say(&format!("{:#}\n", as_json(&key))),
            Format::Text => say(&format!("{}\n{}\n", key.to_multibase(), ledger::to_ssh_line(&key))),
        }
        Ok(Outcome::Fine)
    }
}
