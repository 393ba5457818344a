//! Files of a repository that no stage reads: tables, notes, settings of a host. They are pushed with the rest.

use super::{
    encoding::Encoding,
    packed::{inside, is_packed},
    position::{has_position, is_picture},
    privacy::{is_licence, taken_somewhere, text},
};
use crate::{
    diagnostic::{Diagnostic, SourceFile},
    disk::{self, Error, Git},
    pipeline::Sources,
};
use std::{
    collections::{BTreeSet, HashSet},
    ops::ControlFlow,
    path::Path,
    sync::Arc,
};

/// What of a folder is looked through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// What somebody works on: not what git ignores, nor what programs make.
    Work,
    /// Every file, such as those of a commit.
    Everything,
}

/// So much of a file is read at once.
const PIECE: usize = 8 << 20;
/// So much of a piece is read again with the next one, so that nothing is cut in two. Even, as the letters of UTF-16 are.
const AGAIN: usize = 4 << 10;
/// Of a picture, and of what is packed, so much is read, and no more.
const WHOLE: u64 = 64 << 20;

/// The paths of all files below `root` that `sources` does not hold.
pub(super) fn paths(root: &Path, extent: Extent, sources: &Sources) -> Result<Vec<String>, Error> {
    let known: HashSet<&str> = sources.files().map(|it| it.0).collect();
    let made = |part: &str| ["target", "node_modules"].contains(&part);
    let is_meant = |path: &str| match extent {
        Extent::Everything => true,
        Extent::Work => !path.starts_with("public/") && !path.split('/').any(made),
    };
    let tracked = match extent {
        Extent::Work => Git::around(root).and_then(|git| git.files()).ok(),
        Extent::Everything => None,
    };
    let all = match tracked {
        Some(paths) => paths.into_iter().filter(|path| is_meant(path)).collect(),
        None => disk::every_file(root, &is_meant)?,
    };
    Ok(all.into_iter().filter(|path| !known.contains(path.as_str())).collect())
}

/// What the file at `path` must not hold. Of a large one the first piece that holds any is told.
pub(super) fn leaks(root: &Path, path: &str, contacts: &BTreeSet<String>) -> Result<Vec<Diagnostic>, Error> {
    let mut found = Vec::new();
    let mut first = true;
    let mut encoding = None;
    let mut lines = 0;
    disk::pieces(root, path, PIECE, AGAIN, |bytes| {
        if std::mem::take(&mut first) {
            encoding = Encoding::of(bytes).filter(|_| !is_licence(path) && !is_packed(bytes));
            if is_picture(bytes) || is_packed(bytes) {
                let whole = if bytes.len() < PIECE { None } else { disk::read(root, path, WHOLE)? };
                let whole = whole.as_deref().unwrap_or(bytes);
                found.extend(has_position(whole).then(|| taken_somewhere(path)));
                if is_packed(whole) {
                    found.extend(inside(path, whole, contacts, true));
                }
            }
        }
        let Some(encoding) = encoding else { return Ok(ControlFlow::Break(())) };
        // Empty lines in place of those before, so that the place is told as an editor counts it.
        let file = SourceFile { path: path.to_owned(), text: "\n".repeat(lines) + &encoding.text(bytes) };
        found.extend(text(&Arc::new(file), contacts, true));
        lines += encoding.lines(&bytes[..bytes.len().saturating_sub(AGAIN)]);
        Ok(if found.is_empty() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
    })?;
    Ok(found)
}
