//! The privacy gate: a hundred leaks, each in its file, and nothing in the example site.

use super::common::GalleryTest;
use std::io::Write as _;

/// A hash of an address, and a salt.
const HASH: &str = "sha256$0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

#[test]
fn the_example_site_has_nothing_to_hide() {
    let ran = GalleryTest::empty().copy_of("example-site").env("SOURCE_DATE_EPOCH", "1795165200").run("check");
    for code in ["email-in-repository", "unsalted-hash", "reused-salt", "personal-file-name", "position-data"] {
        assert!(!ran.stderr().contains(code), "{}", ran.stderr());
    }
    let test = GalleryTest::empty().copy_of("example-site").env("SOURCE_DATE_EPOCH", "1795165200");
    test.git(&["init", "-q"]);
    test.git(&["add", "--all"]);
    test.run("check --staged").succeeds();
}

#[test]
fn every_planted_leak_is_caught() {
    let page = |text: &str| format!("# Contact\n\n{text}\n");
    let badge =
        |text: &str| format!("name = 'Welding'\ndescription = 'Melts metal. {text}'\ncriteria = 'Weld ten seams.'\n");
    let nomination =
        |text: &str| format!("badge = 'soldering'\n{text}\n[[recipient]]\nurl = 'https://forge.example/kim'\n");
    let mail = "email-in-repository";
    let weak = |hash: &str, salt: &str| {
        format!("badge = 'soldering'\n[[recipient]]\nemail_hash = '{hash}'\nsalt = '{salt}'\n")
    };
    let salt = "a8f3c1d2e4b5a697a8f3c1d2e4b5a697";
    let table = "name,address\r\nJörg Kim,kim@home.family\r\n";
    let utf16 = |bytes: fn(u16) -> [u8; 2]| table.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let latin: Vec<u8> = table.chars().map(|it| it as u8).collect();
    // Beyond what is read at once, and across the end of it.
    let long = |lines: usize| format!("{}kim@home.family\n", "nothing but a line\n".repeat(lines)).into_bytes();
    let across = [vec![b' '; (8 << 20) - 6], b"kim@home.family".to_vec()].concat();
    let photo = photo();
    let sheet = sheet();
    let texts: Vec<(&str, String, &str)> = vec![
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
        ("nominations/a.toml", format!("badge = 'soldering'\n[[recipient]]\nemail_hash = '{HASH}'"), "unsalted-hash"),
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
        ("nominations/participants.csv", table.into(), mail),
        ("badges/participants.csv", table.into(), mail),
        ("people/list.txt", table.into(), mail),
        ("assertions/list.csv", table.into(), mail),
        ("assertions/soldering/list.csv", table.into(), mail),
        ("status/hackerspace/notes.txt", table.into(), mail),
        ("issuers/notes.txt", table.into(), mail),
        ("badges/README.md", table.into(), mail),
        ("nominations/README.md", table.into(), mail),
        (".mailmap", "Kim <kim@home.family>".into(), mail),
        (".gitlab-ci.yml", "to: kim@home.family".into(), mail),
        (".forgejo/workflows/check.yml", "to: kim@home.family".into(), mail),
        (".gitea/notes.md", table.into(), mail),
        (".gitlab/notes.md", table.into(), mail),
        ("assertions/README.md", table.into(), mail),
        ("static/.htaccess", "ServerAdmin kim@home.family".into(), mail),
        ("docs/.list.csv", table.into(), mail),
        ("docs/.drafts/list.csv", table.into(), mail),
        ("vendor/list.csv", table.into(), mail),
        ("dist/list.csv", table.into(), mail),
        ("licensees.csv", table.into(), mail),
        ("LICENSE-holders.csv", table.into(), mail),
        ("NOTICES-to-send.txt", table.into(), mail),
        ("notice-to-send.txt", table.into(), mail),
        ("docs/a.txt", "kim_@home.family".into(), mail),
        ("pages/contact.md", page("Write to kim_@home.family."), mail),
        ("docs/a.txt", "kim@xn--p1acf.xn--p1ai".into(), mail),
        ("pages/contact.md", page("kim@xn--p1acf.xn--p1ai"), mail),
        ("docs/a.txt", "to \"kim doe\"@home.family".into(), mail),
        ("static/data.json", r#"["\"kim.doe\"@home.family"]"#.into(), mail),
        ("docs/kim@home.family/a.txt", "x".into(), mail),
        ("nominations/a.toml", weak(HASH, "Kosher"), "unsalted-hash"),
        ("nominations/a.toml", weak(HASH, " "), "unsalted-hash"),
        ("nominations/a.toml", weak(HASH, &"0".repeat(32)), "unsalted-hash"),
        ("nominations/a.toml", weak("0123456789abcdef0123456789abcdef", salt), "unsalted-hash"),
        ("nominations/a.toml", weak("md5$0123456789abcdef0123456789abcdef", salt), "unsalted-hash"),
        ("nominations/list.csv", format!("Kim,{HASH}"), "unsalted-hash"),
        ("docs/.list.json", format!("[\"{HASH}\"]"), "unsalted-hash"),
    ];
    let named = [
        "docs/kim-doe.txt",
        "docs/kim-doe/a.txt",
        "KimDoe.txt",
        "badges/doe-kim.md",
        "static/kimdoe.txt",
        "art/Doe, Kim.svg",
    ];
    let bytes: Vec<(&str, Vec<u8>, &str)> = vec![
        ("static/latin1.csv", latin.clone(), mail),
        ("static/utf16.csv", [b"\xff\xfe".to_vec(), utf16(u16::to_le_bytes)].concat(), mail),
        ("static/big.csv", long(80_000), mail),
        ("docs/latin1.csv", latin, mail),
        ("docs/utf16.csv", utf16(u16::to_le_bytes), mail),
        ("nominations/utf16.csv", [b"\xfe\xff".to_vec(), utf16(u16::to_be_bytes)].concat(), mail),
        ("docs/big.csv", long(80_000), mail),
        ("docs/huge.csv", long(500_000), mail),
        ("docs/across.txt", across, mail),
        ("docs/list.xlsx", sheet.clone(), mail),
        ("static/list.xlsx", sheet, mail),
        ("static/poster.pdf", b"%PDF-1.7\n1 0 obj <</Author (kim@home.family)>> endobj\n".to_vec(), mail),
        ("photo.jpg", photo.clone(), "position-data"),
        ("docs/photo.jpg", photo.clone(), "position-data"),
        (".github/photo.jpg", photo.clone(), "position-data"),
        ("badges/photo.jpg", photo, "position-data"),
    ];
    let person = b"name = 'Kim Doe'\nconsent = 'yes'\n".to_vec();
    let mut leaks: Vec<(&str, Vec<u8>, &str)> =
        texts.into_iter().map(|(path, text, code)| (path, text.into_bytes(), code)).chain(bytes).collect();
    leaks.extend(named.map(|path| (path, b"x".to_vec(), "personal-file-name")));
    assert!(leaks.len() >= 100, "{}", leaks.len());
    let mut missed = Vec::new();
    for (path, bytes, code) in leaks {
        let test = GalleryTest::small().bytes(path, &bytes);
        let test = if code == "personal-file-name" { test.bytes("people/a.toml", &person) } else { test };
        // Without git, and before a commit.
        for command in ["check", "check --staged"] {
            if command == "check --staged" {
                test.git(&["init", "-q"]);
                test.git(&["add", "--all", "--force"]);
            }
            let ran = test.run(&format!("{command} --format github"));
            let is_told = |it: &str| it.starts_with("::error ") && it.contains(&format!("title={code}"));
            if !ran.stdout().lines().any(is_told) {
                missed.push(format!("{command}: {path}\n{}", ran.stdout()));
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

/// A spreadsheet's texts, as a spreadsheet has them.
fn sheet() -> Vec<u8> {
    let mut sheet = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    sheet.start_file("xl/sharedStrings.xml", zip::write::SimpleFileOptions::default()).unwrap();
    sheet.write_all(b"<sst><si><t>Kim</t></si><si><t>kim@home.family</t></si></sst>").unwrap();
    sheet.finish().unwrap().into_inner()
}

#[test]
fn a_spreadsheet_is_looked_into() {
    GalleryTest::small().bytes("docs/list.xlsx", &sheet()).run("check").fails_with(
        "
        error[email-in-repository]: the file holds an e-mail address, in `xl/sharedStrings.xml`
         --> docs/list.xlsx
        help: take it out of the file, or keep the file outside of the repository
        ",
    );
}

/// A JPEG with nothing but Exif: one directory that leads to another, with the latitude's side.
fn photo() -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0".to_vec();
    tiff.extend(b"\x01\0\x25\x88\x04\0\x01\0\0\0\x1a\0\0\0\0\0\0\0");
    tiff.extend(b"\x01\0\x01\0\x02\0\x02\0\0\0N\0\0\0\0\0\0\0");
    let mut jpeg = b"\xff\xd8\xff\xe1".to_vec();
    jpeg.extend(u16::try_from(tiff.len() + 8).unwrap().to_be_bytes());
    jpeg.extend(b"Exif\0\0");
    jpeg.extend(&tiff);
    jpeg.extend(b"\xff\xd9");
    jpeg
}

#[test]
fn a_position_in_a_photo_is_found() {
    GalleryTest::small().bytes("static/photo.jpg", &photo()).run("check").fails_with(
        "
        error[position-data]: the picture says where it was taken
         --> static/photo.jpg
        help: remove its metadata, for instance with `exiftool -all= FILE`, and commit that copy
        ",
    );
}

#[test]
fn a_place_in_a_long_table_is_told_as_an_editor_counts_it() {
    let line = "nothing but a line of a table that goes on for very long\n";
    let table = format!("{}Kim,kim@home.family\n", line.repeat(200_000));
    GalleryTest::small().file("docs/table.csv", &table).run("check").fails_with(
        "
        error[email-in-repository]: an e-mail address may not stand here
              --> docs/table.csv:200001:5
               |
        200001 | Kim,kim@home.family
               |     ^^^^^^^^^^^^^^^ everybody could read it
        help: name people by a profile address or a DID, and awards by their id
        ",
    );
}

#[test]
fn a_folder_is_not_named_after_a_person() {
    GalleryTest::small()
        .file("people/a.toml", "name = 'Kim Doe'\nconsent = 'yes'")
        .file("docs/doe-kim/a.txt", "x")
        .file("docs/doe-kim/b.txt", "x")
        .run("check")
        .fails_with(
            "
            error[personal-file-name]: the folder is named after a person
             --> docs/doe-kim
            help: rename it: what a file is called outlives what is in it
            ",
        );
}

#[test]
fn what_is_no_leak_is_left_alone() {
    let test = GalleryTest::small()
        .file("LICENSE-MIT", "Copyright Kim <kim@home.family>")
        .file("vendor/a/LICENCE.txt", "Kim <kim@home.family>")
        .file("fonts/OFL.txt", "Kim <kim@home.family>")
        .file("NOTICE", "Kim <kim@home.family>")
        .file(
            "docs/notes.md",
            "git clone git@github.com:guild/badges.git, or ssh://git@git.family/guild/badges.git\n\
             ![](logo@2x.png) of `@guild/kit@1.2.3`, kit@1.2.3-beta.rc and kit@^2.0.0; ask @ada@social.family\n\
             accolade award soldering --email ada@example.org\n\
             Co-authored-by: 1+kim@users.noreply.git.family\n",
        )
        .file("package-lock.json", r#"{"node_modules/@types/node": {"version": "1.0.0"}, "bin": "@home.family"}"#)
        .file(
            "people/a.toml",
            "name = 'Kim Doe'\nconsent = 'yes'\n[[link]]\nname = 'My Garden'\nurl = 'https://a.example/'",
        )
        .file("pages/my-garden.md", "# My garden")
        .bytes(
            "docs/noise.bin",
            &(0..60_000_u32).map(|it| (it.wrapping_mul(2_654_435_761) >> 13) as u8).collect::<Vec<_>>(),
        )
        .file(".gitignore", "private.csv\npublic")
        .file("public/a.html", "kim@home.family")
        .file("node_modules/a/package.json", "kim@home.family");
    test.run("check").succeeds();
    // What git ignores is not pushed.
    test.git(&["init", "-q"]);
    let test = test.file("private.csv", "kim@home.family");
    test.run("check").succeeds();
    test.git(&["add", "--all", ":!node_modules"]);
    test.run("check --staged").succeeds();
    // What somebody stages all the same is.
    test.git(&["add", "--force", "public"]);
    test.run("check --staged").exits(1);
}

#[test]
fn what_init_writes_has_nothing_to_hide() {
    for host in
        ["https://github.com/guild/badges", "https://codeberg.org/guild/badges", "https://gitlab.com/guild/badges"]
    {
        let test = GalleryTest::empty().at_home();
        test.run_with(&["init", "g", "--repository", host]).exits(0);
        test.run("check g").exits(0);
        crate::common::git(&test.path("g"), &["init", "-q"]);
        crate::common::git(&test.path("g"), &["add", "--all"]);
        test.run("check g --staged").succeeds();
    }
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
    let utf16: Vec<u8> = "Kim,kim@home.family\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big = format!("{}kim@home.family\n", "nothing but a line\n".repeat(80_000)).into_bytes();
    for (path, bytes) in [
        ("static/utf16.csv", utf16),
        ("static/latin1.csv", b"J\xf6rg,kim@home.family".to_vec()),
        ("static/big.csv", big),
    ] {
        let said = GalleryTest::small().bytes(path, &bytes).run("build").exits(1).stderr();
        assert!(
            said.starts_with("error[email-in-repository]: an e-mail address may not stand here\n"),
            "{path}: {said}"
        );
    }
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
