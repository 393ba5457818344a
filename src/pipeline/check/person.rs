//! `people/<person>.toml`: what somebody chose to publish.

use super::{email, fields::Document, flaw::Flaw, former, issuer, markup, names::Names, values};
use crate::{
    diagnostic::{Code, closest},
    model::{AssertionId, Person, Slug},
};

pub(super) fn read(document: &Document<'_>, slug: Slug, names: &Names<'_>) -> Option<Person> {
    let table = document.parse()?;
    let fields = document.fields(&table, "a person");

    let name = fields.line("name").required();
    let bio = fields.text("bio").optional();
    markup::check(&fields, "bio", bio.as_deref());
    let consent = fields.line("consent").required_or(|_| {
        Flaw::error(Code::NoConsent, "nothing says that this person agreed to be named")
            .label("`consent` is missing")
            .help("add `consent = \"…\"`: a link to where they said so, or a short note")
    });
    let mut identities = Vec::new();
    for entry in fields.lines("identities") {
        match values::identity(entry.value) {
            Ok(identity) => identities.push(identity),
            Err(flaw) => document.report(&entry.span, flaw),
        }
    }
    let mut awards: Vec<AssertionId> = Vec::new();
    for entry in fields.lines("awards") {
        match entry.value.parse::<AssertionId>() {
            Ok(id) if names.assertions.contains(&id) => awards.push(id),
            Ok(id) => {
                let near = names.assertions.iter().map(AssertionId::as_str);
                let flaw =
                    Flaw::error(Code::UnknownAssertion, format!("no assertion has the id `{id}`")).label("named here");
                let near = closest(id.as_str(), near).map(|it| format!("did you mean `{it}`?"));
                let help = near.unwrap_or_else(|| "the id stands in the address of the award".into());
                document.report(&entry.span, flaw.help(help));
            }
            Err(flaw) => document.report(&entry.span, Flaw::bad(flaw.to_string())),
        }
    }
    let links = issuer::links(&fields);
    former::read(&fields, &slug, &names.former_people, |old| names.people.contains_key(old));
    fields.close();
    email::refuse(document);

    if !document.is_good() {
        return None;
    }
    Some(Person { slug, name: name?, bio, identities, awards, links, consent: consent? })
}
