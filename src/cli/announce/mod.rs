//! `accolade announce`: what to tell those who were awarded. Nothing is sent.

mod addresses;
mod letter;

use super::{
    Surroundings,
    change::PlainChange,
    output::{Failure, Format, Outcome, count, say, tell},
    repository, rows,
    summary::plain,
    which::{id_in, in_file},
};
use crate::{
    diagnostic::Diagnostics,
    disk::{self, Change, Git},
    ledger,
    model::{Assertion, AssertionId, Gallery, Identity},
    openbadges::address,
    theme::Theme,
    words::Words,
};
use serde_json::{Map, Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

/// Write what to send for new awards: a comment for the git host, and letters for your mail program
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Nothing is sent. Standard output gets Markdown for a comment, which calls recipients by their account where their
profile is at the host of the repository. With --addresses, a private table with a column `email` (and `name`, if they
shall be called by it) that lies outside the repository, whoever is known by the hash of such an address gets a letter:
files ending in .eml in the folder --out, which mail programs open as drafts. Words are those of the site's language; a
repository changes them in templates/words/, messages announce-….

Examples:
    accolade announce --since HEAD^
    accolade announce --since v2026.05 --addresses ~/participants.csv --out ~/letters
    accolade announce 0kq8zv5n3x7rj2m4c9td")]
pub(super) struct Announce {
    /// Which awards: ids, addresses of their pages, or paths of their files
    #[arg(value_name = "ID", required_unless_present_any = ["since", "list"])]
    awards: Vec<String>,
    /// A file that names them, one on each line
    #[arg(long = "from-list", value_name = "FILE")]
    list: Option<PathBuf>,
    /// All awards that were made since this commit
    #[arg(long, value_name = "REV", conflicts_with_all = ["awards", "list"])]
    since: Option<String>,
    /// A private table of e-mail addresses, outside the repository
    #[arg(long, value_name = "FILE", requires = "out")]
    addresses: Option<PathBuf>,
    /// The folder for the letters, outside any git work tree; it is made if need be
    #[arg(long, value_name = "DIR", requires = "addresses")]
    out: Option<PathBuf>,
    /// Who the letters are from [default: the issuer's public address]
    #[arg(long = "from", value_name = "ADDRESS")]
    sender: Option<String>,
    #[command(flatten)]
    change: PlainChange,
}

/// Hosts refuse comments of more than 65,536 characters.
const LONGEST: usize = 60_000;

/// What the announcements need to know.
struct Site<'a> {
    gallery: &'a Gallery,
    words: &'a Words,
}

impl Announce {
    pub(super) fn run(self, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        let root = self.change.root();
        repository::must_be_gallery(&root)?;
        if let Some(table) = &self.addresses {
            rows::must_lie_outside(table, &root)?;
        }
        if let Some(out) = &self.out {
            must_lie_outside(out, &root)?;
        }
        let verified = self.change.open(surroundings)?;
        let gallery = verified.gallery();
        let theme = Theme::new(&gallery.site, &gallery.templates, &mut Diagnostics::default());
        let site = Site { gallery, words: theme.words() };

        let awards = self.awards(&root, gallery)?;
        let mut letters: BTreeMap<AssertionId, String> = BTreeMap::new();
        let mut nobody: Vec<AssertionId> = Vec::new();
        let mut change = Change::default();
        if let Some(table) = &self.addresses {
            let known = addresses::read(table)?;
            for (award, person) in addresses::matched(&awards, &known) {
                let Some(person) = person else {
                    nobody.push(award.id);
                    continue;
                };
                let name = format!("{}.eml", award.id);
                let letter = letter::write(&site, award, person, self.sender.as_deref(), surroundings.now)?;
                change.write.insert(name.clone(), letter);
                letters.insert(award.id, name);
            }
        }
        if let (Some(out), false) = (&self.out, self.change.dry_run || change.is_empty()) {
            disk::create_folder(out)?;
            change.apply(out)?;
        }
        self.show(&site, &awards, &letters, &nobody);
        Ok(Outcome::Fine)
    }

    /// The awards to announce, oldest first: those that still count.
    fn awards<'a>(&self, root: &Path, gallery: &'a Gallery) -> Result<Vec<&'a Assertion>, Failure> {
        let named: Option<BTreeSet<AssertionId>> = match &self.since {
            Some(_) => None,
            None => {
                let mut ids: BTreeSet<AssertionId> =
                    self.awards.iter().map(|it| id_in(it)).collect::<Result<_, _>>()?;
                if let Some(list) = &self.list {
                    ids.extend(in_file(list)?);
                }
                for id in &ids {
                    if !gallery.assertions.iter().any(|it| it.id == *id) {
                        return Err(Failure::Refused(format!("no award has the id `{id}`")));
                    }
                }
                Some(ids)
            }
        };
        let before: BTreeSet<AssertionId> = match &self.since {
            None => BTreeSet::new(),
            Some(since) => {
                let git = Git::around(root)?;
                let files = git.files_at(&git.commit(since)?, "assertions")?;
                files.iter().filter_map(|it| id_in(it).ok()).collect()
            }
        };
        let counts = |it: &&Assertion| gallery.standings.get(&it.id).is_none_or(|it| it.revoked.is_none());
        let is_meant = |it: &&Assertion| named.as_ref().map_or(!before.contains(&it.id), |ids| ids.contains(&it.id));
        let mut awards: Vec<&Assertion> = gallery.assertions.iter().filter(counts).filter(is_meant).collect();
        awards.sort_by_key(|it| (it.awarded, it.id));
        Ok(awards)
    }

    fn show(
        &self,
        site: &Site<'_>,
        awards: &[&Assertion],
        letters: &BTreeMap<AssertionId, String>,
        nobody: &[AssertionId],
    ) {
        match self.change.format {
            Format::Json => {
                let list: Vec<Value> = awards.iter().map(|it| site.as_json(it, letters.get(&it.id))).collect();
                let mut answer = json!({ "dry_run": self.change.dry_run, "awards": list });
                if self.addresses.is_some() {
                    answer["without_address"] = nobody.iter().map(|it| Value::from(it.as_str())).collect();
                }
                say(&format!("{answer:#}\n"));
            }
            Format::Text if awards.is_empty() => tell("there is no new award\n"),
            Format::Text => {
                say(&site.comment(awards));
                if let (Some(table), Some(out)) = (&self.addresses, &self.out) {
                    let written = if self.change.dry_run { "would be written to" } else { "written to" };
                    tell(&format!("{} {written} `{}`\n", count(letters.len(), "letter", "letters"), out.display()));
                    for id in nobody {
                        tell(&format!("no address in `{}` is that of the recipient of {id}\n", table.display()));
                    }
                }
            }
        }
    }
}

/// Letters hold addresses, which must not be committed.
fn must_lie_outside(out: &Path, root: &Path) -> Result<(), Failure> {
    if !disk::would_lie_in(out, root) && disk::git_work_tree(out).is_none() {
        return Ok(());
    }
    Err(Failure::Refused(format!(
        "`{}` lies in a git work tree, where its addresses could be published by accident: choose a folder elsewhere",
        out.display()
    )))
}

impl Site<'_> {
    fn url(&self, award: &Assertion) -> String {
        address::award_page(&self.gallery.site.base_url, award.id)
    }

    fn day(&self, award: &Assertion) -> String {
        self.words.day(self.gallery.site.time_zone.to_datetime(award.awarded).date())
    }

    /// The account of a recipient whose profile is at the host of the repository.
    fn account(&self, award: &Assertion) -> Option<String> {
        let Identity::Profile(url) = &award.identity else { return None };
        let host = |url: &str| Some(url.split_once("://")?.1.split('/').next()?.to_lowercase());
        let repository = self.gallery.site.repository.as_deref()?;
        let login = url.split_once("://")?.1.split_once('/')?.1.trim_end_matches('/').trim_start_matches('@');
        let is_plain = !login.is_empty() && login.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b));
        (is_plain && host(url) == host(repository)).then(|| login.to_owned())
    }

    /// Markdown for a comment.
    fn comment(&self, awards: &[&Assertion]) -> String {
        let mut text = format!("<!-- accolade announce -->\n## {}\n\n", plain(self.words.get("announce-heading")));
        for (n, award) in awards.iter().enumerate() {
            if text.len() > LONGEST {
                let left = [("count", (awards.len() - n).into())];
                text.push_str(&format!("- {}\n", self.words.plain("announce-more", &left)));
                break;
            }
            let badge = &self.gallery.badges[&award.badge];
            let who = match (self.account(award), &award.name, &award.identity) {
                (Some(account), ..) => format!("@{account}"),
                (None, Some(name), _) => plain(name),
                (None, None, Identity::Profile(url) | Identity::Did(url)) => plain(url),
                (None, None, Identity::EmailHash { .. }) => plain(self.words.get("announce-somebody")),
            };
            let values = [
                ("badge", format!("[{}]({})", plain(&badge.name), self.url(award)).into()),
                ("who", who.into()),
                ("issuer", plain(&self.gallery.issuers[&award.issuer].name).into()),
                ("day", plain(&self.day(award)).into()),
            ];
            text.push_str(&format!("- {}\n", self.words.plain("announce-award", &values)));
        }
        text.push_str(&format!("\n{}\n", plain(self.words.get("announce-page"))));
        text
    }

    fn as_json(&self, award: &Assertion, letter: Option<&String>) -> Value {
        let mut map = Map::new();
        map.insert("id".to_owned(), award.id.as_str().into());
        map.insert("badge".to_owned(), award.badge.as_str().into());
        map.insert("url".to_owned(), self.url(award).into());
        map.extend(self.account(award).map(|it| ("account".to_owned(), it.into())));
        let request = ledger::review_of(self.gallery, award.id).request;
        map.extend(request.map(|it| ("request".to_owned(), it.into())));
        map.extend(letter.map(|it| ("letter".to_owned(), it.as_str().into())));
        map.into()
    }
}
