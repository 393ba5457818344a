//! Keys: made by us or by ssh-keygen, in a file, in the environment, or kept by ssh-agent.

#![allow(clippy::unwrap_used, reason = "in a test, whatever fails should say so at once")]
#![allow(clippy::print_stderr, reason = "a test that is skipped says so")]

mod common;

use common::{GalleryTest, NOW};
use serde_json::{Value, json};
use std::{
    io::{Read, Write},
    path::Path,
    process::{Child, Command, Stdio},
};

/// Whether OpenSSH is here; these tests say so loudly when it is not.
fn openssh() -> bool {
    let here = Command::new("ssh-keygen").arg("-?").stderr(Stdio::null()).status().is_ok();
    if !here {
        eprintln!("SKIPPED: ssh-keygen is not installed (Debian: openssh-client), so nothing was tested against it");
    }
    here
}

fn keygen(path: &Path, passphrase: &str) {
    keygen_with(&["-t", "ed25519"], path, passphrase);
}

fn keygen_with(options: &[&str], path: &Path, passphrase: &str) {
    let made = Command::new("ssh-keygen")
        .args(options)
        .args(["-q", "-C", "ada@laptop", "-N", passphrase, "-f"])
        .arg(path)
        .status()
        .unwrap();
    assert!(made.success());
}

#[test]
fn a_key_of_ssh_keygen_signs_unchanged_encrypted_or_not() {
    if !openssh() {
        return;
    }
    for passphrase in ["", "correct horse"] {
        let test = GalleryTest::small_at_home().env("ACCOLADE_PASSPHRASE", passphrase);
        keygen(&test.path("id"), passphrase);
        test.run("key add id.pub --repo g").exits(0);
        test.run("award soldering --email ada@example.org --key id --repo g").exits(0);
        test.run("check g").exits(0);
    }
}

#[test]
fn a_key_of_ssh_keygen_that_cannot_sign_is_told_why() {
    if !openssh() {
        return;
    }
    let test = GalleryTest::small_at_home().env("ACCOLADE_PASSPHRASE", "correct horse");
    for (options, passphrase, why) in [
        (&["-t", "ecdsa"][..], "", "it is a key of another type; awards are signed with `ssh-ed25519`"),
        (&["-t", "rsa"], "correct horse", "it is a key of type `ssh-rsa`; awards are signed with `ssh-ed25519`"),
        (
            &["-t", "ed25519", "-Z", "3des-cbc"],
            "correct horse",
            "it is encrypted with `3des-cbc`, which is not supported; `ssh-keygen -p -f FILE` encrypts it anew",
        ),
    ] {
        keygen_with(options, &test.path("id"), passphrase);
        test.run("award soldering --email ada@example.org --key id --repo g")
            .fails_with(&format!("error: `id` is not a signing key: {why}"));
        std::fs::remove_file(test.path("id")).unwrap();
    }
}

#[test]
fn ssh_keygen_reads_what_we_write() {
    if !openssh() {
        return;
    }
    let test = GalleryTest::small_at_home().env("ACCOLADE_PASSPHRASE", "correct horse");
    test.run("key new --repo g").exits(0);
    let file = test.path("home/.config/accolade/hackerspace.key");
    let read = Command::new("ssh-keygen").args(["-y", "-P", "correct horse", "-f"]).arg(&file).output().unwrap();
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    let public = String::from_utf8(read.stdout).unwrap();
    let shown = test.run("key show --repo g").exits(0).stdout();
    assert!(public.starts_with(shown.lines().nth(1).unwrap()), "{public} {shown}");
}

/// An ssh-agent that ends with the test.
struct SshAgent(Child);

impl Drop for SshAgent {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn ssh_agent_signs_without_giving_the_key_away() {
    if !openssh() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let socket = folder.path().join("agent");
    let _agent =
        SshAgent(Command::new("ssh-agent").arg("-D").arg("-a").arg(&socket).stdout(Stdio::null()).spawn().unwrap());
    for _ in 0..100 {
        if socket.exists() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    let test = GalleryTest::small_at_home().env("SSH_AUTH_SOCK", socket.to_str().unwrap());
    keygen(&test.path("other"), "");
    keygen(&test.path("id"), "");
    for key in ["other", "id"] {
        let added = Command::new("ssh-add").arg("-q").arg(test.path(key)).env("SSH_AUTH_SOCK", &socket).status();
        assert!(added.unwrap().success());
    }
    test.run("key add id.pub --repo g").exits(0);
    std::fs::remove_file(test.path("id")).unwrap();

    let url = test.run("award soldering --email ada@example.org --repo g").exits(0).stdout();
    let id = url.trim().trim_end_matches('/').rsplit('/').next().unwrap().to_owned();

    test.run_with(&["verify", &format!("g/assertions/soldering/{id}.json"), "--repo", "g"]).exits(0);
}

#[cfg(unix)]
#[test]
fn an_ssh_agent_that_says_nothing_is_passed_over() {
    let test = GalleryTest::small_at_home();
    test.run("key new --no-passphrase --repo g").exits(0);
    let socket = test.path("agent");
    let _silent = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    let test = test.env("SSH_AUTH_SOCK", socket.to_str().unwrap());
    test.run("award soldering --url https://forge.example/ada --repo g").succeeds_with(&format!(
        "
        warning: ssh-agent at `{}` does not say which keys it holds, and is passed over
        1 award signed and checked; commit it, and publish the site
        ",
        socket.display()
    ));
}

#[test]
fn the_key_itself_may_come_from_the_environment() {
    let test = GalleryTest::small_at_home();
    test.run("key new --no-passphrase --repo g").exits(0);
    let text = test.read("home/.config/accolade/hackerspace.key");
    std::fs::remove_file(test.path("home/.config/accolade/hackerspace.key")).unwrap();
    test.env("ACCOLADE_SIGNING_KEY", &text).run("award soldering --email ada@example.org --repo g").exits(0);
}

#[test]
fn a_key_in_place_of_its_path_is_not_repeated() {
    let test = GalleryTest::small_at_home();
    test.run("key new --no-passphrase --repo g").exits(0);
    let key = test.read("home/.config/accolade/hackerspace.key");
    for arguments in [
        &["award", "soldering", "--email", "ada@example.org", "--repo", "g", "--key", &key][..],
        &["key", "add", &key, "--repo", "g"],
        &["key", "retire", &key],
        &["key", "show", &format!("--key={key}")],
        &["key", &key],
        &[&key],
    ] {
        test.run_with(arguments).is_misused_with(
            "error: an argument is a secret key itself, which others can see there: give the path of its file, or put \
             the key into ACCOLADE_SIGNING_KEY",
        );
    }
    let test = test.env("ACCOLADE_KEY", &key);
    for arguments in ["award soldering --email ada@example.org --repo g", "key show"] {
        test.run(arguments).fails_with(
            "error: ACCOLADE_KEY is a secret key itself, and should be the path of its file: the key belongs in \
             ACCOLADE_SIGNING_KEY",
        );
    }
}

#[test]
fn a_secret_key_is_not_written_into_a_git_work_tree_nor_over_another_file() {
    let test = GalleryTest::small_at_home()
        .env("ACCOLADE_PASSPHRASE", "correct horse")
        .file("repo/.git/HEAD", "ref: refs/heads/main");
    let refused = test.run("key new --file g/mine --repo g").exits(1).stderr();
    assert!(refused.contains("would lie in the repository, from which it could be published"), "{refused}");
    let refused = test.run("key new --file repo/keys/mine --repo g").exits(1).stderr();
    assert!(refused.contains("would lie in the git work tree"), "{refused}");
    assert!(!test.path("repo/keys").exists());

    let test = test.file("taken", "something else");
    let refused = test.run("key new --file taken --repo g").exits(1).stderr();
    assert!(refused.contains("`taken` exists already, and a key is never overwritten"), "{refused}");
    assert_eq!(test.read("taken"), "something else\n");
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_read_a_new_key() {
    use std::os::unix::fs::PermissionsExt;
    let test = GalleryTest::small_at_home().env("ACCOLADE_PASSPHRASE", "correct horse");
    test.run("key new --repo g").exits(0);
    let mode = std::fs::metadata(test.path("home/.config/accolade/hackerspace.key")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn without_a_terminal_a_passphrase_has_to_be_decided_on() {
    GalleryTest::small_at_home().run("key new --repo g").fails_with(
        "error: there is no terminal to ask for a passphrase on: set ACCOLADE_PASSPHRASE, or give --no-passphrase",
    );
}

/// A gallery with an encrypted key and one award, and the id of that.
fn with_passphrase() -> (GalleryTest, String) {
    let test = GalleryTest::small_at_home();
    let phrase = [("ACCOLADE_PASSPHRASE", "correct horse")];
    test.run_in(".", &phrase, &["key", "new", "--repo", "g"]).exits(0);
    let award = ["award", "soldering", "--url", "https://forge.example/ada", "--repo", "g"];
    let url = test.run_in(".", &phrase, &award).exits(0).stdout();
    let id = url.trim().trim_end_matches('/').rsplit('/').next().unwrap().to_owned();
    (test, id)
}

/// `script` gives the command a terminal of its own; what comes before it in the pipe is its standard input.
#[test]
#[cfg(target_os = "linux")]
fn a_passphrase_is_asked_on_the_terminal_while_a_list_is_on_standard_input() {
    let (test, id) = with_passphrase();
    let accolade = env!("CARGO_BIN_EXE_accolade");
    let command = format!("echo {id} | {accolade} revoke - --reason 'by mistake' --repo g");
    let mut script = Command::new("script");
    script.args(["--quiet", "--return", "--command", &command, "/dev/null"]).current_dir(test.path("."));
    script.env("HOME", test.path("home")).env("XDG_CONFIG_HOME", test.path("home/.config"));
    for name in ["ACCOLADE_KEY", "ACCOLADE_SIGNING_KEY", "ACCOLADE_PASSPHRASE", "SSH_AUTH_SOCK"] {
        script.env_remove(name);
    }
    let mut script = script.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut keys = script.stdin.take().unwrap();
    // Whoever types waits for the question: what is there before it is thrown away.
    let mut said = String::new();
    let mut screen = script.stdout.take().unwrap();
    while !said.contains("hackerspace.key`: ") {
        let mut some = [0; 256];
        let read = screen.read(&mut some).unwrap();
        assert!(read > 0, "{said}");
        said.push_str(&String::from_utf8_lossy(&some[..read]));
    }
    std::thread::sleep(std::time::Duration::from_millis(200));
    keys.write_all(b"correct horse\n").unwrap();
    screen.read_to_string(&mut said).unwrap();
    assert!(script.wait().unwrap().success(), "{said}");
    assert!(said.contains(&format!("revoked: https://badges.example/assertions/{id}/")), "{said}");
}

/// `setsid` takes the terminal away, wherever this test is run.
#[test]
#[cfg(target_os = "linux")]
fn without_a_terminal_a_locked_key_stays_locked() {
    let (test, id) = with_passphrase();
    let mut command = Command::new("setsid");
    command.args(["--wait", env!("CARGO_BIN_EXE_accolade"), "revoke", &id, "--reason", "x", "--repo", "g"]);
    command.current_dir(test.path(".")).env("HOME", test.path("home"));
    command.env("XDG_CONFIG_HOME", test.path("home/.config"));
    for name in ["ACCOLADE_KEY", "ACCOLADE_SIGNING_KEY", "ACCOLADE_PASSPHRASE", "SSH_AUTH_SOCK"] {
        command.env_remove(name);
    }
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        format!(
            "error: `{}` is encrypted, and there is no terminal to ask for its passphrase on: set ACCOLADE_PASSPHRASE\n",
            test.path("home/.config/accolade/hackerspace.key").display()
        )
    );
}

#[test]
fn a_wrong_passphrase_is_told_from_a_broken_file() {
    let test = GalleryTest::small_at_home().env("ACCOLADE_PASSPHRASE", "correct horse");
    test.run("key new --file id --repo g").exits(0);
    let test = test.env("ACCOLADE_PASSPHRASE", "wrong horse").file("broken", "-----BEGIN RSA PRIVATE KEY-----");
    test.run("award soldering --email ada@example.org --key id --repo g")
        .fails_with("error: `id` could not be opened: this is not its passphrase");
    test.run("award soldering --email ada@example.org --key broken --repo g").fails_with(
        "error: `broken` is not a signing key: it is not an OpenSSH private key; `accolade key new` or \
         `ssh-keygen -t ed25519` makes one",
    );
    test.run("award soldering --email ada@example.org --key nowhere --repo g")
        .fails_with("error: failed to read `nowhere`: No such file or directory");
}

#[test]
fn a_key_that_the_issuer_does_not_list_signs_nothing() {
    let test = GalleryTest::small_at_home();
    test.run("key new --no-passphrase --no-add --file id --issuer hackerspace --repo g").exits(0);
    let key = test.run("key show --key id --repo g").exits(0).stdout().lines().next().unwrap().to_owned();
    test.run("award soldering --email ada@example.org --key id --repo g").fails_with(&format!(
        "error: the key `{key}` is not one of `hackerspace`: if it may sign, add it to `issuers/hackerspace.toml` \
         with `accolade key add`"
    ));
    assert!(!test.path("g/assertions").exists());
}

#[test]
fn a_retired_key_signs_no_more_and_what_it_signed_stays_good() {
    let test = GalleryTest::small_at_home();
    test.run("key new --no-passphrase --file id --repo g").exits(0);
    test.run("award soldering --email ada@example.org --key id --repo g").exits(0);
    test.run("key retire id --since 2026-05-04T12:00:01Z --repo g").exits(0);
    test.run("check g").exits(0);
    let later = test.env("SOURCE_DATE_EPOCH", "1777900000");
    let refused = later.run("award soldering --email bob@example.org --key id --repo g").exits(1).stderr();
    assert!(
        refused.contains("was retired at 2026-05-04T12:00:01Z; sign with one that may still sign (--key FILE)"),
        "{refused}"
    );
}

#[test]
fn a_key_is_not_retired_before_what_it_signed() {
    let test = GalleryTest::small_at_home();
    test.run("key new --no-passphrase --file id --repo g").exits(0);
    let test = test.env("SOURCE_DATE_EPOCH", &(NOW + 3600).to_string());
    let url = test.run("award soldering --email ada@example.org --key id --repo g").exits(0).stdout();
    let key = test.run("key show --key id --repo g").exits(0).stdout().lines().next().unwrap().to_owned();
    let before = test.read("g/issuers/hackerspace.toml");
    test.run("key retire id --since 2026-05-04T12:30Z --repo g").fails_with(&format!(
        "error: `{key}` signed 1 award since 2026-05-04T12:30:00Z, which would no longer be good: give a later --since, or \
         say --compromised if they shall not count"
    ));
    assert_eq!(test.read("g/issuers/hackerspace.toml"), before);

    // A status list is made from the ledger by whoever signs now.
    let later = test.env("SOURCE_DATE_EPOCH", &(NOW + 86400).to_string());
    later.run_with(&["revoke", url.trim(), "--reason", "Wrong person", "--key", "id", "--repo", "g"]).exits(0);
    later.run("key new --no-passphrase --file other --repo g").exits(0);
    later
        .run("key retire id --since 2026-05-05 --repo g")
        .succeeds_with("next: `accolade reseal` signs anew the status lists that it signed since");
    later.run("check g").exits(1);
    later.run("reseal --key other --repo g").exits(0);
    later.run("check g").exits(0);
}

#[test]
fn nothing_that_a_compromised_key_signed_counts() {
    let test = GalleryTest::small_at_home();
    test.run("key new --no-passphrase --file id --repo g").exits(0);
    test.run("award soldering --email ada@example.org --key id --repo g").exits(0);
    test.run("key retire id --compromised --since 2026-05-01 --repo g").exits(0);
    test.run("check g").exits(1);
}

#[test]
fn scripts_get_one_object() {
    let test = GalleryTest::small_at_home();
    let said = |arguments: &str| -> Value {
        serde_json::from_str(&test.run(&format!("key {arguments} --repo g --format json")).exits(0).stdout()).unwrap()
    };

    let would = said("new --no-passphrase --file id --dry-run");
    assert_eq!(would, json!({ "dry_run": true, "file": "id", "issuer": "hackerspace", "key": null }));
    assert!(!test.path("id").exists());

    let made = said("new --no-passphrase --file id");
    assert_eq!((&made["dry_run"], &made["file"]), (&json!(false), &json!("id")));
    let key = made["key"].clone();
    assert_eq!(said("show --key id"), key);
    let ssh = key["ssh"].as_str().unwrap();
    assert!(ssh.starts_with("ssh-ed25519 AAAA"), "{ssh}");

    said("new --no-passphrase --file other --no-add");
    let other = said("show --key other");
    let added = json!({ "dry_run": false, "issuer": "hackerspace", "key": other, "from": "2026-05-04T12:00:00Z" });
    assert_eq!(said("add other"), added);

    let retired = said("retire id --since 2026-05-05");
    let since = "2026-05-05T00:00:00Z";
    let expected =
        json!({ "dry_run": false, "issuer": "hackerspace", "key": key, "since": since, "compromised": false });
    assert_eq!(retired, expected);
}
