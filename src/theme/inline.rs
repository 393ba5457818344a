//! Small components, written into the templates that use them.
//!
//! To call a component takes Tera as long as a dozen tags, and an award's page has thirty of them. Those of ours that are
//! nothing but output, conditions and loops are therefore put in place once, when templates are loaded, wherever ours call
//! them.

use super::{
    markdown::escape,
    token::{Token, is_name, tokens},
};
use std::{borrow::Cow, collections::HashMap};

/// How a call begins.
const OPEN: &str = "{{ <";

/// A component that can be written into its callers.
struct Inlined<'t> {
    /// Name and, as an expression, the value that is taken when none is given.
    parameters: Vec<(&'t str, Option<&'t str>)>,
    /// What its loops call their items.
    looped: Vec<&'t str>,
    body: &'t str,
}

/// Components by name.
pub(super) struct Components<'t>(HashMap<&'t str, Inlined<'t>>);

impl<'t> Components<'t> {
    /// Those of these templates that are simple enough, but for those that `is_theirs` says somebody else defined anew, and
    /// those that call one of them: what does not fit is told of where it is called.
    pub(super) fn of(templates: impl Iterator<Item = &'t str>, is_theirs: impl Fn(&str) -> bool) -> Self {
        let calls_theirs = |body: &str| {
            let names = body.split(OPEN).skip(1).filter_map(|call| call.split([' ', '/']).next());
            { names }.any(&is_theirs)
        };
        let is_ours = |(name, it): &(&str, Inlined<'_>)| !is_theirs(name) && !calls_theirs(it.body);
        Self(templates.filter_map(component).filter(is_ours).collect())
    }

    /// The template with the bodies of components in place of their calls.
    pub(super) fn inline<'a>(&self, template: &'a str) -> Cow<'a, str> {
        const CLOSE: &str = " /> }}";
        let mut text = Cow::Borrowed(template);
        let mut from = 0;
        while let Some(at) = text[from..].find(OPEN).map(|it| it + from) {
            // What is put in place may call others, which are looked at next.
            let call = &text[at + OPEN.len()..];
            let inlined = call.find(CLOSE).and_then(|end| Some((self.filled(&call[..end])?, end)));
            match inlined {
                Some((body, end)) => {
                    let end = at + OPEN.len() + end + CLOSE.len();
                    text.to_mut().replace_range(at..end, &body);
                    from = at;
                }
                None => from = at + OPEN.len(),
            }
        }
        text
    }

    /// The body for a call such as `picture image={it.logo} class="row__art"`.
    fn filled(&self, call: &str) -> Option<String> {
        let (name, mut rest) = call.split_once(' ')?;
        let component = self.0.get(name)?;
        let mut given: HashMap<&str, &str> = HashMap::new();
        while !rest.is_empty() {
            let (key, value) = rest.split_once('=')?;
            let end = end_of_value(value)?;
            let expression = value[..end].trim_matches(['{', '}']);
            // Within a loop of the component it would be something else.
            let is_hidden = |name: &str| name == "loop" || component.looped.contains(&name);
            if !component.looped.is_empty() && tokens(expression).any(|it| it.is_variable && is_hidden(it.text)) {
                return None;
            }
            given.insert(key, expression);
            rest = value[end..].trim_start();
        }
        let mut values = HashMap::new();
        for (parameter, default) in &component.parameters {
            values.insert(*parameter, given.remove(parameter).or(*default)?);
        }
        given.is_empty().then(|| with_values(component.body, &values)).flatten()
    }
}

/// Name and content of the component that a template defines.
fn component(template: &str) -> Option<(&str, Inlined<'_>)> {
    let (_, rest) = template.split_once("{% component ")?;
    let (name, rest) = rest.split_once('(')?;
    let (parameters, rest) = rest.split_once(") -%}")?;
    let body = rest.split_once("{%- endcomponent")?.0.trim();
    let tags = body.match_indices("{%").map(|(at, _)| body[at + 2..].trim_start_matches(['-', ' ']));
    const SIMPLE: [&str; 6] = ["if ", "elif ", "else ", "endif ", "for ", "endfor "];
    let is_simple = tags.clone().all(|it| SIMPLE.iter().any(|tag| it.starts_with(tag)));
    let looped = tags.filter_map(|it| it.strip_prefix("for ")?.split(' ').next()).collect::<Vec<_>>();
    // A tag at either end that takes blanks away would take its caller's.
    let is_closed = !body.starts_with("{%-") && !body.ends_with("-%}");
    let parameters = parameters.split(", ").map(|it| {
        let (name, rest) = it.split_once(": ")?;
        Some((name, rest.split_once(" = ").map(|(_, default)| default)))
    });
    let parameters = parameters.collect::<Option<Vec<_>>>()?;
    let is_named_anew = parameters.iter().any(|(name, _)| looped.contains(name));
    (is_simple && is_closed && !is_named_anew).then_some((name, Inlined { parameters, looped, body }))
}

/// Where `"text"` or `{expression}` at the start of `text` ends.
fn end_of_value(text: &str) -> Option<usize> {
    let mut within_text = false;
    let mut depth = 0;
    for (at, letter) in text.char_indices() {
        match letter {
            '"' => within_text = !within_text,
            '{' if !within_text => depth += 1,
            '}' if !within_text => depth -= 1,
            _ => {}
        }
        if !within_text && depth == 0 {
            return Some(at + letter.len_utf8());
        }
    }
    None
}

/// A component's body with expressions in place of its parameters.
fn with_values(body: &str, values: &HashMap<&str, &str>) -> Option<String> {
    let mut filled = String::new();
    let mut rest = body;
    while let Some(start) = [rest.find("{{"), rest.find("{%")].into_iter().flatten().min() {
        let end = start + [rest[start..].find("}}"), rest[start..].find("%}")].into_iter().flatten().min()? + 2;
        filled.push_str(&rest[..start]);
        let tag = &rest[start..end];
        let text =
            tag.strip_prefix("{{ ").and_then(|it| values.get(it.strip_suffix(" }}")?)).and_then(|it| literal(it));
        match text {
            Some(text) => filled.push_str(&escape(text)),
            None => expression_with_values(tag, values, &mut filled)?,
        }
        rest = &rest[end..];
    }
    filled.push_str(rest);
    Some(filled)
}

/// The text of `"text"`.
fn literal(expression: &str) -> Option<&str> {
    expression.strip_prefix('"')?.strip_suffix('"').filter(|it| !it.contains('"'))
}

/// A tag with expressions in place of parameters. `None` if one would mean something else where it is put.
fn expression_with_values(tag: &str, values: &HashMap<&str, &str>, filled: &mut String) -> Option<()> {
    for Token { text, after, is_variable } in tokens(tag) {
        match values.get(text).filter(|_| is_variable) {
            Some(value) if value.chars().all(|it| is_name(it) || it == '.') => filled.push_str(value),
            Some(value) if literal(value).is_some() && !after.starts_with('.') => filled.push_str(value),
            Some(value) if !after.starts_with('.') => filled.extend(["(", value, ")"]),
            Some(_) => return None,
            None => filled.push_str(text),
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PICTURE: &str = "{# A picture. #}\n{% component picture(image: map, class: string = \"\", lazy: bool = true) -%}\n\
        <img class=\"{{ class }}\" src=\"{{ image.url }}\"{% if lazy %} loading=\"lazy\"{% endif %}>\n{%- endcomponent picture %}\n";
    const COPY: &str = "{% component copy(of: string, label: string) -%}\n<b data-copy=\"{{ of }}\">{{ say(key=\"copy\", label=label) }}</b>\n\
        {%- endcomponent copy %}\n";
    const SNIPPET: &str = "{% component snippet(id: string, label: string) -%}\n<pre id=\"{{ id }}\"></pre>\n\
        {{ <copy of={id} label={label} /> }}\n{%- endcomponent snippet %}\n";
    const LIST: &str =
        "{% component list(links: array) -%}\n{% for it in links %}{{ it }}{% endfor %}\n{%- endcomponent list %}\n";
    const SET: &str =
        "{% component set(of: string) -%}\n{% set it %}{{ of }}{% endset %}{{ it }}\n{%- endcomponent set %}\n";

    fn inlined(template: &str) -> String {
        let components = [PICTURE, COPY, SNIPPET, LIST, SET];
        Components::of(components.into_iter(), |name| name == "theirs").inline(template).into_owned()
    }

    #[test]
    fn a_component_of_output_and_conditions_is_put_in_place() {
        assert_eq!(
            inlined("<p>{{ <picture image={it.logo} class=\"row & art\" lazy={false} /> }}</p>"),
            "<p><img class=\"row &amp; art\" src=\"{{ it.logo.url }}\"{% if false %} loading=\"lazy\"{% endif %}></p>"
        );
        assert_eq!(
            inlined("{{ <picture image={logo} /> }}"),
            "<img class=\"\" src=\"{{ logo.url }}\"{% if true %} loading=\"lazy\"{% endif %}>"
        );
    }

    #[test]
    fn what_it_calls_itself_is_put_in_place_too() {
        assert_eq!(
            inlined("{{ <snippet id=\"words\" label={it.name} /> }}."),
            "<pre id=\"words\"></pre>\n<b data-copy=\"words\">{{ say(key=\"copy\", label=it.name) }}</b>."
        );
    }

    #[test]
    fn a_loop_is_put_in_place_where_its_items_hide_nothing() {
        assert_eq!(
            inlined("<ul>{{ <list links={page.links} /> }}</ul>"),
            "<ul>{% for it in page.links %}{{ it }}{% endfor %}</ul>"
        );
        let called = "{% for it in all %}{{ <list links={it.links} /> }}{% endfor %}";
        assert_eq!(inlined(called), called);
    }

    #[test]
    fn what_calls_a_component_of_theirs_is_called() {
        let components = Components::of([COPY, SNIPPET].into_iter(), |name| name == "copy");
        let call = "{{ <snippet id=\"words\" label={it.name} /> }}";
        assert_eq!(components.inline(call), call);
    }

    #[test]
    fn an_expression_stays_one() {
        assert_eq!(
            inlined("{{ <copy of={\"link-\" ~ loop.index} label={it.label} /> }}"),
            "<b data-copy=\"{{ (\"link-\" ~ loop.index) }}\">{{ say(key=\"copy\", label=it.label) }}</b>"
        );
    }

    #[test]
    fn everything_else_is_called() {
        for called in [
            "{{ <set of={links} /> }}",
            "{{ <unknown of={it} /> }}",
            "{{ <picture class=\"x\" /> }}",
            "{{ <picture image={it} size={3} /> }}",
            "{{ <picture image={a ~ b} /> }}",
        ] {
            assert_eq!(inlined(called), called);
        }
        let components = Components::of([PICTURE].into_iter(), |name| name == "picture");
        assert_eq!(components.inline("{{ <picture image={it} /> }}"), "{{ <picture image={it} /> }}");
    }
}
