//! The page of an award.

use super::{AlignmentRow, Alternate, Fact, Head, Image, IssuerView, Link, Moment, Text};
use crate::theme::{Html, Prepared};
use serde::Serialize;

/// An award (`assertion.html`). Templates also see the fields of `AwardedBadge`.
#[derive(Debug, Serialize)]
pub struct AwardPage<'a> {
    /// The head of the page.
    pub page: Head<'a>,
    /// Its id.
    pub id: &'a str,
    /// What it is worth.
    pub verdict: VerdictView<'a>,
    /// The words that its script has at hand when nothing can be fetched, as JSON.
    pub spare_words_html: Html,
    /// Who earned it.
    pub recipient: Recipient<'a>,
    /// Who awarded it, as signed.
    pub issuer_name: Text<'a>,
    /// Who awarded it.
    pub issuer: Prepared<IssuerView<'a>>,
    /// Its `award_issuer`, which all awards of an issuer have.
    pub issuer_html: Option<Html>,
    /// The day of the award.
    pub awarded: Moment,
    /// From when it is valid, if later.
    pub valid_from: Option<Moment>,
    /// Until when it is valid.
    pub expires: Option<Moment>,
    /// What the recipient did.
    pub narrative_html: Option<Html>,
    /// Proof of it.
    pub evidence: Vec<EvidenceCard<'a>>,
    /// Results.
    pub results: Vec<ResultRow<'a>>,
    /// Hours, credits, role, dates of the activity and the like.
    pub facts: Vec<Fact<'a>>,
    /// What of the badge's definition has changed since it was signed, each in an element of its own.
    pub changed_html: Option<Html>,
    /// Each check that was made.
    pub checks: Vec<Prepared<CheckRow<'a>>>,
    /// For the recipient, unless it was withdrawn.
    pub holder: Option<Holder<'a>>,
    /// The page of the award that it puts right.
    pub supersedes: Option<String>,
    /// The page of the award that puts it right.
    pub superseded_by: Option<String>,
    /// What happened to it, oldest first.
    pub history: Vec<HistoryRow<'a>>,
    /// Who asked for it and who agreed.
    pub review: Option<ReviewView<'a>>,
    /// Where the signed file lies.
    pub source: Option<String>,
    /// Where to report a mistake.
    pub report_url: Option<String>,
    /// Its address as a QR code, for paper.
    pub qr_html: Html,
    /// The same in the words of schema.org, as JSON-LD.
    pub schema_html: Html,
    /// The hash of that text, for the page's policy: it is no script, but stands where scripts stand.
    pub schema_hash: String,
}

/// The badge of an award: as it was signed, but for its picture and the addresses.
#[derive(Debug, Serialize)]
pub struct AwardedBadge<'a> {
    /// Its name.
    pub name: Text<'a>,
    /// The language of what was signed, if it is not that of the site.
    pub language: Option<Text<'a>>,
    /// What it stands for.
    pub description: Text<'a>,
    /// Its kind, in words.
    pub kind: Text<'a>,
    /// What has to be done for it.
    pub criteria_html: Html,
    /// A page that says more.
    pub criteria_url: Option<Text<'a>>,
    /// The skills it proves; one that no badge names today has an empty address.
    pub skills: Vec<Link<'a>>,
    /// Entries of frameworks that it matches.
    pub alignments: Vec<AlignmentRow<'a>>,
    /// Its page.
    pub badge_url: String,
    /// Its picture.
    pub image: Image<'a>,
    /// Files to keep or to check elsewhere.
    pub downloads: Vec<Download<'a>>,
    /// The same as the page as data.
    pub documents: Vec<Alternate<'a>>,
}

/// What an award is worth.
#[derive(Debug, Serialize)]
pub struct VerdictView<'a> {
    /// `valid`, `expiring`, `not-yet-valid`, `expired`, `suspended`, `revoked`, `invalid` or `unchecked`.
    pub kind: &'static str,
    /// The verdict in words, with its full stop.
    pub text: String,
    /// The day that it speaks of where its check cannot find it out, as `2026-05-04`.
    pub day: Option<String>,
    /// Why, with its full stop.
    pub reason: Option<Text<'a>>,
    /// What is stamped across a printed award that is not valid.
    pub stamp: Option<&'a str>,
    /// When it was checked.
    pub checked: &'a Moment,
}

/// Who earned an award.
#[derive(Debug, Serialize)]
pub struct Recipient<'a> {
    /// How they are known: `person`, `name`, `profile`, `did` or `email`.
    pub kind: &'static str,
    /// What they are called, within a sentence.
    pub name: Text<'a>,
    /// The same, where a long address may break after each `/`.
    pub name_html: Html,
    /// Their page or profile.
    pub url: Option<String>,
}

/// A piece of evidence.
#[derive(Debug, Serialize)]
pub struct EvidenceCard<'a> {
    /// Where it is.
    pub url: Option<Text<'a>>,
    /// The host it is at.
    pub host: Option<String>,
    /// Its name.
    pub name: Text<'a>,
    /// What it shows.
    pub narrative_html: Option<Html>,
    /// What kind of thing it is.
    pub description: Option<Text<'a>>,
    /// Its kind.
    pub genre: Option<Text<'a>>,
    /// For whom it was made.
    pub audience: Option<Text<'a>>,
}

/// A result.
#[derive(Debug, Serialize)]
pub struct ResultRow<'a> {
    /// What was measured.
    pub name: Text<'a>,
    /// What was reached.
    pub value: Text<'a>,
    /// What else was signed of it: a value beside a level, and how the result stands (`Provisional`).
    pub also: Vec<Text<'a>>,
    /// The scale it stands on, or what was required.
    pub scale: Option<String>,
    /// What that means.
    pub description: Option<Text<'a>>,
}

/// A check that was made.
#[derive(Debug, Clone, Serialize)]
pub struct CheckRow<'a> {
    /// What was asked.
    pub question: &'a str,
    /// `passed`, `attention`, `failed`, `unknown` or `absent`.
    pub outcome: &'static str,
    /// The outcome in a word or two.
    pub word: &'a str,
    /// The answer, without its full stop.
    pub sentence: Text<'a>,
    /// BCP 47 tag of its language, if it is another than that of the page.
    pub language: Option<&'a str>,
    /// Its `check_row`, where many awards have the same.
    pub row_html: Option<Html>,
}

/// A file to keep or to check elsewhere.
#[derive(Debug, Serialize)]
pub struct Download<'a> {
    /// Its address, relative to the page.
    pub url: &'static str,
    /// What it is called.
    pub name: &'a str,
    /// What it is for.
    pub purpose: &'a str,
}

/// What helps the recipient to show an award.
#[derive(Debug, Serialize)]
pub struct Holder<'a> {
    /// LinkedIn's form, filled in.
    pub linkedin_url: String,
    /// The values of that form, to copy by hand.
    pub linkedin: Vec<Fact<'a>>,
    /// Where to share it: addresses at which the words stand ready.
    pub shares: Vec<Link<'a>>,
    /// The words: the issuer's sentence and hashtags, and the address.
    pub words: String,
    /// What it is in a line, for below one's letters.
    pub line: String,
    /// The same with the address, as text.
    pub signature: String,
    /// The same with a picture, in HTML.
    pub signature_rich: String,
    /// A small picture of the badge, as that line shows it.
    pub small: Image<'a>,
    /// A picture with a link, in HTML.
    pub linked_picture: String,
    /// A frame with a card that stays up to date, in HTML.
    pub frame: String,
    /// The width of that frame in CSS pixels.
    pub frame_width: u32,
    /// Its height.
    pub frame_height: u32,
    /// A picture with a link, for a README.
    pub markdown: String,
    /// An entry of `certificates`, for a CV in the form of JSON Resume.
    pub resume: String,
}

/// An award as a card for the frames of other pages (`embed.html`).
#[derive(Debug, Serialize)]
pub struct EmbedPage<'a> {
    /// The head of the page; its address is that of the award's own page.
    pub page: Head<'a>,
    /// The award, unless it was erased.
    pub award: Option<EmbeddedAward<'a>>,
    /// When it was erased.
    pub erased: Option<Moment>,
}

/// What such a card shows of an award.
#[derive(Debug, Serialize)]
pub struct EmbeddedAward<'a> {
    /// What it is worth.
    pub verdict: VerdictView<'a>,
    /// The words that its script has at hand when nothing can be fetched, as JSON.
    pub spare_words_html: Html,
    /// Who earned it.
    pub recipient: Recipient<'a>,
    /// Who awarded it, as signed.
    pub issuer_name: Text<'a>,
    /// The badge's name, as signed.
    pub name: Text<'a>,
    /// The badge's picture, small.
    pub image: Image<'a>,
    /// The day of the award.
    pub awarded: Moment,
}

/// Something that happened to an award.
#[derive(Debug, Serialize)]
pub struct HistoryRow<'a> {
    /// When.
    pub at: Moment,
    /// What.
    pub what: &'a str,
    /// Why.
    pub reason: Option<&'a str>,
}

/// Who asked for an award and who agreed, as the ledger has it. An address is empty where none is known.
#[derive(Debug, Serialize)]
pub struct ReviewView<'a> {
    /// Who nominated.
    pub nominator: Option<Link<'a>>,
    /// Who approved.
    pub reviewers: Vec<Link<'a>>,
    /// Where it was discussed.
    pub request: Option<&'a str>,
}

/// What is left of an award that was erased (`erased.html`).
#[derive(Debug, Serialize)]
pub struct ErasedPage<'a> {
    /// The head of the page.
    pub page: Head<'a>,
    /// When it was erased.
    pub erased: Moment,
}
