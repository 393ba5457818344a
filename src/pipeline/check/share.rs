//! `[share]` of an issuer: what recipients may say when they share an award.

use super::{fields::Fields, flaw::Flaw};
use crate::{diagnostic::closest, model::Share};

/// What a text may name; the award fills it in.
const NAMES: [&str; 2] = ["badge", "issuer"];

/// How long text and hashtags may be together. A post at Bluesky has 300 characters, of which the address of the award
/// and the names of badge and issuer need their share.
const ROOM: usize = 200;

pub(super) fn read(fields: &Fields<'_, '_>) -> Share {
    let Some(table) = fields.table("share", "`[share]`") else { return Share::default() };
    let text = table.line("text").must(sentence).optional();
    let mut hashtags = Vec::new();
    for tag in table.lines("hashtags") {
        match hashtag(&tag.value) {
            Ok(()) => hashtags.push(tag.value),
            Err(flaw) => table.document().report(&tag.span, flaw),
        }
    }
    let letters = |text: &str| text.chars().count();
    let length = text.as_deref().map_or(0, letters) + hashtags.iter().map(|it| letters(it) + 2).sum::<usize>();
    if length > ROOM {
        let flaw = Flaw::bad(format!("text and hashtags have {length} characters together, and may have {ROOM}"));
        let key = if table.has("text") { "text" } else { "hashtags" };
        table.report(key, flaw.help("a short post has room for little more than the address of the award"));
    }
    table.close();
    Share { text, hashtags }
}

/// Text in which every name in braces is known.
fn sentence(text: String) -> Result<String, Flaw> {
    for after in text.split('{').skip(1) {
        let Some((name, _)) = after.split_once('}') else {
            return Err(Flaw::bad("a `{` is never closed").help("write `{badge}` or `{issuer}`"));
        };
        if !NAMES.contains(&name) {
            let help = match closest(name, NAMES.iter().copied()) {
                Some(near) => format!("did you mean `{{{near}}}`?"),
                None => "write `{badge}` or `{issuer}`, which the award fills in".to_owned(),
            };
            return Err(Flaw::bad(format!("nothing is filled in for `{{{name}}}`")).help(help));
        }
    }
    Ok(text)
}

/// Letters, digits and `_`, and not digits alone: what Mastodon, Bluesky and LinkedIn all take for a hashtag.
fn hashtag(text: &str) -> Result<(), Flaw> {
    let refuse = |why: &str| Flaw::bad(format!("`{text}` is not a hashtag: {why}"));
    if let Some(rest) = text.strip_prefix('#') {
        return Err(refuse("its `#` is added by itself").help(format!("write `{rest}`")));
    }
    if let Some(odd) = text.chars().find(|it| !it.is_alphanumeric() && *it != '_') {
        let joined: String = text.chars().filter(|it| it.is_alphanumeric() || *it == '_').collect();
        let refused = refuse(&format!("it holds `{}`", odd.escape_debug()));
        return Err(if joined.is_empty() { refused } else { refused.help(format!("write `{joined}`")) });
    }
    if text.chars().all(char::is_numeric) {
        return Err(refuse("it has no letter"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hashtag_is_one_word() {
        for good in ["RepairCafe", "\u{130}stanbul", "\u{4fee}\u{7406}", "year_2026", "2026a"] {
            assert!(hashtag(good).is_ok(), "{good}");
        }
        for bad in ["#RepairCafe", "repair cafe", "repair-cafe", "2026", "!"] {
            assert!(hashtag(bad).is_err(), "{bad}");
        }
    }
}
