//! The plan: every step of a case with its status and dates, a pure function of routine, history and calendar.

mod ahead;
mod anchor;
mod changes;
mod dating;
mod planner;
mod pressure;
mod row;

use chrono::NaiveDate;

pub use changes::Moved;
pub use pressure::Pressed;
pub use row::{Derivation, Ended, ItemState, Row, Status, WaitsFor};

pub use self::planner::MOST_ROUNDS_AHEAD;
use self::planner::Planner;
use super::case::Case;
use super::ids::StepId;
use super::routine::Routine;

/// Goes up whenever the same events may give other rows: stored rows of another version are planned anew.
pub const PLANNER_VERSION: u32 = 3;

/// Every step of a case, round by round, in the file's order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The rows; a step has one or more, its rounds in order.
    pub rows: Vec<Row>,
}

impl Plan {
    /// Where the case stands on `today`.
    pub fn of(routine: &Routine, case: &Case, today: NaiveDate) -> Self {
        Planner::new(routine, case, today).plan()
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
        let planner = Planner::new(routine, case, today).looking_ahead(until);
        let plan = planner.plan();
        planner.had_room_ahead().then_some(plan)
    }

    /// A step's latest round alone, where the others are of no interest, with conditions judged `on` a day.
    pub fn latest_of(
        routine: &Routine,
        case: &Case,
        step: &StepId,
        today: NaiveDate,
        on: NaiveDate,
    ) -> Option<Row> {
        let planner = Planner::new(routine, case, today).judged_on(on);
        planner.rows_of(step).last().cloned()
    }

    /// The requirements of a step that do not hold on a day, whatever its status.
    pub fn unmet(routine: &Routine, case: &Case, step: &StepId, on: NaiveDate) -> Vec<WaitsFor> {
        let planner = Planner::new(routine, case, on);
        routine
            .step(step)
            .map_or_else(Vec::new, |step| planner.unmet_requirements(step))
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
}
