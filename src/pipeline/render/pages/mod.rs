//! One file for each kind of page: what the plan knows becomes what the template shows.

mod award;
mod schema;
mod badge;
mod issuer;
mod lists;
mod people;
mod shelves;
mod nominate;

pub(super) use award::{Frame, Rows, SharedIssuer, Signed};
pub(super) use issuer::view as issuer_view;
