//! The order of all lists: by due date, a promptly step without one by its anchor's, those without any last; then
//! by case and place in the plan.

use chrono::NaiveDate;

use crate::domain::report::ReportRow;
use crate::store::FoundRow;

/// Where a row stands in the order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    urgency: NaiveDate,
    case: String,
    ordinal: u32,
}

/// The place of a row.
pub(super) fn of(found: &FoundRow) -> Place {
    Place {
        urgency: urgency(&found.row),
        case: found.reference.as_str().to_lowercase(),
        ordinal: found.row.ordinal,
    }
}

/// The day it goes by in the order: none comes last.
pub(super) fn urgency(report: &ReportRow) -> NaiveDate {
    let dates = &report.row.dates;
    dates.due.or(dates.since).unwrap_or(NaiveDate::MAX)
}
