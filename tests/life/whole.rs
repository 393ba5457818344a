//! One change at a time, and each of them whole, whatever kills the command that makes it.

use crate::{common::NOW, kit::Life};
use std::{
    fs,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// Begins a command in the gallery; it has to be waited for.
fn begin(life: &Life, arguments: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_accolade"));
    command.args(arguments).args(["--repo", "g"]).current_dir(life.test.path("."));
    command.env("HOME", life.test.path("home")).env("XDG_CONFIG_HOME", life.test.path("home"));
    command.env("SOURCE_DATE_EPOCH", NOW.to_string());
    for name in ["ACCOLADE_KEY", "ACCOLADE_SIGNING_KEY", "ACCOLADE_PASSPHRASE", "SSH_AUTH_SOCK"] {
        command.env_remove(name);
    }
    command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
}

#[test]
fn commands_that_begin_at_once_change_the_repository_one_after_the_other() {
    let life = Life::new();
    let urls: Vec<String> = (0..6).map(|it| format!("https://forge.example/{it}")).collect();
    let all: Vec<Child> = urls.iter().map(|it| begin(&life, &["award", "soldering", "--url", it])).collect();
    for it in all {
        let output = it.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    assert_eq!(life.test.read("g/status/hackerspace/ledger.toml").matches("[[entry]]").count(), 6);
    life.test.run("check g").succeeds().says("checked 1 issuer, 1 badge, 6 awards: no problems");
}

#[test]
#[cfg(unix)]
fn who_waits_for_another_command_is_told() {
    let life = Life::new();
    let somebody = fs::File::open(life.test.path("g")).unwrap();
    somebody.lock().unwrap();
    let waiting = begin(&life, &["award", "soldering", "--url", "https://forge.example/ada"]);
    std::thread::sleep(Duration::from_millis(1500));
    assert!(!life.test.path("g/assertions").exists());
    drop(somebody);
    let said = String::from_utf8(waiting.wait_with_output().unwrap().stderr).unwrap();
    let (_, said) = said.split_once("unset it to sign as of now\n").unwrap();
    assert_eq!(
        said,
        "another command is changing this repository; waiting until it has ended\n\
         1 award signed and checked; commit it, and publish the site\n"
    );
}

/// Awards in a gallery that git knows, killed when `reached` holds; and what `check` says then.
#[cfg(unix)]
fn killed(reached: impl Fn(&Life) -> bool) -> (Life, String) {
    let life = Life::new();
    life.git(0, &["init", "-q"]);
    life.commit(0, "Begin");
    let rows: String = (0..600).map(|it| format!("https://forge.example/{it}\n")).collect();
    fs::write(life.test.path("people.csv"), format!("url\n{rows}")).unwrap();
    let mut command = begin(&life, &["award", "soldering", "--csv", "people.csv"]);
    let started = Instant::now();
    while !reached(&life) {
        assert!(started.elapsed() < Duration::from_secs(120), "it never comes that far");
        std::thread::sleep(Duration::from_micros(200));
    }
    command.kill().unwrap();
    command.wait().unwrap();
    life.git(0, &["add", "-A", "--dry-run"]).lines().for_each(|it| {
        assert!(it.starts_with("add 'assertions/soldering/") || it.starts_with("add 'status/"), "{it}");
    });
    let said = life.test.run("check g").exits(0).stderr();
    (life, said)
}

#[test]
#[cfg(unix)]
fn a_command_that_is_killed_while_it_moves_its_files_is_finished_by_the_next_one() {
    let (life, said) =
        killed(|life| life.test.path("g/assertions/soldering").read_dir().is_ok_and(|it| it.count() > 0));
    // It may have been quicker than its end.
    let finished =
        "a command was killed while it wrote its change here; the change is whole now, and can be committed\n";
    assert!(said.is_empty() || said == finished, "{said}");
    life.test.run("check g").succeeds().says("checked 1 issuer, 1 badge, 600 awards: no problems");
}

#[test]
#[cfg(unix)]
fn a_command_that_is_killed_before_it_changes_anything_leaves_nothing() {
    let prepared = |life: &Life| {
        let git = life.test.path("g/.git").read_dir().unwrap().filter_map(Result::ok);
        git.filter(|it| it.file_name().to_string_lossy().starts_with("accolade-change"))
            .any(|it| it.path().join("3").exists())
    };
    let (mut life, said) = killed(prepared);
    assert_eq!(said, "a command was killed before it changed anything here; what it had prepared is removed\n");
    assert_eq!(life.git(0, &["status", "--porcelain"]), "");
    life.run(0, &["award", "soldering", "--csv", "people.csv"]).exits(0);
    life.test.run("check g").succeeds().says("checked 1 issuer, 1 badge, 600 awards: no problems");
}
