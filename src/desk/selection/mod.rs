//! Rows over all cases, most urgent first: from the stored rows where they are good, planned anew where they are not.

mod anew;

use std::ops::ControlFlow;
use std::rc::Rc;

use crate::ctx::Ctx;
use crate::domain::report::{ReportRow, Totals};
use crate::domain::routine::Routine;
use crate::store::{FoundRow, Reading, RowQuery, StoreError};
use crate::view::{Discretion, Reader, StepView};

use self::anew::{PlannedAnew, place_of};
use super::case_file::Trouble;
use super::routines::{OpenedCase, Routines};

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
                routine: opened.routine.id.clone(),
                text_hash: opened.case.text_hash.clone(),
                row,
            },
            routine: Rc::clone(&opened.routine),
        }
    }

    pub(crate) fn view(&self, ctx: &Ctx, discretion: Discretion) -> StepView<'_> {
        let reader = Reader {
            today: ctx.today(),
            words: &ctx.words,
            discretion,
        };
        StepView::new(
            Some(&self.found.reference),
            &self.routine,
            &self.found.row,
            reader,
        )
    }
}

pub(crate) type More = ControlFlow<()>;

enum Stop {
    Enough,
    Trouble(Trouble),
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Trouble(error.into())
    }
}

impl From<Trouble> for Stop {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

/// Calls `each` with the rows wanted, most urgent first, until it has enough; gives the sums over all cases. Rows of a
/// case in which something has changed by itself are not the stored ones.
pub(crate) fn each_row(
    ctx: &Ctx,
    reading: &Reading<'_>,
    query: &RowQuery,
    mut each: impl FnMut(&Selected) -> Result<More, Trouble>,
) -> Result<Totals, Trouble> {
    let mut planned = PlannedAnew::of(ctx, reading, query)?;
    let totals = planned.totals;
    let mut hand_on = |selected: &Selected| match each(selected)? {
        More::Continue(()) => Ok(()),
        More::Break(()) => Err(Stop::Enough),
    };
    let mut search = || {
        if !planned.is_all {
            let mut routines = Routines::default();
            reading.rows(query, |found| {
                if planned.holds(found.case) {
                    return Ok(());
                }
                let here = place_of(&found);
                while let Some(selected) = planned.next_before(Some(&here))? {
                    hand_on(&selected)?;
                }
                let routine = routines.of_hash::<Trouble>(&found.text_hash, reading)?;
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
        Err(Stop::Trouble(trouble)) => Err(trouble),
    }
}
