//! Our templates, and a repository's over them.
//!
//! Ours are called `builtin/…` and are also found without that. A repository's `assertion.html` may therefore say
//! `{% extends "builtin/assertion.html" %}` and change one block of it.

use super::{
    capture,
    constants::write_in,
    inline::Components,
    is_messages,
    say::{Said, Say, keys_in, resolve},
    token::is_name,
};
use crate::{
    diagnostic::{Code, Diagnostic, Diagnostics, SourceFile, closest},
    model::TemplateFile,
    words::Words,
};
use std::{ops::Range, sync::Arc};
use tera::{ErrorKind, Tera};

macro_rules! builtin {
    ($($name:literal),* $(,)?) => {
        /// The default theme, by name.
        pub(super) const BUILTIN: &[(&str, &str)] = &[
            $((concat!("builtin/", $name), include_str!(concat!("../../themes/default/templates/", $name)))),*
        ];
    };
}

builtin! {
    "base.html",
    "gallery.html",
    "badge.html",
    "assertion.html",
    "embed.html",
    "erased.html",
    "moved.html",
    "issuer.html",
    "issuers.html",
    "person.html",
    "people.html",
    "skill.html",
    "skills.html",
    "shelf.html",
    "shelves.html",
    "how.html",
    "verify.html",
    "nominate.html",
    "poster.html",
    "page.html",
    "not-found.html",
    "card.svg",
    "components/badge_card.html",
    "components/badge_grid.html",
    "components/badge_section.html",
    "components/link_section.html",
    "components/list_head.html",
    "components/award_list.html",
    "components/shelf_rows.html",
    "components/tag_list.html",
    "components/choice_list.html",
    "components/award_card.html",
    "components/picture.html",
    "components/somebody.html",
    "components/fact_list.html",
    "components/snippet.html",
    "components/copy_button.html",
    "components/alignment_list.html",
    "components/pager.html",
    "components/verdict_mark.html",
    "components/site_header.html",
    "components/site_footer.html",
    "components/award_issuer.html",
    "components/check_row.html",
    "components/paper_more.html",
    "components/issuer_facts.html",
    "components/key_list.html",
}

/// Makes one set of all templates.
pub(super) fn load(
    theirs: &[TemplateFile],
    words: &Arc<Words>,
    constants: &[(String, String)],
    problems: &mut Diagnostics,
) -> Tera {
    let mut tera = Tera::new();
    tera.register_function("say", Say(Arc::clone(words)));
    tera.register_filter("said", Said(Arc::clone(words)));
    // Every value is escaped, whatever a file is called.
    tera.autoescape_on([""]);
    tera.set_fallback_prefixes(["builtin/"]).expect("no template has been added yet");
    // A name that they give to something else is looked up.
    let is_other = theirs.iter().any(|it| it.text.contains("set site"));
    let constants = if is_other { &[] } else { constants };
    let ours: Vec<_> = BUILTIN.iter().map(|(name, text)| (*name, write_in(&resolve(text, words), constants))).collect();
    let is_theirs = |name: &str| theirs.iter().any(|it| defines(&it.text, name));
    let components = Components::of(ours.iter().map(|(_, text)| &**text), is_theirs);
    // In SVG a line's end alone is no space between words.
    let ready = |name: &str, text| {
        let text = components.inline(text);
        let text = capture::inline(&text, |name| theirs.iter().any(|it| capture::mentions(&it.text, name)));
        if name.ends_with(".html") { without_indents(&text) } else { text.into_owned() }
    };
    tera.add_raw_templates(ours.iter().map(|(name, text)| (*name, ready(name, text))))
        .expect("the default theme is tested");

    let (known, unknown): (Vec<_>, Vec<_>) = theirs
        .iter()
        .filter(|file| !is_messages(file))
        .partition(|file| file.path.ends_with(".html") || file.path == "card.svg");
    for file in unknown {
        problems.push(
            Diagnostic::warning(Code::BadTemplate, format!("`templates/{}` is not used", file.path))
                .file(format!("templates/{}", file.path))
                .help("the names of templates end in `.html`; messages are in `templates/words/<language>.ftl`"),
        );
    }
    for file in &known {
        unknown_keys(file, words, problems);
    }
    add(&mut tera, &known, problems);
    for file in known.iter().filter(|file| tera.get_template_names().any(|it| it == file.path)) {
        if replaces_a_page(file, &known) {
            problems.push(
                Diagnostic::error(Code::BadTemplate, "this template takes the place of a whole page".to_owned())
                    .file(format!("templates/{}", file.path))
                    .help(format!("begin it with `{{% extends \"builtin/{}\" %}}`, and change its blocks", file.path)),
            );
        }
    }
    tera
}

/// Whether a template defines a component of this name.
pub(super) fn defines(text: &str, name: &str) -> bool {
    let after = text.split("component").skip(1).map(str::trim_start);
    after.filter_map(|it| it.strip_prefix(name)).any(|it| !it.starts_with(is_name))
}

/// Adds a repository's templates, and reports those that cannot be read.
fn add(tera: &mut Tera, known: &[&TemplateFile], problems: &mut Diagnostics) {
    // Together they may refer to each other. If that fails, each is tried by itself to say which is at fault.
    if tera.add_raw_templates(known.iter().map(|file| (&file.path, &file.text))).is_ok() {
        return;
    }
    let before = problems.errors();
    let mut waiting = known.to_vec();
    loop {
        // A template may need another one that comes later in the alphabet.
        let (added, failed): (Vec<_>, Vec<_>) =
            waiting.into_iter().partition(|file| tera.add_raw_template(&file.path, &file.text).is_ok());
        waiting = failed;
        if added.is_empty() {
            break;
        }
    }
    for file in waiting {
        if let Err(error) = tera.add_raw_template(&file.path, &file.text) {
            problems.push(explain(file, &error));
        }
    }
    debug_assert!(problems.errors() > before, "templates that fail together fail one by one");
}

/// Whether `file` is called like a page of ours, and none of what it extends is that page.
///
/// What a page has to say, such as what an award is worth today, would be gone. A card and components are small enough
/// to be written anew.
fn replaces_a_page(file: &TemplateFile, theirs: &[&TemplateFile]) -> bool {
    let ours = format!("builtin/{}", file.path);
    if file.path.contains('/') || !ours.ends_with(".html") || !BUILTIN.iter().any(|(name, _)| *name == ours) {
        return false;
    }
    // No chain is longer, but one that closes.
    let chain = std::iter::successors(parent(&file.text), |name| {
        theirs.iter().find(|it| it.path == *name).and_then(|it| parent(&it.text))
    });
    !chain.take(theirs.len() + 1).any(|name| name == ours)
}

/// What a template extends, which only comments may precede.
fn parent(text: &str) -> Option<&str> {
    let mut rest = text.trim_start();
    while let Some(comment) = rest.strip_prefix("{#") {
        rest = comment.split_once("#}")?.1.trim_start();
    }
    let tag = rest.strip_prefix("{%")?.trim_start_matches('-').trim_start().strip_prefix("extends")?.trim_start();
    let quote = tag.chars().next().filter(|it| "\"'`".contains(*it))?;
    tag[1..].split(quote).next()
}

/// A template of ours without its indents, which readers of the template need and readers of a thousand pages do not.
/// Within `<pre>` every space counts.
fn without_indents(template: &str) -> String {
    let mut rest = String::with_capacity(template.len());
    let mut as_it_is = false;
    for line in template.split_inclusive('\n') {
        rest.push_str(if as_it_is { line } else { line.trim_start_matches(' ') });
        let opened = line.rfind("<pre").map(|at| at + 1).unwrap_or_default();
        let closed = line.rfind("</pre>").map(|at| at + 1).unwrap_or_default();
        as_it_is = if opened == closed { as_it_is } else { opened > closed };
    }
    rest
}

/// Reports messages that a template asks for in vain.
fn unknown_keys(file: &TemplateFile, words: &Words, problems: &mut Diagnostics) {
    let unknown: Vec<_> = keys_in(&file.text).into_iter().filter(|(key, _)| !words.has(key)).collect();
    if unknown.is_empty() {
        return;
    }
    let source = Arc::new(SourceFile { path: format!("templates/{}", file.path), text: file.text.clone() });
    for (key, span) in unknown {
        let help = match words.closest(key) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("add it to `templates/words/{}.ftl`", words.language()),
        };
        problems.push(
            Diagnostic::error(Code::BadTemplate, format!("no message is called `{key}`"))
                .label(&source, span, "asked for here")
                .help(help),
        );
    }
}

/// Tera's error as a diagnostic at its place.
fn explain(file: &TemplateFile, error: &tera::Error) -> Diagnostic {
    let source = Arc::new(SourceFile { path: format!("templates/{}", file.path), text: file.text.clone() });
    let at = |span: Range<usize>, message: &str| {
        let (message, given) = message.split_once(". Available ").unwrap_or((message, ""));
        let given = given.split_once(": ").map_or("", |it| it.1);
        let known = BUILTIN.iter().map(|(name, _)| *name).chain(given.split(", "));
        let named = message.split('`').nth(1).unwrap_or_default();
        let near = closest(named, known).map(|it| format!("did you mean `{it}`?"));
        let near = near.or_else(|| (!given.is_empty()).then(|| format!("what is given here: {given}")));
        Diagnostic::error(Code::BadTemplate, lower_first(message)).label(&source, span, "here").help(
            near.unwrap_or_else(|| {
                "the documentation of Tera, at https://keats.github.io/tera/, says what can stand here".to_owned()
            }),
        )
    };
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            at(report.span().range.clone(), report.message())
        }
        ErrorKind::MissingParent { parent, .. } => {
            let start = file.text.find(parent.as_str()).unwrap_or_default();
            let end = if file.text[start..].starts_with(parent.as_str()) { start + parent.len() } else { start };
            at(start..end, &format!("no template is called `{parent}`"))
        }
        // Names that do not exist are reported as text only.
        _ => match place(&error.to_string(), &file.text) {
            Some((message, span)) => at(span, &message),
            None => Diagnostic::error(Code::BadTemplate, lower_first(&error.to_string())).file(source.path.clone()),
        },
    }
}

/// Why `template` could not be filled, at the place in one of `theirs` that asks for too much.
pub(super) fn unfilled(template: &str, error: &tera::Error, theirs: &[TemplateFile]) -> Diagnostic {
    let (name, message) = match error.kind() {
        ErrorKind::RenderingError(report) => (report.filename(), report.message().to_owned()),
        _ => (template, error.to_string()),
    };
    match theirs.iter().find(|it| it.path == name) {
        Some(file) => explain(file, error),
        None => Diagnostic::error(Code::BadTemplate, format!("`{name}`: {}", lower_first(&message)))
            .help("a template in `templates/` does not fit this part of the theme; mend it, or take it out"),
    }
}

/// Message and place in a report such as `error: Unknown filter `x`⏎ --> page.html:1:11`.
fn place(report: &str, text: &str) -> Option<(String, Range<usize>)> {
    let mut lines = report.lines();
    let message = lines.next()?.strip_prefix("error: ")?.to_owned();
    let mut position = lines.next()?.trim().rsplit(':');
    let column: usize = position.next()?.parse().ok()?;
    let line: usize = position.next()?.parse().ok()?;
    let width = report.lines().nth(4)?.matches('^').count();
    let start_of_line: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let bytes = |chars: usize| text[start_of_line..].chars().take(chars).map(char::len_utf8).sum::<usize>();
    let (start, end) = (start_of_line + bytes(column - 1), start_of_line + bytes(column - 1 + width));
    Some((message, start..end))
}

fn lower_first(text: &str) -> String {
    let mut chars = text.trim_end_matches('.').chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems_of(templates: &[(&str, &str)]) -> Diagnostics {
        let files: Vec<_> =
            templates.iter().map(|(path, text)| TemplateFile { path: (*path).into(), text: (*text).into() }).collect();
        let mut problems = Diagnostics::default();
        let words = Arc::new(Words::new("en", &[], &mut problems));
        load(&files, &words, &[], &mut problems);
        problems
    }

    /// Message and marked text of the only problem.
    fn problem_of(text: &str) -> (String, String) {
        let problems = problems_of(&[("assertion.html", text)]);
        let [problem, ..] = problems.all() else { panic!("{problems:?}") };
        assert_eq!(problem.code, Code::BadTemplate);
        let label = &problem.labels[0];
        (problem.message.clone(), label.file.text[label.span.clone()].to_owned())
    }

    #[test]
    fn pages_have_no_indents_but_where_spaces_count() {
        let template = "<ul>\n  <li>\n    <pre>a\n  b</pre>\n  </li>\n  <pre>c</pre>\n  d\n</ul>\n";
        let expected = "<ul>\n<li>\n<pre>a\n  b</pre>\n</li>\n<pre>c</pre>\nd\n</ul>\n";
        assert_eq!(without_indents(template), expected);
    }

    #[test]
    fn a_component_is_theirs_however_it_is_written() {
        let text = "{%- component  tag_list(links: array) -%}x{%- endcomponent tag_list %}";
        assert!(defines(text, "tag_list"));
        assert!(!defines(text, "tag") && !defines(text, "award_list"));
    }

    #[test]
    fn a_template_may_need_one_that_comes_later() {
        let problems = problems_of(&[
            ("a.html", "{% extends \"z.html\" %}{% block content %}x{% endblock content %}"),
            ("z.html", "{% extends \"builtin/base.html\" %}"),
            ("broken.html", "{% if %}"),
        ]);
        assert_eq!(problems.errors(), 1, "{problems:?}");
    }

    #[test]
    fn a_message_that_is_asked_for_in_vain_is_reported_at_its_place() {
        let (message, marked) = problem_of("<p>{{ say(key=\"nav-peple\") }}</p>");
        assert_eq!((message.as_str(), marked.as_str()), ("no message is called `nav-peple`", "nav-peple"));
    }

    #[test]
    fn mistakes_are_reported_at_their_place() {
        let (message, marked) = problem_of("<p>\n{{ badge | shout }}");
        assert_eq!((message.as_str(), marked.as_str()), ("unknown filter `shout`", "shout"));
        let (message, marked) = problem_of("{% extends \"builtin/asertion.html\" %}");
        assert_eq!(
            (message.as_str(), marked.as_str()),
            ("no template is called `builtin/asertion.html`", "builtin/asertion.html")
        );
        let (message, _) =
            problem_of("{% extends \"builtin/assertion.html\" %}{% block evidense %}{% endblock evidense %}");
        assert!(message.contains("`evidense` is not defined"), "{message}");
        let (message, _) = problem_of("é {% if %}");
        assert!(!message.is_empty());
    }
}
