//! What commands that change a repository have in common: a change is made, or it is said what it would be.

use super::{
    Surroundings,
    output::{Failure, Format, show_problems, tell},
    repository::{self, Repository},
    signing_key,
};
use crate::{
    diagnostic::{Diagnostic, Diagnostics},
    disk::{Change, Hold, Unfinished},
    model::{AssertionId, Issuer},
    pipeline::{self, Sources, Verified},
    time,
    trust::Signer,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Deref,
    path::{Path, PathBuf},
};

/// What every command is told that changes a repository.
#[derive(Debug, clap::Args)]
pub(super) struct PlainChange {
    #[command(flatten)]
    repository: Repository,
    /// Say what would be written, and write nothing
    #[arg(long)]
    pub(super) dry_run: bool,
    /// For whom the answer is
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(super) format: Format,
}

impl PlainChange {
    /// The folder of the repository.
    pub(super) fn root(&self) -> PathBuf {
        self.repository.folder()
    }

    /// The repository, which must be free of errors: nothing is built on top of a mistake.
    pub(super) fn open(&self, surroundings: &Surroundings) -> Result<Open, Failure> {
        self.open_about(&BTreeSet::new(), surroundings)
    }

    /// The repository, in which nothing may be wrong but with these awards: they are to be taken back.
    pub(super) fn open_about(&self, ids: &BTreeSet<AssertionId>, surroundings: &Surroundings) -> Result<Open, Failure> {
        self.open_but(&|it| is_about(it, ids), surroundings)
    }

    /// The repository, in which nothing may be wrong but what is `mended` by what the command is about to write.
    fn open_but(&self, mended: &dyn Fn(&Diagnostic) -> bool, surroundings: &Surroundings) -> Result<Open, Failure> {
        let root = self.root();
        repository::must_be_gallery(&root)?;
        let hold = hold(&root)?;
        let mut problems = Diagnostics::default();
        let (sources, verified) = repository::read(&root, surroundings, &mut problems)?;
        let mut others = Diagnostics::default();
        others.extend(problems.all().iter().filter(|it| !mended(it)).cloned());
        let verified = repository::without_errors(verified, others, surroundings)?;
        Ok(Open { hold, sources, problems, verified })
    }

    /// The repository, mistakes and all: whoever mends a key may have some. `None` without a usable `accolade.toml`.
    pub(super) fn open_as_it_is(&self, surroundings: &Surroundings) -> Result<Option<Open>, Failure> {
        let root = self.root();
        let hold = hold(&root)?;
        let mut problems = Diagnostics::default();
        let (sources, verified) = repository::read(&root, surroundings, &mut problems)?;
        Ok(verified.map(|verified| Open { hold, sources, problems, verified }))
    }

    /// Makes `change`, or says what it would be.
    pub(super) fn apply(&self, open: &Open, change: &Change, surroundings: &Surroundings) -> Result<(), Failure> {
        self.apply_asked(open, change, &BTreeMap::new(), surroundings)
    }

    /// As [`apply`](Self::apply), where some of the files were asked for somewhere: `row 3: ` by the path.
    pub(super) fn apply_asked(
        &self,
        open: &Open,
        change: &Change,
        asked: &BTreeMap<String, String>,
        surroundings: &Surroundings,
    ) -> Result<(), Failure> {
        let mut problems = Diagnostics::default();
        problems.extend(pipeline::objections(&open.sources, &open.problems, change).all().iter().map(|it| {
            let place = it.path().and_then(|path| asked.get(path)).map_or("", String::as_str);
            let mut problem = Diagnostic { message: format!("{place}{}", it.message), ..it.clone() };
            if it.file.as_ref().is_some_and(|path| change.write.contains_key(path)) {
                // It is not there yet, so there is nothing to erase.
                problem.help =
                    problem.help.map(|_| "nothing is signed yet: take it out of what was asked for".to_owned());
            }
            problem
        }));
        if problems.errors() > 0 {
            show_problems(&problems, Format::Text, surroundings);
            return Err(Failure::Refused("this would not be accepted (above); nothing was written".to_owned()));
        }
        make(&open.hold, change, self.dry_run)
    }
}

/// A repository that is open for a change, and that nobody else changes meanwhile.
pub(super) struct Open {
    hold: Hold,
    sources: Sources,
    /// What is wrong with it.
    problems: Diagnostics,
    verified: Verified,
}

impl Open {
    /// What was read.
    pub(super) fn sources(&self) -> &Sources {
        &self.sources
    }
}

impl Deref for Open {
    type Target = Verified;

    fn deref(&self) -> &Verified {
        &self.verified
    }
}

/// Whether a problem is one of these awards: of its file, or of an entry in a ledger that is about it.
fn is_about(problem: &Diagnostic, ids: &BTreeSet<AssertionId>) -> bool {
    let names = |text: &str| ids.iter().any(|id| text.contains(id.as_str()));
    let in_entry = problem.labels.first().is_some_and(|label| {
        let text = &label.file.text;
        let start = text.floor_char_boundary(label.span.start + "[[entry]]".len());
        let from = text[..start].rfind("[[entry]]");
        from.is_some_and(|from| names(text[from + 1..].split("[[entry]]").next().unwrap_or_default()))
    });
    in_entry || problem.path().is_some_and(names)
}

/// Waits until nobody else changes the repository at `root`, and says what became of what a killed command left.
pub(super) fn hold(root: &Path) -> Result<Hold, Failure> {
    let hold = Hold::on(root, &waiting)?;
    say_found(hold.found);
    Ok(hold)
}

/// Settles what a killed command left in the repository at `root`, for a command that only reads it.
pub(super) fn settle(root: &Path) -> Result<(), Failure> {
    say_found(Hold::settled(root, &waiting)?);
    Ok(())
}

fn waiting() {
    tell("another command is changing this repository; waiting until it has ended\n");
}

fn say_found(found: Option<Unfinished>) {
    match found {
        Some(Unfinished::Finished) => {
            tell(
                "a command was killed while it wrote its change here; the change is whole now, and can be committed\n",
            );
        }
        Some(Unfinished::TakenBack) => {
            tell("a command was killed before it changed anything here; what it had prepared is removed\n");
        }
        None => {}
    }
}

/// What every command is told that changes a repository and signs the change.
#[derive(Debug, clap::Args)]
pub(super) struct SignedChange {
    /// The signing key
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    #[command(flatten)]
    plain: PlainChange,
}

impl SignedChange {
    /// As for any change; whoever signs on another day than today is told so.
    pub(super) fn open(&self, surroundings: &Surroundings) -> Result<Open, Failure> {
        self.open_about(&BTreeSet::new(), surroundings)
    }

    /// As [`PlainChange::open_about`], with the same warning.
    pub(super) fn open_about(&self, ids: &BTreeSet<AssertionId>, surroundings: &Surroundings) -> Result<Open, Failure> {
        self.open_but(&|it| is_about(it, ids), surroundings)
    }

    /// As [`open_about`](Self::open_about), where some mistakes are `mended` by what is about to be signed.
    pub(super) fn open_but(
        &self,
        mended: &dyn Fn(&Diagnostic) -> bool,
        surroundings: &Surroundings,
    ) -> Result<Open, Failure> {
        if surroundings.another_day {
            let then = time::format(surroundings.now);
            tell(&format!("warning: this signs as of {then}, as SOURCE_DATE_EPOCH says; unset it to sign as of now\n"));
        }
        self.plain.open_but(mended, surroundings)
    }

    /// A key with which `issuer` may sign.
    pub(super) fn signer(&self, issuer: &Issuer, surroundings: &Surroundings) -> Result<Box<dyn Signer>, Failure> {
        signing_key::find(issuer, self.key.as_deref(), surroundings)
    }
}

impl Deref for SignedChange {
    type Target = PlainChange;

    fn deref(&self) -> &PlainChange {
        &self.plain
    }
}

/// Makes `change` in the repository that is held; with `dry_run` it only says what it would be.
pub(super) fn make(hold: &Hold, change: &Change, dry_run: bool) -> Result<(), Failure> {
    if dry_run {
        tell(&describe(change));
        return Ok(());
    }
    Ok(hold.make(change)?)
}

/// Makes `change` in the folder `root`, where there is nothing to check; with `dry_run` it only says what it would be.
pub(super) fn apply(change: &Change, root: &Path, dry_run: bool) -> Result<(), Failure> {
    if dry_run {
        tell(&describe(change));
        return Ok(());
    }
    Ok(change.apply(root)?)
}

fn describe(change: &Change) -> String {
    let mut lines = String::from("nothing was written; this would be:\n");
    for (path, bytes) in &change.write {
        lines.push_str(&format!("  write   {path} ({} bytes)\n", bytes.len()));
    }
    for (path, bytes) in &change.append {
        lines.push_str(&format!("  add to  {path} ({} bytes)\n", bytes.len()));
    }
    for path in &change.remove {
        lines.push_str(&format!("  remove  {path}\n"));
    }
    lines
}
