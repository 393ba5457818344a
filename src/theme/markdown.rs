//! Markdown becomes HTML that can do no harm.

use ammonia::UrlRelative;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use std::sync::LazyLock;

/// What of Markdown beyond CommonMark is understood.
pub(crate) const DIALECT: Options = Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH);

/// What links of other people's text say about themselves.
const REL: &str = "nofollow ugc noopener";

/// What is left of HTML that was written into Markdown.
static CLEANER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = ammonia::Builder::default();
    cleaner
        // A picture would be a request to another place; a heading would break the page's outline.
        .rm_tags(["img", "map", "area", "h1", "h2", "h3", "h4", "h5", "h6"])
        .add_tags(["h3", "h4", "h5", "h6"])
        .url_schemes(["http", "https", "mailto"].into())
        .url_relative(UrlRelative::PassThrough)
        .link_rel(Some(REL));
    cleaner
});

/// The HTML of `markdown`, for a place under a heading of level `under`: its own headings begin one below.
///
/// Scripts and their like are gone, links lead to web pages and mailboxes only, and pictures are their descriptions.
/// Text without HTML in it needs no cleaning, which is ten times as fast.
#[must_use]
pub fn to_html(markdown: &str, under: u8) -> String {
    let mut raw = false;
    let mut events = Vec::with_capacity(markdown.len() / 16 + 8);
    // Whether each link that is open was kept.
    let mut links: Vec<bool> = Vec::new();

    for event in Parser::new_ext(markdown, DIALECT) {
        match event {
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => {}
            Event::Start(Tag::Link { dest_url, title, .. }) => {
                links.push(leads_to_a_page(&dest_url));
                if leads_to_a_page(&dest_url) {
                    events.push(Event::InlineHtml(opened(&dest_url, &title)));
                }
            }
            Event::End(TagEnd::Link) => {
                if links.pop().unwrap_or_default() {
                    events.push(Event::InlineHtml(CowStr::Borrowed("</a>")));
                }
            }
            Event::Start(Tag::Heading { level, .. }) => events.push(Event::Start(Tag::Heading {
                level: below(level, under),
                id: None,
                classes: Vec::new(),
                attrs: Vec::new(),
            })),
            Event::End(TagEnd::Heading(level)) => events.push(Event::End(TagEnd::Heading(below(level, under)))),
            Event::Html(_) | Event::InlineHtml(_) => {
                raw = true;
                events.push(event);
            }
            _ => events.push(event),
        }
    }

    let mut page = String::with_capacity(markdown.len() * 3 / 2);
    html::push_html(&mut page, events.into_iter());
    if raw { CLEANER.clean(&page).to_string() } else { page }
}

/// Whether a browser that follows `url` shows a page or writes a letter.
///
/// Whatever has no scheme is an address within the site. Browsers pass over control characters in a scheme, so
/// an address that holds one is never followed.
fn leads_to_a_page(url: &str) -> bool {
    if url.chars().any(char::is_control) || url.starts_with(char::is_whitespace) {
        return false;
    }
    match url.split_once(':') {
        Some((scheme, _)) if !scheme.contains(['/', '?', '#']) => {
            ["http", "https", "mailto"].iter().any(|known| scheme.eq_ignore_ascii_case(known))
        }
        _ => true,
    }
}

fn opened(url: &str, title: &str) -> CowStr<'static> {
    let title = if title.is_empty() { String::new() } else { format!(" title=\"{}\"", escape(title)) };
    format!("<a href=\"{}\"{title} rel=\"{REL}\">", escape(url).replace(' ', "%20")).into()
}

/// Text as it stands in an attribute or between tags, of HTML as of XML.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(c),
        }
    }
    escaped
}

fn below(level: HeadingLevel, under: u8) -> HeadingLevel {
    HeadingLevel::try_from((level as usize + usize::from(under)).min(6)).unwrap_or(HeadingLevel::H6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_stay_below_the_page_they_are_on() {
        assert_eq!(to_html("# Why\n\n###### Deep", 2), "<h3>Why</h3>\n<h6>Deep</h6>\n");
    }

    #[test]
    fn links_lead_to_pages_only() {
        let link = |to: &str| to_html(&format!("[here]({to})"), 1);
        assert_eq!(
            link("https://example.org/?a=1&b=\"2\""),
            "<p><a href=\"https://example.org/?a=1&amp;b=&quot;2&quot;\" rel=\"nofollow ugc noopener\">here</a></p>\n"
        );
        assert!(link("mailto:a@example.org").contains("href=\"mailto:a@example.org\""));
        assert!(link("../about/index.html").contains("href=\"../about/index.html\""));
        for bad in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "java&#10;script:x",
            "&#x6a;avascript:x",
        ] {
            assert_eq!(link(bad), "<p>here</p>\n", "{bad}");
        }
    }

    #[test]
    fn html_is_made_harmless() {
        let clean = to_html(
            "Hello <b onclick=x()>you</b> <img src=https://t.example/p.gif> [a](javascript:x) <a href='javascript:x'>b</a>\n\n<script>alert(1)</script>\n\n<style>*{}</style>\n\n<iframe src=x></iframe>",
            1,
        );
        assert!(clean.contains("<b>you</b>"), "{clean}");
        for bad in ["onclick", "<img", "javascript", "alert", "<style", "<iframe"] {
            assert!(!clean.contains(bad), "{bad} in {clean}");
        }
    }

    #[test]
    fn a_picture_is_its_description() {
        assert_eq!(to_html("![A *soldered* board](https://t.example/p.gif)", 1), "<p>A <em>soldered</em> board</p>\n");
    }
}
