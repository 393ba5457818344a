//! Art that is drawn for badges without a picture, and `accolade art`, which writes it out.

mod common;

use accolade::{
    art,
    model::{AchievementType, ArtRecipe, Badge, Criteria, PictureKind},
};
use common::GalleryTest;

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
        nominations_until: None,
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
            inscription: Some("Άριστα & Löten · 2026".into()),
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
        ArtRecipe { inscription: Some("Open workshop".into()), ..ArtRecipe::default() },
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
        inscription: Some("熟練".into()),
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

#[test]
fn an_inscription_stays_within_the_face_however_long_it_is() {
    for shape in art::shapes() {
        for text in ["Å", "Open workshop", "The observatory of the valley and its friends"] {
            let recipe = |inscription: Option<&str>| ArtRecipe {
                shape: Some(shape.into()),
                inscription: inscription.map(str::to_owned),
                ..ArtRecipe::default()
            };
            let pixels = |svg: &str| {
                let png = art::png(PictureKind::Svg, svg.as_bytes(), 128).expect("it can be drawn");
                image::load_from_memory(&png).expect("a PNG").to_rgba8()
            };
            let (with, without) =
                (pixels(&art::draw(&with(recipe(Some(text))))), pixels(&art::draw(&with(recipe(None)))));
            let differs = |x: u32, y: u32| with.get_pixel(x, y) != without.get_pixel(x, y);
            assert!((0..128).any(|x| differs(x, 30)), "{shape}: {text}");
            for at in 0..128 {
                for (x, y) in [(at, 0), (at, 127), (0, at), (127, at), (at, 4), (4, at), (123, at)] {
                    let (a, b) = (with.get_pixel(x, y).0, without.get_pixel(x, y).0);
                    let apart = a.iter().zip(b).map(|(a, b)| a.abs_diff(b)).max();
                    assert!(apart <= Some(48), "{shape}: {text} reaches {x}, {y}");
                }
            }
        }
    }
}

#[test]
fn a_level_in_a_metal_has_that_metal_in_every_palette() {
    let at = |level: &str| Badge {
        level: Some(level.into()),
        ..with(ArtRecipe { palette: Some("ocean".into()), ..ArtRecipe::default() })
    };
    let (silver, gold) = (art::draw(&at("Silver")), art::draw(&at("Gold")));
    assert!(silver.contains("#cdd5de") && !gold.contains("#cdd5de"));
}

/// A repository with a badge that is drawn.
fn drawn() -> GalleryTest {
    GalleryTest::small().file(
        "badges/welding.toml",
        "
        name = 'Welding'
        description = 'Melts metal.'
        criteria = 'Weld ten seams.'
        level = 'Advanced'

        [art]
        shape = 'shield'
        palette = 'ember'
        inscription = 'Open workshop'
        ",
    )
}

#[test]
fn the_drawing_of_a_badge_becomes_its_picture() {
    let test = drawn();
    test.run("art welding")
        .says("badges/welding.svg: shield, palette ember, emblem fire, inscription “Open workshop”, 3 marks")
        .succeeds_with(
            "
            with it, `badges/welding.toml` needs a sentence for those who cannot see it, above its first [table]:
                alt = \"A shield with the sign “fire”\"
            `[art]` in `badges/welding.toml` says nothing any more as long as the file is there
            ",
        );
    test.run("check").fails_with(
        "
        error[missing-alt]: nothing says what `badges/welding.svg` shows
         --> badges/welding.toml:1:1
          |
        1 | name = 'Welding'
          | ^ the picture lies beside this file
        help: add `alt = \"…\"`: a sentence for those who cannot see it
        ",
    );
    let toml = test.read("badges/welding.toml");
    let test = test.file("badges/welding.toml", &format!("alt = \"A shield with the sign “fire”\"\n{toml}"));
    test.run("build --out site").exits(0);
    let picture = test.read("site/badges/welding/image.svg");
    assert!(picture.contains("viewBox=\"0 0 512 512\"") && picture.contains("id=\"sign\""), "{picture}");
    test.run("art welding").fails_with(
        "error: `./badges/welding.svg` exists and was left as it is: --force writes over it, --out FILE writes elsewhere",
    );
    test.run("art welding --force")
        .exits(0)
        .complains("`[art]` in `badges/welding.toml` says nothing any more as long as the file is there");
}

#[test]
fn a_drawing_is_written_where_one_wants_it() {
    let test = drawn();
    test.run("art soldering --out mine.svg")
        .says("mine.svg: hexagon, palette graphite, emblem circuitry")
        .succeeds_with(
            "
        to use it, put it beside `badges/soldering.toml` as `soldering.svg`
        with it, `badges/soldering.toml` needs a sentence for those who cannot see it, above its first [table]:
            alt = \"A hexagon with the sign “circuitry”\"
        ",
        );
    let svg = test.run("art soldering --out -").succeeds().stdout();
    assert_eq!(svg, test.read("mine.svg"));
    test.run("check").exits(0);

    test.run("art soldering --out badges").fails_with("error: `badges` is a folder: --out names a file");
    test.run("art soldering --out mine.svg").fails_with(
        "error: `mine.svg` exists and was left as it is: --force writes over it, --out FILE writes elsewhere",
    );
    test.run("art soldring").fails_with("error: no badge is called `soldring`; did you mean `soldering`?");
    let test = test.bytes("badges/soldering.png", b"a picture");
    test.run("art soldering").exits(1);
    assert!(!test.path("badges/soldering.svg").exists());
}

#[test]
fn nothing_is_written_when_one_only_asks() {
    let test = drawn();
    let asked = test.run("art welding --dry-run").exits(0);
    assert!(
        asked.stderr().starts_with("nothing was written; this would be:\n  write   badges/welding.svg ("),
        "{}",
        asked.stderr()
    );
    assert!(!test.path("badges/welding.svg").exists());
    let answer: serde_json::Value =
        serde_json::from_str(&test.run("art welding --dry-run --format json").exits(0).stdout()).expect("JSON");
    assert_eq!(
        answer,
        serde_json::json!({
            "dry_run": true, "badge": "welding", "path": "badges/welding.svg",
            "art": {
                "shape": "shield", "palette": "ember", "emblem": "fire", "inscription": "Open workshop", "marks": 3
            },
        })
    );
    let list = test.run("art --list").succeeds().stdout();
    for name in art::shapes().chain(art::palettes()).chain(art::emblems()) {
        assert!(list.split_whitespace().any(|it| it == name), "{name}");
    }
}

#[test]
fn what_cannot_be_drawn_well_is_said() {
    GalleryTest::small()
        .file(
            "badges/welding.toml",
            "
            name = 'Welding'
            description = 'Melts metal.'
            criteria = 'Weld ten seams.'
            [art]
            palette = '#8a8a8a'
            inscription = '金継ぎ'
            ribbon = 'A ribbon with far more letters than any badge has room for'
            ",
        )
        .run("check")
        .succeeds_with(
            "
            warning[low-contrast]: an emblem on `#8a8a8a` would have a contrast of 2.8 to 1, which is too little
             --> badges/welding.toml:5:1
              |
            5 | palette = '#8a8a8a'
              | ^^^^^^^^^^^^^^^^^^^
            help: write `#737375`, or a colour that is darker or lighter still

            warning[bad-value]: `金継ぎ` has letters that the font lacks
             --> badges/welding.toml:6:15
              |
            6 | inscription = '金継ぎ'
              |               ^^^^^^^^ it is not drawn
            help: use Latin, Greek or Cyrillic letters, or leave it out

            warning[bad-value]: `A ribbon with far more letters than any badge has room for` is too long to be read there
             --> badges/welding.toml:7:10
              |
            7 | ribbon = 'A ribbon with far more letters than any badge has room for'
              |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ it is not drawn
            help: say it in fewer letters
            ",
        );
}
