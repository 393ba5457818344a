//! How large an SVG is once each reference is followed: a few lines can name each other into millions of shapes.

use super::sanitise::{DEEPEST, addresses, hrefs};
use resvg::usvg::roxmltree::Node;
use std::collections::HashMap;

/// Elements whose letters are drawn.
const IN_TEXT: [&str; 4] = ["text", "tspan", "textPath", "a"];

/// How many elements and letters `root` has when each reference (`<use>`, gradients, patterns, masks) is replaced by
/// what it names.
pub(super) fn count(root: Node<'_, '_>) -> Result<u64, String> {
    let ids = root.descendants().filter_map(|node| Some((node.attribute("id")?, node))).collect();
    expanded(root, &ids, &Rules::of(root), &mut HashMap::new(), &mut Vec::new())
}

/// The same for one element. What is `known` is not counted again; what is `open` is being counted.
fn expanded<'a>(
    node: Node<'a, 'a>,
    ids: &HashMap<&str, Node<'a, 'a>>,
    rules: &Rules<'a>,
    known: &mut HashMap<Node<'a, 'a>, u64>,
    open: &mut Vec<Node<'a, 'a>>,
) -> Result<u64, String> {
    if let Some(count) = known.get(&node) {
        return Ok(*count);
    }
    if open.contains(&node) || open.len() > 4 * DEEPEST {
        return Err("some of its elements refer to each other in a circle; take one out".to_owned());
    }
    open.push(node);
    let mut count = 1_u64;
    let painted = node.attributes().flat_map(|it| addresses(it.value()));
    for address in hrefs(node).chain(painted).chain(rules.addresses(node)) {
        if let Some(used) = address.trim().strip_prefix('#').and_then(|id| ids.get(id)) {
            count = count.saturating_add(expanded(*used, ids, rules, known, open)?);
        }
    }
    for child in node.children() {
        count = count.saturating_add(match child.text() {
            _ if child.is_element() => expanded(child, ids, rules, known, open)?,
            Some(letters) if IN_TEXT.contains(&node.tag_name().name()) => {
                letters.split_whitespace().map(str::len).sum::<usize>() as u64
            }
            _ => 0,
        });
    }
    open.pop();
    known.insert(node, count);
    Ok(count)
}

/// The rules of style sheets that refer to elements: the simple selectors of each, and the addresses.
struct Rules<'a>(Vec<(Vec<String>, Vec<&'a str>)>);

impl<'a> Rules<'a> {
    fn of(root: Node<'a, 'a>) -> Self {
        let sheets = root.descendants().filter(|it| it.has_tag_name("style")).filter_map(|it| it.text());
        let rules = sheets.flat_map(|it| it.split('}')).filter_map(|rule| {
            let (selector, style) = rule.rsplit_once('{')?;
            let addresses: Vec<_> = addresses(style).collect();
            let simple = selector.replace('.', " .").replace('#', " #");
            let simple = simple.split([' ', '\t', '\n', '\r', ',', '>', '+', '~']).map(str::to_owned);
            (!addresses.is_empty()).then(|| (simple.collect(), addresses))
        });
        Self(rules.collect())
    }

    /// The addresses in rules that may be about `node`.
    fn addresses(&self, node: Node<'a, 'a>) -> Vec<&'a str> {
        let classes = node.attribute("class").unwrap_or_default().split_whitespace().map(|it| format!(".{it}"));
        let id = node.attribute("id").map(|it| format!("#{it}"));
        let names: Vec<String> = classes.chain(id).chain([node.tag_name().name().to_owned()]).collect();
        let is_meant = |it: &String| names.contains(it) || it.contains(['*', '[', ':']);
        let rules = self.0.iter().filter(|(selector, _)| selector.iter().any(is_meant));
        rules.flat_map(|(_, addresses)| addresses).copied().collect()
    }
}
