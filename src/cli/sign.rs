//! `accolade sign`: reviewed nominations become assertions.

use super::{
    Surroundings, award,
    change::SignedChange,
    output::{Failure, Outcome, count, tell},
    reviewed::{self, Reviewed},
    signing_key,
};
use crate::{
    diagnostic::closest,
    disk::Change,
    ledger::{self, Order, Wanted},
    model::{Gallery, Nomination, Review, Slug},
};
use std::{collections::BTreeMap, path::PathBuf};

/// Sign reviewed nominations: each becomes an assertion, and its file is removed
#[derive(Debug, clap::Args)]
#[command(after_help = signing_key::with_key_help("\
A nomination is a file in nominations/. Once it is merged, its review is done; `sign` makes the awards that it asks for
and removes the file in the same change, to be committed together.

With --event and --reviews only what that merged pull request brought is signed, and only if enough people agreed to it
by the rule of [awarding]. The ledger records, and the award's page says, who nominated and who agreed. git has to know
the merge: `fetch-depth: 0` in a workflow. Of a request whose commits were rebased, name the nominations.

What was pushed without a request, nobody agreed to in public. Whoever has the key may sign it; a workflow that signs for
everybody says --without-request, and signs only what the rule asks nobody to agree to.

Examples:
    accolade sign
    accolade sign soldering-spring nominations/welcome-ada.toml
    accolade sign --event \"$GITHUB_EVENT_PATH\" --reviews reviews.json"))]
pub(super) struct Sign {
    /// Which nominations: names or paths of their files [default: all]
    #[arg(value_name = "NOMINATION")]
    nominations: Vec<String>,
    /// The event of the merged pull request (the host's JSON)
    #[arg(long, value_name = "FILE", requires = "reviews")]
    event: Option<PathBuf>,
    /// The reviews of that pull request (the host's JSON)
    #[arg(long, value_name = "FILE", requires = "event")]
    reviews: Option<PathBuf>,
    /// These came without a pull request: sign only what needs no approval
    #[arg(long, conflicts_with_all = ["event", "reviews"])]
    without_request: bool,
    /// Award again what the recipient already has
    #[arg(long)]
    again: bool,
    #[command(flatten)]
    change: SignedChange,
}

impl Sign {
    pub(super) fn run(self, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        let open = self.change.open(surroundings)?;
        let gallery = open.gallery();
        let mut nominations = chosen(gallery, &self.nominations)?;
        let mut reviews = BTreeMap::new();
        if let Some(event) = &self.event {
            let reviewed = Reviewed::read(&self.change.root(), event, self.reviews.as_deref())?;
            if self.nominations.is_empty() {
                let all = nominations.len();
                nominations.retain(|it| reviewed.brought(it));
                if nominations.len() < all {
                    let left = count(all - nominations.len(), "nomination is", "nominations are");
                    tell(&format!("{left} not of {}, and left as it was\n", reviewed.url()));
                }
            } else {
                nominations.iter().try_for_each(|it| reviewed.must_bring(it))?;
            }
            reviews = reviewed.reviews(&nominations, gallery, surroundings)?;
        }
        if self.without_request {
            reviewed::must_need_nobody(&nominations, gallery, surroundings)?;
        }
        if nominations.is_empty() {
            tell("there is no nomination to sign\n");
            award::show(&[], self.change.dry_run, self.change.format);
            return Ok(Outcome::Fine);
        }

        let wanted = wanted(&nominations, &reviews);
        ledger::objections(gallery, &wanted, surroundings.now, self.again).map_err(|objections| {
            let sentences: Vec<String> = objections.into_iter().map(|it| it.0).collect();
            Failure::Refused(format!("{}\nerror: nothing was signed", sentences.join("\nerror: ")))
        })?;

        let mut change = Change::default();
        let mut awarded = Vec::new();
        let mut asked = BTreeMap::new();
        for (issuer, wanted) in by_issuer(gallery, wanted)? {
            let signer = self.change.signer(&gallery.issuers[&issuer], surroundings)?;
            let order = Order { gallery, signer: &*signer, now: surroundings.now, again: self.again };
            let progress = award::progress(wanted.len());
            let (part, made) = ledger::award(order, &wanted, &|| progress.inc(1))?;
            progress.finish_and_clear();
            // Issuers share no file: each has badges, a ledger and status lists of its own.
            change.write.extend(part.write);
            change.append.extend(part.append);
            asked.extend(made.iter().zip(wanted).map(|(it, wanted)| (it.path.clone(), wanted.place)));
            awarded.extend(made);
        }
        change.remove = nominations.iter().map(|it| it.path.clone()).collect();

        self.change.apply_asked(&open, &change, &asked, surroundings)?;
        award::show(&awarded, self.change.dry_run, self.change.format);
        award::warn_of_no_address(gallery, self.change.format);
        Ok(Outcome::Fine)
    }
}

/// The nominations that are named: `welcome-ada`, `welcome-ada.toml` or `nominations/welcome-ada.toml`. All without names.
fn chosen<'a>(gallery: &'a Gallery, named: &[String]) -> Result<Vec<&'a Nomination>, Failure> {
    if named.is_empty() {
        return Ok(gallery.nominations.iter().collect());
    }
    let mut chosen: Vec<&Nomination> = Vec::new();
    for name in named {
        let plain = plain(name);
        let Some(found) = gallery.nominations.iter().find(|it| self::plain(&it.path) == plain) else {
            let near = closest(plain, gallery.nominations.iter().map(|it| self::plain(&it.path)));
            return Err(Failure::Refused(match near {
                Some(near) => format!("no nomination is called `{plain}`; did you mean `{near}`?"),
                None => format!("no nomination is called `{plain}`: a nomination is a file `nominations/{plain}.toml`"),
            }));
        };
        if !chosen.iter().any(|it| it.path == found.path) {
            chosen.push(found);
        }
    }
    Ok(chosen)
}

/// `nominations/welcome-ada.toml` → `welcome-ada`
fn plain(name: &str) -> &str {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    name.strip_suffix(".toml").unwrap_or(name)
}

fn wanted(nominations: &[&Nomination], reviews: &BTreeMap<String, Review>) -> Vec<Wanted> {
    let awards = nominations.iter().flat_map(|nomination| {
        nomination.awards.iter().enumerate().map(|(n, award)| {
            let which = if nomination.awards.len() == 1 { String::new() } else { format!(", recipient {}", n + 1) };
            let review = reviews.get(&nomination.path).cloned();
            let review =
                review.unwrap_or_else(|| Review { nominator: nomination.nominator.clone(), ..Review::default() });
            Wanted { award: award.clone(), address: None, place: format!("`{}`{which}: ", nomination.path), review }
        })
    });
    awards.collect()
}

fn by_issuer(gallery: &Gallery, wanted: Vec<Wanted>) -> Result<BTreeMap<Slug, Vec<Wanted>>, Failure> {
    let mut issuers: BTreeMap<Slug, Vec<Wanted>> = BTreeMap::new();
    for it in wanted {
        let badge = ledger::badge(gallery, it.award.badge.as_str())?;
        issuers.entry(badge.issuer.clone()).or_default().push(it);
    }
    Ok(issuers)
}
