//! Skipping, extending and noting; what a round leads to; rounds of a case that is never opened.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{
    Draft, HowDone, Refusal, Result, again::one_round, refusal::RequiredText, required_text,
};
use crate::domain::{
    condition::Truth,
    event::What,
    facts::{CaseOn, holds},
    ids::StepId,
    plan::{Plan, Row},
    routine::Step,
    routine_test::{Happened, RoundName},
};

impl Draft<'_> {
    /// Records that a step is not relevant in this case, this round.
    pub fn skip(&mut self, step: &StepId, reason: &str) -> Result {
        let row = self.round_meant(step, Some(self.today()))?;
        let reason = required_text(reason, RequiredText::Reason)?;
        self.end_skipped(&row, reason)
    }

    pub(super) fn end_skipped(&mut self, row: &Row, reason: String) -> Result {
        self.add(What::Skipped {
            step: row.step.clone(),
            round: row.round,
            on: self.today(),
            reason,
            dates: row.dates.clone(),
        })
    }

    /// Gives a round a later date, by decision. The rule's own date stays beside it.
    pub fn extend(
        &mut self,
        step: &StepId,
        to: NaiveDate,
        reason: &str,
        decided_by: &str,
    ) -> Result {
        self.step_of_open(step)?;
        self.round_meant(step, Some(self.today()))?;
        let row = self.round_now(step)?;
        let (step, round) = (row.step, row.round);
        if !row.status.is_to_do() {
            let waits_for = row.waits_for;
            return Err(Refusal::NotExtendable { step, waits_for });
        }
        if let Some(due) = row.dates.original_due.filter(|due| to <= *due) {
            return Err(Refusal::NotLater { step, to, due });
        }
        self.add(What::Extended {
            step,
            round,
            to,
            reason: required_text(reason, RequiredText::Reason)?,
            decided_by: required_text(decided_by, RequiredText::DecidedBy)?,
        })
    }

    /// Records that whoever answers for a step was reminded of it.
    pub fn remind(&mut self, step: &StepId) -> Result {
        self.reach(step, false)
    }

    /// Records that somebody tried to, and nobody answered.
    pub fn try_in_vain(&mut self, step: &StepId) -> Result {
        self.reach(step, true)
    }

    pub(super) fn reach(&mut self, step: &StepId, unanswered: bool) -> Result {
        let Row { step, round, .. } = self.round_now(step)?;
        self.add(What::Reminded {
            step,
            round,
            unanswered,
        })
    }

    /// Writes something down, about a step or the case. A closed case takes notes too.
    pub fn note(&mut self, step: Option<&StepId>, text: &str) -> Result {
        if let Some(step) = step {
            self.step(step)?;
        }
        let (step, text) = (step.cloned(), required_text(text, RequiredText::Note)?);
        self.add(What::Noted { step, text })
    }

    /// The new round that the outcomes give steps; one still under way keeps its own.
    pub(super) fn outcome_of(&self, step: &Step, on: Option<NaiveDate>) -> Option<What> {
        if step.outcomes.is_empty() {
            return None;
        }
        let mut opened: BTreeMap<StepId, u32> = BTreeMap::new();
        let mut kept = BTreeMap::new();
        let today = self.today();
        let on = on.unwrap_or(today);
        let facts = CaseOn::new(self.routine, &self.case, on);
        let named = step
            .outcomes
            .iter()
            .filter(|outcome| holds(outcome.when.as_ref(), facts) == Truth::True)
            .flat_map(|outcome| &outcome.reopen);
        for id in named {
            match Plan::latest_of(self.routine, &self.case, id, today, today) {
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

    /// Ends a round whatever it requires; its outcomes follow.
    pub(crate) fn rehearse(
        &mut self,
        name: &RoundName,
        happened: Happened,
        must_apply: bool,
    ) -> Result {
        let step = self.step(&name.step)?;
        let row = self.on_day(happened.on(), |draft| match draft.round_now(&name.step) {
            Err(Refusal::NotApplicable { .. } | Refusal::Undecided { .. }) if !must_apply => {
                draft.latest_round(&name.step)
            }
            row => row,
        })?;
        let row = one_round(name.round.unwrap_or(row.round), row)?;
        match happened.on() {
            None => self.end_skipped(&row, String::new()),
            on => self.end_done(step, &row, HowDone::on(on)),
        }
    }
}
