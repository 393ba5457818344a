//! `accolade init`: a repository that builds at once.

use super::{
    Surroundings, change,
    output::{Failure, Outcome, say, tell},
};
use crate::{
    disk,
    ledger::{Address, Starter, slug_of},
    model::BaseUrl,
};
use std::{
    io::{self, BufRead, IsTerminal},
    path::{Path, PathBuf},
};

/// Start a repository: a site, one issuer and one badge, ready to build
#[derive(Debug, clap::Args)]
#[command(after_help = "\
On a terminal it asks for what you did not give; piped, it takes the defaults. Everything can be edited afterwards,
but decide on the final address before the first award: what is signed names it.

Examples:
    accolade init my-badges
    accolade init my-badges --title \"Hackerspace Gent\" --base-url https://badges.example.org/")]
pub(super) struct Init {
    /// Where; the folder is made if need be
    #[arg(value_name = "DIR", default_value = ".")]
    folder: PathBuf,
    /// The name of the gallery [default: made of the folder's name]
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// The permanent address, with or without a path [default: https://badges.example/]
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// The name of the issuer [default: the title]
    #[arg(long, value_name = "NAME")]
    issuer: Option<String>,
    /// A public contact address of the issuer
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Where a gallery is until somebody says where: a name that is reserved and will never be taken.
const NOWHERE: &str = "https://badges.example/";

impl Init {
    pub(super) fn run(self, _surroundings: &Surroundings) -> Result<Outcome, Failure> {
        if disk::exists(&self.folder.join("accolade.toml")) {
            return Err(Failure::Refused(format!(
                "`{}` holds an accolade.toml already; `accolade check` says what it is worth",
                self.folder.display()
            )));
        }
        if disk::exists(&self.folder) && !disk::is_folder(&self.folder) {
            return Err(Failure::Refused(format!("`{}` is a file: start in another folder", self.folder.display())));
        }
        let starter = self.starter()?;
        let change = starter.files();
        let in_the_way = change.write.keys().find(|path| disk::exists(&self.folder.join(path)));
        if let Some(path) = in_the_way.filter(|it| *it != ".gitignore" && *it != "README.md") {
            return Err(Failure::Refused(format!(
                "`{}` exists already, and nothing is written over it: start in another folder",
                self.folder.join(path).display()
            )));
        }
        // A README that somebody wrote is better than ours.
        let mut change = change;
        change.write.retain(|path, _| !disk::exists(&self.folder.join(path)));

        change::apply(&change, &self.folder, self.dry_run)?;

        if !self.dry_run {
            for path in change.write.keys() {
                say(&format!("{}\n", self.folder.join(path).display()));
            }
            tell(&next_steps(&self.folder, &starter));
        }
        Ok(Outcome::Fine)
    }

    fn starter(&self) -> Result<Starter, Failure> {
        let asking = io::stdin().is_terminal() && io::stderr().is_terminal() && !self.dry_run;
        let title = answer(asking, self.title.as_deref(), "Title of the gallery", &title_of(&self.folder));
        if title.is_empty() {
            return Err(Failure::Usage("--title: a gallery needs a name".to_owned()));
        }
        let base_url = loop {
            let text = answer(asking, self.base_url.as_deref(), "Its permanent address", NOWHERE);
            match text.parse::<BaseUrl>() {
                Ok(url) => break url,
                Err(flaw) if asking && self.base_url.is_none() => tell(&format!("{flaw}\n")),
                Err(flaw) => return Err(Failure::Usage(format!("--base-url: {flaw}"))),
            }
        };
        let issuer = answer(asking, self.issuer.as_deref(), "Who awards the badges", &title);
        if issuer.is_empty() {
            return Err(Failure::Usage("--issuer: an issuer needs a name".to_owned()));
        }
        let email = self.email.as_deref();
        if let Some(email) = email {
            Address::parse(email).map_err(|flaw| Failure::Usage(format!("--email: `{email}` {flaw}")))?;
        }
        Ok(Starter { title, base_url, issuer, email: email.map(str::to_owned) })
    }
}

/// What was given, else what is typed, else the default.
fn answer(asking: bool, given: Option<&str>, question: &str, default: &str) -> String {
    if let Some(given) = given {
        return given.trim().to_owned();
    }
    if asking {
        tell(&format!("{question} [{default}]: "));
        let mut line = String::new();
        if io::stdin().lock().read_line(&mut line).is_ok() && !line.trim().is_empty() {
            return line.trim().to_owned();
        }
    }
    default.to_owned()
}

/// `my-badges` → `My Badges`.
fn title_of(folder: &Path) -> String {
    let name = disk::name_of(folder).as_deref().and_then(slug_of);
    let words = name.as_ref().map_or("our-badges", |it| it.as_str()).split('-').map(|word| {
        let (first, rest) = word.split_at(1);
        first.to_uppercase() + rest
    });
    words.collect::<Vec<_>>().join(" ")
}

fn next_steps(folder: &Path, starter: &Starter) -> String {
    let name = folder.display().to_string();
    let enter = match name.as_str() {
        "." => String::new(),
        name if name.contains(' ') => format!("    cd \"{name}\"\n"),
        name => format!("    cd {name}\n"),
    };
    let address = if starter.base_url.as_str() == NOWHERE {
        "\nBefore the first award that counts, write the site's real address into accolade.toml.\n"
    } else {
        ""
    };
    format!(
        "\nNext:\n{enter}    accolade key new\n    accolade award first-badge --email ada@example.org\n    \
         accolade build\n{address}"
    )
}
