//! What the answers of a round just done lead to.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Draft, Refusal};
use crate::domain::condition::{Truth, holds};
use crate::domain::consent::CaseOn;
use crate::domain::event::What;
use crate::domain::ids::StepId;
use crate::domain::routine::Step;

impl Draft<'_> {
    /// Gives the steps that the outcomes name a new round; one still under way keeps its own.
    pub(super) fn follow_outcomes(
        &mut self,
        step: &Step,
        on: Option<NaiveDate>,
    ) -> Result<(), Refusal> {
        if step.outcomes.is_empty() {
            return Ok(());
        }
        let mut opened: BTreeMap<StepId, u32> = BTreeMap::new();
        let mut kept = BTreeMap::new();
        let plan = self.plan();
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
        if opened.is_empty() {
            return Ok(());
        }
        self.add(What::RoundsOpened {
            by: step.id.clone(),
            on,
            opened,
            kept,
        })
    }
}
