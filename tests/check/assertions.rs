//! Assertions and ledgers: each is held against the other. Proofs are another stage's business, so only the
//! first two stages run here.

use super::common::{GalleryTest, dedent};
use accolade::{
    diagnostic::{Diagnostics, Style},
    pipeline,
};

const ADA: &str = "0000000000000000000a";
const BOB: &str = "0000000000000000000b";

/// An assertion as it would be signed, without its proof.
fn assertion(badge: &str, id: &str, index: u32) -> String {
    format!(
        r#"{{
          "@context": ["https://www.w3.org/ns/credentials/v2"],
          "id": "https://badges.example/assertions/{id}/credential.json",
          "type": ["VerifiableCredential", "OpenBadgeCredential"],
          "issuer": {{ "id": "did:web:badges.example:issuers:hackerspace", "type": ["Profile"], "name": "Hackerspace" }},
          "validFrom": "2026-05-01T00:00:00Z",
          "credentialSubject": {{
            "type": ["AchievementSubject"],
            "id": "https://social.example/@ada",
            "achievement": {{ "id": "https://badges.example/badges/{badge}/achievement.json", "type": ["Achievement"] }}
          }},
          "credentialStatus": {{
            "id": "https://badges.example/status/hackerspace/1.json#{index}",
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": "{index}",
            "statusListCredential": "https://badges.example/status/hackerspace/1.json"
          }}
        }}"#
    )
}

/// An entry of the ledger.
fn awarded(badge: &str, id: &str, index: u32) -> String {
    format!(
        "[[entry]]\nevent = 'awarded'\nid = '{id}'\nat = 2026-05-01T00:00:00Z\nbadge = '{badge}'\nlist = 1\nindex = {index}\n"
    )
}

/// A repository with one award, to Ada.
fn with_an_award() -> GalleryTest {
    GalleryTest::small()
        .file("status/hackerspace/1.json", "{}")
        .file("status/hackerspace/ledger.toml", &awarded("soldering", ADA, 7))
        .file(&format!("assertions/soldering/{ADA}.json"), &assertion("soldering", ADA, 7))
}

/// What the first two stages say of a repository.
#[track_caller]
fn says(test: &GalleryTest, expected: &str) {
    let mut problems = Diagnostics::default();
    let sources = pipeline::load(&test.path(""), &mut problems).unwrap();
    let _ = pipeline::check(&sources, &mut problems);
    let trim = |text: &str| text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim_end().to_owned();
    let (found, expected) = (trim(&problems.show(Style::Plain)), trim(&dedent(expected)));
    assert!(found == expected, "\n--- expected\n{expected}\n--- found\n{found}\n---");
}

#[test]
fn an_award_that_its_ledger_knows_is_in_the_gallery() {
    let test = with_an_award()
        .file("people/ada.toml", "name = 'Ada'\nconsent = 'yes'\nidentities = ['https://social.example/@ada']");
    says(&test, "");

    let mut problems = Diagnostics::default();
    let sources = pipeline::load(&test.path(""), &mut problems).unwrap();
    let gallery = pipeline::check(&sources, &mut problems).unwrap();
    assert_eq!(gallery.assertions.len(), 1);
    assert_eq!(gallery.owners.values().map(|it| it.as_str()).collect::<Vec<_>>(), ["ada"]);
    assert_eq!(gallery.standings[&ADA.parse().unwrap()].index, 7);
}

#[test]
fn an_award_that_no_ledger_knows_is_refused() {
    says(
        &with_an_award().file("status/hackerspace/ledger.toml", "# nothing yet\n"),
        "
            error[ledger-mismatch]: the ledger of `hackerspace` does not know this assertion
             --> assertions/soldering/0000000000000000000a.json
            help: restore its entry in `status/hackerspace/ledger.toml`, or award it with `accolade award`
            ",
    );
}

#[test]
fn an_award_cannot_vanish() {
    says(
        &with_an_award().without(&format!("assertions/soldering/{ADA}.json")),
        "
            error[ledger-mismatch]: the assertion `0000000000000000000a` is gone
             --> status/hackerspace/ledger.toml:1:1
              |
            1 | [[entry]]
              | ^^^^^^^^^ awarded here
            help: its address was promised to last: restore it, such as with `git checkout origin/main -- assertions/soldering/0000000000000000000a.json`; `accolade revoke` and `accolade forget` take awards back
            ",
    );
}

#[test]
fn an_erased_award_leaves_no_file() {
    let erased = format!(
        "{}[[entry]]\nevent = 'erased'\nid = '{ADA}'\nat = 2026-06-01T00:00:00Z\n",
        awarded("soldering", ADA, 7)
    );
    let test = with_an_award().file("status/hackerspace/ledger.toml", &erased);
    says(
        &test,
        "
            error[ledger-mismatch]: the ledger says that `0000000000000000000a` is erased, but it is there
             --> status/hackerspace/ledger.toml:1:1
              |
            1 | [[entry]]
              | ^^^^^^^^^ awarded here
            help: remove `assertions/soldering/0000000000000000000a.json`
            ",
    );
    says(&test.without(&format!("assertions/soldering/{ADA}.json")), "");
}

#[test]
fn an_assertion_and_its_entry_say_the_same() {
    says(
        &with_an_award().file("status/hackerspace/ledger.toml", &awarded("soldering", ADA, 8)),
        "
            error[ledger-mismatch]: `assertions/soldering/0000000000000000000a.json` and the ledger disagree
             --> status/hackerspace/ledger.toml:1:1
              |
            1 | [[entry]]
              | ^^^^^^^^^ the index is 8 of list 1 here, and 7 of list 1 there
            help: neither is ever edited: restore both from the history of the repository
            ",
    );
    says(
        &with_an_award().file("status/hackerspace/ledger.toml", &awarded("welding", ADA, 7)),
        "
            error[unknown-badge]: no badge is called `welding`
             --> status/hackerspace/ledger.toml:1:1
              |
            1 | [[entry]]
              | ^^^^^^^^^ awarded here
            help: known: `soldering`

            error[ledger-mismatch]: `assertions/soldering/0000000000000000000a.json` and the ledger disagree
             --> status/hackerspace/ledger.toml:1:1
              |
            1 | [[entry]]
              | ^^^^^^^^^ the badge is `welding` here, and `soldering` there
            help: neither is ever edited: restore both from the history of the repository
            ",
    );
}

#[test]
fn an_assertion_lies_where_it_says() {
    let test = with_an_award().file(&format!("assertions/soldering/{BOB}.json"), &assertion("soldering", ADA, 7));
    says(
        &test,
        "
            error[misplaced-assertion]: the assertion says that it is another one
             --> assertions/soldering/0000000000000000000b.json
            help: it belongs at `assertions/soldering/0000000000000000000a.json`
            ",
    );
}

#[test]
fn an_entry_is_written_in_one_line_below_its_event() {
    let entry = |rest: &str| {
        let ledger = format!("[[entry]] # awarded\nawarded = {{ id = '{ADA}', at = 2026-05-01T00:00:00Z, {rest} }}\n");
        with_an_award().file("status/hackerspace/ledger.toml", &ledger)
    };
    says(&entry("badge = 'soldering', list = 1, index = 7"), "");
    says(
        &entry("badge = 'soldering', list = 1, indx = 7"),
        "
            error[missing-key]: `index` is missing
             --> status/hackerspace/ledger.toml:2:11
              |
            2 | awarded = { id = '0000000000000000000a', at = 2026-05-01T00:00:00Z, badge = 'soldering', list = 1, indx = 7 }
              |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ an entry needs it

            error[unknown-key]: an entry has no key `indx`
             --> status/hackerspace/ledger.toml:2:100
              |
            2 | awarded = { id = '0000000000000000000a', at = 2026-05-01T00:00:00Z, badge = 'soldering', list = 1, indx = 7 }
              |                                                                                                    ^^^^ not known here
            help: did you mean `index`?
            ",
    );
}

#[test]
fn ids_and_indexes_are_used_once() {
    let ledger = awarded("soldering", ADA, 7) + &awarded("soldering", ADA, 8) + &awarded("soldering", BOB, 7);
    says(
        &with_an_award().file("status/hackerspace/ledger.toml", &ledger),
        "
            error[bad-ledger]: `0000000000000000000a` is awarded twice
             --> status/hackerspace/ledger.toml:8:1
              |
            1 | [[entry]]
              | --------- first here
            ...
            8 | [[entry]]
              | ^^^^^^^^^ again here
            help: every assertion has an id of its own: keep the first of the two entries

            error[ledger-mismatch]: the assertion `0000000000000000000b` is gone
              --> status/hackerspace/ledger.toml:15:1
               |
            15 | [[entry]]
               | ^^^^^^^^^ awarded here
            help: its address was promised to last: restore it, such as with `git checkout origin/main -- assertions/soldering/0000000000000000000b.json`; `accolade revoke` and `accolade forget` take awards back

            error[shared-index]: index 7 of list 1 is taken twice
              --> status/hackerspace/ledger.toml:15:1
               |
             1 | [[entry]]
               | --------- first here
            ...
            15 | [[entry]]
               | ^^^^^^^^^ again here
            help: `accolade reseal 0000000000000000000b` signs the later award anew, with an index of its own
            ",
    );
}

#[test]
fn entries_are_about_awards_above_them() {
    let ledger = format!(
        "[[entry]]\nevent = 'revoked'\nid = '{BOB}'\nat = 2026-05-01T00:00:00Z\nreason = 'Typo'\n{}",
        awarded("soldering", ADA, 7)
    );
    says(
        &with_an_award().file("status/hackerspace/ledger.toml", &ledger),
        "
            error[bad-ledger]: nothing above awards `0000000000000000000b`
             --> status/hackerspace/ledger.toml:1:1
              |
            1 | [[entry]]
              | ^^^^^^^^^ this entry is about it
            help: a ledger is only ever appended to: restore what was taken out of it
            ",
    );
}

#[test]
fn every_entry_is_read_closely() {
    let ledger = awarded("soldering", ADA, 7)
        + "
[[entry]]
event = 'revokd'
id = 'ADA'
at = 'yesterday'

[[entry]]
event = 'awarded'
id = 'soldering'
at = 2026-05-01
badge = 'soldering'
list = 0
index = 131072
reason = 'x'
";
    says(&with_an_award().file("status/hackerspace/ledger.toml", &ledger), "
            error[bad-value]: `revokd` is not an event of a ledger
              --> status/hackerspace/ledger.toml:10:9
               |
            10 | event = 'revokd'
               |         ^^^^^^^^
            help: did you mean `revoked`?

            error[bad-value]: `ADA` is not the id of an assertion: it needs 20 characters of 0-9 and a-z without i, l, o and u
              --> status/hackerspace/ledger.toml:11:6
               |
            11 | id = 'ADA'
               |      ^^^^^

            error[bad-value]: `yesterday` is not a date such as 2026-05-04 or 2026-05-04T18:30:00Z
              --> status/hackerspace/ledger.toml:12:6
               |
            12 | at = 'yesterday'
               |      ^^^^^^^^^^^

            error[bad-value]: `soldering` is not the id of an assertion: it needs 20 characters of 0-9 and a-z without i, l, o and u
              --> status/hackerspace/ledger.toml:16:6
               |
            16 | id = 'soldering'
               |      ^^^^^^^^^^^

            error[bad-ledger]: status lists are numbered from 1
              --> status/hackerspace/ledger.toml:19:8
               |
            19 | list = 0
               |        ^

            error[bad-ledger]: a status list has the indexes 0 to 131071
              --> status/hackerspace/ledger.toml:20:9
               |
            20 | index = 131072
               |         ^^^^^^

            error[unknown-key]: an entry has no key `reason`
              --> status/hackerspace/ledger.toml:21:1
               |
            21 | reason = 'x'
               | ^^^^^^ not known here
            help: known keys: `event`, `id`, `at`, `badge`, `list`, `index`, `consent`, `nominator`, `nominated`, `reviewers`, `request`
            ");
}

#[test]
fn a_ledger_of_an_unknown_issuer_is_refused() {
    says(
        &GalleryTest::small().file("status/hackspace/ledger.toml", "# nothing yet\n"),
        "
            error[unknown-issuer]: no issuer is called `hackspace`
             --> status/hackspace/ledger.toml
            help: did you mean `hackerspace`?
            ",
    );
}

#[test]
fn an_award_stands_in_one_ledger() {
    let test = with_an_award()
        .file("issuers/guild.toml", "name = 'Guild'")
        .file("badges/soldering.toml", "name = 'S'\ndescription = 'd'\ncriteria = 'c'\nissuer = 'hackerspace'")
        .file("status/guild/1.json", "{}")
        .file("status/guild/ledger.toml", &awarded("soldering", ADA, 7));
    let mut problems = Diagnostics::default();
    let sources = pipeline::load(&test.path(""), &mut problems).unwrap();
    let _ = pipeline::check(&sources, &mut problems);
    let found = problems.all().iter().find(|it| it.message == format!("`{ADA}` stands in two ledgers"));
    let found = found.unwrap_or_else(|| panic!("{}", problems.show(Style::Plain)));
    assert_eq!(found.help.as_deref(), Some("keep it in the ledger of its issuer"));
    let places: Vec<(&str, &str)> = found.labels.iter().map(|it| (it.file.path.as_str(), it.text.as_str())).collect();
    assert_eq!(places, [("status/hackerspace/ledger.toml", "here"), ("status/guild/ledger.toml", "and here")]);
}

#[test]
fn a_status_list_that_awards_stand_in_has_to_be_there() {
    says(
        &with_an_award().without("status/hackerspace/1.json"),
        "
            error[bad-status-list]: the status list `status/hackerspace/1.json` is missing
             --> status/hackerspace/ledger.toml:1:1
              |
            1 | [[entry]]
              | ^^^^^^^^^ this award stands in it
            help: `accolade reseal` makes it anew from the ledger
            ",
    );
}

#[test]
fn what_is_no_assertion_is_refused() {
    let nested = format!("{{\"a\": {}1{}}}", "[".repeat(5000), "]".repeat(5000));
    let test = GalleryTest::small()
        .file(&format!("assertions/soldering/{ADA}.json"), &nested)
        .file(&format!("assertions/soldering/{BOB}.json"), "{}")
        .file("assertions/soldering/best.json", "{}")
        .file(&format!("assertions/sodlering/{}.json", "0000000000000000000c"), &assertion("soldering", ADA, 7));
    says(&test, "
            error[misplaced-assertion]: the assertion says that it is another one
             --> assertions/sodlering/0000000000000000000c.json
            help: it belongs at `assertions/soldering/0000000000000000000a.json`

            error[invalid-assertion]: this is no Open Badges 3.0 credential: missing field `id` at line 1 column 10008
             --> assertions/soldering/0000000000000000000a.json
            help: an assertion is never edited: restore it as it was signed, such as with `git checkout origin/main -- assertions/soldering/0000000000000000000a.json`; `accolade correct` says something right

            error[invalid-assertion]: this is no Open Badges 3.0 credential: missing field `id` at line 1 column 2
             --> assertions/soldering/0000000000000000000b.json
            help: an assertion is never edited: restore it as it was signed, such as with `git checkout origin/main -- assertions/soldering/0000000000000000000b.json`; `accolade correct` says something right

            error[bad-name]: `best` is not the id of an assertion: it needs 20 characters of 0-9 and a-z without i, l, o and u
             --> assertions/soldering/best.json
            help: `accolade award` chooses the file's name
            ");
}

#[test]
fn a_signed_name_needs_recorded_consent() {
    let named = assertion("soldering", ADA, 7).replace(
        r#""id": "https://social.example/@ada","#,
        r#""id": "https://social.example/@ada",
            "identifier": [{ "type": "IdentityObject", "hashed": false, "identityHash": "Ada", "identityType": "name" }],"#,
    );
    let test = with_an_award().file(&format!("assertions/soldering/{ADA}.json"), &named);
    says(
        &test,
        "
            error[no-consent]: `assertions/soldering/0000000000000000000a.json` names its recipient
             --> status/hackerspace/ledger.toml:1:1
              |
            1 | [[entry]]
              | ^^^^^^^^^ this entry has no `consent`
            help: only who agreed is named: restore the entry as it was made
            ",
    );
    let consent = awarded("soldering", ADA, 7) + "consent = 'https://social.example/@ada/1'\n";
    says(&test.file("status/hackerspace/ledger.toml", &consent), "");
}

#[test]
fn an_e_mail_address_in_an_assertion_is_refused() {
    let shown = assertion("soldering", ADA, 7)
        .replace(
            r#""type": ["AchievementSubject"],"#,
            r#""type": ["AchievementSubject"], "narrative": "Ask ada@example.org.","#,
        )
        .replace(r#""name": "Hackerspace""#, r#""name": "Hackerspace", "email": "board@hackerspace.example""#);
    says(
        &with_an_award().file(&format!("assertions/soldering/{ADA}.json"), &shown),
        "
            error[email-in-repository]: the assertion shows the e-mail address `ada@example.org`
             --> assertions/soldering/0000000000000000000a.json
            help: erase it with `accolade forget`, and award it anew without the address
            ",
    );
}

#[test]
fn a_long_ledger_is_read_in_parts_and_every_place_is_right() {
    let ledger: String = (0..2000)
        .map(|number| {
            awarded("soldering", &format!("{number:020}"), number).replace("index = 1999\n", "index = 1999\nindx = 3\n")
        })
        .collect();
    let test =
        GalleryTest::small().file("status/hackerspace/1.json", "{}").file("status/hackerspace/ledger.toml", &ledger);
    let mut problems = Diagnostics::default();
    let sources = pipeline::load(&test.path(""), &mut problems).unwrap();
    let _ = pipeline::check(&sources, &mut problems);
    let shown = problems.show(Style::Plain);
    assert_eq!(shown.matches("error[ledger-mismatch]").count(), 2000, "one for each missing file");
    assert!(shown.contains("ledger.toml:14001:1"), "the line of the key that is not known");
}
