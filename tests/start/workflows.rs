//! The steps of the generated workflows, run for real: in a clone of a local repository, with `accolade` on the path. Only
//! the host itself is played, by the script `gh` beside this file.

use super::common::{GalleryTest, NOW, Ran, git};
use std::{
    fs,
    io::{Read, Write},
    net::TcpListener,
    path::Path,
    process::{Command, Output},
};

/// A repository at a host, a clone of it, and what the host says.
struct Hosted {
    test: GalleryTest,
    now: u64,
}

/// What a step did.
struct Did {
    output: Output,
}

impl Did {
    #[track_caller]
    fn exits(self, status: i32) -> Self {
        assert_eq!(self.output.status.code(), Some(status), "{}", self.said());
        self
    }

    fn said(&self) -> String {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        text(&self.output.stdout) + &text(&self.output.stderr)
    }
}

/// The script of the step `name` in a workflow or an action.
fn script(text: &str, name: &str) -> String {
    let mut lines = text.lines().skip_while(|line| line.trim() != format!("- name: {name}"));
    let first = lines.next().unwrap_or_else(|| panic!("no step is called `{name}`"));
    let indent = first.len() - first.trim_start().len();
    let step: Vec<&str> =
        lines.take_while(|line| line.is_empty() || line.len() - line.trim_start().len() > indent).collect();
    let at = step.iter().position(|line| line.trim_start().starts_with("run:")).expect("the step has a script");
    match step[at].trim_start().strip_prefix("run: ").expect("there is a script") {
        "|" => step[at + 1..].iter().map(|line| format!("{}\n", line.get(indent + 4..).unwrap_or(""))).collect(),
        line => line.to_owned(),
    }
}

impl Hosted {
    /// A gallery with three maintainers, two of whom have to agree, pushed to `main` of its host.
    fn new() -> Self {
        let test = GalleryTest::empty();
        let home = test.path("home").display().to_string();
        let test = test.env("HOME", &home).env("XDG_CONFIG_HOME", &home);
        let maintainers = "--maintainer @grace --maintainer @kim --maintainer @linus";
        test.run(&format!("init work --title Guild --repository https://github.com/guild/badges {maintainers}"))
            .exits(0);
        test.run("key new --no-passphrase --repo work").exits(0);
        let site = test.read("work/accolade.toml").replace("approvals = 1", "approvals = 2");
        let test = test
            .bytes("work/accolade.toml", site.as_bytes())
            .bytes("bin/gh", include_bytes!("gh"))
            .file("state/said", "")
            .file("runner/.keep", "");
        #[cfg(unix)]
        fs::set_permissions(test.path("bin/gh"), std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
        let hosted = Self { test, now: NOW };
        hosted.git(".", &["init", "-q", "--bare", "-b", "main", "host.git"]);
        hosted.git("work", &["init", "-q", "-b", "main"]);
        hosted.git("work", &["remote", "add", "origin", "../host.git"]);
        hosted.commit("Begin");
        hosted.git("work", &["push", "-q", "-u", "origin", "main"]);
        hosted
    }

    fn git(&self, folder: &str, arguments: &[&str]) -> String {
        git(&self.test.path(folder), arguments)
    }

    fn commit(&self, message: &str) -> String {
        self.git("work", &["add", "-A"]);
        self.git("work", &["commit", "-qm", message]);
        self.git("work", &["rev-parse", "HEAD"])
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.test.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// What the host answers for an address of its interface.
    fn answers(&self, address: &str, json: &str) {
        self.write(&format!("state/repos_guild_badges_{}.json", address.replace('/', "_")), json);
    }

    /// Runs a step of a workflow, as a runner does: `bash -e`, in the clone.
    fn step(&self, workflow: &str, name: &str, environment: &[(&str, &str)]) -> Did {
        let text = self.test.read(&format!("work/.github/workflows/{workflow}.yml"));
        self.script(&script(&text, name), environment)
    }

    fn script(&self, script: &str, environment: &[(&str, &str)]) -> Did {
        let program = Path::new(env!("CARGO_BIN_EXE_accolade")).parent().unwrap().display().to_string();
        let path = |it: &str| self.test.path(it).display().to_string();
        let output = Command::new("bash")
            .args(["-e", "-c", script])
            .current_dir(self.test.path("work"))
            .env("PATH", format!("{}:{program}:{}", path("bin"), std::env::var("PATH").unwrap()))
            .env("HOME", path("nobody"))
            .env("GH_STATE", path("state"))
            .env("RUNNER_TEMP", path("runner"))
            .env("GITHUB_REPOSITORY", "guild/badges")
            .env("GITHUB_STEP_SUMMARY", path("runner/summary.md"))
            .env("GITHUB_OUTPUT", path("runner/output"))
            .env("GITHUB_EVENT_PATH", path("runner/github-event.json"))
            .env("SOURCE_DATE_EPOCH", self.now.to_string())
            .env_remove("ACCOLADE_KEY")
            .env_remove("SSH_AUTH_SOCK")
            .envs(environment.iter().copied())
            .output()
            .unwrap();
        Did { output }
    }

    /// The signing key, as the secret of the host has it.
    fn key(&self) -> String {
        self.test.read("home/accolade/guild.key")
    }

    /// A branch with a nomination, made from `main`. Its base and its head.
    fn nominated(&self, name: &str) -> (String, String) {
        let base = self.git("work", &["rev-parse", "HEAD"]);
        self.git("work", &["checkout", "-q", "-b", name]);
        let text = format!(
            "badge = 'first-badge'\nnarrative = 'Helped.'\n[[recipient]]\nurl = 'https://github.com/{name}-account'\n"
        );
        self.write(&format!("work/nominations/{name}.toml"), &text);
        (base, self.commit("Nominate"))
    }

    /// Merges a branch as the host does; the host then knows the pull request and its reviews. The merge commit.
    fn merged(&self, number: u32, branch: &str, (base, head): &(String, String), agreed: &[&str]) -> String {
        self.git("work", &["checkout", "-q", "main"]);
        self.git("work", &["merge", "-q", "--no-ff", "-m", "Merge", branch]);
        self.git("work", &["push", "-q", "origin", "main"]);
        let merge = self.git("work", &["rev-parse", "HEAD"]);
        let mut request = request(number, base, head);
        request["merged_at"] = "2026-05-04T10:00:00Z".into();
        request["merge_commit_sha"] = merge.as_str().into();
        self.answers(&format!("commits/{merge}/pulls"), &serde_json::json!([request]).to_string());
        self.answers(&format!("pulls/{number}"), &request.to_string());
        self.answers(&format!("pulls/{number}/reviews"), &reviews(agreed, head));
        merge
    }

    fn outputs(&self) -> String {
        fs::read_to_string(self.test.path("runner/output")).unwrap_or_default()
    }

    fn run(&self, arguments: &str) -> Ran {
        self.test.run(arguments)
    }
}

fn request(number: u32, base: &str, head: &str) -> serde_json::Value {
    serde_json::json!({
        "number": number,
        "html_url": format!("https://github.com/guild/badges/pull/{number}"),
        "user": { "login": "stranger", "html_url": "https://github.com/stranger" },
        "base": { "sha": base },
        "head": { "sha": head },
    })
}

/// Pages of reviews, as `gh api --paginate --slurp` gives them.
fn reviews(agreed: &[&str], head: &str) -> String {
    let reviews = agreed.iter().map(|login| {
        serde_json::json!({
            "user": { "login": login, "html_url": format!("https://github.com/{login}") },
            "state": "APPROVED",
            "commit_id": head,
        })
    });
    serde_json::json!([reviews.collect::<Vec<_>>()]).to_string()
}

#[test]
fn check_shows_mistakes_beside_their_lines_and_sums_up() {
    let hosted = Hosted::new();
    let (base, _) = hosted.nominated("good");
    let base = [("BASE", base.as_str())];
    hosted.step("check", "Look at the files", &base).exits(0);
    hosted.step("check", "Say what the change does", &base).exits(0);
    let summary = hosted.test.read("runner/summary.md");
    assert!(summary.contains("**Adds**\n\n- `nominations/good.toml`"), "{summary}");
    hosted.step("check", "Build the site", &[]).exits(0);
    assert!(hosted.test.path("runner/site/nominate/index.html").exists());

    hosted.write("work/nominations/bad.toml", "badge = 'frist-badge'\n[[recipient]]\nurl = 'https://github.com/x'\n");
    hosted.commit("A mistake");
    let said = hosted.step("check", "Look at the files", &base).exits(1).said();
    assert!(said.starts_with("::error file=nominations/bad.toml,line=1,col=9,"), "{said}");
    hosted.step("check", "Say what the change does", &base).exits(0);
    assert!(hosted.test.read("runner/summary.md").contains("**Error** in `nominations/bad.toml`"));
}

#[test]
fn approvals_are_asked_for_until_enough_have_agreed() {
    let hosted = Hosted::new();
    let (base, head) = hosted.nominated("ada");
    let event = serde_json::json!({ "pull_request": request(7, &base, &head) });
    hosted.write("runner/github-event.json", &event.to_string());
    let ask = |agreed: &[&str]| {
        hosted.answers("pulls/7/reviews", &reviews(agreed, &head));
        hosted.step("check", "Read the reviews", &[("NUMBER", "7")]).exits(0);
        hosted.step("check", "Ask who still has to agree", &[])
    };
    let said = ask(&["grace", "stranger"]).exits(1).said();
    assert!(said.contains("this needs 2 approvals of @grace, @kim, @linus, and has 1"), "{said}");
    assert!(hosted.test.read("runner/summary.md").contains("| `nominations/ada.toml` | 2 of"));
    ask(&["grace", "kim"]).exits(0);
}

#[test]
fn what_was_reviewed_and_merged_is_signed_and_pushed() {
    let hosted = Hosted::new();
    let branch = hosted.nominated("ada");
    hosted.merged(7, "ada", &branch, &["grace", "kim"]);

    // Without a key it says so, and does nothing.
    let said = hosted.step("sign", "Sign", &[("ACCOLADE_SIGNING_KEY", "")]).exits(0).said();
    assert!(said.starts_with("::warning::No key is here"), "{said}");
    let said = hosted.step("sign", "Commit what was signed", &[]).exits(0).said();
    assert_eq!((said.as_str(), hosted.outputs().as_str()), ("Nothing was signed.\n", ""));

    let key = hosted.key();
    hosted.step("sign", "Sign", &[("ACCOLADE_SIGNING_KEY", key.as_str()), ("ACCOLADE_PASSPHRASE", "")]).exits(0);
    // Meanwhile somebody else merges something.
    hosted.git(".", &["clone", "-q", "host.git", "other"]);
    hosted.write("other/pages/about.md", "# About\n\nUs.\n");
    hosted.git("other", &["add", "-A"]);
    hosted.git("other", &["commit", "-qm", "Another"]);
    hosted.git("other", &["push", "-q", "origin", "main"]);
    hosted.step("sign", "Commit what was signed", &[]).exits(0);
    assert_eq!(hosted.outputs(), "signed=true\n");

    hosted.git(".", &["clone", "-q", "host.git", "published"]);
    assert!(hosted.test.path("published/pages/about.md").exists());
    assert!(!hosted.test.path("published/nominations/ada.toml").exists());
    assert_eq!(fs::read_dir(hosted.test.path("published/assertions/first-badge")).unwrap().count(), 1);
    let ledger = hosted.test.read("published/status/guild/ledger.toml");
    for part in ["https://github.com/grace", "https://github.com/kim", "https://github.com/guild/badges/pull/7"] {
        assert!(ledger.contains(part), "{part}\n{ledger}");
    }
    assert_eq!(
        hosted.git("published", &["log", "-1", "--format=%an: %s"]),
        "github-actions[bot]: Sign reviewed nominations"
    );
    hosted.run("check published").exits(0);
    // The secret is nowhere.
    assert!(!hosted.git("published", &["log", "-p", "--all"]).contains("OPENSSH PRIVATE KEY"));
}

#[test]
fn what_too_few_agreed_to_is_not_signed_and_holds_up_nothing_else() {
    let hosted = Hosted::new();
    let branch = hosted.nominated("few");
    hosted.merged(7, "few", &branch, &["grace"]);
    let branch = hosted.nominated("enough");
    hosted.merged(8, "enough", &branch, &["kim", "linus"]);
    let key = hosted.key();
    let said = hosted.step("sign", "Sign", &[("ACCOLADE_SIGNING_KEY", key.as_str())]).exits(0).said();
    assert!(
        said.contains("::error file=nominations/few.toml::This was not signed: the lines above say why."),
        "{said}"
    );
    assert!(said.contains("this needs 2 approvals of @grace, @kim, @linus, and has 1"), "{said}");
    assert_eq!(hosted.outputs(), "failed=true\n");
    hosted.step("sign", "Commit what was signed", &[]).exits(0);
    assert_eq!(hosted.outputs(), "failed=true\nsigned=true\n");
    hosted.step("sign", "Say what was not signed", &[]).exits(1);
    let tree = hosted.git("work", &["ls-tree", "-r", "--name-only", "origin/main"]);
    assert!(tree.contains("nominations/few.toml") && !tree.contains("nominations/enough.toml"), "{tree}");
}

#[test]
fn the_site_is_built_for_the_pages_of_the_host() {
    let hosted = Hosted::new();
    hosted.step("pages", "Build the site", &[]).exits(0);
    assert!(hosted.test.path("runner/site/index.html").exists());
}

/// A server that says 404 for `/dead` and 403 for all else.
fn server() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut asked = [0; 1024];
            let read = stream.read(&mut asked).unwrap_or_default();
            let dead = String::from_utf8_lossy(&asked[..read]).starts_with("GET /dead ");
            let status = if dead { "404 Not Found" } else { "403 Forbidden" };
            let answer = format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    port
}

#[test]
fn what_is_due_is_one_issue_that_is_kept_and_closed() {
    let mut hosted = Hosted::new();
    let port = server();
    let evidence = format!("http://127.0.0.1:{port}");
    let award = |until: &str, path: &str| {
        hosted
            .run(&format!(
                "award first-badge --repo work --again --url https://forge.example/ada --valid-until {until} --evidence {evidence}/{path}"
            ))
            .exits(0);
    };
    award("2026-05-20", "dead");
    award("2028-05-20", "closed-to-programs");
    hosted.commit("Award");
    // The repository's own links are the host's; there is no network here.
    let offline = [("http_proxy", ""), ("https_proxy", "http://127.0.0.1:9")];
    let week = |hosted: &Hosted| {
        hosted.step("weekly", "Write down what is due", &[]).exits(0);
        hosted.step("weekly", "Follow the links", &offline).exits(0);
        hosted.step("weekly", "Keep one issue", &[("GH_TOKEN", "x")]).exits(0);
    };
    week(&hosted);
    let issue = hosted.test.read("state/1.issue");
    assert!(issue.starts_with("## 1 award ends soon\n"), "{issue}");
    assert!(issue.contains("\n## Links that no longer answer\n"), "{issue}");
    assert!(issue.contains(&format!("- <{evidence}/dead> answers 404\n")), "{issue}");
    assert!(!issue.contains("closed-to-programs"), "{issue}");
    week(&hosted);
    assert!(!hosted.test.path("state/2.issue").exists(), "one issue is kept, and no second is made");
    // A month later the award has ended, and its link is mended.
    hosted.now += 40 * 86_400;
    hosted.step("weekly", "Write down what is due", &[]).exits(0);
    assert_eq!(hosted.test.read("runner/report.md"), "");
    hosted.step("weekly", "Keep one issue", &[("GH_TOKEN", "x")]).exits(0);
    assert!(hosted.test.path("state/1.closed-issue").exists() && !hosted.test.path("state/1.issue").exists());
    hosted.step("weekly", "Keep one issue", &[("GH_TOKEN", "x")]).exits(0);
}

#[test]
fn the_action_installs_what_lies_beside_it_or_the_version_that_it_names() {
    let action = fs::read_to_string("action.yml").unwrap();
    let hosted = Hosted::new();
    let root = env!("CARGO_MANIFEST_DIR");
    hosted.write("bin/cargo", "#!/usr/bin/env bash\necho \"$@\"\nmkdir -p \"$HOME/.cache/accolade-action/bin\"\nln -sf \"$(command -v accolade)\" \"$HOME/.cache/accolade-action/bin/accolade\"\n");
    hosted.write("bin/rustup", "#!/usr/bin/env bash\n");
    #[cfg(unix)]
    for name in ["cargo", "rustup"] {
        let executable = std::os::unix::fs::PermissionsExt::from_mode(0o755);
        fs::set_permissions(hosted.test.path("bin").join(name), executable).unwrap();
    }
    let run = |name: &str, version: &str, arguments: &str| {
        let path = hosted.test.path("runner/path").display().to_string();
        let environment = [
            ("VERSION", version),
            ("ARGUMENTS", arguments),
            ("GITHUB_ACTION_PATH", root),
            ("GITHUB_PATH", path.as_str()),
            ("RUNNER_OS", "Linux"),
            ("RUNNER_ARCH", "X64"),
        ];
        hosted.script(&script(&action, name), &environment).exits(0).said()
    };
    run("Choose what to install", "", "");
    let key = hosted.outputs();
    let digest = key.trim_end().strip_prefix("key=accolade-Linux-X64-").unwrap();
    assert!(digest.len() == 40 && digest.bytes().all(|it| it.is_ascii_hexdigit()), "{key}");
    run("Choose what to install", "1.2.3", "");
    assert!(hosted.outputs().ends_with("key=accolade-Linux-X64-1.2.3\n"));
    let home = hosted.test.path("nobody/.cache/accolade-action").display().to_string();
    assert_eq!(run("Install", "", ""), format!("install --locked --root {home} --path {root}\n"));
    assert_eq!(run("Install", "1.2.3", ""), format!("install --locked --root {home} accolade@1.2.3\n"));
    assert_eq!(run("Put it on the path", "", ""), format!("accolade {}\n", env!("CARGO_PKG_VERSION")));
    assert_eq!(hosted.test.read("runner/path"), format!("{home}/bin\n"));
    assert!(run("Run", "", "check --format json").contains("\"errors\": 0"));
}
