//! `say(key="…", name=value…)` in templates: a message of the site's language.
//!
//! A value that holds HTML made by the template itself (`{% set who %}<a …>…</a>{% endset %}`) stays HTML; the message
//! around it and all other values are escaped.
//!
//! Nearly all messages need no value. In our own templates those are put in place once, when templates are loaded:
//! a page costs no more than with the words written into it.

use super::markdown::escape;
use crate::words::{Value as Word, Words};
use std::{borrow::Cow, ops::Range, sync::Arc};
use tera::{Error, Function, Kwargs, State, TeraResult, Value};

/// Where HTML goes in a message that is still to be escaped. No text holds these characters.
const FIRST_PLACE: u32 = 0xe100;

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

/// The template with every `{{ say(key="…") }}` that needs no value put in its place; and every such `say(key="…")`
/// within an expression, as the text that it says.
pub(super) fn resolve<'t>(template: &'t str, words: &Words) -> Cow<'t, str> {
    const OPEN: &str = "say(key=\"";
    const CLOSE: &str = "\")";
    let mut resolved = String::new();
    let mut done = 0;
    for (at, _) in template.match_indices(OPEN) {
        let rest = &template[at + OPEN.len()..];
        let Some(end) = rest.find('"').filter(|end| rest[*end..].starts_with(CLOSE)) else { continue };
        let Some(text) = words.fixed(&rest[..end]).filter(|it| !it.contains(['{', '}', '"', '\\'])) else { continue };
        let (before, after) = (&template[done..at], &rest[end + CLOSE.len()..]);
        match (before.strip_suffix("{{ "), after.strip_prefix(" }}")) {
            (Some(before), Some(after)) => {
                resolved.extend([before, &escape(text)]);
                done = template.len() - after.len();
            }
            _ => {
                resolved.extend([before, "\"", text, "\""]);
                done = template.len() - after.len();
            }
        }
    }
    if done == 0 {
        return Cow::Borrowed(template);
    }
    resolved.push_str(&template[done..]);
    Cow::Owned(resolved)
}

/// The keys that a template names, each with its place.
pub(super) fn keys_in(template: &str) -> Vec<(&str, Range<usize>)> {
    const OPEN: &str = "say(key=\"";
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
}
