//! Rows from the stored ones. Those whose date has moved on by itself are planned anew and shown in their new place.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::ctx::Ctx;
use crate::domain::report::{ReportRow, Standing};
use crate::store::{CaseId, FoundRow, Pick, Reading, RowQuery, StoreError};

use super::super::case_file::Trouble;
use super::super::routines::Routines;
use super::matching::is_wanted;
use super::place::{self, Place};
use super::{More, Selected, Texts};

/// Why a search ended early.
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

/// Calls `each` with the rows wanted, most urgent first, until it has enough.
pub(super) fn each_row(
    ctx: &Ctx,
    reading: &Reading<'_>,
    query: &RowQuery,
    mut each: impl FnMut(&Selected) -> Result<More, Trouble>,
) -> Result<(), Trouble> {
    let today = ctx.today();
    let mut hand_on = |selected: &Selected| match each(selected)? {
        More::Continue(()) => Ok(()),
        More::Break(()) => Err(Stop::Enough),
    };
    let mut texts = Texts::default();
    let mut renewed = Renewed::default();
    let searched = reading.rows(&with_passed(ctx, query), |found| {
        let here = place::of(&found);
        while let Some(selected) = renewed.next_before(&here) {
            hand_on(&selected)?;
        }
        let routine = texts.routine(reading, &found.text_hash)?;
        let selected = Selected { found, routine };
        if selected.found.row.is_stale(today) {
            renewed.plan(ctx, reading, query, selected)?;
            return Ok(());
        }
        hand_on(&selected)
    });
    let rest = searched.and_then(|()| renewed.waiting.into_values().try_for_each(|s| hand_on(&s)));
    match rest {
        Ok(()) | Err(Stop::Enough) => Ok(()),
        Err(Stop::Trouble(trouble)) => Err(trouble),
    }
}

/// Dates ahead may have been reached by rows that are stored with a date behind.
fn with_passed(ctx: &Ctx, query: &RowQuery) -> RowQuery {
    let mut query = query.clone();
    if query
        .picks
        .iter()
        .any(|pick| matches!(pick, Pick::Within(..)))
    {
        query.picks.push(Pick::Passed(ctx.today()));
    }
    query
}

/// Rows planned anew, until their turn comes: it is always later than where they were found.
#[derive(Default)]
struct Renewed {
    waiting: BTreeMap<Place, Selected>,
    latest: Option<(CaseId, Standing)>,
}

impl Renewed {
    fn next_before(&mut self, here: &Place) -> Option<Selected> {
        let first = self.waiting.first_entry()?;
        (first.key() < here).then(|| first.remove())
    }

    fn plan(
        &mut self,
        ctx: &Ctx,
        reading: &Reading<'_>,
        query: &RowQuery,
        stale: Selected,
    ) -> Result<(), Trouble> {
        let standing = match self.latest.take() {
            Some((case, standing)) if case == stale.found.case => standing,
            _ => standing_of(ctx, reading, &stale)?,
        };
        let fresh = same_round(&standing, &stale.found.row)
            .filter(|row| is_wanted(row, standing.open, query));
        if let Some(row) = fresh {
            let found = FoundRow {
                row: row.clone(),
                ..stale.found.clone()
            };
            let routine = Rc::clone(&stale.routine);
            self.waiting
                .insert(place::of(&found), Selected { found, routine });
        }
        self.latest = Some((stale.found.case, standing));
        Ok(())
    }
}

fn standing_of(ctx: &Ctx, reading: &Reading<'_>, row: &Selected) -> Result<Standing, Trouble> {
    let stored = reading.case_by_id(row.found.case)?;
    let opened = Routines::with(&stored.routine.hash, &row.routine).open(stored, ctx)?;
    Ok(opened.standing(ctx.today()))
}

fn same_round<'s>(standing: &'s Standing, row: &ReportRow) -> Option<&'s ReportRow> {
    let same =
        |other: &&ReportRow| other.row.step == row.row.step && other.row.round == row.row.round;
    standing.rows.iter().find(same)
}
