//! Rounds that were late and whose dates no longer say so: the date was moved after it had passed, or the round is gone.
//!
//! Nothing that is recorded may take lateness out of the reports. So every event is looked at with the plan before it
//! and the plan after it, both on the day it was recorded.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    case::{BrokenHistory, Case},
    event::{Event, What},
    ids::StepId,
    plan::{Plan, Row},
    routine::Routine,
};

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

/// The slips of a case, by step and round.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Slips(pub BTreeMap<(StepId, u32), Slip>);

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
        let mut seen = known;
        let new = history.get(known..).unwrap_or_default();
        for change in new.chunk_by(|one, next| one.change == next.change) {
            // What is recorded under an earlier day than something before it hides nothing that was late by then.
            let days = change.iter().map(|event| event.stamp.day);
            today = days.fold(today, NaiveDate::max);
            // What a change itself says makes nothing late that was not late before it. Nothing is planned for one that
            // moves nothing: a long history has many.
            let late = match change.iter().any(|event| may_move(&event.what)) {
                true => late_rounds(routine, &case, today),
                false => Vec::new(),
            };
            for event in change {
                seen += 1;
                match event.what {
                    What::Undone { .. } => {
                        case = Case::fold(history.get(..seen).unwrap_or(history))?;
                    }
                    _ => case.apply(event)?,
                }
                if may_move(&event.what) {
                    self.take(routine, &late, &case, event.seq, today);
                }
            }
        }
        Ok(())
    }

    fn take(
        &mut self,
        routine: &Routine,
        late: &[LateRound],
        after: &Case,
        by: u32,
        day: NaiveDate,
    ) {
        if late.is_empty() && self.0.is_empty() {
            return;
        }
        let plan = Plan::of(routine, after, day);
        let is_over = |from| after.closed.as_ref().is_some_and(|(on, _)| *on <= from);
        // The row of a round that is to do or has ended. Where a reopening was taken back, the case has been closed since
        // before the date passed, so nobody was late.
        let row_now = |(step, round): &(StepId, u32), from| {
            let is_to_do = |row: &Row| row.status.is_to_do() && !is_over(from);
            let row = plan.round(step, *round);
            row.filter(|row| row.status.is_ended() || is_to_do(row))
        };
        for (late, from) in late {
            let (key, from, fell_on) = ((late.step.clone(), late.round), *from, None);
            // What is put off before its date has passed is late from its first date as before.
            let is_same = |row: &Row| {
                (row.dates.due == late.dates.due || late.dates.due != Some(from))
                    && row.first_due() == late.first_due()
            };
            if !row_now(&key, from).is_some_and(is_same) {
                self.0.entry(key).or_insert(Slip { from, by, fell_on });
            }
        }
        self.0.retain(|key, slip| {
            let row = row_now(key, slip.from);
            slip.fell_on = match row {
                Some(_) => None,
                None => slip.fell_on.or(Some(day)),
            };
            row.is_none_or(|row| row.dates.due != Some(slip.from))
        });
    }
}

/// A round that is late, and the later of its dates that had passed.
type LateRound = (Row, NaiveDate);

fn late_rounds(routine: &Routine, case: &Case, day: NaiveDate) -> Vec<LateRound> {
    let day = case.closed.as_ref().map_or(day, |(on, _)| *on);
    let is_late = |row: &Row| match case.end_of(&row.step, row.round) {
        Some(end) => end.days_late() > Some(0) || end.told_late(case).is_some(),
        None => row.status.is_to_do() && row.first_due().is_some_and(|due| due < day),
    };
    let must_be_done = |row: &Row| routine.step(&row.step).is_some_and(|step| !step.optional);
    let rows = Plan::of(routine, case, day).rows.into_iter();
    let late = rows.filter(|row| must_be_done(row) && is_late(row));
    let dated = late.filter_map(|row| {
        let put_off = row
            .first_due()
            .filter(|_| row.status.is_to_do() && row.dates.due >= Some(day));
        let from = put_off.or(row.dates.due)?;
        Some((row, from))
    });
    dated.collect()
}

fn may_move(what: &What) -> bool {
    !matches!(
        what,
        What::Noted { .. }
            | What::Added { .. }
            | What::RoleHeld { .. }
            | What::Taken { .. }
            | What::ItemDone { .. }
            | What::ItemSkipped { .. }
            | What::Reminded { .. }
            | What::Exported { .. }
            | What::Redacted { .. }
            | What::Closed { .. }
    )
}
