//! Baking: a picture that carries its credential.
//!
//! A baked picture shows the badge and proves it, wherever it is copied to. A PNG carries both versions of Open Badges
//! side by side; an SVG carries version 3.0 alone, because both versions claim the same prefix there.
//!
//! A gallery bakes many credentials into few pictures. A [`PngBakery`] or [`SvgBakery`] takes the picture apart once;
//! each award then costs a copy of its bytes.

mod png;
mod svg;

pub use png::PngBakery;
pub use svg::SvgBakery;

/// The largest picture that is taken apart.
const PICTURE_LIMIT: usize = 16 << 20;

/// The largest credential that is taken out of one.
const TEXT_LIMIT: usize = 4 << 20;

/// What was found in a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Baked {
    /// For which version of Open Badges it was baked.
    pub version: Version,
    /// What it is.
    pub content: Content,
}

/// A version of Open Badges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// Open Badges 2.0 and 1.x.
    V2,
    /// Open Badges 3.0.
    V3,
}

/// In which form a credential was baked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A JSON document.
    Json(String),
    /// A JSON Web Token, or in Open Badges 2.0 another JSON Web Signature.
    Jwt(String),
    /// The address of a hosted assertion.
    Address(String),
}

/// Takes the credentials out of a baked PNG or SVG: none, one, or one of each version.
///
/// # Errors
///
/// A sentence, when the file is neither, is damaged, or carries two credentials of one version: nobody could say which
/// of the two the picture stands for.
pub fn unbake(picture: &[u8]) -> Result<Vec<Baked>, String> {
    if picture.len() > PICTURE_LIMIT {
        return Err(too_large());
    }
    if png::is_png(picture) {
        return png::unbake(picture);
    }
    let text = std::str::from_utf8(picture).map_err(|_| "this is neither a PNG nor an SVG in UTF-8".to_owned())?;
    if !text.trim_start_matches('\u{feff}').trim_start().starts_with('<') {
        return Err("this is neither a PNG nor an SVG".to_owned());
    }
    svg::unbake(text)
}

fn too_large() -> String {
    format!("the picture is larger than {} MB", PICTURE_LIMIT >> 20)
}

fn text_too_large() -> String {
    format!("the credential in the picture is larger than {} MB", TEXT_LIMIT >> 20)
}

impl Content {
    /// Tells the three forms apart by how they begin.
    fn of(text: &str) -> Self {
        let text = text.trim();
        if text.starts_with('{') {
            Self::Json(text.to_owned())
        } else if text.starts_with("https://") || text.starts_with("http://") {
            Self::Address(text.to_owned())
        } else {
            Self::Jwt(text.to_owned())
        }
    }
}

/// Adds `baked`, unless there is one of its version already.
fn add(found: &mut Vec<Baked>, baked: Baked) -> Result<(), String> {
    if found.iter().any(|other| other.version == baked.version) {
        let version = match baked.version {
            Version::V2 => "2.0",
            Version::V3 => "3.0",
        };
        return Err(format!("the picture carries two credentials of Open Badges {version}; it may carry one"));
    }
    found.push(baked);
    Ok(())
}
