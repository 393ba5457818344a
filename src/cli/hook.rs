//! `accolade hook install`: the privacy gate, before anything is committed.

use super::{
    output::{Failure, Outcome, say, tell},
    repository,
};
use crate::disk::{self, Git};
use std::path::{Path, PathBuf};

/// Look at every commit before it is made
#[derive(Debug, clap::Args)]
pub(super) struct Hook {
    #[command(subcommand)]
    command: HookCommand,
}

#[derive(Debug, clap::Subcommand)]
enum HookCommand {
    /// Let git run `accolade check --staged` before each commit, so that nothing private is ever committed
    Install {
        /// The repository [default: the current folder, or the nearest one above it with an accolade.toml]
        #[arg(value_name = "DIR")]
        folder: Option<PathBuf>,
        /// Say what would be written, and write nothing
        #[arg(long)]
        dry_run: bool,
    },
}

impl Hook {
    pub(super) fn run(self) -> Result<Outcome, Failure> {
        let HookCommand::Install { folder, dry_run } = self.command;
        install(&repository::resolve(folder.as_deref()), dry_run)?;
        Ok(Outcome::Fine)
    }
}

/// Lets git look before each commit in the repository at `root`, and says where the hook is.
pub(super) fn install(root: &Path, dry_run: bool) -> Result<(), Failure> {
    repository::must_be_folder(root)?;
    let git = Git::around(root)?;
    let path = git.hooks()?.join("pre-commit");
    let folder = git.prefix().trim_end_matches('/').replace('\'', "'\\''");
    let folder = if folder.is_empty() { ".".to_owned() } else { folder };
    let text = format!(
        "#!/bin/sh\n# Made by `accolade hook install`.\ncommand -v accolade >/dev/null || {{\n    echo 'accolade was not \
         found, so nobody looked for private things; git commit --no-verify commits all the same' >&2\n    exit \
         1\n}}\nexec accolade check --staged '{folder}'\n"
    );
    if dry_run {
        tell(&format!("nothing was written; this would be:\n  write   {} ({} bytes)\n", path.display(), text.len()));
        return Ok(());
    }
    disk::write_hook(&path, &text)?;
    say(&format!("{}\n", path.display()));
    tell("git looks for private things before each commit from now on\n");
    Ok(())
}
