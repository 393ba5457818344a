//! `accolade reseal`: what is here already is signed anew, with a key that is good.

use super::{
    Surroundings,
    change::SignedChange,
    init::ask::Asking,
    output::{Failure, Format, Outcome, count, say, tell},
    signing_key,
    which::{self, WhichIfAny},
};
use crate::{
    diagnostic::{Code, Diagnostic},
    ledger,
    model::{AssertionId, Event, Gallery},
    openbadges::address,
    pipeline::{Sources, Verified},
    time,
};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Sign anew what is here already: status lists, and the awards that you name
#[derive(Debug, clap::Args)]
#[command(after_help = signing_key::with_key_help("\
Each status list that is missing, was left in conflict by git, does not agree with the ledger, or was signed with a key that
is no longer good is made anew from the ledger. What an award says, its id, its page and its dates stay; it gets new
signatures, and an index of its own where two awards have the same.

After a key was compromised, whoever has it can sign awards as well. So each award that it signed since is shown, and you
have to confirm that it is yours. What the ledger does not know was made by nobody here, and is never signed anew.

Examples:
    accolade reseal
    accolade reseal --compromised
    accolade reseal 0kq8zv5n3x7rj2m4c9td"))]
pub(super) struct Reseal {
    #[command(flatten)]
    which: WhichIfAny,
    /// All awards that were signed with a key after it was compromised
    #[arg(long)]
    compromised: bool,
    /// Only what this issuer signs [default: every issuer]
    #[arg(long, value_name = "ISSUER")]
    issuer: Option<String>,
    /// The awards that a compromised key signed are ours: ask nothing
    #[arg(long)]
    yes: bool,
    #[command(flatten)]
    change: SignedChange,
}

impl Reseal {
    pub(super) fn run(self, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        let open = self.change.open_but(&is_mended, surroundings)?;
        let gallery = open.gallery();
        let unknown = unknown(open.sources(), gallery);
        let doubtful = doubtful(&open);
        let mut ids = self.which.ids()?;
        if let Some((_, path)) = unknown.iter().find(|(id, _)| ids.contains(*id)) {
            return Err(Failure::Refused(format!(
                "the ledger does not know `{path}`: nobody here awarded it, so it is not signed anew; remove the file"
            )));
        }
        if self.compromised {
            ids.extend(doubtful.keys());
        }
        let mut parts = which::by_issuer(gallery, &ids)?;
        for issuer in gallery.issuers.keys() {
            if !ledger::stale_lists(gallery, issuer, surroundings.now).is_empty() {
                parts.entry(issuer.clone()).or_default();
            }
        }
        if let Some(only) = &self.issuer {
            if !gallery.issuers.keys().any(|it| it.as_str() == only) {
                return Err(Failure::Usage(format!("no issuer is called `{only}`")));
            }
            parts.retain(|issuer, _| issuer.as_str() == only);
        }
        for (issuer, ids) in &parts {
            ledger::resealable(gallery, issuer, ids, surroundings.now)?;
        }
        let ids: BTreeSet<AssertionId> = parts.values().flatten().copied().collect();
        let to_confirm: Vec<&String> = doubtful.iter().filter(|(id, _)| ids.contains(id)).map(|(_, it)| it).collect();
        self.confirm(&to_confirm, unknown.values())?;

        let mut resealed = ledger::Resealed::default();
        for (issuer, ids) in &parts {
            let signer = self.change.signer(&gallery.issuers[issuer], surroundings)?;
            let part = ledger::reseal(gallery, issuer, ids, &*signer, surroundings.now)?;
            resealed.change.write.extend(part.change.write);
            resealed.change.append.extend(part.change.append);
            resealed.lists.extend(part.lists);
            resealed.awards.extend(part.awards);
        }
        self.change.apply(&open, &resealed.change, surroundings)?;
        self.tell(&resealed, gallery);
        let left = doubtful.len() - to_confirm.len();
        if left > 0 && self.change.format == Format::Text {
            let awards = count(left, "award was", "awards were");
            tell(&format!(
                "{awards} signed with a key that was compromised by then: `accolade reseal --compromised` signs anew \
                 what is yours\n"
            ));
        }
        Ok(Outcome::Fine)
    }

    /// Asks whether the awards are those of whoever sits there. What somebody else made is named, and stays as it is.
    fn confirm<'u>(&self, awards: &[&String], unknown: impl Iterator<Item = &'u String>) -> Result<(), Failure> {
        if awards.is_empty() {
            return Ok(());
        }
        let mut text = String::from("signed with a key that was compromised by then:\n");
        awards.iter().for_each(|it| text.push_str(&format!("  {it}\n")));
        for (n, path) in unknown.enumerate() {
            if n == 0 {
                text.push_str(
                    "not in the ledger, so nobody here awarded them, and they are not signed anew; remove:\n",
                );
            }
            text.push_str(&format!("  {path}\n"));
        }
        tell(&text);
        if self.yes || self.change.dry_run {
            return Ok(());
        }
        let question = format!("Did you award {}?", count(awards.len(), "this one", "of these, every one"));
        let answer = Asking::new(true).answer(None, &question, "no");
        match ["y", "yes"].contains(&answer.to_lowercase().as_str()) {
            true => Ok(()),
            false => Err(Failure::Refused(
                "nothing was signed: look whether the awards above are yours; `accolade reseal ID… --yes` signs those \
                 that are, and `accolade forget ID…` takes away those that are not"
                    .to_owned(),
            )),
        }
    }

    fn tell(&self, resealed: &ledger::Resealed, gallery: &Gallery) {
        let url = |id: &AssertionId| address::award_page(&gallery.site.base_url, *id);
        if self.change.format == Format::Json {
            let awards: Vec<_> =
                resealed.awards.iter().map(|id| json!({ "id": id.as_str(), "url": url(id) })).collect();
            let answer = json!({ "dry_run": self.change.dry_run, "lists": resealed.lists, "awards": awards });
            return say(&format!("{answer:#}\n"));
        }
        let done = if self.change.dry_run { "would be signed anew" } else { "signed anew" };
        resealed.lists.iter().for_each(|path| say(&format!("{done}: {path}\n")));
        resealed.awards.iter().for_each(|id| say(&format!("{done}: {}\n", url(id))));
        if resealed.change.is_empty() {
            tell("there is nothing to sign anew: the status lists are good, and agree with the ledger\n");
        } else if !self.change.dry_run {
            tell("commit awards, ledger and status lists together, and publish the site\n");
        }
    }
}

/// What does not keep status lists and awards from being signed anew: that they are not good, and files that nobody here
/// made. Of all that, only what is named is touched.
fn is_mended(problem: &Diagnostic) -> bool {
    match problem.code {
        Code::BadStatusList | Code::InvalidAssertion | Code::SharedIndex => true,
        // Without lines to show it is said of an assertion, not of an entry of the ledger.
        Code::LedgerMismatch => problem.labels.is_empty(),
        _ => false,
    }
}

/// The assertions that no ledger knows, by id.
fn unknown(sources: &Sources, gallery: &Gallery) -> BTreeMap<AssertionId, String> {
    let id = |path: &str| path.rsplit('/').next()?.strip_suffix(".json")?.parse().ok();
    let all = sources.assertions.iter().filter_map(|it| Some((id(&it.path)?, it.path.clone())));
    all.filter(|(id, _)| !gallery.standings.contains_key(id)).collect()
}

/// The awards that were signed with a key after it was compromised, each with what helps to tell whether it is forged.
fn doubtful(verified: &Verified) -> BTreeMap<AssertionId, String> {
    let gallery = verified.gallery();
    let entries = gallery.ledgers.values().flat_map(|ledger| &ledger.entries);
    let requests: HashMap<AssertionId, &str> = entries
        .filter_map(|entry| match &entry.event {
            Event::Awarded { review, .. } => Some((entry.id, review.as_ref()?.request.as_deref()?)),
            _ => None,
        })
        .collect();
    let awards = gallery.assertions.iter().enumerate().filter(|(award, _)| verified.is_compromised(*award));
    let lines = awards.map(|(_, it)| {
        let day = |at| time::format(at)[..10].to_owned();
        let mut line = format!("{}  {}  {}", it.id, it.badge, day(it.awarded));
        if let Some(standing) = gallery.standings.get(&it.id) {
            line.push_str(&format!(", in the ledger since {}", day(standing.awarded)));
            if let Some((at, reason)) = &standing.revoked {
                line.push_str(&format!(", revoked {}: {reason}", day(*at)));
            }
        }
        if let Some(request) = requests.get(&it.id) {
            line.push_str(&format!(", {request}"));
        }
        (it.id, line)
    });
    lines.collect()
}
