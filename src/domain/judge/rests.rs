//! What can be told of a history of which answers were taken out: all that does not rest on them.

use std::collections::HashSet;

use super::Judge;
use crate::domain::{
    condition::{Condition, Missing},
    decide::Refusal,
    event::What,
    ids::StepId,
    validate::rests_on,
};

impl Judge<'_> {
    /// Whether a step's dates and whether it applies rest on no answer that was taken out, nor does what is named beside.
    pub(super) fn can_tell(&self, step: &StepId, beside: Vec<Missing>) -> bool {
        let mut left = beside;
        left.push(Missing::Step(step.clone()));
        let mut seen = HashSet::new();
        while let Some(fact) = left.pop().filter(|_| !self.taken_out.is_empty()) {
            match &fact {
                _ if seen.contains(&fact) => {}
                Missing::Question(id) if self.taken_out.contains(id) => return false,
                Missing::Question(id) => {
                    let stands = self.routine.stands(id).into_iter();
                    let others =
                        stands.flat_map(|stands| stands.with.into_iter().chain(stands.until));
                    for other in others {
                        let when = self.routine.question(&other).and_then(|q| q.when.as_ref());
                        left.extend(when.into_iter().flat_map(Condition::looks_at));
                        left.push(Missing::Question(other));
                    }
                }
                Missing::Step(id) => {
                    let phase = self
                        .routine
                        .phase_of(id)
                        .and_then(|phase| phase.when.as_ref());
                    left.extend(phase.into_iter().flat_map(Condition::looks_at));
                    left.extend(self.routine.step(id).into_iter().flat_map(rests_on));
                }
                Missing::Trigger | Missing::Date(_) | Missing::SchoolCalendar => {}
            }
            seen.insert(fact);
        }
        true
    }

    /// The same of a refusal, which may rest on more of the step.
    pub(super) fn can_tell_why(&self, refusal: &Refusal, what: &What) -> bool {
        let Some(step) = what.step().and_then(|step| self.routine.step(step)) else {
            return self.taken_out.is_empty();
        };
        let beside = match refusal {
            Refusal::NeedsDespite { .. } | Refusal::Barred { .. } | Refusal::NotAGround { .. } => {
                return self.can_tell_ground(what);
            }
            Refusal::ItemNotApplicable { .. } => {
                let parts = step.items.iter().flat_map(|item| &item.when);
                parts.flat_map(Condition::looks_at).collect()
            }
            Refusal::Unanswered { .. } => {
                let asked = self.routine.questions_of(step);
                let asked = asked.flat_map(|asked| {
                    let when = asked.when.iter().flat_map(Condition::looks_at);
                    when.chain([Missing::Question(asked.id.clone())])
                });
                asked.collect()
            }
            _ => Vec::new(),
        };
        self.can_tell(&step.id, beside)
    }

    /// The same of the ground that something was recorded with, or would have needed.
    pub(super) fn can_tell_ground(&self, what: &What) -> bool {
        let step = what.step().and_then(|step| self.routine.step(step));
        step.is_none_or(|step| {
            let required = step.requires.iter().map(|required| &required.condition);
            self.can_tell(&step.id, required.flat_map(Condition::looks_at).collect())
        })
    }

    /// The same of what the outcomes of a step led to.
    pub(super) fn can_tell_outcome(&self, step: &StepId) -> bool {
        let outcomes = self
            .routine
            .step(step)
            .into_iter()
            .flat_map(|step| &step.outcomes);
        let beside = outcomes.flat_map(|outcome| {
            let reopened = outcome.reopen.iter().cloned().map(Missing::Step);
            reopened.chain(outcome.when.iter().flat_map(Condition::looks_at))
        });
        self.can_tell(step, beside.collect())
    }
}
