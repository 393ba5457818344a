//! What a drawn badge should look like.

/// The `[art]` table of a badge. What is left out is chosen from the badge's name and type, always alike.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ArtRecipe {
    /// `hexagon`, `shield`, `circle`, `rosette`, `diamond`, `square`.
    pub shape: Option<String>,
    /// The name of a palette, or of a colour (`#1d6f42`) from which one is made.
    pub palette: Option<String>,
    /// The name of an emblem.
    pub emblem: Option<String>,
    /// A text on a curve, along the upper edge of the face.
    pub inscription: Option<String>,
    /// A short text on the ribbon.
    pub ribbon: Option<String>,
    /// How many level marks (0 to 5).
    pub marks: Option<u8>,
}
