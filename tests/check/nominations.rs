//! `nominations/*.toml`: a contributor is told in one sentence what is wrong.

use super::common::GalleryTest;

/// A repository whose badge reports results.
fn with_results() -> GalleryTest {
    GalleryTest::small().file(
        "badges/soldering.toml",
        "
        name = 'Soldering'
        description = 'Joins metal that stays joined.'
        criteria = 'Solder ten joints that hold.'

        [[result]]
        id = 'joints'
        name = 'Good joints'
        type = 'RawScore'
        min = 0
        max = 10

        [[result]]
        id = 'neatness'
        name = 'Neatness'
        type = 'RubricCriterionLevel'
        [[result.level]]
        id = 'tidy'
        name = 'Tidy'
        ",
    )
}

#[test]
fn a_nomination_may_say_everything() {
    with_results()
        .file(
            "nominations/spring.toml",
            "
            badge = 'soldering'
            nominator = 'Grace'
            date = 2026-05-01
            narrative = 'Soldered at the *spring fair*.'
            valid_until = 2028-05-01
            activity_start = 2026-04-30
            activity_end = 2026-04-30
            role = 'Participant'
            licence_number = 17
            credits = 1
            term = 'Spring 2026'

            [source]
            name = 'Spring Fair'
            url = 'https://fair.example/'

            [[evidence]]
            url = 'https://fair.example/photos/1'
            name = 'Photo'
            genre = 'Photo'

            [[result]]
            result = 'joints'
            value = 10
            status = 'Completed'

            [[recipient]]
            url = 'https://social.example/@ada'
            name = 'Ada Lovelace'
            consent = 'https://social.example/@ada/1'

            [[recipient]]
            did = 'did:web:charles.example'
            narrative = 'Helped others as well.'
            [[recipient.result]]
            result = 'neatness'
            level = 'tidy'

            [[recipient]]
            email_hash = 'sha256$abababababababababababababababababababababababababababababababab'
            salt = 'c29tZSByYW5kb20gYnl0ZXM'
            ",
        )
        .run("check")
        .succeeds();
}

#[test]
fn a_retired_badge_keeps_its_nominations_until_they_are_signed_or_closed() {
    GalleryTest::small()
        .file(
            "badges/soldering.toml",
            "
            name = 'Soldering'
            description = 'Joins metal that stays joined.'
            criteria = 'Solder ten joints that hold.'
            retired = 2026-01-01
            ",
        )
        .file(
            "nominations/ada.toml",
            "
            badge = 'soldering'
            [[recipient]]
            url = 'https://social.example/@ada'
            ",
        )
        .file(
            "nominations/bo.toml",
            "badge = 'soldering'\ndate = 2025-12-31\n[[recipient]]\nurl = 'https://social.example/@bo'",
        )
        .run("check")
        .succeeds_with(
            "
            warning[late-nomination]: `soldering` was retired on 2026-01-01, and is awarded no more
             --> nominations/ada.toml:1:1
              |
            1 | badge = 'soldering'
              | ^^^^^^^^^^^^^^^^^^^
            help: give the `date` on which it was earned, if that was before; else take the file out
            ",
        );
}

#[test]
fn a_recipient_is_identified_in_one_way() {
    GalleryTest::small()
        .file(
            "nominations/spring.toml",
            "
            badge = 'soldering'

            [[recipient]]
            name = 'Ada Lovelace'

            [[recipient]]
            url = 'https://social.example/@ada'
            did = 'did:web:ada.example'

            [[recipient]]
            email_hash = 'sha256$ab'

            [[recipient]]
            email_hash = 'ada@example.org'
            salt = 'Kosher'

            [[recipient]]
            url = 'https://social.example/@bob'
            salt = 'c29tZSByYW5kb20gYnl0ZXM'
            ",
        )
        .run("check")
        .fails_with(
            r#"
            error[missing-key]: nothing identifies the recipient
             --> nominations/spring.toml:3:1
              |
            3 | [[recipient]]
              | ^^^^^^^^^^^^^ one of `email_hash`, `url`, `did` is missing
            help: add their profile's address (`url`), their `did`, or `email_hash` and `salt`: `accolade nominate --email` and the site's page Nominate make these

            error[no-consent]: nothing says that the recipient agreed to be named
             --> nominations/spring.toml:4:8
              |
            4 | name = 'Ada Lovelace'
              |        ^^^^^^^^^^^^^^ named here, without `consent`
            help: add `consent = "…"` (a link to where they said so, or a short note), or leave the name out

            error[bad-value]: the recipient is identified twice
             --> nominations/spring.toml:8:7
              |
            8 | did = 'did:web:ada.example'
              |       ^^^^^^^^^^^^^^^^^^^^^ beside another way
            help: keep one of `email_hash`, `url`, `did`

            error[unsalted-hash]: `salt` is missing
              --> nominations/spring.toml:10:1
               |
            10 | [[recipient]]
               | ^^^^^^^^^^^^^ a hash without a salt can be guessed
            help: hash the address with a fresh random salt, and give both

            error[bad-value]: `email_hash` has to have 64 hexadecimal digits after `sha256$`
              --> nominations/spring.toml:11:14
               |
            11 | email_hash = 'sha256$ab'
               |              ^^^^^^^^^^^
            help: `accolade nominate BADGE --email …`, or the site's page Nominate, makes hash and salt of an address

            error[email-in-repository]: `ada@example.org` is an e-mail address, not its hash
              --> nominations/spring.toml:14:14
               |
            14 | email_hash = 'ada@example.org'
               |              ^^^^^^^^^^^^^^^^^
            help: addresses are hashed with a salt before they enter a repository

            error[unsalted-hash]: `salt` is too short: 6 letters, digits and signs hold fewer than 128 bits
              --> nominations/spring.toml:15:8
               |
            15 | salt = 'Kosher'
               |        ^^^^^^^^
            help: take at least 22 random ones, fresh for each award

            error[bad-value]: `salt` belongs to `email_hash`, which is not given
              --> nominations/spring.toml:19:8
               |
            19 | salt = 'c29tZSByYW5kb20gYnl0ZXM'
               |        ^^^^^^^^^^^^^^^^^^^^^^^^^
            help: take it out
            "#,
        );
}

#[test]
fn a_nomination_is_held_against_its_badge() {
    with_results()
        .file(
            "nominations/spring.toml",
            "
            badge = 'soldering'
            [[recipient]]
            url = 'https://social.example/@ada'
            [[recipient.result]]
            result = 'joint'
            value = 3
            [[recipient.result]]
            result = 'joints'
            value = 11
            [[recipient.result]]
            result = 'neatness'
            level = 'tdy'
            status = 'Complete'
            [[recipient.result]]
            result = 'neatness'
            [[recipient]]
            url = 'https://social.example/@bo'
            [[recipient.result]]
            result = 'joints'
            value = 'eight'
            ",
        )
        .file("nominations/summer.toml", "badge = 'weaving'")
        .run("check")
        .fails_with(
            "
            error[unknown-result]: no result of the badge is called `joint`
             --> nominations/spring.toml:5:10
              |
            5 | result = 'joint'
              |          ^^^^^^^ named here
            help: did you mean `joints`?

            error[bad-value]: `11` is more than the greatest value, 10
             --> nominations/spring.toml:9:9
              |
            9 | value = 11
              |         ^^
            help: mend the value, or `max` in the badge

            error[unknown-result]: no level of the result is called `tdy`
              --> nominations/spring.toml:12:9
               |
            12 | level = 'tdy'
               |         ^^^^^ named here
            help: did you mean `tidy`?

            error[bad-value]: `Complete` is not a result status
              --> nominations/spring.toml:13:10
               |
            13 | status = 'Complete'
               |          ^^^^^^^^^^
            help: did you mean `Completed`?

            error[missing-key]: the result says nothing
              --> nominations/spring.toml:14:1
               |
            14 | [[recipient.result]]
               | ^^^^^^^^^^^^^^^^^^^^ has neither `value` nor `level` nor `status`
            help: add one of them

            error[bad-value]: `neatness` is reported twice
              --> nominations/spring.toml:15:10
               |
            15 | result = 'neatness'
               |          ^^^^^^^^^^
            help: take one out

            error[bad-value]: `eight` is not a number, and has to lie within a range
              --> nominations/spring.toml:20:9
               |
            20 | value = 'eight'
               |         ^^^^^^^
            help: write it in digits, such as `80` or `7.5`

            error[missing-key]: the nomination names no recipient
             --> nominations/summer.toml:1:1
              |
            1 | badge = 'weaving'
              | ^ `[[recipient]]` is missing
            help: add a table `[[recipient]]` with `url`, `did`, or `email_hash` and `salt`

            error[unknown-badge]: no badge is called `weaving`
             --> nominations/summer.toml:1:9
              |
            1 | badge = 'weaving'
              |         ^^^^^^^^^ named here
            help: known: `soldering`
            ",
        );
}

#[test]
fn dates_follow_each_other() {
    GalleryTest::small()
        .file(
            "nominations/spring.toml",
            "
            badge = 'soldering'
            date = 2026-05-01
            valid_until = 2026-04-30
            activity_start = 2026-05-02T10:00:00+02:00
            activity_end = 2026-05-01
            [[recipient]]
            url = 'https://social.example/@ada'
            valid_from = 2026-05-01
            valid_until = 2025-05-01
            date = 'first of May'
            [[recipient.evidence]]
            genre = 'Photo'
            ",
        )
        .run("check")
        .fails_with(
            "
            error[bad-value]: `valid_until` is not after `date`
             --> nominations/spring.toml:3:15
              |
            3 | valid_until = 2026-04-30
              |               ^^^^^^^^^^
            help: mend one of the two dates

            error[bad-value]: `activity_end` is not after `activity_start`
             --> nominations/spring.toml:5:16
              |
            5 | activity_end = 2026-05-01
              |                ^^^^^^^^^^
            help: mend one of the two dates

            error[bad-value]: `valid_until` is not after `valid_from`
             --> nominations/spring.toml:9:15
              |
            9 | valid_until = 2025-05-01
              |               ^^^^^^^^^^
            help: mend one of the two dates

            error[bad-value]: `first of May` is not a date such as 2026-05-04 or 2026-05-04T18:30:00Z
              --> nominations/spring.toml:10:8
               |
            10 | date = 'first of May'
               |        ^^^^^^^^^^^^^^

            error[missing-key]: the evidence says nothing
              --> nominations/spring.toml:11:1
               |
            11 | [[recipient.evidence]]
               | ^^^^^^^^^^^^^^^^^^^^^^ has neither `url` nor `narrative`
            help: add one of them, or take the table out
            ",
        );
}

#[test]
fn a_salt_is_used_once() {
    let hash = "ab".repeat(32);
    GalleryTest::small()
        .file(
            "nominations/spring.toml",
            &format!(
                "
            badge = 'soldering'
            [[recipient]]
            email_hash = 'sha256${hash}'
            salt = 'c29tZSByYW5kb20gYnl0ZXM'
            [[recipient]]
            email_hash = 'sha256${hash}'
            salt = 'c29tZSByYW5kb20gYnl0ZXM'
            "
            ),
        )
        .run("check")
        .fails_with(
            "
            error[reused-salt]: this salt is used twice
             --> nominations/spring.toml:7:8
              |
            7 | salt = 'c29tZSByYW5kb20gYnl0ZXM'
              |        ^^^^^^^^^^^^^^^^^^^^^^^^^ and in `nominations/spring.toml`
            help: take a fresh random salt for each award
            ",
        );
}
