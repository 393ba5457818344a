//! `issuers/<issuer>.toml`, and the logo beside it.

use super::{
    fields::{Document, Fields},
    flaw::Flaw,
    listed, markup, picture, share, values,
};
use crate::{
    diagnostic::Code,
    model::{Identifier, Issuer, IssuerKey, Link, ParentOrganisation, Slug},
    pipeline::Sources,
    trust::PublicKey,
};
use jiff::tz::TimeZone;

pub(super) fn read(document: &Document<'_>, slug: Slug, sources: &Sources, zone: &TimeZone) -> Option<Issuer> {
    let table = document.parse()?;
    let fields = document.fields(&table, "an issuer");

    let name = fields.line("name").required();
    let url = fields.line("url").must(values::url).optional();
    let email = fields.line("email").must(values::email_address).optional();
    let description = fields.text("description").optional();
    markup::check(&fields, "description", description.as_deref());
    let logo_alt = fields.text("logo_alt");
    let logo = picture::beside(document, &slug, sources, picture::Of::Issuer, logo_alt.optional());
    let linkedin_id = fields.line_or_number("linkedin_id").must(linkedin_id).optional();
    let parent = fields.table("parent", "a parent organisation").and_then(|parent| {
        let name = parent.line("name").required();
        let url = parent.line("url").must(values::url).required();
        parent.close();
        Some(ParentOrganisation { name: name?, url: url? })
    });
    let identifiers = fields.tables("identifier", "an identifier").into_iter().filter_map(|identifier| {
        let text = identifier.line_or_number("identifier").required();
        let kind = identifier.line("type").must(listed::identifier_type).required();
        identifier.close();
        Some(Identifier { identifier: text?, kind: kind? })
    });
    let identifiers = identifiers.collect();
    let links = links(&fields);
    let share = share::read(&fields);
    let keys = keys(&fields, zone);
    fields.close();

    if !document.is_good() {
        return None;
    }
    Some(Issuer {
        slug,
        name: name?,
        url,
        email,
        description,
        logo,
        linkedin_id,
        parent,
        identifiers,
        links,
        share,
        keys,
    })
}

/// `[[link]]` of an issuer or a person.
pub(super) fn links(fields: &Fields<'_, '_>) -> Vec<Link> {
    let links = fields.tables("link", "a link").into_iter().filter_map(|link| {
        let name = link.line("name").required();
        let url = link.line("url").must(values::url).required();
        link.close();
        Some(Link { name: name?, url: url? })
    });
    links.collect()
}

fn keys(fields: &Fields<'_, '_>, zone: &TimeZone) -> Vec<IssuerKey> {
    let mut keys: Vec<IssuerKey> = Vec::new();
    for table in fields.tables("key", "a key") {
        let key = table.text("public").must(public_key).required();
        let from = table.time("from", zone).optional();
        let until = table.time("until", zone).optional();
        let compromised = table.time("compromised", zone).optional();
        if let (Some(from), Some(until)) = (from, until)
            && until <= from
        {
            table.report("until", Flaw::bad("`until` is not after `from`").label("the key would never be good"));
        }
        if let Some(key) = key {
            if keys.iter().any(|known| known.key == key) {
                let flaw = Flaw::error(Code::BadKey, "this key is listed twice").help("keep one table for each key");
                table.report("public", flaw);
            } else {
                keys.push(IssuerKey { key, from, until, compromised });
            }
        }
        table.close();
    }
    keys
}

fn public_key(text: String) -> Result<PublicKey, Flaw> {
    if text.contains("PRIVATE KEY") || text.starts_with("z3u2") {
        return Err(Flaw::error(Code::SecretKey, "a secret key stands where the public one belongs")
            .help("take it out, and if it was ever pushed, replace it: anybody may have it now")
            .secret());
    }
    PublicKey::parse(&text).map_err(|flaw| {
        Flaw::error(Code::BadKey, format!("this key cannot be used: {flaw}"))
            .help("write `ssh-ed25519 AAAA…` as in the file that ends in `.pub`, or `z6Mk…`")
    })
}

fn linkedin_id(text: String) -> Result<String, Flaw> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        Ok(text)
    } else {
        Err(Flaw::bad(format!("`{text}` is not the id of a LinkedIn page"))
            .help("it is the number in the address of the page's admin view"))
    }
}
