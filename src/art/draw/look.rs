//! What a drawing shows, in words.

use super::{colour, recipe, shape::Shape};
use crate::model::Badge;

/// Everything that `[art]` can say, as it is drawn for a badge: what the TOML leaves out is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// One of [`shapes`](super::shapes()).
    pub shape: &'static str,
    /// One of [`palettes`](super::palettes()), or a colour.
    pub palette: String,
    /// One of [`emblems`](super::emblems()).
    pub emblem: &'static str,
    /// What is written on the curve.
    pub inscription: Option<String>,
    /// What is written on the ribbon.
    pub ribbon: Option<String>,
    /// How many level marks there are.
    pub marks: u8,
}

/// What the drawing of a badge shows.
#[must_use]
pub fn look(badge: &Badge) -> Look {
    let recipe = recipe::complete(badge);
    let named = badge.art.palette.as_deref().filter(|it| super::is_palette(it));
    Look {
        shape: Shape::ALL.iter().find(|it| it.1 == recipe.shape).map_or("", |it| it.0),
        palette: named.unwrap_or_else(|| recipe::chosen_palette(badge)).to_owned(),
        emblem: recipe.emblem.name,
        inscription: recipe.inscription.map(str::to_owned),
        ribbon: recipe.ribbon.map(str::to_owned),
        marks: recipe.marks,
    }
}

/// For a colour on which emblems cannot be seen well: the contrast that they would have (WCAG 2.2), and the nearest colour
/// on which they can. What is drawn is about that.
#[must_use]
pub fn low_contrast(palette: &str) -> Option<(f64, String)> {
    colour::low_contrast(palette).map(|(contrast, better)| (contrast, better.to_string()))
}
