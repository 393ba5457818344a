//! What the README says is true: its session runs, its files check, its commands are those of `--help`.

mod common;

use common::GalleryTest;
use std::{
    collections::BTreeSet,
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
};

const README: &str = include_str!("../README.md");

/// The fenced blocks of one language, each with the last heading above it.
fn blocks(language: &str) -> Vec<(&'static str, String)> {
    let (mut found, mut heading, mut inside) = (Vec::new(), "", None::<String>);
    for line in README.lines() {
        match &mut inside {
            Some(text) if line == "```" => {
                found.push((heading, std::mem::take(text)));
                inside = None;
            }
            Some(text) => text.push_str(&format!("{line}\n")),
            None if line.strip_prefix("```") == Some(language) => inside = Some(String::new()),
            None if line.starts_with('#') => heading = line,
            None => {}
        }
    }
    found
}

/// The commands of a block, without their comments.
fn commands(block: &str) -> Vec<&str> {
    block.lines().map(|line| line.split(" #").next().unwrap_or_default().trim()).filter(|it| !it.is_empty()).collect()
}

/// What stands between backticks.
fn spans(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

#[test]
fn the_first_two_commands_are_those_of_the_set_up() {
    let [(_, set_up), ..] = &blocks("sh")[..] else { panic!("there is no block of commands") };
    assert_eq!(commands(set_up), ["cargo run --release -- serve example-site --open", "tests/run"]);
    assert!(Path::new("tests/run").exists() && Path::new("example-site/accolade.toml").exists());
}

#[test]
fn the_session_leads_from_nothing_to_a_site_with_an_award() {
    let test = GalleryTest::empty();
    let home = test.path("home");
    assert!(
        Command::new("git").args(["init", "--quiet", "--bare"]).arg(test.path("host.git")).status().unwrap().success()
    );
    let block = blocks("sh").swap_remove(1).1;
    let session = commands(&block);
    assert_eq!(session.len(), 6, "{session:?}");
    let block = blocks("sh").swap_remove(2).1;
    let publishing = commands(&block);
    assert_eq!(publishing.len(), 6, "{publishing:?}");

    let mut folder = test.path(".");
    for command in session.into_iter().chain(publishing) {
        let words: Vec<&str> = command.split_whitespace().collect();
        if words[0] == "cd" {
            folder = folder.join(words[1]);
            continue;
        }
        if words[0] == "git" {
            let mut git = Command::new("git");
            // The host is a folder, and whoever installed the hook has `accolade` on the path.
            git.args(words[1..].iter().map(|it| it.trim_matches('"'))).current_dir(&folder);
            let host = format!("url.{}.insteadOf", test.path("host.git").display());
            let settings = [
                (host.as_str(), "https://github.com/guild/my-badges"),
                ("user.name", "Grace"),
                ("user.email", "g@guild.example"),
            ];
            git.env("GIT_CONFIG_COUNT", settings.len().to_string());
            for (number, (key, value)) in settings.into_iter().enumerate() {
                git.env(format!("GIT_CONFIG_KEY_{number}"), key).env(format!("GIT_CONFIG_VALUE_{number}"), value);
            }
            let programs = Path::new(env!("CARGO_BIN_EXE_accolade")).parent().unwrap();
            git.env("PATH", format!("{}:{}", programs.display(), std::env::var("PATH").unwrap()));
            let ran = git.output().unwrap();
            assert!(ran.status.success(), "{command}\n{}", String::from_utf8_lossy(&ran.stderr));
            continue;
        }
        assert_eq!(words[0], "accolade", "{command}");
        // No browser for a test.
        let arguments: Vec<&str> = words[1..].iter().copied().filter(|it| *it != "--open").collect();
        let mut process = Command::new(env!("CARGO_BIN_EXE_accolade"));
        process.args(&arguments).current_dir(&folder).env("HOME", &home).env("XDG_CONFIG_HOME", home.join(".config"));
        process.env("ACCOLADE_PASSPHRASE", "a long one").stdin(Stdio::null());
        for name in ["ACCOLADE_KEY", "ACCOLADE_SIGNING_KEY", "SSH_AUTH_SOCK"] {
            process.env_remove(name);
        }
        if arguments[0] == "serve" {
            let mut server = process.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
            let mut address = String::new();
            BufReader::new(server.stdout.take().unwrap()).read_line(&mut address).unwrap();
            server.kill().unwrap();
            server.wait().unwrap();
            assert!(address.starts_with("http://127.0.0.1:"), "{address}");
        } else {
            let ran = process.output().unwrap();
            assert!(ran.status.success(), "{command}\n{}", String::from_utf8_lossy(&ran.stderr));
        }
    }
    let mut pushed = Command::new("git");
    pushed.args(["ls-tree", "-r", "--name-only", "main"]).current_dir(test.path("host.git"));
    let pushed = String::from_utf8(pushed.output().unwrap().stdout).unwrap();
    assert_eq!(pushed.matches("assertions/first-badge/").count(), 1, "{pushed}");
    let awards = test.path("my-badges/public/assertions");
    assert_eq!(std::fs::read_dir(awards).unwrap().count(), 1, "the session's award has a page");
}

#[test]
fn every_file_that_is_shown_passes_the_check() {
    let mut test = GalleryTest::empty();
    let mut shown = BTreeSet::new();
    for (heading, text) in blocks("toml") {
        let path = spans(heading).next().unwrap_or_else(|| panic!("no file is named above\n{text}"));
        assert!(shown.insert(path), "{path} is shown twice");
        test = test.file(path, &text);
    }
    for folder in ["accolade.toml", "issuers/", "badges/", "nominations/", "people/"] {
        assert!(shown.iter().any(|it| it.starts_with(folder)), "no example of {folder}");
    }
    test.run("check").succeeds();
}

#[test]
fn the_table_names_the_commands_of_the_help() {
    let listed = |arguments: &str| -> BTreeSet<String> {
        let help = GalleryTest::empty().run(arguments).stdout();
        let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
        let names = commands.filter(|line| line.starts_with("  ") && !line.starts_with("    "));
        names.filter_map(|line| line.split_whitespace().next()).filter(|it| *it != "help").map(str::to_owned).collect()
    };
    let rows = README.lines().filter(|line| line.starts_with("| `accolade "));
    let named: Vec<Vec<&str>> = rows
        .flat_map(|row| spans(row.split(" | ").next().unwrap_or_default()))
        .map(|span| span.split_whitespace().skip(1).collect())
        .collect();
    assert_eq!(named.iter().map(|it| it[0].to_owned()).collect::<BTreeSet<_>>(), listed("--help"));
    let keys = named.iter().filter(|it| it[0] == "key").map(|it| it[1].to_owned());
    assert_eq!(keys.collect::<BTreeSet<_>>(), listed("key --help"));
}

#[test]
fn every_key_that_is_read_is_documented() {
    let reference = README.split("### Every key").nth(1).and_then(|it| it.split("## Commands").next()).unwrap();
    let readers = ["line", "lines", "text", "time", "whole", "flag", "table", "tables", "line_or_number"];
    for file in ["site", "look", "issuer", "share", "badge", "result", "person", "nomination"] {
        let source = std::fs::read_to_string(format!("src/pipeline/check/{file}.rs")).unwrap();
        let calls = source.split("(\"").collect::<Vec<_>>();
        for pair in calls.windows(2).filter(|pair| readers.iter().any(|it| pair[0].ends_with(&format!(".{it}")))) {
            let key = pair[1].split('"').next().unwrap();
            let known = reference.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == key);
            assert!(known, "`{key}` of src/pipeline/check/{file}.rs");
        }
    }
}

#[test]
fn every_column_of_a_table_is_documented() {
    let help = GalleryTest::empty().run("award --help").stdout().replace('\n', " ");
    let columns = help.split("is needed:").nth(1).and_then(|it| it.split("result:NAME").next()).unwrap();
    let row = README.lines().find(|line| line.starts_with("| columns of `award --csv`")).unwrap();
    for column in columns.split(',').map(str::trim).filter(|it| !it.is_empty()) {
        assert!(row.contains(column), "{column}");
    }
}

#[test]
fn links_to_files_lead_somewhere() {
    let links = README.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let files: Vec<&str> = links.filter(|it| !it.contains("://") && !it.starts_with('#')).collect();
    assert!(files.len() >= 3, "{files:?}");
    for file in files {
        assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(file).exists(), "{file}");
    }
}
