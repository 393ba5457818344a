//! `accolade renew`: the same award, with a new validity.

use super::{
    Surroundings,
    change::SignedChange,
    output::{Failure, Format, Outcome, count, say, tell},
    signing_key,
    which::Which,
};
use crate::{
    disk::Change,
    ledger::{self, Renewed, Term},
    openbadges::address,
    time,
};
use serde_json::json;

/// Renew awards: the same ids and pages, signed anew with a new validity
#[derive(Debug, clap::Args)]
#[command(after_help = signing_key::with_key_help("\
The award keeps its address and the day on which it was made. It is valid from now on, until the given date, for the
given time from now, or as long as its badge says.

Examples:
    accolade renew 0kq8zv5n3x7rj2m4c9td --for \"2 years\"
    accolade renew --from expiring.txt --until 2028-12-31"))]
pub(super) struct Renew {
    #[command(flatten)]
    which: Which,
    /// The last day on which they are valid then, or the moment at which they end
    #[arg(long, value_name = "DATE", conflicts_with = "length")]
    until: Option<String>,
    /// How long they are valid from now on, such as "2 years"
    #[arg(long = "for", value_name = "DURATION")]
    length: Option<String>,
    #[command(flatten)]
    change: SignedChange,
}

impl Renew {
    pub(super) fn run(self, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        let open = self.change.open(surroundings)?;
        let gallery = open.gallery();
        let term = match (&self.until, &self.length) {
            (Some(until), _) => Term::Until(
                time::parse_end(until, &gallery.site.time_zone)
                    .map_err(|why| Failure::Usage(format!("--until: {why}")))?,
            ),
            (None, Some(length)) => {
                let span = length.parse::<jiff::Span>().ok().filter(|it| it.is_positive());
                Term::For(span.ok_or_else(|| {
                    Failure::Usage(format!("--for: `{length}` is not a time such as \"2 years\" or \"18 months\""))
                })?)
            }
            (None, None) => Term::AsTheBadgeSays,
        };
        let issuers = self.which.by_issuer(gallery)?;
        let mut renewed: Vec<Renewed> = Vec::new();
        for ids in issuers.values() {
            renewed.extend(ledger::renewable(gallery, ids, term, surroundings.now)?);
        }
        let mut change = Change::default();
        for (issuer, ids) in &issuers {
            let signer = self.change.signer(&gallery.issuers[issuer], surroundings)?;
            let part = ledger::renew(gallery, issuer, ids, term, &*signer, surroundings.now)?;
            change.write.extend(part.write);
            change.append.extend(part.append);
        }

        self.change.apply(&open, &change, surroundings)?;
        let url = |it: &Renewed| address::award_page(&gallery.site.base_url, it.id);
        match self.change.format {
            Format::Json => {
                let awards: Vec<_> = renewed
                    .iter()
                    .map(|it| json!({ "id": it.id.as_str(), "url": url(it), "valid_until": time::format(it.until) }))
                    .collect();
                say(&format!("{:#}\n", json!({ "dry_run": self.change.dry_run, "awards": awards })));
            }
            Format::Text => {
                let done = if self.change.dry_run { "would be renewed" } else { "renewed" };
                for it in &renewed {
                    let until = time::write_end(it.until, &gallery.site.time_zone);
                    say(&format!("{done} until {until}: {}\n", url(it)));
                }
                if !self.change.dry_run {
                    let awards = count(renewed.len(), "award", "awards");
                    tell(&format!(
                        "{awards} signed anew and checked; commit them with the ledger, and publish the site\n"
                    ));
                }
            }
        }
        Ok(Outcome::Fine)
    }
}
