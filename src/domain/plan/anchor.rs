//! What a rule counts from, looked up in the case.

use super::planner::Planner;
use crate::domain::case::{Reopening, RoundEnd};
use crate::domain::condition::{Facts, Missing};
use crate::domain::deadline::AnchorDay;
use crate::domain::due_rule::{Anchor, Interval};
use crate::domain::ids::{QuestionId, StepId};
use crate::domain::term::Term;

pub(super) enum Resolved {
    /// The day, and whether it stands in for one before the round's reopening.
    Day(AnchorDay, bool),
    Missing(Missing),
    /// A step that does not apply: no date, and nothing to wait for.
    NotApplicable,
}

impl Planner<'_> {
    /// Looks an anchor up. In a round opened by an outcome, a step reopened at the same time counts as
    /// not yet done, and any other anchor is no earlier than the reopening.
    pub(super) fn resolve(
        &self,
        anchor: &Anchor,
        reopening: Option<&Reopening>,
        assume: bool,
    ) -> Resolved {
        let day = match anchor {
            Anchor::KeyDate(date) => match self.case.dates.get(date) {
                Some(dated) => known(dated.on, dated.stamp.day),
                None => return Resolved::Missing(Missing::Date(date.clone())),
            },
            Anchor::Answer(question) => match self.answered_date(question, reopening) {
                Some(day) => day,
                None => return Resolved::Missing(Missing::Question(question.clone())),
            },
            Anchor::Step(step) => {
                let number = reopening.and_then(|reopening| reopening.rounds.get(step));
                if self.is_not_applicable(step) {
                    return Resolved::NotApplicable;
                }
                let day = self
                    .step_day(step, number.copied())
                    .or_else(|| assume.then(|| self.assumed_day(step)).flatten());
                match day {
                    Some(day) if number.is_some() => return Resolved::Day(day, false),
                    Some(day) => day,
                    None => return Resolved::Missing(Missing::Step(step.clone())),
                }
            }
        };
        let Some(reopening) = reopening else {
            return Resolved::Day(day, false);
        };
        let anew = AnchorDay {
            on: day.on.max(reopening.on),
            entered: day.entered.max(reopening.on),
            assumed: day.assumed,
        };
        Resolved::Day(anew, anew.on != day.on)
    }

    pub(super) fn interval(
        &self,
        interval: &Interval,
        reopening: Option<&Reopening>,
    ) -> Result<Term, Missing> {
        match interval {
            Interval::Fixed(term) => Ok(*term),
            Interval::Answer(question) => self
                .answer_since(question, reopening)
                .and_then(|answer| Term::parse(answer).ok())
                .ok_or_else(|| Missing::Question(question.clone())),
        }
    }

    fn answered_date(
        &self,
        question: &QuestionId,
        reopening: Option<&Reopening>,
    ) -> Option<AnchorDay> {
        let on = self.answer_since(question, reopening)?.parse().ok()?;
        let entered = self.case.answers.get(question)?.stamp.day;
        Some(known(on, entered))
    }

    /// An answer; in a round opened by an outcome, only one given since, or in the very change that opened it.
    fn answer_since(&self, question: &QuestionId, reopening: Option<&Reopening>) -> Option<&str> {
        let answer = self.case.answers.get(question)?;
        let is_new = reopening.is_none_or(|reopening| {
            answer.seq > reopening.seq || answer.change == reopening.change
        });
        self.case.answer(question).filter(|_| is_new)
    }

    fn step_day(&self, step: &StepId, from_round: Option<u32>) -> Option<AnchorDay> {
        let rounds = self.case.rounds_of(step);
        let first = from_round.map_or(0, |from| from.saturating_sub(1));
        let first = usize::try_from(first).unwrap_or(usize::MAX);
        let ended = rounds.get(first..)?.iter().rev();
        let end: &RoundEnd = ended.filter_map(|round| round.end.as_ref()).next()?;
        Some(known(end.on?, end.day_entered))
    }

    /// The day a plan that looks ahead takes a step to be done: when it is due, or at once.
    fn assumed_day(&self, step: &StepId) -> Option<AnchorDay> {
        let rows = self.rows_of(step);
        let row = rows.iter().find(|row| !row.status.is_ended())?;
        Some(AnchorDay {
            on: row.dates.due.or(row.dates.since)?,
            entered: self.today,
            assumed: true,
        })
    }
}

fn known(on: chrono::NaiveDate, entered: chrono::NaiveDate) -> AnchorDay {
    AnchorDay {
        on,
        entered,
        assumed: false,
    }
}
