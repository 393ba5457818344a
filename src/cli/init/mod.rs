//! `accolade init`: a repository that builds at once, and that a community can push and live in.

pub(super) mod ask;
mod update;

use super::{
    Surroundings, change, hook,
    output::{Failure, Format, Outcome, say, tell},
};
use crate::{
    disk::{self, Change, Git},
    ledger::{Address, RECORD, Record, Starter},
    model::{BaseUrl, Host},
};
use ask::Asking;
use serde_json::json;
use std::path::{Path, PathBuf};

/// Start a repository: a site, one issuer and one badge, ready to build
#[derive(Debug, clap::Args)]
#[command(after_help = "\
On a terminal it asks for what you did not give; piped, or with --yes, it takes the defaults. Everything can be edited
afterwards, but decide on the final address before the first award: what is signed names it.

Beside the gallery it writes what a community needs to run it by pull requests, as the host of --repository knows it:

    GitHub    CONTRIBUTING.md, CODEOWNERS, .gitattributes, templates, issue forms, and workflows
              that check, make pull requests of nominations, sign, announce, publish, and report
    Forgejo   CONTRIBUTING.md, CODEOWNERS, .gitattributes, a template and the issue forms
              (also Codeberg, Gitea)
    GitLab    CONTRIBUTING.md, CODEOWNERS and .gitattributes
    others    as for GitHub

Every command works at any host: CONTRIBUTING.md says what maintainers run where no workflow does. `accolade init --update`
brings these files up to date later; it shows the difference first, and writes over nothing that somebody edited.

Examples:
    accolade init my-badges
    accolade init my-badges --repository https://github.com/guild/badges --maintainer @grace
    accolade init --update")]
pub(super) struct Init {
    /// Where; the folder is made if need be
    #[arg(value_name = "DIR", default_value = ".")]
    folder: PathBuf,
    /// The name of the gallery [default: made of the folder's name]
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// Where the repository lies, or will lie, on the web [default: git's remote `origin`]
    #[arg(long, value_name = "URL")]
    repository: Option<String>,
    /// The permanent address, with or without a path [default: the host's pages for the repository, else https://your-address.example/]
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// The name of the issuer [default: the title]
    #[arg(long, value_name = "NAME")]
    issuer: Option<String>,
    /// A public contact address of the issuer
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,
    /// An account or a team that says yes to awards, such as @grace or @guild/mentors; several times for several
    #[arg(long = "maintainer", value_name = "ACCOUNT")]
    maintainers: Vec<String>,
    /// Ask nothing: take the defaults, and with --update write what is shown
    #[arg(long)]
    yes: bool,
    /// Bring forms and workflows of an older repository up to date
    #[arg(long, conflicts_with_all = ["title", "repository", "base_url", "issuer", "email", "maintainers"])]
    update: bool,
    /// With --update: also write over what was edited by hand
    #[arg(long, requires = "update")]
    force: bool,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// For whom the answer is
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

/// Where a gallery is until somebody says where: a name that is reserved and will never be taken.
pub(super) const NOWHERE: &str = "https://your-address.example/";

impl Init {
    pub(super) fn run(self, _surroundings: &Surroundings) -> Result<Outcome, Failure> {
        if self.update {
            return self.bring_up_to_date();
        }
        if disk::exists(&self.folder.join("accolade.toml")) {
            return Err(Failure::Refused(format!(
                "`{}` holds an accolade.toml already; `accolade check` says what it is worth, and `accolade init \
                 --update` brings its forms and workflows up to date",
                self.folder.display()
            )));
        }
        if disk::exists(&self.folder) && !disk::is_folder(&self.folder) {
            return Err(Failure::Refused(format!("`{}` is a file: start in another folder", self.folder.display())));
        }
        let asking = Asking::new(!self.yes && !self.dry_run && self.format == Format::Text);
        let starter = self.starter(&asking)?;
        let mut change = starter.files();
        let is_there = |path: &String| disk::exists(&self.folder.join(path));
        let of_the_gallery = |path: &&String| path.starts_with("badges/") || path.starts_with("issuers/");
        if let Some(path) = change.write.keys().filter(of_the_gallery).find(|path| is_there(path)) {
            return Err(Failure::Refused(format!(
                "`{}` exists already, and nothing is written over it: start in another folder",
                self.folder.join(path).display()
            )));
        }
        // A README or a workflow that somebody wrote is better than ours.
        let kept: Vec<String> = change.write.keys().filter(|path| is_there(path)).cloned().collect();
        change.write.retain(|path, _| !kept.contains(path));
        record(&mut change);

        if self.format == Format::Json {
            if !self.dry_run {
                change.apply(&self.folder)?;
            }
            let written: Vec<&String> = change.write.keys().collect();
            say(&format!("{:#}\n", json!({ "dry_run": self.dry_run, "written": written, "kept": kept })));
            return Ok(Outcome::Fine);
        }
        change::apply(&change, &self.folder, self.dry_run)?;
        if self.dry_run {
            return Ok(Outcome::Fine);
        }
        for path in change.write.keys() {
            say(&format!("{}\n", self.folder.join(path).display()));
        }
        for path in &kept {
            tell(&format!("left as it was: {}\n", self.folder.join(path).display()));
        }
        let hooked = self.offer_hook(&asking);
        tell(&next_steps(&self.folder, &starter, hooked));
        Ok(Outcome::Fine)
    }

    fn starter(&self, asking: &Asking) -> Result<Starter, Failure> {
        asking.mention(
            "Enter takes what stands in brackets, or leaves a question open. All of it can be edited later,\n\
             but choose the address with care: what is signed names it. Nothing is written before the end.\n\n",
        );
        let title = asking.answer(self.title.as_deref(), "Title of the gallery", &title_of(&self.folder));
        if title.is_empty() {
            return Err(Failure::Usage("--title: a gallery needs a name".to_owned()));
        }
        let origin = Git::around(&self.folder).ok().and_then(|git| git.origin()).unwrap_or_default();
        let repository = asking.until_good(
            self.repository.as_deref(),
            "--repository",
            "Its repository on the web, if you know where it will be",
            &origin,
            |text| if text.is_empty() { Ok(None) } else { repository_of(text).map(Some) },
        )?;
        let pages = repository.as_deref().and_then(Host::pages).unwrap_or_else(|| NOWHERE.to_owned());
        let base_url = asking.until_good(
            self.base_url.as_deref(),
            "--base-url",
            "The permanent address of its site",
            &pages,
            |text| {
                let whole = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
                whole.parse::<BaseUrl>().map_err(|flaw| flaw.to_string())
            },
        )?;
        let issuer = asking.answer(self.issuer.as_deref(), "Who awards the badges", &title);
        if issuer.is_empty() {
            return Err(Failure::Usage("--issuer: an issuer needs a name".to_owned()));
        }
        let question = "A public e-mail address for questions, if there is one";
        let email = asking.until_good(self.email.as_deref(), "--email", question, "", |text| match text {
            "" if self.email.is_none() => Ok(None),
            _ => Address::parse(text).map(|_| Some(text.to_owned())).map_err(|flaw| format!("`{text}` {flaw}")),
        })?;
        let given = (!self.maintainers.is_empty()).then(|| self.maintainers.join(" "));
        let question = "Who says yes to awards (accounts such as @grace), if you know already";
        let maintainers = asking.until_good(given.as_deref(), "--maintainer", question, "", accounts)?;
        Ok(Starter { title, base_url, repository, issuer, email, maintainers })
    }

    /// Offers to let git look before each commit. Whether it does now.
    fn offer_hook(&self, asking: &Asking) -> bool {
        let yes = disk::git_work_tree(&self.folder).is_some()
            && asking.yes("Let git look for private things before each commit?");
        if !yes {
            return false;
        }
        hook::install(&self.folder, false).inspect_err(Failure::show).is_ok()
    }
}

/// Notes what is written, for a later `--update`.
fn record(change: &mut Change) {
    let mut record = Record::default();
    for (path, bytes) in &change.write {
        record.note(path, &String::from_utf8_lossy(bytes));
    }
    change.write.insert(RECORD.to_owned(), record.to_text().into_bytes());
}

/// The address of a repository, as it is shown: also of one that is copied from `git remote`, or without its beginning.
fn repository_of(text: &str) -> Result<String, String> {
    let plain = text.trim_end_matches('/').trim_end_matches(".git");
    let place = match plain.strip_prefix("git@").and_then(|it| it.split_once(':')) {
        Some((host, path)) => format!("{host}/{path}"),
        None => plain.strip_prefix("https://").unwrap_or(plain).to_owned(),
    };
    let is_place = place.split_once('/').is_some_and(|(host, path)| {
        let (name, port) = host.split_once(':').unwrap_or((host, ""));
        name.contains('.') && port.bytes().all(|it| it.is_ascii_digit()) && !path.is_empty()
    }) && !place.contains("//")
        && !place.contains(|c: char| c.is_whitespace() || "@?#\"<>\\".contains(c));
    match is_place {
        true => Ok(format!("https://{place}")),
        false => Err(format!("`{text}` is not the address of a repository, such as https://github.com/guild/badges")),
    }
}

/// Accounts and teams (`@organisation/team`), however they are separated, each with its `@`.
fn accounts(text: &str) -> Result<Vec<String>, String> {
    let mut accounts: Vec<String> = Vec::new();
    for word in text.split([',', ' ']).filter(|it| !it.is_empty()) {
        let name = word.trim_start_matches('@');
        let is_name = |it: &str| !it.is_empty() && it.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c));
        let may_be_team = word.starts_with('@') && name.matches('/').count() == 1;
        if !name.split('/').all(is_name) || !may_be_team && name.contains('/') {
            return Err(format!("`{word}` is not an account: write `@name`, or `@organisation/team`"));
        }
        let account = format!("@{name}");
        if !accounts.contains(&account) {
            accounts.push(account);
        }
    }
    Ok(accounts)
}

/// `my-badges` → `My Badges`, in whatever letters.
fn title_of(folder: &Path) -> String {
    let name = disk::name_of(folder).unwrap_or_default();
    let is_between = |c: char| c.is_whitespace() || c.is_control() || "-_.\u{fffd}".contains(c);
    let words = name.split(is_between).filter_map(|word| {
        let mut letters = word.chars();
        Some(letters.next()?.to_uppercase().chain(letters).collect())
    });
    let title = words.collect::<Vec<String>>().join(" ");
    if title.is_empty() { "Our Badges".to_owned() } else { title }
}

fn next_steps(folder: &Path, starter: &Starter, hooked: bool) -> String {
    let name = folder.display().to_string();
    let enter = match name.as_str() {
        "." => String::new(),
        name if name.contains(' ') => format!("    cd \"{name}\"\n"),
        name => format!("    cd {name}\n"),
    };
    let mut text =
        "\nWhat visitors read is in accolade.toml, issuers/ and badges/: a few lines each, to make your own.\n"
            .to_owned();
    if starter.base_url.as_str() == NOWHERE {
        text.push_str(
            "\nBefore the first award that counts, write the site's real address into accolade.toml: what is signed names \
             it.\n",
        );
    }
    for team in starter.maintainers.iter().filter(|it| it.contains('/')) {
        text.push_str(&format!(
            "\nWho is in {team} has to stand in accolade.toml, below `[[team]]`: until then nobody of it can agree.\n"
        ));
    }
    text.push_str(&format!(
        "\nNext:\n{enter}    accolade key new\n    accolade award first-badge --email ada@example.org\n    \
         accolade build\n    accolade serve --open\n\nThen into git, and on to the host:\n"
    ));
    let git = Git::around(folder).ok();
    if git.is_none() {
        text.push_str("    git init --initial-branch main\n");
    }
    if !hooked {
        text.push_str("    accolade hook install    # lets git look for private things before each commit\n");
    }
    text.push_str("    git add .\n    git commit --message \"Begin\"\n");
    if git.and_then(|it| it.origin()).is_none() {
        let place = starter.repository.as_deref().map_or("ADDRESS", |it| it);
        text.push_str(&format!("    git remote add origin {place}\n"));
    }
    text.push_str("    git push --set-upstream origin main\nCONTRIBUTING.md says what to set there, once.\n");
    text
}
