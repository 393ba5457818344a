//! `accolade art`: the drawing of a badge, for further work.

use super::{
    Surroundings,
    change::{self, PlainChange},
    output::{Failure, Format, Outcome, say, show_problems, tell},
};
use crate::{
    art::{self, Look},
    diagnostic::Diagnostics,
    disk::{self, Change},
    ledger,
    model::{Badge, Gallery},
    pipeline,
};
use serde_json::json;
use std::path::{Path, PathBuf};

/// Write the art that is drawn for a badge into an SVG file, for further work
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Without --out it becomes the badge's own picture, beside its TOML file, and is no longer drawn. The SVG is 512 × 512,
has no fonts and no effects, and opens in any drawing program. To change only how it is drawn, leave the file be and
write `[art]` into the TOML: --list names every shape, palette and emblem.

Examples:
    accolade art soldering
    accolade art soldering --out ~/drawings/soldering.svg
    accolade art soldering --out - | inkscape --pipe")]
pub(super) struct Art {
    /// Which badge: the name of its file in badges/, without .toml
    #[arg(value_name = "BADGE", required_unless_present = "list")]
    badge: Option<String>,
    /// Where to write it; `-` is standard output [default: badges/<BADGE>.svg]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Write over a file that is there already
    #[arg(long)]
    force: bool,
    /// Name the shapes, palettes and emblems that `[art]` knows, and write nothing
    #[arg(long, conflicts_with_all = ["badge", "out", "force"])]
    list: bool,
    #[command(flatten)]
    change: PlainChange,
}

impl Art {
    pub(super) fn run(self, surroundings: &Surroundings) -> Result<Outcome, Failure> {
        let Some(name) = &self.badge else {
            list(self.change.format);
            return Ok(Outcome::Fine);
        };
        let root = self.change.root();
        let gallery = open(&root, name, surroundings)?;
        let badge = ledger::badge(&gallery, name)?;
        let name = badge.slug.as_str();
        let svg = art::draw(badge);
        let beside = format!("badges/{name}.svg");
        let (folder, file, path) = match &self.out {
            Some(out) if out == Path::new("-") => {
                say(&svg);
                return Ok(Outcome::Fine);
            }
            Some(out) => (
                out.parent().unwrap_or(Path::new("")).to_owned(),
                out.file_name().unwrap_or_default().to_string_lossy().into_owned(),
                named(out)?,
            ),
            None => (root.clone(), beside.clone(), beside),
        };
        may_be_written(&folder.join(&file), self.force)?;
        let png = format!("badges/{name}.png");
        if self.out.is_none() && disk::exists(&root.join(&png)) {
            return Err(Failure::Refused(format!(
                "the picture of `{name}` is `{png}`, which an SVG beside it would replace: move it away first, or use --out"
            )));
        }
        let change = Change { write: [(file, svg.into_bytes())].into(), ..Change::default() };
        change::apply(&change, &folder, self.change.dry_run)?;
        let look = art::look(badge);
        match self.change.format {
            Format::Json => {
                let answer =
                    json!({ "dry_run": self.change.dry_run, "badge": name, "path": path, "art": value(&look) });
                say(&format!("{answer:#}\n"));
            }
            Format::Text => {
                say(&format!("{path}: {}\n", sentence(&look)));
                if !self.change.dry_run {
                    tell(&advice(badge, &look, self.out.is_some()));
                }
            }
        }
        Ok(Outcome::Fine)
    }
}

/// The gallery, with the badge `name` in it. Mistakes elsewhere do not matter to a drawing.
fn open(root: &Path, name: &str, surroundings: &Surroundings) -> Result<Gallery, Failure> {
    super::repository::must_be_folder(root)?;
    let mut problems = Diagnostics::default();
    let sources = pipeline::load(root, &mut problems)?;
    let gallery = pipeline::check(&sources, &mut problems);
    let found = gallery.as_ref().map(|it| ledger::badge(it, name).map(drop));
    match (gallery, found) {
        (Some(gallery), Some(Ok(_))) => Ok(gallery),
        (_, Some(Err(unknown))) if problems.errors() == 0 => Err(unknown.into()),
        _ => {
            show_problems(&problems, Format::Text, surroundings);
            Err(Failure::Refused(format!("the repository has mistakes (above), and no badge `{name}` without one")))
        }
    }
}

fn named(out: &Path) -> Result<String, Failure> {
    if disk::is_folder(out) {
        return Err(Failure::Refused(format!("`{}` is a folder: --out names a file", out.display())));
    }
    let name = out.to_str().map(str::to_owned);
    name.ok_or_else(|| Failure::Usage(format!("--out: `{}` is not UTF-8", out.display())))
}

fn may_be_written(path: &Path, force: bool) -> Result<(), Failure> {
    if force || !disk::exists(path) {
        return Ok(());
    }
    Err(Failure::Refused(format!(
        "`{}` exists and was left as it is: --force writes over it, --out FILE writes elsewhere",
        path.display()
    )))
}

/// What is drawn, on a line.
fn sentence(look: &Look) -> String {
    let mut parts = vec![look.shape.to_owned(), format!("palette {}", look.palette), format!("emblem {}", look.emblem)];
    parts.extend(look.inscription.as_ref().map(|it| format!("inscription “{it}”")));
    parts.extend(look.ribbon.as_ref().map(|it| format!("ribbon “{it}”")));
    match look.marks {
        0 => {}
        1 => parts.push("1 mark".to_owned()),
        marks => parts.push(format!("{marks} marks")),
    }
    parts.join(", ")
}

/// What to put into the TOML.
fn advice(badge: &Badge, look: &Look, elsewhere: bool) -> String {
    let (name, toml) = (&badge.slug, format!("badges/{}.toml", badge.slug));
    let mut text = String::new();
    if elsewhere {
        text += &format!("to use it, put it beside `{toml}` as `{name}.svg`\n");
    }
    // The name stands in for a description that is not there.
    if badge.alt == badge.name {
        let emblem = look.emblem.replace('-', " ");
        text += &format!(
            "with it, `{toml}` needs a sentence for those who cannot see it, above its first [table]:\n    \
             alt = \"A {} with the sign “{emblem}”\"\n",
            look.shape
        );
    }
    if badge.art != crate::model::ArtRecipe::default() {
        text += &format!("`[art]` in `{toml}` says nothing any more as long as the file is there\n");
    }
    text
}

fn value(look: &Look) -> serde_json::Value {
    let mut value = json!({ "shape": look.shape, "palette": look.palette, "emblem": look.emblem, "marks": look.marks });
    for (key, text) in [("inscription", &look.inscription), ("ribbon", &look.ribbon)] {
        if let Some(text) = text {
            value[key] = json!(text);
        }
    }
    value
}

fn list(format: Format) {
    let (shapes, palettes, emblems): (Vec<_>, Vec<_>, Vec<_>) =
        (art::shapes().collect(), art::palettes().collect(), art::emblems().collect());
    if format == Format::Json {
        say(&format!("{:#}\n", json!({ "shapes": shapes, "palettes": palettes, "emblems": emblems })));
        return;
    }
    for (key, names, more) in
        [("shape", shapes, ""), ("palette", palettes, " or a colour such as #1d6f42"), ("emblem", emblems, "")]
    {
        say(&format!("{key}:{more}\n"));
        let mut line = String::from("   ");
        for name in names {
            if line.len() + name.len() > 98 {
                say(&format!("{line}\n"));
                line = String::from("   ");
            }
            line += &format!(" {name}");
        }
        say(&format!("{line}\n"));
    }
    say("inscription, ribbon: a short text in Latin, Greek or Cyrillic letters\nmarks: 0 to 5\n");
}
