//! Whether what came after a change would still have been accepted without it.

use super::ending::may_close;
use super::items::unanswered_of;
use super::{Draft, HowDone, Refusal};
use crate::domain::case::Case;
use crate::domain::event::{Event, What};
use crate::domain::ids::StepId;
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
    let mut case = Case::fold(before).map_err(|_| Refusal::BrokenHistory)?;
    let mut with_it = case.clone();
    for (index, event) in after.iter().enumerate() {
        let can_tell = !some_taken_out || accepts(routine, &with_it, event);
        with_it.apply(event).map_err(|_| Refusal::BrokenHistory)?;
        if event.change == change {
            continue;
        }
        let accepted = (!can_tell || accepts(routine, &case, event)) && case.apply(event).is_ok();
        // The order of dates is looked at when a change is whole: several may move together.
        let is_whole = after
            .get(index + 1)
            .is_none_or(|next| next.change != event.change);
        if !accepted || (is_whole && !has_possible_dates(routine, &case)) {
            return Err(Refusal::StandsOn {
                seq: event.seq,
                step: concerned(&event.what).cloned(),
            });
        }
    }
    Ok(())
}

/// Whether an event that was accepted once would be accepted in this case too.
fn accepts(routine: &Routine, case: &Case, event: &Event) -> bool {
    let draft = Draft {
        routine,
        case: case.clone(),
        stamp: event.stamp.clone(),
        judged_on: event.what.done_on(),
        next_seq: event.seq,
        change: event.change,
        events: Vec::new(),
        warnings: Vec::new(),
    };
    draft.still_accepts(&event.what)
}

fn despite_alone(despite: &Option<String>) -> HowDone {
    HowDone {
        despite: despite.clone(),
        ..HowDone::default()
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
    fn still_accepts(mut self, what: &What) -> bool {
        if let What::Reopened { .. } = what {
            return !self.case.is_open();
        }
        if let What::Noted { .. } = what {
            return true;
        }
        self.case.is_open() && self.still_takes(what)
    }

    fn still_takes(&mut self, what: &What) -> bool {
        match what {
            What::Done {
                step,
                round,
                despite,
                ..
            } => {
                self.is_in_round(step, *round)
                    && self.passing(step, &despite_alone(despite)).is_ok()
                    && self.has_answers(step)
            }
            What::ItemDone {
                step,
                round,
                item,
                despite,
                ..
            } => {
                let row = self.item_to_do(step, item);
                row.is_ok_and(|row| row.round == *round)
                    && self.passing(step, &despite_alone(despite)).is_ok()
            }
            What::ItemSkipped {
                step, round, item, ..
            } => {
                let row = self.item_to_do(step, item);
                row.is_ok_and(|row| row.round == *round)
            }
            What::Skipped { step, round, .. } => self.is_in_round(step, *round),
            What::Planned { step, on } => on.is_none() || self.round_to_do(step).is_ok(),
            What::DayKnown {
                step,
                round,
                despite,
                ..
            } => {
                let mut recorded = (1..).zip(self.case.rounds_of(step));
                let lacks_day = recorded.any(|(number, recorded)| {
                    let end = recorded.end.as_ref();
                    number == *round && end.is_some_and(|end| end.on.is_none())
                });
                lacks_day && self.passing_by_day(step, &despite_alone(despite)).is_ok()
            }
            What::Extended {
                step,
                round,
                to,
                reason,
                decided_by,
            } => {
                self.is_in_round(step, *round) && self.extend(step, *to, reason, decided_by).is_ok()
            }
            What::RoundsOpened { by, on, .. } => {
                let led_to = self
                    .step(by)
                    .and_then(|step| self.follow_outcomes(step, Some(*on)));
                led_to.is_ok() && self.events.iter().any(|event| event.what == *what)
            }
            What::Closed { reason } => {
                reason.is_some() || may_close(self.routine, &self.case, &self.plan())
            }
            _ => true,
        }
    }

    fn is_in_round(&self, step: &StepId, round: u32) -> bool {
        self.round_to_do(step).is_ok_and(|row| row.round == round)
    }

    fn has_answers(&self, step: &StepId) -> bool {
        let step = self.step(step);
        step.is_ok_and(|step| unanswered_of(self.routine, &self.case, step).is_empty())
    }
}
