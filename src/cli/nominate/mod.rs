//! `accolade nominate`: a request for awards as a file under review, from options, a table, or an issue form.

mod issue;

use super::{
    Surroundings,
    change::{hold, make},
    details::{Details, Mistakes, identity},
    output::{Failure, Format, Outcome, count, say, show_problems, tell},
    repository::{self, Repository},
    rows::{self, Table},
    summary::code,
};
use crate::{
    diagnostic::{Diagnostic, Diagnostics},
    disk::{self, Change},
    ledger::{self, Asked, Wanted},
    model::{Badge, Gallery, Slug},
    pipeline::{self, Sources},
};
use clap::ValueEnum;
use serde_json::json;
use sha2::{Digest as _, Sha256};
use std::path::PathBuf;

/// What came of a nomination that was refused.
const NOTHING: &str = "nothing was written";

/// Nominate somebody: writes a file into nominations/, to be reviewed and signed later
#[derive(Debug, clap::Args)]
#[command(after_help = "\
A nomination needs no key. Commit the file and open a pull request; once it is merged, `accolade sign` makes the award.

Examples:
    accolade nominate soldering --url https://github.com/ada --narrative \"Ten joints that hold.\"
    accolade nominate soldering --email ada@example.org --email bo@example.org
    accolade nominate workshop --csv ~/participants.csv --date 2026-05-04
    accolade nominate --from-issue \"$GITHUB_EVENT_PATH\" --format markdown

E-mail addresses never enter the repository: an address is trimmed, lower-cased and kept as a hash with a fresh
128-bit salt. A name needs --consent. The columns of a CSV file are those of `accolade award --csv`.

From an issue form, each answer is known by the label above it, which begins with or holds one of these words:
Badge, Recipient (profile addresses, @accounts or DIDs, one on each line; without this question whoever wrote the issue),
Name, Consent (where the person agreed, or a box to tick), Narrative (or What, Why), Evidence (one address on each
line), Date. Whoever wrote the issue is recorded as the nominator. With --format markdown the answer is a comment.")]
pub(super) struct Nominate {
    /// Which badge: the name of its file in badges/, without .toml
    #[arg(value_name = "BADGE", required_unless_present = "from_issue")]
    badge: Option<String>,
    /// A recipient's e-mail address; only a salted hash of it is kept (repeatable)
    #[arg(long, value_name = "ADDRESS")]
    email: Vec<String>,
    /// A recipient's public profile (repeatable)
    #[arg(long, value_name = "URL")]
    url: Vec<String>,
    /// A recipient's decentralised identifier (repeatable)
    #[arg(long, value_name = "DID")]
    did: Vec<String>,
    /// Many recipients: one for each row of this file
    #[arg(long, value_name = "FILE", conflicts_with_all = ["email", "url", "did", "name", "consent"])]
    csv: Option<PathBuf>,
    /// The event of an issue that was written with a form (the host's JSON)
    #[arg(long, value_name = "FILE", conflicts_with_all = [
        "badge", "email", "url", "did", "csv", "nominator", "file", "name", "consent", "date", "narrative", "evidence",
        "evidence_name", "valid_from", "valid_until", "activity_start", "activity_end", "role", "licence_number",
        "credits", "term", "results",
    ])]
    from_issue: Option<PathBuf>,
    #[command(flatten)]
    details: Details,
    /// Who nominates: a name, @account, or the address of a profile
    #[arg(long, value_name = "TEXT")]
    nominator: Option<String>,
    /// What the file is called [default: made of the badge and what is asked for]
    #[arg(long, value_name = "NAME")]
    file: Option<String>,
    /// Nominate again who already has the badge
    #[arg(long)]
    again: bool,
    #[command(flatten)]
    repository: Repository,
    /// Show the file, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// For whom the answer is
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: NominateFormat,
}

/// For whom the answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum NominateFormat {
    /// For people
    #[default]
    Text,
    /// For scripts: one JSON object on standard output
    Json,
    /// For a comment, whether it went well or not
    Markdown,
}

/// What is asked for, and the name of the file for it.
struct Request {
    asked: Asked,
    wanted: Vec<Wanted>,
    /// What is wrong with the rows of a table.
    mistakes: Vec<String>,
    /// Without the badge's name and `.toml`; made of the content if not given.
    name: Option<String>,
    /// An issue that was edited is asked anew.
    may_replace: bool,
}

impl Nominate {
    pub(super) fn run(self, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        let root = self.repository.folder();
        repository::must_be_gallery(&root)?;
        let hold = hold(&root)?;
        let mut problems = Diagnostics::default();
        let sources = pipeline::load(&root, &mut problems)?;
        let gallery = pipeline::check(&sources, &mut problems).filter(|_| problems.errors() == 0);
        let Some(gallery) = gallery else {
            show_problems(&problems, Format::Text, surroundings);
            return Err(Failure::Refused(format!("the repository has mistakes (above); {NOTHING}, mend them first")));
        };

        let request = match &self.from_issue {
            Some(event) => {
                let issue = issue::read(event)?;
                match issue::wanted(&issue, &gallery) {
                    Ok(wanted) => Request {
                        asked: issue::asked(&issue),
                        name: Some(format!("issue-{}-{}", issue.number, wanted[0].award.badge)),
                        wanted,
                        mistakes: Vec::new(),
                        may_replace: true,
                    },
                    Err(missing) => return self.refuse(missing),
                }
            }
            None => self.request(&gallery)?,
        };
        let mut sentences = request.mistakes.clone();
        if let Err(objections) = ledger::objections(&gallery, &request.wanted, surroundings.now, self.again) {
            sentences.extend(objections.into_iter().map(|it| it.0));
        }
        if !sentences.is_empty() {
            return match &self.csv {
                Some(file) => Err(rows::in_file(file, sentences, NOTHING)),
                None => self.refuse(sentences),
            };
        }

        let awards: Vec<_> = request.wanted.iter().map(|it| it.award.clone()).collect();
        let badge = &gallery.badges[&awards[0].badge];
        let closed = badge.nominations_until.is_some_and(|end| end <= surroundings.now);
        if let Some(last) = badge.last_day_of_nominations(&gallery.site.time_zone).filter(|_| closed) {
            return self
                .refuse(vec![format!("`{}` took nominations until {last}; it is too late for this one", badge.slug)]);
        }
        let text = ledger::nomination(&request.asked, &awards, &gallery.site.time_zone);
        let path = path(&request, badge, &awards.iter().map(|it| format!("{it:?}")).collect::<String>());
        if !request.may_replace && disk::exists(&root.join(&path)) {
            return Err(Failure::Refused(match &request.name {
                Some(_) => format!("`{path}` exists already; choose another name with --file"),
                None => format!("`{path}` exists already: this nomination has been made"),
            }));
        }
        let change = Change { write: [(path.clone(), text.clone().into_bytes())].into(), ..Change::default() };
        let problems = would_not_be_accepted(&sources, &change, &path);
        if problems.errors() > 0 {
            if self.format == NominateFormat::Markdown {
                return self.refuse(problems.all().iter().map(told).collect());
            }
            show_problems(&problems, Format::Text, surroundings);
            return Err(Failure::Refused(format!("the nomination would not be accepted (above); {NOTHING}")));
        }

        let is_text = self.format == NominateFormat::Text;
        if !self.dry_run || is_text {
            make(&hold, &change, self.dry_run)?;
        }
        if request.wanted.iter().any(|it| it.address.is_some()) && is_text {
            tell("e-mail addresses were trimmed, lower-cased and kept only as salted hashes\n");
        }
        self.show(&path, &text, badge, &awards);
        Ok(Outcome::Fine)
    }

    /// What the options ask for.
    fn request(&self, gallery: &Gallery) -> Result<Request, Failure> {
        let badge = ledger::badge(gallery, self.badge.as_deref().unwrap_or_default())?;
        let file = self.file.as_deref().map(|it| it.strip_suffix(".toml").unwrap_or(it));
        if let Some(flaw) = file.and_then(|it| it.parse::<Slug>().err()) {
            return Err(Failure::Usage(format!("--file: {flaw}")));
        }
        let Table { wanted, mistakes } = match &self.csv {
            Some(csv) => rows::of_file(csv, &self.repository.folder(), gallery, badge, &self.details)?,
            None => Table { wanted: self.recipients(gallery, badge)?, ..Table::default() },
        };
        let asked = Asked { nominator: self.nominator.clone(), at: None };
        Ok(Request { asked, wanted, mistakes, name: file.map(str::to_owned), may_replace: false })
    }

    fn recipients(&self, gallery: &Gallery, badge: &Badge) -> Result<Vec<Wanted>, Failure> {
        let emails = self.email.iter().map(|it| (Some(it.as_str()), None, None));
        let urls = self.url.iter().map(|it| (None, Some(it.as_str()), None));
        let dids = self.did.iter().map(|it| (None, None, Some(it.as_str())));
        let all: Vec<_> = emails.chain(urls).chain(dids).collect();
        if all.is_empty() {
            return Err(Failure::Usage("whom? give one of --email, --url and --did, or --csv for many".to_owned()));
        }
        if all.len() > 1 && self.details.name.is_some() {
            return Err(Failure::Usage("--name: a name is that of one recipient; use --csv for several".to_owned()));
        }
        let mut mistakes = Mistakes::default();
        let mut wanted = Vec::new();
        for (email, url, did) in all {
            let who = identity(email, url, did, &mut mistakes);
            wanted.push(self.details.wanted(badge, who, &gallery.site.time_zone, &mut mistakes));
        }
        if mistakes.0.is_empty() { Ok(wanted) } else { Err(mistakes.misused()) }
    }

    /// Says what is missing: as a comment, or as an error.
    fn refuse(&self, sentences: Vec<String>) -> Result<Outcome, Failure> {
        if self.format != NominateFormat::Markdown {
            let plain = sentences.iter().map(|it| it.replace("**", ""));
            return Err(Failure::Refused(format!("{}\nerror: {NOTHING}", plain.collect::<Vec<_>>().join("\nerror: "))));
        }
        let list: String = sentences.iter().map(|it| format!("- {it}\n")).collect();
        say(&format!(
            "<!-- accolade nominate -->\n## This nomination needs something more\n\n{list}\n\
             Edit the issue, and it is looked at again.\n"
        ));
        Ok(Outcome::Problems)
    }

    fn show(&self, path: &str, text: &str, badge: &Badge, awards: &[crate::model::Award]) {
        match self.format {
            NominateFormat::Text if self.dry_run => say(text),
            NominateFormat::Text => {
                say(&format!("{path}\n"));
                tell(&format!(
                    "{} of `{}` asked for; commit the file and open a pull request\n",
                    count(awards.len(), "award", "awards"),
                    badge.slug
                ));
            }
            NominateFormat::Json => {
                let answer = json!({
                    "dry_run": self.dry_run, "path": path, "badge": badge.slug.as_str(), "awards": awards.len(),
                    "text": text,
                });
                say(&format!("{answer:#}\n"));
            }
            NominateFormat::Markdown => say(&format!(
                "<!-- accolade nominate -->\n## Thank you\n\nThis nomination for {} is ready to be reviewed: {}.\n",
                code(&badge.name),
                code(path)
            )),
        }
    }
}

/// Looks at the file as `check` would: nothing is written that a review would have to send back.
fn would_not_be_accepted(sources: &Sources, change: &Change, path: &str) -> Diagnostics {
    let mut problems = Diagnostics::default();
    let after = sources.after(change, &mut problems);
    drop(pipeline::check(&after, &mut problems));
    pipeline::privacy_of(&after, &mut problems);
    problems.retain(|it| it.path() == Some(path));
    problems
}

/// A problem in a comment: what a stranger wrote means nothing there.
fn told(problem: &Diagnostic) -> String {
    match &problem.help {
        Some(help) => format!("{}; {}", code(&problem.message), code(help)),
        None => code(&problem.message),
    }
}

/// Where the nomination goes. The name says nothing about anybody: it stays in every commit.
fn path(request: &Request, badge: &Badge, content: &str) -> String {
    let name = request.name.clone().unwrap_or_else(|| {
        let digest = data_encoding::HEXLOWER.encode(&Sha256::digest(content.as_bytes()));
        format!("{}-{}", badge.slug, &digest[..8])
    });
    format!("nominations/{name}.toml")
}
