//! **Theme**: the words and looks of pages. A repository's `templates/` lie over ours.
//!
//! A template sees one [`page`] struct and, as `site`, what all pages know. It is written in [Tera 2]; every value is
//! escaped, but for [`Html`], which is made here and safe as it is. Words come from the
//! messages of [`crate::words`].
//!
//! [Tera 2]: https://keats.github.io/tera/

mod templates;
mod prepared;
mod say;
mod constants;
mod token;
mod inline;
mod capture;
pub mod page;
pub mod codes;
pub mod markdown;
pub mod assets;
pub mod script;
pub mod look;

use crate::{
    diagnostic::{Code, Diagnostic, Diagnostics},
    model::{Site, TemplateFile},
    words::Words,
};
pub use constants::GENERATOR;
use page::{SiteConstants, SiteInfo};
use prepared::fields;
pub use prepared::{Html, Prepared, Shared};
use script::Scripts;
use serde::Serialize;
use std::{fmt, sync::Arc};
use tera::{Context, Tera, Value};

/// Templates that go together.
#[derive(Clone)]
pub struct Theme {
    tera: Arc<Tera>,
    /// A repository's own.
    theirs: Arc<[TemplateFile]>,
    words: Arc<Words>,
    scripts: Arc<Scripts>,
}

impl fmt::Debug for Theme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Theme").field("templates", &self.tera.get_template_names().count()).finish()
    }
}

impl Theme {
    /// The default theme in the language and with the look of `site`, with a repository's `templates/` over it. Templates
    /// and messages that cannot be used are reported and left out.
    #[must_use]
    pub fn new(site: &Site, templates: &[TemplateFile], problems: &mut Diagnostics) -> Self {
        let messages: Vec<_> =
            templates.iter().filter(|it| is_messages(it)).map(|it| (it.path.as_str(), it.text.as_str())).collect();
        let words = Arc::new(Words::new(&site.language, &messages, problems));
        let scripts = Arc::new(Scripts::new(&words));
        let constants = SiteConstants::new(site, &scripts).texts();
        Self {
            tera: templates::load(templates, &words, &constants, problems).into(),
            theirs: templates.into(),
            words,
            scripts,
        }
    }

    /// The messages that its pages show.
    #[must_use]
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// The scripts that check, with words of the same language.
    #[must_use]
    pub fn scripts(&self) -> &Scripts {
        &self.scripts
    }

    /// The theme with what all pages of a site know, ready to be filled.
    #[must_use]
    pub fn for_site(&self, site: &SiteInfo<'_>) -> Pages {
        let site = Value::from_serializable(site);
        Pages { tera: Arc::clone(&self.tera), site, theirs: Arc::clone(&self.theirs) }
    }
}

/// The templates of one site.
#[derive(Clone)]
pub struct Pages {
    tera: Arc<Tera>,
    site: Value,
    theirs: Arc<[TemplateFile]>,
}

impl fmt::Debug for Pages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").finish_non_exhaustive()
    }
}

impl Pages {
    /// Fills `template` with the fields of `page`, a struct, and with what is `shared`.
    ///
    /// # Errors
    ///
    /// What the template asked for in vain, and where.
    pub fn fill(&self, template: &str, page: &impl Serialize, shared: &[&Shared]) -> Result<Vec<u8>, Box<Diagnostic>> {
        let page = Value::try_from_serializable(page)
            .map_err(|error| Diagnostic::error(Code::BadTemplate, error.to_string()))?;
        let mut context = Context::new();
        context.insert_value("site", self.site.clone());
        for (name, value) in fields(page) {
            context.insert_value(name, value);
        }
        for (name, value) in shared.iter().flat_map(|it| it.fields()) {
            context.insert_value(*name, value.clone());
        }
        let mut bytes = Vec::with_capacity(32 << 10);
        self.tera
            .render_to(template, &context, &mut bytes)
            .map_err(|error| templates::unfilled(template, &error, &self.theirs))?;
        Ok(bytes)
    }

    /// Whether `component` is as we wrote it.
    #[must_use]
    pub fn is_ours(&self, component: &str) -> bool {
        !self.theirs.iter().any(|it| templates::defines(&it.text, component))
    }

    /// What `component` makes of `value`, as the parameter of this name, and of the site. None if it asks for more, or cannot
    /// be filled: the template that calls it does better, or tells why.
    #[must_use]
    pub fn part(&self, component: &str, name: &'static str, value: &impl Serialize) -> Option<Html> {
        let asked = self.tera.get_component_definition(component)?;
        let asks_for = |name: &str| asked.args().iter().any(|it| it.name() == name);
        if !asked.args().iter().all(|it| [name, "site"].contains(&it.name())) {
            return None;
        }
        let mut context = Context::new();
        context.insert(name, value);
        if asks_for("site") {
            context.insert_value("site", self.site.clone());
        }
        let html = self.tera.render_component(component, &context, None, true).ok()?;
        Some(Html::made_here(html))
    }
}

/// Whether a file of `templates/` holds messages.
fn is_messages(file: &TemplateFile) -> bool {
    file.path.strip_prefix("words/").is_some_and(|name| name.ends_with(".ftl") && !name.contains('/'))
}

/// `ltr` or `rtl`.
#[must_use]
pub fn direction(site: &Site) -> &'static str {
    if crate::words::right_to_left(&site.language) { "rtl" } else { "ltr" }
}
