//! Words and addresses that would do harm on a page, and files that would pass for pages.

use crate::{
    common::keys::Key,
    kit::{ADA, GUILD, Guild, SIGNED, adas, award, signed_by},
};
use serde_json::json;

#[test]
fn what_an_award_says_does_no_harm_on_its_page() {
    let script = "\"'><script>alert(1)</script>";
    let bad = "javascript:alert(1)";
    let markdown = format!("[x]({bad}) <img src=x onerror=alert(1)> {script}\n\n<iframe src=x></iframe>");
    let guild = Guild::with_award(|it| {
        it["evidence"] = json!([{ "id": bad, "type": ["Evidence"], "name": script, "narrative": markdown }]);
        let subject = &mut it["credentialSubject"];
        subject["id"] = bad.into();
        subject["narrative"] = markdown.as_str().into();
        subject["role"] = script.into();
        subject["source"] = json!({ "id": "urn:x:eve", "type": ["Profile"], "name": script, "url": bad });
        let badge = &mut subject["achievement"];
        badge["name"] = script.into();
        badge["description"] = script.into();
        badge["criteria"] = json!({ "id": bad, "narrative": markdown });
        badge["alignment"] = json!([{ "type": ["Alignment"], "targetName": script, "targetUrl": bad }]);
    });
    guild.0.run("build --out _site").exits(0);
    for (path, bytes) in guild.tree("_site").into_iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = String::from_utf8(bytes).unwrap().to_lowercase();
        // The page shows its own card in a frame.
        let page = page.replacen("<iframe class=\"frame\" src=\"embed.html\"", "", 1);
        for harm in
            ["<script>alert", "href=\"javascript", "href=\"&quot;", "onerror=alert(1)>", "<iframe", "<img src=x"]
        {
            assert!(!page.contains(harm), "{path} holds {harm}");
        }
    }
    assert!(guild.page().contains("&quot;&#39;&gt;&lt;script&gt;") || guild.page().contains("&lt;script&gt;"));
}

#[test]
fn no_file_passes_for_a_page_of_the_site() {
    let with = |path: &str| {
        let guild = Guild::new();
        guild.write(path, "<h1>Valid</h1>");
        guild
    };
    with("static/assertions/0000000000000000000z/index.html")
        .is_refused("the site has pages of its own under `assertions/`");
    with("static/Issuers/eve/did.json").is_refused(
        "the site has pages of its own under `issuers/`\n --> static/Issuers/eve/did.json\nhelp: give the folder another name\n",
    );
    with("static/build.json").is_refused(
        "`build.json` is an address that the site itself uses\n --> static/build.json\nhelp: give the file another name\n",
    );
    with("static/_headers").is_refused("`_headers` is an address that the site itself uses");
    with("static/index.html").is_refused("`index.html` is an address that the site itself uses");
}

#[test]
fn an_address_is_found_behind_its_escapes() {
    let guild = Guild::with_award(|it| it["credentialSubject"]["narrative"] = "Write to ada@example.org".into());
    guild.is_refused("the assertion shows the e-mail address `ada@example.org`");
    guild.write(&adas(), &guild.0.read(&adas()).replace('@', "\\u0040").replace("\"\\u0040context\"", "\"@context\""));
    guild.is_refused("the assertion shows the e-mail address `ada@example.org`");
}

#[test]
fn a_recipe_names_what_can_be_drawn() {
    let guild = Guild::new();
    let badge = guild.0.read("badges/soldering.toml");
    guild
        .write("badges/soldering.toml", &(badge + "[art]\nshape = 'hexagone'\npalette = 'emberr'\nemblem = 'cofee'\n"));
    for near in ["hexagon", "ember", "coffee"] {
        guild.is_refused(&format!("did you mean `{near}`?"));
    }
}

#[test]
fn a_broken_template_is_known_before_the_build() {
    let guild = Guild::new();
    guild.write("templates/assertion.html", "{% if %}");
    guild.is_refused("error[bad-template]");
}

#[test]
fn a_broken_picture_is_told_in_plain_words() {
    let guild = Guild::new();
    let badge = guild.0.read("badges/soldering.toml");
    guild.write("badges/soldering.toml", &(badge + "alt = 'x'\n"));
    guild.write("badges/soldering.png", "GIF89a");
    guild.is_refused("it is not a sound PNG: a part of it is damaged, or it is another kind of file; export it again");
}

/// What would clear a screen, hide what follows and write lines of its own on a terminal.
const FORGED: &str = "x\n  VALID\r\u{1b}[2J\u{1b}[H\u{9b}8m\u{202e}y\u{2028}";

/// The same as it is shown.
const SHOWN: &str = r"x\n  VALID\r\u{1b}[2J\u{1b}[H\u{9b}8m\u{202e}y\u{2028}";

/// Whether a terminal would show these words and do nothing else.
fn is_plain(text: &str) -> bool {
    !text.chars().any(|it| (it.is_control() && it != '\n') || matches!(it, '\u{202a}'..='\u{202e}' | '\u{2028}'))
}

#[test]
fn no_document_writes_into_the_answer_about_it() {
    let guild = Guild::new();
    let stranger = Key::new(9);
    let issuer = format!("did:web:elsewhere.example:{FORGED}");
    let mut forged = award("0000000000000000000z", 7);
    forged["issuer"]["id"] = issuer.as_str().into();
    forged["credentialStatus"]["statusListCredential"] = format!("https://elsewhere.example/{FORGED}").into();
    forged["name"] = FORGED.into();
    forged["id"] = "urn:x:1".into();
    forged["credentialSubject"]["achievement"]["id"] = "urn:x:2".into();
    let mut options = signed_by(award(ADA, 7), GUILD, &stranger, SIGNED)["proof"].clone();
    options[0]["verificationMethod"] = format!("{issuer}#{}", stranger.multibase()).into();
    options[1]["verificationMethod"] = format!("{issuer}#{}", stranger.multibase()).into();
    forged["proof"] = options;
    guild.put("x.json", &forged);

    let text = guild.0.run("verify x.json --explain").exits(1).stdout();
    assert!(is_plain(&text), "{text:?}");
    assert!(!text.lines().any(|it| it.trim() == "VALID"), "{text}");
    assert!(
        text.contains(&format!("The keys of the issuer `did:web:elsewhere.example:{SHOWN}` are not known")),
        "{text}"
    );
    assert!(text.contains(&format!("Its status list `https://elsewhere.example/{SHOWN}` is not at hand")), "{text}");
    assert!(text.contains(&format!("key: did:web:elsewhere.example:{SHOWN}#")), "{text}");
}

#[cfg(unix)]
#[test]
fn no_name_of_a_file_writes_into_an_answer() {
    let guild = Guild::new();
    let name = format!("{FORGED}.json");
    guild.write(&format!("given/{name}"), &guild.0.read(&adas()));
    let text = guild.0.run("verify given").exits(0).stdout();
    assert!(is_plain(&text), "{text:?}");
    assert!(text.starts_with(&format!("given/{SHOWN}.json\n")), "{text}");

    guild.write(&format!("assertions/soldering/{name}"), "{}");
    for format in ["", " --format github"] {
        let ran = guild.0.run(&format!("check{format}")).exits(1);
        for text in [ran.stdout(), ran.stderr()] {
            assert!(is_plain(&text), "{text:?}");
            assert!(!text.lines().any(|it| it.trim() == "VALID"), "{text}");
        }
    }
}

#[test]
fn no_value_writes_into_what_check_says() {
    let guild = Guild::new();
    guild.tamper(&adas(), |it| it["credentialSubject"]["achievement"]["id"] = format!("urn:{FORGED}").into());
    for format in ["", " --format github"] {
        let ran = guild.0.run(&format!("check{format}")).exits(1);
        for text in [ran.stdout(), ran.stderr()] {
            assert!(is_plain(&text), "{text:?}");
            assert!(!text.lines().any(|it| it.trim() == "VALID"), "{text}");
        }
    }
    // A mark that is allowed in what people write.
    let badge = guild.0.read("badges/soldering.toml");
    guild.write("badges/soldering.toml", &(badge + "type = \"x\\u200f::error::y\"\n"));
    let ran = guild.0.run("check --format github").exits(1);
    assert!(is_plain(&ran.stdout()) && ran.stdout().contains(r"x\u{200f}::error::y"), "{}", ran.stdout());
    let ran = guild.0.run("check").exits(1);
    assert!(is_plain(&ran.stderr()) && ran.stderr().contains(r"`x\u{200f}::error::y`"), "{}", ran.stderr());
}
