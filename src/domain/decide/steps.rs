//! Skipping, extending and noting.

use chrono::NaiveDate;

use super::refusal::RequiredText;
use super::{Draft, Refusal, required_text};
use crate::domain::event::What;
use crate::domain::ids::StepId;
use crate::domain::plan::Row;

impl Draft<'_> {
    /// Records that a step is not relevant in this case, this round.
    ///
    /// # Errors
    /// An unknown step; one that does not apply, is undecided or has ended; no reason; a closed case.
    pub fn skip(&mut self, step: &StepId, reason: &str) -> Result<(), Refusal> {
        self.must_be_open()?;
        self.step(step)?;
        let row = self.round_meant(step, Some(self.today()))?;
        let reason = required_text(reason, RequiredText::Reason)?;
        self.end_skipped(&row, reason)
    }

    pub(super) fn end_skipped(&mut self, row: &Row, reason: String) -> Result<(), Refusal> {
        self.add(What::Skipped {
            step: row.step.clone(),
            round: row.round,
            on: self.today(),
            reason,
            dates: row.dates.clone(),
        })
    }

    /// Gives a round a later date, by decision. The rule's own date stays beside it.
    ///
    /// # Errors
    /// An unknown step; one that is neither open nor blocked; a date not later than the rule's; no reason or decider.
    pub fn extend(
        &mut self,
        step: &StepId,
        to: NaiveDate,
        reason: &str,
        decided_by: &str,
    ) -> Result<(), Refusal> {
        self.must_be_open()?;
        self.step(step)?;
        let row = self.round_now(step)?;
        self.may_extend(&row, to)?;
        self.add(What::Extended {
            step: step.clone(),
            round: row.round,
            to,
            reason: required_text(reason, RequiredText::Reason)?,
            decided_by: required_text(decided_by, RequiredText::DecidedBy)?,
        })
    }

    pub(super) fn may_extend(&self, row: &Row, to: NaiveDate) -> Result<(), Refusal> {
        let step = row.step.clone();
        if !row.status.is_to_do() {
            let waits_for = row.waits_for.clone();
            return Err(Refusal::NotExtendable { step, waits_for });
        }
        match row.dates.original_due.filter(|due| to <= *due) {
            Some(due) => Err(Refusal::NotLater { step, to, due }),
            None => Ok(()),
        }
    }

    /// Records that whoever answers for a step was reminded of it.
    ///
    /// # Errors
    /// An unknown step; one that does not apply, is undecided or has ended; a closed case.
    pub fn remind(&mut self, step: &StepId) -> Result<(), Refusal> {
        self.must_be_open()?;
        self.step(step)?;
        let row = self.round_now(step)?;
        self.add(What::Reminded {
            step: step.clone(),
            round: row.round,
        })
    }

    /// Writes something down, about a step or the case. A closed case takes notes too.
    ///
    /// # Errors
    /// An unknown step; an empty note.
    pub fn note(&mut self, step: Option<&StepId>, text: &str) -> Result<(), Refusal> {
        if let Some(step) = step {
            self.step(step)?;
        }
        self.add(What::Noted {
            step: step.cloned(),
            text: required_text(text, RequiredText::Note)?,
        })
    }
}
