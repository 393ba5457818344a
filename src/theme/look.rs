//! What `[theme]` of `accolade.toml` changes of the style sheet: custom properties, set once more after it.

use super::assets::STYLE;
use crate::model::{Font, Look};
use std::fmt::Write as _;

/// A custom property of the style sheet that is one colour on light screens and another on dark ones.
#[must_use]
pub fn standard(name: &str) -> Option<(&'static str, &'static str)> {
    let start = format!("--{name}: light-dark(");
    let at = STYLE.find(&start)? + start.len();
    STYLE[at..].split_once(')')?.0.split_once(", ")
}

/// The rules that follow the style sheet; nothing where nothing was changed.
pub(super) fn rules(look: &Look) -> String {
    // Writing to a string does not fail.
    let mut rules = String::new();
    for font in [&look.text, &look.headings].into_iter().flatten() {
        if let Font::File { family, file, weight } = font {
            let face = format!(
                "@font-face {{ font-family: \"{family}\"; src: url(\"../{file}\"); font-weight: {weight}; font-display: swap; }}\n"
            );
            if !rules.contains(&face) {
                rules.push_str(&face);
            }
        }
    }
    let mut properties = String::new();
    for colour in &look.colours {
        let _ = writeln!(properties, "  --{}: light-dark({}, {});", colour.name, colour.light, colour.dark);
    }
    if let Some(radius) = &look.radius {
        let _ = writeln!(properties, "  --radius: {radius};");
    }
    for (name, font) in [("sans", &look.text), ("display", &look.headings)] {
        match font {
            Some(Font::Stack(stack)) => {
                let _ = writeln!(properties, "  --{name}: {stack};");
            }
            Some(Font::File { family, .. }) => {
                let _ = writeln!(properties, "  --{name}: \"{family}\", {};", stack_of(name));
            }
            None => {}
        }
    }
    if !properties.is_empty() {
        let _ = write!(rules, "\n/* What accolade.toml says. */\n:root {{\n{properties}}}\n");
    }
    rules
}

/// The fonts of the style sheet's own property, for letters that a served font lacks.
fn stack_of(name: &str) -> &'static str {
    let start = format!("--{name}: ");
    STYLE.split_once(&start).and_then(|(_, rest)| rest.split_once(';')).map_or("sans-serif", |it| it.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Colour;

    #[test]
    fn what_is_not_said_stays() {
        assert_eq!(rules(&Look::default()), "");
        assert_eq!(standard("on-accent"), Some(("#ffffff", "#16171c")));
        assert_eq!(standard("radius"), None);
    }

    #[test]
    fn what_is_said_stands_after_the_style_sheet() {
        let font = Font::File { family: "Inter".into(), file: "fonts/inter.woff2".into(), weight: "100 900".into() };
        let look = Look {
            colours: vec![Colour { name: "accent", light: "#0b6e4f".into(), dark: "#7fd6a5".into() }],
            radius: Some("0".into()),
            text: Some(font.clone()),
            headings: Some(font),
            ..Look::default()
        };
        let rules = rules(&look);
        assert_eq!(rules.matches("@font-face").count(), 1, "{rules}");
        for line in [
            "src: url(\"../fonts/inter.woff2\");",
            "  --accent: light-dark(#0b6e4f, #7fd6a5);\n  --radius: 0;\n  --sans: \"Inter\", system-ui, ",
            "  --display: \"Inter\", \"Iowan Old Style\", ",
        ] {
            assert!(rules.contains(line), "{line} in {rules}");
        }
    }
}
