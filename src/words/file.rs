//! One message file: what is in it, and where it is wrong.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, SourceFile};
use fluent_bundle::FluentResource;
use fluent_syntax::{
    ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser::{ErrorKind, ParserError},
};
use std::{collections::BTreeSet, ops::Range, sync::Arc};

/// A repository's message file.
pub(super) struct MessageFile {
    /// The language that its name says.
    pub(super) language: String,
    pub(super) source: Arc<SourceFile>,
    pub(super) resource: Arc<FluentResource>,
}

impl MessageFile {
    /// Where the message `key` names `value`.
    pub(super) fn span_of(&self, key: &str, value: &str) -> Range<usize> {
        let text = &self.source.text;
        let starts = |at: usize| at == 0 || text[..at].ends_with('\n');
        let message = text.match_indices(key).map(|(at, _)| at).find(|at| starts(*at)).unwrap_or_default();
        let named = format!("${value}");
        let at = text[message..].find(&named).map_or(message, |place| message + place);
        at..(at + named.len()).min(text.len())
    }
}

/// A file of ours, which tests hold to be right.
pub(super) fn trusted(text: &str) -> Arc<FluentResource> {
    Arc::new(FluentResource::try_new(text.to_owned()).unwrap_or_else(|(rest, _)| rest))
}

/// Reads a repository's files; those that are broken are reported and left out.
pub(super) fn read(files: &[(&str, &str)], problems: &mut Diagnostics) -> Vec<MessageFile> {
    let mut good = Vec::new();
    for (path, text) in files {
        let source = Arc::new(SourceFile { path: format!("templates/{path}"), text: (*text).to_owned() });
        let name = path.rsplit('/').next().unwrap_or_default().trim_end_matches(".ftl");
        if name.parse::<unic_langid::LanguageIdentifier>().is_err() {
            problems.push(
                Diagnostic::error(Code::BadWords, format!("`{name}` is not a language"))
                    .file(source.path.clone())
                    .help("a message file is named after its language, such as `fr.ftl` or `pt-BR.ftl`"),
            );
            continue;
        }
        match FluentResource::try_new((*text).to_owned()) {
            Ok(resource) => {
                good.push(MessageFile { language: name.to_owned(), source, resource: Arc::new(resource) });
            }
            Err((_, errors)) => problems.extend(errors.iter().map(|error| explain(&source, error))),
        }
    }
    good
}

fn explain(source: &Arc<SourceFile>, error: &ParserError) -> Diagnostic {
    let end = source.text.len();
    let mut span = error.pos.start.min(end)..error.pos.end.min(end);
    while !source.text.is_char_boundary(span.start) {
        span.start -= 1;
    }
    while !source.text.is_char_boundary(span.end) {
        span.end += 1;
    }
    let help = match error.kind {
        ErrorKind::ExpectedToken('=') => "a message is written `key = its words`",
        ErrorKind::ExpectedToken('}') | ErrorKind::UnbalancedClosingBrace => {
            "a value stands in braces, such as `{ $count }`"
        }
        ErrorKind::MissingDefaultVariant => "the variant for all other cases begins with `*`, such as `*[other]`",
        _ => "see https://projectfluent.org/fluent/guide/ for how messages are written",
    };
    Diagnostic::error(Code::BadWords, "this is not a message")
        .label(source, span, lower_first(&error.kind.to_string()))
        .help(help)
}

fn lower_first(text: &str) -> String {
    let mut chars = text.trim_end_matches('.').chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

/// The messages of a file, each with the values that it names.
pub(super) fn messages(resource: &FluentResource) -> Vec<(&str, BTreeSet<&str>)> {
    let mut found = Vec::new();
    for entry in resource.entries() {
        if let Entry::Message(message) = entry
            && let Some(pattern) = &message.value
        {
            let mut values = BTreeSet::new();
            in_pattern(pattern, &mut values);
            found.push((message.id.name, values));
        }
    }
    found
}

fn in_pattern<'p>(pattern: &Pattern<&'p str>, values: &mut BTreeSet<&'p str>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, values);
        }
    }
}

fn in_expression<'p>(expression: &Expression<&'p str>, values: &mut BTreeSet<&'p str>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, values),
        Expression::Select { selector, variants } => {
            in_inline(selector, values);
            for variant in variants {
                in_pattern(&variant.value, values);
            }
        }
    }
}

fn in_inline<'p>(inline: &InlineExpression<&'p str>, values: &mut BTreeSet<&'p str>) {
    let mut called = |arguments: &CallArguments<&'p str>| {
        for it in &arguments.positional {
            in_inline(it, values);
        }
        for it in &arguments.named {
            in_inline(&it.value, values);
        }
    };
    match inline {
        InlineExpression::VariableReference { id } => {
            values.insert(id.name);
        }
        InlineExpression::Placeable { expression } => in_expression(expression, values),
        InlineExpression::FunctionReference { arguments, .. } => called(arguments),
        InlineExpression::TermReference { arguments: Some(arguments), .. } => called(arguments),
        _ => {}
    }
}
