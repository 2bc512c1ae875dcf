//! What a change to a case did to its plan: which rounds moved, and how far.

use chrono::NaiveDate;

use super::{Plan, Row, Status};
use crate::domain::ids::StepId;

/// A round whose date or status a change moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    pub step: StepId,
    pub round: u32,
    /// Its status and date before; `None` for a round that is new.
    pub before: Option<(Status, Option<NaiveDate>)>,
    /// Its status and date now; `None` for a round that is gone.
    pub after: Option<(Status, Option<NaiveDate>)>,
}

impl Moved {
    /// How many days later the round is due now; `None` unless it had and has a date.
    pub fn days(&self) -> Option<i64> {
        let (_, before) = self.before?;
        let (_, after) = self.after?;
        Some((after? - before?).num_days())
    }
}

impl Plan {
    /// The rounds that differ from `earlier` in status or date, in this plan's order, those that are gone last.
    pub fn moved_since(&self, earlier: &Self) -> Vec<Moved> {
        let standing = |row: &Row| (row.status, row.dates.due);
        let moved = self.rows.iter().filter_map(|row| {
            let before = earlier.round(&row.step, row.round).map(standing);
            let after = Some(standing(row));
            (before != after).then(|| Moved {
                step: row.step.clone(),
                round: row.round,
                before,
                after,
            })
        });
        let gone = earlier
            .rows
            .iter()
            .filter(|row| self.round(&row.step, row.round).is_none())
            .map(|row| Moved {
                step: row.step.clone(),
                round: row.round,
                before: Some(standing(row)),
                after: None,
            });
        moved.chain(gone).collect()
    }
}
