//! Names that badges and people had before: `previous = ["old-name"]`.
//!
//! Signed awards name a badge by the address that it had on the day, so an old name leads to the same badge for ever, and
//! nothing else may take it.

use super::{fields::Fields, flaw::Flaw, names};
use crate::{
    diagnostic::{Code, SourceFile},
    model::Slug,
};
use std::{collections::BTreeMap, sync::Arc};
use toml::de::DeTable;

/// Every former name in these files, and the name that the file has now. What is wrong with them is said by [`read`].
pub(super) fn names(files: &[Arc<SourceFile>]) -> BTreeMap<Slug, Slug> {
    let mut former = BTreeMap::new();
    for file in files.iter().filter(|it| it.text.contains("previous")) {
        let Ok(now) = names::slug_of(&file.path) else { continue };
        // What bears an old name does so as well where the file has a mistake elsewhere.
        let (table, _) = DeTable::parse_recoverable(&file.text);
        let listed = table.get_ref().get("previous").and_then(|it| it.get_ref().as_array()).into_iter().flatten();
        for old in listed.filter_map(|it| it.get_ref().as_str()?.parse::<Slug>().ok()).filter(|it| *it != now) {
            former.entry(old).or_insert_with(|| now.clone());
        }
    }
    former
}

/// Reads `previous` of the file of `slug`. `taken` says whether something has such a name now, `former` who had it.
pub(super) fn read(fields: &Fields<'_, '_>, slug: &Slug, former: &BTreeMap<Slug, Slug>, taken: impl Fn(&Slug) -> bool) {
    for entry in fields.lines("previous") {
        let flaw = match entry.value.parse::<Slug>() {
            Err(flaw) => Flaw::error(Code::BadName, flaw.to_string()),
            Ok(old) if old == *slug => Flaw::error(Code::BadName, format!("`{old}` is the name that it has now"))
                .help("list only names that it had before"),
            Ok(old) if taken(&old) => Flaw::error(Code::BadName, format!("the old name `{old}` is used again"))
                .label("its addresses were promised to lead here")
                .help("give the new one another name: links to the old name, and signed awards, mean this one"),
            Ok(old) => match former.get(&old) {
                Some(other) if other != slug => {
                    Flaw::error(Code::BadName, format!("`{old}` was the name of `{other}` before"))
                        .help("keep it with one of the two")
                }
                _ => continue,
            },
        };
        fields.document().report(&entry.span, flaw);
    }
}
