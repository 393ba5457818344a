//! Awards and badges in the words of [schema.org], which search engines read.
//!
//! [schema.org]: https://schema.org/EducationalOccupationalCredential

use crate::{
    model::{Badge, Issuer, Validity},
    theme::page::{AlignmentRow, AwardPage, AwardedBadge, BadgePage, Head, Link},
};
use serde::Serialize;
use std::borrow::Cow;

/// An `EducationalOccupationalCredential`.
#[derive(Serialize, Default)]
#[serde(rename_all = "camelCase")]
struct Credential<'c> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@id")]
    id: &'c str,
    #[serde(rename = "@type")]
    class: &'static str,
    competency_required: Vec<DefinedTerm<'c>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    creative_work_status: Option<&'c str>,
    credential_category: &'c str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<&'c str>,
    description: &'c str,
    #[serde(skip_serializing_if = "Option::is_none")]
    educational_level: Option<&'c str>,
    encoding: MediaObject,
    #[serde(skip_serializing_if = "Option::is_none")]
    expires: Option<Cow<'c, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier: Option<&'c str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'c str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_language: Option<&'c str>,
    name: &'c str,
    recognized_by: Organization<'c>,
    /// A duration of ISO 8601, as all here.
    #[serde(skip_serializing_if = "Option::is_none")]
    time_required: Option<String>,
    url: &'c str,
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_for: Option<String>,
}

/// A skill, or an entry of a framework.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DefinedTerm<'c> {
    #[serde(rename = "@type")]
    class: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_defined_term_set: Option<&'c str>,
    name: &'c str,
    #[serde(skip_serializing_if = "Option::is_none")]
    term_code: Option<&'c str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'c str>,
}

/// The document that says the same, beside the page.
#[derive(Serialize, Default)]
#[serde(rename_all = "camelCase")]
struct MediaObject {
    #[serde(rename = "@type")]
    class: &'static str,
    content_url: String,
    encoding_format: &'static str,
}

/// Who awards it.
#[derive(Serialize, Default)]
#[serde(rename_all = "camelCase")]
struct Organization<'c> {
    #[serde(rename = "@type")]
    class: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    main_entity_of_page: Option<&'c str>,
    name: &'c str,
    url: &'c str,
}

/// An award. It names nobody: schema.org has no word for a recipient there, and search engines need none.
pub(super) fn award(page: &AwardPage<'_>, badge: &AwardedBadge<'_>, issuer: &Issuer, issuer_page: &str) -> String {
    within_script(&Credential {
        name: &badge.name,
        description: &badge.description,
        credential_category: &badge.kind,
        in_language: badge.language.as_deref(),
        competency_required: terms(&badge.skills, &badge.alignments),
        identifier: Some(page.id),
        date_published: Some(&page.awarded.iso),
        creative_work_status: Some(&page.verdict.text),
        expires: page.expires.as_ref().map(|it| it.iso.as_str().into()),
        ..credential(&page.page, &page.page.url, "credential.json", issuer, issuer_page)
    })
}

/// A badge, which stands for all of its awards; `url` is its first page.
pub(super) fn badge(page: &BadgePage<'_>, url: &str, badge: &Badge, issuer: &Issuer, issuer_page: &str) -> String {
    let (valid_for, expires) = match &badge.validity {
        Some(Validity::For(span)) => (Some(span.to_string()), None),
        Some(Validity::Until(end)) => (None, Some(end.to_string().into())),
        None => (None, None),
    };
    within_script(&Credential {
        name: page.name,
        description: page.description,
        credential_category: &page.kind,
        in_language: badge.language.as_deref(),
        competency_required: terms(&page.skills, &page.alignments),
        educational_level: badge.level.as_deref(),
        time_required: badge.hours.as_ref().map(|hours| format!("PT{hours}H")),
        valid_for,
        expires,
        ..credential(&page.page, url, "achievement.json", issuer, issuer_page)
    })
}

/// What an award and a badge have in common. `document` lies beside the page.
fn credential<'c>(
    head: &'c Head<'_>,
    url: &'c str,
    document: &str,
    issuer: &'c Issuer,
    issuer_page: &'c str,
) -> Credential<'c> {
    let home = issuer.url.as_deref();
    Credential {
        context: "https://schema.org",
        id: url,
        class: "EducationalOccupationalCredential",
        encoding: MediaObject {
            class: "MediaObject",
            content_url: format!("{url}{document}"),
            encoding_format: "application/ld+json",
        },
        image: head.image.as_deref(),
        recognized_by: Organization {
            class: "Organization",
            main_entity_of_page: home.map(|_| issuer_page),
            name: &issuer.name,
            url: home.unwrap_or(issuer_page),
        },
        url,
        ..Credential::default()
    }
}

fn terms<'c>(skills: &'c [Link<'_>], alignments: &'c [AlignmentRow<'_>]) -> Vec<DefinedTerm<'c>> {
    let term = |name, url, set, code| DefinedTerm {
        class: "DefinedTerm",
        in_defined_term_set: set,
        name,
        term_code: code,
        url,
    };
    let skills = skills.iter().map(|it| term(&it.name, None, None, None));
    let web = |url: &'c str| Some(url).filter(|it| it.contains("://"));
    let entries = alignments.iter().map(|it| term(&it.name, web(&it.url), it.framework.as_deref(), it.code.as_deref()));
    skills.chain(entries).collect()
}

/// Nothing within a script may look like its end or like a comment (HTML, 4.12.1.3).
fn within_script(about: &Credential<'_>) -> String {
    // Texts and nothing else: this cannot fail.
    let text = serde_json::to_string(about).unwrap_or_default();
    if text.contains('<') { text.replace('<', "\\u003c") } else { text }
}
