//! A repository to start with: one issuer, one badge, and it builds at once.

use crate::{
    disk::Change,
    model::{BaseUrl, Slug},
};

/// What a new repository is about.
#[derive(Debug, Clone)]
pub struct Starter {
    /// The name of the gallery.
    pub title: String,
    /// Its permanent address.
    pub base_url: BaseUrl,
    /// Who awards.
    pub issuer: String,
    /// A public contact address of the issuer.
    pub email: Option<String>,
}

impl Starter {
    /// The issuer's name in the repository.
    #[must_use]
    pub fn issuer_slug(&self) -> Slug {
        slug_of(&self.issuer).unwrap_or_else(|| "issuer".parse().expect("this is a slug"))
    }

    /// The files of the new repository.
    #[must_use]
    pub fn files(&self) -> Change {
        let slug = self.issuer_slug();
        let files = [
            ("accolade.toml".to_owned(), self.site(&slug)),
            (format!("issuers/{slug}.toml"), self.issuer_file()),
            ("badges/first-badge.toml".to_owned(), BADGE.to_owned()),
            (".gitignore".to_owned(), GITIGNORE.to_owned()),
            ("README.md".to_owned(), self.readme(&slug)),
        ];
        Change { write: files.map(|(path, text)| (path, text.into_bytes())).into(), ..Change::default() }
    }

    fn site(&self, slug: &Slug) -> String {
        format!(
            "\
title = {title}
# The permanent address. What is signed names it, so choose it before the first award.
base_url = {base_url}
description = {description}
language = \"en\"
# The zone of dates that are written without one.
time_zone = \"UTC\"
# Who awards a badge that names no issuer: issuers/{slug}.toml
issuer = \"{slug}\"
",
            title = quoted(&self.title),
            base_url = quoted(self.base_url.as_str()),
            description = quoted(&format!("Badges awarded by {}.", self.issuer)),
        )
    }

    fn issuer_file(&self) -> String {
        let email = match &self.email {
            Some(email) => format!("email = {}\n", quoted(email)),
            None => {
                "# A public contact address; Open Badges 2.0 wants one.\n# email = \"badges@example.org\"\n".to_owned()
            }
        };
        format!(
            "\
name = {name}
url = {url}
{email}description = {description}

# The keys it signs with stand below; `accolade key new` makes one and adds its public half.
",
            name = quoted(&self.issuer),
            url = quoted(self.base_url.as_str()),
            description = quoted("Who we are, and what our badges stand for."),
        )
    }

    fn readme(&self, slug: &Slug) -> String {
        format!(
            "\
# {title}

The badges of {issuer}, and everybody who has one. The site at <{base_url}> is made from this repository with
[accolade](https://crates.io/crates/accolade).

- `badges/` holds what is awarded, one TOML file for each badge
- `issuers/{slug}.toml` says who awards, and with which public keys
- `assertions/` and `status/` hold what was signed; only `accolade` writes there

```sh
accolade check                                        # is everything in order?
accolade award first-badge --email ada@example.org    # somebody earned a badge
accolade build                                        # the site, in public/
```
",
            title = self.title,
            issuer = self.issuer,
            base_url = self.base_url,
        )
    }
}

const BADGE: &str = "\
name = \"First Badge\"
description = \"Took part in trying out our badges.\"
# What has to be done for it (Markdown). A file first-badge.md beside this one does as well.
criteria = \"\"\"
Whoever helped us to try out our badges gets this one:

- read what the badge stands for
- say what could be clearer
\"\"\"
skills = [\"Feedback\"]
# The picture is drawn from this file. To use your own, put first-badge.svg or first-badge.png beside it
# and describe it here:
# alt = \"A hexagon with a star\"
";

const GITIGNORE: &str = "\
# The site is made from the rest.
/public/

# Secret keys and lists of addresses have no place here.
*.key
*.pem
*.csv
";

/// The name that `text` has in addresses: lower-case letters and digits, with hyphens between the words.
#[must_use]
pub fn slug_of(text: &str) -> Option<Slug> {
    let mut words: Vec<String> = text
        .to_lowercase()
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    while words.join("-").len() > 64 {
        words.pop();
    }
    words.join("-").parse().ok()
}

/// A TOML string.
fn quoted(text: &str) -> String {
    toml_edit::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_part_of_an_address() {
        assert_eq!(slug_of("Hackerspace Gent!").unwrap().as_str(), "hackerspace-gent");
        assert_eq!(slug_of("日本"), None);
    }
}
