//! Whose address a hash is of: a private table of addresses, which is read and never written.

use crate::{
    cli::{output::Failure, rows},
    disk,
    ledger::Address,
    model::{Assertion, Identity},
};
use rayon::prelude::*;
use std::path::Path;

/// Somebody in the table.
pub(super) struct Known {
    pub(super) address: Address,
    /// How they want to be called, if the table says so.
    pub(super) name: Option<String>,
}

/// Reads the columns `email` and `name`; others are passed over, so that the table of an event will do.
pub(super) fn read(table: &Path) -> Result<Vec<Known>, Failure> {
    let bytes = disk::read_given(table)?;
    let nothing = "no letter was written";
    let refuse = |mistakes: Vec<String>| rows::in_file(table, mistakes, nothing);
    let records = rows::records(&bytes).map_err(refuse)?;
    let (header, rows) = records.split_first().map_or((&[][..], &[][..]), |(header, rows)| (&header.1[..], rows));
    let column = |name: &str| header.iter().position(|it| it.eq_ignore_ascii_case(name));
    let Some(email) = column("email") else {
        return Err(refuse(vec!["row 1: there is no column `email`".to_owned()]));
    };
    let name = column("name");
    let mut known = Vec::new();
    let mut mistakes = Vec::new();
    for (row, record) in rows {
        let Some(text) = record.get(email).filter(|it| !it.is_empty()) else { continue };
        match Address::parse(text) {
            Ok(address) => {
                let name = name.and_then(|it| record.get(it)).filter(|it| !it.is_empty()).cloned();
                known.push(Known { address, name });
            }
            Err(flaw) => mistakes.push(format!("row {row}, column email: `{text}` {flaw}")),
        }
    }
    if mistakes.is_empty() { Ok(known) } else { Err(refuse(mistakes)) }
}

/// Each award that was made out to an address, and whose it is, if the table has it.
pub(super) fn matched<'a>(awards: &[&'a Assertion], known: &'a [Known]) -> Vec<(&'a Assertion, Option<&'a Known>)> {
    let hashed: Vec<_> = awards.iter().filter(|it| matches!(it.identity, Identity::EmailHash { .. })).collect();
    hashed.into_par_iter().map(|it| (*it, known.iter().find(|person| person.address.is(&it.identity)))).collect()
}
