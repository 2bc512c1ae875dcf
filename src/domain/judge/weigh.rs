//! An event held against what its verb records today, and whether what differs is a fault or a remark.

use super::{Doubt, Judge};
use crate::domain::{
    case::Case,
    condition::{Condition, Missing},
    decide::Refusal,
    event::{Event, RoundDates, What},
    plan::Plan,
    routine::AnswerKind,
    texts::REDACTED,
    validate::rests_on,
};

impl Judge<'_> {
    pub(super) fn said_again(&mut self, event: &Event, what: &What) -> bool {
        let again = match self.draft.again(event) {
            Ok(again) => again,
            Err(refusal) => {
                match self.is_fault(&refusal, what) {
                    Some(is_fault) => self.find(refusal, is_fault),
                    None => self.dates_differ(event),
                }
                return false;
            }
        };
        let can_tell = match what {
            What::RoundsOpened { .. } => self.can_tell(what, true),
            What::Answered { question, .. } => !self.taken_out.contains(question),
            _ => true,
        };
        match again {
            None if can_tell => {
                // Which rounds an outcome opens is the planner's to say; what was taken out reads as if never said.
                let is_fault = !matches!(
                    what,
                    What::RoundsOpened { .. } | What::RoleHeld { .. } | What::Answered { .. }
                );
                self.find(Doubt::Nothing, is_fault);
            }
            Some(again) if again != *what && can_tell => self.differs(event, &again),
            _ => {}
        }
        true
    }

    fn differs(&mut self, event: &Event, again: &What) {
        self.dates_differ(event);
        let (mut recorded, mut again) = (event.what.clone(), again.clone());
        dates_of(&mut recorded);
        dates_of(&mut again);
        let is_day = matches!(&recorded, What::Skipped { on, .. } if *on != event.stamp.day);
        if recorded != again && (is_day || self.can_tell(&event.what, true)) {
            self.find(Doubt::Otherwise, is_day);
        }
    }

    fn dates_differ(&mut self, event: &Event) {
        if let (Some(dates), Some(step)) = (dates_of(&mut event.what.clone()), event.what.step())
            && self.can_tell(&event.what, false)
            && dates != self.dates_of(self.draft.case(), event)
            && dates != self.dates_of(self.draft.case_before(), event)
        {
            // Where only one date can ever have been given. Planners have differed on the others.
            let rounds = self.draft.case().rounds_of(step).last();
            let is_plain = rounds.is_none_or(|round| round.reopened.is_none());
            self.find(Doubt::Dates, is_plain && !self.is_variable(&event.what));
        }
    }

    fn dates_of(&self, case: &Case, event: &Event) -> RoundDates {
        let today = event.stamp.day;
        let on = event.what.done_on().unwrap_or(today);
        let step = event.what.step();
        let row = step.and_then(|step| Plan::latest_of(self.routine, case, step, today, on));
        row.map(|row| row.dates).unwrap_or_default()
    }

    /// Whether versions of the program have differed on the step's rounds: on those of a repeating step, and on what
    /// hangs on an answer that stands for a time.
    fn is_variable(&self, what: &What) -> bool {
        let Some(step) = what.step().and_then(|step| self.routine.step(step)) else {
            return false;
        };
        let phase = self
            .routine
            .phase_of(&step.id)
            .and_then(|it| it.when.as_ref());
        let items = step.items.iter().filter_map(|item| item.when.as_ref());
        let looked_at = items.chain(phase).flat_map(Condition::looks_at);
        let stands =
            |fact| matches!(fact, Missing::Question(id) if self.routine.stands(&id).is_some());
        step.repeats() || looked_at.chain(rests_on(step)).any(stands)
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
            | Refusal::UnknownPhase(_)
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
            // When such a step has a round left is the planner's to say.
            Refusal::NotApplicable { .. }
            | Refusal::Undecided { .. }
            | Refusal::Ended { .. }
            | Refusal::NoSuchRound { .. }
            | Refusal::NotLater { .. }
                if self.can_tell(what, false) =>
            {
                Some(!self.is_variable(what))
            }
            // That is found by itself.
            Refusal::ItemSettled { .. } => None,
            _ if !self.can_tell(what, true) => None,
            Refusal::ItemNotApplicable { .. } => Some(!self.is_variable(what)),
            _ => Some(false),
        }
    }
}

fn dates_of(what: &mut What) -> Option<RoundDates> {
    match what {
        What::Done { dates, .. } | What::Skipped { dates, .. } => Some(std::mem::take(dates)),
        _ => None,
    }
}
