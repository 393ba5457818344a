//! Folders beside those that are read, with almost the name of one of them: what lies there would be missed without a word.

use super::{
    FOLDERS,
    kind::{self, Kind, Place},
};
use crate::{
    diagnostic::{Code, Diagnostic, Diagnostics, closest},
    disk::{self, Error},
};
use std::path::Path;

/// Warns of them. What lies there has to be what lies in the folder that was meant.
pub(super) fn folders(root: &Path, problems: &mut Diagnostics) -> Result<(), Error> {
    for name in disk::folders(root)? {
        let Some(meant) = closest(&name, FOLDERS).filter(|it| *it != name) else { continue };
        let files = disk::list(root, &name, 16)?;
        if files.iter().any(|it| is_at_home(&it.path[name.len()..], &name, meant)) {
            let problem =
                Diagnostic::warning(Code::BadFile, "no such folder is expected here, so its files are not read");
            problems.push(problem.file(name).help(format!("did you mean `{meant}`?")));
        }
    }
    Ok(())
}

/// Warns of a file with almost the name of `accolade.toml`, where that is missing.
pub(super) fn site(root: &Path, problems: &mut Diagnostics) -> Result<(), Error> {
    for found in disk::list(root, "", 1)? {
        if found.path.to_ascii_lowercase().ends_with(".toml") && closest(&found.path, ["accolade.toml"]).is_some() {
            let problem = Diagnostic::warning(Code::BadFile, "no such file is expected here");
            problems.push(problem.file(found.path).help("did you mean `accolade.toml`?"));
        }
    }
    Ok(())
}

/// Whether a file of the folder `name` would belong to the one that was `meant`. Any file may lie in `static/` and in
/// `templates/`, so their names have to be nearer.
fn is_at_home(below: &str, name: &str, meant: &str) -> bool {
    let plain = |it: &str| it.to_lowercase().trim_end_matches('s').to_owned();
    match kind::place(&format!("{meant}{below}")) {
        Place::Known(Kind::Static | Kind::Template) => plain(name) == plain(meant),
        Place::Known(_) => true,
        Place::PassedOver | Place::Unexpected(_) => false,
    }
}
