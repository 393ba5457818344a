//! `[theme]` of `accolade.toml`: how the site looks.

use super::{colours, fields::Fields, flaw::Flaw, issuer::links};
use crate::{
    art,
    diagnostic::{Code, closest},
    model::{Font, Look, PictureKind, StaticPicture},
    pipeline::Sources,
};

/// Fonts that systems have, by a name for their kind. Source: modernfontstacks.com (CC0).
const STACKS: &[(&str, &str)] = &[
    ("system", "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", \"Helvetica Neue\", Arial, sans-serif"),
    ("humanist", "Seravek, \"Gill Sans Nova\", Ubuntu, Calibri, \"DejaVu Sans\", \"Noto Sans\", sans-serif"),
    ("geometric", "Avenir, Montserrat, Corbel, \"URW Gothic\", \"Noto Sans\", sans-serif"),
    ("grotesque", "Inter, Roboto, \"Helvetica Neue\", \"Arial Nova\", \"Nimbus Sans\", Arial, sans-serif"),
    ("rounded", "ui-rounded, \"Hiragino Maru Gothic ProN\", Quicksand, Comfortaa, \"Arial Rounded MT\", sans-serif"),
    ("old-style", "\"Iowan Old Style\", \"Palatino Linotype\", Palatino, \"URW Palladio L\", P052, serif"),
    ("transitional", "Charter, \"Bitstream Charter\", \"Sitka Text\", Cambria, \"Noto Serif\", serif"),
    ("slab", "Rockwell, \"Rockwell Nova\", \"Roboto Slab\", \"DejaVu Serif\", \"Sitka Small\", serif"),
];

/// How high a logo is shown, in CSS pixels.
const LOGO: u32 = 32;

/// Reads `[theme]`. Mistakes are reported; what they are about stays as the theme has it.
pub(super) fn read(site: &Fields<'_, '_>, sources: &Sources) -> Look {
    let Some(theme) = site.table("theme", "`[theme]`") else { return Look::default() };
    let mut look = Look { colours: colours::read(&theme), ..Look::default() };
    look.radius = theme.line_or_number("radius").must(radius).optional();
    look.logo = theme.line("logo").must(|it| picture(&it, sources, String::new())).optional().map(|it| {
        let width = u64::from(it.size.0) * u64::from(LOGO) / u64::from(it.size.1.max(1));
        StaticPicture { size: (u32::try_from(width).unwrap_or(LOGO).clamp(1, 8 * LOGO), LOGO), ..it }
    });
    look.icon = theme.line("icon").must(|it| picture(&it, sources, String::new())).optional().map(|it| it.path);
    if let Some(fonts) = theme.table("fonts", "`[theme.fonts]`") {
        look.text = font(&fonts, "text", sources);
        look.headings = font(&fonts, "headings", sources);
        fonts.close();
    }
    if let Some(hero) = theme.table("hero", "`[theme.hero]`") {
        look.hero_text = hero.line("text").optional();
        let alt = hero.line("alt").optional();
        if hero.has("picture") && alt.is_none() {
            let flaw = Flaw::error(Code::MissingAlt, "nothing says what the picture shows");
            hero.report("picture", flaw.help("add `alt = \"…\"`: a sentence for those who cannot see it"));
        }
        look.hero_picture = hero.line("picture").must(|it| picture(&it, sources, alt.unwrap_or_default())).optional();
        hero.close();
    }
    look.links = links(&theme);
    theme.close();
    look
}

/// `0`, `6` (pixels), `6px`, `0.4rem`.
fn radius(text: String) -> Result<String, Flaw> {
    let digits = text.trim_end_matches(|it: char| it.is_ascii_alphabetic());
    let unit = &text[digits.len()..];
    let most = match unit {
        "" | "px" => 40.0,
        "rem" | "em" => 2.5,
        _ => return Err(Flaw::bad(format!("`{unit}` is not a unit of length here")).help("write `0.4rem` or `6px`")),
    };
    match digits.parse::<f64>() {
        Ok(number) if (0.0..=most).contains(&number) && !digits.contains(['e', 'E', '+', '-']) => {
            Ok(if unit.is_empty() && number != 0.0 { format!("{digits}px") } else { text })
        }
        Ok(_) => Err(Flaw::bad(format!("`{text}` lies outside of what looks good"))
            .help(format!("write a number from 0 to {most}{unit}"))),
        Err(_) => Err(Flaw::bad(format!("`{text}` is not a length")).help("write `0.4rem` or `6px`")),
    }
}

/// A font by the name of its kind, or one that lies in `static/`.
fn font(fonts: &Fields<'_, '_>, key: &'static str, sources: &Sources) -> Option<Font> {
    if !fonts.is_table(key) {
        let named = fonts.line(key).must(|name| {
            let names: Vec<_> = STACKS.iter().map(|it| it.0).collect();
            STACKS.iter().find(|it| it.0 == name).map(|it| Font::Stack(it.1)).ok_or_else(|| {
                let flaw = Flaw::not_listed("a kind of font", &name, &names, false);
                match closest(&name, names.iter().copied()) {
                    Some(_) => flaw,
                    None => flaw.help(format!(
                        "known: {}; or `{{ family = \"{name}\", file = \"fonts/….woff2\" }}` for a file of `static/`",
                        names.join(", ")
                    )),
                }
            })
        });
        return named.optional();
    }
    let table = fonts.table(key, "a font")?;
    let family = table.line("family").must(family).required();
    let file = table.line("file").must(|it| font_file(it, sources)).required();
    let weight = table.line_or_number("weight").must(weight).optional();
    table.close();
    Some(Font::File { family: family?, file: file?, weight: weight.unwrap_or_else(|| "100 900".into()) })
}

/// What a style sheet can hold between quotation marks without a thought.
fn family(text: String) -> Result<String, Flaw> {
    match text.chars().find(|it| !it.is_alphanumeric() && !" -_".contains(*it)) {
        Some(odd) => Err(Flaw::bad(format!("the name of a font cannot hold `{}`", odd.escape_debug()))
            .help("write it with letters, digits, spaces, `-` and `_`")),
        None => Ok(text),
    }
}

fn font_file(path: String, sources: &Sources) -> Result<String, Flaw> {
    let path = in_static(&path, sources)?;
    let ending = path.rsplit_once('.').map_or("", |it| it.1).to_ascii_lowercase();
    match ending.as_str() {
        "woff2" | "woff" | "ttf" | "otf" => Ok(path),
        _ => Err(Flaw::bad(format!("`{path}` is not a font that browsers read")).help("save it as WOFF2")),
    }
}

/// `400`, or `100 900` for a font that has them all.
fn weight(text: String) -> Result<String, Flaw> {
    let numbers: Option<Vec<u32>> = text.split(' ').map(|it| it.parse().ok()).collect();
    match numbers.as_deref() {
        Some([one]) if (1..=1000).contains(one) => Ok(text),
        Some([least, most]) if 1 <= *least && least <= most && *most <= 1000 => Ok(text),
        _ => Err(Flaw::bad(format!("`{text}` is not the weight of a font"))
            .help("write 400, or \"100 900\" for a font that has them all")),
    }
}

/// A picture of `static/`, and how large it is.
fn picture(path: &str, sources: &Sources, alt: String) -> Result<StaticPicture, Flaw> {
    let path = in_static(path, sources)?;
    let whole = format!("static/{path}");
    let bytes = sources.statics.iter().find(|it| it.path == whole).map_or(&[][..], |it| &it.bytes);
    let size = if path.to_ascii_lowercase().ends_with(".svg") {
        art::read_logo(&whole, bytes, PictureKind::Svg, String::new()).ok().map(|it| it.size)
    } else {
        let sides = imagesize::blob_size(bytes).ok();
        sides.and_then(|it| Some((u32::try_from(it.width).ok()?, u32::try_from(it.height).ok()?)))
    };
    match size {
        Some(size) if size.0 > 0 && size.1 > 0 => Ok(StaticPicture { path, size, alt }),
        _ => Err(Flaw::error(Code::BadPicture, format!("`static/{path}` is not a picture that can be used"))
            .help("save it as SVG, PNG, JPEG, WebP or AVIF")),
    }
}

/// The path of a file that lies in `static/`.
fn in_static(path: &str, sources: &Sources) -> Result<String, Flaw> {
    let known = || sources.statics.iter().map(|it| it.path.trim_start_matches("static/"));
    let wanted = path.trim_start_matches("./").trim_start_matches("static/");
    if !known().any(|it| it == wanted) {
        let flaw = Flaw::bad(format!("there is no file `static/{wanted}`"));
        return Err(match closest(wanted, known()) {
            Some(near) => flaw.help(format!("did you mean `{near}`?")),
            None => flaw.help("put it there, or leave the key out"),
        });
    }
    if let Some(odd) = wanted.chars().find(|it| !it.is_ascii_alphanumeric() && !"-_./".contains(*it)) {
        let flaw = Flaw::bad(format!("the path of this file holds `{}`", odd.escape_debug()));
        return Err(flaw.help("rename it with letters, digits, `-` and `_`"));
    }
    Ok(wanted.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_have_a_length() {
        for (given, kept) in [("0", "0"), ("6", "6px"), ("0.4rem", "0.4rem"), ("12px", "12px")] {
            assert_eq!(radius(given.into()).ok().as_deref(), Some(kept));
        }
        for bad in ["round", "4cm", "-1px", "1e3px", "99rem", "1px; color: red", ""] {
            assert!(radius(bad.into()).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_weight_is_a_number_or_two() {
        for (text, good) in [("400", true), ("100 900", true), ("900 100", false), ("bold", false), ("1 2 3", false)] {
            assert_eq!(weight(text.into()).is_ok(), good, "{text}");
        }
    }
}
