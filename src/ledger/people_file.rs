//! The awards in somebody's file, changed so that everything else in it stays as it was written.

use super::Refused;
use crate::model::AssertionId;
use toml_edit::{Array, DocumentMut};

/// The file `text` with `new` after `old`, if it lists `old`.
pub(super) fn add_after(path: &str, text: &str, old: AssertionId, new: AssertionId) -> Result<Option<String>, Refused> {
    change(path, text, old, |awards, place| {
        let decor = awards.get(place).map(|it| it.decor().clone());
        awards.insert(place + 1, new.as_str());
        if let (Some(decor), Some(added)) = (decor.filter(|_| place > 0), awards.get_mut(place + 1)) {
            *added.decor_mut() = decor;
        }
    })
}

/// The file `text` without `id`, if it lists it.
pub(super) fn remove(path: &str, text: &str, id: AssertionId) -> Result<Option<String>, Refused> {
    change(path, text, id, |awards, place| {
        let decor = awards.get(place).map(|it| it.decor().clone());
        awards.remove(place);
        if let (Some(decor), Some(next)) = (decor.filter(|_| place == 0), awards.get_mut(0)) {
            *next.decor_mut() = decor;
        }
    })
}

fn change(
    path: &str,
    text: &str,
    id: AssertionId,
    act: impl FnOnce(&mut Array, usize),
) -> Result<Option<String>, Refused> {
    if !text.contains(id.as_str()) {
        return Ok(None);
    }
    let mut document: DocumentMut = text
        .parse()
        .map_err(|error: toml_edit::TomlError| Refused(format!("`{path}` is not TOML: {}", error.message())))?;
    let Some(awards) = document.get_mut("awards").and_then(toml_edit::Item::as_array_mut) else { return Ok(None) };
    let Some(place) = awards.iter().position(|it| it.as_str() == Some(id.as_str())) else { return Ok(None) };
    act(awards, place);
    Ok(Some(document.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_list_of_awards_changes() {
        let [old, new] = ["0kq8zv5n3x7rj2m4c9td", "1kq8zv5n3x7rj2m4c9td"].map(|it| it.parse().unwrap());
        let before = format!("# hers\nname = 'Ada' # short\nawards = [\"{old}\", \"x\"]\n");
        let both = add_after("people/ada.toml", &before, old, new).unwrap().unwrap();
        assert_eq!(both, format!("# hers\nname = 'Ada' # short\nawards = [\"{old}\", \"{new}\", \"x\"]\n"));
        let after = remove("people/ada.toml", &both, old).unwrap().unwrap();
        assert_eq!(after, format!("# hers\nname = 'Ada' # short\nawards = [\"{new}\", \"x\"]\n"));
        assert_eq!(remove("people/ada.toml", "name = 'Bob'\n", old).unwrap(), None);
    }
}
