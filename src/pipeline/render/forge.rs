//! Pages of the host at which a repository lies: its files, and where to report a mistake.

use super::percent::encode;
use crate::model::Host;

/// The page of a commit at the host of a repository, where it is known how its address is made.
#[must_use]
pub fn commit_page(repository: &str, commit: &str) -> Option<String> {
    let forge = Forge::new(repository);
    // GitLab keeps what is not a group or a project behind a hyphen.
    let between = if forge.file("")?.contains("/-/") { "-/commit" } else { "commit" };
    Some(format!("{}/{between}/{commit}", forge.url))
}

/// A repository on the web.
#[derive(Debug, Clone)]
pub(super) struct Forge {
    url: String,
    kind: Option<Host>,
}

impl Forge {
    pub(super) fn new(repository: &str) -> Self {
        let url = repository.trim_end_matches('/').trim_end_matches(".git").to_owned();
        let kind = Host::of(&url);
        Self { url, kind }
    }

    /// Its page.
    pub(super) fn page(&self) -> &str {
        &self.url
    }

    /// The page of a file, on the main branch.
    pub(super) fn file(&self, path: &str) -> Option<String> {
        let between = match self.kind? {
            Host::GitHub => "blob/HEAD",
            Host::GitLab => "-/blob/HEAD",
            Host::Forgejo => "src/HEAD",
        };
        Some(format!("{}/{between}/{path}", self.url))
    }

    /// The profile of an account, on a host where it is known how its address is made.
    pub(super) fn account(&self, name: &str) -> Option<String> {
        self.kind?;
        let (scheme, rest) = self.url.split_once("://")?;
        Some(format!("{scheme}://{}/{name}", rest.split('/').next()?))
    }

    /// The name of the host.
    pub(super) fn host(&self) -> &str {
        match self.kind {
            Some(Host::GitHub) => "GitHub",
            _ => self.url.split("://").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or_default(),
        }
    }

    /// The page for a new file on the main branch, with `{0}` for its path and `{1}` for its text. GitLab takes no text.
    ///
    /// Sources: go-gitea/gitea#16556 (as GitHub does it), gitlab-org/gitlab work item 594214.
    pub(super) fn new_file(&self) -> Option<String> {
        Some(match self.kind? {
            Host::GitHub => format!("{}/new/main?filename={{0}}&value={{1}}", self.url),
            Host::GitLab => format!("{}/-/new/main?file_name={{0}}", self.url),
            Host::Forgejo => format!("{}/_new/main/?filename={{0}}&value={{1}}", self.url),
        })
    }

    /// The issue form of this name, where the host has such forms; else where issues are made.
    pub(super) fn form(&self, name: &str) -> String {
        match self.kind {
            Some(Host::GitHub) => format!("{}/issues/new?template={name}.yml", self.url),
            Some(Host::Forgejo) => format!("{}/issues/new?template=.github%2fISSUE_TEMPLATE%2f{name}.yml", self.url),
            Some(Host::GitLab) => format!("{}/-/issues/new", self.url),
            None => self.url.clone(),
        }
    }

    /// The form for a new issue, with its title and first lines filled in, on a host where it is known how its address is made.
    ///
    /// Sources: GitHub Docs, "Creating an issue from a URL query"; Forgejo Docs, "Issue and Pull Request Templates";
    /// GitLab Docs, "Using a URL with prefilled values".
    pub(super) fn report(&self, title: &str, body: &str) -> Option<String> {
        let (title, body) = (encode(title), encode(body));
        Some(match self.kind? {
            Host::GitHub | Host::Forgejo => format!("{}/issues/new?title={title}&body={body}", self.url),
            Host::GitLab => format!("{}/-/issues/new?issue[title]={title}&issue[description]={body}", self.url),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_host_has_its_own_addresses() {
        let file = |url: &str| Forge::new(url).file("badges/a.toml");
        assert_eq!(
            file("https://github.com/o/r.git").as_deref(),
            Some("https://github.com/o/r/blob/HEAD/badges/a.toml")
        );
        assert_eq!(
            file("https://gitlab.com/o/r/").as_deref(),
            Some("https://gitlab.com/o/r/-/blob/HEAD/badges/a.toml")
        );
        assert_eq!(file("https://git.example/r"), None);
        let new = |url: &str| Forge::new(url).new_file();
        assert_eq!(
            new("https://github.com/o/r").as_deref(),
            Some("https://github.com/o/r/new/main?filename={0}&value={1}")
        );
        assert_eq!(
            new("https://codeberg.org/o/r").as_deref(),
            Some("https://codeberg.org/o/r/_new/main/?filename={0}&value={1}")
        );
        assert_eq!(
            new("https://gitlab.com/o/g/r").as_deref(),
            Some("https://gitlab.com/o/g/r/-/new/main?file_name={0}")
        );
        assert_eq!(new("https://git.example/r"), None);
        let form = |url: &str| Forge::new(url).form("nomination");
        assert_eq!(form("https://github.com/o/r"), "https://github.com/o/r/issues/new?template=nomination.yml");
        assert_eq!(
            form("https://codeberg.org/o/r"),
            "https://codeberg.org/o/r/issues/new?template=.github%2fISSUE_TEMPLATE%2fnomination.yml"
        );
        assert_eq!(form("https://gitlab.com/o/r"), "https://gitlab.com/o/r/-/issues/new");
        let report = |url: &str| Forge::new(url).report("A & B", "x");
        assert_eq!(
            report("https://codeberg.org/o/r").as_deref(),
            Some("https://codeberg.org/o/r/issues/new?title=A%20%26%20B&body=x")
        );
        assert_eq!(
            report("https://gitlab.com/o/r").as_deref(),
            Some("https://gitlab.com/o/r/-/issues/new?issue[title]=A%20%26%20B&issue[description]=x")
        );
        assert_eq!(report("https://git.example/o/r"), None);
        assert_eq!(commit_page("https://github.com/o/r", "1a"), Some("https://github.com/o/r/commit/1a".into()));
        assert_eq!(commit_page("https://gitlab.com/o/r", "1a"), Some("https://gitlab.com/o/r/-/commit/1a".into()));
        assert_eq!(commit_page("https://git.example/r", "1a"), None);
        assert_eq!(
            report("https://github.com/o/r").as_deref(),
            Some("https://github.com/o/r/issues/new?title=A%20%26%20B&body=x")
        );
    }
}
