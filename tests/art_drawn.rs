//! Art that is drawn for badges without a picture.

use accolade::{
    art,
    model::{AchievementType, ArtRecipe, Badge, Criteria, PictureKind},
};

fn badge(slug: &str, name: &str, kind: &str) -> Badge {
    Badge {
        awarding: None,
        slug: slug.parse().expect("a slug"),
        issuer: "guild".parse().expect("a slug"),
        name: name.into(),
        description: String::new(),
        criteria: Criteria { narrative: String::new(), url: None },
        achievement_type: AchievementType(kind.into()),
        picture: None,
        art: ArtRecipe::default(),
        alt: String::new(),
        skills: Vec::new(),
        alignments: Vec::new(),
        hours: None,
        credits: None,
        level: None,
        field_of_study: None,
        specialization: None,
        code: None,
        version: None,
        language: None,
        validity: None,
        related: Vec::new(),
        results: Vec::new(),
        retired: None,
    }
}

fn with(art: ArtRecipe) -> Badge {
    Badge { art, ..badge("soldering", "Soldering", "Badge") }
}

#[test]
fn the_same_badge_always_looks_the_same() {
    let soldering = badge("soldering", "Soldering", "Badge");
    assert_eq!(art::draw(&soldering), art::draw(&soldering));
    let file = |size| art::png(PictureKind::Svg, art::draw(&soldering).as_bytes(), size).expect("it can be drawn");
    assert_eq!(file(192), file(192));
    assert!(file(512).len() <= 40_000 && file(192).len() <= 12_000, "{} and {}", file(512).len(), file(192).len());
}

#[test]
fn what_is_drawn_passes_the_rules_for_authors() {
    for shape in art::shapes() {
        let recipe = ArtRecipe {
            shape: Some(shape.into()),
            ribbon: Some("Löten & Maß".into()),
            marks: Some(3),
            ..ArtRecipe::default()
        };
        let svg = art::draw(&with(recipe));
        assert!(!svg.contains("<text") && !svg.contains("NaN"), "{svg}");
        let read = art::read("x.svg", svg.as_bytes(), PictureKind::Svg, String::new()).expect(shape);
        assert_eq!(read.size, (512, 512));
        let clean = String::from_utf8(read.bytes.to_vec()).expect("UTF-8");
        let png = |svg: &str| art::png(PictureKind::Svg, svg.as_bytes(), 192).expect("it can be drawn");
        assert!(png(&clean) == png(&svg), "{shape} looks different once it is sanitised");
    }
}

#[test]
fn every_part_of_a_recipe_can_be_seen() {
    let plain = art::draw(&with(ArtRecipe::default()));
    let changes = [
        ArtRecipe { shape: Some("shield".into()), ..ArtRecipe::default() },
        ArtRecipe { palette: Some("#1d6f42".into()), ..ArtRecipe::default() },
        ArtRecipe { emblem: Some("anchor".into()), ..ArtRecipe::default() },
        ArtRecipe { ribbon: Some("2026".into()), ..ArtRecipe::default() },
        ArtRecipe { marks: Some(2), ..ArtRecipe::default() },
    ];
    for change in changes {
        assert_ne!(art::draw(&with(change.clone())), plain, "{change:?}");
    }
}

#[test]
fn names_that_are_unknown_count_as_left_out() {
    let odd = ArtRecipe {
        shape: Some("blob".into()),
        palette: Some("#zzz".into()),
        emblem: Some("<script>".into()),
        ribbon: Some("  ".into()),
        marks: Some(0),
    };
    assert_eq!(art::draw(&with(odd)), art::draw(&with(ArtRecipe::default())));
    assert!(
        art::is_palette("ocean") && art::is_palette("#1D6F42") && !art::is_palette("#1d6f4") && !art::is_palette("sea")
    );
    assert!(art::palettes().count() >= 12 && art::emblems().count() >= 60 && art::shapes().count() == 6);
}

#[test]
fn a_series_has_one_palette_and_counts_its_levels() {
    let of_level = |slug: &str, level: &str| Badge { level: Some(level.into()), ..badge(slug, "Welding", "Badge") };
    let face = |badge: &Badge| {
        let svg = art::draw(badge);
        let at = svg.find("id=\"face\"").expect("it has a face");
        svg[at..at + 200].split("stop-color=").nth(1).expect("a colour")[..9].to_owned()
    };
    let (first, second) = (of_level("welding-1", "Foundation"), of_level("welding-2", "Advanced"));
    assert_eq!(face(&first), face(&second));
    assert_ne!(art::draw(&first), art::draw(&second));
    assert_ne!(face(&first), face(&badge("sewing", "Sewing", "Badge")));
}
