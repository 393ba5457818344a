//! What a template sets aside, written where it is put in.
//!
//! `{% set who %}<b>{{ name }}</b>{% endset %}` makes a text, keeps it, and makes every later look for a variable longer.
//! In our own templates it is therefore put in place of each `{{ who }}`, once, when templates are loaded; but for what
//! stands in an expression, or is made in a loop.

use super::token::tokens;
use std::{borrow::Cow, ops::Range};

/// The template with what it sets aside in place, but for names that `is_theirs` says other templates use.
pub(super) fn inline<'t>(template: &'t str, is_theirs: impl Fn(&str) -> bool) -> Cow<'t, str> {
    let mut text = Cow::Borrowed(template);
    let mut from = 0;
    while let Some(capture) = Capture::next(&text, from) {
        match capture.put_in_place(&text).filter(|_| !is_theirs(&text[capture.name.clone()])) {
            Some(filled) => {
                from = capture.whole.start.min(filled.len());
                text = Cow::Owned(filled);
            }
            None => from = capture.body.start,
        }
    }
    text
}

/// Whether a template uses a variable of this name.
pub(super) fn mentions(template: &str, name: &str) -> bool {
    tags(template, 0).any(|tag| names(&template[tag]).any(|it| it == name))
}

/// `{% set name %}body{% endset %}`: where it stands.
struct Capture {
    whole: Range<usize>,
    name: Range<usize>,
    body: Range<usize>,
}

impl Capture {
    /// The next one that begins at `from` or later.
    fn next(text: &str, from: usize) -> Option<Self> {
        let mut tags = tags(text, from);
        loop {
            let open = tags.next()?;
            let Some(name) = word_after(text, &open, "set ").filter(|it| !text[it.clone()].contains('=')) else {
                continue;
            };
            let close = tags.find(|it| text[it.clone()].trim_matches(['{', '%', '-', ' ']).starts_with("endset"))?;
            return Some(Self { whole: open.start..close.end, name, body: open.end..close.start });
        }
    }

    /// The template without it, and with its body wherever its name stood. `None` if that could mean something else.
    fn put_in_place(&self, text: &str) -> Option<String> {
        let (name, body) = (&text[self.name.clone()], &text[self.body.clone()]);
        let looped =
            |it: &str| tags(text, 0).any(|tag| word_after(text, &tag, "for ").is_some_and(|at| &text[at] == it));
        let is_simple = tags(body, 0).all(|tag| {
            let tag = &body[tag];
            let inner = tag.trim_start_matches(['{', '%', '-', ' ']);
            let is_known =
                tag.starts_with("{{") || ["if ", "elif ", "else ", "endif "].iter().any(|it| inner.starts_with(it));
            is_known && !names(tag).any(|it| it == "loop" || looped(it))
        });
        let is_closed = !text[..self.body.start].ends_with("-%}") && !text[self.body.end..].starts_with("{%-");
        if !is_simple || !is_closed {
            return None;
        }

        let mut filled = text[..self.whole.start].to_owned();
        let mut done = self.whole.end;
        if text[self.whole.clone()].starts_with("{%-") {
            filled.truncate(filled.trim_end().len());
        }
        if text[self.whole.clone()].ends_with("-%}") {
            done = text.len() - text[done..].trim_start().len();
        }
        for tag in tags(text, done) {
            if word_after(text, &tag, "set ").is_some_and(|it| &text[it] == name) {
                break;
            }
            let content = &text[tag.clone()];
            if content.strip_prefix("{{ ").and_then(|it| it.strip_suffix(" }}")) == Some(name) {
                filled.push_str(&text[done..tag.start]);
                filled.push_str(body);
                done = tag.end;
            } else if names(content).any(|it| it == name) {
                return None;
            }
        }
        filled.push_str(&text[done..]);
        Some(filled)
    }
}

/// Where the tags of a template stand, from `from` on. Comments are none.
fn tags(text: &str, from: usize) -> impl Iterator<Item = Range<usize>> {
    let mut at = from;
    std::iter::from_fn(move || {
        loop {
            let start = at + text[at..].find('{')?;
            let (end, is_tag) = match &text.as_bytes()[start..] {
                [b'{', b'{', ..] => ("}}", true),
                [b'{', b'%', ..] => ("%}", true),
                [b'{', b'#', ..] => ("#}", false),
                _ => {
                    at = start + 1;
                    continue;
                }
            };
            at = start + text[start..].find(end)? + end.len();
            if is_tag {
                return Some(start..at);
            }
        }
    })
}

/// Where the rest of a tag such as `{%- set name %}` stands after this keyword.
fn word_after(text: &str, tag: &Range<usize>, keyword: &str) -> Option<Range<usize>> {
    let inner = text[tag.clone()].strip_prefix("{%")?.trim_start_matches(['-', ' ']).strip_prefix(keyword)?;
    let start = tag.end - inner.len();
    let rest = inner.trim_end_matches(['%', '}', '-', ' ']);
    let word = if keyword == "for " { rest.split(' ').next()? } else { rest };
    Some(start..start + word.len())
}

/// The variables that a tag names.
fn names(tag: &str) -> impl Iterator<Item = &str> {
    tokens(tag).filter(|it| it.is_variable).map(|it| it.text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inlined(template: &str) -> String {
        inline(template, |name| name == "theirs").into_owned()
    }

    #[test]
    fn what_is_set_aside_is_put_in_place() {
        assert_eq!(
            inlined("<p>\n{% set who %}<b>{{ name }}</b>{% endset -%}\n  {{ who }} and {{ it.who }}, {{ who }}</p>"),
            "<p>\n<b>{{ name }}</b> and {{ it.who }}, <b>{{ name }}</b></p>"
        );
    }

    #[test]
    fn one_may_stand_in_another_and_a_name_may_be_used_again() {
        assert_eq!(
            inlined(
                "{% set a %}1{% endset %}{%- set b %}[{{ a }}]{% endset %}{{ b }} {%- set a %}2{% endset %}{{ a }}"
            ),
            "[1]2"
        );
    }

    #[test]
    fn what_could_mean_something_else_stays() {
        for kept in [
            "{% set a %}1{% endset %}{{ a | upper }}",
            "{% set a %}1{% endset %}{% if a %}x{% endif %}",
            "{% set a %}1{% endset %}{{ <b c={a} /> }}",
            "{% for it in list %}{% set a %}{{ it.name }}{% endset %}{{ a }}{% endfor %}",
            "{% set a %}{% for it in list %}{{ it }}{% endfor %}{% endset %}{{ a }}",
            "{% set a = b %}{{ a }}",
            "{% set theirs %}1{% endset %}{{ theirs }}",
        ] {
            assert_eq!(inlined(kept), kept);
        }
    }

    #[test]
    fn a_template_mentions_its_variables() {
        let template = "at {# {{ by }} #}{{ say(key=\"who\", on=day) }}{% if it.at == \"more\" %}{% endif %}";
        let mentioned = ["at", "by", "who", "on", "day", "it", "more", "say"].map(|it| mentions(template, it));
        assert_eq!(mentioned, [false, false, false, false, true, true, false, true]);
    }
}
