//! Closing a case and opening it again.

use super::refusal::RequiredText;
use super::{Draft, Refusal, Warning, required_text};
use crate::domain::case::{Case, FactsThen};
use crate::domain::condition::{Truth, holds};
use crate::domain::event::What;
use crate::domain::ids::StepId;
use crate::domain::plan::{Plan, Status};
use crate::domain::routine::Routine;
use crate::domain::signs::seen;

impl Draft<'_> {
    /// Closes the case. Without a reason only when nothing is left that holds it open.
    ///
    /// # Errors
    /// A closed case; steps left and no reason.
    pub fn close(&mut self, reason: Option<&str>) -> Result<(), Refusal> {
        self.must_be_open()?;
        let reason = reason.map(|reason| seen(reason).into_owned());
        let reason = reason.filter(|reason| !reason.is_empty());
        let left = steps_left(self.routine, &self.case, &self.plan());
        if reason.is_none() && !left.is_empty() {
            return Err(Refusal::StepsLeft(left));
        }
        self.warn_of_what_is_late();
        self.add(What::Closed { reason })
    }

    /// Repeating steps hold no case open, but closing one that is late takes it out of the report.
    fn warn_of_what_is_late(&mut self) {
        let today = self.today();
        for row in self.plan().rows {
            let optional = self
                .routine
                .step(&row.step)
                .is_none_or(|step| step.optional);
            let late = row
                .dates
                .due
                .filter(|due| *due < today && row.status.is_to_do());
            if let (Some(due), false) = (late, optional) {
                self.warn(Warning::ClosedLate {
                    step: row.step.clone(),
                    days: (today - due).num_days(),
                });
            }
        }
    }

    /// Opens a closed case again. Its clock has gone on.
    ///
    /// # Errors
    /// A case that is open; no reason.
    pub fn reopen(&mut self, reason: &str) -> Result<(), Refusal> {
        if self.case.is_open() {
            return Err(Refusal::NotClosed);
        }
        let reason = required_text(reason, RequiredText::Reason)?;
        self.add(What::Reopened { reason })
    }
}

/// Whether the case may be closed without a reason.
pub fn may_close(routine: &Routine, case: &Case, plan: &Plan) -> bool {
    steps_left(routine, case, plan).is_empty()
}

/// The steps that hold a case open: none after an outcome that may end it. What an outcome was is settled when its
/// round ends, like the rounds that it opens.
fn steps_left(routine: &Routine, case: &Case, plan: &Plan) -> Vec<StepId> {
    let ends_here = routine.steps().any(|(_, step)| {
        let then = case
            .latest_done(&step.id)
            .map(|end| FactsThen(case, end.seq));
        let mut closing = step.outcomes.iter().filter(|outcome| outcome.close);
        then.is_some_and(|then| {
            closing.any(|outcome| holds(outcome.when.as_ref(), &then) == Truth::True)
        })
    });
    if ends_here {
        return Vec::new();
    }
    routine
        .steps()
        .filter(|(_, step)| !step.optional && !step.repeats())
        .filter(|(_, step)| {
            plan.latest(&step.id)
                .is_none_or(|row| !row.status.is_ended() && row.status != Status::NotApplicable)
        })
        .map(|(_, step)| step.id.clone())
        .collect()
}
