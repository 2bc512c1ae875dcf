//! Whether what came after a change would still have been accepted without it.

use super::ending::may_close;
use super::items::unanswered_of;
use super::{Draft, Refusal};
use crate::domain::case::Case;
use crate::domain::event::{Event, Stamp, What};
use crate::domain::ids::StepId;
use crate::domain::plan::Plan;
use crate::domain::routine::Routine;

/// Goes through a history from a change on as if that had never been, and stops at the first event that would no longer
/// be accepted. Where texts were taken out, an event may not be accepted even with the change, since what decided it
/// then is not known any more: that one is not held against it.
///
/// # Errors
/// `StandsOn` with that event.
pub(super) fn check_replay(
    routine: &Routine,
    history: &[Event],
    change: u32,
    some_taken_out: bool,
) -> Result<(), Refusal> {
    let start = history.partition_point(|event| event.change < change);
    let (before, after) = history.split_at(start);
    let case = Case::fold(before).map_err(|_| Refusal::BrokenHistory)?;
    let mut with_it = some_taken_out.then(|| at_start(routine, &case));
    let mut without = at_start(routine, &case);
    for events in after.chunk_by(|one, next| one.change == next.change) {
        let is_taken_back = events.iter().any(|event| event.change == change);
        for event in events {
            let can_tell = match &mut with_it {
                Some(with_it) => with_it.go_on(event, true)?,
                None => true,
            };
            if !is_taken_back && !without.go_on(event, can_tell).unwrap_or(false) {
                return Err(stands_on(event));
            }
        }
        if let Some(with_it) = &mut with_it {
            with_it.end_change(events)?;
        }
        // The order of dates is looked at when a change is whole: several may move together.
        if !is_taken_back {
            without.end_change(events)?;
            if let Some(last) = events.last()
                && !has_possible_dates(routine, &without.case)
            {
                return Err(stands_on(last));
            }
        }
    }
    Ok(())
}

fn stands_on(event: &Event) -> Refusal {
    Refusal::StandsOn {
        seq: event.seq,
        step: concerned(&event.what).cloned(),
    }
}

fn at_start<'r>(routine: &'r Routine, case: &Case) -> Draft<'r> {
    Draft {
        routine,
        before: Some(case.clone()),
        case: case.clone(),
        named: None,
        is_careful: false,
        stamp: Stamp::default(),
        next_seq: 0,
        change: 0,
        events: Vec::new(),
        warnings: Vec::new(),
    }
}

impl Draft<'_> {
    /// Takes one more event in, and says whether it would be accepted there, if that is asked.
    fn go_on(&mut self, event: &Event, is_asked: bool) -> Result<bool, Refusal> {
        self.stamp.clone_from(&event.stamp);
        let accepted = !is_asked || self.still_accepts(&event.what);
        let applied = self.case.apply(event);
        applied.map_err(|_| Refusal::BrokenHistory)?;
        Ok(accepted)
    }

    /// The next event begins another change.
    fn end_change(&mut self, events: &[Event]) -> Result<(), Refusal> {
        for event in events {
            let before = self.before.as_mut();
            let applied = before.map_or(Ok(()), |before| before.apply(event));
            applied.map_err(|_| Refusal::BrokenHistory)?;
        }
        Ok(())
    }
}

fn concerned(what: &What) -> Option<&StepId> {
    match what {
        What::RoundsOpened { by, .. } => Some(by),
        _ => what.step(),
    }
}

fn has_possible_dates(routine: &Routine, case: &Case) -> bool {
    routine.key_dates.iter().all(|date| {
        let day = |id| case.dates.get(id).map(|dated| dated.on);
        let other = date.not_before.as_ref().and_then(day);
        day(&date.id).is_none_or(|on| other.is_none_or(|other| on >= other))
    })
}

impl Draft<'_> {
    fn still_accepts(&self, what: &What) -> bool {
        if let What::Reopened { .. } = what {
            return !self.case.is_open();
        }
        if let What::Noted { .. } = what {
            return true;
        }
        self.case.is_open() && self.still_takes(what)
    }

    fn still_takes(&self, what: &What) -> bool {
        match what {
            What::Done {
                step,
                round,
                on,
                despite,
                ..
            } => {
                self.is_in_round(step, *round)
                    && self.check_order_of_rounds(step, *round, *on).is_ok()
                    && self.passing(step, despite.as_deref()).is_ok()
                    && self.has_answers(step)
            }
            What::ItemDone {
                step,
                round,
                item,
                despite,
                ..
            } => {
                let row = self.item_to_do(step, item, None);
                row.is_ok_and(|row| row.round == *round)
                    && self.passing(step, despite.as_deref()).is_ok()
            }
            What::ItemSkipped {
                step, round, item, ..
            } => {
                let row = self.item_to_do(step, item, None);
                row.is_ok_and(|row| row.round == *round)
            }
            What::Skipped { step, round, .. } => self.is_in_round(step, *round),
            What::Planned { step, on } => on.is_none() || self.round_now(step).is_ok(),
            What::DayKnown { step, round, on } => {
                let mut recorded = (1..).zip(self.case.rounds_of(step));
                let lacks_a_day = recorded.any(|(number, recorded)| {
                    let end = recorded.end.as_ref();
                    number == *round && end.is_some_and(|end| end.on.is_none())
                });
                lacks_a_day && self.check_order_of_rounds(step, *round, Some(*on)).is_ok()
            }
            What::Extended {
                step, round, to, ..
            } => {
                let row = self.round_now(step);
                row.is_ok_and(|row| row.round == *round && self.may_extend(&row, *to).is_ok())
            }
            What::RoundsOpened { by, on, .. } => {
                let led_to = self.step(by).map(|step| self.outcome_of(step, Some(*on)));
                led_to.is_ok_and(|led_to| led_to.as_ref() == Some(what))
            }
            What::Closed { reason } => {
                let plan = || Plan::of_latest_rounds(self.routine, &self.case, self.today());
                reason.is_some() || may_close(self.routine, &self.case, &plan())
            }
            _ => true,
        }
    }

    fn is_in_round(&self, step: &StepId, round: u32) -> bool {
        self.round_to_end(step).is_ok_and(|row| row.round == round)
    }

    fn has_answers(&self, step: &StepId) -> bool {
        let step = self.step(step);
        step.is_ok_and(|step| unanswered_of(self.routine, &self.case, step).is_empty())
    }
}
