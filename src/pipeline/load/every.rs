//! Every file of a repository that was read, whatever it is.

use super::Sources;
use crate::model::SignedBytes;

/// What is in a file.
#[derive(Debug, PartialEq)]
pub(in crate::pipeline) enum Held<'a> {
    Bytes(&'a [u8]),
    Signed(&'a SignedBytes),
}

impl Sources {
    /// Every file: its path, and what is in it.
    pub(in crate::pipeline) fn files(&self) -> impl Iterator<Item = (&str, Held<'_>)> {
        let texts = (self.site.iter())
            .chain(&self.issuers)
            .chain(&self.badges)
            .chain(self.criteria.values())
            .chain(&self.people)
            .chain(&self.nominations)
            .chain(&self.ledgers)
            .chain(&self.pages)
            .chain(&self.templates)
            .map(|it| (it.path.as_str(), Held::Bytes(it.text.as_bytes())));
        let signed = self.assertions.iter().map(|it| (it.path.as_str(), Held::Signed(&it.signed)));
        let bytes =
            (self.status_lists.iter().chain(&self.statics)).map(|it| (it.path.as_str(), Held::Bytes(&it.bytes)));
        let pictures = self.pictures.iter().map(|(path, bytes)| (path.as_str(), Held::Bytes(bytes)));
        texts.chain(signed).chain(bytes).chain(pictures)
    }
}
