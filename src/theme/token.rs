//! What the tag of a template consists of.

/// A word, a text in quotes, or another sign.
pub(super) struct Token<'t> {
    pub(super) text: &'t str,
    /// The rest of the tag.
    pub(super) after: &'t str,
    /// Whether it is the name of a variable: no attribute, and no name of an argument.
    pub(super) is_variable: bool,
}

/// Whether a letter may stand in a name.
pub(super) fn is_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_'
}

/// The tag from its first token to its last.
pub(super) fn tokens(tag: &str) -> impl Iterator<Item = Token<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (before, rest) = tag.split_at(at);
        let first = rest.chars().next()?;
        let length = match first {
            '"' => rest[1..].find('"').map_or(rest.len(), |end| end + 2),
            _ if is_name(first) => rest.find(|it| !is_name(it)).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        at += length;
        let (text, after) = rest.split_at(length);
        let is_argument = after.starts_with('=') && !after.starts_with("==");
        Some(Token { text, after, is_variable: is_name(first) && !before.ends_with('.') && !is_argument })
    })
}
