//! The plan: every step of a case with its status and dates, a pure function of routine, history and calendar.

mod among;
mod anchor;
mod dating;
mod origin;
mod planner;
mod pressure;
mod rounds;
mod row;

use chrono::NaiveDate;

pub(super) use dating::RuleInForce;
pub use origin::{AnchorOrigin, AnswerGiven, Derivation, EntryDate, RoundBefore};
pub use planner::{MOST_ROUNDS_AHEAD, Span};
pub use pressure::Pressure;
use row::has_all_parts;
pub use row::{Ended, ItemState, Row, WaitsFor};

pub use super::status::Status;

use self::planner::Planner;
use super::{case::Case, facts::CaseOn, ids::StepId, routine::Routine};

/// Goes up whenever the same events may give other rows: stored rows of another version are planned anew.
pub const PLANNER_VERSION: u32 = 10;

/// Every step of a case, round by round, in the file's order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The rows; a step has one or more, its rounds in order.
    pub rows: Vec<Row>,
    pub span: Span,
}

impl Plan {
    /// Where the case stands on `today`; a closed one stands as on the day it was closed.
    pub fn of(routine: &Routine, case: &Case, today: NaiveDate) -> Self {
        let on = |day| Self::by(&Planner::new(routine, case, day));
        let mut plan = on(today);
        if !case.is_open() {
            return plan;
        }
        let changes = CaseOn::new(routine, case, today).changes();
        let next = changes.range(today..).filter(|day| **day > today);
        // A consent may stand or not without any row looking at it: the days beside are planned too.
        for day in changes.range(..=today).rev().chain(next) {
            let beside = if *day > today {
                Some(*day)
            } else {
                day.pred_opt()
            };
            let beside = beside.filter(|beside| plan.span.contains(*beside));
            if beside.is_some_and(|beside| on(beside).rows != plan.rows) {
                plan.span.narrow(*day, today);
            }
        }
        plan
    }

    /// The same, and beyond: a step counts as done on its due date, so that dates which hang on steps
    /// appear too, and repeating rules show their rounds up to `until`. Statuses stay today's. `None` when those
    /// are more than [`MOST_ROUNDS_AHEAD`].
    pub fn looking_ahead(
        routine: &Routine,
        case: &Case,
        today: NaiveDate,
        until: NaiveDate,
    ) -> Option<Self> {
        let mut planner = Planner::new(routine, case, today);
        planner.ahead_until = Some(until);
        let plan = Self::by(&planner);
        planner.had_room_ahead().then_some(plan)
    }

    fn by(planner: &Planner<'_>) -> Self {
        let (rows, span) = planner.plan();
        Self { rows, span }
    }

    /// The latest round of one step, with conditions judged `on` a day.
    pub fn latest_of(
        routine: &Routine,
        case: &Case,
        step: &StepId,
        today: NaiveDate,
        on: NaiveDate,
    ) -> Option<Row> {
        let planner = Planner::judging(routine, case, today, on);
        planner.rows_of(step).last().cloned()
    }

    /// The round of a step that is under way in `before`, with the dates it has there and the parts it has in `case`,
    /// which has gone on from there; `None` when it has ended since, or nothing can be recorded of it.
    pub fn under_way_before(
        routine: &Routine,
        (before, case): (&Case, &Case),
        step: &StepId,
        today: NaiveDate,
        on: NaiveDate,
    ) -> Option<Row> {
        let mut row = Self::latest_of(routine, before, step, today, on)?;
        if !row.status.is_under_way() || case.ends_of(step) != before.ends_of(step) {
            return None;
        }
        let planner = Planner::judging(routine, case, today, on);
        row.items = planner.items(routine.step(step)?, case.round_under_way(step));
        Some(row)
    }

    /// The requirements of a step that do not hold on a day and are in the way of recording it, whatever its status.
    pub fn unmet(routine: &Routine, case: &Case, step: &StepId, on: NaiveDate) -> Vec<WaitsFor> {
        let recorded = case.round_under_way(step);
        let items = |step| Planner::new(routine, case, on).items(step, recorded);
        match routine
            .step(step)
            .is_some_and(|step| has_all_parts(&items(step), recorded))
        {
            true => Vec::new(),
            false => {
                let ended = u32::try_from(case.ends_of(step)).unwrap_or(u32::MAX);
                Self::unmet_ever(routine, case, (step, ended.saturating_add(1)), on)
            }
        }
    }

    /// The requirements of a round of a step that do not hold on a day.
    pub(crate) fn unmet_ever(
        routine: &Routine,
        case: &Case,
        (step, round): (&StepId, u32),
        on: NaiveDate,
    ) -> Vec<WaitsFor> {
        let planner = Planner::judging(routine, case, on, on);
        let step = routine.step(step);
        step.map_or_else(Vec::new, |step| planner.unmet_requirements(step, round))
    }

    /// A step's rounds, oldest first.
    pub fn rows_of<'a>(&'a self, step: &'a StepId) -> impl DoubleEndedIterator<Item = &'a Row> {
        self.rows.iter().filter(move |row| &row.step == step)
    }

    /// A step's latest round.
    pub fn latest(&self, step: &StepId) -> Option<&Row> {
        self.rows.iter().rev().find(|row| &row.step == step)
    }

    /// A step's round of that number.
    pub fn round(&self, step: &StepId, round: u32) -> Option<&Row> {
        self.rows
            .iter()
            .find(|row| &row.step == step && row.round == round)
    }

    /// The rounds that differ from `earlier` in status or date, in this plan's order, those that are gone last.
    pub fn moved_since(&self, earlier: &Self) -> Vec<MovedRound> {
        let standing = |row: &Row| (row.status, row.dates.due);
        let gone = earlier.rows.iter();
        let gone = gone.filter(|row| self.round(&row.step, row.round).is_none());
        let moves = self.rows.iter().chain(gone).map(|row| {
            let in_plan = |plan: &Self| plan.round(&row.step, row.round).map(standing);
            MovedRound {
                step: row.step.clone(),
                round: row.round,
                before: in_plan(earlier),
                after: in_plan(self),
            }
        });
        moves.filter(|moved| moved.before != moved.after).collect()
    }
}

/// A round whose date or status a change moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovedRound {
    pub step: StepId,
    pub round: u32,
    /// Its status and date before; `None` for a round that is new.
    pub before: Option<(Status, Option<NaiveDate>)>,
    /// Its status and date now; `None` for a round that is gone.
    pub after: Option<(Status, Option<NaiveDate>)>,
}

impl MovedRound {
    /// How many days later the round is due now; `None` unless it had and has a date.
    pub fn days(&self) -> Option<i64> {
        let (_, before) = self.before?;
        let (_, after) = self.after?;
        Some((after? - before?).num_days())
    }
}
