//! A repository of N signed awards: a hundred badges, five issuers, narratives and evidence.

use accolade::{
    diagnostic::Diagnostics,
    model::{AssertionId, Award, Evidence, Gallery, Identity, Recipient},
    openbadges::v3,
    pipeline,
    time::{self, Timestamp},
    trust::{PublicKey, SignError, Signer, proof, status},
};
use ed25519_dalek::{Signer as _, SigningKey};
use rayon::prelude::*;
use std::{fmt::Write as _, fs, path::Path};

const ISSUERS: usize = 5;
const BADGES: usize = 100;
/// Half of what a list holds, so that a random index is free at the second try on average.
const AWARDS_PER_LIST: usize = 65_536;

struct Key(SigningKey, PublicKey);

impl Key {
    fn new() -> Self {
        let key = SigningKey::from_bytes(&[7; 32]);
        let public = PublicKey::from_bytes(key.verifying_key().as_bytes()).expect("a good key");
        Self(key, public)
    }
}

impl Signer for Key {
    fn public_key(&self) -> &PublicKey {
        &self.1
    }

    fn sign(&self, hash_data: &[u8; 64]) -> Result<[u8; 64], SignError> {
        Ok(self.0.sign(hash_data).to_bytes())
    }
}

/// What is made for each award, beside its page and its documents.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Profile {
    /// Baked pictures, PNG and SVG.
    pub(crate) pictures: bool,
    /// A card for link previews.
    pub(crate) cards: bool,
}

impl Profile {
    /// `documents`, `full`, `cards` or `full-cards`.
    pub(crate) fn name(self) -> &'static str {
        match (self.pictures, self.cards) {
            (false, false) => "documents",
            (true, false) => "full",
            (false, true) => "cards",
            (true, true) => "full-cards",
        }
    }
}

/// Writes the repository, unless an earlier run did.
pub(crate) fn gallery(root: &Path, awards: usize, profile: Profile) {
    let done = root.join(".complete");
    if done.exists() {
        return;
    }
    let _ = fs::remove_dir_all(root);
    write_definitions(root, profile, &Key::new());

    let mut problems = Diagnostics::default();
    let sources = pipeline::load(root, &mut problems).expect("the definitions can be read");
    let gallery = pipeline::check(&sources, &mut problems).expect("the definitions are right");
    assert_eq!(problems.errors(), 0, "{:?}", problems.all());

    (0..awards).into_par_iter().for_each_init(Key::new, |key, number| write_award(root, &gallery, number, key));
    for issuer in 0..ISSUERS {
        write_ledger(root, &gallery, issuer, awards, &Key::new());
    }
    fs::write(done, "").expect("the folder is ours");
}

fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("below the root")).expect("the folder is ours");
    fs::write(path, text).expect("the folder is ours");
}

fn write_definitions(root: &Path, profile: Profile, key: &Key) {
    let pictures = if profile.pictures { "both" } else { "none" };
    let cards = if profile.cards { "awards" } else { "none" };
    put(
        &root.join("accolade.toml"),
        &format!(
            "title = 'Bench'\nbase_url = 'https://bench.example/badges/'\ndescription = 'A gallery to measure.'\n\
             issuer = 'guild-0'\n\n[pictures]\nawards = '{pictures}'\ncards = '{cards}'\n"
        ),
    );
    for issuer in 0..ISSUERS {
        put(
            &root.join(format!("issuers/guild-{issuer}.toml")),
            &format!(
                "name = 'Guild {issuer}'\nurl = 'https://guild-{issuer}.example/'\nemail = 'badges@guild-{issuer}.example'\n\
                 description = 'People who make things.'\n\n[[key]]\npublic = '{}'\nfrom = 2020-01-01\n",
                key.1.to_multibase()
            ),
        );
    }
    for badge in 0..BADGES {
        put(
            &root.join(format!("badges/badge-{badge}.toml")),
            &format!(
                "name = 'Badge {badge}'\nissuer = 'guild-{}'\ndescription = 'Shows that somebody can do the thing number {badge}.'\n\
                 criteria = '''\nTo earn this badge you:\n\n* did the thing in front of two members,\n* explained **why** it works,\n\
                 * helped somebody else to do it.\n'''\ntype = 'Achievement'\nskills = ['skill {}', 'patience']\nhours = 6\n\n\
                 [[alignment]]\nname = 'Doing the thing'\nurl = 'https://framework.example/things/{badge}'\nframework = 'Things'\ncode = 'T{badge}'\n",
                badge % ISSUERS,
                badge % 17
            ),
        );
    }
}

/// Numbers that look random, always the same ones.
fn scramble(number: usize, salt: u64) -> u64 {
    let mut x = (number as u64).wrapping_add(salt).wrapping_add(0x9e37_79b9_7f4a_7c15);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

fn id(number: usize) -> AssertionId {
    let mut bytes = [0; AssertionId::LENGTH];
    for (place, byte) in bytes.iter_mut().enumerate() {
        *byte = (scramble(number, place as u64) >> 8) as u8;
    }
    AssertionId::from_random(bytes)
}

fn badge(number: usize) -> usize {
    number % BADGES
}

/// Number of the list and index in it: an odd multiplier visits every index once.
fn place(number: usize) -> (u32, u32) {
    let nth = number / ISSUERS;
    let index = (nth % AWARDS_PER_LIST).wrapping_mul(40_503) % status::LENGTH as usize;
    ((nth / AWARDS_PER_LIST) as u32 + 1, index as u32)
}

fn awarded(number: usize) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + (number as i64 * 7_919) % 60_000_000).expect("within range")
}

fn write_award(root: &Path, gallery: &Gallery, number: usize, key: &Key) {
    let badge =
        &gallery.badges.values().find(|it| it.slug.as_str() == format!("badge-{}", badge(number))).expect("written");
    let issuer = &gallery.issuers[&badge.issuer];
    let award = Award {
        badge: badge.slug.clone(),
        recipient: Recipient {
            identity: Identity::EmailHash {
                hash: format!(
                    "sha256${:016x}{:016x}{:016x}{:016x}",
                    scramble(number, 1),
                    scramble(number, 2),
                    scramble(number, 3),
                    scramble(number, 4)
                ),
                salt: format!("{:016x}{:016x}", scramble(number, 5), scramble(number, 6)),
            },
            name: None,
        },
        date: Some(awarded(number)),
        valid_from: None,
        valid_until: None,
        narrative: Some(format!(
            "Did the thing on day {number} and explained it to **three** others, two of whom came back."
        )),
        evidence: vec![Evidence {
            url: Some(format!("https://forge.example/things/pulls/{number}")),
            name: Some("The thing".into()),
            narrative: Some("What was done, with the discussion.".into()),
            ..Evidence::default()
        }],
        activity_start: None,
        activity_end: None,
        role: None,
        licence_number: None,
        credits: None,
        term: None,
        results: Vec::new(),
        source: None,
    };
    let id = id(number);
    let document =
        v3::credential(&award, badge, issuer, &gallery.site, id, place(number), awarded(number)).expect("a good award");
    let did = gallery.site.base_url.did(&issuer.slug);
    let method = format!("{did}#{}", key.1.to_multibase());
    let signed = proof::sign(document, &method, key, awarded(number)).expect("a portable document");
    let text = serde_json::to_string_pretty(&signed).expect("JSON") + "\n";
    put(&root.join(format!("assertions/{}/{id}.json", badge.slug)), &text);
}

fn write_ledger(root: &Path, gallery: &Gallery, issuer: usize, awards: usize, key: &Key) {
    let mut ledger = String::from("# Append-only.\n");
    let mut lists = 0;
    for number in (0..awards).filter(|number| badge(*number) % ISSUERS == issuer) {
        let (list, index) = place(number);
        lists = lists.max(list);
        write!(
            ledger,
            "\n[[entry]]\nawarded = {{ id = \"{}\", at = {}, badge = \"badge-{}\", list = {list}, index = {index} }}\n",
            id(number),
            time::format(awarded(number)),
            badge(number)
        )
        .expect("a string");
    }
    let folder = root.join(format!("status/guild-{issuer}"));
    put(&folder.join("ledger.toml"), &ledger);
    let issuer = &gallery.issuers[&format!("guild-{issuer}").parse().expect("a slug")];
    let did = gallery.site.base_url.did(&issuer.slug);
    for list in 1..=lists {
        let url = gallery.site.base_url.join(&format!("status/{}/{list}.json", issuer.slug));
        let at = Timestamp::from_second(1_700_000_000).expect("within range");
        let document = status::credential(&status::Bits::new(), &url, &did, at);
        let signed = proof::sign(document, &format!("{did}#{}", key.1.to_multibase()), key, at).expect("portable");
        put(&folder.join(format!("{list}.json")), &(serde_json::to_string_pretty(&signed).expect("JSON") + "\n"));
    }
}
