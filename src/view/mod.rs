//! What is seen of a case, a step and a routine: one value each, made with discretion, that every format writes.

/// Fields of a JSON object, each with the value that is written.
macro_rules! json_fields {
    ($json:ident: $($key:ident: $value:expr),* $(,)?) => {
        $($json.serialize_entry(stringify!($key), &$value)?;)*
    };
}

mod card;
mod card_facts;
mod case;
mod checklist;
mod columns;
mod missing;
mod routine_sheet;
mod standing;
mod step;
#[cfg(test)]
mod tests;
mod why;

pub(crate) use card::StepCard;
pub(crate) use case::CaseView;
pub(crate) use checklist::Checklist;
pub(crate) use missing::missing_over_all;
pub(crate) use routine_sheet::RoutineSheet;
pub(crate) use step::{Discretion, Reader, StepView};
pub(crate) use why::WhyJson;
