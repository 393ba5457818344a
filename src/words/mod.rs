//! **Words**: every word that pages and answers show, in the language that they are asked for.
//!
//! Messages stand in `themes/default/words/<language>.ftl`, written in [Fluent]. A repository's
//! `templates/words/<language>.ftl` lies over ours, message by message, and a language that we do not have is one more
//! such file. What one language lacks, the next one of its chain says: `de-AT`, then `de`, then `en`.
//!
//! Plural rules are those of Unicode's CLDR; dates and the marks within numbers are messages like any other.
//!
//! [Fluent]: https://projectfluent.org/fluent/guide/

mod file;
mod value;
mod plain;
mod dates;
mod visible;

pub use plain::Piece;
pub use value::Value;
pub use visible::{turns_writing, visible};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, closest};
use dates::Dates;
use file::MessageFile;
use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use plain::Plain;
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fmt,
    sync::{Arc, LazyLock},
};
use unic_langid::LanguageIdentifier;

/// The languages that we have, each with its messages.
const BUILTIN: &[(&str, &str)] = &[
    ("en", include_str!("../../themes/default/words/en.ftl")),
    ("de", include_str!("../../themes/default/words/de.ftl")),
    ("ar", include_str!("../../themes/default/words/ar.ftl")),
];

/// The language that has every message.
const LAST: &str = "en";

/// Marks around a value whose direction may differ from the text's (Unicode Bidirectional Algorithm, 2.4).
const ISOLATES: [char; 2] = ['\u{2068}', '\u{2069}'];

static ENGLISH: LazyLock<Words> = LazyLock::new(|| Words::new(LAST, &[], &mut Diagnostics::default()));

/// English, the language of the command line.
#[must_use]
pub fn english() -> &'static Words {
    &ENGLISH
}

/// The messages of one language, with those that stand in for what it lacks.
pub struct Words {
    language: String,
    /// From the most fitting language to English.
    layers: Vec<Layer>,
    /// Messages that need no value: they read the same on every page.
    fixed: HashMap<String, String>,
    /// Messages that are but text and values, ready to be filled.
    plain: HashMap<String, Plain>,
    dates: Dates,
}

/// The messages of one language.
struct Layer {
    language: String,
    /// Whether it is another one than was asked for.
    stands_in: bool,
    bundle: FluentBundle<Arc<FluentResource>>,
    /// What stands between thousands, and before fractions.
    marks: [String; 2],
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let layers: Vec<_> = self.layers.iter().map(|it| &it.language).collect();
        f.debug_struct("Words").field("language", &self.language).field("layers", &layers).finish_non_exhaustive()
    }
}

impl Words {
    /// The words of `language`: ours, with a repository's message files over them (path below `templates/`, and text).
    /// Files that cannot be read are reported and left out.
    #[must_use]
    pub fn new(language: &str, theirs: &[(&str, &str)], problems: &mut Diagnostics) -> Self {
        let theirs = file::read(theirs, problems);
        check(&theirs, problems);

        let mut layers = Vec::new();
        let mut keys = BTreeSet::new();
        let mut plain = HashMap::new();
        for named in chain(language) {
            let ours = BUILTIN.iter().find(|(it, _)| *it == named).map(|(_, text)| file::trusted(text));
            let theirs = theirs.iter().filter(|it| it.language.eq_ignore_ascii_case(&named)).map(|it| &it.resource);
            let resources: Vec<_> = ours.iter().chain(theirs).collect();
            if !resources.is_empty() {
                keys.extend(resources.iter().flat_map(|it| file::messages(it)).map(|(key, _)| key.to_owned()));
                layers.push(Layer::new(&named, !same_language(&named, language), &resources));
                // A language that was asked for first has the say, and in it the file that was read last.
                let own: HashMap<_, _> = resources.iter().flat_map(|it| plain::of(it, right_to_left(&named))).collect();
                own.into_iter().for_each(|(key, it)| _ = plain.entry(key).or_insert(it));
            }
        }
        let fixed = keys.into_iter().filter_map(|key| {
            let text = layers.iter().find(|layer| layer.has(&key))?.format(&key, &[])?;
            Some((key, text))
        });
        let fixed = fixed.collect();

        let plain = plain.into_iter().filter_map(|(key, it)| Some((key, it?))).collect();

        let mut words = Self { language: language.to_owned(), layers, fixed, plain, dates: Dates::default() };
        words.dates = Dates::new(&words);
        words
    }

    /// BCP 47 tag of the language that was asked for.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The message `key`, which needs no value. A message that there is not is its own name, so that it is seen.
    #[must_use]
    pub fn get<'w>(&'w self, key: &'w str) -> &'w str {
        self.fixed.get(key).map_or(key, String::as_str)
    }

    /// The message `key`, if there is one that needs no value.
    #[must_use]
    pub fn fixed(&self, key: &str) -> Option<&str> {
        self.fixed.get(key).map(String::as_str)
    }

    /// The message `key` in pieces, if it is but text and values. Who puts a number among them writes it as
    /// [`decimal`](Self::decimal) does.
    #[must_use]
    pub fn pieces(&self, key: &str) -> Option<&[Piece]> {
        self.plain.get(key).map(Plain::pieces)
    }

    /// Whether a message is not there in the language that was asked for, and another one stands in.
    #[must_use]
    pub fn is_borrowed(&self, key: &str) -> bool {
        self.stand_in(key).is_some()
    }

    /// The language of a message that is not there in the one that was asked for.
    #[must_use]
    pub fn stand_in(&self, key: &str) -> Option<&str> {
        let layer = self.layer_of(key)?;
        layer.stands_in.then_some(layer.language.as_str())
    }

    /// The message `key` with `values` in it. In a language that is written from the right, each value is set apart
    /// by marks that keep its own direction.
    #[must_use]
    pub fn say(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        self.find(key, values).unwrap_or_else(|| key.to_owned())
    }

    /// The same without marks of direction: for titles, addresses, and what is copied.
    #[must_use]
    pub fn plain(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        let said = self.say(key, values);
        if said.contains(ISOLATES) { said.replace(ISOLATES, "") } else { said }
    }

    /// The message `key` with `values` in it, if there is one.
    #[must_use]
    pub fn find(&self, key: &str, values: &[(&str, Value<'_>)]) -> Option<String> {
        if values.is_empty()
            && let Some(it) = self.fixed.get(key)
        {
            return Some(it.clone());
        }
        if let Some(said) = self.plain.get(key).and_then(|it| it.fill(values)) {
            return Some(said);
        }
        self.layer_of(key)?.format(key, values)
    }

    /// Whether there is such a message.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.layer_of(key).is_some()
    }

    /// Every message whose key begins with `prefix`, by the rest of its key. Values stand as `{name}`: scripts fill
    /// them in.
    #[must_use]
    pub fn patterns(&self, prefix: &str) -> BTreeMap<String, String> {
        let mut found = BTreeMap::new();
        let english = file::trusted(BUILTIN[0].1);
        for (key, values) in file::messages(&english) {
            if let Some(rest) = key.strip_prefix(prefix) {
                let names: Vec<_> = values.iter().map(|name| (*name, format!("{{{name}}}"))).collect();
                let values: Vec<_> = names.iter().map(|(name, text)| (*name, Value::from(text))).collect();
                found.insert(rest.to_owned(), self.say(key, &values));
            }
        }
        found
    }

    /// A number as this language writes it.
    #[must_use]
    pub fn number(&self, number: usize) -> String {
        let marked = value::with_marks(&number.to_string());
        self.layers.first().map_or_else(|| number.to_string(), |layer| layer.place_marks(marked))
    }

    /// The same of any number.
    #[must_use]
    pub fn decimal(&self, number: f64) -> String {
        self.say("number", &[("count", Value::Number(number))])
    }

    /// A day: `4 May 2026`.
    #[must_use]
    pub fn day(&self, day: jiff::civil::Date) -> String {
        self.dates.day(day)
    }

    /// A month: `May 2026`.
    #[must_use]
    pub fn month(&self, day: jiff::civil::Date) -> String {
        self.dates.month(day)
    }

    /// Parts of a list: `name, criteria and skills`.
    #[must_use]
    pub fn list(&self, parts: &[&str]) -> String {
        match parts {
            [] => String::new(),
            [one] => (*one).to_owned(),
            [most @ .., last] => {
                let most = most.join(self.get("list-comma"));
                self.plain("list-and", &[("most", most.into()), ("last", (*last).into())])
            }
        }
    }

    /// The key of a message that comes closest to `wrong`.
    #[must_use]
    pub fn closest(&self, wrong: &str) -> Option<String> {
        let english = file::trusted(BUILTIN[0].1);
        let keys: Vec<_> = file::messages(&english).into_iter().map(|(key, _)| key.to_owned()).collect();
        closest(wrong, keys.iter().map(String::as_str)).map(str::to_owned)
    }

    fn layer_of(&self, key: &str) -> Option<&Layer> {
        self.layers.iter().find(|layer| layer.has(key))
    }
}

impl Layer {
    fn new(language: &str, stands_in: bool, resources: &[&Arc<FluentResource>]) -> Self {
        let locale: LanguageIdentifier = language.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        bundle.set_use_isolating(right_to_left(language));
        bundle.set_formatter(Some(value::format));
        for resource in resources {
            bundle.add_resource_overriding(Arc::clone(resource));
        }
        let marks = [",".to_owned(), ".".to_owned()];
        let mut layer = Self { language: language.to_owned(), stands_in, bundle, marks };
        for (mark, key) in ["number-thousands", "number-fraction"].into_iter().enumerate() {
            if let Some(text) = layer.format(key, &[]) {
                layer.marks[mark] = text;
            }
        }
        layer
    }

    fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|it| it.value().is_some())
    }

    /// `None` if there is no such message, or it asks for a value that is not given.
    fn format(&self, key: &str, values: &[(&str, Value<'_>)]) -> Option<String> {
        let message = self.bundle.get_message(key)?;
        let mut args = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            args.set(*name, value.fluent());
        }
        let mut errors = Vec::new();
        let said = self.bundle.format_pattern(message.value()?, Some(&args), &mut errors);
        errors.is_empty().then(|| self.place_marks(said.into_owned()))
    }

    fn place_marks(&self, text: String) -> String {
        if text.contains(value::MARKS) {
            text.replace(value::MARKS[0], &self.marks[0]).replace(value::MARKS[1], &self.marks[1])
        } else {
            text
        }
    }
}

/// Whether a language is written from the right: by its script if it names one, else by itself.
#[must_use]
pub fn right_to_left(language: &str) -> bool {
    let mut parts = language.split('-');
    let spoken = parts.next().unwrap_or_default().to_ascii_lowercase();
    let script = parts.find(|part| part.len() == 4).map(str::to_ascii_lowercase);
    match script.as_deref() {
        Some(script) => ["arab", "hebr", "thaa", "syrc", "nkoo", "adlm", "rohg"].contains(&script),
        None => ["ar", "fa", "he", "ur", "ps", "dv", "yi", "ckb", "sd", "ug", "syr"].contains(&spoken.as_str()),
    }
}

/// Whether two BCP 47 tags name one language, in whatever region.
#[must_use]
pub fn same_language(one: &str, other: &str) -> bool {
    base(one) == base(other)
}

/// `de-AT` → `de-AT`, `de`, `en`.
fn chain(language: &str) -> Vec<String> {
    let mut chain = Vec::new();
    let mut rest = language;
    loop {
        chain.push(rest.to_owned());
        match rest.rsplit_once('-') {
            Some((shorter, _)) => rest = shorter,
            None => break,
        }
    }
    if let Some(spoken) = chain.last_mut() {
        spoken.make_ascii_lowercase();
    }
    if chain.last().is_none_or(|it| it != LAST) {
        chain.push(LAST.to_owned());
    }
    chain
}

fn base(language: &str) -> String {
    language.split('-').next().unwrap_or_default().to_ascii_lowercase()
}

/// The values that our message `key` of a language names, in order of their names.
#[cfg(test)]
pub(crate) fn builtin_values(language: &str, key: &str) -> Option<Vec<String>> {
    let (_, text) = BUILTIN.iter().find(|(it, _)| *it == language)?;
    let resource = file::trusted(text);
    let (_, values) = file::messages(&resource).into_iter().find(|(it, _)| *it == key)?;
    Some(values.into_iter().map(str::to_owned).collect())
}

/// A repository's message may name only the values that ours is given.
fn check(theirs: &[MessageFile], problems: &mut Diagnostics) {
    let english = file::trusted(BUILTIN[0].1);
    let known: BTreeMap<&str, BTreeSet<&str>> = file::messages(&english).into_iter().collect();
    for it in theirs {
        for (key, values) in file::messages(&it.resource) {
            let Some(given) = known.get(key) else { continue };
            for value in values.difference(given) {
                let names: Vec<_> = given.iter().map(|name| format!("`${name}`")).collect();
                let help = if names.is_empty() {
                    format!("`{key}` is given no values")
                } else {
                    format!("`{key}` is given {}", names.join(", "))
                };
                problems.push(
                    Diagnostic::error(Code::BadWords, format!("message `{key}` has no value `${value}`"))
                        .label(&it.source, it.span_of(key, value), "not given")
                        .help(help),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(language: &str, theirs: &[(&str, &str)]) -> Words {
        let mut problems = Diagnostics::default();
        let words = Words::new(language, theirs, &mut problems);
        assert!(problems.all().is_empty(), "{problems:?}");
        words
    }

    #[test]
    fn a_language_is_looked_for_along_its_chain() {
        assert_eq!(chain("de-AT"), ["de-AT", "de", "en"]);
        assert_eq!(chain("en-GB"), ["en-GB", "en"]);
        assert_eq!(chain("zh-Hant-TW"), ["zh-Hant-TW", "zh-Hant", "zh", "en"]);
        assert_eq!(words("de-AT", &[]).get("nav-people"), "Personen");
        assert_eq!(words("fr", &[]).get("nav-people"), "People");
        assert!(words("fr", &[]).is_borrowed("nav-people"));
    }

    #[test]
    fn a_repository_has_the_last_word() {
        let theirs = [("words/fr.ftl", "nav-people = Membres\n"), ("words/en.ftl", "nav-badges = Medals\n")];
        assert_eq!(words("fr", &theirs).get("nav-people"), "Membres");
        assert_eq!(words("fr", &theirs).get("nav-badges"), "Medals");
        assert_eq!(words("en", &theirs).get("nav-people"), "People");
    }

    #[test]
    fn numbers_and_dates_are_written_as_the_language_does() {
        let day = jiff::civil::date(2026, 5, 4);
        let (english, german) = (words("en", &[]), words("de", &[]));
        assert_eq!(english.number(1_234_567), "1,234,567");
        assert_eq!(german.number(1_234_567), "1.234.567");
        assert_eq!(english.day(day), "4 May 2026");
        assert_eq!(german.day(day), "4. Mai 2026");
        assert_eq!(words("ar", &[]).day(day), "4 مايو 2026");
        assert_eq!(english.say("count-awards", &[("count", 1.into())]), "1 award");
        assert_eq!(english.say("count-awards", &[("count", 12_000.into())]), "12,000 awards");
        assert_eq!(german.say("count-awards", &[("count", 2.into())]), "2 Verleihungen");
    }

    #[test]
    fn values_keep_their_direction_where_text_runs_from_the_right() {
        let arabic = words("ar", &[]);
        let values = [("title", "GitHub".into())];
        assert!(arabic.say("nav-feed-title", &values).contains("\u{2068}GitHub\u{2069}"));
        assert!(!arabic.plain("nav-feed-title", &values).contains(ISOLATES));
        assert!(!words("en", &[]).say("nav-feed-title", &values).contains(ISOLATES));
    }

    #[test]
    fn a_mistake_in_a_message_file_is_shown_at_its_place() {
        let mut problems = Diagnostics::default();
        let text = "nav-people = Membres\nnav-badges Insignes\n";
        let words = Words::new("fr", &[("words/fr.ftl", text)], &mut problems);
        let [problem] = problems.all() else { panic!("{problems:?}") };
        assert_eq!(problem.code, Code::BadWords);
        assert_eq!(problem.labels[0].file.path, "templates/words/fr.ftl");
        assert!(problem.labels[0].span.start >= text.find("nav-badges").unwrap(), "{problem:?}");
        assert_eq!(words.get("nav-people"), "People", "a broken file is left out");
    }

    #[test]
    fn a_message_names_only_values_that_it_is_given() {
        let mut problems = Diagnostics::default();
        let text = "count-awards = { $number } prix\n";
        let _ = Words::new("fr", &[("words/fr.ftl", text)], &mut problems);
        let [problem] = problems.all() else { panic!("{problems:?}") };
        assert_eq!(problem.message, "message `count-awards` has no value `$number`");
        assert_eq!(&text[problem.labels[0].span.clone()], "$number");
        assert_eq!(problem.help.as_deref(), Some("`count-awards` is given `$count`"));
    }
}
