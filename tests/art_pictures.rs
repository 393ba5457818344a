//! What an author may give as a picture, and what happens to the rest.

use accolade::{
    art,
    model::{Picture, PictureKind},
};

fn svg(inside: &str) -> Result<Picture, String> {
    whole(&format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 100">{inside}</svg>"#
    ))
}

fn whole(text: &str) -> Result<Picture, String> {
    art::read("badges/x.svg", text.as_bytes(), PictureKind::Svg, "x".into())
}

fn text(picture: Result<Picture, String>) -> String {
    String::from_utf8(picture.expect("it is taken").bytes.to_vec()).expect("it is UTF-8")
}

fn png(bytes: &[u8]) -> Result<Picture, String> {
    art::read("badges/x.png", bytes, PictureKind::Png, "x".into())
}

/// A PNG of one colour.
fn square(width: u32, height: u32) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&vec![200; (width * height * 3) as usize]).expect("pixels");
    drop(writer);
    file
}

/// The same with another size in its header, and the checksum that goes with it.
fn with_size(mut file: Vec<u8>, width: u32, height: u32) -> Vec<u8> {
    file[16..20].copy_from_slice(&width.to_be_bytes());
    file[20..24].copy_from_slice(&height.to_be_bytes());
    let mut crc = flate2::Crc::new();
    crc.update(&file[12..29]);
    file[29..33].copy_from_slice(&crc.sum().to_be_bytes());
    file
}

#[test]
fn what_acts_is_taken_out_and_what_draws_stays() {
    let clean = text(svg(r##"
        <script>alert(1)</script>
        <script href="https://evil.example/x.js"/>
        <g onload="alert(2)" onclick="alert(3)"><circle id="c" cx="50" cy="50" r="40" fill="#123456"/></g>
        <foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="alert(4)"/></body></foreignObject>
        <a href="javascript:alert(5)"><rect width="10" height="10"/></a>
        <a xlink:href="https://evil.example/"><rect width="20" height="10"/></a>
        <style>@import "https://evil.example/a.css"; rect { fill: red }</style>
        <rect><set attributeName="href" to="x"/></rect>
        <iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example/"/>
    "##));
    for gone in [
        "alert",
        "script",
        "onload",
        "onclick",
        "foreignObject",
        "evil",
        "import",
        "iframe",
        "onerror",
        "attributeName",
    ] {
        assert!(!clean.contains(gone), "`{gone}` is left in {clean}");
    }
    for stays in ["circle", "#123456", "fill: red", r#"width="20""#] {
        assert!(clean.contains(stays), "`{stays}` is gone from {clean}");
    }
}

#[test]
fn an_svg_stands_alone() {
    for (inside, named) in [
        (r#"<image href="https://evil.example/x.png" width="9" height="9"/>"#, "https://evil.example/x.png"),
        (r#"<image xlink:href="other.png" width="9" height="9"/>"#, "other.png"),
        (r#"<use href="other.svg#part"/>"#, "other.svg#part"),
        (r#"<feImage href="//evil.example/x"/>"#, "//evil.example/x"),
        (r#"<rect fill="url(https://evil.example/p#a)" width="9" height="9"/>"#, "https://evil.example/p#a"),
        (r#"<rect style="fill:URL( '//evil.example/p' )" width="9" height="9"/>"#, "//evil.example/p"),
        (r#"<style>rect { fill: url("https://evil.example/q") }</style>"#, "https://evil.example/q"),
        (r#"<rect fill="url&#40;https://evil.example/r)" width="9" height="9"/>"#, "https://evil.example/r"),
    ] {
        let refusal = svg(inside).expect_err(inside);
        assert!(refusal.contains(named) && refusal.contains("into the SVG itself"), "{inside}: {refusal}");
    }
    let refusal =
        svg(r#"<image href="data:image/png;base64,iVBORw0KGgo=" width="9" height="9"/>"#).expect_err("a bitmap");
    assert_eq!(refusal, "it holds a bitmap; give the whole picture as PNG instead");
}

#[test]
fn what_refers_to_itself_is_taken() {
    let clean = text(svg(r##"
        <defs><linearGradient id="g"><stop stop-color="#fff"/></linearGradient><circle id="c" r="9"/></defs>
        <rect fill="url(#g)" width="9" height="9"/><use xlink:href="#c"/>"##));
    assert!(clean.contains("url(#g)") && clean.contains("#c"), "{clean}");
}

#[test]
fn bombs_do_not_go_off() {
    let entities = r#"<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><text>&b;</text></svg>"#;
    assert!(whole(entities).expect_err("entities").contains("declares entities"));

    let nested = format!("{}{}", "<g>".repeat(5_000), "</g>".repeat(5_000));
    assert_eq!(svg(&nested).expect_err("depth"), "its elements are nested more than 64 deep; ungroup them");

    let unfolding: String = (1..12)
        .map(|n| format!(r##"<g id="l{n}">{}</g>"##, format!(r##"<use href="#l{}"/>"##, n - 1).repeat(10)))
        .collect();
    let refusal = svg(&format!(r#"<g id="l0"><rect width="1" height="1"/></g>{unfolding}"#)).expect_err("unfolds");
    assert!(refusal.contains("unfold into more than"), "{refusal}");

    let patterns: String = (1..12)
        .map(|n| {
            let rect = format!(r##"<rect width="9" height="9" fill="url(#p{})"/>"##, n - 1);
            format!(r##"<pattern id="p{n}" width="1" height="1">{}</pattern>"##, rect.repeat(10))
        })
        .collect();
    let refusal = svg(&format!(r##"{patterns}<rect width="9" height="9" fill="url(#p11)"/>"##)).expect_err("unfolds");
    assert!(refusal.contains("unfold into more than"), "{refusal}");

    let circle = svg(r##"<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>"##).expect_err("a circle");
    assert!(circle.contains("in a circle"), "{circle}");

    let many = svg(&"<path d='M0 0'/>".repeat(60_000)).expect_err("many");
    assert!(many.contains("parts") || many.contains("KiB"), "{many}");

    let octaves = svg(r#"<filter id="f"><feTurbulence numOctaves="1000000000"/></filter>"#).expect_err("octaves");
    assert!(octaves.contains("octaves"), "{octaves}");
}

#[test]
fn what_takes_long_to_draw_is_refused_before_it_is_drawn() {
    let circles = |many: usize, with: &str| format!(r#"<circle cx="50" cy="50" r="40" {with}/>"#).repeat(many);
    let blur = r#"<filter id="f"><feGaussianBlur stdDeviation="9"/></filter>"#;
    let mask = format!(r#"<mask id="m">{}</mask>"#, circles(1, r#"fill="white""#));
    let tenfold = |n: usize| format!(r##"<g id="g{n}">{}</g>"##, format!(r##"<use href="#g{}"/>"##, n - 1).repeat(10));
    let layers = format!(r#"<g id="g0">{}</g>{}{}"#, circles(30, r#"opacity=".5""#), tenfold(1), tenfold(2));
    let thicker = |radius: usize| {
        format!(r#"<filter id="f"><feMorphology radius="{radius}"/></filter>{}"#, circles(1, r#"filter="url(#f)""#))
    };
    for heavy in [
        format!("{blur}{}", circles(200, r#"filter="url(#f)""#)),
        format!("{mask}{}", circles(2_000, r#"mask="url(#m)""#)),
        format!("{mask}<style>.m {{ mask: url(#m) }}</style>{}", circles(2_000, r#"class="m""#)),
        layers,
        thicker(40),
        r#"<pattern id="p" width="99999" height="99999" patternUnits="userSpaceOnUse"><circle r="9"/></pattern>"#
            .to_owned()
            + &circles(1, r#"fill="url(#p)""#),
    ] {
        let refusal = svg(&heavy).expect_err(&heavy);
        assert!(refusal.starts_with("it takes too long to draw"), "{refusal}: {heavy}");
    }
    for light in [
        format!("{blur}{}", circles(20, r#"filter="url(#f)""#)),
        format!("{mask}{}", circles(200, r#"mask="url(#m)""#)),
        thicker(4),
        // An effect on something small is done fast, however often.
        r#"<circle cx="50" cy="50" r=".5" opacity=".5"/>"#.repeat(10_000),
    ] {
        svg(&light).unwrap_or_else(|refusal| panic!("{refusal}: {light}"));
    }

    let mask = format!(r#"<mask id="m">{}</mask>"#, circles(3_000, r#"fill="white""#));
    for unfolding in [
        format!("{mask}<style>g .m, b {{ mask: url(#m) }}</style>{}", circles(3_000, r#"class="a m""#)),
        format!(r##"<text id="t">{}</text>{}"##, "letters ".repeat(100), r##"<use href="#t"/>"##.repeat(300)),
    ] {
        let refusal = svg(&unfolding).expect_err("unfolds");
        assert!(refusal.contains("unfold into more than"), "{refusal}");
    }
}

#[test]
fn an_svg_says_how_large_it_is_and_is_square() {
    let with = |attributes: &str| whole(&format!(r#"<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>"#));
    assert_eq!(with(r#"viewBox="0 0 512 512""#).expect("fine").size, (512, 512));
    assert_eq!(with(r#"width="20mm" height="20mm" viewBox="0,0 64,64""#).expect("fine").size, (64, 64));
    assert_eq!(with(r#"width="100%" height="100%" viewBox="0 0 64 64""#).expect("fine").size, (64, 64));
    assert!(text(with(r#"width="300" height="300""#)).contains(r#"viewBox="0 0 300 300""#));
    for (attributes, says) in [
        ("", "neither its view box nor its size"),
        (r#"viewBox="0 0 512 256""#, "it is 512 × 256; a badge has to be square"),
        (r#"width="200" height="100" viewBox="0 0 64 64""#, "a badge has to be square"),
        (r#"viewBox="0 0 x""#, "is not four numbers"),
        (r#"viewBox="0 0 1e30 1e30""#, "is not one that can be drawn"),
        (r#"width="9999999" height="9999999""#, "is not one that can be drawn"),
        (r#"viewBox="0 0 NaN NaN""#, "is not one that can be drawn"),
    ] {
        let refusal = with(attributes).expect_err(attributes);
        assert!(refusal.contains(says), "{attributes}: {refusal}");
    }
}

#[test]
fn what_editors_write_is_taken() {
    let illustrator = "\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- Generator -->\n\
        <!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n\
        <svg version=\"1.1\" xmlns=\"http://www.w3.org/2000/svg\" x=\"0px\" y=\"0px\" viewBox=\"0 0 512 512\" \
        xml:space=\"preserve\"><path class=\"st0\" d=\"M0 0h9v9z\"/></svg>";
    assert!(text(whole(illustrator)).contains("M0 0h9v9z"));
    let inkscape = r##"<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
        xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:svg="http://www.w3.org/2000/svg"
        xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" width="48" height="48" viewBox="0 0 48 48">
        <sodipodi:namedview inkscape:zoom="2"/><metadata><rdf:RDF><rdf:li rdf:resource="https://x.example/"/></rdf:RDF></metadata>
        <svg:circle inkscape:label="Löten" r="9" style="fill:#fff"/></svg>"##;
    assert!(text(whole(inkscape)).contains("circle"));
}

#[test]
fn what_is_not_svg_is_named() {
    for (given, says) in [
        ("", "it ends before its first element|not well-formed"),
        ("hello", "not well-formed"),
        ("<svg viewBox='0 0 1 1'/>", "outermost element"),
        ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>", "not well-formed"),
        ("<html xmlns='http://www.w3.org/1999/xhtml'/>", "outermost element"),
    ] {
        let refusal = whole(given).expect_err(given);
        assert!(says.split('|').any(|says| refusal.contains(says)), "{given}: {refusal}");
    }
    let utf16 = art::read("x.svg", b"\xff\xfe<\0s\0", PictureKind::Svg, String::new()).expect_err("UTF-16");
    assert!(utf16.contains("UTF-8"), "{utf16}");
}

#[test]
fn a_png_is_square_and_large_enough_but_not_too_large() {
    assert_eq!(png(&square(256, 256)).expect("fine").size, (256, 256));
    for (file, says) in [
        (square(300, 200), "it is 300 × 200; a badge has to be square, so crop it or add a margin"),
        (square(64, 64), "it is 64 × 64 pixels, which is too small: give at least 192 a side"),
        (
            with_size(square(200, 200), 20_000, 20_000),
            "it is 20000 × 20000 pixels, and at most 4096 a side are taken; 1024 × 1024 is plenty",
        ),
    ] {
        assert_eq!(png(&file).expect_err(says), says);
    }
    let logo = art::read_logo("x.png", &square(300, 60), PictureKind::Png, String::new()).expect("a logo may be wide");
    assert_eq!(logo.size, (300, 60));
}

#[test]
fn a_damaged_png_is_refused() {
    let sound = square(256, 256);
    for cut in [1, 8, 20, 40, sound.len() / 2, sound.len() - 13, sound.len() - 1] {
        assert!(png(&sound[..cut]).is_err(), "cut off after {cut} bytes");
    }
    assert_eq!(png(&sound[..sound.len() - 20]).expect_err("cut"), "it is cut off; copy or export the PNG again");
    let mut wrong = sound.clone();
    let last_of_data = sound.len() - 13;
    wrong[last_of_data] ^= 1;
    assert!(png(&wrong).expect_err("a wrong checksum").contains("not a sound PNG"));
    assert!(png(b"GIF89a").expect_err("a GIF").contains("not a sound PNG"));
    // The header promises more rows than there are.
    assert!(png(&with_size(square(200, 200), 4_000, 4_000)).is_err());
}

#[test]
fn a_png_that_unpacks_to_more_than_its_size_stops_there() {
    // 200 MB of zeros in 200 KB, for a picture of 256 × 256.
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    let zeros = vec![0; 1 << 20];
    for _ in 0..200 {
        std::io::Write::write_all(&mut packed, &zeros).expect("memory");
    }
    let packed = packed.finish().expect("memory");
    let sound = square(256, 256);
    let mut bomb = sound[..33].to_vec();
    bomb.extend((packed.len() as u32).to_be_bytes());
    let mut chunk = b"IDAT".to_vec();
    chunk.extend(&packed);
    let mut crc = flate2::Crc::new();
    crc.update(&chunk);
    bomb.extend(chunk);
    bomb.extend(crc.sum().to_be_bytes());
    bomb.extend(&sound[sound.len() - 12..]);
    let started = std::time::Instant::now();
    let _ = png(&bomb);
    assert!(started.elapsed().as_secs() < 10, "it took {:?}", started.elapsed());
}

#[test]
fn every_picture_becomes_a_png_of_the_size_that_is_asked_for() {
    let drawn = svg(r##"<circle cx="50" cy="50" r="50" fill="#d33"/>"##).expect("fine");
    let given = png(&square(300, 300)).expect("fine");
    for picture in [drawn, given] {
        for size in [192, 512] {
            let file = art::png(picture.kind, &picture.bytes, size).expect("it can be drawn");
            let header = png::Decoder::new(std::io::Cursor::new(&file)).read_info().expect("a PNG");
            assert_eq!((header.info().width, header.info().height), (size, size));
            assert_eq!(file, art::png(picture.kind, &picture.bytes, size).expect("again"), "the same bytes");
        }
    }
}
