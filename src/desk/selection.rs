//! Rows over all cases, most urgent first: the stored ones where they are good, planned from the events where something
//! has changed by itself since they were written, or in all cases after a program update, until the first change has
//! rebuilt the stored rows.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::ControlFlow;
use std::rc::Rc;

use crate::ctx::Ctx;
use crate::domain::report::{ReportRow, Standing, Totals};
use crate::domain::routine::Routine;
use crate::error::Failure;
use crate::store::{CaseId, FoundRow, Reading, RowPlace, RowQuery};
use crate::view::{Discretion, Reader, StepView};

use super::cases::OpenedCase;

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

    pub(crate) fn view<'a>(&'a self, ctx: &'a Ctx, discretion: Discretion) -> StepView<'a> {
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
    Failure(Failure),
}

impl<E: Into<Failure>> From<E> for Stop {
    fn from(error: E) -> Self {
        Self::Failure(error.into())
    }
}

/// Calls `each` with the rows wanted, most urgent first, until it has enough; gives the sums over all cases.
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
                if planned.cases.contains(&found.case) {
                    return Ok(());
                }
                while let Some(selected) = planned.next_before(Some(&found.place()))? {
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

/// The rows wanted of the cases that are planned anew, most urgent first.
///
/// All places are held, which are small, and the rows of one portion of them: its cases are planned once more.
struct Replanned<'a> {
    ctx: &'a Ctx,
    reading: &'a Reading<'a>,
    query: &'a RowQuery,
    cases: BTreeSet<CaseId>,
    places: VecDeque<(RowPlace, CaseId)>,
    portion: VecDeque<Selected>,
    /// No stored row is right.
    is_all: bool,
    totals: Totals,
}

const PORTION: usize = 1_000;

impl<'a> Replanned<'a> {
    fn of(ctx: &'a Ctx, reading: &'a Reading<'a>, query: &'a RowQuery) -> Result<Self, Failure> {
        let is_all = !reading.rows_are_current()?;
        let (cases, totals) = match is_all {
            true => (reading.case_ids()?.into_iter().collect(), Totals::default()),
            false => (reading.stale_cases(ctx.today())?, reading.totals()?),
        };
        let mut planned = Self {
            ctx,
            reading,
            query,
            cases: BTreeSet::new(),
            places: VecDeque::new(),
            portion: VecDeque::new(),
            is_all,
            totals,
        };
        let mut places = Vec::new();
        for &case in &cases {
            let (opened, standing) = ctx.desk.planned(reading, case)?;
            if !is_all {
                let (_, stored) = reading.share_of_totals(case)?;
                planned.totals = planned.totals.minus(stored);
            }
            let fresh = Totals::of_case(standing.open, &standing.numbers());
            planned.totals = planned.totals.plus(fresh);
            let wanted = planned.wanted(&opened, standing);
            places.extend(wanted.map(|row| (row.found.place(), case)));
        }
        places.sort_unstable();
        planned.places = places.into();
        planned.cases = cases;
        Ok(planned)
    }

    /// The next row, if its place is before that one; any where none is given.
    fn next_before(&mut self, here: Option<&RowPlace>) -> Result<Option<Selected>, Failure> {
        let next = self.places.front();
        if next.is_none_or(|(place, _)| here.is_some_and(|here| place >= here)) {
            return Ok(None);
        }
        if self.portion.is_empty() {
            self.load_portion()?;
        }
        self.places.pop_front();
        Ok(self.portion.pop_front())
    }

    fn load_portion(&mut self) -> Result<(), Failure> {
        let portion: BTreeSet<_> = self.places.iter().take(PORTION).collect();
        let cases: BTreeSet<_> = portion.iter().map(|(_, case)| *case).collect();
        let mut rows = BTreeMap::new();
        for case in cases {
            let (opened, standing) = self.ctx.desk.planned(self.reading, case)?;
            let wanted = self.wanted(&opened, standing);
            let placed = wanted.map(|row| ((row.found.place(), case), row));
            rows.extend(placed.filter(|(place, _)| portion.contains(place)));
        }
        self.portion = rows.into_values().collect();
        Ok(())
    }

    fn wanted(&self, opened: &OpenedCase, standing: Standing) -> impl Iterator<Item = Selected> {
        let rows = standing.rows.into_iter();
        let selected = rows.map(|row| Selected::of(opened, row));
        selected.filter(|selected| self.query.wants(&selected.found))
    }
}
