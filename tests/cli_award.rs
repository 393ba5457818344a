//! Awarding, one by one and from a table; revoking and reinstating.

#![allow(clippy::unwrap_used, reason = "in a test, whatever fails should say so at once")]

mod common;

use common::{GalleryTest, NOW};
use std::{collections::BTreeMap, fs, path::Path};

/// A small repository whose issuer has a key, outside of which `home` and a table may lie.
fn with_key() -> GalleryTest {
    let test = GalleryTest::small_at_home();
    test.run("key new --no-passphrase --repo g").exits(0);
    test
}

/// Every file below `folder` and its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().display().to_string();
            (path, fs::read(entry.path()).unwrap())
        })
        .collect()
}

fn award(test: &GalleryTest, arguments: &str) -> String {
    let url = test.run(&format!("award soldering --repo g {arguments}")).exits(0).stdout();
    url.trim().trim_end_matches('/').rsplit('/').next().unwrap().to_owned()
}

#[test]
fn an_award_holds_no_address() {
    let test = with_key();
    test.run_with(&["award", "soldering", "--repo", "g", "--email", " Ada@Example.ORG "]).exits(0).complains(
        "
        e-mail addresses were trimmed, lower-cased and kept only as salted hashes
        1 award signed and checked; commit it, and publish the site
        ",
    );
    for (path, bytes) in files(&test.path("g")) {
        assert!(!String::from_utf8_lossy(&bytes).to_lowercase().contains("ada@example.org"), "{path}");
    }
}

#[test]
fn whoever_signs_on_another_day_than_today_is_told_so() {
    let test = with_key();
    let to = |name: &'static str| ["award", "soldering", "--repo", "g", "--url", name];
    let said = test.run_with(&to("https://forge.example/ada")).exits(0).whole_stderr();
    assert_eq!(
        said,
        "warning: this signs as of 2026-05-04T12:00:00Z, as SOURCE_DATE_EPOCH says; unset it to sign as of now\n\
         1 award signed and checked; commit it, and publish the site\n"
    );
    // A build says nothing of it: the variable is made for builds.
    assert_eq!(test.run("build g --out site").exits(0).whole_stderr(), "");

    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
    let today = [("SOURCE_DATE_EPOCH", (now - 3600).to_string())];
    let today = today.each_ref().map(|(name, value)| (*name, value.as_str()));
    let said = test.run_in(".", &today, &to("https://forge.example/bo")).exits(0).whole_stderr();
    assert_eq!(said, "1 award signed and checked; commit it, and publish the site\n");
}

#[test]
fn an_award_says_what_it_was_told() {
    let test = with_key();
    let id = test.run_with(&[
        "award",
        "soldering",
        "--repo",
        "g",
        "--url",
        "https://github.com/ada",
        "--name",
        "Ada Lovelace",
        "--consent",
        "https://example.org/42",
        "--date",
        "2026-05-01",
        "--narrative",
        "Soldered *twelve*.",
        "--evidence",
        "https://example.org/photo",
        "--evidence-name",
        "A photo",
        "--role",
        "Maker",
        "--result",
        "joints=12",
        "--valid-until",
        "2030-01-01",
    ]);
    let url = id.exits(0).stdout();
    let id = url.trim().trim_end_matches('/').rsplit('/').next().unwrap();
    let text = test.read(&format!("g/assertions/soldering/{id}.json"));
    for said in [
        "https://github.com/ada",
        "Ada Lovelace",
        "2026-05-01T00:00:00Z",
        "Soldered *twelve*.",
        "https://example.org/photo",
        "A photo",
        "Maker",
        "\"12\"",
        "2030-01-02T00:00:00Z",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
    assert!(!text.contains("https://example.org/42"), "consent belongs in the ledger");
    assert!(test.read("g/status/hackerspace/ledger.toml").contains("consent = \"https://example.org/42\""));
}

#[test]
fn a_badge_that_does_not_exist_is_not_awarded() {
    with_key()
        .run("award solderin --email ada@example.org --repo g")
        .fails_with("error: no badge is called `solderin`; did you mean `soldering`?");
}

#[test]
fn a_badge_may_be_named_by_its_file() {
    let test = with_key();
    test.run("award badges/soldering.toml --url https://forge.example/ada --repo g").exits(0);
    test.run("nominate badges/soldering.toml --url https://forge.example/bo --repo g").exits(0);
    test.run("award badges/weaving.toml --url https://forge.example/ada --repo g")
        .fails_with("error: no badge is called `weaving`: a badge is a file `badges/weaving.toml`");
    test.run("art badges/soldering.toml --repo g").exits(0);
    assert!(test.path("g/badges/soldering.svg").exists());
}

#[test]
fn nobody_gets_a_badge_twice_by_accident() {
    let test = with_key();
    let id = award(&test, "--email ada@example.org");
    test.run("award soldering --email ADA@example.org --repo g").fails_with(&format!(
        "error: this recipient has `soldering` already: assertions/soldering/{id}.json; to award it again, say so with \
         --again"
    ));
    award(&test, "--email ada@example.org --again");
}

#[test]
fn every_mistake_of_a_table_is_told_before_anything_is_written() {
    let test = with_key().file(
        "people.csv",
        "
        email,name,consent,date,credits
        ada@example.org,,,2026-05-01,
        bob,,,2026-05-01,
        cat@example.org,Cat,,2026-05-01,1.5
        ,,,2026-13-01,
        ADA@example.org,,,,
        ",
    );
    let before = files(&test.path("g"));
    test.run("award soldering --csv people.csv --repo g").fails_with(
        "
        error: `people.csv`, row 3, column email: `bob` is not an e-mail address such as ada@example.org
        error: `people.csv`, row 4, column name: a name is signed only with consent: say where the person agreed (consent), or leave the name out
        error: `people.csv`, row 4, column credits: `1.5` is not a whole number
        error: `people.csv`, row 5, column email: nobody is named: one of email, url and did is needed
        error: `people.csv`, row 5, column date: `2026-13-01` is not a date such as 2026-05-04 or 2026-05-04T18:30:00Z
        error: `people.csv`, row 6: this recipient is there twice (also in row 2); if both are meant, say so with --again
        error: nothing was awarded
        ",
    );
    assert_eq!(files(&test.path("g")), before);
}

/// A value that `check` would refuse later, and what is said of it.
const BAD: [(&str, &str, &str); 23] = [
    ("narrative", "Ask ada@home.family.", ADDRESS),
    ("narrative", "Ask ada (at) home (dot) family.", ADDRESS),
    ("narrative", "a\u{1b}[31m", "holds the control character U+001B; take it out"),
    ("narrative", " ", "is empty; write something, or leave it out"),
    ("role", "ada@home.family", ADDRESS),
    ("role", "a\nb", "has to fit on one line; join its lines"),
    ("role", "a\u{7}", "holds the control character U+0007; take it out"),
    ("term", "ada [at] home.family", ADDRESS),
    ("licence", "ada@home.family", ADDRESS),
    ("consent", "ada@home.family", ADDRESS),
    ("consent", "", "is empty; write something, or leave it out"),
    ("name", "ada@home.family", ADDRESS),
    ("name", "A\u{202e}B", "holds the control character U+202E, which turns the direction of writing; take it out"),
    (
        "evidence",
        "https://example.org/\u{202e}B",
        "`https://example.org/\\u{202e}B` is not a web address: it holds `\\u{202e}`; write it percent-encoded, as browsers \
         copy it",
    ),
    ("name", "", "is empty; write something, or leave it out"),
    ("evidence", "https://example.org/?u=ada%40home.family", ADDRESS),
    (
        "evidence",
        "https://example.org/?u=ada@home.family",
        "the address holds the e-mail address `ada@home.family`; lead to an address that names nobody",
    ),
    ("evidence-name", "ada&#64;home.family", ADDRESS),
    ("result", "joints=ada@home.family", ADDRESS),
    (
        "url",
        "https://ada:secret@host.example/",
        "an address may not hold a name and a password; take out what stands before the `@`, and the `@`",
    ),
    ("url", "https://host.example/ada_at_home.family", ADDRESS),
    ("url", "https://", "`https://` is not a web address: it names no host"),
    ("did", "did:web:", "`did:web:` is not a DID; a DID looks like `did:web:example.org` or `did:key:z6Mk…`"),
];
const ADDRESS: &str = "an e-mail address may not stand here, where everybody could read it; name people by a profile \
                       address or a DID";

#[test]
fn what_check_would_refuse_is_not_signed() {
    let test = with_key();
    let before = files(&test.path("g"));
    for (option, value, why) in BAD {
        let option = format!("--{option}");
        let mut arguments = vec!["award", "soldering", "--repo", "g", &option, value];
        if !["--url", "--did"].contains(&&*option) {
            arguments.extend(["--url", "https://forge.example/ada"]);
        }
        arguments.extend(match &*option {
            "--name" => &["--consent", "by letter"][..],
            "--consent" => &["--name", "Ada"],
            "--evidence-name" => &["--evidence", "https://example.org/photo"],
            _ => &[],
        });
        test.run_with(&arguments).is_misused_with(&format!("error: {option}: {why}"));
        assert_eq!(files(&test.path("g")), before, "{arguments:?}");
    }
}

#[test]
fn every_option_that_is_wrong_is_told_at_once() {
    let test = with_key();
    let options = "--email nope --date x --credits=-1 --evidence foo --result joinst=3";
    let wrong = "\
error: --email: `nope` is not an e-mail address such as ada@example.org
error: --date: `x` is not a date such as 2026-05-04 or 2026-05-04T18:30:00Z
error: --credits: `-1` is not a whole number
error: --evidence: `foo` is not a web address: it has no `https://` in front; write the whole address, from `https://` on
error: --result: `soldering` describes no result `joinst`; did you mean `joints`?
";
    test.run(&format!("award soldering --repo g {options}")).is_misused_with(wrong);
    // Once, however many recipients there are.
    test.run(&format!("nominate soldering --repo g {options} --url https://forge.example/ada")).is_misused_with(wrong);
    let id = award(&test, "--url https://forge.example/ada");
    test.run(&format!("correct {id} --repo g {options}")).is_misused_with(wrong);
}

#[test]
fn a_result_is_one_that_the_badge_describes() {
    let test = with_key();
    let badge = test.read("g/badges/soldering.toml");
    let test = test.file(
        "g/badges/soldering.toml",
        &format!(
            "{badge}
[[result]]
id = 'score'
name = 'Score'
type = 'Percent'
min = 0
max = 100

[[result]]
id = 'neatness'
name = 'Neatness'
type = 'RubricCriterionLevel'
[[result.level]]
id = 'good'
name = 'Good'
[[result.level]]
id = 'fair'
name = 'Fair'
"
        ),
    );
    let before = files(&test.path("g"));
    for (results, why) in [
        (&["joints=12", "joints=13"][..], "`joints` is reported twice; take one out"),
        (&["neatness=goood"], "`neatness` has no level `goood`; did you mean `good`?"),
        (&["neatness=7"], "`neatness` has no level `7`; its levels are `good`, `fair`"),
        (&["score=101"], "`101` is above 100, the most that result `score` can be"),
        (&["score=eighty"], "`eighty` is not a number, as result `score` has to be"),
        (&["score=NaN"], "`NaN` is not a number, as result `score` has to be"),
    ] {
        let mut arguments = vec!["award", "soldering", "--repo", "g", "--url", "https://forge.example/ada"];
        arguments.extend(results.iter().flat_map(|it| ["--result", it]));
        test.run_with(&arguments).is_misused_with(&format!("error: --result: {why}"));
        assert_eq!(files(&test.path("g")), before, "{arguments:?}");
    }
    award(&test, "--url https://forge.example/ada --result score=87.5 --result neatness=good");
}

#[test]
fn what_check_would_refuse_is_told_by_row_and_column() {
    let test = with_key().file(
        "people.csv",
        "
        url,role,evidence,evidence,result:joints
        https://forge.example/ada,Maker,,,
        https://forge.example/bo,bo@home.family,https://example.org/1,https://example.org/1,
        https://bo:pw@forge.example/bo,,,,a (at) home.family
        ",
    );
    let before = files(&test.path("g"));
    test.run("award soldering --csv people.csv --repo g").fails_with(&format!(
        "
        error: `people.csv`, row 3, column role: {ADDRESS}
        error: `people.csv`, row 3, column evidence: `https://example.org/1` is there twice; take one out
        error: `people.csv`, row 4, column url: an address may not hold a name and a password; take out what stands before the `@`, and the `@`
        error: `people.csv`, row 4, column result:joints: {ADDRESS}
        error: nothing was awarded
        "
    ));
    assert_eq!(files(&test.path("g")), before);
}

#[test]
fn an_award_that_is_too_large_is_not_signed() {
    let story = format!("\"{}\"", "long ".repeat(13_000));
    let links: Vec<String> = (0..900).map(|it| format!("https://example.org/{it}/{}", "x".repeat(200))).collect();
    let header = vec!["evidence"; links.len()].join(",");
    let test = with_key()
        .file("people.csv", &format!("url,{header},narrative\nhttps://a.example/a,{},{story}\n", links.join(",")));
    let before = files(&test.path("g"));
    let said = test.run("award soldering --csv people.csv --repo g").exits(1).stderr();
    let (first, rest) = said.split_once("\n --> assertions/soldering/").unwrap();
    assert!(
        first.starts_with("error[too-large]: row 2: an assertion has ")
            && first.ends_with(", more than the 256 KiB it may have"),
        "{said}"
    );
    assert!(rest.ends_with("\nerror: this would not be accepted (above); nothing was written\n"), "{said}");
    assert_eq!(files(&test.path("g")), before);
}

#[test]
fn what_a_badge_or_a_nomination_hides_is_not_signed() {
    let test = with_key().file(
        "g/nominations/ada.toml",
        "
        badge = 'soldering'
        narrative = 'Ask ada (at) home.family.'

        [[recipient]]
        url = 'https://github.com/ada'
        ",
    );
    let before = files(&test.path("g"));
    let said = test.run("sign --repo g").exits(1).stderr();
    assert!(
        said.starts_with(
            "error[email-in-repository]: `nominations/ada.toml`: the assertion shows an e-mail address, in \
             `credentialSubject.narrative`\n --> assertions/soldering/"
        ),
        "{said}"
    );
    assert!(
        said.ends_with(
            "help: nothing is signed yet: take it out of what was asked for\n\
             error: this would not be accepted (above); nothing was written\n"
        ),
        "{said}"
    );
    assert_eq!(files(&test.path("g")), before);
}

#[test]
fn the_reason_of_a_revocation_names_nobody() {
    let test = with_key();
    let id = award(&test, "--url https://forge.example/ada");
    let before = files(&test.path("g"));
    for (command, reason, why) in [
        ("revoke", "asked by ada@home.family", ADDRESS),
        ("revoke", "asked by ada at the host home.family", ADDRESS),
        ("revoke", " ", "is empty; write something, or leave it out"),
        ("correct", "ada@home.family", ADDRESS),
    ] {
        let mut arguments = vec![command, &id, "--reason", reason, "--repo", "g"];
        arguments.extend(if command == "correct" { &["--role", "Maker"][..] } else { &[] });
        test.run_with(&arguments).is_misused_with(&format!("error: --reason: {why}"));
    }
    test.run_with(&["retire", "soldering", "--reason", "ada@home.family", "--repo", "g"])
        .is_misused_with(&format!("error: --reason: {ADDRESS}"));
    assert_eq!(files(&test.path("g")), before);
}

#[test]
fn a_recipient_who_is_in_a_table_twice_is_noticed() {
    let test = with_key().file("people.csv", "email\nada@example.org\nAda@Example.org\n");
    test.run("award soldering --csv people.csv --repo g").fails_with(
        "
        error: `people.csv`, row 3: this recipient is there twice (also in row 2); if both are meant, say so with --again
        error: nothing was awarded
        ",
    );
}

#[test]
fn dates_that_leave_no_time_are_told_for_every_row_before_a_passphrase_is_asked() {
    let test = GalleryTest::small_at_home().env("ACCOLADE_PASSPHRASE", "correct horse");
    test.run("key new --repo g").exits(0);
    let badge = test.read("g/badges/soldering.toml");
    let badge = badge.replacen("[[result]]", "valid_until = 2026-05-01\n[[result]]", 1) + "min = 5\n";
    let test = test.env("ACCOLADE_PASSPHRASE", "wrong horse").file("g/badges/soldering.toml", &badge).file(
        "people.csv",
        "
        email,date,valid_until,result:joints
        ada@example.org,2026-05-02,,
        bo@example.org,2026-04-01,,

        cem@example.org,,2026-05-03,
        eve@example.org,2026-05-05,,6
        dora@example.org,2026-04-02,2026-06-01,3
        ",
    );
    let before = files(&test.path("g"));
    test.run("award soldering --csv people.csv --repo g").fails_with(
        "
        error: `people.csv`, row 2, column date: the award would end before it begins; check its date and until when it is valid
        error: `people.csv`, row 3, column date: this award would have expired already, being valid until 2026-05-01; give another --valid-until
        error: `people.csv`, row 5, column valid_until: the award would end before it begins; check its date and until when it is valid
        error: `people.csv`, row 6, column date: the date of the award is in the future; for an award that counts later, give --valid-from
        error: `people.csv`, row 7, column result:joints: `3` is below 5, the least that result `joints` can be
        error: nothing was awarded
        ",
    );
    assert_eq!(files(&test.path("g")), before);
}

#[test]
fn credits_that_cannot_be_signed_are_told_by_column() {
    refused(
        b"email,credits\nada@example.org,9007199254740992\n",
        "row 2, column credits: `9007199254740992` is too large a number to be signed",
    );
}

#[test]
fn rows_are_numbered_as_spreadsheets_show_them() {
    refused(b"email\n\n\nbad\n", "row 4, column email: `bad` is not an e-mail address such as ada@example.org");
    refused(b"email\r\n\r\n\r\nbad", "row 4, column email: `bad` is not an e-mail address such as ada@example.org");
    refused(b"\nemail\n \nbad", "row 4, column email: `bad` is not an e-mail address such as ada@example.org");
    // Spreadsheets do not show this line, but editors do.
    refused(b"sep=;\nemail\nbad", "row 2, column email: `bad` is not an e-mail address such as ada@example.org");
    refused(b"sep=;\nemail\n\"bad", "line 3: the double quote that opens here is never closed");
    refused(b"sep=;", "row 1: the file is empty; the first row has to name the columns");
    // A cell of many lines is in one row.
    refused(
        b"email,narrative\nada@example.org,\"one\n\ntwo\"\n\nbad,\n",
        "row 4, column email: `bad` is not an e-mail address such as ada@example.org",
    );
}

#[test]
fn what_is_wrong_alike_in_many_rows_is_said_once() {
    let rows = ["a", "b", "c", "d", "e", "f"]
        .map(|it| format!("{it},{it}@example.org,{}\n", if it == "c" { "yes" } else { "" }));
    let test = with_key().file("people.csv", &format!("name,email,consent\n{}", rows.concat()));
    test.run("award soldering --csv people.csv --repo g").fails_with(
        "
        error: `people.csv`, rows 2, 3 and 5 to 7, column name: a name is signed only with consent: say where the person agreed (consent), or leave the name out
        error: nothing was awarded
        ",
    );
}

#[test]
fn a_table_that_has_grown_is_awarded_to_those_who_are_new() {
    let test = with_key().file("people.csv", "email\nada@example.org\nbob@example.org\n");
    test.run("award soldering --csv people.csv --repo g").exits(0);
    let test = test.file("people.csv", "email\nada@example.org\ncem@example.org\nbob@example.org\n");
    let refused = test.run("award soldering --csv people.csv --repo g").exits(1).stderr();
    assert!(refused.contains("row 2: this recipient has `soldering` already: "), "{refused}");
    assert!(
        refused.ends_with("error: nothing was awarded; --only-new passes over those who have it already\n"),
        "{refused}"
    );

    test.run("award soldering --csv people.csv --only-new --repo g").succeeds_with(
        "
        2 of 3 have `soldering` already
        e-mail addresses were trimmed, lower-cased and kept only as salted hashes
        1 award signed and checked; commit it, and publish the site
        ",
    );
    test.run("award soldering --csv people.csv --only-new --repo g")
        .succeeds_with("3 of 3 have `soldering` already")
        .says("");
}

#[test]
fn an_unknown_column_is_told_with_the_nearest_one() {
    let test = with_key().file("people.csv", "emial,narrative\nada@example.org,x\n");
    test.run("award soldering --csv people.csv --repo g").fails_with(
        "
        error: `people.csv`, row 1, column 1: `emial` is not known; did you mean `email`?
        error: nothing was awarded
        ",
    );
    // Also where its cells are empty.
    refused(
        b"email,result:joinst\nada@example.org,\n",
        "row 1, column 2: `soldering` describes no result `joinst`; did you mean `joints`?",
    );
}

/// What `award --csv` says of a table of these bytes.
#[track_caller]
fn refused(table: &[u8], sentence: &str) {
    with_key()
        .bytes("people.csv", table)
        .run("award soldering --csv people.csv --repo g")
        .fails_with(&format!("error: `people.csv`, {sentence}\nerror: nothing was awarded",));
}

#[test]
fn a_table_that_is_no_table_is_told_how_to_become_one() {
    refused(b"", "row 1: the file is empty; the first row has to name the columns");
    refused(b"email,name\n", "row 2: there is nobody below the names of the columns");
    refused(
        b"ada@example.org\nbob@example.org\n",
        "row 1: `ada@example.org` is no column; the first row has to name the columns, such as `email`",
    );
    refused(b"narrative\nx\n", "row 1: there is no column `email`, `url` or `did`, so nobody is named");
    refused(b"\xff\xfee\0m\0a\0i\0l\0\n\0", "line 1: this is not UTF-8; save the table as \"CSV UTF-8\"");
    refused(
        b"email\nada@example.org,x\n",
        "row 2: there are 2 values for 1 column; put a value with a comma in double quotes",
    );
}

#[test]
fn a_double_quote_that_is_never_closed_swallows_nobody() {
    refused(
        b"email,narrative\nada@example.org,\"a \"\"good\"\" kit\"\nbob@example.org,\"x\ncat@example.org,y\n",
        "line 3: the double quote that opens here is never closed",
    );
}

#[test]
fn a_slip_in_an_address_is_noticed() {
    for address in ["a@b", "ada@example..org", "ada@example.org.", "mailto:ada@example.org", "Ada <ada@example.org>"] {
        refused(
            format!("email\n{address}\n").as_bytes(),
            &format!("row 2, column email: `{address}` is not an e-mail address such as ada@example.org"),
        );
    }
}

#[test]
fn a_table_is_taken_as_spreadsheets_write_it() {
    for table in [
        "\u{feff}email;narrative\r\nada@example.org;a, b\r\n\r\n;\r\n",
        "\u{feff}sep=;\r\nemail;narrative\r\nada@example.org;a, b\r\n",
        "Email\tNarrative\nada@example.org\ta, b\n",
        " email , narrative \n ada@example.org ,\"a, b\" \n",
    ] {
        let test = with_key().bytes("people.csv", table.as_bytes());
        let url = test.run("award soldering --csv people.csv --repo g").exits(0).stdout();
        let id = url.trim().trim_end_matches('/').rsplit('/').next().unwrap().to_owned();
        assert!(test.read(&format!("g/assertions/soldering/{id}.json")).contains("\"a, b\""), "{table}");
    }
}

#[test]
fn a_table_of_addresses_stays_outside_the_repository() {
    let test = with_key().file("g/people.csv", "email\nada@example.org\n");
    test.run("award soldering --csv g/people.csv --repo g").fails_with(
        "error: `g/people.csv` lies in the repository, where its addresses could be published by accident: move it \
         elsewhere",
    );
}

#[test]
fn a_table_of_addresses_stays_outside_the_git_work_tree_around_the_repository() {
    let test = with_key().file("people.csv", "email\nada@example.org\n").file(".git/HEAD", "ref: refs/heads/main");
    let tree = test.path("").canonicalize().unwrap();
    let refused = format!(
        "error: `people.csv` lies in the git work tree of the repository, `{}`, where its addresses could be published \
         by accident: move it elsewhere",
        tree.display()
    );
    for command in
        ["award soldering --csv", "nominate soldering --csv", "announce --since HEAD --out letters --addresses"]
    {
        test.run(&format!("{command} people.csv --repo g")).fails_with(&refused);
    }
    // Another work tree has another fate.
    test.file("g/.git/HEAD", "ref: refs/heads/main").run("award soldering --csv people.csv --repo g").exits(0);
}

#[test]
fn every_row_of_a_table_becomes_an_award() {
    let test = with_key().file(
        "people.csv",
        "
        email,url,narrative,result:joints
        ada@example.org,,\"Ten, and two more\",12
        ,https://github.com/bob,,
        ",
    );
    let said = test.run("award soldering --csv people.csv --repo g --date 2026-05-01").exits(0).stdout();
    assert_eq!(said.lines().count(), 2);
    test.run("check g").exits(0).says("checked 1 issuer, 1 badge, 2 awards: no problems");
    test.run("verify g/assertions --repo g").exits(0);
}

#[test]
fn to_revoke_and_to_reinstate_change_the_ledger_and_one_list_only() {
    let test = with_key();
    let (ada, bob) = (award(&test, "--email ada@example.org"), award(&test, "--email bob@example.org"));
    let before = files(&test.path("g"));

    test.run_with(&["revoke", &ada, "--reason", "Wrong person", "--repo", "g"])
        .exits(0)
        .says(&format!("revoked: https://badges.example/assertions/{ada}/"));
    let revoked = files(&test.path("g"));
    let changed: Vec<&String> =
        revoked.iter().filter(|(path, it)| before.get(*path) != Some(*it)).map(|it| it.0).collect();
    assert_eq!(changed, ["status/hackerspace/1.json", "status/hackerspace/ledger.toml"]);
    let ledger = "status/hackerspace/ledger.toml";
    assert!(revoked[ledger].starts_with(&before[ledger]));
    test.run("check g").exits(0);
    let said =
        test.run_with(&["verify", &format!("g/assertions/soldering/{ada}.json"), "--repo", "g"]).exits(1).stdout();
    assert!(said.ends_with("  REVOKED at 2026-05-04T12:00:00Z: Wrong person\n"), "{said}");
    test.run_with(&["verify", &format!("g/assertions/soldering/{bob}.json"), "--repo", "g"]).exits(0);

    test.run_with(&["revoke", &ada, "--reason", "x", "--repo", "g"])
        .fails_with(&format!("error: `{ada}` is revoked already, since 2026-05-04T12:00:00Z: Wrong person"));
    test.run_with(&["reinstate", &bob, "--reason", "x", "--repo", "g"])
        .fails_with(&format!("error: `{bob}` is not revoked, so there is nothing to take back"));

    test.run_with(&[
        "reinstate",
        &format!("https://badges.example/assertions/{ada}/"),
        "--reason",
        "ok",
        "--repo",
        "g",
    ])
    .exits(0);
    test.run_with(&["verify", &format!("g/assertions/soldering/{ada}.json"), "--repo", "g"]).exits(0);
    test.run("check g").exits(0);
}

#[test]
fn a_nomination_becomes_an_award_and_goes() {
    let test = with_key().file(
        "g/nominations/ada.toml",
        "
        badge = 'soldering'
        nominator = 'Bob'
        date = 2026-05-01
        narrative = 'Soldered twelve.'

        [[recipient]]
        url = 'https://github.com/ada'
        ",
    );
    test.run("sign adda --repo g").fails_with("error: no nomination is called `adda`; did you mean `ada`?");
    test.run("sign --repo g --dry-run").exits(0).says("1 award would be signed");
    assert!(test.path("g/nominations/ada.toml").exists());

    test.run("sign --repo g").exits(0).complains("1 award signed and checked; commit it, and publish the site");

    assert!(!test.path("g/nominations/ada.toml").exists());
    test.run("check g").exits(0).says("checked 1 issuer, 1 badge, 1 award: no problems");
}

#[test]
fn verify_knows_whose_award_it_is() {
    let test = with_key();
    let id = award(&test, "--email ada@example.org");
    let file = format!("g/assertions/soldering/{id}.json");
    test.run_with(&["verify", &file, "--repo", "g", "--recipient", "Ada@example.org"]).exits(0);
    let other = test.run_with(&["verify", &file, "--repo", "g", "--recipient", "bob@example.org"]).exits(1).stdout();
    assert!(other.ends_with("  VALID; but it is not about this person\n"), "{other}");
    test.run_with(&["verify", &file]).exits(3);
    test.run("build g --out public").exits(0);
    test.run_with(&[
        "verify",
        &file,
        "--did-document",
        "public/issuers/hackerspace/did.json",
        "--status-list",
        "public/status/hackerspace/1.json",
    ])
    .exits(0);
}

#[test]
fn a_clock_that_is_a_little_ahead_stops_nobody() {
    let test = with_key();
    let id = award(&test, "--email ada@example.org");
    let fast = [("SOURCE_DATE_EPOCH", (NOW + 290).to_string())];
    let fast = fast.each_ref().map(|(name, value)| (*name, value.as_str()));
    test.run_in(".", &fast, &["revoke", &id, "--repo", "g", "--reason", "Wrong person"]).exits(0);
    test.run("build g --out site").succeeds_with(
        "
        warning[future-date]: the status list was signed by a clock that is 5 minutes ahead of this one
         --> status/hackerspace/1.json
        help: it counts all the same; set the clock right of the machine that signed it, or of this one
        ",
    );
    assert!(test.read("site/index.json").contains("\"status\": \"revoked\""));
}

#[test]
fn one_changed_letter_is_noticed() {
    let test = with_key();
    let id = award(&test, "--url https://github.com/ada");
    let path = format!("g/assertions/soldering/{id}.json");
    let text = test.read(&path).replace("github.com/ada", "github.com/eve");
    let test = test.bytes(&path, text.as_bytes());
    let said = test.run_with(&["verify", &path, "--repo", "g"]).exits(1).stdout();
    assert!(said.contains("\n  INVALID: "), "{said}");
    test.run("check g").exits(1);
    test.run("build g --out public").exits(1);
    assert!(!test.path("public").exists());
}
