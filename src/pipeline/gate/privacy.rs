//! The privacy gate: what must not become public, because it cannot be taken back.
//!
//! A push is for ever: forks, caches and archives keep what a later commit takes out. So the gate looks at every file
//! of the repository, also at those that no page shows.

use crate::{
    diagnostic::{Code, Diagnostic, Diagnostics, SourceFile},
    disk::{self, Error, FoundKind},
    pipeline::{Sources, check::email},
};
use std::{collections::BTreeSet, ops::Range, path::Path, sync::Arc};

/// Files beside the gallery's own above this size are not looked into.
const LARGEST: u64 = 1 << 20;
/// Folders that are made, not written.
const MADE: [&str; 5] = ["public/", "target/", "node_modules/", "dist/", "vendor/"];
/// Folders of which every file is read anyway.
const READ: [&str; 9] =
    ["issuers/", "badges/", "people/", "nominations/", "assertions/", "status/", "pages/", "static/", "templates/"];

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

/// Looks through what a site is made of, beside what was signed, for what must not become public: a build refuses it.
pub(in crate::pipeline) fn published(sources: &Sources, problems: &mut Diagnostics) {
    let contacts = contacts(sources);
    let texts = sources.pages.iter().chain(&sources.templates).chain(sources.criteria.values());
    let texts = texts.chain(&sources.badges).chain(&sources.issuers).chain(&sources.site).chain(&sources.people);
    texts.for_each(|file| text(file, &contacts, false, problems));
    let pictures = sources.pictures.iter().map(|(path, bytes)| (path.as_str(), &**bytes));
    for (path, bytes) in sources.statics.iter().map(|it| (it.path.as_str(), &*it.bytes)).chain(pictures) {
        bytes_of(path, bytes, &contacts, problems);
    }
    let named = sources.pages.iter().map(|it| &it.path).chain(sources.statics.iter().map(|it| &it.path));
    named.for_each(|path| address_in_name(path, problems));
}

/// Looks through the whole repository at `root` for what must not become public.
///
/// # Errors
///
/// When the machine fails.
pub fn privacy(root: &Path, sources: &Sources, problems: &mut Diagnostics) -> Result<(), Error> {
    published(sources, problems);
    let contacts = contacts(sources);
    for file in sources.ledgers.iter().chain(&sources.nominations) {
        text(file, &contacts, false, problems);
    }
    let mut found = disk::list(root, "", 16)?;
    found.extend(disk::list(root, ".github", 16)?);
    for it in found {
        let FoundKind::File(size) = it.kind else { continue };
        let passed = READ.iter().chain(&MADE).any(|folder| it.path.starts_with(folder)) || it.path == "accolade.toml";
        if passed || size > LARGEST || is_licence(&it.path) {
            continue;
        }
        let Some(bytes) = disk::read(root, &it.path, LARGEST)? else { continue };
        if let Ok(content) = String::from_utf8(bytes) {
            let file = Arc::new(SourceFile { path: it.path, text: content });
            text(&file, &contacts, true, problems);
        }
    }
    names(sources, problems);
    Ok(())
}

/// A licence of somebody else's work names its authors.
fn is_licence(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path).to_ascii_lowercase();
    ["license", "licence", "copying", "notice", "ofl"].iter().any(|it| name.starts_with(it))
}

/// The public contact addresses of issuers.
fn contacts(sources: &Sources) -> BTreeSet<String> {
    let lines = sources.issuers.iter().flat_map(|it| it.text.lines());
    let set = lines.filter_map(|line| line.trim_start().strip_prefix("email"));
    set.filter_map(|rest| email::find(rest).map(|at| rest[at].to_lowercase())).collect()
}

fn bytes_of(path: &str, bytes: &[u8], contacts: &BTreeSet<String>, problems: &mut Diagnostics) {
    if !is_licence(path)
        && bytes.len() as u64 <= LARGEST
        && let Ok(content) = std::str::from_utf8(bytes)
    {
        text(&Arc::new(SourceFile { path: path.to_owned(), text: content.to_owned() }), contacts, false, problems);
    }
    if has_position(bytes) {
        let problem = Diagnostic::error(Code::PositionData, "the picture says where it was taken").file(path);
        problems
            .push(problem.help("remove its metadata, for instance with `exiftool -all= FILE`, and commit that copy"));
    }
}

/// What a text must not hold. `beside` the gallery, addresses that nobody can have may serve as examples.
fn text(file: &Arc<SourceFile>, contacts: &BTreeSet<String>, beside: bool, problems: &mut Diagnostics) {
    for (span, address) in addresses(&file.text) {
        let address = address.to_lowercase();
        let host = address.rsplit('@').next().unwrap_or_default();
        // An issuer's file of `init` shows what a contact looks like.
        let is_example = (beside || file.path.starts_with("issuers/")) && is_reserved(host);
        if contacts.contains(&address) || is_example || host.ends_with("noreply.github.com") {
            continue;
        }
        let known = |it: &Diagnostic| {
            it.code == Code::EmailInRepository
                && it.labels.first().is_some_and(|label| {
                    label.file.path == file.path && label.span.start <= span.end && span.start <= label.span.end
                })
        };
        if problems.all().iter().any(known) {
            continue;
        }
        let problem = Diagnostic::error(Code::EmailInRepository, "an e-mail address may not stand here").label(
            file,
            span,
            "everybody could read it",
        );
        problems.push(problem.help("name people by a profile address or a DID, and awards by their id"));
    }
    if !file.path.starts_with("nominations/") {
        for (at, _) in file.text.match_indices("sha256$") {
            let digits = file.text[at + 7..].bytes().take_while(u8::is_ascii_hexdigit).count();
            if digits == 64 {
                let problem = Diagnostic::error(Code::UnsaltedHash, "the hash of an address may not stand here").label(
                    file,
                    at..at + 7 + digits,
                    "whoever guesses the address can prove that it is this one",
                );
                problems.push(
                    problem.help("take it out: an award has its hash, with a salt of its own, in its signed file"),
                );
            }
        }
    }
}

/// Whether a text holds an e-mail address, also one that is written for machines not to see.
#[must_use]
pub fn holds_address(text: &str) -> bool {
    !addresses(text).is_empty()
}

/// Names that are reserved for examples (RFC 2606, sections 2 and 3).
fn is_reserved(host: &str) -> bool {
    let last = host.rsplit('.').next().unwrap_or_default();
    ["example", "test", "invalid", "localhost"].contains(&last)
        || ["example.org", "example.com", "example.net"]
            .iter()
            .any(|it| host == *it || host.ends_with(&format!(".{it}")))
}

/// The addresses of a text, also those that are written for machines not to see.
fn addresses(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = email::find(&text[from..]) {
        let span = from + at.start..from + at.end;
        found.push((span.clone(), text[span.clone()].to_owned()));
        from = span.end;
    }
    // Lower case in ASCII keeps every byte where it is.
    let plain = text.to_ascii_lowercase();
    for sign in SIGNS {
        for (at, _) in plain.match_indices(sign) {
            let name: String = {
                let before = plain[..at].trim_end_matches(' ');
                let local = |c: char| c.is_ascii_alphanumeric() || "._+-".contains(c);
                let start = before
                    .rfind(|c| !local(c))
                    .map_or(0, |it| it + before[it..].chars().next().map_or(1, char::len_utf8));
                before[start..].to_owned()
            };
            let end = at + sign.len();
            let after = plain[end..].trim_start_matches(' ');
            let skipped = plain[end..].len() - after.len();
            let mut host = String::new();
            let mut used = 0;
            loop {
                let rest = &after[used..];
                let word = rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'-').count();
                host.push_str(&rest[..word]);
                used += word;
                let rest = &after[used..];
                let Some(dot) = DOTS.iter().find(|it| word > 0 && rest.starts_with(**it)) else { break };
                if !rest[dot.len()..].starts_with(|c: char| c.is_ascii_alphanumeric()) {
                    break;
                }
                host.push('.');
                used += dot.len();
            }
            let address = format!("{name}@{host}");
            if !name.is_empty() && email::find(&address).is_some_and(|it| it == (0..address.len())) {
                let start = plain[..at].trim_end_matches(' ').len() - name.len();
                found.push((start..end + skipped + used, address));
            }
        }
    }
    found
}

/// Ways to write `@`.
const SIGNS: [&str; 16] = [
    "%40",
    "&#64;",
    "&#x40;",
    "&commat;",
    "\\u0040",
    "(at)",
    "[at]",
    "{at}",
    "<at>",
    " at the host ",
    "(@)",
    "[@]",
    "＠",
    "﹫",
    "&#064;",
    "_at_",
];
/// Ways to write a dot.
const DOTS: [&str; 11] =
    [".", "(dot)", "[dot]", "{dot}", " (dot) ", " [dot] ", " {dot} ", " dot ", "&#46;", "%2e", "&period;"];

/// Whether a picture holds a position: Exif in JPEG, PNG and WebP, or XMP in any of them.
fn has_position(bytes: &[u8]) -> bool {
    let holds = |word: &[u8]| bytes.windows(word.len()).any(|it| it == word);
    let is_picture = bytes.starts_with(b"\xff\xd8")
        || bytes.starts_with(b"\x89PNG")
        || bytes.starts_with(b"RIFF")
        || bytes.starts_with(b"II*\0")
        || bytes.starts_with(b"MM\0*")
        || bytes.get(4..8) == Some(b"ftyp")
        || bytes.starts_with(b"<");
    if !is_picture {
        return false;
    }
    let mut cursor = std::io::Cursor::new(bytes);
    let exif = exif::Reader::new().continue_on_error(true).read_from_container(&mut cursor);
    let exif = match exif {
        Ok(exif) => Some(exif),
        Err(error) => error.distill_partial_result(|_| ()).ok(),
    };
    let in_exif = exif.is_some_and(|it| it.fields().any(|field| field.tag.context() == exif::Context::Gps));
    in_exif || holds(b"exif:GPSL") || holds(b"GPSLatitude")
}

/// File names that name somebody: unlike the file, its name stays in every link and every commit.
fn names(sources: &Sources, problems: &mut Diagnostics) {
    let mut people: BTreeSet<Vec<String>> = BTreeSet::new();
    let files = sources.people.iter().chain(&sources.nominations);
    for line in files.flat_map(|it| it.text.lines()) {
        let set = line.trim_start().strip_prefix("name").map(str::trim_start).and_then(|it| it.strip_prefix('='));
        people.extend(set.map(words).filter(|it| it.len() > 1));
    }
    for assertion in &sources.assertions {
        let bytes = assertion.signed.bytes();
        let Ok(signed) = std::str::from_utf8(&bytes) else { continue };
        if signed.contains("\"identityType\": \"name\"") || signed.contains("\"identityType\":\"name\"") {
            people.extend(signed_name(&bytes).map(|it| words(&it)).filter(|it| it.len() > 1));
        }
    }
    let unreadable = || sources.unreadable.iter().filter(|it| !it.starts_with("people/"));
    let paths = (sources.nominations.iter().map(|it| &it.path))
        .chain(sources.pages.iter().map(|it| &it.path))
        .chain(sources.statics.iter().map(|it| &it.path))
        .chain(unreadable());
    let elsewhere = sources.nominations.iter().map(|it| &it.path);
    elsewhere.chain(unreadable()).for_each(|path| address_in_name(path, problems));
    for path in paths {
        let name = words(path.rsplit('/').next().unwrap_or(path).rsplit_once('.').map_or(path, |(stem, _)| stem));
        if people.iter().any(|person| person.iter().all(|word| name.contains(word))) {
            let problem = Diagnostic::error(Code::PersonalFileName, "the file is named after a person");
            problems.push(problem.file(path.as_str()).help("rename it: what a file is called outlives what is in it"));
        }
    }
}

/// A file that is named after an e-mail address.
fn address_in_name(path: &str, problems: &mut Diagnostics) {
    if email::find(path).is_some() {
        let problem = Diagnostic::error(Code::EmailInRepository, "the file is named after an e-mail address");
        problems.push(problem.file(path).help("rename it: what a file is called stays in every commit"));
    }
}

/// The name that was signed with consent.
fn signed_name(bytes: &[u8]) -> Option<String> {
    let document: serde_json::Value = serde_json::from_slice(bytes).ok()?;
    let identifiers = document.get("credentialSubject")?.get("identifier")?;
    let list = identifiers.as_array().cloned().unwrap_or_else(|| vec![identifiers.clone()]);
    let named = list.iter().find(|it| it.get("identityType").and_then(|it| it.as_str()) == Some("name"))?;
    Some(named.get("identityHash")?.as_str()?.to_owned())
}

/// The words of a name, in plain letters.
fn words(name: &str) -> Vec<String> {
    let plain = deunicode::deunicode(name).to_lowercase();
    plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|it| !it.is_empty()).map(str::to_owned).collect()
}
