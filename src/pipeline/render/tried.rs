//! A repository's templates are tried before anything is written: Tera finds out what a template lacks when it is filled.

use super::{Site, render};
use crate::{
    diagnostic::{Code, Diagnostic, Diagnostics},
    disk::Error,
    model::Gallery,
    pipeline::{Plan, Rendered, plan::File},
    theme::Theme,
};
use std::{collections::HashSet, mem::discriminant};

/// Reports the templates of a repository that cannot be filled.
///
/// # Errors
///
/// When a badge's picture cannot be made.
pub fn try_templates(plan: &Plan<'_>, theme: &Theme, problems: &mut Diagnostics) -> Result<(), Error> {
    // Without any there is nothing to prepare.
    if has(plan.verified.gallery(), ".html") || has(plan.verified.gallery(), "card.svg") {
        render(plan, theme)?.try_templates(problems);
    }
    Ok(())
}

/// Whether the repository has templates of that name.
fn has(gallery: &Gallery, end: &str) -> bool {
    gallery.templates.iter().any(|it| it.path.ends_with(end))
}

impl Site<'_> {
    /// Fills each kind of page and card that the repository has templates for, once, and reports those that it cannot be
    /// filled with. Awards are tried in each verdict, as their pages differ most.
    pub(in crate::pipeline) fn try_templates(&self, problems: &mut Diagnostics) {
        let (pages, cards) = (has(self.kit.gallery, ".html"), has(self.kit.gallery, "card.svg"));
        if !pages && !cards {
            return;
        }
        let mut tried = HashSet::new();
        for (number, (path, what)) in self.kit.plan.files.iter().enumerate() {
            let is_card = path.ends_with("card.png");
            if !(pages && path.ends_with(".html") || cards && is_card) {
                continue;
            }
            let verdict = match *what {
                File::Award { award } => Some(discriminant(self.kit.plan.verified.verdict(award as usize))),
                _ => None,
            };
            if !tried.insert((discriminant(what), verdict)) {
                continue;
            }
            let Err(error) = self.bytes(number) else { continue };
            let mut unfilled = std::mem::take(&mut *self.kit.unfilled());
            if is_card && unfilled.is_empty() {
                unfilled.push(Diagnostic::error(Code::BadTemplate, error.to_string()).file("templates/card.svg"));
            }
            // A part that many pages have is told of once.
            for problem in unfilled {
                if problems.all().iter().all(|it| (it.path(), &it.message) != (problem.path(), &problem.message)) {
                    problems.push(problem);
                }
            }
        }
    }
}
