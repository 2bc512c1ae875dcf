//! Recording that a step was done, and the questions that must be answered before it is.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::{Draft, Refusal, Result, Warning, given_text};
use crate::domain::{
    answer::option_meant,
    case::{Case, Round},
    condition::Truth,
    event::What,
    facts::holds,
    ids::{QuestionId, StepId},
    plan::{Plan, Row, WaitsFor},
    routine::{Gate, Question, Routine, Step},
    texts::REDACTED,
};

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

impl HowDone {
    pub(super) fn on(on: Option<NaiveDate>) -> Self {
        Self {
            on,
            ..Self::default()
        }
    }
}

impl Draft<'_> {
    /// Records that a step was done, the remaining parts too. Given a day, it also completes a round that
    /// was done on an unknown day.
    ///
    /// # Errors
    /// An unknown step; one that does not apply, is undecided or has ended; a day to come, or after the one on which it was
    /// recorded as done; a requirement that does not hold without a valid ground; required questions unanswered; a closed case.
    pub fn done(&mut self, step: &StepId, how: &HowDone) -> Result {
        self.step_of_open(step)?;
        self.must_have_come(how.on)?;
        self.on_day(how.on, |draft| {
            if let Some(on) = how.on
                && let Some(round) = draft.round_lacking_a_day(step, on)?
            {
                draft.check_order_of_rounds(step, round, how.on)?;
                return draft.day_known(step, round, on, how);
            }
            let row = draft.round_meant(step, how.on)?;
            draft.end_round(&row, how)
        })
    }

    pub(super) fn day_known(
        &mut self,
        step: &StepId,
        round: u32,
        on: NaiveDate,
        how: &HowDone,
    ) -> Result {
        let end = self.case.end_of(step, round);
        if let Some(recorded) = end.map(|end| end.stamp.day).filter(|day| *day < on) {
            let step = step.clone();
            return Err(Refusal::DoneBefore { step, on, recorded });
        }
        let how = self.passing_by_day(step, round, how)?;
        self.add(What::DayKnown {
            step: step.clone(),
            round,
            on,
            despite: how.despite,
            decided_by: how.decided_by,
        })
    }

    /// Records that a step was done today. Nobody has said a day here, so none is given to a round that was done on
    /// an unknown one.
    pub fn done_today(&mut self, step: &StepId, how: &HowDone) -> Result {
        let row = self.round_meant(step, how.on)?;
        self.end_round(&row, how)
    }

    pub(super) fn end_round(&mut self, row: &Row, how: &HowDone) -> Result {
        let step = &row.step;
        let rule = self.step(step)?;
        self.check_order_of_rounds(step, row.round, how.on)?;
        let how = self.passing(row, how)?;
        let questions = unanswered_of(self.routine, &self.case, rule);
        if !questions.is_empty() {
            let step = step.clone();
            return Err(Refusal::Unanswered { step, questions });
        }
        // The questions that every follow-up asks may have an answer from an earlier one: allowed, but to be seen.
        for id in &rule.asks {
            let answer = self.case.answers.get(id);
            if let Some(answer) = answer.filter(|answer| answer.stamp.day < self.today()) {
                self.warn(Warning::OldAnswer {
                    question: id.clone(),
                    answered: answer.stamp.day,
                    value: answer.value.clone(),
                });
            }
        }
        self.end_done(rule, row, how)
    }

    pub(super) fn end_done(&mut self, step: &Step, row: &Row, how: HowDone) -> Result {
        self.add(What::Done {
            step: step.id.clone(),
            round: row.round,
            on: how.on,
            dates: row.dates.clone(),
            despite: how.despite,
            decided_by: how.decided_by,
        })?;
        // The outcomes give the steps they name a new round. What was recorded is asked for by itself, once the step
        // counts as done.
        match self.outcome_of(step, how.on) {
            Some(opened) if !self.is_replay => self.add(opened),
            _ => Ok(()),
        }
    }

    /// How it is recorded, with the ground for going past what does not hold on the day of doing; without one when
    /// everything holds. Where all parts are recorded, what was required of them was passed then: nothing is in the way.
    pub(super) fn passing(&mut self, row: &Row, how: &HowDone) -> Result<HowDone> {
        let unmet = {
            let round = (&row.step, row.round);
            Plan::unmet_ever(self.routine, &self.case, round, self.judged_on())
        };
        let recorded = self.case.round_under_way(&row.step);
        let is_passed = row.has_all_parts(recorded);
        self.going_past(&row.step, how, unmet, grounds_of_parts(recorded), is_passed)
    }

    /// The same for a round done on an unknown day that turns out to be one on which less stood than on the day it
    /// was recorded. What has changed otherwise since is no matter: what is done stays done.
    fn passing_by_day(&mut self, step: &StepId, round: u32, how: &HowDone) -> Result<HowDone> {
        let unmet = |on| Plan::unmet_ever(self.routine, &self.case, (step, round), on);
        let end = self.case.end_of(step, round);
        let end = end.filter(|end| end.despite.is_none());
        let then = end.map(|end| unmet(end.day_entered));
        let mut unmet = unmet(self.judged_on());
        unmet.retain(|waits| then.as_ref().is_some_and(|then| !then.contains(waits)));
        let grounds = grounds_of_parts(self.case.round(step, round));
        self.going_past(step, how, unmet, grounds, false)
    }

    /// With the ground and the decider that are given, else those that a part of the round was recorded with: the latest
    /// that will do.
    fn going_past(
        &mut self,
        step: &StepId,
        how: &HowDone,
        unmet: Vec<WaitsFor>,
        mut grounds: Vec<Ground>,
        is_passed: bool,
    ) -> Result<HowDone> {
        let mut recorded = HowDone::on(how.on);
        if unmet.is_empty() {
            return Ok(recorded);
        }
        let text = |text: &Option<String>| given_text(text.as_deref()?);
        let (given, decider) = (text(&how.despite), text(&how.decided_by));
        if given.is_some() || grounds.is_empty() {
            grounds = vec![(given.clone(), None)];
        }
        let mut refusal = None;
        for (reason, decided_by) in grounds {
            match self.ground_past(step, &unmet, reason) {
                Ok((despite, is_listed)) => {
                    recorded.decided_by = decider.or(decided_by);
                    recorded.despite = Some(despite);
                    if is_listed && recorded.decided_by.is_none() {
                        self.warn(Warning::DeciderMissing { step: step.clone() });
                    }
                    return Ok(recorded);
                }
                Err(refused) => refusal = refusal.or(Some(refused)),
            }
        }
        match refusal {
            Some(mistyped @ Refusal::NotAGround { .. }) if given.is_some() => Err(mistyped),
            Some(refusal) if !is_passed => Err(refusal),
            _ => Ok(recorded),
        }
    }

    /// The reason as it is recorded, in the routine's spelling if it is one of its grounds, and whether it is.
    fn ground_past(
        &self,
        step: &StepId,
        unmet: &[WaitsFor],
        reason: Option<String>,
    ) -> Result<(String, bool)> {
        let requirements = &self.step(step)?.requires;
        let mut listed = None;
        for waits_for in unmet {
            let WaitsFor::Requirement { index, .. } = waits_for else {
                continue;
            };
            let (step, waits_for) = (step.clone(), unmet.to_vec());
            let gate = requirements.get(*index).map(|required| &required.gate);
            let grounds = match gate {
                Some(Gate::Never) => return Err(Refusal::Barred { step, waits_for }),
                Some(Gate::Grounds(list)) => self.routine.grounds.get(list),
                _ => None,
            };
            let grounds = grounds.map_or(&[][..], Vec::as_slice);
            let Some(given) = &reason else {
                let grounds = grounds.to_vec();
                return Err(Refusal::NeedsDespite {
                    step,
                    waits_for,
                    grounds,
                });
            };
            let ground = option_meant(grounds, given);
            if ground.is_none() && !grounds.is_empty() {
                let (given, grounds) = (given.clone(), grounds.to_vec());
                return Err(Refusal::NotAGround { given, grounds });
            }
            listed = listed.or(ground);
        }
        // What was recorded once, by a program that kept what was typed, is asked for as it stands.
        let spelled = listed.filter(|_| !self.is_replay).map(str::to_owned);
        Ok((spelled.or(reason).unwrap_or_default(), listed.is_some()))
    }

    pub(super) fn must_have_come(&self, on: Option<NaiveDate>) -> Result {
        let today = self.today();
        match on {
            Some(on) if on > today => Err(Refusal::InTheFuture { on, today }),
            _ => Ok(()),
        }
    }
}

/// A ground, and who decided to go on with it.
type Ground = (Option<String>, Option<String>);

/// The grounds that parts of a round were recorded with, the latest first: they hold for that round alone.
fn grounds_of_parts(recorded: Option<&Round>) -> Vec<Ground> {
    let marks = recorded.iter().flat_map(|round| round.items.values());
    let is_known = |despite: &String| despite != REDACTED;
    let marks = marks.filter(|mark| mark.despite.as_ref().is_some_and(is_known));
    let mut marks: Vec<_> = marks.collect();
    marks.sort_by_key(|mark| Reverse(mark.seq));
    let grounds = marks.into_iter();
    grounds
        .map(|mark| (mark.despite.clone(), mark.decided_by.clone()))
        .collect()
}

/// The required questions that a step's open round still lacks an answer to.
pub fn unanswered_of(routine: &Routine, case: &Case, step: &Step) -> Vec<QuestionId> {
    routine
        .questions_of(step)
        .filter(|question| is_required_now(case, question))
        .filter(|question| !is_answered_in_round(case, step, question))
        .map(|question| question.id.clone())
        .collect()
}

/// Whether a question of a step must be answered: required, and asked at all on what is known.
pub fn is_required_now(case: &Case, question: &Question) -> bool {
    question.required && holds(question.when.as_ref(), case) == Truth::True
}

/// Whether the open round has an answer of its own: in later rounds one given since the round before,
/// in a round opened by an outcome one given since.
fn is_answered_in_round(case: &Case, step: &Step, question: &Question) -> bool {
    let Some(answer) = case.answers.get(&question.id) else {
        return false;
    };
    let round_before = case.latest_end(&step.id).map(|end| end.seq);
    let under_way = case.round_under_way(&step.id);
    let reopened = under_way.and_then(|round| Some(round.reopened.as_ref()?.seq));
    Some(answer.seq) > round_before.max(reopened)
}
