//! To retire a badge: nobody gets it any more, and whoever has it keeps it.

use super::Refused;
use crate::{
    model::Badge,
    time::{self, Timestamp},
};
use jiff::tz::TimeZone;
use toml_edit::{DocumentMut, value};

/// The file `text` of `badge`, in which it is retired at `at`, a day of `zone`. Everything else stays as it was written.
///
/// # Errors
///
/// When it is retired already, or the file is not TOML.
pub fn retire(
    badge: &Badge,
    text: &str,
    at: Timestamp,
    zone: &TimeZone,
    reason: Option<&str>,
) -> Result<String, Refused> {
    let path = format!("badges/{}.toml", badge.slug);
    if let Some((since, _)) = &badge.retired {
        return Err(Refused(format!(
            "`{}` is retired already, since {}; change `retired` in `{path}` to mend that",
            badge.slug,
            time::date(*since, zone)
        )));
    }
    let mut document: DocumentMut = text
        .parse()
        .map_err(|error: toml_edit::TomlError| Refused(format!("`{path}` is not TOML: {}", error.message())))?;
    let date = time::write(at, zone).parse::<toml_edit::Datetime>().expect("this is a TOML date");
    document.insert("retired", value(date));
    if let Some(reason) = reason {
        let one_line: Vec<&str> = reason.split_whitespace().collect();
        document.insert("retired_because", value(one_line.join(" ")));
    }
    Ok(document.to_string())
}
