//! The keys in an issuer's file, changed so that everything else in it stays as it was written.

use super::{Refused, keys::to_ssh_line};
use crate::{
    model::Slug,
    time::{self, Timestamp},
    trust::PublicKey,
};
use toml_edit::{DocumentMut, Item, Table, Value, value};

/// Where an issuer's file is.
#[must_use]
pub fn path(issuer: &Slug) -> String {
    format!("issuers/{issuer}.toml")
}

/// The file `text` of `issuer`, to which `key` is added; it may sign from `from` on. `comment` says whose it is.
///
/// # Errors
///
/// When the key is there already, or the file is not TOML.
pub fn add_key(issuer: &Slug, text: &str, key: &PublicKey, comment: &str, from: Timestamp) -> Result<String, Refused> {
    let mut document = parse(issuer, text)?;
    if find(&document, key).is_some() {
        return Err(Refused(format!("`{}` has the key `{}` already", path(issuer), key.to_multibase())));
    }
    let mut entry = Table::new();
    let public = format!("{} {comment}", to_ssh_line(key));
    entry.insert("public", value(public.trim_end()));
    entry.insert("from", Item::Value(date(from)));
    // A comment at the end of the file stays above what is added.
    let last_words = document.trailing().as_str().unwrap_or_default().to_owned();
    document.set_trailing("");
    entry.decor_mut().set_prefix(format!("{last_words}\n"));
    keys(issuer, &mut document)?.push(entry);
    Ok(document.to_string())
}

/// The file `text` of `issuer`, in which `key` stops at `at`; `compromised` says that somebody else may have had it.
///
/// # Errors
///
/// When the key is not there or has stopped before, or the file is not TOML.
pub fn retire_key(
    issuer: &Slug,
    text: &str,
    key: &PublicKey,
    at: Timestamp,
    compromised: bool,
) -> Result<String, Refused> {
    let mut document = parse(issuer, text)?;
    let name = key.to_multibase();
    let place = find(&document, key).ok_or_else(|| Refused(format!("`{}` has no key `{name}`", path(issuer))))?;
    let entry = keys(issuer, &mut document)?.get_mut(place).expect("the key was found there");
    let word = if compromised { "compromised" } else { "until" };
    if let Some(when) = entry.get(word) {
        let when = when.to_string();
        return Err(Refused(format!(
            "`{}` says already `{word} = {}` of the key `{name}`: change it there",
            path(issuer),
            when.trim(),
        )));
    }
    entry.insert(word, Item::Value(date(at)));
    Ok(document.to_string())
}

fn parse(issuer: &Slug, text: &str) -> Result<DocumentMut, Refused> {
    text.parse()
        .map_err(|error: toml_edit::TomlError| Refused(format!("`{}` is not TOML: {}", path(issuer), error.message())))
}

/// The position of `key` among the `[[key]]` tables.
fn find(document: &DocumentMut, key: &PublicKey) -> Option<usize> {
    document.get("key")?.as_array_of_tables()?.iter().position(|entry| {
        let public = entry.get("public").and_then(Item::as_str);
        public.is_some_and(|text| PublicKey::parse(text).is_ok_and(|it| it == *key))
    })
}

fn keys<'a>(issuer: &Slug, document: &'a mut DocumentMut) -> Result<&'a mut toml_edit::ArrayOfTables, Refused> {
    document
        .entry("key")
        .or_insert(Item::ArrayOfTables(toml_edit::ArrayOfTables::new()))
        .as_array_of_tables_mut()
        .ok_or_else(|| Refused(format!("in `{}`, write every key as a table `[[key]]` of its own", path(issuer))))
}

fn date(time: Timestamp) -> Value {
    Value::from(time::format(time).parse::<toml_edit::Datetime>().expect("this is a TOML date"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";

    fn guild() -> Slug {
        "guild".parse().unwrap()
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_key_is_added_below_everything_that_was_written() {
        let key = PublicKey::from_multibase(KEY).unwrap();
        let before = "# ours\nname = 'Guild' # short\n\n[parent]\nname = 'City'\nurl = 'https://city.example/'\n";
        let after = add_key(&guild(), before, &key, "accolade guild", at("2026-05-04T00:00:00Z")).unwrap();
        assert_eq!(
            after,
            format!(
                "{before}\n[[key]]\npublic = \"{} accolade guild\"\nfrom = 2026-05-04T00:00:00Z\n",
                to_ssh_line(&key)
            )
        );
        assert_eq!(
            add_key(&guild(), &after, &key, "", at("2026-05-04T00:00:00Z")).unwrap_err().0,
            format!("`issuers/guild.toml` has the key `{KEY}` already")
        );
    }

    #[test]
    fn a_retired_key_keeps_its_comments() {
        let key = PublicKey::from_multibase(KEY).unwrap();
        let before = format!("name = 'Guild'\n\n# Ada's laptop\n[[key]]\npublic = '{KEY}' # first\n");
        let after = retire_key(&guild(), &before, &key, at("2026-05-04T00:00:00Z"), false).unwrap();
        assert_eq!(after, format!("{before}until = 2026-05-04T00:00:00Z\n"));
        assert_eq!(
            retire_key(&guild(), &after, &key, at("2026-05-05T00:00:00Z"), false).unwrap_err().0,
            format!(
                "`issuers/guild.toml` says already `until = 2026-05-04T00:00:00Z` of the key `{KEY}`: change it there"
            )
        );
    }
}
