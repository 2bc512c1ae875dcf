//! What reports read: the steps of a case with what lists need to know of them, and what a case comes to.

mod missing;
mod row;
mod standing;
#[cfg(test)]
mod tests;

pub use missing::MissingFacts;
pub use row::{EndedBy, Ending, ReportRow};
pub use standing::{CaseNumbers, Standing, Totals};
