//! `accolade key`: the keys with which an issuer signs.

use super::{
    Surroundings,
    output::{Failure, Outcome},
    repository::Repository,
};
use clap::Subcommand;
use std::path::PathBuf;

/// Make, show, add and retire signing keys
#[derive(Debug, clap::Args)]
#[command(arg_required_else_help = true)]
pub(super) struct Key {
    #[command(subcommand)]
    command: KeyCommand,
}

#[derive(Debug, Subcommand)]
enum KeyCommand {
    New(New),
    Show(Show),
    Add(Add),
    Retire(Retire),
}

/// Make a signing key, outside the repository, and let the issuer sign with it
#[derive(Debug, clap::Args)]
#[command(after_help = "\
The key is an OpenSSH Ed25519 key: `ssh-keygen -p -f FILE` changes its passphrase, `ssh-add FILE` gives it to
ssh-agent. The secret half is written where only you can read it, encrypted with a passphrase, never inside a git work
tree and never over another file. The public half is added to the issuer's file if you are in a repository.

Examples:
    accolade key new
    accolade key new --file ~/keys/badges --issuer guild
    ACCOLADE_PASSPHRASE=… accolade key new          (in a script)")]
struct New {
    /// Where to write the secret half [default: <config folder>/accolade/<issuer>.key]
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// Whose key [default: the site's issuer]
    #[arg(long, value_name = "NAME")]
    issuer: Option<String>,
    /// Do not encrypt it: whoever reads the file can sign
    #[arg(long)]
    no_passphrase: bool,
    /// Make the key file only; leave the issuer's file as it is
    #[arg(long)]
    no_add: bool,
    #[command(flatten)]
    repository: Repository,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Show the public half of a key, in both forms that an issuer's file takes
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
    accolade key show
    accolade key show --key ~/.ssh/id_ed25519")]
struct Show {
    /// A secret or public OpenSSH key file [default: as for `award`]
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    #[command(flatten)]
    repository: Repository,
}

/// Let an issuer sign with a key: adds its public half to the issuer's file
#[derive(Debug, clap::Args)]
#[command(after_help = "\
The key may sign from now on, or from the day given. It can be a file (secret or public half; a secret one is not
decrypted for it), `ssh-ed25519 AAAA…`, or a multibase key `z6Mk…`.

Examples:
    accolade key add ~/.ssh/id_ed25519.pub
    accolade key add \"ssh-ed25519 AAAAC3Nza… ada@laptop\" --issuer guild --from 2026-05-01")]
struct Add {
    /// The key: a file, or the public key itself
    #[arg(value_name = "KEY")]
    key: String,
    /// Whose key [default: the site's issuer]
    #[arg(long, value_name = "NAME")]
    issuer: Option<String>,
    /// From when it may sign [default: now]
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    #[command(flatten)]
    repository: Repository,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Stop signing with a key; what it signed before stays good, unless it was compromised
#[derive(Debug, clap::Args)]
#[command(after_help = "\
A retired key stays in the issuer's file: what it signed is still checked with it.

Examples:
    accolade key retire z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2
    accolade key retire ~/.config/accolade/guild.key --compromised --since 2026-05-04")]
struct Retire {
    /// The key: a file, or the public key itself
    #[arg(value_name = "KEY")]
    key: String,
    /// Whose key [default: the issuer that has it]
    #[arg(long, value_name = "NAME")]
    issuer: Option<String>,
    /// Somebody else may have had it: nothing it signed from then on counts
    #[arg(long)]
    compromised: bool,
    /// Since when [default: now]
    #[arg(long, value_name = "DATE")]
    since: Option<String>,
    #[command(flatten)]
    repository: Repository,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl Key {
    pub(super) fn run(self, _surroundings: &Surroundings) -> Result<Outcome, Failure> {
        todo!("key")
    }
}
