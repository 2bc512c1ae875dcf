//! What a rule counts from, looked up in the case.

use chrono::NaiveDate;

use super::{dating::DateSearch, origin::AnchorOrigin};
use crate::domain::{
    case::Answer,
    condition::Missing,
    deadline::AnchorDay,
    due_rule::Anchor,
    ids::{QuestionId, StepId},
};

impl<'p> DateSearch<'p, '_> {
    /// Looks an anchor up; `None` for a step that does not apply, which leaves nothing to wait for. In a round opened by
    /// an outcome, a step reopened at the same time counts as not yet done, and any other anchor is no earlier than the
    /// reopening.
    pub(super) fn resolve(
        &self,
        anchor: &Anchor,
    ) -> Result<Option<(AnchorDay, AnchorOrigin)>, Missing> {
        let planner = self.planner;
        let reopening = self.reopening();
        let mut floor = reopening.map(|reopening| reopening.on);
        let (on, entered, recorded, round) = match anchor {
            Anchor::KeyDate(id) => {
                let dated = planner.case.dates.get(id);
                let dated = dated.ok_or_else(|| Missing::Date(id.clone()))?;
                (dated.on, dated.stamp.day, Some(&dated.stamp), None)
            }
            Anchor::Answer(id) => {
                let (on, answer) = self.answered(id, |value| value.parse().ok())?;
                (on, answer.stamp.day, Some(&answer.stamp), None)
            }
            Anchor::Booking(id) => {
                let from = reopening.and_then(|reopening| reopening.rounds.get(id));
                match planner.case.booking(id, from.copied().unwrap_or(1)) {
                    Some(booked) => (booked.on, booked.stamp.day, Some(&booked.stamp), None),
                    None if planner.is_ruled_out(id) => return Ok(None),
                    None => return Err(Missing::Booking(id.clone())),
                }
            }
            Anchor::Step(id) if planner.is_not_applicable(id) => return Ok(None),
            Anchor::Step(id) => {
                let reopened = reopening.and_then(|reopening| reopening.rounds.get(id));
                floor = floor.filter(|_| reopened.is_none());
                let rounds = (1..).zip(planner.case.rounds_of(id));
                let rounds = rounds.filter(|(round, _)| reopened.is_none_or(|from| round >= from));
                let ended = rounds.filter_map(|(round, of)| Some((round, of.end.as_ref()?)));
                let done = ended.last().and_then(|(round, end)| {
                    let round = Some((round, end.skipped.is_some()));
                    Some((end.on?, end.day_entered, Some(&end.stamp), round))
                });
                let assumed = || {
                    let on = self.assume.then(|| self.assumed_day(id)).flatten()?;
                    Some((on, planner.today, None, None))
                };
                let day = done.or_else(assumed);
                day.ok_or_else(|| Missing::Step(id.clone()))?
            }
        };
        let floor = floor.unwrap_or(NaiveDate::MIN);
        let day = AnchorDay {
            on: on.max(floor),
            entered: entered.max(floor),
            assumed: recorded.is_none(),
        };
        let origin = AnchorOrigin {
            anchor: anchor.clone(),
            round,
            on,
            recorded: recorded.cloned(),
        };
        Ok(Some((day, origin)))
    }

    /// The day a plan that looks ahead takes a step to be done: when it is due, or at once.
    pub(super) fn assumed_day(&self, step: &StepId) -> Option<NaiveDate> {
        let rows = self.planner.rows_of(step);
        let row = rows.iter().find(|row| !row.status.is_ended())?;
        row.dates.due.or(row.dates.since)
    }

    /// An answer; in a round opened by an outcome, only one given since, or in the very change that opened it.
    pub(super) fn answered<T>(
        &self,
        id: &QuestionId,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<(T, &'p Answer), Missing> {
        let reopening = self.reopening();
        let is_new = |answer: &&Answer| {
            reopening.is_none_or(|reopening| {
                answer.seq > reopening.seq || answer.change == reopening.change
            })
        };
        let answer = self.planner.case.answers.get(id).filter(is_new);
        answer
            .and_then(|answer| Some((read(&answer.value)?, answer)))
            .ok_or_else(|| Missing::Question(id.clone()))
    }
}
