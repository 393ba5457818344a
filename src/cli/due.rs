//! `accolade due`: what somebody should look after before it is too late.

use super::{
    Surroundings, check,
    output::{Failure, Format, Outcome, count, say, show_problems},
    repository,
};
use crate::{
    diagnostic::{Code, Diagnostic, Diagnostics},
    model::Gallery,
    pipeline::{self, Sources, Verified},
    time::{self, Timestamp},
    trust::Verdict,
};
use clap::ValueEnum;
use jiff::{Span, tz::TimeZone};
use serde_json::json;
use std::{collections::BTreeSet, fmt::Write, path::PathBuf};

/// Say what is due: awards and keys that end soon, nominations that wait
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
    accolade due
    accolade due --within \"3 months\"
    accolade due --links | sort | less      (every address that awards, badges and issuers lead to)")]
pub(super) struct Due {
    /// The repository [default: the current folder, or the nearest one above it with an accolade.toml]
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// How far to look ahead for awards that end
    #[arg(long, value_name = "DURATION", default_value = "1 month")]
    within: String,
    /// List instead the addresses that awards, badges and issuers lead to, one a line
    #[arg(long)]
    links: bool,
    /// For whom the answer is
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: DueFormat,
}

/// For whom the answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum DueFormat {
    /// For people
    #[default]
    Text,
    /// For scripts: one JSON object on standard output
    Json,
    /// For an issue; nothing at all when nothing is due
    Markdown,
}

/// An award that ends soon.
struct Ending {
    id: String,
    badge: String,
    url: String,
    until: Timestamp,
}

impl Due {
    pub(super) fn run(self, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        let now = surroundings.now;
        let horizon = horizon(now, &self.within)?;
        let root = repository::resolve(self.folder.as_deref());
        repository::must_be_gallery(&root)?;
        let mut problems = Diagnostics::default();
        let sources = pipeline::load(&root, &mut problems)?;
        let verified =
            pipeline::check(&sources, &mut problems).map(|gallery| pipeline::verify(gallery, now, &mut problems));
        let Some(verified) = verified.filter(|_| problems.errors() == 0) else {
            show_problems(&problems, Format::Text, surroundings);
            return Err(Failure::Refused("the repository has mistakes (above): mend them first".to_owned()));
        };
        let gallery = verified.gallery();
        if self.links {
            let links: Vec<String> = links(&sources, gallery).into_iter().collect();
            say(&match self.format {
                DueFormat::Json => format!("{:#}\n", json!({ "links": links })),
                _ => links.iter().map(|it| format!("{it}\n")).collect(),
            });
            return Ok(Outcome::Fine);
        }
        let mut lints = Diagnostics::default();
        pipeline::lint(&sources, &verified, &check::came(&root, &sources, now), &mut lints);
        lints.retain(|it| matches!(it.code, Code::KeyEnding | Code::WaitingNomination));
        lints.set_levels(&gallery.site.lints);

        let ending = ending(&verified, horizon);
        say(&match self.format {
            DueFormat::Text => text(&ending, lints.all(), &gallery.site.time_zone),
            DueFormat::Json => as_json(&ending, lints.all()),
            DueFormat::Markdown => markdown(&ending, lints.all(), &gallery.site.time_zone),
        });
        Ok(Outcome::Fine)
    }
}

fn horizon(now: Timestamp, within: &str) -> Result<Timestamp, Failure> {
    let refuse = || Failure::Usage(format!("--within: `{within}` is not a period: write `5 weeks` or `3 months`"));
    let span: Span = within.parse().map_err(|_| refuse())?;
    let then = now.to_zoned_datetime(TimeZone::UTC).checked_add(span).map_err(|_| refuse())?.timestamp();
    if then > now { Ok(then) } else { Err(refuse()) }
}

/// Awards that are good now and will have ended at `horizon`, the first to end first.
fn ending(verified: &Verified, horizon: Timestamp) -> Vec<Ending> {
    let gallery = verified.gallery();
    let awards = gallery.assertions.iter().enumerate();
    let mut ending: Vec<Ending> = awards
        .filter(|(award, _)| matches!(verified.verdict(*award), Verdict::Valid))
        .filter_map(|(_, it)| {
            let until = it.valid_until.filter(|until| *until <= horizon)?;
            Some(Ending {
                id: it.id.to_string(),
                badge: gallery.badges.get(&it.badge).map_or_else(|| it.badge.to_string(), |badge| badge.name.clone()),
                url: gallery.site.base_url.join(&format!("assertions/{}/", it.id)),
                until,
            })
        })
        .collect();
    ending.sort_by(|one, other| (one.until, &one.id).cmp(&(other.until, &other.id)));
    ending
}

/// The addresses on the web that awards, badges and issuers lead to, but for the gallery's own.
fn links(sources: &Sources, gallery: &Gallery) -> BTreeSet<String> {
    let is_theirs = |path: &str| ["assertions/", "badges/", "issuers/"].iter().any(|it| path.starts_with(it));
    pipeline::links(sources, gallery).into_iter().filter(|it| is_theirs(&it.path)).map(|it| it.url).collect()
}

fn last_day(award: &Ending, zone: &TimeZone) -> String {
    time::in_words(time::last_date(award.until, zone))
}

fn text(ending: &[Ending], lints: &[Diagnostic], zone: &TimeZone) -> String {
    if ending.is_empty() && lints.is_empty() {
        return "nothing is due\n".to_owned();
    }
    let mut text = String::new();
    for it in ending {
        let _ = writeln!(text, "{}  {}  {}", last_day(it, zone), it.id, it.badge);
    }
    for it in lints {
        let _ = writeln!(text, "{}: {}", it.path().unwrap_or_default(), it.message);
    }
    text
}

fn as_json(ending: &[Ending], lints: &[Diagnostic]) -> String {
    let awards = ending
        .iter()
        .map(|it| json!({ "id": it.id, "badge": it.badge, "url": it.url, "valid_until": time::format(it.until) }));
    let others = lints.iter().map(|it| json!({ "code": it.code.as_str(), "file": it.path(), "message": it.message }));
    format!("{:#}\n", json!({ "awards": awards.collect::<Vec<_>>(), "others": others.collect::<Vec<_>>() }))
}

fn markdown(ending: &[Ending], lints: &[Diagnostic], zone: &TimeZone) -> String {
    let mut text = String::new();
    if !ending.is_empty() {
        let _ = write!(text, "## {} soon\n\n", count(ending.len(), "award ends", "awards end"));
        let _ = write!(text, "`accolade renew ID…` gives an award a new validity.\n\n");
        // Hosts refuse texts of more than 65,536 characters.
        for it in ending.iter().take(200) {
            let badge = it.badge.replace(['`', '\n'], " ");
            let _ = writeln!(text, "- {}: [`{}`]({}) `{badge}`", last_day(it, zone), it.id, it.url);
        }
        if ending.len() > 200 {
            let _ = writeln!(text, "- and {} more: `accolade due` lists them all", ending.len() - 200);
        }
    }
    if !lints.is_empty() {
        text.push_str(if text.is_empty() { "## To look after\n\n" } else { "\n## To look after\n\n" });
        for it in lints.iter().take(100) {
            let place = it.path().map(|path| format!("`{}`: ", path.replace('`', ""))).unwrap_or_default();
            let _ = writeln!(text, "- {place}{}", it.message);
        }
    }
    text
}
