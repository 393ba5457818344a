//! What each code means: `accolade explain`.

use super::Code;

/// A page for each code, in the order of [`Code::ALL`]; every page begins with a line `## code: title`.
const PAGES: &str = include_str!("explain.md");

/// The page of a code: what it means, why it matters, how to mend it.
#[must_use]
pub fn page(code: Code) -> &'static str {
    let start = format!("## {code}: ");
    let pages = PAGES.split("\n## ").skip(1);
    pages.map(str::trim_end).find(|page| page.starts_with(&start[3..])).unwrap_or_default()
}

/// What the first line of a page says.
#[must_use]
pub fn title(page: &'static str) -> &'static str {
    page.lines().next().and_then(|line| line.split_once(": ")).map_or("", |(_, title)| title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_explained() {
        for code in Code::ALL {
            let page = page(*code);
            assert!(!title(page).is_empty(), "{code} has no page");
            for part in ["Why it matters: ", "How to mend it: ", "Example:"] {
                assert!(page.contains(part), "{code}: {part}");
            }
        }
        assert_eq!(PAGES.split("\n## ").count() - 1, Code::ALL.len(), "a page is of no code");
    }
}
