//! Files of the repository that want an address which is taken.

use super::File;
use crate::{
    diagnostic::{Code, Diagnostic, Diagnostics},
    model::Gallery,
};
use std::collections::HashSet;

/// The planned files that the repository's own could clash with.
pub(super) struct Taken {
    /// Wanted paths that are files or folders of ours.
    paths: HashSet<Box<str>>,
}

impl Taken {
    /// Looks through `planned` for what the gallery's free pages and static files want.
    pub(super) fn new(planned: &[(Box<str>, File)], gallery: &Gallery) -> Self {
        let pages = gallery.pages.iter().map(|page| format!("{}/index.html", page.slug));
        let wanted: HashSet<String> = gallery
            .statics
            .iter()
            .map(|file| file.path.clone())
            .chain(pages)
            .flat_map(|path| ancestors(&path).map(str::to_owned).collect::<Vec<_>>())
            .collect();
        let mut paths = HashSet::new();
        if !wanted.is_empty() {
            for (path, _) in planned {
                // A folder of ours is taken as a file; a file of ours is also taken as a folder.
                paths.extend(ancestors(path).filter(|it| wanted.contains(*it)).map(Box::from));
            }
            // A folder of ours may well hold files of theirs.
            let files: HashSet<&str> = planned.iter().map(|(path, _)| &**path).collect();
            let whole: HashSet<&str> = gallery.statics.iter().map(|file| file.path.as_str()).collect();
            paths.retain(|path| files.contains(&**path) || whole.contains(&**path));
        }
        Self { paths }
    }

    /// Whether `path` is free; else says so about the file `of` the repository.
    pub(super) fn allows(&self, of: &str, path: &str, problems: &mut Diagnostics) -> bool {
        let free = !ancestors(path).any(|it| self.paths.contains(it));
        if !free {
            problems.push(
                Diagnostic::error(Code::BadName, format!("`{path}` is an address that the site itself uses"))
                    .file(of)
                    .help("give the file another name"),
            );
        }
        free
    }
}

/// `a/b/c`, `a/b`, `a`.
fn ancestors(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(path), |path| path.rfind('/').map(|end| &path[..end]))
}
