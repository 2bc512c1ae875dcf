//! Rows planned from the events: of the cases in which something has changed by itself since they were written, or of
//! all, after a program update until the first change has rebuilt the stored rows.

use std::collections::{BTreeMap, BTreeSet, HashSet, VecDeque};

use crate::ctx::Ctx;
use crate::domain::report::{Standing, Totals};
use crate::error::Failure;
use crate::store::{CaseFilter, CaseId, FoundRow, Reading, RowPlace, RowQuery};

use super::super::cases::OpenedCase;
use super::Selected;

const PORTION: usize = 1_000;

/// The rows wanted of the cases that are planned anew, most urgent first.
///
/// All places are held, which are small, and the rows of one portion of them: its cases are planned once more.
pub(super) struct Replanned<'a> {
    ctx: &'a Ctx,
    reading: &'a Reading<'a>,
    query: &'a RowQuery,
    cases: HashSet<CaseId>,
    places: VecDeque<(RowPlace, CaseId)>,
    portion: VecDeque<Selected>,
    /// No stored row is right.
    pub(super) is_all: bool,
    pub(super) totals: Totals,
}

impl<'a> Replanned<'a> {
    pub(super) fn of(
        ctx: &'a Ctx,
        reading: &'a Reading<'a>,
        query: &'a RowQuery,
    ) -> Result<Self, Failure> {
        let is_all = !reading.rows_are_current()?;
        let filter = match is_all {
            true => CaseFilter::All,
            false => CaseFilter::Stale,
        };
        let mut planned = Self {
            ctx,
            reading,
            query,
            cases: HashSet::new(),
            places: VecDeque::new(),
            portion: VecDeque::new(),
            is_all,
            totals: Totals::default(),
        };
        if !is_all {
            planned.totals = reading.totals()?;
        }
        let mut places = Vec::new();
        reading.cases(filter, ctx.today(), |heading| {
            let (opened, standing) = planned.plan(heading.id)?;
            if !is_all {
                let kept = Totals::of_case(heading.open, &heading.numbers);
                planned.totals = planned.totals.minus(kept);
            }
            let fresh = Totals::of_case(standing.open, &standing.numbers());
            planned.totals = planned.totals.plus(fresh);
            planned.cases.insert(heading.id);
            let wanted = planned.wanted(&opened, standing);
            places.extend(wanted.map(|row| (row.place(), heading.id)));
            Ok::<_, Failure>(())
        })?;
        places.sort_unstable();
        planned.places = places.into();
        Ok(planned)
    }

    pub(super) fn holds(&self, case: CaseId) -> bool {
        self.cases.contains(&case)
    }

    /// The next row, if its place is before that one; any where none is given.
    pub(super) fn next_before(
        &mut self,
        here: Option<&RowPlace>,
    ) -> Result<Option<Selected>, Failure> {
        let is_next = self
            .places
            .front()
            .is_some_and(|(place, _)| here.is_none_or(|here| place < here));
        if !is_next {
            return Ok(None);
        }
        if self.portion.is_empty() {
            self.load_portion()?;
        }
        self.places.pop_front();
        Ok(self.portion.pop_front())
    }

    fn load_portion(&mut self) -> Result<(), Failure> {
        let portion: BTreeSet<_> = self.places.iter().take(PORTION).cloned().collect();
        let cases: BTreeSet<_> = portion.iter().map(|(_, case)| *case).collect();
        let mut rows = BTreeMap::new();
        for case in cases {
            let (opened, standing) = self.plan(case)?;
            for row in self.wanted(&opened, standing) {
                let place = (row.place(), case);
                if portion.contains(&place) {
                    let routine = std::rc::Rc::clone(&opened.routine);
                    rows.insert(
                        place,
                        Selected {
                            found: row,
                            routine,
                        },
                    );
                }
            }
        }
        self.portion = rows.into_values().collect();
        Ok(())
    }

    fn plan(&mut self, case: CaseId) -> Result<(OpenedCase, Standing), Failure> {
        let stored = self.reading.case_by_id(case)?;
        let opened = self.ctx.desk.open(stored)?;
        let standing = opened.standing(self.ctx.today());
        Ok((opened, standing))
    }

    fn wanted(&self, opened: &OpenedCase, standing: Standing) -> impl Iterator<Item = FoundRow> {
        let rows = standing.rows.into_iter();
        let found = rows.map(|row| Selected::of(opened, row).found);
        found.filter(|found| self.query.wants(found))
    }
}
