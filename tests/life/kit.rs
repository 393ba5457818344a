//! A gallery with a key, and the addresses that it ever published.

use crate::common::{GalleryTest, NOW, Ran};
use std::{collections::BTreeSet, fs, path::Path, process::Command};

/// A day in seconds.
pub(crate) const DAY: u64 = 86_400;

/// What a site answers to, below its root. What is fingerprinted changes its name whenever it changes.
pub(crate) fn addresses(site: &Path) -> BTreeSet<String> {
    walkdir::WalkDir::new(site)
        .into_iter()
        .map(Result::unwrap)
        .filter(|it| it.file_type().is_file())
        .map(|it| it.path().strip_prefix(site).unwrap().display().to_string())
        .filter(|it| !it.starts_with("assets/"))
        .collect()
}

/// Runs git in a folder, as somebody on a day; no setting of this machine counts.
pub(crate) fn git(folder: &Path, who: &str, day: u64, arguments: &[&str]) -> String {
    let at = format!("{} +0000", NOW + day * DAY);
    let mail = format!("{}@users.noreply.github.com", who.to_lowercase());
    let mut command = Command::new("git");
    command.args(["-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always"]);
    command
        .args(arguments)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null");
    command.env("GIT_AUTHOR_NAME", who).env("GIT_AUTHOR_EMAIL", &mail).env("GIT_AUTHOR_DATE", &at);
    command.env("GIT_COMMITTER_NAME", who).env("GIT_COMMITTER_EMAIL", &mail).env("GIT_COMMITTER_DATE", &at);
    let output = command.output().unwrap();
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// A gallery that remembers every address that it published.
pub(crate) struct Life {
    pub(crate) test: GalleryTest,
    published: BTreeSet<String>,
}

impl Life {
    /// A gallery with the badge `soldering`, whose awards are valid for two years, and a key outside of it.
    pub(crate) fn new() -> Self {
        let test = GalleryTest::empty()
            .file(
                "g/accolade.toml",
                "
                title = 'Test Gallery'
                base_url = 'https://badges.example/'
                repository = 'https://git.example/badges'
                ",
            )
            .file("g/issuers/hackerspace.toml", "name = 'Hackerspace Gent'")
            .file(
                "g/badges/soldering.toml",
                "
                # Our first badge.
                name = 'Soldering'
                description = 'Joins metal that stays joined.'
                criteria = 'Solder ten joints that hold.'
                valid_for = '2 years' # as the law has it
                ",
            );
        let home = test.path("home").display().to_string();
        let test = test.env("HOME", &home).env("XDG_CONFIG_HOME", &home);
        test.run("key new --no-passphrase --repo g").exits(0);
        Self { test, published: BTreeSet::new() }
    }

    /// Runs a command in the gallery, so many days after the beginning.
    pub(crate) fn run(&mut self, day: u64, arguments: &[&str]) -> Ran {
        let test = std::mem::replace(&mut self.test, GalleryTest::empty());
        self.test = test.env("SOURCE_DATE_EPOCH", &(NOW + day * DAY).to_string());
        let mut arguments = arguments.to_vec();
        arguments.extend(["--repo", "g"]);
        self.test.run_with(&arguments)
    }

    /// Checks the gallery, so many days after the beginning.
    pub(crate) fn check(&mut self, day: u64, arguments: &[&str]) -> Ran {
        let test = std::mem::replace(&mut self.test, GalleryTest::empty());
        self.test = test.env("SOURCE_DATE_EPOCH", &(NOW + day * DAY).to_string());
        self.test.run_with(&[&["check", "g"], arguments].concat())
    }

    /// Runs git in the gallery, as a maintainer on a day so many days after the beginning.
    pub(crate) fn git(&self, day: u64, arguments: &[&str]) -> String {
        git(&self.test.path("g"), "Grace", day, arguments)
    }

    /// Commits everything, and says the commit.
    pub(crate) fn commit(&self, day: u64, message: &str) -> String {
        self.git(day, &["add", "-A"]);
        self.git(day, &["commit", "-qm", message]);
        self.git(day, &["rev-parse", "HEAD"])
    }

    /// Awards the badge, and says the id.
    pub(crate) fn award(&mut self, arguments: &[&str]) -> String {
        let told = self.run(0, &[&["award", "soldering"], arguments].concat()).exits(0).stdout();
        told.trim().trim_end_matches('/').rsplit('/').next().unwrap().to_owned()
    }

    /// Builds the site; every address that was ever published has to answer.
    pub(crate) fn publish(&mut self, day: u64) {
        let at = (NOW + day * DAY).to_string();
        let test = std::mem::replace(&mut self.test, GalleryTest::empty());
        self.test = test.env("SOURCE_DATE_EPOCH", &at);
        self.test.run("build g --out site").exits(0);
        let site = self.test.path("site");
        let now = addresses(&site);
        let gone: Vec<&String> = self.published.difference(&now).collect();
        assert!(gone.is_empty(), "these addresses were published, and no longer answer: {gone:?}");
        self.published.extend(now);
    }

    /// A page or document of the site.
    pub(crate) fn page(&self, path: &str) -> String {
        self.test.read(&format!("site/{path}"))
    }

    /// Whether any file of the gallery or the site holds `text`.
    pub(crate) fn is_anywhere(&self, text: &str) -> Vec<String> {
        let folders = ["g", "site"].map(|it| self.test.path(it));
        let files = folders.iter().flat_map(walkdir::WalkDir::new).map(Result::unwrap);
        files
            .filter(|it| it.file_type().is_file())
            .filter(|it| String::from_utf8_lossy(&fs::read(it.path()).unwrap()).contains(text))
            .map(|it| it.path().display().to_string())
            .collect()
    }

    /// The word for what an award is worth.
    pub(crate) fn verdict(&self, day: u64, id: &str) -> String {
        let _ = day;
        let index: serde_json::Value = serde_json::from_str(&self.page("index.json")).unwrap();
        let awards = index["awards"].as_array().unwrap();
        awards.iter().find(|it| it["id"] == id).map_or("gone", |it| it["status"].as_str().unwrap()).to_owned()
    }
}
