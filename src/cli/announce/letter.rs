//! A letter as mail programs open it (RFC 5322): a draft to be looked at, and sent by whoever awarded.

use super::{Site, addresses::Known};
use crate::{cli::output::Failure, ledger::Address, model::Assertion, time::Timestamp};
use mail_builder::{MessageBuilder, headers::raw::Raw};

/// The letter to the recipient of an award.
pub(super) fn write(
    site: &Site<'_>,
    award: &Assertion,
    person: &Known,
    sender: Option<&str>,
    now: Timestamp,
) -> Result<Vec<u8>, Failure> {
    let issuer = &site.gallery.issuers[&award.issuer];
    let badge = &site.gallery.badges[&award.badge];
    let Some(sender) = sender.or(issuer.email.as_deref()) else {
        return Err(Failure::Usage(format!(
            "who is it from? give --from ADDRESS, or `email` in `issuers/{}.toml`, which is public",
            issuer.slug
        )));
    };
    let sender = Address::parse(sender).map_err(|flaw| Failure::Usage(format!("--from: `{sender}` {flaw}")))?;
    let words = site.words;
    let hello = match &person.name {
        Some(name) => words.plain("announce-hello-name", &[("name", one_line(name).into())]),
        None => words.plain("announce-hello", &[]),
    };
    let values = || {
        [
            ("badge", one_line(&badge.name).into()),
            ("issuer", one_line(&issuer.name).into()),
            ("day", site.day(award).into()),
            ("url", site.url(award).into()),
        ]
    };
    let text = format!(
        "{hello}\n\n{}\n\n{}\n{}\n",
        words.plain("announce-letter", &values()),
        site.gallery.site.title,
        site.gallery.site.base_url
    );
    let message = MessageBuilder::new()
        .from((one_line(&issuer.name), sender.as_str().to_owned()))
        .to(person.address.as_str().to_owned())
        .subject(words.plain("announce-subject", &values()[..1]))
        .date(now.as_second())
        .message_id(format!("{}.{}@{}", award.id, now.as_second(), host(site.gallery.site.base_url.authority())))
        // Opened as a draft by the programs that know it.
        .header("X-Unsent", Raw::new("1"))
        .text_body(text);
    message
        .write_to_vec()
        .map_err(|flaw| Failure::Refused(format!("the letter for {} cannot be written: {flaw}", award.id)))
}

fn host(authority: &str) -> &str {
    authority.split(':').next().unwrap_or(authority)
}

/// What stands in a header must not begin another one.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
