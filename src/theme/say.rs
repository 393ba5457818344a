//! `say(key="…", name=value…)` in templates: a message of the site's language.
//!
//! A value that holds HTML made by the template itself (`{% set who %}<a …>…</a>{% endset %}`) stays HTML; the message
//! around it and all other values are escaped.
//!
//! Nearly all messages are but text and values. In our own templates those are put in place once, when templates are
//! loaded: a page costs no more than with the words written into it.

use super::markdown::escape;
use crate::words::{Piece, Value as Word, Words};
use std::{borrow::Cow, ops::Range, sync::Arc};
use tera::{Error, Filter, Function, Kwargs, State, TeraResult, Value};

/// Where HTML goes in a message that is still to be escaped. No text holds these characters.
const FIRST_PLACE: u32 = 0xe100;

/// What messages call their numbers. What our own templates give under any other name is text.
const NUMBERS: [&str; 3] = ["count", "number", "of"];

/// The function.
pub(super) struct Say(pub(super) Arc<Words>);

impl Function<TeraResult<Value>> for Say {
    fn call(&self, kwargs: Kwargs, _: &State<'_>) -> TeraResult<Value> {
        let key: &str = kwargs.must_get("key")?;
        let words = &self.0;
        let mut values = Vec::new();
        let mut html: Vec<(char, &str)> = Vec::new();
        for (name, value) in kwargs.iter() {
            let Some(name) = name.as_str().filter(|it| *it != "key") else { continue };
            let value = if let Some(text) = value.as_str() {
                if value.is_safe() {
                    let place = u32::try_from(html.len()).ok().and_then(|it| char::from_u32(FIRST_PLACE + it));
                    let place = place.ok_or_else(|| Error::message("too many values"))?;
                    html.push((place, text));
                    Word::Text(Cow::Owned(place.to_string()))
                } else {
                    Word::from(text)
                }
            } else if let Some(number) = value.as_f64() {
                Word::from(number)
            } else {
                Word::Text(Cow::Owned(value.to_string()))
            };
            values.push((name, value));
        }
        let Some(said) = words.find(key, &values) else {
            let help = words.closest(key).map(|it| format!("; did you mean `{it}`?")).unwrap_or_default();
            return Err(Error::message(if words.has(key) {
                format!("message `{key}` needs a value that it was not given")
            } else {
                format!("no message is called `{key}`{help}")
            }));
        };
        if html.is_empty() {
            return Ok(Value::from(said));
        }
        let mut safe = escape(&said);
        for (place, text) in html {
            safe = safe.replace(place, text);
        }
        Ok(Value::safe_string(&safe))
    }
}

/// The filter that writes a value as messages do: a number as the language writes it, all else as it is.
pub(super) struct Said(pub(super) Arc<Words>);

impl Filter<Value, Value> for Said {
    fn call(&self, value: Value, _: Kwargs, _: &State<'_>) -> Value {
        match value.as_f64() {
            Some(number) => Value::from(self.0.decimal(number)),
            None => value,
        }
    }
}

/// The template with every `{{ say(key="…") }}` put in its place, but for messages that choose between forms; and every
/// such `say(key="…")` within an expression that needs no value, as the text that it says.
pub(super) fn resolve<'t>(template: &'t str, words: &Words) -> Cow<'t, str> {
    let mut resolved = String::new();
    let mut done = 0;
    for (at, _) in template.match_indices(OPEN) {
        let Some((key, values, end)) = call(&template[at..]).filter(|_| at >= done) else { continue };
        let (before, after) = (&template[done..at], &template[at + end..]);
        let alone = before.strip_suffix("{{ ").zip(after.strip_prefix(" }}"));
        let text = words.fixed(key).filter(|it| values.is_empty() && is_plain(it));
        match (alone, text) {
            (Some((before, _)), Some(text)) => resolved.extend([before, &escape(text)]),
            (Some((before, _)), None) => {
                let Some(said) = in_place(words.pieces(key), &values, template) else { continue };
                resolved.extend([before, &said]);
            }
            (None, Some(text)) => resolved.extend([before, "\"", text, "\""]),
            (None, None) => continue,
        }
        done = template.len() - alone.map_or(after, |(_, after)| after).len();
    }
    if done == 0 {
        return Cow::Borrowed(template);
    }
    resolved.push_str(&template[done..]);
    Cow::Owned(resolved)
}

/// The pieces of a message with the values that `say` would be given.
fn in_place(pieces: Option<&[Piece]>, values: &[(&str, &str)], template: &str) -> Option<String> {
    let mut said = String::new();
    for piece in pieces? {
        let name = match piece {
            Piece::Text(text) if is_plain(text) => {
                said.push_str(&escape(text));
                continue;
            }
            Piece::Text(_) => return None,
            Piece::Value(name) => name,
        };
        let (_, value) = values.iter().find(|(it, _)| it == name)?;
        if let Some(text) = value.strip_prefix('"') {
            said.push_str(&escape(text.strip_suffix('"').filter(|it| is_plain(it))?));
        } else if NUMBERS.contains(&name.as_str()) && !template.contains(&format!("set {value} %}}")) {
            said.extend(["{{ (", value, ") | said }}"]);
        } else {
            said.extend(["{{ ", value, " }}"]);
        }
    }
    Some(said)
}

/// Whether a text can stand in a template, and in quotes there.
fn is_plain(text: &str) -> bool {
    !text.contains(['{', '}', '"', '\\'])
}

const OPEN: &str = "say(key=\"";

/// The values of a call, as expressions by name.
type Values<'t> = Vec<(&'t str, &'t str)>;

/// Key, values and length of the call of `say` that `text` begins with.
fn call(text: &str) -> Option<(&str, Values<'_>, usize)> {
    let key = text[OPEN.len()..].split('"').next()?;
    let mut values = Vec::new();
    let mut at = OPEN.len() + key.len() + 1;
    while let Some(rest) = text[at..].strip_prefix(", ") {
        let (name, value) = rest.split_once('=')?;
        let length = length_of_value(value)?;
        values.push((name, &value[..length]));
        at = text.len() - value.len() + length;
    }
    text[at..].starts_with(')').then_some((key, values, at + 1))
}

/// How long the expression is that `text` begins with, and that ends before a comma or a bracket.
fn length_of_value(text: &str) -> Option<usize> {
    let (mut quoted, mut depth) = (false, 0);
    for (at, letter) in text.char_indices() {
        match letter {
            '"' => quoted = !quoted,
            ',' | ')' if !quoted && depth == 0 => return Some(at),
            '(' | '[' if !quoted => depth += 1,
            ')' | ']' if !quoted => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The keys that a template names, each with its place.
pub(super) fn keys_in(template: &str) -> Vec<(&str, Range<usize>)> {
    template
        .match_indices(OPEN)
        .filter_map(|(at, _)| {
            let start = at + OPEN.len();
            let end = start + template[start..].find('"')?;
            Some((&template[start..end], start..end))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use tera::{Context, Tera};

    fn filled(template: &str) -> String {
        let mut tera = Tera::new();
        tera.autoescape_on([""]);
        tera.register_function("say", Say(Arc::new(Words::new("en", &[], &mut Default::default()))));
        tera.add_raw_template("page", template).unwrap();
        let mut context = Context::new();
        context.insert("title", "A & B");
        context.insert("count", &2);
        tera.render("page", &context).unwrap_or_else(|error| error.to_string())
    }

    #[test]
    fn values_are_escaped_once() {
        assert_eq!(filled("{{ say(key=\"nav-feed-title\", title=title) }}"), "A &amp; B: latest awards");
        assert_eq!(
            filled("{% set who %}<b>{{ title }}</b>{% endset %}{{ say(key=\"nav-feed-title\", title=who) }}"),
            "<b>A &amp; B</b>: latest awards"
        );
        assert_eq!(filled("{{ say(key=\"count-awards\", count=count) }}"), "2 awards");
    }

    #[test]
    fn a_slip_in_a_key_is_understood() {
        let said = filled("{{ say(key=\"nav-peple\") }}");
        assert!(said.contains("no message is called `nav-peple`; did you mean `nav-people`?"), "{said}");
        let said = filled("{{ say(key=\"count-awards\") }}");
        assert!(said.contains("message `count-awards` needs a value that it was not given"), "{said}");
    }

    #[test]
    fn words_without_values_are_put_in_place() {
        let words = Words::new("en", &[], &mut Default::default());
        assert_eq!(resolve("<a>{{ say(key=\"nav-people\") }}</a>", &words), "<a>People</a>");
        assert_eq!(
            resolve("{{ <x a={say(key=\"nav-people\")} b={say(key=\"count-awards\", count=1)} /> }}", &words),
            "{{ <x a={\"People\"} b={say(key=\"count-awards\", count=1)} /> }}"
        );
        let kept = "{{ say(key=\"count-awards\", count=1) }}{{ say(key=\"no-such\") }}";
        assert_eq!(resolve(kept, &words), kept);
    }

    #[test]
    fn words_around_values_are_put_in_place() {
        let words = Words::new("en", &[], &mut Default::default());
        let by = "{% set at %}<time></time>{% endset %}{{ say(key=\"foot-built\", date=at, program=site.generator) }}";
        let expected =
            "{% set at %}<time></time>{% endset %}Built on {{ at }} by {{ site.generator }}. No cookies, no trackers.";
        assert_eq!(resolve(by, &words), expected);
        assert_eq!(resolve("{{ say(key=\"paper-printed\", date=\"%\") }}", &words), "Printed on %.");
        assert_eq!(
            resolve(
                "{{ say(key=\"list-counts\", badges=say(key=\"count-badges\", count=it.badges), awards=a[0]) }}",
                &words
            ),
            "{{ say(key=\"count-badges\", count=it.badges) }}, {{ a[0] }}"
        );
    }

    /// Otherwise 1,234 would be written as 1234.
    #[test]
    fn numbers_and_nothing_else_are_called_like_numbers() {
        let pages = [
            include_str!("page/common.rs"),
            include_str!("page/award.rs"),
            include_str!("page/badge.rs"),
            include_str!("page/issuer.rs"),
            include_str!("page/lists.rs"),
            include_str!("page/nominate.rs"),
        ];
        let fields =
            pages.iter().flat_map(|it| it.lines()).filter_map(|it| it.trim().strip_prefix("pub ")?.split_once(": "));
        let is_number = |kind: &str| ["usize", "u32", "u64", "f64", "Number"].iter().any(|it| kind.contains(it));
        let numbers: Vec<_> = fields.filter(|(_, kind)| is_number(kind)).map(|(name, _)| name).collect();
        assert!(numbers.contains(&"award_count"), "{numbers:?}");
        let mut seen = 0;
        for (template, text) in crate::theme::templates::BUILTIN {
            for (at, _) in text.match_indices(OPEN) {
                let Some((key, values, _)) = call(&text[at..]) else { panic!("{template}: {}", &text[at..at + 80]) };
                for (name, value) in values {
                    let field = value.rsplit('.').next().unwrap_or(value);
                    let is_written = value.starts_with('"') || text.contains(&format!("set {value} %}}"));
                    let is_number = !is_written && (numbers.contains(&field) || value == "count");
                    assert_eq!(
                        is_number,
                        NUMBERS.contains(&name) && !is_written,
                        "{template}: `{key}`, {name}={value}"
                    );
                    seen += 1;
                }
            }
        }
        assert!(seen > 50, "{seen}");
    }

    #[test]
    fn a_value_reads_the_same_wherever_it_is_put_in() {
        let words = Arc::new(Words::new("de", &[], &mut Default::default()));
        let template = "{{ say(key=\"pager-where\", number=number, of=of) }}";
        let filled = |template: &str| {
            let mut tera = Tera::new();
            tera.autoescape_on([""]);
            tera.register_function("say", Say(Arc::clone(&words)));
            tera.register_filter("said", Said(Arc::clone(&words)));
            tera.add_raw_template("page", template).unwrap();
            let mut context = Context::new();
            context.insert("number", &1234.5);
            context.insert("of", "A & B");
            tera.render("page", &context).unwrap()
        };
        assert_eq!(filled(template), "Seite 1.234,5 von A &amp; B");
        assert_eq!(filled(&resolve(template, &words)), "Seite 1.234,5 von A &amp; B");
    }
}
