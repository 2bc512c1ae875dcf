//! Rounds that were late and whose dates no longer say so: the date was moved after it had passed, or the round is gone.
//!
//! Nothing that is recorded may take lateness out of the reports. So every event is looked at with the plan before it
//! and the plan after it, both on the day it was recorded.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::case::{BrokenHistory, Case};
use super::event::{Event, What};
use super::ids::StepId;
use super::plan::{Plan, Row};
use super::routine::Routine;

/// What became of a round that was late.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slip {
    /// The date it had when that passed.
    pub from: NaiveDate,
    /// The event after which it had that date no longer.
    pub by: u32,
    /// The day from which it does not apply, or nobody knows whether it does; `None` where it has another date.
    pub fell_on: Option<NaiveDate>,
}

/// A step and the number of one of its rounds.
type RoundKey = (StepId, u32);

/// The slips of a case, by step and round.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Slips(pub BTreeMap<RoundKey, Slip>);

impl Slips {
    /// The slips that a whole history comes to.
    pub fn of(routine: &Routine, history: &[Event]) -> Result<Self, BrokenHistory> {
        let first = history.first().map_or(0, |event| event.change);
        let opening = history.partition_point(|event| event.change <= first);
        let case = Case::fold(history.get(..opening).unwrap_or(history))?;
        let mut slips = Self::default();
        slips.follow(routine, case, history, opening)?;
        Ok(slips)
    }

    /// Goes on from the first `known` events of a history, which come to `case`, to its end.
    pub fn follow(
        &mut self,
        routine: &Routine,
        mut case: Case,
        history: &[Event],
        known: usize,
    ) -> Result<(), BrokenHistory> {
        let earlier = history.iter().take(known);
        let latest = earlier.map(|event| event.stamp.day).max();
        let mut today = latest.unwrap_or_default();
        let (mut before, mut change) = (Case::default(), None);
        for (seen, event) in history.iter().enumerate().skip(known) {
            // What a change itself says makes nothing late that was not late before it.
            if change.replace(event.change) != Some(event.change) {
                before.clone_from(&case);
            }
            // What is recorded under an earlier day than something before it hides nothing that was late by then.
            today = today.max(event.stamp.day);
            match event.what {
                What::Undone { .. } => {
                    case = Case::fold(history.get(..=seen).unwrap_or(history))?;
                }
                _ => case.apply(event)?,
            }
            if may_move(&event.what) {
                self.take(routine, [&before, &case], event.seq, today);
            }
        }
        Ok(())
    }

    fn take(&mut self, routine: &Routine, [before, after]: [&Case; 2], by: u32, day: NaiveDate) {
        let late = late_rounds(routine, before, day);
        if late.is_empty() && self.0.is_empty() {
            return;
        }
        for (key, from) in late {
            let fell_on = None;
            self.0.entry(key).or_insert(Slip { from, by, fell_on });
        }
        let plan = Plan::of(routine, after, day);
        self.0.retain(|(step, round), slip| {
            // Where a reopening was taken back, the case has been closed since before the date passed, so nobody was late.
            let closed = after.closed.as_ref();
            let is_over = closed.is_some_and(|(closed, _)| *closed <= slip.from);
            let is_there =
                |row: &&Row| row.status.is_ended() || (row.status.is_to_do() && !is_over);
            let row = plan.round(step, *round).filter(is_there);
            slip.fell_on = match row {
                Some(_) => None,
                None => slip.fell_on.or(Some(day)),
            };
            let stands =
                |row: &Row| [row.dates.due, row.dates.original_due].contains(&Some(slip.from));
            !row.is_some_and(stands)
        });
    }
}

fn late_rounds(routine: &Routine, case: &Case, day: NaiveDate) -> Vec<(RoundKey, NaiveDate)> {
    let day = case.closed.as_ref().map_or(day, |(on, _)| *on);
    let late_from = |row: &Row| match case.end_of(&row.step, row.round) {
        Some(end) => {
            let is_late = end.days_late() > Some(0) || end.told_late(case).is_some();
            row.dates.due.filter(|_| is_late)
        }
        // The date it had before it was put off by a decision: lateness is counted from both.
        None => {
            let due = row.dates.original_due.or(row.dates.due);
            due.filter(|due| row.status.is_to_do() && *due < day)
        }
    };
    let must_be_done = |row: &Row| routine.step(&row.step).is_some_and(|step| !step.optional);
    let rows = Plan::of(routine, case, day).rows.into_iter();
    rows.filter(must_be_done)
        .filter_map(|row| Some((late_from(&row)?, (row.step, row.round))))
        .map(|(from, key)| (key, from))
        .collect()
}

fn may_move(what: &What) -> bool {
    !matches!(
        what,
        What::Noted { .. }
            | What::RoleHeld { .. }
            | What::Taken { .. }
            | What::Planned { .. }
            | What::ItemDone { .. }
            | What::ItemSkipped { .. }
            | What::Reminded { .. }
            | What::Exported { .. }
            | What::Redacted { .. }
            | What::Closed { .. }
    )
}
