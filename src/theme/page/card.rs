//! The picture that other sites show beside a link.

use super::Text;
use serde::Serialize;

/// A card for link previews (`card.svg`).
#[derive(Debug, Serialize)]
pub struct CardPage {
    /// `ground`, which many cards share, or `words`, which one card has.
    pub layer: &'static str,
    /// `good`, `warn` or `bad`: what an award is worth.
    pub tone: &'static str,
    /// How many pictures it shows.
    pub pictures: usize,
    /// Why an award does not hold.
    pub status: TextLines,
    /// What it is about.
    pub title: TextLines,
    /// Who earned it, if they agreed to be named.
    pub recipient: TextLines,
    /// Who awarded it.
    pub issuer: TextLines,
    /// When, and until when it is valid.
    pub dates: TextLines,
    /// Where it is.
    pub address: TextLines,
}

/// A text that was made to fit.
#[derive(Debug, Default, Serialize)]
pub struct TextLines {
    /// The size of its letters.
    pub size: u32,
    /// Its lines; none if the font cannot draw it.
    pub lines: Vec<Text<'static>>,
}
