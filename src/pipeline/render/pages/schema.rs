//! Awards and badges in the words of [schema.org], which search engines read.
//!
//! [schema.org]: https://schema.org/EducationalOccupationalCredential

use crate::{
    model::{Badge, Issuer, Validity},
    theme::page::{AlignmentRow, AwardPage, BadgePage, Head, Link},
};
use serde_json::{Map, Value, json};

/// What an award and a badge have in common.
struct Credential<'c> {
    head: &'c Head<'c>,
    url: &'c str,
    name: &'c str,
    description: &'c str,
    category: &'c str,
    language: Option<&'c str>,
    skills: &'c [Link<'c>],
    alignments: &'c [AlignmentRow<'c>],
    /// The document that says the same, beside the page.
    document: &'c str,
}

/// An award. It names nobody: schema.org has no word for a recipient there, and search engines need none.
pub(super) fn award(page: &AwardPage<'_>, issuer: &Issuer, issuer_page: &str) -> String {
    let mut about = credential(
        &Credential {
            head: &page.page,
            url: &page.page.url,
            name: &page.name,
            description: &page.description,
            category: &page.kind,
            language: page.language.as_deref(),
            skills: &page.skills,
            alignments: &page.alignments,
            document: "credential.json",
        },
        issuer,
        issuer_page,
    );
    about["identifier"] = json!(page.id);
    about["datePublished"] = json!(page.awarded.iso);
    about["creativeWorkStatus"] = json!(page.verdict.text);
    if let Some(expires) = &page.expires {
        about["expires"] = json!(expires.iso);
    }
    within_script(&about)
}

/// A badge, which stands for all of its awards; `url` is its first page.
pub(super) fn badge(page: &BadgePage<'_>, url: &str, badge: &Badge, issuer: &Issuer, issuer_page: &str) -> String {
    let mut about = credential(
        &Credential {
            head: &page.page,
            url,
            name: page.name,
            description: page.description,
            category: &page.kind,
            language: badge.language.as_deref(),
            skills: &page.skills,
            alignments: &page.alignments,
            document: "achievement.json",
        },
        issuer,
        issuer_page,
    );
    if let Some(level) = &badge.level {
        about["educationalLevel"] = json!(level);
    }
    // Durations are those of ISO 8601.
    if let Some(hours) = &badge.hours {
        about["timeRequired"] = json!(format!("PT{hours}H"));
    }
    match &badge.validity {
        Some(Validity::For(span)) => about["validFor"] = json!(span.to_string()),
        Some(Validity::Until(end)) => about["expires"] = json!(end.to_string()),
        None => {}
    }
    within_script(&about)
}

/// An `EducationalOccupationalCredential` as JSON-LD.
fn credential(it: &Credential<'_>, issuer: &Issuer, issuer_page: &str) -> Value {
    let home = issuer.url.as_deref();
    let mut organisation = json!({ "@type": "Organization", "name": issuer.name, "url": home.unwrap_or(issuer_page) });
    if home.is_some() {
        organisation["mainEntityOfPage"] = json!(issuer_page);
    }
    let skills = it.skills.iter().map(|it| term(&it.name, "", None, None));
    let entries = it.alignments.iter().map(|it| term(&it.name, &it.url, it.framework.as_deref(), it.code.as_deref()));
    let mut about = json!({
        "@context": "https://schema.org",
        "@type": "EducationalOccupationalCredential",
        "@id": it.url,
        "url": it.url,
        "name": it.name,
        "description": it.description,
        "credentialCategory": it.category,
        "recognizedBy": organisation,
        "competencyRequired": skills.chain(entries).collect::<Vec<_>>(),
        "encoding": {
            "@type": "MediaObject",
            "contentUrl": format!("{}{}", it.url, it.document),
            "encodingFormat": "application/ld+json",
        },
    });
    if let Some(image) = &it.head.image {
        about["image"] = json!(image);
    }
    if let Some(language) = it.language {
        about["inLanguage"] = json!(language);
    }
    about
}

/// A skill, or an entry of a framework.
fn term(name: &str, url: &str, set: Option<&str>, code: Option<&str>) -> Value {
    let mut term = Map::new();
    term.insert("@type".into(), json!("DefinedTerm"));
    term.insert("name".into(), json!(name));
    let known = [("url", Some(url).filter(|it| it.contains("://"))), ("inDefinedTermSet", set), ("termCode", code)];
    term.extend(known.into_iter().filter_map(|(key, value)| Some((key.to_owned(), json!(value?)))));
    Value::Object(term)
}

/// Nothing within a script may look like its end or like a comment (HTML, 4.12.1.3).
fn within_script(about: &Value) -> String {
    about.to_string().replace('<', "\\u003c")
}
