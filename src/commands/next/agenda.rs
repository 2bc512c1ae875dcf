//! What there is to do now, in a case and over all, in the order to do it.

use chrono::NaiveDate;

use crate::ctx::Ctx;
use crate::desk::selection::{ListRow, More, each_row};
use crate::domain::ids::{RoleId, StepId};
use crate::domain::plan::Status;
use crate::domain::report::{ReportRow, Standing};
use crate::error::Failure;
use crate::store::{Pick, Reading, RowQuery};

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

/// Calls `each` with the rows picked over all open cases that have opened, until it has enough: the role's own first,
/// then the most urgent.
pub(super) fn each_picked(
    ctx: &Ctx,
    reading: &Reading<'_>,
    picks: &[Pick],
    role: Option<&RoleId>,
    mut each: impl FnMut(&ListRow) -> Result<More, Failure>,
) -> Result<(), Failure> {
    let everything = RowQuery {
        picks: picks.to_vec(),
        opens_by: Some(ctx.today()),
        ..RowQuery::default()
    };
    let Some(role) = role else {
        return each_row(ctx, reading, &everything, each).map(|_| ());
    };
    let own = RowQuery {
        role: Some(role.clone()),
        ..everything.clone()
    };
    let mut wanted = More::Continue(());
    each_row(ctx, reading, &own, |row| {
        wanted = each(row)?;
        Ok(wanted)
    })?;
    if wanted.is_break() {
        return Ok(());
    }
    each_row(ctx, reading, &everything, |row| {
        match is_mine(&row.found.row, Some(role)) {
            true => Ok(More::Continue(())),
            false => each(row),
        }
    })?;
    Ok(())
}

fn has_opened(row: &ReportRow, today: NaiveDate) -> bool {
    row.row
        .dates
        .earliest
        .is_none_or(|earliest| earliest <= today)
}

/// Days ahead that a walk over all cases looks at.
const SOON_IN_DAYS: i64 = 14;

/// Whether a walk over all cases stops at it: it is late or due soon, cannot go on, or an answer is missing.
pub(super) fn calls(row: &ReportRow, today: NaiveDate) -> bool {
    let day = row.row.dates.due.or(row.row.dates.since);
    let is_soon = day.is_some_and(|day| (day - today).num_days() <= SOON_IN_DAYS);
    let is_to_do = row.row.status.is_to_do() && !row.optional;
    let is_unknown = row.missing.answer && row.row.status == Status::Undecided;
    is_unknown || row.row.status == Status::Blocked || (is_to_do && is_soon)
}

/// Whether schools alone can do it: they answer for all of it.
pub(super) fn is_schools(row: &ReportRow) -> bool {
    let is_school = |party: &String| party.to_lowercase().contains("skol");
    !row.parties.is_empty() && row.parties.iter().all(is_school)
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

pub(super) fn key_of(row: &ReportRow) -> RoundKey {
    (row.row.step.clone(), row.row.round)
}
