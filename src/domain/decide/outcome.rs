//! What the answers of a round just done lead to.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Draft, Refusal};
use crate::domain::condition::{Truth, holds};
use crate::domain::consent::CaseOn;
use crate::domain::event::What;
use crate::domain::ids::StepId;
use crate::domain::plan::Plan;
use crate::domain::routine::Step;

impl Draft<'_> {
    /// Gives the steps that the outcomes name a new round; one still under way keeps its own.
    pub(super) fn follow_outcomes(
        &mut self,
        step: &Step,
        on: Option<NaiveDate>,
    ) -> Result<(), Refusal> {
        match self.outcome_of(step, on) {
            // What was recorded is asked for by itself, once the step counts as done.
            Some(opened) if !self.is_replay => self.add(opened),
            _ => Ok(()),
        }
    }

    /// What the outcomes that hold open anew.
    pub(super) fn outcome_of(&self, step: &Step, on: Option<NaiveDate>) -> Option<What> {
        if step.outcomes.is_empty() {
            return None;
        }
        let mut opened: BTreeMap<StepId, u32> = BTreeMap::new();
        let mut kept = BTreeMap::new();
        let plan = Plan::of_latest_rounds(self.routine, &self.case, self.today());
        let on = on.unwrap_or(self.today());
        let facts = CaseOn::new(self.routine, &self.case, on);
        let named = step
            .outcomes
            .iter()
            .filter(|outcome| holds(outcome.when.as_ref(), &facts) == Truth::True)
            .flat_map(|outcome| &outcome.reopen);
        for id in named {
            match plan.latest(id) {
                Some(row) if row.status.is_ended() => opened.insert(id.clone(), row.round + 1),
                Some(row) => kept.insert(id.clone(), row.round),
                None => None,
            };
        }
        (!opened.is_empty()).then(|| What::RoundsOpened {
            by: step.id.clone(),
            on,
            opened,
            kept,
        })
    }
}
