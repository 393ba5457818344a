//! What pages have in common.

use super::Text;
use crate::theme::Html;
use serde::Serialize;

/// What every page knows about the site. Templates call it `site`; it also has the fields of `SiteConstants`.
#[derive(Debug, Serialize)]
pub struct SiteInfo<'a> {
    /// Texts that only the site's settings decide.
    #[serde(flatten)]
    pub constants: SiteConstants<'a>,
    /// One or two sentences about it.
    pub description: &'a str,
    /// The address at which it is served, with a final `/`.
    pub url: &'a str,
    /// A picture before its name, below the root.
    pub logo: Option<Image<'a>>,
    /// What the gallery begins with.
    pub hero_text: &'a str,
    /// A picture beside it, below the root.
    pub hero_picture: Option<Image<'a>>,
    /// Links of the repository's own in the footer.
    pub links: Vec<Link<'a>>,
    /// The address for which awards are signed, and those of before, with a space between them; nothing if there are none.
    pub bases: Option<String>,
    /// The script of the buttons that copy, below the root.
    pub copy: &'static str,
    /// The script of the desk, below the root.
    pub desk: &'a str,
    /// The digest by which browsers know it.
    pub desk_integrity: &'a str,
    /// The scripts that check, as they are written, below the root.
    pub script_source: &'a str,
    /// JSON-LD for browsers, which the desk loads when it needs it, below the root.
    pub rdfc: &'static str,
    /// The digest by which browsers know it.
    pub rdfc_integrity: &'static str,
    /// The repository it is built from.
    pub repository: Option<&'a str>,
    /// When it was built.
    pub built: Moment,
    /// Whether somebody agreed to be named.
    pub has_people: bool,
    /// Whether badges name skills.
    pub has_skills: bool,
    /// Free pages; their addresses are below the root.
    pub pages: Vec<Link<'a>>,
}

/// Of what every page knows about the site, texts that only its settings decide.
#[derive(Debug, Serialize)]
pub struct SiteConstants<'a> {
    /// The name of the gallery.
    pub title: &'a str,
    /// BCP 47 tag of the pages' language.
    pub language: &'a str,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// The style sheet, below the root.
    pub style: String,
    /// The icon, below the root.
    pub icon: &'a str,
    /// The colour of the page on light screens.
    pub paper_light: &'a str,
    /// The same on dark ones.
    pub paper_dark: &'a str,
    /// The script that loads those that check, below the root.
    pub start: &'static str,
    /// The award's check, below the root.
    pub check: &'a str,
    /// The digest by which browsers know it.
    pub check_integrity: &'a str,
    /// The words that it says, below the root.
    pub check_words: &'a str,
    /// The digest by which browsers know them.
    pub check_words_integrity: &'a str,
    /// The program that built it, with its version.
    pub generator: &'static str,
}

/// What stands at the head of a page. Templates call it `page`.
#[derive(Debug, Serialize)]
pub struct Head<'a> {
    /// What kind of page it is: `gallery`, `badge`, `assertion`, `issuer`, …
    pub kind: &'static str,
    /// Its title, without the site's.
    pub title: Text<'a>,
    /// What it says, in a sentence.
    pub description: Text<'a>,
    /// Its permanent address.
    pub url: String,
    /// The way from it to the root: `../../`, or nothing.
    pub root: Text<'a>,
    /// The absolute address of a picture for previews.
    pub image: Option<String>,
    /// What that picture shows.
    pub image_alt: Option<Text<'a>>,
    /// That picture's width in pixels.
    pub image_width: u32,
    /// Its height.
    pub image_height: u32,
    /// The same as data.
    pub alternates: Vec<Alternate<'a>>,
    /// Whether search engines should list it.
    pub listed: bool,
    /// Its `site_header`, where many pages have the same.
    pub header_html: Option<Html>,
    /// Its `site_footer`, where many pages have the same.
    pub footer_html: Option<Html>,
}

/// A document that says the same as a page.
#[derive(Debug, Serialize)]
pub struct Alternate<'a> {
    /// Its address, relative to the page.
    pub url: String,
    /// Its media type.
    pub media_type: &'static str,
    /// What it is.
    pub title: &'a str,
}

/// A moment, for machines and for people.
#[derive(Debug, Clone, Serialize)]
pub struct Moment {
    /// RFC 3339.
    pub iso: String,
    /// In words.
    pub text: String,
}

/// A picture.
#[derive(Debug, Clone, Serialize)]
pub struct Image<'a> {
    /// Its address, relative to the page.
    pub url: String,
    /// Its width in CSS pixels.
    pub width: u32,
    /// Its height in CSS pixels.
    pub height: u32,
    /// What it shows.
    pub alt: Text<'a>,
}

/// A link.
#[derive(Debug, Clone, Serialize)]
pub struct Link<'a> {
    /// What it is called.
    pub name: Text<'a>,
    /// Where it leads.
    pub url: Text<'a>,
}

/// A label and its value.
#[derive(Debug, Clone, Serialize)]
pub struct Fact<'a> {
    /// What it is.
    pub label: &'a str,
    /// What it says.
    pub value: Text<'a>,
    /// Where the value leads.
    pub url: Option<Text<'a>>,
    /// The value for machines, if it is a date.
    pub iso: Option<String>,
}

/// Where one is in a long list.
#[derive(Debug, Serialize)]
pub struct Pager {
    /// This page, from 1.
    pub number: usize,
    /// How many there are.
    pub of: usize,
    /// The one before.
    pub previous: Option<String>,
    /// The one after.
    pub next: Option<String>,
}

/// A badge in a list.
#[derive(Debug, Serialize)]
pub struct BadgeCard<'a> {
    /// Its page.
    pub url: String,
    /// Its name.
    pub name: &'a str,
    /// Its language, if it is not that of the site.
    pub language: Option<&'a str>,
    /// What it stands for.
    pub description: &'a str,
    /// Its kind, in words.
    pub kind: Text<'a>,
    /// Its level.
    pub level: Option<&'a str>,
    /// Who awards it.
    pub issuer: &'a str,
    /// Its picture.
    pub image: Image<'a>,
    /// How often it was awarded.
    pub awards: usize,
    /// When last.
    pub latest: Option<Moment>,
    /// Whether it is no longer awarded.
    pub retired: bool,
}

/// An award in a list.
#[derive(Debug, Serialize)]
pub struct AwardCard<'a> {
    /// Its page.
    pub url: String,
    /// The badge's name.
    pub badge: &'a str,
    /// The badge's language, if it is not that of the site.
    pub language: Option<&'a str>,
    /// The badge's picture.
    pub image: Image<'a>,
    /// The recipient, if they agreed to be named.
    pub recipient: Option<&'a str>,
    /// Who awarded it.
    pub issuer: &'a str,
    /// On which day.
    pub awarded: Moment,
    /// The verdict's kind: `valid`, `expiring`, `expired`, `revoked`, …
    pub verdict: &'static str,
    /// The verdict in a word or two.
    pub status: &'a str,
}
