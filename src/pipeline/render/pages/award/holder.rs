//! What helps the recipient to show an award: LinkedIn's form, and a picture with a link.

use crate::{
    model::{Assertion, Issuer},
    pipeline::render::percent::encode,
    theme::{
        markdown::escape,
        page::{Fact, Holder},
    },
    words::Words,
};
use jiff::civil::DateTime;
use std::borrow::Cow;

/// What the recipient shows.
pub(super) struct Shown<'a> {
    pub(super) assertion: &'a Assertion,
    pub(super) issuer: &'a Issuer,
    /// The badge's name, as signed.
    pub(super) badge: &'a str,
    /// The award's page.
    pub(super) url: &'a str,
    /// A picture of it.
    pub(super) picture: &'a str,
    pub(super) awarded: DateTime,
    pub(super) expires: Option<DateTime>,
}

/// Forms and snippets for the recipient.
pub(super) fn holder<'a>(shown: &Shown<'_>, words: &'a Words) -> Holder<'a> {
    let fact = |key: &'static str, value: String| Fact {
        label: words.get(key),
        value: Cow::Owned(value),
        url: None,
        iso: None,
    };
    let mut values = vec![
        fact("linkedin-name", shown.badge.to_owned()),
        fact("linkedin-organization", shown.issuer.name.clone()),
        fact("linkedin-issued", month(shown.awarded)),
    ];
    if let Some(expires) = shown.expires {
        values.push(fact("linkedin-expires", month(expires)));
    }
    values.push(fact("linkedin-id", shown.assertion.id.to_string()));
    values.push(fact("linkedin-url", shown.url.to_owned()));

    let alt = words.plain("award-picture", &[("badge", shown.badge.into()), ("issuer", (&shown.issuer.name).into())]);
    Holder {
        linkedin_url: linkedin(shown),
        linkedin: values,
        markdown: format!("[![{}]({})]({})", alt.replace(['[', ']', '\\'], ""), shown.picture, shown.url),
        html: format!(
            "<a href=\"{}\"><img src=\"{}\" alt=\"{}\" width=\"160\" height=\"160\"></a>",
            shown.url,
            shown.picture,
            escape(&alt)
        ),
    }
}

/// The address of LinkedIn's form for certifications, filled in.
///
/// The page's number is better than its name: LinkedIn then shows the issuer's logo.
fn linkedin(shown: &Shown<'_>) -> String {
    let organisation = match &shown.issuer.linkedin_id {
        Some(id) => format!("organizationId={}", encode(id)),
        None => format!("organizationName={}", encode(&shown.issuer.name)),
    };
    let mut url = format!(
        "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&name={}&{organisation}&issueYear={}&issueMonth={}",
        encode(shown.badge),
        shown.awarded.year(),
        shown.awarded.month()
    );
    if let Some(expires) = shown.expires {
        url.push_str(&format!("&expirationYear={}&expirationMonth={}", expires.year(), expires.month()));
    }
    url.push_str(&format!("&certUrl={}&certId={}", encode(shown.url), shown.assertion.id));
    url
}

fn month(at: DateTime) -> String {
    format!("{}/{}", at.month(), at.year())
}
