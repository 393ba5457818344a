//! How the site looks, as far as `[theme]` of `accolade.toml` says so.

use super::Link;

/// What a repository changes of the theme without touching its style sheet. What is not said stays as it is.
#[derive(Debug, Clone, Default)]
pub struct Look {
    /// Colours, by the names of the style sheet's custom properties.
    pub colours: Vec<Colour>,
    /// How round corners are, as CSS writes it.
    pub radius: Option<String>,
    /// The font of running text.
    pub text: Option<Font>,
    /// The font of headings.
    pub headings: Option<Font>,
    /// A picture before the site's name.
    pub logo: Option<StaticPicture>,
    /// The icon of browser tabs: a file of `static/`.
    pub icon: Option<String>,
    /// What the gallery begins with, in place of the description.
    pub hero_text: Option<String>,
    /// A picture beside it.
    pub hero_picture: Option<StaticPicture>,
    /// Links in the footer.
    pub links: Vec<Link>,
}

/// A colour on light and on dark screens, as `#1d6f42`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colour {
    /// The custom property, without its `--`.
    pub name: &'static str,
    /// On light screens.
    pub light: String,
    /// On dark ones.
    pub dark: String,
}

/// A font.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Font {
    /// Fonts that systems have, in the order in which they are looked for.
    Stack(&'static str),
    /// A font that the site serves itself.
    File {
        /// What it is called.
        family: String,
        /// A file of `static/`.
        file: String,
        /// The weights that it has, as CSS writes them: `400` or `100 900`.
        weight: String,
    },
}

/// A picture of `static/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaticPicture {
    /// Its path below `static/`, and below the root of the site.
    pub path: String,
    /// Width and height in pixels.
    pub size: (u32, u32),
    /// What it shows.
    pub alt: String,
}
