//! Colours of `[theme]`: read, completed so that they go together, and held against each other.
//!
//! A community names one colour or two, and the rest follows. What is hard to read is reported, with a colour that would
//! do.

use super::{fields::Fields, flaw::Flaw};
use crate::{
    art::{Rgb, WHITE},
    diagnostic::Code,
    model::Colour,
    theme::look::standard,
};
use std::collections::BTreeMap;

/// The colours that may be named.
const NAMED: [&str; 7] = ["accent", "ink", "quiet", "paper", "surface", "sunken", "line"];
/// What words are written with, and on what.
const WRITTEN: [&str; 7] = ["ink", "quiet", "accent", "good", "warn", "bad", "wait"];
const GROUNDS: [&str; 3] = ["paper", "surface", "sunken"];
/// What text of ordinary size needs (WCAG 2.2, 1.4.3).
const ENOUGH: f64 = 4.5;
/// What we aim for where we choose.
const GOOD: f64 = 7.0;
const BLACK: Rgb = Rgb(0, 0, 0);

/// All colours on one kind of screen: those of the style sheet, unless somebody said otherwise.
struct Scheme {
    /// `light` or `dark`.
    name: &'static str,
    colours: BTreeMap<&'static str, Rgb>,
    /// Those that the author named.
    named: Vec<&'static str>,
    /// Those that follow from them.
    derived: Vec<&'static str>,
}

pub(super) fn read(theme: &Fields<'_, '_>) -> Vec<Colour> {
    let mut light = Scheme::standard("light");
    let mut dark = Scheme::standard("dark");
    for key in NAMED {
        let (in_light, in_dark) = pair(theme, key);
        for (scheme, colour) in [(&mut light, in_light), (&mut dark, in_dark)] {
            if let Some(colour) = colour {
                scheme.colours.insert(key, colour);
                scheme.named.push(key);
            }
        }
    }
    if light.names("accent") && !dark.names("accent") {
        let paper = dark.of("paper");
        let accent = readable(light.of("accent"), &[paper, dark.of("surface")], WHITE, GOOD);
        dark.derive("accent", accent);
    }
    light.complete(WHITE, 60);
    dark.complete(BLACK, 20);
    for scheme in [&light, &dark] {
        scheme.hold_against_each_other(theme);
    }
    let changed = |name: &&'static str| light.changes(name) || dark.changes(name);
    NAMED
        .into_iter()
        .chain(["on-accent"])
        .filter(changed)
        .map(|name| Colour { name, light: light.of(name).to_string(), dark: dark.of(name).to_string() })
        .collect()
}

/// `"#0b6e4f"` for light screens, or `{ light = "#0b6e4f", dark = "#7fd6a5" }`.
fn pair(theme: &Fields<'_, '_>, key: &'static str) -> (Option<Rgb>, Option<Rgb>) {
    if !theme.is_table(key) {
        return (theme.line(key).must(colour).optional(), None);
    }
    let Some(table) = theme.table(key, "a colour") else { return (None, None) };
    let found = (table.line("light").must(colour).optional(), table.line("dark").must(colour).optional());
    table.close();
    found
}

fn colour(text: String) -> Result<Rgb, Flaw> {
    let long = match text.strip_prefix('#').map(str::as_bytes) {
        Some(&[r, g, b]) => {
            [r, r, g, g, b, b].iter().fold("#".to_owned(), |all, it| all + &char::from(*it).to_string())
        }
        _ => text.clone(),
    };
    Rgb::parse(&long).ok_or_else(|| {
        Flaw::bad(format!("`{text}` is not a colour")).help("write six hexadecimal digits, such as `#0b6e4f`")
    })
}

/// `colour`, or the nearest one on the way to `towards` that can be read on every one of `grounds`.
fn readable(colour: Rgb, grounds: &[Rgb], towards: Rgb, least: f64) -> Rgb {
    let good = |it: &Rgb| grounds.iter().all(|ground| it.contrast(*ground) >= least);
    (0..=100).map(|percent| colour.mix(towards, percent)).find(good).unwrap_or(towards)
}

impl Scheme {
    /// The colours of the style sheet.
    fn standard(name: &'static str) -> Self {
        let one = |colour: &'static str| {
            let (light, dark) = standard(colour)?;
            Some((colour, Rgb::parse(if name == "light" { light } else { dark })?))
        };
        let all = NAMED.into_iter().chain(["on-accent"]).chain(WRITTEN).filter_map(one);
        Self { name, colours: all.collect(), named: Vec::new(), derived: Vec::new() }
    }

    fn of(&self, name: &str) -> Rgb {
        self.colours.get(name).copied().unwrap_or(BLACK)
    }

    fn names(&self, name: &str) -> bool {
        self.named.contains(&name)
    }

    fn changes(&self, name: &str) -> bool {
        self.names(name) || self.derived.contains(&name)
    }

    fn derive(&mut self, name: &'static str, colour: Rgb) {
        if !self.names(name) {
            self.colours.insert(name, colour);
            self.derived.push(name);
        }
    }

    /// What follows from the colours that were named. Cards are a little `lighter` or darker than the paper.
    fn complete(&mut self, surface: Rgb, percent: u32) {
        let (paper, ink) = (self.of("paper"), self.of("ink"));
        if self.names("paper") {
            let surface = if self.name == "light" { paper.mix(surface, percent) } else { paper.mix(WHITE, 4) };
            self.derive("surface", surface);
            self.derive("sunken", if self.name == "light" { paper.mix(ink, 5) } else { paper.mix(BLACK, percent) });
            self.derive("line", paper.mix(ink, 15));
        }
        if self.names("paper") || self.names("ink") {
            let grounds = GROUNDS.map(|it| self.of(it));
            self.derive("quiet", readable(ink.mix(paper, 35), &grounds, ink, 5.5));
        }
        if self.changes("accent") {
            let accent = self.of("accent");
            let letters = [WHITE, Rgb(0x16, 0x17, 0x1c)];
            let [white, black] = letters.map(|it| it.contrast(accent));
            self.derive("on-accent", letters[usize::from(black > white)]);
        }
    }

    /// Reports what is hard to read, once for each colour.
    fn hold_against_each_other(&self, theme: &Fields<'_, '_>) {
        let mut reported = Vec::new();
        for (letters, ground) in WRITTEN.into_iter().flat_map(|it| GROUNDS.map(|ground| (it, ground))) {
            let ratio = self.of(letters).contrast(self.of(ground));
            let Some(blamed) = [letters, ground].into_iter().find(|it| self.names(it)) else { continue };
            if ratio >= ENOUGH || reported.contains(&blamed) {
                continue;
            }
            reported.push(blamed);
            let (one, other) = (self.of(letters), self.of(ground));
            let message = format!("`{letters}` is hard to read on `{ground}` on {} screens", self.name);
            let flaw = Flaw::warning(Code::LowContrast, message)
                .label(format!("`{one}` on `{other}`: {:.1} to 1, and 4.5 is needed", (ratio * 10.0).floor() / 10.0));
            let grounds = GROUNDS.map(|it| self.of(it));
            let away = if WHITE.contrast(other) > BLACK.contrast(other) { WHITE } else { BLACK };
            let flaw = if blamed == letters {
                flaw.help(format!("`{}` would do", readable(one, &grounds, away, ENOUGH)))
            } else {
                flaw.help(format!(
                    "`{}` would do",
                    readable(other, &[one], if away == WHITE { BLACK } else { WHITE }, ENOUGH)
                ))
            };
            theme.report_in(blamed, self.name, flaw);
        }
    }
}
