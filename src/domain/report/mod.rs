//! What reports read: the steps of a case with what lists need to know of them, and what a case comes to.

mod ending;
mod missing;
mod numbers;
mod row;
mod standing;
#[cfg(test)]
mod tests;

pub use ending::{EndedBy, Ending};
pub use missing::MissingFacts;
pub use numbers::{CaseNumbers, Totals};
pub use row::ReportRow;
pub use standing::Standing;
