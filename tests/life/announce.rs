//! `announce`: a comment for the host and letters for a mail program; nothing is sent, and no address is kept.

use crate::kit::Life;
use std::fs;

/// A German gallery at GitHub with one award before and four after a commit; and the ids of the four.
fn awarded(language: &str) -> (Life, Vec<String>) {
    let mut life = Life::new();
    let site =
        life.test.read("g/accolade.toml").replace("https://git.example/badges", "https://github.com/guild/badges");
    fs::write(life.test.path("g/accolade.toml"), format!("{site}language = '{language}'\n")).unwrap();
    fs::write(
        life.test.path("g/issuers/hackerspace.toml"),
        life.test
            .read("g/issuers/hackerspace.toml")
            .replace("name = 'Hackerspace Gent'", "name = 'Hackerspace Gent'\nemail = 'badges@space.family'"),
    )
    .unwrap();
    life.award(&["--email", "before@mail.family"]);
    life.git(0, &["init", "-q"]);
    life.commit(0, "Begin");
    let ids = [
        &["--url", "https://github.com/ada", "--date", "2026-04-01"][..],
        &[
            "--url",
            "https://elsewhere.example/~bo",
            "--date",
            "2026-04-02",
            "--name",
            "Bo *the* [Great]",
            "--consent",
            "yes",
        ],
        &["--email", "Cleo@Mail.family", "--date", "2026-04-03"],
        &["--email", "dan@mail.family", "--date", "2026-04-04"],
    ]
    .iter()
    .map(|it| life.award(it))
    .collect();
    (life, ids)
}

#[test]
fn a_comment_calls_whoever_is_at_the_host_and_hides_the_others() {
    let (mut life, ids) = awarded("en");
    let page = |n: usize| format!("https://badges.example/assertions/{}/", ids[n]);
    life.run(0, &["announce", "--since", "HEAD"]).succeeds().says(&format!(
        "
        <!-- accolade announce -->
        ## Newly awarded

        - [Soldering]({}) for @ada, awarded by Hackerspace Gent on 1 April 2026
        - [Soldering]({}) for Bo \\*the\\* \\[Great\\], awarded by Hackerspace Gent on 2 April 2026
        - [Soldering]({}) for somebody who is not named here, awarded by Hackerspace Gent on 3 April 2026
        - [Soldering]({}) for somebody who is not named here, awarded by Hackerspace Gent on 4 April 2026

        The page of each award proves itself to whoever opens it. Its holder can download it there, print it, and add it to a profile.
        ",
        page(0), page(1), page(2), page(3)
    ));
    life.commit(1, "Sign");
    life.run(1, &["announce", "--since", "HEAD"]).succeeds_with("there is no new award").says("");
    life.run(1, &["revoke", &ids[0], "--reason", "by mistake"]).exits(0);
    let told = life.run(1, &["announce", "--since", "HEAD^", "--format", "json"]).succeeds().stdout();
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    let told: Vec<&str> = told["awards"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap()).collect();
    assert_eq!(told, ids[1..]);
    life.run(1, &["announce", "00000000000000000000"]).fails_with("error: no award has the id `00000000000000000000`");
    life.run(1, &["announce"]).exits(2);
}

#[test]
fn letters_go_to_whoever_a_hash_is_of() {
    let (mut life, ids) = awarded("de");
    fs::write(
        life.test.path("people.csv"),
        "\u{feff}Name;E-Mail;email;telephone\nCleö\u{9}Ünal;x;cleo@mail.family;1\n;;stranger@mail.family;2\n",
    )
    .unwrap();
    let [table, out, inside] =
        ["people.csv", "letters", "g/letters"].map(|it| life.test.path(it).display().to_string());
    let ran = life.run(0, &["announce", "--since", "HEAD", "--addresses", &table, "--out", &out]).exits(0).complains(
        &format!(
            "
        1 letter written to `{out}`
        no address in `{table}` is that of the recipient of {}
        ",
            ids[3]
        ),
    );
    assert!(ran.stdout().contains("verliehen von Hackerspace Gent am 1. April 2026"), "{}", ran.stdout());
    let files: Vec<String> =
        fs::read_dir(&out).unwrap().map(|it| it.unwrap().file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(files, [format!("{}.eml", ids[2])]);
    let letter = life.test.read(&format!("letters/{}.eml", ids[2]));
    for line in [
        "From: \"Hackerspace Gent\" <badges@space.family>\r\n",
        "To: <cleo@mail.family>\r\n",
        "Date: Mon, 4 May 2026 12:00:00 +0000\r\n",
        &format!("Message-ID: <{}.1777896000@badges.example>\r\n", ids[2]),
        "X-Unsent: 1\r\n",
        "MIME-Version: 1.0\r\n",
        "Content-Type: text/plain; charset=\"utf-8\"\r\n",
    ] {
        assert!(letter.contains(line), "{line}{letter}");
    }
    assert!(letter.lines().all(|it| it.len() <= 998), "{letter}");

    // As the repository wants it said; nothing of it reaches the repository.
    fs::create_dir_all(life.test.path("g/templates/words")).unwrap();
    fs::write(
        life.test.path("g/templates/words/de.ftl"),
        "announce-letter = Hurra: { $url }\nannounce-hello-name = Moin { $name }!\n",
    )
    .unwrap();
    life.run(0, &["announce", &ids[2], "--addresses", &table, "--out", &out, "--from", "ada@space.family"]).exits(0);
    let letter = life.test.read(&format!("letters/{}.eml", ids[2]));
    assert!(letter.contains("<ada@space.family>") && letter.contains("Hurra: https://badges.example/"), "{letter}");
    life.publish(0);
    assert_eq!(life.is_anywhere("cleo@mail.family"), [""; 0]);

    life.run(0, &["announce", &ids[2], "--addresses", &table, "--out", &inside]).fails_with(&format!(
        "error: `{inside}` lies in a git work tree, where its addresses could be published by accident: choose a folder elsewhere"
    ));
    fs::copy(life.test.path("people.csv"), life.test.path("g/people.csv")).unwrap();
    let inside = life.test.path("g/people.csv").display().to_string();
    life.run(0, &["announce", &ids[2], "--addresses", &inside, "--out", &out]).fails_with(&format!(
        "error: `{inside}` lies in the repository, where its addresses could be published by accident: move it elsewhere"
    ));
    fs::remove_file(life.test.path("g/people.csv")).unwrap();
    fs::write(life.test.path("people.csv"), "name,mail\nCleo,cleo@mail.family\n").unwrap();
    life.run(0, &["announce", &ids[2], "--addresses", &table, "--out", &out]).fails_with(&format!(
        "
        error: `{table}`, row 1: there is no column `email`
        error: no letter was written
        "
    ));
    fs::write(life.test.path("people.csv"), "name,email\nCleo,cleo\n").unwrap();
    life.run(0, &["announce", &ids[2], "--addresses", &table, "--out", &out]).fails_with(&format!(
        "
        error: `{table}`, row 2, column email: `cleo` is not an e-mail address such as ada@example.org
        error: no letter was written
        "
    ));
}
