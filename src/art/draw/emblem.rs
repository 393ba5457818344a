//! The emblems, and the words that call for them.

use std::sync::LazyLock;

/// A drawing in a box of 256 × 256.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Emblem {
    /// Its name.
    pub(super) name: &'static str,
    /// Words that call for it.
    words: &'static str,
    /// Its outline.
    pub(super) path: &'static str,
}

static ALL: LazyLock<Vec<Emblem>> = LazyLock::new(|| {
    include_str!("emblems.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let mut fields = line.split('\t');
            Some(Emblem { name: fields.next()?, words: fields.next()?, path: fields.next()? })
        })
        .collect()
});

/// Every emblem.
pub(super) fn all() -> &'static [Emblem] {
    &ALL
}

/// The emblem of a name.
pub(super) fn find(name: &str) -> Option<&'static Emblem> {
    ALL.iter().find(|it| it.name == name)
}

/// Words that say for whom or how, rather than what: others go first.
const VAGUE: &[&str] = &[
    "community",
    "team",
    "group",
    "member",
    "volunteer",
    "safety",
    "workshop",
    "training",
    "learning",
    "study",
    "course",
    "support",
    "care",
    "thinking",
    "development",
    "start",
    "day",
    "work",
    "winner",
];

/// The emblem that a text calls for; the first word that calls for one decides.
pub(super) fn called_for(text: &str) -> Option<&'static Emblem> {
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
    let pairs = words.windows(2).map(|it| it.join("-"));
    let (vague, telling): (Vec<&str>, Vec<&str>) = words.iter().partition(|it| VAGUE.contains(it));
    pairs.chain(telling.into_iter().chain(vague).map(str::to_owned)).find_map(|word| {
        let singular = word.strip_suffix('s').unwrap_or(&word);
        let is_it = |known: &str| known == word || known == singular;
        ALL.iter().find(|it| is_it(it.name)).or_else(|| ALL.iter().find(|it| it.words.split(' ').any(is_it)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_call_for_emblems() {
        let named = |text| called_for(text).map(|it| it.name);
        assert_eq!(named("Soldering"), Some("circuitry"));
        assert_eq!(named("First aid at the forge"), Some("first-aid"));
        assert_eq!(named("Open Source Maintainer"), Some("git-branch"));
        assert_eq!(named("Trees of the north"), Some("tree"));
        assert_eq!(named("Community gardening"), Some("flower-tulip"));
        assert_eq!(named("Community organiser"), Some("users-three"));
        assert_eq!(named("Löten"), None);
    }

    #[test]
    fn every_emblem_has_a_name_and_an_outline() {
        assert!(all().len() >= 100);
        for emblem in all() {
            assert!(emblem.path.starts_with(['M', 'm']), "{}", emblem.name);
        }
        assert!(all().is_sorted_by_key(|it| it.name));
    }
}
