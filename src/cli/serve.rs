//! `accolade serve`: the site on this machine.

use super::{
    Surroundings,
    output::{Failure, Format, Outcome, say, show_problems, tell},
    repository,
};
use crate::{
    diagnostic::Diagnostics,
    pipeline,
    serve::{self, Notice, ServeOptions},
};
use std::path::PathBuf;

/// Show the site on this machine, and follow every change
#[derive(Debug, clap::Args)]
#[command(after_help = "\
The site is served as a static host would serve it: under the path of its base_url, with the same content types and the
same page for what is not there. Nothing is written. Open pages follow every change by themselves, and of a style sheet only
the style is taken anew. A mistake is shown here and over the page, and the site from before it stays. Stop it with Ctrl-C.

Examples:
    accolade serve --open
    accolade serve example-site --port 9000")]
pub(super) struct Serve {
    /// The repository [default: the current folder, or the nearest one above it with an accolade.toml]
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// The port of 127.0.0.1; when it is taken, the next free one
    #[arg(long, value_name = "PORT", default_value_t = 8000)]
    port: u16,
    /// Show the site in the browser
    #[arg(long)]
    open: bool,
    /// The time at which every award is judged; without a zone, in the site's [default: the time of each build]
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
}

impl Serve {
    pub(super) fn run(self, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        let root = repository::resolve(self.folder.as_deref());
        repository::must_be_folder(&root)?;
        let mut problems = Diagnostics::default();
        let sources = pipeline::load(&root, &mut problems)?;
        let Some(gallery) = pipeline::check(&sources, &mut problems) else {
            show_problems(&problems, Format::Text, surroundings);
            return Ok(Outcome::Problems);
        };
        let at = self.at.as_deref().map(|text| repository::at(text, &gallery.site.time_zone)).transpose()?;
        let options = ServeOptions { port: self.port, at, now: surroundings.clock };
        let sub_path = gallery.site.base_url.path().to_owned();
        drop((sources, gallery));

        let tell_person = |notice: &Notice<'_>| match notice {
            Notice::Listening(base_url) => {
                say(&format!("{base_url}\n"));
                if self.open
                    && let Err(why) = open::that_detached(base_url.as_str())
                {
                    tell(&format!("warning: no browser could be started: {why}\n"));
                }
            }
            Notice::Built(problems, done) => {
                show_problems(problems, Format::Text, surroundings);
                tell(if *done { "built\n" } else { "not built: waiting for the next change\n" });
            }
            Notice::Failed(error) => tell(&format!("error: {error}\n")),
        };
        std::thread::scope(|scope| serve::serve(&root, &sub_path, &options, &tell_person, scope))
            .map_err(Failure::Refused)?;
        Ok(Outcome::Fine)
    }
}
