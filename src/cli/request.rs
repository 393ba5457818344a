//! A pull request and what was said to it, from the host's files.

use super::output::Failure;
use crate::{
    disk,
    pipeline::{Request, github},
};
use std::path::Path;

/// Reads the event of a pull request, and its reviews.
pub(super) fn read(event: &Path, reviews: Option<&Path>) -> Result<Request, Failure> {
    let named = |path: &Path, flaw: String| Failure::Refused(format!("`{}`: {flaw}", path.display()));
    let mut request = github::request(&disk::read_given(event)?).map_err(|flaw| named(event, flaw))?;
    if let Some(reviews) = reviews {
        request.reviews = github::reviews(&disk::read_given(reviews)?).map_err(|flaw| named(reviews, flaw))?;
    }
    Ok(request)
}
