//! What can be told of a history of which answers were taken out: all that does not rest on them.

use std::collections::HashSet;

use super::Judge;
use crate::domain::{
    condition::{Condition, Missing},
    event::What,
    routine::{Question, Routine, Step},
    validate::rests_on,
};

impl Judge<'_> {
    /// Whether the dates of what is recorded, and whether its step applies, rest on no answer that was taken out; with
    /// `all` nor does what the step requires, asks and leads to.
    pub(super) fn can_tell(&self, what: &What, all: bool) -> bool {
        let ((What::RoundsOpened { by: step, .. }, _) | (_, Some(step))) = (what, what.step())
        else {
            return self.taken_out.is_empty();
        };
        let mut left = vec![Missing::Step(step.clone())];
        if let Some(step) = self.routine.step(step).filter(|_| all) {
            left.extend(beside(self.routine, step));
        }
        let mut seen = HashSet::new();
        while let Some(fact) = left.pop().filter(|_| !self.taken_out.is_empty()) {
            match &fact {
                Missing::Question(id) if self.taken_out.contains(id) => return false,
                _ if seen.contains(&fact) => continue,
                Missing::Question(id) => {
                    let stands = self.routine.stands(id).into_iter();
                    let others = stands.flat_map(|stands| stands.with.iter().chain(&stands.until));
                    left.extend(
                        others
                            .filter_map(|id| self.routine.question(id))
                            .flat_map(asked),
                    );
                }
                Missing::Step(id) | Missing::Booking(id) => {
                    let phase = self
                        .routine
                        .phase_of(id)
                        .and_then(|phase| phase.when.as_ref());
                    left.extend(phase.into_iter().flat_map(Condition::looks_at));
                    left.extend(self.routine.step(id).into_iter().flat_map(rests_on));
                }
                _ => {}
            }
            seen.insert(fact);
        }
        true
    }
}

fn asked(question: &Question) -> impl Iterator<Item = Missing> {
    let when = question.when.iter().flat_map(Condition::looks_at);
    when.chain([Missing::Question(question.id.clone())])
}

fn beside(routine: &Routine, step: &Step) -> Vec<Missing> {
    let required = step.requires.iter().map(|required| &required.condition);
    let parts = step.items.iter().filter_map(|item| item.when.as_ref());
    let outcomes = step
        .outcomes
        .iter()
        .filter_map(|outcome| outcome.when.as_ref());
    let looked_at = required
        .chain(parts)
        .chain(outcomes)
        .flat_map(Condition::looks_at);
    let reopened = step.outcomes.iter().flat_map(|outcome| &outcome.reopen);
    let reopened = reopened.cloned().map(Missing::Step);
    let asked = routine.questions_of(step).flat_map(asked);
    looked_at.chain(reopened).chain(asked).collect()
}
