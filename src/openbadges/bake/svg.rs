//! SVG: the credential is an element of its own, right after the start tag.
//!
//! Open Badges 3.0, "Baked Badge": `<openbadges:credential>` with the JSON as CDATA, or with a token as its `verify`
//! attribute. The Open Badges Baking Specification has `<openbadges:assertion>` in another namespace.
//!
//! The picture is never written anew. A reader of XML says where the root's start tag ends and where an older credential
//! lies; everything else stays as it is, byte for byte.

use super::{Baked, Content, PICTURE_LIMIT, TEXT_LIMIT, Version, add, text_too_large, too_large};
use quick_xml::{
    NsReader, XmlVersion,
    escape::resolve_predefined_entity,
    events::{BytesStart, Event},
    name::ResolveResult,
};
use std::ops::Range;

/// The namespace of Open Badges 3.0.
const NAMESPACE_V3: &str = "https://purl.imsglobal.org/ob/v3p0";

/// The namespace of Open Badges 2.0.
const NAMESPACE_V2: &str = "http://openbadges.org";

/// The attribute that binds the prefix that both prescribe.
const BINDING: &str = "xmlns:openbadges";

/// An SVG, ready to have a credential baked into it.
#[derive(Debug, Clone)]
pub struct SvgBakery {
    /// Everything up to the end of the root's start tag.
    head: String,
    /// All that follows, without credentials that were there.
    rest: String,
}

impl SvgBakery {
    /// Takes `svg` apart.
    ///
    /// # Errors
    ///
    /// A sentence, when it is no SVG or damaged.
    pub fn new(svg: &[u8]) -> Result<Self, String> {
        if svg.len() > PICTURE_LIMIT {
            return Err(too_large());
        }
        let svg = std::str::from_utf8(svg).map_err(|_| "this is no SVG in UTF-8".to_owned())?;
        let (mark, svg) = byte_order_mark(svg);
        let Anatomy { root, credentials, .. } = dissect(svg)?;

        let tag = &svg[root.clone()];
        let empty = tag.ends_with("/>");
        let mut head = mark.to_owned() + &svg[..root.start];
        head.push_str(&bound(tag.trim_end_matches("/>").trim_end_matches('>'))?);
        head.push('>');

        let mut rest = String::with_capacity(svg.len() - root.end + 6);
        if empty {
            rest.push_str("</svg>");
        }
        let mut position = root.end;
        for credential in &credentials {
            rest.push_str(&svg[position..credential.place.start]);
            position = credential.place.end;
        }
        rest.push_str(&svg[position..]);
        Ok(Self { head, rest })
    }

    /// The picture with the signed credential `v3` in it, a JSON document.
    #[must_use]
    pub fn bake(&self, v3: &str) -> Vec<u8> {
        let before = "<openbadges:credential><![CDATA[";
        let after = "]]></openbadges:credential>";
        let json = fit_for_cdata(v3);
        [&self.head, before, &json, after, &self.rest].concat().into_bytes()
    }
}

/// Takes the credentials out.
pub(super) fn unbake(svg: &str) -> Result<Vec<Baked>, String> {
    let mut found = Vec::new();
    let (_, svg) = byte_order_mark(svg);
    let anatomy = dissect(svg)?;
    // Readers put in place of an entity what they like; the desk in the browser reads no such file either.
    if anatomy.has_entities {
        return Err("the SVG defines entities, which no baked badge needs".to_owned());
    }
    for credential in anatomy.credentials {
        add(&mut found, Baked { version: credential.version, content: credential.content })?;
    }
    Ok(found)
}

/// Where the parts of an SVG are that matter here.
struct Anatomy {
    /// The root's start tag.
    root: Range<usize>,
    /// Credentials, in order.
    credentials: Vec<Credential>,
    /// Whether its DOCTYPE has a part of its own, in which entities are defined.
    has_entities: bool,
}

struct Credential {
    place: Range<usize>,
    version: Version,
    content: Content,
}

/// Reads `svg` to its end, so that what is damaged anywhere is refused.
fn dissect(svg: &str) -> Result<Anatomy, String> {
    let mut reader = NsReader::from_str(svg);
    let mut root = None;
    let mut credentials = Vec::new();
    let mut has_entities = false;
    let mut depth = 0_usize;
    loop {
        let start = position(&reader);
        let (namespace, event) = reader.read_resolved_event().map_err(|flaw| damaged(svg, start, &flaw.to_string()))?;
        let version = match namespace {
            ResolveResult::Bound(it) if it.as_ref() == NAMESPACE_V3 => Some(Version::V3),
            ResolveResult::Bound(it) if it.as_ref() == NAMESPACE_V2 => Some(Version::V2),
            _ => None,
        };
        let (tag, empty) = match event {
            Event::Start(tag) => (tag, false),
            Event::Empty(tag) => (tag, true),
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                continue;
            }
            Event::DocType(it) => {
                has_entities |= it.contains('[');
                continue;
            }
            Event::Eof if depth > 0 => return Err(damaged(svg, start, "it ends too early")),
            Event::Eof => break,
            _ => continue,
        };
        for attribute in tag.attributes() {
            attribute.map_err(|flaw| damaged(svg, start, &flaw.to_string()))?;
        }
        if depth == 0 {
            if root.is_some() || tag.name().as_ref() != "svg" {
                return Err("this is no SVG: its only root has to be `svg`".to_owned());
            }
            root = Some(start..position(&reader));
        }
        let version = match (version, tag.local_name().as_ref()) {
            (Some(Version::V3), "credential") => Some(Version::V3),
            (Some(Version::V2), "assertion") => Some(Version::V2),
            _ => None,
        };
        if let Some(version) = version {
            let text = if empty { String::new() } else { content(&mut reader, svg)? };
            let content = if text.trim().is_empty() {
                let token = verify_attribute(&tag).ok_or_else(|| damaged(svg, start, "its credential is empty"))?;
                Content::of(&token)
            } else {
                Content::of(&text)
            };
            credentials.push(Credential { place: start..position(&reader), version, content });
        } else if !empty {
            depth += 1;
        }
    }
    match root {
        Some(root) => Ok(Anatomy { root, credentials, has_entities }),
        None => Err("this is no SVG: it is empty".to_owned()),
    }
}

/// The text within an element whose start tag has just been read, up to and with its end tag.
fn content(reader: &mut NsReader<&[u8]>, svg: &str) -> Result<String, String> {
    let mut text = String::new();
    loop {
        let start = position(reader);
        match reader.read_event().map_err(|flaw| damaged(svg, start, &flaw.to_string()))? {
            Event::Text(part) => text.push_str(&part),
            Event::CData(part) => text.push_str(&part),
            Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                Ok(Some(character)) => text.push(character),
                Ok(None) => match resolve_predefined_entity(&reference) {
                    Some(known) => text.push_str(known),
                    None => return Err(damaged(svg, start, "its credential holds an unknown entity")),
                },
                Err(flaw) => return Err(damaged(svg, start, &flaw.to_string())),
            },
            Event::Comment(_) | Event::PI(_) => {}
            Event::End(_) => return Ok(text),
            Event::Eof => return Err(damaged(svg, start, "it ends too early")),
            _ => return Err(damaged(svg, start, "its credential holds other elements")),
        }
        if text.len() > TEXT_LIMIT {
            return Err(text_too_large());
        }
    }
}

fn verify_attribute(tag: &BytesStart<'_>) -> Option<String> {
    let attribute = tag.try_get_attribute("verify").ok()??;
    let value = attribute.normalized_value(XmlVersion::Explicit1_0).ok()?;
    (value.len() <= TEXT_LIMIT && !value.trim().is_empty()).then(|| value.into_owned())
}

/// The root's start tag, without its end, binding the prefix to the namespace of Open Badges 3.0.
fn bound(tag: &str) -> Result<String, String> {
    let inner = tag.trim_start_matches('<');
    let offset = tag.len() - inner.len();
    let name_length = inner.find(|it: char| it.is_ascii_whitespace()).unwrap_or(inner.len());
    let mut position = offset + name_length;
    // Attributes come in order, so the next occurrence of a name after the last value is the name itself.
    for attribute in BytesStart::from_content(inner, name_length).attributes().with_checks(false) {
        let attribute = attribute.map_err(|flaw| format!("the root of the SVG is damaged: {flaw}"))?;
        let key = attribute.key.as_ref();
        let lost = || "the root of the SVG is damaged".to_owned();
        let name_end = tag[position..].find(key).ok_or_else(lost)? + position + key.len();
        let value_start = tag[name_end..].find(&*attribute.value).ok_or_else(lost)? + name_end;
        position = value_start + attribute.value.len();
        if key == BINDING {
            return Ok([&tag[..value_start], NAMESPACE_V3, &tag[position..]].concat());
        }
    }
    let after_name = offset + name_length;
    Ok(format!("{} {BINDING}=\"{NAMESPACE_V3}\"{}", &tag[..after_name], &tag[after_name..]))
}

/// What would end the CDATA section, or must not stand in XML at all, as a JSON escape: the document stays the same.
///
/// None of these characters has a meaning in JSON outside of texts.
fn fit_for_cdata(json: &str) -> std::borrow::Cow<'_, str> {
    if !json.contains("]]>") && !json.contains(['\u{fffe}', '\u{ffff}']) {
        return json.into();
    }
    json.replace("]]>", "]]\\u003e").replace('\u{fffe}', "\\ufffe").replace('\u{ffff}', "\\uffff").into()
}

/// Splits off the mark, which the reader skips without counting it.
fn byte_order_mark(svg: &str) -> (&str, &str) {
    svg.split_at(if svg.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 })
}

fn position(reader: &NsReader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

fn damaged(svg: &str, position: usize, why: &str) -> String {
    let line = svg.bytes().take(position).filter(|byte| *byte == b'\n').count() + 1;
    format!("the SVG is damaged in line {line}: {why}")
}
