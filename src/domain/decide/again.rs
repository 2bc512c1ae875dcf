//! What is recorded when the same is said again: whether an event would still be taken, by the verb that records it.

use super::done::HowDone;
use super::refusal::RequiredText;
use super::{Draft, Refusal, required_text};
use crate::domain::case::Case;
use crate::domain::event::{Event, What};
use crate::domain::ids::StepId;
use crate::domain::plan::Row;
use crate::domain::routine::Routine;

impl<'r> Draft<'r> {
    /// The draft that an event was recorded in, from the case as it was before it. Any day is taken: which are likely
    /// is no matter of whether the history holds together.
    pub(in crate::domain) fn before(routine: &'r Routine, case: &Case, event: &Event) -> Self {
        Self {
            routine,
            case: case.clone(),
            stamp: event.stamp.clone(),
            next_seq: event.seq,
            change: event.change,
            events: Vec::new(),
            warnings: Vec::new(),
            any_day: true,
        }
    }

    /// What is recorded when the same is said again; every kind of event is named, so that none passes unasked.
    ///
    /// # Errors
    /// As the verb that records it.
    pub(in crate::domain) fn again(mut self, what: &What) -> Result<Vec<Event>, Refusal> {
        match what {
            What::Opened { .. } => return Err(Refusal::BrokenHistory),
            What::TriggerSet { trigger } => self.set_trigger(trigger.as_ref())?,
            What::DateSet { date, on } => self.set_date(date, *on)?,
            What::DateConfirmed { date } => self.confirm_date(date)?,
            What::Answered { question, value } => {
                self.answer(question, value.as_deref().unwrap_or_default())?;
            }
            What::RoleHeld { role, by } => self.hold_role(role, by.as_deref())?,
            What::Taken { step, role } => self.take_step(step, role.as_ref())?,
            What::Planned { step, on } => self.book(step, *on)?,
            What::ItemDone {
                step,
                round,
                item,
                on,
                despite,
            } => {
                self.in_round(step, *round)?;
                let despite = despite.clone();
                self.done_item(step, item, &HowDone { on: *on, despite })?;
            }
            What::ItemSkipped {
                step,
                round,
                item,
                reason,
            } => {
                self.in_round(step, *round)?;
                self.skip_item(step, item, reason)?;
            }
            What::Done {
                step,
                round,
                on,
                despite,
                ..
            } => {
                let row = self.in_round(step, *round)?;
                let settled = !row.items.is_empty() && row.items.iter().all(|item| item.settled);
                // With its last part a step is done on the latest part's day, whatever day that was recorded on.
                if !settled || *on != self.latest_part_day(self.step(step)?) {
                    self.must_have_come(*on)?;
                }
                let despite = despite.clone();
                self.end_round(&row, &HowDone { on: *on, despite })?;
            }
            What::DayKnown { step, round, on } => {
                self.must_be_open()?;
                self.step(step)?;
                self.must_have_come(Some(*on))?;
                let mut lacking = (1..).zip(self.case.rounds_of(step));
                let lacks_its_day = lacking.any(|(number, recorded)| {
                    let end = recorded.end.as_ref();
                    number == *round && end.is_some_and(|end| end.on.is_none())
                });
                if !lacks_its_day {
                    // Never so: that round is open, ended on a known day or not there.
                    self.in_round(step, *round)?;
                }
                self.add(what.clone())?;
            }
            What::Skipped {
                step,
                round,
                reason,
                ..
            } => {
                let row = self.in_round(step, *round)?;
                self.end_skipped(&row, required_text(reason, RequiredText::Reason)?)?;
            }
            What::RoundsOpened { by, on, .. } => {
                self.must_be_open()?;
                let step = self.step(by)?;
                self.follow_outcomes(step, Some(*on))?;
            }
            What::Extended {
                step,
                round,
                to,
                reason,
                decided_by,
            } => {
                self.in_round(step, *round)?;
                self.extend(step, *to, reason, decided_by)?;
            }
            What::Reminded { step, round } => {
                self.in_round(step, *round)?;
                self.remind(step)?;
            }
            What::Noted { step, text } => self.note(step.as_ref(), text)?,
            What::Protected { hidden, since } => match since {
                Some(since) => self.keep_protected(*since)?,
                None => self.protect(*hidden)?,
            },
            What::CalendarSet { calendar } => self.set_school_calendar(calendar.clone())?,
            What::Closed { reason } => self.close(reason.as_deref())?,
            What::Reopened { reason } => self.reopen(reason)?,
            // About other events of the history, not about the case.
            What::Exported { .. } | What::Redacted { .. } | What::Undone { .. } => {
                self.add(what.clone())?;
            }
        }
        Ok(self.events)
    }

    /// The round that something can be recorded of, if it is that one.
    pub(super) fn in_round(&self, step: &StepId, round: u32) -> Result<Row, Refusal> {
        self.must_be_open()?;
        self.step(step)?;
        let row = self.round_to_do(step)?;
        if row.round == round {
            return Ok(row);
        }
        Err(Refusal::NoSuchRound {
            step: step.clone(),
            round,
            current: row.round,
        })
    }
}
