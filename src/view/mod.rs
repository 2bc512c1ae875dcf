//! What is seen of a case, a step and a routine: one value each, made with discretion, that every format writes.

/// A JSON object: its fields with their values, `key = value` for one that is left out where there is none.
macro_rules! json_object {
    ($serializer:ident: $($key:ident $how:tt $value:expr),* $(,)?) => {{
        let mut json = $serializer.serialize_map(None)?;
        $(json_object!(@entry json $key $how $value);)*
        json.end()
    }};
    (@entry $json:ident $key:ident : $value:expr) => {
        $json.serialize_entry(stringify!($key), &$value)?
    };
    (@entry $json:ident $key:ident = $value:expr) => {
        if let Some(value) = $value {
            $json.serialize_entry(stringify!($key), &value)?;
        }
    };
}

mod akt;
#[cfg(test)]
mod akt_kinds_tests;
#[cfg(test)]
mod akt_tests;
mod card;
mod card_facts;
mod case;
mod case_name;
mod checklist;
mod columns;
mod missing;
mod routine_sheet;
mod standing;
mod step;
#[cfg(test)]
mod tests;
mod turn;
mod why;

pub(crate) use akt::AktLine;
pub(crate) use card::StepCard;
pub(crate) use case::CaseView;
pub(crate) use case_name::CaseName;
pub(crate) use checklist::{Checklist, letter};
pub(crate) use missing::{Lack, missing_over_all};
pub(crate) use routine_sheet::RoutineSheet;
pub(crate) use step::{Discretion, Reader, StepView};
pub(crate) use turn::Turn;
pub(crate) use why::WhyJson;
