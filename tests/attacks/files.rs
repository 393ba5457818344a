//! Files that are made to break a reader: each is refused in a clear sentence, or made harmless.

use crate::{
    common::GalleryTest,
    kit::{Guild, adas},
};

/// The first bytes of a PNG that says it is `side` pixels wide and high.
fn png_of(side: u32) -> Vec<u8> {
    let mut header = b"IHDR".to_vec();
    header.extend(side.to_be_bytes());
    header.extend(side.to_be_bytes());
    header.extend([8, 6, 0, 0, 0]);
    let mut crc = flate2::Crc::new();
    crc.update(&header);
    [&b"\x89PNG\r\n\x1a\n"[..], &13_u32.to_be_bytes(), &header, &crc.sum().to_be_bytes()].concat()
}

fn with_picture(name: &str, bytes: &[u8]) -> GalleryTest {
    let badge = GalleryTest::small().read("badges/soldering.toml");
    GalleryTest::small().file("badges/soldering.toml", &format!("alt = 'A soldering iron'\n{badge}")).bytes(name, bytes)
}

#[test]
fn a_deeply_nested_assertion_is_refused_where_it_becomes_too_deep() {
    let guild = Guild::new();
    let nested = format!("{{\"deep\": {}{},", "[".repeat(20_000), "]".repeat(20_000));
    guild.write(&adas(), &guild.0.read(&adas()).replacen('{', &nested, 1));
    guild.is_refused("the signed credential could not be read: nested deeper than 64 levels, at line 1, column 73");
}

#[test]
fn a_picture_of_20_000_pixels_is_refused_before_it_is_unpacked() {
    with_picture("badges/soldering.png", &png_of(20_000)).run("check").fails_with(
        "
        error[bad-picture]: this picture cannot be used: it is 20000 × 20000 pixels, and at most 4096 a side are taken; 1024 × 1024 is plenty
         --> badges/soldering.png
        ",
    );
}

#[test]
fn a_picture_that_is_no_picture_is_refused() {
    with_picture("badges/soldering.png", b"GIF89a").run("check").fails_with(
        "
        error[bad-picture]: this picture cannot be used: it is not a sound PNG: a part of it is damaged, or it is another kind of file; export it again
         --> badges/soldering.png
        ",
    );
}

#[test]
fn a_picture_with_a_script_is_published_without_it() {
    let svg = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="alert(1)"><script>alert(2)</script>
        <foreignObject><iframe src="https://evil.example/"/></foreignObject><circle cx="4" cy="4" r="3"/></svg>"#;
    let test = with_picture("badges/soldering.svg", svg.as_bytes());
    test.run("build --out public").exits(0);
    let published = test.read("public/badges/soldering/image.svg");
    assert!(published.contains("<circle"), "{published}");
    for harm in ["script", "alert", "onload", "foreignObject", "iframe", "evil"] {
        assert!(!published.contains(harm), "{harm} in {published}");
    }
}

#[test]
fn a_picture_that_fetches_another_is_refused() {
    let svg = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="https://evil.example/x.png" width="9" height="9"/></svg>"#;
    with_picture("badges/soldering.svg", svg.as_bytes()).run("check").fails_with(
        "
        error[bad-picture]: this picture cannot be used: its `<image>` needs another file, `https://evil.example/x.png`; put everything into the SVG itself
         --> badges/soldering.svg
        ",
    );
}

#[test]
fn markup_in_markdown_is_reported_and_does_no_harm() {
    let badge = GalleryTest::small().read("badges/soldering.toml");
    let lines = badge.lines().filter(|line| !line.starts_with("criteria")).collect::<Vec<_>>().join("\n");
    let hostile = "Solder. <script>alert(1)</script> <b onclick=\"alert(2)\">Now</b> [here](javascript:alert(3)) ![x](https://evil.example/p.png)";
    let test = GalleryTest::small().file("badges/soldering.toml", &format!("{lines}\ncriteria = '''{hostile}'''\n"));
    let built = test.run("build --out public").exits(0);
    assert!(built.stderr().contains("warning[stripped-markup]"), "{}", built.stderr());
    let page = test.read("public/badges/soldering/index.html");
    for harm in ["<script>alert", "onclick=", "href=\"javascript:", "evil.example"] {
        assert!(!page.contains(harm), "{harm} in {page}");
    }
}
