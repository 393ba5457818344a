//! `accolade.toml`.

use super::common::GalleryTest;

#[test]
fn a_site_may_say_everything() {
    GalleryTest::small()
        .file(
            "accolade.toml",
            "
            title = 'Test Gallery'
            base_url = 'https://badges.example/'
            description = 'Badges of a test.'
            language = 'nl-BE'
            time_zone = 'Europe/Brussels'
            issuer = 'hackerspace'
            repository = 'https://git.example/badges'
            previous_base_urls = ['https://old.example/badges/']
            custom_domain = true

            [pictures]
            awards = 'png'

            [lints]
            missing-translation = 'allow'
            ",
        )
        .run("check")
        .succeeds();
}

#[test]
fn what_a_site_cannot_be_is_told() {
    GalleryTest::small()
        .file("accolade.toml", "
            title = ''
            base_url = 'http://badges.example/gallery?x=1'
            language = 'english'
            time_zone = 'Mars/Olympus'
            issuer = 'hackerspaces'
            repository = 'git.example/badges'
            previous_base_urls = ['old.example', 3]
            custom_domain = 'yes'
            pictures = { awards = 'jpeg', sizes = true }
            ")
        .run("check")
        .fails_with("
            error[bad-value]: `title` is empty
             --> accolade.toml:1:9
              |
            1 | title = ''
              |         ^^
            help: write something, or leave the key out

            error[bad-value]: `http://badges.example/gallery?x=1` cannot be the address of a site: it has to begin with https://
             --> accolade.toml:2:12
              |
            2 | base_url = 'http://badges.example/gallery?x=1'
              |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            help: it is the site's permanent address, such as `https://badges.example.org/`

            error[bad-value]: `english` is not a language tag
             --> accolade.toml:3:12
              |
            3 | language = 'english'
              |            ^^^^^^^^^
            help: language tags look like `en`, `nl-BE` or `zh-Hant`

            error[bad-value]: no time zone is called `Mars/Olympus`
             --> accolade.toml:4:13
              |
            4 | time_zone = 'Mars/Olympus'
              |             ^^^^^^^^^^^^^^
            help: time zones look like `Europe/Brussels` or `UTC`

            error[unknown-issuer]: no issuer is called `hackerspaces`
             --> accolade.toml:5:10
              |
            5 | issuer = 'hackerspaces'
              |          ^^^^^^^^^^^^^^ named here
            help: did you mean `hackerspace`?

            error[bad-value]: `git.example/badges` is not a web address: it has no `https://` in front
             --> accolade.toml:6:14
              |
            6 | repository = 'git.example/badges'
              |              ^^^^^^^^^^^^^^^^^^^^
            help: write `https://git.example/badges`

            error[bad-value]: `old.example` cannot be the address of a site: it needs https:// in front
             --> accolade.toml:7:23
              |
            7 | previous_base_urls = ['old.example', 3]
              |                       ^^^^^^^^^^^^^
            help: it is the site's permanent address, such as `https://badges.example.org/`

            error[wrong-type]: `previous_base_urls` has to be a list of texts
             --> accolade.toml:7:38
              |
            7 | previous_base_urls = ['old.example', 3]
              |                                      ^ expected text, found a number

            error[wrong-type]: `custom_domain` has to be `true` or `false`
             --> accolade.toml:8:17
              |
            8 | custom_domain = 'yes'
              |                 ^^^^^ expected `true` or `false`, found text

            error[bad-value]: `jpeg` is not a choice of pictures
             --> accolade.toml:9:23
              |
            9 | pictures = { awards = 'jpeg', sizes = true }
              |                       ^^^^^^
            help: known: `both`, `png`, `svg`, `none`

            error[unknown-key]: `[pictures]` has no key `sizes`
             --> accolade.toml:9:31
              |
            9 | pictures = { awards = 'jpeg', sizes = true }
              |                               ^^^^^ not known here
            help: known keys: `awards`, `cards`
            ");
}

#[test]
fn a_custom_domain_has_no_path() {
    GalleryTest::small()
        .file(
            "accolade.toml",
            "
            title = 'Test Gallery'
            base_url = 'https://badges.example/gallery'
            custom_domain = true
            ",
        )
        .run("check")
        .fails_with(
            "
            error[bad-value]: a custom domain has no path
             --> accolade.toml:2:12
              |
            2 | base_url = 'https://badges.example/gallery'
              |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ but this address has one
            help: write `https://badges.example/`
            ",
        );
}

#[test]
fn a_custom_domain_is_a_domain_of_ones_own() {
    let says = |base: &str, message: &str, label: &str, help: &str| {
        let site = format!("title = 'Test Gallery'\nbase_url = '{base}'\ncustom_domain = true\n");
        let mark = "^".repeat(base.len() + 2);
        GalleryTest::small().file("accolade.toml", &site).run("check").fails_with(&format!(
            "
            error[bad-value]: {message}
             --> accolade.toml:2:12
              |
            2 | base_url = '{base}'
              |            {mark} {label}
            help: {help}
            "
        ));
    };
    let port = ("a custom domain has no port", "but this address has one", "write `https://badges.example/`");
    says("https://badges.example:8443/", port.0, port.1, port.2);
    for (base, host) in [
        ("http://localhost:8000/", "localhost"),
        ("https://192.0.2.7/", "192.0.2.7"),
        ("https://guild.github.io/badges/", "guild.github.io"),
    ] {
        let message = format!("`{host}` is not a domain of your own");
        says(base, &message, "`custom_domain` is set", "give your domain here, or take `custom_domain` out");
    }
}
