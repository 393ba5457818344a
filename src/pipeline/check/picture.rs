//! The picture beside a TOML file.

use super::{fields::Document, flaw::Flaw};
use crate::{
    art,
    diagnostic::Code,
    model::{Picture, PictureKind, Slug},
    pipeline::Sources,
};

/// Whose picture it is.
#[derive(Clone, Copy)]
pub(super) enum Of {
    Badge,
    Issuer,
}

/// The picture beside `slug`'s file, if there is one; `alt` says what it shows.
pub(super) fn beside(
    document: &Document<'_>,
    slug: &Slug,
    sources: &Sources,
    of: Of,
    alt: Option<String>,
) -> Option<Picture> {
    let (folder, key) = match of {
        Of::Badge => ("badges", "alt"),
        Of::Issuer => ("issuers", "logo_alt"),
    };
    // An SVG is sharp at every size, so it goes first.
    let forms = [("svg", PictureKind::Svg), ("png", PictureKind::Png)];
    let mut found = forms.into_iter().filter_map(|(ending, kind)| {
        let path = format!("{folder}/{slug}.{ending}");
        let bytes = sources.pictures.get(&path)?;
        Some((path, bytes, kind))
    });
    let (path, bytes, kind) = found.next()?;
    if found.next().is_some() {
        let flaw = Flaw::warning(Code::BadPicture, format!("`{path}` is used, and the PNG of the same name is not"));
        document.report(&(0..0), flaw.label("beside this file lie two pictures").help("remove one of them"));
    }
    if alt.is_none() {
        let flaw = Flaw::error(Code::MissingAlt, format!("nothing says what `{path}` shows"))
            .label("the picture lies beside this file")
            .help(format!("add `{key} = \"…\"`: a sentence for those who cannot see it"));
        document.report(&(0..0), flaw);
    }
    let read = match of {
        Of::Badge => art::read,
        Of::Issuer => art::read_logo,
    };
    match read(&path, bytes, kind, alt.unwrap_or_default()) {
        Ok(picture) => Some(picture),
        Err(sentence) => {
            document
                .push(Flaw::error(Code::BadPicture, format!("this picture cannot be used: {sentence}")).in_file(&path));
            None
        }
    }
}
