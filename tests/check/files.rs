//! Files that anybody may have put there.

use super::common::{GalleryTest, Ran};
use std::fs::File;

#[test]
fn a_file_of_100_mb_is_refused_by_its_size() {
    let test = GalleryTest::small();
    // Sparse: it takes no room, and would take a while to read.
    File::create(test.path("badges/huge.toml")).unwrap().set_len(100_000_000).unwrap();
    test.run("check").fails_with(
        "
            error[too-large]: a badge's file has 96 MiB, more than the 1 MiB it may have
             --> badges/huge.toml
            help: it is to be written and read by people: take out what does not belong there
            ",
    );
}

#[test]
fn every_kind_of_file_has_its_limit() {
    let mut test = GalleryTest::small();
    for (path, limit) in [
        ("people/ada.toml", 1 << 20),
        ("badges/soldering.md", 1 << 20),
        ("badges/soldering.png", 5 << 20),
        ("assertions/soldering/00000000000000000000.json", 256 << 10),
        ("pages/about.md", 1 << 20),
        ("static/film.bin", 20 << 20),
        ("templates/base.html", 1 << 20),
    ] {
        test = test.bytes(path, b"");
        File::create(test.path(path)).unwrap().set_len(limit + 1).unwrap();
    }
    test.run("check").fails_with(
        "
            error[too-large]: an assertion has 257 KiB, more than the 256 KiB it may have
             --> assertions/soldering/00000000000000000000.json
            help: say less in its narrative, and link to what is evidence

            error[too-large]: a Markdown file has 2 MiB, more than the 1 MiB it may have
             --> badges/soldering.md
            help: it is to be written and read by people: take out what does not belong there

            error[too-large]: a picture has 6 MiB, more than the 5 MiB it may have
             --> badges/soldering.png
            help: export it smaller: 1024 × 1024 pixels are plenty

            error[too-large]: a Markdown file has 2 MiB, more than the 1 MiB it may have
             --> pages/about.md
            help: it is to be written and read by people: take out what does not belong there

            error[too-large]: a person's file has 2 MiB, more than the 1 MiB it may have
             --> people/ada.toml
            help: it is to be written and read by people: take out what does not belong there

            error[too-large]: a file of `static/` has 21 MiB, more than the 20 MiB it may have
             --> static/film.bin
            help: keep it elsewhere, and link to it

            error[too-large]: a template has 2 MiB, more than the 1 MiB it may have
             --> templates/base.html
            help: it is to be written and read by people: take out what does not belong there
            ",
    );
}

#[test]
#[cfg(unix)]
fn symlinks_are_refused_wherever_they_lead() {
    GalleryTest::small()
        .symlink("badges/passwords.toml", "/etc/passwd")
        .symlink("badges/again.toml", "soldering.toml")
        .symlink("static/everything", "/")
        .symlink("people", "..")
        .run("check")
        .fails_with(
            "
            error[symlink]: a symlink is not followed
             --> badges/again.toml
            help: put the file itself into the repository

            error[symlink]: a symlink is not followed
             --> badges/passwords.toml
            help: put the file itself into the repository

            error[symlink]: a symlink is not followed
             --> people
            help: put the file itself into the repository

            error[symlink]: a symlink is not followed
             --> static/everything
            help: put the file itself into the repository
            ",
        );
}

#[test]
fn a_file_in_the_wrong_place_is_noticed() {
    GalleryTest::small()
        .file("badges/welding.tml", "")
        .file("badges/welding.jpg", "")
        .file("badges/sodlering.svg", "<svg/>")
        .file("people/old/ada.toml", "")
        .file("assertions/stray.json", "{}")
        .file("status/hackerspace/ledger.tml", "")
        .file("badges/README.md", "How to write a badge")
        .file("badges/.soldering.toml.swp", "")
        .run("check")
        .succeeds_with(
            "
            warning[bad-file]: no such file is expected here
             --> assertions/stray.json
            help: expected here: `assertions/<badge>/<id>.json`

            warning[bad-file]: no badge is called `sodlering`, so this file is not used
             --> badges/sodlering.svg
            help: did you mean `soldering`?

            warning[bad-file]: no such file is expected here
             --> badges/welding.jpg
            help: save the picture as `badges/welding.png`

            warning[bad-file]: no such file is expected here
             --> badges/welding.tml
            help: did you mean `badges/welding.toml`?

            warning[bad-file]: no such file is expected here
             --> people/old/ada.toml
            help: expected here: `people/<person>.toml`

            warning[bad-file]: no such file is expected here
             --> status/hackerspace/ledger.tml
            help: did you mean `status/hackerspace/ledger.toml`?
            ",
        );
}

#[test]
fn a_folder_with_almost_the_right_name_is_noticed() {
    let test = GalleryTest::small()
        .file("Badges/welding.toml", "")
        .file("nomination/ada.toml", "")
        .file("template/base.html", "")
        .file("state/notes.txt", "")
        .file("issues/12.md", "")
        .file("stats/README.md", "");
    test.run("check").succeeds_with(
        "
            warning[bad-file]: no such folder is expected here, so its files are not read
             --> Badges
            help: did you mean `badges`?

            warning[bad-file]: no such folder is expected here, so its files are not read
             --> nomination
            help: did you mean `nominations`?

            warning[bad-file]: no such folder is expected here, so its files are not read
             --> template
            help: did you mean `templates`?
            ",
    );
    GalleryTest::empty()
        .file("Accolade.toml", "title = 'Test Gallery'")
        .file("pyproject.toml", "")
        .run("check")
        .fails_with(
            "
            error[no-site]: there is no `accolade.toml` here
            help: name the folder of a gallery, or begin one with `accolade init`

            warning[bad-file]: no such file is expected here
             --> Accolade.toml
            help: did you mean `accolade.toml`?
            ",
        );
}

#[test]
fn text_that_is_not_utf_8_is_refused_with_its_line() {
    GalleryTest::small()
        .bytes("badges/loeten.toml", b"name = 'Soldering'\ndescription = 'L\xf6ten'\n")
        .run("check")
        .fails_with(
            "
            error[bad-file]: line 2 is not UTF-8
             --> badges/loeten.toml
            help: save the file with the encoding UTF-8
            ",
        );
}

#[test]
#[cfg(unix)]
fn a_file_name_that_is_not_utf_8_is_refused() {
    use std::os::unix::ffi::OsStrExt;
    let test = GalleryTest::small();
    File::create(test.path("badges").join(std::ffi::OsStr::from_bytes(b"l\xf6ten.toml"))).unwrap();
    test.run("check").fails_with(
        "
            error[bad-name]: the file's name is not UTF-8
             --> badges/l�ten.toml
            help: rename it
            ",
    );
}

#[test]
fn a_file_name_that_cannot_be_part_of_an_address_is_refused() {
    GalleryTest::small()
        .file("badges/Hot Glue.toml", "name = 'Hot glue'")
        .file("people/Ada_Lovelace.toml", "name = 'Ada'")
        .run("check")
        .fails_with("
            error[bad-name]: `Hot Glue` cannot be part of an address: use lower-case letters, digits and single hyphens, at most 64
             --> badges/Hot Glue.toml
            help: rename the file, for instance to `hot-glue`

            error[bad-name]: `Ada_Lovelace` cannot be part of an address: use lower-case letters, digits and single hyphens, at most 64
             --> people/Ada_Lovelace.toml
            help: rename the file, for instance to `ada-lovelace`
            ");
}

#[test]
fn a_secret_key_is_found_and_never_shown() {
    let key =
        "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmU\n-----END OPENSSH PRIVATE KEY-----\n";
    let ran: Ran = GalleryTest::small()
        .file("id_ed25519", key)
        .file("issuers/hackerspace.key", key)
        .file("static/key.txt", key)
        .file("badges/welding.toml", &format!("name = '''{key}'''"))
        .run("check")
        .fails_with(
            "
            error[secret-key]: a secret key lies in the repository
             --> badges/welding.toml
            help: take it out, and if it was ever pushed, replace it: anybody may have it now

            error[secret-key]: a secret key lies in the repository
             --> id_ed25519
            help: take it out, and if it was ever pushed, replace it: anybody may have it now

            error[secret-key]: a secret key lies in the repository
             --> issuers/hackerspace.key
            help: take it out, and if it was ever pushed, replace it: anybody may have it now

            error[secret-key]: a secret key lies in the repository
             --> static/key.txt
            help: take it out, and if it was ever pushed, replace it: anybody may have it now
            ",
        );
    assert!(!ran.stderr().contains("b3Blbn"), "a secret must not be shown");
}

#[test]
fn paths_in_references_lead_nowhere() {
    GalleryTest::small()
        .file(
            "badges/welding.toml",
            "
            name = 'Welding'
            description = 'Melts metal together.'
            criteria = 'Weld ten seams.'
            issuer = '../issuers/hackerspace'
            related = ['../../etc/passwd', '/soldering']
            ",
        )
        .file(
            "nominations/ada.toml",
            "
            badge = '../badges/soldering'
            [[recipient]]
            url = 'file:///etc/passwd'
            ",
        )
        .run("check")
        .fails_with(
            "
            error[unknown-issuer]: no issuer is called `../issuers/hackerspace`
             --> badges/welding.toml:4:10
              |
            4 | issuer = '../issuers/hackerspace'
              |          ^^^^^^^^^^^^^^^^^^^^^^^^ named here
            help: known: `hackerspace`

            error[unknown-badge]: no badge is called `../../etc/passwd`
             --> badges/welding.toml:5:12
              |
            5 | related = ['../../etc/passwd', '/soldering']
              |            ^^^^^^^^^^^^^^^^^^ named here
            help: known: `soldering`, `welding`

            error[unknown-badge]: no badge is called `/soldering`
             --> badges/welding.toml:5:32
              |
            5 | related = ['../../etc/passwd', '/soldering']
              |                                ^^^^^^^^^^^^ named here
            help: did you mean `soldering`?

            error[unknown-badge]: no badge is called `../badges/soldering`
             --> nominations/ada.toml:1:9
              |
            1 | badge = '../badges/soldering'
              |         ^^^^^^^^^^^^^^^^^^^^^ named here
            help: known: `soldering`, `welding`

            error[bad-value]: `file:///etc/passwd` is not a web address: it has to begin with `https://` or `http://`
             --> nominations/ada.toml:3:7
              |
            3 | url = 'file:///etc/passwd'
              |       ^^^^^^^^^^^^^^^^^^^^
            ",
        );
}
