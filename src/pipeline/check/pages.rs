//! Free pages, files that are copied, and templates.

use super::{flaw::Flaw, markup, names::slug_of};
use crate::{
    diagnostic::{Code, Diagnostics, SourceFile},
    model::{Page, StaticFile, TemplateFile},
    pipeline::Sources,
};
use std::{collections::HashMap, sync::Arc};

/// What the site itself has at its root; nothing else may look as if it were one of these.
const TAKEN: [&str; 9] =
    ["assertions", "assets", "badges", "issuers", "pathways", "people", "skills", "status", "verify"];

pub(super) fn pages(sources: &Sources, problems: &mut Diagnostics) -> Vec<Page> {
    sources.pages.iter().filter_map(|file| page(file, problems)).collect()
}

fn page(file: &Arc<SourceFile>, problems: &mut Diagnostics) -> Option<Page> {
    let slug = slug_of(&file.path).map_err(|flaw| problems.push(flaw.in_file(&file.path))).ok()?;
    if TAKEN.contains(&slug.as_str()) {
        let flaw = Flaw::error(Code::BadName, format!("the site has pages of its own under `{slug}/`"));
        problems.push(flaw.help("give the page another name").in_file(&file.path));
        return None;
    }
    for (span, flaw) in markup::stripped(&file.text) {
        problems.push(flaw.into_diagnostic().label_at(file, span));
    }
    let text = file.text.trim_start_matches('\u{feff}').trim_start();
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let Some(title) = first.strip_prefix("# ").map(str::trim).filter(|it| !it.is_empty()) else {
        let flaw = Flaw::error(Code::MissingKey, "the page has no title").label("the file begins here");
        problems.push(flaw.help("begin it with a line `# Title`").into_diagnostic().label_at(file, 0..0));
        return None;
    };
    Some(Page { slug, title: title.trim_end_matches('#').trim().to_owned(), body: rest.trim().to_owned() })
}

pub(super) fn statics(sources: &Sources, problems: &mut Diagnostics) -> Vec<StaticFile> {
    let mut seen: HashMap<String, &str> = HashMap::new();
    let mut files = Vec::new();
    for file in &sources.statics {
        let path = file.path.trim_start_matches("static/");
        // A page made by hand below `assertions/` would look like an award, at the site's own address.
        let first = path.split('/').next().unwrap_or_default().to_lowercase();
        if first != "assets" && TAKEN.contains(&first.as_str()) {
            let flaw = Flaw::error(Code::BadName, format!("the site has pages of its own under `{first}/`"));
            problems.push(flaw.help("give the folder another name").in_file(&file.path));
            continue;
        }
        // Two names that differ in case only are one file on many disks, and then one of the two is lost.
        if let Some(other) = seen.insert(path.to_lowercase(), path) {
            let flaw = Flaw::error(Code::BadName, format!("`static/{other}` differs in capital letters only"));
            problems.push(flaw.help("rename one of them").in_file(&file.path));
            continue;
        }
        if path.contains(|it: char| it.is_control() || "\\:*?\"<>|".contains(it)) {
            let flaw = Flaw::error(Code::BadName, "the file's name holds a character that not every disk can write");
            problems.push(flaw.help("rename it with letters, digits, `-` and `_`").in_file(&file.path));
            continue;
        }
        files.push(StaticFile { path: path.to_owned(), bytes: Arc::clone(&file.bytes) });
    }
    files
}

pub(super) fn templates(sources: &Sources) -> Vec<TemplateFile> {
    let file = |it: &Arc<SourceFile>| TemplateFile {
        path: it.path.trim_start_matches("templates/").to_owned(),
        text: it.text.clone(),
    };
    sources.templates.iter().map(file).collect()
}
