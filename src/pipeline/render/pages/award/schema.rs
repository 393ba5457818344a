//! An award in the words of [schema.org], which search engines read.
//!
//! [schema.org]: https://schema.org/EducationalOccupationalCredential

use crate::theme::page::AwardPage;
use serde_json::{Map, Value, json};

/// An `EducationalOccupationalCredential` as JSON-LD, safe within a `script` element.
///
/// It names nobody: schema.org has no word for a recipient there, and search engines need none.
pub(super) fn schema(page: &AwardPage<'_>, issuer: &str, home: Option<&str>, issuer_page: &str) -> String {
    let mut organisation = json!({ "@type": "Organization", "name": issuer, "url": home.unwrap_or(issuer_page) });
    if home.is_some() {
        organisation["mainEntityOfPage"] = json!(issuer_page);
    }
    let term = |name: &str, url: &str, set: Option<&str>, code: Option<&str>| {
        let mut term = Map::new();
        term.insert("@type".into(), json!("DefinedTerm"));
        term.insert("name".into(), json!(name));
        let known = [("url", Some(url).filter(|it| it.contains("://"))), ("inDefinedTermSet", set), ("termCode", code)];
        term.extend(known.into_iter().filter_map(|(key, value)| Some((key.to_owned(), json!(value?)))));
        Value::Object(term)
    };
    let skills = page.skills.iter().map(|it| term(&it.name, "", None, None));
    let entries = page.alignments.iter().map(|it| term(&it.name, &it.url, it.framework.as_deref(), it.code.as_deref()));
    let mut about = json!({
        "@context": "https://schema.org",
        "@type": "EducationalOccupationalCredential",
        "@id": page.page.url,
        "url": page.page.url,
        "identifier": page.id,
        "name": page.name,
        "description": page.description,
        "credentialCategory": page.kind,
        "recognizedBy": organisation,
        "datePublished": page.awarded.iso,
        "creativeWorkStatus": page.verdict.text,
        "competencyRequired": skills.chain(entries).collect::<Vec<_>>(),
        "encoding": {
            "@type": "MediaObject",
            "contentUrl": format!("{}credential.json", page.page.url),
            "encodingFormat": "application/ld+json",
        },
    });
    if let Some(expires) = &page.expires {
        about["expires"] = json!(expires.iso);
    }
    if let Some(image) = &page.page.image {
        about["image"] = json!(image);
    }
    if let Some(language) = &page.language {
        about["inLanguage"] = json!(language);
    }
    // Nothing within a script may look like its end or like a comment (HTML, 4.12.1.3).
    about.to_string().replace('<', "\\u003c")
}
