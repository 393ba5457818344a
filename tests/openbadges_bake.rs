//! Pictures that carry their credential: samples of others are read, and what is baked keeps every other byte.

use accolade::openbadges::bake::{Baked, Content, PngBakery, SvgBakery, Version, unbake};
use proptest::prelude::*;
use std::{fs, path::Path};

const V3: &str = r#"{"id":"https://guild.example/1","name":"Löten ]]> & <b>"}"#;
const V2: &str = r#"{"type":"Assertion"}"#;

fn sample(path: &str) -> Vec<u8> {
    let path = Path::new("tests/vectors").join(path);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn json(version: Version, text: &str) -> Baked {
    Baked { version, content: Content::Json(text.into()) }
}

fn versions(picture: &[u8]) -> Vec<Version> {
    unbake(picture).expect("a good picture").into_iter().map(|it| it.version).collect()
}

fn bake_svg(svg: &str) -> String {
    String::from_utf8(SvgBakery::new(svg.as_bytes()).expect("a good SVG").bake(V3)).expect("UTF-8")
}

#[test]
fn credentials_of_others_are_found() {
    assert_eq!(versions(&sample("derived/baked/plain.png")), []);
    assert_eq!(versions(&sample("derived/baked/ob2.png")), [Version::V2]);
    assert_eq!(versions(&sample("derived/baked/ob3.png")), [Version::V3]);
    assert_eq!(versions(&sample("derived/baked/both.png")), [Version::V2, Version::V3]);
    assert_eq!(versions(&sample("derived/baked/ob2.svg")), [Version::V2]);
    assert_eq!(versions(&sample("derived/baked/ob3.svg")), [Version::V3]);
    assert_eq!(versions(&sample("validator-fixtures/ob20/simple-badge.png")), [Version::V2]);
    for file in ["simple-json.png", "simple-json.svg"] {
        let found = unbake(&sample(&format!("validator-fixtures/ob30/{file}"))).unwrap();
        assert!(matches!(&found[..], [Baked { version: Version::V3, content: Content::Json(_) }]), "{file}");
    }
    for file in ["simple-jwt.png", "simple-jwt.svg"] {
        let found = unbake(&sample(&format!("validator-fixtures/ob30/{file}"))).unwrap();
        let [Baked { version: Version::V3, content: Content::Jwt(token) }] = &found[..] else { panic!("{file}") };
        assert_eq!(token.split('.').count(), 3, "{file}");
    }
}

#[test]
fn a_png_is_baked_as_others_bake_it() {
    let bakery = PngBakery::new(&sample("derived/baked/plain.png")).unwrap();
    let text = |file: &str, version: Version| {
        let found = unbake(&sample(file)).unwrap();
        match found.into_iter().find(|it| it.version == version).map(|it| it.content) {
            Some(Content::Json(text)) => text,
            other => panic!("{file}: {other:?}"),
        }
    };
    let (v2, v3) = (text("derived/baked/both.png", Version::V2), text("derived/baked/both.png", Version::V3));
    assert_eq!(bakery.bake(Some(&v3), Some(&v2)), sample("derived/baked/both.png"));
    assert_eq!(bakery.bake(Some(&v3), None), sample("derived/baked/ob3.png"));
    assert_eq!(bakery.bake(None, Some(&v2)), sample("derived/baked/ob2.png"));
    assert_eq!(bakery.bake(None, None), sample("derived/baked/plain.png"));
}

#[test]
fn baking_a_png_again_replaces_what_it_carried() {
    let plain = sample("validator-fixtures/ob20/assets/beths-robot-badge.png");
    let once = PngBakery::new(&plain).unwrap().bake(Some("{}"), Some("{}"));
    let twice = PngBakery::new(&once).unwrap().bake(Some(V3), Some(V2));
    assert_eq!(unbake(&twice).unwrap(), [json(Version::V2, V2), json(Version::V3, V3)]);
    assert_eq!(PngBakery::new(&twice).unwrap().bake(None, None), plain);
}

#[test]
fn two_credentials_of_one_version_are_refused() {
    let plain = sample("derived/baked/plain.png");
    let baked = PngBakery::new(&plain).unwrap().bake(Some(V3), None);
    let chunk = &baked[33..baked.len() - (plain.len() - 33)];
    let doubled = [&baked[..33], chunk, &baked[33..]].concat();
    let refused = "the picture carries two credentials of Open Badges 3.0; it may carry one";
    assert_eq!(unbake(&doubled).unwrap_err(), refused);

    let svg = bake_svg("<svg xmlns='http://www.w3.org/2000/svg'></svg>");
    let element = &svg[svg.find("<openbadges").unwrap()..svg.find("</svg>").unwrap()];
    assert_eq!(unbake(svg.replace("</svg>", &format!("{element}</svg>")).as_bytes()).unwrap_err(), refused);
}

#[test]
fn damaged_pictures_are_refused_with_a_reason() {
    let mut png = sample("derived/baked/both.png");
    assert_eq!(unbake(&png[..png.len() - 1]).unwrap_err(), "the PNG is damaged: it ends too early");
    assert!(PngBakery::new(&png[..33]).unwrap_err().contains("with its end"));
    png[100] ^= 1;
    assert_eq!(unbake(&png).unwrap_err(), "the PNG is damaged: a checksum does not fit");
    assert_eq!(PngBakery::new(b"GIF89a").unwrap_err(), "this is no PNG");
    assert_eq!(unbake(b"GIF89a").unwrap_err(), "this is neither a PNG nor an SVG");
    assert_eq!(unbake(&vec![0; (16 << 20) + 1]).unwrap_err(), "the picture is larger than 16 MB");

    for (svg, why) in [
        ("<svg>\n<g></svg>", "the SVG is damaged in line 2"),
        ("<svg>\n<g>", "it ends too early"),
        ("<svg", "the SVG is damaged in line 1"),
        ("<html/>", "its only root has to be `svg`"),
        ("<svg/><svg/>", "its only root has to be `svg`"),
        ("<svg a='1' a='2'/>", "the SVG is damaged in line 1"),
        ("<!-- only this -->", "this is no SVG: it is empty"),
    ] {
        let flaw = SvgBakery::new(svg.as_bytes()).unwrap_err();
        assert!(flaw.contains(why), "{svg}: {flaw}");
    }
}

#[test]
fn an_svg_keeps_every_other_byte() {
    let svg = "<?xml version='1.0'?>\n<!DOCTYPE svg>\n<svg  a=\"x xmlns:openbadges='y'\"\n viewBox='0 0 1 1' \
               xmlns='http://www.w3.org/2000/svg' ><!-- c --><g>&amp;<![CDATA[<]]></g>\n</svg>\n";
    let baked = bake_svg(svg);
    let expected = svg.replacen("<svg", "<svg xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\"", 1).replacen(
        "<!-- c -->",
        "<openbadges:credential><![CDATA[{\"id\":\"https://guild.example/1\",\"name\":\"Löten ]]\\u003e & <b>\"}]]>\
         </openbadges:credential><!-- c -->",
        1,
    );
    assert_eq!(baked, expected);
    // What is read back is the same document, though one character is escaped.
    let [Baked { content: Content::Json(text), .. }] = &unbake(baked.as_bytes()).unwrap()[..] else { panic!() };
    let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    assert_eq!(value(text), value(V3));
    assert_eq!(bake_svg(&baked), baked);
}

#[test]
fn an_svg_baked_for_another_version_is_baked_anew() {
    for file in ["derived/baked/ob2.svg", "derived/baked/ob3.svg", "validator-fixtures/ob30/simple-jwt.svg"] {
        let baked = SvgBakery::new(&sample(file)).unwrap().bake("{}");
        assert_eq!(unbake(&baked).unwrap(), [json(Version::V3, "{}")], "{file}");
    }
}

#[test]
fn an_empty_svg_and_one_with_a_byte_order_mark_can_be_baked() {
    for svg in ["<svg xmlns='http://www.w3.org/2000/svg'/>", "\u{feff}<svg xmlns='http://www.w3.org/2000/svg' />"] {
        let baked = SvgBakery::new(svg.as_bytes()).unwrap().bake("{}");
        assert_eq!(unbake(&baked).unwrap(), [json(Version::V3, "{}")], "{svg}");
        assert!(baked.ends_with(b"</svg>"));
    }
}

#[test]
fn a_compressed_credential_is_read_within_limits() {
    use flate2::{Compression, write::ZlibEncoder};
    use std::io::Write;
    let plain = sample("derived/baked/plain.png");
    let with = |text: &[u8]| {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(text).unwrap();
        let contents = [b"openbadgecredential\0\x01\0\0\0".to_vec(), encoder.finish().unwrap()].concat();
        let chunk = img_parts::png::PngChunk::new(*b"iTXt", contents.into()).encoder().bytes();
        [&plain[..33], &chunk, &plain[33..]].concat()
    };
    assert_eq!(unbake(&with(b"{}")).unwrap(), [json(Version::V3, "{}")]);
    assert_eq!(unbake(&with(&vec![b' '; 64 << 20])).unwrap_err(), "the credential in the picture is larger than 4 MB");
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), at in 0_usize..2000) {
        let _ = unbake(&bytes);
        let _ = PngBakery::new(&bytes);
        let _ = SvgBakery::new(&bytes);
        let mut png = sample("derived/baked/both.png");
        let mut svg = sample("derived/baked/ob2.svg");
        for (index, byte) in bytes.iter().take(4).enumerate() {
            let (a, b) = ((at + index) % png.len(), (at + index) % svg.len());
            png[a] = *byte;
            svg[b] = *byte;
        }
        let _ = unbake(&png);
        let _ = unbake(&svg);
        let _ = SvgBakery::new(&svg);
    }

    #[test]
    fn whatever_is_baked_comes_out_again(text in "\\PC{0,80}") {
        let document = serde_json::to_string(&serde_json::json!({ "text": text })).unwrap();
        let png = PngBakery::new(&sample("derived/baked/plain.png")).unwrap().bake(Some(&document), None);
        prop_assert_eq!(unbake(&png).unwrap(), [json(Version::V3, &document)]);
        let svg = SvgBakery::new(b"<svg/>").unwrap().bake(&document);
        let found = unbake(&svg).unwrap();
        let [Baked { content: Content::Json(found), .. }] = &found[..] else { panic!("nothing found") };
        let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
        prop_assert_eq!(value(found), value(&document));
    }
}
