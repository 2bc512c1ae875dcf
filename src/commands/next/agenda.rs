//! What there is to do in a case now, in the order to do it.

use chrono::NaiveDate;

use crate::domain::ids::{RoleId, StepId};
use crate::domain::report::{ReportRow, Standing};

/// A round, by its step and number.
pub(super) type RoundKey = (StepId, u32);

/// The open and blocked rounds whose day to open has come: the role's own first, then the most urgent.
pub(super) fn to_do<'a>(
    standing: &'a Standing,
    role: Option<&RoleId>,
    today: NaiveDate,
) -> Vec<&'a ReportRow> {
    let mut rows: Vec<&ReportRow> = standing
        .rows
        .iter()
        .filter(|row| row.row.status.is_to_do() && has_opened(row, today))
        .collect();
    rows.sort_by_key(|row| (!is_mine(row, role), urgency(row)));
    rows
}

/// Whether a round's day to open has come.
pub(super) fn has_opened(row: &ReportRow, today: NaiveDate) -> bool {
    row.row
        .dates
        .earliest
        .is_none_or(|earliest| earliest <= today)
}

/// Whether a role answers for a round or one of its parts; with no role asked for, everything is one's own.
pub(super) fn is_mine(row: &ReportRow, role: Option<&RoleId>) -> bool {
    role.is_none_or(|role| row.owners.contains(role))
}

/// By due date, a promptly step without one by its anchor; those without any last; then the file's order.
fn urgency(row: &ReportRow) -> (bool, Option<NaiveDate>, u32) {
    let day = row.row.dates.due.or(row.row.dates.since);
    (day.is_none(), day, row.ordinal)
}

/// The key of a row's round.
pub(super) fn key_of(row: &ReportRow) -> RoundKey {
    (row.row.step.clone(), row.row.round)
}
