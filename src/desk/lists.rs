//! Reading the case file for a list: with the screen at hand, and the cases with their numbers, stored ones where they are
//! good.

use crate::ctx::Ctx;
use crate::error::Failure;
use crate::store::{CaseFilter, CaseSummary, Reading};
use crate::ui::Ui;

pub(crate) fn each_heading(
    ctx: &Ctx,
    reading: &Reading<'_>,
    filter: CaseFilter,
    mut each: impl FnMut(CaseSummary) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let current = reading.rows_are_current()?;
    let stale = reading.stale_cases(ctx.today())?;
    reading.cases(filter, ctx.today(), |heading| {
        match current && !stale.contains(&heading.id) {
            true => each(heading),
            false => each(planned_anew(ctx, reading, heading)?),
        }
    })
}

fn planned_anew(
    ctx: &Ctx,
    reading: &Reading<'_>,
    heading: CaseSummary,
) -> Result<CaseSummary, Failure> {
    let (_, standing) = ctx.desk.planned(reading, heading.id)?;
    let overdue = standing
        .rows
        .iter()
        .filter(|row| standing.open && row.is_overdue(ctx.today()));
    Ok(CaseSummary {
        numbers: standing.numbers(),
        overdue: u32::try_from(overdue.count()).unwrap_or(u32::MAX),
        ..heading
    })
}

/// Reads the case file as it is at one moment, with the screen at hand; `None` while no case has been opened. What is
/// written goes out when the reading is over, so that nobody who writes to the file waits for whoever reads the list.
pub(crate) fn reading<T>(
    ctx: &mut Ctx,
    work: impl FnOnce(&Reading<'_>, &Ctx, &mut Ui) -> Result<T, Failure>,
) -> Result<Option<T>, Failure> {
    let done =
        ctx.lending_ui(|ctx, ui| ui.holding(|ui| ctx.desk.read(|reading| work(reading, ctx, ui))));
    if matches!(done, Ok(None)) {
        ctx.desk.refuse_missing()?;
    }
    done
}
