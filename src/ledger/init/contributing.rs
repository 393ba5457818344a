//! `CONTRIBUTING.md`: how to take part, and what maintainers have to set, at this host.

use crate::model::Host;

/// The page for a repository at `host`. A host that is not known may be a GitHub of somebody's own.
pub(super) fn contributing(host: Option<Host>) -> String {
    let form = include_str!("repository/contributing/ask-form.md");
    let (ask, then, settings) = match host {
        None | Some(Host::GitHub) => (
            format!("{form}{}", include_str!("repository/contributing/ask-github.md")),
            include_str!("repository/contributing/then-github.md"),
            include_str!("repository/contributing/settings-github.md"),
        ),
        Some(Host::Forgejo) => (
            format!("{form}{}", include_str!("repository/contributing/ask-forgejo.md")),
            include_str!("repository/contributing/then-others.md"),
            include_str!("repository/contributing/settings-forgejo.md"),
        ),
        Some(Host::GitLab) => (
            include_str!("repository/contributing/ask-gitlab.md").to_owned(),
            include_str!("repository/contributing/then-others.md"),
            include_str!("repository/contributing/settings-gitlab.md"),
        ),
    };
    include_str!("repository/CONTRIBUTING.md")
        .replace("%ASK%", &ask)
        .replace("%THEN%", then)
        .replace("%SETTINGS%", settings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_open() {
        for host in [None, Some(Host::GitHub), Some(Host::Forgejo), Some(Host::GitLab)] {
            let text = contributing(host);
            assert!(!text.contains('%') && !text.contains("\n\n\n"), "{text}");
        }
    }
}
