//! `accolade forget`: what concerns somebody goes, as far as it can.

use super::{
    Surroundings,
    change::SignedChange,
    correct::people,
    output::{Failure, Format, Outcome, say, tell},
    signing_key,
    which::{Which, by_issuer},
};
use crate::{
    disk::{self, Change, Git},
    ledger::{self, Traces, Written},
    model::{AssertionId, Gallery, Identity, Site},
    openbadges::address,
};
use serde_json::json;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

/// Erase awards: nothing about the person is left but a page that says that something was erased
#[derive(Debug, clap::Args)]
#[command(after_help = signing_key::with_key_help("\
The assertion is removed, and everything that the ledger says of it but its id and its place in the status list, which
says revoked from now on. Its address answers with a page that says nothing about the person. The report says what is
gone, what is left elsewhere, and what to do about that; --letter writes the letter for it.

Example:
    accolade forget 0kq8zv5n3x7rj2m4c9td --letter ~/letter.txt"))]
pub(super) struct Forget {
    #[command(flatten)]
    which: Which,
    /// Write the letter to the host and to search engines into this new file, outside the repository
    #[arg(long, value_name = "FILE")]
    letter: Option<PathBuf>,
    #[command(flatten)]
    change: SignedChange,
}

impl Forget {
    pub(super) fn run(self, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        let root = self.change.root();
        if let Some(letter) = &self.letter {
            if disk::would_lie_in(letter, &root) {
                let name = letter.display();
                return Err(Failure::Refused(format!(
                    "`{name}` would lie in the repository, where it would be published: write the letter elsewhere"
                )));
            }
            if disk::exists(letter) {
                return Err(Failure::Refused(format!("`{}` exists already; name a new file", letter.display())));
            }
        }
        let ids = self.which.ids()?;
        let open = self.change.open_about(&ids, surroundings)?;
        let gallery = open.gallery();
        let issuers = by_issuer(gallery, &ids)?;
        for ids in issuers.values() {
            ledger::forgettable(gallery, ids)?;
        }
        let mut written = Written { ledger: String::new(), people: people(&root)? };
        let mut change = Change::default();
        let mut traces = Traces::default();
        for (issuer, ids) in &issuers {
            let path = format!("status/{issuer}/ledger.toml");
            written.ledger = String::from_utf8(disk::read_given(&root.join(&path))?)
                .map_err(|_| Failure::Refused(format!("`{path}` is not UTF-8")))?;
            let signer = self.change.signer(&gallery.issuers[issuer], surroundings)?;
            let (part, found) = ledger::forget(gallery, issuer, ids, &mut written, &*signer, surroundings.now)?;
            change.write.extend(part.write);
            change.remove.extend(part.remove);
            traces.removed.extend(found.removed);
            traces.cleaned.extend(found.cleaned);
            traces.left.extend(found.left);
            traces.said.extend(found.said);
        }
        let past = Past::of(&root, gallery, &ids);
        let letter = letter(&gallery.site, &ids);
        let mut everything = BTreeMap::from([("report", report(&traces, &past, &ids, self.change.dry_run))]);
        everything.insert("letter", letter.clone());

        self.change.apply(&open, &change, surroundings)?;
        if let (Some(file), false) = (&self.letter, self.change.dry_run) {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let folder = file.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
            let letter = Change { write: [(name, letter.into_bytes())].into(), ..Change::default() };
            letter.apply(folder)?;
        }
        match self.change.format {
            Format::Json => {
                let answer = json!({
                    "dry_run": self.change.dry_run,
                    "ids": ids.iter().map(AssertionId::as_str).collect::<Vec<_>>(),
                    "removed": traces.removed, "cleaned": traces.cleaned, "left": traces.left,
                    "past": past.paths,
                    "said": traces.said.iter().map(|(path, what, words)| json!({ "path": path, "what": what, "words": words }))
                        .collect::<Vec<_>>(),
                    "commands": commands(&traces, &past, &ids), "letter": everything["letter"],
                });
                say(&format!("{answer:#}\n"));
            }
            Format::Text => {
                say(&everything["report"]);
                match &self.letter {
                    Some(file) if !self.change.dry_run => tell(&format!("the letter is in `{}`\n", file.display())),
                    _ => tell("--letter FILE writes the letter to the host and to search engines\n"),
                }
            }
        }
        Ok(Outcome::Fine)
    }
}

/// What git remembers.
#[derive(Debug, Default)]
struct Past {
    /// Files outside of the ledger and of the awards that mention the awards or their recipients in some commit.
    paths: BTreeSet<String>,
    /// Those of them that are there today.
    here: BTreeSet<String>,
    /// Whether this clone has only the latest commits.
    is_shallow: bool,
}

impl Past {
    /// Asks git; without one there is nothing to remember.
    fn of(root: &Path, gallery: &Gallery, ids: &BTreeSet<AssertionId>) -> Self {
        let Ok(git) = Git::around(root) else { return Self::default() };
        let mut words: BTreeSet<&str> = ids.iter().map(AssertionId::as_str).collect();
        for assertion in gallery.assertions.iter().filter(|it| ids.contains(&it.id)) {
            words.extend(assertion.name.as_deref());
            words.insert(match &assertion.identity {
                Identity::EmailHash { hash, .. } => hash,
                Identity::Profile(name) | Identity::Did(name) => name,
            });
        }
        let words: Vec<String> = words.into_iter().map(escaped).collect();
        let mut paths = BTreeSet::new();
        // A command line is not endless.
        for words in words.chunks(200) {
            let pattern = format!("-G{}", words.join("|"));
            let elsewhere = [".", ":(exclude)assertions", ":(exclude)status"];
            let commits = git.log(&[&pattern], "HEAD", &elsewhere).unwrap_or_default();
            paths.extend(commits.into_iter().flat_map(|it| it.files).map(|(_, path)| path));
        }
        let here = paths.iter().filter(|it| disk::exists(&root.join(it))).cloned().collect();
        Self { paths, here, is_shallow: git.is_shallow().unwrap_or_default() }
    }

    /// Files that are gone, and that the history can do without.
    fn gone(&self) -> impl Iterator<Item = &String> {
        self.paths.difference(&self.here)
    }
}

/// A text as an extended regular expression that finds it (POSIX.1-2017, 9.4).
fn escaped(text: &str) -> String {
    text.chars().fold(String::new(), |mut pattern, c| {
        if "\\.[]{}()*+?|^$".contains(c) {
            pattern.push('\\');
        }
        pattern.push(c);
        pattern
    })
}

fn report(traces: &Traces, past: &Past, ids: &BTreeSet<AssertionId>, dry_run: bool) -> String {
    let list = |lines: &[String]| lines.iter().map(|it| format!("  {it}\n")).collect::<String>();
    let mut text = String::from(if dry_run { "Would be removed:\n" } else { "Removed:\n" });
    text.push_str(&list(&traces.removed));
    text.push_str("No longer says anything about it:\n");
    text.push_str(&list(&traces.cleaned));
    if !traces.left.is_empty() {
        text.push_str("Look at these, which nobody but you can decide about:\n");
        text.push_str(&list(&traces.left));
    }
    let past_files: Vec<String> = past.paths.iter().map(|it| format!("{it}: earlier versions mention them")).collect();
    let said = traces.said.iter().map(|(path, what, words)| format!("{path}: {what} (\"{words}\")"));
    let history: Vec<String> = past_files.into_iter().chain(said).collect();
    if !history.is_empty() {
        text.push_str("In earlier commits, besides what was removed:\n");
        text.push_str(&list(&history));
    }
    if past.is_shallow {
        text.push_str("This clone has only the latest commits; `git fetch --unshallow`, and look at the rest with `git log -p`.\n");
    }
    text.push_str(
        "\nStill there, and not in the power of this command:\n\
        \x20 the history of the repository, here and at its host; open and closed pull requests\n\
        \x20 forks and clones; caches of the host; copies that search engines and archives keep\n\
        \x20 files that were downloaded, such as the credential and its picture\n\n\
        To take it out of the history, once this change is committed and pushed (git-filter-repo is a tool of its own):\n",
    );
    text.push_str(&list(&commands(traces, past, ids)));
    text.push_str("  then ask everybody to clone anew, and send the letter to the host's support\n");
    text
}

/// How to take it out of the history: files that are gone as a whole, of the ledger what it says of the awards. What was
/// rewritten is checked before it takes the place of what is there, for a push cannot be taken back.
fn commands(traces: &Traces, past: &Past, ids: &BTreeSet<AssertionId>) -> Vec<String> {
    let paths: Vec<String> =
        traces.removed.iter().chain(past.gone()).map(|it| format!("--path {}", for_shell(it))).collect();
    let mut commands = vec!["git clone --mirror URL-OF-THE-REPOSITORY history && cd history".to_owned()];
    let mut filter = format!("git filter-repo --invert-paths {}", paths.join(" "));
    if !traces.said.is_empty() {
        let lines: Vec<String> = ids.iter().flat_map(|id| words_about(*id)).map(|it| for_shell(&it)).collect();
        commands.push(format!("printf '%s\\n' {} > words.txt", lines.join(" ")));
        filter.push_str(" --replace-text words.txt");
    }
    commands.push(filter);
    commands.push("git clone . ../rewritten".to_owned());
    commands.push("accolade check ../rewritten && git push --mirror --force URL-OF-THE-REPOSITORY".to_owned());
    commands
}

/// What git-filter-repo replaces, in all files of all commits: the words of entries of the ledger about this award. Others
/// may have the same words, and what they signed with them has to stay as it is.
fn words_about(id: AssertionId) -> [String; 2] {
    // Python's `re` on bytes. To the end of the line with the id; and of old, from the line with the id on, as long as lines
    // belong to the same table.
    [
        format!(r#"regex:(?m)^(\w+ = \{{ id = "{id}".*? (?:consent|reason) = ).*$==>\1"erased" }}"#),
        format!(r#"regex:(?m)^(id = "{id}".*\n(?:[^\[\n].*\n)*?(?:consent|reason) = ).*$==>\1"erased""#),
    ]
}

/// A word as a shell reads it back.
fn for_shell(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/._-".contains(c);
    match word.chars().all(is_plain) {
        true => word.to_owned(),
        false => format!("'{}'", word.replace('\'', "'\\''")),
    }
}

fn letter(site: &Site, ids: &BTreeSet<AssertionId>) -> String {
    let pages: Vec<String> = ids.iter().map(|id| format!("  {}\n", address::award_page(&site.base_url, *id))).collect();
    let repository = site.repository.as_deref().unwrap_or("(the address of the repository)");
    format!(
        "\
To the host's support

Somebody asked us to erase personal data that we published in the repository
  {repository}
We have removed it, and rewritten the history. Please remove cached views of the old commits and of the pull requests
that touched these files, run garbage collection, and tell us which forks still hold them:
{files}
To search engines and archives

The pages at these addresses no longer hold the personal data that they once held. Please remove what you keep of
their earlier state:
{pages}
Thank you.
",
        files = ids.iter().map(|id| format!("  {id}.json\n")).collect::<String>(),
        pages = pages.concat(),
    )
}
