//! Rows over all cases, most urgent first: from the stored rows where they are good, planned anew where they are not.

mod replanned;

use std::ops::ControlFlow;
use std::rc::Rc;

use crate::ctx::Ctx;
use crate::domain::report::{ReportRow, Totals};
use crate::domain::routine::Routine;
use crate::error::Failure;
use crate::store::{FoundRow, Reading, RowQuery, StoreError};

use self::replanned::Replanned;
use super::cases::OpenedCase;

/// More rows than this nobody reads on a screen, and a table holds all of them in memory.
pub(crate) const MOST_ROWS: usize = 500;

#[derive(Debug, Clone)]
pub(crate) struct Selected {
    pub(crate) found: FoundRow,
    pub(crate) routine: Rc<Routine>,
}

impl Selected {
    pub(crate) fn of(opened: &OpenedCase, row: ReportRow) -> Self {
        Self {
            found: FoundRow {
                case: opened.id,
                reference: opened.reference.clone(),
                open: opened.case.is_open(),
                routine: opened.routine.id.clone(),
                text_hash: opened.case.text_hash.clone(),
                row,
            },
            routine: Rc::clone(&opened.routine),
        }
    }
}

pub(crate) type More = ControlFlow<()>;

enum Stop {
    Enough,
    Failure(Failure),
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Failure(error.into())
    }
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

/// Calls `each` with the rows wanted, most urgent first, until it has enough; gives the sums over all cases. Rows of a
/// case in which something has changed by itself are not the stored ones.
pub(crate) fn each_row(
    ctx: &Ctx,
    reading: &Reading<'_>,
    query: &RowQuery,
    mut each: impl FnMut(&Selected) -> Result<More, Failure>,
) -> Result<Totals, Failure> {
    let mut planned = Replanned::of(ctx, reading, query)?;
    let totals = planned.totals;
    let mut hand_on = |selected: &Selected| match each(selected)? {
        More::Continue(()) => Ok(()),
        More::Break(()) => Err(Stop::Enough),
    };
    let mut search = || {
        if !planned.is_all {
            reading.rows(query, |found| {
                if planned.holds(found.case) {
                    return Ok(());
                }
                let here = found.place();
                while let Some(selected) = planned.next_before(Some(&here))? {
                    hand_on(&selected)?;
                }
                let routine = ctx.desk.routine(&found.text_hash, reading)?;
                hand_on(&Selected { found, routine })
            })?;
        }
        while let Some(selected) = planned.next_before(None)? {
            hand_on(&selected)?;
        }
        Ok(())
    };
    match search() {
        Ok(()) | Err(Stop::Enough) => Ok(totals),
        Err(Stop::Failure(failure)) => Err(failure),
    }
}
