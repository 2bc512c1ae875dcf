//! Rows planned from every case's events: after a program update, until the first change has rebuilt the stored ones.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::ctx::Ctx;
use crate::domain::report::ReportRow;
use crate::store::{CaseFilter, CaseId, Reading, RowQuery};

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

/// How many rows are held at once.
const PORTION: usize = 1_000;

/// Calls `each` with the rows wanted, most urgent first, until it has enough.
///
/// All places are held, which are small, and the rows of one portion of them: its cases are planned once more.
pub(super) fn each_row(
    ctx: &Ctx,
    reading: &Reading<'_>,
    query: &RowQuery,
    mut each: impl FnMut(&Selected) -> Result<More, Trouble>,
) -> Result<(), Trouble> {
    // By reference, so that a case's number here is its place among the others.
    let mut cases = Vec::new();
    reading.cases(CaseFilter::All, ctx.today(), |heading| {
        cases.push(heading.id);
        Ok::<_, Trouble>(())
    })?;
    let mut routines = Routines::default();
    let mut plan = |id: CaseId| -> Result<_, Trouble> {
        let opened = routines.open(reading.case_by_id(id)?, ctx)?;
        let rows = wanted(&opened, ctx.today(), query);
        Ok((opened, rows))
    };
    let mut places = Vec::new();
    for (case, id) in cases.iter().enumerate() {
        let (_, rows) = plan(*id)?;
        let place = |row: &ReportRow| (place::urgency(row), case, row.ordinal);
        places.extend(rows.iter().map(place));
    }
    places.sort_unstable();
    for portion in places.chunks(PORTION) {
        let mut rows = BTreeMap::new();
        let in_portion: BTreeSet<_> = portion.iter().map(|(_, case, _)| *case).collect();
        for case in in_portion {
            let (opened, of_case) = plan(cases[case])?;
            for row in of_case {
                let place = (place::urgency(&row), case, row.ordinal);
                if portion.binary_search(&place).is_ok() {
                    rows.insert(place, Selected::of(&opened, row));
                }
            }
        }
        for selected in rows.values() {
            if each(selected)?.is_break() {
                return Ok(());
            }
        }
    }
    Ok(())
}

/// The rows of a case that are wanted.
fn wanted(opened: &OpenedCase, today: NaiveDate, query: &RowQuery) -> Vec<ReportRow> {
    let routine = query.routine.as_ref();
    if routine.is_some_and(|id| *id != opened.routine.id) {
        return Vec::new();
    }
    let standing = opened.standing(today);
    let (open, mut rows) = (standing.open, standing.rows);
    rows.retain(|row| is_wanted(row, open, query));
    rows
}
