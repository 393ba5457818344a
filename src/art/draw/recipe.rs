//! What a badge looks like when its TOML does not say.
//!
//! Everything is chosen from what the badge is, never at random: a series has one palette, a subject one emblem, a
//! kind of achievement one shape.

use super::{
    colour::{Palette, Rgb},
    emblem::{self, Emblem},
    ring,
    shape::Shape,
};
use crate::model::Badge;

/// Everything that is drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Recipe<'a> {
    pub(super) shape: Shape,
    pub(super) palette: Palette,
    pub(super) emblem: &'static Emblem,
    pub(super) inscription: Option<&'a str>,
    pub(super) ribbon: Option<&'a str>,
    pub(super) marks: u8,
    /// Which pattern the face has.
    pub(super) pattern: u64,
}

/// Completes what the TOML says.
pub(super) fn complete<'a>(badge: &'a Badge) -> Recipe<'a> {
    let art = &badge.art;
    let kind = badge.achievement_type.0.as_str();
    let series = series(badge);
    let number = hash(&series);
    let metal = metal_of_level(badge);
    let palette = art.palette.as_deref().and_then(Palette::find).unwrap_or_else(|| Palette::chosen(number).1);
    let line = |text: &'a Option<String>| text.as_deref().map(str::trim).filter(|it| !it.is_empty());
    Recipe {
        shape: art.shape.as_deref().and_then(Shape::find).unwrap_or_else(|| shape_for(kind)),
        palette: metal.map_or(palette, |metal| palette.in_metal(metal)),
        emblem: art.emblem.as_deref().and_then(emblem::find).unwrap_or_else(|| emblem_for(badge)),
        // What cannot be written leaves no empty room.
        inscription: line(&art.inscription).filter(|it| ring::fits(it)),
        ribbon: line(&art.ribbon).filter(|it| super::fits_ribbon(it)),
        marks: art.marks.unwrap_or_else(|| marks_of_level(badge)).min(5),
        pattern: number / 64,
    }
}

/// The name of the palette that is chosen for a badge which names none.
pub(super) fn chosen_palette(badge: &Badge) -> &'static str {
    Palette::chosen(hash(&series(badge))).0
}

/// What the badges of a series have in common: their names without the level.
fn series(badge: &Badge) -> String {
    let is_level = |part: &&str| !LEVELS.iter().any(|it| it.0 == *part) && part.parse::<u32>().is_err();
    let stem: Vec<&str> = badge.slug.as_str().split('-').filter(is_level).collect();
    stem.join("-")
}

/// Words for levels, and how many marks they have.
const LEVELS: &[(&str, u8)] = &[
    ("foundation", 1),
    ("beginner", 1),
    ("basic", 1),
    ("basics", 1),
    ("introductory", 1),
    ("novice", 1),
    ("bronze", 1),
    ("starter", 1),
    ("intermediate", 2),
    ("practitioner", 2),
    ("silver", 2),
    ("apprentice", 1),
    ("journeyman", 2),
    ("advanced", 3),
    ("gold", 3),
    ("professional", 3),
    ("proficient", 3),
    ("expert", 4),
    ("platinum", 4),
    ("master", 5),
    ("mastery", 5),
    ("i", 1),
    ("ii", 2),
    ("iii", 3),
    ("iv", 4),
    ("v", 5),
];

fn marks_of_level(badge: &Badge) -> u8 {
    let level = badge.level.as_deref().unwrap_or_default().to_lowercase();
    let words = || level.split(|it: char| !it.is_alphanumeric());
    words()
        .find_map(|word| LEVELS.iter().find(|it| it.0 == word).map(|it| it.1))
        .or_else(|| words().find_map(|word| word.parse().ok().filter(|it| (1..=5).contains(it))))
        .unwrap_or(0)
}

/// Bronze, silver and gold are what they say.
fn metal_of_level(badge: &Badge) -> Option<Rgb> {
    let level = badge.level.as_deref().unwrap_or_default().to_lowercase();
    let slug = badge.slug.as_str();
    let says = |metal: &str| level.contains(metal) || slug.split('-').any(|part| part == metal);
    [("bronze", Rgb(0xdb, 0x9e, 0x68)), ("silver", Rgb(0xcd, 0xd5, 0xde)), ("gold", Rgb(0xf1, 0xc2, 0x4b))]
        .into_iter()
        .find(|it| says(it.0))
        .map(|it| it.1)
}

fn shape_for(kind: &str) -> Shape {
    match kind {
        "Membership" | "License" | "QualityAssuranceCredential" | "Certification" => Shape::Shield,
        "Award" | "Certificate" | "CertificateOfCompletion" | "MasterCertificate" | "Diploma" => Shape::Rosette,
        "CommunityService" | "Course" | "LearningProgram" | "CoCurricular" => Shape::Circle,
        "Competency" | "MicroCredential" | "Fieldwork" => Shape::Diamond,
        "Assessment" | "Assignment" => Shape::Square,
        kind if kind.ends_with("Degree") || kind.ends_with("Doctorate") => Shape::Rosette,
        kind if kind.starts_with("ext:") => match kind.to_ascii_lowercase() {
            kind if kind.contains("role") || kind.contains("member") => Shape::Shield,
            kind if kind.contains("particip") || kind.contains("attend") || kind.contains("event") => Shape::Circle,
            kind => Shape::ALL[(hash(&kind) % 5) as usize].1,
        },
        _ => Shape::Hexagon,
    }
}

/// The emblem that the name calls for, or else a skill, or else the kind of achievement.
fn emblem_for(badge: &Badge) -> &'static Emblem {
    let texts = [badge.name.as_str(), badge.slug.as_str()];
    let more = [badge.field_of_study.as_deref(), badge.specialization.as_deref()];
    let skills = badge.skills.iter().map(String::as_str);
    texts
        .into_iter()
        .chain(skills)
        .chain(more.into_iter().flatten())
        .find_map(emblem::called_for)
        .or_else(|| emblem::called_for(&badge.achievement_type.0))
        .unwrap_or_else(|| {
            const PLAIN: [&str; 6] = ["star", "medal", "seal-check", "sparkle", "shooting-star", "trophy"];
            let name = PLAIN[(hash(badge.slug.as_str()) % PLAIN.len() as u64) as usize];
            emblem::find(name).expect("the plain emblems are among all")
        })
}

/// A number that stays the same for ever. Source: FNV-1a, 64 bits.
fn hash(text: &str) -> u64 {
    let mixed = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    // The low bits of short texts are much alike.
    mixed ^ (mixed >> 29)
}
