//! **Memory**: what one build leaves to the next in the same process, so that a change costs what it touches.
//!
//! Nothing here is believed: what is kept is what a stage made of certain bytes, and it is used again only for these
//! bytes in the same surroundings. A build without a memory gives the same site.

use super::{
    Fingerprint, Sources,
    fingerprint::Print,
    load::{Read, Stamp},
    render::{Drawn, Made},
};
use crate::{
    diagnostic::Diagnostics,
    model::{Assertion, AssertionId, Gallery, SignedBytes},
    theme::Theme,
    time::Timestamp,
    trust::{Check, Verdict},
};
use sha2::{Digest as _, Sha256};
use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

/// How long a judgement is used again. Pages say when they were checked, so what is used again keeps its time.
const FRESH: jiff::SignedDuration = jiff::SignedDuration::from_mins(5);

/// What an assertion of these bytes was worth, and why.
#[derive(Debug)]
pub(super) struct Judged {
    pub(super) signed: SignedBytes,
    /// The badge as it was defined then.
    pub(super) defined: Option<Fingerprint>,
    pub(super) verdict: Verdict,
    pub(super) checks: Arc<[Check]>,
}

/// What an earlier build found out.
#[derive(Debug, Default)]
pub struct Memory {
    /// Files by path, as they were read.
    pub(super) files: HashMap<String, (Stamp, Read)>,
    /// Index cards and judgements of assertions, which hold in these surroundings.
    surroundings: [u8; 32],
    pub(super) cards: HashMap<String, Assertion>,
    pub(super) judged: HashMap<AssertionId, Judged>,
    judged_at: Option<Timestamp>,
    /// The templates and words of these sources.
    theme: Option<(Fingerprint, Theme)>,
    /// Pictures of badges.
    pub(super) pictures: Made,
    /// Grounds and cards.
    pub(super) drawn: Arc<Drawn>,
}

impl Memory {
    /// Forgets what does not hold beside these sources, and says as of when a build at `now` judges.
    pub(super) fn settle(&mut self, sources: &Sources, now: Timestamp) -> Timestamp {
        let surroundings = surroundings(sources);
        if surroundings != self.surroundings {
            self.cards.clear();
        }
        let judged_at = self
            .judged_at
            .filter(|at| surroundings == self.surroundings && now >= *at && now.duration_since(*at) < FRESH);
        if judged_at.is_none() {
            self.judged.clear();
        }
        self.surroundings = surroundings;
        *self.judged_at.insert(judged_at.unwrap_or(now))
    }

    /// The theme of a gallery. What is wrong with its templates is found out, and reported, each time.
    pub(super) fn theme(&mut self, gallery: &Gallery, problems: &mut Diagnostics) -> Theme {
        let mut print =
            Print::of("theme").value(&gallery.site.language).value(&gallery.site.title).value(&gallery.site.look);
        for file in &gallery.templates {
            print = print.part(file.path.as_bytes()).part(file.text.as_bytes());
        }
        let print = print.done();
        if let Some((_, theme)) = self.theme.as_ref().filter(|(made_of, _)| *made_of == print) {
            return theme.clone();
        }
        let before = problems.all().len();
        let theme = Theme::new(&gallery.site, &gallery.templates, problems);
        self.theme = (problems.all().len() == before).then(|| (print, theme.clone()));
        theme
    }

    /// The index card of an assertion, if it was made of the very bytes that now lie at `path`.
    pub(super) fn card(&self, path: &str, signed: &SignedBytes) -> Option<&Assertion> {
        self.cards.get(path).filter(|it| it.signed.is(signed))
    }

    /// Keeps the index card of an assertion.
    pub(super) fn keep_card(&mut self, card: &Assertion) {
        if self.card(&card.path, &card.signed).is_none() {
            self.cards.insert(card.path.clone(), card.clone());
        }
    }

    /// What these very bytes were judged to be worth, beside the same definition of their badge.
    pub(super) fn judged(&self, assertion: &Assertion, defined: Option<Fingerprint>) -> Option<&Judged> {
        self.judged.get(&assertion.id).filter(|it| it.defined == defined && it.signed.is(&assertion.signed))
    }

    /// Forgets files that are said to have changed; all of them, if it is not known which.
    pub fn forget(&mut self, paths: &BTreeSet<String>) {
        if paths.is_empty() {
            self.files.clear();
        }
        for path in paths {
            self.files.remove(path);
        }
    }
}

/// The digest of everything but the assertion itself that its card and its judgement depend on: the site, its issuers
/// and their keys, the names of badges, status lists and ledgers.
fn surroundings(sources: &Sources) -> [u8; 32] {
    let mut digest = Sha256::new();
    let mut add = |path: &str, bytes: &[u8]| {
        for part in [path.as_bytes(), bytes] {
            digest.update((part.len() as u64).to_le_bytes());
            digest.update(part);
        }
    };
    for file in sources.site.iter().chain(&sources.issuers).chain(&sources.ledgers) {
        add(&file.path, file.text.as_bytes());
    }
    for file in &sources.status_lists {
        add(&file.path, &file.bytes);
    }
    // Of a badge, an assertion's card knows the name, and the names that it had.
    for file in &sources.badges {
        let renamed = file.text.contains("previous");
        add(&file.path, if renamed { file.text.as_bytes() } else { b"" });
    }
    digest.finalize().into()
}
