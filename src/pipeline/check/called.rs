//! What people call themselves, and what their awards call them.

use super::{assertions::Awarded, flaw::Flaw};
use crate::{
    diagnostic::{Code, Diagnostics},
    model::{AssertionId, Person, Slug},
};
use std::collections::BTreeMap;

/// Reports files of people who go by another name than the one that was signed: whoever wrote such a file could take over
/// somebody's awards. One that was revoked stands for nothing, nor does one that another puts right, as after a new name.
pub(super) fn by_what_was_signed(
    awarded: &Awarded,
    owners: &BTreeMap<AssertionId, Slug>,
    people: &BTreeMap<Slug, Person>,
    problems: &mut Diagnostics,
) {
    for assertion in &awarded.assertions {
        let (Some(signed), Some(person)) = (&assertion.name, owners.get(&assertion.id).and_then(|it| people.get(it)))
        else {
            continue;
        };
        let counts = awarded.standings.get(&assertion.id).is_none_or(|it| it.revoked.is_none());
        if counts && !person.can_be_called(signed) {
            let (id, name) = (assertion.id, &person.name);
            let message = format!("this file is of \"{name}\", and the award `{id}` was signed for \"{signed}\"");
            let help = format!(
                "take the award or its identity out, or go by the name that was signed; somebody with a new name gets a new \
                 award: `accolade correct {id} --name \"{name}\"`"
            );
            let path = format!("people/{}.toml", person.slug);
            problems.push(Flaw::error(Code::OtherName, message).help(help).in_file(&path));
        }
    }
}
