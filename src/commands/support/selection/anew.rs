//! Rows planned from every case's events: after a program update, until the first change has rebuilt the stored ones.

use crate::ctx::Ctx;
use crate::store::{Reading, RowQuery};

use super::super::case_file::Trouble;
use super::super::routines::{OpenedCase, Routines};
use super::matching::is_wanted;
use super::{More, Selected, place};

/// Calls `each` with every case, in the order they were opened.
pub(crate) fn each_case(
    ctx: &Ctx,
    reading: &Reading<'_>,
    mut each: impl FnMut(OpenedCase) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let mut routines = Routines::default();
    for id in reading.case_ids()? {
        let stored = reading.case_by_id(id)?;
        each(routines.open(stored, ctx)?)?;
    }
    Ok(())
}

/// Calls `each` with the rows wanted, most urgent first, until it has enough.
pub(super) fn each_row(
    ctx: &Ctx,
    reading: &Reading<'_>,
    query: &RowQuery,
    mut each: impl FnMut(&Selected) -> Result<More, Trouble>,
) -> Result<(), Trouble> {
    let mut wanted = Vec::new();
    each_case(ctx, reading, |opened| {
        let other_routine = query
            .routine
            .as_ref()
            .is_some_and(|id| *id != opened.routine.id);
        if other_routine {
            return Ok(());
        }
        let standing = opened.standing(ctx.today());
        let open = standing.open;
        let rows = standing
            .rows
            .into_iter()
            .filter(|row| is_wanted(row, open, query));
        wanted.extend(rows.map(|row| Selected::of(&opened, row)));
        Ok(())
    })?;
    wanted.sort_by_cached_key(|selected| place::of(&selected.found));
    for selected in &wanted {
        if each(selected)?.is_break() {
            return Ok(());
        }
    }
    Ok(())
}
