//! **Verify**, stage 3 of 6: what is each assertion worth today?

use crate::{
    diagnostic::Diagnostics,
    model::{AwardRef, Gallery},
    time::Timestamp,
    trust::Verdict,
};

/// A gallery whose assertions have all been judged. Only [`verify`] makes one.
#[derive(Debug)]
pub struct Verified {
    gallery: Gallery,
    verdicts: Vec<Verdict>,
    now: Timestamp,
}

impl Verified {
    /// The gallery.
    #[must_use]
    pub fn gallery(&self) -> &Gallery {
        &self.gallery
    }

    /// What an assertion is worth.
    #[must_use]
    pub fn verdict(&self, award: AwardRef) -> &Verdict {
        &self.verdicts[award]
    }

    /// When it was judged.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.now
    }
}

/// Judges every assertion and status list of `gallery` as of `now`. What is invalid is also reported.
#[must_use]
pub fn verify(_gallery: Gallery, _now: Timestamp, _problems: &mut Diagnostics) -> Verified {
    todo!("helper: trust")
}
