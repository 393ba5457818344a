//! `accolade verify`: what is a credential worth?

use super::{
    Surroundings,
    output::{Failure, Format, Outcome as Shown, count, say, tell},
    repository::Repository,
};
use crate::{
    canon::json,
    diagnostic::Diagnostics,
    disk, ledger,
    model::{AssertionId, Gallery},
    openbadges::bake::{Content, Version, unbake},
    pipeline,
    time::{self, Timestamp},
    trust::{Check, Judgement, Outcome, Question, Verdict, about, did::Controller, judge},
};
use jiff::tz::TimeZone;
use serde_json::{Value, json};
use std::{
    io::Read,
    path::{Path, PathBuf},
};

/// Judge credentials: JSON files, or badges (PNG, SVG) that carry one
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Nothing is fetched. Keys and status lists come from the repository, or from the files you give; a did:key issuer needs
neither. The exit status is 0 only if every credential is valid.

Examples:
    accolade verify ada.png
    accolade verify credential.json --did-document did.json --status-list 1.json
    accolade verify assertions/ --recipient ada@example.org --at 2026-12-31")]
pub(super) struct Verify {
    /// What to judge: files, folders, or - for standard input
    #[arg(value_name = "FILE|DIR", required = true)]
    subjects: Vec<PathBuf>,
    /// A DID document: who may sign with which keys (repeatable)
    #[arg(long, value_name = "FILE")]
    did_document: Vec<PathBuf>,
    /// A signed status list (repeatable)
    #[arg(long, value_name = "FILE")]
    status_list: Vec<PathBuf>,
    /// Ask also whether it is about this person
    #[arg(long, value_name = "EMAIL|URL|DID")]
    recipient: Option<String>,
    /// The time at which it is judged [default: now]
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    #[command(flatten)]
    repository: Repository,
    /// For whom the answer is
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

/// A credential, where it was found, and what it is worth.
struct Judged {
    name: String,
    /// Its id, where it says one of the form of ours.
    id: Option<AssertionId>,
    judgement: Judgement,
    recipient: Option<Check>,
}

impl Verify {
    pub(super) fn run(self, surroundings: &Surroundings) -> Result<Shown, Failure> {
        let now = match &self.at {
            Some(text) => time::parse(text, &TimeZone::UTC).map_err(|why| Failure::Usage(format!("--at: {why}")))?,
            None => surroundings.now,
        };
        let gallery = self.gallery()?;
        let world = self.world(gallery.as_ref())?;

        let mut judged = Vec::new();
        for (name, bytes) in self.subjects()? {
            judged.push(match credential(&bytes) {
                Ok(credential) => Judged {
                    id: own_id(&credential),
                    recipient: self.recipient.as_deref().map(|who| about(&credential, who)),
                    judgement: judge(&credential, &world, now),
                    name,
                },
                Err(why) => Judged { name, id: None, judgement: refused(why), recipient: None },
            });
        }
        if let Some(gallery) = &gallery {
            judged.iter_mut().for_each(|it| tell_when_and_why(it, gallery));
        }

        match self.format {
            Format::Json => say(&format!("{:#}\n", as_json(&judged, now))),
            Format::Text => {
                if gallery.is_some() {
                    tell(&format!("with the keys of the repository `{}`\n", self.repository.folder().display()));
                }
                say(&as_text(&judged));
            }
        }
        Ok(if judged.iter().all(Judged::is_good) { Shown::Fine } else { Shown::Problems })
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
    fn world(&self, gallery: Option<&Gallery>) -> Result<ledger::Repository, Failure> {
        let mut world = gallery.map(ledger::Repository::of).unwrap_or_default();
        for path in &self.did_document {
            let document = json_file(path)?;
            let wrong = |why: &str| Failure::Refused(format!("`{}` is not a DID document: {why}", path.display()));
            let did = document.get("id").and_then(Value::as_str).ok_or_else(|| wrong("it has no `id`"))?;
            world.add_controller(Controller::from_document(&document, did).map_err(|why| wrong(&why))?);
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
    fn subjects(&self) -> Result<Vec<(String, Vec<u8>)>, Failure> {
        let mut subjects = Vec::new();
        for path in &self.subjects {
            if path == Path::new("-") {
                let mut bytes = Vec::new();
                std::io::stdin().lock().read_to_end(&mut bytes).map_err(|source| {
                    Failure::Disk(disk::Error::Io { doing: "read", path: "standard input".into(), source })
                })?;
                subjects.push(("standard input".to_owned(), bytes));
            } else if disk::is_folder(path) {
                let files = disk::files_in(path, &["json", "png", "svg"])?;
                if files.is_empty() {
                    return Err(Failure::Refused(format!(
                        "`{}` holds no file whose name ends in .json, .png or .svg",
                        path.display()
                    )));
                }
                for file in files {
                    subjects.push((file.display().to_string(), disk::read_given(&file)?));
                }
            } else {
                subjects.push((path.display().to_string(), disk::read_given(path)?));
            }
        }
        Ok(subjects)
    }
}

impl Judged {
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

fn json_file(path: &Path) -> Result<Value, Failure> {
    json::parse(&disk::read_given(path)?)
        .map_err(|flaw| Failure::Refused(format!("`{}` cannot be read: {flaw}", path.display())))
}

/// The Open Badges 3.0 credential in a file, whichever kind of file it is.
fn credential(bytes: &[u8]) -> Result<Value, String> {
    let start = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    if start == Some(&b'{') {
        return json::parse(bytes).map_err(|flaw| flaw.to_string());
    }
    if !bytes.starts_with(b"\x89PNG") && start != Some(&b'<') && !bytes.starts_with(b"\xef\xbb\xbf<") {
        return Err("it is neither JSON, nor a PNG, nor an SVG".to_owned());
    }
    let baked = unbake(bytes)?;
    match baked.into_iter().find(|it| it.version == Version::V3) {
        Some(baked) => match baked.content {
            Content::Json(text) => json::parse(text.as_bytes()).map_err(|flaw| flaw.to_string()),
            Content::Jwt(_) => Err("it carries a credential as a JSON Web Token, which is not understood here".into()),
            Content::Address(url) => Err(format!("it carries only an address, and nothing is fetched: {url}")),
        },
        None => Err("the picture carries no Open Badges 3.0 credential".to_owned()),
    }
}

/// The judgement over something that is no credential.
fn refused(why: String) -> Judgement {
    let sentence = format!("It is not a credential: {why}");
    let check = Check { question: Question::Document, outcome: Outcome::Failed, sentence: sentence.clone() };
    Judgement { checks: vec![check], verdict: Verdict::Invalid(sentence) }
}

/// The id of the assertion within the credential's own: `…/assertions/<id>/credential.json`.
fn own_id(credential: &Value) -> Option<AssertionId> {
    credential.get("id")?.as_str()?.strip_suffix("/credential.json")?.rsplit('/').next()?.parse().ok()
}

/// A status list says only that something is revoked; the ledger knows when and why.
fn tell_when_and_why(judged: &mut Judged, gallery: &Gallery) {
    let Verdict::Revoked(None) = judged.judgement.verdict else { return };
    let standing = judged.id.and_then(|id| gallery.standings.get(&id));
    if let Some(revoked) = standing.and_then(|it| it.revoked.clone()) {
        judged.judgement.verdict = Verdict::Revoked(Some(revoked));
    }
}

fn as_text(judged: &[Judged]) -> String {
    let mut text = String::new();
    for (n, it) in judged.iter().enumerate() {
        if n > 0 {
            text.push('\n');
        }
        text.push_str(&format!("{}\n", it.name));
        for check in it.judgement.checks.iter().chain(&it.recipient) {
            if check.outcome != Outcome::Absent {
                text.push_str(&format!("  {:<9} {}\n", word(&check.outcome), check.sentence));
            }
        }
        text.push_str(&format!("  {}{}\n", verdict(&it.judgement.verdict), it.about_whom()));
    }
    if judged.len() > 1 {
        let valid = judged.iter().filter(|it| it.is_good()).count();
        text.push_str(&format!("\n{valid} of {} good\n", count(judged.len(), "credential", "credentials")));
    }
    text
}

fn word(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Passed => "ok",
        Outcome::Attention => "note",
        Outcome::Failed => "failed",
        Outcome::CouldNotCheck => "unknown",
        Outcome::Absent => "absent",
    }
}

/// The verdict as the last line.
fn verdict(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Valid => "VALID".to_owned(),
        Verdict::NotYetValid(from) => format!("NOT YET VALID: from {} on", time::format(*from)),
        Verdict::Expired(until) => format!("EXPIRED at {}", time::format(*until)),
        Verdict::Suspended => "SUSPENDED".to_owned(),
        Verdict::Revoked(None) => "REVOKED".to_owned(),
        Verdict::Revoked(Some((when, why))) => format!("REVOKED at {}: {why}", time::format(*when)),
        Verdict::Invalid(why) => format!("INVALID: {why}"),
        Verdict::Unchecked(why) => format!("UNCHECKED: {why}"),
    }
}

fn as_json(judged: &[Judged], now: Timestamp) -> Value {
    let credentials: Vec<Value> = judged
        .iter()
        .map(|it| {
            let checks: Vec<Value> = it
                .judgement
                .checks
                .iter()
                .chain(&it.recipient)
                .map(|check| {
                    json!({
                        "question": question(check.question),
                        "outcome": word(&check.outcome),
                        "sentence": check.sentence,
                    })
                })
                .collect();
            json!({
                "name": it.name,
                "good": it.is_good(),
                "verdict": it.judgement.verdict.kind(),
                "sentence": verdict(&it.judgement.verdict),
                "checks": checks,
            })
        })
        .collect();
    json!({ "at": time::format(now), "credentials": credentials })
}

fn question(question: Question) -> &'static str {
    match question {
        Question::Document => "document",
        Question::Issuer => "issuer",
        Question::ProofRdfc => "eddsa-rdfc-2022",
        Question::ProofJcs => "eddsa-jcs-2022",
        Question::Status => "status",
        Question::Dates => "dates",
        Question::Recipient => "recipient",
    }
}
