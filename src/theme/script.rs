//! The scripts that check: an award's page, and the desk.
//!
//! Their source are the modules of `themes/default/verify`. A page gets them as one file, without comments, indentation
//! and imports, and with the words of its language in it: no browser loads modules from disk, and one file is loaded
//! faster than eleven. Nothing is renamed. The modules as they are written lie beside it for whoever wants to read.
//!
//! What most readers of an award never need (the words for what is wrong, the evidence, the question who somebody is) is
//! a second file, and what it takes to compare Markdown and scales a third one; the first loads them when it needs them.

use super::{
    assets::{fingerprinted, integrity},
    tight,
};
use crate::words::Words;
use std::{borrow::Cow, collections::BTreeMap, fmt::Write as _};

/// A module by its name.
type Module = (&'static str, &'static str);

macro_rules! modules {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../themes/default/verify/", $name, ".js")))),*]
    };
}

/// What both the page of an award and the desk are made of, those first that others need.
const SHARED: &[Module] = modules!["words", "encoding", "jcs", "time", "did", "proof", "status", "judge", "show"];
/// What the page of an award has beyond that.
const PAGE: &[Module] = modules!["load", "facts", "page"];
/// What the page of an award needs later, or seldom. The desk has the first five.
const REST: &[Module] = modules!["make", "recipient", "evidence", "definition", "lines", "ask", "details"];
/// What it needs where comparing letters does not do.
const CLOSER: &[Module] = modules!["markdown"];
/// What the desk has.
const DESK: &[Module] = modules!["any", "find", "desk"];

/// What the page of an award says if all is well, what it may be worth, and what it says when nothing more can be loaded.
const ALWAYS: &[&str] = &[
    "valid",
    "expiring",
    "not-yet-valid",
    "expired",
    "suspended",
    "revoked",
    "invalid",
    "unchecked",
    "altered",
    "stamp-not-yet-valid",
    "stamp-expired",
    "stamp-suspended",
    "stamp-revoked",
    "stamp-invalid",
    "stamp-unchecked",
    "now",
    "paper",
    "offline",
    "day",
    "own-recipient",
];

/// A script as it is served.
#[derive(Debug, Clone)]
pub struct Script {
    /// Where it is, below the root.
    pub path: String,
    /// The digest by which browsers know it (Subresource Integrity).
    pub integrity: String,
    /// What it is.
    pub text: String,
}

impl Script {
    fn new(name: &str, text: String) -> Self {
        Self { path: fingerprinted(name, &text, "js"), integrity: integrity(&text), text }
    }
}

/// The scripts of a site, in its language.
#[derive(Debug, Clone)]
pub struct Scripts {
    /// An award's check: what its page does in the reader's browser.
    pub check: Script,
    /// What that loads when it needs it.
    pub rest: Script,
    /// What it loads to compare more closely.
    pub closer: Script,
    /// What `/verify/` does in the reader's browser.
    pub desk: Script,
    /// All modules as they are written.
    pub source: Script,
}

impl Scripts {
    /// The scripts with these words. The kinds of achievements that a site has are at hand from the first.
    #[must_use]
    pub fn new(words: &Words, kinds: &[&str]) -> Self {
        let mut table = table(words);
        // What only the command line says is no script's.
        let said_in = |files: &[&[Module]], key: &str| {
            let quoted = format!("'{key}'");
            !key.starts_with("any-")
                || ["any-good", "any-bad", "any-unchecked"].contains(&key)
                || files.iter().flat_map(|it| it.iter()).any(|(_, text)| text.contains(&quoted))
        };
        table.retain(|key, _| said_in(&[SHARED, PAGE, REST, CLOSER, DESK], key));
        let always = |key: &str| {
            let kind = key.strip_prefix("is ").is_some_and(|it| kinds.contains(&it));
            kind || ALWAYS.contains(&key) || key.starts_with("month-")
        };
        let of_page = table.iter().filter(|(key, _)| said_in(&[SHARED, PAGE, REST, CLOSER], key));
        let (first, later): (BTreeMap<_, _>, BTreeMap<_, _>) = of_page.partition(|(key, _)| always(key));
        let compared = |key: &str| key == "own" || key.starts_with("is ") || key.starts_with("scale-");
        let (compared, later): (BTreeMap<_, _>, BTreeMap<_, _>) = later.into_iter().partition(|(key, _)| compared(key));

        let source = Script::new("source", readable());
        let said = format!("// Its source with comments: {}\n", file_name(&source.path));

        let loaded = |name: &str, modules: &[Module], words: &BTreeMap<&String, &String>| {
            let text = imports(modules) + &format!("Object.assign(WORDS, {});\n", literal(words)) + &code(modules, &[]);
            let text = format!("{text}Object.assign(accolade, {{{}}});\n", exports(modules).join(", "));
            Script::new(name, whole(&said, &text))
        };
        let rest = loaded("rest", REST, &later);
        let closer = loaded("closer", CLOSER, &compared);

        let place =
            |name: &str, it: &Script| format!("const {name} = ['{}', '{}'];\n", file_name(&it.path), it.integrity);
        let needed = names_imported(&[REST, CLOSER].concat()).join(", ");
        let files = &[("rest", REST), ("closer", CLOSER)];
        let check = place("REST", &rest) + &place("CLOSER", &closer) + &code(SHARED, files) + &code(PAGE, files);
        let check = with_words(&check, &first) + &format!("Object.assign(accolade, {{{needed}}});\n");
        let check = Script::new("check", whole("", &check));

        let desk = code(SHARED, &[]) + &code(&REST[..5], &[]) + &code(DESK, &[]);
        let desk = Script::new("desk", whole(&said, &with_words(&desk, &table.iter().collect())));
        Self { check, rest, closer, desk, source }
    }
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
    for (key, text) in words.patterns("changed-") {
        add(format!("changed-{key}"), text);
    }
    add("comma".into(), format!("{{0}}{}{{1}}", words.get("list-comma")));
    let list = |keys: &[&'static str]| keys.iter().map(|key| words.get(key)).collect::<Vec<_>>().join("|");
    add("own".into(), list(&["evidence-unnamed", "result-unnamed", "result-reported"]));
    add("own-recipient".into(), list(&["recipient-email", "recipient-email-fact"]));
    for prefix in ["type-", "result-status-"] {
        for (code, text) in words.patterns(prefix) {
            if code != text {
                add(format!("is {code}"), text);
            }
        }
    }
    table
}

/// The modules as they are written, one after the other.
fn readable() -> String {
    let mut text = String::from(
        "// The check of award pages and the desk, as they are written. Pages load the same without comments,\n\
         // indentation and imports, and with the words of their language in WORDS.\n",
    );
    for (name, module) in [SHARED, PAGE, REST, CLOSER, DESK].into_iter().flatten() {
        let _ = write!(text, "\n// ---------- {name}.js\n\n{module}");
    }
    text
}

/// Modules without imports and exports, and without what only people need. What stands at the top of one has a name that
/// no other has. A module that is loaded when it is needed is in one of the `later` files, each by what loads it, or at hand.
fn code(modules: &[Module], later: &[(&str, &[Module])]) -> String {
    let lines = modules.iter().flat_map(|(_, text)| tight::lines(text)).filter(|line| !line.starts_with("import {"));
    tight::tight(lines.map(|line| {
        let line = line.strip_prefix("export ").unwrap_or(line);
        let Some((before, call)) = line.split_once("import('./") else { return Cow::Borrowed(line) };
        let (name, after) = call.split_once(".js')").unwrap_or((call, ""));
        if let Some((loader, _)) = later.iter().find(|(_, modules)| modules.iter().any(|(it, _)| *it == name)) {
            return Cow::Owned(format!("{before}{loader}(){after}"));
        }
        let module: Vec<_> = REST.iter().chain(CLOSER).filter(|(it, _)| *it == name).copied().collect();
        Cow::Owned(format!("{before}({{{}}}){after}", exports(&module).join(", ")))
    }))
}

/// The names that modules export.
fn exports(modules: &[Module]) -> Vec<&'static str> {
    let lines = modules.iter().flat_map(|(_, text)| text.lines()).filter_map(|line| line.strip_prefix("export "));
    lines
        .filter_map(|line| {
            let named = line.trim_start_matches("async ").split_once(' ')?.1;
            named.split(|c: char| !c.is_alphanumeric() && c != '_').next()
        })
        .collect()
}

/// The names that modules import from others than themselves, and the table of words.
fn names_imported(modules: &[Module]) -> Vec<&'static str> {
    let mut names = vec!["WORDS"];
    for line in modules.iter().flat_map(|(_, text)| text.lines()).filter(|line| line.starts_with("import {")) {
        let Some((list, from)) = line["import {".len()..].split_once("} from './") else { continue };
        if modules.iter().all(|(name, _)| format!("{name}.js';") != from) {
            names.extend(list.split(", "));
        }
    }
    names.sort_unstable();
    names.dedup();
    names
}

fn imports(modules: &[Module]) -> String {
    format!("const {{{}}} = accolade;\n", names_imported(modules).join(", "))
}

/// Puts words where the module has none.
fn with_words(script: &str, words: &BTreeMap<&String, &String>) -> String {
    script.replacen("const WORDS={};", &format!("const WORDS={};\n", literal(words)), 1)
}

/// JSON is JavaScript. One message a line.
fn literal(words: &BTreeMap<&String, &String>) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let lines: Vec<_> = words.iter().map(|(key, text)| format!("{}:{}", quoted(key), quoted(text))).collect();
    format!("{{\n{}\n}}", lines.join(",\n"))
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn whole(said: &str, code: &str) -> String {
    format!("{said}(() => {{\n'use strict';\n{code}}})();\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{theme::assets::start, words};

    fn gzipped(text: &str) -> usize {
        use flate2::{Compression, write::GzEncoder};
        use std::io::Write as _;
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(text.as_bytes()).unwrap();
        gzip.finish().unwrap().len()
    }

    fn scripts(language: &str) -> Scripts {
        let kinds = ["Badge", "Course", "Competency", "Certificate", "CommunityService", "MicroCredential"];
        Scripts::new(&Words::new(language, &[], &mut Default::default()), &kinds)
    }

    #[test]
    fn modules_become_code() {
        let modules: &[Module] = &[
            (
                "a",
                "// What it is.\n\nimport {b} from './b.js';\n\n/** Does it. */\nexport function a() {\n  return b;\n}\n",
            ),
            ("b", "/**\n * A value.\n */\nexport const b = (await import('./ask.js')).answerIn;\n"),
        ];
        assert_eq!(code(modules, &[("rest", REST)]), "function a(){return b;}\nconst b=(await rest()).answerIn;\n");
        assert_eq!(code(&modules[1..], &[]), "const b=(await({answerIn})).answerIn;\n");
        assert_eq!(names_imported(&modules[..1]), ["WORDS", "b"]);
    }

    /// What stands at the top of modules.
    fn names(modules: &[Module]) -> Vec<&'static str> {
        let tops = ["const ", "let ", "class ", "function ", "function* ", "async function "];
        let lines = modules.iter().flat_map(|(_, text)| text.lines());
        let lines = lines.map(|line| line.strip_prefix("export ").unwrap_or(line));
        let named = lines.filter_map(|line| tops.iter().find_map(|it| line.strip_prefix(it)));
        named.filter_map(|it| it.split(|c: char| !c.is_alphanumeric() && c != '_').next()).collect()
    }

    #[test]
    fn modules_that_become_one_file_share_no_name() {
        for files in [vec![SHARED, PAGE, REST, CLOSER], vec![SHARED, &REST[..5], DESK]] {
            let all: Vec<Module> = files.into_iter().flatten().copied().collect();
            let mut names: Vec<_> = names(&all).into_iter().filter(|it| !it.is_empty()).collect();
            names.sort_unstable();
            let twice: Vec<_> = names.windows(2).filter(|it| it[0] == it[1]).collect();
            assert!(twice.is_empty(), "{twice:?}");
        }
    }

    /// Everything that is loaded before the verdict is on the screen, each file by itself.
    #[test]
    fn what_a_verdict_takes_stays_below_ten_kilobytes() {
        for language in ["en", "de", "ar"] {
            let size = gzipped(start()) + gzipped(&scripts(language).check.text);
            assert!(size <= 10_240, "{language}: {size} bytes, compressed");
        }
    }

    #[test]
    fn words_are_those_of_the_language() {
        assert!(words::english().has("judge-revoked"));
        let german = table(&Words::new("de", &[], &mut Default::default()));
        assert_eq!(german["valid"], "Gültig.");
        assert_eq!(german["day"], "{0}. {1} {2}");
        assert_eq!(german["is Course"], "Kurs");
        let arabic = table(&Words::new("ar", &[], &mut Default::default()));
        assert_eq!(arabic["offline"], "\u{2066}your browser is offline");
        assert!(!arabic["valid"].starts_with('\u{2066}'));
        // What stands first is not said twice, and what is not there first is there later.
        let scripts = scripts("en");
        for key in table(words::english()).keys() {
            let entry = format!("\n{}:", serde_json::Value::from(key.as_str()));
            let [first, later, closer, desk] =
                [&scripts.check, &scripts.rest, &scripts.closer, &scripts.desk].map(|it| it.text.contains(&entry));
            assert!(usize::from(first) + usize::from(later) + usize::from(closer) < 2, "{key}");
            assert!(first || later || closer || key.starts_with("any-"), "{key}");
            assert!(desk || key.starts_with("any-"), "{key}");
        }
        assert!(ALWAYS.iter().all(|key| table(words::english()).contains_key(*key)));
    }
}
