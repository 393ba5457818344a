//! The style sheet and the icon: files of the theme that every page names.

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};
use std::sync::LazyLock;

/// The style sheet.
pub const STYLE: &str = include_str!("../../themes/default/style.css");
/// The icon.
pub const ICON: &str = include_str!("../../themes/default/icon.svg");

static STYLE_PATH: LazyLock<String> = LazyLock::new(|| fingerprinted("style", STYLE, "css"));
static ICON_PATH: LazyLock<String> = LazyLock::new(|| fingerprinted("icon", ICON, "svg"));

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

/// A name that changes with the content, so that the file may be cached for ever.
fn fingerprinted(name: &str, content: &str, ending: &str) -> String {
    format!("assets/{name}-{}.{ending}", HEXLOWER.encode(&Sha256::digest(content)[..6]))
}
