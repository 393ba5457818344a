//! Hosts of git repositories whose ways are known.

/// A kind of host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// GitHub.
    GitHub,
    /// GitLab, there or anywhere.
    GitLab,
    /// Codeberg and other Forgejo and Gitea hosts.
    Forgejo,
}

impl Host {
    /// The kind of host at which `repository` lies, as its address tells.
    #[must_use]
    pub fn of(repository: &str) -> Option<Self> {
        let host = repository.split("://").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or_default();
        match host {
            "github.com" => Some(Self::GitHub),
            "codeberg.org" => Some(Self::Forgejo),
            _ if host.split('.').any(|part| part == "gitlab") => Some(Self::GitLab),
            _ if host.split('.').any(|part| part == "forgejo" || part == "gitea") => Some(Self::Forgejo),
            _ => None,
        }
    }

    /// Where pages made from `repository` are published, if its owner says nothing else.
    #[must_use]
    pub fn pages(repository: &str) -> Option<String> {
        let rest = repository.split_once("://")?.1.trim_end_matches('/').trim_end_matches(".git");
        let (host, path) = rest.split_once('/')?;
        let (owner, name) = path.split_once('/')?;
        let site = match host {
            "github.com" => format!("{owner}.github.io"),
            "gitlab.com" => format!("{owner}.gitlab.io"),
            "codeberg.org" => format!("{owner}.codeberg.page"),
            _ => return None,
        }
        .to_lowercase();
        Some(if name.eq_ignore_ascii_case(&site) || (name == "pages" && host == "codeberg.org") {
            format!("https://{site}/")
        } else {
            format!("https://{site}/{name}/")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_lie_where_the_host_puts_them() {
        let pages = |repository: &str| Host::pages(repository).unwrap_or_default();
        assert_eq!(pages("https://github.com/Guild/badges"), "https://guild.github.io/badges/");
        assert_eq!(pages("https://github.com/guild/guild.github.io.git"), "https://guild.github.io/");
        assert_eq!(pages("https://codeberg.org/guild/badges"), "https://guild.codeberg.page/badges/");
        assert_eq!(pages("https://git.example/guild/badges"), "");
    }
}
