//! `badges/*.toml`, and what lies beside them.

use super::common::GalleryTest;

const SQUARE: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='512' height='512' viewBox='0 0 512 512'><circle cx='256' cy='256' r='200'/></svg>";

#[test]
fn a_badge_may_say_everything() {
    GalleryTest::small()
        .file("badges/soldering.md", "# What to do\n\nSolder **ten** joints that hold.")
        .file("badges/soldering.svg", SQUARE)
        .file("badges/welding.toml", "name = 'Welding'\ndescription = 'Melts.'\ncriteria = 'Weld.'\nretired = 2026-01-01\nretired_because = 'The torch is gone.'")
        .file("badges/soldering.toml", "
            name = 'Soldering'
            description = 'Joins metal that stays joined.'
            issuer = 'hackerspace'
            criteria_url = 'https://hackerspace.example/soldering'
            type = 'Competency'
            alt = 'A soldering iron'
            skills = ['Soldering', 'Electronics']
            hours = 1.5
            credits = 2
            level = 'Foundation'
            field_of_study = 'Electronics'
            specialization = 'Through-hole'
            code = 'EL-101'
            version = 2
            language = 'en'
            valid_for = '2 years'
            related = ['welding', 'https://elsewhere.example/badges/brazing/achievement.json']

            [[alignment]]
            name = 'use soldering techniques'
            url = 'http://data.europa.eu/esco/skill/00000000-0000-0000-0000-000000000000'
            framework = 'ESCO'
            type = 'ext:EscoSkill'

            [[result]]
            id = 'joints'
            name = 'Good joints'
            type = 'RawScore'
            min = 0
            max = 10
            required = 8

            [[result]]
            id = 'neatness'
            name = 'Neatness'
            type = 'RubricCriterionLevel'
            required_level = 'tidy'
            [[result.level]]
            id = 'tidy'
            name = 'Tidy'
            points = 1

            [art]
            shape = 'hexagon'
            marks = 3
            ")
        .run("check")
        .succeeds();
}

#[test]
fn unknown_issuer_is_reported_where_it_is_named() {
    GalleryTest::small()
        .file(
            "badges/soldering.toml",
            "
            name = 'Soldering'
            issuer = 'hackerspce'
            description = 'Joins metal that stays joined.'
            criteria = 'Solder ten joints that hold.'
            ",
        )
        .run("check")
        .fails_with(
            "
            error[unknown-issuer]: no issuer is called `hackerspce`
             --> badges/soldering.toml:2:10
              |
            2 | issuer = 'hackerspce'
              |          ^^^^^^^^^^^^ named here
            help: did you mean `hackerspace`?
            ",
        )
        .says("checked 1 issuer, 0 badges, 0 awards: 1 error, 0 warnings");
}

#[test]
fn what_a_badge_lacks_is_told_at_its_beginning() {
    GalleryTest::small()
        .file("issuers/guild.toml", "name = 'Guild'")
        .file("badges/soldering.toml", "# Soldering\nskills = ['Soldering']")
        .run("check")
        .fails_with(
            "
            error[missing-key]: `criteria` is missing
             --> badges/soldering.toml:1:1
              |
            1 | # Soldering
              | ^ a badge needs it
            help: say here, or in `badges/soldering.md`, what has to be done for it

            error[missing-key]: `description` is missing
             --> badges/soldering.toml:1:1
              |
            1 | # Soldering
              | ^ a badge needs it

            error[missing-key]: `issuer` is missing
             --> badges/soldering.toml:1:1
              |
            1 | # Soldering
              | ^ nothing says who awards it
            help: name one here, or one for all badges in `accolade.toml`

            error[missing-key]: `name` is missing
             --> badges/soldering.toml:1:1
              |
            1 | # Soldering
              | ^ a badge needs it
            ",
        );
}

#[test]
fn without_any_issuer_one_has_to_be_described() {
    GalleryTest::small().without("issuers/hackerspace.toml").run("check").fails_with(
        "
            error[missing-key]: `issuer` is missing
             --> badges/soldering.toml:1:1
              |
            1 | name = 'Soldering'
              | ^ nothing says who awards it
            help: there is no issuer yet: describe one in `issuers/<issuer>.toml`
            ",
    );
}

#[test]
fn what_a_badge_cannot_be_is_told() {
    GalleryTest::small()
        .file("badges/soldering.toml", "
            name = 'Soldering'
            description = 'Joins metal that stays joined.'
            critera = 'Solder ten joints that hold.'
            criteria_url = 'javascript:alert(1)'
            type = 'ext:'
            skills = ['Soldering', 'Soldering', 3, '']
            hours = true
            credits = 1.5
            language = 'en_GB'
            valid_for = 'two years'
            valid_until = 'never'
            retired_because = 'The iron is gone.'
            related = ['soldering', 'sodlering']
            colour = 'red'
            ")
        .run("check")
        .fails_with("
            error[missing-key]: `criteria` is missing
             --> badges/soldering.toml:1:1
              |
            1 | name = 'Soldering'
              | ^ a badge needs it
            help: say here, or in `badges/soldering.md`, what has to be done for it

            error[unknown-key]: a badge has no key `critera`
             --> badges/soldering.toml:3:1
              |
            3 | critera = 'Solder ten joints that hold.'
              | ^^^^^^^ not known here
            help: did you mean `criteria`?

            error[bad-value]: `javascript:alert(1)` is not a web address: it has no `https://` in front
             --> badges/soldering.toml:4:16
              |
            4 | criteria_url = 'javascript:alert(1)'
              |                ^^^^^^^^^^^^^^^^^^^^^
            help: write the whole address, from `https://` on

            error[bad-value]: `ext:` is not an achievement type
             --> badges/soldering.toml:5:8
              |
            5 | type = 'ext:'
              |        ^^^^^^
            help: after `ext:` come letters, digits, dots and underscores

            error[bad-value]: `Soldering` is in `skills` twice
             --> badges/soldering.toml:6:24
              |
            6 | skills = ['Soldering', 'Soldering', 3, '']
              |                        ^^^^^^^^^^^
            help: take one out

            error[wrong-type]: `skills` has to be a list of texts
             --> badges/soldering.toml:6:37
              |
            6 | skills = ['Soldering', 'Soldering', 3, '']
              |                                     ^ expected text, found a number

            error[bad-value]: `skills` holds an empty text
             --> badges/soldering.toml:6:40
              |
            6 | skills = ['Soldering', 'Soldering', 3, '']
              |                                        ^^
            help: write something, or take it out

            error[wrong-type]: `hours` has to be text or a number
             --> badges/soldering.toml:7:9
              |
            7 | hours = true
              |         ^^^^ expected text or a number, found `true` or `false`

            error[wrong-type]: `credits` has to be a whole number
             --> badges/soldering.toml:8:11
              |
            8 | credits = 1.5
              |           ^^^ expected a whole number, found a number with a fraction
            help: only whole numbers are signed alike everywhere; say the fraction in words

            error[bad-value]: `en_GB` is not a language tag
             --> badges/soldering.toml:9:12
              |
            9 | language = 'en_GB'
              |            ^^^^^^^
            help: language tags look like `en`, `nl-BE` or `zh-Hant`

            error[bad-value]: `two years` is not a period
              --> badges/soldering.toml:10:13
               |
            10 | valid_for = 'two years'
               |             ^^^^^^^^^^^
            help: periods look like `2 years`, `18 months` or `P2Y`

            error[bad-value]: `never` is not a date such as 2026-05-04 or 2026-05-04T18:30:00Z
              --> badges/soldering.toml:11:15
               |
            11 | valid_until = 'never'
               |               ^^^^^^^

            error[bad-value]: `valid_for` and `valid_until` contradict each other
              --> badges/soldering.toml:11:15
               |
            11 | valid_until = 'never'
               |               ^^^^^^^ awards end at this date
            help: keep one of them

            error[missing-key]: `retired` is missing
              --> badges/soldering.toml:12:19
               |
            12 | retired_because = 'The iron is gone.'
               |                   ^^^^^^^^^^^^^^^^^^^ this says why, but not since when
            help: add `retired` with a date

            error[bad-value]: a badge is not related to itself
              --> badges/soldering.toml:13:12
               |
            13 | related = ['soldering', 'sodlering']
               |            ^^^^^^^^^^^
            help: take it out

            error[unknown-badge]: no badge is called `sodlering`
              --> badges/soldering.toml:13:25
               |
            13 | related = ['soldering', 'sodlering']
               |                         ^^^^^^^^^^^ named here
            help: did you mean `soldering`?

            error[unknown-key]: a badge has no key `colour`
              --> badges/soldering.toml:14:1
               |
            14 | colour = 'red'
               | ^^^^^^ not known here
            help: known keys: `name`, `description`, `issuer`, `criteria`, `criteria_url`, `type`, `alt`, `skills`, `hours`, `credits`, `level`, `field_of_study`, `specialization`, `code`, `version`, `language`, `valid_for`, `valid_until`, `related`, `nominations_until`, `retired`, `retired_because`, `alignment`, `result`, `previous`, `art`, `awarding`
            ");
}

#[test]
fn the_tables_of_a_badge_are_read_as_closely() {
    GalleryTest::small()
        .file(
            "badges/soldering.toml",
            "
            name = 'Soldering'
            description = 'Joins metal that stays joined.'
            criteria = 'Solder ten joints that hold.'
            valid_for = 'P2Y'
            valid_until = 2027-01-01

            [[alignment]]
            name = 'use soldering techniques'
            url = 'http://data.europa.eu/esco/skill/1'
            type = 'CFitem'

            [[alignment]]
            target = 'x'

            [[result]]
            id = 'joints'
            name = 'Good joints'
            type = 'RawScor'
            min = 10
            max = 5

            [[result]]
            id = 'joints'
            name = 'Grade'
            type = 'LetterGrade'
            allowed = ['A', 'B']
            required = 'C'
            required_level = 'tidy'

            [art]
            marks = 6
            shpe = 'hexagon'
            ",
        )
        .run("check")
        .fails_with(
            "
            error[bad-value]: `valid_for` and `valid_until` contradict each other
             --> badges/soldering.toml:5:15
              |
            5 | valid_until = 2027-01-01
              |               ^^^^^^^^^^ awards end at this date
            help: keep one of them

            error[bad-value]: `CFitem` is not an alignment type
              --> badges/soldering.toml:10:8
               |
            10 | type = 'CFitem'
               |        ^^^^^^^^
            help: did you mean `CFItem`?

            error[missing-key]: `name` is missing
              --> badges/soldering.toml:12:1
               |
            12 | [[alignment]]
               | ^^^^^^^^^^^^^ an alignment needs it

            error[missing-key]: `url` is missing
              --> badges/soldering.toml:12:1
               |
            12 | [[alignment]]
               | ^^^^^^^^^^^^^ an alignment needs it

            error[unknown-key]: an alignment has no key `target`
              --> badges/soldering.toml:13:1
               |
            13 | target = 'x'
               | ^^^^^^ not known here
            help: known keys: `name`, `url`, `framework`, `code`, `description`, `type`

            error[bad-value]: `RawScor` is not a result type
              --> badges/soldering.toml:18:8
               |
            18 | type = 'RawScor'
               |        ^^^^^^^^^
            help: did you mean `RawScore`?

            error[bad-value]: `max` is less than `min`, which is 10
              --> badges/soldering.toml:20:7
               |
            20 | max = 5
               |       ^
            help: mend one of the two

            error[bad-value]: `C` is not an allowed value
              --> badges/soldering.toml:27:12
               |
            27 | required = 'C'
               |            ^^^
            help: known: `A`, `B`

            error[unknown-result]: no level of the result is called `tidy`
              --> badges/soldering.toml:28:18
               |
            28 | required_level = 'tidy'
               |                  ^^^^^^ named here

            error[bad-value]: 6 marks are too many
              --> badges/soldering.toml:31:9
               |
            31 | marks = 6
               |         ^
            help: a badge has room for up to 5

            error[unknown-key]: `[art]` has no key `shpe`
              --> badges/soldering.toml:32:1
               |
            32 | shpe = 'hexagon'
               | ^^^^ not known here
            help: did you mean `shape`?
            ",
        );
}

#[test]
fn criteria_are_written_once() {
    GalleryTest::small()
        .file("badges/soldering.md", "Solder eleven joints.")
        .file("badges/weldin.md", "Weld.")
        .run("check")
        .fails_with(
            "
            error[bad-value]: the criteria are written twice
             --> badges/soldering.toml:3:12
              |
            3 | criteria = 'Solder ten joints that hold.'
              |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ and in `badges/soldering.md`
            help: keep one of them

            warning[bad-file]: no badge is called `weldin`, so this file is not used
             --> badges/weldin.md
            ",
        );
}

#[test]
fn a_picture_needs_words_for_those_who_cannot_see_it() {
    GalleryTest::small().file("badges/soldering.svg", SQUARE).run("check").fails_with(
        r#"
            error[missing-alt]: nothing says what `badges/soldering.svg` shows
             --> badges/soldering.toml:1:1
              |
            1 | name = 'Soldering'
              | ^ the picture lies beside this file
            help: add `alt = "…"`: a sentence for those who cannot see it
            "#,
    );
}

#[test]
fn a_picture_that_cannot_be_used_is_told() {
    GalleryTest::small()
        .file("badges/soldering.toml", "
            name = 'Soldering'
            description = 'Joins metal that stays joined.'
            criteria = 'Solder ten joints that hold.'
            alt = 'A soldering iron'
            ")
        .file("badges/soldering.svg", &SQUARE.replace("height='512' viewBox='0 0 512 512'", "height='256' viewBox='0 0 512 256'"))
        .run("check")
        .fails_with("
            error[bad-picture]: this picture cannot be used: it is 512 × 256; a badge has to be square, so crop it or add a margin
             --> badges/soldering.svg
            ");
}

#[test]
fn markup_that_is_not_shown_is_pointed_at() {
    GalleryTest::small()
        .file(
            "badges/soldering.toml",
            "
            name = 'Soldering'
            description = 'Joins metal that stays joined.'
            criteria = '''
            Solder <blink>ten</blink> joints, as
            [shown](javascript:alert(1)) ü ![here](https://tracker.example/x.png).
            '''
            ",
        )
        .run("check")
        .succeeds_with(
            "
            warning[stripped-markup]: HTML is taken out of Markdown
             --> badges/soldering.toml:4:8
              |
            4 | Solder <blink>ten</blink> joints, as
              |        ^^^^^^^ not shown
            help: write it in Markdown

            warning[stripped-markup]: HTML is taken out of Markdown
             --> badges/soldering.toml:4:18
              |
            4 | Solder <blink>ten</blink> joints, as
              |                  ^^^^^^^^ not shown
            help: write it in Markdown

            warning[stripped-markup]: a link that is not to a page is taken out
             --> badges/soldering.toml:5:1
              |
            5 | [shown](javascript:alert(1)) ü ![here](https://tracker.example/x.png).
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ only its text is shown
            help: link to `https://`, `http://`, `mailto:` or a page of this site

            warning[stripped-markup]: a picture in Markdown is shown as its text
             --> badges/soldering.toml:5:32
              |
            5 | [shown](javascript:alert(1)) ü ![here](https://tracker.example/x.png).
              |                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no page loads it
            help: link to it instead: take the `!` away
            ",
        );
}
