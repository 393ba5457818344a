//! A repository to start with: one issuer, one badge, and everything that a community needs to run it by pull requests.
//!
//! Each file stands in `repository/` as it is written. The TOML files there are good as they are; what is known of the
//! new gallery replaces their lines. What a community writes is its own from then on; the rest, made for the host, is
//! brought up to date by [`update`].

mod codeowners;
mod contributing;
mod record;
mod update;

pub use codeowners::{codeowners, codeowners_path};
pub use record::{RECORD, Record};
pub use update::{FileState, Step, diff, update};

use crate::{
    disk::Change,
    model::{Awarding, BaseUrl, Host, Slug},
};
use toml_edit::{Array, Value};

/// What a new repository is about.
#[derive(Debug, Clone)]
pub struct Starter {
    /// The name of the gallery.
    pub title: String,
    /// Its permanent address.
    pub base_url: BaseUrl,
    /// Where the repository lies on the web.
    pub repository: Option<String>,
    /// Who awards.
    pub issuer: String,
    /// A public contact address of the issuer.
    pub email: Option<String>,
    /// The accounts and teams of those who say yes to awards: `@grace`, `@guild/mentors`.
    pub maintainers: Vec<String>,
}

/// Files that are the same at every host that knows them, by their path there.
const MADE: [(&str, &str); 16] = [
    (".github/pull_request_template.md", include_str!("repository/github/pull_request_template.md")),
    (
        ".github/PULL_REQUEST_TEMPLATE/new-badge.md",
        include_str!("repository/github/PULL_REQUEST_TEMPLATE/new-badge.md"),
    ),
    (".github/PULL_REQUEST_TEMPLATE/award.md", include_str!("repository/github/PULL_REQUEST_TEMPLATE/award.md")),
    (".github/PULL_REQUEST_TEMPLATE/change.md", include_str!("repository/github/PULL_REQUEST_TEMPLATE/change.md")),
    (".github/ISSUE_TEMPLATE/config.yml", include_str!("repository/github/ISSUE_TEMPLATE/config.yml")),
    (".github/ISSUE_TEMPLATE/badge-idea.yml", include_str!("repository/github/ISSUE_TEMPLATE/badge-idea.yml")),
    (".github/ISSUE_TEMPLATE/nomination.yml", include_str!("repository/github/ISSUE_TEMPLATE/nomination.yml")),
    (
        ".github/ISSUE_TEMPLATE/self-nomination.yml",
        include_str!("repository/github/ISSUE_TEMPLATE/self-nomination.yml"),
    ),
    (".github/ISSUE_TEMPLATE/correction.yml", include_str!("repository/github/ISSUE_TEMPLATE/correction.yml")),
    (".github/ISSUE_TEMPLATE/revocation.yml", include_str!("repository/github/ISSUE_TEMPLATE/revocation.yml")),
    (".github/ISSUE_TEMPLATE/erasure.yml", include_str!("repository/github/ISSUE_TEMPLATE/erasure.yml")),
    (".github/workflows/check.yml", include_str!("repository/github/workflows/check.yml")),
    (".github/workflows/nominate.yml", include_str!("repository/github/workflows/nominate.yml")),
    (".github/workflows/sign.yml", include_str!("repository/github/workflows/sign.yml")),
    (".github/workflows/pages.yml", include_str!("repository/github/workflows/pages.yml")),
    (".github/workflows/weekly.yml", include_str!("repository/github/workflows/weekly.yml")),
];

/// Where workflows find the action that installs this program.
const ACTION: (&str, &str) = (".github/actions/accolade/action.yml", include_str!("../../../action.yml"));

/// The files that this version makes for a repository at `host`.
///
/// Forms and workflows are GitHub's. Forgejo and Gitea know the forms; for a host that is not known, everything is
/// written: it may be a GitHub of somebody's own.
fn made(host: Option<Host>) -> Vec<(&'static str, String)> {
    let knows = |path: &str| match host {
        None | Some(Host::GitHub) => true,
        Some(Host::Forgejo) => !path.starts_with(".github/workflows/"),
        Some(Host::GitLab) => !path.starts_with(".github/"),
    };
    let mut files: Vec<(&str, String)> =
        MADE.iter().filter(|(path, _)| knows(path)).map(|(path, text)| (*path, (*text).to_owned())).collect();
    files.push((".gitattributes", include_str!("repository/gitattributes").to_owned()));
    files.push(("CONTRIBUTING.md", contributing::contributing(host)));
    if knows(".github/workflows/check.yml") {
        // Beside the source of this program the version is that of the source.
        let version = format!("description: The version on crates.io\n    default: \"{}\"", env!("CARGO_PKG_VERSION"));
        let text = ACTION.1.replacen("description: The version on crates.io\n    default: \"\"", &version, 1);
        files.push((ACTION.0, text));
    }
    files
}

impl Starter {
    /// The issuer's name in the repository.
    #[must_use]
    pub fn issuer_slug(&self) -> Slug {
        Slug::spelt(&self.issuer).unwrap_or_else(|| "issuer".parse().expect("this is a slug"))
    }

    /// The files of the new repository.
    #[must_use]
    pub fn files(&self) -> Change {
        let slug = self.issuer_slug();
        let own = [
            ("accolade.toml".to_owned(), self.site(&slug)),
            (format!("issuers/{slug}.toml"), self.issuer_file()),
            ("badges/first-badge.toml".to_owned(), include_str!("repository/badges/first-badge.toml").to_owned()),
            (".gitignore".to_owned(), include_str!("repository/gitignore").to_owned()),
            ("README.md".to_owned(), self.readme(&slug)),
        ];
        let host = self.repository.as_deref().and_then(Host::of);
        let made = made(host).into_iter().map(|(path, text)| (path.to_owned(), text));
        let owners = (codeowners_path(|_| false, host).to_owned(), codeowners("", self.awarding().as_ref(), []));
        let files = own.into_iter().chain(made).chain([owners]);
        Change { write: files.map(|(path, text)| (path, text.into_bytes())).collect(), ..Change::default() }
    }

    /// The rule for awards. Nobody decides about their own, so one maintainer alone needs nobody's approval.
    fn awarding(&self) -> Option<Awarding> {
        let approvals = u32::from(self.maintainers.len() > 1 || self.teams().next().is_some());
        (!self.maintainers.is_empty()).then(|| Awarding { by: self.maintainers.clone(), approvals })
    }

    fn teams(&self) -> impl Iterator<Item = &String> {
        self.maintainers.iter().filter(|it| it.contains('/'))
    }

    fn site(&self, slug: &Slug) -> String {
        let mut text = include_str!("repository/accolade.toml").to_owned();
        set(&mut text, "title", self.title.as_str());
        set(&mut text, "base_url", self.base_url.as_str());
        set(&mut text, "description", format!("Badges awarded by {}.", self.issuer));
        set(&mut text, "issuer", slug.as_str());
        if let Some(repository) = &self.repository {
            set(&mut text, "repository", repository.as_str());
        }
        if let Some(awarding) = self.awarding() {
            text = text.replacen("# [awarding]", "[awarding]", 1);
            set(&mut text, "by", awarding.by.iter().collect::<Array>());
            set(&mut text, "approvals", i64::from(awarding.approvals));
        }
        for team in self.teams() {
            let members = "members = [] # their accounts: \"@ada\", \"@grace\"";
            text.push_str(&format!("\n[[team]]\nname = {}\n{members}\n", Value::from(team.as_str())));
        }
        text.replacen("issuers/issuer.toml", &format!("issuers/{slug}.toml"), 1)
    }

    fn issuer_file(&self) -> String {
        let mut text = include_str!("repository/issuers/issuer.toml").to_owned();
        set(&mut text, "name", self.issuer.as_str());
        set(&mut text, "url", self.base_url.as_str());
        if let Some(email) = &self.email {
            set(&mut text, "email", email.as_str());
        }
        text
    }

    fn readme(&self, slug: &Slug) -> String {
        include_str!("repository/README.md")
            .replace("%SLUG%", slug.as_str())
            .replace("%BASE_URL%", self.base_url.as_str())
            .replace("%ISSUER%", &self.issuer)
            .replace("%TITLE%", &self.title)
    }
}

/// Gives `key` its value, in the line of `text` that sets it or shows how to.
fn set(text: &mut String, key: &str, value: impl Into<Value>) {
    let begins = |line: &str| line.trim_start_matches("# ").strip_prefix(key).is_some_and(|it| it.starts_with(" = "));
    let line = format!("{key} = {}", value.into());
    let lines: Vec<&str> = text.lines().map(|it| if begins(it) { line.as_str() } else { it }).collect();
    *text = lines.join("\n") + "\n";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_stays_a_comment() {
        let mut text = "# name of it\n# name = \"x\"\nother = 1\n".to_owned();
        set(&mut text, "other", "a \"b\"");
        assert_eq!(text, "# name of it\n# name = \"x\"\nother = 'a \"b\"'\n");
        set(&mut text, "name", "y");
        assert_eq!(text, "# name of it\nname = \"y\"\nother = 'a \"b\"'\n");
    }

    #[test]
    fn the_action_of_a_repository_installs_this_version() {
        let action = made(None).pop().unwrap();
        assert_eq!(action.0, ACTION.0);
        assert!(action.1.contains(&format!("default: \"{}\"", env!("CARGO_PKG_VERSION"))), "{}", action.1);
        assert!(!ACTION.1.contains(env!("CARGO_PKG_VERSION")));
    }
}
