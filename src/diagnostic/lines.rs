//! Where the lines of a file begin.

use super::SourceFile;
use std::{collections::HashMap, ops::Range, sync::Arc};

/// Line and column, both from 1. Columns count characters, as editors do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Position {
    pub(super) line: usize,
    pub(super) column: usize,
}

/// The line starts of the files that were asked about, each counted once: a ledger has many lines, and
/// may have as many mistakes.
#[derive(Default)]
pub(super) struct Lines(HashMap<*const SourceFile, Vec<usize>>);

impl Lines {
    /// Line and column of the byte at `offset`.
    pub(super) fn position(&mut self, file: &Arc<SourceFile>, offset: usize) -> Position {
        let offset = floor_char_boundary(&file.text, offset);
        let starts = self.starts(file);
        let line = starts.partition_point(|start| *start <= offset);
        let column = file.text[starts[line - 1]..offset].chars().count() + 1;
        Position { line, column }
    }

    /// The whole lines that `spans` touch: the number of the first, and the bytes of all.
    pub(super) fn around(&mut self, file: &Arc<SourceFile>, spans: Range<usize>) -> (usize, Range<usize>) {
        let first = self.position(file, spans.start).line;
        let last = self.position(file, spans.end).line;
        let starts = self.starts(file);
        (first, starts[first - 1]..starts.get(last).copied().unwrap_or(file.text.len()))
    }

    fn starts(&mut self, file: &Arc<SourceFile>) -> &[usize] {
        self.0.entry(Arc::as_ptr(file)).or_insert_with(|| {
            let newlines = file.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0).chain(newlines.map(|(at, _)| at + 1)).collect()
        })
    }
}

/// The nearest place at or before `offset` at which a character begins.
pub(super) fn floor_char_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
