//! Colours that go together.

use std::fmt;

/// A colour of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// White.
pub const WHITE: Rgb = Rgb(255, 255, 255);
/// A black that is friendlier than black.
pub(super) const INK: Rgb = Rgb(16, 18, 28);

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

impl Rgb {
    /// Reads `#1d6f42`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|it| it.len() == 6 && it.bytes().all(|b| b.is_ascii_hexdigit()))?;
        let value = u32::from_str_radix(digits, 16).ok()?;
        let [_, r, g, b] = value.to_be_bytes();
        Some(Self(r, g, b))
    }

    /// This colour with `percent` of another.
    #[must_use]
    pub fn mix(self, other: Self, percent: u32) -> Self {
        let channel = |a: u8, b: u8| ((u32::from(a) * (100 - percent) + u32::from(b) * percent + 50) / 100) as u8;
        Self(channel(self.0, other.0), channel(self.1, other.1), channel(self.2, other.2))
    }

    /// Source: WCAG 2.2, "relative luminance".
    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// From 1 (alike) to 21 (black and white). Source: WCAG 2.2, "contrast ratio".
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

/// The colours of one badge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Palette {
    /// The face, where light falls on it.
    pub(super) face: Rgb,
    /// The face, where it does not.
    pub(super) shade: Rgb,
    /// The groove between face and rim.
    pub(super) groove: Rgb,
    /// The rim, the ribbon and the marks.
    pub(super) metal: Rgb,
    /// The rim, where light falls on it.
    pub(super) shine: Rgb,
    /// The rim, where it does not.
    pub(super) tarnish: Rgb,
    /// The emblem.
    pub(super) emblem: Rgb,
    /// What is written on the ribbon.
    pub(super) letters: Rgb,
}

/// The palettes that have a name: face and metal.
const NAMED: &[(&str, Rgb, Rgb)] = &[
    ("ocean", Rgb(0x17, 0x5c, 0x8d), Rgb(0xf0, 0xc2, 0x5b)),
    ("forest", Rgb(0x1c, 0x6b, 0x44), Rgb(0xe2, 0xd3, 0x93)),
    ("ember", Rgb(0xb5, 0x42, 0x1c), Rgb(0xff, 0xd0, 0x7a)),
    ("plum", Rgb(0x6c, 0x2c, 0x78), Rgb(0xe9, 0xbc, 0xd6)),
    ("midnight", Rgb(0x1e, 0x2f, 0x63), Rgb(0xf0, 0xc2, 0x5b)),
    ("ruby", Rgb(0x9c, 0x1b, 0x3c), Rgb(0xf2, 0xc8, 0x9d)),
    ("teal", Rgb(0x0d, 0x6a, 0x6c), Rgb(0xb9, 0xe3, 0xd3)),
    ("indigo", Rgb(0x39, 0x37, 0x9f), Rgb(0xbf, 0xc6, 0xff)),
    ("rose", Rgb(0xb0, 0x36, 0x6b), Rgb(0xff, 0xd6, 0xdf)),
    ("graphite", Rgb(0x30, 0x34, 0x3d), Rgb(0xe7, 0xb5, 0x4f)),
    ("moss", Rgb(0x56, 0x68, 0x1c), Rgb(0xec, 0xe2, 0xa2)),
    ("sky", Rgb(0x22, 0x6f, 0xb0), Rgb(0xd6, 0xe8, 0xf8)),
    ("bronze", Rgb(0x78, 0x47, 0x24), Rgb(0xe6, 0xb8, 0x86)),
    ("sun", Rgb(0xf2, 0xb5, 0x2c), Rgb(0xff, 0xee, 0xbf)),
    ("slate", Rgb(0x40, 0x4e, 0x61), Rgb(0xc8, 0xd3, 0xdf)),
];

/// How many of the named palettes are chosen for badges that name none: all but `bronze`, which would say something of
/// a level, `sun`, which is for special ones, and `slate`, of which several beside each other look dull.
const CHOSEN: usize = NAMED.len() - 3;

/// The names of all palettes.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    NAMED.iter().map(|it| it.0)
}

impl Palette {
    /// The palette of a name, or one made of a colour (`#1d6f42`).
    pub(super) fn find(name: &str) -> Option<Self> {
        if let Some((_, face, metal)) = NAMED.iter().find(|it| it.0 == name) {
            return Some(Self::of(*face, *metal));
        }
        let face = Rgb::parse(name)?;
        Some(Self::of(face, face.mix(WHITE, 76)))
    }

    /// The palette for a number, with its name.
    pub(super) fn chosen(number: u64) -> (&'static str, Self) {
        let (name, face, metal) = NAMED[(number % CHOSEN as u64) as usize];
        (name, Self::of(face, metal))
    }

    /// The same badge in another metal.
    pub(super) fn in_metal(self, metal: Rgb) -> Self {
        Self::of(self.face, metal).with_face(self)
    }

    /// Whether the metal would be lost on the face.
    pub(super) fn is_light(self) -> bool {
        self.metal.contrast(self.face) < 2.0
    }

    /// How much of the groove's colour lies on the ring of an inscription, in percent.
    pub(super) fn ring_depth(self) -> u32 {
        if self.is_light() { 22 } else { 50 }
    }

    /// The letters of an inscription.
    pub(super) fn inscription(self) -> Rgb {
        if self.is_light() { self.emblem } else { self.shine }
    }

    fn with_face(self, other: Self) -> Self {
        Self { face: other.face, shade: other.shade, groove: other.groove, emblem: other.emblem, ..self }
    }

    fn of(face: Rgb, metal: Rgb) -> Self {
        let light = is_light(face);
        let emblem = emblem_on(face, metal);
        // A face of middling brightness carries neither a light emblem nor a dark one: it steps aside.
        let mut face = face;
        while lit(face).contrast(emblem) < ENOUGH {
            face = face.mix(if light { WHITE } else { INK }, 8);
        }
        let letters = face.mix(INK, 72);
        let mut metal = metal;
        while metal.mix(INK, 8).contrast(letters) < 5.0 {
            metal = metal.mix(WHITE, 8);
        }
        Self {
            face: lit(face),
            shade: face.mix(INK, if light { 12 } else { 34 }),
            groove: face.mix(INK, if light { 45 } else { 62 }),
            metal,
            shine: metal.mix(WHITE, 62),
            tarnish: metal.mix(face, 42).mix(INK, 22),
            emblem,
            letters,
        }
    }
}

/// The contrast that an emblem has with its face. Source: WCAG 2.2, 1.4.11, which asks for 3; the rest is for the gloss.
const ENOUGH: f64 = 3.6;

/// Whether a face is light enough for a dark emblem.
fn is_light(face: Rgb) -> bool {
    face.contrast(INK) > 9.0
}

fn emblem_on(face: Rgb, metal: Rgb) -> Rgb {
    if is_light(face) { face.mix(INK, 86) } else { WHITE.mix(metal, 12) }
}

/// A face where light falls on it.
fn lit(face: Rgb) -> Rgb {
    face.mix(WHITE, 12)
}

/// The contrast that an emblem would have on a face of this colour, if it is too little, and the nearest colour on which
/// it has enough.
pub(super) fn low_contrast(colour: &str) -> Option<(f64, Rgb)> {
    let given = Rgb::parse(colour)?;
    let contrast = |face: Rgb| lit(face).contrast(emblem_on(face, face.mix(WHITE, 76)));
    if contrast(given) >= ENOUGH {
        return None;
    }
    let towards = if is_light(given) { WHITE } else { INK };
    let better = (1..=100).map(|percent| given.mix(towards, percent)).find(|it| contrast(*it) >= ENOUGH)?;
    Some((contrast(given), better))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Source: WCAG 2.2, 1.4.3 (text: 4.5) and 1.4.11 (what carries meaning: 3).
    fn can_be_seen(palette: Palette) {
        assert!(palette.emblem.contrast(palette.face) >= 3.0, "{palette:?}");
        assert!(palette.emblem.contrast(palette.shade) >= 3.0, "{palette:?}");
        assert!(palette.letters.contrast(palette.metal) >= 4.5, "{palette:?}");
        for ground in [palette.face, palette.shade] {
            let ground = ground.mix(palette.groove, palette.ring_depth());
            let contrast = palette.inscription().contrast(ground);
            assert!(contrast >= 4.5, "{contrast} {palette:?}");
        }
        assert!(palette.letters.contrast(palette.metal.mix(INK, 8)) >= 4.5, "{palette:?}");
    }

    #[test]
    fn emblem_and_letters_can_be_seen_in_every_palette() {
        for name in names() {
            can_be_seen(Palette::find(name).expect("it is named"));
        }
        for r in (0..=255).step_by(51) {
            for g in (0..=255).step_by(51) {
                for b in (0..=255).step_by(51) {
                    can_be_seen(Palette::find(&Rgb(r, g, b).to_string()).expect("it is a colour"));
                }
            }
        }
    }

    #[test]
    fn a_colour_of_middling_brightness_is_told_from_one_that_carries_an_emblem() {
        for fine in ["#1d6f42", "#000000", "#ffffff", "#e8d44d", "ocean", "no colour"] {
            assert_eq!(low_contrast(fine), None, "{fine}");
        }
        let (contrast, better) = low_contrast("#8a8a8a").expect("it is grey");
        assert!(contrast < 3.6, "{contrast}");
        assert_eq!(low_contrast(&better.to_string()), None);
    }

    #[test]
    fn contrast_is_that_of_the_standard() {
        assert!((WHITE.contrast(Rgb(0, 0, 0)) - 21.0).abs() < 1e-9);
        assert!((WHITE.contrast(Rgb(0x76, 0x76, 0x76)) - 4.54).abs() < 0.01);
    }
}
