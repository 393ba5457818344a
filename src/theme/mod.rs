//! **Theme**: the words and looks of pages. A repository's `templates/` lie over ours.
//!
//! A template sees one [`page`] struct and, as `site`, what all pages know. It is written in [Tera 2]; every value is
//! escaped, but for those whose name ends in `_html`, which are made here and safe as they are.
//!
//! [Tera 2]: https://keats.github.io/tera/

mod templates;
pub mod page;
pub mod words;
pub mod markdown;
pub mod assets;

use crate::{
    diagnostic::Diagnostics,
    model::{Site, TemplateFile},
};
use page::SiteInfo;
use serde::Serialize;
use std::fmt;
use tera::{Context, Tera};

/// Templates that go together.
#[derive(Clone)]
pub struct Theme {
    tera: Tera,
}

impl fmt::Debug for Theme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Theme").field("templates", &self.tera.get_template_names().count()).finish()
    }
}

impl Theme {
    /// The default theme with a repository's `templates/` over it. Templates that cannot be used are reported and left
    /// out.
    #[must_use]
    pub fn new(templates: &[TemplateFile], problems: &mut Diagnostics) -> Self {
        Self { tera: templates::load(templates, problems) }
    }

    /// The theme with what all pages of a site know, ready to be filled.
    #[must_use]
    pub fn for_site(&self, site: &SiteInfo<'_>) -> Pages {
        let mut tera = self.tera.clone();
        tera.global_context().insert("site", site);
        Pages { tera }
    }
}

/// The templates of one site.
#[derive(Clone)]
pub struct Pages {
    tera: Tera,
}

impl fmt::Debug for Pages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").finish_non_exhaustive()
    }
}

/// A value that many pages show, prepared once.
#[derive(Debug, Clone)]
pub struct Shared(tera::Value);

impl Shared {
    /// Prepares `value`.
    #[must_use]
    pub fn new(value: &impl Serialize) -> Self {
        Self(tera::Value::from_serializable(value))
    }
}

impl Pages {
    /// Fills `template` with `page`, and with `shared` values under their names.
    ///
    /// # Errors
    ///
    /// What the template asked for in vain, and where.
    pub fn fill(
        &self,
        template: &str,
        page: &impl Serialize,
        shared: &[(&'static str, &Shared)],
    ) -> Result<Vec<u8>, String> {
        let mut context = Context::from_serialize(page).map_err(|error| error.to_string())?;
        for (name, value) in shared {
            context.insert_value(*name, value.0.clone());
        }
        let mut bytes = Vec::with_capacity(16 << 10);
        self.tera
            .render_to(template, &context, &mut bytes)
            .map_err(|error| format!("template `{template}` cannot be filled: {error}"))?;
        Ok(bytes)
    }
}

/// `ltr` or `rtl`, by the script that a language is written in.
#[must_use]
pub fn direction(site: &Site) -> &'static str {
    let mut parts = site.language.split('-');
    let language = parts.next().unwrap_or_default().to_ascii_lowercase();
    let script = parts.find(|part| part.len() == 4).map(str::to_ascii_lowercase);
    let right_to_left = match script.as_deref() {
        Some(script) => ["arab", "hebr", "thaa", "syrc", "nkoo", "adlm", "rohg"].contains(&script),
        None => ["ar", "fa", "he", "ur", "ps", "dv", "yi", "ckb", "sd", "ug", "syr"].contains(&language.as_str()),
    };
    if right_to_left { "rtl" } else { "ltr" }
}
