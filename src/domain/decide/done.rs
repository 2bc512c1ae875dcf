//! Recording that a step was done.

use chrono::NaiveDate;

use super::items::unanswered_of;
use super::{Draft, Refusal, Warning};
use crate::domain::condition::Missing;
use crate::domain::event::What;
use crate::domain::ids::StepId;
use crate::domain::plan::{Plan, Row, WaitsFor};
use crate::domain::redacted::REDACTED;
use crate::domain::routine::{Gate, Step};

/// How a step or part was done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HowDone {
    /// The day; `None` when unknown.
    pub on: Option<NaiveDate>,
    /// The ground or reason for going past what does not hold.
    pub despite: Option<String>,
    /// Who decided that: a function.
    pub decided_by: Option<String>,
}

/// The ground or reason recorded for going past what does not hold, and who decided that.
pub(super) type Ground = (Option<String>, Option<String>);

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
        self.on_day(how.on, |draft| draft.done_on_its_day(step, how))
    }

    fn done_on_its_day(&mut self, step: &StepId, how: &HowDone) -> Result<(), Refusal> {
        let row = self.round_to_do(step);
        if let Some(on) = how.on
            && let Some(round) = done_on_unknown_day(&row, step)
        {
            let (despite, decided_by) = self.passing_by_day(step, round, on, how)?;
            return self.add(What::DayKnown {
                step: step.clone(),
                round,
                on,
                despite,
                decided_by,
            });
        }
        self.end_round(&row?, how)
    }

    /// Records that a step was done today. Nobody has said a day here, so none is given to a round that was done on
    /// an unknown one.
    ///
    /// # Errors
    /// As `done`.
    pub fn done_today(&mut self, step: &StepId, how: &HowDone) -> Result<(), Refusal> {
        self.must_be_open()?;
        self.step(step)?;
        let row = self.round_to_do(step)?;
        self.end_round(&row, how)
    }

    fn end_round(&mut self, row: &Row, how: &HowDone) -> Result<(), Refusal> {
        let step = &row.step;
        let rule = self.step(step)?;
        let ground = self.passing(step, how)?;
        let unanswered = unanswered_of(self.routine, &self.case, rule);
        if !unanswered.is_empty() {
            return Err(Refusal::Unanswered {
                step: step.clone(),
                questions: unanswered,
            });
        }
        self.warn_of_old_answers(rule);
        self.end_done(rule, row, how.on, ground)
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
        (despite, decided_by): Ground,
    ) -> Result<(), Refusal> {
        self.add(What::Done {
            step: step.id.clone(),
            round: row.round,
            on,
            dates: row.dates.clone(),
            despite,
            decided_by,
        })?;
        self.follow_outcomes(step, on)
    }

    /// The ground recorded for going past what does not hold on the day of doing; none when everything holds.
    pub(super) fn passing(&mut self, step: &StepId, how: &HowDone) -> Result<Ground, Refusal> {
        let unmet = self.unmet_on(step, self.judged_on());
        self.going_past(step, how, unmet)
    }

    /// The same for a round done on an unknown day that turns out to be one on which less stood than on the day it
    /// was recorded. What has changed otherwise since is no matter: what is done stays done.
    pub(super) fn passing_by_day(
        &mut self,
        step: &StepId,
        round: u32,
        on: NaiveDate,
        how: &HowDone,
    ) -> Result<Ground, Refusal> {
        let rounds = (1..).zip(self.case.rounds_of(step));
        let end = rounds.filter(|(number, _)| *number == round);
        let Some(end) = end.filter_map(|(_, round)| round.end.as_ref()).next() else {
            return Ok((None, None));
        };
        if end.despite.is_some() {
            return Ok((None, None));
        }
        let then = self.unmet_on(step, end.day_entered);
        let mut unmet = self.unmet_on(step, on);
        unmet.retain(|waits_for| !then.contains(waits_for));
        self.going_past(step, how, unmet)
    }

    fn unmet_on(&self, step: &StepId, on: NaiveDate) -> Vec<WaitsFor> {
        Plan::unmet(self.routine, &self.case, step, self.today(), on)
    }

    fn going_past(
        &mut self,
        step: &StepId,
        how: &HowDone,
        unmet: Vec<WaitsFor>,
    ) -> Result<Ground, Refusal> {
        if unmet.is_empty() {
            return Ok((None, None));
        }
        let text = |given: &Option<String>| {
            let given = given.as_deref().map(str::trim);
            given.filter(|given| !given.is_empty()).map(str::to_owned)
        };
        let ground = match text(&how.despite) {
            Some(given) => Some((given, text(&how.decided_by))),
            None => self.ground_of_a_part(step),
        };
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
            let Some((reason, decided_by)) = &ground else {
                return Err(Refusal::NeedsDespite {
                    step: step.clone(),
                    waits_for: unmet,
                    grounds,
                });
            };
            let is_ground = grounds
                .iter()
                .any(|ground| ground.to_lowercase() == reason.to_lowercase());
            if !grounds.is_empty() && !is_ground {
                return Err(Refusal::NotAGround {
                    given: reason.to_owned(),
                    grounds,
                });
            }
            if !grounds.is_empty() && decided_by.is_none() {
                self.warn(Warning::DeciderMissing { step: step.clone() });
            }
        }
        let (despite, decided_by) = ground.unzip();
        Ok((despite, decided_by.flatten()))
    }

    /// The ground that a part of the open round was recorded with, and who decided.
    fn ground_of_a_part(&self, step: &StepId) -> Option<(String, Option<String>)> {
        let round = self.case.rounds_of(step).last()?;
        let mut grounds = round.items.values().filter_map(|mark| {
            let despite = mark.despite.clone().filter(|reason| reason != REDACTED)?;
            Some((despite, mark.decided_by.clone()))
        });
        grounds.next()
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

/// The round of a step that lacks its day: the last one, or the one that the open round waits for.
fn done_on_unknown_day(row: &Result<Row, Refusal>, step: &StepId) -> Option<u32> {
    match row {
        Err(Refusal::Ended {
            round,
            on: None,
            skipped: false,
            ..
        }) => Some(*round),
        Ok(row) => {
            let itself = WaitsFor::Known(Missing::Step(step.clone()));
            row.waits_for
                .contains(&itself)
                .then(|| row.round.checked_sub(1))?
        }
        Err(_) => None,
    }
}
