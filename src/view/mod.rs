//! What is seen of a case, a step and a routine: one value each, made with discretion, that every format writes.

mod card;
mod case;
mod checklist;
mod columns;
mod missing;
mod routine_sheet;
mod standing;
mod step;
#[cfg(test)]
mod tests;

pub(crate) use card::StepCard;
pub(crate) use case::CaseView;
pub(crate) use checklist::Checklist;
pub(crate) use missing::missing_over_all;
pub(crate) use routine_sheet::RoutineSheet;
pub(crate) use step::{Discretion, Reader, StepView};
