//! `accolade award`: makes, signs and writes assertions.

use super::{
    Surroundings,
    change::SignedChange,
    details::{Details, Mistakes, Who},
    init::NOWHERE,
    output::{Failure, Format, Outcome, count, say, tell},
    rows::{self, Table},
    signing_key,
};
use crate::{
    ledger::{self, Awarded, Order, Wanted},
    model::{Badge, Gallery},
};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde_json::json;
use std::path::{Path, PathBuf};

/// What came of awards that were refused.
const NOTHING: &str = "nothing was awarded";

/// Award a badge: makes, signs, checks and writes an assertion, or one for each row of a CSV file
#[derive(Debug, clap::Args)]
#[command(after_help = help())]
pub(super) struct Award {
    /// Which badge: the name of its file in badges/, without .toml
    #[arg(value_name = "BADGE")]
    badge: String,
    #[command(flatten)]
    who: Who,
    /// Many recipients: one for each row of this file
    #[arg(long, value_name = "FILE", group = "recipient", conflicts_with_all = ["name", "consent"])]
    csv: Option<PathBuf>,
    #[command(flatten)]
    details: Details,
    /// Award again what the recipient already has
    #[arg(long)]
    again: bool,
    /// Pass over those who have the badge already, such as the rows of a table that has grown
    #[arg(long, conflicts_with = "again")]
    only_new: bool,
    #[command(flatten)]
    change: SignedChange,
}

fn help() -> String {
    signing_key::with_key_help(
        "\
Examples:
    accolade award soldering --email ada@example.org
    accolade award soldering --url https://github.com/ada --name Ada --consent https://example.org/7
    accolade award workshop --csv ~/participants.csv --date 2026-05-04
    accolade award workshop --csv ~/participants.csv --only-new

E-mail addresses never enter the repository: an address is trimmed, lower-cased and kept as a hash with a fresh
128-bit salt. A name is signed only together with --consent: where the person agreed to be named.

The columns of a CSV file, of which one of the first three is needed: email, url, did, name, consent, date, narrative,
evidence, evidence_name, valid_from, valid_until, activity_start, activity_end, role, licence_number, credits, term,
result:NAME. A day in valid_until counts whole. What a row leaves empty is taken from the options. All rows are checked
before the first is signed. Keep the file outside the repository: it holds addresses.",
    )
}

impl Award {
    pub(super) fn run(self, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        if !self.who.is_given() && self.csv.is_none() {
            return Err(Failure::Usage("to whom? give one of --email, --url and --did, or --csv for many".to_owned()));
        }
        let open = self.change.open(surroundings)?;
        let gallery = open.gallery();
        let badge = ledger::badge(gallery, &self.badge)?;
        let issuer = &gallery.issuers[&badge.issuer];

        let Table { mut wanted, mistakes } = match &self.csv {
            Some(file) => rows::of_file(file, &self.change.root(), gallery, badge, &self.details)?,
            None => Table { wanted: vec![self.one(gallery, badge)?], ..Table::default() },
        };
        if self.only_new {
            let all = wanted.len();
            wanted = ledger::newcomers(gallery, wanted, surroundings.now);
            if wanted.len() < all && mistakes.is_empty() {
                tell(&format!("{} of {all} have `{}` already\n", all - wanted.len(), badge.slug));
            }
        }
        let objections = ledger::objections(gallery, &wanted, surroundings.now, self.again).err().unwrap_or_default();
        if !mistakes.is_empty() || !objections.is_empty() {
            let new = ledger::newcomers(gallery, wanted.clone(), surroundings.now).len();
            let sentences = mistakes.into_iter().chain(objections.into_iter().map(|it| it.0)).collect();
            return Err(refused(sentences, self.csv.as_deref(), new < wanted.len()));
        }

        if wanted.is_empty() {
            // Nobody types a passphrase for nothing.
            show(&[], self.change.dry_run, self.change.format);
            return Ok(Outcome::Fine);
        }
        let signer = self.change.signer(issuer, surroundings)?;
        let order = Order { gallery, signer: &*signer, now: surroundings.now, again: self.again };
        let progress = progress(wanted.len());
        let (change, awarded) = ledger::award(order, &wanted, &|| progress.inc(1))?;
        progress.finish_and_clear();

        let asked = awarded.iter().zip(&wanted).map(|(it, wanted)| (it.path.clone(), wanted.place.clone())).collect();
        self.change.apply_asked(&open, &change, &asked, surroundings)?;
        if wanted.iter().any(|it| it.address.is_some()) && self.change.format == Format::Text {
            tell("e-mail addresses were trimmed, lower-cased and kept only as salted hashes\n");
        }
        show(&awarded, self.change.dry_run, self.change.format);
        warn_of_no_address(gallery, self.change.format);
        Ok(Outcome::Fine)
    }

    fn one(&self, gallery: &Gallery, badge: &Badge) -> Result<Wanted, Failure> {
        let mut mistakes = Mistakes::default();
        let who = self.who.identity(&mut mistakes);
        let wanted = self.details.wanted(badge, who, &gallery.site.time_zone, &mut mistakes);
        if mistakes.0.is_empty() { Ok(wanted) } else { Err(mistakes.misused()) }
    }
}

/// Why nothing is awarded; a table that has grown is awarded with an option.
fn refused(sentences: Vec<String>, csv: Option<&Path>, has_some: bool) -> Failure {
    match csv {
        Some(file) if has_some => {
            rows::in_file(file, sentences, &format!("{NOTHING}; --only-new passes over those who have it already"))
        }
        Some(file) => rows::in_file(file, sentences, NOTHING),
        None => Failure::Refused(sentences.join("\nerror: ")),
    }
}

/// Says that the site still has the address that `init` made up: what was signed just now leads nowhere.
pub(super) fn warn_of_no_address(gallery: &Gallery, format: Format) {
    if format == Format::Text && gallery.site.base_url.as_str() == NOWHERE {
        tell(
            "this is good for a trial only: the site has no address yet, and what is signed names it; write the real \
             one into accolade.toml (base_url), and award anew\n",
        );
    }
}

/// A bar for whoever looks on; nothing for a script, and nothing for one award.
pub(super) fn progress(awards: usize) -> ProgressBar {
    if awards < 2 {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("signing {bar:30} {pos}/{len}").expect("the template is sound");
    // Hidden by itself when standard error is no terminal.
    ProgressBar::with_draw_target(Some(awards as u64), ProgressDrawTarget::stderr()).with_style(style)
}

/// Shows what was awarded.
pub(super) fn show(awarded: &[Awarded], dry_run: bool, format: Format) {
    match format {
        Format::Json => {
            let awards: Vec<_> = awarded
                .iter()
                .map(|it| json!({ "id": it.id.as_str(), "badge": it.badge.as_str(), "url": it.url, "path": it.path }))
                .collect();
            say(&format!("{:#}\n", json!({ "dry_run": dry_run, "awards": awards })));
        }
        Format::Text if awarded.is_empty() => {}
        Format::Text => {
            if dry_run {
                say(&format!("{} would be signed\n", count(awarded.len(), "award", "awards")));
                return;
            }
            for it in awarded {
                say(&format!("{}\n", it.url));
            }
            tell(&format!(
                "{} signed and checked; commit {}, and publish the site\n",
                count(awarded.len(), "award", "awards"),
                if awarded.len() == 1 { "it" } else { "them" },
            ));
        }
    }
}
