//! The repository as a whole: many mistakes at once, and how they are shown.

use super::common::GalleryTest;

#[test]
fn a_small_repository_has_no_problems() {
    GalleryTest::small().run("check").succeeds().says("checked 1 issuer, 1 badge, 0 awards: no problems");
}

#[test]
fn a_folder_without_a_gallery_is_told_so() {
    GalleryTest::empty().run("check").fails_with(
        "
            error[no-site]: there is no `accolade.toml` here
            help: name the folder of a gallery, or begin one with `accolade init`
            ",
    );
}

#[test]
fn every_mistake_of_every_file_is_found_in_one_run() {
    GalleryTest::new()
        .file(
            "accolade.toml",
            "
            titel = 'Test Gallery'
            base_url = 'badges.example'
            ",
        )
        .file("issuers/hackerspace.toml", "name = 3")
        .file(
            "badges/soldering.toml",
            "
            name = 'Soldering'
            description = ['Joins metal']
            criteria = 'Solder ten joints that hold.'
            type = 'Achievment'
            related = ['weldin']
            ",
        )
        .file(
            "badges/welding.toml",
            "
            name = 'Welding'
            description = 'Melts metal together.'
            criteria = 'Weld ten seams.'
            ",
        )
        .run("check")
        .fails_with(
            "
            error[unknown-key]: a site has no key `titel`
             --> accolade.toml:1:1
              |
            1 | titel = 'Test Gallery'
              | ^^^^^ not known here
            help: did you mean `title`?

            error[missing-key]: `title` is missing
             --> accolade.toml:1:1
              |
            1 | titel = 'Test Gallery'
              | ^ a site needs it

            error[bad-value]: `badges.example` cannot be the address of a site: it needs https:// in front
             --> accolade.toml:2:12
              |
            2 | base_url = 'badges.example'
              |            ^^^^^^^^^^^^^^^^
            help: it is the site's permanent address, such as `https://badges.example.org/`

            error[wrong-type]: `description` has to be text
             --> badges/soldering.toml:2:15
              |
            2 | description = ['Joins metal']
              |               ^^^^^^^^^^^^^^^ expected text, found a list

            error[bad-value]: `Achievment` is not an achievement type
             --> badges/soldering.toml:4:8
              |
            4 | type = 'Achievment'
              |        ^^^^^^^^^^^^
            help: did you mean `Achievement`?

            error[unknown-badge]: no badge is called `weldin`
             --> badges/soldering.toml:5:12
              |
            5 | related = ['weldin']
              |            ^^^^^^^^ named here
            help: did you mean `welding`?

            error[wrong-type]: `name` has to be text
             --> issuers/hackerspace.toml:1:8
              |
            1 | name = 3
              |        ^ expected text, found a number
            ",
        );
}

#[test]
fn what_names_a_broken_file_is_not_called_broken_too() {
    GalleryTest::small()
        .file("issuers/hackerspace.toml", "url = 'https://hackerspace.example'")
        .file(
            "nominations/ada.toml",
            "
            badge = 'soldering'
            [[recipient]]
            url = 'https://ada.example/'
            ",
        )
        .run("check")
        .fails_with(
            "
            error[missing-key]: `name` is missing
             --> issuers/hackerspace.toml:1:1
              |
            1 | url = 'https://hackerspace.example'
              | ^ an issuer needs it
            ",
        );
}

#[test]
fn text_that_is_not_toml_is_shown_where_it_goes_wrong() {
    GalleryTest::small()
        .file("badges/welding.toml", "name = 'Welding\ndescription = oops\ncriteria = 'x'\ncriteria = 'y'")
        .run("check")
        .fails_with(
            "
            error[toml-syntax]: invalid literal string, expected `'`
             --> badges/welding.toml:1:16
              |
            1 | name = 'Welding
              |                ^
            help: end the text with the mark that begins it; text of several lines has three on each side

            error[toml-syntax]: string values must be quoted, expected literal string
             --> badges/welding.toml:2:15
              |
            2 | description = oops
              |               ^^^^
            help: put the text between quotation marks

            error[toml-syntax]: duplicate key
             --> badges/welding.toml:4:1
              |
            4 | criteria = 'y'
              | ^^^^^^^^
            help: a key is written once in its table, and a table once in its file: keep one of the two
            ",
        );
}

/// What stands in the broken places is not called missing as well.
#[test]
fn a_slip_in_one_line_hides_no_mistake_in_others() {
    GalleryTest::small()
        .file(
            "accolade.toml",
            "
            title = 'Test Gallery
            base_url = 'https://badges.example/'
            issuer = hackerspace
            colour = 'red'
            [[team]
            name = '@guild/mentors'
            members = ['@linus']
            [[team]
            name = '@guild/mentors'
            ",
        )
        .file("issuers/guild.toml", "name = Guild")
        .file(
            "badges/welding.toml",
            "
            name = 'Welding'
            criteria = 'Weld ten seams.'
            valid_until = 2026-13-01
            hourss = 3
            [awarding]
            by = ['@guild/mentors']
            [[result]]
            id = 'seams'
            name = 'Seams'
            type = 'RubricCriterionLevel'
            required_level = 'good'
            [[result.level]]
            id = good
            name = 'Good'
            ",
        )
        .run("check")
        .fails_with(
            r#"
            error[toml-syntax]: invalid literal string, expected `'`
             --> accolade.toml:1:22
              |
            1 | title = 'Test Gallery
              |                      ^
            help: end the text with the mark that begins it; text of several lines has three on each side

            error[toml-syntax]: string values must be quoted, expected literal string
             --> accolade.toml:3:10
              |
            3 | issuer = hackerspace
              |          ^^^^^^^^^^^
            help: put the text between quotation marks

            error[unknown-key]: a site has no key `colour`
             --> accolade.toml:4:1
              |
            4 | colour = 'red'
              | ^^^^^^ not known here
            help: known keys: `title`, `base_url`, `description`, `language`, `time_zone`, `issuer`, `repository`, `custom_domain`, `previous_base_urls`, `pictures`, `theme`, `team`, `awarding`, `lints`

            error[toml-syntax]: unclosed array table, expected `]`
             --> accolade.toml:5:8
              |
            5 | [[team]
              |        ^
            help: write the line as `[name]`, or as `[[name]]` where there may be several

            error[toml-syntax]: unclosed array table, expected `]`
             --> accolade.toml:8:8
              |
            8 | [[team]
              |        ^
            help: write the line as `[name]`, or as `[[name]]` where there may be several

            error[missing-key]: `description` is missing
             --> badges/welding.toml:1:1
              |
            1 | name = 'Welding'
              | ^ a badge needs it

            error[toml-syntax]: invalid date, expected month between 01 and 12
             --> badges/welding.toml:3:15
              |
            3 | valid_until = 2026-13-01
              |               ^^^^^^^^^^
            help: write a day such as 2026-05-04, or a time such as 2026-05-04T18:30:00

            error[unknown-key]: a badge has no key `hourss`
             --> badges/welding.toml:4:1
              |
            4 | hourss = 3
              | ^^^^^^ not known here
            help: did you mean `hours`?

            error[toml-syntax]: string values must be quoted, expected literal string
              --> badges/welding.toml:13:6
               |
            13 | id = good
               |      ^^^^
            help: put the text between quotation marks

            error[toml-syntax]: string values must be quoted, expected literal string
             --> issuers/guild.toml:1:8
              |
            1 | name = Guild
              |        ^^^^^
            help: put the text between quotation marks
            "#,
        );
}

/// Neither its list nor its awards can be held against a ledger, or against an issuer, of which a part cannot be read.
#[test]
fn what_hangs_on_a_broken_file_is_not_called_broken_too() {
    for file in ["status/wendeltal/ledger.toml", "issuers/oxbow.toml"] {
        let test = GalleryTest::empty().copy_of("example-site").env("SOURCE_DATE_EPOCH", "1795132800");
        let broken = test.read(file).replacen(" = \"", " = ", 1);
        let ran = test.file(file, &broken).run("check").exits(1);
        assert_eq!(ran.stderr().matches("error[").count(), 1, "{}", ran.stderr());
        assert!(ran.stderr().starts_with("error[toml-syntax]: "), "{}", ran.stderr());
    }
}

/// Where it is known which addresses the site has, an assertion is read as ever; else as far as it can be.
#[test]
fn a_mistake_of_the_site_hides_none_of_an_assertion() {
    let elsewhere = r#"{"id": "https://other.example/", "issuer": "x", "validFrom": "x", "credentialSubject": {"achievement": {"id": "x"}}}"#;
    for (site, assertion, words) in [
        (
            "base_url = 'https://badges.example/'\ncolour = 'red'",
            elsewhere,
            "its id `https://other.example/` does not lie under https://badges.example/",
        ),
        ("base_url = 3", elsewhere, ""),
        ("base_url = 3", "{}", "this is no Open Badges 3.0 credential: missing field `id` at line 1 column 2"),
    ] {
        let ran = GalleryTest::small()
            .file("accolade.toml", &format!("title = 'Test Gallery'\n{site}"))
            .file("assertions/soldering/0000000000000000000a.json", assertion)
            .run("check")
            .exits(1);
        let found = 1 + usize::from(!words.is_empty());
        assert_eq!(ran.stderr().matches("error[").count(), found, "{}", ran.stderr());
        assert!(ran.stderr().contains(words), "{}", ran.stderr());
    }
}

#[test]
fn carets_stand_under_the_words_behind_tabs_and_umlauts() {
    GalleryTest::small()
        .file(
            "badges/loeten.toml",
            "name = 'Löten'\ndescription = 'Lötet.'\ncriteria = 'Löte zehn Stellen.'\n\t\"issuer\"\t= \t'Überall' # 日本語\n",
        )
        .run("check")
        .fails_with(r#"
            error[unknown-issuer]: no issuer is called `Überall`
             --> badges/loeten.toml:4:14
              |
            4 |     "issuer"    =     'Überall' # 日本語
              |                       ^^^^^^^^^ named here
            help: known: `hackerspace`
            "#);
}

#[test]
fn scripts_get_one_json_object() {
    GalleryTest::small()
        .file("badges/Löten.toml", "name = 'Löten'")
        .file("badges/welding.toml", "name = 'Löten'\ndescription = 'ü'; critera = 'x'")
        .file("issuers/guild.toml", "name = 'Güild'\n\turls = 'https://guild.example'")
        .run("check --format json")
        .exits(1)
        .complains("")
        .says(r#"
            {
              "problems": [
                {
                  "severity": "error",
                  "code": "bad-name",
                  "message": "`Löten` cannot be part of an address: use lower-case letters, digits and single hyphens, at most 64",
                  "file": "badges/Löten.toml",
                  "help": "rename the file, for instance to `loten`"
                },
                {
                  "severity": "error",
                  "code": "missing-key",
                  "message": "`issuer` is missing",
                  "file": "badges/soldering.toml",
                  "line": 1,
                  "column": 1,
                  "end_line": 1,
                  "end_column": 1,
                  "label": "nothing says who awards it",
                  "help": "name one here, or one for all badges in `accolade.toml`"
                },
                {
                  "severity": "error",
                  "code": "missing-key",
                  "message": "`issuer` is missing",
                  "file": "badges/welding.toml",
                  "line": 1,
                  "column": 1,
                  "end_line": 1,
                  "end_column": 1,
                  "label": "nothing says who awards it",
                  "help": "name one here, or one for all badges in `accolade.toml`"
                },
                {
                  "severity": "error",
                  "code": "toml-syntax",
                  "message": "unexpected key or value, expected newline, `#`",
                  "file": "badges/welding.toml",
                  "line": 2,
                  "column": 18,
                  "end_line": 2,
                  "end_column": 18,
                  "help": "begin a new line, or put text that holds one kind of quotation mark between the other kind"
                },
                {
                  "severity": "error",
                  "code": "unknown-key",
                  "message": "an issuer has no key `urls`",
                  "file": "issuers/guild.toml",
                  "line": 2,
                  "column": 2,
                  "end_line": 2,
                  "end_column": 6,
                  "label": "not known here",
                  "help": "did you mean `url`?"
                }
              ],
              "errors": 5,
              "warnings": 0
            }
            "#);
}

#[test]
fn no_problems_are_an_empty_list_for_scripts() {
    GalleryTest::small().run("check --format json").succeeds().says(
        r#"
            {
              "problems": [],
              "errors": 0,
              "warnings": 0
            }
            "#,
    );
}

/// Whoever is in the wrong folder, such as their home, is told so, and nothing about what lies there.
#[test]
fn a_folder_without_a_gallery_is_not_searched() {
    let test = GalleryTest::empty()
        .file("notes.txt", "Write to kim@home.family.")
        .file("badges/broken.toml", "name = ")
        .file("nominations/spring.toml", "badge = 'nothing'");
    test.run("check").fails_with(
        "
            error[no-site]: there is no `accolade.toml` here
            help: name the folder of a gallery, or begin one with `accolade init`
            ",
    );
}

#[test]
fn of_many_problems_of_one_kind_the_first_are_shown_in_full() {
    let table = |rows: usize| (0..rows).map(|it| format!("Kim {it},kim{it}@home.family\n")).collect::<String>();
    let eight = GalleryTest::small().file("people.txt", &table(8)).run("check").exits(1).stderr();
    assert_eq!(eight.matches("error[email-in-repository]").count(), 8, "{eight}");

    let many = GalleryTest::small().file("people.txt", &table(60)).run("check").exits(1);
    let said = many.stderr();
    assert_eq!(said.matches("error[email-in-repository]").count(), 5, "{said}");
    let rest = "\nand 55 more of this kind:\n --> people.txt:6:7\n --> people.txt:7:7\n";
    assert!(said.contains(rest), "{said}");
    assert!(said.ends_with(" --> people.txt:45:8\nand 15 elsewhere; --format json names them all\n"), "{said}");
    many.says("checked 1 issuer, 1 badge, 0 awards: 60 errors, 0 warnings");
}

#[test]
fn whoever_changes_something_in_the_wrong_folder_is_told_so() {
    for command in [
        "award soldering --email ada@example.org",
        "sign",
        "retire soldering",
        "due",
        "nominate x --url https://a.example",
    ] {
        GalleryTest::empty().file("badges/broken.toml", "name = ").run(command).fails_with(
            "error: there is no accolade.toml in `.`: go to the folder of a gallery, name it, or begin one with `accolade init`",
        );
    }
}
