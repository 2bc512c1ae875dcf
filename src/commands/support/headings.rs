//! The cases of a list, with their numbers: stored ones where they are good.

use std::collections::HashSet;

use crate::ctx::Ctx;
use crate::store::{CaseFilter, CaseHeading, Reading};

use super::case_file::Trouble;
use super::routines::Routines;

pub(crate) fn each_heading(
    ctx: &Ctx,
    reading: &Reading<'_>,
    filter: CaseFilter,
    mut each: impl FnMut(CaseHeading) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let current = reading.rows_are_current()?;
    let mut stale = HashSet::new();
    reading.cases(CaseFilter::Stale, ctx.today(), |heading| {
        stale.insert(heading.id);
        Ok::<_, Trouble>(())
    })?;
    let mut routines = Routines::default();
    reading.cases(filter, ctx.today(), |heading| {
        match current && !stale.contains(&heading.id) {
            true => each(heading),
            false => each(planned_anew(ctx, reading, &mut routines, heading)?),
        }
    })
}

fn planned_anew(
    ctx: &Ctx,
    reading: &Reading<'_>,
    routines: &mut Routines,
    heading: CaseHeading,
) -> Result<CaseHeading, Trouble> {
    let opened = routines.open(reading.case_by_id(heading.id)?, ctx)?;
    let standing = opened.standing(ctx.today());
    let overdue = standing
        .rows
        .iter()
        .filter(|row| standing.open && row.is_overdue(ctx.today()));
    Ok(CaseHeading {
        numbers: standing.numbers(),
        overdue: u32::try_from(overdue.count()).unwrap_or(u32::MAX),
        ..heading
    })
}
