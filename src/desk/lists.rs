//! Reading the case file for a list: with the screen at hand, and the cases with their numbers, stored ones where they are
//! good.

use std::collections::HashSet;

use crate::ctx::Ctx;
use crate::error::{Attempt, Failure};
use crate::store::{CaseFilter, CaseSummary, Reading};
use crate::ui::{Page, Rows, RowsRead, Ui};

pub(crate) fn each_heading(
    ctx: &Ctx,
    reading: &Reading<'_>,
    filter: CaseFilter,
    mut each: impl FnMut(CaseSummary) -> Attempt,
) -> Attempt {
    let current = reading.rows_are_current()?;
    let mut stale = HashSet::new();
    reading.cases(CaseFilter::Stale, ctx.today(), |heading| {
        stale.insert(heading.id);
        Ok::<_, Failure>(())
    })?;
    reading.cases(filter, ctx.today(), |heading| {
        match current && !stale.contains(&heading.id) {
            true => each(heading),
            false => each(planned_anew(ctx, reading, heading)?),
        }
    })
}

fn planned_anew(ctx: &Ctx, reading: &Reading<'_>, heading: CaseSummary) -> Attempt<CaseSummary> {
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

/// Answers with the rows of a list that `work` adds: for people a page of the first of them. Where `work` gives nothing,
/// or no case has been opened, how a first one is.
pub(crate) fn answer<T>(
    ctx: &mut Ctx,
    work: impl FnOnce(&Reading<'_>, &Ctx, &mut Rows<'_>) -> Attempt<Option<T>>,
    page: impl FnOnce(&Ctx, RowsRead, T) -> Page,
) -> Attempt {
    let read = reading(ctx, |reading, ctx, ui| {
        let mut rows = ui.rows(&ctx.words);
        match work(reading, ctx, &mut rows)? {
            Some(beside) => Ok(Some((rows.end()?, beside))),
            None => Ok(None),
        }
    })?;
    match read.flatten() {
        Some((read, beside)) => ctx.emit_read(|ctx| page(ctx, read, beside)),
        None => ctx.tell_no_cases(),
    }
}

/// Reads the case file as it is at one moment, with the screen at hand; `None` while no case has been opened. What is
/// written goes out when the reading is over, so that nobody who writes to the file waits for whoever reads the list.
pub(crate) fn reading<T>(
    ctx: &mut Ctx,
    work: impl FnOnce(&Reading<'_>, &Ctx, &mut Ui) -> Attempt<T>,
) -> Attempt<Option<T>> {
    let done =
        ctx.lending_ui(|ctx, ui| ui.holding(|ui| ctx.desk.read(|reading| work(reading, ctx, ui))));
    if matches!(done, Ok(None)) {
        ctx.desk.refuse_missing()?;
    }
    done
}
