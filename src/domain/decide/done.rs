//! Recording that a step was done.

use chrono::NaiveDate;

use super::items::unanswered_of;
use super::{Draft, Refusal, Warning};
use crate::domain::event::What;
use crate::domain::ids::StepId;
use crate::domain::plan::{Plan, Row, WaitsFor};
use crate::domain::redacted::REDACTED;
use crate::domain::routine::{Gate, Step};
use crate::domain::signs::{are_alike, seen};

/// How a step or part was done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HowDone {
    /// The day; `None` when unknown.
    pub on: Option<NaiveDate>,
    /// The ground or reason for going past what does not hold.
    pub despite: Option<String>,
}

impl Draft<'_> {
    /// Records that a step was done, the remaining parts too. Given a day, it also completes a round that
    /// was done on an unknown day.
    ///
    /// # Errors
    /// An unknown step; one that does not apply, is undecided or has ended; a day to come; a requirement
    /// that does not hold without a valid ground; required questions unanswered; a closed case.
    pub fn done(&mut self, step: &StepId, how: &HowDone) -> Result<(), Refusal> {
        self.must_be_open()?;
        self.step(step)?;
        self.must_have_come(how.on)?;
        if let Some(on) = how.on
            && let Some(round) = self.round_lacking_a_day(step, how.on)?
        {
            self.check_order_of_rounds(step, round, how.on)?;
            return self.add(What::DayKnown {
                step: step.clone(),
                round,
                on,
            });
        }
        let row = self.round_meant(step, how.on)?;
        self.end_round(&row, how)
    }

    /// Records that a step was done today. Nobody has said a day here, so none is given to a round that was done on
    /// an unknown one.
    ///
    /// # Errors
    /// As `done`.
    pub fn done_today(&mut self, step: &StepId, despite: Option<&str>) -> Result<(), Refusal> {
        self.must_be_open()?;
        self.step(step)?;
        let row = self.round_meant(step, Some(self.today()))?;
        let how = HowDone {
            on: Some(self.today()),
            despite: despite.map(str::to_owned),
        };
        self.end_round(&row, &how)
    }

    pub(super) fn end_round(&mut self, row: &Row, how: &HowDone) -> Result<(), Refusal> {
        let step = &row.step;
        let rule = self.step(step)?;
        self.check_order_of_rounds(step, row.round, how.on)?;
        let despite = self.passing(step, how.despite.as_deref())?;
        let unanswered = unanswered_of(self.routine, &self.case, rule);
        if !unanswered.is_empty() {
            return Err(Refusal::Unanswered {
                step: step.clone(),
                questions: unanswered,
            });
        }
        self.warn_of_old_answers(rule);
        self.end_done(rule, row, how.on, despite)
    }

    /// The questions that every follow-up asks may have an answer from an earlier one: allowed, but to be seen.
    fn warn_of_old_answers(&mut self, step: &Step) {
        let today = self.today();
        for id in &step.asks {
            let old = self
                .case
                .answers
                .get(id)
                .filter(|answer| answer.stamp.day < today);
            if let Some(answer) = old {
                let warning = Warning::OldAnswer {
                    question: id.clone(),
                    answered: answer.stamp.day,
                    value: answer.value.clone(),
                };
                self.warn(warning);
            }
        }
    }

    pub(super) fn end_done(
        &mut self,
        step: &Step,
        row: &Row,
        on: Option<NaiveDate>,
        despite: Option<String>,
    ) -> Result<(), Refusal> {
        self.add(What::Done {
            step: step.id.clone(),
            round: row.round,
            on,
            dates: row.dates.clone(),
            despite,
        })?;
        self.follow_outcomes(step, on)
    }

    /// The reason recorded for going past what does not hold; `None` when everything holds.
    pub(super) fn passing(
        &self,
        step: &StepId,
        given: Option<&str>,
    ) -> Result<Option<String>, Refusal> {
        let unmet = Plan::unmet(self.routine, &self.case, step, self.today());
        if unmet.is_empty() {
            return Ok(None);
        }
        let given = given.map(|given| seen(given).into_owned());
        let given = given.filter(|given| !given.is_empty());
        let already = self.reason_of_a_part(step);
        let requirements = &self.step(step)?.requires;
        for waits_for in &unmet {
            let WaitsFor::Requirement { index, .. } = waits_for else {
                continue;
            };
            let gate = requirements
                .get(*index)
                .map(|requirement| &requirement.gate);
            let grounds = match gate {
                Some(Gate::Never) => {
                    return Err(Refusal::Barred {
                        step: step.clone(),
                        waits_for: unmet,
                    });
                }
                Some(Gate::Grounds(list)) => {
                    self.routine.grounds.get(list).cloned().unwrap_or_default()
                }
                _ => Vec::new(),
            };
            let Some(reason) = given.as_ref().or(already.as_ref()) else {
                return Err(Refusal::NeedsDespite {
                    step: step.clone(),
                    waits_for: unmet,
                    grounds,
                });
            };
            let is_ground = grounds.iter().any(|ground| are_alike(ground, reason));
            if !grounds.is_empty() && !is_ground {
                return Err(Refusal::NotAGround {
                    given: reason.to_owned(),
                    grounds,
                });
            }
        }
        Ok(given.or(already))
    }

    /// The reason that a part of the round under way was recorded with: it holds for that round alone.
    fn reason_of_a_part(&self, step: &StepId) -> Option<String> {
        let round = self.case.rounds_of(step).last()?;
        if round.end.is_some() {
            return None;
        }
        let mut reasons = round.items.values().filter_map(|mark| mark.despite.clone());
        reasons.find(|reason| reason != REDACTED)
    }

    pub(super) fn must_have_come(&self, on: Option<NaiveDate>) -> Result<(), Refusal> {
        match on {
            Some(on) if on > self.today() => Err(Refusal::InTheFuture {
                on,
                today: self.today(),
            }),
            _ => Ok(()),
        }
    }
}
