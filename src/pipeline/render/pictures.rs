//! The pictures of badges: drawn or taken over once, and made into PNGs of the sizes that are asked for.

use crate::{
    art,
    disk::Error,
    model::{Badge, Picture, PictureKind, Slug},
    openbadges::bake::{PngBakery, SvgBakery},
};
use rayon::prelude::*;
use sha2::{Digest as _, Sha256};
use std::{
    collections::HashMap,
    sync::{Arc, OnceLock},
};

/// Side of the PNG that achievements name.
const LARGE: u32 = 512;
/// Side of the PNG that carries an award: what its page shows. Every award has one of its own, and a host gives a gigabyte
/// for all of them.
const BAKED: u32 = 320;
/// Side of the PNG in lists.
const SMALL: u32 = 192;

/// The pictures of a badge. Each is made when it is first asked for.
#[derive(Debug)]
pub(in crate::pipeline) struct BadgePictures {
    /// What decides how they look.
    key: [u8; 32],
    /// The name of the first badge that has them, for messages.
    badge: Slug,
    kind: PictureKind,
    /// The author's picture, or the SVG that was drawn.
    source: Arc<[u8]>,
    large: OnceLock<Result<Vec<u8>, String>>,
    small: OnceLock<Result<Vec<u8>, String>>,
    png_bakery: OnceLock<Result<PngBakery, String>>,
    svg_bakery: OnceLock<Result<SvgBakery, String>>,
}

/// Pictures by what they are made of.
pub(in crate::pipeline) type Made = HashMap<[u8; 32], Arc<BadgePictures>>;

/// The pictures of each badge, if possible from among those that were `made`. Badges that look alike have the same ones.
pub(super) fn of_badges(badges: &[&Badge], made: Option<&Made>) -> Vec<Arc<BadgePictures>> {
    let sources: Vec<BadgePictures> = badges.par_iter().map(|badge| of_badge(badge)).collect();
    let mut alike = Made::new();
    let shared = |new: BadgePictures| {
        let known = made.and_then(|it| it.get(&new.key)).map(Arc::clone);
        Arc::clone(alike.entry(new.key).or_insert_with(|| known.unwrap_or_else(|| Arc::new(new))))
    };
    sources.into_iter().map(shared).collect()
}

fn of_badge(badge: &Badge) -> BadgePictures {
    let (kind, source): (_, Arc<[u8]>) = match &badge.picture {
        Some(Picture { kind, bytes, .. }) => (*kind, Arc::clone(bytes)),
        None => (PictureKind::Svg, art::draw(badge).into_bytes().into()),
    };
    BadgePictures {
        key: Sha256::new().chain_update(format!("{kind:?} ")).chain_update(&source).finalize().into(),
        badge: badge.slug.clone(),
        kind,
        source,
        large: OnceLock::new(),
        small: OnceLock::new(),
        png_bakery: OnceLock::new(),
        svg_bakery: OnceLock::new(),
    }
}

impl BadgePictures {
    /// What decides how they look.
    pub(super) fn key(&self) -> &[u8; 32] {
        &self.key
    }

    /// Whether there is an SVG.
    pub(super) fn is_svg(&self) -> bool {
        self.kind == PictureKind::Svg
    }

    /// The author's SVG, or the drawn one; nothing if the author gave a PNG.
    pub(super) fn svg(&self) -> &[u8] {
        if self.is_svg() { &self.source } else { &[] }
    }

    /// 512 × 512 pixels.
    pub(super) fn large(&self) -> Result<&[u8], Error> {
        let large = self.large.get_or_init(|| art::png(self.kind, &self.source, LARGE));
        large.as_deref().map_err(|why| self.refused(why))
    }

    /// 192 × 192 pixels.
    pub(super) fn small(&self) -> Result<&[u8], Error> {
        let small = self.small.get_or_init(|| art::png(self.kind, &self.source, SMALL));
        small.as_deref().map_err(|why| self.refused(why))
    }

    /// For baking into a PNG of 320 × 320 pixels.
    pub(super) fn png_bakery(&self) -> Result<&PngBakery, Error> {
        let bakery = || PngBakery::new(&art::packed_png(self.kind, &self.source, BAKED)?);
        self.png_bakery.get_or_init(bakery).as_ref().map_err(|why| self.refused(why))
    }

    /// For baking into the SVG.
    pub(super) fn svg_bakery(&self) -> Result<&SvgBakery, Error> {
        self.svg_bakery.get_or_init(|| SvgBakery::new(self.svg())).as_ref().map_err(|why| self.refused(why))
    }

    fn refused(&self, why: &str) -> Error {
        Error::Refused(format!("the picture of `{}` cannot be used: {why}", self.badge))
    }
}
