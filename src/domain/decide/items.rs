//! Parts of a step.

use chrono::NaiveDate;

use super::{
    Draft, Refusal, Result, Warning,
    done::{HowDone, unanswered_of},
    refusal::RequiredText,
    required_text,
};
use crate::domain::{
    event::What,
    ids::{ItemId, StepId},
    plan::Row,
    routine::Step,
    texts::REDACTED,
};

impl Draft<'_> {
    /// Records that a part was done. The step is done with its last part.
    pub fn done_item(&mut self, step: &StepId, item: &ItemId, how: &HowDone) -> Result {
        self.must_have_come(how.on)?;
        let (row, how) = self.on_day(how.on, |draft| {
            let row = draft.item_to_do(step, item, how.on)?;
            draft.check_order_of_rounds(step, row.round, how.on)?;
            let how = draft.passing(&row, how)?;
            Ok((row, how))
        })?;
        self.add(What::ItemDone {
            step: step.clone(),
            round: row.round,
            item: item.clone(),
            on: how.on,
            despite: how.despite,
            decided_by: how.decided_by,
        })
    }

    /// Records that a part is not relevant.
    pub fn skip_item(&mut self, step: &StepId, item: &ItemId, reason: &str) -> Result {
        let row = self.item_to_do(step, item, Some(self.today()))?;
        let reason = required_text(reason, RequiredText::Reason)?;
        self.add(What::ItemSkipped {
            step: step.clone(),
            round: row.round,
            item: item.clone(),
            reason,
        })
    }

    pub(super) fn item_to_do(
        &self,
        step: &StepId,
        item: &ItemId,
        on: Option<NaiveDate>,
    ) -> Result<Row> {
        let is_known = self.step_of_open(step)?.item(item.as_str()).is_some();
        let (id, item) = (step, item.clone());
        let step = id.clone();
        if !is_known {
            return Err(Refusal::UnknownItem { step, item });
        }
        let row = self.round_meant(id, on)?;
        match row.items.iter().find(|state| state.id == item) {
            None => Err(Refusal::ItemNotApplicable { step, item }),
            Some(state) if state.settled => Err(Refusal::ItemSettled { step, item }),
            Some(_) => Ok(row),
        }
    }

    /// Ends every step whose last part this change has settled, once its required questions are answered.
    pub(super) fn settle_parts(&mut self) -> Result {
        if !self.case.is_open() {
            return Ok(());
        }
        let routine = self.routine;
        for step in routine.steps() {
            let under_way = self.case.round_under_way(&step.id);
            if under_way.is_some_and(|round| !round.items.is_empty()) {
                let on = self.latest_part_day(step);
                self.on_day(on, |draft| draft.settle_step(step, on))?;
            }
        }
        Ok(())
    }

    fn settle_step(&mut self, step: &Step, on: Option<NaiveDate>) -> Result {
        let Ok(row) = self.round_to_end(&step.id) else {
            return Ok(());
        };
        if row.items.iter().any(|item| !item.settled) {
            return Ok(());
        }
        // Skipping the last part is skipping the step, whatever that requires and asks.
        if let Some(reason) = self.all_parts_skipped(step) {
            return self.end_skipped(&row, reason);
        }
        let questions = unanswered_of(self.routine, &self.case, step);
        if !questions.is_empty() {
            if self.round_now(&step.id).is_ok() {
                let step = step.id.clone();
                self.warn(Warning::OpenUntilAnswered { step, questions });
            }
            return Ok(());
        }
        // A requirement that fell since holds the step, not whatever is recorded now.
        match self.passing(&row, &HowDone::on(on)) {
            Ok(how) => self.end_done(step, &row, how),
            Err(_) => Ok(()),
        }
    }

    /// The day of the latest part; `None` when any part was done on an unknown day.
    pub(super) fn latest_part_day(&self, step: &Step) -> Option<NaiveDate> {
        let round = self.case.rounds_of(&step.id).last()?;
        let done = round.items.values().filter(|mark| mark.skipped.is_none());
        let days: Option<Vec<NaiveDate>> = done.map(|mark| mark.on).collect();
        days?.into_iter().max()
    }

    fn all_parts_skipped(&self, step: &Step) -> Option<String> {
        let round = self.case.rounds_of(&step.id).last()?;
        let skipped = round.items.values().map(|mark| mark.skipped.clone());
        let mut reasons: Vec<String> = skipped.collect::<Option<_>>()?;
        reasons.dedup();
        if reasons.iter().any(|reason| reason != REDACTED) {
            reasons.retain(|reason| reason != REDACTED);
        }
        Some(reasons.join("; "))
    }
}
