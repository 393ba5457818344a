//! What helps the recipient to show an award: forms that are filled in, and snippets to copy.

use crate::{
    model::{Assertion, Issuer},
    pipeline::render::percent::encode,
    theme::{
        markdown::escape,
        page::{Fact, Holder, Image, Link},
    },
    words::Words,
};
use jiff::civil::DateTime;
use serde::Serialize;
use std::borrow::Cow;

/// How large the card in a frame is, in CSS pixels; it narrows where there is less room.
const FRAME: (u32, u32) = (420, 264);

/// What the recipient shows.
pub(super) struct Shown<'a, 'w> {
    pub(super) assertion: &'a Assertion,
    pub(super) issuer: &'a Issuer,
    /// The badge's name, as signed.
    pub(super) badge: &'a str,
    /// The award's page.
    pub(super) url: &'a str,
    /// A picture of it.
    pub(super) picture: &'a str,
    /// A small picture of the badge, where other sites find it.
    pub(super) small_picture: &'a str,
    /// The same, as the page shows it.
    pub(super) small: Image<'w>,
    pub(super) awarded: DateTime,
    /// The last day on which it is valid.
    pub(super) expires: Option<DateTime>,
}

/// Forms and snippets for the recipient.
pub(super) fn holder<'w>(shown: Shown<'_, 'w>, words: &'w Words) -> Holder<'w> {
    let names = [("badge", shown.badge.into()), ("issuer", shown.issuer.name.as_str().into())];
    let alt = words.plain("award-picture", &names);
    let line = words.plain("signature-line", &names);
    let post = post(&shown, words);
    let (url, picture, (width, height)) = (shown.url, shown.picture, FRAME);
    let encoded = encode(url);
    let html = escape(&alt);
    Holder {
        linkedin_url: linkedin(&shown, &encoded),
        linkedin: values(&shown, words),
        shares: shares(&shown, &encoded, &post, words),
        words: post,
        signature: format!("{line}\n{url}"),
        signature_rich: format!(
            "<a href=\"{url}\"><img src=\"{}\" alt=\"\" width=\"48\" height=\"48\" align=\"middle\"></a> \
             <a href=\"{url}\">{}</a>",
            shown.small_picture,
            escape(&line)
        ),
        linked_picture: format!(
            "<a href=\"{url}\"><img src=\"{picture}\" alt=\"{html}\" width=\"160\" height=\"160\"></a>"
        ),
        frame: format!(
            "<iframe src=\"{url}embed.html\" title=\"{html}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\" \
             style=\"border:0;max-width:100%\"></iframe>"
        ),
        frame_width: width,
        frame_height: height,
        markdown: format!("[![{}]({picture})]({url})", alt.replace(['[', ']', '\\'], "")),
        resume: resume(&shown),
        line,
        small: shown.small,
    }
}

/// The address of LinkedIn's form for certifications, filled in.
///
/// The page's number is better than its name: LinkedIn then shows the issuer's logo.
fn linkedin(shown: &Shown<'_, '_>, url: &str) -> String {
    let organisation = match &shown.issuer.linkedin_id {
        Some(id) => format!("organizationId={}", encode(id)),
        None => format!("organizationName={}", encode(&shown.issuer.name)),
    };
    let mut form = format!(
        "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&name={}&{organisation}&issueYear={}&issueMonth={}",
        encode(shown.badge),
        shown.awarded.year(),
        shown.awarded.month()
    );
    if let Some(expires) = shown.expires {
        form.push_str(&format!("&expirationYear={}&expirationMonth={}", expires.year(), expires.month()));
    }
    form.push_str(&format!("&certUrl={url}&certId={}", shown.assertion.id));
    form
}

/// The values of that form, as its fields ask for them.
fn values<'w>(shown: &Shown<'_, '_>, words: &'w Words) -> Vec<Fact<'w>> {
    let fact = |key: &'static str, value: String| Fact {
        label: words.get(key),
        value: Cow::Owned(value),
        url: None,
        iso: None,
    };
    let month = |at: DateTime| words.month(at.date());
    let mut values = vec![
        fact("linkedin-name", shown.badge.to_owned()),
        fact("linkedin-organization", shown.issuer.name.clone()),
        fact("linkedin-issued", month(shown.awarded)),
    ];
    values.extend(shown.expires.map(|it| fact("linkedin-expires", month(it))));
    values.push(fact("linkedin-id", shown.assertion.id.to_string()));
    values.push(fact("linkedin-url", shown.url.to_owned()));
    values
}

/// What is posted: the issuer's sentence or ours, its hashtags, and the address.
fn post(shown: &Shown<'_, '_>, words: &Words) -> String {
    let issuer = shown.issuer;
    let mut text = match &issuer.share.text {
        Some(text) => fill_in(text, shown.badge, &issuer.name),
        None => words.plain("share-text", &[("badge", shown.badge.into()), ("issuer", issuer.name.as_str().into())]),
    };
    for tag in &issuer.share.hashtags {
        text.push_str(" #");
        text.push_str(tag);
    }
    format!("{text}\n{}", shown.url)
}

/// The issuer's sentence with its names. What is filled in is not read again.
fn fill_in(text: &str, badge: &str, issuer: &str) -> String {
    let parts = text.split("{badge}").map(|part| part.replace("{issuer}", issuer));
    parts.collect::<Vec<_>>().join(badge)
}

/// Where the words stand ready to be posted. LinkedIn takes the address alone.
///
/// Mastodon has no host of its own: its share page asks for the reader's, and gets the words after a `#`, which never
/// reach that page's server.
fn shares<'w>(shown: &Shown<'_, '_>, url: &str, post: &str, words: &'w Words) -> Vec<Link<'w>> {
    let subject = words.plain("share-subject", &[("badge", shown.badge.into())]);
    let words_ = encode(post);
    let link = |key: &'static str, url: String| Link { name: Cow::Borrowed(words.get(key)), url: Cow::Owned(url) };
    vec![
        link("share-linkedin", format!("https://www.linkedin.com/sharing/share-offsite/?url={url}")),
        link("share-mastodon", format!("https://share.joinmastodon.org/#text={words_}")),
        link("share-bluesky", format!("https://bsky.app/intent/compose?text={words_}")),
        link("share-email", format!("mailto:?subject={}&body={words_}", encode(&subject))),
    ]
}

/// An entry of `certificates` ([JSON Resume], version 1).
///
/// [JSON Resume]: https://jsonresume.org/schema
fn resume(shown: &Shown<'_, '_>) -> String {
    #[derive(Serialize)]
    struct Certificate<'a> {
        name: &'a str,
        date: String,
        issuer: &'a str,
        url: &'a str,
    }
    let entry = Certificate {
        name: shown.badge,
        date: shown.awarded.date().to_string(),
        issuer: &shown.issuer.name,
        url: shown.url,
    };
    // Texts and nothing else: this cannot fail.
    serde_json::to_string_pretty(&entry).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_filled_in_is_not_read_again() {
        assert_eq!(
            fill_in("{badge} by {issuer}: {badge}!", "A {issuer}", "B {badge}"),
            "A {issuer} by B {badge}: A {issuer}!"
        );
    }
}
