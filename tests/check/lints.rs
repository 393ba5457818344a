//! What is allowed and still a mistake, and what a reviewer must know: each diagnostic of the gate, word for word.

use super::common::{GalleryTest, NOW, Ran};
use serde_json::Value;
use std::process::Command;

/// Runs git in the repository, so many days before the tests' now.
fn git(test: &GalleryTest, days_ago: u64, arguments: &[&str]) -> String {
    let at = format!("{} +0000", NOW - days_ago * 86_400);
    let output = Command::new("git")
        .args(["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"])
        .args(arguments)
        .current_dir(test.path("."))
        .env("GIT_AUTHOR_DATE", &at)
        .env("GIT_COMMITTER_DATE", &at)
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?} {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

fn commit(test: &GalleryTest, days_ago: u64) {
    git(test, days_ago, &["add", "-A"]);
    git(test, days_ago, &["commit", "-qm", "x"]);
}

/// The small repository, the ids of awards with these options, and the folder outside of it where the key is.
fn awarded(awards: &[&str]) -> (GalleryTest, Vec<String>, tempfile::TempDir) {
    let home = tempfile::tempdir().unwrap();
    let name = home.path().display().to_string();
    let test = GalleryTest::small().env("HOME", &name).env("XDG_CONFIG_HOME", &name);
    test.run("key new --no-passphrase").exits(0);
    let ids = awards.iter().map(|it| {
        let told = test.run(&format!("award soldering {it}")).exits(0).stdout();
        told.trim().trim_end_matches('/').rsplit('/').next().unwrap().to_owned()
    });
    let ids = ids.collect();
    (test, ids, home)
}

fn nomination(more: &str) -> String {
    format!("badge = 'soldering'\n{more}\n[[recipient]]\nurl = 'https://forge.example/ada'\n")
}

/// That these words are among what was said, from the beginning of a line on.
#[track_caller]
fn among(ran: &Ran, words: &str) {
    let words = super::common::dedent(words);
    assert!(format!("\n{}", ran.stderr()).contains(&format!("\n{words}")), "{words}\n--- in\n{}", ran.stderr());
}

#[test]
fn the_same_badge_twice_for_the_same_recipient() {
    GalleryTest::small()
        .file("nominations/a.toml", &nomination(""))
        .file("nominations/b.toml", &nomination(""))
        .run("check")
        .succeeds_with(
            "
        warning[duplicate-award]: `https://forge.example/ada` would have `soldering` twice
         --> nominations/b.toml:4:1
          |
        4 | url = 'https://forge.example/ada'
          | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        help: it is in `nominations/a.toml` already: take this recipient out
        ",
        );
    let (test, mut ids, _home) =
        awarded(&["--url https://forge.example/ada", "--url https://forge.example/ada --again"]);
    ids.sort();
    test.run("check").succeeds_with(&format!(
        "
        warning[duplicate-award]: `https://forge.example/ada` has `soldering` twice
         --> assertions/soldering/{}.json
        help: the other one is `assertions/soldering/{}.json`; if one is a mistake, revoke it
        ",
        ids[1], ids[0]
    ));
}

#[test]
fn a_date_that_has_not_come_and_one_that_is_past() {
    GalleryTest::small().file("nominations/a.toml", &nomination("date = 2026-06-01")).run("check").succeeds_with(
        "
        warning[future-date]: the award is dated 1 June 2026, which has not come yet
         --> nominations/a.toml:2:1
          |
        2 | date = 2026-06-01
          | ^^^^^^^^^^^^^^^^^
        help: date it on the day it was earned; `valid_from` makes it count later
        ",
    );
    GalleryTest::small()
        .file("nominations/a.toml", &nomination("date = 2025-01-01\nvalid_until = 2026-01-01"))
        .run("check")
        .succeeds_with(
            "
            warning[expired-at-birth]: the award would have expired already, on 1 January 2026
             --> nominations/a.toml:3:1
              |
            3 | valid_until = 2026-01-01
              | ^^^^^^^^^^^^^^^^^^^^^^^^
            help: give a later `valid_until`, here or in the badge
            ",
        );
}

#[test]
fn a_link_that_is_not_encrypted() {
    GalleryTest::small()
        .file("nominations/a.toml", &nomination("[[evidence]]\nurl = 'http://x.example/photo'\n"))
        .run("check")
        .succeeds_with(
            "
            warning[plain-http]: `http://x.example/photo` is not encrypted
             --> nominations/a.toml:3:1
              |
            3 | url = 'http://x.example/photo'
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            help: write `https://` if the page answers there: anybody between could change it
            ",
        );
}

#[test]
fn every_link_that_people_write_is_looked_at() {
    let test = GalleryTest::small()
        .file(
            "issuers/hackerspace.toml",
            "
            name = 'Hackerspace Gent'
            description = 'We [meet](http://a.example/) often.'
            parent = { name = 'P', url = 'http://b.example/' }
            ",
        )
        .file(
            "badges/soldering.toml",
            "
            name = 'Soldering'
            description = 'Joins metal.'
            related = ['http://c.example/achievement.json']
            [[alignment]]
            name = 'A'
            url = 'http://d.example/'
            [[alignment]]
            name = 'A skill of ESCO, whose name this is'
            url = 'http://data.europa.eu/esco/skill/1'
            ",
        )
        .file("badges/soldering.md", "Solder as [they](http://e.example/) do.\n")
        .file(
            "nominations/a.toml",
            "
            badge = 'soldering'
            narrative = 'See <http://f.example/>.'
            source = { name = 'S', url = 'http://g.example/' }
            [[recipient]]
            url = 'http://forge.example/@ada'
            [[recipient.evidence]]
            narrative = 'And [this](HTTP://h.example/).'
            ",
        )
        .file("pages/about.md", "# About\n\n[They](http://i.example/), not `http://j.example/`.\n");
    let said: Value = serde_json::from_str(&test.run("check --format json").exits(0).stdout()).unwrap();
    let told = said["problems"].as_array().unwrap().iter().map(|it| {
        let text = |key: &str| it[key].as_str().unwrap().to_owned();
        assert_eq!(text("code"), "plain-http", "{it}");
        (text("message").split('`').nth(1).unwrap().to_owned(), format!("{}:{}", text("file"), it["line"]))
    });
    let expected = [
        ("http://e.example/", "badges/soldering.md:1"),
        ("http://c.example/achievement.json", "badges/soldering.toml:3"),
        ("http://d.example/", "badges/soldering.toml:6"),
        ("http://a.example/", "issuers/hackerspace.toml:2"),
        ("http://b.example/", "issuers/hackerspace.toml:3"),
        ("http://f.example/", "nominations/a.toml:2"),
        ("http://g.example/", "nominations/a.toml:3"),
        ("http://forge.example/@ada", "nominations/a.toml:5"),
        ("HTTP://h.example/", "nominations/a.toml:7"),
        ("http://i.example/", "pages/about.md:3"),
    ];
    assert_eq!(told.collect::<Vec<_>>(), expected.map(|(url, place)| (url.to_owned(), place.to_owned())));
}

/// A picture of noise, which no compressor makes smaller.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut noise = 1_u32;
    let pixels = (0..width * height * 3).map(|_| {
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (noise >> 24) as u8
    });
    let picture = image::RgbImage::from_raw(width, height, pixels.collect()).unwrap();
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

#[test]
fn a_picture_that_is_small_or_heavy_or_not_square() {
    let badge = "name = 'Soldering'\ndescription = 'Joins metal.'\ncriteria = 'Solder.'\nalt = 'An iron'\n";
    let small = GalleryTest::small().file("badges/soldering.toml", badge).bytes("badges/soldering.png", &png(300, 300));
    small.run("check").succeeds_with(
        "
        warning[small-picture]: the picture has 300 × 300 pixels
         --> badges/soldering.png
        help: make it at least 400 × 400, or better an SVG: it is shown large, and printed
        ",
    );
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 300 302'><rect width='300' height='302'/></svg>";
    let wide = GalleryTest::small().file("badges/soldering.toml", badge).file("badges/soldering.svg", svg);
    wide.run("check").succeeds_with(
        "
        warning[not-square]: the picture is 300 × 302, which is not a square
         --> badges/soldering.svg
        help: put it on a square ground: most places that show badges cut or squeeze what is not
        ",
    );
    let heavy = png(500, 500);
    GalleryTest::small()
        .file("badges/soldering.toml", badge)
        .bytes("badges/soldering.png", &heavy)
        .run("check")
        .succeeds_with(&format!(
            "
        warning[heavy-picture]: the picture has {} KiB
         --> badges/soldering.png
        help: make it smaller than 512 KiB: it is loaded with every page of the badge, and put into every award
        ",
            heavy.len().div_ceil(1024)
        ));
}

#[test]
fn a_badge_whose_awards_have_no_picture() {
    let site = |awards: &str| {
        let badge = "name = 'Soldering'\ndescription = 'Joins metal.'\ncriteria = 'Solder.'\nalt = 'An iron'\n";
        let site = format!("title = 'Test'\nbase_url = 'https://badges.example/'\n[pictures]\nawards = '{awards}'\n");
        let test = GalleryTest::small().file("accolade.toml", &site).file("badges/soldering.toml", badge);
        test.bytes("badges/soldering.png", &png(400, 400))
    };
    site("svg").run("check").succeeds_with(
        "
        warning[no-award-picture]: awards get a picture as SVG only, and those of `soldering` have none
         --> accolade.toml:4:1
          |
        4 | awards = 'svg'
          | ^^^^^^^^^^^^^^
        help: write `awards = \"both\"`, or give these badges an SVG in place of their PNG
        ",
    );
    for fine in ["both", "png", "none"] {
        site(fine).run("check").succeeds();
    }
}

#[test]
fn criteria_that_changed_under_an_awarded_badge() {
    let (test, _, _home) = awarded(&["--url https://forge.example/ada"]);
    let text = test.read("badges/soldering.toml").replace("Solder ten joints that hold.", "Solder twenty.");
    let changed = "
        warning[criteria-changed]: the criteria of `soldering` are not those by which it was awarded
         --> badges/soldering.toml:3:1
          |
        3 | criteria = 'Solder twenty.'
          | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
        help: give the badge a new `version`, so that everybody sees which awards are of which
        ";
    let test = test.file("badges/soldering.toml", &text);
    test.run("check").succeeds_with(changed);
    test.file("badges/soldering.toml", &format!("{text}version = '2'\n")).run("check").succeeds();
}

#[test]
fn a_key_that_ends_soon() {
    let (test, _, _home) = awarded(&[]);
    let text = test.read("issuers/hackerspace.toml");
    let line = text.lines().count() + 1;
    test.file("issuers/hackerspace.toml", &format!("{text}until = 2026-06-01\n")).run("check").succeeds_with(&format!(
        "
        warning[key-ending]: the last key of `hackerspace` may sign until 1 June 2026 only
         --> issuers/hackerspace.toml:{line}:1
          |
        {line} | until = 2026-06-01
          | ^^^^^^^^^^^^^^^^^^
        help: make the next one in time with `accolade key new`
        "
    ));
}

#[test]
fn a_nomination_that_waits() {
    let test = GalleryTest::small().file("nominations/a.toml", &nomination(""));
    git(&test, 40, &["init", "-q"]);
    commit(&test, 40);
    test.run("check").succeeds_with(
        "
        warning[waiting-nomination]: this nomination has waited for 40 days
         --> nominations/a.toml
        help: sign it with `accolade sign`, or take the file out and tell the nominator why
        ",
    );
    std::fs::remove_file(test.path("nominations/a.toml")).unwrap();
    commit(&test, 35);
    let test = test.file("nominations/a.toml", &nomination(""));
    commit(&test, 29);
    test.run("check").succeeds();
}

#[test]
fn a_nomination_that_comes_after_the_last_day() {
    let badge = "name = 'Soldering'\ndescription = 'd'\ncriteria = 'c'\nnominations_until = 2026-05-02\n";
    let late = "
        error[late-nomination]: `soldering` took nominations until 2026-05-02, and this one came on 2026-05-04
         --> nominations/a.toml:1:1
          |
        1 | badge = 'soldering'
          | ^^^^^^^^^^^^^^^^^^^
        help: who decides about the badge may set a later `nominations_until` in `badges/soldering.toml`; else take the file out
        ";
    let test = GalleryTest::small()
        .file("accolade.toml", "title = 'T'\nbase_url = 'https://badges.example/'\ntime_zone = 'Europe/Brussels'\n")
        .file("badges/soldering.toml", badge);
    git(&test, 5, &["init", "-q"]);
    commit(&test, 5);
    let base = git(&test, 5, &["rev-parse", "HEAD"]);
    // What is not committed yet comes now.
    let test = test.file("nominations/a.toml", &nomination(""));
    test.run("check").fails_with(late);
    test.run("nominate soldering --url https://forge.example/bo").fails_with(
        "
        error: `soldering` took nominations until 2026-05-02; it is too late for this one
        error: nothing was written
        ",
    );
    // What was committed in time may be reviewed for as long as it takes, …
    commit(&test, 2);
    test.run("check").succeeds();
    let head = git(&test, 2, &["rev-parse", "HEAD"]);
    // … but not if the request came later than its commits say.
    for (opened, is_late) in [("2026-05-02T21:59:59Z", false), ("2026-05-04T08:00:00Z", true)] {
        let event = format!(
            "{{\"pull_request\":{{\"html_url\":\"https://forge.example/b/pull/1\",\"created_at\":\"{opened}\",\"user\":\
             {{\"login\":\"bo\"}},\"base\":{{\"sha\":\"{base}\"}},\"head\":{{\"sha\":\"{head}\"}}}}}}"
        );
        std::fs::write(test.path(".git/event.json"), event).unwrap();
        let ran = test.run("check --event .git/event.json");
        if is_late {
            ran.fails_with(late)
        } else {
            ran.succeeds()
        };
    }
    // A repository decides how much it matters; without git nobody knows when a file came.
    let test = test
        .file("accolade.toml", "title = 'T'\nbase_url = 'https://badges.example/'\n[lints]\nlate-nomination = 'warn'\n")
        .file("nominations/b.toml", &nomination("").replace("ada", "bo"));
    let said = test.run("check").exits(0).stderr();
    assert!(said.starts_with("warning[late-nomination]: "), "{said}");
    std::fs::remove_dir_all(test.path(".git")).unwrap();
    test.run("check").succeeds();
}

#[test]
fn a_badge_about_which_nobody_decides() {
    let badge = "name = 'Welding'\ndescription = 'Melts metal.'\ncriteria = 'Weld.'\n";
    GalleryTest::small()
        .file("badges/welding.toml", &format!("{badge}awarding = {{ by = ['@grace'] }}\n"))
        .run("check")
        .succeeds_with(
            "
        warning[badge-without-owner]: nothing says who decides about awards of `soldering`
         --> badges/soldering.toml:1:1
          |
        1 | name = 'Soldering'
          | ^^^^^^^^^^^^^^^^^^
        help: add `[awarding]` with `by = [\"@account\"]` here, or to `accolade.toml` for all
        ",
        );
    GalleryTest::small()
        .file("badges/welding.toml", &format!("{badge}awarding = {{ by = ['@guild/mentors'] }}\n"))
        .run("check")
        .exits(1)
        .complains(
            "
        error[unknown-team]: no team is called `@guild/mentors`
         --> badges/welding.toml:4:20
          |
        4 | awarding = { by = ['@guild/mentors'] }
          |                    ^^^^^^^^^^^^^^^^ named here
        help: add `[[team]]` with `name = \"@guild/mentors\"` and its `members` to `accolade.toml`
        ",
        );
}

#[test]
fn words_that_are_missing_in_the_site_s_language() {
    let said = GalleryTest::small()
        .file("accolade.toml", "title = 'T'\nbase_url = 'https://badges.example/'\nlanguage = 'fr'\n")
        .run("check")
        .exits(0)
        .stderr();
    let (number, rest) = said.strip_prefix("warning[missing-translation]: ").unwrap().split_once(' ').unwrap();
    assert!(number.parse::<u32>().unwrap() > 200, "{said}");
    let first = rest.split('`').nth(1).unwrap();
    assert_eq!(
        rest,
        format!(
            "messages are shown in English: `{first}` is the first\n --> templates/words/fr.ftl\n\
             help: say them in `templates/words/fr.ftl`, one line each: `{first} = …`\n"
        )
    );
}

#[test]
fn what_must_not_become_public() {
    let hash = "sha256$0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    GalleryTest::small().file("pages/list.md", &format!("# List\n\n{hash}\n")).run("check").fails_with(&format!(
        "
        error[unsalted-hash]: the hash of an address may not stand here
         --> pages/list.md:3:1
          |
        3 | {hash}
          | {} whoever guesses the address can prove that it is this one
        help: take it out: an award has its hash, with a salt of its own, in its signed file
        ",
        "^".repeat(hash.len())
    ));
    GalleryTest::small()
        .file("nominations/kim-doe.toml", &format!("{}name = 'Kim Doe'\nconsent = 'yes'\n", nomination("")))
        .run("check")
        .fails_with(
            "
            error[personal-file-name]: the file is named after a person
             --> nominations/kim-doe.toml
            help: rename it: what a file is called outlives what is in it
            ",
        );
    GalleryTest::small().file("static/kim@home.family.txt", "x").run("check").fails_with(
        "
        error[email-in-repository]: the file is named after an e-mail address
         --> static/kim@home.family.txt
        help: rename it: what a file is called stays in every commit
        ",
    );
}

#[test]
fn what_was_signed_and_published_stays() {
    let (test, ids, _home) = awarded(&["--url https://forge.example/ada", "--url https://forge.example/bo"]);
    git(&test, 1, &["init", "-q"]);
    commit(&test, 1);
    let path = format!("assertions/soldering/{}.json", ids[0]);
    let signed = test.read(&path);
    let test = test.file(&path, &signed.replace("forge.example/ada", "forge.example/eve"));
    among(
        &test.run("check --since HEAD").exits(1),
        &format!(
            "
            error[assertion-changed]: a signed award was edited
             --> {path}
            help: bring it back with `git checkout HEAD -- {path}`; to take an award back, use `accolade revoke`
            "
        ),
    );
    let test = test.without(&path);
    among(
        &test.run("check --since HEAD").exits(1),
        &format!(
            "
            error[assertion-changed]: a signed award was deleted
             --> {path}
            help: bring it back with `git checkout HEAD -- {path}`; to take an award back, use `accolade revoke`
            "
        ),
    );
    let test = test.bytes(&path, signed.as_bytes());
    test.run("check --since HEAD").succeeds();

    let ledger = test.read("status/hackerspace/ledger.toml");
    let changed = ledger.replacen("at = 2026", "at = 2025", 1);
    let line = changed.lines().find(|it| it.contains("at = 2025")).unwrap();
    let carets = "^".repeat(line.len());
    let test = test.file("status/hackerspace/ledger.toml", &changed);
    among(
        &test.run("check --since HEAD").exits(1),
        &format!(
            "
            error[ledger-rewritten]: the ledger was changed before its end
             --> status/hackerspace/ledger.toml:5:1
              |
            5 | {line}
              | {carets} here it differs from what it was
            help: bring back what stood there with `git checkout HEAD -- status/hackerspace/ledger.toml`, and let `accolade` add to its end
            "
        ),
    );
    let test = test.without("status/hackerspace/ledger.toml");
    among(
        &test.run("check --since HEAD").exits(1),
        "
        error[ledger-rewritten]: the ledger was deleted
         --> status/hackerspace/ledger.toml
        help: bring back what stood there with `git checkout HEAD -- status/hackerspace/ledger.toml`, and let `accolade` add to its end
        ",
    );
    let test = test.bytes("status/hackerspace/ledger.toml", ledger.as_bytes());

    let site = test.read("accolade.toml");
    let test = test.file("accolade.toml", &site.replace("badges.example", "other.example"));
    among(
        &test.run("check --since HEAD").exits(1),
        "
        error[base-url-changed]: the site's address was `https://badges.example/`, and 2 awards name it
         --> accolade.toml
        help: add `previous_base_urls = [\"https://badges.example/\"]`, and let the old address lead to the new one
        ",
    );
    let test =
        test.file("accolade.toml", &site).file("badges/other.toml", "name = 'O'\ndescription = 'd'\ncriteria = 'c'\n");
    commit(&test, 1);
    test.without("badges/other.toml").run("check --since HEAD").fails_with(
        "
        error[vanished-url]: `https://badges.example/badges/other/` would no longer answer
         --> badges/other.toml
        help: links to it are out in the world: bring the file back; `accolade retire` ends a badge, and `accolade rename badge` gives it another name
        ",
    );
}

#[test]
fn lists_and_cards_may_go_and_what_people_link_to_may_not() {
    let badge = "name = 'O'\ndescription = 'd'\ncriteria = 'c'\n";
    let test = GalleryTest::small()
        .file("accolade.toml", "title = 'T'\nbase_url = 'https://badges.example/'\nissuer = 'hackerspace'\n")
        .file("badges/2026.toml", &format!("{badge}type = 'Course'\nskills = ['sodering']\n"))
        .file("people/ada.toml", "name = 'Ada'\nconsent = 'yes'\nidentities = ['https://forge.example/ada']\n")
        .file("people/bo.toml", "name = 'Bo'\nconsent = 'yes'\nidentities = ['https://forge.example/bo']\n")
        .file("pages/about.md", "# About\n\nUs.\n")
        .file("static/flyer.txt", "Come!\n")
        .file("static/assets/logo.txt", "Logo\n")
        .file("issuers/guild.toml", "name = 'Guild'\n");
    git(&test, 1, &["init", "-q"]);
    commit(&test, 1);

    let site = test.read("accolade.toml");
    let test = test
        .file("badges/2026.toml", &format!("{badge}type = 'Award'\nskills = ['soldering']\n"))
        .file("accolade.toml", &format!("{site}[pictures]\ncards = 'none'\n"))
        .without("people/bo.toml");
    test.run("check --since HEAD").succeeds();

    let ada = test.read("people/ada.toml");
    let test = test.without("people/ada.toml").bytes("people/ada-l.toml", ada.as_bytes());
    let test =
        ["badges/2026.toml", "issuers/guild.toml", "pages/about.md", "static/flyer.txt", "static/assets/logo.txt"]
            .into_iter()
            .fold(test, GalleryTest::without);
    test.run("check --since HEAD").fails_with(
        "
        error[vanished-url]: `https://badges.example/badges/2026/` would no longer answer
         --> badges/2026.toml
        help: links to it are out in the world: bring the file back; `accolade retire` ends a badge, and `accolade rename badge` gives it another name

        error[vanished-url]: `https://badges.example/issuers/guild/` would no longer answer
         --> issuers/guild.toml
        help: whoever checks an award asks there for the issuer's keys: bring the file back

        error[vanished-url]: `https://badges.example/about/` would no longer answer
         --> pages/about.md
        help: a page that was published stays: leave one at `pages/about.md` that says where it went

        error[vanished-url]: `https://badges.example/people/ada/` would no longer answer
         --> people/ada-l.toml
        help: `previous = [\"ada\"]` there lets the old address lead to the new one

        error[vanished-url]: `https://badges.example/assets/logo.txt` would no longer answer
         --> static/assets/logo.txt
        help: a file that was published stays: leave it at `static/assets/logo.txt`, or what has taken its place

        error[vanished-url]: `https://badges.example/flyer.txt` would no longer answer
         --> static/flyer.txt
        help: a file that was published stays: leave it at `static/flyer.txt`, or what has taken its place
        ",
    );
}

#[test]
fn logos_and_former_names_stay() {
    let badge = "name = 'O'\ndescription = 'd'\ncriteria = 'c'\nalt = 'An O'\n";
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9z'/></svg>";
    let test = GalleryTest::small()
        .file("badges/other.toml", &format!("{badge}previous = ['another']\n"))
        .file("badges/other.svg", svg)
        .file("issuers/hackerspace.toml", "name = 'Hackerspace Gent'\nlogo_alt = 'An H'\n")
        .file("issuers/hackerspace.svg", svg);
    git(&test, 1, &["init", "-q"]);
    commit(&test, 1);
    let test = test
        .file("badges/other.toml", badge)
        .without("badges/other.svg")
        .bytes("badges/other.png", &png(400, 400))
        .file("issuers/hackerspace.toml", "name = 'Hackerspace Gent'\n")
        .without("issuers/hackerspace.svg");
    test.run("check --since HEAD").fails_with(
        "
        error[vanished-url]: `https://badges.example/badges/another/` would no longer answer
         --> badges/other.toml
        help: it was called `another` before: `previous = [\"another\"]` lets the old address lead to the new one

        error[vanished-url]: `https://badges.example/issuers/hackerspace/logo.svg` would no longer answer
         --> issuers/hackerspace.svg
        help: signed awards show this logo: leave one at `issuers/hackerspace.svg`
        ",
    );
}
