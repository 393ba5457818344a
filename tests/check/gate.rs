//! The privacy gate: forty leaks and more, each in its file, and nothing in the example site.

use super::common::GalleryTest;

/// A hash of an address, and a salt.
const HASH: &str = "sha256$0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

#[test]
fn the_example_site_has_nothing_to_hide() {
    let ran = GalleryTest::empty().copy_of("example-site").env("SOURCE_DATE_EPOCH", "1795165200").run("check");
    for code in ["email-in-repository", "unsalted-hash", "reused-salt", "personal-file-name", "position-data"] {
        assert!(!ran.stderr().contains(code), "{}", ran.stderr());
    }
}

#[test]
fn every_planted_leak_is_caught() {
    let page = |text: &str| format!("# Contact\n\n{text}\n");
    let badge =
        |text: &str| format!("name = 'Welding'\ndescription = 'Melts metal. {text}'\ncriteria = 'Weld ten seams.'\n");
    let nomination =
        |text: &str| format!("badge = 'soldering'\n{text}\n[[recipient]]\nurl = 'https://forge.example/kim'\n");
    let mail = "email-in-repository";
    let leaks: Vec<(&str, String, &str)> = vec![
        ("pages/contact.md", page("kim@home.family"), mail),
        ("pages/contact.md", page("[write](mailto:kim@home.family)"), mail),
        ("pages/contact.md", page("kim%40home.family"), mail),
        ("pages/contact.md", page("kim&#64;home.family"), mail),
        ("pages/contact.md", page("kim&#x40;home.family"), mail),
        ("pages/contact.md", page("kim&commat;home.family"), mail),
        ("pages/contact.md", page("kim (at) home.family"), mail),
        ("pages/contact.md", page("kim [at] home [dot] family"), mail),
        ("pages/contact.md", page("kim(at)home(dot)family"), mail),
        ("pages/contact.md", page("KIM {AT} HOME {DOT} FAMILY"), mail),
        ("pages/contact.md", page("kim＠home.family"), mail),
        ("pages/contact.md", page("kim@example.org"), mail),
        ("badges/welding.toml", badge("kim@home.family"), mail),
        ("badges/welding.toml", badge("kim (at) home.family"), mail),
        ("badges/soldering.md", "Ask kim@home.family.".into(), mail),
        ("issuers/other.toml", "name = 'Other'\ndescription = 'Ask kim@home.family'".into(), mail),
        ("people/kim.toml", "name = 'Kim'\nconsent = 'mail of kim@home.family'".into(), mail),
        ("people/kim.toml", "name = 'Kim'\nconsent = 'yes'\nbio = 'kim (at) home.family'".into(), mail),
        ("people/kim.toml", "name = 'Kim' # kim@home.family\nconsent = 'yes'".into(), mail),
        ("people/kim.toml", "name = 'Kim'".into(), "no-consent"),
        ("nominations/a.toml", nomination("narrative = 'Ask kim@home.family'"), mail),
        ("nominations/a.toml", nomination("nominator = 'lee@home.family'"), mail),
        ("nominations/a.toml", nomination("# kim@home.family"), mail),
        ("nominations/a.toml", nomination("[[evidence]]\nurl = 'https://x.example/?u=kim@home.family'"), mail),
        ("nominations/a.toml", nomination("[[evidence]]\nurl = 'https://x.example/?u=kim%40home.family'"), mail),
        ("nominations/a.toml", format!("{}name = 'Kim Doe'", nomination("")), "no-consent"),
        (
            "nominations/kim-doe.toml",
            format!("{}name = 'Kim Doe'\nconsent = 'yes'", nomination("")),
            "personal-file-name",
        ),
        ("nominations/a.toml", format!("badge = 'soldering'\n[[recipient]]\nemail_hash = '{HASH}'"), "missing-key"),
        (
            "nominations/a.toml",
            format!(
                "badge = 'soldering'\n[[recipient]]\nemail_hash = '{HASH}'\nsalt = 'a8f3c1d2e4b5a697a8f3c1d2e4b5a697'\n\
                 [[recipient]]\nemail_hash = '{}'\nsalt = 'a8f3c1d2e4b5a697a8f3c1d2e4b5a697'",
                HASH.replace("$0", "$f")
            ),
            "reused-salt",
        ),
        ("pages/list.md", format!("# List\n\n{HASH}\n"), "unsalted-hash"),
        ("static/list.json", format!("[\"{HASH}\"]"), "unsalted-hash"),
        ("static/list.csv", "name,address\nKim,kim@home.family\n".into(), mail),
        ("static/data.json", "{\"who\": \"kim\\u0040home.family\"}".into(), mail),
        ("static/card.vcf", "EMAIL:kim@home.family\n".into(), mail),
        ("static/logo.svg", "<svg><!-- kim@home.family --></svg>".into(), mail),
        ("static/place.svg", "<svg><metadata exif:GPSLatitude='51'/></svg>".into(), "position-data"),
        ("static/kim@home.family.txt", "x".into(), mail),
        ("templates/notes.html", "<a href='mailto:kim@home.family'>".into(), mail),
        ("README.md", "Ask kim@home.family".into(), mail),
        ("docs/notes.txt", "Ask kim@home.family".into(), mail),
        (".github/CODEOWNERS", "* kim@home.family".into(), mail),
        ("accolade.toml", "title = 'T'\nbase_url = 'https://badges.example/' # kim@home.family".into(), mail),
        ("static/id", "-----BEGIN RSA PRIVATE KEY-----\n".into(), "secret-key"),
        ("key.txt", format!("AGE-SECRET-KEY-1{}", "Q".repeat(58)), "secret-key"),
        ("notes.txt", format!("z3u2{}", "e".repeat(44)), "secret-key"),
    ];
    assert!(leaks.len() >= 40, "{}", leaks.len());
    let mut missed = Vec::new();
    for (path, text, code) in leaks {
        let ran = GalleryTest::small().file(path, &text).run("check --format github");
        let caught = ran.stdout().lines().any(|it| it.starts_with("::error ") && it.contains(&format!("title={code}")));
        if !caught {
            missed.push(format!("{path}: {text}\n{}", ran.stdout()));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn a_position_in_a_photo_is_found() {
    // A JPEG with nothing but Exif: one directory that leads to another, with the latitude's side.
    let mut tiff = b"II*\0\x08\0\0\0".to_vec();
    tiff.extend(b"\x01\0\x25\x88\x04\0\x01\0\0\0\x1a\0\0\0\0\0\0\0");
    tiff.extend(b"\x01\0\x01\0\x02\0\x02\0\0\0N\0\0\0\0\0\0\0");
    let mut jpeg = b"\xff\xd8\xff\xe1".to_vec();
    jpeg.extend(u16::try_from(tiff.len() + 8).unwrap().to_be_bytes());
    jpeg.extend(b"Exif\0\0");
    jpeg.extend(&tiff);
    jpeg.extend(b"\xff\xd9");
    GalleryTest::small().bytes("static/photo.jpg", &jpeg).run("check").fails_with(
        "
        error[position-data]: the picture says where it was taken
         --> static/photo.jpg
        help: remove its metadata, for instance with `exiftool -all= FILE`, and commit that copy
        ",
    );
}

#[test]
fn a_build_publishes_nothing_of_the_kind() {
    let leak = "
        error[email-in-repository]: an e-mail address may not stand here
         --> pages/a.md:3:5
          |
        3 | Ask kim (at) home.family.
          |     ^^^^^^^^^^^^^^^^^^^^ everybody could read it
        help: name people by a profile address or a DID, and awards by their id
        nothing was built; what stood there before is as it was
        ";
    let test = GalleryTest::small().file("README.md", "Ask kim@home.family");
    test.run("build").exits(0);
    let before = test.read("public/index.html");
    let test = test.file("pages/a.md", "# A\n\nAsk kim (at) home.family.\n");
    test.run("build").fails_with(leak);
    assert!(test.read("public/index.html") == before && !test.path("public/a").exists());
    let test = test.without("pages/a.md").file("static/place.svg", "<svg><metadata exif:GPSLatitude='51'/></svg>");
    test.run("build").exits(1).complains(
        "
        error[position-data]: the picture says where it was taken
         --> static/place.svg
        help: remove its metadata, for instance with `exiftool -all= FILE`, and commit that copy
        nothing was built; what stood there before is as it was
        ",
    );
}

#[test]
fn a_contact_of_an_issuer_is_public() {
    GalleryTest::small()
        .file("issuers/hackerspace.toml", "name = 'Hackerspace'\nemail = 'badges@space.family'")
        .file("pages/contact.md", "# Contact\n\nWrite to badges@space.family, or to [us](mailto:badges@space.family).")
        .file("README.md", "Try `accolade award first-badge --email ada@example.org`.")
        .run("check")
        .succeeds();
}
