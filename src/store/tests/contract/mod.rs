//! What holds of any database behind the seam, asked through its verbs alone: no SQL, no file. Another database is held
//! to it by a [`samples::Home`] that opens that one.

mod cases;
mod chained;
pub(super) mod removing;
mod row_search;
mod rows;
pub(super) mod totals;
pub(super) mod whats;

use super::samples;
