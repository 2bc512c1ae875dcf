//! The rows that reports read: a cache of the fold, written with the events it follows from.

mod columns;
mod query;
mod write;

pub(crate) use self::columns::{of_case, slips_of};
pub use self::query::{FoundRow, Pick, RowQuery};
pub(crate) use self::write::{Owner, put, remove, remove_strays};
