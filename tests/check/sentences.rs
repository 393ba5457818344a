//! Sentences about single values: each with its exact words, and with what to do.

use super::common::GalleryTest;

const SITE: &str = "title = 'T'\nbase_url = 'https://badges.example/'\n";
const ISSUER: &str = "name = 'Hackerspace Gent'\n";
const BADGE: &str = "name = 'Soldering'\ndescription = 'Joins metal.'\ncriteria = 'Solder ten joints.'\n";

/// Checks a small repository with these files, which has only this problem.
#[track_caller]
fn says(files: &[(&str, &str)], words: &str) {
    let small = GalleryTest::empty()
        .bytes("accolade.toml", SITE.as_bytes())
        .bytes("issuers/hackerspace.toml", ISSUER.as_bytes())
        .bytes("badges/soldering.toml", BADGE.as_bytes());
    let test = files.iter().fold(small, |test, (path, text)| test.bytes(path, text.as_bytes()));
    test.run("check").complains(words);
}

/// As [`says`], where the line is too long to be shown whole.
#[track_caller]
fn begins(files: &[(&str, &str)], first: &str, last: &str) {
    let small = GalleryTest::small();
    let test = files.iter().fold(small, |test, (path, text)| test.bytes(path, text.as_bytes()));
    let said = test.run("check").exits(1).stderr();
    assert!(said.starts_with(&format!("{first}\n")) && said.ends_with(&format!("\n{last}\n")), "{said}");
}

#[test]
fn who_decides_is_said_clearly() {
    says(
        &[("accolade.toml", &format!("{SITE}[awarding]\napprovals = 1\n"))],
        "
        error[missing-key]: `by` is missing
         --> accolade.toml:3:1
          |
        3 | [awarding]
          | ^^^^^^^^^^ nobody may award
        help: list accounts, such as `by = [\"@grace\"]`
        ",
    );
    says(
        &[("accolade.toml", &format!("{SITE}[awarding]\nby = ['grace']\n"))],
        "
        error[bad-value]: `grace` is not an account
         --> accolade.toml:4:7
          |
        4 | by = ['grace']
          |       ^^^^^^^
        help: write `@name`, `@organisation/team`, or the address of a profile
        ",
    );
    says(
        &[("accolade.toml", &format!("{SITE}[awarding]\nby = ['@grace']\napprovals = 21\n"))],
        "
        error[bad-value]: 21 approvals are more than anybody could gather
         --> accolade.toml:5:13
          |
        5 | approvals = 21
          |             ^^
        help: write a number from 0 to 20
        ",
    );
    says(
        &[("accolade.toml", &format!("{SITE}[[team]]\nname = 'mentors'\nmembers = ['@grace']\n"))],
        "
        error[bad-value]: `mentors` is not the name of a team
         --> accolade.toml:4:8
          |
        4 | name = 'mentors'
          |        ^^^^^^^^^
        help: write `@organisation/team`
        ",
    );
}

#[test]
fn a_conflict_that_git_left_is_told_as_such() {
    says(
        &[("issuers/hackerspace.toml", "<<<<<<< HEAD\nname = 'A'\n=======\nname = 'B'\n>>>>>>> other\n")],
        "
        error[toml-syntax]: git found a conflict, and left both versions
         --> issuers/hackerspace.toml:1:1
          |
        1 | <<<<<<< HEAD
          | ^^^^^^^^^^^^ from here on
        help: keep what is right of both (of a ledger every entry), and take out the lines with `<<<<<<<`, `=======` and `>>>>>>>`
        ",
    );
}

#[test]
fn addresses_and_periods_are_what_they_ought_to_be() {
    says(
        &[("issuers/hackerspace.toml", &format!("{ISSUER}url = 'https://space.example/a b'\n"))],
        "
        error[bad-value]: `https://space.example/a b` is not a web address: it holds ` `
         --> issuers/hackerspace.toml:2:7
          |
        2 | url = 'https://space.example/a b'
          |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^
        help: write it percent-encoded, as browsers copy it
        ",
    );
    says(
        &[("accolade.toml", &format!("{SITE}[theme]\nlogo = 'logo.svg'\n"))],
        "
        error[bad-value]: there is no file `static/logo.svg`
         --> accolade.toml:4:8
          |
        4 | logo = 'logo.svg'
          |        ^^^^^^^^^^
        help: put it there, or leave the key out
        ",
    );
    says(
        &[("issuers/hackerspace.toml", &format!("{ISSUER}url = 'https://ada:secret@space.example/'\n"))],
        "
        error[email-in-repository]: an address may not hold a name and a password
         --> issuers/hackerspace.toml:2:7
          |
        2 | url = 'https://ada:secret@space.example/'
          |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ before the `@`
        help: take out what stands before the `@`, and the `@`
        ",
    );
    says(
        &[("issuers/hackerspace.toml", &format!("{ISSUER}url = 'https://space.example/?to=ada@home.family'\n"))],
        "
        error[email-in-repository]: the address holds the e-mail address `ada@home.family`
         --> issuers/hackerspace.toml:2:7
          |
        2 | url = 'https://space.example/?to=ada@home.family'
          |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        help: lead to an address that names nobody
        ",
    );
    says(
        &[("badges/soldering.toml", &format!("{BADGE}valid_for = '-2 years'\n"))],
        "
        error[bad-value]: `-2 years` ends before it begins
         --> badges/soldering.toml:4:13
          |
        4 | valid_for = '-2 years'
          |             ^^^^^^^^^^
        help: write how long an award counts, such as `2 years`
        ",
    );
}

#[test]
fn hours_are_counted_and_periods_said_in_words() {
    for odd in ["nan", "-5", "1e3", "0", "'3 hours'", "'1.'", "'½'"] {
        let text = odd.trim_matches('\'');
        let first = format!("error[bad-value]: `{text}` is not a number of hours");
        let file = format!("{BADGE}hours = {odd}\n");
        begins(&[("badges/soldering.toml", &file)], &first, "help: write how many it usually takes, such as 3 or 1.5");
    }
    for good in ["1", "1.5", "0.5", "'1.5'", "1_000"] {
        let file = format!("{BADGE}hours = {good}\n");
        GalleryTest::small().file("badges/soldering.toml", &file).run("check").succeeds();
    }
    for odd in ["PT5S", "90 seconds", "1 hour 1 ms"] {
        let file = format!("{BADGE}valid_for = '{odd}'\n");
        let last = "help: write how long an award counts, such as `2 years`";
        begins(&[("badges/soldering.toml", &file)], "error[bad-value]: `valid_for` counts seconds", last);
    }
}

#[test]
fn what_is_called_otherwise_elsewhere_is_understood() {
    for (file, text, last) in [
        ("badges/soldering.toml", format!("{BADGE}tags = ['metal']"), "help: did you mean `skills`?"),
        ("badges/soldering.toml", format!("{BADGE}expires = 2027-01-01"), "help: did you mean `valid_until`?"),
        (
            "badges/soldering.toml",
            format!("{BADGE}image = 'x.png'"),
            "help: a picture lies beside its file: `badges/soldering.svg` or `badges/soldering.png`",
        ),
        (
            "issuers/hackerspace.toml",
            format!("{ISSUER}logo = 'x.png'"),
            "help: a picture lies beside its file: `issuers/hackerspace.svg` or `issuers/hackerspace.png`",
        ),
    ] {
        let said = GalleryTest::small().file(file, &text).run("check").exits(1).stderr();
        assert!(said.starts_with("error[unknown-key]: ") && said.trim_end().ends_with(last), "{said}");
    }
    for (line, first, last) in [
        (
            "criteria_url = 'page.html'",
            "error[bad-value]: `page.html` is not a web address: it has no `https://` in front",
            "help: write the whole address, from `https://` on",
        ),
        (
            "credits = 9007199254740992",
            "error[bad-value]: `credits` has to lie between 0 and 2^53",
            "help: write a smaller number: not every reader of JSON counts further",
        ),
    ] {
        begins(&[("badges/soldering.toml", &format!("{BADGE}{line}\n"))], first, last);
    }
}

#[test]
fn a_hash_is_salted_and_whole() {
    says(
        &[(
            "nominations/a.toml",
            "badge = 'soldering'\n[[recipient]]\nemail_hash = '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'\nsalt = 'a8f3c1d2e4b5a697a8f3c1d2e4b5a697'\n",
        )],
        "
        error[bad-value]: `email_hash` has to begin with `sha256$`
         --> nominations/a.toml:3:14
          |
        3 | email_hash = '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'
          |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        help: `accolade nominate BADGE --email …`, or the site's page Nominate, makes hash and salt of an address
        ",
    );
    says(
        &[(
            "nominations/a.toml",
            "badge = 'soldering'\n[[recipient]]\nemail_hash = 'md5$0123456789abcdef'\nsalt = 'a8f3c1d2e4b5a697a8f3c1d2e4b5a697'\n",
        )],
        "
        error[unsalted-hash]: `email_hash` is made with MD5 or SHA-1, of which addresses are guessed within seconds
         --> nominations/a.toml:3:14
          |
        3 | email_hash = 'md5$0123456789abcdef'
          |              ^^^^^^^^^^^^^^^^^^^^^^
        help: `accolade nominate BADGE --email …`, or the site's page Nominate, makes hash and salt of an address
        ",
    );
    says(
        &[(
            "nominations/a.toml",
            "badge = 'soldering'\n[[recipient]]\nemail_hash = 'sha256$0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'\nsalt = '00000000000000000000000000000000'\n",
        )],
        "
        error[unsalted-hash]: `salt` is not random
         --> nominations/a.toml:4:8
          |
        4 | salt = '00000000000000000000000000000000'
          |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        help: take a fresh random salt for each award
        ",
    );
}

#[test]
fn criteria_are_there_and_not_endless() {
    says(
        &[
            ("badges/soldering.toml", "name = 'Soldering'\ndescription = 'Joins metal.'\n"),
            ("badges/soldering.md", "\n"),
        ],
        "
        error[bad-value]: the file with the criteria is empty
         --> badges/soldering.md
        help: write there what somebody has to do for the badge
        ",
    );
    says(
        &[
            ("badges/soldering.toml", "name = 'Soldering'\ndescription = 'Joins metal.'\n"),
            ("badges/soldering.md", &"x".repeat(70000)),
        ],
        "
        error[bad-value]: the criteria are longer than 64 KiB
         --> badges/soldering.md
        help: put the long story on a page of its own, and link to it
        ",
    );
}

#[test]
fn texts_fit() {
    says(
        &[("badges/soldering.toml", &format!("{BADGE}level = '''a\nb'''\n"))],
        "
        error[bad-value]: `level` has to fit on one line
         --> badges/soldering.toml:4:9
          |
        4 | level = '''a
          |         ^^^^
        help: join its lines
        ",
    );
    says(
        &[("badges/soldering.toml", &format!("{BADGE}credits = -1\n"))],
        "
        error[bad-value]: `credits` has to lie between 0 and 2^53
         --> badges/soldering.toml:4:11
          |
        4 | credits = -1
          |           ^^
        help: write a whole number that is not below zero
        ",
    );
    says(
        &[("badges/soldering.toml", &format!("{BADGE}level = \"a\\u0007b\"\n"))],
        "
        error[bad-value]: `level` holds the control character U+0007
         --> badges/soldering.toml:4:9
          |
        4 | level = \"a\\u0007b\"
          |         ^^^^^^^^^^
        help: take it out
        ",
    );
    says(
        &[("badges/soldering.toml", &format!("{BADGE}level = \"a\\u202Eb\"\n"))],
        "
        error[bad-value]: `level` holds the control character U+202E, which turns the direction of writing
         --> badges/soldering.toml:4:9
          |
        4 | level = \"a\\u202Eb\"
          |         ^^^^^^^^^^
        help: take it out
        ",
    );
    // The marks of Arabic and Hebrew texts turn nothing.
    GalleryTest::small()
        .file("badges/soldering.toml", &format!("{BADGE}level = 'a\u{200f}b\u{61c}'\n"))
        .run("check")
        .succeeds();
    says(
        &[
            ("badges/soldering.toml", "name = 'Soldering'\ndescription = 'Joins.'\n"),
            ("badges/soldering.md", "Solder \u{2067}ten."),
        ],
        "
        error[bad-value]: the file with the criteria holds the control character U+2067, which turns the direction of writing
         --> badges/soldering.md
        help: take it out
        ",
    );
    says(
        &[("issuers/hackerspace.toml", &format!("{ISSUER}[share]\ntext = 'I can {{badge'\n"))],
        "
        error[bad-value]: a `{` is never closed
         --> issuers/hackerspace.toml:3:8
          |
        3 | text = 'I can {badge'
          |        ^^^^^^^^^^^^^^
        help: write `{badge}` or `{issuer}`
        ",
    );
    begins(
        &[("badges/soldering.toml", &format!("{BADGE}level = '{}'\n", "x".repeat(501)))],
        "error[bad-value]: `level` is longer than 500 characters",
        "help: say it in fewer words",
    );
    begins(
        &[("badges/soldering.toml", &format!("{BADGE}skills = ['{}']\n", "x".repeat(501)))],
        "error[bad-value]: a text of `skills` has to be one line of at most 500 characters",
        "help: join its lines, and say it in fewer words",
    );
    begins(
        &[(
            "badges/soldering.toml",
            &format!("name = 'Soldering'\ndescription = '{}'\ncriteria = 'Solder ten joints.'\n", "x".repeat(70000)),
        )],
        "error[bad-value]: `description` is longer than 64 KiB",
        "help: put the long story on a page of its own, and link to it",
    );
}

#[test]
fn what_is_named_twice_or_before_is_told() {
    says(
        &[("accolade.toml", &format!("{SITE}previous_base_urls = ['https://badges.example/']\n"))],
        "
        error[bad-value]: `https://badges.example/` is named twice
         --> accolade.toml:3:23
          |
        3 | previous_base_urls = ['https://badges.example/']
          |                       ^^^^^^^^^^^^^^^^^^^^^^^^^
        help: take one out
        ",
    );
    says(
        &[(
            "nominations/a.toml",
            "badge = 'soldering'\n[[evidence]]\nurl = 'https://x.example/'\n[[evidence]]\nurl = 'https://x.example/'\n[[recipient]]\nurl = 'https://forge.example/ada'\n",
        )],
        "
        error[bad-value]: the same evidence is given twice
         --> nominations/a.toml:4:1
          |
        4 | [[evidence]]
          | ^^^^^^^^^^^^
        help: take one out
        ",
    );
    says(
        &[
            ("badges/soldering.toml", &format!("{BADGE}previous = ['welding']\n")),
            ("nominations/a.toml", "badge = 'welding'\n[[recipient]]\nurl = 'https://forge.example/ada'\n"),
        ],
        "
        error[unknown-badge]: the badge `welding` was renamed
         --> nominations/a.toml:1:9
          |
        1 | badge = 'welding'
          |         ^^^^^^^^^ its old name
        help: write `soldering`
        ",
    );
    says(
        &[("badges/soldering.toml", &format!("{BADGE}previous = ['soldering']\n"))],
        "
        error[bad-name]: `soldering` is the name that it has now
         --> badges/soldering.toml:4:13
          |
        4 | previous = ['soldering']
          |             ^^^^^^^^^^^
        help: list only names that it had before
        ",
    );
    says(
        &[(
            "badges/soldering.toml",
            &format!(
                "{BADGE}[[result]]\nid = 'score'\nname = 'Score'\ntype = 'Percent'\n[[result]]\nid = 'score'\nname = 'Score'\ntype = 'Percent'\n"
            ),
        )],
        "
        error[bad-value]: another result has this id
         --> badges/soldering.toml:9:6
          |
        9 | id = 'score'
          |      ^^^^^^^
        help: choose another
        ",
    );
    says(
        &[(
            "badges/soldering.toml",
            &format!(
                "{BADGE}[[result]]\nid = 'score'\nname = 'Score'\ntype = 'RubricCriterionLevel'\n[[result.level]]\nid = 'good'\nname = 'Good'\n[[result.level]]\nid = 'good'\nname = 'Good'\n"
            ),
        )],
        "
        error[bad-value]: another level has this id
          --> badges/soldering.toml:12:6
           |
        12 | id = 'good'
           |      ^^^^^^
        help: choose another
        ",
    );
}

#[test]
fn results_are_those_of_the_badge() {
    says(
        &[(
            "nominations/a.toml",
            "badge = 'soldering'\n[[result]]\nresult = 'score'\nvalue = 7\n[[recipient]]\nurl = 'https://forge.example/ada'\n",
        )],
        "
        error[unknown-result]: no result is called `score`
         --> nominations/a.toml:3:10
          |
        3 | result = 'score'
          |          ^^^^^^^ named here
        help: the badge describes no results: add a `[[result]]` to it
        ",
    );
    says(
        &[
            (
                "badges/soldering.toml",
                &format!("{BADGE}[[result]]\nid = 'score'\nname = 'Score'\ntype = 'Percent'\nmin = 10\n"),
            ),
            (
                "nominations/a.toml",
                "badge = 'soldering'\n[[result]]\nresult = 'score'\nvalue = 7\n[[recipient]]\nurl = 'https://forge.example/ada'\n",
            ),
        ],
        "
        error[bad-value]: `7` is less than the least value, 10
         --> nominations/a.toml:4:9
          |
        4 | value = 7
          |         ^
        help: mend the value, or `min` in the badge
        ",
    );
}

#[test]
fn levels_of_lints_are_known_words() {
    says(
        &[("accolade.toml", &format!("{SITE}[lints]\nplain-htpp = 'deny'\n"))],
        "
        error[unknown-key]: no lint is called `plain-htpp`
         --> accolade.toml:4:1
          |
        4 | plain-htpp = 'deny'
          | ^^^^^^^^^^ not known here
        help: did you mean `plain-http`?
        ",
    );
    says(
        &[("accolade.toml", &format!("{SITE}[lints]\nplain-http = 'loud'\n"))],
        "
        error[bad-value]: `plain-http` has no such level
         --> accolade.toml:4:14
          |
        4 | plain-http = 'loud'
          |              ^^^^^^
        help: write \"allow\", \"warn\" or \"deny\"
        ",
    );
    says(
        &[("accolade.toml", &format!("{SITE}[lints]\nno-consent = 'allow'\n"))],
        "
        error[bad-value]: `no-consent` always stops a build
         --> accolade.toml:4:1
          |
        4 | no-consent = 'allow'
          | ^^^^^^^^^^ its level cannot be changed
        help: take the line out; `accolade explain no-consent` says how to mend what it finds
        ",
    );
}

#[test]
fn what_a_theme_cannot_have_is_told() {
    says(
        &[("accolade.toml", &format!("{SITE}[theme]\nradius = '99rem'\n"))],
        "
        error[bad-value]: `99rem` lies outside of what looks good
         --> accolade.toml:4:10
          |
        4 | radius = '99rem'
          |          ^^^^^^^
        help: write a number from 0 to 2.5rem
        ",
    );
    says(
        &[("accolade.toml", &format!("{SITE}[theme]\nradius = '1.2.3rem'\n"))],
        "
        error[bad-value]: `1.2.3rem` is not a length
         --> accolade.toml:4:10
          |
        4 | radius = '1.2.3rem'
          |          ^^^^^^^^^^
        help: write `0.4rem` or `6px`
        ",
    );
    says(
        &[
            ("accolade.toml", &format!("{SITE}[theme.fonts]\ntext = {{ family = 'A;b', file = 'fonts/a.woff2' }}\n")),
            ("static/fonts/a.woff2", "x"),
        ],
        "
        error[bad-value]: the name of a font cannot hold `;`
         --> accolade.toml:4:19
          |
        4 | text = { family = 'A;b', file = 'fonts/a.woff2' }
          |                   ^^^^^
        help: write it with letters, digits, spaces, `-` and `_`
        ",
    );
    says(
        &[
            ("accolade.toml", &format!("{SITE}[theme.fonts]\ntext = {{ family = 'A', file = 'fonts/a.txt' }}\n")),
            ("static/fonts/a.txt", "x"),
        ],
        "
        error[bad-value]: `fonts/a.txt` is not a font that browsers read
         --> accolade.toml:4:31
          |
        4 | text = { family = 'A', file = 'fonts/a.txt' }
          |                               ^^^^^^^^^^^^^
        help: save it as WOFF2
        ",
    );
    says(
        &[
            (
                "accolade.toml",
                &format!("{SITE}[theme.fonts]\ntext = {{ family = 'A', file = 'fonts/a.woff2', weight = 'bold' }}\n"),
            ),
            ("static/fonts/a.woff2", "x"),
        ],
        "
        error[bad-value]: `bold` is not the weight of a font
         --> accolade.toml:4:57
          |
        4 | text = { family = 'A', file = 'fonts/a.woff2', weight = 'bold' }
          |                                                         ^^^^^^
        help: write 400, or \"100 900\" for a font that has them all
        ",
    );
    says(
        &[("accolade.toml", &format!("{SITE}[theme]\nlogo = 'logo.png'\n")), ("static/logo.png", "x")],
        "
        error[bad-picture]: `static/logo.png` is not a picture that can be used
         --> accolade.toml:4:8
          |
        4 | logo = 'logo.png'
          |        ^^^^^^^^^^
        help: save it as SVG, PNG, JPEG, WebP or AVIF
        ",
    );
    says(
        &[
            ("accolade.toml", &format!("{SITE}[theme]\nlogo = 'my logo.svg'\n")),
            ("static/my logo.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>"),
        ],
        "
        error[bad-value]: the path of this file holds ` `
         --> accolade.toml:4:8
          |
        4 | logo = 'my logo.svg'
          |        ^^^^^^^^^^^^^
        help: rename it with letters, digits, `-` and `_`
        ",
    );
    says(
        &[("static/a?b.txt", "x")],
        "
        error[bad-name]: the file's name holds a character that not every disk can write
         --> static/a?b.txt
        help: rename it with letters, digits, `-` and `_`
        ",
    );
}

#[test]
fn templates_and_messages_are_understood_or_marked() {
    says(
        &[("templates/notes.txt", "x")],
        "
        warning[bad-template]: `templates/notes.txt` is not used
         --> templates/notes.txt
        help: the names of templates end in `.html`; messages are in `templates/words/<language>.ftl`
        ",
    );
    says(
        &[(
            "templates/assertion.html",
            "{% extends \"builtin/assertion.html\" %}\n{% block evidence %}{{ say(key=\"nav-badgs\") }}{% endblock evidence %}\n",
        )],
        "
        error[bad-template]: no message is called `nav-badgs`
         --> templates/assertion.html:2:33
          |
        2 | {% block evidence %}{{ say(key=\"nav-badgs\") }}{% endblock evidence %}
          |                                 ^^^^^^^^^ asked for here
        help: did you mean `nav-badges`?
        ",
    );
    says(
        &[(
            "templates/assertion.html",
            "{% extends \"builtin/assertion.html\" %}\n{% block evidence %}{{ x | nofilter }}{% endblock evidence %}\n",
        )],
        "
        error[bad-template]: unknown filter `nofilter`
         --> templates/assertion.html:2:28
          |
        2 | {% block evidence %}{{ x | nofilter }}{% endblock evidence %}
          |                            ^^^^^^^^ here
        help: the documentation of Tera, at https://keats.github.io/tera/, says what can stand here
        ",
    );
    says(
        &[(
            "templates/gallery.html",
            "{% extends \"builtin/gallery.html\" %}\n{% block title %}{{ badgs.x }}{% endblock title %}\n",
        )],
        "
        error[bad-template]: variable `badgs` is not defined
         --> templates/gallery.html:2:21
          |
        2 | {% block title %}{{ badgs.x }}{% endblock title %}
          |                     ^^^^^ here
        help: did you mean `badges`?
        ",
    );
    // Through another template it is still our page of which blocks are changed.
    says(
        &[
            ("templates/person.html", "{# ours #}\n{%- extends 'frame.html' %}"),
            ("templates/frame.html", "{% extends \"builtin/person.html\" %}"),
            ("templates/assertion.html", "<h1>{{ badge.name }}</h1>"),
            ("templates/issuer.html", "{% extends \"builtin/base.html\" %}"),
        ],
        "
        error[bad-template]: this template takes the place of a whole page
         --> templates/assertion.html
        help: begin it with `{% extends \"builtin/assertion.html\" %}`, and change its blocks

        error[bad-template]: this template takes the place of a whole page
         --> templates/issuer.html
        help: begin it with `{% extends \"builtin/issuer.html\" %}`, and change its blocks
        ",
    );
    says(
        &[(
            "templates/components/badge_card.html",
            "{% component badge_card(badge: string, heading: integer = 2) %}x{% endcomponent badge_card %}",
        )],
        "
        error[bad-template]: `builtin/components/badge_grid.html`: component argument `badge` (type: `map/struct`) does not match expected type: `string`
        help: a template in `templates/` does not fit this part of the theme; mend it, or take it out

        error[bad-template]: `builtin/not-found.html`: component argument `badge` (type: `map/struct`) does not match expected type: `string`
        help: a template in `templates/` does not fit this part of the theme; mend it, or take it out
        ",
    );
    says(
        &[("templates/card.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"/>")],
        "
        error[bad-template]: template `card.svg` gives no card: it is 10 × 10, not 1200 × 630
         --> templates/card.svg
        ",
    );
    says(
        &[("templates/words/en.ftl", "nav-badges Badges\n")],
        "
        error[bad-words]: this is not a message
         --> templates/words/en.ftl:1:12
          |
        1 | nav-badges Badges
          |            ^ expected a token starting with \"=\"
        help: a message is written `key = its words`
        ",
    );
    says(
        &[("templates/words/en.ftl", "announce-hello-name = Hello { $nam }\n")],
        "
        error[bad-words]: message `announce-hello-name` has no value `$nam`
         --> templates/words/en.ftl:1:31
          |
        1 | announce-hello-name = Hello { $nam }
          |                               ^^^^ not given
        help: `announce-hello-name` is given `$name`
        ",
    );
    says(
        &[("templates/words/e.ftl", "nav-badges = Badges\n")],
        "
        error[bad-words]: `e` is not a language
         --> templates/words/e.ftl
        help: a message file is named after its language, such as `fr.ftl` or `pt-BR.ftl`
        ",
    );
}

#[cfg(unix)]
#[test]
fn a_socket_is_no_file() {
    let test = GalleryTest::small().file("static/a.txt", "x");
    let _socket = std::os::unix::net::UnixListener::bind(test.path("static/s")).unwrap();
    test.run("check").fails_with(
        "
        error[bad-file]: this is neither a file nor a folder
         --> static/s
        help: take it out: a pipe, a socket or a device has no place in a repository
        ",
    );
}

#[test]
fn one_of_two_pictures_is_used() {
    let badge = format!("{BADGE}alt = 'An iron'\n");
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 400 400'><rect width='400' height='400'/></svg>";
    says(
        &[("badges/soldering.toml", &badge), ("badges/soldering.svg", svg), ("badges/soldering.png", "")],
        "
        warning[bad-picture]: `badges/soldering.svg` is used, and the PNG of the same name is not
         --> badges/soldering.toml:1:1
          |
        1 | name = 'Soldering'
          | ^ beside this file lie two pictures
        help: remove one of them
        ",
    );
}
