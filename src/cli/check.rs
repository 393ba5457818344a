//! `accolade check`: everything that a build would refuse or warn about.

use super::{
    Surroundings,
    output::{Failure, Format, Outcome, count, say, show_problems},
    repository,
};
use crate::{diagnostic::Diagnostics, model::Gallery, pipeline::plan, theme::Theme};
use std::path::PathBuf;

/// Check a repository: everything `build` would refuse or warn about; nothing is written
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Every file is read, every reference followed, every proof of every award verified. No key is needed and nothing is
fetched, so a pull request can be checked by anybody.

Examples:
    accolade check
    accolade check --format json | jq '.problems'")]
pub(super) struct Check {
    /// The repository [default: the current folder, or the nearest one above it with an accolade.toml]
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// For whom the answer is
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

impl Check {
    pub(super) fn run(self, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        let mut problems = Diagnostics::default();

        let verified = repository::read(&repository::resolve(self.folder.as_deref()), surroundings, &mut problems)?;
        if let Some(verified) = &verified {
            // What a build would refuse before it writes: templates, and addresses that two files want.
            let _ = Theme::new(&verified.gallery().site, &verified.gallery().templates, &mut problems);
            let _ = plan(verified, &mut problems);
        }

        show_problems(&problems, self.format, surroundings);
        if self.format == Format::Text {
            say(&summary(verified.as_ref().map(|it| it.gallery()), &problems));
        }
        Ok(if problems.errors() > 0 { Outcome::Problems } else { Outcome::Fine })
    }
}

/// One line that says what was checked and what was found.
fn summary(gallery: Option<&Gallery>, problems: &Diagnostics) -> String {
    let found = match (problems.errors(), problems.warnings()) {
        (0, 0) => "no problems".to_owned(),
        (errors, warnings) => {
            format!("{}, {}", count(errors, "error", "errors"), count(warnings, "warning", "warnings"))
        }
    };
    match gallery {
        Some(gallery) => format!(
            "checked {}, {}, {}: {found}\n",
            count(gallery.issuers.len(), "issuer", "issuers"),
            count(gallery.badges.len(), "badge", "badges"),
            count(gallery.assertions.len(), "award", "awards"),
        ),
        None => format!("{found}\n"),
    }
}
