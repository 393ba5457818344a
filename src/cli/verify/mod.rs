//! `accolade verify`: what is a credential worth?
//!
//! [`subject`] finds credentials in what was given, [`hosted`] judges Open Badges 2.0, [`online`] asks
//! the web where somebody said so, [`explain`] lays every value on
//! the table, [`show`] writes the answer.

mod explain;
mod hosted;
mod online;
mod show;
mod subject;

use super::{
    Surroundings,
    output::{Failure, Format, Outcome as Shown, count, say, tell, with_causes},
    repository::{self, Repository},
};
use crate::{
    canon::json,
    diagnostic::Diagnostics,
    disk,
    fetch::{self, Fetcher},
    model::{AssertionId, Gallery},
    openbadges::world,
    pipeline, time,
    trust::{Check, Judgement, Outcome, Sentence, Verdict, World, about, did::Controller, judge, says},
};
use jiff::tz::TimeZone;
use online::Online;
use serde_json::Value;
use std::{
    io::Read,
    path::{Path, PathBuf},
    time::Duration,
};
use subject::Subject;

/// Judge credentials: JSON files, or badges (PNG, SVG) that carry one
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Nothing is fetched unless you say --online. Keys and status lists come from the repository, or from the files you give;
a did:key issuer needs neither. Open Badges 2.0 assertions are judged if they are of the repository. Of a folder, files
whose names end in .json, .png or .svg are judged; those that are no credentials are passed over, and counted. Of a list
(a JSON array) each credential is judged: list.json[0], list.json[1] and so on.

With --online, addresses can be judged as well (of an award's page, or of its credential.json), and what is not at hand
is asked of its own host over HTTPS: did:web documents, status lists, definitions of badges. That tells the host that
somebody looks. An answer has at most 16 MiB, and 5 redirects. This machine and its network are never asked.

Of an issuer who is not of the repository the answer says who vouches for it, and ends with `VALID, by an issuer who is not
known here`: the document is what that issuer signed, and who that is, is for you to know. What pretends to be an award of
the repository's site and is not by one of its issuers is not valid.

The exit status is 0 if every credential is valid, whoever issued it, 1 if one is not, or is not about the recipient, 3 if none is bad but
one could not be checked, such as a file that is no credential or is damaged, and 2 if the command was not understood.

Examples:
    accolade verify ada.png
    accolade verify credential.json --did-document did.json --status-list 1.json
    accolade verify assertions/ --recipient ada@example.org --at 2026-12-31
    accolade verify ada.png --explain
    accolade verify --online https://badges.example/assertions/1/
    curl -s https://badges.example/assertions/1/credential.json | accolade verify -")]
pub(super) struct Verify {
    /// What to judge: files, folders, - for standard input, or with --online addresses
    #[arg(value_name = "FILE|DIR|URL", required_unless_present = "schema")]
    subjects: Vec<PathBuf>,
    /// A DID document: who may sign with which keys (repeatable)
    #[arg(long, value_name = "FILE")]
    did_document: Vec<PathBuf>,
    /// A signed status list (repeatable)
    #[arg(long, value_name = "FILE")]
    status_list: Vec<PathBuf>,
    /// Ask the web for what is not at hand
    #[arg(long)]
    online: bool,
    /// How many seconds an address may take to answer
    #[arg(long, value_name = "SECONDS", default_value_t = 20, requires = "online", value_parser = clap::value_parser!(u64).range(1..=600))]
    timeout: u64,
    /// Ask this machine (without TLS) and its network as well: for trying things out
    #[arg(long, requires = "online")]
    allow_private: bool,
    /// Ask also whether it is about this person
    #[arg(long, value_name = "EMAIL|URL|DID")]
    recipient: Option<String>,
    /// The time at which it is judged; without a zone, in that of the repository's site, else in UTC [default: now]
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    /// Print every value on the way to each answer, so that anybody can redo it by hand
    #[arg(long)]
    explain: bool,
    /// Print the JSON Schema of `--format json`, and nothing else
    #[arg(long)]
    schema: bool,
    #[command(flatten)]
    repository: Repository,
    /// For whom the answer is
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

/// A credential, where it was found, and what it is worth.
struct Judged {
    name: String,
    judgement: Judgement,
    recipient: Option<Check>,
    /// The values behind the signatures, if they were asked for.
    explained: Vec<explain::Signed>,
}

/// What `--format json` looks like.
const SCHEMA: &str = include_str!("verify.schema.json");

impl Verify {
    pub(super) fn run(self, surroundings: &Surroundings) -> Result<Shown, Failure> {
        if self.schema {
            say(SCHEMA);
            return Ok(Shown::Fine);
        }
        let gallery = self.gallery()?;
        let zone = gallery.as_ref().map_or(TimeZone::UTC, |it| it.site.time_zone.clone());
        let now = self.at.as_deref().map_or(Ok(surroundings.now), |text| repository::at(text, &zone))?;
        let here = self.world(gallery.as_ref())?;
        let fetcher = self.online.then(|| Fetcher::new(self.allow_private, Duration::from_secs(self.timeout)));
        let online = fetcher.as_ref().map(|it| Online::new(&here, it));
        let world: &dyn World = online.as_ref().map_or(&here, |it| it);

        let mut judged = Vec::new();
        for (name, bytes) in self.subjects(fetcher.as_ref())? {
            let mut judge =
                |name, bytes| judged.push(self.judge(name, bytes, gallery.as_ref(), world, fetcher.as_ref(), now));
            match bytes.as_deref().ok().and_then(subject::members) {
                Some(members) => {
                    members.into_iter().enumerate().for_each(|(n, it)| judge(format!("{name}[{n}]"), Ok(it)));
                }
                None => judge(name, bytes),
            }
        }

        match self.format {
            Format::Json => say(&format!("{:#}\n", show::as_json(&judged, now))),
            Format::Text => {
                if gallery.is_some() {
                    tell(&format!("with the keys of the repository `{}`\n", self.repository.folder().display()));
                }
                say(&show::as_text(&judged));
            }
        }
        Ok(if judged.iter().all(Judged::is_good) {
            Shown::Fine
        } else if judged.iter().any(Judged::is_bad) {
            Shown::Problems
        } else {
            Shown::Unknown
        })
    }

    /// What one of the subjects is worth.
    fn judge(
        &self,
        name: String,
        bytes: Result<Vec<u8>, Sentence>,
        gallery: Option<&Gallery>,
        world: &dyn World,
        fetcher: Option<&Fetcher>,
        now: time::Timestamp,
    ) -> Judged {
        let unread = |why: Sentence| subject::not_understood(says::DOCUMENT_UNREAD.with([why.into()]));
        let mut found = bytes.map_err(unread).and_then(|bytes| subject::read(&bytes));
        // A picture may carry only the address of its credential.
        if let (Ok(Subject::At(url)), Some(fetcher)) = (&found, fetcher) {
            found = fetched(fetcher, url).map_err(unread).and_then(|bytes| subject::read(&bytes));
        }
        let (mut judgement, document) = match found {
            Ok(Subject::Signed(credential)) => (judge(&credential, world, now), Some(credential)),
            Ok(Subject::Hosted(url, assertion)) => hosted::judge(&url, assertion.as_ref(), gallery, world, now),
            Ok(Subject::At(url)) => (subject::not_understood(says::ONLY_ADDRESS.with([url.into()])), None),
            Err(judgement) => (judgement, None),
        };
        if let (Some(gallery), Some(credential)) = (gallery, &document) {
            tell_when_and_why(&mut judgement, credential, gallery);
        }
        let explained = document.as_ref().filter(|_| self.explain).map(|it| explain::all(it, world));
        Judged {
            name,
            recipient: self.recipient.as_deref().zip(document.as_ref()).map(|(who, it)| about(it, who)),
            judgement,
            explained: explained.unwrap_or_default(),
        }
    }

    /// The repository, if there is one: its mistakes are for `check` to tell.
    fn gallery(&self) -> Result<Option<Gallery>, Failure> {
        let root = self.repository.folder();
        if !disk::exists(&root.join("accolade.toml")) {
            return Ok(None);
        }
        let mut problems = Diagnostics::default();
        let sources = pipeline::load(&root, &mut problems)?;
        Ok(pipeline::check(&sources, &mut problems))
    }

    /// Who signs with what: what the repository knows, and what was given.
    fn world(&self, gallery: Option<&Gallery>) -> Result<world::Repository, Failure> {
        let mut world = gallery.map(world::Repository::of).unwrap_or_default();
        for path in &self.did_document {
            let document = json_file(path)?;
            let wrong = |why: &str| Failure::Refused(format!("`{}` is not a DID document: {why}", path.display()));
            let did = document.get("id").and_then(Value::as_str).ok_or_else(|| wrong("it has no `id`"))?;
            world.add_controller(Controller::from_document(&document, did).map_err(|why| wrong(&why.to_string()))?);
        }
        for path in &self.status_list {
            let list = json_file(path)?;
            let id = list.get("id").and_then(Value::as_str).map(str::to_owned);
            let id = id.ok_or_else(|| {
                Failure::Refused(format!("`{}` is not a status list: it has no `id`", path.display()))
            })?;
            world.add_status_list(id, list);
        }
        Ok(world)
    }

    /// What is to be judged: names and bytes.
    fn subjects(&self, fetcher: Option<&Fetcher>) -> Result<Vec<Named>, Failure> {
        let mut subjects = Vec::new();
        for path in &self.subjects {
            if let Some(url) = address(path) {
                let Some(fetcher) = fetcher else {
                    return Err(Failure::Usage(format!(
                        "`{url}` is an address: nothing is fetched unless you say --online"
                    )));
                };
                subjects.push((url.to_owned(), fetched(fetcher, url)));
            } else if path == Path::new("-") {
                let mut bytes = Vec::new();
                std::io::stdin().lock().read_to_end(&mut bytes).map_err(|source| {
                    Failure::Disk(disk::Error::Io { doing: "read", path: "standard input".into(), source })
                })?;
                subjects.push(("standard input".to_owned(), Ok(bytes)));
            } else if disk::is_folder(path) {
                let files = disk::files_in(path, &["json", "png", "svg"])?;
                if files.is_empty() {
                    return Err(Failure::Refused(format!(
                        "`{}` holds no file whose name ends in .json, .png or .svg",
                        path.display()
                    )));
                }
                let (known, all) = (subjects.len(), files.len());
                for file in files {
                    match disk::read_given(&file) {
                        // A folder also holds other things.
                        Ok(bytes) if subject::is_something_else(&bytes) => {}
                        read => subjects.push(named(&file, read)),
                    }
                }
                let found = subjects.len() - known;
                if found == 0 {
                    return Err(Failure::Refused(format!(
                        "`{}` holds no credential, but {}",
                        path.display(),
                        count(all, "other file", "other files")
                    )));
                }
                if found < all {
                    let others = count(all - found, "other file was", "other files were");
                    tell(&format!("{others} passed over in `{}`\n", path.display()));
                }
            } else {
                subjects.push(named(path, disk::read_given(path)));
            }
        }
        Ok(subjects)
    }
}

impl Judged {
    /// Whether something speaks against it: more than that it could not be checked.
    fn is_bad(&self) -> bool {
        !matches!(self.judgement.verdict, Verdict::Valid | Verdict::Unchecked(_))
            || self.recipient.as_ref().is_some_and(|it| it.outcome == Outcome::Failed)
    }

    /// What has to be added to the verdict when somebody asked whether it is about them.
    fn about_whom(&self) -> &'static str {
        match self.recipient.as_ref().map(|it| &it.outcome) {
            None | Some(Outcome::Passed) => "",
            Some(Outcome::CouldNotCheck) => "; whether it is about this person is not known",
            Some(_) => "; but it is not about this person",
        }
    }

    fn is_good(&self) -> bool {
        self.judgement.verdict == Verdict::Valid
            && self.recipient.as_ref().is_none_or(|it| it.outcome == Outcome::Passed)
    }
}

/// What is to be judged, and what it is called; or why it could not be had.
type Named = (String, Result<Vec<u8>, Sentence>);

/// A file that was read, or could not be: one that is missing keeps no other from being judged.
fn named(path: &Path, read: Result<Vec<u8>, disk::Error>) -> Named {
    (path.display().to_string(), read.map_err(|why| with_causes(&why).as_str().into()))
}

/// The web address that was given where a file could have been.
fn address(subject: &Path) -> Option<&str> {
    subject.to_str().filter(|it| it.starts_with("https://") || it.starts_with("http://"))
}

/// What lies at `url`; of an award's page, the credential that lies beside it.
fn fetched(fetcher: &Fetcher, url: &str) -> Result<Vec<u8>, Sentence> {
    let found = online::get(fetcher, url)?;
    if !subject::is_page(&found) {
        return Ok(found);
    }
    let page = url.split(['?', '#']).next().unwrap_or(url);
    let is_folder = !page.ends_with('/') && !page.rsplit('/').next().is_some_and(|name| name.contains('.'));
    let page = if is_folder { format!("{page}/") } else { page.to_owned() };
    match fetch::join(&page, "credential.json") {
        Some(beside) => online::get(fetcher, &beside),
        None => Ok(found),
    }
}

fn json_file(path: &Path) -> Result<Value, Failure> {
    json::parse(&disk::read_given(path)?)
        .map_err(|flaw| Failure::Refused(format!("`{}` cannot be read: {flaw}", path.display())))
}

/// The id of the assertion within the credential's own: `…/assertions/<id>/credential.json`.
fn own_id(credential: &Value) -> Option<AssertionId> {
    credential.get("id")?.as_str()?.strip_suffix("/credential.json")?.rsplit('/').next()?.parse().ok()
}

/// A status list says only that something is revoked; the ledger knows when and why.
fn tell_when_and_why(judgement: &mut Judgement, credential: &Value, gallery: &Gallery) {
    let Verdict::Revoked(None) = judgement.verdict else { return };
    let standing = own_id(credential).and_then(|id| gallery.standings.get(&id));
    if let Some(revoked) = standing.and_then(|it| it.revoked.clone()) {
        judgement.verdict = Verdict::Revoked(Some(revoked));
    }
}
