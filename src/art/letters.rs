//! Which letters our font has and how wide they are: texts are wrapped and made smaller before they are drawn.

use super::raster::{BOLD, REGULAR};
use skrifa::{
    FontRef, MetadataProvider as _,
    instance::{LocationRef, Size},
};
use std::{collections::HashMap, sync::LazyLock};

/// Kerning and ligatures are not measured; what they add stays below this share of a line.
const MARGIN: f32 = 1.025;

/// The advance of every letter, as a share of the size.
type Widths = HashMap<char, f32>;

static WIDTHS: LazyLock<[Widths; 2]> = LazyLock::new(|| [widths(REGULAR), widths(BOLD)]);

fn widths(font: &[u8]) -> Widths {
    let font = FontRef::new(font).expect("the font is ours");
    let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
    let letters = font.charmap().mappings().filter_map(|(code, glyph)| Some((char::from_u32(code)?, glyph)));
    letters.filter_map(|(letter, glyph)| Some((letter, metrics.advance_width(glyph)?))).collect()
}

/// A text in lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Fitted {
    /// The size of its letters.
    pub size: u32,
    /// Its lines; none if nothing of it can be drawn.
    pub lines: Vec<String>,
}

/// Where a text has to go.
#[derive(Debug, Clone, Copy)]
pub struct Space {
    /// How wide its lines may be.
    pub width: u32,
    /// How many there may be.
    pub lines: usize,
    /// The size of its letters, if it fits.
    pub size: u32,
    /// The least size that can be read.
    pub least: u32,
    /// Whether it is bold.
    pub bold: bool,
}

/// Whether our font has every letter of a text.
#[must_use]
pub fn can_draw(text: &str) -> bool {
    text.chars().all(|letter| WIDTHS[0].contains_key(&letter) || letter.is_ascii_whitespace())
}

/// What of a text our font can draw: words in scripts that it lacks are left out, with brackets that are empty then.
/// Nothing is left of a text without a single word.
#[must_use]
pub fn drawable(text: &str) -> String {
    let visible: String = text.chars().map(|it| if it.is_control() { ' ' } else { it }).collect();
    // Marks that steer the direction of what is left out.
    let visible = visible.replace(|it: char| matches!(it, '\u{200b}'..='\u{200f}' | '\u{2066}'..='\u{2069}'), "");
    if can_draw(&visible) {
        return words(&visible).join(" ");
    }
    let kept: Vec<&str> = words(&visible).into_iter().filter(|word| can_draw(word)).collect();
    let text = kept.join(" ");
    let alone = |it: char| !it.is_alphanumeric();
    if !text.chars().any(char::is_alphanumeric) {
        return String::new();
    }
    // `(Hana)` stood beside what is gone.
    match text.strip_prefix('(').and_then(|it| it.strip_suffix(')')) {
        Some(inner) if !inner.contains(['(', ')']) => inner.to_owned(),
        _ => text.trim_matches(|it: char| alone(it) && !matches!(it, '(' | ')' | '.' | '!' | '?')).to_owned(),
    }
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// Sets a text into a space: as large as it fits, and cut with an ellipsis if even its least size does not.
#[must_use]
pub fn fit(text: &str, space: Space) -> Fitted {
    let text = drawable(text);
    if text.is_empty() {
        return Fitted { size: space.size, lines: Vec::new() };
    }
    let mut size = space.size;
    loop {
        let lines = wrap(&text, size, space, size <= space.least);
        if lines.len() <= space.lines {
            return Fitted { size, lines };
        }
        if size <= space.least {
            return Fitted { size, lines: cut(lines, size, space) };
        }
        size = (size - 2).max(space.least);
    }
}

/// Lines of whole words; a word wider than a line is broken only if it `must` be. Else it makes too many lines.
fn wrap(text: &str, size: u32, space: Space, must: bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words(text) {
        if let Some(last) = lines.last_mut() {
            let longer = format!("{last} {word}");
            if width(&longer, size, space.bold) <= space.width as f32 {
                *last = longer;
                continue;
            }
        }
        if width(word, size, space.bold) <= space.width as f32 {
            lines.push(word.to_owned());
        } else if must {
            lines.extend(broken(word, size, space));
        } else {
            return vec![String::new(); space.lines + 1];
        }
    }
    lines
}

/// A word in parts that fit, none of which begins with a combining mark.
fn broken(word: &str, size: u32, space: Space) -> Vec<String> {
    let mut parts = vec![String::new()];
    for letter in word.chars() {
        let last = parts.last_mut().expect("there is one");
        last.push(letter);
        if width(last, size, space.bold) > space.width as f32 && last.chars().count() > 1 && !is_mark(letter) {
            last.pop();
            parts.push(letter.to_string());
        }
    }
    parts
}

/// As many lines as there may be, the last one with an ellipsis.
fn cut(mut lines: Vec<String>, size: u32, space: Space) -> Vec<String> {
    lines.truncate(space.lines);
    if let Some(last) = lines.last_mut() {
        while width(&format!("{last}…"), size, space.bold) > space.width as f32 && last.pop().is_some() {}
        while last.ends_with(|it: char| it.is_whitespace() || matches!(it, ',' | '-' | '(')) {
            last.pop();
        }
        last.push('…');
    }
    lines
}

fn width(text: &str, size: u32, bold: bool) -> f32 {
    let widths = &WIDTHS[usize::from(bold)];
    let natural: f32 = text.chars().map(|it| widths.get(&it).copied().unwrap_or(0.7)).sum();
    natural * size as f32 * MARGIN
}

/// Combining marks of the scripts that our font has.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const TITLE: Space = Space { width: 560, lines: 3, size: 64, least: 36, bold: true };

    #[test]
    fn short_texts_stay_large_and_long_ones_wrap_then_shrink() {
        assert_eq!(fit("Soldering", TITLE), Fitted { size: 64, lines: vec!["Soldering".into()] });
        let longer = fit("Electrical safety for volunteers", TITLE);
        assert!(longer.size == 64 && longer.lines.len() <= 3, "{longer:?}");
        let long = fit(&"Repairing household appliances with care ".repeat(3), TITLE);
        assert!(long.size < 64 && long.lines.len() == 3, "{long:?}");
    }

    #[test]
    fn nothing_is_wider_than_its_space() {
        for text in ["W".repeat(120), "é".repeat(120), "e\u{301}".repeat(60), "Wörter ".repeat(40), "Щ".repeat(121)]
        {
            let fitted = fit(&text, TITLE);
            assert!(fitted.lines.len() <= 3 && fitted.size >= 36, "{fitted:?}");
            for line in &fitted.lines {
                assert!(width(line, fitted.size, true) <= 560.0, "{line}");
                assert!(!line.starts_with('\u{301}'), "{line}");
            }
        }
    }

    #[test]
    fn what_the_font_lacks_is_left_out() {
        assert_eq!(drawable("Yamada Hana"), "Yamada Hana");
        assert_eq!(drawable("山田花 (Yamada Hana)"), "Yamada Hana");
        assert_eq!(drawable("Fun badge 🏆"), "Fun badge");
        assert_eq!(drawable("أمينة يوسف"), "");
        assert_eq!(drawable("熟練!"), "");
        assert_eq!(drawable("Άριστα Мастер Löten"), "Άριστα Мастер Löten");
        assert_eq!(drawable("a\u{202e}b\n c"), "c");
    }
}
