//! `accolade completions` and `accolade man`: help where people look for it.

use super::{
    help,
    output::{Failure, Outcome, say},
};
use crate::disk;
use std::path::PathBuf;

/// Print a completion script for a shell
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
    accolade completions bash > ~/.local/share/bash-completion/completions/accolade
    accolade completions zsh > ~/.zfunc/_accolade
    accolade completions fish > ~/.config/fish/completions/accolade.fish")]
pub(super) struct Completions {
    /// Which shell
    #[arg(value_enum)]
    shell: clap_complete::Shell,
}

impl Completions {
    pub(super) fn run(self) -> Result<Outcome, Failure> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut help::command(), "accolade", &mut script);
        say(&String::from_utf8_lossy(&script));
        Ok(Outcome::Fine)
    }
}

/// Write the manual pages into a folder
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
    accolade man ~/.local/share/man/man1")]
pub(super) struct Man {
    /// Where to write them; the folder is made if need be
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl Man {
    pub(super) fn run(self) -> Result<Outcome, Failure> {
        let mut pages = disk::Change::default();
        let mut command = help::command().disable_help_subcommand(true);
        command.build();
        collect_pages(&command, &mut pages);

        if !self.dry_run {
            disk::create_folder(&self.folder)?;
            pages.apply(&self.folder)?;
        }
        for name in pages.write.keys() {
            say(&format!("{}\n", self.folder.join(name).display()));
        }
        Ok(Outcome::Fine)
    }
}

/// The page of `command` and of every command below it.
fn collect_pages(command: &clap::Command, pages: &mut disk::Change) {
    let page = clap_mangen::Man::new(command.clone());
    let mut text = Vec::new();
    if page.render(&mut text).is_ok() {
        pages.write.insert(page.get_filename(), text);
    }
    for below in command.get_subcommands().filter(|it| !it.is_hide_set()) {
        collect_pages(below, pages);
    }
}
