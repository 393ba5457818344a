//! What somebody types on a command line or into a table, by the rules for what stands in a file.
//!
//! What is wrong is the rest of a sentence that begins with the name of the option or the column.

use super::{
    flaw::Flaw,
    values::{self, Odd},
};
use crate::pipeline::holds_address;

/// Text of any length, without the white space around it.
///
/// # Errors
///
/// What is wrong with it, and what to do.
pub fn text(given: &str) -> Result<String, String> {
    must_be_there(given)?;
    values::text(given).map_err(said).and_then(of_nobody)
}

/// Text on one line.
///
/// # Errors
///
/// What is wrong with it, and what to do.
pub fn line(given: &str) -> Result<String, String> {
    must_be_there(given)?;
    values::line(given).map_err(said).and_then(of_nobody)
}

/// An absolute `http` or `https` address.
///
/// # Errors
///
/// What is wrong with it, and what to do.
pub fn url(given: &str) -> Result<String, String> {
    values::url(given.trim().to_owned()).map_err(Flaw::sentence).and_then(of_nobody)
}

/// A decentralised identifier.
///
/// # Errors
///
/// What is wrong with it, and what to do.
pub fn did(given: &str) -> Result<String, String> {
    values::did(given.trim().to_owned()).map_err(Flaw::sentence).and_then(of_nobody)
}

fn must_be_there(given: &str) -> Result<(), String> {
    if given.trim().is_empty() { Err("is empty; write something, or leave it out".to_owned()) } else { Ok(()) }
}

fn said(Odd(why, help): Odd) -> String {
    format!("{why}; {help}")
}

/// What is signed or entered is public for good.
fn of_nobody(text: String) -> Result<String, String> {
    if holds_address(&text) {
        return Err("an e-mail address may not stand here, where everybody could read it; name people by a profile \
                    address or a DID"
            .to_owned());
    }
    Ok(text)
}
