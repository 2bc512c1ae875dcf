//! What is recorded when the same is said again: whether an event would still be taken, by the verb that records it.

use super::{Draft, NewStep, Refusal, Result, done::HowDone, refusal::RequiredText, required_text};
use crate::domain::{
    case::{BrokenHistory, Case},
    event::{Event, Stamp, What},
    ids::StepId,
    plan::Row,
    routine::Routine,
};

impl<'r> Draft<'r> {
    /// A draft in which a history is said again, event by event, from the case as it was at some change's beginning. Any
    /// day is taken: which are likely is no matter of whether the history holds together.
    pub(crate) fn replaying(routine: &'r Routine, case: Case) -> Self {
        Self {
            before: Some(case.clone()),
            any_day: true,
            is_replay: true,
            ..Self::new(routine, case, Stamp::default())
        }
    }

    pub(crate) fn case_before(&self) -> &Case {
        self.before.as_ref().unwrap_or(&self.case)
    }

    pub(crate) fn go_on(&mut self, event: &Event) -> Result<(), BrokenHistory> {
        self.case.apply(event)
    }

    /// Goes on in another case, as where a change was taken back.
    pub(crate) fn go_on_in(&mut self, case: Case) {
        self.before = Some(case.clone());
        self.case = case;
    }

    /// These events, taken in before, were a whole change.
    pub(crate) fn end_change(&mut self, events: &[Event]) -> Result<(), BrokenHistory> {
        let Some(before) = &mut self.before else {
            return Ok(());
        };
        events.iter().try_for_each(|event| before.apply(event))
    }

    pub(crate) fn led_to(&self, what: &What) -> Option<What> {
        match what {
            What::Done { step, on, .. } => self.outcome_of(self.step(step).ok()?, *on),
            _ => None,
        }
    }

    /// What is recorded when the same is said again, but for what follows from it; every kind of event is named, so that
    /// none passes unasked.
    pub(crate) fn again(&mut self, event: &Event) -> Result<Option<What>> {
        self.stamp.clone_from(&event.stamp);
        self.judged_on = event.what.done_on();
        self.events.clear();
        self.warnings.clear();
        self.say(&event.what)?;
        Ok(self.events.pop().map(|event| event.what))
    }

    fn say(&mut self, what: &What) -> Result {
        match what {
            What::Opened { .. } => Err(Refusal::BrokenHistory),
            What::TriggerSet { trigger } => self.set_trigger(trigger.as_ref()),
            What::DateSet { date, on } => self.set_date(date, *on),
            What::DateConfirmed { date } => self.confirm_date(date),
            What::Answered { question, value } => {
                self.answer(question, value.as_deref().unwrap_or_default())
            }
            What::RoleHeld { role, by } => self.hold_role(role, by.as_deref()),
            What::Taken { step, role } => self.take_step(step, role.as_ref()),
            What::Planned { step, on } => self.book_any(step, *on),
            What::ItemDone { step, item, .. } => {
                self.in_round(what)?;
                self.done_item(step, item, &how(what))
            }
            What::ItemSkipped {
                step, item, reason, ..
            } => {
                self.in_round(what)?;
                self.skip_item(step, item, reason)
            }
            What::Done { step, on, .. } => {
                let row = self.in_round(what)?;
                // With its last part a step is done on the latest part's day, whatever day that was recorded on.
                if !row.has_all_parts(self.case.round_under_way(step))
                    || *on != self.latest_part_day(self.step(step)?)
                {
                    self.must_have_come(*on)?;
                }
                self.end_round(&row, &how(what))
            }
            What::DayKnown {
                step, round, on, ..
            } => {
                self.step_of_open(step)?;
                self.must_have_come(Some(*on))?;
                self.check_order_of_rounds(step, *round, Some(*on))?;
                let end = self.case.end_of(step, *round);
                if end.is_none_or(|end| end.on.is_some()) {
                    // Never so: that round is open, ended on a known day or not there.
                    self.in_round(what)?;
                }
                self.day_known(step, *round, *on, &how(what))
            }
            What::Skipped { reason, .. } => {
                let row = self.in_round(what)?;
                self.end_skipped(&row, required_text(reason, RequiredText::Reason)?)
            }
            What::RoundsOpened { by, on, .. } => {
                let step = self.step_of_open(by)?;
                match self.outcome_of(step, Some(*on)) {
                    Some(opened) => self.add(opened),
                    None => Ok(()),
                }
            }
            What::Extended {
                step,
                to,
                reason,
                decided_by,
                ..
            } => {
                self.in_round_by(what, Self::round_now)?;
                self.extend(step, *to, reason, decided_by)
            }
            What::Reminded {
                step, unanswered, ..
            } => {
                self.in_round_by(what, Self::round_now)?;
                self.reach(step, *unanswered)
            }
            What::Added { step, .. } if self.case.own.contains_key(step) || !step.is_own() => {
                Err(Refusal::BrokenHistory)
            }
            What::Added {
                step,
                title,
                to,
                role,
                phase,
                after,
            } => {
                let new = NewStep {
                    title: title.clone(),
                    to: *to,
                    role: role.clone(),
                    phase: phase.clone(),
                    after: after.clone(),
                };
                self.add_step_as(step.clone(), new)
            }
            What::Noted { step, text } => self.note(step.as_ref(), text),
            What::Protected { hidden, since } => match since {
                Some(since) => self.keep_protected(*since),
                None => self.protect(*hidden),
            },
            What::CalendarSet { calendar } => self.set_school_calendar(calendar.clone()),
            What::Closed {
                reason,
                continued_by,
            } => self.close_for(reason.as_deref(), continued_by.clone()),
            What::Reopened { reason } => self.reopen(reason),
            // About other events of the history, not about the case.
            What::Exported { .. }
            | What::Redacted { .. }
            | What::Undone { .. }
            | What::BroughtOver { .. } => self.add(what.clone()),
        }
    }

    fn in_round(&self, what: &What) -> Result<Row> {
        self.in_round_by(what, Self::round_to_end)
    }

    /// The round that an event names, if it is the one `current` gives.
    fn in_round_by(&self, what: &What, current: fn(&Self, &StepId) -> Result<Row>) -> Result<Row> {
        let (step, round) = what.round().ok_or(Refusal::BrokenHistory)?;
        self.step_of_open(step)?;
        one_round(round, current(self, step)?)
    }
}

fn how(what: &What) -> HowDone {
    let (despite, decided_by) = what.ground();
    HowDone {
        on: what.done_on(),
        despite: despite.cloned(),
        decided_by: decided_by.cloned(),
    }
}

pub(super) fn one_round(round: u32, row: Row) -> Result<Row> {
    if row.round == round {
        return Ok(row);
    }
    Err(Refusal::NoSuchRound {
        step: row.step,
        round,
        current: row.round,
    })
}
