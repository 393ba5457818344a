//! What open pages wait for: a new site, a new style, or a list of mistakes.
//!
//! Pages get a script ([`SCRIPT`]) that asks for the [`State`] after the one it knows; the answer waits until there is
//! one. It lies below [`FOLDER`], whose name no file of a site can have.

use crate::diagnostic::{Diagnostics, Style};
use tokio::sync::watch;

/// Where the server's own files are, below the site's root.
pub(super) const FOLDER: &str = ".accolade/";
/// The script in every page.
pub(super) const SCRIPT: &str = include_str!("live.js");

/// What has been built so far. Versions count builds, from 1.
#[derive(Debug, Clone, Default)]
pub(super) struct State {
    /// The latest build, also one that failed.
    pub(super) version: u64,
    /// The latest build after which a page has to be loaded again.
    pub(super) page: u64,
    /// The latest build after which its style has to be.
    pub(super) style: u64,
    /// What is wrong, as the terminal shows it; nothing when all is well.
    pub(super) problems: String,
    /// Whether it kept the site from being built.
    pub(super) fatal: bool,
}

/// What a build changed for those who look at a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    /// Anything.
    Page,
    /// Style sheets only.
    Style,
    /// Nothing: the site could not be built, and is what it was.
    Nothing,
}

impl State {
    /// The state after one more build.
    pub(super) fn after(&self, change: Change, problems: &Diagnostics) -> Self {
        self.next(change, problems.show(Style::Plain), problems.errors() > 0)
    }

    /// The state after a build at which the machine failed.
    pub(super) fn failed(&self, why: String) -> Self {
        self.next(Change::Nothing, why, true)
    }

    fn next(&self, change: Change, problems: String, fatal: bool) -> Self {
        let version = self.version + 1;
        Self {
            version,
            page: if change == Change::Page { version } else { self.page },
            style: if change == Change::Style { version } else { self.style },
            problems,
            fatal,
        }
    }

    /// The state as the script reads it.
    pub(super) fn to_json(&self) -> Vec<u8> {
        let Self { version, page, style, problems, fatal } = self;
        serde_json::json!({ "version": version, "page": page, "style": style, "problems": problems, "fatal": fatal })
            .to_string()
            .into_bytes()
    }

    /// `page` with the script in its head, which knows how things stood when the page was sent.
    pub(super) fn put_into(&self, page: Vec<u8>, base_path: &str) -> Vec<u8> {
        const HEAD: &[u8] = b"</head>";
        let Some(place) = page.windows(HEAD.len()).position(|it| it == HEAD) else { return page };
        let escape = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
        let script = format!(
            "<script defer src=\"{}{FOLDER}live.js\" data-version=\"{}\" data-fatal=\"{}\" data-problems=\"{}\"></script>\n",
            escape(base_path),
            self.version,
            self.fatal,
            escape(&self.problems),
        );
        [&page[..place], script.as_bytes(), &page[place..]].concat()
    }
}

/// Waits until there is a state after `known`, and gives it back. After a while the present one is answered all the
/// same, so that nothing between browser and server takes the silence for the end.
pub(super) async fn after(known: u64, mut states: watch::Receiver<State>) -> State {
    const PATIENCE: std::time::Duration = std::time::Duration::from_secs(25);
    // Whether it was waited for in vain or not, the answer is how things stand now.
    let _ = tokio::time::timeout(PATIENCE, states.wait_for(|it| it.version != known)).await.map(drop);
    states.borrow().clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_told_how_things_stand() {
        let state = State { version: 3, problems: "no \"badge\" <here>".into(), fatal: true, ..State::default() };
        let page = state.put_into(b"<head><title>x</title></head><body>".to_vec(), "/badges/");
        assert_eq!(
            String::from_utf8(page).unwrap(),
            "<head><title>x</title><script defer src=\"/badges/.accolade/live.js\" data-version=\"3\" data-fatal=\"true\" \
             data-problems=\"no &quot;badge&quot; &lt;here>\"></script>\n</head><body>"
        );
    }

    #[test]
    fn a_style_does_not_load_the_page_again() {
        let none = Diagnostics::default();
        let first = State::default().after(Change::Page, &none);
        let second = first.after(Change::Style, &none);
        assert_eq!((second.version, second.page, second.style), (2, 1, 2));
        let third = second.failed("the disk is full".into());
        assert_eq!((third.version, third.page, third.style, third.fatal), (3, 1, 2, true));
    }
}
