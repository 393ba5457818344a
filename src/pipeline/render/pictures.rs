//! The pictures of badges: drawn or taken over once, and made into PNGs of the sizes that are used.

use crate::{
    art,
    disk::Error,
    model::{AwardPictures, Badge, Picture, PictureKind},
    openbadges::bake::{PngBakery, SvgBakery},
    pipeline::plan::has_small_png,
};
use sha2::{Digest as _, Sha256};
use std::{borrow::Cow, collections::HashMap, sync::Arc};

/// Side of the PNG that achievements name and baked pictures carry.
const LARGE: u32 = 512;
/// Side of the PNG in lists.
const SMALL: u32 = 192;

/// The pictures of a badge.
#[derive(Debug)]
pub(in crate::pipeline) struct BadgePictures {
    /// The author's SVG, or the drawn one; `None` if the author gave a PNG.
    svg: Option<Arc<[u8]>>,
    /// 512 × 512 pixels.
    pub(super) large: Vec<u8>,
    /// 192 × 192 pixels, for a badge [whose lists show a PNG](has_small_png).
    pub(super) small: Vec<u8>,
    /// For baking into the large PNG.
    pub(super) png_bakery: Option<PngBakery>,
    /// For baking into the SVG.
    pub(super) svg_bakery: Option<SvgBakery>,
}

/// Pictures by what they were made of.
pub(in crate::pipeline) type Made = HashMap<[u8; 32], Arc<BadgePictures>>;

/// Makes the pictures of a badge, if they are not among `made`; with the key under which they belong there.
pub(super) fn of_badge(
    badge: &Badge,
    baked: AwardPictures,
    made: Option<&Made>,
) -> Result<([u8; 32], Arc<BadgePictures>), Error> {
    let refuse = |why: String| Error::Refused(format!("the picture of `{}` cannot be used: {why}", badge.slug));
    let (kind, bytes): (_, Arc<[u8]>) = match &badge.picture {
        Some(Picture { kind, bytes, .. }) => (*kind, Arc::clone(bytes)),
        None => (PictureKind::Svg, art::draw(badge).into_bytes().into()),
    };
    let key = Sha256::new().chain_update(format!("{kind:?} {baked:?} ")).chain_update(&bytes).finalize().into();
    if let Some(pictures) = made.and_then(|it| it.get(&key)) {
        return Ok((key, Arc::clone(pictures)));
    }
    let large = art::png(kind, &bytes, LARGE).map_err(refuse)?;
    let is_svg = kind == PictureKind::Svg;
    let pictures = BadgePictures {
        small: if has_small_png(badge) { art::png(kind, &bytes, SMALL).map_err(refuse)? } else { Vec::new() },
        png_bakery: baked.png().then(|| PngBakery::new(&large)).transpose().map_err(refuse)?,
        svg_bakery: (baked.svg() && is_svg).then(|| SvgBakery::new(&bytes)).transpose().map_err(refuse)?,
        svg: is_svg.then_some(bytes),
        large,
    };
    Ok((key, Arc::new(pictures)))
}

impl BadgePictures {
    /// Whether there is an SVG.
    pub(super) fn is_svg(&self) -> bool {
        self.svg.is_some()
    }

    /// The SVG, or nothing.
    pub(super) fn svg_bytes(&self) -> &[u8] {
        self.svg.as_deref().unwrap_or_default()
    }

    /// The SVG, for a badge that has one.
    pub(super) fn svg(&self) -> Cow<'_, [u8]> {
        Cow::Borrowed(self.svg_bytes())
    }
}
