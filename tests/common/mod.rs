//! A repository of badges on one screen: the files, the command, every word that comes back.
//!
//! ```ignore
//! GalleryTest::new()
//!     .file("badges/soldering.toml", "name = 'Soldering'")
//!     .run("check")
//!     .fails_with("error[missing-key]: …");
//! ```
#![allow(dead_code, unreachable_pub, reason = "every test file uses a part of it")]
#![allow(clippy::wrong_self_convention, clippy::new_without_default, reason = "a session reads like a sentence")]
#![allow(clippy::unwrap_used, reason = "a test that cannot make its files has failed")]

pub mod keys;
pub mod workflow;

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// `2026-05-04T12:00:00Z`: what the clock says in every test, unless it says otherwise.
pub const NOW: u64 = 1_777_896_000;

/// A rule for `accolade.toml`: two of three have to agree, and one of them is of a team.
pub const RULE: &str = "
[awarding]
by = ['@grace', '@guild/mentors', '@kim']
approvals = 2
[[team]]
name = '@guild/mentors'
members = ['@linus']
";

/// A repository in a folder of its own, gone when the test ends.
///
/// It begins with an `accolade.toml` that names the site `Test Gallery` at `https://badges.example/`.
pub struct GalleryTest {
    folder: tempfile::TempDir,
    environment: Vec<(String, String)>,
}

impl GalleryTest {
    /// A repository with nothing but its `accolade.toml`.
    pub fn new() -> Self {
        Self::empty().file(
            "accolade.toml",
            "
            title = 'Test Gallery'
            base_url = 'https://badges.example/'
            ",
        )
    }

    /// A folder without any file.
    pub fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), environment: Vec::new() }
    }

    /// A repository with the issuer `hackerspace` and the badge `soldering`, both without a mistake.
    pub fn small() -> Self {
        Self::new().file("issuers/hackerspace.toml", "name = 'Hackerspace Gent'").file(
            "badges/soldering.toml",
            "
            name = 'Soldering'
            description = 'Joins metal that stays joined.'
            criteria = 'Solder ten joints that hold.'
            ",
        )
    }

    /// Gives it a home folder of its own, `home`, so that no test finds the keys of whoever runs it.
    pub fn at_home(self) -> Self {
        let home = self.path("home").display().to_string();
        self.env("HOME", &home).env("XDG_CONFIG_HOME", &format!("{home}/.config"))
    }

    /// The issuer `hackerspace` and its badge `soldering` in the folder `g`, with a home folder beside it.
    pub fn small_at_home() -> Self {
        Self::empty()
            .file("g/accolade.toml", "title = 'Test Gallery'\nbase_url = 'https://badges.example/'")
            .file("g/issuers/hackerspace.toml", "name = 'Hackerspace Gent'")
            .file(
                "g/badges/soldering.toml",
                "
                name = 'Soldering'
                description = 'Joins metal that stays joined.'
                criteria = 'Solder ten joints that hold.'

                [[result]]
                id = 'joints'
                name = 'Joints'
                type = 'RawScore'
                ",
            )
            .at_home()
    }

    /// Writes a text file. The indentation that its lines share is taken away, and so is the empty line that
    /// begins it, so that line 1 is the first line with words.
    pub fn file(self, path: &str, text: &str) -> Self {
        self.bytes(path, dedent(text).as_bytes())
    }

    /// Writes a file byte for byte.
    pub fn bytes(self, path: &str, bytes: &[u8]) -> Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    /// Copies a folder of this project, such as `example-site`, into the repository.
    pub fn copy_of(self, folder: &str) -> Self {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for entry in walkdir::WalkDir::new(&from) {
            let entry = entry.unwrap();
            let to = self.folder.path().join(entry.path().strip_prefix(&from).unwrap());
            if entry.file_type().is_dir() {
                fs::create_dir_all(to).unwrap();
            } else {
                fs::copy(entry.path(), to).unwrap();
            }
        }
        self
    }

    /// Makes a symlink at `path` that leads to `to`.
    #[cfg(unix)]
    pub fn symlink(self, path: &str, to: &str) -> Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::os::unix::fs::symlink(to, path).unwrap();
        self
    }

    /// Removes a file.
    pub fn without(self, path: &str) -> Self {
        fs::remove_file(self.path(path)).unwrap();
        self
    }

    /// Sets an environment variable for what runs later.
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.into(), value.into()));
        self
    }

    /// The absolute path of something in the repository.
    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// The text of a file in the repository.
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// Runs git in the repository, and gives back what it says.
    #[track_caller]
    pub fn git(&self, arguments: &[&str]) -> String {
        git(self.folder.path(), arguments)
    }

    /// Runs `accolade` with these arguments, which are separated by white space, in the repository.
    pub fn run(&self, arguments: &str) -> Ran {
        self.run_with(&arguments.split_whitespace().collect::<Vec<_>>())
    }

    /// Runs `accolade` with these arguments in the repository.
    pub fn run_with(&self, arguments: &[&str]) -> Ran {
        self.run_in(".", &[], arguments)
    }

    /// Runs `accolade` with these arguments in a folder of the repository, with more environment variables.
    pub fn run_in(&self, folder: &str, environment: &[(&str, &str)], arguments: &[&str]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_accolade"));
        command.args(arguments).current_dir(self.path(folder)).env("SOURCE_DATE_EPOCH", NOW.to_string());
        for name in ["ACCOLADE_KEY", "ACCOLADE_SIGNING_KEY", "ACCOLADE_PASSPHRASE", "SSH_AUTH_SOCK"] {
            command.env_remove(name);
        }
        command.envs(self.environment.iter().map(|(name, value)| (name, value))).envs(environment.iter().copied());
        Ran { command: arguments.join(" "), output: command.output().unwrap() }
    }
}

/// Runs git in a folder, in nobody's name, and gives back what it says.
#[track_caller]
pub fn git(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new("git")
        .args(["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"])
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?} {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// A command that has run.
pub struct Ran {
    command: String,
    output: Output,
}

impl Ran {
    /// Everything went well, and standard error is empty.
    #[track_caller]
    pub fn succeeds(self) -> Self {
        self.exits(0).complains("")
    }

    /// It went well, with these warnings on standard error.
    #[track_caller]
    pub fn succeeds_with(self, stderr: &str) -> Self {
        self.complains(stderr).exits(0)
    }

    /// It found problems: these, and no others.
    #[track_caller]
    pub fn fails_with(self, stderr: &str) -> Self {
        self.complains(stderr).exits(1)
    }

    /// It was asked wrongly, and says so.
    #[track_caller]
    pub fn is_misused_with(self, stderr: &str) -> Self {
        self.complains(stderr).exits(2)
    }

    /// These words, and no others, are on standard output.
    #[track_caller]
    pub fn says(self, stdout: &str) -> Self {
        self.compare("standard output", &self.stdout(), stdout);
        self
    }

    /// These words, and no others, are on standard error.
    #[track_caller]
    pub fn complains(self, stderr: &str) -> Self {
        self.compare("standard error", &self.stderr(), stderr);
        self
    }

    /// The exit status is this one.
    #[track_caller]
    pub fn exits(self, status: i32) -> Self {
        let found = self.output.status.code();
        assert_eq!(found, Some(status), "exit status of `accolade {}`\n{}", self.command, self.stderr());
        self
    }

    /// Standard output.
    pub fn stdout(&self) -> String {
        String::from_utf8(self.output.stdout.clone()).unwrap()
    }

    /// Standard error, without the line that tells whoever signs in a test that it is not [`NOW`].
    pub fn stderr(&self) -> String {
        let all = self.whole_stderr();
        all.lines().filter(|it| !it.starts_with("warning: this signs as of ")).map(|it| format!("{it}\n")).collect()
    }

    /// Standard error as it is.
    pub fn whole_stderr(&self) -> String {
        String::from_utf8(self.output.stderr.clone()).unwrap()
    }

    #[track_caller]
    fn compare(&self, what: &str, found: &str, expected: &str) {
        let (found, expected) = (trim_lines(found), trim_lines(&dedent(expected)));
        assert!(
            found == expected,
            "{what} of `accolade {}` is not as expected\n--- expected\n{expected}\n--- found\n{found}\n---",
            self.command
        );
    }
}

/// The text without the indentation that its lines share, and without the empty line that begins it.
pub fn dedent(text: &str) -> String {
    let text = text.strip_prefix('\n').unwrap_or(text);
    let indented = |line: &&str| !line.trim().is_empty();
    let indentation = text.lines().filter(indented).map(|line| line.len() - line.trim_start_matches(' ').len()).min();
    let lines: Vec<&str> = text.lines().map(|line| line.get(indentation.unwrap_or(0)..).unwrap_or("")).collect();
    let mut text = lines.join("\n").trim_end_matches(' ').to_owned();
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

/// The text without white space at the ends of its lines and of the whole.
fn trim_lines(text: &str) -> String {
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim_end().to_owned()
}
