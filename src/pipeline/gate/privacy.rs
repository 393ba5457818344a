//! The privacy gate: what must not become public, because it cannot be taken back.
//!
//! A push is for ever: forks, caches and archives keep what a later commit takes out. So the gate looks at every file
//! of the repository, also at those that no page shows.

use super::{
    beside::{self, Extent},
    encoding::Encoding,
    named,
    packed::{inside, is_packed},
    position::has_position,
    signed::signed,
    spelt::{addresses, is_reserved},
};
use crate::{
    diagnostic::{Code, Diagnostic, Diagnostics, SourceFile},
    disk::Error,
    pipeline::{Sources, check::email},
};
use rayon::prelude::*;
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
    path::Path,
    sync::Arc,
};

/// Whether a problem of this kind is one for which a commit is held back.
#[must_use]
pub fn is_privacy(code: Code) -> bool {
    matches!(
        code,
        Code::EmailInRepository
            | Code::UnsaltedHash
            | Code::ReusedSalt
            | Code::NoConsent
            | Code::PersonalFileName
            | Code::PositionData
            | Code::SecretKey
    )
}

/// Looks through what a site is made of for what must not become public: a build refuses it.
pub(in crate::pipeline) fn published(sources: &Sources, problems: &mut Diagnostics) {
    let contacts = contacts(sources);
    let texts = sources.pages.iter().chain(&sources.templates).chain(sources.criteria.values());
    let texts = texts.chain(&sources.badges).chain(&sources.issuers).chain(&sources.site).chain(&sources.people);
    let texts: Vec<&Arc<SourceFile>> = texts.chain(&sources.ledgers).collect();
    // A ledger may be as long as all the rest, and is one text.
    let (of_texts, of_awards) = rayon::join(
        || texts.into_par_iter().map(|file| text(file, &contacts, false)).collect(),
        || sources.assertions.par_iter().filter_map(|it| signed(it, &contacts)).collect::<Vec<_>>(),
    );
    add(of_texts, problems);
    problems.extend(of_awards);
    let pictures = sources.pictures.iter().map(|(path, bytes)| (path.as_str(), &**bytes));
    let statics = sources.statics.iter().map(|it| (it.path.as_str(), &*it.bytes));
    let files: Vec<(&str, &[u8])> = statics.chain(pictures).collect();
    add(files.into_par_iter().map(|(path, bytes)| bytes_of(path, bytes, &contacts)).collect(), problems);
    let named = sources.pages.iter().map(|it| &it.path).chain(sources.statics.iter().map(|it| &it.path));
    named.for_each(|path| named::address_in_name(path, problems));
}

/// Looks through the whole repository at `root`, hidden files and all, for what must not become public.
///
/// # Errors
///
/// When the machine fails.
pub fn privacy(root: &Path, extent: Extent, sources: &Sources, problems: &mut Diagnostics) -> Result<(), Error> {
    let contacts = contacts(sources);
    read(sources, &contacts, problems);
    let paths = beside::paths(root, extent, sources)?;
    let found: Result<Vec<_>, Error> = paths.par_iter().map(|path| beside::leaks(root, path, &contacts)).collect();
    add(found?, problems);
    named::names(sources, &paths, problems);
    Ok(())
}

/// As [`privacy`], of the files that were read, and none beside them.
pub fn privacy_of(sources: &Sources, problems: &mut Diagnostics) {
    read(sources, &contacts(sources), problems);
    named::names(sources, &[], problems);
}

fn read(sources: &Sources, contacts: &BTreeSet<String>, problems: &mut Diagnostics) {
    published(sources, problems);
    add(sources.nominations.par_iter().map(|file| text(file, contacts, false)).collect(), problems);
}

/// Adds what was found of each file; what is known of a place already is not said twice.
fn add(found: Vec<Vec<Diagnostic>>, problems: &mut Diagnostics) {
    let mut known: BTreeMap<&str, Vec<Range<usize>>> = BTreeMap::new();
    for it in problems.all().iter().filter(|it| it.code == Code::EmailInRepository) {
        if let Some(label) = it.labels.first() {
            known.entry(&label.file.path).or_default().push(label.span.clone());
        }
    }
    let is_new = |it: &Diagnostic| {
        let Some(label) = it.labels.first().filter(|_| it.code == Code::EmailInRepository) else { return true };
        let Some(known) = known.get(label.file.path.as_str()) else { return true };
        !known.iter().any(|it| it.start <= label.span.end && label.span.start <= it.end)
    };
    let new: Vec<Diagnostic> = found.into_iter().flatten().filter(is_new).collect();
    problems.extend(new);
}

/// A licence of somebody else's work names its authors: `LICENSE`, `LICENSE-MIT`, `OFL.txt`, and a notice beside it.
pub(super) fn is_licence(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path).to_ascii_lowercase();
    let (stem, ending) = name.split_once('.').unwrap_or((&name, "txt"));
    let of = stem.split_once(['-', '_']).map_or(stem, |(of, _)| of);
    ["txt", "md", "rst", "html", "lesser", "mit", "apache"].contains(&ending)
        && (["license", "licence", "unlicense", "copying", "ofl"].contains(&of) || stem == "notice")
}

/// The public contact addresses of issuers.
fn contacts(sources: &Sources) -> BTreeSet<String> {
    let lines = sources.issuers.iter().flat_map(|it| it.text.lines());
    let set = lines.filter_map(|line| line.trim_start().strip_prefix("email"));
    set.filter_map(|rest| email::find(rest).map(|at| rest[at].to_lowercase())).collect()
}

/// What the bytes of a file must not hold: of any text, whatever wrote it, and of pictures.
fn bytes_of(path: &str, bytes: &[u8], contacts: &BTreeSet<String>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if let Some(encoding) = Encoding::of(bytes).filter(|_| !is_licence(path) && !is_packed(bytes)) {
        let file = SourceFile { path: path.to_owned(), text: encoding.text(bytes) };
        found = text(&Arc::new(file), contacts, false);
    }
    if is_packed(bytes) {
        found.extend(inside(path, bytes, contacts, false));
    }
    found.extend(has_position(bytes).then(|| taken_somewhere(path)));
    found
}

/// The problem of a picture with a position.
pub(super) fn taken_somewhere(path: &str) -> Diagnostic {
    let problem = Diagnostic::error(Code::PositionData, "the picture says where it was taken").file(path);
    problem.help("remove its metadata, for instance with `exiftool -all= FILE`, and commit that copy")
}

/// What a text must not hold. `beside` the gallery, addresses that nobody can have may serve as examples.
pub(super) fn text(file: &Arc<SourceFile>, contacts: &BTreeSet<String>, beside: bool) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut end = None;
    for (span, address) in addresses(&file.text) {
        // An issuer's file of `init` shows what a contact looks like.
        let shows_examples = beside || file.path.starts_with("issuers/");
        // One address may be spelt in two ways at once.
        let is_known = end.is_some_and(|end| span.start <= end);
        if is_known || may_stand(&address, contacts, shows_examples) {
            continue;
        }
        end = Some(span.end);
        let problem = Diagnostic::error(Code::EmailInRepository, "an e-mail address may not stand here").label(
            file,
            span,
            "everybody could read it",
        );
        found.push(problem.help("name people by a profile address or a DID, and awards by their id"));
    }
    // A nomination has the salt beside it, and so has the document that a build makes of an award.
    let is_salted = file.path.starts_with("nominations/") && file.path.ends_with(".toml");
    if !is_salted && !file.path.starts_with("public/") {
        found.extend(hashes(file));
    }
    found
}

/// Whether an address is public anyway, or nobody's; where there may be `examples`, one of those that nobody can have.
pub(super) fn may_stand(address: &str, contacts: &BTreeSet<String>, examples: bool) -> bool {
    let address = address.to_lowercase();
    let host = address.rsplit('@').next().unwrap_or_default();
    (examples && is_reserved(host)) || is_nobody(&address) || contacts.contains(&address)
}

/// Whether a git host wrote it in place of an address.
fn is_nobody(address: &str) -> bool {
    address.rsplit('@').next().is_some_and(|host| host.split('.').any(|part| part == "noreply"))
}

/// Hashes of addresses where no salt stands beside them.
fn hashes(file: &Arc<SourceFile>) -> Vec<Diagnostic> {
    let digits = |at: usize| file.text[at + 7..].bytes().take_while(u8::is_ascii_hexdigit).count();
    let starts = file.text.match_indices("sha256$").map(|(at, _)| at).filter(|at| digits(*at) == 64);
    let problem = |at: usize| {
        let problem = Diagnostic::error(Code::UnsaltedHash, "the hash of an address may not stand here").label(
            file,
            at..at + 7 + 64,
            "whoever guesses the address can prove that it is this one",
        );
        problem.help("take it out: an award has its hash, with a salt of its own, in its signed file")
    };
    starts.map(problem).collect()
}
