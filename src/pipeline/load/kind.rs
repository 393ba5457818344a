//! Which file is what, by where it lies.

use crate::diagnostic::closest;
use std::path::Path;

/// The folders that are looked into.
pub(in crate::pipeline) const FOLDERS: [&str; 9] =
    ["issuers", "badges", "people", "nominations", "assertions", "status", "pages", "static", "templates"];

/// Whether something at `path`, relative to the repository, is looked at: `accolade.toml`, the known folders, and what lies
/// in them, but for what is hidden.
#[must_use]
pub fn is_read(path: &Path) -> bool {
    let mut parts = path.components().map(|part| part.as_os_str().to_string_lossy());
    let known = parts.next().is_some_and(|it| it == "accolade.toml" || FOLDERS.contains(&&*it));
    known && parts.all(|it| !it.starts_with('.') || it == ".well-known")
}

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::pipeline) enum Kind {
    Site,
    Issuer,
    Badge,
    Criteria,
    Picture,
    Person,
    Nomination,
    Assertion,
    StatusList,
    Ledger,
    Page,
    Static,
    Template,
}

/// Whether a file belongs where it lies.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Place {
    Known(Kind),
    /// A note to the repository's readers.
    PassedOver,
    /// With what may have been meant.
    Unexpected(Option<String>),
}

impl Kind {
    /// How many bytes such a file may have.
    pub(super) fn limit(self) -> u64 {
        const KIB: u64 = 1 << 10;
        const MIB: u64 = 1 << 20;
        match self {
            Self::Site | Self::Issuer | Self::Badge | Self::Person | Self::Nomination => MIB,
            Self::Criteria | Self::Page | Self::Template | Self::StatusList => MIB,
            Self::Assertion => 256 * KIB,
            Self::Picture => 5 * MIB,
            Self::Static => 20 * MIB,
            // Some 130 bytes for each award that was ever made.
            Self::Ledger => 256 * MIB,
        }
    }

    /// Such a file in words.
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::Site => "`accolade.toml`",
            Self::Issuer => "an issuer's file",
            Self::Badge => "a badge's file",
            Self::Criteria | Self::Page => "a Markdown file",
            Self::Picture => "a picture",
            Self::Person => "a person's file",
            Self::Nomination => "a nomination",
            Self::Assertion => "an assertion",
            Self::StatusList => "a status list",
            Self::Ledger => "a ledger",
            Self::Static => "a file of `static/`",
            Self::Template => "a template",
        }
    }

    /// Whether it is kept as text, with lines to point at.
    pub(super) fn is_text(self) -> bool {
        !matches!(self, Self::Picture | Self::Assertion | Self::StatusList | Self::Static)
    }
}

/// What the file at `path` is.
pub(super) fn place(path: &str) -> Place {
    let parts: Vec<&str> = path.split('/').collect();
    let name = parts.last().copied().unwrap_or_default();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let pages = |at: &str| at != "pages" && at != "static" && at != "templates";
    if pages(parts[0]) && ["readme", "license", "licence", "copying"].contains(&stem.to_ascii_lowercase().as_str()) {
        return Place::PassedOver;
    }
    let kind = match (parts.as_slice(), ending) {
        (["accolade.toml"], _) => Kind::Site,
        (["issuers", _], "toml") => Kind::Issuer,
        (["badges", _], "toml") => Kind::Badge,
        (["badges", _], "md") => Kind::Criteria,
        (["issuers" | "badges", _], "svg" | "png") => Kind::Picture,
        (["people", _], "toml") => Kind::Person,
        (["nominations", _], "toml") => Kind::Nomination,
        (["assertions", _, _], "json") => Kind::Assertion,
        (["status", _, "ledger.toml"], _) => Kind::Ledger,
        (["status", _, _], "json") if is_number(stem) => Kind::StatusList,
        (["pages", _], "md") => Kind::Page,
        (["static", _, ..], _) => Kind::Static,
        (["templates", _, ..], _) => Kind::Template,
        _ => return Place::Unexpected(guess(&parts, stem, ending)),
    };
    Place::Known(kind)
}

/// Whether `stem` numbers a status list: 1, 2, 3 …
fn is_number(stem: &str) -> bool {
    !stem.starts_with('0') && stem.parse::<u32>().is_ok_and(|number| number > 0 && number.to_string() == stem)
}

/// What the author of an unexpected file may have meant.
fn guess(parts: &[&str], stem: &str, ending: &str) -> Option<String> {
    let (depth, endings, expected): (usize, &[&str], &str) = match parts[0] {
        "issuers" => (2, &["toml", "svg", "png"], "issuers/<issuer>.toml, .svg or .png"),
        "badges" => (2, &["toml", "md", "svg", "png"], "badges/<badge>.toml, .md, .svg or .png"),
        "people" => (2, &["toml"], "people/<person>.toml"),
        "nominations" => (2, &["toml"], "nominations/<name>.toml"),
        "assertions" => (3, &["json"], "assertions/<badge>/<id>.json"),
        "status" => (3, &["json", "toml"], "status/<issuer>/ledger.toml, 1.json, 2.json …"),
        "pages" => (2, &["md"], "pages/<page>.md"),
        _ => return None,
    };
    let folder = parts[..parts.len() - 1].join("/");
    let near = closest(ending, endings.iter().copied()).filter(|near| *near != ending && parts.len() == depth);
    Some(match near {
        Some(near) => format!("did you mean `{folder}/{stem}.{near}`?"),
        None if matches!(ending, "jpg" | "jpeg" | "webp" | "gif")
            && parts.len() == depth
            && endings.contains(&"png") =>
        {
            format!("save the picture as `{folder}/{stem}.png`")
        }
        None => format!("expected here: `{expected}`"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guessed(path: &str) -> String {
        match place(path) {
            Place::Unexpected(Some(help)) => help,
            other => panic!("{path}: {other:?}"),
        }
    }

    #[test]
    fn a_file_is_what_its_place_says() {
        assert_eq!(place("badges/soldering.toml"), Place::Known(Kind::Badge));
        assert_eq!(place("badges/soldering.svg"), Place::Known(Kind::Picture));
        assert_eq!(place("status/guild/12.json"), Place::Known(Kind::StatusList));
        assert_eq!(place("static/.well-known/did.json"), Place::Known(Kind::Static));
        assert_eq!(place("badges/README.md"), Place::PassedOver);
        assert_eq!(place("pages/readme.md"), Place::Known(Kind::Page));
    }

    #[test]
    fn only_known_folders_are_looked_into() {
        for path in ["accolade.toml", "badges", "badges/soldering.toml", "static/.well-known/did.json"] {
            assert!(is_read(Path::new(path)), "{path}");
        }
        for path in ["", "log.txt", "public/index.html", ".git/index", "badges/.soldering.toml.swp", "my/badges/x.toml"]
        {
            assert!(!is_read(Path::new(path)), "{path}");
        }
    }

    #[test]
    fn a_slip_in_a_file_name_is_understood() {
        assert_eq!(guessed("badges/soldering.tml"), "did you mean `badges/soldering.toml`?");
        assert_eq!(guessed("badges/soldering.jpg"), "save the picture as `badges/soldering.png`");
        assert_eq!(guessed("people/old/ada.toml"), "expected here: `people/<person>.toml`");
        assert_eq!(guessed("status/guild/01.json"), "expected here: `status/<issuer>/ledger.toml, 1.json, 2.json …`");
    }
}
