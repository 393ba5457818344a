//! Scripts without what only people need: comments, indentation, spaces between signs. Nothing is renamed.
//!
//! It knows as much of JavaScript as our own scripts use: no text goes over the end of a line, and a comment has its
//! lines for itself.

/// The lines of a script that a browser needs.
pub(super) fn lines(script: &str) -> impl Iterator<Item = &str> {
    script.lines().map(str::trim).filter(|line| {
        !matches!(*line, "" | "*") && !["//", "/**", "* ", "*/"].iter().any(|start| line.starts_with(start))
    })
}

/// Puts lines together, without the spaces that they do not need. Lines stay apart where their end may be the end of a
/// statement.
pub(super) fn tight(lines: impl Iterator<Item = impl AsRef<str>>) -> String {
    let mut script = String::new();
    for line in lines {
        let line = one(line.as_ref());
        let open = script.trim_end().ends_with(['{', '(', '[', ',', ';', '=', '>', '&', '|', '?', ':', '+']);
        if open || line.starts_with(['}', ')', ']', '.', '?', ':', '&', '|']) {
            script.truncate(script.trim_end().len());
        }
        script.push_str(&line);
        script.push('\n');
    }
    script
}

/// A line without the spaces that it does not need.
fn one(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let end = match c {
            '\'' | '"' | '`' => end_of_text(rest),
            '/' if regex_may_begin(&out) => end_of_regex(rest),
            ' ' => {
                let (before, after) = (out.chars().next_back(), rest[1..].chars().next());
                let word = |it: Option<char>| it.is_some_and(|it| it.is_alphanumeric() || it == '_' || it == '$');
                if word(before) && word(after) || before == after && matches!(before, Some('+' | '-')) {
                    out.push(' ');
                }
                rest = &rest[1..];
                continue;
            }
            _ => c.len_utf8(),
        };
        out.push_str(&rest[..end]);
        rest = &rest[end..];
    }
    out
}

/// Where a text ends that begins here. A template may hold code, and that may hold texts.
fn end_of_text(text: &str) -> usize {
    let quote = &text[..1];
    let mut at = 1;
    while at < text.len() {
        let rest = &text[at..];
        if rest.starts_with(quote) {
            return at + 1;
        }
        if quote == "`" && rest.starts_with("${") {
            at += 2 + end_of_code(&rest[2..]);
        } else {
            at += rest.chars().take(if rest.starts_with('\\') { 2 } else { 1 }).map(char::len_utf8).sum::<usize>();
        }
    }
    text.len()
}

/// Where the code within a template ends, after its brace.
fn end_of_code(code: &str) -> usize {
    let (mut at, mut depth) = (0, 1);
    while at < code.len() {
        let rest = &code[at..];
        match rest.chars().next() {
            Some('\'' | '"' | '`') => {
                at += end_of_text(rest);
                continue;
            }
            Some('{') => depth += 1,
            Some('}') => depth -= 1,
            _ => {}
        }
        at += rest.chars().next().map_or(1, char::len_utf8);
        if depth == 0 {
            break;
        }
    }
    at
}

/// Whether a slash after this begins a regular expression, and does not divide.
fn regex_may_begin(before: &str) -> bool {
    let before = before.trim_end();
    before.is_empty()
        || before.ends_with(['(', ',', '=', ':', '[', '!', '&', '|', '?', '{', '}', ';', '>', '+'])
        || before.ends_with("return")
}

fn end_of_regex(text: &str) -> usize {
    let (mut class, mut escaped) = (false, false);
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' => class = true,
            ']' => class = false,
            '/' if !class => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_spaces_between_signs_go() {
        for (line, expected) in [
            ("const a = b ? 'x  y' : \"it's\";", "const a=b?'x  y':\"it's\";"),
            ("return `a ${b ? ` c d ` : {e: 1}} f`;", "return`a ${b ? ` c d ` : {e: 1}} f`;"),
            ("it.replace(/[ /'] +\\/ /g, ' ') / 2", "it.replace(/[ /'] +\\/ /g,' ')/2"),
            ("a + +b - -c; typeof x in y", "a+ +b- -c;typeof x in y"),
            ("const é = '\\'  ';", "const é='\\'  ';"),
        ] {
            assert_eq!(one(line), expected);
        }
    }

    #[test]
    fn lines_stay_apart_where_a_statement_may_end() {
        let script = "// What it is.\n\n/**\n * A thing.\n */\nfunction a() {\n  b()\n    .c();\n  d()\n  return;\n}\n";
        assert_eq!(tight(lines(script)), "function a(){b().c();d()\nreturn;}\n");
    }
}
