//! Closing a case and opening it again.

use chrono::NaiveDate;

use super::{Draft, Refusal, Result, Warning, given_text, refusal::RequiredText, required_text};
use crate::domain::{
    case::Case,
    condition::Truth,
    due_rule::DueChoice,
    event::What,
    facts::holds,
    ids::{CaseRef, StepId},
    plan::{Plan, Row, Status},
    routine::{Routine, Step},
};

impl Draft<'_> {
    /// Closes the case. Without a reason only when nothing is left that holds it open, and nothing is late.
    pub fn close(&mut self, reason: Option<&str>) -> Result {
        self.close_for(reason, None)
    }

    /// The same for another case to go on in its stead.
    pub fn close_for(&mut self, reason: Option<&str>, other: Option<CaseRef>) -> Result {
        self.must_be_open()?;
        let reason = reason.and_then(given_text);
        let day = self.case.latest_day.max(self.today());
        let plan = Plan::of(self.routine, &self.case, day);
        if reason.is_none() {
            let left = steps_left(self.routine, &self.case, &plan);
            if !left.is_empty() {
                return Err(Refusal::StepsLeft(left));
            }
            let late = late_steps(self.routine, &plan, day);
            if !late.is_empty() {
                return Err(Refusal::StepsLate(late));
            }
        }
        // Repeating steps hold no case open, but closing one that is late takes it out of what is to be done.
        for (step, days) in late_steps(self.routine, &plan, day) {
            self.warn(Warning::ClosedLate { step, days });
        }
        self.add(What::Closed {
            reason,
            continued_by: other,
        })
    }

    /// Opens a closed case again. Its clock has gone on.
    pub fn reopen(&mut self, reason: &str) -> Result {
        if self.case.is_open() {
            return Err(Refusal::NotClosed);
        }
        let reason = required_text(reason, RequiredText::Reason)?;
        self.add(What::Reopened { reason })
    }
}

/// Whether nothing is left that holds the case open. It is closed without a reason when nothing is late either.
pub fn may_close(routine: &Routine, case: &Case, plan: &Plan) -> bool {
    steps_left(routine, case, plan).is_empty()
}

/// The steps that are late by their first date, and how many days; repeating ones too, which hold no case open.
pub fn late_steps(routine: &Routine, plan: &Plan, today: NaiveDate) -> Vec<(StepId, i64)> {
    let must_be_done = |row: &&Row| {
        let step = routine.step(&row.step);
        row.status.is_to_do() && step.is_some_and(|step| !step.optional)
    };
    let rows = plan.rows.iter().filter(must_be_done);
    rows.filter_map(|row| Some((row.step.clone(), (today - row.first_due()?).num_days())))
        .filter(|(_, days)| *days > 0)
        .collect()
}

/// The steps that hold a case open: none after an outcome that may end it. What an outcome was is settled when its
/// round ends, like the rounds that it opens.
fn steps_left(routine: &Routine, case: &Case, plan: &Plan) -> Vec<StepId> {
    let ends_here = routine.steps().any(|step| {
        let mut closing = step
            .outcomes
            .iter()
            .filter(|outcome| outcome.close)
            .peekable();
        closing
            .peek()
            .and_then(|_| case.after(case.latest_done(&step.id)?.seq))
            .is_some_and(|then| {
                closing.any(|outcome| holds(outcome.when.as_ref(), &then) == Truth::True)
            })
    });
    if ends_here {
        return Vec::new();
    }
    let is_left = |row: &Row| !row.status.is_ended() && row.status != Status::NotApplicable;
    let steps = routine.steps();
    steps
        .filter(|step| case.has(step) && !step.optional)
        .filter(|step| match plan.latest(&step.id) {
            Some(row) => is_left(row) && (!step.repeats() || is_owed(step, row, case)),
            None => !step.repeats(),
        })
        .map(|step| step.id.clone())
        .collect()
}

/// Whether a repeating step holds its case open: each term of a list is wanted, and one round of what is to come at
/// least once.
fn is_owed(step: &Step, row: &Row, case: &Case) -> bool {
    let in_force = row.derivation.as_ref().map(|how| how.rule);
    let rules = step.due.iter().enumerate();
    let mut rules = rules.filter(|(place, _)| in_force.is_none_or(|rule| rule == *place));
    rules.any(|(_, DueChoice { rule, .. })| {
        let is_once = rule
            .repeating()
            .is_some_and(|repeating| repeating.at_least_once);
        rule.terms().is_some() || is_once && case.ends_of(&step.id) == 0
    })
}
