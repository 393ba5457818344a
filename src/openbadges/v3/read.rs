//! A credential as it was signed, for whoever shows it.
//!
//! Reading proves nothing: whether the credential is genuine is a matter for [`crate::trust`].

use super::text::{Named, Text, maybe_named, named, set};
use crate::{model::Identity, time::Timestamp};
use serde::Deserialize;
use serde_json::value::RawValue;

/// Reads a credential. Unknown members are passed over.
///
/// # Errors
///
/// A sentence, when it is no JSON or lacks what Open Badges 3.0 requires, with line and column.
pub fn read(bytes: &[u8]) -> std::result::Result<Credential<'_>, String> {
    credential_from_json(bytes)
}

/// As [`read`], but for the achievement, which is given as it is written: nearly all awards of a badge have the same.
///
/// # Errors
///
/// As [`read`].
pub fn read_around(bytes: &[u8]) -> std::result::Result<Credential<'_, &RawValue>, String> {
    credential_from_json(bytes)
}

/// Reads an achievement.
///
/// # Errors
///
/// A sentence, when it lacks what Open Badges 3.0 requires, with line and column within it.
pub fn read_achievement(achievement: &RawValue) -> std::result::Result<Achievement<'_>, String> {
    serde_json::from_str(achievement.get()).map_err(|flaw| format!("this is no Open Badges 3.0 achievement: {flaw}"))
}

/// Reads a credential, or a part of one, as JSON.
pub(super) fn credential_from_json<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> std::result::Result<T, String> {
    from_json(bytes).map_err(|flaw| format!("this is no Open Badges 3.0 credential: {flaw}"))
}

/// Reads JSON. Whether it is UTF-8 is asked once, and not of every text in it.
pub(super) fn from_json<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> serde_json::Result<T> {
    match std::str::from_utf8(bytes) {
        Ok(text) => serde_json::from_str(text),
        // Which says where it is not.
        Err(_) => serde_json::from_slice(bytes),
    }
}

/// An OpenBadgeCredential.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Credential<'a, A = Achievement<'a>> {
    /// Its address.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// Its classes.
    #[serde(rename = "type", deserialize_with = "set")]
    pub types: Vec<Text<'a>>,
    /// Who awarded it.
    #[serde(deserialize_with = "named")]
    pub issuer: Profile<'a>,
    /// From when it is valid, as signed.
    pub valid_from: Text<'a>,
    /// Until when it is valid, as signed.
    pub valid_until: Option<Text<'a>>,
    /// The day of the award, as signed.
    pub awarded_date: Option<Text<'a>>,
    /// Its name.
    pub name: Option<Text<'a>>,
    /// What it stands for.
    pub description: Option<Text<'a>>,
    /// Its own picture.
    #[serde(default, deserialize_with = "maybe_named")]
    pub image: Option<Image<'a>>,
    /// Who got what.
    #[serde(rename = "credentialSubject")]
    pub subject: Subject<'a, A>,
    /// Proof of it.
    #[serde(default, deserialize_with = "set")]
    pub evidence: Vec<Evidence<'a>>,
    /// Its place in a status list.
    #[serde(rename = "credentialStatus")]
    pub status: Option<Status<'a>>,
    /// Its proofs, in order.
    #[serde(rename = "proof", default, deserialize_with = "set")]
    pub proofs: Vec<Proof<'a>>,
}

/// Open Badges 3.0, AchievementSubject.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Subject<'a, A = Achievement<'a>> {
    /// The recipient's profile address or DID.
    #[serde(borrow)]
    pub id: Option<Text<'a>>,
    /// Other identifiers of the recipient.
    #[serde(rename = "identifier", default, deserialize_with = "set")]
    pub identifiers: Vec<IdentityObject<'a>>,
    /// The badge as it was on the day.
    pub achievement: A,
    /// What the recipient did (Markdown).
    pub narrative: Option<Text<'a>>,
    /// When they did it.
    pub activity_start_date: Option<Text<'a>>,
    /// Until when they did it.
    pub activity_end_date: Option<Text<'a>>,
    /// In which role.
    pub role: Option<Text<'a>>,
    /// A licence or membership number.
    pub license_number: Option<Text<'a>>,
    /// Credits earned.
    pub credits_earned: Option<serde_json::Number>,
    /// Term.
    pub term: Option<Text<'a>>,
    /// Results.
    #[serde(rename = "result", default, deserialize_with = "set")]
    pub results: Vec<Result<'a>>,
    /// The organisation that assessed, if it is not the issuer.
    #[serde(default, deserialize_with = "maybe_named")]
    pub source: Option<Profile<'a>>,
}

/// Open Badges 3.0, IdentityObject.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IdentityObject<'a> {
    /// Whether `hash` is one.
    pub hashed: bool,
    /// The hash, or the identifier itself.
    #[serde(borrow, rename = "identityHash")]
    pub hash: Text<'a>,
    /// What is hashed, such as `emailAddress`.
    #[serde(rename = "identityType")]
    pub kind: Text<'a>,
    /// The salt.
    pub salt: Option<Text<'a>>,
}

/// Open Badges 3.0, Achievement.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Achievement<'a> {
    /// Its address.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// Its name.
    pub name: Text<'a>,
    /// What it stands for.
    pub description: Text<'a>,
    /// What has to be done for it.
    pub criteria: Criteria<'a>,
    /// Kind of achievement.
    pub achievement_type: Option<Text<'a>>,
    /// Its picture.
    #[serde(default, deserialize_with = "maybe_named")]
    pub image: Option<Image<'a>>,
    /// Who defined it, if it is not the issuer.
    #[serde(default, deserialize_with = "maybe_named")]
    pub creator: Option<Profile<'a>>,
    /// Skills and other tags.
    #[serde(rename = "tag", default, deserialize_with = "set")]
    pub tags: Vec<Text<'a>>,
    /// Entries of frameworks.
    #[serde(rename = "alignment", default, deserialize_with = "set")]
    pub alignments: Vec<Alignment<'a>>,
    /// Credits that come with it.
    pub credits_available: Option<serde_json::Number>,
    /// Field of study.
    pub field_of_study: Option<Text<'a>>,
    /// Specialization.
    pub specialization: Option<Text<'a>>,
    /// A code by which people know it.
    pub human_code: Option<Text<'a>>,
    /// Version of the definition.
    pub version: Option<Text<'a>>,
    /// BCP 47 tag of its language.
    pub in_language: Option<Text<'a>>,
    /// Badges it has to do with.
    #[serde(default, deserialize_with = "set")]
    pub related: Vec<Related<'a>>,
    /// Results that awards report.
    #[serde(rename = "resultDescription", default, deserialize_with = "set")]
    pub result_descriptions: Vec<ResultDescription<'a>>,
}

/// Open Badges 3.0, Criteria.
#[derive(Debug, Clone, Deserialize)]
pub struct Criteria<'a> {
    /// A page that says more.
    #[serde(borrow)]
    pub id: Option<Text<'a>>,
    /// In words (Markdown).
    pub narrative: Option<Text<'a>>,
}

/// Open Badges 3.0, Profile.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Profile<'a> {
    /// Its DID or address.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// Its name.
    pub name: Option<Text<'a>>,
    /// Its home page.
    pub url: Option<Text<'a>>,
    /// A public contact address.
    pub email: Option<Text<'a>>,
    /// Who they are (Markdown).
    pub description: Option<Text<'a>>,
    /// Its logo.
    #[serde(default, deserialize_with = "maybe_named")]
    pub image: Option<Image<'a>>,
    /// The organisation it belongs to.
    #[serde(rename = "parentOrg", default, deserialize_with = "maybe_boxed")]
    pub parent: Option<Box<Profile<'a>>>,
    /// Entries in official registers.
    #[serde(rename = "otherIdentifier", default, deserialize_with = "set")]
    pub identifiers: Vec<IdentifierEntry<'a>>,
}

/// Open Badges 3.0, IdentifierEntry.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IdentifierEntry<'a> {
    /// The identifier itself.
    #[serde(borrow)]
    pub identifier: Text<'a>,
    /// Its kind.
    #[serde(rename = "identifierType")]
    pub kind: Text<'a>,
}

/// Open Badges 3.0, Image.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Image<'a> {
    /// Its address, or a `data:` URL.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// What it shows.
    pub caption: Option<Text<'a>>,
}

/// Open Badges 3.0, Alignment.
#[derive(Debug, Clone, Deserialize)]
pub struct Alignment<'a> {
    /// The entry's name.
    #[serde(borrow, rename = "targetName")]
    pub name: Text<'a>,
    /// The entry's address.
    #[serde(rename = "targetUrl")]
    pub url: Text<'a>,
    /// The framework's name.
    #[serde(rename = "targetFramework")]
    pub framework: Option<Text<'a>>,
    /// The entry's code within the framework.
    #[serde(rename = "targetCode")]
    pub code: Option<Text<'a>>,
    /// What it says.
    #[serde(rename = "targetDescription")]
    pub description: Option<Text<'a>>,
    /// Its kind.
    #[serde(rename = "targetType")]
    pub kind: Option<Text<'a>>,
}

/// Open Badges 3.0, Related.
#[derive(Debug, Clone, Deserialize)]
pub struct Related<'a> {
    /// The other achievement's id.
    #[serde(borrow)]
    pub id: Text<'a>,
}

/// Open Badges 3.0, ResultDescription.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ResultDescription<'a> {
    /// Its id.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// Its name.
    pub name: Text<'a>,
    /// Its kind.
    pub result_type: Text<'a>,
    /// Least possible value.
    #[serde(rename = "valueMin")]
    pub min: Option<Text<'a>>,
    /// Greatest possible value.
    #[serde(rename = "valueMax")]
    pub max: Option<Text<'a>>,
    /// Possible values, in order.
    #[serde(rename = "allowedValue", default, deserialize_with = "set")]
    pub allowed: Vec<Text<'a>>,
    /// The value one needs.
    #[serde(rename = "requiredValue")]
    pub required: Option<Text<'a>>,
    /// The id of the level one needs.
    pub required_level: Option<Text<'a>>,
    /// Levels of a rubric.
    #[serde(rename = "rubricCriterionLevel", default, deserialize_with = "set")]
    pub levels: Vec<RubricLevel<'a>>,
}

/// Open Badges 3.0, RubricCriterionLevel.
#[derive(Debug, Clone, Deserialize)]
pub struct RubricLevel<'a> {
    /// Its id.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// Its name.
    pub name: Text<'a>,
    /// What it takes.
    pub description: Option<Text<'a>>,
    /// The level.
    pub level: Option<Text<'a>>,
    /// The points.
    pub points: Option<Text<'a>>,
}

/// Open Badges 3.0, Result.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Result<'a> {
    /// The id of its description.
    #[serde(borrow, rename = "resultDescription")]
    pub description: Option<Text<'a>>,
    /// The value.
    pub value: Option<Text<'a>>,
    /// The id of the level reached.
    pub achieved_level: Option<Text<'a>>,
    /// Its status.
    pub status: Option<Text<'a>>,
}

/// Open Badges 3.0, Evidence.
#[derive(Debug, Clone, Deserialize)]
pub struct Evidence<'a> {
    /// Where it is.
    #[serde(borrow)]
    pub id: Option<Text<'a>>,
    /// Its name.
    pub name: Option<Text<'a>>,
    /// What it shows (Markdown).
    pub narrative: Option<Text<'a>>,
    /// What kind of thing it is.
    pub description: Option<Text<'a>>,
    /// Its kind.
    pub genre: Option<Text<'a>>,
    /// For whom it was made.
    pub audience: Option<Text<'a>>,
}

/// An entry in a status list (Bitstring Status List 1.0, BitstringStatusListEntry).
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Status<'a> {
    /// Its id.
    #[serde(borrow)]
    pub id: Option<Text<'a>>,
    /// Its class.
    #[serde(rename = "type")]
    pub kind: Text<'a>,
    /// What a set bit means, such as `revocation`.
    #[serde(rename = "statusPurpose")]
    pub purpose: Option<Text<'a>>,
    /// Its index, in decimal digits.
    #[serde(rename = "statusListIndex")]
    pub index: Option<Text<'a>>,
    /// The address of the list.
    #[serde(rename = "statusListCredential")]
    pub list: Option<Text<'a>>,
}

/// A Data Integrity proof.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Proof<'a> {
    /// Its class.
    #[serde(borrow, rename = "type")]
    pub kind: Text<'a>,
    /// The suite.
    pub cryptosuite: Option<Text<'a>>,
    /// When it was made.
    pub created: Option<Text<'a>>,
    /// The key's id.
    pub verification_method: Option<Text<'a>>,
    /// The signature.
    pub proof_value: Option<Text<'a>>,
}

impl Credential<'_> {
    /// From when it is valid.
    #[must_use]
    pub fn valid_from(&self) -> Option<Timestamp> {
        instant(Some(&self.valid_from))
    }

    /// Until when it is valid.
    #[must_use]
    pub fn valid_until(&self) -> Option<Timestamp> {
        instant(self.valid_until.as_ref())
    }

    /// The day of the award; when it became valid, if no day is given.
    #[must_use]
    pub fn awarded(&self) -> Option<Timestamp> {
        instant(self.awarded_date.as_ref()).or_else(|| self.valid_from())
    }

    /// By what the recipient is identified: an address or DID before a hash.
    #[must_use]
    pub fn identity(&self) -> Option<Identity> {
        identity(self.subject.id.as_ref(), &self.subject.identifiers)
    }

    /// The recipient's name, if it was signed.
    #[must_use]
    pub fn recipient_name(&self) -> Option<&str> {
        name(&self.subject.identifiers)
    }
}

impl<'a> Achievement<'a> {
    /// What a result means.
    #[must_use]
    pub fn description_of(&self, result: &Result<'_>) -> Option<&ResultDescription<'a>> {
        let id = result.description.as_deref()?;
        self.result_descriptions.iter().find(|it| it.id == *id)
    }

    /// The rubric level with this id.
    #[must_use]
    pub fn level(&self, id: &str) -> Option<&RubricLevel<'a>> {
        self.result_descriptions.iter().flat_map(|it| &it.levels).find(|level| level.id == *id)
    }
}

impl<'a> Named<'a> for Profile<'a> {
    fn from_id(id: Text<'a>) -> Self {
        Self { id, ..Self::default() }
    }
}

impl<'a> Named<'a> for Image<'a> {
    fn from_id(id: Text<'a>) -> Self {
        Self { id, caption: None }
    }
}

fn maybe_boxed<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> std::result::Result<Option<Box<Profile<'de>>>, D::Error> {
    Ok(maybe_named(deserializer)?.map(Box::new))
}

/// A signed time. It always has a zone.
pub(super) fn instant(text: Option<&Text<'_>>) -> Option<Timestamp> {
    text?.parse::<Timestamp>().ok()
}

/// By what a recipient is identified.
pub(super) fn identity(id: Option<&Text<'_>>, identifiers: &[IdentityObject<'_>]) -> Option<Identity> {
    if let Some(id) = id {
        let id = id.to_string();
        return Some(if id.starts_with("did:") { Identity::Did(id) } else { Identity::Profile(id) });
    }
    let hashed = identifiers.iter().find(|it| it.hashed && it.kind == "emailAddress")?;
    Some(Identity::EmailHash {
        hash: hashed.hash.to_string(),
        salt: hashed.salt.as_deref().unwrap_or_default().to_owned(),
    })
}

/// The name among a recipient's identifiers.
pub(super) fn name<'i>(identifiers: &'i [IdentityObject<'_>]) -> Option<&'i str> {
    identifiers.iter().find(|it| !it.hashed && it.kind == "name").map(|it| it.hash.as_str())
}
