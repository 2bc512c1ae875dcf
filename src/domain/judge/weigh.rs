//! An event held against what its verb records today, and whether what differs is a fault or a remark.

use super::{Doubt, Judge};
use crate::domain::case::Case;
use crate::domain::decide::Refusal;
use crate::domain::event::{Event, RoundDates, What};
use crate::domain::plan::Plan;
use crate::domain::redacted::REDACTED;
use crate::domain::routine::AnswerKind;

impl Judge<'_> {
    /// Asks the verb that records such an event; whether it takes it.
    pub(super) fn said_again(&mut self, event: &Event, what: &What) -> bool {
        let seq = event.seq;
        let again = match self.draft.again(event) {
            Ok(again) => again,
            Err(refusal) => {
                if let Some(is_fault) = self.is_fault(&refusal, what) {
                    self.find(seq, Doubt::Refused(refusal), is_fault);
                }
                return false;
            }
        };
        match again {
            None if self.can_tell => {
                // Which rounds an outcome opens is the planner's to say; what was taken out reads as if never said.
                let is_fault = !matches!(
                    what,
                    What::RoundsOpened { .. } | What::RoleHeld { .. } | What::Answered { .. }
                );
                self.find(seq, Doubt::Nothing, is_fault);
            }
            Some(again) if again != *what && self.can_tell => self.differs(event, &again),
            _ => {}
        }
        true
    }

    /// Looks at how an event differs from what is recorded today.
    fn differs(&mut self, event: &Event, again: &What) {
        let (mut recorded, mut again) = (event.what.clone(), again.clone());
        let (dates, _) = (dates_of(&mut recorded), dates_of(&mut again));
        if let (Some(dates), Some(step)) = (dates, event.what.step())
            && dates != self.dates_of(self.draft.case(), event)
            && dates != self.dates_of(self.draft.case_before(), event)
        {
            // Where only one date can ever have been given. Planners have differed on the others.
            let rounds = self.draft.case().rounds_of(step).last();
            let is_plain = rounds.is_none_or(|round| round.reopened.is_none());
            self.find(
                event.seq,
                Doubt::Dates,
                is_plain && !self.repeats(&event.what),
            );
        }
        if recorded != again {
            let is_day = matches!(&recorded, What::Skipped { on, .. } if *on != event.stamp.day);
            self.find(event.seq, Doubt::Otherwise, is_day);
        }
    }

    /// The dates of the open round of the event's step.
    fn dates_of(&self, case: &Case, event: &Event) -> RoundDates {
        let row = event
            .what
            .step()
            .and_then(|step| Plan::latest_of(self.routine, case, step, event.stamp.day));
        row.map(|row| row.dates).unwrap_or_default()
    }

    fn repeats(&self, what: &What) -> bool {
        let step = what.step().and_then(|step| self.routine.step(step));
        step.is_some_and(|step| step.repeats())
    }

    /// Whether what is refused today has always been refused; nothing where that cannot be told.
    fn is_fault(&self, refusal: &Refusal, what: &What) -> Option<bool> {
        match refusal {
            Refusal::UnknownTrigger(_)
            | Refusal::UnknownStep(_)
            | Refusal::UnknownItem { .. }
            | Refusal::UnknownDate(_)
            | Refusal::UnknownQuestion(_)
            | Refusal::UnknownRole(_)
            | Refusal::InTheFuture { .. }
            | Refusal::CaseClosed { .. }
            | Refusal::NotClosed
            | Refusal::NothingToChoose { .. }
            | Refusal::NotACandidate { .. }
            | Refusal::TextMissing(_)
            | Refusal::BrokenHistory => Some(true),
            Refusal::BadAnswer { value, .. } if value == REDACTED => None,
            // Texts and numbers are taken in other forms than they were.
            Refusal::BadAnswer { question, .. } => {
                let asked = self.routine.question(question).map(|asked| &asked.kind);
                Some(!matches!(
                    asked,
                    Some(AnswerKind::Text | AnswerKind::Number)
                ))
            }
            // A ground that was taken out cannot be looked at.
            Refusal::NotAGround { given, .. } if given == REDACTED => None,
            _ if !self.can_tell => None,
            // When a repeating step has a round left is the planner's to say.
            Refusal::NotApplicable { .. }
            | Refusal::Undecided { .. }
            | Refusal::Ended { .. }
            | Refusal::NoSuchRound { .. }
            | Refusal::NotLater { .. } => Some(!self.repeats(what)),
            Refusal::ItemSettled { .. } | Refusal::ItemNotApplicable { .. } => Some(true),
            _ => Some(false),
        }
    }
}

/// Takes the dates of a round that ended out of an event.
fn dates_of(what: &mut What) -> Option<RoundDates> {
    match what {
        What::Done { dates, .. } | What::Skipped { dates, .. } => Some(std::mem::take(dates)),
        _ => None,
    }
}
