//! The example site's pages: complete, at home anywhere, and true.

use accolade::{
    diagnostic::{Diagnostics, Style},
    model::BaseUrl,
    pipeline::{At, BuildOptions, with_site},
};
use sha2::{Digest as _, Sha256};
use std::{collections::BTreeMap, sync::LazyLock};

/// The example site at its own address.
static SITE: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| site(None));

/// Every file of the example site, as served at `base_url`.
fn site(base_url: Option<&str>) -> BTreeMap<String, Vec<u8>> {
    let options = BuildOptions {
        base_url: base_url.map(|it| it.parse::<BaseUrl>().expect("an address")),
        now: "2026-11-23T12:00:00Z".parse().expect("a time"),
        commit: At::Commit(None),
    };
    let mut problems = Diagnostics::default();
    let files = with_site("example-site".as_ref(), &options, &mut problems, |site, _| {
        (0..site.len())
            .map(|file| (site.path(file).to_owned(), site.bytes(file).expect("every file can be made").into_owned()))
            .collect()
    });
    files.expect("the machine works").unwrap_or_else(|| panic!("{}", problems.show(Style::Plain)))
}

fn text<'s>(site: &'s BTreeMap<String, Vec<u8>>, path: &str) -> &'s str {
    std::str::from_utf8(site.get(path).unwrap_or_else(|| panic!("no {path}"))).expect("UTF-8")
}

fn pages(site: &BTreeMap<String, Vec<u8>>) -> impl Iterator<Item = (&str, &str)> {
    site.keys().filter(|path| path.ends_with(".html")).map(|path| (path.as_str(), text(site, path)))
}

/// The values of `name="…"` in a page.
fn attributes<'p>(page: &'p str, name: &str) -> Vec<&'p str> {
    let start = format!(" {name}=\"");
    page.match_indices(&start).filter_map(|(at, _)| page[at + start.len()..].split('"').next()).collect()
}

/// The path that `link` leads to from the page at `from`.
fn resolve(from: &str, link: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => {
                parts.pop().unwrap_or_else(|| panic!("{from}: {link} leaves the site"));
            }
            "." | "" => {}
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn every_link_within_the_site_leads_to_a_file() {
    let site = &*SITE;
    let base = "/badges/";
    for (path, page) in pages(site) {
        for link in attributes(page, "href").into_iter().chain(attributes(page, "src")) {
            let target = link.split('#').next().unwrap_or_default();
            if target.is_empty() {
                let id = link.trim_start_matches('#');
                assert!(page.contains(&format!("id=\"{id}\"")), "{path}: nothing is called {link}");
            } else if path == "404.html" && target.starts_with('/') {
                let below = target.strip_prefix(base).unwrap_or_else(|| panic!("{path}: {link} leaves the base path"));
                assert!(site.contains_key(below), "{path}: {link}");
            } else if !target.contains(':') {
                assert!(site.contains_key(&resolve(path, target)), "{path}: {link}");
            }
        }
    }
}

#[test]
fn pages_load_nothing_from_elsewhere_and_hold_no_script_or_style() {
    let site = &*SITE;
    for (path, page) in pages(site) {
        for source in attributes(page, "src") {
            assert!(!source.contains(':'), "{path} loads {source}");
        }
        // An award checks itself, the desk checks others, the form makes a file and the gallery searches, each by a file; no
        // script stands in a page. What schema.org has words for is data, which no browser runs.
        let data = page.matches("<script type=\"application/ld+json\">").count();
        let is_known = page.contains("<article class=\"award ") || page.contains("<body class=\"page page--badge\">");
        assert_eq!(data, usize::from(is_known), "{path}");
        let scripts = page.matches("<script").count() - data;
        let is_tool = ["verify/index.html", "nominate/index.html"].contains(&path);
        let root = if is_tool { "../" } else { "../../" };
        let checks = page.matches(&format!("<script defer src=\"{root}assets/start-")).count();
        let searches = page.matches("<script defer src=\"assets/search-").count();
        let checked = usize::from(page.contains(" data-words=\"") || is_tool);
        let searched = usize::from(path == "index.html");
        // The script of an award has the buttons that copy, too.
        let copies = page.matches("<script defer src=\"../../assets/copy-").count();
        assert_eq!(copies, usize::from(page.contains(" data-copy=\"") && !page.contains("class=\"award ")), "{path}");
        assert_eq!((scripts, checks, searches), (checked + searched + copies, checked, searched), "{path}");
        // An award shows its own card in a frame, and no page shows anything else in one.
        let frames = page.matches("<iframe").count();
        assert_eq!(frames, page.matches("<iframe class=\"frame\" src=\"embed.html\"").count(), "{path}");
        assert_eq!(page.contains("frame-src 'self'"), frames > 0, "{path}");
        // The desk alone may reach other hosts.
        assert_eq!(page.contains("connect-src 'self' https:"), path == "verify/index.html", "{path}");
        assert_eq!(page.matches("\"></script>").count(), scripts, "{path} holds a script");
        for bad in ["<style", " style=\"", " onclick", "javascript:"] {
            assert!(!page.contains(bad), "{path} holds {bad}");
        }
        assert!(page.contains("http-equiv=\"Content-Security-Policy\""), "{path}");
        assert_eq!(page.matches("<h1").count(), 1, "{path} has one heading of level 1");
        assert!(page.contains("<html lang=\"en\" dir=\"ltr\">"), "{path}");
    }
}

#[test]
fn an_award_begins_with_its_verdict_in_words() {
    let site = &*SITE;
    let index: serde_json::Value = serde_json::from_str(text(site, "index.json")).expect("JSON");
    let mut seen = BTreeMap::new();
    for award in index["awards"].as_array().expect("a list") {
        let (id, status) = (award["id"].as_str().expect("text"), award["status"].as_str().expect("text"));
        let page = text(site, &format!("assertions/{id}/index.html"));
        let main = page.split("<main").nth(1).expect("a main part");
        let first = main.split("<strong>").nth(1).and_then(|it| it.split("</strong>").next()).expect("a verdict");
        let begins = match status {
            "valid" => "Valid",
            "expired" => "Expired on ",
            "revoked" => "Revoked on ",
            "not-yet-valid" => "Not valid before ",
            other => panic!("no such award is in the example: {other}"),
        };
        assert!(first.starts_with(begins), "{id} is {status}, and says {first}");
        assert_eq!(page.contains("class=\"stamp\""), status != "valid", "{id}");
        assert!(main.contains(
            "checked at build on <time datetime=\"2026-11-23T12:00:00Z\">23 November 2026, 12:00 UTC</time>"
        ));
        *seen.entry(status).or_insert(0) += 1;
    }
    assert!(seen.len() >= 4, "the example shows every state: {seen:?}");
}

#[test]
fn nothing_names_a_person_who_did_not_agree() {
    let site = &*SITE;
    for (path, bytes) in site {
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        // Salted hashes stand in the signed documents, where verifiers need them, and nowhere else.
        let document = path.ends_with(".json") || path.ends_with(".svg");
        assert!(document || !text.contains("sha256$"), "{path} shows a recipient's hash");
    }
}

#[test]
fn feed_and_sitemap_are_well_formed_and_complete() {
    let site = &*SITE;
    for path in ["feed.xml", "sitemap.xml"] {
        let mut reader = quick_xml::Reader::from_str(text(site, path));
        let mut depth = 0;
        loop {
            match reader.read_event().unwrap_or_else(|error| panic!("{path}: {error}")) {
                quick_xml::events::Event::Start(_) => depth += 1,
                quick_xml::events::Event::End(_) => depth -= 1,
                quick_xml::events::Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(depth, 0, "{path}");
    }
    let sitemap = text(site, "sitemap.xml");
    for (path, _) in pages(site).filter(|(path, _)| *path != "404.html" && !path.ends_with("embed.html")) {
        let address = format!("<loc>https://commons.example/badges/{}</loc>", path.trim_end_matches("index.html"));
        assert!(sitemap.contains(&address), "{address}");
    }
    assert!(text(site, "feed.xml").matches("<entry>").count() >= 50);
}

#[test]
fn the_feed_tells_what_became_of_an_award() {
    let index: serde_json::Value = serde_json::from_str(text(&SITE, "index.json")).expect("JSON");
    let status = |entry: &str| {
        let id = entry.split("/assertions/").nth(1).and_then(|it| it.split('/').next()).expect("an id");
        let awards = index["awards"].as_array().expect("a list");
        let award = awards.iter().find(|it| it["id"] == id).expect("an award");
        award["status"].as_str().expect("a status").to_owned()
    };
    let mut revoked = 0;
    for entry in text(&SITE, "feed.xml").split("<entry>").skip(1) {
        let of =
            |tag: &str| entry.split(&format!("<{tag}>")).nth(1).and_then(|it| it.split('<').next()).expect("a value");
        let (summary, is_new) = (of("summary"), of("updated") == of("published"));
        match status(entry).as_str() {
            "revoked" => {
                revoked += 1;
                assert!(!is_new && summary.contains(". Revoked on ") && summary.matches(". ").count() > 1, "{entry}");
            }
            "valid" => assert!(summary.matches('.').count() == 1, "{entry}"),
            _ => assert!(summary.matches('.').count() > 1, "{entry}"),
        }
    }
    assert!(revoked > 0, "one of the latest awards of the example is revoked");
}

#[test]
fn a_site_at_a_root_differs_in_nothing_but_its_address() {
    let (below, root) = (&*SITE, site(Some("https://elsewhere.example/")));
    assert!(below.keys().filter(|it| *it != "CNAME").eq(root.keys().filter(|it| *it != "CNAME")));
    assert!(text(&root, "404.html").contains("href=\"/index.html\""));
    let home = text(&root, "index.html");
    assert!(home.contains("<link rel=\"canonical\" href=\"https://elsewhere.example/\">"));
    for (path, bytes) in &root {
        if path.ends_with("credential.json") || path.starts_with("status/") {
            assert_eq!(bytes, &below[path], "{path} is what was signed");
        }
    }
}

#[test]
fn linkedin_gets_every_value_it_asks_for() {
    let site = &*SITE;
    let (_, page) = pages(site)
        .find(|(path, page)| path.starts_with("assertions/") && page.contains("expirationYear"))
        .expect("an award that ends");
    let link = attributes(page, "href").into_iter().find(|it| it.contains("linkedin.com/profile/add")).expect("a link");
    for value in [
        "startTask=CERTIFICATION_NAME",
        "name=",
        "organization",
        "issueYear=",
        "issueMonth=",
        "expirationMonth=",
        "certUrl=https%3A%2F%2F",
        "certId=",
    ] {
        assert!(link.contains(value), "{value} in {link}");
    }
}

/// What a page says in the words of schema.org.
fn data_of(page: &str) -> serde_json::Value {
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">").expect("data");
    serde_json::from_str(rest.split("</script>").next().expect("an end")).expect("JSON")
}

#[test]
fn search_engines_read_what_a_badge_is() {
    let site = &*SITE;
    let mut known = [0; 3];
    for (path, page) in pages(site).filter(|(_, page)| page.contains("<body class=\"page page--badge\">")) {
        let data = data_of(page);
        assert_eq!(data["@type"], "EducationalOccupationalCredential", "{path}");
        let folder = path.splitn(3, '/').take(2).collect::<Vec<_>>().join("/");
        assert_eq!(data["url"], format!("https://commons.example/badges/{folder}/"));
        let document: serde_json::Value =
            serde_json::from_str(text(site, &format!("{folder}/achievement.json"))).expect("JSON");
        let achievement = &document["credentialSubject"]["achievement"];
        let achievement = if achievement.is_null() { &document } else { achievement };
        assert_eq!(data["name"], achievement["name"], "{path}");
        assert_eq!(data["description"], achievement["description"], "{path}");
        assert_eq!(data["recognizedBy"]["@type"], "Organization", "{path}");
        let skills = achievement["tag"].as_array().map_or(0, Vec::len);
        let entries = achievement["alignment"].as_array().map_or(0, Vec::len);
        assert_eq!(data["competencyRequired"].as_array().expect("a list").len(), skills + entries, "{path}");
        for (place, key) in ["educationalLevel", "timeRequired", "validFor"].into_iter().enumerate() {
            known[place] += usize::from(data.get(key).is_some());
        }
        // A browser takes it for what it is.
        let (_, rest) = page.split_once("<script type=\"application/ld+json\">").expect("data");
        let digest = Sha256::digest(rest.split("</script>").next().expect("an end"));
        let hash = format!("sha256-{}", data_encoding::BASE64.encode(&digest));
        assert!(page.contains(&format!("script-src 'self' '{hash}'")), "{path}");
    }
    assert!(known.iter().all(|it| *it > 0), "{known:?}");
}

/// [Open Graph](https://ogp.me/), and what Twitter's successor reads of it.
#[test]
fn every_page_says_what_stands_beside_a_link_to_it() {
    let site = &*SITE;
    for (path, page) in pages(site).filter(|(_, page)| !page.contains("content=\"noindex\"")) {
        let said = |property: &str| {
            let start = format!("property=\"{property}\" content=\"");
            let start = if property.starts_with("og:") { start } else { start.replace("property=", "name=") };
            let (_, rest) = page.split_once(&start).unwrap_or_else(|| panic!("{path} lacks {property}"));
            let value = rest.split('"').next().unwrap_or_default();
            assert!(!value.trim().is_empty(), "{path}: {property} is empty");
            value
        };
        for property in ["og:type", "og:site_name", "og:locale", "og:title", "og:description", "og:image:alt"] {
            said(property);
        }
        let canonical = page.split("<link rel=\"canonical\" href=\"").nth(1).and_then(|it| it.split('"').next());
        if !page.contains("http-equiv=\"refresh\"") {
            assert_eq!(Some(said("og:url")), canonical, "{path}");
        }
        let image = said("og:image").strip_prefix("https://commons.example/badges/").expect("a picture of this site");
        let bytes = site.get(image).unwrap_or_else(|| panic!("{path}: no {image}"));
        let size = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes")).to_string();
        assert_eq!(
            [said("og:image:width"), said("og:image:height")],
            [size(16), size(20)].each_ref().map(String::as_str)
        );
        assert_eq!((said("og:image:type"), said("twitter:card")), ("image/png", "summary_large_image"), "{path}");
    }
}

#[test]
fn search_engines_read_what_an_award_is() {
    let site = &*SITE;
    for (path, page) in pages(site).filter(|(_, page)| page.contains("class=\"award ")) {
        let data = data_of(page);
        let folder = path.strip_suffix("index.html").expect("a page");
        assert_eq!(data["@type"], "EducationalOccupationalCredential", "{path}");
        assert_eq!(data["url"], format!("https://commons.example/badges/{folder}"));
        let signed: serde_json::Value =
            serde_json::from_str(text(site, &format!("{folder}credential.json"))).expect("JSON");
        let achievement = &signed["credentialSubject"]["achievement"];
        assert_eq!(data["name"], achievement["name"], "{path}");
        assert_eq!(data["recognizedBy"]["name"], signed["issuer"]["name"], "{path}");
        assert_eq!(data.get("expires").is_some(), signed.get("validUntil").is_some(), "{path}");
    }
}
