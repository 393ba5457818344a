//! `nominate`: from options, from a table, and from an issue form whose text is a stranger's.

use crate::{common::Ran, kit::Life};
use std::fs;

/// The event of an issue of `@grace` with this text.
fn event(life: &Life, text: &str) -> String {
    let event = serde_json::json!({
        "action": "opened",
        "issue": {
            "number": 12,
            "html_url": "https://forge.example/guild/badges/issues/12",
            "body": text,
            "user": { "login": "grace", "html_url": "https://forge.example/grace" },
        },
    });
    let path = life.test.path("event.json");
    fs::write(&path, event.to_string()).unwrap();
    path.display().to_string()
}

fn from_issue(life: &mut Life, text: &str) -> Ran {
    let event = event(life, text);
    life.run(0, &["nominate", "--from-issue", &event, "--format", "markdown"])
}

#[test]
fn a_nomination_says_what_it_was_told_and_can_be_signed() {
    let mut life = Life::new();
    life.run(
        0,
        &[
            "nominate",
            "soldering",
            "--url",
            "https://forge.example/ada",
            "--name",
            "Ada \"Countess\" Lovelace",
            "--consent",
            "https://forge.example/42",
            "--date",
            "2026-05-01",
            "--narrative",
            "Ten joints.\n\nAll *held*.",
            "--evidence",
            "https://forge.example/photo",
            "--evidence-name",
            "A photo",
            "--nominator",
            "@grace",
            "--file",
            "spring",
        ],
    )
    .exits(0)
    .says("nominations/spring.toml")
    .complains("1 award of `soldering` asked for; commit the file and open a pull request");
    assert_eq!(
        life.test.read("g/nominations/spring.toml"),
        "# Under review. Once it is merged, `accolade sign` makes the award and takes this file away.\n\
         badge = \"soldering\"\nnominator = \"@grace\"\ndate = 2026-05-01\nnarrative = \"\"\"\nTen joints.\n\nAll *held*.\"\"\"\n\n\
         [[evidence]]\nname = \"A photo\"\nurl = \"https://forge.example/photo\"\n\n\
         [[recipient]]\nurl = \"https://forge.example/ada\"\nname = 'Ada \"Countess\" Lovelace'\n\
         consent = \"https://forge.example/42\"\n"
    );
    life.run(0, &["nominate", "soldering", "--url", "https://forge.example/bo", "--file", "spring"])
        .fails_with("error: `nominations/spring.toml` exists already; choose another name with --file");
    life.run(1, &["sign"]).exits(0);
    life.publish(1);
    life.run(1, &["nominate", "soldering", "--url", "https://forge.example/ada"]).exits(1);
}

#[test]
fn many_are_nominated_at_once_and_no_address_is_kept() {
    let mut life = Life::new();
    let mut table = String::from("email,narrative\n");
    (0..200).for_each(|n| table.push_str(&format!("guest{n}@mail.example,Repaired {n} things.\n")));
    fs::write(life.test.path("guests.csv"), table).unwrap();
    let csv = life.test.path("guests.csv").display().to_string();
    let path = life.run(0, &["nominate", "soldering", "--csv", &csv, "--date", "2026-05-01"]).exits(0).stdout();
    let text = life.test.read(&format!("g/{}", path.trim()));
    assert_eq!(text.matches("[[recipient]]").count(), 200);
    assert_eq!(text.matches("date = 2026-05-01").count(), 1);
    assert!(!text.contains("mail.example"), "{text}");
    life.run(0, &["check"]);

    life.run(
        0,
        &[
            "nominate",
            "soldering",
            "--email",
            "Ada@Mail.example",
            "--email",
            "bo@mail.example",
            "--did",
            "did:web:c.example",
        ],
    )
    .exits(0)
    .complains(
        "
            e-mail addresses were trimmed, lower-cased and kept only as salted hashes
            3 awards of `soldering` asked for; commit the file and open a pull request
            ",
    );
    life.run(0, &["nominate", "soldering"])
        .is_misused_with("error: whom? give one of --email, --url and --did, or --csv for many");
    life.run(0, &["nominate", "soldering", "--url", "https://a.example", "--file", "../../evil"]).is_misused_with(
        "error: --file: `../../evil` cannot be part of an address: use lower-case letters, digits and single hyphens, at most 64",
    );
    life.run(0, &["nominate", "soldring", "--url", "https://a.example"])
        .fails_with("error: no badge is called `soldring`; did you mean `soldering`?");
    life.run(0, &["nominate", "soldering", "--url", "https://forge.example/ada", "--date", "2026-06-01"]).fails_with(
        "
        error: the date of the award is in the future; for an award that counts later, give --valid-from
        error: nothing was written
        ",
    );
}

#[test]
fn an_issue_form_becomes_a_nomination_of_whoever_wrote_it() {
    let mut life = Life::new();
    let text = "### Badge\r\n\r\nSoldering (soldering)\r\n\r\n### Recipient\r\n\r\n@ada\r\n\r\n### Name\r\n\r\nAda Lovelace\r\n\r\n\
                ### Consent\r\n\r\nhttps://forge.example/guild/badges/issues/11\r\n\r\n### Narrative\r\n\r\nTen joints.\r\n\r\n\
                ### Evidence\r\n\r\n- [photo](https://forge.example/photo)\r\nhttps://forge.example/log\r\n\r\n\
                ### Date\r\n\r\n2026-05-01\r\n";
    from_issue(&mut life, text).exits(0).says(
        "
        <!-- accolade nominate -->
        ## Thank you

        This nomination for `Soldering` is ready to be reviewed: `nominations/issue-12-soldering.toml`.
        ",
    );
    assert_eq!(
        life.test.read("g/nominations/issue-12-soldering.toml"),
        "# Under review. Once it is merged, `accolade sign` makes the award and takes this file away.\n\
         # Asked for at https://forge.example/guild/badges/issues/12\n\
         badge = \"soldering\"\nnominator = \"@grace\"\ndate = 2026-05-01\nnarrative = \"Ten joints.\"\n\n\
         [[evidence]]\nurl = \"https://forge.example/photo\"\n\n[[evidence]]\nurl = \"https://forge.example/log\"\n\n\
         [[recipient]]\nurl = \"https://forge.example/ada\"\nname = \"Ada Lovelace\"\n\
         consent = \"https://forge.example/guild/badges/issues/11\"\n"
    );
    from_issue(
        &mut life,
        "### Badge\n\nsoldering\n\n### Recipient\n\n- did:web:ada.example\n- https://forge.example/bo\n",
    )
    .exits(0);
    let text = life.test.read("g/nominations/issue-12-soldering.toml");
    assert!(
        text.ends_with(
            "[[recipient]]\ndid = \"did:web:ada.example\"\n\n[[recipient]]\nurl = \"https://forge.example/bo\"\n"
        ),
        "{text}"
    );
    // Edited, it is asked anew; a form that asks for nobody is about whoever wrote it.
    from_issue(&mut life, "### Badge\n\nSoldering\n\n### Name\n\nGrace\n\n### Consent\n\n- [X] I agree\n").exits(0);
    let text = life.test.read("g/nominations/issue-12-soldering.toml");
    assert!(
        text.ends_with(
            "[[recipient]]\nurl = \"https://forge.example/grace\"\nname = \"Grace\"\n\
             consent = \"@grace in https://forge.example/guild/badges/issues/12\"\n"
        ),
        "{text}"
    );
}

#[test]
fn a_comment_says_everything_that_is_missing() {
    let mut life = Life::new();
    from_issue(
        &mut life,
        "### Badge\n\nSolderin\n\n### Recipient\n\nada\n\n### Name\n\nAda\n\n### Consent\n\n- [ ] I agree\n\n\
         ### Evidence\n\na `photo` of @grace\n",
    )
    .exits(1)
    .says(
        "
        <!-- accolade nominate -->
        ## This nomination needs something more

        - **Badge**: no badge is called `Solderin`; did you mean `soldering`?
        - **Recipient**: `ada` is not the address of a profile, such as `https://github.com/ada`
        - **Evidence**: ``a `photo` of @grace`` holds no web address; what is no link belongs into the narrative
        - **Consent**: a name is signed only with consent: say where the person agreed to be named, or leave the name out

        Edit the issue, and it is looked at again.
        ",
    );
    from_issue(&mut life, "please give ada a badge").exits(1).says(
        "
        <!-- accolade nominate -->
        ## This nomination needs something more

        - **Badge**: which badge is missing

        Edit the issue, and it is looked at again.
        ",
    );
    from_issue(&mut life, "### Badge\n\nsoldering\n\n### Recipient\n\n_No response_\n\n### Date\n\nyesterday\n")
        .exits(1)
        .says(
            "
        <!-- accolade nominate -->
        ## This nomination needs something more

        - **Recipient**: who should get the badge is missing: the address of their public profile

        Edit the issue, and it is looked at again.
        ",
        );
    from_issue(&mut life, "### Badge\n\nsoldering\n\n### Recipient\n\n@ada\n\n### Date\n\nyesterday\n").exits(1).says(
        "
        <!-- accolade nominate -->
        ## This nomination needs something more

        - **Date**: `yesterday` is not a date such as 2026-05-04 or 2026-05-04T18:30:00Z

        Edit the issue, and it is looked at again.
        ",
    );
}

#[test]
fn an_address_in_an_issue_is_refused_without_repeating_it() {
    let mut life = Life::new();
    for (text, line) in [
        ("### Badge\n\nsoldering\n\n### Recipient\n\nada@home.family\n", "- **Recipient**: there is an e-mail address"),
        ("### Badge\n\nada@home.family\n\n### Recipient\n\n@ada\n", "- **Badge**: there is an e-mail address"),
        (
            "### Badge\n\nsoldering\n\n### Recipient\n\n@ada\n\n### Evidence\n\nhttps://x.example/?u=ada%40home.family",
            "- **Evidence**: ",
        ),
        (
            "ada (at) home.family\n\n### Badge\n\nsoldering\n\n### Recipient\n\n@ada\n",
            "- There is an e-mail address in the issue",
        ),
        (
            "### Badge\n\nsoldering\n\n### Recipient\n\n@ada\n\n### Extra\n\nada@home.family",
            "- There is an e-mail address in the issue",
        ),
    ] {
        let told = from_issue(&mut life, text).exits(1).complains("").stdout();
        assert!(told.contains(line), "{text}\n{told}");
        assert!(told.contains("The host keeps what an issue said before: delete that revision too"), "{told}");
        assert!(!told.contains("home"), "{told}");
        assert!(!life.test.path("g/nominations").exists(), "{text}");
        let event = event(&life, text);
        let told = life.run(0, &["nominate", "--from-issue", &event]).exits(1);
        assert!(!told.stderr().contains("home") && told.stdout().is_empty(), "{}", told.stderr());
    }
}

#[test]
fn the_text_of_an_issue_cannot_become_anything_else() {
    let mut life = Life::new();
    for badge in ["../../etc/passwd", "soldering/../x", "..\\x", "soldering\u{0}"] {
        from_issue(&mut life, &format!("### Badge\n\n{badge}\n\n### Recipient\n\n@ada\n"))
            .exits(if badge.contains('\u{0}') { 0 } else { 1 });
    }
    let all: Vec<String> = fs::read_dir(life.test.path("g/nominations"))
        .unwrap()
        .map(|it| it.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(all, ["issue-12-soldering.toml"]);

    let evil = "\"\"\"\n[[recipient]]\nurl = \"https://evil.example/\"\nnominator = '@lead'\n'''\n[x]";
    from_issue(&mut life, &format!("### Badge\n\nsoldering\n\n### Recipient\n\n@ada\n\n### Narrative\n\n{evil}\n"))
        .exits(0);
    let read: toml::Table = life.test.read("g/nominations/issue-12-soldering.toml").parse().unwrap();
    assert_eq!(read.keys().collect::<Vec<_>>(), ["badge", "narrative", "nominator", "recipient"]);
    assert_eq!(read["narrative"].as_str(), Some(evil));
    assert_eq!(read["nominator"].as_str(), Some("@grace"));
    assert_eq!(read["recipient"].as_array().unwrap().len(), 1);

    // What looks like the form's own heading would let one part speak for another.
    from_issue(
        &mut life,
        "### Badge\n\nsoldering\n\n### Narrative\n\nx\n\n### Recipient\n\n@evil\n\n### Recipient\n\n@ada\n",
    )
    .exits(1)
    .says(
        "
        <!-- accolade nominate -->
        ## This nomination needs something more

        - **Recipient**: this heading is there twice; take out the one that is not of the form

        Edit the issue, and it is looked at again.
        ",
    );
    let path = life.test.path("event.json");
    for (event, words) in [
        ("{}", "this is not the event of an issue: it has no `issue`"),
        (
            "{\"issue\":{\"number\":1,\"user\":{\"login\":\"x\"},\"html_url\":\"javascript:1\"}}",
            "the issue has no `html_url`",
        ),
        ("{\"issue\":{\"number\":1,\"html_url\":\"https://x.example/1\"}}", "the issue has no author"),
    ] {
        fs::write(&path, event).unwrap();
        let name = path.display().to_string();
        life.run(0, &["nominate", "--from-issue", &name]).fails_with(&format!("error: `{name}`: {words}"));
    }
}
