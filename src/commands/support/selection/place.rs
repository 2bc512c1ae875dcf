//! The order of all lists: by due date, those without any last; then by case and place in the plan.

use chrono::NaiveDate;

use crate::store::FoundRow;

/// Where a row stands in the order: no date comes last.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    urgency: NaiveDate,
    case: String,
    ordinal: u32,
}

pub(super) fn of(found: &FoundRow) -> Place {
    Place {
        urgency: found.row.urgency().unwrap_or(NaiveDate::MAX),
        case: found.reference.as_str().to_lowercase(),
        ordinal: found.row.ordinal,
    }
}
