//! `accolade correct`: a new award says right what an old one says wrong.

use super::{
    Surroundings,
    change::SignedChange,
    details::{Details, Mistakes, Who, reason},
    output::{Failure, Format, Outcome, count, say, tell},
    signing_key,
    which::Which,
};
use crate::{
    disk::{self, Change},
    ledger::{self, Correction, Wanted},
    model::{AssertionId, Gallery},
};
use serde_json::json;
use std::collections::BTreeMap;

/// Correct awards: a new one says it right, and the old page leads there
#[derive(Debug, clap::Args)]
#[command(after_help = signing_key::with_key_help("\
What was signed is never edited. A corrected award gets a new id; the old one is revoked, and its page leads to the new
one. What is not given stays as it was signed. Somebody's page in people/ that lists the old award lists both. Whoever wants
only their name gone gets an award without it; `accolade forget ID` then erases the old one, which still says it.

Examples:
    accolade correct 0kq8zv5n3x7rj2m4c9td --name \"Ada Lovelace\"
    accolade correct 0kq8zv5n3x7rj2m4c9td --name \"Ada Lovelace\" --consent https://example.org/42
    accolade correct 0kq8zv5n3x7rj2m4c9td --without-name
    accolade correct --from spring.txt --activity-end 2026-05-04"))]
pub(super) struct Correct {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    who: Who,
    /// Take the recipient's name out
    #[arg(long, conflicts_with_all = ["name", "consent"])]
    without_name: bool,
    #[command(flatten)]
    details: Details,
    /// Why, for the public: it is shown on the page of the old award
    #[arg(long, value_name = "TEXT", default_value = "Corrected")]
    reason: String,
    #[command(flatten)]
    change: SignedChange,
}

impl Correct {
    pub(super) fn run(self, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        let reason = reason(&self.reason)?;
        let open = self.change.open(surroundings)?;
        let gallery = open.gallery();
        let issuers = self.which.by_issuer(gallery)?;
        if self.details.name.as_deref().is_some_and(|it| it.trim().is_empty()) {
            return Err(Failure::Usage("--name: is empty; --without-name takes a name out".to_owned()));
        }
        let is_personal = self.details.name.is_some() || self.who.is_given();
        if is_personal && issuers.values().map(std::collections::BTreeSet::len).sum::<usize>() > 1 {
            return Err(Failure::Usage(
                "a name or a recipient is that of one award; correct these one by one".to_owned(),
            ));
        }
        let mut corrections = Vec::new();
        for (issuer, ids) in &issuers {
            let part: Result<Vec<_>, _> = ids.iter().map(|id| self.correction(gallery, *id, &reason)).collect();
            corrections.push((issuer, part?));
        }

        let root = self.change.root();
        let mut people = people(&root)?;
        let mut change = Change::default();
        let mut corrected = Vec::new();
        for (issuer, corrections) in &corrections {
            let signer = self.change.signer(&gallery.issuers[*issuer], surroundings)?;
            let (part, made) = ledger::correct(gallery, issuer, corrections, &mut people, &*signer, surroundings.now)?;
            change.write.extend(part.write);
            change.append.extend(part.append);
            corrected.extend(made);
        }

        self.change.apply(&open, &change, surroundings)?;
        match self.change.format {
            Format::Json => {
                let awards: Vec<_> = corrected
                    .iter()
                    .map(|it| json!({ "id": it.new.as_str(), "url": it.url, "supersedes": it.old.as_str() }))
                    .collect();
                say(&format!("{:#}\n", json!({ "dry_run": self.change.dry_run, "awards": awards })));
            }
            Format::Text if self.change.dry_run => {
                say(&format!("{} would be corrected\n", count(corrected.len(), "award", "awards")));
            }
            Format::Text => {
                for it in &corrected {
                    say(&format!("{} is corrected by {}\n", it.old, it.url));
                }
                if self.without_name {
                    tell("the old ones still have the name: `accolade forget ID` erases them\n");
                }
                tell("commit the awards, the ledger and the status list together, and publish the site\n");
            }
        }
        Ok(Outcome::Fine)
    }

    fn correction(&self, gallery: &Gallery, id: AssertionId, reason: &str) -> Result<Correction, Failure> {
        let assertion = ledger::correctable(gallery, id)?;
        let badge = &gallery.badges[&assertion.badge];
        if self.without_name && assertion.name.is_none() {
            return Err(Failure::Refused(format!("`{id}` names nobody")));
        }
        let mut mistakes = Mistakes::default();
        let given = self.who.is_given();
        let who = match given {
            true => self.who.identity(&mut mistakes),
            false => Some((assertion.identity.clone(), None)),
        };
        let mut details = self.details.clone();
        if assertion.name.is_some() && details.name.is_some() && details.consent.is_none() {
            // Who agreed to be named agreed to be named rightly.
            details.consent = Some(ledger::consent_of(gallery, id)?.0);
        }
        let mut right = details.wanted(badge, who, &gallery.site.time_zone, &mut mistakes);
        if !mistakes.0.is_empty() {
            return Err(mistakes.misused());
        }
        let award = &mut right.award;
        let says_nothing = !given
            && !self.without_name
            && award.recipient.name.is_none()
            && [award.narrative.is_some(), award.role.is_some(), award.term.is_some()] == [false; 3]
            && [award.date, award.valid_from, award.valid_until, award.activity_start, award.activity_end] == [None; 5]
            && award.evidence.is_empty()
            && award.results.is_empty()
            && award.licence_number.is_none()
            && award.credits.is_none();
        if says_nothing {
            return Err(Failure::Usage(
                "what is wrong? give what it should say, such as --name, --narrative or --evidence".to_owned(),
            ));
        }
        if award.recipient.name.is_none()
            && !self.without_name
            && let Some(name) = &assertion.name
        {
            award.recipient.name = Some((name.to_string(), ledger::consent_of(gallery, id)?));
        }
        let right = Wanted { review: ledger::review_of(gallery, id), ..right };
        Ok(Correction { id, right, reason: reason.to_owned() })
    }
}

/// The files of people, by path.
pub(super) fn people(root: &std::path::Path) -> Result<BTreeMap<String, String>, Failure> {
    let mut files = BTreeMap::new();
    for found in disk::list(root, "people", 1)? {
        if let Ok(text) = String::from_utf8(disk::read_given(&root.join(&found.path))?) {
            files.insert(found.path, text);
        }
    }
    Ok(files)
}
