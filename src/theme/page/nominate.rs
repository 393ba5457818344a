//! The page where anybody nominates, and its posters.

use super::{Head, Image, Moment, Text};
use crate::theme::Html;
use serde::Serialize;

/// The page where anybody nominates (`nominate.html`).
#[derive(Debug, Serialize)]
pub struct NominatePage<'a> {
    /// The head of the page.
    pub page: Head<'a>,
    /// Its script, below the root.
    pub script: &'static str,
    /// The digest by which browsers know it.
    pub integrity: &'static str,
    /// Badges that are awarded.
    pub badges: Vec<NominateBadge<'a>>,
    /// A badge for the example.
    pub example: &'a str,
    /// The host's page for a new file, with `{0}` for its path and `{1}` for its text.
    pub new_file: Option<String>,
    /// The name of the host.
    pub host: &'a str,
    /// A form for who has no account with git.
    pub issue_form: Option<String>,
}

/// A badge that somebody can be nominated for.
#[derive(Debug, Serialize)]
pub struct NominateBadge<'a> {
    /// Its name in addresses and files.
    pub slug: &'a str,
    /// Its name.
    pub name: &'a str,
    /// The last day on which nominations are taken.
    pub until: Option<Moment>,
    /// The moment from which they are no longer.
    pub closes: Option<String>,
}

/// A poster (`poster.html`).
#[derive(Debug, Serialize)]
pub struct PosterPage<'a> {
    /// The head of the page.
    pub page: Head<'a>,
    /// The badge's name.
    pub name: &'a str,
    /// What it stands for.
    pub description: &'a str,
    /// Its picture.
    pub image: Image<'a>,
    /// The form, relative to the page.
    pub form_url: Text<'a>,
    /// The form's whole address, as people type it.
    pub form_address: String,
    /// That address as a QR code.
    pub qr_html: Html,
    /// The last day on which nominations are taken.
    pub until: Moment,
    /// Whether that day has passed.
    pub closed: bool,
}
