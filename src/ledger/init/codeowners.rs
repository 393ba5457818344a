//! `CODEOWNERS`: whom the host asks for a review, made from the awarding rights.
//!
//! The last line that fits a file counts, so the rule for everything comes first.
//! Source: GitHub Docs, "About code owners"; GitLab, Forgejo and Gitea read the same lines.

use crate::model::{Awarding, Host};
use std::collections::BTreeSet;

const BEGIN: &str =
    "# <accolade> made by `accolade codeowners` from [awarding]; what stands outside of these marks is yours";
const END: &str = "# </accolade>";

/// Where hosts look for the file, the first that is there counts.
const PLACES: [&str; 6] = [
    ".github/CODEOWNERS",
    ".gitlab/CODEOWNERS",
    ".forgejo/CODEOWNERS",
    ".gitea/CODEOWNERS",
    "CODEOWNERS",
    "docs/CODEOWNERS",
];

/// The path of the file: where it is, else where `host` looks for it.
pub fn codeowners_path(is_there: impl Fn(&str) -> bool, host: Option<Host>) -> &'static str {
    PLACES.into_iter().find(|path| is_there(path)).unwrap_or(match host {
        Some(Host::GitLab) => PLACES[1],
        Some(Host::Forgejo) => PLACES[4],
        Some(Host::GitHub) | None => PLACES[0],
    })
}

/// The text of the file, with everything that `before` holds outside of the marks.
#[must_use]
pub fn codeowners<'a>(
    before: &str,
    site: Option<&Awarding>,
    badges: impl IntoIterator<Item = (&'a str, &'a Awarding)>,
) -> String {
    let mut lines = vec![BEGIN.to_owned()];
    let mut all: BTreeSet<String> = site.map(owners).unwrap_or_default();
    if let Some(site) = site {
        push(&mut lines, "*", &owners(site));
    }
    for (badge, rule) in badges {
        let owners = owners(rule);
        push(&mut lines, &format!("/badges/{badge}.*"), &owners);
        push(&mut lines, &format!("/assertions/{badge}/"), &owners);
        all.extend(owners);
    }
    // Which badge a nomination is for, its path does not say: `accolade check --event` knows.
    push(&mut lines, "/nominations/", &all);
    if lines.len() == 1 {
        lines.push("# Nobody yet: accolade.toml has no [awarding].".to_owned());
    }
    lines.push(END.to_owned());
    let made = lines.join("\n") + "\n";
    match before.split_once(BEGIN).and_then(|(above, rest)| Some((above, rest.split_once(END)?.1))) {
        Some((above, below)) => format!("{above}{}{below}", made.trim_end()),
        None if before.trim().is_empty() => made,
        None => format!("{}\n\n{made}", before.trim_end()),
    }
}

fn push(lines: &mut Vec<String>, pattern: &str, owners: &BTreeSet<String>) {
    if !owners.is_empty() {
        lines.push(format!("{pattern} {}", owners.iter().map(String::as_str).collect::<Vec<_>>().join(" ")));
    }
}

/// The accounts and teams of a rule, as the host writes them: the address of a profile ends in the account's name.
fn owners(rule: &Awarding) -> BTreeSet<String> {
    let name = |by: &String| match by.split_once("://") {
        None => Some(by.clone()),
        Some((_, rest)) => {
            let (host, name) = rest.trim_end_matches('/').split_once('/')?;
            let is_account = Host::of(&format!("https://{host}/")).is_some() && !name.contains('/');
            is_account.then(|| format!("@{}", name.trim_start_matches('@')))
        }
    };
    rule.by.iter().filter_map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(by: &[&str]) -> Awarding {
        Awarding { by: by.iter().map(|it| (*it).to_owned()).collect(), approvals: 1 }
    }

    #[test]
    fn rights_become_lines() {
        let site = rule(&["@guild/mentors", "https://github.com/grace", "https://social.example/@kim"]);
        let soldering = rule(&["@linus"]);
        let text = codeowners("", Some(&site), [("soldering", &soldering)]);
        assert_eq!(
            text,
            format!(
                "{BEGIN}\n* @grace @guild/mentors\n/badges/soldering.* @linus\n/assertions/soldering/ @linus\n\
                 /nominations/ @grace @guild/mentors @linus\n{END}\n"
            )
        );
    }

    #[test]
    fn what_stands_outside_of_the_marks_stays() {
        let before = codeowners("# ours\n/docs/ @ada\n", None, []) + "/art/ @kim\n";
        let after = codeowners(&before, Some(&rule(&["@grace"])), []);
        assert_eq!(
            after,
            format!("# ours\n/docs/ @ada\n\n{BEGIN}\n* @grace\n/nominations/ @grace\n{END}\n/art/ @kim\n")
        );
        assert_eq!(codeowners(&after, Some(&rule(&["@grace"])), []), after);
    }
}
