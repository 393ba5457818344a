//! The style sheet, the icon and the scripts: files of the theme that pages name.

use data_encoding::{BASE64, HEXLOWER};
use sha2::{Digest as _, Sha256, Sha384};
use std::sync::LazyLock;

/// The style sheet.
pub const STYLE: &str = include_str!("../../themes/default/style.css");
/// The icon.
pub const ICON: &str = include_str!("../../themes/default/icon.svg");
/// The script that loads an award's check.
pub const START: &str = include_str!("../../themes/default/verify/start.js");

/// The script of the gallery's search.
const SEARCH: &str = include_str!("../../themes/default/gallery/search.js");
/// The script of the buttons that copy.
const COPY: &str = include_str!("../../themes/default/holder/copy.js");
/// JSON-LD and RDFC-1.0 for browsers, by others: `tests/independent/bundle/make.mjs` makes it.
pub const RDFC: &str = include_str!("../../themes/default/verify/rdfc.js");

/// The modules of the desk, those that others need first.
const DESK_MODULES: &[&str] = &[
    include_str!("../../themes/default/verify/words.js"),
    include_str!("../../themes/default/verify/more-words.js"),
    include_str!("../../themes/default/verify/encoding.js"),
    include_str!("../../themes/default/verify/jcs.js"),
    include_str!("../../themes/default/verify/time.js"),
    include_str!("../../themes/default/verify/did.js"),
    include_str!("../../themes/default/verify/proof.js"),
    include_str!("../../themes/default/verify/status.js"),
    include_str!("../../themes/default/verify/judge.js"),
    include_str!("../../themes/default/verify/recipient.js"),
    include_str!("../../themes/default/verify/show.js"),
    include_str!("../../themes/default/verify/any.js"),
    include_str!("../../themes/default/verify/find.js"),
    include_str!("../../themes/default/verify/desk.js"),
];

/// The modules of an award's check, those that others need first.
const MODULES: &[&str] = &[
    include_str!("../../themes/default/verify/words.js"),
    include_str!("../../themes/default/verify/encoding.js"),
    include_str!("../../themes/default/verify/jcs.js"),
    include_str!("../../themes/default/verify/time.js"),
    include_str!("../../themes/default/verify/did.js"),
    include_str!("../../themes/default/verify/proof.js"),
    include_str!("../../themes/default/verify/status.js"),
    include_str!("../../themes/default/verify/judge.js"),
    include_str!("../../themes/default/verify/recipient.js"),
    include_str!("../../themes/default/verify/facts.js"),
    include_str!("../../themes/default/verify/show.js"),
    include_str!("../../themes/default/verify/page.js"),
];

static CHECK: LazyLock<String> = LazyLock::new(|| one_script(MODULES));
static SEARCH_SCRIPT: LazyLock<String> = LazyLock::new(|| one_script(&[SEARCH]));
static SEARCH_PATH: LazyLock<String> = LazyLock::new(|| fingerprinted("search", &SEARCH_SCRIPT, "js"));
static COPY_SCRIPT: LazyLock<String> = LazyLock::new(|| one_script(&[COPY]));
static COPY_PATH: LazyLock<String> = LazyLock::new(|| fingerprinted("copy", &COPY_SCRIPT, "js"));
static CHECK_INTEGRITY: LazyLock<String> = LazyLock::new(|| integrity(&CHECK));
static DESK: LazyLock<String> = LazyLock::new(|| one_script(DESK_MODULES));
static DESK_INTEGRITY: LazyLock<String> = LazyLock::new(|| integrity(&DESK));
static DESK_PATH: LazyLock<String> = LazyLock::new(|| fingerprinted("desk", &DESK, "js"));
static RDFC_INTEGRITY: LazyLock<String> = LazyLock::new(|| integrity(RDFC));
static RDFC_PATH: LazyLock<String> = LazyLock::new(|| fingerprinted("rdfc", RDFC, "js"));
static STYLE_PATH: LazyLock<String> = LazyLock::new(|| fingerprinted("style", STYLE, "css"));
static ICON_PATH: LazyLock<String> = LazyLock::new(|| fingerprinted("icon", ICON, "svg"));
static START_PATH: LazyLock<String> = LazyLock::new(|| fingerprinted("start", START, "js"));
static CHECK_PATH: LazyLock<String> = LazyLock::new(|| fingerprinted("check", &CHECK, "js"));

/// Where the style sheet is, below the root.
#[must_use]
pub fn style_path() -> &'static str {
    &STYLE_PATH
}

/// Where the icon is, below the root.
#[must_use]
pub fn icon_path() -> &'static str {
    &ICON_PATH
}

/// Where the script that loads an award's check is, below the root.
#[must_use]
pub fn start_path() -> &'static str {
    &START_PATH
}

/// An award's check: what its page does in the reader's browser.
#[must_use]
pub fn check() -> &'static str {
    &CHECK
}

/// Where an award's check is, below the root.
#[must_use]
pub fn check_path() -> &'static str {
    &CHECK_PATH
}

/// The digest by which browsers know the check (Subresource Integrity).
#[must_use]
pub fn check_integrity() -> &'static str {
    &CHECK_INTEGRITY
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

/// The desk: what `/verify/` does in the reader's browser.
#[must_use]
pub fn desk() -> &'static str {
    &DESK
}

/// Where the desk's script is, below the root.
#[must_use]
pub fn desk_path() -> &'static str {
    &DESK_PATH
}

/// The digest by which browsers know the desk's script.
#[must_use]
pub fn desk_integrity() -> &'static str {
    &DESK_INTEGRITY
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
fn integrity(script: &str) -> String {
    format!("sha384-{}", BASE64.encode(&Sha384::digest(script)))
}

/// A name that changes with the content, so that the file may be cached for ever.
fn fingerprinted(name: &str, content: &str, ending: &str) -> String {
    format!("assets/{name}-{}.{ending}", HEXLOWER.encode(&Sha256::digest(content)[..6]))
}

/// Modules as one script: no browser loads modules from disk, and one file is loaded faster than eleven. What stands at
/// the top of one module has a name that no other has; imports and exports go, and so do comments and indents.
fn one_script(modules: &[&str]) -> String {
    let lines = modules.iter().flat_map(|it| it.lines()).map(str::trim_start);
    let code = lines
        .filter(|it| {
            !matches!(*it, "" | "*") && !["import ", "//", "/**", "* ", "*/"].iter().any(|start| it.starts_with(start))
        })
        .map(|it| it.strip_prefix("export ").unwrap_or(it));
    let mut script = String::from("(() => {\n'use strict';\n");
    for line in code {
        script.push_str(line);
        script.push('\n');
    }
    script.push_str("})();\n");
    script
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_become_one_script() {
        let modules = [
            "// What it is.\n\nimport {b} from './b.js';\n\n/** Does it. */\nexport function a() {\n  return b;\n}\n",
            "/**\n * A value.\n */\nexport const b = 2;\n",
        ];
        assert_eq!(
            one_script(&modules),
            "(() => {\n'use strict';\nfunction a() {\nreturn b;\n}\nconst b = 2;\n})();\n"
        );
    }

    #[test]
    fn the_check_stays_small() {
        use flate2::{Compression, write::GzEncoder};
        use std::io::Write as _;
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(START.as_bytes()).and_then(|()| gzip.write_all(check().as_bytes())).unwrap();
        let size = gzip.finish().unwrap().len();
        assert!(size <= 14_600, "{size} bytes, compressed");
    }
}
