//! A year of a community that lives in pull requests: three maintainers, a stranger, and a workflow with the key.
//!
//! Everything goes through a bare repository, as at a host: each change is a request from somebody's own clone, checked,
//! agreed to, merged, signed where it asks for awards, and published, by the shell steps of the workflows that `init`
//! wrote. After each step every address that was ever published answers, and every award is what it ought to be. Where
//! `ACCOLADE_YEAR` names a folder, the year is left there for verifiers of other makers.

use crate::{
    common::{
        GalleryTest, NOW, Ran,
        workflow::{GH, script},
    },
    kit::{DAY, addresses, git},
};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::Command,
};

/// A request to change the repository.
#[derive(Clone)]
struct Request {
    number: u32,
    author: &'static str,
    base: String,
    head: String,
    merge: String,
}

struct Year {
    test: GalleryTest,
    requests: u32,
    /// What the host keeps as the workflow's secret.
    secret: String,
    published: BTreeSet<String>,
    /// What each award ought to be.
    ought: BTreeMap<String, &'static str>,
}

const MAINTAINERS: [&str; 3] = ["grace", "linus", "kim"];
/// The account of workflows.
const BOT: &str = "github-actions[bot]";

impl Year {
    /// A repository of three maintainers, of whom two have to agree, and a clone for each; a stranger has a fork.
    fn begin() -> Self {
        let badge = |name: &str, more: &str| {
            format!("name = '{name}'\ndescription = 'For the year.'\ncriteria = 'Do it, and do it well.'\n{more}")
        };
        let mut year = Self {
            test: GalleryTest::empty(),
            requests: 0,
            secret: String::new(),
            published: BTreeSet::new(),
            ought: BTreeMap::new(),
        };
        let mut init = vec!["init", "grace", "--yes", "--title", "Badges of the Guild", "--issuer", "The Guild"];
        init.extend(["--repository", "https://github.com/guild/badges"]);
        MAINTAINERS.iter().for_each(|it| init.extend(["--maintainer", it]));
        year.run(".", 0, &init).exits(0);
        let site = fs::read_to_string(year.path("grace/accolade.toml")).unwrap();
        assert!(site.contains("approvals = 1"), "{site}");
        let site = site.replace("approvals = 1", "approvals = 2") + "\n[pictures]\nawards = 'none'\ncards = 'badges'\n";
        year.test = year
            .test
            .file("grace/accolade.toml", &site)
            .file("grace/badges/workshop.toml", &badge("Workshop", ""))
            .file("grace/badges/first-aid.toml", &badge("First aid", "valid_for = '90 days'\n"))
            .bytes("bin/gh", GH);
        fs::set_permissions(year.path("bin/gh"), fs::Permissions::from_mode(0o755)).unwrap();
        for folder in ["temp", "host"] {
            fs::create_dir_all(year.path(folder)).unwrap();
        }
        let key = year.path("home/first").display().to_string();
        year.run("grace", 0, &["key", "new", "--no-passphrase", "--file", &key]).exits(0);
        year.secret = fs::read_to_string(&key).unwrap();
        year.git("grace", 0, &["init", "-q"]);
        year.git("grace", 0, &["add", "-A"]);
        year.git("grace", 0, &["commit", "-qm", "Begin"]);
        year.git(".", 0, &["clone", "-q", "--bare", "grace", "origin.git"]);
        year.git("grace", 0, &["remote", "add", "origin", "../origin.git"]);
        for who in ["linus", "kim", "runner"] {
            year.git(".", 0, &["clone", "-q", "origin.git", who]);
        }
        year.git(".", 0, &["clone", "-q", "--bare", "origin.git", "fork.git"]);
        year.git(".", 0, &["clone", "-q", "fork.git", "mallory"]);
        year.publish(0);
        year
    }

    fn path(&self, path: &str) -> PathBuf {
        self.test.path(path)
    }

    fn git(&self, folder: &str, day: u64, arguments: &[&str]) -> String {
        git(&self.path(folder), folder, day, arguments)
    }

    /// Runs `accolade` in somebody's clone on a day. Nobody has a key there.
    fn run(&self, folder: &str, day: u64, arguments: &[&str]) -> Ran {
        self.run_with(folder, day, arguments, &[])
    }

    fn run_with(&self, folder: &str, day: u64, arguments: &[&str], more: &[(&str, &str)]) -> Ran {
        let at = (NOW + day * DAY).to_string();
        let home = self.path("nowhere").display().to_string();
        let all =
            [&[("SOURCE_DATE_EPOCH", at.as_str()), ("HOME", &home), ("XDG_CONFIG_HOME", &home)][..], more].concat();
        self.test.run_in(folder, &all, arguments)
    }

    /// Runs `accolade` in the clone of whoever keeps the key.
    fn run_with_key(&self, folder: &str, day: u64, arguments: &[&str]) -> Ran {
        self.run_with(folder, day, arguments, &[("ACCOLADE_SIGNING_KEY", &self.secret)])
    }

    /// A request of `author`, made of what `change` does in their clone.
    fn request(&mut self, day: u64, author: &'static str, change: impl FnOnce(&Self)) -> Request {
        self.requests += 1;
        let number = self.requests;
        let branch = format!("request-{number}");
        let origin = self.path("origin.git").display().to_string();
        self.git(author, day, &["fetch", "-q", &origin, "main"]);
        self.git(author, day, &["switch", "-q", "--force-create", &branch, "FETCH_HEAD"]);
        change(self);
        self.git(author, day, &["add", "-A"]);
        self.git(author, day, &["commit", "-qm", &format!("Request {number}")]);
        self.git(author, day, &["push", "-q", "origin", &branch]);
        let theirs = if author == "mallory" { "../fork.git" } else { "." };
        let reference = format!("refs/pull/{number}/head");
        self.git("origin.git", day, &["fetch", "-q", theirs, &format!("refs/heads/{branch}:{reference}")]);
        Request {
            number,
            author,
            base: self.git("origin.git", day, &["rev-parse", "main"]),
            head: self.git("origin.git", day, &["rev-parse", &reference]),
            merge: String::new(),
        }
    }

    /// Lets the host tell of a request and of those who agreed to it.
    fn told(&self, request: &Request, approvals: &[&str]) {
        let kind = |it: &str| if it == BOT { "Bot" } else { "User" };
        let account =
            |it: &str| json!({ "login": it, "html_url": format!("https://github.com/{it}"), "type": kind(it) });
        let merged = (!request.merge.is_empty()).then_some(&request.merge);
        let pull = json!({
            "number": request.number, "html_url": format!("https://github.com/guild/badges/pull/{}", request.number),
            "user": account(request.author), "merged": merged.is_some(), "merge_commit_sha": merged,
            "merged_at": merged.map(|_| "2026-05-04T12:00:00Z"), "base": { "sha": request.base, "ref": "main" }, "head": { "sha": request.head },
        });
        let reviews: Vec<Value> = approvals
            .iter()
            .map(|it| json!({ "user": account(it), "state": "APPROVED", "commit_id": request.head, "author_association": "NONE" }))
            .collect();
        let tell =
            |file: &str, what: &Value| fs::write(self.path(&format!("host/{file}.json")), what.to_string()).unwrap();
        let name = format!("repos_guild_badges_pulls_{}", request.number);
        tell("event", &json!({ "pull_request": pull }));
        tell(&name, &pull);
        // As `gh api --slurp` has it: a list of pages.
        tell(&format!("{name}_reviews"), &json!([reviews]));
        if let Some(commit) = merged {
            tell(&format!("repos_guild_badges_commits_{commit}_pulls"), &json!([pull]));
        }
    }

    /// Runs a shell step of a workflow of the repository as it is in the runner: whether it went well, and what it said.
    fn step(&self, day: u64, workflow: &str, name: &str, more: &[(&str, &str)]) -> (bool, String) {
        let text = fs::read_to_string(self.path(&format!("runner/.github/workflows/{workflow}.yml"))).unwrap();
        let script = script(&text, name);
        let accolade = Path::new(env!("CARGO_BIN_EXE_accolade")).parent().unwrap();
        let path = format!("{}:{}:{}", accolade.display(), self.path("bin").display(), std::env::var("PATH").unwrap());
        let mut command = Command::new("bash");
        command.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", &script]).current_dir(self.path("runner"));
        for name in ["ACCOLADE_KEY", "ACCOLADE_SIGNING_KEY", "ACCOLADE_PASSPHRASE", "SSH_AUTH_SOCK"] {
            command.env_remove(name);
        }
        let at = NOW + day * DAY;
        command.env("PATH", path).env("SOURCE_DATE_EPOCH", at.to_string());
        command.env("GITHUB_REPOSITORY", "guild/badges").env("GITHUB_SERVER_URL", "https://github.com");
        command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
        command.env("GIT_AUTHOR_DATE", format!("{at} +0000")).env("GIT_COMMITTER_DATE", format!("{at} +0000"));
        for (name, file) in [
            ("HOME", "nowhere"),
            ("XDG_CONFIG_HOME", "nowhere"),
            ("GH_STATE", "host"),
            ("RUNNER_TEMP", "temp"),
            ("GITHUB_EVENT_PATH", "host/event.json"),
            ("GITHUB_STEP_SUMMARY", "temp/summary.md"),
            ("GITHUB_OUTPUT", "temp/output"),
        ] {
            command.env(name, self.path(file));
        }
        let output = command.envs(more.iter().copied()).output().unwrap();
        let said = [output.stdout, output.stderr].map(|it| String::from_utf8(it).unwrap()).concat();
        (output.status.success(), said)
    }

    /// What the workflow says of a request, merged for a try: it has no key.
    fn check(&self, day: u64, request: &Request, approvals: &[&str]) -> (bool, String) {
        self.git("runner", day, &["fetch", "-q", "origin", "main", &format!("refs/pull/{}/head", request.number)]);
        self.git("runner", day, &["switch", "-q", "--detach", &request.base]);
        self.git("runner", day, &["merge", "-q", "--no-ff", "-m", "Try", &request.head]);
        self.told(request, approvals);
        let number = request.number.to_string();
        let more = [("BASE", request.base.as_str()), ("NUMBER", &number)];
        let mut all = (true, String::new());
        for step in ["Look at the files", "Say what the change does", "Read the reviews", "Ask who still has to agree"]
        {
            let (good, said) = self.step(day, "check", step, &more);
            all = (all.0 && good, all.1 + &said);
        }
        all
    }

    /// What the workflow says of a request that it does not let pass.
    fn refused(&self, day: u64, request: &Request, approvals: &[&str]) -> String {
        let (good, said) = self.check(day, request, approvals);
        assert!(!good, "{said}");
        said
    }

    /// Merges a request on which all agree.
    fn merge(&self, day: u64, request: &Request) -> Request {
        let by = MAINTAINERS.into_iter().find(|it| *it != request.author).unwrap();
        self.git(by, day, &["fetch", "-q", "origin", "main", &format!("refs/pull/{}/head", request.number)]);
        self.git(by, day, &["switch", "-q", "--force-create", "main", &request.base]);
        self.git(
            by,
            day,
            &["merge", "-q", "--no-ff", "-m", &format!("Merge request {}", request.number), &request.head],
        );
        self.git(by, day, &["push", "-q", "origin", "main"]);
        Request { merge: self.git(by, day, &["rev-parse", "HEAD"]), ..request.clone() }
    }

    /// A request that both others agree to: nothing is wrong with it, and it is merged.
    fn accepted(&mut self, day: u64, author: &'static str, change: impl FnOnce(&Self)) -> Request {
        let request = self.request(day, author, change);
        let (good, said) = self.check(day, &request, &agree(author));
        assert!(good, "{said}");
        self.merge(day, &request)
    }

    /// A request that the workflow makes of an issue with this text, which `author` wrote with the form.
    fn asked_for(&mut self, day: u64, author: &str, issue: u32, text: &str) -> Request {
        self.requests += 1;
        let number = self.requests;
        fs::write(self.path("host/number"), number.to_string()).unwrap();
        fs::write(self.path("temp/output"), "").unwrap();
        let event = json!({ "action": "opened", "issue": {
            "number": issue, "html_url": format!("https://github.com/guild/badges/issues/{issue}"), "body": text,
            "user": { "login": author, "html_url": format!("https://github.com/{author}"), "type": "User" },
        } });
        fs::write(self.path("host/event.json"), event.to_string()).unwrap();
        self.update("runner", day);
        let branch = format!("nominate/issue-{issue}");
        let more = [("NUMBER", &*issue.to_string()), ("BRANCH", &branch)];
        for step in ["Read the form", "Put it on a branch", "Open a pull request", "Answer"] {
            let (good, said) = self.step(day, "nominate", step, &more);
            assert!(good, "{step}: {said}");
        }
        let outputs = fs::read_to_string(self.path("temp/output")).unwrap();
        assert_eq!(outputs, format!("ready=true\nname={branch}\n"));
        let reference = format!("refs/pull/{number}/head");
        self.git("origin.git", day, &["fetch", "-q", ".", &format!("refs/heads/{branch}:{reference}")]);
        Request {
            number,
            author: BOT,
            base: self.git("origin.git", day, &["rev-parse", "main"]),
            head: self.git("origin.git", day, &["rev-parse", &reference]),
            merge: String::new(),
        }
    }

    /// Signs what a merged request asks for and tells whoever asked, as the workflow does, and says the ids.
    fn sign(&mut self, day: u64, request: &Request) -> Vec<String> {
        self.sign_agreed(day, request, &agree(request.author))
    }

    /// As [`sign`](Self::sign), where others than usual agreed.
    fn sign_agreed(&mut self, day: u64, request: &Request, agreed: &[&str]) -> Vec<String> {
        self.told(request, agreed);
        self.update("runner", day);
        fs::write(self.path("temp/output"), "").unwrap();
        let (good, signed) = self.step(day, "sign", "Sign", &[("ACCOLADE_SIGNING_KEY", &self.secret)]);
        assert!(good, "{signed}");
        let (good, said) = self.step(day, "sign", "Commit what was signed", &[]);
        assert!(good, "{said}");
        let address = "https://guild.github.io/badges/assertions/";
        let ids: Vec<String> = signed.lines().filter(|it| it.starts_with(address)).map(id_of).collect();
        let outputs = fs::read_to_string(self.path("temp/output")).unwrap();
        let before = outputs.lines().find_map(|it| it.strip_prefix("before=")).unwrap();
        let (good, said) = self.step(day, "sign", "Announce what was awarded", &[("BEFORE", before)]);
        assert!(good, "{said}");
        let comment = fs::read_to_string(self.path(&format!("host/{}.comment", request.number))).unwrap();
        assert!(ids.iter().all(|it| comment.contains(&format!("({address}{it}/)"))), "{comment}");
        self.ought.extend(ids.iter().map(|it| (it.clone(), "valid")));
        ids
    }

    /// Nominates, agrees, merges, signs, publishes; the awards ought to be `ought` then. Says the ids.
    fn awarded(&mut self, day: u64, author: &'static str, ought: &'static str, nomination: &[&str]) -> Vec<String> {
        let nominator = format!("@{author}");
        let arguments = [&["nominate"], nomination, &["--nominator", &nominator]].concat();
        let request = self.accepted(day, author, |year| drop(year.run(author, day, &arguments).exits(0)));
        let ids = self.sign(day, &request);
        self.ought.extend(ids.iter().map(|it| (it.clone(), ought)));
        self.publish(day);
        ids
    }

    fn update(&self, folder: &str, day: u64) {
        self.git(folder, day, &["fetch", "-q", "origin", "main"]);
        self.git(folder, day, &["switch", "-q", "--force-create", "main", "FETCH_HEAD"]);
    }

    /// Builds the site of the main branch: all that was ever published answers, and each award is what it ought to be.
    fn publish(&mut self, day: u64) {
        self.update("runner", day);
        let (good, said) = self.step(day, "pages", "Build the site", &[]);
        assert!(good, "{said}");
        let site = self.path("temp/site");
        let now = addresses(&site);
        let gone: Vec<&String> = self.published.difference(&now).collect();
        assert!(gone.is_empty(), "day {day}: these addresses were published, and no longer answer: {gone:?}");
        self.published.extend(now);
        let index: Value = serde_json::from_str(&self.page("index.json")).unwrap();
        let found: BTreeMap<&str, &str> = index["awards"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| (it["id"].as_str().unwrap(), it["status"].as_str().unwrap()))
            .collect();
        let ought: BTreeMap<&str, &str> = self.ought.iter().map(|(id, it)| (id.as_str(), *it)).collect();
        assert_eq!(found, ought, "day {day}");
        self.leave(day);
    }

    fn page(&self, path: &str) -> String {
        fs::read_to_string(self.path("temp/site").join(path)).unwrap()
    }

    /// Leaves the documents of this day to verifiers of other makers.
    fn leave(&self, day: u64) {
        let Some(year) = std::env::var_os("ACCOLADE_YEAR").map(PathBuf::from) else { return };
        // Before the first award there is nothing to judge.
        if self.ought.is_empty() {
            return;
        }
        let folder = year.join(format!("{day:03}"));
        let _ = fs::remove_dir_all(&folder);
        copy(&self.path("runner"), &folder.join("repository"), &["json", "toml"]);
        copy(&self.path("temp/site"), &folder.join("site"), &["json"]);
        let at = jiff::Timestamp::from_second(i64::try_from(NOW + day * DAY).unwrap()).unwrap();
        fs::write(folder.join("at"), at.to_string()).unwrap();
    }
}

/// The two who have to agree with somebody.
fn agree(author: &str) -> Vec<&'static str> {
    MAINTAINERS.into_iter().filter(|it| *it != author).take(2).collect()
}

/// The id in a line that ends in the address of an award.
fn id_of(line: &str) -> String {
    line.trim_end_matches('/').rsplit('/').next().unwrap().to_owned()
}

/// Copies the files with these endings.
fn copy(from: &Path, to: &Path, endings: &[&str]) {
    let entries =
        walkdir::WalkDir::new(from).into_iter().filter_entry(|it| it.file_name() != ".git").map(Result::unwrap);
    for entry in entries {
        let to = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(to).unwrap();
        } else if to.extension().is_some_and(|it| endings.iter().any(|ending| it == *ending)) {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

#[test]
fn a_year_of_a_community() {
    let mut year = Year::begin();

    // A good nomination needs two who agree; one is not enough, and whoever asked does not count.
    let request = year.request(5, "kim", |year| {
        year.run("kim", 5, &["nominate", "first-aid", "--url", "https://github.com/ada", "--nominator", "@kim"])
            .exits(0);
    });
    for few in [&["grace"][..], &["grace", "kim"], &[]] {
        let said = year.refused(5, &request, few);
        assert!(
            said.contains("error[missing-approval]: this needs 2 approvals of @grace, @linus, @kim, and has "),
            "{said}"
        );
    }
    let (good, said) = year.check(5, &request, &["grace", "linus"]);
    assert!(good, "{said}");
    let request = year.merge(5, &request);
    let ada = year.sign(5, &request).remove(0);
    year.publish(5);
    let page = year.page(&format!("assertions/{ada}/index.html"));
    for named in
        ["https://github.com/kim", "https://github.com/grace", "https://github.com/linus", "/guild/badges/pull/1"]
    {
        assert!(page.contains(named), "{named}\n{page}");
    }

    // Bad nominations are told apart from good ones by the workflow, whoever agrees.
    for (day, text, words) in [
        (
            8,
            "badge = 'first-aid'\n[[recipient]]\nurl = 'https://x.example/?u=bo@mail.family'\n",
            "error[email-in-repository]",
        ),
        (9, "badge = 'fist-aid'\n[[recipient]]\nurl = 'https://github.com/bo'\n", "did you mean `first-aid`?"),
        (10, "badge = 'first-aid'\n[[recipient]]\nurl = 'https://github.com/bo'\nname = 'Bo'\n", "error[no-consent]"),
    ] {
        let request = year.request(day, "kim", |year| {
            fs::create_dir_all(year.path("kim/nominations")).unwrap();
            fs::write(year.path("kim/nominations/bad.toml"), text).unwrap();
        });
        let said = year.refused(day, &request, &["grace", "linus"]);
        assert!(said.contains(words), "{words}\n{said}");
    }

    // A stranger can neither give rights to themselves nor touch what was signed.
    let request = year.request(12, "mallory", |year| {
        let site = fs::read_to_string(year.path("mallory/accolade.toml")).unwrap();
        fs::write(year.path("mallory/accolade.toml"), site.replace("approvals = 2", "approvals = 0")).unwrap();
        year.run("mallory", 12, &["nominate", "first-aid", "--url", "https://github.com/mallory"]).exits(0);
    });
    let said = year.refused(12, &request, &["mallory", "grace"]);
    assert_eq!(said.matches("error[missing-approval]: this needs 2 approvals").count(), 2, "{said}");
    let request = year.request(13, "mallory", |year| {
        let path = year.path(&format!("mallory/assertions/first-aid/{ada}.json"));
        let signed = fs::read_to_string(&path).unwrap().replace("https://github.com/ada", "https://github.com/eve");
        fs::write(path, signed).unwrap();
    });
    let said = year.refused(13, &request, &["grace", "linus"]);
    assert!(
        said.contains("error[assertion-changed]: a signed award was edited")
            && said.contains("error[invalid-assertion]"),
        "{said}"
    );

    // But a good nomination from a fork is as good as any.
    let bo = year.awarded(
        15,
        "mallory",
        "valid",
        &[
            "workshop",
            "--url",
            "https://github.com/bo",
            "--name",
            "Bo Quirkel",
            "--consent",
            "https://github.com/guild/badges/issues/3",
        ],
    );
    let bo = bo[0].clone();

    // And whoever does not know git fills in a form: the workflow makes a request of it, which two have to agree to.
    let form = "### Badge\n\nworkshop\n\n### Recipient\n\n@zoe\n\n### Narrative\n\nRepaired a radio.\n";
    let request = year.asked_for(20, "grace", 4, form);
    let said = year.refused(20, &request, &["grace", "linus"]);
    assert!(said.contains("and has 1") && said.contains("not counted: @grace nominated"), "{said}");
    let (good, said) = year.check(20, &request, &["linus", "kim"]);
    assert!(good, "{said}");
    let request = year.merge(20, &request);
    let zoe = year.sign_agreed(20, &request, &["linus", "kim"]).remove(0);
    year.publish(20);
    let page = year.page(&format!("assertions/{zoe}/index.html"));
    assert!(page.contains("https://github.com/grace") && !page.contains("[bot]"), "{page}");
    let comment = fs::read_to_string(year.path(&format!("host/{}.comment", request.number))).unwrap();
    assert!(comment.contains(" for @zoe, awarded by The Guild on "), "{comment}");

    // An event with two hundred people.
    let mut table = String::from("email,narrative\n");
    (0..200).for_each(|n| table.push_str(&format!("guest{n}@mail.family,Came on day {}.\n", n % 3 + 1)));
    fs::write(year.path("guests.csv"), table).unwrap();
    let csv = year.path("guests.csv").display().to_string();
    let guests = year.awarded(30, "linus", "valid", &["workshop", "--csv", &csv, "--date", "2026-06-01"]);
    assert_eq!(guests.len(), 200);
    let everything = walkdir::WalkDir::new(year.path("runner")).into_iter().map(Result::unwrap);
    for file in everything.filter(|it| it.file_type().is_file()) {
        assert!(
            !String::from_utf8_lossy(&fs::read(file.path()).unwrap()).contains("@mail.family"),
            "{:?}",
            file.path()
        );
    }

    // A revocation.
    year.accepted(40, "grace", |year| {
        year.run_with_key("grace", 40, &["revoke", &guests[0], "--reason", "Was not there"]).exits(0);
    });
    year.ought.insert(guests[0].clone(), "revoked");
    year.publish(40);
    assert!(year.page(&format!("assertions/{}/index.html", guests[0])).contains("Was not there"));

    // A renewal, after the award ran out.
    year.ought.insert(ada.clone(), "expired");
    year.publish(100);
    year.accepted(101, "grace", |year| {
        drop(year.run_with_key("grace", 101, &["renew", &ada, "--for", "1 year"]).exits(0))
    });
    year.ought.insert(ada.clone(), "valid");
    year.publish(101);

    // A correction: the name was misspelt.
    let mut told = String::new();
    year.accepted(120, "grace", |year| {
        let consent = "https://github.com/guild/badges/issues/3";
        told = year
            .run_with_key("grace", 120, &["correct", &bo, "--name", "Bo Quirkle", "--consent", consent])
            .exits(0)
            .stdout();
    });
    let right = id_of(told.lines().next().unwrap());
    year.ought.insert(bo.clone(), "revoked");
    year.ought.insert(right.clone(), "valid");
    year.publish(120);
    assert!(year.page(&format!("assertions/{bo}/index.html")).contains(&right));
    let page = year.page(&format!("assertions/{right}/index.html"));
    assert!(
        page.contains("Bo Quirkle")
            && page.contains("https://github.com/mallory")
            && page.contains("https://github.com/linus"),
        "{page}"
    );

    // An erasure: nothing is left of what was signed, and the address answers.
    let signed = fs::read_to_string(year.path(&format!("runner/assertions/workshop/{}.json", guests[1]))).unwrap();
    let hash = signed.split("sha256$").nth(1).unwrap()[..64].to_owned();
    year.accepted(150, "grace", |year| drop(year.run_with_key("grace", 150, &["forget", &guests[1]]).exits(0)));
    year.ought.remove(&guests[1]);
    year.publish(150);
    for folder in ["runner", "temp/site"] {
        let files = walkdir::WalkDir::new(year.path(folder)).into_iter().filter_entry(|it| it.file_name() != ".git");
        for file in files.map(Result::unwrap).filter(|it| it.file_type().is_file()) {
            assert!(!String::from_utf8_lossy(&fs::read(file.path()).unwrap()).contains(&hash), "{:?}", file.path());
        }
    }

    // A rotated key: what the old one signed stays good, and it signs no more.
    let old = year.secret.clone();
    let second = year.path("home/second").display().to_string();
    year.accepted(180, "grace", |year| {
        let issuer = fs::read_dir(year.path("grace/issuers")).unwrap().next().unwrap().unwrap().path();
        let issuer = fs::read_to_string(issuer).unwrap();
        let public = issuer.split("public = \"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        year.run("grace", 180, &["key", "new", "--no-passphrase", "--file", &second]).exits(0);
        year.run("grace", 180, &["key", "retire", &public]).exits(0);
    });
    year.publish(180);
    year.update("runner", 181);
    year.run_with("runner", 181, &["revoke", &guests[2], "--reason", "x"], &[("ACCOLADE_SIGNING_KEY", &old)]).exits(1);
    year.secret = fs::read_to_string(&second).unwrap();
    let cleo = year.awarded(182, "kim", "valid", &["first-aid", "--did", "did:web:cleo.example"]).remove(0);

    // A retired badge: nobody gets it any more, and whoever has it keeps it.
    year.accepted(200, "linus", |year| {
        drop(year.run("linus", 200, &["retire", "workshop", "--reason", "It was one event"]).exits(0))
    });
    year.publish(200);
    year.update("kim", 201);
    year.run("kim", 201, &["nominate", "workshop", "--url", "https://github.com/dan"]).fails_with(
        "
        error: `workshop` was retired on 2026-11-20; only awards dated before that day can still be made
        error: nothing was written
        ",
    );

    // A renamed badge: awards of both names live side by side.
    year.accepted(220, "kim", |year| {
        drop(year.run("kim", 220, &["rename", "badge", "first-aid", "first-aider"]).exits(0))
    });
    year.publish(220);
    assert!(year.page("badges/first-aid/index.html").contains("../../badges/first-aider/index.html"));
    let dan = year.awarded(230, "linus", "valid", &["first-aider", "--url", "https://github.com/dan"]).remove(0);
    year.awarded(
        240,
        "grace",
        "not-yet-valid",
        &[
            "first-aider",
            "--url",
            "https://github.com/eve",
            "--valid-from",
            "2027-12-01",
            "--valid-until",
            "2028-12-01",
        ],
    );

    // The year ends: what ran out did so by itself.
    year.ought.insert(cleo, "expired");
    year.ought.insert(dan, "expired");
    year.publish(364);
    year.run("runner", 364, &["check"]).exits(0);
    for step in ["Write down what is due", "Follow the links", "Keep one issue"] {
        let (good, said) = year.step(364, "weekly", step, &[]);
        assert!(good, "{step}: {said}");
    }
    let story: Value =
        serde_json::from_str(&year.run("runner", 364, &["log", &ada, "--format", "json"]).exits(0).stdout()).unwrap();
    let what: Vec<&str> =
        story["awards"][0]["story"].as_array().unwrap().iter().map(|it| it["what"].as_str().unwrap()).collect();
    assert_eq!(what, ["nominated", "merged", "signed", "renewed"]);
    assert_eq!(
        story["awards"][0]["story"][2]["reviewers"],
        json!(["https://github.com/grace", "https://github.com/linus"])
    );
}
