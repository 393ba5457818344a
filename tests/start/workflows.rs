//! The steps of the generated workflows, run for real: in a clone of a local repository, with `accolade` on the path. Only
//! the host itself is played, by a script.

use super::common::{
    GalleryTest, NOW, Ran, git,
    workflow::{GH, script},
};
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
            .bytes("bin/gh", GH)
            .file("state/said", "")
            .file("runner/.keep", "");
        let hosted = Self { test, now: NOW };
        hosted.executable("gh");
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

    /// Lets a script of the runner be run.
    fn executable(&self, name: &str) {
        #[cfg(unix)]
        fs::set_permissions(self.test.path("bin").join(name), std::os::unix::fs::PermissionsExt::from_mode(0o755))
            .unwrap();
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
            .env("GITHUB_SERVER_URL", "https://github.com")
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
        self.told(&request, &[&merge], &reviews(agreed, head));
        merge
    }

    /// Lets the host tell of a merged request, and that it brought these commits.
    fn told(&self, request: &serde_json::Value, commits: &[&str], reviews: &str) {
        for commit in commits {
            self.answers(&format!("commits/{commit}/pulls"), &serde_json::json!([request]).to_string());
        }
        let number = &request["number"];
        self.answers(&format!("pulls/{number}"), &request.to_string());
        self.answers(&format!("pulls/{number}/reviews"), reviews);
    }

    /// An issue of `@mallory` with this text, as an event.
    fn issue(&self, number: u32, text: &str) {
        let event = serde_json::json!({
            "action": "opened",
            "issue": {
                "number": number,
                "html_url": format!("https://github.com/guild/badges/issues/{number}"),
                "body": text,
                "user": { "login": "mallory", "html_url": "https://github.com/mallory" },
            },
        });
        self.write("runner/github-event.json", &event.to_string());
    }

    /// Runs the steps of the workflow for nominations that came by a form, each if it would run. What was said.
    fn nominate(&self, number: u32, text: &str) -> String {
        self.git("work", &["fetch", "-q", "origin"]);
        self.git("work", &["checkout", "-q", "--force", "-B", "main", "origin/main"]);
        self.git("work", &["clean", "-qfd"]);
        self.issue(number, text);
        self.write("runner/output", "");
        let number = number.to_string();
        let mut environment = vec![("NUMBER", number.as_str()), ("GH_TOKEN", "x")];
        let mut said = self.step("nominate", "Read the form", &environment).exits(0).said();
        if self.outputs().contains("ready=true\n") {
            said += &self.step("nominate", "Put it on a branch", &environment).exits(0).said();
        }
        let outputs = self.outputs();
        if let Some(branch) = outputs.lines().find_map(|it| it.strip_prefix("name=")) {
            environment.push(("BRANCH", branch));
            said += &self.step("nominate", "Open a pull request", &environment).exits(0).said();
        }
        said + &self.step("nominate", "Answer", &environment).exits(0).said()
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
        "base": { "sha": base, "ref": "main" },
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
    assert!(hosted.test.path("runner/preview/changes.html").exists());
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
    let before = hosted.git("other", &["rev-parse", "HEAD"]);
    assert_eq!(hosted.outputs(), format!("signed=true\nbefore={before}\n"));

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
    assert!(hosted.outputs().starts_with("failed=true\nsigned=true\n"), "{}", hosted.outputs());
    hosted.step("sign", "Say what was not signed", &[]).exits(1);
    let tree = hosted.git("work", &["ls-tree", "-r", "--name-only", "origin/main"]);
    assert!(tree.contains("nominations/few.toml") && !tree.contains("nominations/enough.toml"), "{tree}");
}

const FORM: &str = "### Badge\n\nfirst-badge\n\n### Recipient\n\n@ada\n\n### Name\n\n_No response_\n\n\
                    ### Narrative\n\nHelped; $(touch strange) `touch strange` ${{ secrets.X }}.\n";

#[test]
fn a_form_becomes_a_pull_request_that_follows_the_issue() {
    let hosted = Hosted::new();
    hosted.write("state/number", "7");
    hosted.nominate(12, FORM);
    let file = hosted.git("work", &["show", "origin/nominate/issue-12:nominations/issue-12-first-badge.toml"]);
    assert!(file.contains("nominator = \"@mallory\"") && file.contains("$(touch strange) `touch strange`"), "{file}");
    assert_eq!(
        hosted.git("work", &["diff", "--name-only", "origin/main", "origin/nominate/issue-12"]),
        "nominations/issue-12-first-badge.toml"
    );
    let request = hosted.test.read("state/7.request");
    assert!(request.starts_with("Closes #12, where somebody asked for it.\n"), "{request}");
    let answer = hosted.test.read("state/12.answer");
    assert_eq!(
        answer,
        "<!-- accolade nominate -->\n## Thank you\n\nThis nomination for `First Badge` is ready to be reviewed: \
         `nominations/issue-12-first-badge.toml`.\n\nThe review is here: <https://github.com/guild/badges/pull/7>\n"
    );
    assert!(!hosted.test.read("state/said").contains("secrets"), "a stranger's text reached the host");
    assert!(!hosted.test.path("work/strange").exists(), "a stranger's text was run");

    // Looked at again without a change, it stays; edited, the branch follows, and the request is the same.
    let first = hosted.git("work", &["rev-parse", "origin/nominate/issue-12"]);
    let said = hosted.nominate(12, FORM);
    assert!(said.contains("The branch says so already."), "{said}");
    hosted.nominate(12, &FORM.replace("Helped", "Helped twice"));
    assert_ne!(hosted.git("work", &["rev-parse", "origin/nominate/issue-12"]), first);
    assert!(!hosted.test.path("state/8.request").exists());
    assert_eq!(hosted.test.read("state/said").matches("pr create").count(), 1);

    // What somebody mended by hand is not written over.
    hosted.git("work", &["checkout", "-q", "-B", "hand", "origin/nominate/issue-12"]);
    hosted.write("work/nominations/issue-12-first-badge.toml", "# mended\n");
    let by_hand = hosted.commit("By hand");
    hosted.git("work", &["push", "-q", "origin", "hand:nominate/issue-12"]);
    let said = hosted.nominate(12, FORM);
    assert!(said.contains("::warning::Somebody works on nominate/issue-12 by hand"), "{said}");
    assert_eq!(hosted.git("work", &["rev-parse", "origin/nominate/issue-12"]), by_hand);
}

#[test]
fn what_a_form_lacks_is_answered_and_no_branch_is_made() {
    let hosted = Hosted::new();
    hosted.nominate(12, "### Badge\n\nfrist-badge\n\n### Recipient\n\nmail ada@mail.family\n");
    let answer = hosted.test.read("state/12.answer");
    assert!(answer.contains("## This nomination needs something more\n") && !answer.contains("ada@"), "{answer}");
    assert_eq!(hosted.git("work", &["branch", "-r"]), "origin/main");
    assert!(!hosted.test.read("state/said").contains("pr "), "{}", hosted.test.read("state/said"));

    // Where the repository does not let its workflows open requests, a maintainer needs one click.
    hosted.write("state/no-requests", "");
    hosted.nominate(12, FORM);
    let answer = hosted.test.read("state/12.answer");
    let link = "<https://github.com/guild/badges/compare/main...nominate/issue-12?expand=1>";
    assert!(answer.ends_with(&format!("\nA maintainer opens the pull request here: {link}\n")), "{answer}");

    // A repository with mistakes is the maintainers' matter: whoever asked is told nothing.
    hosted.write("work/badges/first-badge.toml", "name = 1\n");
    hosted.issue(13, FORM);
    hosted.write("runner/output", "");
    let said = hosted.step("nominate", "Read the form", &[]).exits(1).said();
    assert!(said.contains("::error::The form could not be read"), "{said}");
}

#[test]
fn what_came_without_a_request_is_not_signed_where_people_have_to_agree() {
    let hosted = Hosted::new();
    hosted.nominated("ada");
    hosted.git("work", &["checkout", "-q", "main"]);
    hosted.git("work", &["merge", "-q", "--ff-only", "ada"]);
    hosted.git("work", &["push", "-q", "origin", "main"]);
    let commit = hosted.git("work", &["rev-parse", "HEAD"]);
    hosted.answers(&format!("commits/{commit}/pulls"), "[]");
    let key = hosted.key();
    let key = [("ACCOLADE_SIGNING_KEY", key.as_str())];
    let said = hosted.step("sign", "Sign", &key).exits(0).said();
    assert!(
        said.contains(
            "error[missing-approval]: this needs 2 approvals of @grace, @kim, @linus, and came without a pull request\n \
             --> nominations/ada.toml\nhelp: take the file out, and bring it in again by a pull request to which they can \
             agree; or whoever has the key signs it on their own machine\n\
             error: too few have agreed (above); nothing was signed\n"
        ),
        "{said}"
    );
    assert_eq!(hosted.outputs(), "failed=true\n");
    // A request into another branch is none into this one.
    let branch = (commit.clone(), commit.clone());
    let mut elsewhere = request(7, &branch.0, &branch.1);
    elsewhere["merged_at"] = "2026-05-04T10:00:00Z".into();
    elsewhere["base"]["ref"] = "draft".into();
    hosted.told(&elsewhere, &[&commit], &reviews(&["grace", "kim"], &commit));
    let said = hosted.step("sign", "Sign", &key).exits(0).said();
    assert!(said.contains("and came without a pull request"), "{said}");

    // Where nobody has to agree, the workflow signs it.
    let site = hosted.test.read("work/accolade.toml").replace("approvals = 2", "approvals = 0");
    hosted.write("work/accolade.toml", &site);
    hosted.step("sign", "Sign", &key).exits(0);
    assert!(!hosted.test.path("work/nominations/ada.toml").exists());
}

#[test]
fn a_rebased_request_is_found_by_its_commits() {
    let hosted = Hosted::new();
    let (base, _) = hosted.nominated("ada");
    hosted.write("work/pages/about.md", "# About\n\nUs.\n");
    let head = hosted.commit("Another commit of the same request");
    // Meanwhile somebody else merges something.
    hosted.git("work", &["checkout", "-q", "main"]);
    hosted.write("work/pages/rules.md", "# Rules\n\nBe kind.\n");
    hosted.commit("Rules");
    hosted.git("work", &["checkout", "-q", "-B", "rebased", "ada"]);
    hosted.git("work", &["rebase", "-q", "main"]);
    hosted.git("work", &["checkout", "-q", "main"]);
    hosted.git("work", &["merge", "-q", "--ff-only", "rebased"]);
    hosted.git("work", &["push", "-q", "origin", "main"]);
    let commits = hosted.git("work", &["rev-list", "-2", "HEAD"]);
    let commits: Vec<&str> = commits.lines().collect();
    let mut request = request(7, &base, &head);
    request["merged_at"] = "2026-05-04T10:00:00Z".into();
    request["merge_commit_sha"] = commits[0].into();
    hosted.told(&request, &commits, &reviews(&["grace", "kim"], &head));
    let key = hosted.key();
    hosted.step("sign", "Sign", &[("ACCOLADE_SIGNING_KEY", key.as_str())]).exits(0);
    assert_eq!(hosted.outputs(), "");
    assert!(!hosted.test.path("work/nominations/ada.toml").exists());
    assert!(hosted.test.read("work/status/guild/ledger.toml").contains("https://github.com/guild/badges/pull/7"));
}

#[test]
fn those_who_asked_are_told_below_their_request() {
    let hosted = Hosted::new();
    let branch = hosted.nominated("ada");
    hosted.merged(7, "ada", &branch, &["grace", "kim"]);
    let branch = hosted.nominated("bo");
    hosted.merged(8, "bo", &branch, &["grace", "kim"]);
    let key = hosted.key();
    hosted.step("sign", "Sign", &[("ACCOLADE_SIGNING_KEY", key.as_str())]).exits(0);
    // A maintainer's own award, pushed with them.
    hosted.run("award first-badge --repo work --url https://forge.example/cleo").exits(0);
    hosted.step("sign", "Commit what was signed", &[]).exits(0);
    let outputs = hosted.outputs();
    let before = outputs.lines().find_map(|it| it.strip_prefix("before=")).unwrap();
    hosted.write("state/8.locked", "");
    hosted.write("runner/summary.md", "");
    hosted.step("sign", "Announce what was awarded", &[("BEFORE", before), ("GH_TOKEN", "x")]).exits(0);
    let comment = hosted.test.read("state/7.comment");
    assert!(comment.starts_with("<!-- accolade announce -->\n## Newly awarded\n\n- [First Badge]("), "{comment}");
    assert!(comment.contains(") for @ada-account, awarded by Guild on 4 May 2026\n"), "{comment}");
    assert!(!comment.contains("bo-account") && !comment.contains("cleo"), "{comment}");
    // What cannot be said there, or came without a request, stands in the summary of the run.
    let summary = hosted.test.read("runner/summary.md");
    assert!(summary.contains("for @bo-account") && summary.contains("forge.example/cleo"), "{summary}");
    assert!(!summary.contains("ada-account"), "{summary}");
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
    // The server is on this machine, which a workflow asks nothing of.
    let program = env!("CARGO_BIN_EXE_accolade");
    hosted.write(
        "bin/accolade",
        &format!("#!/usr/bin/env bash\n[ \"$1\" != check ] || set -- \"$@\" --allow-private\nexec {program} \"$@\"\n"),
    );
    hosted.executable("accolade");
    let week = |hosted: &Hosted| {
        hosted.step("weekly", "Write down what is due", &[]).exits(0);
        hosted.step("weekly", "Follow the links", &[]).exits(0);
        hosted.step("weekly", "Keep one issue", &[("GH_TOKEN", "x")]).exits(0);
    };
    week(&hosted);
    let issue = hosted.test.read("state/1.issue");
    assert!(issue.starts_with("## 1 award ends soon\n"), "{issue}");
    assert!(issue.contains("\n## Links that lead nowhere\n\n- `assertions/first-badge/"), "{issue}");
    let why = format!(".json`: this link leads nowhere: `{evidence}/dead` answered with the error 404\n");
    assert!(issue.ends_with(&why), "{issue}");
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
    ["cargo", "rustup"].iter().for_each(|name| hosted.executable(name));
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
