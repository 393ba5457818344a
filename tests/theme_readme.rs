//! The theme's README lists every template, block, component and value, and templates use no other.

use std::{collections::BTreeSet, fmt::Write as _, fs, path::Path};

const TEMPLATES: &str = "themes/default/templates";
const README: &str = "themes/default/README.md";

fn read(path: impl AsRef<Path>) -> String {
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.as_ref().display()))
}

/// Templates below `folder`, by name.
fn templates(folder: &str) -> Vec<(String, String)> {
    let mut found: Vec<_> = fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("it can be read").path())
        .filter(|path| path.extension().is_some_and(|it| it == "html"))
        .map(|path| (path.file_name().expect("a name").to_string_lossy().into_owned(), read(&path)))
        .collect();
    found.sort();
    found
}

/// The comment that begins a template, its first sentence in one line.
fn purpose(text: &str) -> String {
    let comment = text
        .trim_start()
        .strip_prefix("{#")
        .and_then(|it| it.split("#}").next())
        .expect("a template begins with a comment");
    let first = comment.trim().split("\n\n").next().unwrap_or_default();
    first.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The names that follow `marker` in a template.
fn names_after<'t>(text: &'t str, marker: &str) -> Vec<&'t str> {
    let names = text.match_indices(marker).map(|(at, _)| &text[at + marker.len()..]);
    names.map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()).collect()
}

struct Struct {
    name: String,
    purpose: String,
    /// Name, type and meaning.
    fields: Vec<[String; 3]>,
}

/// The structs that templates see, read from their source.
fn structs() -> Vec<Struct> {
    let mut found = Vec::new();
    for file in ["common", "lists", "badge", "award", "issuer", "card", "nominate"] {
        let source = read(format!("src/theme/page/{file}.rs"));
        let (mut meaning, mut is_flat) = (String::new(), false);
        for line in source.lines().map(str::trim) {
            if let Some(words) = line.strip_prefix("/// ") {
                meaning.push_str(if meaning.is_empty() { "" } else { " " });
                meaning.push_str(words);
            } else if let Some(rest) = line.strip_prefix("pub struct ") {
                let name = rest.split(['<', ' ']).next().unwrap_or_default().to_owned();
                found.push(Struct { name, purpose: std::mem::take(&mut meaning), fields: Vec::new() });
            } else if let Some((field, kind)) = line.strip_prefix("pub ").and_then(|it| it.split_once(": ")) {
                let kind = kind.trim_end_matches(',').to_owned();
                let meaning = std::mem::take(&mut meaning);
                // Of what is flat, templates see the fields.
                if let Some(last) = found.last_mut().filter(|_| !std::mem::take(&mut is_flat)) {
                    last.fields.push([field.to_owned(), kind, meaning]);
                }
            } else if line == "#[serde(flatten)]" {
                is_flat = true;
            } else if !line.starts_with("#[") {
                meaning.clear();
            }
        }
    }
    found
}

/// A Rust type in the words of somebody who writes templates.
fn in_words(kind: &str) -> String {
    let kind = kind.replace("<'a>", "").replace("&'static ", "").replace("&'a ", "");
    if let Some(inner) = kind.strip_prefix("Option<").and_then(|it| it.strip_suffix('>')) {
        return format!("{}, or nothing", in_words(inner));
    }
    if let Some(inner) = kind.strip_prefix("Vec<").and_then(|it| it.strip_suffix('>')) {
        return format!("list of {}", in_words(inner));
    }
    if let Some(inner) = kind.strip_prefix("Prepared<").and_then(|it| it.strip_suffix('>')) {
        return in_words(inner);
    }
    match kind.as_str() {
        "str" | "String" | "Text" => "text".to_owned(),
        "Html" => "HTML".to_owned(),
        "usize" | "u32" => "number".to_owned(),
        "bool" => "yes or no".to_owned(),
        other => format!("`{other}`"),
    }
}

/// The part of the README that is checked.
fn expected() -> String {
    let mut text = String::from("## Templates and their blocks\n\n| template | what it is | blocks |\n|---|---|---|\n");
    for (name, source) in templates(TEMPLATES) {
        let blocks: Vec<String> = names_after(&source.replace("{%- block ", "{% block "), "{% block ")
            .into_iter()
            .map(|it| format!("`{it}`"))
            .collect();
        let _ = writeln!(text, "| `{name}` | {} | {} |", purpose(&source), blocks.join(" "));
    }
    text.push_str("\n## Components\n\n| file | what it is | call |\n|---|---|---|\n");
    for (name, source) in templates(&format!("{TEMPLATES}/components")) {
        let at = source.find("{% component ").expect("a component") + "{% component ".len();
        let call = source[at..].split(')').next().unwrap_or_default();
        let _ = writeln!(text, "| `components/{name}` | {} | `{call})` |", purpose(&source));
    }
    text.push_str("\n## Values\n");
    for it in structs() {
        let _ = write!(text, "\n### {}\n\n{}\n\n| value | kind | meaning |\n|---|---|---|\n", it.name, it.purpose);
        for [field, kind, meaning] in &it.fields {
            let _ = writeln!(text, "| `{field}` | {} | {meaning} |", in_words(kind));
        }
    }
    text
}

#[test]
fn the_readme_lists_every_template_block_component_and_value() {
    let readme = read(README);
    let (_, checked) =
        readme.split_once("<!-- checked by tests/theme_readme.rs -->\n\n").expect("the mark of the checked part");
    let expected = expected();
    if checked != expected {
        let correct = Path::new(env!("CARGO_TARGET_TMPDIR")).join("theme-readme.md");
        fs::write(&correct, &expected).expect("the target folder can be written to");
        panic!("what follows the mark in {README} should read as {} does", correct.display());
    }
}

#[test]
fn every_value_is_used_and_templates_use_no_other() {
    let sources: String = [templates(TEMPLATES), templates(&format!("{TEMPLATES}/components"))]
        .concat()
        .into_iter()
        .map(|(_, text)| text)
        .chain([read(format!("{TEMPLATES}/card.svg"))])
        .collect();
    // Words within tags, without text in quotation marks.
    let mut used = BTreeSet::new();
    for (open, close) in [("{{", "}}"), ("{%", "%}")] {
        for tag in sources.split(open).skip(1).filter_map(|rest| rest.split(close).next()) {
            let code: String = tag.split('"').step_by(2).collect::<Vec<_>>().join(" ");
            for word in code.split(|c: char| !c.is_alphanumeric() && c != '_') {
                used.insert(word.to_owned());
            }
        }
    }
    let known: BTreeSet<String> =
        structs().into_iter().flat_map(|it| it.fields.into_iter().map(|[name, ..]| name)).collect();
    let unused: Vec<_> = known.iter().filter(|name| !used.contains(*name)).collect();
    assert!(unused.is_empty(), "no template shows {unused:?}");

    let mut unknown = BTreeSet::new();
    for owner in [
        "page",
        "site",
        "award",
        "badge",
        "image",
        "pager",
        "it",
        "verdict",
        "recipient",
        "issuer",
        "holder",
        "fact",
        "level",
    ] {
        for (at, _) in sources.match_indices(&format!("{owner}.")) {
            let before = sources[..at].chars().next_back();
            let field: String =
                sources[at + owner.len() + 1..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let is_code = before.is_some_and(|c| c == ' ' || c == '{' || c == '(');
            if is_code && !field.is_empty() && !known.contains(&field) {
                unknown.insert(format!("{owner}.{field}"));
            }
        }
    }
    assert!(unknown.is_empty(), "no page has {unknown:?}");
}

#[test]
fn only_what_is_made_as_html_stands_unescaped_and_is_named_so() {
    for (name, text) in [templates(TEMPLATES), templates(&format!("{TEMPLATES}/components"))].concat() {
        assert!(!text.contains("| safe") && !text.contains("|safe"), "{name} calls safe what may hold anything");
    }
    for it in structs() {
        for [field, kind, _] in it.fields {
            assert_eq!(field.ends_with("_html"), kind.contains("Html"), "{}.{field} is {kind}", it.name);
        }
    }
}

/// The keys of a message file.
fn keys(language: &str) -> BTreeSet<String> {
    let text = read(format!("themes/default/words/{language}.ftl"));
    let starts = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    starts.filter_map(|line| line.split_once(" = ").or(line.split_once(" ="))).map(|(key, _)| key.to_owned()).collect()
}

#[test]
fn german_and_arabic_have_every_message_and_none_of_their_own() {
    let english = keys("en");
    assert!(english.len() > 200, "{}", english.len());
    for language in ["de", "ar"] {
        let theirs = keys(language);
        let (lacking, strange) = (english.difference(&theirs), theirs.difference(&english));
        assert_eq!(lacking.collect::<Vec<_>>(), Vec::<&String>::new(), "{language} lacks these");
        assert_eq!(strange.collect::<Vec<_>>(), Vec::<&String>::new(), "{language} alone has these");
    }
}

/// Where English tells one from many, Arabic tells six apart (CLDR, plural rules).
#[test]
fn arabic_counts_in_all_its_ways() {
    let (english, arabic) = (read("themes/default/words/en.ftl"), read("themes/default/words/ar.ftl"));
    let counted = |text: &str| -> Vec<(String, Vec<String>)> {
        let parts = text.split("{ $count ->\n").collect::<Vec<_>>();
        let pairs = parts.windows(2).map(|pair| {
            let key = pair[0].lines().last().and_then(|it| it.split(" =").next()).unwrap_or_default();
            let variants = pair[1].lines().take_while(|it| *it != "}");
            let names = variants.filter_map(|it| it.split_once('[')?.1.split_once(']').map(|it| it.0.to_owned()));
            (key.to_owned(), names.collect())
        });
        pairs.collect()
    };
    let keys = |all: &[(String, Vec<String>)]| all.iter().map(|it| it.0.clone()).collect::<BTreeSet<_>>();
    let arabic = counted(&arabic);
    assert_eq!(keys(&arabic), keys(&counted(&english)));
    for (key, variants) in &arabic {
        assert_eq!(variants, &["zero", "one", "two", "few", "many", "other"], "{key}");
    }
}

#[test]
fn every_message_is_used_and_none_is_asked_for_in_vain() {
    /// Beginnings of keys that are put together when they are needed.
    const COMPUTED: &[&str] = &["month-", "type-", "result-status-", "judge-"];
    let english = keys("en");
    let pages: String = [templates(TEMPLATES), templates(&format!("{TEMPLATES}/components"))]
        .concat()
        .into_iter()
        .map(|(_, text)| text)
        .chain([read(format!("{TEMPLATES}/card.svg"))])
        .collect();
    let mut asked: BTreeSet<String> =
        pages.split("say(key=\"").skip(1).filter_map(|it| it.split('"').next()).map(str::to_owned).collect();
    let lacking: Vec<_> = asked.difference(&english).collect();
    assert!(lacking.is_empty(), "no message is called {lacking:?}");
    for entry in walkdir::WalkDir::new("src").into_iter().map(|it| it.expect("src can be read")) {
        if entry.path().extension().is_some_and(|it| it == "rs") {
            asked.extend(read(entry.path()).split('"').map(str::to_owned));
        }
    }
    let unused: Vec<_> = english
        .iter()
        .filter(|key| !asked.contains(*key) && !COMPUTED.iter().any(|start| key.starts_with(start)))
        .collect();
    assert!(unused.is_empty(), "nobody says {unused:?}");
}

#[test]
fn every_message_can_be_said_in_every_language() {
    use accolade::{diagnostic::Diagnostics, words::Words};
    for language in ["en", "de", "ar"] {
        let mut problems = Diagnostics::default();
        // A repository's file is read with care; ours has to stand that too.
        let text = read(format!("themes/default/words/{language}.ftl"));
        let file = format!("words/{language}.ftl");
        let words = Words::new(language, &[(&file, &text)], &mut problems);
        assert!(problems.all().is_empty(), "{language}: {problems:?}");
        for (key, said) in words.patterns("") {
            assert!(!said.is_empty() && said != key, "{language}: `{key}` says nothing");
        }
    }
}
