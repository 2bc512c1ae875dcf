//! Rounds that were late and whose dates no longer say so: the date was moved after it had passed, or the round is gone.
//!
//! Nothing that is recorded may take lateness out of the reports. So every change is looked at with the plan before it
//! and the plan after it, both on the day it was recorded.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::case::{BrokenHistory, Case};
use super::event::{Event, What};
use super::ids::StepId;
use super::plan::{Plan, Row};
use super::routine::Routine;

/// What became of a round that was late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    ///
    /// # Errors
    /// As [`Case::fold`].
    pub fn of(routine: &Routine, history: &[Event]) -> Result<Self, BrokenHistory> {
        let first = history.first().map_or(0, |event| event.change);
        let opening = history.partition_point(|event| event.change <= first);
        let case = Case::fold(history.get(..opening).unwrap_or(history))?;
        let mut slips = Self::default();
        slips.follow(routine, case, history, opening)?;
        Ok(slips)
    }

    /// Goes on from the first `known` events of a history, which come to `case`, to its end.
    ///
    /// # Errors
    /// As [`Case::fold`].
    pub fn follow(
        &mut self,
        routine: &Routine,
        mut case: Case,
        history: &[Event],
        known: usize,
    ) -> Result<(), BrokenHistory> {
        let (before, new) = history.split_at(known.min(history.len()));
        let mut day = before.iter().map(|event| event.stamp.day).max();
        let mut seen = before.len();
        for change in new.chunk_by(|one, next| one.change == next.change) {
            seen += change.len();
            // A change recorded under an earlier day than the one before it hides nothing that was late by then.
            day = day.max(change.iter().map(|event| event.stamp.day).max());
            let after = match change.iter().any(|e| matches!(e.what, What::Undone { .. })) {
                true => Case::fold(history.get(..seen).unwrap_or(history))?,
                false => with(case.clone(), change)?,
            };
            if let Some(day) = day {
                self.take(routine, [&case, &after], change, day)?;
            }
            case = after;
        }
        Ok(())
    }

    fn take(
        &mut self,
        routine: &Routine,
        [before, after]: [&Case; 2],
        change: &[Event],
        day: NaiveDate,
    ) -> Result<(), BrokenHistory> {
        let moving: Vec<_> = change
            .iter()
            .filter(|event| may_move(&event.what))
            .collect();
        let Some(last) = moving.last() else {
            return Ok(());
        };
        let late = late_rounds(routine, before, day);
        if late.is_empty() && self.0.is_empty() {
            return Ok(());
        }
        let now = Now::of(routine, after, day);
        for (key, from) in late {
            if !now.stands(&key, from) && !self.0.contains_key(&key) {
                let by = match moving.len() {
                    1 => last.seq,
                    _ => mover(routine, before, change, (&key, from), day)?.unwrap_or(last.seq),
                };
                let fell_on = None;
                self.0.insert(key, Slip { from, by, fell_on });
            }
        }
        self.0.retain(|key, slip| {
            slip.fell_on = match now.row(key, slip.from) {
                Some(_) => None,
                None => slip.fell_on.or(Some(day)),
            };
            !now.stands(key, slip.from)
        });
        Ok(())
    }
}

/// A case after a change.
struct Now {
    plan: Plan,
    closed: Option<NaiveDate>,
}

impl Now {
    fn of(routine: &Routine, case: &Case, day: NaiveDate) -> Self {
        Self {
            plan: Plan::of(routine, case, day),
            closed: case.closed.as_ref().map(|(on, _)| *on),
        }
    }

    /// The row of a round that is to do or has ended. Where a reopening was taken back, the case has been closed since
    /// before the date passed, so nobody was late.
    fn row(&self, (step, round): &(StepId, u32), from: NaiveDate) -> Option<&Row> {
        let is_over = self.closed.is_some_and(|closed| closed <= from);
        let row = self.plan.round(step, *round)?;
        let is_there = row.status.is_ended() || (row.status.is_to_do() && !is_over);
        is_there.then_some(row)
    }

    fn stands(&self, key: &(StepId, u32), from: NaiveDate) -> bool {
        let row = self.row(key, from);
        row.is_some_and(|row| row.dates.due == Some(from))
    }
}

/// The rounds that are late in a case on a day, or ended late, with the date that passed.
fn late_rounds(routine: &Routine, case: &Case, day: NaiveDate) -> Vec<((StepId, u32), NaiveDate)> {
    let is_optional = |row: &Row| routine.step(&row.step).is_none_or(|step| step.optional);
    let day = case.closed.as_ref().map_or(day, |(on, _)| *on);
    let is_late = |row: &Row| match case
        .round(&row.step, row.round)
        .and_then(|r| r.end.as_ref())
    {
        Some(end) => end.days_late().is_some_and(|days| days > 0) || end.told_late(case).is_some(),
        None => row.status.is_to_do() && row.dates.due.is_some_and(|due| due < day),
    };
    let rows = Plan::of(routine, case, day).rows.into_iter();
    rows.filter(|row| is_late(row) && !is_optional(row))
        .filter_map(|row| Some(((row.step, row.round), row.dates.due?)))
        .collect()
}

/// The first event of a change after which a round has its date no longer.
fn mover(
    routine: &Routine,
    before: &Case,
    change: &[Event],
    (key, from): (&(StepId, u32), NaiveDate),
    day: NaiveDate,
) -> Result<Option<u32>, BrokenHistory> {
    let mut case = before.clone();
    for event in change {
        case = with(case, std::slice::from_ref(event))?;
        if may_move(&event.what) && !Now::of(routine, &case, day).stands(key, from) {
            return Ok(Some(event.seq));
        }
    }
    Ok(None)
}

fn with(mut case: Case, events: &[Event]) -> Result<Case, BrokenHistory> {
    for event in events {
        case.apply(event)?;
    }
    Ok(case)
}

/// Whether something of that kind can change which rounds there are, or their dates.
fn may_move(what: &What) -> bool {
    match what {
        What::TriggerSet { .. }
        | What::DateSet { .. }
        | What::Answered { .. }
        | What::Done { .. }
        | What::DayKnown { .. }
        | What::Skipped { .. }
        | What::RoundsOpened { .. }
        | What::Extended { .. }
        | What::CalendarSet { .. }
        | What::Undone { .. } => true,
        What::Opened { .. }
        | What::DateConfirmed { .. }
        | What::RoleHeld { .. }
        | What::Taken { .. }
        | What::Planned { .. }
        | What::ItemDone { .. }
        | What::ItemSkipped { .. }
        | What::Reminded { .. }
        | What::Exported { .. }
        | What::Noted { .. }
        | What::Protected { .. }
        | What::Closed { .. }
        | What::Reopened { .. }
        | What::Redacted { .. } => false,
    }
}
