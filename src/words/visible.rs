//! Foreign text as a terminal may show it.

use std::borrow::Cow;

/// `text` with every character written out that would not be seen, but would move, hide or reorder what is: controls (C0,
/// C1 and the ends of lines and paragraphs) and those that set a direction of writing.
///
/// Whoever wrote a credential or named a file writes no line of our answer, and no colour of it.
///
/// ```
/// use accolade::words::visible;
///
/// assert_eq!(visible("Guild\n  VALID\u{1b}[8m"), r"Guild\n  VALID\u{1b}[8m");
/// assert_eq!(visible("Löten 🎖"), "Löten 🎖");
/// ```
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let written = |it: char| if is_hidden(it) { it.escape_default().to_string() } else { it.to_string() };
    Cow::Owned(text.chars().map(written).collect())
}

/// Unicode 16, `General_Category=Cc`, `Bidi_Control`, and the separators of lines and paragraphs.
fn is_hidden(it: char) -> bool {
    let is_mark = matches!(it, '\u{61c}' | '\u{200e}' | '\u{200f}');
    it.is_control() || is_mark || turns_writing(it) || matches!(it, '\u{2028}' | '\u{2029}')
}

/// Whether a character turns the direction of the writing behind it: Unicode 16, `Bidi_Control` but for the three marks,
/// which only say of their own place to which side it belongs.
#[must_use]
pub fn turns_writing(it: char) -> bool {
    matches!(it, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
