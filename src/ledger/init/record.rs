//! What `init` wrote, so that a later version knows what nobody has touched since.

use sha2::{Digest, Sha256};
use std::{collections::BTreeMap, fmt::Write};

/// Where the record lies in a repository.
pub const RECORD: &str = ".accolade/init.toml";

/// The digests of files as `init` wrote them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Record {
    files: BTreeMap<String, String>,
}

impl Record {
    /// Reads a record. What cannot be read says nothing: then every file counts as edited, and none is written over.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let table: toml::Table = text.parse().unwrap_or_default();
        let files = table.get("files").and_then(toml::Value::as_table);
        let digests =
            files.into_iter().flatten().filter_map(|(path, it)| Some((path.clone(), it.as_str()?.to_owned())));
        Self { files: digests.collect() }
    }

    /// Whether `init` wrote a file at this path.
    #[must_use]
    pub fn knows(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Whether the file at this path is as `init` wrote it.
    #[must_use]
    pub fn is_untouched(&self, path: &str, text: &str) -> bool {
        self.files.get(path).is_some_and(|it| *it == digest(text))
    }

    /// Notes that `text` was written at this path.
    pub fn note(&mut self, path: &str, text: &str) {
        self.files.insert(path.to_owned(), digest(text));
    }

    /// The record as a file.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = format!(
            "# What `accolade init` wrote: `accolade init --update` brings up to date what nobody has changed since.\n\
             version = \"{}\"\n\n[files]\n",
            env!("CARGO_PKG_VERSION")
        );
        for (path, digest) in &self.files {
            let _ = writeln!(text, "\"{path}\" = \"{digest}\"");
        }
        text
    }
}

/// The digest of a text, whichever ends git gave its lines.
fn digest(text: &str) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(text.replace("\r\n", "\n")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_read_as_it_was_written() {
        let mut record = Record::default();
        record.note("a/b.yml", "x\ny\n");
        let read = Record::read(&record.to_text());
        assert_eq!(read, record);
        assert!(read.is_untouched("a/b.yml", "x\r\ny\r\n"));
        assert!(!read.is_untouched("a/b.yml", "x\n"));
        assert!(!Record::read("this is no record").knows("a/b.yml"));
    }
}
