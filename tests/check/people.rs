//! `people/*.toml`: nobody is named who did not agree.

use super::common::GalleryTest;

#[test]
fn a_person_may_say_everything() {
    GalleryTest::small()
        .file(
            "people/ada.toml",
            "
            name = 'Ada Lovelace'
            bio = 'Writes **programs**.'
            consent = 'https://git.example/badges/pulls/1'
            identities = ['https://social.example/@ada', 'did:web:ada.example']

            [[link]]
            name = 'Home'
            url = 'https://ada.example/'
            ",
        )
        .run("check")
        .succeeds();
}

#[test]
fn nobody_is_named_without_consent() {
    GalleryTest::small().file("people/ada.toml", "name = 'Ada Lovelace'").run("check").fails_with(
        r#"
            error[no-consent]: nothing says that this person agreed to be named
             --> people/ada.toml:1:1
              |
            1 | name = 'Ada Lovelace'
              | ^ `consent` is missing
            help: add `consent = "…"`: a link to where they said so, or a short note
            "#,
    );
}

#[test]
fn no_e_mail_address_enters_the_repository() {
    GalleryTest::small()
        .file(
            "people/ada.toml",
            "
            name = 'Ada Lovelace' # ada@example.org
            bio = 'Write to ada.lovelace+badges@mail.example.org or @ada@social.example.'
            consent = 'mail of 4 May'
            identities = ['mailto:ada@example.org', 'https://social.example/@ada', 'did:Web:ada']
            ",
        )
        .run("check")
        .fails_with(
            "
            error[email-in-repository]: an e-mail address may not stand here
             --> people/ada.toml:1:25
              |
            1 | name = 'Ada Lovelace' # ada@example.org
              |                         ^^^^^^^^^^^^^^^ everybody could read it
            help: name people by a profile address or a DID, and awards by their id

            error[email-in-repository]: an e-mail address may not stand here
             --> people/ada.toml:2:17
              |
            2 | bio = 'Write to ada.lovelace+badges@mail.example.org or @ada@social.example.'
              |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ everybody could read it
            help: name people by a profile address or a DID, and awards by their id

            error[bad-value]: `mailto:ada@example.org` is not a web address: it has no `https://` in front
             --> people/ada.toml:4:15
              |
            4 | identities = ['mailto:ada@example.org', 'https://social.example/@ada', 'did:Web:ada']
              |               ^^^^^^^^^^^^^^^^^^^^^^^^
            help: write the whole address, from `https://` on

            error[email-in-repository]: an e-mail address may not stand here
             --> people/ada.toml:4:23
              |
            4 | identities = ['mailto:ada@example.org', 'https://social.example/@ada', 'did:Web:ada']
              |                       ^^^^^^^^^^^^^^^ everybody could read it
            help: name people by a profile address or a DID, and awards by their id

            error[bad-value]: `did:Web:ada` is not a DID
             --> people/ada.toml:4:72
              |
            4 | identities = ['mailto:ada@example.org', 'https://social.example/@ada', 'did:Web:ada']
              |                                                                        ^^^^^^^^^^^^^
            help: a DID looks like `did:web:example.org` or `did:key:z6Mk…`
            ",
        );
}

#[test]
fn an_award_that_there_is_not_cannot_be_claimed() {
    GalleryTest::small()
        .file("people/ada.toml", "
            name = 'Ada Lovelace'
            consent = 'mail of 4 May'
            awards = ['0kq83m1z7v5t9b2n4p6r', 'soldering']
            ")
        .run("check")
        .fails_with("
            error[unknown-assertion]: no assertion has the id `0kq83m1z7v5t9b2n4p6r`
             --> people/ada.toml:3:11
              |
            3 | awards = ['0kq83m1z7v5t9b2n4p6r', 'soldering']
              |           ^^^^^^^^^^^^^^^^^^^^^^ named here
            help: the id stands in the address of the award

            error[bad-value]: `soldering` is not the id of an assertion: it needs 20 characters of 0-9 and a-z without i, l, o and u
             --> people/ada.toml:3:35
              |
            3 | awards = ['0kq83m1z7v5t9b2n4p6r', 'soldering']
              |                                   ^^^^^^^^^^^
            ");
}

#[test]
fn an_identity_is_of_one_person() {
    GalleryTest::small()
        .file("people/ada.toml", "name = 'Ada'\nconsent = 'yes'\nidentities = ['https://social.example/@ada']")
        .file(
            "people/countess.toml",
            "name = 'Countess'\nconsent = 'yes'\nidentities = ['https://social.example/@ada']",
        )
        .run("check")
        .fails_with(
            "
            error[bad-value]: `https://social.example/@ada` belongs to `people/ada.toml` already
             --> people/countess.toml
            help: keep it with one of the two
            ",
        );
}
