//! The whole example in other languages: every word of the theme in the language of the site, and the right way round.

use super::common::GalleryTest;
use accolade::{diagnostic::Diagnostics, words::Words};

/// The example in `language`, without its own footer, as a site.
fn example(language: &str) -> GalleryTest {
    let test = GalleryTest::empty().copy_of("example-site").without("templates/base.html");
    let site = test.read("accolade.toml");
    let site = site.replace("language = \"en\"", &format!("language = \"{language}\""));
    let test = test.file("accolade.toml", &site.replace("awards = \"both\"", "awards = \"none\"\ncards = \"none\""));
    test.run("build --at 2026-11-20T09:00:00Z").exits(0);
    test
}

/// Every page, by its path.
fn pages(test: &GalleryTest) -> Vec<(String, String)> {
    walkdir::WalkDir::new(test.path("public"))
        .into_iter()
        .map(Result::unwrap)
        .filter(|it| it.path().extension().is_some_and(|it| it == "html"))
        .map(|it| (it.path().display().to_string(), std::fs::read_to_string(it.path()).unwrap()))
        .collect()
}

/// Messages that need no value, as pages show them.
fn fixed(language: &str) -> std::collections::BTreeMap<String, String> {
    let words = Words::new(language, &[], &mut Diagnostics::default());
    words.patterns("").into_iter().filter(|(key, _)| words.fixed(key).is_some()).collect()
}

#[test]
fn a_site_in_german_says_nothing_in_english() {
    let (english, german) = (fixed("en"), fixed("de"));
    let test = example("de");
    let pages = pages(&test);
    assert!(pages.len() > 200, "{}", pages.len());
    let telling: Vec<_> =
        english.iter().filter(|(key, text)| text.len() >= 20 && german.get(*key) != Some(text)).collect();
    assert!(telling.len() > 80, "{}", telling.len());
    for (path, page) in &pages {
        assert!(page.contains("<html lang=\"de\" dir=\"ltr\">"), "{path}");
        for (key, text) in &telling {
            assert!(!page.contains(&format!(">{text}<")), "{path} says `{key}` in English: {text}");
        }
    }
}

#[test]
fn a_site_in_arabic_runs_from_right_to_left() {
    let arabic = fixed("ar");
    for (path, page) in pages(&example("ar")) {
        assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"), "{path}");
        // English names and texts keep their own direction within it.
        for start in ["<h1 data-fact=\"name\"", "<p class=\"lead\" data-fact=\"description\""] {
            for (at, _) in page.match_indices(start) {
                let around = &page[at..page[at..].find("</").map_or(page.len(), |end| at + end)];
                assert!(around.contains("<bdi>") || around.contains("dir=\"auto\""), "{path}: {around}");
            }
        }
        if path.contains("/assertions/") && page.contains("class=\"award ") {
            for key in ["award-criteria", "award-check", "award-issuer", "award-history"] {
                assert!(page.contains(&arabic[key]), "{path} lacks {}", arabic[key]);
            }
        }
    }
}

#[test]
fn words_in_another_language_say_so() {
    // Nobody has translated our messages to French yet: English stands in.
    let site = "title = 'Test Gallery'\nbase_url = 'https://badges.example/'\nlanguage = 'fr'";
    let test = GalleryTest::small_at_home().file("g/accolade.toml", site).file(
        "g/badges/soldering.toml",
        "name = '\u{644}\u{62d}\u{627}\u{645}'\ndescription = 'Joins.'\ncriteria = 'Ten joints.'\nlanguage = 'ar'",
    );
    test.run("key new --no-passphrase --repo g").exits(0);
    let url = test.run("award soldering --repo g --url https://forge.example/@ada").exits(0).stdout();
    let id = url.trim().trim_end_matches('/').rsplit('/').next().unwrap().to_owned();
    test.run("build g").exits(0);
    let name = "\u{644}\u{62d}\u{627}\u{645}";
    let page = test.read(&format!("g/public/assertions/{id}/index.html"));
    for part in [
        format!("<h1 data-fact=\"name\" lang=\"ar\"><bdi>{name}</bdi></h1>"),
        "<p class=\"lead\" data-fact=\"description\" dir=\"auto\" lang=\"ar\">Joins.</p>".to_owned(),
        "\"inLanguage\":\"ar\"".to_owned(),
        "</strong> <bdi lang=\"en\">The document is an Open Badges 3.0 credential".to_owned(),
    ] {
        assert!(page.contains(&part), "{part} in {page}");
    }
    assert!(
        test.read("g/public/badges/soldering/index.html").contains(&format!("<h1 lang=\"ar\"><bdi>{name}</bdi></h1>"))
    );
}
