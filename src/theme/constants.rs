//! What is the same on every page of a site, written into templates.
//!
//! `{{ site.title }}` takes Tera two looks, and an award's page has dozens of its kind. In our own templates such texts
//! are therefore put in place once, when templates are loaded.

use super::{assets, direction, look, markdown::escape, page::SiteConstants, script::Scripts};
use crate::model::Site;

/// The program, as pages and feeds name it.
pub const GENERATOR: &str = concat!("accolade ", env!("CARGO_PKG_VERSION"));

impl<'a> SiteConstants<'a> {
    /// Those of `site`, whose pages check themselves with `scripts`.
    #[must_use]
    pub fn new(site: &'a Site, scripts: &'a Scripts) -> Self {
        let paper = site.look.colours.iter().find(|it| it.name == "paper");
        let (paper_light, paper_dark) = paper
            .map(|it| (it.light.as_str(), it.dark.as_str()))
            .or_else(|| look::standard("paper"))
            .unwrap_or_default();
        Self {
            title: &site.title,
            language: &site.language,
            direction: direction(site),
            style: assets::style_path(&site.look),
            icon: site.look.icon.as_deref().unwrap_or(assets::icon_path()),
            paper_light,
            paper_dark,
            start: assets::start_path(),
            check: &scripts.check.path,
            check_integrity: &scripts.check.integrity,
            check_words: &scripts.words.path,
            check_words_integrity: &scripts.words.integrity,
            generator: GENERATOR,
        }
    }

    /// Its texts by their names.
    pub(super) fn texts(&self) -> Vec<(String, String)> {
        let text = |(name, value): (_, serde_json::Value)| value.as_str().map(|it| (name, it.to_owned()));
        let fields = serde_json::to_value(self).ok().and_then(|it| it.as_object().cloned()).unwrap_or_default();
        fields.into_iter().filter_map(text).collect()
    }
}

/// The template with these texts in place of `{{ site.name }}`.
pub(super) fn write_in(template: &str, texts: &[(String, String)]) -> String {
    const OPEN: &str = "{{ site.";
    let mut parts = template.split(OPEN);
    let mut written = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let text = part.split_once(" }}").and_then(|(name, after)| {
            let (_, text) = texts.iter().find(|it| it.0 == name)?;
            // What looks like a tag would be read as one.
            (!text.contains(['{', '}'])).then_some((text, after))
        });
        match text {
            Some((text, after)) => written.extend([&escape(text), after]),
            None => written.extend([OPEN, part]),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_written_in_place_of_their_names() {
        let texts = [("title", "A & B"), ("icon", "{{ page.url }}")].map(|(name, it)| (name.to_owned(), it.to_owned()));
        let template =
            "{{ site.title }}, {{ site.icon }}, {{ site.titles }}, {{ site.title | upper }}{% if site.title %}";
        let expected = "A &amp; B, {{ site.icon }}, {{ site.titles }}, {{ site.title | upper }}{% if site.title %}";
        assert_eq!(write_in(template, &texts), expected);
        assert_eq!(write_in("{{ page.title }}", &texts), "{{ page.title }}");
    }
}
