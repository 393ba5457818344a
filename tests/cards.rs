//! Cards for link previews: their size, what is on them, and that nothing runs over their edge.

mod common;

use common::GalleryTest;
use std::fs;

/// The size of a PNG and its pixels as RGB.
fn pixels(file: &[u8]) -> ((u32, u32), Vec<[u8; 3]>) {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(file));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().expect("a PNG");
    let mut data = vec![0; reader.output_buffer_size().expect("it has a size")];
    let frame = reader.next_frame(&mut data).expect("all of it");
    let pixels = data[..frame.buffer_size()].as_chunks::<3>().0.to_vec();
    ((frame.width, frame.height), pixels)
}

fn card(gallery: &GalleryTest, path: &str) -> Vec<u8> {
    let file = fs::read(gallery.path(&format!("public/{path}"))).expect(path);
    assert!(file.len() <= 40_000, "{path}: {} bytes", file.len());
    assert_eq!(pixels(&file).0, (1200, 630), "{path}");
    file
}

fn named(slug: &str, name: &str) -> (String, String) {
    let text = format!("name = '{name}'\ndescription = 'It is long.'\ncriteria = 'Wait.'\n");
    (format!("badges/{slug}.toml"), text)
}

#[test]
fn long_names_of_every_script_stay_within_the_card() {
    let names = [
        ("wide", "W".repeat(120)),
        ("words", "Repairing things with care ".repeat(5).trim().to_owned()),
        ("marks", "e\u{301}\u{323}".repeat(40)),
        ("greek", "Επιδιόρθωση".repeat(11)),
        ("cyrillic", "Мастерская ремонта ".repeat(6).trim().to_owned()),
        ("arabic", "إصلاح الدراجات".to_owned()),
    ];
    let mut gallery = GalleryTest::new().file("issuers/guild.toml", &format!("name = '{}'", "Guild".repeat(24)));
    for (slug, name) in &names {
        let (path, text) = named(slug, name);
        gallery = gallery.file(&path, &text);
    }
    gallery.run("build").exits(0);
    for (slug, _) in &names {
        let (_, pixels) = pixels(&card(&gallery, &format!("badges/{slug}/card.png")));
        for (row, y) in pixels.chunks_exact(1200).zip(0..) {
            // The band at the foot runs from edge to edge; everywhere else there is a margin.
            assert!(y >= 618 || row[1146..].iter().all(|it| *it == row[1199]), "{slug}: row {y} runs over the edge");
            assert!(y >= 40 || row.iter().all(|it| *it == row[0]), "{slug}: row {y} is above the margin");
        }
        let written = pixels.chunks_exact(1200).take(400).any(|row| row[500..].iter().any(|it| it[0] < 60));
        assert_eq!(written, *slug != "arabic", "{slug}: a title our font has is there, another one is left out");
    }
}

#[test]
fn cards_are_named_by_their_pages_and_made_as_the_settings_say() {
    let build = |setting: &str| {
        let toml = format!("title = 'Test'\nbase_url = 'https://badges.example/sub/'\n{setting}");
        let gallery = GalleryTest::small().file("accolade.toml", &toml);
        gallery.run("build").exits(0);
        gallery
    };
    let gallery = build("");
    for path in ["card.png", "badges/soldering/card.png", "issuers/hackerspace/card.png"] {
        let page = gallery.read(&format!("public/{}", path.replace("card.png", "index.html")));
        for tag in [
            format!("<meta property=\"og:image\" content=\"https://badges.example/sub/{path}\">"),
            "<meta property=\"og:image:width\" content=\"1200\">".to_owned(),
            "<meta property=\"og:image:height\" content=\"630\">".to_owned(),
            "<meta name=\"twitter:card\" content=\"summary_large_image\">".to_owned(),
        ] {
            assert!(page.contains(&tag), "{path}: {tag}");
        }
        card(&gallery, path);
    }
    assert!(card(&gallery, "card.png") == card(&build(""), "card.png"), "the same every time");
    let without = build("[pictures]\ncards = 'none'");
    assert!(!without.path("public/card.png").exists());
    assert!(without.read("public/badges/soldering/index.html").contains("badges/soldering/image.png\">"));
}

#[test]
fn an_unknown_setting_and_a_template_of_another_size_are_refused() {
    let setting = "title = 'Test'\nbase_url = 'https://badges.example/'\n[pictures]\ncards = 'all'\n";
    let refused = GalleryTest::small().file("accolade.toml", setting).run("check").exits(1).stderr();
    assert!(refused.contains("`all`") && refused.contains("`awards`"), "{refused}");
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"/>";
    let refused = GalleryTest::small().file("templates/card.svg", svg).run("build").exits(1).stderr();
    assert!(refused.contains("template `card.svg` gives no card: it is 10 × 10, not 1200 × 630"), "{refused}");
}

#[test]
fn the_card_of_a_revoked_award_looks_revoked() {
    let gallery = GalleryTest::empty().copy_of("example-site");
    gallery.run("build --at 2026-11-20T09:00:00Z").exits(0);
    let index: serde_json::Value = serde_json::from_str(&gallery.read("public/index.json")).expect("JSON");
    let awards = index["awards"].as_array().expect("a list");
    let mut seen = std::collections::BTreeSet::new();
    for award in awards {
        let (id, status) = (award["id"].as_str().expect("an id"), award["status"].as_str().expect("a status"));
        let (_, pixels) = pixels(&card(&gallery, &format!("assertions/{id}/card.png")));
        // The band at the foot, and the middle of the sign across the picture.
        let (band, sign) = (pixels[624 * 1200 + 600], pixels[309 * 1200 + 254]);
        let red = |it: [u8; 3]| it[0] > 120 && it[1] < 60 && it[2] < 80;
        assert_eq!(red(band), status == "revoked", "{id}: {status} {band:?}");
        if status == "revoked" {
            assert!(red(sign), "{id}: {sign:?}");
        }
        seen.insert(status);
    }
    assert!(seen.contains("revoked") && seen.contains("valid") && seen.contains("expired"), "{seen:?}");
}
