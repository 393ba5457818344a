//! `issuers/*.toml`.

use super::common::GalleryTest;

#[test]
fn an_issuer_may_say_everything() {
    GalleryTest::small()
        .file(
            "issuers/hackerspace.toml",
            "
            name = 'Hackerspace Gent'
            url = 'https://hackerspace.example/'
            email = 'board@hackerspace.example'
            description = 'We **make** things.'
            linkedin_id = 12345

            [parent]
            name = 'Makers of Belgium'
            url = 'https://makers.example/'

            [[identifier]]
            identifier = 'BE0123456789'
            type = 'ext:KBO'

            [[link]]
            name = 'Mastodon'
            url = 'https://social.example/@hackerspace'

            [[key]]
            public = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2'
            from = 2026-01-01
            until = 2027-01-01T12:00:00
            ",
        )
        .run("check")
        .succeeds();
}

#[test]
fn what_an_issuer_cannot_be_is_told() {
    GalleryTest::small()
        .file("issuers/hackerspace.toml", "
            name = 'Hackerspace\\nGent'
            url = 'www.hackerspace.example'
            email = 'board at hackerspace'
            linkedin_id = 'company/hackerspace'
            founded = 2010-01-01

            [parent]
            name = 'Makers of Belgium'

            [[identifier]]
            identifier = 'BE0123456789'
            type = 'identifer'

            [[link]]
            name = 'Mail'
            url = 'mailto:board@hackerspace.example'
            ")
        .run("check")
        .fails_with("
            error[bad-value]: `www.hackerspace.example` is not a web address: it has no `https://` in front
             --> issuers/hackerspace.toml:2:7
              |
            2 | url = 'www.hackerspace.example'
              |       ^^^^^^^^^^^^^^^^^^^^^^^^^
            help: write `https://www.hackerspace.example`

            error[bad-value]: `board at hackerspace` is not an e-mail address
             --> issuers/hackerspace.toml:3:9
              |
            3 | email = 'board at hackerspace'
              |         ^^^^^^^^^^^^^^^^^^^^^^
            help: write one such as `badges@example.org`

            error[bad-value]: `company/hackerspace` is not the id of a LinkedIn page
             --> issuers/hackerspace.toml:4:15
              |
            4 | linkedin_id = 'company/hackerspace'
              |               ^^^^^^^^^^^^^^^^^^^^^
            help: it is the number in the address of the page's admin view

            error[unknown-key]: an issuer has no key `founded`
             --> issuers/hackerspace.toml:5:1
              |
            5 | founded = 2010-01-01
              | ^^^^^^^ not known here
            help: known keys: `name`, `url`, `email`, `description`, `logo_alt`, `linkedin_id`, `parent`, `identifier`, `link`, `share`, `key`

            error[missing-key]: `url` is missing
             --> issuers/hackerspace.toml:7:1
              |
            7 | [parent]
              | ^^^^^^^^ a parent organisation needs it

            error[bad-value]: `identifer` is not an identifier type
              --> issuers/hackerspace.toml:12:8
               |
            12 | type = 'identifer'
               |        ^^^^^^^^^^^
            help: did you mean `identifier`?

            error[bad-value]: `mailto:board@hackerspace.example` is not a web address: it has no `https://` in front
              --> issuers/hackerspace.toml:16:7
               |
            16 | url = 'mailto:board@hackerspace.example'
               |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            help: write the whole address, from `https://` on
            ");
}

#[test]
fn keys_that_cannot_be_used_are_told() {
    GalleryTest::small()
        .file(
            "issuers/hackerspace.toml",
            "
            name = 'Hackerspace Gent'

            [[key]]
            public = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2'
            from = 2026-01-01
            until = 2025-01-01

            [[key]]
            public = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2'

            [[key]]
            public = 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQAB'

            [[key]]
            form = 2026-01-01

            [[key]]
            public = 'z3u2en7t5LR2WtQH5PfFqMqwVHgeXouLzo6haApm8XHqvjxq'
            compromised = 'yesterday'
            ",
        )
        .run("check")
        .fails_with(
            "
            error[secret-key]: a secret key stands where the public one belongs
             --> issuers/hackerspace.toml
            help: take it out, and if it was ever pushed, replace it: anybody may have it now

            error[bad-value]: `until` is not after `from`
             --> issuers/hackerspace.toml:6:9
              |
            6 | until = 2025-01-01
              |         ^^^^^^^^^^ the key would never be good

            error[bad-key]: this key is listed twice
             --> issuers/hackerspace.toml:9:10
              |
            9 | public = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2'
              |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            help: keep one table for each key

            error[bad-key]: this key cannot be used: only keys of the kind `ssh-ed25519` can sign badges
              --> issuers/hackerspace.toml:12:10
               |
            12 | public = 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQAB'
               |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            help: write `ssh-ed25519 AAAA…` as in the file that ends in `.pub`, or `z6Mk…`

            error[missing-key]: `public` is missing
              --> issuers/hackerspace.toml:14:1
               |
            14 | [[key]]
               | ^^^^^^^ a key needs it

            error[unknown-key]: a key has no key `form`
              --> issuers/hackerspace.toml:15:1
               |
            15 | form = 2026-01-01
               | ^^^^ not known here
            help: did you mean `from`?

            error[bad-value]: `yesterday` is not a date such as 2026-05-04 or 2026-05-04T18:30:00Z
              --> issuers/hackerspace.toml:19:15
               |
            19 | compromised = 'yesterday'
               |               ^^^^^^^^^^^
            ",
        );
}

#[test]
fn a_key_is_a_list_of_tables() {
    GalleryTest::small()
        .file("issuers/hackerspace.toml", "name = 'Hackerspace Gent'\nkey = 'z6Mk'\nlink = ['a']\nparent = 'Makers'")
        .run("check")
        .fails_with(
            "
            error[wrong-type]: `key` has to be a list of tables
             --> issuers/hackerspace.toml:2:7
              |
            2 | key = 'z6Mk'
              |       ^^^^^^ expected `[[key]]`, found text
            help: begin each with a line `[[key]]`

            error[wrong-type]: `link` has to be a table
             --> issuers/hackerspace.toml:3:9
              |
            3 | link = ['a']
              |         ^^^ expected a table, found text

            error[wrong-type]: `parent` has to be a table
             --> issuers/hackerspace.toml:4:10
              |
            4 | parent = 'Makers'
              |          ^^^^^^^^ expected a table, found text
            ",
        );
}
