//! What the holder of an award is offered, and what the issuer may say about it.

use super::common::GalleryTest;

/// The page of an award of `Soldering & more` by an issuer with these further lines, and its id.
fn award(issuer: &str, arguments: &[&str]) -> (GalleryTest, String) {
    let test = GalleryTest::small_at_home();
    let test = test
        .file("g/issuers/hackerspace.toml", &format!("name = 'Hackerspace {{badge}}'\n{issuer}"))
        .file("g/badges/soldering.toml", "name = 'Soldering & more'\ndescription = 'Joins.'\ncriteria = 'Ten joints.'");
    test.run("key new --no-passphrase --repo g").exits(0);
    let url = test.run_with(&[&["award", "soldering", "--repo", "g"], arguments].concat()).exits(0).stdout();
    let id = url.trim().trim_end_matches('/').rsplit('/').next().unwrap().to_owned();
    (test, id)
}

/// A file of the award, as built at `at`.
fn built(test: &GalleryTest, id: &str, at: &str, file: &str) -> String {
    test.run(&format!("build g --at {at}")).exits(0);
    test.read(&format!("g/public/assertions/{id}/{file}"))
}

const ADA: &[&str] = &["--url", "https://forge.example/@ada"];
const NOW: &str = "2026-05-05T12:00:00Z";

#[test]
fn what_is_shared_is_what_the_issuer_wrote() {
    let share = "\n[share]\ntext = 'I can do {badge}, says {issuer}!'\nhashtags = ['Repair', 'OpenBadges']\n";
    let (test, id) = award(share, ADA);
    let page = built(&test, &id, NOW, "index.html");
    // The issuer's name holds `{badge}`, which stays as it is.
    let words = format!(
        "I can do Soldering &amp; more, says Hackerspace {{badge}}! #Repair #OpenBadges\nhttps://badges.example/assertions/{id}/</pre>"
    );
    assert!(page.contains(&words), "{page}");
    let encoded = "I%20can%20do%20Soldering%20%26%20more%2C%20says%20Hackerspace%20%7Bbadge%7D%21%20%23Repair%20%23OpenBadges\
                   %0Ahttps%3A%2F%2Fbadges.example%2Fassertions%2F";
    for link in [
        format!("https://share.joinmastodon.org/#text={encoded}{id}%2F\""),
        format!("https://bsky.app/intent/compose?text={encoded}{id}%2F\""),
        format!("mailto:?subject=A%20badge%3A%20Soldering%20%26%20more&amp;body={encoded}{id}%2F\""),
        format!(
            "https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2Fbadges.example%2Fassertions%2F{id}%2F\""
        ),
    ] {
        assert!(page.contains(&format!("href=\"{link}")), "{link} in {page}");
    }
}

#[test]
fn without_words_of_the_issuer_there_are_ours() {
    let (test, id) = award("", ADA);
    let page = built(&test, &id, NOW, "index.html");
    assert!(page.contains("I have earned the badge “Soldering &amp; more”, awarded by Hackerspace {badge}."), "{page}");
}

#[test]
fn every_snippet_leads_to_the_award() {
    let (test, id) = award("", ADA);
    let page = built(&test, &id, NOW, "index.html");
    let url = format!("https://badges.example/assertions/{id}/");
    let snippet = |name: &str| {
        let start = format!("id=\"{name}\"");
        let text = page.split(&start).nth(1).and_then(|it| it.split_once('>')).map(|it| it.1).unwrap();
        let text = text.split("</").next().unwrap();
        text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
    };
    let resume: serde_json::Value = serde_json::from_str(&snippet("resume")).unwrap();
    assert_eq!(
        resume,
        serde_json::json!({
            "name": "Soldering & more", "date": "2026-05-04", "issuer": "Hackerspace {badge}", "url": url
        })
    );
    assert_eq!(
        snippet("markdown"),
        format!("[![Soldering & more badge, awarded by Hackerspace {{badge}}]({url}badge.png)]({url})")
    );
    assert_eq!(snippet("signature"), format!("Soldering & more, awarded by Hackerspace {{badge}}\n{url}"));
    assert!(snippet("signature-rich").starts_with(&format!(
        "<a href=\"{url}\"><img src=\"https://badges.example/badges/soldering/image.png\" alt=\"\" width=\"48\""
    )));
    // Within an attribute, a name is escaped once.
    let title = "Soldering &amp; more badge, awarded by Hackerspace {badge}";
    assert_eq!(
        snippet("picture"),
        format!("<a href=\"{url}\"><img src=\"{url}badge.png\" alt=\"{title}\" width=\"160\" height=\"160\"></a>")
    );
    assert!(snippet("frame").starts_with(&format!("<iframe src=\"{url}embed.html\" title=\"{title}\" ")));
    assert!(page.contains("frame-src 'self'"), "{page}");
}

#[test]
fn linkedin_is_told_the_name_the_issuer_the_month_and_the_address() {
    for (issuer, named) in
        [("", "organizationName=Hackerspace%20%7Bbadge%7D"), ("linkedin_id = '1337'\n", "organizationId=1337")]
    {
        let (test, id) = award(issuer, ADA);
        let page = built(&test, &id, NOW, "index.html");
        let form = format!(
            "href=\"https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&amp;name=Soldering%20%26%20more&amp;{named}\
             &amp;issueYear=2026&amp;issueMonth=5&amp;certUrl=https%3A%2F%2Fbadges.example%2Fassertions%2F{id}%2F&amp;certId={id}\""
        );
        assert!(page.contains(&form), "{form} in {page}");
    }
}

/// Where nobody knows how the host makes the addresses of its forms, a letter is better than the repository's front page.
#[test]
fn a_mistake_is_reported_where_somebody_reads_it() {
    let report = |repository: &str, issuer: &str| {
        let (test, id) = award(issuer, ADA);
        let settings = test.read("g/accolade.toml");
        let test = test.file("g/accolade.toml", &format!("repository = '{repository}'\n{settings}"));
        let page = built(&test, &id, NOW, "index.html");
        let (before, _) = page.split_once("\">Report a mistake</a>").expect("the page says where");
        let url = before.rsplit("href=\"").next().unwrap().split('"').next().unwrap().replace("&amp;", "&");
        url.replace(&id, "ID")
    };
    let said =
        "Soldering%20%26%20more%3A%20https%3A%2F%2Fbadges.example%2Fassertions%2FID%2F%0A%0AWhat%20is%20wrong%3A%0A";
    let email = "email = 'hello@hackerspace.example'\n";
    assert_eq!(
        report("https://github.com/o/r", email),
        format!("https://github.com/o/r/issues/new?title=Mistake%20in%20award%20ID&body={said}")
    );
    assert_eq!(
        report("https://git.example/o/r", email),
        format!("mailto:hello@hackerspace.example?subject=Mistake%20in%20award%20ID&body={said}")
    );
    assert_eq!(report("https://git.example/o/r", ""), "https://git.example/o/r");
}

#[test]
fn a_form_ends_with_the_last_month_that_counts() {
    // What ends at midnight of 1 May was good to the end of April; a day that ends an award counts whole.
    for (until, month, name) in [("2027-05-01T00:00:00Z", 4, "April"), ("2027-05-01", 5, "May")] {
        let (test, id) = award("", &[ADA, &["--valid-until", until]].concat());
        let page = built(&test, &id, NOW, "index.html");
        assert!(page.contains(&format!("&amp;expirationYear=2027&amp;expirationMonth={month}&amp;")), "{page}");
        assert!(page.contains(&format!(">{name} 2027</span>")), "{page}");
    }
}

#[test]
fn what_was_withdrawn_is_not_for_showing() {
    let (test, id) = award("", ADA);
    test.run_with(&["revoke", &id, "--repo", "g", "--reason", "A mistake."]).exits(0);
    let page = built(&test, &id, NOW, "index.html");
    for part in ["id=\"holder\"", "linkedin.com", "frame-src", "data-copy"] {
        assert!(!page.contains(part), "{part} in {page}");
    }
    assert!(page.contains("href=\"credential.json\" download"), "the proof stays: {page}");
    let card = test.read(&format!("g/public/assertions/{id}/embed.html"));
    assert!(card.contains("<strong>Revoked on 4 May 2026.</strong>"), "{card}");
}

#[test]
fn a_card_for_frames_says_what_the_award_is_worth() {
    let (test, id) = award("", ADA);
    let card = built(&test, &id, NOW, "embed.html");
    for part in [
        "<h1 dir=\"auto\"><a href=\"index.html\" target=\"_blank\" rel=\"noopener\" data-fact=\"name\">Soldering &amp; more</a></h1>",
        "<strong>Valid.</strong>",
        "Checked on <time datetime=\"2026-05-05T12:00:00Z\">5 May 2026, 12:00 UTC</time>.",
        "<meta name=\"robots\" content=\"noindex\">",
    ] {
        assert!(card.contains(part), "{part} in {card}");
    }
    assert!(!test.read("g/public/sitemap.xml").contains("embed"), "search engines get the page, not its card");
    // Anybody may frame the card, and only this site the rest.
    let headers = test.read("g/public/_headers");
    assert!(!headers.contains("form-action 'none'; frame-ancestors"), "{headers}");
}

#[test]
fn mistakes_in_what_is_shared_are_told() {
    GalleryTest::small()
        .file(
            "issuers/hackerspace.toml",
            "
            name = 'Hackerspace Gent'

            [share]
            text = 'I earned {bagde}.'
            hashtags = ['#Repair', 'open badges', 'Repair']
            url = 'https://hackerspace.example/'
            ",
        )
        .run("check")
        .fails_with(
            "
            error[bad-value]: nothing is filled in for `{bagde}`
             --> issuers/hackerspace.toml:4:8
              |
            4 | text = 'I earned {bagde}.'
              |        ^^^^^^^^^^^^^^^^^^^
            help: did you mean `{badge}`?

            error[bad-value]: `#Repair` is not a hashtag: its `#` is added by itself
             --> issuers/hackerspace.toml:5:13
              |
            5 | hashtags = ['#Repair', 'open badges', 'Repair']
              |             ^^^^^^^^^
            help: write `Repair`

            error[bad-value]: `open badges` is not a hashtag: it holds ` `
             --> issuers/hackerspace.toml:5:24
              |
            5 | hashtags = ['#Repair', 'open badges', 'Repair']
              |                        ^^^^^^^^^^^^^
            help: write `openbadges`

            error[unknown-key]: `[share]` has no key `url`
             --> issuers/hackerspace.toml:6:1
              |
            6 | url = 'https://hackerspace.example/'
              | ^^^ not known here
            help: known keys: `text`, `hashtags`
            ",
        );
}

#[test]
fn what_is_shared_has_to_fit() {
    let text = format!("{}good", "very ".repeat(18));
    let tags: Vec<_> = "abcd".chars().map(|it| format!("'{}'", it.to_string().repeat(30))).collect();
    GalleryTest::small()
        .file(
            "issuers/hackerspace.toml",
            &format!("name = 'Hackerspace Gent'\n\n[share]\ntext = '{text}'\nhashtags = [{}]\n", tags.join(", ")),
        )
        .run("check")
        .fails_with(&format!(
            "
            error[bad-value]: text and hashtags have 222 characters together, and may have 200
             --> issuers/hackerspace.toml:4:8
              |
            4 | text = '{text}'
              |        {}
            help: a short post has room for little more than the address of the award
            ",
            "^".repeat(96)
        ));
}

#[test]
fn all_that_was_signed_of_a_result_is_shown() {
    let test = GalleryTest::small_at_home().file(
        "g/badges/soldering.toml",
        "
        name = 'Soldering'
        description = 'Joins.'
        criteria = 'Ten joints.'
        [[result]]
        id = 'grade'
        name = 'Grade'
        type = 'LetterGrade'
        [[result]]
        id = 'neatness'
        name = 'Neatness'
        type = 'RubricScore'
        max = 10
        [[result.level]]
        id = 'tidy'
        name = 'Tidy'
        ",
    );
    let test = test.file(
        "g/nominations/ada.toml",
        "
        badge = 'soldering'
        [[recipient]]
        url = 'https://forge.example/@ada'
        [[recipient.result]]
        result = 'grade'
        value = 'A'
        status = 'InProgress'
        [[recipient.result]]
        result = 'neatness'
        level = 'tidy'
        value = 9
        ",
    );
    test.run("key new --no-passphrase --repo g").exits(0);
    let url = test.run("sign --repo g").exits(0).stdout();
    let id = url.trim().trim_end_matches('/').rsplit('/').next().unwrap();
    let page = built(&test, id, NOW, "index.html");
    let (_, results) = page.split_once("<ul class=\"results\">").unwrap();
    let (results, _) = results.split_once("</ul>").unwrap();
    // Without tags, as it is read.
    let said: String = results.split('<').filter_map(|it| it.split_once('>')).map(|(_, text)| text).collect();
    let said: Vec<&str> = said.split_whitespace().collect();
    assert_eq!(said.join(" "), "Grade A · In progress Neatness Tidy · 9 of at most 10");
}
