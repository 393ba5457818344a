//! The scripts that check: an award's page with its card, and the desk.
//!
//! Their source are the modules of `themes/default/verify`. A page gets them as one file, which
//! `tests/independent/bundle/make.mjs` makes of them: no browser loads modules from disk, and one small file is loaded faster
//! than twenty. The modules as they are written lie beside it for whoever wants to read.
//!
//! Words are data: an award's page fetches those of its language while it fetches what was signed. Those for when nothing
//! can be fetched stand in the page. The desk, which also works from disk, has its words at hand.

use super::{
    Html,
    assets::{fingerprinted, integrity},
};
use crate::words::Words;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

/// What the page of an award and its card run.
const AWARD: &str = include_str!("../../themes/default/verify/made/award.js");
/// What the desk runs.
const DESK: &str = include_str!("../../themes/default/verify/made/desk.js");

macro_rules! modules {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_str!(concat!("../../themes/default/", $path)))),*]
    };
}

/// Everything that both are made of, in an order to read it in.
const MODULES: &[(&str, &str)] = modules![
    "verify/start.js",
    "verify/page.js",
    "verify/judge.js",
    "verify/did.js",
    "verify/proof.js",
    "verify/status.js",
    "verify/definition.js",
    "verify/recipient.js",
    "verify/facts.js",
    "verify/markdown.js",
    "verify/encoding.js",
    "verify/jcs.js",
    "verify/time.js",
    "verify/kind.js",
    "verify/words.js",
    "verify/show.js",
    "verify/make.js",
    "verify/lines.js",
    "verify/evidence.js",
    "holder/copy.js",
    "verify/desk.js",
    "verify/any.js",
    "verify/find.js",
];

/// What an award's page and its card may have to say when they cannot fetch the other words: that it could not be checked
/// now, and why. What it was worth before is said with the [words of a verdict](of_verdict).
const SPARE: &[&str] = &[
    "answered",
    "built-said",
    "built-still",
    "day",
    "document-unread",
    "not-json",
    "not-utf8",
    "offline",
    "page-file",
    "redirected",
    "unreachable",
    "words-unread",
];

/// What the page alone says then.
const SPARE_OF_PAGE: &[&str] = &[
    "about-unread",
    "again",
    "alone",
    "built",
    "document",
    "evidence",
    "framed",
    "intro",
    "now",
    "page",
    "paper",
    "sign-unknown",
    "unknown",
];

/// What the card alone says then.
const SPARE_OF_CARD: &[&str] = &["now-card"];

/// Whether a message is among the words of a verdict: in a sentence, as a sign, and as a stamp, which cards have not.
fn of_verdict(key: &str, kind: &str, is_card: bool) -> bool {
    key == kind
        || key.strip_prefix("sign-") == Some(kind)
        || (!is_card && key.strip_prefix("stamp-") == Some(kind))
        || (kind == "revoked" && key == "revoked-on")
}

/// The messages whose words stand beside facts in what the page marks as signed. A repository's own are in `award-own`.
const OWN: &[&str] = &[
    "award-ask",
    "award-by",
    "award-changed",
    "award-changed-link",
    "award-check",
    "award-check-button",
    "award-criteria",
    "award-evidence",
    "award-from",
    "award-history",
    "award-holder",
    "award-issuer",
    "award-narrative",
    "award-on",
    "award-own",
    "award-review",
    "award-sentence",
    "award-skills",
    "award-to",
    "award-until",
    "changed-alignments",
    "changed-criteria",
    "changed-description",
    "changed-name",
    "changed-other",
    "changed-results",
    "changed-skills",
    "changed-type",
    "changed-version",
    "criteria-more",
    "embed-about",
    "embed-open",
    "evidence-audience",
    "evidence-unnamed",
    "fact-assessed-by",
    "fact-credits",
    "fact-from",
    "fact-licence",
    "fact-role",
    "fact-term",
    "fact-until",
    "list-and",
    "list-comma",
    "recipient-email",
    "recipient-email-fact",
    "result-reported",
    "result-unnamed",
    "verdict-expired",
    "verdict-invalid",
    "verdict-not-yet-valid",
    "verdict-revoked",
    "verdict-suspended",
];

/// The signs that `components/verdict_mark.html` draws: what each stands for, and its path.
const SIGNS: &[(&[&str], &str)] = &[
    (&["valid", "expiring", "passed"], "m7 12.5 3.4 3.4L17.2 9"),
    (&["revoked", "suspended", "invalid", "altered", "failed"], "m8 8 8 8m0-8-8 8"),
    (&["expired", "not-yet-valid"], "M12 6.5V12l3.5 2.5"),
    (&["attention"], "M12 6.5v6.5m0 3.5v.1"),
    (&["absent"], "M8 12h8"),
    (&["unchecked", "unknown"], "M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8m0 3v.1"),
];

/// A file as it is served.
#[derive(Debug, Clone)]
pub struct Asset {
    /// Where it is, below the root.
    pub path: String,
    /// The digest by which browsers know it (Subresource Integrity).
    pub integrity: String,
    /// What it is.
    pub text: String,
}

impl Asset {
    fn new(name: &str, ending: &str, text: String) -> Self {
        Self { path: fingerprinted(name, &text, ending), integrity: integrity(&text), text }
    }
}

/// The scripts of a site, in its language.
#[derive(Debug, Clone)]
pub struct Scripts {
    /// An award's check: what its page and its card do in the reader's browser.
    pub check: Asset,
    /// The words that it says.
    pub words: Asset,
    /// Those for when nothing can be fetched.
    spare: Spare,
    /// What `/verify/` does in the reader's browser.
    pub desk: Asset,
    /// All modules as they are written.
    pub source: Asset,
}

impl Scripts {
    /// The scripts with these words.
    #[must_use]
    pub fn new(words: &Words) -> Self {
        let table = table(words);
        let said_in = |script| table.iter().filter(move |(key, _)| may_say(script, key)).collect();
        let source = Asset::new("source", "js", readable());
        let name = source.path.rsplit('/').next().unwrap_or_default();
        let desk = format!("// Source: {name}\nglobalThis.accoladeWords = {};\n{DESK}", json(&said_in(DESK), "\n"));
        Self {
            check: Asset::new("check", "js", format!("// Source: {name}\n{AWARD}")),
            words: Asset::new("words", "json", json(&said_in(AWARD), "\n")),
            spare: Spare::new(&table),
            desk: Asset::new("desk", "js", desk),
            source,
        }
    }

    /// What the page or the card of an award says when nothing can be fetched and it was worth `kind` before: JSON, for an
    /// attribute in single quotes.
    #[must_use]
    pub fn spare_html(&self, kind: &str, is_card: bool) -> Html {
        let it = self.spare.0.get(kind).or_else(|| self.spare.0.get("unchecked"));
        it.map_or_else(|| Html::made_here("{}"), |[page, card]| if is_card { card } else { page }.clone())
    }
}

/// For every verdict, what its page and its card have to have at hand.
#[derive(Debug, Clone)]
struct Spare(BTreeMap<&'static str, [Html; 2]>);

impl Spare {
    fn new(table: &BTreeMap<String, String>) -> Self {
        let of = |kind: &str, is_card: bool| {
            let own = if is_card { SPARE_OF_CARD } else { SPARE_OF_PAGE };
            let is_said = |key: &str| {
                SPARE.contains(&key)
                    || own.contains(&key)
                    || key.starts_with("month-")
                    || [kind, "unchecked"].iter().any(|it| of_verdict(key, it, is_card))
            };
            let said = table.iter().filter(|(key, _)| is_said(key)).collect();
            Html::made_here(json(&said, "").replace('&', "&amp;").replace('<', "&lt;").replace('\'', "&#39;"))
        };
        let kinds = SIGNS.iter().flat_map(|(kinds, _)| kinds.iter());
        Self(kinds.map(|kind| (*kind, [of(kind, false), of(kind, true)])).collect())
    }
}

/// Whether a script may say a message. Of those about documents of others, only the command line and the desk say most.
fn may_say(script: &str, key: &str) -> bool {
    let seldom = ["any-", "find-", "hosted"].iter().any(|it| key.starts_with(it));
    !seldom || ["any-good", "any-bad", "any-unchecked"].contains(&key) || script.contains(&format!("\"{key}\""))
}

/// Every word that scripts say, by key; values stand as `{0}`, `{1}` … A message that English has to say in another
/// language begins with the mark of text from the left (Unicode Bidirectional Algorithm, 2.4).
fn table(words: &Words) -> BTreeMap<String, String> {
    let numbered = |text: &str| text.replace("{v", "{");
    let mut table: BTreeMap<String, String> = words
        .patterns("judge-")
        .into_iter()
        .map(|(key, text)| {
            let mark = if words.is_borrowed(&format!("judge-{key}")) { "\u{2066}" } else { "" };
            (key, format!("{mark}{}", numbered(&text)))
        })
        .collect();
    let mut add = |key: String, text: String| drop(table.insert(key, text));

    // The page's own words for what was signed: the script compares them.
    for (key, names) in [
        ("date-day", ["day", "month", "year"].as_slice()),
        ("scale-range", &["min", "max"]),
        ("scale-most", &["max"]),
        ("scale-least", &["min"]),
        ("scale-required", &["value"]),
    ] {
        let places: Vec<String> = (0..names.len()).map(|place| format!("{{{place}}}")).collect();
        let values: Vec<_> = names.iter().zip(&places).map(|(name, place)| (*name, place.into())).collect();
        add(key.trim_start_matches("date-").to_owned(), words.plain(key, &values));
    }
    for month in 1..=12 {
        let key = format!("month-{month}");
        add(key.clone(), words.get(&key).to_owned());
    }
    // By the names that Open Badges has for them.
    for (member, key) in [
        ("name", "changed-name"),
        ("description", "changed-description"),
        ("criteria", "changed-criteria"),
        ("achievementType", "changed-type"),
        ("tag", "changed-skills"),
        ("alignment", "changed-alignments"),
        ("version", "changed-version"),
        ("resultDescription", "changed-results"),
        ("other", "changed-other"),
    ] {
        add(format!("changed-{member}"), words.get(key).to_owned());
    }
    add("comma".into(), format!("{{0}}{}{{1}}", words.get("list-comma")));
    add("own".into(), own(words));
    add("revoked-on".into(), words.plain("verdict-revoked-on", &[("date", "{0}".into())]));
    for prefix in ["type-", "result-status-"] {
        for (code, text) in words.patterns(prefix) {
            if code != text {
                add(format!("is {code}"), text);
            }
        }
    }
    for (kinds, path) in SIGNS {
        for kind in *kinds {
            add(format!("sign-{kind}"), (*path).to_owned());
        }
    }
    table
}

/// The theme's own words in what the page marks as signed, with a `|` between one piece and the next. A message with values
/// comes in the pieces between them.
fn own(words: &Words) -> String {
    const VALUE: &str = "|";
    let names = ["audience", "badge", "checked", "date", "definition", "issuer", "last", "most", "parts", "recipient"];
    let values = names.map(|name| (name, VALUE.into()));
    let said =
        OWN.iter().filter(|key| words.has(key)).map(|key| words.plain(key, &values)).collect::<Vec<_>>().join(VALUE);
    let pieces: BTreeSet<_> = said
        .split(VALUE)
        .map(|it| it.split_whitespace().collect::<Vec<_>>().join(" "))
        .chain(["·".to_owned(), words.get("stamp-unchecked").to_owned()])
        .filter(|it| !it.is_empty())
        .collect();
    pieces.into_iter().collect::<Vec<_>>().join(VALUE)
}

/// The modules as they are written, one after the other.
fn readable() -> String {
    let mut text = String::from(
        "// The scripts of award pages and the desk, as they are written. Pages load the same in one line, made by esbuild;\n\
         // the words of their language lie beside it as JSON, and in the script of the desk.\n",
    );
    for (name, module) in MODULES {
        let _ = write!(text, "\n// ---------- {name}\n\n{module}");
    }
    text
}

/// Words as JSON, `between` one message and the next.
fn json(words: &BTreeMap<&String, &String>, between: &str) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let lines: Vec<_> = words.iter().map(|(key, text)| format!("{}:{}", quoted(key), quoted(text))).collect();
    format!("{{{between}{}{between}}}", lines.join(&format!(",{between}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        theme::{assets::start, templates::BUILTIN},
        words,
    };

    fn gzipped(text: &str) -> usize {
        use flate2::{Compression, write::GzEncoder};
        use std::io::Write as _;
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(text.as_bytes()).unwrap();
        gzip.finish().unwrap().len()
    }

    fn scripts(language: &str) -> Scripts {
        Scripts::new(&Words::new(language, &[], &mut Default::default()))
    }

    #[test]
    fn all_scripts_of_an_award_stay_below_ten_kilobytes() {
        let size = gzipped(start()) + gzipped(&scripts("en").check.text);
        assert!(size <= 10_240, "{size} bytes, compressed");
    }

    /// `tests/independent/bundle/make.mjs` writes down what it made them of; another test makes them again.
    #[test]
    fn scripts_are_made_of_the_modules_as_they_are() {
        use sha2::{Digest as _, Sha256};
        let of = |text: &str| data_encoding::HEXLOWER.encode(&Sha256::digest(text));
        let mut lines: Vec<_> = MODULES.iter().map(|(path, text)| format!("{}  {path}", of(text))).collect();
        lines.sort_by(|one, other| one[64..].cmp(&other[64..]));
        let made_of: Vec<_> = include_str!("../../themes/default/verify/made/of.txt").lines().collect();
        assert_eq!(lines, made_of, "run `node bundle/make.mjs` in tests/independent");
    }

    /// The scripts that pages load when they check say where to read them.
    #[test]
    fn the_source_is_every_module_as_it_is_written() {
        let scripts = scripts("en");
        let folder = std::fs::read_dir("themes/default/verify").unwrap().map(|it| it.unwrap().file_name());
        for name in folder.map(|it| it.into_string().unwrap()).filter(|it| it.ends_with(".js") && it != "rdfc.js") {
            assert!(scripts.source.text.contains(&format!("\n// ---------- verify/{name}\n")), "{name}");
        }
        let line = format!("// Source: {}\n", scripts.source.path.trim_start_matches("assets/"));
        assert!([&scripts.check, &scripts.desk].iter().all(|it| it.text.starts_with(&line)));
    }

    #[test]
    fn words_are_those_of_the_language() {
        assert!(words::english().has("judge-revoked"));
        let german = table(&Words::new("de", &[], &mut Default::default()));
        assert_eq!(german["valid"], "Gültig.");
        assert_eq!(german["day"], "{0}. {1} {2}");
        assert_eq!(german["is Course"], "Kurs");
        assert_eq!(german["changed-tag"], "Fähigkeiten");
        // Persian is not here: what stands in for it says so.
        let persian = table(&Words::new("fa", &[], &mut Default::default()));
        assert_eq!(persian["offline"], "\u{2066}your browser is offline");
        let arabic = table(&Words::new("ar", &[], &mut Default::default()));
        assert!(!arabic["offline"].starts_with('\u{2066}'));

        let english = table(words::english());
        let scripts = scripts("en");
        let of_page: BTreeMap<String, String> = serde_json::from_str(&scripts.words.text).unwrap();
        for (key, text) in &english {
            assert!(of_page.get(key) == Some(text) || key.starts_with("any-") || !may_say(AWARD, key), "{key}");
            assert!(
                scripts.desk.text.contains(&format!("\n{}:", serde_json::Value::from(key.as_str())))
                    || key.starts_with("any-"),
                "{key}"
            );
        }
    }

    #[test]
    fn a_page_has_the_words_at_hand_that_it_needs_when_it_can_fetch_none() {
        let english = table(words::english());
        let scripts = scripts("en");
        let spare = |kind: &str, is_card: bool| -> BTreeMap<String, String> {
            let html = scripts.spare_html(kind, is_card);
            serde_json::from_str(&html.as_str().replace("&#39;", "'").replace("&lt;", "<").replace("&amp;", "&"))
                .unwrap()
        };
        for (kind, is_card) in
            [("valid", false), ("valid", true), ("revoked", false), ("expiring", true), ("unchecked", true)]
        {
            let spare = spare(kind, is_card);
            assert!(spare.iter().all(|(key, text)| english.get(key) == Some(text)));
            let expected = [SPARE, if is_card { SPARE_OF_CARD } else { SPARE_OF_PAGE }].concat();
            let of_kind = format!("sign-{kind}");
            for key in expected.into_iter().chain(["month-12", "unchecked", "sign-unchecked", kind, &of_kind]) {
                assert!(spare.contains_key(key), "{kind}: {key}");
            }
            assert_eq!(spare.contains_key("stamp-unchecked"), !is_card);
            assert_eq!(spare.contains_key("revoked-on"), kind == "revoked");
            assert!(!spare.contains_key("suspended"), "{kind}");
        }
        assert_eq!(spare("somebody's own", false), spare("unchecked", false));
    }

    #[test]
    fn signs_are_those_of_the_templates() {
        let (_, template) = BUILTIN.iter().find(|(name, _)| name.ends_with("verdict_mark.html")).unwrap();
        for (kinds, path) in SIGNS {
            let (before, _) = template.split_once(path).expect("the template draws it");
            let rule = before.rsplit("{%-").next().unwrap();
            let named = |kind: &str| rule.contains(&format!("\"{kind}\"")) || rule.trim_start().starts_with("else ");
            // What is altered is drawn as what is not genuine: no page is built as that.
            assert!(kinds.iter().all(|it| named(it) || *it == "altered"), "{kinds:?}");
        }
        assert_eq!(template.matches("class=\"mark__sign\"").count(), SIGNS.len());
    }
}
