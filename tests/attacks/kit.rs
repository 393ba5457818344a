//! A guild whose key everybody knows, and its repository.

use crate::common::{GalleryTest, keys::Key};
use accolade::{
    canon::json,
    trust::{
        proof,
        status::{self, Bits},
    },
};
use serde_json::{Value, json};
use std::{collections::BTreeMap, fs};

pub(crate) const ADA: &str = "0000000000000000000a";
pub(crate) const BOB: &str = "0000000000000000000b";
pub(crate) const GUILD: &str = "did:web:badges.example:issuers:guild";
pub(crate) const LIST: &str = "https://badges.example/status/guild/1.json";
pub(crate) const SIGNED: &str = "2026-05-04T10:00:00Z";

/// Where Ada's award lies.
pub(crate) fn adas() -> String {
    format!("assertions/soldering/{ADA}.json")
}

/// The guild's key.
pub(crate) fn guild_key() -> Key {
    Key::new(7)
}

/// Signed with `key` in the name of `issuer`.
pub(crate) fn signed_by(document: Value, issuer: &str, key: &Key, at: &str) -> Value {
    proof::sign(document, &format!("{issuer}#{}", key.multibase()), key, at.parse().unwrap()).unwrap()
}

/// Signed by the guild.
pub(crate) fn signed(document: Value) -> Value {
    signed_by(document, GUILD, &guild_key(), SIGNED)
}

/// A status list of the guild in which these indexes are set, not signed yet.
pub(crate) fn list(set: &[u32]) -> Value {
    let mut bits = Bits::new();
    set.iter().for_each(|index| bits.set(*index, true));
    status::credential(&bits, LIST, GUILD, SIGNED.parse().unwrap())
}

/// An award of the guild, not signed yet.
pub(crate) fn award(id: &str, index: u32) -> Value {
    json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": format!("https://badges.example/assertions/{id}/credential.json"),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": "Soldering",
        "issuer": { "id": GUILD, "type": ["Profile"], "name": "Guild" },
        "validFrom": "2026-05-01T00:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [{
                "type": "IdentityObject",
                "hashed": true,
                "identityHash": "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399",
                "identityType": "emailAddress",
                "salt": format!("c29tZSByYW5kb20gYnl0ZXM{index}"),
            }],
            "achievement": {
                "id": "https://badges.example/badges/soldering/achievement.json",
                "type": ["Achievement"],
                "name": "Soldering",
                "description": "Joins metal.",
                "criteria": { "narrative": "Solder *something*." },
                "tag": ["soldering", "electronics"],
            },
        },
        "credentialStatus": {
            "id": format!("{LIST}#{index}"),
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": index.to_string(),
            "statusListCredential": LIST,
        },
    })
}

/// The entry of an award in the ledger.
pub(crate) fn entry(id: &str, badge: &str, index: u32) -> String {
    format!(
        "[[entry]]\nevent = 'awarded'\nid = '{id}'\nat = 2026-05-04T10:00:00Z\nbadge = '{badge}'\nlist = 1\nindex = {index}\n"
    )
}

/// The guild's repository: the badges `soldering` and `welding`, and an award of the first to Ada and to Bob, with the
/// indexes 7 and 8. Beside it lies `_site`, which an earlier build made.
pub(crate) struct Guild(pub(crate) GalleryTest);

impl Guild {
    pub(crate) fn new() -> Self {
        let badge = |name: &str| {
            format!(
                "name = '{name}'\ndescription = 'Joins metal.'\nissuer = 'guild'\ncriteria = 'Solder *something*.'\n"
            )
        };
        let test = GalleryTest::empty()
            .file(
                "accolade.toml",
                "
                title = 'Test Gallery'
                base_url = 'https://badges.example/'
                [pictures]
                awards = 'none'
                ",
            )
            .file("issuers/guild.toml", &format!("name = 'Guild'\n[[key]]\npublic = '{}'\n", guild_key().multibase()))
            .file("badges/soldering.toml", &badge("Soldering"))
            .file("badges/welding.toml", &badge("Welding"))
            .file("_site/build.json", "{\"generator\":\"accolade\"}")
            .file("_site/index.html", "The site as it was.");
        let guild = Self(test);
        guild.put(&adas(), &signed(award(ADA, 7)));
        guild.put(&format!("assertions/soldering/{BOB}.json"), &signed(award(BOB, 8)));
        guild.put("status/guild/1.json", &signed(list(&[])));
        guild.write("status/guild/ledger.toml", &(entry(ADA, "soldering", 7) + &entry(BOB, "soldering", 8)));
        guild
    }

    /// With Ada's award changed before it was signed.
    pub(crate) fn with_award(change: impl FnOnce(&mut Value)) -> Self {
        let guild = Self::new();
        let mut award = award(ADA, 7);
        change(&mut award);
        guild.put(&adas(), &signed(award));
        guild
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.0.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn put(&self, path: &str, document: &Value) {
        self.write(path, &format!("{document:#}\n"));
    }

    pub(crate) fn document(&self, path: &str) -> Value {
        json::parse(self.0.read(path).as_bytes()).unwrap()
    }

    /// Changes a document without signing it again.
    pub(crate) fn tamper(&self, path: &str, change: impl FnOnce(&mut Value)) {
        let mut document = self.document(path);
        change(&mut document);
        self.put(path, &document);
    }

    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.0.path(path)).unwrap();
    }

    /// `check` and `build` say these words and fail, and the site is as it was.
    #[track_caller]
    pub(crate) fn is_refused(&self, words: &str) {
        let before = self.tree("");
        for command in ["check", "build --out _site"] {
            let stderr = self.0.run(command).exits(1).stderr();
            assert!(stderr.contains(words), "`accolade {command}` does not say `{words}`, but\n{stderr}");
        }
        assert!(before == self.tree(""), "something was written");
    }

    /// `build` makes the site, and says nothing.
    #[track_caller]
    pub(crate) fn is_built(&self) {
        self.0.run("check").succeeds();
        self.0.run("build --out _site").succeeds();
    }

    /// Every file below a folder of the repository.
    pub(crate) fn tree(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let root = self.0.path(folder);
        let files = walkdir::WalkDir::new(&root).into_iter().map(Result::unwrap).filter(|it| it.file_type().is_file());
        files
            .map(|it| {
                (it.path().strip_prefix(&root).unwrap().to_str().unwrap().to_owned(), fs::read(it.path()).unwrap())
            })
            .collect()
    }

    /// The page of Ada's award.
    pub(crate) fn page(&self) -> String {
        self.0.read(&format!("_site/assertions/{ADA}/index.html"))
    }
}
