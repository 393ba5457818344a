//! Skills, as badges name them, and their addresses.

use crate::model::{Badge, Gallery, Slug};
use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

/// A skill that badges name.
#[derive(Debug)]
pub(in crate::pipeline) struct Skill<'a> {
    /// Its part of the address.
    pub(in crate::pipeline) slug: String,
    /// Its name, as the first badge writes it.
    pub(in crate::pipeline) name: &'a str,
    /// The badges that prove it.
    pub(in crate::pipeline) badges: Vec<&'a Badge>,
}

/// The skills of all badges, ordered by name, and for each badge the places of its own.
pub(super) fn gather(gallery: &Gallery) -> (Vec<Skill<'_>>, BTreeMap<&Slug, Vec<usize>>) {
    let mut skills: BTreeMap<String, Skill<'_>> = BTreeMap::new();
    for badge in gallery.badges.values() {
        for name in &badge.skills {
            let skill = skills.entry(folded(name)).or_insert_with(|| Skill {
                slug: slug(name),
                name: name.trim(),
                badges: Vec::new(),
            });
            if skill.badges.last().is_none_or(|last| last.slug != badge.slug) {
                skill.badges.push(badge);
            }
        }
    }
    tell_apart(&mut skills);

    let places: BTreeMap<&str, usize> = skills.keys().enumerate().map(|(place, key)| (key.as_str(), place)).collect();
    let mut of_badges = BTreeMap::new();
    for (slug, badge) in &gallery.badges {
        let mut own: Vec<usize> = Vec::new();
        for place in badge.skills.iter().filter_map(|name| places.get(folded(name).as_str())) {
            if !own.contains(place) {
                own.push(*place);
            }
        }
        of_badges.insert(slug, own);
    }
    (skills.into_values().collect(), of_badges)
}

/// Skills that differ only in case and spaces are one.
fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// `Soft Löten` → `soft-loten`, `C++` → `c-plus-plus`.
pub(super) fn slug(name: &str) -> String {
    let plain = deunicode::deunicode(&name.replace('+', " plus ").replace('#', " sharp ")).to_ascii_lowercase();
    let words: Vec<&str> = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let slug: String = words.join("-").chars().take(56).collect();
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { format!("skill-{}", digest(name)) } else { slug.to_owned() }
}

/// Skills whose names come to the same address get a digest of their name behind it, all but the one that is spelt
/// like its address: adding a skill therefore never moves another that has a digest already.
fn tell_apart(skills: &mut BTreeMap<String, Skill<'_>>) {
    let mut uses: BTreeMap<String, usize> = BTreeMap::new();
    for skill in skills.values() {
        *uses.entry(skill.slug.clone()).or_default() += 1;
    }
    for (folded, skill) in skills.iter_mut() {
        if uses.get(&skill.slug).is_some_and(|count| *count > 1) && folded.replace(' ', "-") != skill.slug {
            skill.slug = format!("{}-{}", skill.slug, digest(folded));
        }
    }
}

fn digest(text: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(text)[..3])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_skill_in_any_script_has_an_address() {
        assert_eq!(slug("Soft Löten"), "soft-loten");
        assert_eq!(slug("C++"), "c-plus-plus");
        assert_eq!(slug("  3D / printing "), "3d-printing");
        assert_eq!(slug("Пайка"), "paika");
        assert!(slug("✨").parse::<Slug>().is_ok());
        assert!(slug(&"long ".repeat(40)).parse::<Slug>().is_ok());
    }

    #[test]
    fn skills_that_would_share_an_address_are_told_apart() {
        let skill = |name: &'static str| (folded(name), Skill { slug: slug(name), name, badges: Vec::new() });
        let mut skills = BTreeMap::from([skill("Malé"), skill("Male"), skill("Mâle")]);
        tell_apart(&mut skills);
        let slugs: std::collections::BTreeSet<_> = skills.values().map(|it| it.slug.as_str()).collect();
        assert_eq!(slugs.len(), 3, "{slugs:?}");
        assert!(slugs.contains("male"));
    }
}
