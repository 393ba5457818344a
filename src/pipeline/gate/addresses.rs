//! Addresses in a page: what it shows, what it loads, and where it leads.
//!
//! They are found as browsers find them, however a theme writes its attributes (HTML Standard, 13.2.5 "Tokenization").

use html5ever::{
    tendril::StrTendril,
    tokenizer::{
        BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts, states::RawKind,
    },
};
use std::cell::{Cell, RefCell};

/// Attributes that hold an address; scripts of the theme load what those that begin with `data-` name.
const ONE: [&str; 7] = ["href", "src", "poster", "data", "data-src", "data-index", "data-rdfc"];
/// Attributes that hold several, each with a size.
const MANY: [&str; 2] = ["srcset", "imagesrcset"];

/// The page with every address replaced for which `instead` knows another.
pub(super) fn replaced(page: &str, instead: &dyn Fn(&str) -> Option<String>) -> String {
    let sink = Sink { text: RefCell::new(String::with_capacity(page.len())), is_raw: Cell::new(false), instead };
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(page));
    // There is no script that it would wait for.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.text.into_inner()
}

/// Every address of a page, in its order.
pub(super) fn of_page(page: &str) -> Vec<String> {
    let found = RefCell::new(Vec::new());
    drop(replaced(page, &|address| {
        found.borrow_mut().push(address.to_owned());
        None
    }));
    found.into_inner()
}

/// Every address of a style sheet (CSS Values 4, 4.5).
pub(super) fn of_style(style: &str) -> Vec<&str> {
    let starts = style.match_indices("url(").map(|(at, start)| &style[at + start.len()..]);
    starts.filter_map(|rest| Some(rest.split_once(')')?.0.trim().trim_matches(['"', '\'']))).collect()
}

/// Writes a page again, token by token.
struct Sink<'a> {
    text: RefCell<String>,
    /// Within a script or a style sheet, where nothing is escaped.
    is_raw: Cell<bool>,
    instead: &'a dyn Fn(&str) -> Option<String>,
}

impl Sink<'_> {
    fn write(&self, parts: &[&str]) {
        parts.iter().for_each(|it| self.text.borrow_mut().push_str(it));
    }

    fn tag(&self, tag: &Tag) -> TokenSinkResult<()> {
        self.is_raw.set(false);
        if tag.kind == TagKind::EndTag {
            self.write(&["</", &tag.name, ">"]);
            return TokenSinkResult::Continue;
        }
        self.write(&["<", &tag.name]);
        for it in &tag.attrs {
            let value = self.value(&it.name.local, &it.value);
            self.write(&[" ", &it.name.local, "=\"", &value.replace('&', "&amp;").replace('"', "&quot;"), "\""]);
        }
        self.write(&[if tag.self_closing { "/>" } else { ">" }]);
        match &*tag.name {
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            "script" | "style" => {
                self.is_raw.set(true);
                TokenSinkResult::RawData(if &*tag.name == "script" { RawKind::ScriptData } else { RawKind::Rawtext })
            }
            _ => TokenSinkResult::Continue,
        }
    }

    fn value(&self, name: &str, value: &str) -> String {
        let instead = |address: &str| (self.instead)(address).unwrap_or_else(|| address.to_owned());
        if ONE.contains(&name) {
            return instead(value.trim());
        }
        if !MANY.contains(&name) {
            return value.to_owned();
        }
        let each = value.split(',').map(|candidate| match candidate.trim().split_once(char::is_whitespace) {
            Some((address, size)) => format!("{} {size}", instead(address)),
            None => instead(candidate.trim()),
        });
        each.collect::<Vec<_>>().join(", ")
    }
}

impl TokenSink for Sink<'_> {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::DoctypeToken(it) => self.write(&["<!doctype ", it.name.as_deref().unwrap_or("html"), ">"]),
            Token::TagToken(tag) => return self.tag(&tag),
            Token::CommentToken(text) => self.write(&["<!--", &text, "-->"]),
            Token::CharacterTokens(text) if self.is_raw.get() => self.write(&[&text]),
            Token::CharacterTokens(text) => {
                self.write(&[&text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")]);
            }
            Token::NullCharacterToken | Token::EOFToken | Token::ParseError(_) => {}
        }
        TokenSinkResult::Continue
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_found_however_it_is_written() {
        let page = "<!DOCTYPE html><A\nHREF='a/'>&lt;b&gt;</A><img SRC=c.png srcset=\"d.png 1x, e.png 2x\" alt>\
                    <a title='href=\"x\"' href = \"f?g&amp;h\">href=\"y\"</a><script data-src=i.js>let a = '<a href=\"z\">'</script>\
                    <!-- <a href=\"v\"> --><style>b > c { }</style>";
        assert_eq!(of_page(page), ["a/", "c.png", "d.png", "e.png", "f?g&h", "i.js"]);
        assert_eq!(
            replaced(page, &|it| (it == "a/" || it == "e.png").then(|| format!("https://x.example/{it}\""))),
            "<!doctype html><a href=\"https://x.example/a/&quot;\">&lt;b&gt;</a><img src=\"c.png\" \
             srcset=\"d.png 1x, https://x.example/e.png&quot; 2x\" alt=\"\"><a title=\"href=&quot;x&quot;\" href=\"f?g&amp;h\">\
             href=\"y\"</a><script data-src=\"i.js\">let a = '<a href=\"z\">'</script><!-- <a href=\"v\"> --><style>b > c { }</style>"
        );
        assert_eq!(of_style("a { b: url(\"../c.woff2\") } d { e: url( f.png ) }"), ["../c.woff2", "f.png"]);
    }
}
