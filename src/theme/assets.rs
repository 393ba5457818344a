//! The style sheet, the icon and the scripts: files of the theme that pages name.

use super::look;
use crate::model::Look;
use data_encoding::{BASE64, HEXLOWER};
use sha2::{Digest as _, Sha256};
use std::{borrow::Cow, sync::LazyLock};

/// The style sheet.
pub const STYLE: &str = include_str!("../../themes/default/style.css");
/// The icon.
pub const ICON: &str = include_str!("../../themes/default/icon.svg");
/// The script that loads those that check.
const START: &str = include_str!("../../themes/default/verify/made/start.js");

/// The script of the gallery's search.
const SEARCH: &str = include_str!("../../themes/default/gallery/search.js");
/// The script of the buttons that copy.
const COPY: &str = include_str!("../../themes/default/holder/copy.js");
/// The form where anybody nominates.
const NOMINATE: &str = include_str!("../../themes/default/nominate/nominate.js");
/// JSON-LD and RDFC-1.0 for browsers, by others: `tests/independent/bundle/make.mjs` makes it.
pub const RDFC: &str = include_str!("../../themes/default/verify/rdfc.js");

static SEARCH_SCRIPT: LazyLock<String> = LazyLock::new(|| alone(SEARCH));
static NOMINATE_SCRIPT: LazyLock<String> = LazyLock::new(|| alone(NOMINATE));
static NOMINATE_INTEGRITY: LazyLock<String> = LazyLock::new(|| integrity(&NOMINATE_SCRIPT));
static NOMINATE_PATH: LazyLock<String> = LazyLock::new(|| fingerprinted("nominate", &NOMINATE_SCRIPT, "js"));
static SEARCH_PATH: LazyLock<String> = LazyLock::new(|| fingerprinted("search", &SEARCH_SCRIPT, "js"));
static COPY_SCRIPT: LazyLock<String> = LazyLock::new(|| alone(COPY));
static COPY_PATH: LazyLock<String> = LazyLock::new(|| fingerprinted("copy", &COPY_SCRIPT, "js"));
static RDFC_INTEGRITY: LazyLock<String> = LazyLock::new(|| integrity(RDFC));
static RDFC_PATH: LazyLock<String> = LazyLock::new(|| fingerprinted("rdfc", RDFC, "js"));
static ICON_PATH: LazyLock<String> = LazyLock::new(|| fingerprinted("icon", ICON, "svg"));
static START_PATH: LazyLock<String> = LazyLock::new(|| fingerprinted("start", START, "js"));

static FULL_STYLE: LazyLock<String> = LazyLock::new(|| {
    // What follows, such as the rules for paper, may say otherwise.
    let (vocabulary, rest) = STYLE.split_once("\n}\n").unwrap_or((STYLE, ""));
    format!("{vocabulary}\n}}\n{}{rest}", plainly(vocabulary))
});

/// The style sheet with what a repository changes of it.
#[must_use]
pub fn style(look: &Look) -> Cow<'static, str> {
    match look::rules(look) {
        rules if rules.is_empty() => Cow::Borrowed(&FULL_STYLE),
        rules => Cow::Owned(format!("{}{rules}{}", *FULL_STYLE, plainly(&rules))),
    }
}

/// The colours of custom properties once more, for browsers that do not know `light-dark()`: to them a property made with it
/// is no colour at all.
fn plainly(rules: &str) -> String {
    let colours = rules.lines().filter_map(|line| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(": light-dark(")?;
        Some((name, value.strip_suffix(");")?.split_once(", ")?))
    });
    let (mut light, mut dark) = (String::new(), String::new());
    for (name, (on_light, on_dark)) in colours {
        light.push_str(&format!("--{name}:{on_light};"));
        dark.push_str(&format!("--{name}:{on_dark};"));
    }
    if light.is_empty() {
        return light;
    }
    format!(
        "@supports not (color: light-dark(#000, #000)) {{\n:root {{{light}}}\n\
         @media screen and (prefers-color-scheme: dark) {{ :root {{{dark}}} }}\n}}\n"
    )
}

/// Where it is, below the root.
#[must_use]
pub fn style_path(look: &Look) -> String {
    fingerprinted("style", &style(look), "css")
}

/// Where the icon is, below the root.
#[must_use]
pub fn icon_path() -> &'static str {
    &ICON_PATH
}

/// The script that loads those that check.
#[must_use]
pub fn start() -> &'static str {
    START
}

/// Where the script that loads those that check is, below the root.
#[must_use]
pub fn start_path() -> &'static str {
    &START_PATH
}

/// The script of the gallery's search.
#[must_use]
pub fn search() -> &'static str {
    &SEARCH_SCRIPT
}

/// Where it is, below the root.
#[must_use]
pub fn search_path() -> &'static str {
    &SEARCH_PATH
}

/// What `/nominate/` does in the reader's browser.
#[must_use]
pub fn nominate() -> &'static str {
    &NOMINATE_SCRIPT
}

/// Where its script is, below the root.
#[must_use]
pub fn nominate_path() -> &'static str {
    &NOMINATE_PATH
}

/// The digest by which browsers know it.
#[must_use]
pub fn nominate_integrity() -> &'static str {
    &NOMINATE_INTEGRITY
}

/// The script of the buttons that copy.
#[must_use]
pub fn copy() -> &'static str {
    &COPY_SCRIPT
}

/// Where it is, below the root.
#[must_use]
pub fn copy_path() -> &'static str {
    &COPY_PATH
}

/// Where JSON-LD for browsers is, below the root.
#[must_use]
pub fn rdfc_path() -> &'static str {
    &RDFC_PATH
}

/// The digest by which browsers know it.
#[must_use]
pub fn rdfc_integrity() -> &'static str {
    &RDFC_INTEGRITY
}

/// The digest of a script, as `integrity` attributes write it.
pub(crate) fn integrity(script: &str) -> String {
    format!("sha256-{}", BASE64.encode(&Sha256::digest(script)))
}

/// A name that changes with the content, so that the file may be cached for ever.
pub(super) fn fingerprinted(name: &str, content: &str, ending: &str) -> String {
    format!("assets/{name}-{}.{ending}", HEXLOWER.encode(&Sha256::digest(content)[..6]))
}

/// A script by itself, without comments and indents. A comment has its lines for itself, and no text goes over the end of one.
fn alone(script: &str) -> String {
    let code = script.lines().map(str::trim).filter(|line| {
        !matches!(*line, "" | "*") && !["//", "/**", "* ", "*/"].iter().any(|start| line.starts_with(start))
    });
    let lines: String = code.flat_map(|line| [line, "\n"]).collect();
    format!("(() => {{\n'use strict';\n{lines}}})();\n")
}
