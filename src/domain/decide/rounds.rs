//! Which round of a step is meant: the one that is to be done, unless another is as likely.

use chrono::NaiveDate;

use super::{Draft, Refusal, Result};
use crate::domain::{
    case::RoundEnd,
    condition::Missing,
    due_rule::Series,
    facts::CaseOn,
    ids::StepId,
    plan::{Row, RuleInForce, WaitsFor},
    routine::Step,
};

impl Draft<'_> {
    /// Says which round of a step the verbs after this are about. They refuse any other.
    pub fn name_round(&mut self, step: &StepId, round: u32) {
        self.named.insert(step.clone(), round);
    }

    /// From here on a round is only recorded if it is clear which one is meant.
    pub fn be_careful(&mut self) {
        self.is_careful = true;
    }

    /// The round of a step that something is recorded of, on a day. Where somebody is careful, it is refused unless it
    /// was named or must be the one that is meant: of a repeating step not before it opens or while the date of the one
    /// before is still to come, and of any step only when it has begun or the day is later than the one before ended.
    /// Somebody else may have recorded that one just now.
    pub(super) fn round_meant(&self, step: &StepId, on: Option<NaiveDate>) -> Result<Row> {
        let row = self.round_to_end(step);
        if let Some(named) = self.named_of(step) {
            return self.check_named(step, named, row);
        }
        let row = row?;
        let has_begun = row.items.iter().any(|item| item.settled);
        if self.is_careful && !has_begun && self.may_be_another(&row, on) {
            // Nobody is told to name a round that would be refused on that day.
            self.check_order_of_rounds(step, row.round, on)?;
            return Err(self.which_round(step, vec![row.round]));
        }
        Ok(row)
    }

    fn may_be_another(&self, row: &Row, on: Option<NaiveDate>) -> bool {
        let today = self.today();
        let repeats = self.routine.step(&row.step).is_some_and(Step::repeats);
        let opens = row.dates.earliest.filter(|_| repeats);
        if opens.is_some_and(|opens| on.unwrap_or(today) < opens) {
            return true;
        }
        let Some(last) = self.case.latest_end(&row.step) else {
            return false;
        };
        let last_date = last.dates.raw_due;
        let last_date = last_date.filter(|_| repeats && !self.is_rolling(&row.step));
        if last_date.is_some_and(|last| on.unwrap_or(today) <= last) {
            return true;
        }
        match (last.on, on) {
            (Some(last), Some(on)) => on <= last,
            // An unknown day is no later than it was recorded.
            (Some(_), None) => last.stamp.day == today,
            (None, on) => on.unwrap_or(today) <= last.stamp.day,
        }
    }

    pub(super) fn named_of(&self, step: &StepId) -> Option<u32> {
        self.named.get(step).copied()
    }

    fn check_named(&self, step: &StepId, round: u32, row: Result<Row>) -> Result<Row> {
        let current = match &row {
            Ok(current) if current.round == round => return row,
            Ok(row) => row.round,
            Err(Refusal::Ended { round, .. }) => *round,
            Err(_) => return row,
        };
        match self.case.end_of(step, round) {
            Some(_) => Err(self.ended(step, round)),
            None => Err(Refusal::NoSuchRound {
                step: step.clone(),
                round,
                current,
            }),
        }
    }

    /// The round that was done on an unknown day and that a day belongs to. A day later than the round was recorded is
    /// another round's, if there is one to be done.
    pub(super) fn round_lacking_a_day(&self, step: &StepId, on: NaiveDate) -> Result<Option<u32>> {
        let lacks = |end: &RoundEnd| end.on.is_none() && end.skipped.is_none();
        if let Some(named) = self.named_of(step) {
            return Ok(
                Some(named).filter(|named| self.case.end_of(step, *named).is_some_and(lacks))
            );
        }
        let row = self.round_to_end(step);
        let itself = WaitsFor::Known(Missing::Step(step.clone()));
        let rounds = (1..).zip(self.case.rounds_of(step));
        let lacking = rounds.filter_map(|(number, round)| {
            let end = round.end.as_ref().filter(|end| lacks(end))?;
            Some((number, end.stamp.day))
        });
        let may_be = |(_, recorded): &(u32, NaiveDate)| row.is_err() || on <= *recorded;
        let may_be = lacking.clone().filter(may_be);
        let mut may_be: Vec<u32> = may_be.map(|(number, _)| number).collect();
        let comes_in_order = |round: &u32| self.check_order_of_rounds(step, *round, Some(on));
        if may_be.iter().any(|round| comes_in_order(round).is_ok()) {
            may_be.retain(|round| comes_in_order(round).is_ok());
        }
        match (&may_be[..], row) {
            ([], Ok(row)) if row.waits_for.contains(&itself) => {
                let waited_for = lacking.last().map(|(number, _)| number);
                let both = waited_for.into_iter().chain([row.round]);
                Err(self.which_round(step, both.collect()))
            }
            ([], _) => Ok(None),
            ([only], _) => Ok(Some(*only)),
            _ => Err(self.which_round(step, may_be)),
        }
    }

    /// Refuses a day that would turn a rolling rule's rounds about: each counts from the one before.
    pub(super) fn check_order_of_rounds(
        &self,
        step: &StepId,
        round: u32,
        on: Option<NaiveDate>,
    ) -> Result {
        let Some(on) = on.filter(|_| self.is_rolling(step)) else {
            return Ok(());
        };
        let day_of = |round: Option<u32>| self.case.end_of(step, round?)?.on;
        let earlier = day_of(round.checked_sub(1)).filter(|earlier| on < *earlier);
        let later = day_of(round.checked_add(1)).filter(|later| *later < on);
        match earlier.or(later) {
            Some(other_on) => Err(Refusal::OrderOfRounds {
                step: step.clone(),
                on,
                other_on,
            }),
            None => Ok(()),
        }
    }

    fn is_rolling(&self, step: &StepId) -> bool {
        let case = CaseOn::new(self.routine, self.case_before(), self.judged_on());
        let step = self.routine.step(step);
        let repeating = step.and_then(|step| RuleInForce::of(step, case).repeating());
        repeating.is_some_and(|repeating| matches!(repeating.series, Series::Rolling(_)))
    }

    pub(super) fn ended(&self, step: &StepId, round: u32) -> Refusal {
        let end = self.case.end_of(step, round);
        Refusal::Ended {
            step: step.clone(),
            round,
            skipped: end.is_some_and(|end| end.skipped.is_some()),
            on: end.and_then(|end| end.on),
            by: end.map(|end| end.stamp.who.clone()).unwrap_or_default(),
            recorded: end.map(|end| end.stamp.day),
        }
    }

    fn which_round(&self, step: &StepId, rounds: Vec<u32>) -> Refusal {
        let under_way = self.round_to_end(step).ok();
        let opens = under_way.and_then(|row| row.dates.earliest);
        Refusal::WhichRound {
            step: step.clone(),
            rounds,
            opens: opens.filter(|opens| *opens > self.today()),
        }
    }
}
